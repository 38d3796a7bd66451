//! Arabic numbers in words: zero to ten in both genders, the scale words in both states.
//!
//! Scale words are our own: CLDR's compact patterns print `10 ألف` for `10 آلاف`.

use super::super::{Forms, Scaled, Spelled};

/// One number word that is the same before a noun and alone.
const fn spelled(masculine: &'static str, feminine: &'static str) -> Spelled {
    Spelled { masculine, feminine, masculine_alone: [masculine; 3], feminine_alone: [feminine; 3] }
}

/// 0 to 10. From 3 the word takes the gender opposite to that of the noun.
pub(super) const WORDS: &[Spelled] = &[
    Spelled {
        masculine: "صفر",
        feminine: "صفر",
        masculine_alone: ["صفر", "صفرًا", "صفر"],
        feminine_alone: ["صفر", "صفرًا", "صفر"],
    },
    Spelled {
        masculine: "واحد",
        feminine: "واحدة",
        masculine_alone: ["واحد", "واحدًا", "واحد"],
        feminine_alone: ["واحدة"; 3],
    },
    Spelled {
        masculine: "اثنان",
        feminine: "اثنتان",
        masculine_alone: ["اثنان", "اثنين", "اثنين"],
        feminine_alone: ["اثنتان", "اثنتين", "اثنتين"],
    },
    spelled("ثلاثة", "ثلاث"),
    spelled("أربعة", "أربع"),
    spelled("خمسة", "خمس"),
    spelled("ستة", "ست"),
    spelled("سبعة", "سبع"),
    Spelled {
        masculine: "ثمانية",
        feminine: "ثماني",
        masculine_alone: ["ثمانية"; 3],
        feminine_alone: ["ثمانٍ", "ثمانيًا", "ثمانٍ"],
    },
    spelled("تسعة", "تسع"),
    spelled("عشرة", "عشر"),
];

/// A scale word: absolute singular, plural and accusative; the rest follows by rule.
macro_rules! scale {
    ($one:literal, $plural:literal, $accusative:literal) => {
        Some(Scaled {
            absolute: Forms {
                one: Some($one),
                two_nom: Some(concat!($one, "ان")),
                two_obl: Some(concat!($one, "ين")),
                few: Some($plural),
                many: Some($accusative),
                ..Forms::always($one)
            },
            construct: Forms {
                one: Some($one),
                two_nom: Some(concat!($one, "ا")),
                two_obl: Some(concat!($one, "ي")),
                few: Some($plural),
                many: Some($one),
                ..Forms::always($one)
            },
        })
    };
}

/// Thousand, million, billion, trillion.
pub(super) const SCALES: [Option<Scaled>; 4] = [
    scale!("ألف", "آلاف", "ألفًا"),
    scale!("مليون", "ملايين", "مليونًا"),
    scale!("مليار", "مليارات", "مليارًا"),
    scale!("تريليون", "تريليونات", "تريليونًا"),
];
