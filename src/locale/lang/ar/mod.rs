//! Arabic: modern standard, as United Nations bodies, ministries and the press write it.

mod finer;
mod money;
mod numerals;

use crate::model::{
    DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, Quotes, ScaleAfterDecimal,
};

pub(super) use self::finer::FINER;
use self::money::CURRENCIES;
use self::numerals::{SCALES, WORDS};
use super::super::{Case, Direction};
use super::{
    Amount, Cased, Changes, Choices, Counting, Dates, Forms, Language, Lists, PercentWords, Qualifier,
    Qualifiers, Vague,
};

const UN: Choices = Choices {
    digits: Digits::Latn,
    decimal: DecimalMark::Point,
    group: GroupMark::Comma,
    percent: Percent::Words,
    percent_spelling: 0,
    scale_after_decimal: ScaleAfterDecimal::Singular,
    months: Months::Both,
    month_first: false,
    year_mark: false,
    hijri: Hijri::Never,
    quotes: Quotes::Guillemets,
    numbers_as_words_below: 11,
};

/// The base profiles.
const PROFILES: &[(&str, Choices)] = &[
    ("un", UN),
    (
        "coalition",
        Choices {
            decimal: DecimalMark::Comma,
            group: GroupMark::Point,
            scale_after_decimal: ScaleAfterDecimal::ByInteger,
            ..UN
        },
    ),
    (
        "gulf-press",
        Choices {
            percent: Percent::Sign,
            months: Months::Gregorian,
            year_mark: true,
            hijri: Hijri::Cover,
            ..UN
        },
    ),
    ("levant-press", Choices { months: Months::Levantine, ..UN }),
    (
        "asharq",
        Choices {
            digits: Digits::Arab,
            decimal: DecimalMark::Arabic,
            group: GroupMark::Arabic,
            percent: Percent::Sign,
            months: Months::Gregorian,
            ..UN
        },
    ),
];

const GENITIVE: Option<Case> = Some(Case::Genitive);

/// A noun phrase that inflects on its first word only in the accusative.
const fn cased(plain: &'static str, accusative: &'static str) -> Cased {
    [plain, accusative, plain]
}

pub(super) static ARABIC: Language = Language {
    tag: "ar",
    direction: Direction::Rtl,
    native_zero: '٠',
    profiles: PROFILES,
    counting: Counting {
        scales: SCALES,
        noun_says_one_and_two: true,
        words: WORDS,
        one: [cased("واحد", "واحدًا"), ["واحدة"; 3]],
        single: "",
        article: "ال",
        measures: &[],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::words("نحو ", GENITIVE),
        nearly: Qualifier::words("ما يقارب ", Some(Case::Accusative)),
        more_than: Qualifier::words("أكثر من ", GENITIVE),
        at_least: Qualifier::words("ما لا يقل عن ", GENITIVE),
        up_to: Qualifier::words("ما يصل إلى ", GENITIVE),
        less_than: Qualifier::words("أقل من ", GENITIVE),
        between: "ما بين ",
        and: " و",
        range_dash: None,
        range_case: GENITIVE,
    },
    vague: Vague {
        orders: &[
            ("العشرات", "عشرات "),
            ("المئات", "مئات "),
            ("الآلاف", "آلاف "),
            ("عشرات الآلاف", "عشرات الآلاف من "),
            ("مئات الآلاف", "مئات الآلاف من "),
            ("الملايين", "ملايين "),
            ("عشرات الملايين", "عشرات الملايين من "),
            ("مئات الملايين", "مئات الملايين من "),
            ("المليارات", "مليارات "),
            ("عشرات المليارات", "عشرات المليارات من "),
            ("مئات المليارات", "مئات المليارات من "),
        ],
        most_of: ["معظم "; 2],
        most: "الغالبية",
        all_of: ["جميع "; 2],
        all: "الكل",
        less: ["أقل"; 2],
        no: "لا ",
        nothing: "لا شيء",
        limited: Amount {
            of: cased("عدد محدود من ", "عددًا محدودًا من "),
            alone: cased("عدد محدود", "عددًا محدودًا"),
            money: cased("مبلغ محدود", "مبلغًا محدودًا"),
            share: ["نسبة محدودة"; 3],
        },
        unquantified: Amount {
            of: cased("عدد من ", "عددًا من "),
            alone: ["غير محدَّد"; 3],
            money: cased("مبلغ غير محدَّد", "مبلغًا غير محدَّد"),
            share: ["نسبة غير محدَّدة"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["في\u{a0}المائة"],
        native_sign: "٪",
        points: (
            Gender::Feminine,
            Forms::arabic([
                "نقطة مئوية",
                "نقطتان مئويتان",
                "نقطتين مئويتين",
                "نقاط مئوية",
                "نقطة مئوية",
                "النقاط المئوية",
            ]),
        ),
    },
    currencies: CURRENCIES,
    per: ["يوميًا", "أسبوعيًا", "شهريًا", "سنويًا"],
    spans: [
        (Gender::Masculine, Forms::arabic(["يوم", "يومان", "يومين", "أيام", "يومًا", "الأيام"])),
        (Gender::Masculine, Forms::arabic(["أسبوع", "أسبوعان", "أسبوعين", "أسابيع", "أسبوعًا", "الأسابيع"])),
        (Gender::Masculine, Forms::arabic(["شهر", "شهران", "شهرين", "أشهر", "شهرًا", "الأشهر"])),
        (Gender::Feminine, Forms::arabic(["سنة", "سنتان", "سنتين", "سنوات", "سنة", "السنوات"])),
    ],
    dates: Dates {
        gregorian: [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
        levantine: Some([
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول",
        ]),
        maghreb: Some([
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "ماي",
            "يونيو",
            "يوليوز",
            "غشت",
            "شتنبر",
            "أكتوبر",
            "نونبر",
            "دجنبر",
        ]),
        short: None,
        hijri: [
            "محرم",
            "صفر",
            "ربيع الأول",
            "ربيع الآخر",
            "جمادى الأولى",
            "جمادى الآخرة",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة",
        ],
        hijri_mark: "هـ",
        year_mark: "م",
        year_word: "عام ",
        parts: ["مطلع ", "منتصف ", "أواخر "],
        about: "نحو ",
        uncertain: " (غير مؤكد)",
        since: "منذ ",
        from: ["من "; 2],
        to: " إلى ",
        between: ["بين ", " و"],
        dash: None,
        on: ["في "; 2],
        clock: "، الساعة ",
    },
    lists: Lists {
        comma: "، ",
        semicolon: "؛ ",
        middle: " و",
        last: " و",
        contractions: &[["من ", "ما ", "مما "], ["عن ", "ما ", "عما "]],
    },
    changes: Changes {
        up: "ارتفاعًا من ",
        down: "انخفاضًا من ",
        same: "دون تغيير",
        before: "القيمة السابقة: ",
        same_range: " (ضمن النطاق نفسه)",
        overlap: " (النطاقان متداخلان)",
        not_comparable: " (غير قابلة للمقارنة)",
    },
};
