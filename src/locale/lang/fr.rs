//! French: the usage of United Nations documents and of the Imprimerie nationale.

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
    group: GroupMark::Nbsp,
    percent: Percent::Sign,
    percent_spelling: 0,
    scale_after_decimal: ScaleAfterDecimal::Singular,
    months: Months::Gregorian,
    month_first: false,
    year_mark: false,
    hijri: Hijri::Never,
    quotes: Quotes::Guillemets,
    numbers_as_words_below: 10,
};

/// The base profiles; `lettres` writes out what can be written out, `chiffres` keeps to figures.
const PROFILES: &[(&str, Choices)] = &[
    ("un", UN),
    ("lettres", Choices { percent: Percent::Words, numbers_as_words_below: 17, ..UN }),
    ("chiffres", Choices { numbers_as_words_below: 0, ..UN }),
];

/// 0 to 16, the numbers of one word; only one has a feminine.
const WORDS: &[Spelled] = &[
    Spelled::alike("zéro"),
    Spelled { masculine: "un", feminine: "une", masculine_alone: ["un"; 3], feminine_alone: ["une"; 3] },
    Spelled::alike("deux"),
    Spelled::alike("trois"),
    Spelled::alike("quatre"),
    Spelled::alike("cinq"),
    Spelled::alike("six"),
    Spelled::alike("sept"),
    Spelled::alike("huit"),
    Spelled::alike("neuf"),
    Spelled::alike("dix"),
    Spelled::alike("onze"),
    Spelled::alike("douze"),
    Spelled::alike("treize"),
    Spelled::alike("quatorze"),
    Spelled::alike("quinze"),
    Spelled::alike("seize"),
];

const fn scale(one: &'static str, other: &'static str) -> Option<Scaled> {
    Some(Scaled { absolute: Forms::pair(one, other), construct: Forms::pair(one, other) })
}

pub(super) static FRENCH: Language = Language {
    tag: "fr",
    direction: Direction::Ltr,
    native_zero: '0',
    profiles: PROFILES,
    counting: Counting {
        scales: [
            None,
            scale("million", "millions"),
            scale("milliard", "milliards"),
            scale("billion", "billions"),
        ],
        noun_says_one_and_two: false,
        words: WORDS,
        one: [[""; 3]; 2],
        single: "un seul ",
        article: "",
        measures: &[],
    },
    qualifiers: Qualifiers {
        approx: Qualifier::sign("environ ", "~"),
        nearly: Qualifier::words("près de ", None),
        more_than: Qualifier::sign("plus de ", ">"),
        at_least: Qualifier::words("au moins ", None),
        up_to: Qualifier::words("jusqu’à ", None),
        less_than: Qualifier::sign("moins de ", "<"),
        between: "entre ",
        and: " et ",
        range_dash: Some("–"),
        range_case: None,
    },
    vague: Vague {
        orders: &[
            ("des dizaines", "des dizaines de "),
            ("des centaines", "des centaines de "),
            ("des milliers", "des milliers de "),
            ("des dizaines de milliers", "des dizaines de milliers de "),
            ("des centaines de milliers", "des centaines de milliers de "),
            ("des millions", "des millions de "),
            ("des dizaines de millions", "des dizaines de millions de "),
            ("des centaines de millions", "des centaines de millions de "),
            ("des milliards", "des milliards de "),
            ("des dizaines de milliards", "des dizaines de milliards de "),
            ("des centaines de milliards", "des centaines de milliards de "),
        ],
        most_of: ["la plupart de ", "la plupart des "],
        most: "la majorité",
        all_of: ["l’ensemble de ", "l’ensemble des "],
        all: "la totalité",
        less: ["moins"; 2],
        no: "aucun ",
        nothing: "néant",
        limited: Amount {
            of: ["un nombre limité de "; 3],
            alone: ["un nombre limité"; 3],
            money: ["un montant limité"; 3],
            share: ["une part limitée"; 3],
        },
        unquantified: Amount {
            of: ["un certain nombre de "; 3],
            alone: ["un nombre non précisé"; 3],
            money: ["un montant non précisé"; 3],
            share: ["une part non précisée"; 3],
        },
    },
    percent: PercentWords {
        spellings: &["pour\u{a0}cent"],
        native_sign: "%",
        points: (Gender::Masculine, Forms::pair("point de pourcentage", "points de pourcentage")),
    },
    currencies: CURRENCIES,
    per: ["par jour", "par semaine", "par mois", "par an"],
    spans: [
        (Gender::Masculine, Forms::pair("jour", "jours")),
        (Gender::Feminine, Forms::pair("semaine", "semaines")),
        (Gender::Masculine, Forms::pair("mois", "mois")),
        (Gender::Masculine, Forms::pair("an", "ans")),
    ],
    dates: Dates {
        gregorian: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        levantine: None,
        maghreb: None,
        short: Some([
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
            "déc.",
        ]),
        hijri: [
            "mouharram",
            "safar",
            "rabia al-aoual",
            "rabia ath-thani",
            "joumada al-oula",
            "joumada ath-thania",
            "rajab",
            "chaabane",
            "ramadan",
            "chaoual",
            "dhou al-qi‘da",
            "dhou al-hijja",
        ],
        hijri_mark: "\u{a0}de l’hégire",
        year_mark: "",
        year_word: "",
        parts: ["début ", "mi-", "fin "],
        about: "vers ",
        uncertain: " (à confirmer)",
        since: "depuis ",
        from: ["de "; 2],
        to: " à ",
        between: ["entre ", " et "],
        dash: Some("–"),
        on: ["le ", "en "],
        clock: " à ",
    },
    lists: Lists {
        comma: ", ",
        semicolon: "\u{202f}; ",
        middle: ", ",
        last: " et ",
        contractions: &[
            ["de ", "un", "d’un"],
            ["de ", "environ ", "d’environ "],
            ["de ", "entre ", "d’entre "],
            ["de ", "au moins ", "d’au moins "],
            ["de ", "aucun", "d’aucun"],
            // The preposition takes the article of an indefinite plural away.
            ["de ", "des ", "de "],
            ["que ", "un ", "qu’un "],
            ["que ", "une ", "qu’une "],
            ["que ", "environ ", "qu’environ "],
        ],
    },
    changes: Changes {
        up: "en hausse, contre ",
        down: "en baisse, contre ",
        same: "inchangé",
        before: "précédemment\u{a0}: ",
        same_range: " (même fourchette)",
        overlap: " (fourchettes se recoupant)",
        not_comparable: " (non comparable)",
    },
};
