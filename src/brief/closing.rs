//! What stands at the end of a brief: method, references, sources, disclaimers, contacts.

use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, Paragraph};
use crate::locale::{Form, Phrase};
use crate::model;

/// A document referred to.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Reference {
    /// Id.
    pub id: String,
    /// Its citation.
    pub text: Phrase,
}

/// An entry of the source list.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Source {
    /// 1-based number.
    pub number: usize,
    /// The number in the digits of the edition.
    pub label: Phrase,
    /// Organization or author.
    pub by: Option<Phrase>,
    /// Title.
    pub title: Phrase,
    /// Date.
    pub date: Option<Phrase>,
    /// Language, access.
    pub notes: Option<Phrase>,
    /// Admiralty grade, Latin in every language.
    pub grade: Option<String>,
    /// Address.
    pub url: Option<Phrase>,
}

/// A contact.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Contact {
    /// Role.
    pub role: Phrase,
    /// E-mail, handle, phone.
    pub lines: Vec<Phrase>,
}

/// How the brief was made.
pub fn method(writer: &Writer<'_>) -> Option<Body> {
    let paragraphs = writer.words.texts("method").into_iter().map(|text| Paragraph {
        number: None,
        lead: None,
        text,
        marks: Vec::new(),
    });
    filled(paragraphs.collect(), Body::Method)
}

/// Documents referred to.
pub fn references(writer: &Writer<'_>) -> Option<Body> {
    let words = writer.words;
    let references = writer.edition().references.iter().map(|reference| {
        let cited = match &reference.number {
            Some(_) => words
                .label(&format!("states.reference.{}", reference.kind.code()))
                .then_text(" ")
                .then(words.reference(reference)),
            None => words.reference(reference),
        };
        let title = reference.title.as_ref().filter(|_| reference.number.is_some());
        let text = match title {
            Some(title) => words.locale.join(vec![cited, words.localized(title, &reference.id.value)]),
            None => cited,
        };
        Reference { id: reference.id.value.clone(), text }
    });
    filled(references.collect(), Body::References)
}

/// The source list, numbered in the order of the data.
pub fn sources(writer: &Writer<'_>) -> Option<Body> {
    let sources = writer.edition().sources.iter().enumerate();
    filled(sources.map(|(at, source)| entry(writer, source, at + 1)).collect(), Body::Sources)
}

fn entry(writer: &Writer<'_>, source: &model::Source, number: usize) -> Source {
    let words = writer.words;
    let by: Vec<Phrase> = source.authors.iter().chain(&source.org).map(|name| words.name(name)).collect();
    let language = source.lang.as_ref().map(|lang| words.label(&format!("languages.{lang}")));
    let restricted =
        (source.access == model::Access::Restricted).then(|| words.label("states.access.restricted"));
    let notes: Vec<Phrase> = language.into_iter().chain(restricted).collect();
    Source {
        number,
        label: words.locale.count(number as u64),
        by: (!by.is_empty()).then(|| words.locale.join(by)),
        title: words.localized(&source.title, &source.id.value),
        date: source.date.as_ref().map(|date| words.date(&date.value, None, Form::Short)),
        notes: (!notes.is_empty()).then(|| words.locale.join(notes)),
        grade: source.grade.as_ref().map(|grade| grade.value.clone()),
        url: source.url.as_ref().and_then(|url| link(url.as_str(), url.as_str())),
    }
}

/// Standing reservations that the edition chose.
pub fn disclaimers(writer: &Writer<'_>) -> Option<Body> {
    let edition = writer.edition();
    let chosen = edition.head.disclaimers.iter().filter_map(|id| {
        let words = edition.house.disclaimers.get(id.as_str())?;
        Some(writer.words.localized(words, id))
    });
    filled(chosen.collect(), Body::Disclaimers)
}

/// Whom to ask.
pub fn contacts(writer: &Writer<'_>) -> Option<Body> {
    let contacts = writer.edition().head.contacts.iter().map(|contact| {
        let email = contact.email.as_deref().and_then(|email| link(email, &format!("mailto:{email}")));
        let plain = [&contact.handle, &contact.phone].into_iter().flatten().map(Phrase::ltr);
        let url = contact.url.as_ref().and_then(|url| link(url.as_str(), url.as_str()));
        Contact {
            role: writer.words.name(&contact.role),
            lines: email.into_iter().chain(plain).chain(url).collect(),
        }
    });
    filled(contacts.collect(), Body::Contacts)
}

/// A link, if it leads to a web or mail address; other schemes are shown as text.
fn link(text: &str, href: &str) -> Option<Phrase> {
    let safe = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
    let mut phrase = Phrase::ltr(text);
    if safe && !href.chars().any(|c| c.is_control() || c.is_whitespace()) {
        phrase.0.first_mut()?.href = Some(href.to_owned());
    }
    Some(phrase)
}
