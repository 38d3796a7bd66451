//! Arabic ordinals, the article on counted nouns, and what else the press says for `more than`.
//!
//! A noun such as زهاء or a preposition governs the genitive, a verb such as يناهز the accusative, and
//! words that follow the number (تقريبًا) leave it the case of the sentence.

use crate::model::Qualifier as Q;

use super::super::super::Case;
use super::super::finer::{Definite, Finer, Ordinals, Worded};
use super::super::{Cased, Qualifier};

const fn genitive(name: &'static str, before: &'static str) -> Worded {
    Worded::before(name, Qualifier::words(before, Some(Case::Genitive)))
}

const fn accusative(name: &'static str, before: &'static str) -> Worded {
    Worded::before(name, Qualifier::words(before, Some(Case::Accusative)))
}

const fn range(name: &'static str, before: &'static str, and: &'static str) -> Worded {
    Worded { name, words: Qualifier::words(before, Some(Case::Genitive)), after: and, short_after: and }
}

/// An ordinal that shows the accusative by a tanwin on an alef.
macro_rules! ordinal {
    ($masculine:literal, $feminine:literal) => {
        [[$masculine, concat!($masculine, "ًا"), $masculine], [$feminine; 3]]
    };
}

/// An ordinal that never changes its spelling.
const fn fixed(masculine: &'static str, feminine: &'static str) -> [Cased; 2] {
    [[masculine; 3], [feminine; 3]]
}

/// A ten, without and with the article.
macro_rules! ten {
    ($stem:literal) => {
        [
            [concat!($stem, "ون"), concat!($stem, "ين"), concat!($stem, "ين")],
            [concat!("ال", $stem, "ون"), concat!("ال", $stem, "ين"), concat!("ال", $stem, "ين")],
        ]
    };
}

pub(in crate::locale::lang) static FINER: Finer = Finer {
    ordinals: Some(Ordinals {
        bare: &[
            fixed("أول", "أولى"),
            [["ثانٍ", "ثانيًا", "ثانٍ"], ["ثانية"; 3]],
            ordinal!("ثالث", "ثالثة"),
            ordinal!("رابع", "رابعة"),
            ordinal!("خامس", "خامسة"),
            ordinal!("سادس", "سادسة"),
            ordinal!("سابع", "سابعة"),
            ordinal!("ثامن", "ثامنة"),
            ordinal!("تاسع", "تاسعة"),
            ordinal!("عاشر", "عاشرة"),
            // From eleven to nineteen both words are invariable.
            fixed("حادي عشر", "حادية عشرة"),
            fixed("ثاني عشر", "ثانية عشرة"),
            fixed("ثالث عشر", "ثالثة عشرة"),
            fixed("رابع عشر", "رابعة عشرة"),
            fixed("خامس عشر", "خامسة عشرة"),
            fixed("سادس عشر", "سادسة عشرة"),
            fixed("سابع عشر", "سابعة عشرة"),
            fixed("ثامن عشر", "ثامنة عشرة"),
            fixed("تاسع عشر", "تاسعة عشرة"),
        ],
        definite: &[
            ["الأول", "الأولى"],
            ["الثاني", "الثانية"],
            ["الثالث", "الثالثة"],
            ["الرابع", "الرابعة"],
            ["الخامس", "الخامسة"],
            ["السادس", "السادسة"],
            ["السابع", "السابعة"],
            ["الثامن", "الثامنة"],
            ["التاسع", "التاسعة"],
            ["العاشر", "العاشرة"],
            ["الحادي عشر", "الحادية عشرة"],
            ["الثاني عشر", "الثانية عشرة"],
            ["الثالث عشر", "الثالثة عشرة"],
            ["الرابع عشر", "الرابعة عشرة"],
            ["الخامس عشر", "الخامسة عشرة"],
            ["السادس عشر", "السادسة عشرة"],
            ["السابع عشر", "السابعة عشرة"],
            ["الثامن عشر", "الثامنة عشرة"],
            ["التاسع عشر", "التاسعة عشرة"],
        ],
        one_before_ten: Some(([["حادٍ", "حاديًا", "حادٍ"], ["حادية"; 3]], ["الحادي", "الحادية"])),
        tens: &[
            ten!("عشر"),
            ten!("ثلاث"),
            ten!("أربع"),
            ten!("خمس"),
            ten!("ست"),
            ten!("سبع"),
            ten!("ثمان"),
            ten!("تسع"),
        ],
        and: " و",
        always_words: true,
        before_digits: ["رقم ", "الـ"],
        endings: [[""; 2]; 4],
    }),
    definite: Definite::Both { article: "ال", before_digits: "الـ" },
    wordings: &[
        (
            Q::Approx,
            &[
                genitive("نحو", "نحو "),
                genitive("حوالي", "حوالي "),
                genitive("زهاء", "زهاء "),
                genitive("قرابة", "قرابة "),
                accusative("ما يناهز", "ما يناهز "),
                Worded::after("تقريبًا", " تقريبًا"),
            ],
        ),
        (
            Q::Nearly,
            &[
                accusative("ما يقارب", "ما يقارب "),
                genitive("ما يقرب من", "ما يقرب من "),
                accusative("ما يناهز", "ما يناهز "),
                genitive("قرابة", "قرابة "),
                genitive("زهاء", "زهاء "),
            ],
        ),
        (
            Q::MoreThan,
            &[
                genitive("أكثر من", "أكثر من "),
                genitive("ما يزيد على", "ما يزيد على "),
                genitive("ما يربو على", "ما يربو على "),
                accusative("ما يفوق", "ما يفوق "),
            ],
        ),
        (Q::AtLeast, &[genitive("ما لا يقل عن", "ما لا يقل عن "), Worded::after("على الأقل", " على الأقل")]),
        (
            Q::UpTo,
            &[
                genitive("ما يصل إلى", "ما يصل إلى "),
                genitive("ما لا يزيد على", "ما لا يزيد على "),
                accusative("ما لا يتجاوز", "ما لا يتجاوز "),
                Worded::after("على الأكثر", " على الأكثر"),
            ],
        ),
        (
            Q::LessThan,
            &[genitive("أقل من", "أقل من "), genitive("ما يقل عن", "ما يقل عن "), genitive("دون", "دون ")],
        ),
        (
            Q::Range,
            &[range("ما بين", "ما بين ", " و"), range("بين", "بين ", " و"), range("من إلى", "من ", " إلى ")],
        ),
    ],
    preferred: &[
        ("gulf-press", &[(Q::Nearly, "قرابة"), (Q::Range, "بين")]),
        ("levant-press", &[(Q::Approx, "زهاء"), (Q::MoreThan, "ما يزيد على")]),
        ("asharq", &[(Q::AtLeast, "على الأقل"), (Q::Range, "بين")]),
    ],
};
