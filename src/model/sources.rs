//! Where the facts come from, and the documents named.

use serde::Deserialize;

use super::{Date, Localized, SpannedName};
use crate::yaml::Spanned;

/// Who may see a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Anyone.
    #[default]
    Public,
    /// Partners.
    Restricted,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id.
    pub id: Spanned<String>,
    /// Who published it.
    #[serde(default)]
    pub org: Option<SpannedName>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<SpannedName>,
    /// What it is.
    pub title: Localized,
    /// When.
    #[serde(default)]
    pub date: Option<Spanned<Date>>,
    /// Its language.
    #[serde(default)]
    pub lang: Option<String>,
    /// Access.
    #[serde(default)]
    pub access: Access,
    /// Admiralty grade: source A-F, information 1-6.
    #[serde(default)]
    pub grade: Option<Spanned<String>>,
    /// Address.
    #[serde(default)]
    pub url: Option<String>,
    /// A file kept beside the edition.
    #[serde(default)]
    pub file: Option<String>,
    /// Its SHA-256.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// What sort of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// A resolution of the Security Council.
    UnscResolution,
    /// A review of a strategy.
    Review,
    /// Another document.
    Document,
}

/// A document referred to. Pointed at by its id: `{r2254}` gives `2254 (2015)`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Id.
    pub id: Spanned<String>,
    /// Kind.
    pub kind: ReferenceKind,
    /// An identifier: text, never grouped.
    #[serde(default)]
    pub number: Option<String>,
    /// Year.
    #[serde(default)]
    pub year: Option<u16>,
    /// Name.
    #[serde(default)]
    pub title: Option<Localized>,
    /// Sources that name it.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
