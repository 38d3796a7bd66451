use super::super::{Case, Form, Kind, Measure, Part};
use super::*;

/// Parts as `kind:text`, Text without a mark: `L` left to right, `F` foreign.
fn marked(phrase: &Phrase) -> String {
    let mark = |part: &Part| match part.kind {
        Kind::Text => part.text.clone(),
        Kind::Ltr => format!("[L {}]", part.text),
        Kind::Foreign => format!("[F {}]", part.text),
        Kind::Missing => format!("[M {}]", part.text),
    };
    phrase.0.iter().map(mark).collect()
}

#[test]
fn runs_of_an_arabic_text() {
    let table = "
        القرار 2254 (2015)                  | القرار [L 2254] ([L 2015])
        الوثيقة A/72/865.                   | الوثيقة [L A/72/865].
        تقرير Global Coalition السنوي       | تقرير [F Global Coalition] السنوي
        منظمة IOM، الجولة 214               | منظمة [F IOM]، الجولة [L 214]
        الحساب @RepCoalition                | الحساب [L @RepCoalition]
        راسلنا: reports@example.org.        | راسلنا: [L reports@example.org].
        انظر https://example.org/a/ (هنا)    | انظر [L https://example.org/a/] (هنا)
        الهاتف +964 780 195 8802            | الهاتف [L +964 780 195 8802]
        معيار PDF/A-3a والمعيار C-17         | معيار [L PDF/A-3a] والمعيار [L C-17]
        ارتفع 95% (-4.5%)                   | ارتفع [L 95%] ([L -4.5%])
        في 2019-03-23 عند 18:00             | في [L 2019-03-23] عند [L 18:00]
        الجولة 2، الجولة 3                   | الجولة [L 2]، الجولة [L 3]
        نينوى                               | نينوى
        «العزم الصلب» Inherent Resolve      | «العزم الصلب» [F Inherent Resolve]
        عملية بـ2254 قرارًا                  | عملية بـ[L 2254] قرارًا
        بقلم Étienne Müller                 | بقلم [F Étienne Müller]
        تقرير DTM Round 2 الأخير            | تقرير [F DTM Round 2] الأخير
        بعنوان Daesh: the cells. انتهى      | بعنوان [F Daesh: the cells]. انتهى
        ٧٩ شريكًا                            | ٧٩ شريكًا
        نحو ±5% و≥99%                       | نحو [L ±5%] و[L ≥99%]
        بلغ US$20 أو €5                      | بلغ [L US$20] أو [L €5]
        مساحتها 14 km² أو 5 كم²              | مساحتها [L 14 km²] أو [L 5] كم²
        حرارة 37°C و40 °C                    | حرارة [L 37°C] و[L 40 °C]
        الهاتف (+964) 780 195 8802، ليلًا    | الهاتف [L (+964) 780 195 8802]، ليلًا
        هاتف 00964 780-195-8802.            | هاتف [L 00964 780-195-8802].
        الجولة 2 14                         | الجولة [L 2] [L 14]
        نسبة %95                            | نسبة %[L 95]
    ";
    for row in rows(table) {
        assert_eq!(marked(&ar().text(row[0])), row[1]);
        assert_eq!(ar().text(row[0]).plain(), row[0]);
    }
}

#[test]
fn an_english_text_keeps_addresses_and_arabic_apart() {
    let table = "
        Master List round 214              | Master List round 214
        See https://example.org/214, @cell | See [L https://example.org/214], [L @cell]
        The group داعش، الخلايا, 95% left   | The group [F داعش، الخلايا], 95% left
        Operation «العزم الصلب» (2014)      | Operation «[F العزم الصلب]» (2014)
    ";
    for row in rows(table) {
        assert_eq!(marked(&en().text(row[0])), row[1]);
    }
}

#[test]
fn identifiers_are_never_grouped() {
    assert_eq!(marked(&ar().identifier("2254")), "[L 2254]");
    assert_eq!(marked(&styled("ar", "asharq").identifier("A/72/865")), "[L A/72/865]");
    assert_eq!(marked(&ar().identifier("أ")), "أ");
}

#[test]
fn foreign_words_carry_their_language() {
    let phrase = ar().foreign("Master List", "en");
    assert_eq!(
        phrase.0,
        [Part {
            text: "Master List".into(),
            kind: Kind::Foreign,
            lang: Some("en".into()),
            ..Part::default()
        }]
    );
    assert_eq!(en().foreign("Master List", "en"), Phrase::text("Master List"));
    assert!(ar().foreign("", "en").is_empty());
}

#[test]
fn words_that_become_one() {
    let figure =
        ar().measure(&Measure::new(&quantity("nearly 8M"), Counted::Bare), Case::Genitive, Form::Prose);
    let said =
        |before: &str| plain(&ar().contracted(Phrase::text(before).then(figure.clone().traced("liberated"))));
    assert_eq!(said("انخفض العدد من "), "انخفض العدد مما يقارب 8 ملايين");
    assert_eq!(said("تراجع ومن "), "تراجع ومما يقارب 8 ملايين");
    assert_eq!(said("كشف عن "), "كشف عما يقارب 8 ملايين");
    assert_eq!(said("بلغ الثمن "), "بلغ الثمن ما يقارب 8 ملايين");
    assert_eq!(plain(&ar().contracted(ar().text("عاد من ما بين"))), "عاد مما بين");
}

#[test]
fn lists() {
    let items = |words: &[&str]| words.iter().map(|word| Phrase::text(*word)).collect::<Vec<_>>();
    let arabic =
        [items(&[]), items(&["العراق"]), items(&["العراق", "سوريا"]), items(&["العراق", "سوريا", "الأردن"])];
    assert_eq!(
        arabic.map(|items| plain(&ar().list(items))),
        ["", "العراق", "العراق وسوريا", "العراق وسوريا والأردن"]
    );
    let english = [items(&["a"]), items(&["a", "b"]), items(&["a", "b", "c"]), items(&["a", "", "c"])];
    assert_eq!(english.map(|items| plain(&en().list(items))), ["a", "a and b", "a, b and c", "a and c"]);
    assert_eq!(plain(&ar().join(items(&["الرقة", "سوريا"]))), "الرقة، سوريا");
    assert_eq!(plain(&en().join(items(&["Raqqa", "Syria"]))), "Raqqa, Syria");
}
