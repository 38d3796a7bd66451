//! What several editions share is looked at once in a run, and told in each.

use std::collections::BTreeMap;

use super::{Seen, check};
use crate::diag::Sources;
use crate::dossier::Reader;
use crate::layers::Project;

const HOUSE: &str = "\
mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {flash: [bottom_line]}}
edition: {languages: [ar], master: ar, publisher: {org: desk}, marking: {scheme: none}}
orgs:
  desk: {type: group, name: {ar: وحدة الى الموجز, en: Desk}}
  cell: {type: group, name: {ar: خلية الموجز, en: Cell}}
glossary: [{id: unit, forms: {ar: {default: قسم}}, reject: {ar: [شعبة]}}]
";

fn reader(editions: &[(&str, &str)]) -> (Reader, Sources) {
    let mut files = BTreeMap::from([("data/house.yaml".to_owned(), HOUSE.as_bytes().to_vec())]);
    for (id, more) in editions {
        let head = format!("edition: {{id: {id}, kind: flash, issued: 2031-06-30T18:00+03:00}}\n{more}");
        files.insert(format!("data/editions/{id}/edition.yaml"), head.into_bytes());
    }
    let mut sources = Sources::new();
    (Reader::new(&Project::in_memory(files).unwrap(), &mut sources), sources)
}

/// The codes and paths of what is found in an edition.
fn found(reader: &Reader, sources: &mut Sources, id: &str, seen: &mut Seen) -> Vec<String> {
    let (dossier, findings) = reader.read(id, None, sources);
    let dossier = dossier.unwrap_or_else(|| panic!("{findings:#?}"));
    check(&dossier, sources, seen).iter().map(|it| format!("{} {}", it.code, it.path)).collect()
}

#[test]
fn a_shared_name_is_told_once_in_a_run_and_in_each_run_anew() {
    let own = "orgs: {own: {type: group, name: {ar: مكتب الى, en: Own}}}\n";
    let (reader, mut sources) = reader(&[("a", ""), ("b", own), ("c", "")]);
    let (shared, own) = ("AR08 orgs.desk.name.ar", "AR08 orgs.own.name.ar");
    let mut told = |id: &str, seen: &mut Seen| found(&reader, &mut sources, id, seen);
    let mut seen = Seen::default();
    assert_eq!(told("a", &mut seen), [shared]);
    assert_eq!(told("b", &mut seen), [own]);
    assert_eq!(told("c", &mut seen), [""; 0]);
    for seen in [Seen::default(), seen.anew(), seen.anew()] {
        assert_eq!(told("a", &mut seen.anew()), [shared]);
        assert_eq!(told("b", &mut seen.anew()), [shared, own]);
        assert_eq!(told("c", &mut seen.anew()), [shared]);
    }
}

#[test]
fn another_glossary_finds_something_else_in_the_same_names() {
    let other = "glossary: [{id: unit, reject: {ar: [خلية]}}]\n";
    let (reader, mut sources) = reader(&[("a", ""), ("b", other)]);
    let seen = Seen::default();
    for _ in 0..2 {
        let (a, b) = (["AR08 orgs.desk.name.ar"], ["AR08 orgs.desk.name.ar", "AR20 orgs.cell.name.ar"]);
        assert_eq!(found(&reader, &mut sources, "a", &mut seen.anew()), a);
        assert_eq!(found(&reader, &mut sources, "b", &mut seen.anew()), b);
    }
}
