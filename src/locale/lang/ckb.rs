//! Central Kurdish (Sorani) in the Arabic script, as the Kurdistan Regional Government writes it.

mod money;
mod syntax;

use crate::model::{
    DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, Quotes, ScaleAfterDecimal,
};

use self::money::CURRENCIES;
pub(super) use self::syntax::{FINER, SYNTAX};
use super::super::Direction;
use super::{
    Amount, Changes, Choices, Counting, Dates, Forms, Language, Lists, PercentWords, Qualifier, Qualifiers,
    Scaled, Spelled, Vague,
};

const UN: Choices = Choices {
    digits: Digits::Arab,
    decimal: DecimalMark::Arabic,
    group: GroupMark::Arabic,
    percent: Percent::Words,
    percent_spelling: 0,
    scale_after_decimal: ScaleAfterDecimal::Singular,
    months: Months::Gregorian,
    month_first: false,
    year_mark: false,
    hijri: Hijri::Never,
    quotes: Quotes::Guillemets,
    numbers_as_words_below: 11,
};

/// The base profiles; `press` takes the sign, `latin` the Latin digits, `plain` keeps to figures.
const PROFILES: &[(&str, Choices)] = &[
    ("un", UN),
    ("press", Choices { percent: Percent::Sign, ..UN }),
    ("latin", Choices { digits: Digits::Latn, decimal: DecimalMark::Point, group: GroupMark::Comma, ..UN }),
    ("plain", Choices { percent: Percent::Sign, numbers_as_words_below: 0, ..UN }),
];

/// 0 to 12.
const WORDS: &[Spelled] = &[
    Spelled::alike("سفر"),
    Spelled::alike("یەک"),
    Spelled::alike("دوو"),
    Spelled::alike("سێ"),
    Spelled::alike("چوار"),
    Spelled::alike("پێنج"),
    Spelled::alike("شەش"),
    Spelled::alike("حەوت"),
    Spelled::alike("هەشت"),
    Spelled::alike("نۆ"),
    Spelled::alike("دە"),
    Spelled::alike("یازدە"),
    Spelled::alike("دوازدە"),
];

const fn scale(word: &'static str) -> Option<Scaled> {
    Some(Scaled { absolute: Forms::pair(word, word), construct: Forms::pair(word, word) })
}

/// Before the words for percent, which begin with لە, the preposition is not said twice.
const LE_SEDA: &[[&str; 3]] = &[["لە ", "لە\u{a0}سەدا", "لە\u{a0}سەدا"]];

pub(super) static SORANI: Language = Language {
    tag: "ckb",
    direction: Direction::Rtl,
    native_zero: '٠',
    profiles: PROFILES,
    counting: Counting {
        scales: [scale("هەزار"), scale("ملیۆن"), scale("ملیار"), scale("تریلیۆن")],
        noun_says_one_and_two: false,
        words: WORDS,
        one: [[""; 3]; 2],
        single: "یەک ",
        article: "",
        measures: &[],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::words("نزیکەی ", None),
        nearly: Qualifier::words("نزیک بە ", None),
        more_than: Qualifier::words("زیاتر لە ", None),
        at_least: Qualifier::words("لانیکەم ", None),
        up_to: Qualifier::words("تا ", None),
        less_than: Qualifier::words("کەمتر لە ", None),
        between: "لە نێوان ",
        and: " بۆ ",
        range_dash: None,
        range_case: None,
    },
    vague: Vague {
        orders: &[
            ("دەیان", "دەیان "),
            ("سەدان", "سەدان "),
            ("هەزاران", "هەزاران "),
            ("دەیان هەزار", "دەیان هەزار "),
            ("سەدان هەزار", "سەدان هەزار "),
            ("ملیۆنان", "ملیۆنان "),
            ("دەیان ملیۆن", "دەیان ملیۆن "),
            ("سەدان ملیۆن", "سەدان ملیۆن "),
            ("ملیاران", "ملیاران "),
            ("دەیان ملیار", "دەیان ملیار "),
            ("سەدان ملیار", "سەدان ملیار "),
        ],
        most_of: ["زۆربەی "; 2],
        most: "زۆرینە",
        all_of: ["هەموو "; 2],
        all: "هەموو",
        less: ["کەمتر"; 2],
        no: "هیچ ",
        nothing: "هیچ",
        limited: Amount {
            of: ["ژمارەیەکی سنوورداری "; 3],
            alone: ["ژمارەیەکی سنووردار"; 3],
            money: ["بڕێکی سنووردار"; 3],
            share: ["ڕێژەیەکی سنووردار"; 3],
        },
        unquantified: Amount {
            of: ["ژمارەیەک "; 3],
            alone: ["دیاری نەکراوە"; 3],
            money: ["بڕێکی دیارینەکراو"; 3],
            share: ["ڕێژەیەکی دیارینەکراو"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["لە\u{a0}سەدا"],
        native_sign: "٪",
        points: (Gender::Masculine, Forms::pair("خاڵی سەدی", "خاڵی سەدی")),
    },
    currencies: CURRENCIES,
    per: ["لە ڕۆژێکدا", "لە هەفتەیەکدا", "لە مانگێکدا", "لە ساڵێکدا"],
    spans: [
        (Gender::Masculine, Forms::pair("ڕۆژ", "ڕۆژ")),
        (Gender::Masculine, Forms::pair("هەفتە", "هەفتە")),
        (Gender::Masculine, Forms::pair("مانگ", "مانگ")),
        (Gender::Masculine, Forms::pair("ساڵ", "ساڵ")),
    ],
    dates: Dates {
        gregorian: [
            "کانوونی دووەم",
            "شوبات",
            "ئازار",
            "نیسان",
            "ئایار",
            "حوزەیران",
            "تەممووز",
            "ئاب",
            "ئەیلوول",
            "تشرینی یەکەم",
            "تشرینی دووەم",
            "کانوونی یەکەم",
        ],
        levantine: None,
        maghreb: None,
        short: None,
        hijri: [
            "موحەڕەم",
            "سەفەر",
            "ڕەبیعی یەکەم",
            "ڕەبیعی دووەم",
            "جومادای یەکەم",
            "جومادای دووەم",
            "ڕەجەب",
            "شەعبان",
            "ڕەمەزان",
            "شەووال",
            "زولقەعدە",
            "زولحیججە",
        ],
        hijri_mark: "ی کۆچی",
        year_mark: "ز",
        year_word: "ساڵی ",
        parts: ["سەرەتای ", "ناوەڕاستی ", "کۆتایی "],
        about: "نزیکەی ",
        uncertain: " (پشتڕاست نەکراوەتەوە)",
        since: "لە ",
        from: ["لە "; 2],
        to: " تا ",
        between: ["لە نێوان ", " و "],
        dash: None,
        on: ["لە "; 2],
        clock: "، کاتژمێر ",
    },
    lists: Lists { comma: "، ", semicolon: "؛ ", middle: "، ", last: " و ", contractions: LE_SEDA },
    changes: Changes {
        up: "زیادبوون بە بەراورد بە ",
        down: "کەمبوونەوە بە بەراورد بە ",
        same: "بێ گۆڕانکاری",
        before: "بەهای پێشوو: ",
        same_range: " (لە هەمان مەودادا)",
        overlap: " (مەوداکان یەکتر دەبڕن)",
        not_comparable: " (بەراورد ناکرێت)",
    },
};
