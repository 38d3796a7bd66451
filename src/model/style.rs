//! The choices on which real sources differ: digits, marks, months, quotes. One set a language.
//!
//! `house.yaml` names a base profile and may change any choice; the locale knows what the base
//! profiles are and how each choice is carried out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Qualifier;

/// Declares an enum of snake_case choices.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $(=$rename:literal)? $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $(#[serde(rename = $rename)])? $variant),* }
    };
}

choice!(
    /// Numeral shapes.
    Digits {
        /// 0123456789
        Latn,
        /// ٠١٢٣٤٥٦٧٨٩ (Persian shapes in fa)
        Arab,
    }
);
choice!(
    /// The decimal mark.
    DecimalMark {
        /// 7,7
        Comma,
        /// 7.7
        Point,
        /// U+066B
        Arabic,
    }
);
choice!(
    /// The mark between groups of three digits.
    GroupMark {
        /// 1,000
        Comma,
        /// 1.000
        Point,
        /// U+066C
        Arabic,
        /// No-break space (narrow in French).
        Nbsp,
        /// 1000
        None,
    }
);
choice!(
    /// How a percentage reads in running text; tiles and tables always take the sign.
    Percent {
        /// في المائة, per cent
        Words,
        /// 95% (sign on the side its digits ask for)
        Sign,
    }
);
choice!(
    /// The scale word after a decimal.
    ScaleAfterDecimal {
        /// 7,7 ملايين
        ByInteger,
        /// 7.7 مليون
        Singular,
    }
);
choice!(
    /// Arabic month names.
    Months {
        /// تشرين الثاني/نوفمبر
        ="levantine/gregorian" Both,
        /// نوفمبر
        Gregorian,
        /// تشرين الثاني
        Levantine,
        /// نوفمبر (تشرين الثاني)
        ="gregorian(levantine)" GregorianFirst,
        /// نونبر
        Maghreb,
    }
);
choice!(
    /// Where the Hijri date stands beside the Gregorian one (Umm al-Qura).
    Hijri {
        /// Nowhere.
        Never,
        /// In the masthead.
        Cover,
        /// With every full date.
        All,
    }
);
choice!(
    /// Which quotation marks surround a quote.
    Quotes {
        /// « »
        Guillemets,
        /// “ ”
        Curly,
    }
);

/// A base profile and the choices that depart from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// `un`, `coalition`, `gulf-press`, `levant-press`, `asharq`; a language may have others. `custom`
    /// has no choices of its own: every one must be given.
    pub profile: Option<String>,
    /// Numeral shapes.
    pub digits: Option<Digits>,
    /// Decimal mark.
    pub decimal: Option<DecimalMark>,
    /// Grouping mark.
    pub group: Option<GroupMark>,
    /// Percent in prose.
    pub percent: Option<Percent>,
    /// Scale word after a decimal.
    pub scale_after_decimal: Option<ScaleAfterDecimal>,
    /// Month names.
    pub months: Option<Months>,
    /// Whether `م` follows a year.
    pub year_mark: Option<bool>,
    /// Hijri dates.
    pub hijri: Option<Hijri>,
    /// Quotation marks.
    pub quotes: Option<Quotes>,
    /// Whole numbers below this are written in words in prose (0: never).
    pub numbers_as_words_below: Option<u8>,
    /// What is said for each qualifier.
    pub qualifiers: QualifierWords,
    /// What the text of the PDFs in this language is made for, if it is not what the house says.
    pub text_layer: Option<TextLayer>,
}

/// In which order a PDF carries the letters of text from right to left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextLayer {
    /// As they stand on the line, which is what viewers, search and copying expect.
    #[default]
    Visual,
    /// As they are read, by the letter of ISO 32000-1, 14.8.2.3.3; some viewers then lose spaces.
    Reading,
    /// As the typesetter leaves them.
    Off,
}

/// The wording of each qualifier, named by its own words: `approx: زهاء`. The locale knows which wordings
/// a language has, on which side of the number they stand and which case they govern.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct QualifierWords {
    /// About.
    pub approx: Option<String>,
    /// About, from below.
    pub nearly: Option<String>,
    /// Strictly more.
    pub more_than: Option<String>,
    /// This or more.
    pub at_least: Option<String>,
    /// This or less.
    pub up_to: Option<String>,
    /// Strictly less.
    pub less_than: Option<String>,
    /// Between two numbers.
    pub range: Option<String>,
}

impl QualifierWords {
    /// Each qualifier that can be worded, its key in a style, and the wording that is asked for.
    pub fn each(&self) -> [(Qualifier, &'static str, Option<&str>); 7] {
        [
            (Qualifier::Approx, "approx", self.approx.as_deref()),
            (Qualifier::Nearly, "nearly", self.nearly.as_deref()),
            (Qualifier::MoreThan, "more_than", self.more_than.as_deref()),
            (Qualifier::AtLeast, "at_least", self.at_least.as_deref()),
            (Qualifier::UpTo, "up_to", self.up_to.as_deref()),
            (Qualifier::LessThan, "less_than", self.less_than.as_deref()),
            (Qualifier::Range, "range", self.range.as_deref()),
        ]
    }
}
