//! English ordinals and the other wordings of the qualifiers.

use crate::model::Qualifier as Q;

use super::super::finer::{Definite, Finer, Ordinals, Worded};
use super::super::{Cased, Qualifier};

const fn same(word: &'static str) -> [Cased; 2] {
    [[word; 3]; 2]
}

const fn words(name: &'static str, before: &'static str, short: &'static str) -> Worded {
    Worded::before(name, Qualifier { before, before_count: None, short, case: None })
}

pub(in crate::locale::lang) static FINER: Finer = Finer {
    ordinals: Some(Ordinals {
        bare: &[
            same("first"),
            same("second"),
            same("third"),
            same("fourth"),
            same("fifth"),
            same("sixth"),
            same("seventh"),
            same("eighth"),
            same("ninth"),
            same("tenth"),
            same("eleventh"),
            same("twelfth"),
        ],
        definite: &[],
        one_before_ten: None,
        tens: &[],
        and: "",
        always_words: false,
        before_digits: [""; 2],
        endings: [["st"; 2], ["nd"; 2], ["rd"; 2], ["th"; 2]],
    }),
    definite: Definite::Before("the "),
    wordings: &[
        (
            Q::Approx,
            &[
                words("about", "about ", "~"),
                words("approximately", "approximately ", "~"),
                words("around", "around ", "~"),
                words("roughly", "roughly ", "~"),
            ],
        ),
        (Q::Nearly, &[words("nearly", "nearly ", "nearly "), words("almost", "almost ", "almost ")]),
        (Q::MoreThan, &[words("more than", "more than ", ">"), words("over", "over ", ">")]),
        (Q::AtLeast, &[words("at least", "at least ", "at least "), Worded::after("or more", " or more")]),
        (Q::UpTo, &[words("up to", "up to ", "up to "), Worded::after("at most", " at most")]),
        (
            Q::LessThan,
            &[
                Worded::before(
                    "less than",
                    Qualifier {
                        before: "less than ",
                        before_count: Some("fewer than "),
                        short: "<",
                        case: None,
                    },
                ),
                words("under", "under ", "<"),
            ],
        ),
    ],
    preferred: &[],
};
