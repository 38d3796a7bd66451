//! A translation beside its master text, message by message, as the template of the proof reads it.
//!
//! Both sides say what the page says today; of a message in forms, every form with a number that takes it.
//! Nothing is judged here: states come from the lock, notes from the checks.

mod lines;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use self::lines::lines;
use super::notes::{Note, Notes};
use super::sheet::{self, Sheet};
use crate::brief::{Brief, Fact, State as Marked};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::locale::Phrase;
use crate::text::changed::{Changed, changes};
use crate::text::{State, Typed, Wording};

/// An edition's texts in two languages.
#[derive(Debug, Clone, Serialize)]
pub struct Proof {
    /// Head, marking and labels, in the language of the translation.
    #[serde(flatten)]
    pub sheet: Sheet,
    /// The language on the first side.
    pub master: Side,
    /// The language on the second side.
    pub translation: Side,
    /// The language of the notes.
    pub notes_lang: String,
    /// How many texts have come how far, in a fixed order.
    pub counts: Vec<Count>,
    /// The texts in the order of the page, by section.
    pub groups: Vec<Group>,
    /// Findings about the language that are about none of its texts.
    pub rest: Vec<Note>,
}

/// One side of the proof.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// The language.
    pub lang: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// Its name in the language of the translation.
    pub name: Phrase,
}

/// How many texts are in a state.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    /// The state.
    pub state: Marked,
    /// How many.
    pub number: Phrase,
}

/// The texts of a section.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Its name.
    pub title: Phrase,
    /// The texts.
    pub rows: Vec<Row>,
}

/// One message on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Its key, list items as `highlights[2]`.
    pub key: String,
    /// How far the translation has come.
    pub state: Marked,
    /// Where the translation is, as `text/fr.yaml:24`.
    pub place: Option<String>,
    /// The master text; empty where there is none.
    pub master: Vec<Line>,
    /// The translation; empty where there is none.
    pub translation: Vec<Line>,
    /// Of a stale text, how the master text has changed since it was translated.
    pub was: Vec<Changed>,
    /// Of a stale text, the key under which its master text stands now.
    pub moved: Option<Phrase>,
    /// What the checks say.
    pub notes: Vec<Note>,
}

/// One form of a message.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The form, of a message in forms.
    pub form: Option<&'static str>,
    /// The number that stands in it.
    pub number: Option<Phrase>,
    /// Whether this is what the page says.
    pub today: bool,
    /// The text.
    pub text: Phrase,
}

/// The states in the order of the legend.
const STATES: [&str; 5] = ["approved", "reviewed", "draft", "stale", "missing"];

/// What a proof is made from, beside the dossier.
pub struct Material<'a> {
    /// The Brief of the translation.
    pub brief: &'a Brief,
    /// The master texts as typed, names among them.
    pub masters: &'a BTreeMap<String, Typed>,
    /// The states of the translation by key.
    pub states: &'a BTreeMap<String, State>,
    /// All findings about the edition, in the order in which they are told.
    pub findings: &'a [Finding],
    /// The language of findings.
    pub notes_lang: &'a str,
}

impl Proof {
    /// The proof of a translation; `None` if the dossier has not the language or not its master.
    ///
    /// `said` puts a finding into the language of findings.
    pub fn of(
        dossier: &Dossier,
        lang: &str,
        material: &Material<'_>,
        sources: &Sources,
        said: impl Fn(&Finding) -> Finding,
    ) -> Option<Self> {
        let master = &dossier.edition.head.master.value;
        sheet::with_words(dossier, lang, |own, language| {
            sheet::with_words(dossier, master, |theirs, _| {
                let mut keys: Vec<String> = material.masters.keys().cloned().collect();
                let more = language.texts.all().map(|(key, _)| key);
                keys.extend(more.filter(|key| !material.masters.contains_key(key)));
                let keys = sheet::in_page_order(&dossier.edition, keys);
                let notes = Notes::new(material.findings, &language.texts, &keys, sources, said);
                let pair = Pair { own, theirs, dossier, material, sources, notes };
                let rows: Vec<Row> = keys.into_iter().map(|key| pair.row(key)).collect();
                let side = |words: &Wording<'_>, lang: &str| Side {
                    lang: lang.to_owned(),
                    dir: sheet::direction(words),
                    name: sheet::language_name(own, lang),
                };
                Self {
                    sheet: Sheet::new(own, material.brief, "proof", pair.facts(&rows)),
                    master: side(theirs, master),
                    translation: side(own, lang),
                    notes_lang: material.notes_lang.to_owned(),
                    counts: pair.counts(&rows),
                    rest: pair.notes.rest.clone(),
                    groups: pair.groups(rows),
                }
            })
        })?
    }

    /// What the template reads.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Both languages of a proof.
struct Pair<'a> {
    own: &'a Wording<'a>,
    theirs: &'a Wording<'a>,
    dossier: &'a Dossier,
    material: &'a Material<'a>,
    sources: &'a Sources,
    notes: Notes,
}

impl Pair<'_> {
    fn row(&self, key: String) -> Row {
        let own = self.own.texts.find(&key);
        let master = match (self.theirs.texts.find(&key), self.material.masters.get(&key)) {
            (Some(message), _) => lines(self.theirs, message),
            // The name of something in neutral data.
            (None, Some(name)) => {
                let text = self.theirs.locale.text(name.other());
                vec![Line { form: None, number: None, today: true, text }]
            }
            (None, None) => Vec::new(),
        };
        let state = self.material.states.get(&key).cloned().unwrap_or(State::Draft);
        let (was, moved) = match &state {
            State::Stale(stale) => {
                let now = self.material.masters.get(&key);
                let was = stale.was.as_ref().zip(now).map(|(was, now)| changes(was, now));
                let moved = stale.moved.as_ref().map(|key| sheet::code(key));
                (was.unwrap_or_default(), moved)
            }
            _ => (Vec::new(), None),
        };
        Row {
            state: self.marked(state.code()),
            place: own.map(|it| sheet::place(self.sources, it.span, &self.dossier.edition.head.id.value)),
            master,
            translation: own.map(|message| lines(self.own, message)).unwrap_or_default(),
            was,
            moved: moved.map(|key| self.own.label_with("desk.moved", &[("n", key)])),
            notes: self.notes.of(&key),
            key,
        }
    }

    fn marked(&self, code: &str) -> Marked {
        Marked { code: code.to_owned(), label: self.own.label(&format!("desk.states.{code}")) }
    }

    fn counts(&self, rows: &[Row]) -> Vec<Count> {
        let count = |code: &&str| {
            let number = rows.iter().filter(|row| row.state.code == **code).count();
            Count { state: self.marked(code), number: self.own.locale.count(number as u64) }
        };
        STATES.iter().map(count).collect()
    }

    fn facts(&self, rows: &[Row]) -> Vec<Fact> {
        let words = self.own;
        let head = &self.dossier.edition.head;
        let fact = |label: &str, value| Fact { label: words.label(&format!("desk.{label}")), value };
        let count = |number: usize| words.locale.count(number as u64);
        let notes = rows.iter().map(|row| row.notes.len()).sum::<usize>() + self.notes.rest.len();
        vec![
            fact("edition", sheet::code(&head.id.value)),
            fact("master", sheet::language_name(words, &head.master.value)),
            fact("translation", sheet::language_name(words, words.locale.lang())),
            fact("texts", count(rows.len())),
            fact("findings", count(notes)),
        ]
    }

    fn groups(&self, rows: Vec<Row>) -> Vec<Group> {
        let groups = sheet::by_section(rows, |row| &row.key).into_iter();
        groups.map(|(label, rows)| Group { title: self.own.label(&label), rows }).collect()
    }
}
