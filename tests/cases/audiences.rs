//! Editions for audiences: the proof that they do not depend on what is withheld, held against templates that leak,
//! against clean ones, and over the demonstration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mujaz::diag::{Finding, Sources};
use mujaz::dossier::Reader;
use mujaz::layers::{self, Project};
use mujaz::press::{self, Task};
use mujaz::typeset::{Assets, evict};
use mujaz::verify::leaks::{Output, Proof, Studio, Subject, prove, scan};

use crate::support::copy::ProjectCopy;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/leaks")
}

fn told(findings: &[Finding]) -> String {
    findings.iter().map(|it| format!("{} {} {:?}\n", it.code, it.message, it.help)).collect()
}

/// The whole tree of an edition, as a template must never see it.
fn whole(project: &Project) -> Vec<u8> {
    let mut sources = Sources::new();
    let reader = Reader::new(project, &mut sources);
    let (inputs, findings) = layers::load(reader.ground(), "secret", None, &mut sources);
    assert!(!findings.iter().any(Finding::is_error), "{}", told(&findings));
    serde_json::to_vec(&inputs.unwrap().tree).unwrap()
}

/// The proof over one template that is given the whole data.
fn proven(template: &str) -> Result<Proof, Vec<Finding>> {
    let project = Project::open(&fixtures().join("project")).unwrap();
    let text = fs::read_to_string(fixtures().join("head.typ")).unwrap()
        + &fs::read_to_string(fixtures().join(format!("templates/{template}.typ"))).unwrap();
    let assets = Assets::from_files([("main.typ", text.as_bytes())], &mut Sources::new()).unwrap();
    let studio =
        Studio { assets: &assets, make: &press::make, edition: "secret", audience: "public", langs: &[] };
    let subject = Subject::read(&project, "secret", "public")?;
    let render = |project: &Project| -> Result<Vec<Output>, Vec<Finding>> {
        let whole = whole(project);
        let plant = |task: &mut Task| task.files.push(("/leak.json".into(), whole.clone().into()));
        let outputs = studio.render_with(project, plant);
        evict(4);
        outputs
    };
    prove(&subject, 3, render)
}

/// Every template that leaks is caught, and every one that does not passes.
#[test]
fn leaking_templates_are_caught_and_clean_ones_pass() {
    let mut names: Vec<String> = fs::read_dir(fixtures().join("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let (clean, leaking): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.starts_with("clean"));
    assert!(leaking.len() >= 20 && clean.len() == 5, "{} and {}", leaking.len(), clean.len());
    let mut wrong = Vec::new();
    for name in &leaking {
        match proven(name) {
            Err(findings) => wrong.push(format!("{name}: {}", told(&findings))),
            Ok(proof) => match proof.leak {
                None => wrong.push(format!("{name} is not caught")),
                Some(leak) => {
                    let of_the_figure = leak.path.starts_with("figures[raids]");
                    let at = leak.place.0 == "data/editions/secret/edition.yaml" && leak.place.1 >= 12;
                    if !of_the_figure || !at || leak.output.is_empty() {
                        wrong.push(format!("{name}: {leak:?}"));
                    }
                }
            },
        }
    }
    for name in &clean {
        match proven(name) {
            Err(findings) => wrong.push(format!("{name}: {}", told(&findings))),
            Ok(proof) if !proof.is_clean() || proof.equal != 3 => wrong.push(format!("{name}: {proof:?}")),
            Ok(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What a search for words finds of the same templates: some, and never one that is clean.
#[test]
fn a_search_finds_what_stands_in_the_file() {
    for (name, place) in [("white", "page 1"), ("attachment", "attachment"), ("description", "object")] {
        let said = proven(name).unwrap().said;
        let note = said.iter().find(|it| it.path.starts_with("figures[raids].note"));
        let note = note.unwrap_or_else(|| panic!("{name}: {said:?}"));
        assert!(note.output.ends_with(".pdf"), "{name}: {note:?}");
        assert!(name != "attachment" || note.place.contains(place), "{name}: {note:?}");
    }
    assert_eq!(proven("clean-if").unwrap().said, []);
}

/// The search knows file names, other scripts' digits and reversed text.
#[test]
fn a_search_knows_how_words_are_stored() {
    let project = Project::open(&fixtures().join("project")).unwrap();
    let subject = Subject::read(&project, "secret", "public").unwrap();
    let said = |name: &str, text: &str| {
        let output = Output { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        scan(&subject, &[output]).into_iter().map(|it| it.path).collect::<Vec<_>>()
    };
    assert_eq!(said("a.json", "1200 دورية"), Vec::<String>::new());
    assert_eq!(said("a.json", "٤٬٨٢١ دورية"), ["figures[raids].value"]);
    assert_eq!(said("4821.pdf", ""), ["figures[raids].value"]);
    let backwards: String = "مداهمة ليلية قرب الحويجة".chars().rev().collect();
    assert_eq!(said("log", &backwards), ["figures[raids].note.ar"]);
}

/// Sixteen sets of canaries over the demonstration as the public has it, from YAML to PDF, give the same bytes.
#[test]
fn the_public_edition_of_the_demonstration_depends_on_nothing_withheld() {
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let assets = Assets::builtin(&mut Sources::new()).unwrap();
    let subject = Subject::read(&project, "demo-2031-06", "public").unwrap();
    assert!(subject.secrets() > 60, "{}", subject.secrets());
    let langs = ["ar".to_owned()];
    let studio = Studio {
        assets: &assets,
        make: &press::make,
        edition: "demo-2031-06",
        audience: "public",
        langs: &langs,
    };
    let render = |project: &Project| {
        let outputs = studio.render(project);
        evict(4);
        outputs
    };
    let proof = prove(&subject, 16, render).unwrap_or_else(|findings| panic!("{}", told(&findings)));
    assert_eq!((proof.leak, proof.said, proof.equal), (None, vec![], 16));
}

/// The marks of the demonstration change nothing in what is typed of the whole of it.
#[test]
fn marks_change_nothing_in_the_whole_edition() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::find(root).unwrap();
    let brief = |project: &Project| {
        let mut sources = Sources::new();
        let reader = Reader::new(project, &mut sources);
        let (dossier, _) = reader.read("demo-2031-06", None, &mut sources);
        let dossier = dossier.unwrap();
        let files = dossier.inputs.iter().filter(|it| !it.name.starts_with("(built in)"));
        let files: BTreeMap<String, Vec<u8>> = files.map(|it| (it.name.clone(), it.bytes.to_vec())).collect();
        (mujaz::brief::write(&dossier, "ar").unwrap().0.to_json(), files)
    };
    let (marked, files) = brief(&project);
    let unmarked = files.into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes).unwrap_or_default();
        let marks = |line: &&str| {
            let line = line.trim();
            let own = line.starts_with("marking: TLP") && line != "marking: TLP:GREEN";
            !(own
                || line.starts_with("marks: {") && line.ends_with('}')
                || line.starts_with("audience: [partners]"))
        };
        let kept: Vec<&str> = text.lines().filter(marks).collect();
        (name, (kept.join("\n") + "\n").into_bytes())
    });
    let (bare, _) = brief(&Project::in_memory(unmarked.collect()).unwrap());
    assert_eq!(marked, bare);
}

/// Without their release, sums over contributions with a withheld one are left out, and the pages are made all the same.
#[test]
fn what_is_not_released_is_left_out_of_the_pages() {
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let subject = Subject::read(&project, "demo-2031-06", "public").unwrap();
    let assets = Assets::builtin(&mut Sources::new()).unwrap();
    let langs = ["en".to_owned()];
    let studio = Studio {
        assets: &assets,
        make: &press::make,
        edition: "demo-2031-06",
        audience: "public",
        langs: &langs,
    };
    let said = |project: &Project| {
        let outputs = studio.render(project).unwrap_or_else(|findings| panic!("{}", told(&findings)));
        let pdf = outputs.iter().find(|it| it.name.ends_with(".pdf")).unwrap();
        let inside = mujaz::verify::Inside::read(&pdf.bytes).unwrap();
        mujaz::verify::tagged_text(&inside.document).join("\n")
    };
    let released = said(&subject.project().unwrap());
    let held = subject.with_file("data/editions/demo-2031-06/edition.yaml", |text| {
        text.replace("declassify: [funding.totals, funding.cover]", "declassify: []")
    });
    let held = said(&held.unwrap());
    // The appeals with their amounts stay; what was received, what is missing, and the sums do not.
    for (words, stay) in [("Stabilisation Facility appeal 2031", true), ("Funding gap", false)] {
        assert!(released.contains(words), "{words}");
        assert_eq!(held.contains(words), stay, "{words}");
    }
}

#[test]
fn a_preview_for_a_stranger_does_not_begin() {
    let project = ProjectCopy::own(&["data"]);
    let told = project.run(&["preview", "demo-2031-06", "--no-open", "--audience", "nobody"]).told();
    assert_eq!(
        told,
        "exit 2\nerror[LA03]: there is no audience `nobody`\n   = help: name one of `public`, `partners`\n\n1 error\n"
    );
}
