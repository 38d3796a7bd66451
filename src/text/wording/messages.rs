//! Messages -> phrases: the form that the number asks for, its slots filled.

use super::super::slots::Swept;
use super::super::{Message, Segment};
use super::Wording;
use crate::diag::Finding;
use crate::locale::{Kind, Phrase};
use crate::model::{Qualifier, Quantity};

impl Wording<'_> {
    /// What was missing, in texts that no section prints as well.
    pub fn into_findings(self) -> Vec<Finding> {
        for (_, message) in self.texts.all() {
            message.forms().for_each(|form| {
                self.filled(form, None);
            });
            self.chooses(message);
        }
        self.findings.into_inner()
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

    /// The message under a key, resolved; `None` if there is none.
    pub fn text(&self, key: &str) -> Option<Phrase> {
        self.texts.get(key).map(|message| self.resolve(message))
    }

    /// The message under a key; a visible mark if it is missing.
    pub fn required(&self, key: &str) -> Phrase {
        self.text(key).unwrap_or_else(|| {
            let label = self.label("page.missing_text").plain();
            Phrase::of(Kind::Missing, format!("{label}: {key}"))
        })
    }

    /// The messages of a list, resolved.
    pub fn texts(&self, key: &str) -> Vec<Phrase> {
        self.texts.list(key).iter().map(|message| self.resolve(message)).collect()
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
    fn form<'m>(&self, message: &'m Message, swept: Swept<'_>) -> &'m Message {
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
