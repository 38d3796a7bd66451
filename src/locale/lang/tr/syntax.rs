//! What stands behind a Turkish number and which case ending it takes, by vowel harmony and the last
//! sound of the word that is read.

use crate::model::Qualifier as Q;

use super::super::Qualifier;
use super::super::finer::{Definite, Finer, Ordinals, Worded};
use super::super::syntax::{Behind, DateSyntax, Ending, Endings, Syntax};

pub(in crate::locale::lang) static SYNTAX: Syntax = Syntax {
    sign_first: true,
    percent_word_first: true,
    clock_mark: ".",
    capitals: &[('i', "İ"), ('ı', "I")],
    bare_thousand: true,
    shared_scale: true,
    per_first: true,
    orders_count: true,
    amounts_count: true,
    whole_first: true,
    less_than_figure: Some("az"),
    behind: &[
        (Q::MoreThan, Behind::after(Ending::Ablative, " fazla")),
        (Q::LessThan, Behind::after(Ending::Ablative, " az")),
    ],
    endings: ENDINGS,
    when_first: true,
    dates: DateSyntax {
        parts_behind: [" başı", " ortası", " sonu"],
        about_behind: " dolayları",
        on_behind: Behind::after(Ending::Locative, ""),
        since_behind: Behind::after(Ending::Ablative, " bu yana"),
        span_behind: " arasında",
        ..DateSyntax::PLAIN
    },
    ..Syntax::PLAIN
};

/// Back vowel, voiced end: altı, dokuz, on.
const fn dan(of: &'static str) -> Endings {
    Endings { of, ablative: "dan", locative: "da" }
}

/// Front vowel, voiced end: bir, iki, yedi.
const fn den(of: &'static str) -> Endings {
    Endings { of, ablative: "den", locative: "de" }
}

/// Back vowel, voiceless end: kırk, altmış.
const fn tan(of: &'static str) -> Endings {
    Endings { of, ablative: "tan", locative: "ta" }
}

/// Front vowel, voiceless end: üç, dört, beş.
const fn ten(of: &'static str) -> Endings {
    Endings { of, ablative: "ten", locative: "te" }
}

/// A compound with a possessive ending takes an n between: dolarından.
const fn ndan(of: &'static str) -> Endings {
    Endings { of, ablative: "ndan", locative: "nda" }
}

/// The same after a front vowel: riyalinden.
const fn nden(of: &'static str) -> Endings {
    Endings { of, ablative: "nden", locative: "nde" }
}

/// Digits by the word that they end in when read: tens, hundreds, thousands, millions and up.
const ENDINGS: &[Endings] = &[
    dan("0"),
    den("1"),
    den("2"),
    ten("3"),
    ten("4"),
    ten("5"),
    dan("6"),
    den("7"),
    den("8"),
    dan("9"),
    dan("10"),
    den("20"),
    dan("30"),
    tan("40"),
    den("50"),
    tan("60"),
    ten("70"),
    den("80"),
    dan("90"),
    den("00"),
    den("000"),
    dan("000000"),
    // Small numbers and scales in words.
    dan("sıfır"),
    den("bir"),
    den("iki"),
    ten("üç"),
    ten("dört"),
    ten("beş"),
    dan("altı"),
    den("yedi"),
    den("sekiz"),
    dan("dokuz"),
    dan("on"),
    den("bin"),
    dan("milyon"),
    dan("milyar"),
    dan("trilyon"),
    // What stands between a number and its ending.
    dan("puan"),
    dan("avro"),
    ndan("doları"),
    ndan("dinarı"),
    ndan("frangı"),
    ndan("kronu"),
    ndan("lirası"),
    nden("dirhemi"),
    nden("riyali"),
    nden("sterlini"),
    nden("yeni"),
    ndan("başı"),
    ndan("ortası"),
    ndan("sonu"),
    ndan("dolayları"),
    // Abbreviations are read letter by letter, and most letters end in e.
    den(""),
];

const fn words(name: &'static str, before: &'static str, short: &'static str) -> Worded {
    Worded::before(name, Qualifier { before, before_count: None, short, case: None })
}

/// Ordinals in digits take a point: 6., 26.
pub(in crate::locale::lang) static FINER: Finer = Finer {
    ordinals: Some(Ordinals {
        bare: &[
            [["birinci"; 3]; 2],
            [["ikinci"; 3]; 2],
            [["üçüncü"; 3]; 2],
            [["dördüncü"; 3]; 2],
            [["beşinci"; 3]; 2],
            [["altıncı"; 3]; 2],
            [["yedinci"; 3]; 2],
            [["sekizinci"; 3]; 2],
            [["dokuzuncu"; 3]; 2],
            [["onuncu"; 3]; 2],
        ],
        definite: &[],
        one_before_ten: None,
        tens: &[],
        and: "",
        always_words: false,
        before_digits: [""; 2],
        endings: [["."; 2]; 4],
    }),
    definite: Definite::Plain,
    wordings: &[
        (
            Q::Approx,
            &[
                words("yaklaşık", "yaklaşık ", "~"),
                words("takriben", "takriben ", "~"),
                words("aşağı yukarı", "aşağı yukarı ", "~"),
            ],
        ),
        (
            Q::Nearly,
            &[
                words("neredeyse", "neredeyse ", "neredeyse "),
                words("hemen hemen", "hemen hemen ", "hemen hemen "),
            ],
        ),
        (Q::AtLeast, &[words("en az", "en az ", "en az "), words("asgari", "asgari ", "asgari ")]),
        (Q::UpTo, &[words("en fazla", "en fazla ", "en fazla "), words("azami", "azami ", "azami ")]),
    ],
    preferred: &[],
};
