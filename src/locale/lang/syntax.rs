//! Where words stand and how they change where they meet: everything in which a language departs from
//! the plain pattern of qualifier, number, noun.
//!
//! Where a language does not depart, it follows [`Syntax::PLAIN`]. Only tables stand here; the engine around
//! this folder carries them out.

use icu_plurals::PluralCategory;

use crate::model::Qualifier as Q;

/// The departures of one language.
pub(in crate::locale) struct Syntax {
    /// The space between groups of three digits.
    pub group_space: &'static str,
    /// Between digits and a percent sign after them.
    pub sign_gap: &'static str,
    /// Whether the percent sign stands before its number, as in %95.
    pub sign_first: bool,
    /// Whether the word for percent stands before its number, as in yüzde 95.
    pub percent_word_first: bool,
    /// Whether the language's own digits are of the bidirectional class EN (Persian, U+06F0 on), which
    /// places their signs by what stands before them; such figures are left-to-right parts as Latin ones.
    pub isolate_native: bool,
    /// The quotation marks of the choice «guillemets», with their spaces.
    pub guillemets: [&'static str; 2],
    /// The quotation marks of the choice “curly”.
    pub curly: [&'static str; 2],
    /// Between hours and minutes.
    pub clock_mark: &'static str,
    /// The least digits of an hour: 09:00, 9 h 00.
    pub hour_digits: usize,
    /// Behind a clock time: Uhr.
    pub clock_behind: &'static str,
    /// Letters whose capital is not Unicode's.
    pub capitals: &'static [(char, &'static str)],
    /// Between a scale word, or a whole million in full figures, and what is counted: millions *de* personnes.
    pub of: &'static str,
    /// The form of the noun behind a scale word.
    pub after_scale: PluralCategory,
    /// Words that lose their vowel before one: `de `, `d’`.
    pub elisions: &'static [[&'static str; 2]],
    /// Beginnings of words before which nothing is elided, although they look as if it were.
    pub aspirated: &'static [&'static str],
    /// A preposition, the article after it, both: `de `, `les `, `des `.
    pub fusions: &'static [[&'static str; 3]],
    /// Whether one before a scale word is written out where small numbers are: un million de personnes.
    pub one_in_words: bool,
    /// Whether a thousand needs no one before it: bin kişi.
    pub bare_thousand: bool,
    /// Whether the lower end of a range leaves out the scale word that both ends have.
    pub shared_scale: bool,
    /// Whether a rate stands before the amount: günde 3 milyon.
    pub per_first: bool,
    /// The gender of nouns, where the language has one of its own.
    pub feminine: Option<Feminine>,
    /// Whether orders of magnitude count the noun: on binlerce kişi.
    pub orders_count: bool,
    /// Whether amounts that are not given count the noun: sınırlı sayıda kişi.
    pub amounts_count: bool,
    /// Whether most, all and less stand behind the whole or the other figure, which then has their case. Words
    /// that begin with a space stand behind in any language.
    pub whole_first: bool,
    /// Before another figure that is more; `None` where the qualifier serves.
    pub less_than_figure: Option<&'static str>,
    /// After the noun of "no", by the noun's end; the first that fits.
    pub no_endings: &'static [(&'static str, &'static str)],
    /// Qualifiers that stand between the number and what is counted.
    pub behind: &'static [(Q, Behind)],
    /// Case endings by the end of a number in digits or of a word; the longest that fits.
    pub endings: &'static [Endings],
    /// Whether the time of an earlier value stands before it.
    pub when_first: bool,
    pub dates: DateSyntax,
}

/// French has two genders, and the gender of a unit is that of the Arabic noun. The forms of the unit may
/// say the French one; these ends are for those that do not.
pub(in crate::locale) struct Feminine {
    /// Ends of the first word of feminine nouns in the singular; a whole word begins with a space.
    pub ends: &'static [&'static str],
    /// "No" before a feminine noun.
    pub no: &'static str,
    /// "A single" before a feminine noun.
    pub single: &'static str,
    /// Whether every unit must say the gender of its noun, so that no end decides.
    pub asked: bool,
}

/// Words behind a number or a date, after the case ending that they ask of it.
#[derive(Clone, Copy)]
pub(in crate::locale) struct Behind {
    pub ending: Option<Ending>,
    pub words: &'static str,
}

impl Behind {
    const NOTHING: Self = Self { ending: None, words: "" };

    /// Words that ask for no ending.
    pub const fn words(words: &'static str) -> Self {
        Self { ending: None, words }
    }

    /// An ending and words after it.
    pub const fn after(ending: Ending, words: &'static str) -> Self {
        Self { ending: Some(ending), words }
    }
}

/// A case that is an ending on the number or the word before.
#[derive(Clone, Copy)]
pub(in crate::locale) enum Ending {
    /// From, than: -den.
    Ablative,
    /// In, at: -de.
    Locative,
}

/// The endings of whatever ends in these digits or letters.
pub(in crate::locale) struct Endings {
    /// Digits as they are read (`10` is the end of 110), or the last letters of a word.
    pub of: &'static str,
    pub ablative: &'static str,
    pub locative: &'static str,
}

/// The departures of dates.
pub(in crate::locale) struct DateSyntax {
    /// The names of months without a day, where they differ.
    pub months_alone: Option<[&'static str; 12]>,
    /// After the first day of a month: 1er.
    pub first_day: &'static str,
    /// After every other day, as a part of its figure: 15.
    pub day_mark: &'static str,
    /// After a day before its month, glued: ١٥ی.
    pub day_link: &'static str,
    /// After a month before its year, glued: حوزەیرانی.
    pub month_link: &'static str,
    /// The prepositions before days, where those of the table are for months and years only.
    pub days: Option<DayWords>,
    /// Before the part of a month or year, and before a date that is not exact, in place of "in".
    pub on_inexact: Option<&'static str>,
    /// Before a year alone, in place of "in".
    pub on_year: Option<&'static str>,
    /// Parts behind the month or year; the words of the table before them are then empty.
    pub parts_behind: [&'static str; 3],
    /// Behind a date that is not exact.
    pub about_behind: &'static str,
    /// Behind a date that something is placed in.
    pub on_behind: Behind,
    /// Behind a day that something is placed in, where that differs.
    pub on_behind_day: Option<Behind>,
    /// Behind the first point of an open interval.
    pub since_behind: Behind,
    /// Behind an interval in a sentence.
    pub span_behind: &'static str,
    /// Behind two points between which something lies, where that differs.
    pub between_behind: Option<&'static str>,
}

/// Prepositions before a day.
pub(in crate::locale) struct DayWords {
    pub about: &'static str,
    pub since: &'static str,
    /// In a sentence, and in a period that stands alone.
    pub from: [&'static str; 2],
    pub to: &'static str,
    pub between: [&'static str; 2],
}

impl Syntax {
    /// No departure at all.
    pub const PLAIN: Self = Self {
        group_space: "\u{a0}",
        sign_gap: "",
        sign_first: false,
        percent_word_first: false,
        isolate_native: false,
        guillemets: ["«", "»"],
        curly: ["“", "”"],
        clock_mark: ":",
        hour_digits: 2,
        clock_behind: "",
        capitals: &[],
        of: "",
        after_scale: PluralCategory::Other,
        elisions: &[],
        aspirated: &[],
        fusions: &[],
        one_in_words: false,
        bare_thousand: false,
        shared_scale: false,
        per_first: false,
        feminine: None,
        orders_count: false,
        amounts_count: false,
        whole_first: false,
        less_than_figure: None,
        no_endings: &[],
        behind: &[],
        endings: &[],
        when_first: false,
        dates: DateSyntax::PLAIN,
    };
}

impl DateSyntax {
    /// No departure at all.
    pub const PLAIN: Self = Self {
        months_alone: None,
        first_day: "",
        day_mark: "",
        day_link: "",
        month_link: "",
        days: None,
        on_inexact: None,
        on_year: None,
        parts_behind: [""; 3],
        about_behind: "",
        on_behind: Behind::NOTHING,
        on_behind_day: None,
        since_behind: Behind::NOTHING,
        span_behind: "",
        between_behind: None,
    };
}
