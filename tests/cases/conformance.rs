//! Every PDF that ships, of every profile: validated against its standards, and read by qpdf where it is installed.

use std::sync::OnceLock;

use lopdf::Document;
use page_validation::ValidationProfile;

use super::build::{self, Files};
use crate::support::copy::{ProjectCopy, files};
use crate::support::qpdf;
use crate::support::validation::faults;

/// What the program makes for delivery: every edition in every language.
fn deliveries() -> &'static Files {
    static ALL: OnceLock<Files> = OnceLock::new();
    ALL.get_or_init(|| {
        let project = ProjectCopy::own(&["data"]);
        let done = project.run(&["build", "--profile", "delivery"]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        files(&project.path("out"))
    })
}

fn pdfs(files: &'static Files) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    files
        .iter()
        .filter(|(name, _)| name.ends_with(".pdf"))
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}

/// The faults of all PDFs of a profile, each with the name of its file.
fn all_faults(files: &'static Files, archive: ValidationProfile) -> Vec<String> {
    let check = |(name, bytes): (&str, &[u8])| {
        let mut found = faults(bytes, archive);
        found.extend(qpdf::faults(bytes).unwrap_or_default());
        found.into_iter().map(|fault| format!("{name}: {fault}")).collect::<Vec<_>>()
    };
    let all: Vec<_> = pdfs(files).collect();
    let (left, right) = all.split_at(all.len() / 2);
    std::thread::scope(|scope| {
        let halves = [left, right]
            .map(|half| scope.spawn(|| half.iter().copied().flat_map(check).collect::<Vec<_>>()));
        halves.into_iter().flat_map(|half| half.join().expect("validates")).collect()
    })
}

#[test]
fn every_record_meets_pdf_a_3a_and_ua_1() {
    assert_eq!(all_faults(build::all(), ValidationProfile::PdfA3a), Vec::<String>::new());
}

#[test]
fn every_delivery_meets_pdf_a_2a_and_ua_1() {
    assert_eq!(all_faults(deliveries(), ValidationProfile::PdfA2a), Vec::<String>::new());
}

#[test]
fn profiles_ship_the_same_editions_in_the_same_languages() {
    let names = |files| pdfs(files).map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(deliveries()), names(build::all()));
}

#[test]
fn deliveries_carry_nothing_and_say_so() {
    for (name, bytes) in pdfs(deliveries()) {
        let file = Document::load_mem(bytes).expect("reads");
        let embedded = |kind: &[u8]| {
            file.objects.values().any(|object| {
                object
                    .as_dict()
                    .or_else(|_| object.as_stream().map(|it| &it.dict))
                    .is_ok_and(|it| it.has_type(kind))
            })
        };
        assert!(!embedded(b"EmbeddedFile") && !embedded(b"Filespec"), "{name}");
        assert!(!file.catalog().expect("a catalog").has(b"AF"), "{name}");
    }
}
