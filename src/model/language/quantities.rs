//! Numbers, and quantities without one, in a language file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Around, AroundTwo, Gendered, Noun, NumberWord, Placed, Scaling};

/// Numbers in words, and numbers with what they count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// The numbers from zero on as words, as far as the style writes words.
    pub words: Vec<NumberWord>,
    /// One and no more, before the singular: `ein einziger {}`.
    pub single: Gendered<Around>,
    /// A number of things that the reader knows: `the {}`; `{}` where nothing stands before it.
    pub known: Around,
    /// A thousand behind digits.
    pub thousand: Scaling,
    /// A million.
    pub million: Scaling,
    /// A thousand million.
    pub billion: Scaling,
    /// A million million.
    pub trillion: Scaling,
    /// A scale word and the noun behind it: `{} {}`, or with a preposition, `{} de {}`.
    pub scaled: AroundTwo,
    /// The form of the noun behind a scale word: `other` in most languages, `many` in Polish and Russian.
    pub after_scale: Category,
    /// Whether one is a word before a scale word where small numbers are: `un million`.
    pub one_in_words: bool,
    /// Whether a thousand has no one before it: `bin`.
    pub bare_thousand: bool,
}

/// A plural category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Nothing.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Every other number.
    Other,
}

/// Words for numbers that are not exact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualified {
    /// About.
    pub approx: Qualifying,
    /// About, from below.
    pub nearly: Qualifying,
    /// Strictly more.
    pub more_than: Qualifying,
    /// This or more.
    pub at_least: Qualifying,
    /// This or less.
    pub up_to: Qualifying,
    /// Strictly less.
    pub less_than: Qualifying,
    /// Less than another figure, which is named: `weniger als {}`.
    pub less_than_figure: Around,
    /// Between two numbers.
    pub range: RangeWords,
}

/// One qualifier.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualifying {
    /// In a sentence: `etwa {}`. With two places, the number and what it counts: `{} سے زیادہ {}`.
    pub prose: Placed,
    /// Before a counted noun, where that differs: `fewer than {}`; most languages have no such difference.
    #[serde(default)]
    pub counted: Option<Around>,
    /// In tiles and tables: `~{}`, or words.
    pub tile: Around,
    /// Other wordings, which a house can choose by their words under `style.<lang>.qualifiers`.
    #[serde(default)]
    pub or: Vec<Around>,
}

/// Between two numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeWords {
    /// In a sentence: `zwischen {} und {}`.
    pub prose: AroundTwo,
    /// In tiles and tables: `{}–{}`; as in a sentence where a dash does not stand for a range.
    pub tile: AroundTwo,
    /// Whether the scale word stands once: between 2 and 3 million, in place of between 2 million and 3 million.
    pub shared_scale: bool,
}

/// Words for quantities without a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VagueWords {
    /// Orders of magnitude.
    pub orders: Orders,
    /// The form of the noun behind them and behind `limited` and `unquantified`.
    pub nouns: NounAfter,
    /// Most.
    pub most: Share,
    /// All.
    pub all: Share,
    /// None.
    pub none: NoneWords,
    /// Less than a figure that is not named.
    pub less: Less,
    /// Few, without a number.
    pub limited: AmountWords,
    /// Some, without a number.
    pub unquantified: AmountWords,
}

/// The form of a noun behind words that are no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NounAfter {
    /// Its plural: the form `definite` where the noun has one, else `other`.
    Plural,
    /// The form behind numbers: `other`.
    Counted,
}

/// Orders of magnitude.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Orders {
    /// 10 and more.
    pub tens: Order,
    /// 100 and more.
    pub hundreds: Order,
    /// 1,000 and more.
    pub thousands: Order,
    /// 10,000 and more.
    pub tens_of_thousands: Order,
    /// 100,000 and more.
    pub hundreds_of_thousands: Order,
    /// A million and more.
    pub millions: Order,
    /// Ten million and more.
    pub tens_of_millions: Order,
    /// A hundred million and more.
    pub hundreds_of_millions: Order,
    /// A thousand million and more.
    pub billions: Order,
    /// Ten thousand million and more.
    pub tens_of_billions: Order,
    /// A hundred thousand million and more.
    pub hundreds_of_billions: Order,
}

impl Orders {
    /// Each with its key, from tens upwards.
    pub fn each(&self) -> [(&'static str, &Order); 11] {
        [
            ("tens", &self.tens),
            ("hundreds", &self.hundreds),
            ("thousands", &self.thousands),
            ("tens_of_thousands", &self.tens_of_thousands),
            ("hundreds_of_thousands", &self.hundreds_of_thousands),
            ("millions", &self.millions),
            ("tens_of_millions", &self.tens_of_millions),
            ("hundreds_of_millions", &self.hundreds_of_millions),
            ("billions", &self.billions),
            ("tens_of_billions", &self.tens_of_billions),
            ("hundreds_of_billions", &self.hundreds_of_billions),
        ]
    }
}

/// One order of magnitude.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Without a noun: `Tausende`.
    pub alone: String,
    /// Before a noun: `Tausende {}`.
    pub of: Around,
}

/// Most, or all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Of a whole, as `metrics.<id>.whole` names it: `die Mehrheit {}`.
    pub whole: Around,
    /// Of things without a whole: `die meisten {}`.
    pub plural: Around,
    /// Alone.
    pub alone: String,
}

/// None.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoneWords {
    /// Before the singular: `{m: kein {}, f: keine {}}`.
    pub noun: Gendered<Around>,
    /// Alone.
    pub alone: String,
}

/// Less than a figure that is not named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Less {
    /// Of counted things: fewer.
    pub counted: String,
    /// Of anything else: less.
    pub other: String,
}

/// An amount that is not given, by what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmountWords {
    /// Before a noun: `eine begrenzte Zahl von {}`.
    pub of: Around,
    /// Without a noun.
    pub alone: String,
    /// Of money.
    pub money: String,
    /// Of a whole in percent.
    pub share: String,
}

/// Shares of a hundred.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PercentWords {
    /// In words: `{} Prozent`.
    pub words: Around,
    /// With the sign: `{} %`, `{}%`, `%{}`.
    pub sign: Around,
    /// The sign beside the language's own digits: `%` or `٪`.
    pub own_sign: String,
    /// Percentage points as a counted noun.
    pub points: Noun,
}
