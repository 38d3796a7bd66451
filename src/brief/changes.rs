//! A comparison -> what the template of the sheet "What changed" reads, cut to its most important rows.

use serde::Serialize;

use super::build::tone;
use super::since_last::issued;
use super::{Brief, Fact, Sheet};
use crate::compare::{Comparison, Group, Matter, Row, Said, Speaker, is_restricted};
use crate::locale::{Kind, Phrase};
use crate::model::{Edition, Scheme};
use crate::text::Wording;
use crate::text::changed::{Change, Changed, Piece};

/// The sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    /// Head, marking and labels, those of the brief of the later edition.
    #[serde(flatten)]
    pub sheet: Sheet,
    /// The groups that have rows, in order.
    pub groups: Vec<ChangedGroup>,
    /// How many rows are left out, in words.
    pub more: Option<Phrase>,
}

/// Rows of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedGroup {
    /// `figures`, `threats` ...
    pub id: String,
    /// Heading.
    pub title: Phrase,
    /// Rows.
    pub rows: Vec<ChangedRow>,
    /// How many rows are left out, in words.
    pub more: Option<Phrase>,
}

/// One thing that changed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedRow {
    /// What became of it: picks the sign.
    pub code: String,
    /// `good`, `bad` or `neutral`.
    pub tone: String,
    /// What is said of it; of a text, its key stands for what it is about.
    #[serde(flatten)]
    pub said: Said,
    /// The words of a text that changed, with a few around them.
    pub text: Vec<Changed>,
}

/// Of a run of words in a text, as many are shown.
const WORDS: usize = 14;

impl Changes {
    /// The sheet with so many rows at most; `brief` is that of the later edition in the language of the speaker.
    pub fn of<'a>(
        comparison: &Comparison<'a>,
        speaker: &Speaker<'_, 'a>,
        brief: &Brief,
        limit: usize,
    ) -> Self {
        let words = speaker.now;
        let more = |count: usize| {
            let slots = [("n", words.locale.count(count as u64))];
            (count > 0).then(|| words.label_with("diff.more", &slots))
        };
        let groups = comparison.most_important(limit);
        let whole_groups =
            groups.iter().filter(|(_, rows, _)| rows.is_empty()).map(|(_, _, left_out)| left_out);
        let left_out = whole_groups.sum();
        let groups = groups.iter().filter(|(_, rows, _)| !rows.is_empty());
        let groups = groups.map(|(group, rows, left_out)| ChangedGroup {
            id: group.code().into(),
            title: words.label(group.label()),
            rows: rows.iter().map(|row| printed(row, speaker)).collect(),
            more: more(*left_out),
        });
        let groups: Vec<ChangedGroup> = groups.collect();
        let facts = [("diff.before", speaker.before), ("diff.now", speaker.now)];
        let facts = facts.into_iter().map(|(label, it)| fact(words, label, it)).collect();
        let mut sheet = Sheet::new(words, brief, "changes", facts);
        raise(&mut sheet, comparison.before, comparison.now);
        Self { sheet, groups, more: more(left_out) }
    }

    /// What the template reads.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// One of the two editions: its number, when it was issued, its title where it has one in this language.
fn fact(words: &Wording<'_>, label: &str, of: &Wording<'_>) -> Fact {
    let head = &of.edition.head;
    let number = head.number.map(|number| words.locale.count(u64::from(number)));
    let title = of.texts.get("title").map(|_| of.required("title").unflagged());
    let id = words.locale.identifier(&head.id.value);
    let issue = words.locale.join(number.into_iter().chain([issued(words, of.edition)]).collect());
    Fact { label: words.label(label), value: words.locale.clauses(vec![issue, title.unwrap_or(id)]) }
}

/// The sheet shows both editions, so it carries the higher of their labels, and both where neither is higher.
fn raise(sheet: &mut Sheet, before: &Edition, now: &Edition) {
    if !is_restricted(before, now) {
        return;
    }
    let marking = &before.head.marking;
    let label = marking.label.as_ref().filter(|_| marking.scheme != Scheme::None);
    let Some(label) = label.map(|label| label.value.clone()) else { return };
    if is_restricted(now, before) {
        // Labels of two ladders.
        let both = sheet.marking.label.iter().cloned().chain([label]).collect::<Vec<_>>();
        sheet.marking.label = Some(both.join(" · "));
        sheet.marking.tone = "custom".into();
        return;
    }
    sheet.marking.tone = tone(marking.scheme, Some(&label)).into();
    sheet.marking.label = Some(label);
}

fn printed<'a>(row: &Row<'a>, speaker: &Speaker<'_, 'a>) -> ChangedRow {
    let text = match &row.matter {
        Matter::Text { changed, .. } => changed.iter().map(shortened).collect(),
        _ => Vec::new(),
    };
    let mut said = speaker.say(row);
    if row.group == Group::Texts {
        // A key is never translated.
        said.what = Phrase::of(Kind::Ltr, row.id.clone());
    }
    ChangedRow { code: row.code.code().into(), tone: row.tone.code().into(), said, text }
}

/// A text with no more than a few words of each run.
fn shortened(changed: &Changed) -> Changed {
    let last = changed.pieces.len().saturating_sub(1);
    let pieces = changed.pieces.iter().enumerate().map(|(at, piece)| {
        let words: Vec<&str> = piece.text.split_inclusive(char::is_whitespace).collect();
        if words.len() <= WORDS {
            return piece.clone();
        }
        let half = WORDS / 2;
        let (head, tail) = match (piece.change, at) {
            // What stays is there to show where the change stands.
            (Change::Same, 0) => (0, half),
            (Change::Same, at) if at == last => (half, 0),
            (Change::Same, _) => (half, half),
            _ => (WORDS, 0),
        };
        let first: String = words.iter().take(head).copied().collect();
        let rest: String = words.iter().skip(words.len() - tail).copied().collect();
        let text = match (head, tail) {
            (0, _) => format!("… {rest}"),
            (_, 0) => format!("{}…", first.trim_end()),
            _ => format!("{}… {rest}", first.trim_end()),
        };
        Piece { text, ..piece.clone() }
    });
    Changed { form: changed.form, pieces: pieces.collect() }
}
