//! What is Sorani about a Sorani phrase: the ezafe of dates, the ending of "since", the indefinite ending
//! after هیچ, ordinals, and the other wordings of the qualifiers.

use crate::model::Qualifier as Q;

use super::super::finer::{Definite, Finer, Ordinals, Worded};
use super::super::syntax::{Behind, DateSyntax, Syntax};
use super::super::{Cased, Qualifier};

pub(in crate::locale::lang) static SYNTAX: Syntax = Syntax {
    percent_word_first: true,
    one_in_words: true,
    bare_thousand: true,
    shared_scale: true,
    orders_count: true,
    amounts_count: true,
    no_endings: &[
        // A vowel takes a y before the ending.
        ("ە", "یەک"),
        ("ا", "یەک"),
        ("ۆ", "یەک"),
        ("ێ", "یەک"),
        ("ی", "یەک"),
        ("وو", "یەک"),
        ("", "ێک"),
    ],
    dates: DateSyntax {
        day_link: "ی",
        month_link: "ی",
        since_behind: Behind::words("ەوە"),
        ..DateSyntax::PLAIN
    },
    ..Syntax::PLAIN
};

const fn same(word: &'static str) -> [Cased; 2] {
    [[word; 3]; 2]
}

const fn words(before: &'static str, name: &'static str) -> Worded {
    Worded::before(name, Qualifier::words(before, None))
}

const fn range(name: &'static str, before: &'static str, and: &'static str) -> Worded {
    Worded { name, words: Qualifier::words(before, None), after: and, short_after: and }
}

pub(in crate::locale::lang) static FINER: Finer = Finer {
    ordinals: Some(Ordinals {
        bare: &[
            same("یەکەم"),
            same("دووەم"),
            same("سێیەم"),
            same("چوارەم"),
            same("پێنجەم"),
            same("شەشەم"),
            same("حەوتەم"),
            same("هەشتەم"),
            same("نۆیەم"),
            same("دەیەم"),
        ],
        definite: &[],
        one_before_ten: None,
        tens: &[],
        and: "",
        always_words: false,
        before_digits: [""; 2],
        endings: [["ەم"; 2]; 4],
    }),
    definite: Definite::Plain,
    wordings: &[
        (Q::Approx, &[words("نزیکەی ", "نزیکەی"), words("دەوروبەری ", "دەوروبەری")]),
        (Q::Nearly, &[words("نزیک بە ", "نزیک بە"), words("نزیک لە ", "نزیک لە")]),
        (Q::MoreThan, &[words("زیاتر لە ", "زیاتر لە"), words("پتر لە ", "پتر لە")]),
        (Q::AtLeast, &[words("لانیکەم ", "لانیکەم"), words("بەلایەنی کەمەوە ", "بەلایەنی کەمەوە")]),
        (Q::UpTo, &[words("تا ", "تا"), words("لانیزۆر ", "لانیزۆر")]),
        (Q::Range, &[range("نێوان بۆ", "لە نێوان ", " بۆ "), range("نێوان و", "لە نێوان ", " و ")]),
    ],
    preferred: &[],
};
