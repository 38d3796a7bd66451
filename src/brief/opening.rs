//! What stands at the head of a brief: bottom line, highlights, situation.

use serde::{Deserialize, Serialize};

use super::build::filled;
use super::writer::Writer;
use super::{Body, Mark};
use crate::locale::Phrase;

/// A paragraph.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Paragraph {
    /// Its number, where paragraphs are numbered.
    pub number: Option<Phrase>,
    /// A run-in heading.
    pub lead: Option<Phrase>,
    /// The text.
    pub text: Phrase,
    /// Source marks.
    pub marks: Vec<Mark>,
}

/// The one sentence.
pub fn bottom_line(writer: &Writer<'_>) -> Option<Body> {
    writer.words.needed("bottom_line").map(Body::BottomLine)
}

/// The bullets.
pub fn highlights(writer: &Writer<'_>) -> Option<Body> {
    filled(writer.words.texts("highlights"), Body::Highlights)
}

/// The paragraphs, numbered alike in every language.
pub fn situation(writer: &Writer<'_>) -> Option<Body> {
    let paragraphs = writer.words.texts("situation").into_iter().enumerate().map(|(at, text)| Paragraph {
        number: Some(writer.words.locale.count(at as u64 + 1)),
        lead: None,
        text,
        marks: Vec::new(),
    });
    filled(paragraphs.collect(), Body::Situation)
}
