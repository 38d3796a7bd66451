//! Pseudo-locales through the templates and the program: nothing leaves its place, however long the words and
//! whichever way they run.

use std::path::Path;

use mujaz::brief::{Pseudo, write};
use mujaz::diag::Sources;
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::typeset::{Assets, Job, Typeset, compile};
use serde_json::Value;
use time::macros::date;

use crate::support::copy::{ProjectCopy, files};
use crate::support::overlap::faults;
use crate::support::project::assets;

/// The shortest edition.
const ID: &str = "2018-05-euphrates";

fn typeset(assets: &Assets, brief: String) -> Typeset {
    let job = Job::new(brief.into_bytes(), date!(2031 - 06 - 30));
    compile(assets, &job).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// One edition in its languages and in the pseudo-locales: what stands where it should not.
fn found(project: &Project, assets: &Assets, id: &str) -> Vec<String> {
    let (dossier, _) = Dossier::read(project, id, None, &mut Sources::new());
    let dossier = dossier.expect("the edition");
    let brief = |lang: &str| write(&dossier, lang).expect("a language of the edition").0;
    let known = dossier.languages.keys().map(String::as_str);
    let base = brief(Pseudo::base(known.clone(), &dossier.edition.head.master.value));
    let pseudo = Pseudo::ALL.map(|pseudo| (pseudo.tag(), pseudo.json(&base)));
    let own = known.map(|lang| (lang, brief(lang).to_json()));
    let read = |(lang, json)| {
        let faults = faults(&typeset(assets, json).document);
        faults.into_iter().map(move |fault| format!("{id} {lang} {fault}"))
    };
    own.chain(pseudo).flat_map(read).collect()
}

#[test]
fn nothing_overflows_and_nothing_overlaps() {
    let project = &Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project");
    let assets = &assets();
    let editions = project.editions().expect("editions");
    let faults: Vec<String> = std::thread::scope(|scope| {
        let editions: Vec<_> =
            editions.iter().map(|id| scope.spawn(move || found(project, assets, id))).collect();
        editions.into_iter().flat_map(|it| it.join().expect("is typeset")).collect()
    });
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// What the case above looks for is found where it is.
#[test]
fn text_beyond_the_margin_and_text_upon_text_are_found() {
    let page = |body: &str| {
        let main = format!(
            "#set page(width: 100mm, height: 60mm, margin: 18mm)\n#set text(font: \"Amiri\", size: 10pt)\n{body}"
        );
        let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
        faults(&typeset(&assets, "{}".to_owned()).document)
    };
    assert_eq!(
        page(
            "#grid(columns: (30mm, 30mm), [one], [two]) \n\n three #super[4] #rotate(-90deg, reflow: true)[five]"
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        page("#grid(columns: (5mm, 30mm), [overflowing], [two])"),
        ["page 1: `two` stands upon `overflowing`"]
    );
    assert_eq!(
        page("#box(width: 64mm, align(right)[here]) #place(dx: 60mm)[beyond]"),
        ["page 1: `beyond` leaves the text area"]
    );
    assert_eq!(page("#place(dy: 50mm)[below]"), ["page 1: `below` leaves the text area"]);
}

#[test]
fn the_program_builds_them_without_a_text_file() {
    let project = ProjectCopy::own(&["data"]);
    let done = project.run(&["build", ID, "--lang", "x-long,x-rtl"]);
    assert_eq!((done.code, done.found()), (0, ""));
    let folder = project.path("out").join(ID);
    let built = files(&folder);
    let names: Vec<&str> = built.keys().map(String::as_str).collect();
    let pdfs = ["x-long", "x-rtl"].map(|lang| format!("{ID}.{lang}.pdf"));
    let provenance = format!("{ID}.intoto.json");
    assert_eq!(names, [provenance.as_str(), &pdfs[0], &pdfs[1], "manifest.json"]);
    let manifest: Value = serde_json::from_slice(&built["manifest.json"]).expect("JSON");
    let outputs = manifest["outputs"].as_array().expect("a list").iter();
    let outputs: Vec<&str> = outputs.filter_map(|output| output["lang"].as_str()).collect();
    assert_eq!(outputs, ["x-long", "x-rtl"]);
    for (pdf, lang) in pdfs.iter().zip(["en", "ar"]) {
        let file = lopdf::Document::load_mem(&built[pdf]).expect("reads");
        let tag = file.catalog().and_then(|catalog| catalog.get(b"Lang")).and_then(|lang| lang.as_str());
        assert_eq!(tag.expect("a language"), lang.as_bytes(), "{pdf}");
    }
    // They are asked for by name or not built.
    let done = project.run(&["build", ID, "--out", "plain"]);
    assert_eq!(done.code, 0);
    assert!(files(&project.path("plain")).keys().all(|name| !name.contains("x-")));
}

#[test]
fn the_program_shows_them_and_never_releases_them() {
    let project = ProjectCopy::own(&["data"]);
    let shown = project.run(&["show", "brief", ID, "--lang", "x-rtl"]);
    let brief: Value = serde_json::from_str(&shown.stdout).expect("JSON");
    assert_eq!((shown.code, brief["lang"].as_str()), (0, Some("ar-x-rtl")));
    let refused = project.run(&["build", ID, "--lang", "x-long", "--release"]);
    let message = "error[CL02]: `x-long` is made up to test templates, and cannot be released\n   \
                   = help: leave out `--release`, or the language\n";
    assert_eq!((refused.code, refused.stderr.starts_with(message)), (2, true), "{}", refused.stderr);
    let unknown = project.run(&["build", ID, "--lang", "x-short"]);
    assert_eq!((unknown.code, unknown.stderr.contains("CL01")), (2, true), "{}", unknown.stderr);
    assert!(!project.path("out").exists());
}
