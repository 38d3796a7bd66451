//! Turkish: the spelling of the Türk Dil Kurumu, as ministries and the official gazette write it.

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
    digits: Digits::Latn,
    decimal: DecimalMark::Comma,
    group: GroupMark::Point,
    percent: Percent::Words,
    percent_spelling: 0,
    scale_after_decimal: ScaleAfterDecimal::Singular,
    months: Months::Gregorian,
    month_first: false,
    year_mark: false,
    hijri: Hijri::Never,
    quotes: Quotes::Curly,
    numbers_as_words_below: 10,
};

/// The base profiles; `press` takes the sign, `plain` keeps to figures.
const PROFILES: &[(&str, Choices)] = &[
    ("un", UN),
    ("press", Choices { percent: Percent::Sign, ..UN }),
    ("plain", Choices { percent: Percent::Sign, numbers_as_words_below: 0, ..UN }),
];

/// 0 to 10.
const WORDS: &[Spelled] = &[
    Spelled::alike("sıfır"),
    Spelled::alike("bir"),
    Spelled::alike("iki"),
    Spelled::alike("üç"),
    Spelled::alike("dört"),
    Spelled::alike("beş"),
    Spelled::alike("altı"),
    Spelled::alike("yedi"),
    Spelled::alike("sekiz"),
    Spelled::alike("dokuz"),
    Spelled::alike("on"),
];

const fn scale(word: &'static str) -> Option<Scaled> {
    Some(Scaled { absolute: Forms::pair(word, word), construct: Forms::pair(word, word) })
}

pub(super) static TURKISH: Language = Language {
    tag: "tr",
    direction: Direction::Ltr,
    native_zero: '0',
    profiles: PROFILES,
    counting: Counting {
        scales: [scale("bin"), scale("milyon"), scale("milyar"), scale("trilyon")],
        noun_says_one_and_two: false,
        words: WORDS,
        one: [[""; 3]; 2],
        single: "tek bir ",
        article: "",
        measures: &[],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::sign("yaklaşık ", "~"),
        nearly: Qualifier::words("neredeyse ", None),
        // In a sentence these two stand behind the number: see the syntax.
        more_than: Qualifier::sign("", ">"),
        less_than: Qualifier::sign("", "<"),
        at_least: Qualifier::words("en az ", None),
        up_to: Qualifier::words("en fazla ", None),
        between: "",
        and: " ila ",
        range_dash: Some("–"),
        range_case: None,
    },
    vague: Vague {
        orders: &[
            ("onlarca", "onlarca "),
            ("yüzlerce", "yüzlerce "),
            ("binlerce", "binlerce "),
            ("on binlerce", "on binlerce "),
            ("yüz binlerce", "yüz binlerce "),
            ("milyonlarca", "milyonlarca "),
            ("on milyonlarca", "on milyonlarca "),
            ("yüz milyonlarca", "yüz milyonlarca "),
            ("milyarlarca", "milyarlarca "),
            ("on milyarlarca", "on milyarlarca "),
            ("yüz milyarlarca", "yüz milyarlarca "),
        ],
        most_of: ["çoğu"; 2],
        most: "çoğunluk",
        all_of: ["tamamı"; 2],
        all: "tamamı",
        less: ["daha az"; 2],
        no: "hiçbir ",
        nothing: "yok",
        limited: Amount {
            of: ["sınırlı sayıda "; 3],
            alone: ["sınırlı sayıda"; 3],
            money: ["sınırlı bir tutar"; 3],
            share: ["sınırlı bir oran"; 3],
        },
        unquantified: Amount {
            of: ["belirtilmeyen sayıda "; 3],
            alone: ["belirtilmeyen sayıda"; 3],
            money: ["belirtilmeyen bir tutar"; 3],
            share: ["belirtilmeyen bir oran"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["yüzde"],
        native_sign: "%",
        points: (Gender::Masculine, Forms::pair("yüzde puan", "yüzde puan")),
    },
    currencies: CURRENCIES,
    per: ["günde", "haftada", "ayda", "yılda"],
    spans: [
        (Gender::Masculine, Forms::pair("gün", "gün")),
        (Gender::Masculine, Forms::pair("hafta", "hafta")),
        (Gender::Masculine, Forms::pair("ay", "ay")),
        (Gender::Masculine, Forms::pair("yıl", "yıl")),
    ],
    dates: Dates {
        gregorian: [
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
            "Kasım", "Aralık",
        ],
        levantine: None,
        maghreb: None,
        short: Some(["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"]),
        hijri: [
            "Muharrem",
            "Safer",
            "Rebiülevvel",
            "Rebiülahir",
            "Cemaziyelevvel",
            "Cemaziyelahir",
            "Recep",
            "Şaban",
            "Ramazan",
            "Şevval",
            "Zilkade",
            "Zilhicce",
        ],
        hijri_mark: "\u{a0}hicri",
        year_mark: "",
        year_word: "",
        parts: [""; 3],
        about: "",
        uncertain: " (doğrulanmadı)",
        since: "",
        from: [""; 2],
        to: " ila ",
        between: ["", " ila "],
        dash: Some("–"),
        on: [""; 2],
        clock: ", saat ",
    },
    lists: Lists { comma: ", ", semicolon: "; ", middle: ", ", last: " ve ", contractions: &[] },
    changes: Changes {
        up: "artış; önceki değer: ",
        down: "azalış; önceki değer: ",
        same: "değişmedi",
        before: "önceki değer: ",
        same_range: " (aynı aralıkta)",
        overlap: " (aralıklar örtüşüyor)",
        not_comparable: " (karşılaştırılamaz)",
    },
};
