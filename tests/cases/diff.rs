//! `mujaz diff`, and what a brief says of the editions before it, on a series of three months.

use std::path::Path;

use mujaz::brief::{self, Body, Brief};
use mujaz::diag::Sources;
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::locale::Phrase;
use page_validation::ValidationProfile;
use serde_json::{Value, json};

use crate::support::copy::ProjectCopy;
use crate::support::pdf_text::read;
use crate::support::validation::faults;

const ENGLISH: &str = include_str!("../fixtures/compare/expected.en.txt");
const ARABIC: &str = include_str!("../fixtures/compare/expected.ar.txt");
const JSON: &str = include_str!("../fixtures/compare/expected.en.json");

fn series() -> ProjectCopy {
    ProjectCopy::fixture("compare")
}

fn plain(phrase: &Phrase) -> String {
    phrase.plain().replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
}

fn written(project: &ProjectCopy, id: &str, lang: &str, audience: Option<&str>) -> Brief {
    let project = Project::open(project.root()).expect("a project");
    let (dossier, findings) = Dossier::read(&project, id, audience, &mut Sources::new());
    let dossier = dossier.unwrap_or_else(|| panic!("{findings:?}"));
    brief::write(&dossier, lang).expect("the language").0
}

#[test]
fn the_whole_comparison_on_a_terminal() {
    for (lang, expected) in [("en", ENGLISH), ("ar", ARABIC)] {
        let run = series().run(&["diff", "2031-05", "2031-06", "--lang", lang]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert_eq!(run.stdout, expected, "{lang}");
    }
    // Without a language, the one that the texts were written in.
    assert_eq!(series().run(&["diff", "2031-05", "2031-06"]).stdout, ENGLISH);
}

#[test]
fn the_whole_comparison_as_json() {
    let project = series();
    let run = project.run(&["diff", "2031-05", "2031-06", "--lang", "en", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let told: Value = serde_json::from_str(&run.stdout.replace('\u{a0}', " ")).expect("JSON");
    let expected: Value = serde_json::from_str(JSON).expect("JSON");
    assert_eq!(told["groups"].as_array().map(Vec::len), expected["groups"].as_array().map(Vec::len));
    for (told, expected) in
        told["groups"].as_array().expect("groups").iter().zip(expected["groups"].as_array().expect("groups"))
    {
        assert_eq!(told, expected);
    }
    assert_eq!(told, expected);
    // The same into a file.
    let out = ["diff", "2031-05", "2031-06", "--format", "json", "--out", "to/changes.json"];
    let into = project.run(&out);
    assert_eq!(
        (into.code, into.stdout.as_str(), into.stderr.as_str()),
        (0, "", "`to/changes.json` is written\n")
    );
    assert_eq!(project.read("to/changes.json"), run.stdout);
}

#[test]
fn equal_editions_have_no_changes() {
    let project = series();
    let told = |args: &[&str]| project.run(args).told();
    assert_eq!(
        told(&["diff", "2031-06", "2031-06"]),
        "exit 0\n2031-06 → 2031-06\n\nNothing has changed between these two editions.\n"
    );
    let run = project.run(&["diff", "2031-06", "2031-06", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&json["identical"], &json["groups"]), (&json!(true), &json!([])));
}

#[test]
fn the_earlier_edition_is_the_one_that_was_issued_first() {
    let run = series().run(&["diff", "2031-06", "2031-05"]);
    let note = "`2031-05` was issued before `2031-06`, so it is taken for the earlier one\n";
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, ENGLISH, note));
}

#[test]
fn an_edition_may_stand_in_another_project() {
    let (own, other) = (series(), series());
    let before = format!("{}:2031-05", other.root().display());
    let run = own.run(&["diff", &before, "2031-06", "--lang", "ar"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ARABIC), "{}", run.stderr);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let project = series();
    let told = |args: &[&str]| project.run(args).told();
    assert_eq!(
        told(&["diff", "2031-05", "2031-06", "--lang", "xx"]),
        "exit 2\nerror[CL01]: edition `2031-06` has no language `xx`\n   = help: its languages are `ar`, `en`, `fr`\n\n1 error\n"
    );
    assert_eq!(
        told(&["diff", "2031-05", "2031-06", "--format", "pdf", "--out", "a.pdf"]),
        "exit 2\nerror[DF01]: `--out` names one file, and `2031-06` has several languages\n   = help: choose one with \
         `--lang`: `ar`, `en`, `fr`\n\n1 error\n"
    );
    let unknown = told(&["diff", "2031-05", "2031-07"]);
    assert!(unknown.starts_with("exit 2\nerror[LA02]"), "{unknown}");
}

/// One page in each language, a document for the record, with equal bytes; longer comparisons are cut.
#[test]
fn a_page_says_what_changed() {
    let project = series();
    let titles = [("ar", "ما الذي تغيّر"), ("en", "What changed"), ("fr", "Ce qui a changé")];
    let run = project.run(&["diff", "2031-05", "2031-06", "--format", "pdf"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    for (lang, title) in titles {
        let name = format!("desk/2031-06/2031-06.{lang}.changes.pdf");
        let bytes = project.files().remove(&name).unwrap_or_else(|| panic!("{name}: {}", run.told()));
        assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{name}");
        let pdf = read(&bytes);
        assert_eq!(
            (pdf.pages.len(), pdf.lang.as_str(), pdf.right_to_left),
            (1, lang, lang == "ar"),
            "{name}"
        );
        assert!(pdf.title.starts_with(title), "{}", pdf.title);
        project.run(&["diff", "2031-05", "2031-06", "--format", "pdf"]);
        assert!(project.files()[&name] == bytes, "{name}: other bytes");
    }
    let real = ProjectCopy::own(&["data"]);
    for lang in ["ar", "en"] {
        let run = real.run(&[
            "diff",
            "2018-12-washington",
            "2019-06-paris",
            "--format",
            "pdf",
            "--lang",
            lang,
            "--out",
            "p.pdf",
        ]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let pdf = read(&real.files()["p.pdf"]);
        assert_eq!(pdf.pages.len(), 1, "{lang}");
        if lang == "en" {
            assert!(pdf.pages[0].contains("more"), "{}", pdf.pages[0]);
        }
    }
}

/// The sheet shows both editions, so it carries the higher label.
#[test]
fn a_page_is_marked_as_high_as_what_it_shows() {
    let project = series();
    let edition = "data/editions/2031-05/edition.yaml";
    project.replace(
        edition,
        "  number: 2\n",
        "  number: 2\n  marking: {scheme: tlp2, label: \"TLP:AMBER\"}\n",
    );
    let run =
        project.run(&["diff", "2031-05", "2031-06", "--format", "pdf", "--lang", "en", "--out", "p.pdf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let page = read(&project.files()["p.pdf"]).pages.concat();
    assert!(page.contains("TLP:AMBER") && !page.contains("TLP:GREEN"), "{page}");
    // And a brief that anybody may read less of does not tell what stood there.
    let kinds = kinds(&written(&project, "2031-06", "en", None));
    assert!(!kinds.contains(&"since_last".to_owned()) && !kinds.contains(&"series".to_owned()), "{kinds:?}");
}

fn kinds(brief: &Brief) -> Vec<String> {
    brief.sections.iter().map(|section| section.id.clone()).collect()
}

/// `label | value | code tone | text` of each line of the section.
fn since_last(brief: &Brief) -> (String, Vec<String>) {
    let section = brief.sections.iter().find_map(|section| match &section.body {
        Body::SinceLast(it) => Some(it),
        _ => None,
    });
    let section = section.expect("a section `since_last`");
    let line = |line: &brief::FigureLine| {
        let change = line.change.as_ref().expect("a change");
        let (code, tone, text) = (&change.code, &change.tone, plain(&change.text));
        format!("{} | {} | {code} {tone} | {text}", plain(&line.label), plain(&line.value))
    };
    (plain(&section.against), section.lines.iter().map(line).collect())
}

#[test]
fn a_brief_tells_the_key_moves_since_the_last_one() {
    let project = series();
    let (against, lines) = since_last(&written(&project, "2031-06", "en", None));
    assert_eq!(against, "Compared with edition 2 of 2 Jun 2031");
    assert_eq!(
        lines,
        [
            "Attacks recorded | 24 attacks | up bad | up from 20 (1–31 May 2031)",
            "Members | 34 members | up good | up from 32 on 31 May 2031",
            "Cells | Severity: High; Trend: Rising | up bad | Up (previously Severity: Moderate; Trend: Stable)",
            "Smuggling | Trend: Ended | ended good | Ended (previously Trend: Falling)",
            "Vestria: Equip the clinics. |  | delayed bad | Delayed (previously On track)",
            "Nordland: Repair the water mains. |  | done good | Done (previously On track)",
            "Stability plan: Funded | 50% | up good | up from 20%",
            "Total: People returned | 2,100 | up good | up from 1,800",
        ]
    );
    let (against, lines) = since_last(&written(&project, "2031-06", "ar", None));
    assert_eq!(against, "مقارنةً بالعدد 2 الصادر في 2 حزيران/يونيو 2031");
    assert_eq!(
        lines,
        [
            "الهجمات المسجلة | 24 هجومًا | up bad | ارتفاعًا من 20 (من 1 إلى 31 أيار/مايو 2031)",
            "الأعضاء | 34 عضوًا | up good | ارتفاعًا من 32 في 31 أيار/مايو 2031",
            "الخلايا | الخطورة: عالية؛ الاتجاه: في ازدياد | up bad | ارتفاع (سابقًا: الخطورة: متوسطة؛ الاتجاه: مستقر)",
            "التهريب | الاتجاه: انتهى | ended good | انتهى (سابقًا: الاتجاه: في تراجع)",
            "فيستريا: تجهيز المستوصفات. |  | delayed bad | متأخر (سابقًا: في المسار الصحيح)",
            "نوردلاند: إصلاح خطوط المياه. |  | done good | منجز (سابقًا: في المسار الصحيح)",
            "خطة الاستقرار: نسبة التمويل | 50% | up good | ارتفاعًا من 20%",
            "المجموع: الأشخاص العائدون | 2,100 | up good | ارتفاعًا من 1,800",
        ]
    );
    // The first of a series has nothing to compare with.
    assert!(!kinds(&written(&project, "2031-04", "en", None)).contains(&"since_last".to_owned()));
}

#[test]
fn a_series_has_every_measure_with_three_exact_values() {
    let project = series();
    let brief = written(&project, "2031-06", "en", None);
    let trends = brief.sections.iter().find_map(|section| match &section.body {
        Body::Series(trends) => Some(trends),
        _ => None,
    });
    let told: Vec<String> =
        trends.expect("a section `series`").iter().map(|trend| trend.alt.replace('\u{a0}', " ")).collect();
    assert_eq!(
        told,
        [
            "Members – 30 Apr 2031: 30; 31 May 2031: 32; 30 Jun 2031: 34",
            "Attacks recorded – Apr 2031: 25; May 2031: 20; Jun 2031: 24",
            "Share returned – Apr 2031: 35%; May 2031: 40%; Jun 2031: 45%",
        ]
    );
    assert!(!kinds(&written(&project, "2031-05", "en", None)).contains(&"series".to_owned()));
    // A value that is not exact is no point, and a restated one ends the series.
    let edition = "data/editions/2031-05/edition.yaml";
    project.replace(edition, "metric: members, value: 32", "metric: members, q: approx, value: 32");
    project.replace(
        "data/editions/2031-06/edition.yaml",
        "{id: back, metric: back, value: 45,",
        "{id: back, metric: back, value: 45, restates: {value: 40, edition: 2031-05, reason: {ar: أ, en: A, fr: A}},",
    );
    let brief = written(&project, "2031-06", "en", None);
    let left = brief.sections.iter().find_map(|section| match &section.body {
        Body::Series(trends) => Some(trends.len()),
        _ => None,
    });
    assert_eq!(left, Some(1));
}

/// What an audience does not see is neither said to be gone nor told as it was.
#[test]
fn an_audience_is_not_told_what_it_does_not_see() {
    let project = series();
    for (month, from) in
        [("2031-06", "status: done, was: on_track"), ("2031-05", "due: 2031-09, status: on_track")]
    {
        let edition = format!("data/editions/{month}/edition.yaml");
        project.replace(&edition, from, &format!("{from}, marking: \"TLP:GREEN\""));
    }
    let run = project.run(&["diff", "2031-05", "2031-06", "--lang", "en", "--audience", "public"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let told = &run.stdout;
    // Withheld now; withheld then; and nothing is new or gone where some things are withheld.
    assert!(!told.contains("Repair the water mains") && !told.contains("No longer"), "{told}");
    assert!(!told.contains("Newly") && !told.contains("Added") && !told.contains("Removed"), "{told}");
    let (_, lines) = since_last(&written(&project, "2031-06", "en", Some("public")));
    assert!(!lines.concat().contains("water mains"), "{lines:?}");
}

/// A record carries the editions that its trends are made of, and is made again from itself.
#[test]
fn a_record_with_a_past_is_made_again_from_itself() {
    let project = series();
    let run = project.run(&["build", "2031-06", "--lang", "ar,en"]);
    assert_eq!(run.code, 0, "{}", run.told());
    for lang in ["ar", "en"] {
        let name = format!("out/2031-06/2031-06.{lang}.pdf");
        let run = project.run(&["verify", &name]);
        assert_eq!(run.code, 0, "{}", run.told());
        assert_eq!(faults(&project.files()[&name], ValidationProfile::PdfA3a), Vec::<String>::new());
    }
    assert!(Path::new(&project.path("out")).exists());
}
