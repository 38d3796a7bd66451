//! A phrase: text in parts, each of which knows its kind.
//!
//! Parts reach the template unjoined, so that exactly the left-to-right ones are isolated there
//! and none carries control characters. Tests read from them which figure came from where.

use serde::{Deserialize, Serialize};

/// What a part is, as far as its direction and its look depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words in the language of the phrase, or numbers in its own digits: never isolated.
    #[default]
    Text,
    /// Latin-digit numbers, codes, handles, addresses: always read left to right, isolated.
    Ltr,
    /// Words of another language (`lang` says which), placed by the bidirectional algorithm.
    Foreign,
    /// A placeholder or text that is missing, marked visibly on the page.
    Missing,
}

/// What is said after a text of a translation that may not be relied upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Nobody has reviewed it.
    Draft,
    /// It translates a text that has changed since.
    Stale,
}

/// A run of text of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize, Serialize)]
pub struct Part {
    /// The text, with no-break spaces where it must hold together.
    #[serde(rename = "s")]
    pub text: String,
    /// The kind; `text` is left out of the JSON.
    #[serde(rename = "k", default, skip_serializing_if = "is_text")]
    pub kind: Kind,
    /// The language of a foreign part (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The id of the figure, date or field that the part was written from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// Where a link leads (https, http or mailto).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Of a remark about the text before it: what it remarks. It belongs to the page, not to the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
}

fn is_text(kind: &Kind) -> bool {
    *kind == Kind::Text
}

/// A sequence of parts that reads as one text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Phrase(pub Vec<Part>);

impl Phrase {
    /// Words of the phrase's own language.
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(Kind::Text, text)
    }

    /// A left-to-right run such as `95%`.
    pub fn ltr(text: impl Into<String>) -> Self {
        Self::of(Kind::Ltr, text)
    }

    /// One part of the given kind; empty text gives an empty phrase.
    pub fn of(kind: Kind, text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        Self(vec![Part { text, kind, ..Part::default() }])
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text without its kinds and without remarks about it, for titles, alt texts and tests.
    pub fn plain(&self) -> String {
        self.0.iter().filter(|part| part.flag.is_none()).map(|part| part.text.as_str()).collect()
    }

    /// The phrase and then a remark about it.
    pub fn flagged(mut self, flag: Flag, word: impl Into<String>) -> Self {
        self.0.push(Part { text: word.into(), flag: Some(flag), ..Part::default() });
        self
    }

    /// The phrase without remarks about it.
    pub fn unflagged(mut self) -> Self {
        self.0.retain(|part| part.flag.is_none());
        self
    }

    /// Appends another phrase; neighbouring parts that differ in text only become one.
    pub fn push(&mut self, other: Phrase) {
        for part in other.0 {
            match self.0.last_mut() {
                Some(last)
                    if last.kind == part.kind
                        && last.lang == part.lang
                        && last.figure == part.figure
                        && last.href == part.href
                        && last.flag.is_none()
                        && part.flag.is_none()
                        && part.kind == Kind::Text =>
                {
                    last.text.push_str(&part.text);
                }
                _ => self.0.push(part),
            }
        }
    }

    /// The two phrases one after the other.
    pub fn then(mut self, other: Phrase) -> Self {
        self.push(other);
        self
    }

    /// The phrase and then words of its own language.
    pub fn then_text(self, text: impl Into<String>) -> Self {
        self.then(Phrase::text(text))
    }

    /// The same phrase with every part traced to the figure `id`.
    pub fn traced(mut self, id: &str) -> Self {
        for part in &mut self.0 {
            part.figure = Some(id.to_owned());
        }
        self
    }
}
