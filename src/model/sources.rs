//! Where the facts come from, and the documents named.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Address, Date, Localized, Moment, SpannedName};
use crate::yaml::Spanned;

/// Who may see a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Anyone.
    #[default]
    Public,
    /// Partners.
    Restricted,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// Who published it: an id of `orgs` or a name.
    #[serde(default)]
    pub org: Option<SpannedName>,
    /// Who wrote it: ids of `orgs` or names.
    #[serde(default)]
    pub authors: Vec<SpannedName>,
    /// Its title in each language.
    pub title: Localized,
    /// When it was published.
    #[serde(default)]
    pub date: Option<Spanned<Date>>,
    /// The language it was written in.
    #[serde(default)]
    pub lang: Option<String>,
    /// Who may see it.
    #[serde(default)]
    pub access: Access,
    /// Admiralty grade: source A-F, information 1-6.
    #[serde(default)]
    pub grade: Option<Spanned<String>>,
    /// Not to be quoted before.
    #[serde(default)]
    pub embargo: Option<Spanned<Moment>>,
    /// Its address on the web.
    #[serde(default)]
    pub url: Option<Address>,
    /// A file kept beside the edition.
    #[serde(default)]
    pub file: Option<String>,
    /// Its SHA-256.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// What sort of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Its id, unique in the edition: small Latin letters, digits, `_`.
    pub id: Spanned<String>,
    /// What sort of document it is.
    pub kind: ReferenceKind,
    /// An identifier: text, never grouped.
    #[serde(default)]
    pub number: Option<String>,
    /// The year of the document.
    #[serde(default)]
    pub year: Option<u16>,
    /// The name of the document in each language.
    #[serde(default)]
    pub title: Option<Localized>,
    /// Sources that name it.
    #[serde(default)]
    pub source: Vec<Spanned<String>>,
}
