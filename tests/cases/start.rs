//! `mujaz init` and `mujaz new` as a new user runs them: from an empty folder to a built brief, and on to the next one.

use mujaz::diag::{Finding, Sources};
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::text::State;

use crate::support::copy::ProjectCopy;

/// Everything that the first hour takes: start, change one figure, build.
#[test]
fn from_an_empty_folder_to_a_brief() {
    let copy = ProjectCopy::empty();
    let init = copy.run(&["init", "briefs"]);
    assert_eq!(
        init.told(),
        "exit 0\n\
         `briefs` is a project now; files written: 30\n\
         \x20 data/house.yaml            the name of the series, the order of sections, style\n\
         \x20 data/shared/               units, metrics, places, organizations\n\
         \x20 data/editions/2031-01/     an example edition; all its numbers are invented\n\
         \x20 schemas/, .vscode/         what every key means, for your editor\n\
         \x20 .github/, .gitlab-ci.yml   builds on GitHub and GitLab\n\
         \x20 README.md                  the commands, in English and Arabic\n\
         \x20 .gitignore                 keeps the finished files in `out` out of version control\n\
         go on with:\n\
         \x20 cd briefs\n\
         \x20 mujaz check\n\
         \x20 mujaz build\n"
    );
    let check = copy.run(&["check", "--project", "briefs", "--deny", "warnings"]);
    assert_eq!(check.told(), "exit 0\nnothing is wrong; next: `mujaz build`\n");
    copy.replace("briefs/data/editions/2031-01/figures.yaml", "value: 7", "value: 9");
    let build =
        copy.run(&["build", "--project", "briefs", "--release", "--deny", "warnings", "--out", "briefs/out"]);
    let files: Vec<&str> = build.stdout.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(
        (build.code, files, build.found()),
        (0, vec!["briefs/out/2031-01/2031-01.ar.pdf", "briefs/out/2031-01/2031-01.en.pdf"], "")
    );
    let brief = copy.run(&["show", "brief", "2031-01", "--lang", "en", "--project", "briefs"]).stdout;
    assert!(brief.contains("\"nine\"") || brief.contains("nine schools"), "{brief}");
}

#[test]
fn the_schemas_are_those_of_the_command() {
    let copy = ProjectCopy::empty();
    copy.run(&["init", "."]);
    assert_eq!(copy.run(&["schema", "--out", "other"]).code, 0);
    let files = copy.files();
    let of = |folder: &str| -> Vec<_> {
        let inside =
            |(name, bytes): (&String, &Vec<u8>)| Some((name.strip_prefix(folder)?.to_owned(), bytes.clone()));
        files.iter().filter_map(inside).collect()
    };
    assert_eq!(of("schemas/"), of("other/"));
    assert!(of("schemas/").len() > 5);
    let settings: serde_json::Value =
        serde_json::from_str(&copy.read(".vscode/settings.json")).expect("JSON");
    for schema in settings["yaml.schemas"].as_object().expect("a map").keys() {
        assert!(files.contains_key(schema), "{schema}");
    }
    serde_json::from_str::<serde_json::Value>(&copy.read(".vscode/extensions.json")).expect("JSON");
}

#[test]
fn nothing_is_replaced() {
    let copy = ProjectCopy::empty();
    copy.write("README.md", "mine");
    copy.write("notes.txt", "mine too");
    let before = copy.files();
    let init = copy.run(&["init", "."]);
    assert_eq!(
        init.told(),
        "exit 2\n\
         error[NE08]: `.` has files that a new project would replace: `README.md`\n   \
         = help: move these away, or name another folder\n\n\
         1 error\n"
    );
    assert_eq!(copy.files(), before);
    std::fs::remove_file(copy.path("README.md")).expect("removes");
    assert_eq!(copy.run(&["init", "."]).code, 0);
    assert_eq!(copy.read("notes.txt"), "mine too");
    let before = copy.files();
    let again = copy.run(&["init", "."]);
    assert_eq!(
        again.told(),
        "exit 2\n\
         error[NE08]: `.` has a project already: `data/house.yaml`\n   \
         = help: name another folder, or go on in this one with `mujaz new ID`\n\n\
         1 error\n"
    );
    copy.write("file", "");
    assert!(copy.run(&["init", "file"]).stderr.starts_with("error[NE08]: `file` is not a folder"));
    std::fs::remove_file(copy.path("file")).expect("removes");
    assert_eq!(copy.files(), before);
}

#[test]
fn a_file_where_a_folder_should_be_is_named() {
    let copy = ProjectCopy::empty();
    copy.write("x/schemas", "a file");
    let before = copy.files();
    let init = copy.run(&["init", "x"]);
    assert_eq!(init.code, 2, "{}", init.told());
    let said = "error[NE08]: `x` has files that a new project would replace: `schemas`\n";
    assert!(init.stderr.starts_with(said), "{}", init.stderr);
    assert_eq!(copy.files(), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let copy = ProjectCopy::empty();
    std::fs::create_dir(copy.path("x")).expect("a folder");
    std::fs::set_permissions(copy.path("x"), PermissionsExt::from_mode(0o555)).expect("permissions");
    // Whoever may write everywhere, as root may, is not stopped by this.
    let stopped = std::fs::create_dir(copy.path("x/probe")).is_err();
    let init = copy.run(&["init", "x"]);
    assert_eq!(init.code, i32::from(stopped), "{}", init.told());
    assert_eq!(init.stderr.contains("OU03"), stopped);
    std::fs::set_permissions(copy.path("x"), PermissionsExt::from_mode(0o755)).expect("permissions");
}

#[test]
fn the_next_edition_says_what_it_lacks_in_order() {
    let copy = started();
    let new = copy.run(&["new", "2031-02"]);
    assert_eq!(
        new.told(),
        "exit 0\n\
         `data/editions/2031-02` goes on from `2031-01`; files written: 9\n\
         \x20 its period: `2031-02-01..2031-02-28`\n\
         \x20 left out, for it was of the last edition:\n\
         \x20   events       station\n\
         \x20 still to be brought up to date: 30\n\
         go on with:\n\
         \x20 mujaz check 2031-02\n\
         \x20 mujaz build 2031-02\n"
    );
    let check = copy.run(&["check", "2031-02", "--format", "json"]);
    let codes: Vec<String> =
        check.codes().iter().map(|code| code.split(':').next().unwrap_or("").to_owned()).collect();
    let of =
        |file: &str, code: &str, count: usize| vec![format!("{code} data/editions/2031-02/{file}"); count];
    let expected = [
        of("text/ar.yaml", "TR07", 1),
        of("sources.yaml", "NE01", 4),
        of("figures.yaml", "NE02", 3),
        of("assessment.yaml", "NE03", 4),
        of("funding.yaml", "NE03", 2),
        of("returnees.yaml", "NE03", 1),
        of("text/ar.yaml", "NE04", 15),
        of("text/en.yaml", "NE05", 1),
    ];
    assert_eq!((check.code, codes), (0, expected.concat()));
    let release = copy.run(&["build", "2031-02", "--release", "--findings", "json"]);
    assert_eq!(release.code, 1);
    let errors: Vec<String> = release.codes().into_iter().filter(|code| code.starts_with("NE")).collect();
    assert_eq!(errors.len(), 30, "{errors:#?}");
    assert!(!copy.path("out/2031-02").exists());
}

#[test]
fn the_head_moves_on_and_comments_stay() {
    let copy = started();
    copy.replace(
        "data/editions/2031-01/edition.yaml",
        "  next_issue: {on_or_about: 2031-03-04}\n",
        "  next_issue: {on_or_about: 2031-03-04}\n  embargo: {until: 2031-02-05T06:00+03:00}    # of the ministry\n  supersedes: 2031-01.v0\n",
    );
    assert_eq!(copy.run(&["new", "2031-02", "--from", "2031-01"]).code, 0);
    let (old, new) =
        (copy.read("data/editions/2031-01/edition.yaml"), copy.read("data/editions/2031-02/edition.yaml"));
    let expected = old
        .replace("id: 2031-01 ", "id: 2031-02 ")
        .replace("number: 1 ", "number: 2 ")
        .replace("with corrections\n", "with corrections\n  previous: 2031-01\n")
        .replace("period: {from: 2031-01-01, to: 2031-01-31}", "period: {from: 2031-02-01, to: 2031-02-28}")
        .replace("cut_off: 2031-01-31T18", "cut_off: 2031-02-28T18")
        .replace("until: 2031-02-05T06", "until: 2031-03-05T06")
        .replace("issued: 2031-02-04T09", "issued: 2031-03-04T09")
        .replace("on_or_about: 2031-03-04", "on_or_about: 2031-04-04")
        .replace("  supersedes: 2031-01.v0\n", "");
    assert_eq!(new, expected);
}

#[test]
fn openings_are_closings_and_what_was_is_said() {
    let copy = started();
    copy.write(
        "data/editions/2031-01/fighters.yaml",
        "# Stocks\nreturnees:\n  fighters:\n    - id: held\n      category: detained\n      of: {ar: مواطنون, en: Nationals}\n      \
         opening: 90\n      in: 12   # new\n      out: 2\n      closing: 100\n      source: [register]\n",
    );
    let data = "data/editions/2031-01/returnees.yaml";
    let rows = copy.read(data);
    // One section in one file: the stock goes below the round.
    let stock = copy.read("data/editions/2031-01/fighters.yaml").replace("# Stocks\nreturnees:\n", "");
    std::fs::remove_file(copy.path("data/editions/2031-01/fighters.yaml")).expect("removes");
    copy.write(data, format!("{rows}\n  # Stocks\n{stock}"));
    let assessment = "data/editions/2031-01/assessment.yaml";
    copy.write(
        assessment,
        copy.read(assessment)
            .replace("status: on_track              # new", "status: new                   # new")
            .replace(
                "\nevents:",
                "  - id: road\n    owner: vestria\n    status: done\n    source: [statement]\n\nevents:",
            ),
    );
    for (lang, words) in [("ar", "تعبيد الطريق."), ("en", "Paving of the road.")] {
        let name = format!("data/editions/2031-01/text/{lang}.yaml");
        copy.write(&name, copy.read(&name).replace("\nevents:", &format!("  road: {words}\n\nevents:")));
    }
    let check = copy.run(&["check"]);
    assert!(!check.stderr.contains("error"), "{}", check.stderr);
    assert_eq!(copy.run(&["new", "2031-02"]).code, 0);
    let edition = read(&copy, "2031-02");
    let stock = &edition.edition.returnees.fighters[0];
    let numbers =
        [&stock.opening, &stock.inflow, &stock.outflow, &stock.closing].map(|it| it.value.to_string());
    assert_eq!(numbers, ["100", "0", "0", "100"]);
    let round = edition.edition.returnees.displaced.as_ref().expect("a round");
    assert_eq!((round.round, round.as_of.value.to_string()), (Some(13), "2031-02-28".to_owned()));
    for row in &round.rows {
        let people = row.returned.as_ref().expect("a count");
        assert_eq!(people.previous.as_ref().map(|it| it.value), Some(people.individuals.value));
    }
    let last = round.history.last().expect("a round before");
    assert_eq!(
        (last.as_of.value.to_string(), last.returned.to_string()),
        ("2031-01-31".into(), "1834980".into())
    );
    let promises: Vec<String> = edition
        .edition
        .commitments
        .iter()
        .map(|it| format!("{} {:?} {}", it.id.value, it.was.map(|was| was.code()), it.status.value.code()))
        .collect();
    assert_eq!(promises, ["water Some(\"new\") on_track"]);
    assert_eq!(edition.edition.threats[0].previous_severity.as_ref().map(|it| it.value), Some(3));
    assert!(copy.read("data/editions/2031-02/returnees.yaml").contains("in: 0   # new\n"));
    assert!(!copy.read("data/editions/2031-02/text/en.yaml").contains("Paving"));
}

#[test]
fn texts_are_stale_in_all_languages_until_the_master_is_done() {
    let copy = started();
    assert_eq!(copy.run(&["new", "2031-02"]).code, 0);
    let states = |lang: &str| {
        let dossier = read(&copy, "2031-02");
        let states = dossier.states(lang, &dossier.masters());
        states
            .into_iter()
            .map(|(key, state)| (key, state.code()))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    for lang in ["ar", "en"] {
        let stale: Vec<String> =
            states(lang).into_iter().filter(|(_, state)| *state != "stale").map(|(key, _)| key).collect();
        // What a commitment says stays as it was said.
        assert_eq!(stale, ["commitments.water"], "{lang}");
    }
    // A text that says something else is done, and its translation is stale because of that.
    copy.replace("data/editions/2031-02/text/ar.yaml", "وصلت الخدمات الأساسية", "امتدت الخدمات الأساسية");
    assert_eq!((states("ar")["highlights[1]"], states("en")["highlights[1]"]), ("draft", "stale"));
    let found = copy.run(&["check", "2031-02"]).stderr;
    assert!(found.contains("`highlights[1]` in `en` translates a master text that has changed"), "{found}");
    assert!(found.contains("`14` texts in `en` wait for their master texts"), "{found}");
    assert!(!found.contains("`highlights[1]` in `ar` has the wording"), "{found}");
    // One that holds as it stands is said to, and its translation holds with it.
    let mark =
        copy.run(&["text", "mark", "ar", "method", "--edition", "2031-02", "--as", "reviewed", "--by", "N"]);
    assert_eq!(mark.told(), "exit 0\ndata/editions/2031-02/translations.lock  ar: 2 texts settled\n");
    assert_eq!((states("ar")["method[1]"], states("en")["method[2]"]), ("draft", "approved"));
    // A text that moves in its list is still the old one.
    let ar = "data/editions/2031-02/text/ar.yaml";
    copy.write(ar, copy.read(ar).replace("highlights:\n", "highlights:\n  - خبر جديد.\n"));
    assert_eq!((states("ar")["highlights[1]"], states("ar")["highlights[3]"]), ("draft", "stale"));
}

#[test]
fn weeks_quarters_and_leap_years() {
    for (kind, id, period, next, expected) in [
        ("monthly", "2031-01", "2031-01-01, to: 2031-01-31", "2031-02", "2031-02-01..2031-02-28"),
        ("monthly", "2032-01", "2032-01-01, to: 2032-01-31", "2032-02", "2032-02-01..2032-02-29"),
        ("monthly", "2031-12", "2031-12-01, to: 2031-12-31", "other", "2032-01-01..2032-01-31"),
        ("monthly", "2031-01", "2031-01-01, to: 2031-01-31", "2031-04", "2031-04-01..2031-04-30"),
        ("monthly", "2031-01", "2031-01, to: 2031-01", "x-2031-02", "2031-02..2031-02"),
        ("monthly", "2031-01", "2030-12-26, to: 2031-01-25", "2031-02", "2031-01-26..2031-02-25"),
        ("weekly", "2031-w05", "2031-01-27, to: 2031-02-02", "next", "2031-02-03..2031-02-09"),
        ("weekly", "2032-w09", "2032-02-23, to: 2032-02-29", "2032-w11", "2032-03-08..2032-03-14"),
        ("quarterly", "2031-q1", "2031-01-01, to: 2031-03-31", "2031-q2", "2031-04-01..2031-06-30"),
        ("quarterly", "2031-q4", "2031-10-01, to: 2031-12-31", "2032-q1", "2032-01-01..2032-03-31"),
        ("flash", "f1", "2031-02-03, to: 2031-02-12", "f2", "2031-02-13..2031-02-22"),
    ] {
        let copy = small(kind, id, &format!("  period: {{from: {period}}}\n"));
        let new = copy.run(&["new", next]);
        assert!(new.stdout.contains(&format!("its period: `{expected}`")), "{kind} {id}: {}", new.told());
        let codes = copy.run(&["check", next, "--format", "json"]).codes();
        assert!(
            codes.iter().all(|code| code.starts_with("NE") || code.starts_with("TR07")),
            "{kind} {id}: {codes:?}"
        );
    }
}

#[test]
fn what_cannot_be_made_is_told_and_leaves_nothing() {
    let refused = |copy: &ProjectCopy, args: &[&str], said: &str| {
        let before = copy.files();
        let run = copy.run(&[&["new"], args].concat());
        assert_eq!(run.code, 2, "{}", run.told());
        assert!(run.stderr.contains(said), "{args:?}: {}", run.stderr);
        assert_eq!(copy.files(), before);
    };
    let copy = started();
    refused(&copy, &["2031-01"], "error[NE06]: there is an edition `2031-01` already");
    refused(&copy, &["../x"], "error[NE06]: `../x` cannot be the id of an edition");
    refused(
        &copy,
        &["2030-12"],
        "error[NE07]: `2030-12` names a time that is not after the period of `2031-01`",
    );
    refused(&copy, &["2031-02", "--from", "2031-10"], "error[LA02]: there is no edition `2031-10`");
    refused(
        &copy,
        &["2031-02", "--period", "2031-02"],
        "error[NE07]: `--period 2031-02` is no period: there is no `..` in it",
    );
    refused(&copy, &["2031-02", "--period", "2031-02-30..2031-03-01"], "is not in the calendar");
    refused(&copy, &["2031-02", "--period", "2031-02-09..2031-02-01"], "it ends before it begins");
    refused(
        &copy,
        &["2031-02", "--period", "2030-02-01..2030-02-28"],
        "does not begin after that of `2031-01`",
    );
    refused(&small("flash", "f1", ""), &["f2"], "error[NE07]: edition `f1` has no period to go on from");
    copy.write("data/editions/2031-02/notes.yaml", "# not an edition\n");
    refused(&copy, &["2031-02"], "error[NE06]: `data/editions/2031-02` is there already");
    copy.replace("data/editions/2031-01/figures.yaml", "metric: people_reached", "metric: people");
    let broken = copy.run(&["new", "2031-03"]);
    assert_eq!(broken.code, 1, "{}", broken.told());
    assert!(
        broken.stderr.contains("error[NE09]: edition `2031-01` has errors, and none is made from it"),
        "{}",
        broken.stderr
    );
    assert!(!copy.path("data/editions/2031-03").exists());
}

/// Each of the series' own editions goes on: what it lacks is told, and nothing is wrong with it.
#[test]
fn every_shipped_edition_goes_on() {
    let copy = ProjectCopy::own(&["data"]);
    let project = Project::open(copy.root()).expect("a project");
    for (at, id) in project.editions().expect("editions").iter().enumerate() {
        let next = format!("next-{at}");
        let made = copy.run(&["new", &next, "--from", id]);
        assert_eq!(made.code, 0, "{id}: {}", made.told());
        let (dossier, findings) = Dossier::read(&project, &next, None, &mut Sources::new());
        let errors: Vec<&Finding> = findings.iter().filter(|it| it.is_error()).collect();
        assert!(errors.is_empty(), "{id}: {errors:#?}");
        let dossier = dossier.expect("an edition");
        assert_eq!(dossier.edition.head.previous.as_ref().map(|it| it.value.as_str()), Some(id.as_str()));
        let check = copy.run(&["check", &next, "--format", "json"]);
        assert_eq!(check.code, 0, "{id}: {}", check.told());
        for code in ["NE01", "NE02", "NE03", "NE04", "NE05"] {
            assert!(check.codes().iter().any(|it| it.starts_with(code)), "{id} lacks {code}");
        }
        for lang in dossier.languages.keys() {
            let states = dossier.states(lang, &dossier.masters());
            assert!(states.values().any(|state| matches!(state, State::Stale(_))), "{id} {lang}");
            assert!(!states.values().any(|state| *state == State::Missing), "{id} {lang}");
        }
    }
}

/// A draft with things of the last edition says so on its pages, for every audience, and is proved from what it carries.
#[test]
fn a_draft_says_what_is_of_the_last_edition() {
    let copy = started();
    let house = copy.read("data/house.yaml");
    let audiences = "house:\n  audiences: {partners: {sees: [TLP:GREEN], unmarked: show}}\n";
    copy.write("data/house.yaml", house.replacen("house:\n", audiences, 1));
    assert_eq!(copy.run(&["new", "2031-02"]).code, 0);
    let brief = |audience: &[&str]| {
        let brief = copy.run(&[&["show", "brief", "2031-02", "--lang", "en"], audience].concat()).stdout;
        let brief: serde_json::Value = serde_json::from_str(&brief).expect("a Brief");
        brief["desk"]["title"].to_string()
    };
    for audience in [&[][..], &["--audience", "partners"]] {
        assert!(brief(audience).contains("Carried over from the last edition"), "{}", brief(audience));
        let build = copy.run(&[&["build", "2031-02", "--lang", "en"], audience].concat());
        assert_eq!(build.code, 0, "{}", build.told());
        let release = copy.run(&[&["build", "2031-02", "--release", "--out", "no"], audience].concat());
        assert_eq!((release.code, copy.path("no").exists()), (1, false), "{}", release.told());
    }
    let verify = copy.run(&["verify", "out"]);
    assert_eq!((verify.code, verify.stdout.matches("reproduced").count()), (0, 2), "{}", verify.told());
}

#[test]
fn everything_is_said_in_arabic() {
    let copy = ProjectCopy::empty();
    let init = copy.run(&["init", "x", "--ui-lang", "ar"]);
    assert!(init.stdout.starts_with("أصبح `x` مشروعًا"), "{}", init.stdout);
    let latin = |text: &str| {
        let outside = text.split('`').step_by(2).collect::<String>();
        let words: Vec<String> = outside
            .lines()
            .filter(|line| !line.trim_start().starts_with("mujaz") && !line.trim_start().starts_with("cd "))
            .map(|line| line.trim_start().split_once("   ").map_or(line, |(_, words)| words).to_owned())
            .collect();
        words.concat().chars().any(|c| c.is_ascii_alphabetic())
    };
    assert!(!latin(&init.stdout), "{}", init.stdout);
    let new = copy.run(&["new", "2031-02", "--project", "x", "--ui-lang", "ar"]);
    assert!(!latin(&new.stdout.replace("events", "").replace("station", "")), "{}", new.stdout);
    for args in [
        &["init", "x"][..],
        &["new", "2031-01", "--project", "x"],
        &["new", "a", "--period", "b", "--project", "x"],
    ] {
        let run = copy.run(&[args, &["--ui-lang", "ar"]].concat());
        assert!(run.stderr.starts_with("خطأ") || run.stderr.contains("خطأ"), "{}", run.stderr);
        assert!(!run.stderr.contains("help") && !run.stderr.contains(" is "), "{}", run.stderr);
    }
    let check = copy.run(&["check", "2031-02", "--project", "x", "--ui-lang", "ar"]);
    assert!(!check.stderr.contains("brought") && !check.stderr.contains("take out"), "{}", check.stderr);
}

/// A new project in a folder of its own.
fn started() -> ProjectCopy {
    let copy = ProjectCopy::empty();
    assert_eq!(copy.run(&["init", "."]).code, 0);
    copy
}

/// A project with one short edition of a kind.
fn small(kind: &str, id: &str, period: &str) -> ProjectCopy {
    let copy = started();
    std::fs::remove_dir_all(copy.path("data/editions/2031-01")).expect("removes");
    copy.write(
        &format!("data/editions/{id}/edition.yaml"),
        format!(
            "edition:\n  id: {id}\n  kind: {kind}\n  languages: [ar]\n{period}  issued: 2032-03-01T09:00Z\n\
             sources:\n  - {{id: s, title: {{ar: كشف}}, date: 2031}}\n\
             threats:\n  - {{id: t, name: {{ar: خلايا}}, severity: 2, source: [s]}}\n"
        ),
    );
    copy.write(
        &format!("data/editions/{id}/text/ar.yaml"),
        "lang: ar\ntitle: موجز\nbottom_line: ساد الهدوء.\nthreats: {t: تراجع نشاطها.}\n",
    );
    copy
}

fn read(copy: &ProjectCopy, id: &str) -> Dossier {
    let project = Project::open(copy.root()).expect("a project");
    let (dossier, findings) = Dossier::read(&project, id, None, &mut Sources::new());
    dossier.unwrap_or_else(|| panic!("{findings:#?}"))
}
