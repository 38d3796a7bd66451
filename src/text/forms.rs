//! A message as a map of whole sentences, one for each plural form of the language.
//!
//! ```yaml
//! by: schools
//! one: أُعيد فتح مدرسة واحدة في صلاح الدين.
//! two: أُعيد فتح مدرستين في صلاح الدين.
//! other: أُعيد فتح {schools} في صلاح الدين.
//! ```
//!
//! Whole sentences, because the number also decides verbs, pronouns and adjectives. Every form that a number
//! below a million takes must be there, and none that the language does not have; the `many` of French, which
//! only whole millions in full figures take, may be left out and is then `other`. All say the same, but a form
//! that stands for one number only may leave that number out.

use std::collections::BTreeSet;

use super::message::{Message, Plural, Slot};
use super::texts::Reader;
use crate::diag::{Finding, Span};
use crate::locale::{CATEGORIES, PluralForm, plural_forms};
use crate::yaml::{Data, Entry};

/// The key that names the figure.
const BY: &str = "by";

/// Whether a map is a message in plural forms, even one with a mistyped key.
pub(super) fn is_plural(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| entry.key == BY || CATEGORIES.contains(&entry.key.as_str()))
}

impl Reader<'_> {
    /// Reads the forms of the message under a key; `None` if any of it is wrong.
    pub(super) fn plural(&mut self, key: &str, span: Span, entries: &[Entry]) -> Option<Message> {
        let before = self.findings.len();
        let mut by = None;
        let mut forms: Vec<(&'static str, Span, Message)> = Vec::new();
        for entry in entries {
            let name = entry.key.as_str();
            if name == BY {
                by = self.figure(key, entry);
            } else if let Some(category) = CATEGORIES.into_iter().find(|known| *known == name) {
                match self.parse(key, &entry.value) {
                    Some(form) if form.plural.is_none() => forms.push((category, entry.key_span, form)),
                    _ if self.findings.len() == before => {
                        self.wrong(key.to_owned(), entry.value.span, "a text");
                    }
                    _ => {}
                }
            } else {
                let _ = self.unknown(name, entry.key_span, [BY].into_iter().chain(CATEGORIES));
            }
        }
        if by.is_none() && self.findings.len() == before {
            self.findings.push(
                Finding::error("TY03", format!("the forms of `{key}` do not say which figure chooses"))
                    .at(span, "`by` is missing")
                    .path(self.path(key))
                    .help("add `by:` with the id of the figure"),
            );
        }
        if let Some(by) = by.filter(|_| self.findings.len() == before) {
            let language = plural_forms(&self.texts.plurals);
            self.complete(key, span, &forms, &language);
            self.alike(key, &by, &forms, &language);
            if self.findings.len() == before {
                let last = forms.iter().position(|(category, ..)| *category == "other")?;
                let (_, _, other) = forms.remove(last);
                let forms = forms.into_iter().map(|(category, _, form)| (category, form)).collect();
                return Some(Message { span, plural: Some(Plural { by, forms }), ..other });
            }
        }
        self.texts.refused.insert(key.to_owned());
        None
    }

    fn figure(&mut self, key: &str, entry: &Entry) -> Option<Slot> {
        match &entry.value.data {
            Data::Scalar(id, _) if !id.trim().is_empty() => {
                Some(Slot { path: id.trim().to_owned(), style: None, span: entry.value.span })
            }
            _ => {
                self.wrong(key.to_owned(), entry.value.span, "the id of a figure");
                None
            }
        }
    }

    /// TR08: the forms of the language, all that it needs and no others.
    fn complete(
        &mut self,
        key: &str,
        span: Span,
        forms: &[(&'static str, Span, Message)],
        language: &[PluralForm],
    ) {
        let lang = self.texts.lang.clone();
        let missing: Vec<String> = language
            .iter()
            .filter(|form| form.required && !forms.iter().any(|(category, ..)| *category == form.category))
            .map(|form| format!("`{}` (as for {})", form.category, form.example))
            .collect();
        if !missing.is_empty() {
            self.findings.push(
                Finding::error("TR08", format!("`{key}` in `{lang}` has no form {}", missing.join(", ")))
                    .at(span, "lacks a form")
                    .path(self.path(key))
                    .help("write the whole sentence for each form of the language"),
            );
        }
        for (category, place, _) in forms {
            if !language.iter().any(|form| form.category == *category) {
                let known: Vec<&str> = language.iter().map(|form| form.category).collect();
                self.findings.push(
                    Finding::error("TR08", format!("no number of `{lang}` takes the form `{category}`"))
                        .at(*place, "never used")
                        .path(self.path(key))
                        .help(format!("the forms of `{lang}` are `{}`", known.join("`, `"))),
                );
            }
        }
    }

    /// TR09: the same placeholders in every form; the number itself may be left to the words of a form
    /// that no other number takes.
    fn alike(
        &mut self,
        key: &str,
        by: &Slot,
        forms: &[(&'static str, Span, Message)],
        language: &[PluralForm],
    ) {
        let Some((_, _, other)) = forms.iter().find(|(category, ..)| *category == "other") else { return };
        let wanted: BTreeSet<&str> = paths(other).chain([by.path.as_str()]).collect();
        for (category, _, form) in forms {
            let single = language.iter().any(|known| known.category == *category && known.single);
            let own: BTreeSet<&str> = paths(form).collect();
            for lost in wanted.difference(&own).filter(|path| !(single && **path == by.path)) {
                let message = format!("`{{{lost}}}` is missing from the form `{category}` of `{key}`");
                let finding = Finding::error("TR09", message).at(form.span, "without it");
                self.findings.push(finding.path(self.path(key)).help(if *lost == by.path {
                    format!("more than one number takes this form: print it with `{{{lost}}}`")
                } else {
                    format!("say the same in every form, with `{{{lost}}}`")
                }));
            }
            for extra in own.difference(&wanted) {
                let place = form.slots().find(|slot| slot.path == **extra).map_or(form.span, |it| it.span);
                self.findings.push(
                    Finding::error("TR09", format!("`{{{extra}}}` is in the form `{category}` only"))
                        .at(place, "not in `other`")
                        .path(self.path(key))
                        .help(format!("take `{{{extra}}}` out, or add it to every form")),
                );
            }
        }
    }
}

fn paths(message: &Message) -> impl Iterator<Item = &str> {
    message.slots().map(|slot| slot.path.as_str())
}
