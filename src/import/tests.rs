//! Imports as a whole: what is taken over, and what is told of the rest.

use std::collections::BTreeMap;

use rust_xlsxwriter::Workbook;

use super::*;
use crate::diag::Severity;
use crate::yaml::{parse, write_tree};

fn known() -> Known {
    let text = "
places:
  IQG08: {name: {ar: بغداد, en: Baghdad}, iso: IRQ, level: 1}
  IQG09: {name: {ar: دهوك, en: Duhok}, iso: IRQ, level: 1, aliases: [Dahuk]}
  IQG15: {name: {ar: نينوى, en: Ninewa}, iso: IRQ, level: 1, aliases: [IQ-NI]}
orgs:
  jor: {type: state, name: {ar: الأردن, en: Jordan}, iso3: JOR}
";
    let mut sources = Sources::new();
    let file = sources.add("shared.yaml", "", text.to_owned());
    Known::of(&parse(file, &sources, &Limits::default()).0.expect("a tree"))
}

/// A map for returnees by place, with more lines.
fn returns(more: &str) -> String {
    format!(
        "import: returns\ntarget: returnees.displaced\ngroup_by: [place]\ncolumns:\n  place: {{column: [code], name: \
         [المحافظة, name], as: place}}\n  returned.individuals: {{column: [people, العائدون], as: \
         number}}\nconstants: {{as_of: 2031-07-31}}\n{more}"
    )
}

/// The written figures by path, and the findings as `code: message`.
fn run(table: &[u8], map: &str) -> (BTreeMap<String, String>, Vec<String>) {
    let mut sources = Sources::new();
    let map = read_map(map.as_bytes(), "map.yaml", &mut sources).unwrap_or_else(|it| panic!("{it:#?}"));
    let (imported, findings) = import(table, "t.csv", &map, &known(), &mut sources);
    let told = findings.iter().map(|it| {
        let severity = if it.severity == Severity::Error { "E" } else { "W" };
        format!("{severity} {}: {}", it.code, it.message)
    });
    (imported.map(|it| moves::flat(&it.tree)).unwrap_or_default(), told.collect())
}

fn people(table: &str, more: &str) -> (Vec<(String, String)>, Vec<String>) {
    let (figures, findings) = run(table.as_bytes(), &returns(more));
    let of = |(path, text): (String, String)| {
        let place = path.strip_prefix("returnees.displaced.rows[")?.strip_suffix("].returned.individuals")?;
        Some((place.to_owned(), text))
    };
    (figures.into_iter().filter_map(of).collect(), findings)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(place, people)| ((*place).to_owned(), (*people).to_owned())).collect()
}

#[test]
fn headers_are_matched_in_arabic_and_english_and_by_hashtags() {
    let expected = pairs(&[("IQG09", "7"), ("IQG15", "120")]);
    for table in [
        "code,people\nIQG15,120\nIQG09,7\n",
        "CODE , People\nIQG15,120\nIQG09,7\n",
        "المحافظه;العائدون\nنينوى;١٢٠\nدهوك;٧\n",
        "Table 4\n\nx,code,people\n1,IQG15,120\n2,IQG09,7\n",
        "code,people\n#adm1+code,#affected+returnees\nIQG15,120\nIQG09,7\n",
    ] {
        assert_eq!(people(table, ""), (expected.clone(), vec![]), "{table}");
    }
    let tagged = returns("")
        .replace("[code]", "[\"#adm1 +code\"]")
        .replace("[people, العائدون]", "\"#affected+returnees\"");
    let (figures, findings) = run(b"a,b\n#adm1+code,#affected+returnees\nIQG15,120\n", &tagged);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(figures["returnees.displaced.rows[IQG15].returned.individuals"], "120");
}

#[test]
fn columns_that_are_not_there_or_there_twice_are_told() {
    let (_, findings) = people("code,peopel\nIQG15,120\n", "");
    assert_eq!(findings, ["E IM06: the table has no column `people`, `العائدون`"]);
    let (_, findings) = people("code,people,People\nIQG15,120,3\n", "");
    assert_eq!(findings, ["E IM06: the columns B and C have the same header"]);
}

#[test]
fn groups_are_summed_exactly_and_what_is_missing_is_not_zero() {
    let table = "code,people\nIQG15,0.1\nIQG15,0.2\nIQG09,nan\nIQG08,4\nIQG08,-\n";
    let (figures, findings) = people(table, "decimal: point\n");
    assert_eq!(figures, pairs(&[("IQG08", "4"), ("IQG15", "0.3")]));
    assert_eq!(
        findings,
        ["W IM18: a sum of `returned.individuals` is without 1 of its rows, which have no value: row 6"]
    );
    let latest = returns("").replace("as: number", "as: number, combine: last");
    assert_eq!(
        run(b"code,people\nIQG15,5\nIQG15,3\n", &latest).0["returnees.displaced.rows[IQG15].returned.individuals"],
        "3"
    );
    let most = returns("").replace("as: number", "as: number, combine: max");
    assert_eq!(
        run(b"code,people\nIQG15,5\nIQG15,3\n", &most).0["returnees.displaced.rows[IQG15].returned.individuals"],
        "5"
    );
}

#[test]
fn totals_are_compared_and_dropped() {
    let sound = "code,name,people\nIQG15,Ninewa,120\nIQG09,Duhok,7\nTotal,,127\n";
    assert_eq!(people(sound, ""), (pairs(&[("IQG09", "7"), ("IQG15", "120")]), vec![]));
    let arabic = "name,people\nنينوى,١٢٠\nدهوك,٧\nالإجمالي,١٢٨\n";
    let (figures, findings) = people(arabic, "");
    assert_eq!(figures, pairs(&[("IQG09", "7"), ("IQG15", "120")]));
    assert_eq!(findings, ["W IM11: the total in B4 is 128, and the cells B2:B3 add up to 127"]);
    // Parts with totals of their own, and a total of all; a filter does not change what is compared.
    let parts = "name,people\nNinewa,1\nDuhok,2\nSubtotal,3\nBaghdad,4\nSubtotal,4\nGrand total,7\n";
    let filter = "where: [{column: name, not: Duhok}]\n";
    assert_eq!(people(parts, filter), (pairs(&[("IQG08", "4"), ("IQG15", "1")]), vec![]));
}

#[test]
fn notes_under_the_table_are_passed_over() {
    let table = "name,people\nNinewa,120\n\nSource: the ministry,\nNumbers are provisional,\n";
    assert_eq!(people(table, ""), (pairs(&[("IQG15", "120")]), vec![]));
}

#[test]
fn filters_choose_rows() {
    let table = "code,people,round,kind\nIQG15,1,41,a\nIQG15,2,42,A\nIQG09,3,42,b\nIQG08,4,9,\n";
    let places = |filter: &str| {
        let (figures, findings) = people(table, &format!("where: [{filter}]\n"));
        assert_eq!(findings, Vec::<String>::new(), "{filter}");
        figures.into_iter().map(|(place, people)| format!("{place} {people}")).collect::<Vec<_>>()
    };
    assert_eq!(places("{column: round, equals: 42}"), ["IQG09 3", "IQG15 2"]);
    assert_eq!(places("{column: round, latest: true}"), ["IQG09 3", "IQG15 2"]);
    assert_eq!(places("{column: kind, in: [a, c]}"), ["IQG15 3"]);
    assert_eq!(places("{column: kind, not: a}"), ["IQG08 4", "IQG09 3"]);
    assert_eq!(places("{column: kind, present: true}"), ["IQG09 3", "IQG15 3"]);
    assert_eq!(places("{column: kind, present: false}"), ["IQG08 4"]);
    assert_eq!(places("{column: status, equals: x, optional: true}"), ["IQG08 4", "IQG09 3", "IQG15 3"]);
    let (_, findings) = people(table, "where: [{column: kind, equals: z}]\n");
    assert_eq!(findings, ["E IM22: no row of `t.csv` is taken over"]);
}

#[test]
fn a_number_that_can_be_two_is_settled_by_the_column_or_the_map_or_refused() {
    let (_, findings) = people("code;people\nIQG15;1,234\nIQG09;7\n", "");
    assert_eq!(findings, ["E IM08: `1,234` in B2 is 1234 or 1.234"]);
    let (figures, _) = people("code;people\nIQG15;1,234\nIQG09;1,234,567\n", "");
    assert_eq!(figures, pairs(&[("IQG09", "1234567"), ("IQG15", "1234")]));
    let (figures, _) = people("code;people\nIQG15;1,234\n", "decimal: comma\n");
    assert_eq!(figures, pairs(&[("IQG15", "1.234")]));
    let (_, findings) = people("code;people\nIQG15;about 12\n", "");
    assert_eq!(findings, ["E IM07: `about 12` in B2 is not a number"]);
}

#[test]
fn places_that_are_not_sure_are_errors_at_their_cells_and_left_out() {
    let table = "code,name,people\nIQG08,Dahuk,1\nIQ-G08,,2\nIQ-G08,Dahuk,3\n,Ninevah,4\nIQ-NI,,5\nIQG08,Bagdad city,6\n";
    let (figures, findings) = people(table, "");
    assert_eq!(figures, pairs(&[("IQG08", "6"), ("IQG09", "3"), ("IQG15", "5")]));
    assert_eq!(
        findings,
        [
            "E IM10: `IQG08` in A2 is `IQG08`, and the name beside it, `Dahuk`, is `IQG09`",
            "E IM20: `IQ-G08` in A3 is a place code of older files",
            "E IM09: there is no place `Ninevah`, in A5",
            "W IM10: no place has the name `Bagdad city`; `IQG08` in A7 is taken by its code",
        ]
    );
}

#[test]
fn marks_of_notes_are_kept_beside_the_figure() {
    let (figures, findings) = people("code,people\nIQG15,120*\n", "");
    assert_eq!(figures, pairs(&[("IQG15", "120")]));
    assert_eq!(findings, ["W IM21: the number in B2 has the mark `*` of a note"]);
}

#[test]
fn figures_have_ids_from_a_pattern_and_say_their_cells_in_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Q2").expect("name");
    for (row, (name, count)) in
        [("Governorate", None), ("Ninewa", Some(0.1 + 0.2)), ("Duhok", Some(4821.0))].iter().enumerate()
    {
        sheet.write(row as u32, 0, *name).expect("written");
        match count {
            Some(count) => sheet.write(row as u32, 1, *count).expect("written"),
            None => sheet.write(row as u32, 1, "Attacks").expect("written"),
        };
    }
    let map = "import: attacks\ntarget: figures\nid: attacks_{place}\ncolumns:\n  place: {column: governorate, as: \
               place}\n  value: {column: attacks, as: number}\nconstants: {metric: incidents, as_of: 2031-06, \
               confidence: moderate}\nsource: s_police\n";
    let mut sources = Sources::new();
    let map = read_map(map.as_bytes(), "map.yaml", &mut sources).expect("a map");
    let bytes = book.save_to_buffer().expect("saved");
    let (imported, findings) = import(&bytes, "in/attacks.xlsx", &map, &known(), &mut sources);
    assert_eq!(findings, []);
    let imported = imported.expect("figures");
    let text = write_tree(&imported.tree, "");
    let sha256 =
        text.lines().find_map(|line| line.trim().strip_prefix("sha256: ")).expect("a hash").to_owned();
    assert_eq!(sha256.len(), 64);
    assert_eq!(
        text.replace(&sha256, "HASH"),
        "figures:
  - id: attacks_iqg09
    metric: incidents
    value: 4821
    as_of: 2031-06
    place:
      - IQG09
    source:
      - s_police
    confidence: moderate
    origin:
      file: \"attacks.xlsx\"
      sheet: \"Q2\"
      cells: B3
      sha256: HASH
  - id: attacks_iqg15
    metric: incidents
    value: 0.3
    as_of: 2031-06
    place:
      - IQG15
    source:
      - s_police
    confidence: moderate
    origin:
      file: \"attacks.xlsx\"
      sheet: \"Q2\"
      cells: B2
      sha256: HASH
"
    );
    assert_eq!((imported.entries, imported.rows), (2, 2));
}

#[test]
fn two_rows_for_one_entry_and_words_without_translation_are_errors() {
    let map = "import: flows\ntarget: funding.contributions\nid: f_{flow}\ncolumns:\n  flow: {column: id, required: \
               true}\n  donor: {column: donor, as: org}\n  stage: {column: status, as: word, words: {paid: paid}}\n  \
               amount: {column: usd, as: number}\nconstants: {currency: USD}\n";
    let (figures, findings) =
        run(b"id,donor,status,usd\n1,Jordan,paid,5\n1,JOR,paid,6\n2,Jordan,Paid ,7\n3,Jordan,pledge,8\n4,Jordania,paid,9\n,Jordan,paid,1\n", map);
    assert_eq!(
        findings,
        [
            "E IM12: the map has no word for `pledge` in C5",
            "W IM19: no organization has the name `Jordania`, in B6",
            "E IM13: two rows are `f_1`",
            "E IM14: row 7 has no value for `flow`",
        ]
    );
    let donors: Vec<(&str, &str)> = figures
        .iter()
        .filter(|(path, _)| path.contains("donor"))
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    assert_eq!(
        donors,
        [
            ("funding.contributions[f_1].donor", "jor"),
            ("funding.contributions[f_2].donor", "jor"),
            ("funding.contributions[f_4].donor.en", "Jordania"),
        ]
    );
}

#[test]
fn maps_are_refused_with_their_places() {
    let faults = |text: &str| {
        let mut sources = Sources::new();
        let findings = read_map(text.as_bytes(), "map.yaml", &mut sources).expect_err("refused");
        let line = |it: &Finding| {
            let place = it.places.first().map(|place| sources.position(place.span.file, place.span.start));
            let (line, column) = place.unwrap_or_default();
            format!("{}:{line}:{column} {}; {}", it.code, it.message, it.help.join("; "))
        };
        findings.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        faults("import: a b\ntarget: figures\ncolumns:\n  valeu: {column: x}\n"),
        [
            "IM04:1:9 `a b` is no name for a map; write small Latin letters, digits and `-`, such as `iom-returns`",
            "IM04:4:3 entries of `figures` have no key `valeu`; did you mean `value`?",
            "IM04:2:9 entries of `figures` need an id; add a pattern such as `id: fts_{flow}`, with a key of `columns` \
             in braces",
        ]
    );
    assert_eq!(faults("import: a\ntarget: figure\ncolumns: {}\n").len(), 1);
    assert_eq!(
        faults("import: a\ntarget: figures\nid: a_{b}\ngroup_by: [valu]\ncolumns: {value: {column: x}}\n"),
        [
            "IM04:4:12 `valu` is no key of `columns`; did you mean `value`?",
            "IM04:3:5 `b` is no key of `columns`; write a key of `columns`",
        ]
    );
}

/// Torn and changed files of every shipped map, and a torn workbook: refused or read, never a panic.
#[test]
fn mutilated_files_are_refused_or_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");
    let (known, mut state, mut read) = (known(), 42_u64, 0);
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for name in names() {
        let mut sources = Sources::new();
        let map = read_map(shipped_text(name).expect("text").as_bytes(), name, &mut sources).expect("a map");
        for file in [format!("{name}.csv"), "returns.ods".to_owned()] {
            let whole = std::fs::read(format!("{folder}/{file}")).expect("a fixture");
            for _ in 0..150 {
                let mut bytes = whole.clone();
                for _ in 0..=random(4) {
                    let at = random(bytes.len());
                    match random(4) {
                        0 => bytes.truncate(at.max(1)),
                        1 => bytes[at] = b"\",;\n#-%*0"[random(9)],
                        2 => bytes[at] = random(256) as u8,
                        _ => drop(bytes.remove(at)),
                    }
                    if bytes.is_empty() {
                        bytes.push(b'x');
                    }
                }
                let (imported, findings) = import(&bytes, &file, &map, &known, &mut sources.clone());
                read += usize::from(imported.is_some());
                assert!(imported.is_some() || findings.iter().any(Finding::is_error));
            }
        }
    }
    assert!(read > 100, "{read}");
}
