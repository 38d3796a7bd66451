//! Templates of somebody else in a process of their own: the same bytes and the same findings as in this one,
//! and an end at each limit that says which it was.

use std::path::Path;
use std::time::Duration;

use mujaz::confine::{Limits, press};
use mujaz::diag::{Finding, Sources};
use mujaz::model::TextLayer;
use mujaz::output::Standard;
use mujaz::press::{Format, Made, Task, make};
use mujaz::typeset::Assets;
use time::macros::datetime;

/// The program itself.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_mujaz"))
}

/// The assets of a project with these templates.
pub fn assets(templates: &[(&str, &[u8])], sources: &mut Sources) -> Assets {
    let own = templates.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    Assets::with_files(own.collect(), Vec::new(), sources).expect("templates that are not refused")
}

/// A PDF of a Brief that says nothing.
pub fn task() -> Task {
    Task {
        edition: "2031-06".to_owned(),
        lang: "ar".to_owned(),
        audience: None,
        formats: vec![Format::Pdf],
        standard: Standard::Record,
        text_layer: TextLayer::Visual,
        timestamp: datetime!(2031-06-30 18:00 +3),
        brief: b"{}".to_vec(),
        files: Vec::new(),
        attachments: Vec::new(),
    }
}

/// A page that meets both standards.
pub const PAGE: &str =
    "#set document(title: \"x\", date: auto)\n#set text(lang: \"ar\", font: \"Amiri\")\n= موجز\n";

/// Room for any honest page, also of a debug build beside other tests.
pub fn ample() -> Limits {
    Limits { wall: Duration::from_secs(50), memory: 1_500_000_000, ..Limits::default() }
}

/// What comes of one template in a child.
fn pressed(main: &str, task: &Task, limits: &Limits) -> Result<Vec<Made>, Vec<Finding>> {
    let assets = assets(&[("main.typ", main.as_bytes())], &mut Sources::new());
    press(program(), &assets, task, limits).map(|pressed| pressed.files)
}

/// The message of the one finding, with its code and help.
fn message(found: Result<Vec<Made>, Vec<Finding>>) -> String {
    let findings = found.expect_err("a limit");
    assert_eq!(findings.len(), 1, "{findings:?}");
    format!("{} {} ({})", findings[0].code, findings[0].message, findings[0].help.join("; "))
}

#[test]
fn a_child_makes_the_bytes_that_this_process_makes() {
    let task = Task { formats: vec![Format::Pdf, Format::Png(72.0)], ..task() };
    let assets = assets(&[("main.typ", PAGE.as_bytes())], &mut Sources::new());
    let here = make(&assets, &task).expect("a page");
    let there = press(program(), &assets, &task, &ample()).expect("a page");
    assert_eq!(there.files, here.files);
    assert_eq!(
        there.files.iter().map(|made| made.name.as_str()).collect::<Vec<_>>(),
        ["2031-06.ar.pdf", "2031-06.ar.page-1.png"]
    );
}

#[test]
fn findings_of_a_child_point_into_the_files_of_this_process() {
    let files: [(&str, &[u8]); 2] = [
        ("main.typ", b"#import \"own.typ\": f\n\n#f(json(\"/brief.json\"))\n"),
        ("own.typ", b"#let f(x) = x.tittle"),
    ];
    let mut sources = Sources::new();
    sources.add("templates/own.typ", "another", "something else".to_owned());
    let assets = assets(&files, &mut sources);
    let here = make(&assets, &task()).expect_err("a fault");
    let there = press(program(), &assets, &task(), &ample()).expect_err("a fault");
    assert_eq!(there, here);
    assert_eq!(sources.slice(there[0].places[0].span), "tittle");
}

#[test]
fn warnings_of_a_child_are_told() {
    let assets = assets(
        &[("main.typ", format!("#set text(font: \"Nowhere\")\n{PAGE}").as_bytes())],
        &mut Sources::new(),
    );
    let there = press(program(), &assets, &task(), &ample()).expect("a page");
    assert_eq!(there.warnings, make(&assets, &task()).expect("a page").warnings);
    assert_eq!(there.warnings.len(), 1);
}

#[test]
fn each_limit_has_its_message() {
    let endless = "#for a in range(100000) { for b in range(100000) { let c = a * b } }";
    let got = pressed(endless, &task(), &Limits { wall: Duration::from_millis(1500), ..ample() });
    let help = "look in the templates for a loop that does not end, or typeset less at once";
    assert_eq!(message(got), format!("LI01 typesetting took longer than 1.5 s ({help})"));

    let growing = "#{ let s = \"aaaaaaaa\"; for i in range(40) { s = s + s } }";
    let got = pressed(growing, &task(), &Limits { memory: 400_000_000, ..ample() });
    let help = "look in the templates for a list or text that grows without end, and scale pictures down";
    if cfg!(target_os = "linux") {
        assert_eq!(message(got), format!("LI02 typesetting needed more than 400 MB of memory ({help})"));
        let got = pressed(endless, &task(), &Limits { cpu: 1, ..ample() });
        let help = "look in the templates for a loop that does not end, or typeset less at once";
        assert_eq!(message(got), format!("LI01 typesetting took more than 1 s of processor time ({help})"));
    }

    let got = pressed(PAGE, &task(), &Limits { output: 2_000, ..ample() });
    let help = "make pictures and attachments smaller, or ask for fewer pixels to an inch";
    assert_eq!(message(got), format!("LI03 the finished files are larger than 2 kB ({help})"));

    let deep = "#{ let a = (); for i in range(2000000) { a = (a,) }; repr(a).len() }";
    let got = pressed(deep, &task(), &ample());
    let help = "look in the templates for values or contents that are nested thousands deep";
    assert_eq!(message(got), format!("LI04 typesetting ran out of stack ({help})"));
}

#[test]
fn a_program_that_is_not_mujaz_is_told() {
    let assets = assets(&[("main.typ", PAGE.as_bytes())], &mut Sources::new());
    let message =
        |program: &str| message(press(Path::new(program), &assets, &task(), &ample()).map(|it| it.files));
    let absent = message("/nowhere/mujaz");
    assert!(absent.starts_with("LI05 no confined process can be started: "), "{absent}");
    if cfg!(unix) {
        for other in ["/bin/true", "/bin/false", "/bin/cat"] {
            assert!(message(other).starts_with("LI05 "), "{other}");
        }
    }
}
