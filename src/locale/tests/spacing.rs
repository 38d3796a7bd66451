use crate::model::{Counted, Months, Point};

use super::super::Case::Nominative;
use super::super::{Form, Kind, Measure};
use super::*;

fn parts(phrase: Phrase) -> Vec<(Kind, String)> {
    phrase.0.into_iter().map(|part| (part.kind, part.text)).collect()
}

fn say(locale: &Locale, typed: &str, counted: Counted<'_>, form: Form) -> Vec<(Kind, String)> {
    parts(locale.measure(&Measure::new(&quantity(typed), counted), Nominative, form))
}

fn ltr(text: &str) -> (Kind, String) {
    (Kind::Ltr, text.into())
}

fn text(text: &str) -> (Kind, String) {
    (Kind::Text, text.into())
}

#[test]
fn a_number_holds_to_its_word_and_a_glued_letter_to_its_number() {
    let person = person();
    let counted = Counted::Noun(&person);
    let said = say(&ar(), "more_than 7.7M", counted, Form::Prose);
    assert_eq!(said, [text("أكثر من "), ltr("7.7"), text("\u{a0}مليون شخص")]);
    let said = say(&ar(), "2M..3M", counted, Form::Prose);
    assert_eq!(said, [text("ما بين مليونين و\u{2060}"), ltr("3"), text("\u{a0}ملايين شخص")]);
    let said = say(&ar(), "79", counted, Form::Prose);
    assert_eq!(said, [ltr("79"), text("\u{a0}شخصًا")]);
    let listed = ar().list(vec![Phrase::text("العراق"), ar().count(1234)]);
    assert_eq!(parts(listed), [text("العراق و\u{2060}"), ltr("1,234")]);
}

/// A name of two words is one name: wherever a date is written, only words of their own and the year are
/// set off by a space at which a line may end.
#[test]
fn a_month_of_two_words_is_one_name() {
    let levant = styled("ar", "levant-press");
    let both =
        Locale::new("ar", &Style { months: Some(Months::GregorianFirst), ..Style::default() }).unwrap();
    let ckb = Locale::new("ckb", &Style::default()).unwrap();
    let date = |locale: &Locale, typed: &str| locale.date(&typed.parse().unwrap(), None, Form::Prose).plain();
    let hijri = |locale: &Locale, typed: &str| locale.hijri(&typed.parse().unwrap()).unwrap().plain();
    let [from, to]: [Point; 2] = ["2018-11-28", "2019-01-03"].map(|point| point.parse().unwrap());
    // What is said, with `_` for the no-break space; word joiners are left out.
    let cases = [
        (date(&ar(), "2017-11-15"), "15_تشرين_الثاني/نوفمبر 2017"),
        (date(&ar(), "2017-11"), "تشرين_الثاني/نوفمبر 2017"),
        (date(&ar(), "2018-12/.."), "منذ كانون_الأول/ديسمبر 2018"),
        (date(&ar(), "[2018-11..2019-01]"), "بين تشرين_الثاني/نوفمبر 2018 وكانون_الثاني/يناير 2019"),
        (
            ar().period(&from, &to, Form::Prose).plain(),
            "من 28_تشرين_الثاني/نوفمبر 2018 إلى 3_كانون_الثاني/يناير 2019",
        ),
        (ar().dated(&"2018-10".parse().unwrap(), None).plain(), "في تشرين_الأول/أكتوبر 2018"),
        (date(&levant, "2018-01-01"), "1_كانون_الثاني 2018"),
        (date(&both, "2018-01-01"), "1_يناير (كانون_الثاني) 2018"),
        (hijri(&ar(), "2017-11-20"), "2_ربيع_الأول 1439هـ"),
        (hijri(&en(), "2017-11-20"), "2_Rabi_al-Awwal 1439_AH"),
        (date(&ckb, "2017-11-15"), "١٥ی_تشرینی_دووەمی ٢٠١٧"),
    ];
    for (said, expected) in cases {
        assert_eq!(said.replace('\u{a0}', "_").replace('\u{2060}', ""), expected);
    }
}

#[test]
fn digits_of_the_language_are_never_isolated() {
    let person = person();
    let asharq = styled("ar", "asharq");
    assert_eq!(say(&asharq, "79", Counted::Noun(&person), Form::Prose), [text("٧٩\u{a0}شخصًا")]);
    assert_eq!(say(&asharq, "-4.5", Counted::Percent, Form::Short), [text("−٤٫٥٪")]);
    assert_eq!(parts(asharq.number(&number("1234567.5"))), [text("١٬٢٣٤٬٥٦٧٫٥")]);
}

#[test]
fn signs_stay_with_latin_digits() {
    assert_eq!(say(&ar(), "-4.5", Counted::Percent, Form::Short), [ltr("−4.5%")]);
    assert_eq!(say(&ar(), "95", Counted::Percent, Form::Prose), [ltr("95"), text("\u{a0}في\u{a0}المائة")]);
    assert_eq!(say(&en(), "2M..3M", Counted::Bare, Form::Short), [ltr("2–3"), text("\u{a0}million")]);
    assert_eq!(parts(ar().number(&number("-1234.50"))), [ltr("−1,234.50")]);
}

/// No control characters of the bidirectional algorithm leave the locale.
#[test]
fn no_bidi_controls() {
    let person = person();
    let controls = [
        '\u{200e}', '\u{200f}', '\u{61c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}',
        '\u{202b}',
    ];
    for profile in ["un", "coalition", "gulf-press", "levant-press", "asharq"] {
        let locale = styled("ar", profile);
        for typed in ["-5", "1.5", "2M..3M", "more_than 99", "order 4", "all"] {
            for counted in [Counted::Noun(&person), Counted::Percent, Counted::Money("USD"), Counted::Bare] {
                let said =
                    locale.measure(&Measure::new(&quantity(typed), counted), Nominative, Form::Prose).plain();
                assert!(!said.contains(controls), "{said}");
            }
        }
    }
}

#[test]
fn cells_clauses_and_differences() {
    let decimal = |text: &str| text.parse().unwrap();
    // value | signed | thousands
    let table = "
        0       | 0        | 0
        6       | +6       | <0.1
        -12000  | −12,000  | −12
        9940    | +9,940   | 9.9
        1920000 | +1,920,000 | 1,920
    ";
    for row in rows(table) {
        assert_eq!(plain(&en().signed(decimal(row[0]))), row[1]);
        if !row[0].starts_with('-') {
            assert_eq!(plain(&en().thousands(decimal(row[0]))), row[2]);
        }
    }
    let clauses = || vec![Phrase::text("a, b"), Phrase::default(), Phrase::text("c")];
    assert_eq!(plain(&en().clauses(clauses())), "a, b; c");
    assert_eq!(plain(&ar().clauses(clauses())), "a, b؛ c");
    assert_eq!(plain(&en().capitalised(Phrase::text("since May"))), "Since May");
    assert_eq!(plain(&en().capitalised(Phrase::ltr("2–3 May"))), "2–3 May");
    assert_eq!(plain(&ar().capitalised(Phrase::text("منذ أيار"))), "منذ أيار");
}
