//! A typeset document and its identity -> PDF/A with PDF/UA.
//!
//! There is no plain PDF: only with both standards does the exporter refuse text that could not be
//! read back.

use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, UtcOffset};
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diag::Finding;
use crate::typeset::Typeset;

/// The pair of standards that a PDF meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standard {
    /// For the record: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1); may carry its sources.
    #[serde(rename = "a-3a+ua-1")]
    Record,
    /// For delivery: PDF/A-2a (ISO 19005-2) and PDF/UA-1; no attachments, for archives that refuse them.
    #[serde(rename = "a-2a+ua-1")]
    Delivery,
}

impl Standard {
    fn list(self) -> [PdfStandard; 2] {
        match self {
            Self::Record => [PdfStandard::A_3a, PdfStandard::Ua_1],
            Self::Delivery => [PdfStandard::A_2a, PdfStandard::Ua_1],
        }
    }
}

/// Who the PDF says it is. Equal identities and equal documents give equal bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Stays the same from build to build; its hash becomes the document's id.
    pub ident: String,
    /// When the PDF says it was made.
    pub timestamp: OffsetDateTime,
    /// The programs that made it.
    pub creator: String,
}

impl Identity {
    /// The identity of one edition in one language for one audience.
    pub fn new(edition: &str, lang: &str, audience: &str, timestamp: OffsetDateTime) -> Self {
        Self {
            ident: format!("mujaz:{edition}:{lang}:{audience}"),
            timestamp,
            creator: format!("mujaz {}; Typst {}", env!("CARGO_PKG_VERSION"), typst_version()),
        }
    }
}

/// The version of Typst in this binary.
pub(crate) fn typst_version() -> &'static str {
    typst::utils::version().raw()
}

/// Writes the PDF. The time is written in UTC, to the second.
///
/// # Errors
/// `OU01` for each thing that the standards do not allow, such as an image without alternative text.
pub fn pdf(typeset: &Typeset, identity: &Identity, standard: Standard) -> Result<Vec<u8>, Vec<Finding>> {
    if standard == Standard::Delivery && typeset.has_attachments() {
        let finding = Finding::error("OU01", "PDF/A-2 carries no attachments")
            .help("typeset the edition without attachments, or build it for the record");
        return Err(vec![finding]);
    }
    let standards = PdfStandards::new(&standard.list())
        .map_err(|error| vec![Finding::error("OU01", error.message().as_str())])?;
    let options = PdfOptions {
        ident: Smart::Custom(identity.ident.clone()),
        creator: Smart::Custom(Some(identity.creator.clone())),
        timestamp: Some(timestamp(identity.timestamp)?),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&typeset.document, &options).map_err(|errors| typeset.findings(&errors, "OU01"))
}

fn timestamp(moment: OffsetDateTime) -> Result<Timestamp, Vec<Finding>> {
    let utc = moment.checked_to_offset(UtcOffset::UTC).filter(|utc| (0..=9999).contains(&utc.year()));
    let date = utc.and_then(|utc| {
        let (hour, minute, second) = utc.to_hms();
        Datetime::from_ymd_hms(utc.year(), utc.month().into(), utc.day(), hour, minute, second)
    });
    let fault = || vec![Finding::error("OU01", format!("a PDF cannot be dated `{moment}`"))];
    date.map(Timestamp::new_utc).ok_or_else(fault)
}
