use super::*;

const LATIN: &str = "figures:\n  - id: gdp\n    unit: peple\n";
const ARABIC: &str = "العنوان: النمو في الربع الأول خطأ ثم بقية النص\n";

fn span(sources: &Sources, file: FileId, text: &str) -> Span {
    let start = sources.text(file).find(text).unwrap();
    Span::new(file, start, start + text.len())
}

fn plain(findings: &[Finding], sources: &Sources) -> String {
    terminal(findings, sources, Look::default())
}

#[test]
fn a_latin_line_has_carets() {
    let mut sources = Sources::new();
    let file = sources.add("office.yaml", "office riyadh", LATIN.into());
    let finding = Finding::error("TY04", "`peple` is not one of `percent`, `people`")
        .at(span(&sources, file, "peple"), "unknown word")
        .path("figures[gdp].unit")
        .help("did you mean `people`?");
    let expected = "\
error[TY04]: `peple` is not one of `percent`, `people`
  --> office.yaml:3:11  (office riyadh)
3  |     unit: peple
   |           ^^^^^ unknown word
   = at: figures[gdp].unit
   = help: did you mean `people`?
";
    assert_eq!(plain(&[finding], &sources), expected);
}

#[test]
fn an_arabic_line_is_marked_in_the_line() {
    let mut sources = Sources::new();
    let file = sources.add("text/ar.yaml", "language ar", ARABIC.into());
    let finding = Finding::warning("AR01", "a word to look at").at(span(&sources, file, "خطأ"), "this word");
    let expected = "\
warning[AR01]: a word to look at
  --> text/ar.yaml:1:31  (language ar)
1  | العنوان: النمو في الربع الأول ⟦خطأ⟧ ثم بقية النص
   | └ this word
";
    assert_eq!(plain(std::slice::from_ref(&finding), &sources), expected);
    let colored = terminal(&[finding], &sources, Look { color: true, ..Look::default() });
    let expected = "\
\u{1b}[1;33mwarning[AR01]\u{1b}[0m\u{1b}[1m: a word to look at\u{1b}[0m
  \u{1b}[1;34m-->\u{1b}[0m text/ar.yaml:1:31  (language ar)
\u{1b}[1;34m1 \u{1b}[0m \u{1b}[1;34m|\u{1b}[0m العنوان: النمو في الربع الأول \u{1b}[1;4;33mخطأ\u{1b}[0m ثم بقية النص
   \u{1b}[1;34m|\u{1b}[0m \u{1b}[1;33m└ this word\u{1b}[0m
";
    assert_eq!(colored, expected);
}

#[test]
fn two_places_in_two_files_share_a_gutter() {
    let mut sources = Sources::new();
    let first = sources.add("figures.yaml", "neutral data", format!("{}value: 7.70\n", "\n".repeat(122)));
    let second = sources.add("ar.yaml", "language ar", "value: ٧٫٨٠\n".into());
    let finding = Finding::error("TY05", "expected a number in Latin digits, found `٧٫٨٠`")
        .at(span(&sources, second, "٧٫٨٠"), "not accepted")
        .at(span(&sources, first, "7.70"), "overrides the value given here")
        .help("write `7.80`:\nthe language layer chooses the digits");
    let expected = "\
error[TY05]: expected a number in Latin digits, found `٧٫٨٠`
   --> ar.yaml:1:8  (language ar)
1   | value: ⟦٧٫٨٠⟧
    | └ not accepted
   ::: figures.yaml:123:8  (neutral data)
123 | value: 7.70
    |        ^^^^ overrides the value given here
    = help: write `7.80`:
            the language layer chooses the digits
";
    assert_eq!(plain(&[finding], &sources), expected);
}

#[test]
fn a_long_line_is_cropped_around_the_mark() {
    let mut sources = Sources::new();
    let text = format!("{}WRONG{}\n", "a".repeat(40_000), "b".repeat(30_000));
    let file = sources.add("x.yaml", "", text);
    let finding = Finding::error("TY05", "x").at(span(&sources, file, "WRONG"), "");
    let expected = format!(
        "error[TY05]: x\n  --> x.yaml:1:40001\n1  | …{}WRONG{}…\n   | {}^^^^^\n",
        "a".repeat(84),
        "b".repeat(19),
        " ".repeat(85),
    );
    assert_eq!(plain(&[finding], &sources), expected);

    let whole = Finding::error("TY05", "x").at(Span::new(file, 0, 70_005), "all of it");
    let expected = format!(
        "error[TY05]: x\n  --> x.yaml:1:1\n1  | {}…\n   | {} all of it\n",
        "a".repeat(109),
        "^".repeat(110)
    );
    assert_eq!(plain(&[whole], &sources), expected);
}

#[test]
fn hidden_characters_are_shown() {
    let mut sources = Sources::new();
    let file = sources.add("x.yaml", "", "a\u{202e}: \tb\u{200c}c\u{7}\n".into());
    let finding = Finding::error("YA02", "a\u{202e}b").at(span(&sources, file, "b\u{200c}c"), "x\u{1b}[0m");
    let expected = "\
error[YA02]: a<U+202E>b
  --> x.yaml:1:6
1  | a<U+202E>: →b<U+200C>c<U+0007>
   |             ^^^^^^^^^^ x<U+001B>[0m
";
    assert_eq!(plain(&[finding], &sources), expected);
}

#[test]
fn a_finding_needs_no_place() {
    let findings = [
        Finding::error("LA02", "there is no edition `x`").help("did you mean `y`?"),
        Finding::warning("LA01", "nothing here"),
    ];
    let expected = "\
error[LA02]: there is no edition `x`
   = help: did you mean `y`?

warning[LA01]: nothing here
";
    assert_eq!(plain(&findings, &Sources::new()), expected);
}

#[test]
fn any_span_renders() {
    let mut sources = Sources::new();
    let texts = ["", "\n", "a", "ا\r\nب\rc\n", "\u{feff}\u{0}👩‍👩‍👧 漢字\n\n", LATIN];
    let files: Vec<FileId> = texts.iter().map(|text| sources.add(*text, "l", (*text).into())).collect();
    for file in files.into_iter().chain([FileId(77), FileId(u32::MAX)]) {
        for (start, end) in (0..40).flat_map(|start| [(start, start), (start, start + 1), (start, 9999)]) {
            for color in [false, true] {
                let finding = Finding::error("YA29", "x").at(Span::new(file, start, end), "y");
                let shown =
                    terminal(std::slice::from_ref(&finding), &sources, Look { color, ..Look::default() });
                assert!(shown.ends_with('\n'));
                assert_eq!(json_lines(&[finding], &sources).lines().count(), 1);
            }
        }
    }
    let backwards = Span { file: FileId(5), start: 9, end: 2 };
    assert!(!plain(&[Finding::error("YA29", "x").at(backwards, "y")], &sources).is_empty());
}

#[test]
fn json_counts_characters_from_one() {
    let mut sources = Sources::new();
    let file = sources.add("text/ar.yaml", "language ar", ARABIC.into());
    let word = span(&sources, file, "خطأ");
    let finding =
        Finding::error("AR01", "a \"word\"").at(word, "here").path("title").help("h").fix(word, "صواب");
    let expected = concat!(
        r#"{"code":"AR01","severity":"error","message":"a \"word\"","path":"title","#,
        r#""places":[{"file":"text/ar.yaml","line":1,"column":31,"end_line":1,"end_column":34,"#,
        r#""label":"here"}],"help":["h"],"fix":{"file":"text/ar.yaml","line":1,"column":31,"#,
        r#""end_line":1,"end_column":34,"text":"صواب"}}"#,
        "\n",
        r#"{"code":"LA01","severity":"warning","message":"no","path":"","places":[],"help":[]}"#,
        "\n",
    );
    assert_eq!(json_lines(&[finding, Finding::warning("LA01", "no")], &sources), expected);
}

#[test]
fn findings_are_sorted_and_counted() {
    let mut sources = Sources::new();
    let b = sources.add("b.yaml", "", "xx".into());
    let a = sources.add("a.yaml", "", "xx".into());
    let at = |code, file, start| Finding::error(code, "m").at(Span::new(file, start, start + 1), "");
    let mut findings = vec![
        at("TY02", b, 0),
        at("TY02", a, 1),
        at("TY01", a, 1),
        Finding::warning("LA01", "m"),
        at("TY02", a, 1),
        at("TY09", a, 0),
    ];
    sort(&mut findings, &sources);
    let order: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(order, ["LA01", "TY09", "TY01", "TY02", "TY02"]);
    assert_eq!(Tally::of(&findings, &sources).summary(), "4 errors, 1 warning in 2 files");
    assert_eq!(Tally::of(&[Finding::error("LA01", "m")], &sources).summary(), "1 error");
    assert_eq!(Tally::of(&[at("TY01", a, 0)], &sources).summary(), "1 error in 1 file");
    assert_eq!(Tally::of(&[], &sources).summary(), "no findings");
}

#[test]
fn a_source_is_registered_once() {
    let mut sources = Sources::new();
    let first = sources.add("a.yaml", "house", "x: 1".into());
    assert_eq!(sources.add("a.yaml", "house", "x: 1".into()), first);
    assert_ne!(sources.add("a.yaml", "house", "x: 2".into()), first);
    assert_eq!((sources.name(first), sources.layer(first), sources.text(first)), ("a.yaml", "house", "x: 1"));
}

#[test]
fn lines_end_as_in_yaml() {
    let mut sources = Sources::new();
    let file = sources.add("a", "", "ab\r\nج\rد\n\u{2028}e".into());
    let positions: Vec<_> = [0, 2, 4, 5, 7, 8, 10, 13, 99].map(|at| sources.position(file, at)).into();
    assert_eq!(positions, [(1, 1), (1, 3), (2, 1), (2, 1), (3, 1), (3, 1), (4, 1), (4, 2), (4, 3)]);
    assert_eq!((sources.line(file, 2).0, sources.line(file, 3).0), ("ج", "د"));
}

#[test]
fn near_words_are_suggested() {
    let known = ["people", "percent", "sar"];
    assert_eq!(nearest("peple", &known), Some("people"));
    assert_eq!(nearest("Percnt", &known), Some("percent"));
    assert_eq!(nearest("strike", &known), None);
    assert_eq!(nearest("x", &["y"]), None);
}

#[test]
fn codes_stand_once_and_in_order() {
    for family in ["YA", "TY", "LA", "MO", "TR", "AR", "TX", "DA", "TE", "CL", "OU"] {
        let own: Vec<&str> =
            codes::ALL.iter().map(|(code, _)| *code).filter(|code| code.starts_with(family)).collect();
        assert!(own.windows(2).all(|pair| pair[0] < pair[1]), "{own:?}");
    }
    assert_eq!(codes::title("YA06"), Some("a key is given twice in one map"));
}
