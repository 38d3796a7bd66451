//! Currencies as Arabic counted nouns, each with the adjective of its country.

use crate::model::Gender;

use super::super::{Currency, Forms};

const fn masculine(code: &'static str, forms: [&'static str; 6]) -> Currency {
    Currency { code, prefix: None, gender: Gender::Masculine, forms: Forms::arabic(forms) }
}

const fn feminine(code: &'static str, forms: [&'static str; 6]) -> Currency {
    Currency { code, prefix: None, gender: Gender::Feminine, forms: Forms::arabic(forms) }
}

/// A dollar of some country.
macro_rules! dollar {
    ($code:literal, $adjective:literal) => {
        masculine(
            $code,
            [
                concat!("دولار ", $adjective),
                concat!("دولاران ", $adjective, "ان"),
                concat!("دولارين ", $adjective, "ين"),
                concat!("دولارات ", $adjective, "ة"),
                concat!("دولارًا ", $adjective, "ًا"),
                concat!("الدولارات ال", $adjective, "ة"),
            ],
        )
    };
}

/// A dinar of some country.
macro_rules! dinar {
    ($code:literal, $adjective:literal) => {
        masculine(
            $code,
            [
                concat!("دينار ", $adjective),
                concat!("ديناران ", $adjective, "ان"),
                concat!("دينارين ", $adjective, "ين"),
                concat!("دنانير ", $adjective, "ة"),
                concat!("دينارًا ", $adjective, "ًا"),
                concat!("الدنانير ال", $adjective, "ة"),
            ],
        )
    };
}

/// A riyal of some country.
macro_rules! riyal {
    ($code:literal, $adjective:literal) => {
        masculine(
            $code,
            [
                concat!("ريال ", $adjective),
                concat!("ريالان ", $adjective, "ان"),
                concat!("ريالين ", $adjective, "ين"),
                concat!("ريالات ", $adjective, "ة"),
                concat!("ريالًا ", $adjective, "ًا"),
                concat!("الريالات ال", $adjective, "ة"),
            ],
        )
    };
}

/// A krone or krona of some country; the adjective is given in the masculine.
macro_rules! krone {
    ($code:literal, $adjective:literal) => {
        feminine(
            $code,
            [
                concat!("كرونة ", $adjective, "ة"),
                concat!("كرونتان ", $adjective, "تان"),
                concat!("كرونتين ", $adjective, "تين"),
                concat!("كرونات ", $adjective, "ة"),
                concat!("كرونة ", $adjective, "ة"),
                concat!("الكرونات ال", $adjective, "ة"),
            ],
        )
    };
}

/// A lira of some country; the adjective is given in the masculine.
macro_rules! lira {
    ($code:literal, $adjective:literal) => {
        feminine(
            $code,
            [
                concat!("ليرة ", $adjective, "ة"),
                concat!("ليرتان ", $adjective, "تان"),
                concat!("ليرتين ", $adjective, "تين"),
                concat!("ليرات ", $adjective, "ة"),
                concat!("ليرة ", $adjective, "ة"),
                concat!("الليرات ال", $adjective, "ة"),
            ],
        )
    };
}

/// Money by ISO 4217 code.
pub(super) const CURRENCIES: &[Currency] = &[
    dollar!("USD", "أمريكي"),
    dollar!("CAD", "كندي"),
    dollar!("AUD", "أسترالي"),
    // Invariable in the press and in CLDR.
    Currency {
        code: "EUR", prefix: None, gender: Gender::Masculine, forms: Forms::fixed("يورو", "اليورو")
    },
    masculine(
        "GBP",
        [
            "جنيه إسترليني",
            "جنيهان إسترلينيان",
            "جنيهين إسترلينيين",
            "جنيهات إسترلينية",
            "جنيهًا إسترلينيًا",
            "الجنيهات الإسترلينية",
        ],
    ),
    krone!("NOK", "نرويجي"),
    krone!("SEK", "سويدي"),
    krone!("DKK", "دنمركي"),
    masculine(
        "CHF",
        [
            "فرنك سويسري",
            "فرنكان سويسريان",
            "فرنكين سويسريين",
            "فرنكات سويسرية",
            "فرنكًا سويسريًا",
            "الفرنكات السويسرية",
        ],
    ),
    masculine(
        "JPY",
        ["ين ياباني", "ينان يابانيان", "ينين يابانيين", "ينات يابانية", "ينًا يابانيًا", "الينات اليابانية"],
    ),
    dinar!("KWD", "كويتي"),
    dinar!("IQD", "عراقي"),
    dinar!("JOD", "أردني"),
    riyal!("SAR", "سعودي"),
    riyal!("QAR", "قطري"),
    masculine(
        "AED",
        [
            "درهم إماراتي",
            "درهمان إماراتيان",
            "درهمين إماراتيين",
            "دراهم إماراتية",
            "درهمًا إماراتيًا",
            "الدراهم الإماراتية",
        ],
    ),
    lira!("SYP", "سوري"),
    lira!("TRY", "تركي"),
];
