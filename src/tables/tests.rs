//! The tables of the demonstration against its data, and how files are laid out.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Cell, Column, Headers, Layout, Table, tables, write};
use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::layers::Project;

fn dossier(id: &str, audience: Option<&str>) -> Dossier {
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    Dossier::read(&project, id, audience, &mut Sources::new()).0.unwrap()
}

/// A row of a table by the value of one of its columns, as pairs of those asked for.
fn row(tables: &[Table], name: &str, (key, value): (&str, &str), wanted: &[&str]) -> Vec<String> {
    let table = tables.iter().find(|it| it.name == name).unwrap();
    let at = |key: &str| {
        table.columns.iter().position(|it| it.key == key).unwrap_or_else(|| panic!("{name}.{key}"))
    };
    let row = table.rows.iter().find(|row| row[at(key)].written() == value).unwrap();
    wanted.iter().map(|key| row[at(key)].written()).collect()
}

#[test]
fn values_are_those_of_the_data() {
    let tables = tables(&dossier("demo-2031-06", None), "ar").unwrap();
    let figure = row(
        &tables,
        "figures",
        ("id", "reached"),
        &["metric", "qualifier", "value", "unit", "words", "as_of", "key_figure", "change", "status"],
    );
    let want = [
        "demo_reached",
        "approx",
        "1400000",
        "person",
        "نحو 1.4 مليون شخص",
        "2031-06",
        "1",
        "restated",
        "restated",
    ];
    assert_eq!(figure, want);
    let given = row(
        &tables,
        "contributions",
        ("donor", "sundara"),
        &[
            "stage",
            "stage_words",
            "amount",
            "currency",
            "original_amount",
            "original_currency",
            "rate",
            "date",
        ],
    );
    assert_eq!(given, ["paid", "مدفوع", "20000000", "USD", "3000000000", "JPY", "150", "2031-04-15"]);
    // 180 - 35 - 25 - 20.5 million; (35 + 25) / 180 is 33.3 percent.
    let needed = row(
        &tables,
        "requirements",
        ("id", "fac31"),
        &["amount", "paid", "committed", "pledged", "gap", "funded_percent"],
    );
    assert_eq!(needed, ["180000000", "35000000", "25000000", "20500000", "99500000", "33"]);
    let place = row(
        &tables,
        "returnees",
        ("place", "IQG15"),
        &["place_words", "country", "returned", "returned_change", "displaced"],
    );
    assert_eq!(place, ["نينوى", "IRQ", "1191240", "2940", "214310"]);
    let stock = row(&tables, "fighters", ("category", "detained"), &["opening", "in", "out", "closing"]);
    assert_eq!(stock, ["2104", "12", "139", "1977"]);
    let series = tables.iter().find(|it| it.name == "returnees_series").unwrap();
    assert_eq!(series.rows.last().unwrap()[1].written(), "4452150");
}

#[test]
fn every_table_is_whole_and_every_edition_has_the_same() {
    let mut all = BTreeSet::new();
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    for id in project.editions().unwrap() {
        let dossier = dossier(&id, None);
        for lang in dossier.languages.keys() {
            let tables = tables(&dossier, lang).unwrap();
            let names: Vec<&str> = tables.iter().map(|it| it.name).collect();
            all.insert(names);
            for table in tables {
                let keys: BTreeSet<&str> = table.columns.iter().map(|it| it.key).collect();
                assert_eq!(keys.len(), table.columns.len(), "{}: a key twice", table.name);
                for column in &table.columns {
                    assert!(
                        column.key.bytes().all(|c| c.is_ascii_lowercase() || c == b'_'),
                        "{}",
                        column.key
                    );
                    assert!(
                        !column.words.is_empty() && !column.hxl.is_empty(),
                        "{}.{}",
                        table.name,
                        column.key
                    );
                    let is_key = |word: &str| {
                        word.split_once('.').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
                    };
                    assert!(!is_key(&column.words), "{}.{}: no label", table.name, column.key);
                    assert!(column.hxl.starts_with('#') && !column.hxl.contains(' '), "{}", column.hxl);
                }
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
            }
        }
    }
    assert_eq!(all.len(), 1);
}

/// An audience gets the rows that it may see, and no sum from which the others could be told.
#[test]
fn an_audience_gets_no_more_than_its_brief() {
    let (whole, public) = (dossier("demo-2031-06", None), dossier("demo-2031-06", Some("public")));
    let rows = |dossier: &Dossier, name: &str| {
        let tables = tables(dossier, "en").unwrap();
        tables.into_iter().find(|it| it.name == name).unwrap().rows
    };
    for table in tables(&public, "en").unwrap() {
        let whole = rows(&whole, table.name);
        assert!(table.rows.len() <= whole.len(), "{}", table.name);
    }
    assert_eq!(rows(&public, "figures").len(), public.edition.figures.len());
}

#[test]
fn a_file_is_by_the_letter_of_the_rfc() {
    let column = |key, words: &str, hxl: &str| Column { key, words: words.to_owned(), hxl: hxl.to_owned() };
    let table = Table {
        name: "t",
        columns: vec![column("value", "القيمة", "#value"), column("words", "=a", "#value+i_ar")],
        rows: vec![
            vec![Cell::Number("-4.5".parse().unwrap()), Cell::text("one, \"two\"\nthree")],
            vec![Cell::Empty, Cell::text("=1")],
        ],
    };
    let written = |layout| String::from_utf8(write(&table, layout).unwrap()).unwrap();
    assert_eq!(written(Layout::default()), "value,words\r\n-4.5,\"one, \"\"two\"\"\nthree\"\r\n,'=1\r\n");
    let all = Layout { headers: Headers::Words, hxl: true, bom: true };
    assert_eq!(
        written(all),
        "\u{feff}القيمة,'=a\r\n#value,#value+i_ar\r\n-4.5,\"one, \"\"two\"\"\nthree\"\r\n,'=1\r\n"
    );
}
