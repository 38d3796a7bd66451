//! What a file for translators holds, whatever its format: one edition's messages in one language beside
//! their master texts.
//!
//! [`po`](super::po) and [`xliff`](super::xliff) write it and read it back. It knows nothing of the edition that
//! it was made from; which text it may change there is the importer's to judge.

use crate::diag::{FileId, Finding, Sources, Span};
use crate::text::Typed;
use crate::yaml::Limits;

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
    /// The master text. Read from a file it is what the format [keeps](super::po::kept) of it, and a message
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

/// The forms of a source that no field shows.
pub(super) fn hidden(source: &Typed) -> impl Iterator<Item = (&'static str, &str)> {
    let forms = match source {
        Typed::One(_) => &[],
        Typed::Forms { forms, .. } => forms.as_slice(),
    };
    let shown = |category: &str| matches!(category, "one" | "other");
    forms
        .iter()
        .filter(move |(category, _)| !shown(category))
        .map(|(category, text)| (*category, text.as_str()))
}

/// The source that was shown as these two.
pub(super) fn unshown(one: String, other: String) -> Typed {
    match one == other {
        true => Typed::One(one),
        false => Typed::Forms { by: String::new(), forms: vec![("one", one), ("other", other)] },
    }
}

/// A source as it is read back after it was shown.
pub(super) fn seen(source: &Typed) -> Typed {
    let (one, other) = shown(source);
    unshown(one.to_owned(), other.to_owned())
}

/// The lines of a note, without white space at their ends; a note without a letter is one empty line.
pub(super) fn lines_of(note: &str) -> Vec<String> {
    match note.trim_end() {
        "" => vec![String::new()],
        note => {
            note.lines().flat_map(|line| line.split('\r')).map(|line| line.trim_end().to_owned()).collect()
        }
    }
}

/// YA12: nothing is read of a file beyond the bound of any file.
pub(super) fn bounded(file: FileId, sources: &Sources, findings: &mut Vec<Finding>) -> Option<()> {
    let (bytes, most) = (sources.text(file).len(), Limits::default().bytes);
    if bytes <= most {
        return Some(());
    }
    let message = format!("the file has {bytes} bytes; at most {most} are read");
    findings.push(Finding::error("YA12", message).at(Span::new(file, 0, 0), ""));
    None
}

/// PO08: some forms are empty.
pub(super) fn partly(key: &str, empty: impl Iterator<Item = &'static str>, place: Span) -> Finding {
    let empty: Vec<String> = empty.map(|category| format!("`{category}`")).collect();
    Finding::warning("PO08", format!("`{key}` lacks the plural forms {}", empty.join(", ")))
        .at(place, "empty")
        .help("fill in every form, or leave all of them empty; until then the message is not translated")
}

/// A translation as its fields give it back: with a text for each of these forms, or none.
pub(super) fn fields(entry: &Entry, target: &Typed, categories: &[&'static str]) -> Option<Typed> {
    let full = |text: &&str| !text.trim().is_empty();
    if !entry.is_plural() {
        return Some(target.clone()).filter(|target| full(&target.other()));
    }
    let form = |category: &&'static str| Some((*category, target.form(category).filter(full)?.to_owned()));
    let forms = categories.iter().map(form).collect::<Option<Vec<_>>>()?;
    Some(Typed::Forms { by: String::new(), forms })
}

/// Whether a file that is refused has told as many findings as any file does. Warnings alone stop no reading.
pub(super) fn full(findings: &[Finding]) -> bool {
    findings.len() >= Limits::default().findings && findings.last().is_some_and(Finding::is_error)
}
