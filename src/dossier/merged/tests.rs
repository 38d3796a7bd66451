use std::collections::BTreeMap;
use std::path::Path;

use crate::brief;
use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::layers::Project;

/// The dossier of an edition, whatever is found wrong with it.
fn dossier(project: &Project, id: &str) -> Dossier {
    let (dossier, findings) = Dossier::read(project, id, None, &mut Sources::new());
    dossier.unwrap_or_else(|| panic!("{findings:?}"))
}

fn json(dossier: &Dossier, lang: &str) -> String {
    brief::write(dossier, lang).unwrap().0.to_json()
}

fn merged(dossier: &Dossier, lang: &str) -> BTreeMap<String, Vec<u8>> {
    let masters = brief::masters(dossier, lang).unwrap();
    dossier.merged_project(lang, &masters).unwrap()
}

/// What is written from the merged project of every shipped edition in every language is what is written from
/// the whole project, and merging it once more changes nothing.
#[test]
fn a_brief_is_written_again_from_the_merged_project() {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut tested = 0;
    for id in project.editions().unwrap() {
        let whole = dossier(&project, &id);
        for lang in whole.languages.keys() {
            let files = merged(&whole, lang);
            let again = dossier(&Project::in_memory(files.clone()).unwrap(), &id);
            assert!(json(&again, lang) == json(&whole, lang), "{id} {lang}: another Brief");
            for (path, bytes) in merged(&again, lang) {
                let (was, is) = (String::from_utf8_lossy(&files[&path]), String::from_utf8_lossy(&bytes));
                assert!(was == is, "{id} {lang}: `{path}` differs");
            }
            tested += 1;
        }
    }
    assert!(tested >= 20, "{tested}");
}

/// The same of what an audience may see, though nobody says any more for whom the files are.
#[test]
fn a_brief_of_an_audience_is_written_again_from_what_it_may_see() {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let id = "demo-2031-06";
    let (seen, findings) = Dossier::read(&project, id, Some("public"), &mut Sources::new());
    let seen = seen.unwrap_or_else(|| panic!("{findings:?}"));
    for lang in seen.languages.keys() {
        let files = merged(&seen, lang);
        let again = dossier(&Project::in_memory(files.clone()).unwrap(), id);
        assert!(json(&again, lang) == json(&seen, lang), "{lang}: another Brief");
        assert!(merged(&again, lang) == files, "{lang}: other files");
    }
    assert!(json(&seen, "ar") != json(&dossier(&project, id), "ar"), "something is withheld");
}

const HOUSE: &str = "\
mujaz: 1
house: {series: {en: Series}, sections: {flash: [highlights]}}
orgs: {org: {type: group, name: {en: Org, de: Org}}}
";
const EDITION: &str = "\
edition:
  id: one
  kind: flash
  issued: 2031-06-30T18:00+03:00
  languages: [en, ar]
  master: en
  publisher: {org: org}
";

fn files(extra: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let own = [
        ("data/house.yaml", HOUSE),
        ("data/editions/one/edition.yaml", EDITION),
        (
            "data/editions/one/text/en.yaml",
            "lang: en\ntitle: One # a remark\nbottom_line: >-\n  Two\n  lines\n",
        ),
        ("data/editions/one/text/ar.yaml", "lang: ar\ntitle: واحد\nbottom_line: سطر\n"),
    ];
    let all = own.iter().chain(extra);
    all.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

#[test]
fn the_files_are_what_the_brief_needs_and_no_more() {
    let extra = [
        ("data/labels/en.yaml", "page: {invented: {delete: true}}\n"),
        ("data/editions/two/edition.yaml", "edition: {id: two}\n"),
        ("data/shared/orgs.yaml", "orgs: {other: {type: group, name: {en: Other}}}\n"),
    ];
    let whole = dossier(&Project::in_memory(files(&extra)).unwrap(), "one");
    let masters = brief::masters(&whole, "ar").unwrap();
    let arabic = whole.merged_project("ar", &masters).unwrap();
    let paths: Vec<&str> = arabic.keys().map(String::as_str).collect();
    let want = [
        "data/editions/one/edition.yaml",
        "data/editions/one/text/ar.yaml",
        "data/editions/one/text/en.yaml",
        "data/house.yaml",
        "data/labels/ar.yaml",
    ];
    assert_eq!(paths, want);
    let english = merged(&whole, "en");
    let text = |path: &str| String::from_utf8(english[path].clone()).unwrap();
    assert_eq!(
        text("data/editions/one/text/en.yaml"),
        "# The text in this language, merged by mujaz.\nlang: en\ntitle: One\nbottom_line: \"Two lines\"\n"
    );
    let want = "\
# The data of this edition, merged by mujaz from all files of its project.
house:
  series:
    en: Series
  sections:
    flash:
      - highlights
orgs:
  org:
    type: group
    name:
      en: Org
      de: Org
  other:
    type: group
    name:
      en: Other
edition:
  id: one
  kind: flash
  issued: 2031-06-30T18:00+03:00
  languages:
    - en
    - ar
  master: en
  publisher:
    org: org
";
    assert_eq!(text("data/editions/one/edition.yaml"), want);
    let again = dossier(&Project::in_memory(english.clone()).unwrap(), "one");
    assert_eq!(json(&again, "en"), json(&whole, "en"), "a deleted label stays deleted");
    assert!(!json(&whole, "en").contains("\"invented\":\""));
    assert_eq!(merged(&again, "en"), english);
    assert_eq!(whole.merged_project("fr", &masters), None);
}

/// What all editions have in common is written once; what one of them has otherwise, in each.
#[test]
fn earlier_editions_bring_what_is_their_own() {
    let earlier = EDITION.replace("id: one", "id: two");
    let extra = [
        ("data/editions/two/edition.yaml", earlier.as_str()),
        ("data/editions/two/more.yaml", "orgs: {other: {type: group, name: {en: Other}}}\n"),
        ("data/editions/two/text/en.yaml", "lang: en\ntitle: Two\nbottom_line: Before\n"),
    ];
    let edition = format!("{EDITION}  previous: two\n");
    let mut project = files(&extra);
    project.insert("data/editions/one/edition.yaml".to_owned(), edition.into_bytes());
    let whole = dossier(&Project::in_memory(project).unwrap(), "one");
    let merged = merged(&whole, "en");
    let text = |path: &str| String::from_utf8(merged[path].clone()).unwrap();
    let keys = |path: &str| {
        let text = text(path);
        let keys = text.lines().filter(|line| !line.starts_with([' ', '#']));
        keys.map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(keys("data/shared/merged.yaml"), ["house"]);
    assert_eq!(keys("data/editions/one/edition.yaml"), ["orgs", "edition"]);
    assert_eq!(keys("data/editions/two/edition.yaml"), ["orgs", "edition"]);
    assert!(!merged.contains_key("data/editions/two/text/en.yaml"));
    let again = dossier(&Project::in_memory(merged.clone()).unwrap(), "one");
    assert_eq!(json(&again, "en"), json(&whole, "en"));
    assert_eq!(super::tests::merged(&again, "en"), merged);
}

/// A stale and an unreviewed text stay so, though neither the earlier texts nor anybody's name are carried.
#[test]
fn how_far_translations_have_come_is_kept_without_names_and_earlier_texts() {
    let (fresh, other) = ("\"97e5ffe5a8f1aa80\"", "\"1111111111111111\"");
    let record = format!(
        "mujaz: 1\nmasters: {{}}\nlanguages:\n  ar:\n    title: {{of: {other}, is: {fresh}, status: reviewed, by: Somebody}}\n    \
         bottom_line: {{of: {other}, is: {other}, status: draft}}\n    gone: {{of: {other}, is: {other}, status: draft}}\n"
    );
    let whole = dossier(
        &Project::in_memory(files(&[("data/editions/one/translations.lock", &record)])).unwrap(),
        "one",
    );
    let merged = merged(&whole, "ar");
    let lock = String::from_utf8(merged["data/editions/one/translations.lock"].clone()).unwrap();
    let zeros = "0000000000000000";
    let want = format!(
        "# How far each translation has come; `{zeros}` where a text has changed since.\nmujaz: 1\nmasters: {{}}\n\
         languages:\n  \"ar\":\n    \"bottom_line\": {{of: \"{zeros}\", is: \"{zeros}\", status: draft}}\n    \
         \"title\": {{of: \"{zeros}\", is: \"{zeros}\", status: reviewed}}\n"
    );
    assert_eq!(lock, want);
    let again = dossier(&Project::in_memory(merged).unwrap(), "one");
    assert_eq!(json(&again, "ar"), json(&whole, "ar"));
    assert!(json(&whole, "ar").contains("\"stale\""));
}
