//! Which forms a text must have, and what they must say.

use super::*;

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

/// A form that only whole millions take may be given or left out, in which case they take `other`; any other
/// form of the language must be there.
#[test]
fn the_forms_that_each_language_needs() {
    let small = Small::new(ARABIC, ENGLISH);
    let write =
        |path: &str, text: &str| fs::write(small.folder.path().join("data").join(path), text).unwrap();
    let languages = EDITION.replace("kind: flash", "kind: flash, languages: [ar, en, fr, tr, ckb, fa]");
    write("editions/x/edition.yaml", &languages.replace("value: 2, as_of", "value: 1000000, as_of"));
    let nouns = "en: {one: person, other: people}\n      fr: {one: personne, other: personnes}";
    write("shared/all.yaml", &SHARED.replace("en: {one: person, other: people}", nouns));
    let forms = |lang: &str, forms: &str| {
        write(
            &format!("editions/x/text/{lang}.yaml"),
            &format!("lang: {lang}\ntitle: T\nbottom_line:\n{forms}"),
        );
    };
    forms("fr", "  by: people\n  one: '{people} est là'\n  other: '{people} sont là'\n");
    for lang in ["tr", "ckb", "fa"] {
        forms(lang, "  by: people\n  few: '{people}'\n  other: '{people}'\n");
    }
    let told = || {
        let (dossier, findings, sources) = small.read();
        let told: Vec<String> =
            lines(&findings, &sources).into_iter().filter(|line| line.contains(" TR08 ")).collect();
        (dossier, told)
    };
    let (dossier, said_of) = told();
    let lacks = |lang: &str, one: &str| {
        [
            format!(
                "{lang}.yaml:4:3 TR08 `bottom_line` in `{lang}` has no form `one` (as for {one}) (write the whole sentence for each form of the language)"
            ),
            format!(
                "{lang}.yaml:5:3 TR08 no number of `{lang}` takes the form `few` (the forms of `{lang}` are `one`, `other`)"
            ),
        ]
    };
    let mut said_of = said_of;
    said_of.sort();
    assert_eq!(said_of, [lacks("ckb", "1"), lacks("fa", "1"), lacks("tr", "1")].concat());
    assert_eq!(said(&dossier, "fr", "bottom_line"), "1 000 000 de personnes sont là");

    let french =
        "  by: people\n  one: '{people} est là'\n  many: '{people} y sont'\n  other: '{people} sont là'\n";
    forms("fr", french);
    let (dossier, said_of) = told();
    assert!(!said_of.iter().any(|line| line.starts_with("fr")), "{said_of:#?}");
    assert_eq!(said(&dossier, "fr", "bottom_line"), "1 000 000 de personnes y sont");
    forms("fr", &french.replace("many", "two"));
    let (_, said_of) = told();
    let french: Vec<&String> = said_of.iter().filter(|line| line.starts_with("fr")).collect();
    assert_eq!(
        french,
        [
            "fr.yaml:6:3 TR08 no number of `fr` takes the form `two` (the forms of `fr` are `one`, `many`, `other`)"
        ]
    );
}

/// An ordinal agrees with the noun of its own language: شخص is masculine, personne feminine.
#[test]
fn an_ordinal_has_the_gender_of_its_language() {
    let small =
        Small::new("lang: ar\ntitle: '{people:ordinal bare}'\n", "lang: en\ntitle: '{people:ordinal}'\n");
    let write =
        |path: &str, text: &str| fs::write(small.folder.path().join("data").join(path), text).unwrap();
    let languages = EDITION.replace("kind: flash", "kind: flash, languages: [ar, en, fr]");
    write("editions/x/edition.yaml", &languages.replace("value: 2, as_of", "value: 1, as_of"));
    let nouns = "en: {one: person, other: people}\n      fr: {gender: f, one: personne, other: personnes}";
    write("shared/all.yaml", &SHARED.replace("en: {one: person, other: people}", nouns));
    write("editions/x/text/fr.yaml", "lang: fr\ntitle: '{people:ordinal bare}'\n");
    let (dossier, ..) = small.read();
    assert_eq!(["ar", "fr"].map(|lang| said(&dossier, lang, "title")), ["أول", "première"]);
}
