//! Messages -> phrases: the form that the number asks for, its slots filled.

use std::collections::BTreeMap;

use super::super::slots::Swept;
use super::super::{Message, Segment, Typed};
use super::Wording;
use crate::diag::Finding;
use crate::locale::{Flag, Kind, Phrase};
use crate::model::{Qualifier, Quantity};

impl Wording<'_> {
    /// Asks for everything that a text points at, printed or not.
    pub fn read_all(&self) {
        for (_, message) in self.texts.all() {
            message.forms().for_each(|form| {
                self.filled(form, None);
            });
            self.chooses(message);
        }
    }

    /// What was missing, in texts that no section prints as well.
    pub fn into_findings(self) -> Vec<Finding> {
        self.read_all();
        self.findings.into_inner()
    }

    /// The names that were asked for and that neutral data does not have in this language, by key such as
    /// `names.unmiss`, each as neutral data has it in the master language, if it does.
    pub fn lacking(&self) -> BTreeMap<String, Option<Typed>> {
        self.names.borrow().clone()
    }

    /// TR02: what chooses among forms must be a number.
    fn chooses(&self, message: &Message) {
        let Some(by) = message.plural.as_ref().map(|plural| &plural.by) else { return };
        if self.quantity(&by.path).is_none() && !self.is_reported(&by.path) {
            self.report(match self.slot_leads(&by.path) {
                true => Finding::error("TR02", format!("`{}` is no number to choose a form by", by.path))
                    .at(by.span, "not a number")
                    .help("name a figure, or a total such as `partners.states`"),
                false => self.unknown(by),
            });
        }
    }

    /// The message under a key, list items as `highlights[2]`, with a remark if one is asked for; a visible mark
    /// if only the master has it; `None` if neither has.
    pub fn text(&self, key: &str) -> Option<Phrase> {
        match self.texts.find(key) {
            Some(message) => Some(self.flagged(key, self.resolve(message))),
            None => self.flags.is_missing(key).then(|| self.missing(key)),
        }
    }

    /// The message under a key; a visible mark if it is missing.
    pub fn required(&self, key: &str) -> Phrase {
        self.text(key).unwrap_or_else(|| self.missing(key))
    }

    /// The message under a key; a visible mark if it is missing, and nothing if it is withheld.
    pub fn needed(&self, key: &str) -> Option<Phrase> {
        match self.text(key) {
            Some(phrase) => Some(phrase),
            None => (!self.edition.withholds_text(key)).then(|| self.missing(key)),
        }
    }

    /// The messages of a list; a visible mark for each that is left blank, or that only the master has.
    pub fn texts(&self, key: &str) -> Vec<Phrase> {
        let items = self.texts.list(key).len().max(self.flags.items(key));
        (1..=items).map(|at| self.required(&format!("{key}[{at}]"))).collect()
    }

    fn missing(&self, key: &str) -> Phrase {
        let label = self.label("page.missing_text").plain();
        Phrase::of(Kind::Missing, format!("{label}: {key}"))
    }

    /// A text with the remark that its state asks for.
    fn flagged(&self, key: &str, phrase: Phrase) -> Phrase {
        let Some(flag) = self.flags.of(key) else { return phrase };
        let label = match flag {
            Flag::Draft => "page.draft_text",
            Flag::Stale => "page.stale_text",
        };
        phrase.flagged(flag, self.label(label).plain())
    }

    /// Fills the slots of a message, in the form that its figure asks for.
    pub fn resolve(&self, message: &Message) -> Phrase {
        self.resolve_as(message, None)
    }

    /// The same with another quantity in one slot.
    pub(in crate::text) fn resolve_as(&self, message: &Message, swept: Swept<'_>) -> Phrase {
        self.filled(self.form(message, swept), swept)
    }

    /// The form of a message by the number that is displayed: of a range the upper end, `other` without a
    /// number. A form that does not print the number can stand for an exact one only.
    pub(in crate::text) fn form<'m>(&self, message: &'m Message, swept: Swept<'_>) -> &'m Message {
        let Some(plural) = &message.plural else { return message };
        let quantity = match swept.filter(|(path, _)| *path == plural.by.path) {
            Some((_, quantity)) => Some(quantity.clone()),
            None => self.quantity(&plural.by.path),
        };
        let (number, exact) = match quantity {
            Some(Quantity::One(qualifier, number)) => (number, qualifier == Qualifier::Exact),
            Some(Quantity::Range(_, high)) => (high, false),
            _ => return message,
        };
        let category = self.locale.plural(&number);
        let prints = |form: &Message| form.slots().any(|slot| slot.path == plural.by.path);
        let form = plural.forms.iter().find(|(known, _)| *known == category).map(|(_, form)| form);
        form.filter(|form| exact || prints(form)).unwrap_or(message)
    }

    /// Fills the slots of one form.
    fn filled(&self, message: &Message, swept: Swept<'_>) -> Phrase {
        let mut phrase = Phrase::default();
        for segment in &message.segments {
            match segment {
                Segment::Words(words) => phrase.push(self.locale.text(words)),
                Segment::Slot(slot) => phrase.push(self.slot(slot, swept)),
            }
        }
        self.locale.contracted(phrase)
    }
}
