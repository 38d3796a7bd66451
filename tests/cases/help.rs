//! `--help`, completions, manual and colours as a person meets them: every example that help shows is run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::copy::{ProjectCopy, Run, run};

/// The edition of the examples.
const EDITION: &str = "data/editions/demo-2031-06/edition.yaml";

/// A table as one of the maps expects it.
const PLANS: &str = include_str!("../fixtures/import/fts-requirements.csv");

/// A copy of the data with one edition, which is enough for every example.
fn project() -> ProjectCopy {
    let copy = ProjectCopy::empty();
    for (name, bytes) in ProjectCopy::own(&["data"]).files() {
        let earlier = name.starts_with("data/editions/2017-11-amman/");
        if earlier || !name.starts_with("data/editions/") || name.starts_with("data/editions/demo-2031-06/") {
            copy.write(&name, bytes);
        }
    }
    assert!(copy.path(EDITION).is_file());
    copy
}

fn help(words: &[&str]) -> String {
    let folder = ProjectCopy::empty();
    let done = folder.run(&[words, &["--help"]].concat());
    assert_eq!((done.code, done.stderr.as_str()), (0, ""), "{words:?}");
    done.stdout
}

/// Every command that help shows, by its words behind `mujaz`, those with commands below them among them.
fn commands() -> Vec<Vec<String>> {
    let overview = help(&[]);
    let listed = |page: &str| -> Vec<String> {
        let rows =
            page.lines().filter_map(|line| line.strip_prefix("  ").filter(|it| !it.starts_with([' ', '-'])));
        rows.filter(|row| !row.starts_with("mujaz "))
            .map(|row| row.split(' ').next().unwrap().to_owned())
            .collect()
    };
    let mut found = Vec::new();
    for first in listed(&overview) {
        let page = help(&[&first]);
        if let Some((_, list)) = page.split_once("\nCommands:\n") {
            let list = list.split("\n\n").next().unwrap();
            for second in listed(list).into_iter().filter(|name| name != "help") {
                found.push(vec![first.clone(), second]);
            }
        }
        found.push(vec![first]);
    }
    found
}

/// The examples of a page.
fn examples(page: &str) -> Vec<String> {
    let (_, rest) = page.split_once("\nExamples:\n").unwrap_or_else(|| panic!("no examples\n{page}"));
    let (list, next) = rest.split_once("\n\nNext:\n  ").unwrap_or_else(|| panic!("nothing next\n{page}"));
    assert!(!next.trim().is_empty());
    let lines = list.lines().filter_map(|line| line.strip_prefix("  mujaz "));
    lines.map(|line| format!("mujaz {line}")).collect()
}

/// A line as a shell runs it, with the program on the path.
fn shell(project: &ProjectCopy, line: &str) -> Run {
    let folder = Path::new(env!("CARGO_BIN_EXE_mujaz")).parent().expect("a folder");
    let mut command = Command::new("sh");
    command.current_dir(project.root()).args(["-c", line]).env_clear();
    command.env("PATH", format!("{}:/usr/bin:/bin", folder.display()));
    run(command)
}

/// What must have been done before the examples of a command.
fn before(command: &str) -> &'static [&'static str] {
    match command {
        "verify" | "archive bag" | "archive" => &[
            "mujaz build --lang ar",
            "mujaz build --shard 1/2 --out part-1",
            "mujaz build --shard 2/2 --out part-2",
        ],
        "archive merge" => &["mujaz build --shard 1/2 --out part-1", "mujaz build --shard 2/2 --out part-2"],
        "text import" => &["mujaz text export fr --edition demo-2031-06"],
        _ => &[],
    }
}

/// Examples that cannot be run here, and why.
const SHOWN_ONLY: [(&str, &str); 1] = [("mujaz preview", "it serves until it is ended")];

/// What an example ends with: zero, but where it is for a `no`.
fn code(line: &str) -> i32 {
    // The Sorani of the edition is a draft.
    i32::from(line.contains("text status --strict"))
}

#[test]
fn every_example_of_help_does_what_it_says() {
    let (mut faults, mut count) = (Vec::new(), 0);
    for command in commands() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let project = project();
        project.write("letter.txt", "اجتمعت اللجنة في بغداد.\n");
        project.write("plans.csv", PLANS);
        project.write("note.txt", "The committee met in Baghdad.\n");
        for line in before(&words.join(" ")) {
            let done = shell(&project, line);
            assert_eq!(done.code, 0, "{line}\n{}", done.told());
        }
        for line in examples(&help(&words)) {
            if SHOWN_ONLY.iter().any(|(start, _)| line.starts_with(start)) {
                continue;
            }
            let done = shell(&project, &line);
            count += 1;
            if done.code != code(&line) {
                faults.push(format!("$ {line}\n{}", done.told()));
            }
        }
    }
    assert!(count > 45, "{count}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_overview_groups_every_command_and_tells_the_exit_codes() {
    let overview = help(&[]);
    for group in
        ["Write and check:", "Look:", "Translate:", "Build:", "Prove and keep:", "This program:", "Options:"]
    {
        assert!(overview.contains(&format!("\n{group}\n")), "{group}\n{overview}");
    }
    assert!(
        overview
            .contains("\nExit codes: 0 done; 1 data, text or template at fault; 2 command line at fault; 3")
    );
    assert!(overview.lines().all(|line| line.chars().count() <= 110), "{overview}");
    // Without a command, the same goes to stderr.
    let bare = ProjectCopy::empty().run(&[]);
    assert_eq!((bare.code, bare.stdout.as_str()), (2, ""));
    assert!(bare.stderr.contains("\nBuild:\n"));
}

#[test]
fn help_is_arabic_where_that_is_asked_for() {
    let folder = ProjectCopy::empty();
    let overview = folder.run(&["--ui-lang", "ar", "--help"]).stdout;
    assert!(
        overview.contains("\nالبناء:\n  build         إنتاج ملفات PDF للإصدارات التي تغيرت\n"),
        "{overview}"
    );
    assert!(overview.contains("الاستعمال: mujaz [OPTIONS] <COMMAND>"), "{overview}");
    let page = folder.run(&["build", "--help", "--ui-lang=ar"]);
    assert_eq!((page.code, page.stderr.as_str()), (0, ""));
    let page = page.stdout;
    assert!(page.starts_with("بناء ملفات `PDF` لجميع الإصدارات أو للمسماة منها\n"), "{page}");
    for line in ["\nأمثلة:\n  mujaz build\n", "\nثم:\n  راجع الصفحات", "مكان الكتابة\n", "\nالخيارات:\n"]
    {
        assert!(page.contains(line), "{line}\n{page}");
    }
    // Every example is there in both.
    assert_eq!(page.matches("\n  mujaz build").count(), examples(&help(&["build"])).len());
    let words = ["Build ", "Where ", "Options:", "Examples:", "Next:", "Print "];
    assert!(words.iter().all(|word| !page.contains(word)), "{page}");
}

#[test]
fn bash_completes_commands_options_and_values() {
    let folder = ProjectCopy::empty();
    let script = folder.run(&["completions", "bash"]);
    assert_eq!((script.code, script.stderr.as_str()), (0, ""));
    folder.write("mujaz.bash", &script.stdout);
    let complete = |words: &str, at: usize| {
        let line = format!(
            "source mujaz.bash; COMP_WORDS=({words}); COMP_CWORD={at}; \
             _mujaz mujaz \"${{COMP_WORDS[$COMP_CWORD]}}\" \"${{COMP_WORDS[$COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let mut command = Command::new("bash");
        command.current_dir(folder.root()).args(["--norc", "-c", &line]).env_clear();
        command.output().ok().map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned())
    };
    let Some(found) = complete("mujaz ver", 1) else { return };
    assert_eq!(found, "verify");
    assert_eq!(complete("mujaz build --pro", 2).as_deref(), Some("--profile --project"));
    assert_eq!(complete("mujaz build --profile ''", 3).as_deref(), Some("record delivery"));
    assert_eq!(complete("mujaz text ex", 2).as_deref(), Some("export"));
}

#[test]
fn every_shell_has_its_completions() {
    let folder = ProjectCopy::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.run(&["completions", shell]).stdout;
        for word in ["mujaz", "build", "text-layer", "sweep"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
        // What serves parent processes only is nobody's to type.
        assert!(!script.contains("confined"), "{shell}");
    }
}

/// The manual of every command, with the folder that it is in.
fn manual(project: &ProjectCopy) -> Vec<PathBuf> {
    let done = project.run(&["man", "man1"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    done.stdout.lines().map(|name| project.path(name)).collect()
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let project = ProjectCopy::empty();
    let pages = manual(&project);
    let mut expected: Vec<String> =
        commands().iter().map(|words| format!("man1/mujaz-{}.1", words.join("-"))).collect();
    expected.push("man1/mujaz.1".to_owned());
    expected.sort();
    assert_eq!(project.files().into_keys().collect::<Vec<_>>(), expected);
    assert_eq!(pages.len(), expected.len());
    assert_eq!(project.run(&["man"]).stdout, project.read("man1/mujaz.1"));
    for words in commands() {
        let page = project.read(&format!("man1/mujaz-{}.1", words.join("-")));
        assert!(page.contains(".SH EXAMPLES\n.TP\n.B mujaz "), "{words:?}");
        assert!(page.contains(".SH \"EXIT STATUS\"\n"), "{words:?}");
    }
    let main = project.read("man1/mujaz.1");
    for words in commands().iter().filter(|words| words.len() == 1) {
        assert!(main.contains(&format!("mujaz\\-{}(1)", words[0])), "{words:?}");
    }
}

#[test]
fn groff_finds_nothing_wrong_with_the_manual() {
    let project = ProjectCopy::empty();
    for page in manual(&project) {
        let mut command = Command::new("groff");
        command.args(["-man", "-ww", "-Tutf8", "-Kutf8", "-P-cbou"]).arg(&page);
        let Ok(done) = command.output() else { return };
        let told = String::from_utf8_lossy(&done.stderr);
        assert_eq!(told, "", "{}", page.display());
        let text = String::from_utf8_lossy(&done.stdout);
        assert!(text.contains("NAME") && text.contains("SYNOPSIS"), "{}", page.display());
    }
}

#[test]
fn colours_are_sent_where_they_are_wanted() {
    let project = project();
    project.write(EDITION, "edition: [\n");
    let colored = |args: &[&str], set: &[(&str, &str)]| {
        let mut command = project.command(&[&["check"], args].concat());
        command.envs(set.iter().copied());
        let done = run(command);
        assert_eq!(done.code, 1);
        done.stderr.contains('\u{1b}')
    };
    // Into a pipe only where something asks for it; the command line has the last word.
    assert!(!colored(&[], &[]));
    assert!(colored(&["--color", "always"], &[]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(project.run(&["--color", "always", "--help"]).stdout.contains('\u{1b}'));
    assert!(!project.run(&["--help"]).stdout.contains('\u{1b}'));
}
