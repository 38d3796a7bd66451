#![allow(clippy::disallowed_methods, reason = "tests write the files that they read")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Labels, Wording, sweep};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;

const HOUSE: &str = "\
mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {flash: [bottom_line]}}
edition: {languages: [ar, en], master: ar, publisher: {org: desk}, marking: {scheme: none}}
";
const SHARED: &str = "\
orgs:
  desk: {type: group, name: {ar: وحدة, en: Desk}}
units:
  person:
    gender: m
    forms:
      ar: {one: شخص, two_nom: شخصان, two_obl: شخصين, few: أشخاص, many: شخصًا, other: شخص, definite: الأشخاص}
      en: {one: person, other: people}
  meeting:
    gender: m
    forms:
      ar: {one: اجتماع, two_nom: اجتماعان, two_obl: اجتماعين, few: اجتماعات, many: اجتماعًا, other: اجتماع}
      en: {one: meeting, other: meetings}
metrics:
  people: {label: {ar: العائدون, en: Returned}, unit: person, shape: stock, section: progress}
  meetings: {label: {ar: الاجتماعات, en: Meetings}, unit: meeting, shape: stock, section: meetings}
";
const EDITION: &str = "\
edition: {id: x, kind: flash, number: 26, issued: 2031-06-30T18:00+03:00}
figures:
  - {id: people, metric: people, value: 2, as_of: 2031-06}
  - {id: over, metric: people, q: more_than, value: 2, as_of: 2031-06}
  - {id: between, metric: people, q: range, min: 1, max: 3, as_of: 2031-06}
  - {id: some, metric: people, q: unquantified, as_of: 2031-06}
  - {id: round, metric: meetings, value: 6, as_of: 2031-06}
events:
  - {id: e1, on: 2031-06}
";

/// A project of one edition with these texts.
struct Small {
    folder: TempDir,
}

impl Small {
    fn new(ar: &str, en: &str) -> Self {
        let folder = TempDir::new().unwrap();
        for (path, text) in [
            ("data/house.yaml", HOUSE),
            ("data/shared/all.yaml", SHARED),
            ("data/editions/x/edition.yaml", EDITION),
            ("data/editions/x/text/ar.yaml", ar),
            ("data/editions/x/text/en.yaml", en),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self { folder }
    }

    fn read(&self) -> (Dossier, Vec<Finding>, Sources) {
        read(self.folder.path(), "x")
    }
}

fn read(root: &Path, edition: &str) -> (Dossier, Vec<Finding>, Sources) {
    let mut sources = Sources::new();
    let project = Project::find(root).unwrap();
    let (dossier, findings) = Dossier::read(&project, edition, None, &mut sources);
    (dossier.unwrap_or_else(|| panic!("{findings:#?}")), findings, sources)
}

/// `ar.yaml:3:5 TR08 message (help)`, of texts only.
fn lines(findings: &[Finding], sources: &Sources) -> Vec<String> {
    let line = |finding: &Finding| {
        let place = &finding.places[0];
        let (row, column) = sources.position(place.span.file, place.span.start);
        let file = sources.name(place.span.file).rsplit('/').next().unwrap().to_owned();
        let help = finding.help.iter().map(|help| format!(" ({help})")).collect::<String>();
        format!("{file}:{row}:{column} {} {}{help}", finding.code, finding.message)
    };
    findings.iter().filter(|finding| !finding.code.starts_with("DA")).map(line).collect()
}

/// The messages under a key, resolved in one language.
fn said(dossier: &Dossier, lang: &str, key: &str) -> String {
    with(dossier, lang, |wording| plain(&wording.text(key).unwrap().plain()))
}

fn with<T>(dossier: &Dossier, lang: &str, then: impl FnOnce(&Wording<'_>) -> T) -> T {
    let index = dossier.edition.index();
    let language = &dossier.languages[lang];
    let labels = Labels::default();
    then(&Wording::new(&dossier.edition, &index, &language.locale, &labels, &language.texts))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

const ARABIC: &str = "\
lang: ar
title: عنوان
bottom_line:
  by: people
  zero: لم يعد أحد إلى دياره.
  one: عاد شخص واحد إلى دياره.
  two: عاد شخصان إلى ديارهما.
  few: عاد {people} إلى ديارهم.
  many: عاد {people} إلى ديارهم.
  other: عاد {people} إلى ديارهم.
highlights:
  - {by: over, zero: لا أحد, one: واحد, two: عاد شخصان إلى ديارهما., few: '{over}', many: '{over}', other: 'عاد {over} إلى ديارهم.'}
  - {by: between, zero: لا أحد, one: واحد, two: اثنان, few: 'عاد {between}.', many: '{between}', other: '{between}!'}
  - {by: some, zero: لا أحد, one: واحد, two: اثنان, few: '{some}', many: '{some}', other: 'عاد {some}.'}
  - \"الاجتماع {round:ordinal}، {round:ordinal f}، {round:ordinal bare acc}، {edition.number:ordinal gen}\"
  - \"{people:def} {people:def gen} {round:def} {people:number acc}\"
events: {e1: '{people}'}
";
const ENGLISH: &str = "\
lang: en
title: Title
bottom_line:
  by: people
  one: One person has gone home.
  other: '{people} have gone home.'
highlights:
  - '{over} are home.'
  - '{between}'
  - '{some}'
  - The {round:ordinal} meeting, {edition.number:ordinal}
  - '{people:def} {round:def}'
events: {e1: '{people}'}
";

#[test]
fn the_displayed_number_chooses_the_form() {
    let small = Small::new(ARABIC, ENGLISH);
    let (dossier, findings, sources) = small.read();
    assert_eq!(lines(&findings, &sources), Vec::<String>::new());
    assert_eq!(said(&dossier, "ar", "bottom_line"), "عاد شخصان إلى ديارهما.");
    assert_eq!(said(&dossier, "en", "bottom_line"), "two people have gone home.");
    let list = |lang| {
        with(&dossier, lang, |wording| {
            wording.texts("highlights").iter().map(|text| plain(&text.plain())).collect::<Vec<_>>()
        })
    };
    assert_eq!(
        list("ar"),
        [
            // "Two people" would lose "more than".
            "عاد أكثر من شخصين إلى ديارهم.",
            "عاد ما بين شخص واحد وثلاثة أشخاص.",
            "عاد عدد من الأشخاص.",
            "الاجتماع السادس، السادسة، سادسًا، السادس والعشرين",
            "الشخصان الشخصين الاجتماعات الستة اثنين",
        ]
    );
    assert_eq!(
        list("en"),
        [
            "more than two people are home.",
            "between one and three people",
            "a number of people",
            "The sixth meeting, 26th",
            "the two people the six meetings",
        ]
    );
}

#[test]
fn forms_are_complete_and_alike() {
    let arabic = "\
lang: ar
title: {one: واحد, other: '{people}'}
bottom_line:
  by: people
  one: عاد شخص.
  few: عاد {people} و{round}.
  many: عادوا.
  other: عاد {people}.
events:
  e1:
    by: e1.on
    zero: ا
    one: ا
    two: ا
    few: '{e1.on}'
    many: '{e1.on} {people}'
    other: '{e1.on} {people}'
highlights:
  - by: people
    zero: ا
    one: ا
    two: ا
    few: عاد {people} و{round}.
    many: عادوا.
    other: عاد {people}.
  - by: people
    zero: ا
    won: ا
    two: 2
";
    let english = "\
lang: en
title: Title
bottom_line:
  by: people
  one: One.
  few: '{people}'
  other: '{people}'
events:
  e1: {by: e1.on, one: one, other: '{e1.on}'}
highlights:
  - '{people}'
  - '{e1.on} {people:genitive} {some:ordinal} {over:def}'
";
    let (dossier, mut findings, sources) = Small::new(arabic, english).read();
    for lang in ["ar", "en"] {
        let index = dossier.edition.index();
        let language = &dossier.languages[lang];
        let labels = Labels::default();
        let wording = Wording::new(&dossier.edition, &index, &language.locale, &labels, &language.texts);
        findings.extend(wording.into_findings());
    }
    let said = lines(&findings, &sources);
    let alike = "say the same in every form, with `{people}`";
    let expected = [
        "ar.yaml:29:10 LA14 the message `highlights[1].two` is nothing but a number (point at the figure: `{people}`)",
        "ar.yaml:2:8 TY03 the forms of `title` do not say which figure chooses (add `by:` with the id of the figure)",
        "ar.yaml:4:3 TR08 `bottom_line` in `ar` has no form `zero` (as for 0), `two` (as for 2) (write the whole sentence for each form of the language)",
        "ar.yaml:6:22 TR09 `{round}` is in the form `few` only (take `{round}` out, or add it to every form)",
        "ar.yaml:7:9 TR09 `{people}` is missing from the form `many` of `bottom_line` (more than one number takes this form: print it with `{people}`)",
        &format!("ar.yaml:12:11 TR09 `{{people}}` is missing from the form `zero` of `events.e1` ({alike})"),
        &format!("ar.yaml:13:10 TR09 `{{people}}` is missing from the form `one` of `events.e1` ({alike})"),
        &format!("ar.yaml:14:10 TR09 `{{people}}` is missing from the form `two` of `events.e1` ({alike})"),
        &format!("ar.yaml:15:10 TR09 `{{people}}` is missing from the form `few` of `events.e1` ({alike})"),
        "ar.yaml:23:24 TR09 `{round}` is in the form `few` only (take `{round}` out, or add it to every form)",
        "ar.yaml:24:11 TR09 `{people}` is missing from the form `many` of `highlights` (more than one number takes this form: print it with `{people}`)",
        "ar.yaml:28:5 TY02 unknown key `won` (the keys here are `by`, `zero`, `one`, `two`, `few`, `many`, `other`)",
        "en.yaml:6:3 TR08 no number of `en` takes the form `few` (the forms of `en` are `one`, `other`)",
        "en.yaml:9:12 TR02 `e1.on` is no number to choose a form by (name a figure, or a total such as `partners.states`)",
        "en.yaml:12:14 TR02 `genitive` is not a style, or not one that fits here (the styles are `nom`, `acc`, `gen`, `number`, `short`, `single`, `ordinal`, `def`, `m`, `f`, `bare`)",
        "en.yaml:12:32 TR02 `{some}` cannot be written as `ordinal` (`ordinal` takes an exact whole number, `single` and `def` a counted noun with all its forms)",
        "en.yaml:12:47 TR02 `{over}` cannot be written as `def` (`ordinal` takes an exact whole number, `single` and `def` a counted noun with all its forms)",
    ];
    assert_eq!(said, expected);
}

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
            let message = wording.texts.get(&key).or(list.iter().find(|it| it.plural.is_some())).unwrap();
            sweep(wording, message)
                .into_iter()
                .map(|(number, phrase)| (number.to_string(), plain(&phrase.plain())))
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
