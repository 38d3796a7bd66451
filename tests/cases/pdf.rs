//! The sample Briefs through the embedded templates: standards, equal bytes, attachments, pages.

use std::env;
use std::process::Command;

use mujaz::diag::Sources;
use mujaz::digest::Digest;
use mujaz::output::{Identity, Standard, pdf, png};
use mujaz::typeset::{Assets, Attachment, Job, Relationship, Typeset, compile, evict};
use page_validation::ValidationProfile;
use time::macros::{date, datetime};

use crate::support::validation::faults;

const SAMPLES: [(&str, &[u8]); 2] = [
    ("ar", include_bytes!("../../templates/sample/brief-ar.json")),
    ("en", include_bytes!("../../templates/sample/brief-en.json")),
];

fn typeset(brief: &[u8], attachments: &[Attachment]) -> Typeset {
    let mut sources = Sources::new();
    let assets = Assets::builtin(&mut sources).expect("the embedded files are good");
    let mut job = Job::new(brief.to_vec(), date!(2031 - 06 - 30));
    job.attachments = attachments.to_vec();
    compile(&assets, &job).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

fn identity(lang: &str) -> Identity {
    Identity::new("2031-06", lang, "public", datetime!(2031-06-30 18:00 +3))
}

fn sources() -> Vec<Attachment> {
    let file = |name: &str, bytes: &[u8]| Attachment {
        name: name.to_owned(),
        mime: "application/yaml".to_owned(),
        description: "الأرقام كما كتبت".to_owned(),
        relationship: Relationship::Data,
        bytes: bytes.to_vec(),
    };
    vec![file("data/edition.yaml", b"edition: 1\n"), file("data/text/ar.yaml", "lang: ar\n".as_bytes())]
}

#[test]
fn records_meet_pdf_a_3a_and_ua_1_with_their_sources_inside() {
    for (lang, brief) in SAMPLES {
        let bytes = pdf(&typeset(brief, &sources()), &identity(lang), Standard::Record).expect("exports");
        assert_eq!(faults(&bytes, ValidationProfile::PdfA3a), Vec::<String>::new(), "{lang}");
        let file = lopdf::Document::load_mem(&bytes).expect("reads");
        let embedded = |object: &lopdf::Object| {
            object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
        };
        let contents: Vec<_> = file
            .objects
            .values()
            .filter(|object| embedded(object))
            .filter_map(|object| object.as_stream().ok()?.get_plain_content().ok())
            .collect();
        assert_eq!(contents, [b"edition: 1\n".to_vec(), b"lang: ar\n".to_vec()], "{lang}");
    }
}

#[test]
fn deliveries_meet_pdf_a_2a_and_ua_1() {
    for (lang, brief) in SAMPLES {
        let bytes = pdf(&typeset(brief, &[]), &identity(lang), Standard::Delivery).expect("exports");
        assert_eq!(faults(&bytes, ValidationProfile::PdfA2a), Vec::<String>::new(), "{lang}");
    }
}

#[test]
fn validation_notices_seeded_faults() {
    let (lang, brief) = SAMPLES[0];
    let good = pdf(&typeset(brief, &[]), &identity(lang), Standard::Record).expect("exports");
    for (from, to) in [
        ("/Marked true", "/Marked null"),
        ("/ToUnicode", "/ToUnicodE"),
        ("/DisplayDocTitle true", "/DisplayDocTitle null"),
        ("<pdfaid:part>3", "<pdfaid:part>2"),
        ("<pdfuaid:part>1", "<pdfuaid:part>2"),
        ("/FontFile", "/FontFilE"),
    ] {
        let mut bad = good.clone();
        let places: Vec<_> =
            good.windows(from.len()).enumerate().filter(|(_, at)| *at == from.as_bytes()).collect();
        assert!(!places.is_empty(), "{from}");
        places.iter().for_each(|(at, _)| bad[*at..at + to.len()].copy_from_slice(to.as_bytes()));
        assert_ne!(faults(&bad, ValidationProfile::PdfA3a), Vec::<String>::new(), "{from}");
    }
}

#[test]
fn attachments_do_not_move_anything() {
    for (lang, brief) in SAMPLES {
        let (plain, record) = (typeset(brief, &[]), typeset(brief, &sources()));
        assert_eq!(plain.warnings, [], "{lang}");
        let draw = |typeset| png(typeset, 36.0).expect("draws");
        assert!(draw(&plain) == draw(&record), "{lang}");
    }
}

/// The digests of both samples as records, cold and then warm.
fn digests() -> String {
    let mut digests = Vec::new();
    for _ in 0..2 {
        for (lang, brief) in SAMPLES {
            let bytes = pdf(&typeset(brief, &sources()), &identity(lang), Standard::Record).expect("exports");
            digests.push(Digest::of(&bytes).to_string());
        }
    }
    evict(0);
    digests.join(" ")
}

#[test]
#[ignore = "run by the next test, in processes with different numbers of threads"]
#[expect(clippy::disallowed_macros, reason = "the parent process reads it")]
fn says_digests() {
    println!("digests {}", digests());
}

#[test]
fn bytes_do_not_depend_on_threads_zone_or_cache() {
    let here = digests();
    let (first, warm) = here.split_at(here.len() / 2);
    assert_eq!(first.trim(), warm.trim(), "cold and warm");
    let name = format!("{}::says_digests", module_path!());
    let name = name.split_once("::").map_or(name.as_str(), |(_, name)| name);
    for (threads, zone) in [("1", "UTC"), ("2", "Asia/Baghdad"), ("16", "America/Los_Angeles")] {
        let child = Command::new(env::current_exe().expect("this test"))
            .args(["--ignored", "--exact", name, "--nocapture"])
            .envs([("RAYON_NUM_THREADS", threads), ("TZ", zone)])
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&child.stdout);
        assert!(said.contains(&format!("digests {here}")), "{threads} threads: {said}");
    }
}
