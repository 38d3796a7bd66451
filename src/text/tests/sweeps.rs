//! A text in forms with every number on which they differ.

use super::super::{countable, sweep, today};
use super::*;
use crate::model::{Qualifier, Quantity};

#[test]
fn the_sweep_of_a_message() {
    let small = Small::new(ARABIC, ENGLISH);
    let (dossier, ..) = small.read();
    let table = "
        0     | لم يعد أحد إلى دياره. | zero people have gone home.
        1     | عاد شخص واحد إلى دياره. | One person has gone home.
        2     | عاد شخصان إلى ديارهما. | two people have gone home.
        3     | عاد ثلاثة أشخاص إلى ديارهم. | three people have gone home.
        10    | عاد عشرة أشخاص إلى ديارهم. | 10 people have gone home.
        11    | عاد 11 شخصًا إلى ديارهم. | 11 people have gone home.
        26    | عاد 26 شخصًا إلى ديارهم. | 26 people have gone home.
        99    | عاد 99 شخصًا إلى ديارهم. | 99 people have gone home.
        100   | عاد 100 شخص إلى ديارهم. | 100 people have gone home.
        102   | عاد 102 شخص إلى ديارهم. | 102 people have gone home.
        103   | عاد 103 أشخاص إلى ديارهم. | 103 people have gone home.
        1000  | عاد 1,000 شخص إلى ديارهم. | 1,000 people have gone home.
        2000  | عاد 2,000 شخص إلى ديارهم. | 2,000 people have gone home.
        11000 | عاد 11,000 شخص إلى ديارهم. | 11,000 people have gone home.
        1M    | عاد مليون شخص إلى ديارهم. | 1 million people have gone home.
        2M    | عاد مليونا شخص إلى ديارهم. | 2 million people have gone home.
        7.7M  | عاد 7.7 مليون شخص إلى ديارهم. | 7.7 million people have gone home.
        20B   | عاد 20 مليار شخص إلى ديارهم. | 20 billion people have gone home.
        1.5   | عاد 1.5 شخص إلى ديارهم. | 1.5 people have gone home.
    ";
    compare(&dossier, table, |_| "bottom_line".to_owned());
}

/// The one text of the repository's demonstration that stands in forms.
#[test]
fn the_sweep_of_the_demonstration() {
    let (dossier, ..) = read(Path::new(env!("CARGO_MANIFEST_DIR")), "demo-2031-06");
    let arabic = |schools: &str| format!("افتُتحت محطتان في الموصل والرقة، {schools} في صلاح الدين.");
    let english =
        |schools: &str| format!("Mosul and Raqqa gained two stations, and {schools} in Salah al-Din.");
    let table = "
        0     | ولم تفتح أي مدرسة أبوابها من جديد | zero schools reopened their doors
        1     | وفتحت مدرسة واحدة أبوابها من جديد | one school reopened its doors
        2     | وفتحت مدرستان أبوابهما من جديد | two schools reopened their doors
        3     | وفتحت ثلاث مدارس أبوابها من جديد | three schools reopened their doors
        10    | وفتحت عشر مدارس أبوابها من جديد | 10 schools reopened their doors
        11    | وفتحت 11 مدرسة أبوابها من جديد | 11 schools reopened their doors
        26    | وفتحت 26 مدرسة أبوابها من جديد | 26 schools reopened their doors
        99    | وفتحت 99 مدرسة أبوابها من جديد | 99 schools reopened their doors
        100   | وفتحت 100 مدرسة أبوابها من جديد | 100 schools reopened their doors
        102   | وفتحت 102 مدرسة أبوابها من جديد | 102 schools reopened their doors
        103   | وفتحت 103 مدارس أبوابها من جديد | 103 schools reopened their doors
        1000  | وفتحت 1,000 مدرسة أبوابها من جديد | 1,000 schools reopened their doors
        2000  | وفتحت 2,000 مدرسة أبوابها من جديد | 2,000 schools reopened their doors
        11000 | وفتحت 11,000 مدرسة أبوابها من جديد | 11,000 schools reopened their doors
        1M    | وفتحت مليون مدرسة أبوابها من جديد | 1 million schools reopened their doors
        2M    | وفتحت مليونا مدرسة أبوابها من جديد | 2 million schools reopened their doors
        7.7M  | وفتحت 7.7 مليون مدرسة أبوابها من جديد | 7.7 million schools reopened their doors
        20B   | وفتحت 20 مليار مدرسة أبوابها من جديد | 20 billion schools reopened their doors
        1.5   | وفتحت 1.5 مدرسة أبوابها من جديد | 1.5 schools reopened their doors
    ";
    let stations = |lang: &str| {
        with(&dossier, lang, |wording| {
            let figure = wording.index.figure("water_stations").unwrap();
            let (case, form) = (crate::locale::Case::Nominative, crate::locale::Form::Prose);
            plain(&wording.figure(figure, case, form).plain())
        })
    };
    let table: Vec<String> = table
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let [number, ar, en] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else { panic!() };
            let ar = arabic(ar).replace("محطتان", &stations("ar"));
            let en = english(en).replace("two stations", &stations("en"));
            format!("{number} | {ar} | {en}")
        })
        .collect();
    compare(&dossier, &table.join("\n"), |_| "highlights".to_owned());
}

/// Sweeps the first message in forms under a key, in both languages.
fn compare(dossier: &Dossier, table: &str, key: impl Fn(&str) -> String) {
    let swept = |lang: &str| {
        with(dossier, lang, |wording| {
            let key = key(lang);
            let list = wording.texts.list(&key);
            let message =
                wording.texts.get(&key).or(list.iter().flatten().find(|it| it.plural.is_some())).unwrap();
            let by = countable(wording, message)[0];
            sweep(wording, message, by)
                .into_iter()
                .map(|row| {
                    let Quantity::One(Qualifier::Exact, number) = row.quantity else { panic!("{row:?}") };
                    (number.to_string(), plain(&row.phrase.plain()))
                })
                .collect::<Vec<_>>()
        })
    };
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    for (lang, column) in [("ar", 1), ("en", 2)] {
        let expected: Vec<(String, String)> =
            rows.iter().map(|row| (row[0].to_owned(), row[column].to_owned())).collect();
        assert_eq!(swept(lang), expected);
    }
}

/// Category and form of each number, and what is counted in a message: the rule of CLDR, and that a scale
/// word and a quantity that is not exact take `other` where the form does not print the number.
#[test]
fn rows_know_their_category_and_form() {
    let (dossier, ..) = read(Path::new(env!("CARGO_MANIFEST_DIR")), "demo-2031-06");
    let told = |lang: &str| {
        with(&dossier, lang, |wording| {
            let list = wording.texts.list("highlights").iter().flatten();
            let message = list.into_iter().find(|it| it.plural.is_some()).unwrap();
            let paths: Vec<String> = countable(wording, message).into_iter().map(str::to_owned).collect();
            let of = |row: &super::super::Swept| format!("{}/{}", row.category.unwrap(), row.form.unwrap());
            let rows = |path| sweep(wording, message, path).iter().map(of).collect::<Vec<_>>().join(" ");
            (paths, rows("schools"), rows("water_stations"), of(&today(wording, message, "schools").unwrap()))
        })
    };
    let (paths, schools, stations, now) = told("ar");
    assert_eq!(paths, ["schools", "water_stations"]);
    let categories =
        "zero one two few few many many many other other few other other other other other other other other";
    let forms = |form: Option<&str>| {
        let pair = |category| format!("{category}/{}", form.unwrap_or(category));
        categories.split(' ').map(pair).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((schools, stations, now), (forms(None), forms(Some("few")), "few/few".to_owned()));
    let (_, schools, _, now) = told("en");
    let english = ["other/other", "one/one"].into_iter().chain(["other/other"; 17]).collect::<Vec<_>>();
    assert_eq!((schools, now), (english.join(" "), "other/other".to_owned()));
    let small = Small::new(ARABIC, ENGLISH);
    let (dossier, ..) = small.read();
    with(&dossier, "ar", |wording| {
        let row =
            |at: usize, path| today(wording, wording.texts.list("highlights")[at].as_ref().unwrap(), path);
        let taken = |at, path| row(at, path).map(|row| (row.category, row.form));
        // More than two, between one and three, some.
        assert_eq!(taken(0, "over"), Some((Some("two"), Some("other"))));
        assert_eq!(taken(1, "between"), Some((Some("few"), Some("few"))));
        assert_eq!(taken(2, "some"), Some((None, Some("other"))));
        assert_eq!((taken(4, "people"), taken(4, "e1.on")), (Some((Some("two"), None)), None));
    });
}
