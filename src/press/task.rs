//! What one file, or the files of one language, are made of.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use time::{OffsetDateTime, UtcOffset};

use crate::model::TextLayer;
use crate::output::{Identity, Standard};
use crate::typeset::{Assets, Attachment, Job};

/// One edition in one language for one audience, on its way to bytes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Task {
    /// Id of the edition.
    pub edition: String,
    /// The language, BCP 47.
    pub lang: String,
    /// The audience; `None` for the whole edition.
    pub audience: Option<String>,
    /// What to make.
    pub formats: Vec<Format>,
    /// The standards of the PDF.
    pub standard: Standard,
    /// The order of the letters in the text of the PDF.
    pub text_layer: TextLayer,
    /// The time that the PDF carries.
    #[serde(with = "seconds")]
    pub timestamp: OffsetDateTime,
    /// What the templates read, as JSON.
    #[serde(with = "serde_bytes")]
    pub brief: Vec<u8>,
    /// What else they may read: path from the root, content.
    pub files: Vec<(String, serde_bytes::ByteBuf)>,
    /// What the PDF carries in itself.
    pub attachments: Vec<Attachment>,
}

/// A kind of file to make.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Format {
    /// PDF, for reading and for the archive.
    Pdf,
    /// Each page as a picture, with this many pixels to an inch.
    Png(f64),
    /// Each page as a drawing that scales.
    Svg,
    /// The whole brief as one page of HTML, written from the Brief and not from pages.
    Html,
    /// All pages as a preview shows them, in one file ([`Sheet`](crate::output::Sheet)).
    Sheets,
}

impl Task {
    /// The names of its files begin so: `2031-06.ar`, and `2031-06.public.ar` for an audience.
    pub fn stem(&self) -> String {
        match &self.audience {
            None => format!("{}.{}", self.edition, self.lang),
            Some(audience) => format!("{}.{audience}.{}", self.edition, self.lang),
        }
    }

    /// The name of its one file of a kind: `2031-06.ar.pdf`.
    pub(super) fn named(&self, ending: &str) -> String {
        format!("{}.{ending}", self.stem())
    }

    /// Who its PDF says it is.
    pub fn identity(&self) -> Identity {
        let audience = self.audience.as_deref().unwrap_or("all");
        Identity::new(&self.edition, &self.lang, audience, self.timestamp)
    }

    /// Whether pages are needed for what is asked for.
    pub(super) fn needs_pages(&self) -> bool {
        self.formats.iter().any(|format| *format != Format::Html)
    }

    /// The job of the typesetter.
    pub(super) fn job(&self) -> Job {
        let mut job = Job::new(self.brief.clone(), self.timestamp.to_offset(UtcOffset::UTC).date());
        for (path, bytes) in &self.files {
            job = job.file(path.clone(), bytes.to_vec());
        }
        job.values = self.formats.contains(&Format::Sheets);
        if self.standard == Standard::Record {
            job.attachments.clone_from(&self.attachments);
        }
        job
    }

    /// A SHA-256 over everything that its files depend on: itself, the templates and fonts, and this program.
    pub fn recipe(&self, assets: &Assets) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(env!("CARGO_PKG_VERSION"));
        sha.update(assets.digest());
        // Writing plain structs with text keys into memory has no way to fail.
        sha.update(postcard::to_stdvec(self).unwrap_or_default());
        sha.finalize().into()
    }
}

/// A moment as whole seconds since 1970: no PDF says more.
mod seconds {
    use serde::{Deserialize, Deserializer, Serializer, de};
    use time::OffsetDateTime;

    pub fn serialize<S: Serializer>(moment: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(moment.unix_timestamp())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
        OffsetDateTime::from_unix_timestamp(i64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
