//! The spacing of Arabic, reported as AR23.

use super::*;
use crate::lint::probe::{found, mended, silent};

const ARABIC: Spacing =
    Spacing {
        code: "AR23", close: "،؛؟!.:)»", open: "(«", apart: "،؛؟!.:)»", prefixes: &["وال"]
    };

fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
    spaces(passage, &ARABIC, hits);
}

#[test]
fn superfluous_spaces_are_found() {
    assert_eq!(found(rule, "ar", "عاد  النازحون ."), [(3, "AR23", "  "), (13, "AR23", " ")]);
    assert_eq!(found(rule, "ar", "العراق ، وسوريا"), [(6, "AR23", " ")]);
    assert_eq!(found(rule, "ar", "قال : نعم"), [(3, "AR23", " ")]);
    assert_eq!(
        found(rule, "ar", "في ( بغداد ) و« نعم »"),
        [(4, "AR23", " "), (10, "AR23", " "), (15, "AR23", " "), (19, "AR23", " ")]
    );
    assert_eq!(found(rule, "ar", "عاد {n}  شخصًا {x} ."), [(7, "AR23", "  "), (18, "AR23", " ")]);
    assert_eq!(
        mended(rule, "ar", "عاد  النازحون ، و« نعم » في  10\u{a0} كم ."),
        "عاد النازحون، و«نعم» في 10\u{a0}كم."
    );
}

#[test]
fn missing_spaces_are_found() {
    assert_eq!(found(rule, "ar", "العراق،وسوريا؛ثم"), [(6, "AR23", "،"), (13, "AR23", "؛")]);
    assert_eq!(found(rule, "ar", "انتهت الحرب.وعاد النازحون"), [(11, "AR23", ".")]);
    assert_eq!(found(rule, "ar", "وقال:إن الحرب"), [(4, "AR23", ":")]);
    assert_eq!(found(rule, "ar", "القوات(قسد الكردية)تقدمت"), [(6, "AR23", "("), (18, "AR23", ")")]);
    assert_eq!(found(rule, "ar", "أعلن«المرصد»ذلك"), [(4, "AR23", "«"), (11, "AR23", "»")]);
    assert_eq!(found(rule, "ar", "عاد،{n} عائلة"), [(3, "AR23", "،")]);
    assert_eq!(mended(rule, "ar", "نعم،لا؟ربما.وقال:إن «المرصد»ذلك"), "نعم، لا؟ ربما. وقال:إن «المرصد» ذلك");
}

#[test]
fn layout_abbreviations_and_prefixes_pass() {
    silent(
        rule,
        "ar",
        &[
            "  عاد النازحون.  \n    ثم",
            "ألقاه أ.د. محمد وم.محمد في ج.م.ع ص.ب 12",
            "على الطالب(ة) والمهندس(ون) و(ال)مدرسة",
            "وال«حشد» وب«داعش» والـ«حشد» و«داعش»و«النصرة»",
            "نعم ... ثم .NET و .iq",
            "الاسم:\tأحمد\t .",
            "الرقم      العدد .",
            "قفا نبك من ذكرى    بسقط اللوى",
            "( ) موافق",
            "قال «نعم« ثم مضى",
            "قال »نعم« ثم مضى",
            "موقع أحداث.أنفو وموقع برلمان.كوم",
            "سورة البقرة:255 والساعة 18:00",
            "10،20 و{a}، {b}؛ {c}.",
            "TLP:CLEAR وhttps://x.org/a:b",
        ],
    );
}

#[test]
fn nothing_stands_between_an_opening_quote_and_a_mark() {
    const FRENCH: Spacing = Spacing { code: "TX23", close: ",.)»", open: "(", apart: ",", prefixes: &[] };
    fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
        spaces(passage, &FRENCH, hits);
    }
    // The language wants the space after the quote, so taking it out would never end.
    silent(rule, "fr", &["le signe «\u{a0}, »", "les signes «\u{a0}. »"]);
    assert_eq!(found(rule, "fr", "oui , non"), [(3, "TX23", " ")]);
}
