//! Paths that lead out of the project, by every way in which a template reads a file: none gives what stands
//! there, and links and devices among the files of a project are refused before anything is read.

use std::fs;
use std::path::Path;

use mujaz::diag::{Finding, Sources};
use mujaz::press::{Task, make};
use mujaz::typeset::Assets;

use super::confine::{assets, task};
use crate::support::copy::ProjectCopy;

/// What stands outside and must be told nowhere.
const CANARY: &str = "canary-7d1f-مغرّد";

/// Each way to read a file whose path is `path`.
const WAYS: [(&str, &str); 18] = [
    ("read", "#read(path)"),
    ("read bytes", "#repr(read(path, encoding: none))"),
    ("include", "#include path"),
    ("import", "#import path: *"),
    ("json", "#json(path)"),
    ("yaml", "#yaml(path)"),
    ("toml", "#toml(path)"),
    ("csv", "#csv(path)"),
    ("xml", "#xml(path)"),
    ("cbor", "#cbor(path)"),
    ("image", "#image(path, alt: \"x\")"),
    ("image as svg", "#image(path, format: \"svg\", alt: \"x\")"),
    (
        "svg reference",
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='\" + path \
      + \"' width='9' height='9'/></svg>\"), alt: \"x\")",
    ),
    ("bibliography", "#bibliography(path)"),
    ("citation style", "#bibliography(bytes(\"\"), style: path)"),
    ("attachment", "#pdf.attach(path)"),
    ("raw theme", "#raw(\"x\", lang: \"rust\", theme: path)"),
    ("raw syntax", "#raw(\"x\", lang: \"own\", syntaxes: path)"),
];

/// Two hundred ways to write a path to what is no business of a template.
fn paths(folder: &Path) -> Vec<String> {
    let canary = folder.join("canary.txt").display().to_string();
    let plain = canary.trim_start_matches('/');
    let targets = [
        canary.as_str(),
        plain,
        "canary.txt",
        "etc/passwd",
        "/etc/passwd",
        "/proc/self/environ",
        "/proc/self/cmdline",
        "/dev/stdin",
        "/dev/zero",
        "/root/.ssh/id_rsa",
    ];
    let up = [
        "",
        "../",
        "../../",
        "../../../../../../../../",
        "./../",
        "/../",
        "/../../",
        "a/../../",
        "templates/../../",
        "....//",
        "..\\",
        "..\\..\\",
        "%2e%2e/",
        "%2e%2e%2f",
        "..%2f",
        "..;/",
        "~/",
        "//",
        "file://",
        "file:///",
    ];
    let mut paths: Vec<String> =
        targets.iter().flat_map(|target| up.iter().map(move |up| format!("{up}{target}"))).collect();
    paths.extend(
        [
            "C:\\Windows\\win.ini",
            "\\\\?\\C:\\x",
            "\\\\host\\share\\x",
            "http://127.0.0.1:9/x",
            "https://example.org/x",
            "data:text/plain,x",
            "..",
            ".",
            "/",
            "",
            "\u{0}",
            "a\u{0}/../x",
            "\u{202e}txt",
            "@preview/cetz:0.4.0",
            "@local/x:1.0.0",
            "..\u{2215}canary.txt",
            "\u{ff0e}\u{ff0e}/canary.txt",
            "con",
            "nul",
            "-",
        ]
        .map(str::to_owned),
    );
    paths
}

#[test]
fn no_path_leads_out_by_any_way() {
    let outside = ProjectCopy::empty();
    outside.write("canary.txt", CANARY);
    outside.write("project/templates/x.txt", "inside");
    let paths = paths(outside.root());
    assert!(paths.len() >= 200, "{}", paths.len());
    let mut tried = 0;
    for (way, call) in WAYS {
        let main = format!("#let path = json(\"/brief.json\").path\n{call}");
        let assets = assets(&[("main.typ", main.as_bytes())], &mut Sources::new());
        // That the way leads to the files at all.
        let brief = b"{\"path\": \"/absent.x\"}".to_vec();
        let absent = make(&assets, &Task { brief, ..task() }).map(|_| ()).map_err(|it| it[0].message.clone());
        let reached = absent.is_err_and(|it| it.contains("file not found"));
        assert!(reached || way == "svg reference", "{way}");
        for path in &paths {
            let brief = serde_json::json!({ "path": path }).to_string().into_bytes();
            let told = match make(&assets, &Task { brief, ..task() }) {
                // A picture in a picture that is not found is left out; nothing else goes on.
                Ok(pressed) => {
                    assert_eq!(way, "svg reference", "{path:?}");
                    String::from_utf8_lossy(&pressed.files[0].bytes).into_owned()
                }
                Err(findings) => format!("{findings:?}"),
            };
            for secret in [CANARY, "root:x:0:0", "CARGO_MANIFEST_DIR=", "rustc"] {
                assert!(!told.contains(secret), "{way} {path:?}: {told}");
            }
            tried += 1;
        }
    }
    assert!(tried >= 200 * WAYS.len());
}

/// The codes of what is told of a project with one thing among its templates.
fn refused(place: impl FnOnce(&Path, &Path)) -> Vec<(&'static str, String)> {
    let outside = ProjectCopy::empty();
    outside.write("canary.txt", CANARY);
    outside.write("folder/canary.typ", CANARY);
    outside.write("project/templates/own.typ", "");
    place(&outside.path("project/templates"), outside.root());
    let found = Assets::with_overrides(outside.path("project").as_path(), &mut Sources::new()).err();
    let told = |finding: Finding| (finding.code, format!("{} {:?}", finding.message, finding.help));
    found.unwrap_or_default().into_iter().map(told).collect()
}

#[test]
#[cfg(unix)]
fn links_and_devices_among_templates_are_refused_wherever_they_lead() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let names = [
        "x.typ",
        "x.txt",
        "x.json",
        "x.yaml",
        "x.toml",
        "x.csv",
        "x.xml",
        "x.cbor",
        "x.png",
        "x.svg",
        "x.bib",
        "x.csl",
        "x.tmTheme",
        "x.sublime-syntax",
        "x.wasm",
        "x",
        "theme.typ",
        "main.typ",
        "components",
    ];
    let mut tried = 0;
    for name in names {
        let targets: [&dyn Fn(&Path) -> std::path::PathBuf; 10] = [
            &|outside| outside.join("canary.txt"),
            &|outside| outside.join("folder"),
            &|outside| outside.join("folder/canary.typ"),
            &|outside| outside.join("project/templates/own.typ"),
            &|_| "own.typ".into(),
            &|_| "../../canary.txt".into(),
            &|_| "/etc/passwd".into(),
            &|_| "/proc/self/environ".into(),
            &|_| "/dev/zero".into(),
            &|_| "nowhere".into(),
        ];
        for target in targets {
            let told =
                refused(|templates, outside| symlink(target(outside), templates.join(name)).expect("a link"));
            assert_eq!(told.len(), 1, "{name}: {told:?}");
            assert!(told[0].0 == "TE04" && told[0].1.contains("is a symbolic link"), "{name}: {told:?}");
            assert!(!told[0].1.contains(CANARY));
            tried += 1;
        }
    }
    assert_eq!(tried, 190);
    let told = refused(|templates, _| drop(UnixListener::bind(templates.join("x.typ")).expect("a socket")));
    assert!(told.len() == 1 && told[0].1.contains("is not an ordinary file"), "{told:?}");
    // A link to a link, a link to itself, a folder of links.
    let told = refused(|templates, outside| {
        symlink("b.typ", templates.join("a.typ")).expect("a link");
        symlink("a.typ", templates.join("b.typ")).expect("a link");
        fs::create_dir(templates.join("deep")).expect("a folder");
        symlink(outside, templates.join("deep/out")).expect("a link");
        symlink("..", templates.join("deep/up")).expect("a link");
    });
    assert_eq!(told.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["TE04"; 4]);
}
