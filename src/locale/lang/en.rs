//! English: United Nations usage by default, with a United States profile.

mod finer;

use crate::model::{
    DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, Quotes, ScaleAfterDecimal,
};

pub(super) use self::finer::FINER;
use super::super::Direction;
use super::{
    Amount, Changes, Choices, Counting, Currency, Dates, Forms, Language, Lists, PercentWords, Qualifier,
    Qualifiers, Scaled, Spelled, Vague,
};

/// UN Editorial Manual: words under 10, "per cent" in running text, day before month.
const UN: Choices = Choices {
    digits: Digits::Latn,
    decimal: DecimalMark::Point,
    group: GroupMark::Comma,
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

/// The base profiles; `plain` keeps to figures and signs.
const PROFILES: &[(&str, Choices)] = &[
    ("un", UN),
    ("us", Choices { percent_spelling: 1, month_first: true, ..UN }),
    ("plain", Choices { percent: Percent::Sign, numbers_as_words_below: 0, ..UN }),
];

/// 0 to 12.
const WORDS: &[Spelled] = &[
    Spelled::alike("zero"),
    Spelled::alike("one"),
    Spelled::alike("two"),
    Spelled::alike("three"),
    Spelled::alike("four"),
    Spelled::alike("five"),
    Spelled::alike("six"),
    Spelled::alike("seven"),
    Spelled::alike("eight"),
    Spelled::alike("nine"),
    Spelled::alike("ten"),
    Spelled::alike("eleven"),
    Spelled::alike("twelve"),
];

const fn scale(word: &'static str) -> Option<Scaled> {
    Some(Scaled { absolute: Forms::pair(word, word), construct: Forms::pair(word, word) })
}

const fn money(code: &'static str, prefix: &'static str, one: &'static str, other: &'static str) -> Currency {
    Currency { code, prefix: Some(prefix), gender: Gender::Masculine, forms: Forms::pair(one, other) }
}

/// Money by ISO 4217 code; most currencies go by their code.
const CURRENCIES: &[Currency] = &[
    money("USD", "US$", "US dollar", "US dollars"),
    money("EUR", "€", "euro", "euros"),
    money("GBP", "£", "pound", "pounds"),
    money("NOK", "NOK\u{a0}", "Norwegian krone", "Norwegian kroner"),
    money("SEK", "SEK\u{a0}", "Swedish krona", "Swedish kronor"),
    money("DKK", "DKK\u{a0}", "Danish krone", "Danish kroner"),
    money("CHF", "CHF\u{a0}", "Swiss franc", "Swiss francs"),
    money("JPY", "JPY\u{a0}", "Japanese yen", "Japanese yen"),
    money("CAD", "CAD\u{a0}", "Canadian dollar", "Canadian dollars"),
    money("AUD", "AUD\u{a0}", "Australian dollar", "Australian dollars"),
    money("KWD", "KWD\u{a0}", "Kuwaiti dinar", "Kuwaiti dinars"),
    money("SAR", "SAR\u{a0}", "Saudi riyal", "Saudi riyals"),
    money("AED", "AED\u{a0}", "UAE dirham", "UAE dirhams"),
    money("QAR", "QAR\u{a0}", "Qatari riyal", "Qatari riyals"),
    money("IQD", "IQD\u{a0}", "Iraqi dinar", "Iraqi dinars"),
    money("SYP", "SYP\u{a0}", "Syrian pound", "Syrian pounds"),
    money("JOD", "JOD\u{a0}", "Jordanian dinar", "Jordanian dinars"),
    money("TRY", "TRY\u{a0}", "Turkish lira", "Turkish lira"),
];

pub(super) static ENGLISH: Language = Language {
    tag: "en",
    direction: Direction::Ltr,
    native_zero: '0',
    profiles: PROFILES,
    counting: Counting {
        scales: [None, scale("million"), scale("billion"), scale("trillion")],
        noun_says_one_and_two: false,
        words: WORDS,
        one: [[""; 3]; 2],
        single: "a single ",
        article: "",
        measures: &[
            "metre",
            "meter",
            "kilometre",
            "kilometer",
            "hectare",
            "tonne",
            "ton",
            "mile",
            "day",
            "week",
            "month",
            "year",
            "hour",
            "minute",
            "litre",
            "liter",
        ],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::sign("about ", "~"),
        nearly: Qualifier::words("nearly ", None),
        more_than: Qualifier::sign("more than ", ">"),
        at_least: Qualifier::words("at least ", None),
        up_to: Qualifier::words("up to ", None),
        less_than: Qualifier {
            before: "less than ",
            before_count: Some("fewer than "),
            short: "<",
            case: None,
        },
        between: "between ",
        and: " and ",
        range_dash: Some("–"),
        range_case: None,
    },
    vague: Vague {
        orders: &[
            ("tens", "tens of "),
            ("hundreds", "hundreds of "),
            ("thousands", "thousands of "),
            ("tens of thousands", "tens of thousands of "),
            ("hundreds of thousands", "hundreds of thousands of "),
            ("millions", "millions of "),
            ("tens of millions", "tens of millions of "),
            ("hundreds of millions", "hundreds of millions of "),
            ("billions", "billions of "),
            ("tens of billions", "tens of billions of "),
            ("hundreds of billions", "hundreds of billions of "),
        ],
        most_of: ["most of ", "most "],
        most: "the majority",
        all_of: ["all of ", "all "],
        all: "all",
        less: ["fewer", "less"],
        no: "no ",
        nothing: "none",
        limited: Amount {
            of: ["a limited number of "; 3],
            alone: ["a limited number"; 3],
            money: ["a limited amount"; 3],
            share: ["a limited share"; 3],
        },
        unquantified: Amount {
            of: ["a number of "; 3],
            alone: ["an unspecified number"; 3],
            money: ["an unspecified amount"; 3],
            share: ["an unspecified share"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["per\u{a0}cent", "percent"],
        native_sign: "%",
        points: (Gender::Masculine, Forms::pair("percentage point", "percentage points")),
    },
    currencies: CURRENCIES,
    per: ["a day", "a week", "a month", "a year"],
    spans: [
        (Gender::Masculine, Forms::pair("day", "days")),
        (Gender::Masculine, Forms::pair("week", "weeks")),
        (Gender::Masculine, Forms::pair("month", "months")),
        (Gender::Masculine, Forms::pair("year", "years")),
    ],
    dates: Dates {
        gregorian: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        levantine: None,
        maghreb: None,
        short: Some(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        hijri: [
            "Muharram",
            "Safar",
            "Rabi al-Awwal",
            "Rabi al-Akhir",
            "Jumada al-Ula",
            "Jumada al-Akhirah",
            "Rajab",
            "Shaban",
            "Ramadan",
            "Shawwal",
            "Dhu al-Qadah",
            "Dhu al-Hijjah",
        ],
        hijri_mark: "\u{a0}AH",
        year_mark: "",
        year_word: "",
        parts: ["early ", "mid-", "late "],
        about: "about ",
        uncertain: " (unconfirmed)",
        since: "since ",
        from: ["from ", ""],
        to: " to ",
        between: ["between ", " and "],
        dash: Some("–"),
        on: ["on ", "in "],
        clock: ", ",
    },
    lists: Lists { comma: ", ", semicolon: "; ", middle: ", ", last: " and ", contractions: &[] },
    changes: Changes {
        up: "up from ",
        down: "down from ",
        same: "unchanged",
        before: "previously ",
        same_range: " (within the same range)",
        overlap: " (the ranges overlap)",
        not_comparable: " (not comparable)",
    },
};
