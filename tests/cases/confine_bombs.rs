//! Templates that would never end, or take all memory: each is ended at its limit or refused before, with the
//! code that says so, and the next task is done as if nothing had been.

#![allow(clippy::disallowed_methods, reason = "the time that a limit takes is what is measured")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mujaz::confine::{Limits, press};
use mujaz::diag::Sources;

use super::confine::{PAGE, assets, program, task};

/// What a bomb may use. Where time is not the limit that it must meet, there is enough of it for a busy
/// machine.
fn limits(codes: &[&str]) -> Limits {
    let seconds = if codes.contains(&"LI01") { 2 } else { 20 };
    Limits {
        wall: Duration::from_secs(seconds),
        cpu: 2 * seconds,
        memory: 600_000_000,
        output: 2_000_000,
        stack: 4 << 20,
    }
}

/// A file that compression cannot make smaller, in the PDF.
const ATTACH: &str =
    "#pdf.attach(\"noise.bin\", relationship: \"data\", mime-type: \"application/x\", description: \"x\")";

/// Three million bytes of a linear congruence.
fn noise() -> Vec<u8> {
    let next = |x: &u32| Some(x.wrapping_mul(1_103_515_245).wrapping_add(12_345));
    std::iter::successors(Some(1), next).map(|x| (x >> 16) as u8).take(3_000_000).collect()
}

/// Name, `main.typ`, and the codes that it may end with: which limit is met first depends on the machine for
/// some. `fine` where the typesetter may get by.
const BOMBS: &[(&str, &str, &[&str])] = &[
    ("nested loops", "#for a in range(100000) { for b in range(100000) { let c = a * b } }", &["LI01"]),
    ("endless loop", "#{ let i = 0; while true { i += 1 } }", &["TE01"]),
    (
        "slow endless loop",
        "#{ let s = 0; while true { for i in range(100000) { s += i } } }",
        &["LI01", "TE01"],
    ),
    ("recursion", "#let f(x) = f(x + 1)\n#f(0)", &["TE01"]),
    ("long range", "#range(1000000000).len()", &["LI02"]),
    ("longest range", "#range(9223372036854775807).len()", &["LI02"]),
    ("repeated text", "#(\"a\" * 10000000000)", &["LI02", "LI01", "TE01"]),
    (
        "doubled text",
        "#{ let s = \"aaaaaaaa\"; for i in range(60) { s = s + s } }",
        &["LI02", "LI01", "TE01"],
    ),
    ("doubled list", "#{ let a = (0,); for i in range(60) { a = a + a } }", &["LI02", "LI01", "TE01"]),
    (
        "doubled bytes",
        "#{ let a = bytes(\"aaaaaaaa\"); for i in range(60) { a = a + a } }",
        &["LI02", "LI01", "TE01"],
    ),
    ("product of lists", "#range(3000).map(a => range(3000).map(b => range(3000)))", &["LI01", "LI02"]),
    (
        "deep lists",
        "#{ let f(n) = { let a = (); for i in range(300000) { a = (a,) }; a }; f(1) == f(2) }",
        &["LI04"],
    ),
    (
        "deep maps",
        "#{ let f(n) = { let a = (:); for i in range(100000) { a = (a: a) }; a }; f(1) == f(2) }",
        &["LI04"],
    ),
    ("deep content", "#{ let c = [x]; for i in range(400000) { c = [#c] }; c }", &["fine", "LI04", "TE01"]),
    ("deep boxes", "#{ let c = [x]; for i in range(200000) { c = box(c) }; c }", &["LI04", "TE01", "LI01"]),
    (
        "deep emphasis",
        "#{ let c = [x]; for i in range(200000) { c = strong(c) }; c }",
        &["LI04", "TE01", "LI01"],
    ),
    (
        "deep fractions",
        "#{ let c = $x$; for i in range(50000) { c = $1/#c$ }; c }",
        &["LI04", "TE01", "LI01"],
    ),
    ("deep source", "DEEP", &["TE01"]),
    ("wide table", "#table(columns: 100000, ..range(200000).map(str))", &["LI01", "LI02"]),
    ("long table", "#table(columns: 5, ..range(2000000).map(str))", &["LI01", "LI02"]),
    (
        "nested grids",
        "#let g(n) = if n == 0 [x] else { grid(columns: 8, ..range(8).map(_ => g(n - 1))) }\n#g(8)",
        &["LI01", "LI02"],
    ),
    ("quadratic regex", "#(\"A\" * 300000).matches(regex(\".*[^A-Z]|[A-Z]\")).len()", &["LI01"]),
    ("large regex", "#\"a\".matches(regex(\"((a{1000}){1000}){1000}\"))", &["TE01"]),
    ("many pages", "#for i in range(10000000) { pagebreak() }", &["LI01", "LI02"]),
    ("long text", "#lorem(100000000)", &["LI01", "LI02"]),
    ("long code", "#raw(\"let x = 1; \" * 3000000, lang: \"rust\")", &["LI01", "LI02"]),
    ("small page", "#set page(width: 12pt, height: 12pt, margin: 1pt)\n#lorem(3000000)", &["LI01", "LI02"]),
    ("show rule", "#show heading: it => it + heading[x]\n= y", &["TE01"]),
    (
        "many show rules",
        "#{ let c = [abc]; for i in range(30) { c = { show \"b\": [b#c]; c } }; c }",
        &["LI01", "TE01", "LI02"],
    ),
    (
        "many states",
        "#let s = state(\"s\", 0)\n#for i in range(3000000) { s.update(x => x + 1) }\n#context s.get()",
        &["LI01", "LI02"],
    ),
    (
        "exponential measure",
        "#let m(n) = context { if n > 0 { measure(m(n - 1)); measure(m(n - 1)) } }\n#m(60)",
        &["LI01", "LI02", "TE01"],
    ),
    (
        "many labels",
        "#for i in range(3000000) [#metadata(i)<x>]\n#context query(<x>).len()",
        &["LI01", "LI02"],
    ),
    ("long path", "#curve(..range(5000000).map(i => curve.line((1pt * i, 1pt))))", &["LI01", "LI02"]),
    ("self import", "#import \"main.typ\": x", &["TE01"]),
    ("long message", "#panic(\"a\" * 50000000)", &["LI03", "LI01"]),
    ("large attachment", ATTACH, &["LI03"]),
    ("deep JSON", "#json(bytes(\"[\" * 1000000))", &["TE01"]),
    ("deep YAML", "#yaml(bytes(\"[\" * 1000000))", &["TE01", "LI01"]),
    ("deep TOML", "#toml(bytes(\"a = \" + \"[\" * 1000000))", &["TE01"]),
    ("deep XML", "#xml(bytes(\"<a>\" * 1000000))", &["TE01", "LI04"]),
    ("deep CBOR", "#cbor(bytes((0x81,) * 1000000))", &["TE01", "LI04"]),
    (
        "YAML aliases",
        "#yaml(bytes(\"a0: &a0 [x,x,x,x,x,x,x,x,x]\\n\" + range(1, 12).map(i => \"a\" + str(i) + \": &a\" + str(i) + \" [\" + \
         (\"*a\" + str(i - 1),).map(a => (a,) * 9).flatten().join(\",\") + \"]\").join(\"\\n\")))",
        &["TE01", "LI02"],
    ),
    (
        "XML entities",
        "#xml(bytes(\"<!DOCTYPE a [<!ENTITY a0 'x'>\" + range(1, 40).map(i => \"<!ENTITY a\" + str(i) + \" '&a\" + str(i - 1) + \
         \";&a\" + str(i - 1) + \";'>\").join() + \"]><a>&a39;</a>\"))",
        &["TE01"],
    ),
    (
        "SVG uses",
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='a0'><path d='M0 0h9v9z'/></g>\" + \
         range(1, 60).map(i => \"<g id='a\" + str(i) + \"'>\" + (\"<use href='#a\" + str(i - 1) + \"'/>\") * 2 + \"</g>\").join() + \
         \"<use href='#a59'/></svg>\"), alt: \"x\")",
        &["TE01", "LI01", "LI02", "OU01"],
    ),
    ("WebAssembly", "#plugin(bytes((0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)))", &["TE07"]),
];

/// Layouts that never settle are given up by the typesetter after five rounds, with a warning.
const UNSETTLED: &str = "#let s = state(\"s\", 0)\n#context s.update(s.final() + 1)\n#context s.final()";

#[test]
fn every_bomb_is_ended_within_its_limit_and_the_next_task_is_done() {
    let good = assets(&[("main.typ", PAGE.as_bytes())], &mut Sources::new());
    let ample = Limits { wall: Duration::from_secs(30), ..Limits::default() };
    let expected = press(program(), &good, &task(), &ample).expect("a page").files;
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut told = Vec::new();
        while let Some((name, main, codes)) = BOMBS.get(next.fetch_add(1, Ordering::Relaxed)) {
            let limits = limits(codes);
            let (found, took) = set_off(main, &limits);
            let fits =
                if codes.is_empty() { found.is_empty() } else { codes.iter().any(|code| found == [*code]) };
            if !fits {
                told.push(format!("{name}: {found:?} in place of {codes:?} after {took:?}"));
            }
            if took > limits.wall + Duration::from_secs(1) {
                told.push(format!("{name}: {took:?}"));
            }
            let again = press(program(), &good, &task(), &ample).map(|pressed| pressed.files);
            if again.as_ref() != Ok(&expected) {
                told.push(format!("{name}: the next task gave {:?}", again.map(|files| files.len())));
            }
        }
        told
    };
    let told = std::thread::scope(|scope| {
        let workers = [scope.spawn(worker), scope.spawn(worker)];
        workers.into_iter().flat_map(|it| it.join().expect("a worker")).collect::<Vec<String>>()
    });
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// The codes that a template ends with, each once, and how long it took.
fn set_off(main: &str, limits: &Limits) -> (Vec<&'static str>, Duration) {
    let main = match main {
        "DEEP" => "#(".repeat(20_000),
        main => main.to_owned(),
    };
    let main = format!("{PAGE}{main}");
    let assets = assets(&[("main.typ", main.as_bytes()), ("noise.bin", &noise())], &mut Sources::new());
    let start = Instant::now();
    let result = press(program(), &assets, &task(), limits);
    let took = start.elapsed();
    let mut codes: Vec<_> = match result {
        Ok(_) => vec!["fine"],
        Err(findings) => findings.iter().filter(|it| it.is_error()).map(|it| it.code).collect(),
    };
    codes.sort_unstable();
    codes.dedup();
    (codes, took)
}

#[test]
fn a_layout_that_never_settles_is_given_up_with_a_warning() {
    let assets = assets(&[("main.typ", format!("{PAGE}{UNSETTLED}").as_bytes())], &mut Sources::new());
    let ample = Limits { wall: Duration::from_secs(30), ..Limits::default() };
    let pressed = press(program(), &assets, &task(), &ample).expect("a page");
    assert!(
        pressed.warnings.iter().any(|it| it.message.contains("did not converge")),
        "{:?}",
        pressed.warnings
    );
}
