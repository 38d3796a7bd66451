//! What each thing of an edition is called in one language.
//!
//! Here labels and names; figures and their dates are in [`figures`], messages in [`messages`].

mod figures;
mod flags;
mod messages;

use std::cell::RefCell;
use std::collections::BTreeMap;

pub use self::flags::Flags;
use super::labels::is_required;
use super::{Labels, Texts, Typed};
use crate::diag::Finding;
use crate::locale::{Kind, Locale, Phrase};
use crate::model::{Edition, Index, Localized, Name, OrgType, SpannedName};

/// An edition with everything that its wording in one language needs.
///
/// What is missing is marked in the phrases and collected as findings.
pub struct Wording<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Its ids.
    pub index: &'a Index<'a>,
    /// Numbers and dates.
    pub locale: &'a Locale,
    /// The template's words.
    pub labels: &'a Labels,
    /// The messages.
    pub texts: &'a Texts,
    flags: Flags,
    /// By key such as `names.unmiss`, the names that neutral data does not have in this language, as far as
    /// they have been asked for, each as neutral data has it in the master language.
    names: RefCell<BTreeMap<String, Option<Typed>>>,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Wording<'a> {
    /// Puts the pieces together.
    pub fn new(
        edition: &'a Edition,
        index: &'a Index<'a>,
        locale: &'a Locale,
        labels: &'a Labels,
        texts: &'a Texts,
    ) -> Self {
        let (flags, names, findings) = (Flags::default(), RefCell::default(), RefCell::default());
        Self { edition, index, locale, labels, texts, flags, names, findings }
    }

    /// The same, with remarks after texts that may not be relied upon, and a mark for each that is missing.
    pub fn with_flags(self, flags: Flags) -> Self {
        Self { flags, ..self }
    }

    pub(super) fn report(&self, finding: Finding) {
        let mut findings = self.findings.borrow_mut();
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }

    /// A word of the closed lists or of the template: `states.trend.rising`.
    pub fn label(&self, key: &str) -> Phrase {
        match self.labels.get(key) {
            Some(word) => self.locale.text(word),
            None if is_required(key) => Phrase::of(Kind::Missing, key),
            None => {
                self.report(
                    Finding::error("TR05", format!("language `{}` has no label `{key}`", self.locale.lang()))
                        .help(format!("add `{key}` to data/labels/{}.yaml", self.locale.lang())),
                );
                Phrase::of(Kind::Missing, key)
            }
        }
    }

    /// A label with its slots filled: `{n}` by the phrase given for `n`.
    pub fn label_with(&self, key: &str, slots: &[(&str, Phrase)]) -> Phrase {
        let Some(pattern) = self.labels.get(key) else { return self.label(key) };
        let mut phrase = Phrase::default();
        let mut rest = pattern;
        while let Some((words, after)) = rest.split_once('{') {
            phrase.push(Phrase::text(words));
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            match slots.iter().find(|(slot, _)| *slot == name) {
                Some((_, value)) => phrase.push(value.clone()),
                None => phrase.push(Phrase::of(Kind::Missing, name)),
            }
            rest = tail;
        }
        phrase.then_text(rest)
    }

    /// A short name in the language; `id` is what a text file calls it under `names`.
    pub fn localized(&self, names: &Localized, id: &str) -> Phrase {
        if let Some(name) = names.get(self.locale.lang()) {
            return self.locale.text(name);
        }
        if !self.lacks(names, id) {
            return self.nameless(names, id, false);
        }
        match self.texts.get(&format!("names.{id}")) {
            Some(message) => self.resolve(message),
            None => self.nameless(names, id, true),
        }
    }

    /// Notes that the name has to come from the text file; whether it can. Of several things of one id the text
    /// file names the first that lacks a name: the words of one must not stand for another.
    fn lacks(&self, names: &Localized, id: &str) -> bool {
        let name = names.get(self.edition.head.master.as_str());
        let name = name.map(|name| Typed::One(name.replace('{', "{{").replace('}', "}}")));
        *self.names.borrow_mut().entry(format!("names.{id}")).or_insert_with(|| name.clone()) == name
    }

    /// TR01: the name in another language, marked.
    fn nameless(&self, names: &Localized, id: &str, by_id: bool) -> Phrase {
        let lang = self.locale.lang();
        if !self.edition.refused.names(lang) {
            self.report(
                Finding::warning("TR01", format!("language `{lang}` has no name for `{id}`"))
                    .path(format!("text.{lang}.names.{id}"))
                    .help(match by_id {
                        true => format!("add `{id}` under `names` in text/{lang}.yaml"),
                        false => format!("add `{lang}` to the name where the data give it"),
                    }),
            );
        }
        match names.iter().next() {
            Some((_, other)) => Phrase::of(Kind::Missing, other.clone()),
            None => Phrase::of(Kind::Missing, id),
        }
    }

    /// The name of an org, person or place.
    pub fn name(&self, name: &SpannedName) -> Phrase {
        match &name.value {
            // Without an id the text file has no key for it.
            Name::Inline(names) => match names.get(self.locale.lang()) {
                Some(name) => self.locale.text(name),
                None => self.nameless(names, names.values().next().map_or("", String::as_str), false),
            },
            Name::Id(id) => self.name_of(id),
        }
    }

    /// The name of the org, person or place with this id.
    pub fn name_of(&self, id: &str) -> Phrase {
        match (self.edition.orgs.get(id), self.edition.places.get(id)) {
            (Some(org), _) => self.localized(&org.name, id),
            (None, Some(place)) => self.localized(&place.name, id),
            (None, None) => Phrase::of(Kind::Missing, id),
        }
    }

    /// A name, with the role of a person after it.
    pub fn name_and_role(&self, name: &SpannedName) -> Phrase {
        let phrase = self.name(name);
        let Name::Id(id) = &name.value else { return phrase };
        match self.edition.orgs.get(id) {
            Some(org) if org.kind == OrgType::Person => match &org.role {
                Some(role) => self.locale.join(vec![phrase, self.localized(role, id)]),
                None => phrase,
            },
            _ => phrase,
        }
    }

    /// Several names as an and-list; `None` if there are none.
    pub fn names(&self, names: &[SpannedName]) -> Option<Phrase> {
        (!names.is_empty()).then(|| self.locale.list(names.iter().map(|name| self.name(name)).collect()))
    }
}
