//! What one build adds to the templates and fonts: the Brief or another sheet, the date, files beside it,
//! attachments.

use serde::{Deserialize, Serialize};
use time::Date;

/// Which template sets a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entry {
    /// A Brief, which the templates read as `/brief.json`.
    #[default]
    Brief,
    /// A translation beside its master text, read as `/proof.json`.
    Proof,
    /// The counted messages in many numbers, read as `/sweep.json`.
    Sweep,
    /// What changed from one edition to another, read as `/changes.json`.
    Changes,
}

impl Entry {
    /// The template that the typesetter compiles, and the file that it reads.
    pub(super) fn files(self) -> (&'static str, &'static str) {
        match self {
            Self::Brief => ("main.typ", "brief.json"),
            Self::Proof => ("desk/proof.typ", "proof.json"),
            Self::Sweep => ("desk/sweep.typ", "sweep.json"),
            Self::Changes => ("desk/changes.typ", "changes.json"),
        }
    }
}

/// One document to typeset: one edition in one language.
#[derive(Debug, Clone)]
pub struct Job {
    /// Which template sets it.
    pub entry: Entry,
    /// The Brief, or what else the template sets, as JSON.
    pub brief: Vec<u8>,
    /// What `datetime.today()` says.
    pub date: Date,
    /// Further files that templates may read, such as a logo: path from the root with `/`, content.
    /// They win over a template of the same path.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the PDF carries in itself; only PDF/A-3 allows any.
    pub attachments: Vec<Attachment>,
    /// Whether links may lead to values of the data ([`VALUE_SCHEME`]), as those of a preview do.
    pub values: bool,
}

/// How the address of a link begins that leads to a value of the data: `mujaz:figures[liberated]`.
pub const VALUE_SCHEME: &str = "mujaz:";

impl Job {
    /// A Brief without further files and attachments.
    pub fn new(brief: Vec<u8>, date: Date) -> Self {
        Self { entry: Entry::Brief, brief, date, files: Vec::new(), attachments: Vec::new(), values: false }
    }

    /// A sheet of another kind.
    pub fn sheet(entry: Entry, data: Vec<u8>, date: Date) -> Self {
        Self { entry, ..Self::new(data, date) }
    }

    /// Adds a file that templates may read.
    pub fn file(mut self, path: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.files.push((path.into(), bytes));
        self
    }

    /// Adds an attachment. Two attachments may not have one name.
    pub fn attach(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }
}

/// A file inside the PDF (ISO 19005-3, 6.8: name, type, description and relationship are required).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name in the PDF, a relative path with `/`.
    pub name: String,
    /// `application/yaml`, `application/json` ...
    pub mime: String,
    /// One sentence for the reader's list of attachments.
    pub description: String,
    /// What it is to the document.
    pub relationship: Relationship,
    /// Its content.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// `/AFRelationship` of an attachment, as far as Typst writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// The numbers and words shown.
    Data,
    /// The same in another form.
    Alternative,
    /// Anything else.
    Supplement,
}
