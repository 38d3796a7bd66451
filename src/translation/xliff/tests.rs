use super::*;
use crate::diag::{Finding, Sources, Span};
use crate::translation::po;

fn one(text: &str) -> Typed {
    Typed::One(text.to_owned())
}

fn forms(by: &str, forms: &[(&'static str, &str)]) -> Typed {
    let forms = forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect();
    Typed::Forms { by: by.to_owned(), forms }
}

fn catalogue(lang: &str, entries: Vec<Entry>) -> Catalogue {
    Catalogue {
        edition: "demo-2031-06".into(),
        lang: lang.into(),
        master: "ar".into(),
        base: "0123456789abcdef".into(),
        translator: None,
        entries,
        obsolete: Vec::new(),
    }
}

fn read_text(text: &str) -> (Option<Catalogue>, Vec<Finding>, Sources) {
    let mut sources = Sources::new();
    let file = sources.add("fr.xlf", "translations", text.to_owned());
    let (catalogue, findings) = read(file, &sources);
    (catalogue, findings, sources)
}

/// A catalogue without its places.
fn placeless(mut catalogue: Catalogue) -> Catalogue {
    for entry in &mut catalogue.entries {
        entry.place = Entry::new("", one("")).place;
        entry.target_places.clear();
    }
    catalogue
}

const WHOLE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="demo-2031-06" source-language="ar" target-language="fr" datatype="plaintext" product-name="mujaz" build-num="0123456789abcdef">
    <header>
      <phase-group>
        <phase phase-name="translation" process-name="translation" contact-name="Claire &amp; Paul"/>
      </phase-group>
    </header>
    <body>
      <trans-unit id="title" resname="title" approved="yes" maxwidth="80" size-unit="char" xml:space="preserve">
        <source>قال «كذا» &lt;ثم&gt;
سكت</source>
        <target state="final">Il l’a dit, &quot;puis&quot;
s’est tu &amp; tu</target>
        <context-group purpose="location"><context context-type="sourcefile">data/ar.yaml</context><context context-type="linenumber">3</context></context-group>
        <context-group purpose="location"><context context-type="sourcefile">b.yaml</context></context-group>
        <note from="developer">First.
Second.</note>
        <note from="translator">asked</note>
      </trans-unit>
      <group id="highlights[2]" resname="highlights[2]" restype="x-gettext-plurals">
        <trans-unit id="highlights[2][one]" resname="highlights[2][one]" xml:space="preserve">
          <source>فُتحت مدرسة واحدة</source>
          <target state="needs-review-translation">une école</target>
          <alt-trans alttranstype="previous-version"><source>مدرسة</source><target>une école</target></alt-trans>
        </trans-unit>
        <trans-unit id="highlights[2][many]" resname="highlights[2][many]" xml:space="preserve">
          <source>فُتحت {schools}</source>
          <target state="needs-review-translation">{schools} d’écoles</target>
          <alt-trans alttranstype="previous-version"><source>{schools}</source><target>{schools} d’écoles</target></alt-trans>
        </trans-unit>
        <trans-unit id="highlights[2][other]" resname="highlights[2][other]" xml:space="preserve">
          <source>فُتحت {schools}</source>
          <target state="needs-review-translation">{schools}</target>
          <alt-trans alttranstype="previous-version"><source>{schools}</source><target>{schools}</target></alt-trans>
        </trans-unit>
      </group>
      <trans-unit id="lead" resname="lead" xml:space="preserve">
        <source>قال</source>
        <target state="needs-translation"></target>
      </trans-unit>
      <trans-unit id="text" resname="text" xml:space="preserve">
        <source>نص</source>
        <target state="translated">un texte</target>
      </trans-unit>
    </body>
  </file>
</xliff>
"#;

#[test]
fn a_whole_file() {
    let entries = vec![
        Entry {
            target: Some(one("Il l’a dit, \"puis\"\ns’est tu & tu")),
            approved: true,
            notes: vec!["First.\nSecond.".into()],
            remarks: vec!["asked".into()],
            references: vec![("data/ar.yaml".into(), 3), ("b.yaml".into(), 0)],
            max_length: Some(80),
            ..Entry::new("title", one("قال «كذا» <ثم>\nسكت"))
        },
        Entry {
            target: Some(forms(
                "schools",
                &[("one", "une école"), ("many", "{schools} d’écoles"), ("other", "{schools}")],
            )),
            previous: Some(forms("schools", &[("one", "مدرسة"), ("few", "ثلاث"), ("other", "{schools}")])),
            fuzzy: true,
            ..Entry::new(
                "highlights[2]",
                forms("schools", &[("one", "فُتحت مدرسة واحدة"), ("other", "فُتحت {schools}")]),
            )
        },
        Entry { fuzzy: true, ..Entry::new("lead", one("قال")) },
        Entry { target: Some(one("un texte")), ..Entry::new("text", one("نص")) },
    ];
    let catalogue = Catalogue { translator: Some("Claire & Paul".into()), ..catalogue("fr", entries) };
    assert_eq!(write(&catalogue), WHOLE);
    let (read, findings, _) = read_text(WHOLE);
    assert_eq!(findings, []);
    assert_eq!(placeless(read.unwrap()), kept(&catalogue));
}

#[test]
fn what_is_written_is_read_back() {
    let source = || forms("n", &[("one", "a"), ("few", "f"), ("other", "b {n}")]);
    let two = || forms("n", &[("one", "a"), ("other", "b {n}")]);
    let six =
        forms("n", &[("zero", "0"), ("one", "1"), ("two", "2"), ("few", "3"), ("many", "4"), ("other", "5")]);
    for (lang, target) in [
        ("ar", six),
        ("en", two()),
        ("fr", forms("n", &[("one", "a"), ("many", "c"), ("other", "b")])),
        ("tr", two()),
        ("ckb", two()),
        ("fa", two()),
        ("pl", forms("n", &[("one", "a"), ("few", "b"), ("many", "c"), ("other", "d")])),
        ("pt-BR", two()),
        ("ja", forms("n", &[("other", "b")])),
        ("x-unknown", forms("n", &[("other", "b")])),
    ] {
        let entries = vec![
            Entry {
                target: Some(one("  text \t\\n\\ \"q\" 'a' <b>&amp; \r\nline\n\n last\n]]> ")),
                notes: vec![" one\n\n two ".into(), String::new()],
                remarks: vec!["a <remark>".into(), "two\nlines".into()],
                references: vec![("a b.yaml".into(), 7), ("c:d.yaml".into(), 0)],
                max_length: Some(0),
                approved: true,
                ..Entry::new("title", one(" a {{brace}} and {slot:gen} "))
            },
            Entry {
                target: Some(target.clone()),
                approved: true,
                notes: vec!["n".into(); 2],
                ..Entry::new("forms", source())
            },
            Entry { target: Some(target.clone()), ..Entry::new("only the translation", one("some")) },
            Entry { target: Some(one("always")), ..Entry::new("only the source", source()) },
            Entry { approved: true, ..Entry::new("neither", source()) },
            Entry {
                fuzzy: true,
                approved: true,
                target: Some(target),
                previous: Some(one("p")),
                ..Entry::new("fuzzy", source())
            },
            Entry { fuzzy: true, previous: Some(source()), ..Entry::new("lists[1]", one("x")) },
            Entry { previous: Some(source()), ..Entry::new("\"key\"\t<&\n>", one("x")) },
        ];
        let catalogue =
            Catalogue { translator: Some(" مكتب  الترجمة ".into()), ..catalogue(lang, entries) };
        let written = write(&catalogue);
        for text in [written.clone(), written.replace('\n', "\r\n")] {
            let (read, findings, _) = read_text(&text);
            assert_eq!(findings, [], "{lang}");
            assert_eq!(placeless(read.unwrap()), kept(&catalogue), "{lang}");
        }
        assert_eq!(kept(&kept(&catalogue)), kept(&catalogue), "{lang}");
    }
}

/// Both formats keep the same of a message, but for approval, the previous source, and forms that no whole number
/// below a million takes.
#[test]
fn both_formats_keep_the_same() {
    for lang in ["ar", "en", "fr", "tr", "ckb", "fa"] {
        let source = forms("n", &[("zero", "z"), ("one", "a"), ("many", "m"), ("other", "b")]);
        let entries =
            vec![Entry { target: Some(one("t")), ..Entry::new("a", source) }, Entry::new("b", one("x"))];
        let catalogue = catalogue(lang, entries);
        assert_eq!(kept(&catalogue), po::kept(&catalogue), "{lang}");
    }
}

#[test]
fn the_state_of_a_text_says_how_far_it_is() {
    let read = |approved: &str, state: &str| {
        let tag = format!("resname=\"text\"{approved}");
        let text = WHOLE.replace("resname=\"text\"", &tag).replace(" state=\"translated\"", state);
        let entry = read_text(&text).0.unwrap().entries.remove(3);
        (entry.fuzzy, entry.approved)
    };
    assert_eq!(read("", ""), (false, false));
    assert_eq!(read("", " state=\"new\""), (false, false));
    assert_eq!(read("", " state=\"final\""), (false, false));
    assert_eq!(read(" approved=\"yes\"", " state=\"final\""), (false, true));
    assert_eq!(read(" approved=\"yes\"", " state=\"signed-off\""), (false, true));
    assert_eq!(read(" approved=\"yes\"", " state=\"translated\""), (false, false));
    assert_eq!(read(" approved=\"no\"", " state=\"final\""), (false, false));
    for state in ["needs-translation", "needs-review-translation", "needs-l10n"] {
        assert_eq!(read(" approved=\"yes\"", &format!(" state=\"{state}\"")), (true, false), "{state}");
    }
}

#[test]
fn characters_that_xml_cannot_have_are_replaced() {
    let written = write(&catalogue("fr", vec![Entry::new("a", one("x\u{1}y\u{ffff}"))]));
    let (read, findings, _) = read_text(&written);
    assert_eq!((findings, read.unwrap().entries[0].source.other()), (vec![], "x\u{fffd}y\u{fffd}"));
}

#[test]
fn each_text_has_its_place() {
    let (read, _, sources) = read_text(WHOLE);
    let entries = read.unwrap().entries;
    let line = |span: Span| sources.position(span.file, span.start).0;
    let places: Vec<_> = entries.iter().map(|entry| line(entry.place)).collect();
    assert_eq!(places, [10, 21, 38, 42]);
    assert!(sources.slice(entries[3].place).starts_with("<trans-unit id=\"text\""));
    assert!(sources.slice(entries[3].place).ends_with("نص</source>"));
    let targets: Vec<_> = entries[1]
        .target_places
        .iter()
        .map(|(category, span)| (*category, line(*span), sources.slice(*span)))
        .collect();
    let expected = [("one", 24, "une école"), ("many", 29, "{schools} d’écoles"), ("other", 34, "{schools}")];
    assert_eq!(targets, expected);
    let [("other", empty)] = entries[2].target_places[..] else { panic!() };
    assert_eq!((line(empty), sources.slice(empty)), (40, ""));
}

/// What tools do to a file: a namespace of their own, other groups and notes, CDATA, marked stretches, ids
/// that they number, units without a translation.
#[test]
fn the_files_of_other_tools_are_read() {
    let text = r#"<?xml version='1.0' encoding='utf-8'?>
<!-- by a tool -->
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" xmlns:tool="urn:tool" version="1.2">
 <x:file source-language='ar_SY' target-language='fr_FR' original='demo-2031-06' datatype='x-any' tool:more='1'>
  <tool:settings><tool:deep>é</tool:deep></tool:settings>
  <x:body><x:group id="g1"><x:group>
   <x:trans-unit id="1" resname="title" tool:seen="yes">
    <x:source>نص&#x20;و&#1606;ص</x:source><x:seg-source><x:mrk mtype="seg" mid="0">نص</x:mrk></x:seg-source>
    <x:target state="signed-off" xml:lang="fr"><x:mrk mtype="seg" mid="0">un <![CDATA[<texte> &]]></x:mrk>&apos;</x:target>
    <tool:info><tool:deep/></tool:info>
    <x:note>Alone</x:note><x:note from="reviewer">one
two</x:note>
    <x:alt-trans><x:source>other</x:source><x:target>match</x:target></x:alt-trans>
   </x:trans-unit>
  </x:group></x:group>
  <x:trans-unit id="lead"><x:source>قال</x:source></x:trans-unit>
  <x:trans-unit id="closing"><x:source>انتهى</x:source><x:target/></x:trans-unit>
  </x:body>
 </x:file>
</x:xliff>"#;
    let (read, findings, _) = read_text(text);
    assert_eq!(findings, []);
    let expected = Catalogue {
        edition: "demo-2031-06".into(),
        lang: "fr-FR".into(),
        master: "ar-SY".into(),
        base: String::new(),
        translator: None,
        entries: vec![
            Entry {
                target: Some(one("un <texte> &'")),
                notes: vec!["Alone".into()],
                remarks: vec!["one".into(), "two".into()],
                ..Entry::new("title", one("نص ونص"))
            },
            Entry::new("lead", one("قال")),
            Entry::new("closing", one("انتهى")),
        ],
        obsolete: vec![],
    };
    assert_eq!(placeless(read.unwrap()), expected);
}

#[test]
fn forms_filled_in_part_are_told_and_left_untranslated() {
    let (read, findings, sources) = read_text(&WHOLE.replace(">une école</target>\n", "> </target>\n"));
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
    assert_eq!(told, [("PO08", false, "`highlights[2]` lacks the plural forms `one`", 24)]);
    assert_eq!(read.unwrap().entries[1].target, None);
    // The `many` of French need not be there.
    let (read, findings, _) = read_text(&WHOLE.replace(">{schools} d’écoles</target>\n", "></target>\n"));
    assert_eq!(findings, []);
    let target = forms("", &[("one", "une école"), ("other", "{schools}")]);
    assert_eq!(read.unwrap().entries[1].target, Some(target));
}

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

#[test]
fn broken_files_are_refused_at_their_line() {
    let with = |from: &str, to: &str| {
        assert!(WHOLE.contains(from), "{from}");
        WHOLE.replacen(from, to, 1)
    };
    let doctype = "<!DOCTYPE xliff [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<xliff";
    let deep = format!("{}{}", "<group>".repeat(70), "</group>".repeat(70));
    let cases: &[(String, &str)] = &[
        (String::new(), "1:1 PO09 the file has no element"),
        ("نص".into(), "1:1 PO09 there is something outside the only element of the file"),
        (WHOLE.to_owned() + "<more/>", "49:1 PO09 there is something outside the only element of the file"),
        (WHOLE.to_owned() + "more", "48:9 PO09 there is something outside the only element of the file"),
        (WHOLE[..WHOLE.find("    </body>").unwrap()].into(), "9:5 PO09 `<body>` is not closed"),
        (WHOLE[..WHOLE.find("قال</source>").unwrap()].into(), "39:9 PO09 `<source>` is not closed"),
        (with("</group>", "</grupo>"), "37:7 PO09 `</grupo>` closes `<group>`"),
        (with("</xliff>", "</xliff></xliff>"), "48:9 PO09 `</xliff>` closes nothing"),
        (with(" &amp; tu<", " & tu<"), "14:10 PO09 `&` begins no character"),
        (with(" &amp; tu<", " &nbsp; tu<"), "14:10 PO09 `&nbsp;` is no character of XML"),
        (with("id=\"lead\"", "id=\"&lead;\""), "38:7 PO09 `&lead;` is no character of XML"),
        (
            with("id=\"lead\"", "id=\"lead\" id=\"lead\""),
            "38:7 PO09 an attribute is given twice, or is not written `name=\"value\"`",
        ),
        (
            with("id=\"lead\"", "id=lead"),
            "38:7 PO09 an attribute is given twice, or is not written `name=\"value\"`",
        ),
        (with("<xliff", doctype), "2:1 PO10 the file has a DOCTYPE"),
        (with("UTF-8", "windows-1256"), "1:1 PO05 the file does not say `encoding=\"UTF-8\"`"),
        (
            with("<body>", &format!("<body>{deep}")),
            "9:438 PO10 elements stand more than 64 deep in each other",
        ),
        (with("version=\"1.2\"", "version=\"2.0\""), "2:1 PO10 the file is not XLIFF 1.2"),
        (with("document:1.2", "document:2.0"), "2:1 PO10 the file is not XLIFF 1.2"),
        ("<html version=\"1.2\"/>".into(), "1:1 PO10 the file is not XLIFF 1.2"),
        (with("</file>", "</file>\n<file/>"), "48:1 PO10 there is a second `<file>`"),
        (
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>".into(),
            "1:1 PO04 `<xliff>` has no `<file>`",
        ),
        (with(" original=\"demo-2031-06\"", ""), "3:3 PO05 `<file>` has no `original`"),
        (with(" target-language=\"fr\"", ""), "3:3 PO05 `<file>` has no `target-language`"),
        (with(" id=\"lead\" resname=\"lead\"", ""), "38:7 PO04 `<trans-unit>` has no `resname`"),
        (with("<source>قال</source>", ""), "38:7 PO04 `<trans-unit>` has no `<source>`"),
        (with("resname=\"lead\"", "resname=\"title\""), "38:7 PO07 `title` is given twice"),
        (
            with("resname=\"highlights[2][many]\"", "resname=\"highlights[2][one]\""),
            "27:9 PO07 `highlights[2][one]` is given twice",
        ),
        (
            with("resname=\"highlights[2][many]\"", "resname=\"highlights[2][two]\""),
            "27:9 PO06 `highlights[2][two]` is no plural form of `highlights[2]` in `fr`",
        ),
        (
            with("resname=\"highlights[2][many]\"", "resname=\"elsewhere[many]\""),
            "27:9 PO06 `elsewhere[many]` is no plural form of `highlights[2]` in `fr`",
        ),
        (
            with("[other]\" resname=\"highlights[2][other]\"", "\" resname=\"highlights[2][many]\""),
            "32:9 PO07 `highlights[2][many]` is given twice",
        ),
        (with("un texte", "un <ph id=\"1\">{schools}</ph>"), "44:39 PO11 `<ph>` stands inside a text"),
        (with("قال</source>", "قال<x id=\"1\"/></source>"), "39:20 PO11 `<x>` stands inside a text"),
        (with("<body>", "<corps>").replace("</body>", "</corps>"), "3:3 PO04 `<file>` has no `<body>`"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text), *expected, "\n{text}");
    }
    let lost = with("restype=\"x-gettext-plurals\">", "restype=\"x-gettext-plurals\"><!--").replacen(
        "</group>",
        "--></group>",
        1,
    );
    assert_eq!(told(&lost), "21:7 PO04 `highlights[2]` has no unit `highlights[2][one]`");
    let large = with("</body>", &format!("</body>{}", " ".repeat(17 << 20)));
    assert_eq!(
        told(&large),
        format!("1:1 YA12 the file has {} bytes; at most 16777216 are read", large.len())
    );
}

/// Cut anywhere, a file is refused.
#[test]
fn a_file_that_was_cut_off_is_refused() {
    let end = WHOLE.trim_end().len();
    for at in (0..end).filter(|at| WHOLE.is_char_boundary(*at)) {
        told(&WHOLE[..at]);
    }
}
