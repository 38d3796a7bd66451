//! Languages that a project brings: built from its files alone, with no word of another language in their place,
//! and everything that is missing named in one run.

use page_validation::ValidationProfile;

use crate::support::copy::ProjectCopy;
use crate::support::pdf_text;
use crate::support::validation::faults;

const GERMAN: &str = "languages/de";
const LANGUAGE: &str = "data/languages/de.yaml";
const LABELS: &str = "data/labels/de.yaml";
const UNITS: &str = "data/shared/all.yaml";
const TEXT: &str = "data/editions/2031-06-lage/text/de.yaml";

/// What a PDF of the edition says, as one text with ordinary spaces.
fn printed(project: &ProjectCopy, edition: &str, lang: &str) -> String {
    let bytes = std::fs::read(project.path(&format!("out/{edition}/{edition}.{lang}.pdf"))).expect("a PDF");
    assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{lang}");
    let pdf = pdf_text::read(&bytes);
    assert_eq!((pdf.lang.as_str(), pdf.right_to_left), (lang, lang == "ur"));
    pdf.pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is found without the states of translations, which these fixtures do not record.
fn check(project: &ProjectCopy) -> Vec<String> {
    let codes = project.run(&["check", "--format", "json"]).codes();
    codes.into_iter().filter(|code| !code.starts_with("TR07")).collect()
}

#[test]
fn german_is_written_from_its_file() {
    let project = ProjectCopy::fixture(GERMAN).reviewed();
    assert_eq!(project.run(&["check", "--format", "json"]).told(), "exit 0\n");
    let done = project.run(&["build", "--release"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let german = printed(&project, "2031-06-lage", "de");
    for said in [
        "Zurückgekehrt sind mehr als 7,7 Millionen Personen, doch zwischen 2 und 3 Millionen Personen brauchen",
        "95,5 Prozent der Schulen",
        "Nur noch ein Ort ist ohne Strom.",
        "20,4 Milliarden US-Dollar",
        "1.–30. Juni 2031",
        "30. Juni 2031, 18:00 Uhr",
        "Ende Juni 2031",
        "Deutsch und Englisch",
        "Seite 1 von 2",
    ] {
        assert!(german.contains(said), "{said}\n{german}");
    }
    // A label of the project in place of the one that is shipped; the others stay.
    let english = printed(&project, "2031-06-lage", "en");
    for said in ["In brief", "German and English", "Key figures"] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    assert!(!english.contains("Highlights"));
}

#[test]
fn urdu_is_written_from_right_to_left() {
    let project = ProjectCopy::fixture("languages/ur").reviewed();
    assert_eq!(project.run(&["check", "--format", "json"]).told(), "exit 0\n");
    let done = project.run(&["build", "--release"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let brief = project.run(&["show", "brief", "2031-06-jaiza", "--lang", "ur"]);
    let brief: serde_json::Value = serde_json::from_str(&brief.stdout).expect("JSON");
    assert_eq!((&brief["dir"], &brief["lang"]), (&"rtl".into(), &"ur".into()));
    printed(&project, "2031-06-jaiza", "ur");
    printed(&project, "2031-06-jaiza", "en");
}

#[test]
fn without_its_file_a_language_is_not_written_in_another() {
    let project = ProjectCopy::fixture(GERMAN);
    std::fs::remove_file(project.path(LANGUAGE)).expect("removes");
    let told = project.run(&["build"]);
    assert_eq!(told.code, 1);
    assert!(
        told.stderr.contains("no language `de`; known are `ar`, `en`, `fr`, `tr`, `ckb`, `fa`"),
        "{}",
        told.stderr
    );
}

#[test]
fn every_fault_of_a_language_is_found_in_one_run_at_its_place() {
    let project = ProjectCopy::fixture(GERMAN);
    project.replace(LANGUAGE, "  nearly: {prose: \"fast {}\", tile: \"fast {}\", or: [\"knapp {}\"]}\n", "");
    project.replace(LANGUAGE, "prose: \"etwa {}\"", "prose: etwa");
    project.replace(LANGUAGE, "  part:", "  prat:");
    project.replace(
        LANGUAGE,
        "year: {gender: m, one: Jahr, other: Jahre}",
        "year: {gender: m, other: Jahre}",
    );
    let line = |text: &str| {
        let file = project.read(LANGUAGE);
        let at = file.lines().position(|line| line.contains(text)).expect("the line");
        at + 1
    };
    let place = |code: &str, text: &str, column: usize| format!("{code} {LANGUAGE}:{}:{column}", line(text));
    let mut expected = vec![
        // A key that is missing is told at the map that lacks it, a mistyped one at itself.
        format!("TY03 {LANGUAGE}:{}:3", line("approx:")),
        place("TY05", "prose: etwa", 19),
        place("TY02", "prat:", 3),
        place("TR08", "one: Tag", 3)
            .replace(&format!(":{}:3", line("one: Tag")), &format!(":{}:9", line("other: Jahre"))),
    ];
    let mut found = check(&project);
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn every_label_that_a_language_lacks_is_named() {
    let project = ProjectCopy::fixture(GERMAN);
    project.replace(LABELS, "  gap: Finanzierungslücke\n", "");
    project.replace(LABELS, "    rising: Zunehmend\n", "");
    project.replace(LABELS, "meeting:\n  level: Ebene\n  host: Gastgeber\n  place: Ort\n  date: Datum\n  attended: Teilnehmer\n  observers: Beobachter\n", "");
    let told = project.run(&["check"]).stderr;
    let lacking: Vec<&str> = told
        .lines()
        .filter_map(|line| line.strip_prefix("error[TR05]: language `de` has no label "))
        .collect();
    let expected = [
        "charts.gap",
        "meeting.attended",
        "meeting.date",
        "meeting.host",
        "meeting.level",
        "meeting.observers",
        "meeting.place",
        "states.trend.rising",
    ];
    let mut lacking: Vec<&str> = lacking.into_iter().map(|key| key.trim_matches('`')).collect();
    lacking.sort_unstable();
    assert_eq!(lacking, expected);
    std::fs::remove_file(project.path(LABELS)).expect("removes");
    let told = project.run(&["check"]).stderr;
    // Beside the two names of languages that the page prints.
    assert_eq!(told.matches("error[TR05]").count(), 3, "{told}");
    assert!(told.contains("error[TR05]: language `de` has no labels"), "{told}");
}

#[test]
fn a_label_that_is_none_is_told_with_the_nearest() {
    let project = ProjectCopy::fixture(GERMAN);
    project.write(
        "data/labels/en.yaml",
        "lang: en\nlanguages: {de: German}\nsections: {highlihts: In brief}\npage: {number: \"{n} of {totl}\", digits: latin}\nkinds: monthly\n",
    );
    let told = project.run(&["check"]).stderr;
    for said in [
        "error[TY02]: unknown key `highlihts`",
        "did you mean `highlights`?",
        "error[TR02]: the label `page.number` has no placeholder `{totl}`",
        "did you mean `{total}`?",
        "error[TY04]: `latin` is not one of `latn`, `arab`, `arabext`",
        "error[TY01]: expected a map, found a text",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert_eq!(told.matches("error[").count(), 4, "{told}");
}

#[test]
fn a_unit_without_a_noun_a_form_or_a_gender_is_told() {
    let project = ProjectCopy::fixture(GERMAN);
    project.replace(UNITS, "      de: {gender: m, one: Ort, other: Orte}\n", "");
    project.replace(UNITS, "de: {gender: f, one: Person, other: Personen}", "de: {other: Personen}");
    let told = project.run(&["check"]).stderr;
    for said in [
        "warning[TR01]: unit `village` has no noun in `de`",
        "error[TR08]: `units.person.forms.de` in `de` has no form `one` (as for 1)",
        "error[TY03]: `gender` is missing",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// By the rules that hold in every language: in texts, in names, and in files of any kind.
#[test]
fn texts_of_a_project_language_are_linted() {
    let project = ProjectCopy::fixture(GERMAN);
    project.replace(UNITS, "name: {de: Referat Lageberichte,", "name: {de: Referat (Lageberichte,");
    project.replace(TEXT, "Geberkonferenz in der Hauptstadt.", "Geberkonferenz (in der Hauptstadt.");
    let found = check(&project);
    assert_eq!(found, [format!("TX25 {TEXT}:19:30"), format!("TX25 {UNITS}:2:42")]);
    project.write("brief.txt", "Die Schulen (sind wieder geöffnet.\n");
    let told = project.run(&["lint", "brief.txt", "--lang", "de"]);
    assert!(told.stderr.contains("warning[TX25]: `(` has no partner"), "{}", told.told());
    let told = project.run(&["lint", "brief.txt", "--lang", "pl"]);
    let known = "languages with rules are `ar`, `en`, `fr`, `tr`, `ckb`, `fa`, `de`";
    assert!(told.stderr.contains(known), "{}", told.told());
}
