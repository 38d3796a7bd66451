//! Persian: standard Iranian usage, with the Gregorian calendar and Persian digits.

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
    Spelled::alike("صفر"),
    Spelled::alike("یک"),
    Spelled::alike("دو"),
    Spelled::alike("سه"),
    Spelled::alike("چهار"),
    Spelled::alike("پنج"),
    Spelled::alike("شش"),
    Spelled::alike("هفت"),
    Spelled::alike("هشت"),
    Spelled::alike("نه"),
    Spelled::alike("ده"),
    Spelled::alike("یازده"),
    Spelled::alike("دوازده"),
];

const fn scale(word: &'static str) -> Option<Scaled> {
    Some(Scaled { absolute: Forms::pair(word, word), construct: Forms::pair(word, word) })
}

pub(super) static PERSIAN: Language = Language {
    tag: "fa",
    direction: Direction::Rtl,
    native_zero: '۰',
    profiles: PROFILES,
    counting: Counting {
        scales: [scale("هزار"), scale("میلیون"), scale("میلیارد"), scale("تریلیون")],
        noun_says_one_and_two: false,
        words: WORDS,
        one: [[""; 3]; 2],
        single: "یک ",
        article: "",
        measures: &[],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::words("حدود ", None),
        nearly: Qualifier::words("نزدیک به ", None),
        more_than: Qualifier::words("بیش از ", None),
        at_least: Qualifier::words("دست‌کم ", None),
        up_to: Qualifier::words("حداکثر ", None),
        less_than: Qualifier::words("کمتر از ", None),
        between: "بین ",
        and: " تا ",
        range_dash: None,
        range_case: None,
    },
    vague: Vague {
        orders: &[
            ("ده‌ها", "ده‌ها "),
            ("صدها", "صدها "),
            ("هزاران", "هزاران "),
            ("ده‌ها هزار", "ده‌ها هزار "),
            ("صدها هزار", "صدها هزار "),
            ("میلیون‌ها", "میلیون‌ها "),
            ("ده‌ها میلیون", "ده‌ها میلیون "),
            ("صدها میلیون", "صدها میلیون "),
            ("میلیاردها", "میلیاردها "),
            ("ده‌ها میلیارد", "ده‌ها میلیارد "),
            ("صدها میلیارد", "صدها میلیارد "),
        ],
        most_of: ["بیشتر "; 2],
        most: "اکثریت",
        all_of: ["همهٔ "; 2],
        all: "همه",
        less: ["کمتر"; 2],
        no: "هیچ ",
        nothing: "هیچ",
        limited: Amount {
            of: ["شمار محدودی از "; 3],
            alone: ["شماری محدود"; 3],
            money: ["مبلغی محدود"; 3],
            share: ["سهمی محدود"; 3],
        },
        unquantified: Amount {
            of: ["شماری از "; 3],
            alone: ["نامشخص"; 3],
            money: ["مبلغی نامشخص"; 3],
            share: ["سهمی نامشخص"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["درصد"],
        native_sign: "٪",
        points: (Gender::Masculine, Forms::pair("واحد درصد", "واحد درصد")),
    },
    currencies: CURRENCIES,
    per: ["در روز", "در هفته", "در ماه", "در سال"],
    spans: [
        (Gender::Masculine, Forms::pair("روز", "روز")),
        (Gender::Masculine, Forms::pair("هفته", "هفته")),
        (Gender::Masculine, Forms::pair("ماه", "ماه")),
        (Gender::Masculine, Forms::pair("سال", "سال")),
    ],
    dates: Dates {
        gregorian: [
            "ژانویه",
            "فوریه",
            "مارس",
            "آوریل",
            "مه",
            "ژوئن",
            "ژوئیه",
            "اوت",
            "سپتامبر",
            "اکتبر",
            "نوامبر",
            "دسامبر",
        ],
        levantine: None,
        maghreb: None,
        short: None,
        hijri: [
            "محرم",
            "صفر",
            "ربیع‌الاول",
            "ربیع‌الثانی",
            "جمادی‌الاول",
            "جمادی‌الثانی",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذی‌القعده",
            "ذی‌الحجه",
        ],
        hijri_mark: "\u{a0}هجری قمری",
        year_mark: "م",
        year_word: "سال ",
        parts: ["اوایل ", "اواسط ", "اواخر "],
        about: "حدود ",
        uncertain: " (تأییدنشده)",
        since: "از ",
        from: ["از "; 2],
        to: " تا ",
        between: ["بین ", " و "],
        dash: None,
        on: ["در "; 2],
        clock: "، ساعت ",
    },
    lists: Lists { comma: "، ", semicolon: "؛ ", middle: "، ", last: " و ", contractions: &[] },
    changes: Changes {
        up: "افزایش نسبت به ",
        down: "کاهش نسبت به ",
        same: "بدون تغییر",
        before: "مقدار پیشین: ",
        same_range: " (در همان بازه)",
        overlap: " (بازه‌ها هم‌پوشانی دارند)",
        not_comparable: " (غیرقابل مقایسه)",
    },
};
