use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use super::{Files, Verdict, Workshop, examine, rebuild};
use crate::brief;
use crate::diag::{Finding, Sources};
use crate::digest::Digest;
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::press::{self, Format, RECORD_NAME, Task, attach, canonical, inputs, make};
use crate::typeset::Assets;

mod tampers;

fn assets() -> &'static Assets {
    static ASSETS: OnceLock<Assets> = OnceLock::new();
    ASSETS.get_or_init(|| Assets::builtin(&mut Sources::new()).unwrap_or_else(|all| panic!("{all:?}")))
}

/// The task of an edition of this repository.
fn task(id: &str, lang: &str, standard: Standard) -> Task {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (dossier, findings) = Dossier::read(&project, id, None, &mut Sources::new());
    let dossier = dossier.unwrap_or_else(|| panic!("{findings:?}"));
    let logo = dossier.edition.head.publisher.logo.as_ref();
    let logo = logo.map(|logo| (format!("/{}", logo.value), project.asset(&logo.value).unwrap().into()));
    let mut task = Task {
        edition: id.to_owned(),
        lang: lang.to_owned(),
        audience: None,
        formats: vec![Format::Pdf],
        standard,
        text_layer: TextLayer::Visual,
        timestamp: dossier.edition.head.issued.value.0,
        brief: brief::write(&dossier, lang).unwrap().0.to_json().into_bytes(),
        files: logo.into_iter().collect(),
        attachments: Vec::new(),
    };
    attach(&mut task, &dossier, assets(), inputs(&dossier, None)).unwrap();
    task
}

fn pdf(task: &Task) -> Vec<u8> {
    make(assets(), task).unwrap_or_else(|all| panic!("{all:?}")).files.remove(0).bytes
}

/// The shortest edition, and its PDF, made once.
fn one() -> &'static (Task, Vec<u8>) {
    static ONE: OnceLock<(Task, Vec<u8>)> = OnceLock::new();
    ONE.get_or_init(|| {
        let task = task("2018-05-euphrates", "ar", Standard::Record);
        let pdf = pdf(&task);
        (task, pdf)
    })
}

/// Rebuilds, once for the same files.
fn rebuilt(files: Files) -> Result<Vec<u8>, Vec<Finding>> {
    type Known = HashMap<Digest, Result<Vec<u8>, Vec<Finding>>>;
    static KNOWN: Mutex<Option<Known>> = Mutex::new(None);
    let key = Digest::of(format!("{files:?}").as_bytes());
    let known = KNOWN.lock().unwrap().get_or_insert_default().get(&key).cloned();
    known.unwrap_or_else(|| {
        let made = rebuild(files);
        KNOWN.lock().unwrap().get_or_insert_default().insert(key, made.clone());
        made
    })
}

/// The verdict, and a line for each finding and its help.
fn said(bytes: &[u8]) -> (Verdict, Vec<String>) {
    let workshop = Workshop::new(&rebuilt, assets(), []);
    let examined = examine("x.pdf", bytes, &workshop);
    let line = |finding: &Finding| {
        let help: String = finding.help.iter().map(|help| format!(" ({help})")).collect();
        format!("{} {}{help}", finding.code, finding.message)
    };
    (examined.verdict, examined.findings.iter().map(line).collect())
}

#[test]
fn a_record_is_made_again_from_itself() {
    assert_eq!(said(&one().1), (Verdict::Reproduced, Vec::new()));
    for (id, lang) in [("2019-06-paris", "ckb"), ("demo-2031-06", "fr"), ("2017-11-amman", "en")] {
        let pdf = pdf(&task(id, lang, Standard::Record));
        assert_eq!(said(&pdf), (Verdict::Reproduced, Vec::new()), "{id} {lang}");
    }
}

#[test]
fn without_sources_nothing_is_made_again() {
    let delivery = pdf(&task("2018-05-euphrates", "ar", Standard::Delivery));
    let want = "VE06 `x.pdf` carries no sources to be made again from (verify it in the folder of its manifest, \
                which says whether it is intact)";
    assert_eq!(said(&delivery), (Verdict::NoSources, vec![want.to_owned()]));
    let no_pdf = (Verdict::Foreign, vec!["VE05 `x.pdf` is no PDF".to_owned()]);
    assert_eq!(said(b""), no_pdf);
    assert_eq!(said(b"hello"), no_pdf);
    let broken = "VE08 `x.pdf` is damaged: its objects cannot be read".to_owned();
    assert_eq!(said(b"%PDF-1.7\n"), (Verdict::Changed, vec![broken]));
}

#[test]
fn a_truncated_record_is_not_proven() {
    let pdf = &one().1;
    for length in [10, pdf.len() / 3, pdf.len() / 2, pdf.len() - 2_000, pdf.len() - 1] {
        let (verdict, findings) = said(&pdf[..length]);
        assert!(!verdict.is_proven() && !findings.is_empty(), "{length}: {verdict:?}");
    }
}

/// The PDF of the same pages with other attachments.
fn carrying(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let mut task = one().0.clone();
    let mut files: BTreeMap<String, Vec<u8>> =
        task.attachments.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    change(&mut files);
    task.attachments.retain(|file| files.contains_key(&file.name));
    for file in &mut task.attachments {
        file.bytes.clone_from(&files[&file.name]);
    }
    let mut more = task.attachments[0].clone();
    for (name, bytes) in files {
        if !task.attachments.iter().any(|file| file.name == name) {
            (more.name, more.bytes) = (name, bytes);
            task.attachments.push(more.clone());
        }
    }
    pdf(&task)
}

const DATA: &str = "data/editions/2018-05-euphrates/edition.yaml";

/// Changes the record so that it fits what is carried.
fn recorded(files: &mut BTreeMap<String, Vec<u8>>, change: impl FnOnce(&mut press::Record)) {
    let mut record = press::Record::from_json(&files[RECORD_NAME]).unwrap();
    record.files = files
        .iter()
        .filter(|(name, _)| *name != RECORD_NAME)
        .map(|(name, bytes)| press::Carried::new(name, bytes))
        .collect();
    change(&mut record);
    files.insert(RECORD_NAME.to_owned(), canonical(&record).into_bytes());
}

#[test]
fn data_that_were_changed_together_with_their_hash_are_found_on_the_pages() {
    let pdf = carrying(|files| {
        let data = String::from_utf8(files[DATA].clone()).unwrap();
        let at = data.find("\n    value: ").unwrap() + "\n    value: ".len();
        let other = format!("{}7{}", &data[..at], &data[at..]);
        files.insert(DATA.to_owned(), other.into_bytes());
        recorded(files, |_| {});
    });
    let (verdict, findings) = said(&pdf);
    assert_eq!((verdict, findings.len()), (Verdict::Changed, 1), "{findings:?}");
    let want = "VE08 `x.pdf`: the content of page 1 is not what its data give (its text differs: it says `";
    assert!(findings[0].starts_with(want), "{findings:?}");
}

#[test]
fn attachments_are_what_the_record_lists_and_mujaz_writes() {
    let (changed, file) = (Verdict::Changed, "VE07 `x.pdf`: the attachment");
    let comment = |files: &mut BTreeMap<String, Vec<u8>>| {
        files.get_mut(DATA).unwrap().extend(b"# a secret\n");
    };
    let one = |what: &str| (changed, vec![format!("{file} {what}")]);
    assert_eq!(said(&carrying(comment)), one(&format!("`{DATA}` was changed")));
    let pdf = carrying(|files| {
        comment(files);
        recorded(files, |_| {});
    });
    let want = [DATA, RECORD_NAME].map(|name| format!("{file} `{name}` is not as mujaz writes it"));
    assert_eq!(said(&pdf), (changed, want.to_vec()));
    let pdf = carrying(|files| drop(files.remove("data/house.yaml")));
    assert_eq!(said(&pdf), one("`data/house.yaml` is missing"));
    let pdf = carrying(|files| drop(files.insert("data/more.csv".to_owned(), b"1".to_vec())));
    assert_eq!(said(&pdf), one("`data/more.csv` is not in its record"));
    let pdf = carrying(|files| drop(files.insert(RECORD_NAME.to_owned(), b"{}".to_vec())));
    assert_eq!(said(&pdf), one("`mujaz.json` cannot be read"));
    let pdf = carrying(|files| recorded(files, |record| record.lang = "en".to_owned()));
    let (verdict, findings) = said(&pdf);
    assert_eq!((verdict, findings.is_empty()), (changed, false));
    // Of a template that reads what is nowhere, the fault is told.
    let pdf = carrying(|files| {
        files.insert("templates/main.typ".to_owned(), b"#read(\"/etc/passwd\")".to_vec());
        recorded(files, |_| {});
    });
    let (verdict, findings) = said(&pdf);
    assert_eq!(verdict, Verdict::NotRebuilt);
    assert_eq!(findings[0], "VE12 `x.pdf` cannot be made again from its attachments");
    assert!(findings[1].starts_with("TE01 file not found"), "{findings:?}");
}

#[test]
fn another_version_is_compared_by_text_and_tags() {
    let other = |files: &mut BTreeMap<String, Vec<u8>>, version: &str| {
        recorded(files, |record| record.tool.version = version.to_owned());
    };
    let made = "VE11 `x.pdf` was made by `mujaz 9.9.9` with `Typst 0.15.1`, and bytes can only be compared by that \
                version";
    let same = format!("{made} (text and tags are those that this version makes of its data)");
    assert_eq!(said(&carrying(|files| other(files, "9.9.9"))), (Verdict::SameText, vec![same]));
    let forged = carrying(|files| {
        let data = String::from_utf8(files[DATA].clone()).unwrap();
        files.insert(DATA.to_owned(), data.replacen("\n    value: ", "\n    value: 7", 1).into_bytes());
        other(files, "9.9.9");
    });
    let (verdict, findings) = said(&forged);
    assert_eq!(verdict, Verdict::Changed);
    assert!(findings[0].starts_with(&format!("{made} (its text differs: it says `")), "{findings:?}");
    let newer = carrying(|files| {
        let record = String::from_utf8(files[RECORD_NAME].clone()).unwrap();
        let record = record.replace("\"schema\":1", "\"schema\":2,\"new\":true");
        files.insert(RECORD_NAME.to_owned(), record.into_bytes());
    });
    let want = format!("VE11 `x.pdf` has a record that only `mujaz {}` reads", env!("CARGO_PKG_VERSION"));
    assert_eq!(said(&newer), (Verdict::NotRebuilt, vec![want]));
}

#[test]
fn the_text_is_read_as_it_is_tagged() {
    let inside = super::Inside::read(&one().1).unwrap();
    let lines = super::tagged_text(&inside.document);
    assert!(lines.len() > 100, "{}", lines.len());
    let brief: serde_json::Value = serde_json::from_slice(&one().0.brief).unwrap();
    let title: String = brief["document"]["title"].as_str().unwrap().chars().take(8).collect();
    assert!(lines.iter().any(|line| line.trim_start().starts_with("Document")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains('\u{fffd}')), "a letter without text; {title}");
}
