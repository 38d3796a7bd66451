//! One project read in several ways: from disk and from memory, edition by edition and all with one reader.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Dossier, Reader};
use crate::brief;
use crate::diag::{Finding, Look, Sources, terminal};
use crate::layers::{Project, fingerprint};

/// Everything that can be seen of an edition: its Briefs, its inputs, its findings.
type Seen = (BTreeMap<String, String>, Vec<(String, String)>, String);

fn seen(read: (Option<Dossier>, Vec<Finding>), sources: &Sources) -> Seen {
    let (dossier, findings) = read;
    let dossier = dossier.unwrap();
    let brief = |lang: &String| (lang.clone(), brief::write(&dossier, lang).unwrap().0.to_json());
    let inputs = dossier.inputs.iter().map(|file| (file.name.clone(), file.layer.clone())).collect();
    (dossier.languages.keys().map(brief).collect(), inputs, terminal(&findings, sources, Look::default()))
}

fn alone(project: &Project, id: &str) -> Seen {
    let mut sources = Sources::new();
    let read = Dossier::read(project, id, None, &mut sources);
    seen(read, &sources)
}

fn repository() -> Project {
    Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The files of a folder by their paths from the root.
fn files(root: &Path, folder: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            files(root, &name, found);
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn a_project_in_memory_gives_what_it_gives_on_disk() {
    let disk = repository();
    let mut found = BTreeMap::new();
    files(disk.root().unwrap(), "data", &mut found);
    let memory = Project::in_memory(found).unwrap();
    assert_eq!(memory.root(), None);
    assert_eq!(memory.path("data/house.yaml"), None);
    assert_eq!(memory.languages(), disk.languages());
    let editions = disk.editions().unwrap();
    assert_eq!(memory.editions().unwrap(), editions);
    for id in editions.iter().filter(|id| id.starts_with("demo") || id.starts_with("2019")) {
        let (mut here, there) = (alone(&disk, id), alone(&memory, id));
        // The logo lies elsewhere.
        here.1.retain(|(_, layer)| layer != "logo");
        assert!(here == there, "{id}");
        assert!(!here.0.is_empty());
    }
}

#[test]
fn editions_read_side_by_side_are_as_if_each_were_read_alone() {
    let project = repository();
    let mut sources = Sources::new();
    let reader = Reader::new(&project, &mut sources);
    let editions = project.editions().unwrap();
    let ids: Vec<&String> = editions.iter().filter(|id| id.starts_with("20")).collect();
    assert!(ids.len() >= 5);
    let together: Vec<Seen> = std::thread::scope(|scope| {
        let read = |id| {
            let (reader, mut sources) = (reader.clone(), reader.ground().sources());
            scope.spawn(move || {
                let read = reader.read(id, None, &mut sources);
                seen(read, &sources)
            })
        };
        let threads: Vec<_> = ids.iter().rev().map(|id| read(id.as_str())).collect();
        threads.into_iter().rev().map(|thread| thread.join().unwrap()).collect()
    });
    for (id, together) in ids.into_iter().zip(together) {
        assert!(alone(&project, id) == together, "{id}");
    }
}

const HOUSE: &str = "\
mujaz: 1
house: {series: {en: Series}, sections: {flash: [highlights]}}
orgs: {org: {type: group, name: {en: Org}}}
";

fn edition(id: &str, previous: &str) -> String {
    format!(
        "edition: {{id: {id}, kind: flash, issued: 2031-06-30T18:00+03:00, languages: [en], master: en, \
         marking: {{scheme: none}}, publisher: {{org: org, logo: ./logo.svg}}{previous}}}\n"
    )
}

/// A series of three editions and one beside them.
fn series() -> BTreeMap<String, Vec<u8>> {
    let mut all: Vec<(String, String)> = [("data/house.yaml", HOUSE), ("logo.svg", "<svg/>")]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    for (id, previous) in [("a", ""), ("b", ", previous: a"), ("c", ", previous: b"), ("d", "")] {
        all.push((format!("data/editions/{id}/edition.yaml"), edition(id, previous)));
        let text = format!("lang: en\ntitle: Title of {id}\nbottom_line: Line\n");
        all.push((format!("data/editions/{id}/text/en.yaml"), text));
    }
    all.push(("data/editions/c/translations.lock".to_owned(), "mujaz: 1\n".to_owned()));
    all.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

fn read(files: &BTreeMap<String, Vec<u8>>, id: &str) -> (Reader, Option<Dossier>, Vec<Finding>) {
    let mut sources = Sources::new();
    let reader = Reader::new(&Project::in_memory(files.clone()).unwrap(), &mut sources);
    let (dossier, findings) = reader.read(id, None, &mut sources);
    (reader, dossier, findings)
}

#[test]
fn inputs_are_all_files_that_an_edition_depends_on() {
    let (reader, dossier, findings) = read(&series(), "c");
    let dossier = dossier.unwrap();
    assert!(findings.iter().all(|finding| finding.code != "MO06"), "{findings:#?}");
    let inputs = dossier.inputs.iter().filter(|file| !file.name.starts_with("(built in)"));
    let inputs: Vec<(&str, &str)> = inputs.map(|file| (file.name.as_str(), file.layer.as_str())).collect();
    let expected = [
        ("data/house.yaml", "house"),
        ("data/editions/c/edition.yaml", "neutral data"),
        ("data/editions/c/text/en.yaml", "language en"),
        ("data/editions/c/translations.lock", "translations"),
        ("data/editions/b/edition.yaml", "earlier edition b"),
        ("data/editions/b/text/en.yaml", "earlier edition b"),
        ("data/editions/a/edition.yaml", "earlier edition a"),
        ("data/editions/a/text/en.yaml", "earlier edition a"),
        ("./logo.svg", "logo"),
    ];
    assert_eq!(inputs, expected);
    // Without parsing, the same files in the same order.
    let hashes: Vec<(String, [u8; 32])> =
        dossier.inputs.iter().map(|file| (file.name.clone(), file.bytes.sha256())).collect();
    let earlier = ["b".to_owned(), "a".to_owned()];
    let ground = reader.ground();
    assert_eq!(fingerprint(ground, "c", None, &earlier, Some("./logo.svg")).unwrap(), hashes);
}

/// What an edition was told of those before it is told again where another edition asked first.
#[test]
fn an_earlier_edition_that_cannot_be_read_is_told_to_each_that_follows() {
    let mut files = series();
    files.insert("data/editions/a/text/en.yaml".to_owned(), b"lang: en\ntitle: {x\n".to_vec());
    let mut sources = Sources::new();
    let reader = Reader::new(&Project::in_memory(files).unwrap(), &mut sources);
    for (id, ids) in [("b", vec![]), ("c", vec!["b"]), ("b", vec![])] {
        let (dossier, findings) = reader.read(id, None, &mut sources);
        let told: Vec<&str> =
            findings.iter().filter(|it| it.code == "MO06").map(|it| it.message.as_str()).collect();
        assert_eq!(told, ["edition `a` cannot be read, so nothing is compared with it"], "{id}");
        let history: Vec<String> =
            dossier.unwrap().history.iter().map(|old| old.head.id.value.clone()).collect();
        assert_eq!(history, ids, "{id}");
    }
}

/// A series goes on for years; an edition remembers the last two.
#[test]
fn a_long_series_is_followed_as_far_as_memory_goes() {
    let house = "\
mujaz: 1
house: {series: {en: Brief}, sections: {monthly: [situation]}}
edition: {kind: monthly, languages: [en], master: en, publisher: {org: desk}}
orgs: {desk: {type: group, name: {en: Desk}}}
";
    let mut files = BTreeMap::from([("data/house.yaml".to_owned(), house.as_bytes().to_vec())]);
    for number in 1..=30 {
        let previous = if number > 1 { format!(", previous: e{}", number - 1) } else { String::new() };
        let edition = format!("edition: {{id: e{number}, issued: '2031-01-{number:02}T09:00Z'{previous}}}\n");
        files.insert(format!("data/editions/e{number}/edition.yaml"), edition.into_bytes());
        let text = b"lang: en\ntitle: T\nbottom_line: Calm.\nsituation: [Calm.]\n".to_vec();
        files.insert(format!("data/editions/e{number}/text/en.yaml"), text);
    }
    let project = Project::in_memory(files).unwrap();
    let (dossier, findings) = Dossier::read(&project, "e30", None, &mut Sources::new());
    assert_eq!(findings.iter().map(|it| it.message.as_str()).collect::<Vec<_>>(), [""; 0]);
    let history: Vec<String> = dossier.unwrap().history.iter().map(|old| old.head.id.value.clone()).collect();
    let want: Vec<String> = (6..30).rev().map(|number| format!("e{number}")).collect();
    assert_eq!(history, want);
}
