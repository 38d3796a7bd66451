//! What a file for translators holds, whatever its format: one edition's messages in one language beside
//! their master texts.
//!
//! `po` and `xliff` write it and read it back. It knows nothing of the edition
//! that it was made from; which text it may change there is the importer's to judge.

use crate::diag::{FileId, Span};
use crate::text::Typed;

/// A file for translators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The edition's id.
    pub edition: String,
    /// The language translated into (BCP 47).
    pub lang: String,
    /// The language translated from; empty if a file that was read does not say.
    pub master: String,
    /// A hash over all master texts when the file was written; empty if a file that was read does not say.
    pub base: String,
    /// Who translated last, if the file says.
    pub translator: Option<String>,
    /// The messages in the order of the page.
    pub entries: Vec<Entry>,
    /// Messages that a translator's tool put aside (`#~` in PO). Nothing stands for them on a page.
    pub obsolete: Vec<Entry>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its key, such as `threats.cells` or `highlights[2]`.
    pub key: String,
    /// The master text. Read from a file it is what the format keeps of it, and a message
    /// in forms has an empty `by`.
    pub source: Typed,
    /// The master text that the translation translates, if the source has changed since.
    pub previous: Option<Typed>,
    /// The translation; `None` if there is none, or none that is whole. Read from a file, forms have an empty
    /// `by`, and only those that the format has a place for.
    pub target: Option<Typed>,
    /// Whether a person must look at the translation again.
    pub fuzzy: bool,
    /// Whether the translation is approved. XLIFF only.
    pub approved: bool,
    /// What the translator should know. Several lines may stand in one.
    pub notes: Vec<String>,
    /// What translators noted, a line each. Kept as they are; mujaz writes none of its own.
    pub remarks: Vec<String>,
    /// File and line of the master text; line 0 stands for the whole file.
    pub references: Vec<(String, usize)>,
    /// The most characters that the translation should have.
    pub max_length: Option<usize>,
    /// The key and the source in the file read; empty in a message to be written.
    pub place: Span,
    /// The translations in the file read, empty ones too: CLDR category (`other` for a message without
    /// forms), and in PO from the first quote to the last, in XLIFF what stands between the tags.
    pub target_places: Vec<(&'static str, Span)>,
}

impl Entry {
    /// A message to be translated, with nothing but its master text.
    pub fn new(key: impl Into<String>, source: Typed) -> Self {
        Self {
            key: key.into(),
            source,
            previous: None,
            target: None,
            fuzzy: false,
            approved: false,
            notes: Vec::new(),
            remarks: Vec::new(),
            references: Vec::new(),
            max_length: None,
            place: Span::new(FileId(0), 0, 0),
            target_places: Vec::new(),
        }
    }

    /// Whether it is written with a field for each plural form: the source or the translation has forms.
    pub(super) fn is_plural(&self) -> bool {
        let forms = |typed: &Typed| matches!(typed, Typed::Forms { .. });
        forms(&self.source) || self.target.as_ref().is_some_and(forms)
    }
}

/// The source and the plural beside it that a translator sees: of a message in forms `one` if there is such a
/// form, and `other`.
pub(super) fn shown(source: &Typed) -> (&str, &str) {
    (source.form("one").unwrap_or_else(|| source.other()), source.other())
}

/// The source that was shown as these two.
pub(super) fn unshown(one: String, other: String) -> Typed {
    match one == other {
        true => Typed::One(one),
        false => Typed::Forms { by: String::new(), forms: vec![("one", one), ("other", other)] },
    }
}
