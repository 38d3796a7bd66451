//! What is refused: told whole, and nothing is written.

use snapbox::{IntoData, assert_data_eq, file, str};

use super::{ENGLISH, LOCK, PO, data, export, exported, import, mended, taken};
use crate::support::copy::ProjectCopy;

/// A file with faults of four kinds, each told at its line.
fn spoilt() -> ProjectCopy {
    let project = exported("po");
    for (from, to) in [
        ("msgstr \"Services reached {reached}.\"", "msgstr \"Services reached many.\""),
        ("\"{schools} opened", "\"{schols} opened"),
        ("\"A school opens in Ninewa.\"", "\"A school opens in Ninewa in 2031.\""),
        ("Raids come by night.", "Raids come  by night."),
    ] {
        project.replace(PO, from, to);
    }
    project
}

/// Runs an import that must leave all files alone, and gives what it says.
fn refused(project: &ProjectCopy, args: &[&str]) -> String {
    let before = project.files();
    let run = project.run(&[&["text", "import"], args].concat());
    assert!(project.files() == before);
    run.told()
}

#[test]
fn faults_of_texts_are_told_at_the_lines_of_the_file() {
    assert_data_eq!(
        refused(&spoilt(), &[PO]),
        str![[r#"
exit 1
error[TR03]: `{reached}` is missing from `highlights[1]` in `en`
  --> desk/2031-06/2031-06.en.po:33:8  (translation)
33 | msgstr "Services reached many."
   |        ^^^^^^^^^^^^^^^^^^^^^^^^ without it
  ::: data/editions/2031-06/text/ar.yaml:8:23  (language ar)
8  |   - استفاد من الخدمات ⟦{reached}⟧.
   | └ the master text has it
   = at: text.en.highlights[1]
   = help: say the same thing with `{reached}`

error[TR02]: `{schols}` points at nothing in this edition
  --> desk/2031-06/2031-06.en.po:41:9  (translation)
41 | msgstr "{schols} opened and {trained} were trained."
   |         ^^^^^^^^ unknown placeholder
   = help: did you mean `{schools}`?

warning[TX23]: more than one space
  --> desk/2031-06/2031-06.en.po:63:19  (translation)
63 | msgstr "Raids come  by night. They are {raids.likelihood} to go on over {raids.horizon}."
   |                   ^^
   = at: text.en.threats.raids
   = help: leave one space

error[TR04]: the number `2031` is typed in a text
  --> desk/2031-06/2031-06.en.po:76:37  (translation)
76 | msgstr "A school opens in Ninewa in 2031."
   |                                     ^^^^ a language layer holds words only
   = at: text.en.events.opening
   = help: give it once, as a figure, date or reference of the edition
   = help: point at it from the text: `{id}`

3 errors, 1 warning in 1 file

"#]]
        .raw()
    );
}

#[test]
fn programs_get_the_same_findings() {
    let project = spoilt();
    assert_data_eq!(refused(&project, &[PO, "--format", "json"]), str![[r#"
exit 1
{"code":"TR03","severity":"error","message":"`{reached}` is missing from `highlights[1]` in `en`","path":"text.en.highlights[1]","places":[{"file":"desk/2031-06/2031-06.en.po","line":33,"column":8,"end_line":33,"end_column":32,"label":"without it"},{"file":"data/editions/2031-06/text/ar.yaml","line":8,"column":23,"end_line":8,"end_column":32,"label":"the master text has it"}],"help":["say the same thing with `{reached}`"]}
{"code":"TR02","severity":"error","message":"`{schols}` points at nothing in this edition","path":"","places":[{"file":"desk/2031-06/2031-06.en.po","line":41,"column":9,"end_line":41,"end_column":17,"label":"unknown placeholder"}],"help":["did you mean `{schools}`?"]}
{"code":"TX23","severity":"warning","message":"more than one space","path":"text.en.threats.raids","places":[{"file":"desk/2031-06/2031-06.en.po","line":63,"column":19,"end_line":63,"end_column":21,"label":""}],"help":["leave one space"],"fix":{"file":"desk/2031-06/2031-06.en.po","line":63,"column":19,"end_line":63,"end_column":21,"text":" "}}
{"code":"TR04","severity":"error","message":"the number `2031` is typed in a text","path":"text.en.events.opening","places":[{"file":"desk/2031-06/2031-06.en.po","line":76,"column":37,"end_line":76,"end_column":41,"label":"a language layer holds words only"}],"help":["give it once, as a figure, date or reference of the edition","point at it from the text: `{id}`"]}

"#]].raw());
    let run = project.run(&["text", "import", PO, "--format", "sarif"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let log: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let found: Vec<String> = results
        .iter()
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            let (file, line) = (&place["artifactLocation"]["uri"], &place["region"]["startLine"]);
            format!("{} {}:{line}", result["ruleId"].as_str().unwrap_or(""), file.as_str().unwrap_or(""))
        })
        .collect();
    let line = |text: &str| {
        let at = project.read(PO).lines().position(|line| line.contains(text)).expect("the line");
        format!("{PO}:{}", at + 1)
    };
    assert_eq!(
        found,
        [
            format!("TR03 {}", line("reached many")),
            format!("TR02 {}", line("{schols}")),
            format!("TX23 {}", line("come  by")),
            format!("TR04 {}", line("in 2031.")),
        ]
    );
}

#[test]
fn faults_are_told_in_arabic() {
    assert_data_eq!(refused(&spoilt(), &[PO, "--ui-lang", "ar"]), file!["told_in_arabic.txt"].raw());
}

#[test]
fn files_that_are_not_for_this_project_are_refused() {
    let project = exported("po");
    let whole = project.read(PO);
    for (name, text) in [
        ("master.po", whole.replace("\"Language: en", "\"Language: ar")),
        ("language.po", whole.replace("\"Language: en", "\"Language: tr")),
        ("edition.po", whole.replace("\"X-Mujaz-Edition: 2031-06", "\"X-Mujaz-Edition: 2031-07")),
        ("nothing.po", String::new()),
        ("headless.po", whole.split_once("\n\n").expect("a header").1.to_owned()),
        ("twice.po", format!("{whole}\n{}", whole.rsplit("\n\n").next().expect("a message"))),
        ("cut.po", whole[..whole.find("come by night").expect("it")].to_owned()),
        ("page.xlf", "<html><body/></html>".to_owned()),
    ] {
        project.write(name, text);
    }
    let bytes = [whole.as_bytes(), b"\n# caf\xe9\n"].concat();
    project.write("latin.po", bytes);
    std::fs::create_dir(project.path("folder.po")).expect("a folder");
    let files = [
        "master.po",
        "language.po",
        "edition.po",
        "nothing.po",
        "headless.po",
        "twice.po",
        "cut.po",
        "page.xlf",
        "latin.po",
        "folder.po",
        "none.po",
    ];
    let told: String = files.iter().map(|file| format!("# {file}\n{}", refused(&project, &[file]))).collect();
    assert_data_eq!(
        told,
        str![[r##"
# master.po
exit 2
error[CL01]: `master.po` would change the master language of `2031-06`, `ar`
   = help: edit text/ar.yaml itself

1 error
# language.po
exit 2
error[CL01]: edition `2031-06` has no language `tr`
   = help: its languages are `ar`, `en`

1 error
# edition.po
exit 2
error[LA02]: there is no edition `2031-07`
   = help: did you mean `2031-06`?

1 error
# nothing.po
exit 1
error[PO05]: the file has no header
  --> nothing.po:1:1  (translation)
1  | 
   | ^
   = help: put back the first entry, with `msgid ""`, as `mujaz text export` writes it

1 error in 1 file
# headless.po
exit 1
error[PO05]: the file has no header
  --> headless.po:1:1  (translation)
1  | #: data/editions/2031-06/text/ar.yaml:4
   | ^
   = help: put back the first entry, with `msgid ""`, as `mujaz text export` writes it

1 error in 1 file
# twice.po
exit 1
error[PO07]: `events.opening` is given twice
  --> twice.po:80:1  (translation)
80 | msgctxt "events.opening"
   | ^^^^^^^^^^^^^^^^^^^^^^^^ again
  ::: twice.po:74:1  (translation)
74 | msgctxt "events.opening"
   | ^^^^^^^^^^^^^^^^^^^^^^^^ first
   = help: keep one of them

1 error in 1 file
# cut.po
exit 1
error[PO02]: the quote is not closed on its line
  --> cut.po:63:8  (translation)
63 | msgstr "Raids
   |        ^^^^^^ opened here
   = help: close it with `"`; if the file ends here, it was cut off: ask for it again

1 error in 1 file
# page.xlf
exit 1
error[PO10]: the file is not XLIFF 1.2
  --> page.xlf:1:1  (translation)
1  | <html><body/></html>
   | ^^^^^^
   = help: export it from your tool as XLIFF 1.2 or as PO

1 error in 1 file
# latin.po
exit 1
error[YA01]: the file is not UTF-8 text: byte 0xE9
  --> latin.po:78:6  (translation)
78 | # caf⟦�⟧
   | └ first wrong byte
   = help: save it again with the encoding `UTF-8`; older Arabic files are often `Windows-1256`

1 error in 1 file
# folder.po
exit 2
error[CL02]: `folder.po` cannot be read: it is not an ordinary file

1 error
# none.po
exit 2
error[CL02]: `none.po` cannot be read: No such file or directory (os error 2)

1 error

"##]]
        .raw()
    );
}

/// Faults of one file do not keep another from being taken over.
#[test]
fn a_file_beside_a_faulty_one_is_taken_over() {
    let project = spoilt();
    project.write("spoilt.po", project.read(PO));
    export(&project, "en", "po");
    project.replace(PO, "A school opens", "A new school opens");
    project.write("again.po", project.read(PO).replace("Smugglers took", "The smugglers took"));
    let text = project.read(ENGLISH);
    let run = project.run(&["text", "import", "spoilt.po", PO, "again.po"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    let notes = run.stderr.split_once(" in ").map_or("", |(_, notes)| notes);
    assert!(
        notes.ends_with(&format!(
            "`{PO}`: texts changed in `en` of `2031-06`: 1\nchanged `events.opening`\nunchanged: 8\n\
             `again.po`: texts changed in `en` of `2031-06`: 1\nchanged `intro.adversary`\nunchanged: 8\n"
        )),
        "{}",
        run.stderr
    );
    assert_eq!(
        project.read(ENGLISH),
        text.replace("A school", "A new school").replace("Smugglers took", "The smugglers took")
    );
}

#[test]
fn a_place_that_the_program_cannot_change_is_told() {
    let project = mended();
    project.replace(ENGLISH, "opening: A school", "opening: &here A school");
    export(&project, "en", "po");
    project.replace(PO, "A school opens", "A new school opens");
    project.replace(PO, "Smugglers took", "The smugglers took");
    assert_data_eq!(
        refused(&project, &[PO]),
        str![[r#"
exit 1
error[TR15]: `data/editions/2031-06/text/en.yaml` cannot be changed: it has an anchor, an alias or a tag
  --> data/editions/2031-06/text/en.yaml:22:18  (language en)
22 |   opening: &here A school opens in Ninewa.
   |                  ^^^^^^^^^^^^^^^^^^^^^^^^^ in the way
   = at: events.opening
   = help: put the text there by hand, then import again

1 error in 1 file

"#]]
        .raw()
    );
}

/// The text and its record change together or not at all.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_leaves_all_as_it_was() {
    use std::os::unix::fs::symlink;
    for (name, target) in [(LOCK, "data/editions/2031-06/real.lock"), (ENGLISH, "data/real.txt")] {
        let project = exported("po");
        std::fs::rename(project.path(name), project.path(target)).expect("moves");
        symlink(project.path(target), project.path(name)).expect("a link");
        project.replace(PO, "A school opens", "A new school opens");
        project.replace(PO, "msgctxt \"title\"", "msgctxt \"subtitle\"");
        let told = refused(&project, &[PO]);
        assert_eq!(
            told,
            format!(
                "exit 1\nerror[OU03]: `{name}` cannot be written: something that is not a plain file is in the \
                 way\n\n1 error\n"
            )
        );
    }
    // A folder in the place of the file.
    let project = exported("po");
    std::fs::remove_file(project.path(LOCK)).expect("the record");
    std::fs::create_dir(project.path(LOCK)).expect("a folder");
    project.replace(PO, "A school opens", "A new school opens");
    assert_data_eq!(
        refused(&project, &[PO]),
        str![[r#"
exit 2
error[CL01]: `data/editions/2031-06/translations.lock` has errors and would lose what it holds
   = help: run `mujaz check 2031-06` and mend what it finds

1 error

"#]]
        .raw()
    );
}

/// Plural forms that a translator left out.
#[test]
fn texts_without_some_of_their_forms_are_refused() {
    let project = mended();
    project.replace(
        ENGLISH,
        "  - \"{schools} opened and {trained} were trained.\"\n",
        "  - by: schools\n    one: One school opened and {trained} were trained.\n    other: \"{schools} opened and \
         {trained} were trained.\"\n",
    );
    let project = project.reviewed();
    export(&project, "en", "po");
    let whole = project.read(PO);
    let one = "msgstr[0] \"One school opened and {trained} were trained.\"\n";
    assert_eq!(whole.matches(one).count(), 1, "{whole}");
    // A line is missing.
    project.write(PO, whole.replace(one, ""));
    assert_data_eq!(
        refused(&project, &[PO]),
        str![[r#"
exit 1
error[PO04]: `highlights[2]` has no `msgstr[0]`
  --> desk/2031-06/2031-06.en.po:41:1  (translation)
41 | msgctxt "highlights[2]"
   | ^^^^^^^^^^^^^^^^^^^^^^^ lacks a form
   = help: add it; if the file ends here, it was cut off: ask for it again

1 error in 1 file

"#]]
        .raw()
    );
    // It is empty: one to go on with, had it not been whole before.
    project.write(PO, whole.replace(one, "msgstr[0] \"\"\n"));
    assert_data_eq!(
        refused(&project, &[PO]),
        str![[r#"
exit 1
error[PO08]: `highlights[2]` lacks the plural forms `one`
  --> desk/2031-06/2031-06.en.po:44:11  (translation)
44 | msgstr[0] ""
   |           ^^ empty
   = help: fill in every form, or leave all of them empty; until then the message is not translated

1 error in 1 file

"#]]
        .raw()
    );
    // It lacks a placeholder that is not the number; the number may be said in words.
    project.write(PO, whole.replace("One school opened and {trained} were", "A school opened and all were"));
    assert_data_eq!(
        refused(&project, &[PO]),
        str![[r#"
exit 1
error[TR09]: `{trained}` is missing from the form `one` of `highlights`
  --> desk/2031-06/2031-06.en.po:44:11  (translation)
44 | msgstr[0] "A school opened and all were trained."
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ without it
   = at: text.en.highlights
   = help: say the same in every form, with `{trained}`

1 error in 1 file

"#]]
        .raw()
    );
    project.write(PO, whole.replace("One school opened", "A school opened"));
    let before = data(&project);
    taken(&project, PO, &[]);
    let text = String::from_utf8(before[ENGLISH].clone()).expect("UTF-8");
    assert_eq!(project.read(ENGLISH), text.replace("One school", "A school"));
    assert_eq!(import(&project, PO, &[]).code, 0);
}
