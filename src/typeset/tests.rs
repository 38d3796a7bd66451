use std::fs;
use std::path::Path;

use time::macros::date;

use super::{Assets, Attachment, Job, Origin, Relationship, compile};
use crate::diag::{Finding, Sources};

fn job() -> Job {
    Job::new(br#"{"title": "Brief"}"#.to_vec(), date!(2031 - 06 - 30))
}

/// Compiles `main.typ`; gives the text of the first page or the findings as lines.
fn said(files: &[(&str, &str)], job: &Job) -> Result<String, Vec<String>> {
    let mut sources = Sources::new();
    let bytes = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let assets = Assets::from_files(bytes, &mut sources).map_err(|all| lines(&all, &sources))?;
    let typeset = compile(&assets, job).map_err(|all| lines(&all, &sources))?;
    let mut text = String::new();
    for (_, item) in typeset.document.pages()[0].frame.items() {
        collect(item, &mut text);
    }
    for warning in &typeset.warnings {
        text += &format!(" [{}]", warning.message);
    }
    Ok(text)
}

fn collect(item: &typst::layout::FrameItem, text: &mut String) {
    match item {
        typst::layout::FrameItem::Group(group) => {
            group.frame.items().for_each(|(_, item)| collect(item, text));
        }
        typst::layout::FrameItem::Text(item) => *text += &item.text,
        _ => {}
    }
}

/// `templates/main.typ:1:1 TE01 message (help)`.
fn lines(findings: &[Finding], sources: &Sources) -> Vec<String> {
    let line = |finding: &Finding| {
        let mut line = String::new();
        for place in &finding.places {
            let (row, column) = sources.position(place.span.file, place.span.start);
            let label = if place.label.is_empty() { String::new() } else { format!("[{}]", place.label) };
            line += &format!("{}:{row}:{column}{label} ", sources.name(place.span.file));
        }
        line += &format!("{} {}", finding.code, finding.message);
        finding.help.iter().for_each(|help| line += &format!(" ({help})"));
        line
    };
    findings.iter().map(line).collect()
}

const FONT: &str = "#set text(font: \"Vazirmatn\", fallback: false)\n";

#[test]
fn reads_the_brief_and_the_fixed_date() {
    let main = "#json(\"/brief.json\").title #datetime.today().display() #datetime.today(offset: 14).day()";
    let got = said(&[("main.typ", &format!("{FONT}{main}"))], &job());
    assert_eq!(got, Ok("Brief 2031-06-30 30".to_owned()));
}

#[test]
fn names_file_line_and_the_calls_that_led_there() {
    let files = [
        ("main.typ", "#import \"lib.typ\": show-brief\n\n#show-brief(json(\"/brief.json\"))\n"),
        ("lib.typ", "#let show-brief(brief) = {\n  brief.tittle\n}\n"),
    ];
    let want = "templates/lib.typ:2:9 templates/main.typ:3:2[while calling `show-brief`] \
                TE01 dictionary does not contain key \"tittle\"";
    assert_eq!(said(&files, &job()), Err(vec![want.to_owned()]));
}

#[test]
fn refuses_packages_and_files_outside() {
    let package = "#import \"@preview/cetz:0.4.0\": canvas";
    let want = "templates/main.typ:1:9 TE01 failed to load package (`@preview/cetz:0.4.0` is a package, \
                and mujaz uses none: copy what you need into `templates/`)";
    assert_eq!(said(&[("main.typ", package)], &job()), Err(vec![want.to_owned()]));
    let want = "templates/main.typ:1:7 TE01 file not found (searched at templates/etc/hostname)";
    assert_eq!(said(&[("main.typ", "#read(\"/etc/hostname\")")], &job()), Err(vec![want.to_owned()]));
    let outside = said(&[("main.typ", "#read(\"../secret\")")], &job());
    assert!(outside.is_err_and(|all| all[0].starts_with("templates/main.typ:1:7 TE01 path")));
}

#[test]
fn refuses_a_mark_that_no_font_has_before_it_is_set() {
    let brief = "{\"title\": \"كتاب \u{1e8d0}وقلم\", \"other\": \"كتاب \u{64b}\"}";
    let job = Job::new(brief.as_bytes().to_vec(), date!(2031 - 06 - 30));
    let main = format!("{FONT}#json(\"/brief.json\").title");
    let want = "TE03 no glyph for `\u{1e8d0}` (U+1E8D0) in any font, in the text `كتاب \u{1e8d0}وقلم` \
                (write another character, or add a font that has it to `fonts/` and to the theme)";
    assert_eq!(said(&[("main.typ", &main)], &job), Err(vec![want.to_owned()]));
}

#[test]
fn reports_a_character_without_glyph_and_an_unknown_font() {
    let got = said(&[("main.typ", &format!("{FONT}Brief 漢, again 漢"))], &job());
    let want = "templates/main.typ:2:1[set here] TE03 no glyph for `漢` (U+6F22) in Vazirmatn, in the text \
                `漢,` on page 1 (write another character, or add a font that has it to \
                `fonts/` and to the theme)";
    assert_eq!(got, Err(vec![want.to_owned()]));
    let got = said(&[("main.typ", "#set text(font: (\"Nowhere\", \"Amiri\"))\nHere")], &job());
    assert_eq!(got, Ok("Here [unknown font family: nowhere]".to_owned()));
}

#[test]
fn attachments_leave_the_pages_alone_and_have_distinct_names() {
    let file = |name: &str| Attachment {
        name: name.to_owned(),
        mime: "application/yaml".to_owned(),
        description: "a \"quoted\" #description".to_owned(),
        relationship: Relationship::Data,
        bytes: b"a: 1".to_vec(),
    };
    let main = format!("#set page(width: 10cm)\n{FONT}Text#context counter(page).final().first()");
    let got = said(&[("main.typ", &main)], &job().attach(file("data/a.yaml")).attach(file("b.yaml")));
    assert_eq!(got, Ok("Text1".to_owned()));
    let got = said(&[("main.typ", &main)], &job().attach(file("a")).attach(file("a")));
    assert_eq!(got, Err(vec!["TE06 `a` is attached twice (give each attachment its own name)".to_owned()]));
    let got = said(&[("main.typ", &main)], &job().file("../logo.svg", Vec::new()));
    let want = "TE06 `../logo.svg` is not a path inside the project (write a relative path with `/` and \
                without `..`)";
    assert_eq!(got, Err(vec![want.to_owned()]));
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_project_overrides_and_adds_by_path() {
    let mut sources = Sources::new();
    let builtin = Assets::builtin(&mut sources).unwrap();
    let root = tempfile::tempdir().unwrap();
    let theme = builtin.template("theme.typ").unwrap();
    let font = &builtin.fonts()[0];
    write(root.path(), "templates/theme.typ", &theme.bytes);
    write(root.path(), "templates/main.typ", b"own");
    write(root.path(), "templates/logo.svg", b"<svg/>");
    write(root.path(), "templates/README.md", b"note");
    write(root.path(), "templates/sample/brief.json", b"{}");
    write(root.path(), "templates/.swap", b"");
    write(root.path(), "fonts/own/Face.ttf", &font.bytes);
    write(root.path(), "fonts/own/OFL.txt", b"licence");
    let assets = Assets::with_overrides(root.path(), &mut sources).unwrap();
    let own: Vec<_> = assets.templates().filter(|file| file.origin == Origin::Project).collect();
    assert_eq!(own.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["logo.svg", "main.typ"]);
    assert_eq!(assets.templates().count(), builtin.templates().count() + 1);
    assert!(
        assets.templates().all(|file| !file.path.starts_with("sample/") && !file.path.contains("README"))
    );
    let paths: Vec<_> = assets.fonts().iter().map(|font| font.path.as_str()).collect();
    assert!(paths.is_sorted() && paths.contains(&"own/Face.ttf"));
    assert_eq!(assets.fonts().len(), builtin.fonts().len() + 1);
}

#[test]
#[cfg(unix)]
fn refuses_links_pipes_programs_and_files_that_are_no_fonts() {
    let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(other.path(), "secret.typ", b"secret");
    write(root.path(), "shared/inside.typ", b"fine");
    write(root.path(), "templates/plugin.wasm", b"\0asm\x01");
    write(root.path(), "templates/hidden.dat", b"\0asm\x01");
    let link = |from: &Path, to: &str| std::os::unix::fs::symlink(from, root.path().join(to)).unwrap();
    link(&other.path().join("secret.typ"), "templates/secret.typ");
    link(other.path(), "templates/folder");
    link(&root.path().join("shared/inside.typ"), "templates/inside.typ");
    link(Path::new("main.typ"), "templates/loop.typ");
    link(Path::new("/dev/zero"), "templates/zero.png");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        root.path().join("templates/pipe.json"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR,
        0,
    )
    .unwrap();
    let mut sources = Sources::new();
    let faults = |sources: &mut Sources| {
        lines(&Assets::with_overrides(root.path(), sources).err().unwrap_or_default(), sources)
    };
    let program = "is a WebAssembly program (delete the plugin, and compute in the data instead)";
    let link = "is a symbolic link (copy the file or folder into the project)";
    let pipe = "is not an ordinary file (keep devices, pipes and sockets elsewhere)";
    let want = [
        format!("TE04 `templates/folder` {link}"),
        format!("TE04 `templates/hidden.dat` {program}"),
        format!("TE04 `templates/inside.typ` {link}"),
        format!("TE04 `templates/loop.typ` {link}"),
        format!("TE04 `templates/pipe.json` {pipe}"),
        format!("TE04 `templates/plugin.wasm` {program}"),
        format!("TE04 `templates/secret.typ` {link}"),
        format!("TE04 `templates/zero.png` {link}"),
    ];
    assert_eq!(faults(&mut sources), want);
    fs::remove_dir_all(root.path().join("templates")).unwrap();
    write(root.path(), "fonts/no.ttf", b"not a font");
    let want =
        "TE05 `fonts/no.ttf` holds no font (replace it with a TrueType or OpenType file, or delete it)";
    assert_eq!(faults(&mut sources), [want]);
    fs::remove_file(root.path().join("fonts/no.ttf")).unwrap();
    write(root.path(), "templates/bad.typ", b"\xff");
    assert_eq!(
        faults(&mut sources),
        ["TE04 `templates/bad.typ` is not UTF-8 text (save the template in UTF-8)"]
    );
}

#[test]
#[cfg(unix)]
fn refuses_a_folder_that_is_a_link() {
    let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(other.path(), "main.typ", b"own");
    std::os::unix::fs::symlink(other.path(), root.path().join("templates")).unwrap();
    let mut sources = Sources::new();
    let faults = Assets::with_overrides(root.path(), &mut sources).err().unwrap();
    let want = "TE04 `templates` is a symbolic link (copy the file or folder into the project)";
    assert_eq!(lines(&faults, &sources), [want]);
}

#[test]
fn no_detour_leads_to_code_in_data() {
    let template = |call: &str| format!("{FONT}#let code = \"read(\\\"/brief.json\\\")\"\n#{call}");
    for (call, name) in
        [("eval(code)", "eval"), ("{ let run = eval; run(code) }", "eval"), ("plugin(code)", "plugin")]
    {
        let got = said(&[("main.typ", &template(call))], &job()).unwrap_err();
        assert_eq!(got.len(), 1);
        assert!(got[0].starts_with("templates/main.typ:3:"), "{got:?}");
        assert!(got[0].contains(&format!("TE07 mujaz has no `{name}`")), "{got:?}");
    }
    for call in [
        "std.eval(code)",
        "dictionary(std).at(\"eval\")(code)",
        "{ import std: eval; eval(code) }",
        "{ import std: *; std.plugin(code) }",
        "$eval(#code)$",
        "math.eval(code)",
        "dictionary(dictionary(std).std).eval(code)",
        "eval.with()(code)",
    ] {
        let got = said(&[("main.typ", &template(call))], &job());
        assert!(
            got.as_ref().is_err_and(|lines| lines.iter().all(|line| !line.contains("Brief"))),
            "{call}: {got:?}"
        );
    }
}

#[test]
fn a_link_leads_to_the_web_or_a_mailbox() {
    let page = |dest: &str| format!("{FONT}#let to = {dest}\n#link(to)[there]");
    assert_eq!(said(&[("main.typ", &page("\"https://example.org\""))], &job()), Ok("there".to_owned()));
    let want = "templates/main.typ:3:2[linked here] TE08 a link leads to `javascript:alert(1)` (link to an address \
                with `https:`, `http:` or `mailto:`, or show it as text)";
    assert_eq!(said(&[("main.typ", &page("\"javascript:alert(1)\""))], &job()), Err(vec![want.to_owned()]));
    let want = "templates/main.typ:3:2[linked here] TE08 the address of a link has the hidden character U+202E \
                (delete it)";
    assert_eq!(said(&[("main.typ", &page("\"https://a/\\u{202e}x\""))], &job()), Err(vec![want.to_owned()]));
}

#[test]
fn files_from_memory_make_the_assets_that_files_on_disk_make() {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "templates/theme.typ", b"#let own = 1");
    write(root.path(), "templates/pictures/a.svg", b"<svg/>");
    let mut sources = Sources::new();
    write(root.path(), "fonts/own.ttf", &Assets::builtin(&mut sources).unwrap().fonts()[0].bytes);
    let read = Assets::with_overrides(root.path(), &mut sources).unwrap();
    let own = read.own();
    let unpacked = |files: &[(String, serde_bytes::ByteBuf)]| -> Vec<(String, Vec<u8>)> {
        files.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect()
    };
    let paths: Vec<&str> = own.templates.iter().chain(&own.fonts).map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["pictures/a.svg", "theme.typ", "own.ttf"]);
    let again = Assets::with_files(unpacked(&own.templates), unpacked(&own.fonts), &mut sources).unwrap();
    assert_eq!(again.digest(), read.digest());
    let bad =
        ["../x.typ", "/x.typ", "a//b.typ", ".x/y.typ", "c:x.typ"].map(|path| (path.to_owned(), Vec::new()));
    let refused = Assets::with_files(bad.into(), Vec::new(), &mut sources).err().unwrap();
    assert_eq!(refused.iter().map(|it| it.code).collect::<Vec<_>>(), ["TE04"; 5]);
}
