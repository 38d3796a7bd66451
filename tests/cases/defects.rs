//! Kinds of faults that a PDF can have, each planted in a sound one, and which of them CI's checks notice:
//! validation against PDF/A-3a and PDF/UA-1, and `qpdf --check` where it is installed.

mod bytes;
mod file;
mod fonts;
mod metadata;
mod pages;
mod plant;
mod structure;
mod tables;

use std::collections::BTreeSet;

use lopdf::Document;
use mujaz::diag::Sources;
use mujaz::model::TextLayer;
use mujaz::output::{Identity, Standard, pdf};
use mujaz::typeset::{Assets, Attachment, Job, Relationship, compile};
use page_validation::ValidationProfile;
use time::macros::{date, datetime};

use self::plant::{Kind, planted, written};
use crate::support::qpdf;
use crate::support::validation::faults;

/// What nobody notices. `docs/conformance.md` says of each what guards against it instead.
const MISSED: [&str; 16] = [
    "a cell under a heading that is not there",
    "a link to a page that is not there",
    "a page that is not counted",
    "a page without its number in the tree",
    "an attachment without a description",
    "an attachment without its time",
    "an output intent without a colour profile",
    "another time in the information dictionary",
    "another title in the information dictionary",
    "glyphs that mean another character",
    "headings that are tagged as cells",
    "no output intent",
    "pages that turn the wrong way",
    "text that is called decoration",
    "the language of another edition",
    "two headings of one name",
];

/// All kinds.
fn kinds() -> impl Iterator<Item = &'static Kind> {
    [metadata::KINDS, structure::KINDS, tables::KINDS, fonts::KINDS, pages::KINDS, file::KINDS, bytes::KINDS]
        .into_iter()
        .flatten()
}

/// A record with attachments, tables, charts, links and footnotes.
fn sound() -> Vec<u8> {
    const BRIEF: &[u8] = include_bytes!("../../templates/sample/brief-ar.json");
    let attachment = |name: &str, relationship| Attachment {
        name: name.to_owned(),
        mime: "application/yaml".to_owned(),
        description: "الأرقام كما كتبت".to_owned(),
        relationship,
        bytes: b"edition: 1\n".to_vec(),
    };
    let job = Job::new(BRIEF.to_vec(), date!(2031 - 06 - 30))
        .attach(attachment("data/edition.yaml", Relationship::Data))
        .attach(attachment("templates/main.typ", Relationship::Source));
    let assets = Assets::builtin(&mut Sources::new()).expect("the embedded files are good");
    let laid = compile(&assets, &job).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let identity = Identity::new("2031-06", "ar", "all", datetime!(2031-06-30 18:00 +3));
    pdf(&laid.with_text_layer(TextLayer::Reading), &identity, Standard::Record).expect("exports")
}

/// Whether one of the checks that CI runs has something to say.
fn is_noticed(pdf: &[u8]) -> bool {
    !faults(pdf, ValidationProfile::PdfA3a).is_empty() || qpdf::faults(pdf).is_some_and(|it| !it.is_empty())
}

#[test]
fn at_least_four_of_five_planted_faults_are_noticed() {
    let sound = Document::load_mem(&sound()).expect("reads");
    let clean = written(sound.clone());
    assert_eq!(faults(&clean, ValidationProfile::PdfA3a), Vec::<String>::new());
    assert!(!is_noticed(&clean), "{:?}", qpdf::faults(&clean));
    let all: Vec<&Kind> = kinds().collect();
    let missed = |kinds: &[&Kind]| -> Vec<&str> {
        let missed = kinds.iter().filter(|kind| !is_noticed(&planted(&sound, &clean, kind)));
        missed.map(|kind| kind.name).collect()
    };
    let missed: BTreeSet<&str> = std::thread::scope(|scope| {
        let threads: Vec<_> = all.chunks(30).map(|part| scope.spawn(|| missed(part))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("validates")).collect()
    });
    assert_eq!(missed, BTreeSet::from(MISSED));
    let names: BTreeSet<&str> = kinds().map(|kind| kind.name).collect();
    assert_eq!(names.len(), kinds().count(), "names are unique");
    assert!(names.len() >= 25 && missed.len() * 5 <= names.len(), "{} of {}", missed.len(), names.len());
}
