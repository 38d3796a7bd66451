//! A language that has no file yet.

use snapbox::{IntoData, assert_data_eq, str};

use super::{ARABIC, HOUSE, SHARED, counts, export, import, mended};
use crate::support::copy::ProjectCopy;

const FRENCH: &str = "data/editions/2031-06/text/fr.yaml";
const PO: &str = "desk/2031-06/2031-06.fr.po";
const XLIFF: &str = "desk/2031-06/2031-06.fr.xlf";

/// The project with French among its languages, and a master text in forms.
fn listed() -> ProjectCopy {
    let project = mended();
    project.replace(HOUSE, "languages: [ar, en]", "languages: [ar, en, fr]");
    for (english, french) in [
        ("en: {one: person, other: people}\n", "fr: {one: personne, other: personnes}\n"),
        ("en: {one: school, other: schools}\n", "fr: {one: école, other: écoles}\n"),
    ] {
        project.replace(SHARED, english, &format!("{english}      {french}"));
    }
    let forms: String = [
        ("zero", "لم تُفتتح أي مدرسة"),
        ("one", "افتُتحت مدرسة واحدة"),
        ("two", "افتُتحت مدرستان"),
        ("few", "افتُتحت {schools}"),
        ("many", "افتُتحت {schools}"),
        ("other", "افتُتحت {schools}"),
    ]
    .into_iter()
    .map(|(form, text)| format!("\n    {form}: {text} ودُرّب {{trained}}."))
    .collect();
    project.replace(ARABIC, "- افتُتحت {schools} ودُرّب {trained}.", &format!("- by: schools{forms}"));
    project
}

/// The texts that a translator fills in, in their order; the names stay empty.
const FILLED: [(&str, &str); 10] = [
    ("title", "Services et retours dans la vallée"),
    ("bottom_line", "Les services s’améliorent à Ninive\u{a0}; les raids augmentent dans l’Anbar."),
    ("highlights[1]", "Les services ont touché {reached}."),
    ("highlights[2]", "{schools} a ouvert et {trained} ont été formées."),
    ("highlights[2]", "{schools} ont ouvert et {trained} ont été formées."),
    ("highlights[3]", "{volunteers} ont participé au nettoyage, avec l’aide de {helpers}."),
    (
        "threats.raids",
        "Les raids ont lieu la nuit. Leur poursuite est {raids.likelihood} sur {raids.horizon}.",
    ),
    ("progress.services", "{services.projects.done} sont achevés sur {services.projects.total} en tout."),
    ("events.opening", "Une école ouvre à Ninive."),
    ("names.IQG15", "Ninive"),
];

/// Fills in the empty translations of each key, one after the other.
fn fill_po(project: &ProjectCopy) {
    let mut po = project.read(PO);
    for (key, text) in FILLED {
        let at = po.find(&format!("msgctxt \"{key}\"")).unwrap_or_else(|| panic!("{key}"));
        let empty = at + po[at..].find(" \"\"\n").expect("an empty translation");
        po.replace_range(empty..empty + 3, &format!(" \"{text}\""));
    }
    project.write(PO, po.replace("Last-Translator: ", "Last-Translator: Claire D."));
}

#[test]
fn the_first_file_of_a_language_makes_its_text_file() {
    let project = listed();
    export(&project, "fr", "po");
    let whole = project.read(PO);
    let entry = whole.split("\n\n").find(|entry| entry.contains("\"highlights[2]\"")).expect("it");
    assert_data_eq!(
        entry.replace(['\u{a0}', '\u{202f}'], " "),
        str![[r##"
#. ar zero: لم تُفتتح أي مدرسة ودُرّب {trained}.
#. ar two: افتُتحت مدرستان ودُرّب {trained}.
#. ar few: افتُتحت {schools} ودُرّب {trained}.
#. ar many: افتُتحت {schools} ودُرّب {trained}.
#. {schools} → 1 234 écoles
#. {trained} → plus de 300 personnes
#. one, 1: une école
#. other, 2: deux écoles
#: data/editions/2031-06/text/ar.yaml:9
#, python-brace-format
msgctxt "highlights[2]"
msgid "افتُتحت مدرسة واحدة ودُرّب {trained}."
msgid_plural "افتُتحت {schools} ودُرّب {trained}."
msgstr[0] ""
msgstr[1] ""
"##]]
        .raw()
    );
    fill_po(&project);
    let before = project.files();
    let run = import(&project, PO, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_data_eq!(
        run.stderr,
        str![[r#"
`desk/2031-06/2031-06.fr.po`: texts changed in `fr` of `2031-06`: 9
added `title`
added `bottom_line`
added `highlights[1]`
added `highlights[2]`
added `highlights[3]`
added `threats.raids`
added `progress.services`
added `events.opening`
added `names.IQG15`
untranslated: 14

"#]]
        .raw()
    );
    assert_data_eq!(
        project.read(FRENCH),
        str![[r#"
lang: fr
title: Services et retours dans la vallée
bottom_line: Les services s’améliorent à Ninive ; les raids augmentent dans l’Anbar.

highlights:
  - Les services ont touché {reached}.
  - by: schools
    one: "{schools} a ouvert et {trained} ont été formées."
    other: "{schools} ont ouvert et {trained} ont été formées."
  - "{volunteers} ont participé au nettoyage, avec l’aide de {helpers}."

threats:
  raids: Les raids ont lieu la nuit. Leur poursuite est {raids.likelihood} sur {raids.horizon}.

progress:
  services: "{services.projects.done} sont achevés sur {services.projects.total} en tout."

events:
  opening: Une école ouvre à Ninive.

names:
  IQG15: Ninive

"#]]
        .raw()
    );
    assert_eq!(project.files().len(), before.len() + 1);
    assert_eq!(counts(&project, "fr"), "0 0 9 0 14");
    // It is a text file as any other, and leaves again as it came.
    let run = project.run(&["check", "--format", "json"]);
    let own: Vec<String> = run.codes().into_iter().filter(|code| code.contains(FRENCH)).collect();
    assert_eq!(own, [format!("TR07 {FRENCH}:1:1")]);
    let filled = project.read(PO);
    export(&project, "fr", "po");
    let strs = |po: &str| -> Vec<String> {
        po.lines().filter(|line| line.starts_with("msgstr")).map(str::to_owned).collect()
    };
    assert_eq!(strs(&project.read(PO)), strs(&filled));
}

#[test]
fn xliff_makes_the_same_file() {
    let [first, second] = [listed(), listed()];
    export(&first, "fr", "po");
    fill_po(&first);
    assert_eq!(import(&first, PO, &[]).code, 0);
    // The editor's file leaves as XLIFF, and comes back to a project without it.
    export(&first, "fr", "xliff");
    second.write(XLIFF, first.read(XLIFF));
    let run = import(&second, XLIFF, &["--by", "Claire D."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(second.read(FRENCH), first.read(FRENCH));
    assert_eq!(second.read(super::LOCK), first.read(super::LOCK));
}
