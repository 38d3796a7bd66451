//! What is built, published and described together: one edition for one audience.

use serde::{Deserialize, Serialize};

use super::write::is_plain;

/// What the whole edition is called where an audience is named.
pub const WHOLE: &str = "all";

/// One edition for one audience.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Id of the edition.
    pub edition: String,
    /// The audience; `None` for the whole edition, which JSON calls `all`.
    #[serde(with = "audience")]
    pub audience: Option<String>,
}

impl Unit {
    /// Its folder below that of the outputs, with `/`: `2031-06`, and `audiences/public/2031-06`.
    pub fn folder(&self) -> String {
        match &self.audience {
            None => self.edition.clone(),
            Some(audience) => format!("audiences/{audience}/{}", self.edition),
        }
    }

    /// The names of its files begin so: `2031-06`, and `2031-06.public`.
    pub fn stem(&self) -> String {
        match &self.audience {
            None => self.edition.clone(),
            Some(audience) => format!("{}.{audience}", self.edition),
        }
    }

    /// The name of its statement of provenance.
    pub fn provenance_name(&self) -> String {
        format!("{}.intoto.json", self.stem())
    }

    /// Whether its folder is one of those that mujaz makes, wherever the names come from.
    pub(super) fn is_plain(&self) -> bool {
        is_plain(&self.edition) && self.audience.as_deref().is_none_or(|it| it != WHOLE && is_plain(it))
    }
}

/// `all` for the whole edition.
pub(super) mod audience {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::WHOLE;

    #[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
    pub fn serialize<S: Serializer>(audience: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(audience.as_deref().unwrap_or(WHOLE))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
        let audience = String::deserialize(deserializer)?;
        Ok(if audience == WHOLE { None } else { Some(audience) })
    }
}
