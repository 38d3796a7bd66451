//! The guides: every command in them is run, in order, and shows what they say it shows.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::copy::ProjectCopy;

const ENGLISH: &str = include_str!("../../docs/guide.md");
const ARABIC: &str = include_str!("../../docs/guide.ar.md");

/// A command line of a guide with the lines that it shows.
struct Step {
    line: String,
    shown: Vec<String>,
}

impl Step {
    /// The command without its comment.
    fn command(&self) -> &str {
        self.line.split("    #").next().unwrap_or_default().trim_end()
    }

    /// The exit code that the comment names, in digits.
    fn code(&self) -> i32 {
        let comment = self.line.split_once("    #").map_or("", |(_, comment)| comment);
        comment.chars().find_map(|c| c.to_digit(10)).map_or(0, |digit| digit as i32)
    }
}

/// The steps of all `console` blocks.
fn steps(guide: &str) -> Vec<Step> {
    let blocks = guide.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let mut steps: Vec<Step> = Vec::new();
    for block in blocks {
        for (at, line) in block.lines().enumerate() {
            match (line.strip_prefix("$ "), steps.last_mut()) {
                (Some(line), _) => steps.push(Step { line: line.to_owned(), shown: Vec::new() }),
                (None, Some(step)) if at > 0 => step.shown.push(line.to_owned()),
                _ => panic!("a block that does not begin with a command:\n{block}"),
            }
        }
    }
    steps
}

/// Whether lines are as shown: `...` alone is any number of lines, within a line anything.
fn is_shown(shown: &[String], lines: &[&str]) -> bool {
    match (shown.split_first(), lines.split_first()) {
        (None, _) => lines.is_empty(),
        (Some((first, rest)), _) if first == "..." => {
            (0..=lines.len()).any(|skipped| is_shown(rest, &lines[skipped..]))
        }
        (Some((first, rest)), Some((line, others))) => is_like(first, line) && is_shown(rest, others),
        (Some(_), None) => false,
    }
}

fn is_like(shown: &str, line: &str) -> bool {
    let mut pieces = shown.split("...");
    let Some(mut rest) = pieces.next().and_then(|first| line.strip_prefix(first)) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    for (at, piece) in pieces.iter().enumerate() {
        if at + 1 == pieces.len() {
            return rest.ends_with(piece);
        }
        let Some(found) = rest.find(piece) else { return false };
        rest = &rest[found + piece.len()..];
    }
    rest.is_empty()
}

/// A shell with the program on its path.
fn shell(folder: &Path, line: &str) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_mujaz")).parent().expect("a folder");
    let mut command = Command::new("sh");
    command.current_dir(folder).args(["-c", line]).env_clear();
    command.env("PATH", format!("{}:/usr/bin:/bin", program.display())).stdin(Stdio::null());
    command
}

/// What the preview prints first; it is ended then.
fn preview(folder: &Path, line: &str) -> String {
    let mut child = shell(folder, &format!("exec {line}")).stdout(Stdio::piped()).spawn().expect("starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut first).expect("reads");
    child.kill().expect("ends");
    child.wait().expect("ends");
    first
}

fn walk(guide: &str) {
    let scratch = ProjectCopy::empty();
    let mut folder: PathBuf = scratch.root().to_owned();
    for step in steps(guide) {
        let command = step.command();
        if let Some(name) = command.strip_prefix("cd ") {
            folder = folder.join(name);
            continue;
        }
        let (code, told) = if command.starts_with("mujaz preview ") {
            (0, preview(&folder, command))
        } else {
            let done = shell(&folder, &format!("{{ {command}\n}} 2>&1")).output().expect("runs");
            (done.status.code().unwrap_or(-1), String::from_utf8(done.stdout).expect("UTF-8"))
        };
        let plain: String = told
            .chars()
            .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'))
            .collect();
        let lines: Vec<&str> = plain.lines().collect();
        assert_eq!(code, step.code(), "$ {command}\n{plain}");
        // The end of a block may leave out an empty line.
        let matched = step.shown.is_empty() || is_shown(&step.shown, &lines);
        assert!(matched, "$ {command}\nshown:\n{}\ntold:\n{plain}", step.shown.join("\n"));
    }
}

#[test]
fn the_english_guide_shows_what_happens() {
    walk(ENGLISH);
}

#[test]
fn the_arabic_guide_shows_what_happens() {
    walk(ARABIC);
}

#[test]
fn both_guides_have_the_same_commands() {
    let commands = |guide: &str| -> Vec<String> {
        steps(guide)
            .iter()
            .map(|step| step.command().replace(" --ui-lang ar", "").replace("--lang ar", "--lang en"))
            .collect()
    };
    let english = commands(ENGLISH);
    assert_eq!(commands(ARABIC), english);
    for name in [
        "init", "new", "check", "build", "preview", "import", "export", "diff", "text", "verify", "archive",
        "show",
    ] {
        assert!(english.iter().any(|line| line.starts_with(&format!("mujaz {name} "))), "{name}");
    }
    // From nothing to a changed figure on the page, with less than five commands of the program.
    let first = english.iter().position(|line| line.starts_with("sed ")).expect("a change");
    let calls = english[..=first + 1].iter().filter(|line| line.starts_with("mujaz ")).count();
    assert!(calls < 5, "{calls}");
}

#[test]
fn guides_are_short_and_their_links_lead_somewhere() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for guide in [ENGLISH, ARABIC] {
        assert!(guide.lines().count() <= 280, "{}", guide.lines().count());
        for link in guide.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(docs.join(link).is_file(), "{link}");
        }
    }
}

#[test]
fn what_is_left_out_is_matched() {
    let shown = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert!(is_shown(&shown(&["a", "...", "d"]), &["a", "b", "c", "d"]));
    assert!(is_shown(&shown(&["a ... c", "..."]), &["a b c"]));
    assert!(!is_shown(&shown(&["a", "d"]), &["a", "b", "d"]));
    assert!(!is_shown(&shown(&["a"]), &["a", "b"]));
    assert!(!is_shown(&shown(&["a ... c"]), &["a b d"]));
}
