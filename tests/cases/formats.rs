//! The formats beside PDF, and tables, as a person makes them: equal bytes, sound manifests, files that need nothing
//! beside themselves.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::copy::ProjectCopy;

const ONE: &str = "2018-05-euphrates";

fn own() -> ProjectCopy {
    ProjectCopy::own(&["data", "templates", "fonts"])
}

/// The files below a folder of the project.
fn below(project: &ProjectCopy, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let files = project.files().into_iter();
    let short = |(name, bytes): (String, Vec<u8>)| {
        Some((name.strip_prefix(&format!("{folder}/"))?.to_owned(), bytes))
    };
    files.filter_map(short).collect()
}

#[test]
fn pages_and_html_are_the_same_here_and_in_a_process_with_limits() {
    let project = own();
    let build = |out: &str, confine: &str| {
        let run = project.run(&[
            "build",
            ONE,
            "--lang",
            "ar",
            "--format",
            "svg,html",
            "--out",
            out,
            "--confine",
            confine,
        ]);
        assert_eq!((run.code, run.stderr.contains("warning")), (0, false), "{}", run.told());
        below(&project, &format!("{out}/{ONE}"))
    };
    let (here, there) = (build("here", "never"), build("there", "always"));
    assert!(here == there, "bytes differ");
    let made: Vec<&str> = here.keys().map(String::as_str).filter(|name| !name.ends_with("json")).collect();
    assert_eq!(made[0], "2018-05-euphrates.ar.html");
    assert!(
        made.len() > 2 && made[1..].iter().all(|name| name.contains(".ar.page-") && name.ends_with(".svg")),
        "{made:?}"
    );
    for name in &made[1..] {
        let svg = String::from_utf8(here[*name].clone()).unwrap();
        assert!(svg.starts_with("<svg ") && svg.contains(" role=\"img\"><title>"), "{name}");
        assert!(!svg.contains("<script") && !svg.contains("<text") && !svg.contains("@font-face"), "{name}");
        let mut addresses = svg.split("href=\"").skip(1).map(|it| it.split_once('"').unwrap().0);
        let inside = |it: &str| {
            ["#", "data:", "https://", "http://", "mailto:"].iter().any(|start| it.starts_with(start))
        };
        assert!(addresses.all(inside), "{name}");
        assert!(!svg.contains("<image xlink:href=\"http"), "{name}");
    }
    let run = project.run(&["verify", "here"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    // A second build makes nothing that is there.
    let run = project.run(&["build", ONE, "--lang", "ar", "--format", "svg,html", "--out", "here"]);
    assert!(run.stdout.lines().all(|line| line.ends_with("  unchanged")), "{}", run.stdout);
}

#[test]
fn html_alone_needs_no_typesetter() {
    let project = own();
    // A template that no typesetter takes.
    project.write("templates/main.typ", "#panic()");
    let run = project.run(&["build", ONE, "--lang", "en", "--format", "html"]);
    assert_eq!((run.code, run.stderr.contains("warning")), (0, false), "{}", run.told());
    let page = project.read(&format!("out/{ONE}/{ONE}.en.html"));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn tables_are_written_beside_each_other() {
    let project = own();
    let run = project.run(&["export", "tables", ONE, "--lang", "ar"]);
    assert_eq!((run.code, run.stderr.contains("warning")), (0, false), "{}", run.told());
    let files = below(&project, &format!("tables/{ONE}"));
    assert_eq!(run.stdout.lines().count(), files.len());
    let figures = &files[&format!("{ONE}.ar.figures.csv")];
    assert!(figures.starts_with("\u{feff}id,metric,label,qualifier,value,".as_bytes()));
    let text = String::from_utf8(figures.clone()).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());

    let plain =
        project.run(&["export", "tables", ONE, "--lang", "ar", "--bom", "no", "--hxl", "--out", "plain"]);
    assert_eq!(plain.code, 0, "{}", plain.stderr);
    let files = below(&project, &format!("plain/{ONE}"));
    let figures = String::from_utf8(files[&format!("{ONE}.ar.figures.csv")].clone()).unwrap();
    assert!(figures.starts_with("id,metric,") && figures.lines().nth(1).unwrap().starts_with("#meta+id,"));

    // A table that has nothing any more does not stay as it was.
    let gone = format!("plain/{ONE}/{ONE}.ar.fighters.csv");
    project.write(&gone, "old");
    assert_eq!(
        project.run(&["export", "tables", ONE, "--lang", "ar", "--bom", "no", "--out", "plain"]).code,
        0
    );
    assert_eq!(project.read(&gone).lines().count(), 1, "the head alone");

    let run = project.run(&["export", "tables", ONE, "--lang", "de"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("edition `2018-05-euphrates` has no language `de`"), "{}", run.stderr);
}

/// `docs/thumbnails` makes the pictures of the README; they are as large as the pages that it makes now.
#[test]
fn the_pictures_of_the_readme_are_pages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = std::fs::read_to_string(root.join("docs/thumbnails")).unwrap();
    let (_, ppi) = script.split_once("ppi=").unwrap();
    let ppi: f64 = ppi.lines().next().unwrap().parse().unwrap();
    for lang in ["ar", "en"] {
        let png = std::fs::read(root.join(format!("docs/brief-{lang}.png"))).unwrap();
        let side = |at: usize| f64::from(u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
        // A4 in inches.
        let (width, height) = (210.0 / 25.4 * ppi, 297.0 / 25.4 * ppi);
        assert!((side(16) - width).abs() <= 1.0 && (side(20) - height).abs() <= 1.0, "{lang}: {}", side(16));
    }
}
