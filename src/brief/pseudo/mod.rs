//! A finished Brief -> the same Brief in a language that nobody speaks, to try the templates with.
//!
//! A pseudo-locale has no texts of its own. It disguises every string of a Brief in a real language, so that
//! what a template places, cuts off or mirrors wrongly is seen before there is a translation. Figures, dates'
//! digits, codes, addresses and markings stay as they are, and so does everything that a template matches on.

mod kept;
mod letters;
mod long;
mod rtl;
#[cfg(test)]
mod tests;
mod walk;

use serde_json::Value;

use super::Brief;
use crate::locale::Part;

/// A language that is made from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Left to right: words two fifths longer, in letters with accents, each string in brackets.
    Long,
    /// Right to left: words in Arabic letters, one by one.
    Rtl,
}

impl Pseudo {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Long, Self::Rtl];

    /// The pseudo-locale of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.tag() == name)
    }

    /// Its name, a private tag of BCP 47 (RFC 5646, 2.2.7).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Long => "x-long",
            Self::Rtl => "x-rtl",
        }
    }

    /// The language to make it from, of those that an edition has: English, else the master.
    pub fn base<'a>(known: impl IntoIterator<Item = &'a str>, master: &'a str) -> &'a str {
        known.into_iter().find(|lang| lang.split('-').next() == Some("en")).unwrap_or(master)
    }

    /// The Brief in disguise, as the file that the templates read. The same Brief gives the same bytes.
    pub fn json(self, brief: &Brief) -> String {
        serde_json::to_string_pretty(&self.disguised(brief)).unwrap_or_default()
    }

    fn disguised(self, brief: &Brief) -> Value {
        let mut value = serde_json::to_value(brief).unwrap_or_default();
        walk::walk(&mut value, self);
        let (stem, dir) = match (self, brief.dir.as_str()) {
            (Self::Long, "ltr") => (brief.lang.as_str(), "ltr"),
            (Self::Long, _) => ("en", "ltr"),
            (Self::Rtl, "rtl") => (brief.lang.as_str(), "rtl"),
            (Self::Rtl, _) => ("ar", "rtl"),
        };
        // The typesetter takes the first subtag: fonts, shaping and the PDF are those of a real language.
        value["lang"] = format!("{stem}-{}", self.tag()).into();
        value["dir"] = dir.into();
        value["time_axis"] = dir.into();
        value
    }

    /// A phrase in its parts.
    fn phrase(self, parts: Vec<Part>) -> Vec<Part> {
        match self {
            Self::Long => long::phrase(parts),
            Self::Rtl => rtl::phrase(parts),
        }
    }

    /// A text without parts: a label of the template, an alternative text, a title.
    fn plain(self, text: &str) -> String {
        match self {
            Self::Long => long::plain(text),
            Self::Rtl => rtl::plain(text),
        }
    }
}
