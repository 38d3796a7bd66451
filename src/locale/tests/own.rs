//! Languages from files, as translators would write them: the golden tables of German, Urdu and Polish, and what
//! is said of files that are wrong.

use std::path::Path;

use super::rendering::{Nouns, check};
use super::*;
use crate::diag::{Finding, Sources};
use crate::locale::plural::{has_rules, ordinal_categories};
use crate::locale::{Direction, Languages, UnknownLocale, plural_forms};
use crate::model::{Digits, QualifierWords};
use crate::yaml::read;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/languages");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn german() -> String {
    file("de/data/languages/de.yaml")
}

fn loaded(lang: &str, text: &str) -> (Languages, Vec<Finding>) {
    let mut sources = Sources::new();
    let id = sources.add(format!("data/languages/{lang}.yaml"), "", text.to_owned());
    Languages::read([(lang, &read(id, &sources).unwrap())])
}

fn locale_of(lang: &str, text: &str, style: &Style) -> Locale {
    let (languages, findings) = loaded(lang, text);
    assert_eq!(findings, [], "{lang}");
    languages.locale(lang, style).unwrap()
}

fn de() -> Locale {
    locale_of("de", &german(), &Style::default())
}

fn ur() -> Locale {
    locale_of("ur", &file("ur/data/languages/ur.yaml"), &Style::default())
}

fn pl() -> Locale {
    locale_of("pl", &file("pl.yaml"), &Style::default())
}

/// Code, path and message of each finding.
fn said(findings: &[Finding]) -> Vec<(&str, &str, &str)> {
    findings.iter().map(|it| (it.code, it.path.as_str(), it.message.as_str())).collect()
}

const GERMAN: Nouns = Nouns(&[
    ["Partner", "Partner", "Partner", "-"],
    ["Person.f", "Person", "Personen", "-"],
    ["Angriff", "Angriff", "Angriffe", "-"],
]);

#[test]
fn german_numbers() {
    let table = "
        Person 0       | null Personen
        Person 1       | eine Person
        Partner 1      | ein Partner
        Person 2       | zwei Personen
        Person 3       | drei Personen
        Person 10      | zehn Personen
        Person 11      | elf Personen
        Person 12      | zwölf Personen
        Person 13      | 13 Personen
        Person 99      | 99 Personen
        Person 100     | 100 Personen
        Person 102     | 102 Personen
        Person 103     | 103 Personen
        Person 1000    | 1.000 Personen
        Person 1.5     | 1,5 Personen
        Person 43K     | 43.000 Personen
        Person 1M      | 1 Million Personen
        Person 1.5M    | 1,5 Millionen Personen
        Person 7.7M    | 7,7 Millionen Personen
        Person 20B     | 20 Milliarden Personen
        Person 2T      | 2 Billionen Personen
        bare 1         | eins
        bare 26M       | 26 Millionen
        number -1234.5 | −1.234,5
        single Person  | eine einzige Person
        single Angriff | ein einziger Angriff
        Person approx 7.7M        | etwa 7,7 Millionen Personen
        Person.short approx 7.7M  | ~7,7 Millionen
        Person nearly 8M          | fast 8 Millionen Personen
        Angriff more_than 100     | mehr als 100 Angriffe
        Angriff.short more_than 100 | >100
        Angriff at_least 3        | mindestens drei Angriffe
        Angriff.short at_least 3  | mind. 3
        Angriff up_to 99          | bis zu 99 Angriffe
        Angriff less_than 500     | weniger als 500 Angriffe
        Person 2M..3M             | zwischen 2 und 3 Millionen Personen
        Person.short 2M..3M       | 2–3 Millionen
        Person 9..12              | zwischen neun und zwölf Personen
        Person 14000..18000       | zwischen 14.000 und 18.000 Personen
    ";
    assert_eq!(check(&de(), &GERMAN, table), 39);
}

#[test]
fn german_shares_money_and_quantities_without_a_number() {
    let table = "
        share 95              | 95 Prozent
        share.short 95        | 95 %
        share 20..30          | zwischen 20 und 30 Prozent
        share.short 20..30    | 20–30 %
        points 1              | 1 Prozentpunkt
        points 4              | 4 Prozentpunkte
        USD 20B               | 20 Milliarden US-Dollar
        GBP 1                 | 1 britisches Pfund
        GBP 3M                | 3 Millionen britische Pfund
        USD.short 2B..3B      | 2–3 Milliarden US-Dollar
        USD 3M/day            | 3 Millionen US-Dollar pro Tag
        MAD 5M                | 5 Millionen MAD
        Person order 4        | Zehntausende Personen
        Person.short order 6  | Millionen
        Person majority of der Vertriebenen im Irak | die Mehrheit der Vertriebenen im Irak
        Person majority       | die meisten Personen
        Person all            | alle Personen
        Person none           | keine Person
        Angriff none          | kein Angriff
        Person limited        | einige wenige Personen
        Person unquantified   | einige Personen
        USD limited           | ein begrenzter Betrag
        share unquantified    | ein nicht bezifferter Anteil
        Person less_than_figure than die Zahl der Rückkehrer | weniger als die Zahl der Rückkehrer
        change share 95 > 99  | Anstieg gegenüber 95 % im Mai 2018 [4 Prozentpunkte]
        change Partner 75 > 75 | unverändert
        list a b c            | a, b und c
        first 3               | 3.
    ";
    assert_eq!(check(&de(), &GERMAN, table), 28);
}

#[test]
fn german_dates() {
    let table = "
        date 2031-06-09             | 9. Juni 2031
        date.short 2031-08-09       | 9. Aug. 2031
        dated 2031-06-09            | am 9. Juni 2031
        dated 2031-06               | im Juni 2031
        dated 2031                  | im Jahr 2031
        dated 2031-05 early         | Anfang Mai 2031
        dated 2031 late             | Ende 2031
        date 2031-05~               | etwa Mai 2031
        dated 2031-05~              | etwa Mai 2031
        date 2031-05-09~            | um den 9. Mai 2031
        date 2031-05?               | Mai 2031 (unbestätigt)
        date 2031-05-01/..          | seit dem 1. Mai 2031
        date 2017/..                | seit 2017
        date 2031-05-01/2031-05-20  | vom 1. bis 20. Mai 2031
        date 2031-04-28/2031-05-03  | vom 28. April bis 3. Mai 2031
        date 2031-05/2031-06        | von Mai bis Juni 2031
        date [2031-05-01..2031-05-20] | zwischen dem 1. und dem 20. Mai 2031
        date [2017..2019]           | zwischen 2017 und 2019
        period 2031-06-01 2031-06-30 | 1. bis 30. Juni 2031
        period.short 2031-06-01 2031-06-30 | 1.–30. Juni 2031
        moment 2031-06-30T18:00+03:00 | 30. Juni 2031, 18:00 Uhr (UTC+03:00)
        hijri 2017-11-15            | 26. Safar 1439 d. H.
        span 3mo                    | drei Monate
        span 1w                     | eine Woche
        span 14d                    | 14 Tage
    ";
    assert_eq!(check(&de(), &GERMAN, table), 25);
}

#[test]
fn a_style_of_a_project_chooses_among_the_wordings_of_its_language() {
    let say = |qualifiers: QualifierWords| {
        let style = Style { qualifiers, ..Style::default() };
        let locale = locale_of("de", &german(), &style);
        (
            locale,
            plain(&locale.measure(
                &Measure::new(&quantity("at_least 3"), Counted::Bare),
                Case::Nominative,
                Form::Prose,
            )),
        )
    };
    let words = |word: &str| QualifierWords { at_least: Some(word.into()), ..QualifierWords::default() };
    assert_eq!(say(QualifierWords::default()).1, "mindestens drei");
    assert_eq!(say(words("oder mehr")).1, "drei oder mehr");
    assert_eq!(short(&say(words("oder mehr")).0, "at_least 3", Counted::Bare), "3 oder mehr");
    assert_eq!(short(&de(), "at_least 3", Counted::Bare), "mind. 3");
    assert_eq!(say(words("oder mehr")).0.quote_marks(), ["„", "“"]);
    let (languages, _) = loaded("de", &german());
    let style = Style { qualifiers: words("wenigstens"), ..Style::default() };
    let Err(UnknownLocale::Wording { known, .. }) = languages.locale("de", &style) else { panic!() };
    assert_eq!(known, ["mindestens", "oder mehr"]);
}

const URDU: Nouns = Nouns(&[
    ["شخص", "شخص", "افراد", "-"],
    ["حملہ", "حملہ", "حملے", "-"],
    ["جماعت.f", "جماعت", "جماعتیں", "-"],
]);

#[test]
fn urdu_numbers() {
    let table = "
        شخص 0      | صفر افراد
        شخص 1      | ایک شخص
        شخص 2      | دو افراد
        شخص 3      | تین افراد
        شخص 10     | دس افراد
        شخص 11     | 11 افراد
        شخص 99     | 99 افراد
        شخص 100    | 100 افراد
        شخص 102    | 102 افراد
        شخص 103    | 103 افراد
        شخص 1000   | 1,000 افراد
        شخص 1.5    | 1.5 افراد
        شخص 43K    | 43 ہزار افراد
        شخص 1M     | ایک ملین افراد
        شخص 7.7M   | 7.7 ملین افراد
        شخص 2M..3M | 2 سے 3 ملین افراد
        شخص.short 2M..3M       | 2 سے 3 ملین
        شخص approx 7.7M        | تقریباً 7.7 ملین افراد
        شخص nearly 8M          | 8 ملین کے قریب افراد
        شخص more_than 7.7M     | 7.7 ملین سے زیادہ افراد
        شخص.short more_than 7.7M | 7.7 ملین سے زیادہ
        شخص.short approx 7.7M  | ~7.7 ملین
        حملہ more_than 3       | تین سے زیادہ حملے
        شخص at_least 3         | کم از کم تین افراد
        شخص less_than 500      | 500 سے کم افراد
        شخص less_than_figure than واپس آنے والوں کی تعداد | واپس آنے والوں کی تعداد سے کم
        USD 20B                | 20 ارب امریکی ڈالر
        USD more_than 20B      | 20 ارب امریکی ڈالر سے زیادہ
        USD 3M/day             | 3 ملین امریکی ڈالر یومیہ
        share 95               | 95 فیصد
        share.short 95         | 95%
        share more_than 95     | 95 فیصد سے زیادہ
        شخص order 6            | دسیوں لاکھ افراد
        شخص majority of عراق کے بے گھر افراد | عراق کے بے گھر افراد کی اکثریت
        شخص majority           | بیشتر افراد
        شخص none               | کوئی شخص
        first 3                | تیسرا
        last 3                 | تیسری
        first 26               | 26واں
        change share 95 > 99   | اضافہ؛ مئی 2018 میں 95% [4 فیصد پوائنٹ]
        list ا ب ج             | ا، ب اور ج
    ";
    assert_eq!(check(&ur(), &URDU, table), 41);
    assert_eq!(ur().direction(), Direction::Rtl);
}

#[test]
fn urdu_dates() {
    let table = "
        date 2031-06-09             | 9 جون 2031
        dated 2031-06-09            | 9 جون 2031 کو
        dated 2031-06               | جون 2031 میں
        dated 2031                  | 2031 میں
        dated 2031-05 early         | مئی 2031 کے اوائل میں
        date 2031-05-01/..          | 1 مئی 2031 سے
        date 2031-05-01/2031-05-20  | 1 سے 20 مئی 2031 تک
        date [2031-05-01..2031-05-20] | 1 اور 20 مئی 2031 کے درمیان
        period 2031-06-01 2031-06-30 | 1 سے 30 جون 2031
        period.short 2031-06-01 2031-06-30 | 1 سے 30 جون 2031
        moment 2031-06-30T18:00+05:00 | 30 جون 2031، 18:00 (UTC+05:00)
        hijri 2017-11-15            | 26 صفر 1439ھ
        span 2mo                    | دو مہینے
    ";
    assert_eq!(check(&ur(), &URDU, table), 13);
}

#[test]
fn urdu_in_digits_of_its_own_has_their_marks() {
    let style = Style { digits: Some(Digits::Arab), ..Style::default() };
    let ur = locale_of("ur", &file("ur/data/languages/ur.yaml"), &style);
    assert_eq!(plain(&ur.number(&number("7.7M"))), "۷٫۷ ملین");
    assert_eq!(plain(&ur.number(&number("1234567"))), "۱٬۲۳۴٬۵۶۷");
}

/// One form for 1, one for 2 to 4 but not 12 to 14, one for all other whole numbers and behind scale words, one
/// for decimals.
#[test]
fn polish_nouns_have_four_forms() {
    let forms = NounForms {
        gender: Some(Gender::Feminine),
        one: Some("osoba".into()),
        few: Some("osoby".into()),
        many: Some("osób".into()),
        other: "osoby".into(),
        definite: Some("osób".into()),
        ..NounForms::default()
    };
    let unit = Unit { gender: Gender::Masculine, forms: [("pl".into(), forms)].into() };
    let table = "
        0    | 0 osób
        1    | 1 osoba
        2    | 2 osoby
        3    | 3 osoby
        4    | 4 osoby
        5    | 5 osób
        10   | 10 osób
        11   | 11 osób
        12   | 12 osób
        14   | 14 osób
        21   | 21 osób
        22   | 22 osoby
        99   | 99 osób
        100  | 100 osób
        101  | 101 osób
        102  | 102 osoby
        103  | 103 osoby
        111  | 111 osób
        112  | 112 osób
        1000 | 1 000 osób
        1.5  | 1,5 osoby
        22K  | 22 tysiące osób
        25K  | 25 tysięcy osób
        1M   | 1 milion osób
        2M   | 2 miliony osób
        5M   | 5 milionów osób
        7.7M | 7,7 miliona osób
        more_than 3 | ponad 3 osoby
        2M..3M      | 2–3 miliony osób
        order 3     | tysiące osób
        majority    | większość osób
        none        | żadna osoba
    ";
    let mut cases = 0;
    for row in rows(table) {
        assert_eq!(prose(&pl(), row[0], Counted::Noun(&unit), Case::Nominative), row[1]);
        cases += 1;
    }
    assert_eq!(cases, 32);
    let table = "
        span 1y         | 1 rok
        span 3mo        | 3 miesiące
        span 5mo        | 5 miesięcy
        points 2.5      | 2,5 punktu procentowego
        date 2031-05    | maj 2031
        date 2031-05-09 | 9 maja 2031
        dated 2031      | w roku 2031
        moment 2031-05-09T09:05Z | 9 maja 2031, 9.05 (UTC)
    ";
    assert_eq!(check(&pl(), &GERMAN, table), 8);
}

#[test]
fn a_region_is_taken_as_its_language_and_equal_files_are_one_table() {
    let (languages, _) = loaded("de", &german());
    let austrian = languages.locale("de-AT", &Style::default()).unwrap();
    assert_eq!(austrian.lang(), "de");
    assert_eq!(languages.tags(), ["ar", "en", "fr", "tr", "ckb", "fa", "de"]);
    assert!(languages.contains("de") && !languages.contains("de-AT") && !languages.contains("pl"));
    let commented = locale_of("de", &format!("# again\n{}", german()), &Style::default());
    assert!(std::ptr::eq(commented.table, austrian.table));
    let other = german().replace("etwa {}", "circa {}");
    assert!(!std::ptr::eq(locale_of("de", &other, &Style::default()).table, austrian.table));
    let unknown = UnknownLocale::Language { name: "pl".into(), known: languages.tags() };
    assert_eq!(languages.locale("pl", &Style::default()).unwrap_err(), unknown);
}

#[test]
fn every_key_that_is_missing_is_told_at_once() {
    let text: String = german()
        .lines()
        .filter(|line| {
            ![
                "direction:",
                "  nearly:",
                "  part:",
                "ordinals:",
                "  words: []",
                "  digits: {other",
                "    tens: ",
            ]
            .iter()
            .any(|start| line.starts_with(start))
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let text =
        text.replace("week: {gender: f, one: Woche, other: Wochen}", "").replace("year: \"{} pro Jahr\"", "");
    let text = text.replace(
        "rates: {day: \"{} pro Tag\", week: \"{} pro Woche\", month: \"{} pro Monat\", }",
        "rates: {day: \"{} pro Tag\", week: \"{} pro Woche\", month: \"{} pro Monat\"}",
    );
    let (languages, findings) = loaded("de", &text);
    let mut paths: Vec<(&str, &str)> = findings.iter().map(|it| (it.code, it.path.as_str())).collect();
    paths.sort_unstable();
    let expected = [
        "dates.part",
        "direction",
        "ordinals",
        "qualifiers.nearly",
        "rates.year",
        "spans.week",
        "vague.orders.tens",
    ];
    assert_eq!(paths, expected.map(|path| ("TY03", path)));
    assert!(languages.is_refused("de") && languages.is_refused("de-AT") && !languages.contains("de"));
}

/// A change to the German file, and what is said of it.
#[test]
fn what_the_engine_cannot_carry_out_is_refused_at_its_place() {
    type Told<'a> = &'a [(&'a str, &'a str, &'a str)];
    let table: [(&str, &str, Told<'_>); 13] = [
        ("etwa {}", "etwa", &[("TY05", "qualifiers.approx.prose", "the places in `etwa` are not `{}`")]),
        (
            "style:\n  digits",
            "style:\n  digts: latn\n  digits",
            &[("TY02", "style.digts", "unknown key `digts`")],
        ),
        (
            "  known: \"{}\"",
            "  known: \"die {} da\"",
            &[("TY05", "numbers.known", "no words can stand after the last place here")],
        ),
        (
            "sign: \"{} %\"",
            "sign: \"{} v. H.\"",
            &[("TY05", "percent.sign", "this is no place for the sign")],
        ),
        (
            "span_alone: {day: \"{} bis {}\"",
            "span_alone: {day: \"{} – {}\"",
            &[(
                "TY05",
                "dates.span_alone.day",
                "`dates.span_alone.day` must have the same words there as `dates.span.day`",
            )],
        ),
        (
            "down: Rückgang gegenüber {value} {when}",
            "down: Rückgang, {when} {value}",
            &[("TY05", "changes.down", "the value and its date must stand in the same order in all changes")],
        ),
        ("zero: \"0\"", "zero: \"1\"", &[("TY05", "marks.zero", "`1` is not the zero of any digits")]),
        (
            "numbers_as_words_below: 13",
            "numbers_as_words_below: 20",
            &[("TY05", "numbers.words", "`13` numbers are given in words, and the style writes `20`")],
        ),
        (
            "month: {gender: m, one: Monat, other: Monate}",
            "month: {other: Monate}",
            &[
                ("TR08", "spans.month", "`spans.month` in `de` has no form `one` (as for 1)"),
                ("TY03", "spans.month", "`gender` is missing"),
            ],
        ),
        ("  EUR:", "  Eur:", &[("TY05", "currencies.Eur", "`Eur` is not the code of a currency")]),
        (
            "month: \"{} pro Monat\"",
            "month: \"monatlich {}\"",
            &[("TY05", "rates.month", "the rates must stand all before the amount, or all behind it")],
        ),
        (
            "  day: \"{day}. {month} {year}\"",
            "  day: \"{year}-{month}-{day}\"",
            &[("TY05", "dates.day", "a full date is a day, a month and a year, each with a space behind it")],
        ),
        (
            "months: [Januar, ",
            "months: [",
            &[("TY01", "dates.months", "expected an array of length 12, found 11 entries")],
        ),
    ];
    for (typed, wrong, expected) in table {
        let text = german();
        assert!(text.contains(typed), "{typed}");
        let (languages, findings) = loaded("de", &text.replacen(typed, wrong, 1));
        assert_eq!(said(&findings), expected, "{wrong}");
        assert!(findings.iter().all(|it| !it.places.is_empty()), "{wrong}");
        assert!(!languages.contains("de"));
    }
}

/// Slovenian has a dual, which no noun of the Polish file gives.
#[test]
fn a_noun_needs_every_form_that_its_language_counts_with() {
    let (_, findings) = loaded("sl", &file("pl.yaml").replace("lang: pl", "lang: sl"));
    let paths: Vec<&str> = findings.iter().map(|it| it.path.as_str()).collect();
    let nouns = [
        "numbers.thousand",
        "numbers.million",
        "numbers.billion",
        "numbers.trillion",
        "spans.day",
        "spans.week",
        "spans.month",
        "spans.year",
        "percent.points",
        "currencies.USD",
    ];
    assert_eq!(paths, nouns);
    assert_eq!(findings[0].message, "`numbers.thousand` in `sl` has no form `two` (as for 2)");
}

#[test]
fn a_dual_without_cases_is_a_form_of_its_own() {
    let text = file("pl.yaml").replace("lang: pl", "lang: sl");
    let text = text.replace("{one: ", "{two: \"\", one: ").replace("m, one: ", "m, two: dva, one: ");
    let sl = locale_of("sl", &text, &Style::default());
    assert_eq!(plain(&sl.span("2d".parse().unwrap(), Case::Nominative)), "2 dva");
    assert_eq!(plain(&sl.span("102d".parse().unwrap(), Case::Nominative)), "102 dva");
}

#[test]
fn a_language_without_plural_rules_names_one_that_counts_alike() {
    let hunsrik = german().replace("lang: de", "lang: hrx");
    let (languages, findings) = loaded("hrx", &hunsrik);
    let message =
        "the locale data have no plural rules of `hrx`, and would count as if nothing had a singular";
    assert!(said(&findings).contains(&("MO08", "plurals", message)), "{findings:#?}");
    assert!(!languages.contains("hrx"));
    let (languages, findings) = loaded("hrx", &format!("{hunsrik}plurals: de\n"));
    assert_eq!(findings, []);
    assert_eq!(languages.plurals("hrx"), "de");
    let one = languages.locale("hrx", &Style::default()).unwrap();
    assert_eq!(one.plural(&number("1")), "one");
    let (_, findings) = loaded("hrx", &format!("{hunsrik}plurals: tlh\n"));
    assert!(findings.iter().any(|it| it.code == "MO08" && it.message.contains("`tlh`")));
}

/// CLDR has no ordinal rules of Sorani, and German ordinals are all alike: a form by category would never be used.
#[test]
fn ordinals_by_category_need_a_language_that_has_them() {
    let by_category = german().replace("digits: {other: \"{}.\"}", "digits: {one: \"{}er\", other: \"{}.\"}");
    for plurals in ["de", "ckb"] {
        let (_, findings) = loaded("de", &format!("{by_category}plurals: {plurals}\n"));
        let message = "no number of `de` takes the form `one`";
        assert_eq!(said(&findings), [("TR08", "ordinals.digits.one", message)]);
    }
    let french = locale_of("de", &format!("{by_category}plurals: fr\n"), &Style::default());
    let said = |number| plain(&french.ordinal(number, Gender::Masculine, false, Case::Nominative).unwrap());
    assert_eq!([said(1), said(2)], ["1er", "2."]);
}

#[test]
fn a_file_for_a_shipped_language_or_for_none_is_refused() {
    for (lang, message) in [
        ("ar", "mujaz brings the language `ar` with it"),
        ("deutsch", "`deutsch` is not the code of a language"),
    ] {
        let (languages, findings) = loaded(lang, &german());
        assert_eq!(said(&findings), [("MO09", "", message)]);
        assert_eq!(languages.tags(), Locale::supported());
    }
}

/// No shipped language falls back on the root, in whose rules every number is `other`.
#[test]
fn no_shipped_language_falls_back() {
    for lang in Locale::supported() {
        assert!(has_rules(lang), "{lang}");
        assert!(plural_forms(lang).len() > 1, "{lang}");
        let locale = Locale::new(lang, &Style::default()).unwrap();
        let Some(ordinals) = &locale.table.finer.ordinals else { continue };
        let differ = ordinals.endings.iter().any(|ending| *ending != ordinals.endings[3]);
        assert!(!differ || ordinal_categories(lang).len() > 1, "{lang}");
    }
}
