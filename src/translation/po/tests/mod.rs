mod broken;

use super::*;
use crate::diag::{Finding, Sources, Span};
use crate::text::Typed;

fn one(text: &str) -> Typed {
    Typed::One(text.to_owned())
}

fn forms(forms: &[(&'static str, &str)]) -> Typed {
    let forms = forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect();
    Typed::Forms { by: "schools".to_owned(), forms }
}

fn catalogue(lang: &str, entries: Vec<Entry>) -> Catalogue {
    Catalogue {
        edition: "demo-2031-06".into(),
        lang: lang.into(),
        master: "en".into(),
        base: "0123456789abcdef".into(),
        translator: None,
        entries,
        obsolete: Vec::new(),
    }
}

fn read_text(text: &str) -> (Option<Catalogue>, Vec<Finding>, Sources) {
    let mut sources = Sources::new();
    let file = sources.add("ar.po", "translations", text.to_owned());
    let (catalogue, findings) = read(file, &sources);
    (catalogue, findings, sources)
}

/// A catalogue without its places.
fn placeless(mut catalogue: Catalogue) -> Catalogue {
    for entry in catalogue.entries.iter_mut().chain(&mut catalogue.obsolete) {
        entry.place = Entry::new("", one("")).place;
        entry.target_places.clear();
    }
    catalogue
}

const HEADER: &str = r#"msgid ""
msgstr ""
"Project-Id-Version: demo-2031-06\n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5);\n"
"X-Mujaz-Edition: demo-2031-06\n"
"X-Mujaz-Master: en\n"
"X-Mujaz-Base: 0123456789abcdef\n"
"#;

/// Six forms of Arabic with the numbers that take them.
fn six() -> Typed {
    forms(&[
        ("zero", "لم تُفتح أي مدرسة"),
        ("one", "فُتحت مدرسة واحدة"),
        ("two", "فُتحت مدرستان"),
        ("few", "فُتحت {schools}"),
        ("many", "فُتحت {schools} أيضًا"),
        ("other", "فُتحت {schools} كلها"),
    ])
}

#[test]
fn a_whole_file() {
    let entries = vec![
        Entry {
            target: Some(one("قيل \"كذا\"\\\tثم\nسكت")),
            notes: vec!["First.\nSecond.".into()],
            remarks: vec!["asked the desk".into()],
            references: vec![("data/text/en.yaml".into(), 3), ("my file.yaml".into(), 0)],
            max_length: Some(80),
            ..Entry::new("title", one("Said \"so\"\\\tthen\nfell silent"))
        },
        Entry {
            target: Some(six()),
            previous: Some(forms(&[("one", "a school"), ("other", "{schools}")])),
            fuzzy: true,
            ..Entry::new("highlights[2]", forms(&[("one", "one school"), ("other", "{schools} reopened")]))
        },
        Entry::new("lead", one("Nothing yet")),
    ];
    let written = write(&catalogue("ar", entries));
    let expected = HEADER.to_owned()
        + r#"
# asked the desk
#. First.
#. Second.
#: data/text/en.yaml:3
#: <my file.yaml>
#, python-brace-format, max-length:80
msgctxt "title"
msgid ""
"Said \"so\"\\\tthen\n"
"fell silent"
msgstr ""
"قيل \"كذا\"\\\tثم\n"
"سكت"

#, fuzzy, python-brace-format
#| msgid "a school"
#| msgid_plural "{schools}"
msgctxt "highlights[2]"
msgid "one school"
msgid_plural "{schools} reopened"
msgstr[0] "لم تُفتح أي مدرسة"
msgstr[1] "فُتحت مدرسة واحدة"
msgstr[2] "فُتحت مدرستان"
msgstr[3] "فُتحت {schools}"
msgstr[4] "فُتحت {schools} أيضًا"
msgstr[5] "فُتحت {schools} كلها"

#, python-brace-format
msgctxt "lead"
msgid "Nothing yet"
msgstr ""
"#;
    assert_eq!(written, expected.replace("<my file.yaml>", "\u{2068}my file.yaml\u{2069}"));
}

/// Everything that a catalogue can hold, in a language.
fn full(lang: &str, target: Typed) -> Catalogue {
    let source = || forms(&[("one", "one school"), ("other", "{schools} schools")]);
    let entries = vec![
        Entry {
            target: Some(one("  text \t\\n\\ \"q\" \r\nline\n\n last\n")),
            notes: vec!["one\n\n two ".into(), String::new(), "three".into()],
            remarks: vec!["~ a remark".into(), ", fuzzy".into()],
            references: vec![("a b.yaml".into(), 7), ("c:d.yaml".into(), 0), ("e.yaml".into(), 9)],
            max_length: Some(0),
            approved: true,
            ..Entry::new("title", one("a {{brace}} and {slot:gen}"))
        },
        Entry { target: Some(target.clone()), ..Entry::new("forms", source()) },
        Entry { target: Some(target.clone()), ..Entry::new("only the translation", one("some schools")) },
        Entry { target: Some(one("always")), ..Entry::new("only the source", source()) },
        Entry::new("neither", source()),
        Entry {
            fuzzy: true,
            target: Some(target),
            previous: Some(one("schools")),
            ..Entry::new("fuzzy", forms(&[("few", "a few"), ("other", "schools")]))
        },
        Entry { fuzzy: true, previous: Some(source()), ..Entry::new("fuzzy and empty", one("schools")) },
        Entry { previous: Some(source()), ..Entry::new("lists[1]", one("not fuzzy")) },
    ];
    let obsolete = vec![
        Entry {
            target: Some(one("قديم\nجدًا")),
            remarks: vec!["old".into()],
            ..Entry::new("gone", one("old"))
        },
        Entry { fuzzy: true, previous: Some(one("b")), ..Entry::new("gone", source()) },
    ];
    Catalogue {
        translator: Some("مكتب  الترجمة <desk@example.org>".into()),
        obsolete,
        ..catalogue(lang, entries)
    }
}

#[test]
fn what_is_written_is_read_back() {
    let two = || forms(&[("one", "a"), ("other", "b {schools}")]);
    let polish = forms(&[("one", "a"), ("few", "b"), ("many", "c"), ("other", "d")]);
    let french = forms(&[("one", "a"), ("many", "c"), ("other", "b")]);
    for (lang, target) in [
        ("ar", six()),
        ("en", two()),
        ("fr", french),
        ("tr", two()),
        ("ckb", two()),
        ("fa", two()),
        ("pl", polish),
        ("pt-BR", two()),
        ("zh-Hans", forms(&[("other", "b")])),
    ] {
        let catalogue = full(lang, target);
        let written = write(&catalogue);
        for text in [written.clone(), written.replace('\n', "\r\n"), written.replace('\n', "\r")] {
            let (read, findings, _) = read_text(&text);
            assert_eq!(findings, [], "{lang}");
            assert_eq!(placeless(read.unwrap()), kept(&catalogue), "{lang}");
        }
        assert_eq!(kept(&kept(&catalogue)), kept(&catalogue), "{lang}");
    }
}

#[test]
fn what_is_kept_is_what_a_translator_sees() {
    let entry = |source: Typed, target: Option<Typed>| Entry { target, ..Entry::new("a", source) };
    let after = |lang, entry| {
        let entry = kept(&catalogue(lang, vec![entry])).entries.remove(0);
        (entry.source, entry.target)
    };
    let by_nothing = |forms: &[(&'static str, &str)]| Typed::Forms {
        by: String::new(),
        forms: forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect(),
    };
    // Of six forms of the master, two; the `many` of French and the `other` of Polish have no field.
    let sides = by_nothing(&[("one", "فُتحت مدرسة واحدة"), ("other", "فُتحت {schools} كلها")]);
    let french = forms(&[("one", "a"), ("many", "b"), ("other", "c")]);
    assert_eq!(
        after("fr", entry(six(), Some(french))),
        (sides, Some(by_nothing(&[("one", "a"), ("other", "c")])))
    );
    let polish = forms(&[("one", "a"), ("few", "b"), ("many", "c"), ("other", "d")]);
    let fields = by_nothing(&[("one", "a"), ("few", "b"), ("many", "c")]);
    assert_eq!(after("pl", entry(one("x"), Some(polish))), (one("x"), Some(fields)));
    // One text for every number stands in each field, and a source without `one` is one text.
    let both = by_nothing(&[("one", "t"), ("other", "t")]);
    assert_eq!(
        after("en", entry(forms(&[("few", "f"), ("other", "x")]), Some(one("t")))),
        (one("x"), Some(both))
    );
    // Forms that are not whole cannot be written so that they are read.
    assert_eq!(after("ar", entry(one("x"), Some(forms(&[("other", "t")])))), (one("x"), None));
}

#[test]
fn each_text_has_its_place() {
    let text = HEADER.to_owned()
        + "\n#. note\nmsgctxt \"title\"\nmsgid \"a\"\n\"b\"\nmsgstr \"c\"\n  \"d\"\n\n\
           msgctxt \"n\"\nmsgid \"s\"\nmsgid_plural \"p\"\nmsgstr[0] \"0\"\nmsgstr[1] \"1\"\nmsgstr[2] \"2\"\n\
           msgstr[3] \"\"\n\"3\"\nmsgstr[4] \"4\"\nmsgstr[5] \"5\"\n\n\
           msgctxt \"e\"\nmsgid \"x\"\nmsgstr \"\"\n";
    let (read, findings, sources) = read_text(&text);
    assert_eq!(findings, []);
    let entries = read.unwrap().entries;
    let place = |span: Span| (sources.position(span.file, span.start).0, sources.slice(span).to_owned());
    assert_eq!(place(entries[0].place), (17, "msgctxt \"title\"\nmsgid \"a\"\n\"b\"".into()));
    let [("other", target)] = entries[0].target_places[..] else { panic!() };
    assert_eq!(place(target), (20, "\"c\"\n  \"d\"".into()));
    let lines: Vec<_> =
        entries[1].target_places.iter().map(|(category, span)| (*category, place(*span))).collect();
    let expected = [
        ("zero", (26, "\"0\"".into())),
        ("one", (27, "\"1\"".into())),
        ("two", (28, "\"2\"".into())),
        ("few", (29, "\"\"\n\"3\"".into())),
        ("many", (31, "\"4\"".into())),
        ("other", (32, "\"5\"".into())),
    ];
    assert_eq!(lines, expected);
    assert_eq!(entries[1].target.as_ref().and_then(|target| target.form("few")), Some("3"));
    let [("other", empty)] = entries[2].target_places[..] else { panic!() };
    assert_eq!((place(empty), &entries[2].target), ((36, "\"\"".into()), &None));
}

/// As Poedit and Weblate write: their headers and flags, texts wrapped by `msgcat`, forms in another order,
/// comments of translators, obsolete messages.
#[test]
fn the_files_of_other_tools_are_read() {
    let text = r#"# French translation.
# Copyright.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"POT-Creation-Date: \n"
"PO-Revision-Date: 2031-06-01 12:00+0000\n"
"Last-Translator: Claire Martin <claire@example.org>\n"
"Language-Team: French <https://hosted.weblate.org/projects/x/"
"fr/>\n"
"Language: fr_FR\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(n == 0 || n == 1) ? 0 : ((n != 0 && n % "
"1000000 == 0) ? 1 : 2);\n"
"X-Generator: Poedit 3.4\n"
"X-Mujaz-Edition: demo-2031-06\n"
"X-Poedit-SourceCharset: UTF-8\n"

#
# two
#  lines
#.  note
#:data/a.yaml:3 b.yaml
#, no-wrap, python-brace-format
#~| msgid "unused"
#| msgctxt "title"
#| ""
#| "old"
msgctxt "title"
msgid ""
"a long "
"text"
msgstr ""
"un long "
"texte"

#, python-brace-format
#, fuzzy
msgctxt "n"
msgid "a school"
msgid_plural "{schools}"
msgstr[0] "une école"
msgstr[1] "{schools} d’écoles"
msgstr[2] "{schools}"

#, fuzzy
#~| msgid "before"
#~ msgctxt "gone"
#~ msgid "was"
#~ msgstr "était"
"#
    .replace("#~| msgid \"unused\"\n", "");
    let (read, findings, _) = read_text(&text);
    assert_eq!(findings, []);
    let by_nothing = |forms: &[(&'static str, &str)]| Typed::Forms {
        by: String::new(),
        forms: forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect(),
    };
    let expected = Catalogue {
        edition: "demo-2031-06".into(),
        lang: "fr-FR".into(),
        master: String::new(),
        base: String::new(),
        translator: Some("Claire Martin <claire@example.org>".into()),
        entries: vec![
            Entry {
                target: Some(one("un long texte")),
                notes: vec![" note".into()],
                remarks: vec!["".into(), "two".into(), " lines".into()],
                references: vec![("data/a.yaml".into(), 3), ("b.yaml".into(), 0)],
                ..Entry::new("title", one("a long text"))
            },
            Entry {
                target: Some(by_nothing(&[
                    ("one", "une école"),
                    ("many", "{schools} d’écoles"),
                    ("other", "{schools}"),
                ])),
                fuzzy: true,
                ..Entry::new("n", by_nothing(&[("one", "a school"), ("other", "{schools}")]))
            },
        ],
        obsolete: vec![Entry {
            target: Some(one("était")),
            previous: Some(one("before")),
            fuzzy: true,
            ..Entry::new("gone", one("was"))
        }],
    };
    assert_eq!(placeless(read.unwrap()), expected);
}

#[test]
fn forms_filled_in_part_are_told_and_left_untranslated() {
    let text = HEADER.to_owned()
        + "\nmsgctxt \"n\"\nmsgid \"s\"\nmsgid_plural \"p\"\nmsgstr[0] \"\"\nmsgstr[1] \"1\"\nmsgstr[2] \"2\"\n\
           msgstr[3] \"3\"\nmsgstr[4] \" \"\nmsgstr[5] \"5\"\n\nmsgctxt \"m\"\nmsgid \"s\"\nmsgid_plural \"p\"\n\
           msgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\nmsgstr[3] \"\"\nmsgstr[4] \"\"\nmsgstr[5] \"\"\n";
    let (read, findings, sources) = read_text(&text);
    let told: Vec<_> = findings
        .iter()
        .map(|it| {
            (
                it.code,
                it.is_error(),
                it.message.as_str(),
                sources.position(it.places[0].span.file, it.places[0].span.start).0,
            )
        })
        .collect();
    assert_eq!(told, [("PO08", false, "`n` lacks the plural forms `zero`, `many`", 19)]);
    let targets: Vec<_> = read.unwrap().entries.into_iter().map(|entry| entry.target).collect();
    assert_eq!(targets, [None, None]);
}
