//! Broken files: every fault with its line, and nothing is read.

use super::{HEADER, read_text};

/// The findings as `line:column code message`.
fn told(text: &str) -> String {
    let (catalogue, findings, sources) = read_text(text);
    assert!(catalogue.is_none() && !findings.is_empty(), "taken for whole:\n{text}");
    let lines = findings.iter().map(|finding| {
        let span = finding.places[0].span;
        let (line, column) = sources.position(span.file, span.start);
        format!("{line}:{column} {} {}", finding.code, finding.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Lines behind a header of 14 lines and an empty one, so the first is line 16.
#[test]
fn messages() {
    let forms = "msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgstr[0] \"0\"\nmsgstr[1] \"1\"\n";
    let whole = format!("{forms}msgstr[2] \"2\"\nmsgstr[3] \"3\"\nmsgstr[4] \"4\"\nmsgstr[5] \"5\"\n");
    let cases: &[(&str, &str)] = &[
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\n", "18:8 PO02 the quote is not closed on its line"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"", "18:8 PO02 the quote is not closed on its line"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\\\"", "18:8 PO02 the quote is not closed on its line"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\\", "18:8 PO02 the quote is not closed on its line"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"\n\"y\nz\"",
            "19:1 PO02 the quote is not closed on its line\n20:1 PO01 `z` is no keyword of a PO file",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"said \"so\" twice\"\n",
            "18:15 PO02 there is text behind the closing quote",
        ),
        ("msgctxt \"a\"\nmsgid \"x\" msgstr \"y\"\n", "17:10 PO02 there is text behind the closing quote"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\" # seen\n",
            "18:11 PO02 there is text behind the closing quote",
        ),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"50\\%\"\n", "18:11 PO03 `\\%` is no escape of a text"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\\u0627\"\n", "18:9 PO03 `\\u` is no escape of a text"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"C:\\العربية\"\n", "18:11 PO03 `\\ا` is no escape of a text"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgst \"y\"\n", "18:1 PO01 `msgst` is no keyword of a PO file"),
        ("domain \"x\"\n", "16:1 PO01 `domain` is no keyword of a PO file"),
        ("msgctxt \"a\"\nmsgid \"x\"\nMSGSTR \"y\"\n", "18:1 PO01 `MSGSTR` is no keyword of a PO file"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr[one] \"y\"\n",
            "18:1 PO01 `msgstr[one]` is no keyword of a PO file",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr[+1] \"y\"\n",
            "18:1 PO01 `msgstr[+1]` is no keyword of a PO file",
        ),
        ("<<<<<<< HEAD\n", "16:1 PO01 `<<<<<<<` is no keyword of a PO file"),
        ("msgctxt \"a\"\nmsgid x\nmsgstr \"y\"\n", "17:7 PO01 `msgid` has no text in quotes"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr\n", "18:1 PO01 `msgstr` has no text in quotes"),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr «y»\n", "18:8 PO01 `msgstr` has no text in quotes"),
        ("# remark\n\"text\"\n", "17:1 PO01 a text in quotes that no keyword begins"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\n# between\n\"text\"\nmsgstr \"y\"\n",
            "16:1 PO04 a `msgid` without `msgstr`\n19:1 PO01 a text in quotes that no keyword begins",
        ),
        (
            "#| msgstr \"y\"\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n",
            "16:1 PO01 a translation among the previous sources",
        ),
        ("msgctxt \"a\"\nmsgid \"x\"\n", "16:1 PO04 a `msgid` without `msgstr`"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\n\nmsgctxt \"b\"\nmsgid \"z\"\nmsgstr \"y\"\n",
            "16:1 PO04 a `msgid` without `msgstr`",
        ),
        ("msgctxt \"a\"\n", "16:1 PO04 a `msgctxt` without `msgid`"),
        ("#. note\n#: a.yaml:1\n", "16:1 PO04 comments without a message"),
        ("msgctxt \"a\"\nmsgstr \"y\"\n", "17:1 PO04 `msgstr` without `msgid`"),
        ("msgctxt \"a\"\nmsgid_plural \"x\"\nmsgstr[0] \"y\"\n", "17:1 PO04 `msgid_plural` without `msgid`"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgid_plural \"y\"\nmsgstr[0] \"y\"\n",
            "19:1 PO04 `msgid_plural` stands where none can",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgstr \"y\"\n",
            "19:1 PO04 `msgstr` without a number in a message with `msgid_plural`",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr[0] \"y\"\n",
            "18:1 PO04 `msgstr[0]` in a message without `msgid_plural`",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\nmsgstr \"z\"\n",
            "19:1 PO04 `msgstr` is given twice in one message",
        ),
        (&format!("{forms}msgstr[1] \"2\"\n"), "21:1 PO04 `msgstr[1]` is given twice in one message"),
        (&format!("{}msgstr[6] \"6\"\n", whole), "25:11 PO04 `msgstr[6]` is more than `Plural-Forms` has"),
        (&whole.replace("msgstr[3] \"3\"\n", ""), "16:1 PO04 `a` has no `msgstr[3]`"),
        (&whole.replace("msgstr[5] \"5\"\n", ""), "16:1 PO04 `a` has no `msgstr[5]`"),
        ("msgid \"x\"\nmsgstr \"y\"\n", "16:1 PO04 a message without `msgctxt`"),
        ("msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n", "16:1 PO04 a message without `msgctxt`"),
        (
            "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n\nmsgctxt \"a\"\nmsgid \"z\"\nmsgstr \"y\"\n",
            "20:1 PO07 `a` is given twice",
        ),
        ("#~ msgctxt \"a\"\n#~ msgid \"x\"\n", "16:1 PO04 a `msgid` without `msgstr`"),
        (
            "#~ msgctxt \"a\"\n#~ msgid \"x\"\n#~ msgstr \"y\n",
            "18:11 PO02 the quote is not closed on its line",
        ),
        (
            "msgctxt \"a\"\nmsgid \"x\"\n#~ msgstr \"y\"\n",
            "16:1 PO04 a `msgid` without `msgstr`\n18:1 PO04 `msgstr` without `msgid`",
        ),
        (
            "\u{feff}msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n",
            "16:1 PO01 `\u{feff}msgctxt` is no keyword of a PO file",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(told(&format!("{HEADER}\n{body}")), *expected, "\n{body}");
    }
}

/// A fault is told once, and does not hide those behind it.
#[test]
fn several_faults_are_told_together() {
    let text = format!(
        "{HEADER}\n# one\nmsgctxt \"a\"\nmsgid \"x\nmsgstr \"y\"\n\n# two\nmsgctxt \"b\"\nmsgid \"x\"\nmsgstr \"y\\q\"\n\"more\"\n\n\
         msgctxt \"c\"\nmsgid \"x\"\n\nmsgctxt \"d\nmsgid \"x\"\nmsgstr \"y\"\n"
    );
    let expected = "18:7 PO02 the quote is not closed on its line\n24:10 PO03 `\\q` is no escape of a text\n\
         27:1 PO04 a `msgid` without `msgstr`\n30:9 PO02 the quote is not closed on its line";
    assert_eq!(told(&text), expected);
}

#[test]
fn headers() {
    let entry = "\nmsgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
    let with = |from: &str, to: &str| {
        assert!(HEADER.contains(from), "{from}");
        HEADER.replace(from, to) + entry
    };
    let formula = &HEADER[HEADER.find("nplurals").unwrap()..HEADER.find("\\n\"\n\"X-Mujaz-Edition").unwrap()];
    let cases: &[(String, &str)] = &[
        (String::new(), "1:1 PO05 the file has no header"),
        (entry.to_owned(), "1:1 PO05 the file has no header"),
        (format!("#~ msgid \"\"\n#~ msgstr \"Language: ar\\n\"\n{entry}"), "1:1 PO05 the file has no header"),
        (with("charset=UTF-8", "charset=ISO-8859-6"), "9:2 PO05 the header does not say `charset=UTF-8`"),
        (with("charset=UTF-8", "charset=CHARSET"), "9:2 PO05 the header does not say `charset=UTF-8`"),
        (
            with("\"Content-Type: text/plain; charset=UTF-8\\n\"\n", ""),
            "2:8 PO05 the header does not say `charset=UTF-8`",
        ),
        (with("\"Language: ar\\n\"\n", ""), "2:8 PO05 the header has no `Language`"),
        (with("Language: ar", "Language: "), "7:2 PO05 the header has no `Language`"),
        (with("\"X-Mujaz-Edition: demo-2031-06\\n\"\n", ""), "2:8 PO05 the header has no `X-Mujaz-Edition`"),
        (with("Language: ar", "Language: ?"), "11:2 PO06 the plural forms of `?` are not known"),
        (
            with(&format!("\"Plural-Forms: {formula}\\n\"\n"), ""),
            "2:8 PO06 the header has no `Plural-Forms`, but messages have plural forms",
        ),
        (with(formula, "nplurals=INTEGER; plural=EXPRESSION;"), "11:2 PO06 `Plural-Forms` cannot be read"),
        (with(formula, "nplurals=2; plural=n;"), "11:2 PO06 `Plural-Forms` has no form for 2"),
        (
            with(formula, "nplurals=2; plural=(n != 1);"),
            "11:2 PO06 `Plural-Forms` has one form for 0 and 2, which differ in `ar`",
        ),
        (with("Language: ar", "Language: en"), "11:2 PO06 `en` has no form for `msgstr[2]`"),
        (
            HEADER.replace("msgstr \"\"\n", "msgstr \"\" x\n") + entry,
            "2:10 PO02 there is text behind the closing quote",
        ),
        (HEADER.trim_end_matches("\"\n").to_owned(), "14:1 PO02 the quote is not closed on its line"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text), *expected, "\n{text}");
    }
}

/// A header without a fitting formula does no harm where no message has forms.
#[test]
fn a_formula_is_asked_for_only_by_forms() {
    let (catalogue, findings, _) = read_text(
        &(HEADER.replace("nplurals=6", "nplurals=1") + "\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"\n"),
    );
    assert_eq!((catalogue.map(|it| it.entries.len()), findings), (Some(1), vec![]));
}

/// Cut anywhere inside a message, a file is refused, but for a cut behind a translation or its whole lines.
#[test]
fn a_file_that_was_cut_off_is_refused() {
    let body = "\n#. note\n#, fuzzy, python-brace-format\n#| msgid \"o\"\nmsgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\n\
        msgstr[0] \"0\"\nmsgstr[1] \"1\"\nmsgstr[2] \"2\"\nmsgstr[3] \"3\"\nmsgstr[4] \"4\"\nmsgstr[5] \"5\"";
    for end in 2..body.len() {
        told(&format!("{HEADER}{}", &body[..end]));
    }
}

/// A limit of the house on files.
#[test]
fn a_file_beyond_all_bounds_is_refused() {
    let text = format!("{HEADER}\n{}", "# x\n".repeat(5 << 20));
    assert_eq!(told(&text), format!("1:1 YA12 the file has {} bytes; at most 16777216 are read", text.len()));
}

/// A file that is no PO file at all does not bury the reader.
#[test]
fn no_more_faults_are_told_than_of_any_file() {
    let lines = |line: &str| told(&format!("{HEADER}\n{}", line.repeat(1000))).lines().count();
    assert_eq!(lines("title: a text\n"), 100);
    assert_eq!(lines("msgid \"x\"\nmsgstr \"y\"\n"), 100);
}
