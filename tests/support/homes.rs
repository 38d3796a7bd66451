//! A home (`figures.strikes`) and a Brief -> what the Brief shows for it.

use mujaz::brief::{Body, Brief, Contact, Fact, Paragraph};
use mujaz::locale::{Kind, Phrase};
use mujaz::model::Edition;
use mujaz::yaml::Spanned;

/// One item of a Brief.
#[derive(Default)]
pub struct Shown {
    /// The phrase of its value.
    pub value: Option<Phrase>,
    /// The phrase of its date.
    pub date: Option<Phrase>,
    /// What says in words what it is: its label, name or text.
    pub text: Phrase,
    /// All its phrases, in the order of the page as far as it is fixed.
    pub all: Vec<Phrase>,
    /// What every figure of the register is called, for a row of it.
    pub rows: Vec<Phrase>,
}

impl Shown {
    /// A fault if the item says nothing or lacks a word.
    pub fn fault(&self) -> Option<String> {
        let text = self.text.plain();
        let missing = self.all.iter().chain([&self.text]).flat_map(|phrase| &phrase.0);
        let missing: Vec<&str> =
            missing.filter(|part| part.kind == Kind::Missing).map(|part| part.text.as_str()).collect();
        match (text.trim().is_empty(), missing.is_empty()) {
            (true, _) => Some("says nothing".to_owned()),
            (_, false) => Some(format!("lacks {missing:?}")),
            _ => None,
        }
    }
}

/// The body of the first section of a kind.
macro_rules! body {
    ($brief:expr, $kind:ident) => {
        $brief.sections.iter().find_map(|section| match &section.body {
            Body::$kind(body) => Some(body),
            _ => None,
        })
    };
}

fn at<'a, T>(list: &'a [T], id: &str, of: impl Fn(&'a T) -> &'a Spanned<String>) -> Option<usize> {
    list.iter().position(|item| of(item).value == id)
}

fn some<const N: usize>(phrases: [Option<&Phrase>; N]) -> Vec<Phrase> {
    phrases.into_iter().flatten().cloned().collect()
}

fn pairs(facts: &[Fact]) -> impl Iterator<Item = Phrase> {
    facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()])
}

/// What stands at a home; `None` where nothing does.
pub fn shown(edition: &Edition, brief: &Brief, home: &str) -> Option<Shown> {
    let (kind, id) = home.split_once('.').unwrap_or((home, ""));
    match kind {
        "figures" => {
            let rows = body!(brief, Figures)?;
            let row = rows.iter().find(|row| row.id == id)?;
            Some(Shown {
                rows: rows.iter().map(|row| row.label.clone()).collect(),
                value: Some(row.value.clone()),
                date: row.as_of.clone(),
                text: row.label.clone(),
                all: some([
                    Some(&row.label),
                    Some(&row.value),
                    row.place.as_ref(),
                    row.as_of.as_ref(),
                    row.said_by.as_ref(),
                    row.standing.as_ref(),
                ]),
            })
        }
        "contributions" => {
            let row = body!(brief, Funding)?.contributions.iter().find(|row| row.id == id)?;
            Some(Shown {
                value: Some(row.amount.clone()),
                date: row.date.clone(),
                text: row.donor.clone(),
                all: some([
                    Some(&row.donor),
                    row.purpose.as_ref(),
                    Some(&row.stage.label),
                    Some(&row.amount),
                    row.original.as_ref(),
                    row.date.as_ref(),
                ]),
                ..Shown::default()
            })
        }
        "partners" => {
            let fact = |key: &str| {
                let label = word(brief, "partners", key)?;
                body!(brief, Partners)?.facts.iter().find(|fact| fact.label.plain() == label)
            };
            let named = fact(id)?;
            let count = fact("organizations").filter(|_| id == "organization_list");
            let value = named.value.clone();
            let mut all: Vec<Phrase> =
                count.into_iter().flat_map(|it| [it.label.clone(), it.value.clone()]).collect();
            all.extend([named.label.clone(), value.clone()]);
            Some(Shown {
                value: count.map(|it| it.value.clone()),
                date: Some(value),
                text: named.label.clone(),
                all,
                ..Shown::default()
            })
        }
        "meetings" => {
            let row = body!(brief, Meetings)?.iter().find(|row| row.id == id)?;
            let label = word(brief, "meeting", "date")?;
            let date =
                row.facts.iter().find(|fact| fact.label.plain() == label).map(|fact| fact.value.clone());
            let mut all = vec![row.name.clone()];
            all.extend(pairs(&row.facts));
            all.extend(row.text.clone());
            Some(Shown { date, text: row.name.clone(), all, ..Shown::default() })
        }
        "agenda" | "quotes" => meeting_part(edition, brief, kind, id),
        "events" => {
            let row = body!(brief, Timeline)?.iter().find(|row| row.id == id)?;
            let all = some([Some(&row.date), row.place.as_ref(), Some(&row.text)]);
            Some(Shown { date: Some(row.date.clone()), text: row.text.clone(), all, ..Shown::default() })
        }
        "next_steps" => {
            let row = body!(brief, NextSteps)?.steps.get(at(&edition.next_steps, id, |it| &it.id)?)?;
            let all = some([row.date.as_ref(), Some(&row.text)]);
            Some(Shown { date: row.date.clone(), text: row.text.clone(), all, ..Shown::default() })
        }
        "commitments" => {
            let mut rows = body!(brief, Commitments)?.groups.iter().flat_map(|group| &group.rows);
            let row = rows.find(|row| row.id == id)?;
            let all = some([Some(&row.owner), Some(&row.what), row.due.as_ref(), Some(&row.status.label)]);
            Some(Shown { date: row.due.clone(), text: row.what.clone(), all, ..Shown::default() })
        }
        _ => words_only(edition, brief, kind, id),
    }
}

/// Items that are words and no more.
fn words_only(edition: &Edition, brief: &Brief, kind: &str, id: &str) -> Option<Shown> {
    let (text, all) = match kind {
        "title" => (brief.masthead.title.clone(), Vec::new()),
        "situation" => paragraphs(body!(brief, Situation)?)?,
        "method" => paragraphs(body!(brief, Method)?)?,
        "threats" => {
            let row = body!(brief, Threats)?.rows.iter().find(|row| row.id == id)?;
            (
                row.text.clone()?,
                some([Some(&row.name), row.places.as_ref(), row.actors.as_ref(), row.text.as_ref()]),
            )
        }
        "progress" => {
            let row = body!(brief, Progress)?.iter().find(|row| row.id == id)?;
            (row.text.clone()?, some([Some(&row.name), row.text.as_ref()]))
        }
        "statements" => {
            let row = body!(brief, Statements)?.get(at(&edition.statements, id, |it| &it.id)?)?;
            (row.text.clone(), some([Some(&row.kind.label), row.by.as_ref(), Some(&row.text)]))
        }
        "references" => {
            let row = body!(brief, References)?.iter().find(|row| row.id == id)?;
            (row.text.clone(), vec![row.text.clone()])
        }
        "sources" => {
            let row = body!(brief, Sources)?.get(at(&edition.sources, id, |it| &it.id)?)?;
            (row.title.clone(), some([row.by.as_ref(), Some(&row.title), row.date.as_ref()]))
        }
        "contacts" => {
            let rows = body!(brief, Contacts)?;
            let all =
                rows.iter().flat_map(|row| [&row.role].into_iter().chain(&row.lines)).cloned().collect();
            let handle = |row: &&Contact| row.lines.iter().any(|it| it.plain().starts_with('@'));
            let row = rows.iter().find(handle)?;
            let value = row.lines.iter().find(|it| it.plain().starts_with('@')).cloned();
            return Some(Shown { value, text: row.role.clone(), all, ..Shown::default() });
        }
        _ => return None,
    };
    Some(Shown { text, all, ..Shown::default() })
}

/// The first paragraph, and all.
fn paragraphs(list: &[Paragraph]) -> Option<(Phrase, Vec<Phrase>)> {
    let all: Vec<Phrase> = list.iter().map(|it| it.text.clone()).collect();
    Some((all.first()?.clone(), all))
}

/// An agenda item or a quote, found by its place in its meeting.
fn meeting_part(edition: &Edition, brief: &Brief, kind: &str, id: &str) -> Option<Shown> {
    let rows = body!(brief, Meetings)?;
    edition.meetings.iter().zip(rows).find_map(|(meeting, row)| {
        let (text, by) = match kind {
            "agenda" => (row.agenda.get(at(&meeting.agenda, id, |it| &it.id)?)?.text.clone(), None),
            _ => {
                let quote = row.quotes.get(at(&meeting.quotes, id, |it| &it.id)?)?;
                (quote.text.clone(), Some(&quote.by))
            }
        };
        let all = some([Some(&text), by]);
        Some(Shown { text, all, ..Shown::default() })
    })
}

/// A label of the template.
fn word<'a>(brief: &'a Brief, group: &str, key: &str) -> Option<&'a str> {
    brief.labels.get(group)?.get(key)?.as_str()
}
