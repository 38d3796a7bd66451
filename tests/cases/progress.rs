//! What a build says of itself: the summary and what comes next, the bar on a terminal, and that it waits.

use std::fs::File;
use std::process::{Command, Stdio};

use crate::support::copy::{ProjectCopy, run};

/// A project with one short edition, all of whose texts are reviewed.
fn project() -> ProjectCopy {
    let copy = ProjectCopy::empty();
    for (name, bytes) in ProjectCopy::own(&["data"]).files() {
        if !name.starts_with("data/editions/") || name.starts_with("data/editions/2017-11-amman/") {
            copy.write(&name, bytes);
        }
    }
    copy.reviewed()
}

/// A text with the seconds in it left out.
fn timeless(text: &str, before: &str, after: &str) -> String {
    let (head, rest) = text.split_once(before).unwrap_or_else(|| panic!("no `{before}` in {text}"));
    let (seconds, tail) = rest.split_once(after).unwrap_or_else(|| panic!("no `{after}` in {text}"));
    assert!(seconds.parse::<f64>().is_ok_and(|it| (0.0..600.0).contains(&it)), "{seconds}");
    format!("{head}{before}N{after}{tail}")
}

#[test]
fn a_build_says_what_it_wrote_and_what_comes_next() {
    let project = project();
    let first = project.run(&["build", "--lang", "ar,en"]);
    assert_eq!(first.code, 0);
    assert_eq!(
        timeless(&first.stderr, " in ", " s\n"),
        "wrote 2 files of 1 edition to `out` in N s\n\
         next: look at the pages; `mujaz build --release` is for what goes out, `mujaz verify out` proves it\n"
    );
    let more = project.run(&["build"]);
    assert_eq!(
        timeless(&more.stderr, " to `out` in ", " s;").lines().next(),
        Some("wrote 1 file of 1 edition to `out` in N s; 2 files unchanged")
    );
    let again = project.run(&["build"]);
    assert_eq!(again.stderr, "no change in 3 files of 1 edition in `out`\n");
    assert_eq!(again.stdout.matches("  unchanged\n").count(), 3);
    let arabic = project.run(&["build", "--ui-lang", "ar", "--out", "خارج"]);
    assert_eq!(
        timeless(&arabic.stderr, " خلال ", " ث\n"),
        "جرت كتابة 3 ملفات من إصدار واحد في \u{2068}`خارج`\u{2069} خلال N ث\n\
         ثم: راجع الصفحات؛ والأمر \u{2068}`mujaz build --release`\u{2069} لما يُنشر، \
         و\u{2068}`mujaz verify خارج`\u{2069} لإثباته\n"
    );
    let silent = project.run(&["build", "--force", "--findings", "json"]);
    assert_eq!((silent.code, silent.stderr.as_str()), (0, ""));
}

#[test]
fn a_build_that_fails_says_what_is_not_written() {
    let project = project();
    project.write("data/editions/2017-11-amman/edition.yaml", "edition: [\n");
    let done = project.run(&["build"]);
    assert_eq!((done.code, done.stdout.as_str()), (1, ""));
    let end = "1 error in 1 file\n\
               not written: `2017-11-amman`\n\
               next: correct what is told above; `mujaz check 2017-11-amman` looks again\n";
    assert!(done.stderr.ends_with(end), "{}", done.stderr);
}

#[test]
fn verify_counts_what_is_proven() {
    let project = project();
    assert_eq!(project.run(&["build"]).code, 0);
    let done = project.run(&["verify", "--quick", "out"]);
    let count = done.stdout.lines().count();
    assert_eq!(timeless(&done.stderr, " in ", " s\n"), format!("{count} files proven in N s\n"));
    project.write("out/2017-11-amman/2017-11-amman.en.pdf", "%PDF-");
    let done = project.run(&["verify", "--quick", "out"]);
    let told = timeless(&done.stderr, " not, in ", " s\n");
    assert!(told.ends_with(&format!("{} files proven and 1 file not, in N s\n", count - 1)), "{told}");
}

#[test]
fn a_terminal_sees_what_is_being_made() {
    let project = project();
    let mut command = Command::new("script");
    let line = format!("{} build --jobs 1", env!("CARGO_BIN_EXE_mujaz"));
    command.current_dir(project.root()).args(["-qec", &line, "/dev/null"]).stdin(Stdio::null());
    let Ok(done) = command.output() else { return };
    let shown = String::from_utf8_lossy(&done.stdout);
    for word in ["0/1", "2017-11-amman ar", "2017-11-amman en"] {
        assert!(shown.contains(word), "{word}\n{shown}");
    }
}

#[test]
fn a_build_that_waits_for_another_says_so() {
    let project = project();
    let folder = project.path("out/2017-11-amman");
    std::fs::create_dir_all(&folder).expect("a folder");
    let held = File::open(&folder).expect("opens");
    held.lock().expect("locks");
    let mut child = project.command(&["build", "--lang", "ar"]);
    let child = child.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("starts");
    // It waits for as long as the folder is held, and says so before that ends.
    std::thread::sleep(std::time::Duration::from_secs(8));
    drop(held);
    let done = child.wait_with_output().expect("ends");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success());
    let waits = "another build is writing to `out/2017-11-amman`; waiting for it\nwrote 1 file";
    assert!(told.starts_with(waits), "{told}");
    let silent = run(project.command(&["build", "--lang", "en"]));
    assert!(silent.stderr.starts_with("wrote 1 file"), "{}", silent.stderr);
}
