//! What is Persian about a Persian phrase: isolated digits, the indefinite ending after هیچ, ordinals, and
//! the other wordings of the qualifiers.

use crate::model::Qualifier as Q;

use super::super::finer::{Definite, Finer, Ordinals, Worded};
use super::super::syntax::{Behind, DateSyntax, Syntax};
use super::super::{Cased, Qualifier};

pub(in crate::locale::lang) static SYNTAX: Syntax = Syntax {
    isolate_native: true,
    one_in_words: true,
    bare_thousand: true,
    shared_scale: true,
    orders_count: true,
    no_endings: &[
        // A silent h and a long i take a hamza that is written with a letter of its own.
        ("ه", "\u{200c}ای"),
        ("ی", "\u{200c}ای"),
        ("عضو", "ی"),
        ("و", "یی"),
        ("ا", "یی"),
        ("", "ی"),
    ],
    dates: DateSyntax { since_behind: Behind::words(" تاکنون"), ..DateSyntax::PLAIN },
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
            same("اول"),
            same("دوم"),
            same("سوم"),
            same("چهارم"),
            same("پنجم"),
            same("ششم"),
            same("هفتم"),
            same("هشتم"),
            same("نهم"),
            same("دهم"),
            same("یازدهم"),
            same("دوازدهم"),
        ],
        definite: &[],
        one_before_ten: None,
        tens: &[],
        and: "",
        always_words: false,
        before_digits: [""; 2],
        endings: [["م"; 2]; 4],
    }),
    definite: Definite::Plain,
    wordings: &[
        (Q::Approx, &[words("حدود ", "حدود"), words("تقریباً ", "تقریباً"), words("در حدود ", "در حدود")]),
        (Q::Nearly, &[words("نزدیک به ", "نزدیک به"), words("قریب به ", "قریب به")]),
        (Q::MoreThan, &[words("بیش از ", "بیش از"), words("بالغ بر ", "بالغ بر")]),
        (Q::AtLeast, &[words("دست‌کم ", "دست‌کم"), words("حداقل ", "حداقل")]),
        (Q::UpTo, &[words("حداکثر ", "حداکثر"), words("تا ", "تا")]),
        (Q::Range, &[range("بین تا", "بین ", " تا "), range("میان و", "میان ", " و ")]),
    ],
    preferred: &[],
};
