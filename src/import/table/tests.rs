//! Tables of every format: exact text, addresses, limits, and what is refused.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;

fn table(bytes: &[u8], name: &str, wanted: &Wanted<'_>) -> Result<Table, Finding> {
    read(bytes, name, wanted, &mut Sources::new())
}

/// The cells of a table, row by row with their numbers.
fn shown(table: &Table) -> Vec<String> {
    let row = |row: &Row| {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        format!("{}: {}", row.number, cells.join("|"))
    };
    table.rows.iter().map(row).collect()
}

fn csv(text: &str) -> Vec<String> {
    shown(&table(text.as_bytes(), "a.csv", &Wanted::default()).expect("a table"))
}

fn refused(bytes: &[u8], name: &str) -> String {
    let finding = table(bytes, name, &Wanted::default()).expect_err("refused");
    format!("{}: {}; {}", finding.code, finding.message, finding.help.join("; "))
}

#[test]
fn separators_are_found_out() {
    for text in ["a,b\n1,2\n", "\u{feff}a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\r\n1|2\r\n"] {
        assert_eq!(csv(text), ["1: a|b", "2: 1|2"], "{text:?}");
    }
    assert_eq!(csv("a;b\n1,5;2,5\n"), ["1: a|b", "2: 1,5|2,5"]);
    assert_eq!(csv("a,b\n\"x, y\",\"say \"\"so\"\"\"\n"), ["1: a|b", "2: x, y|say \"so\""]);
    let wanted = Wanted { delimiter: Some(b';'), ..Wanted::default() };
    let one = table(b"a,b\n1,2\n", "a.csv", &wanted).expect("a table");
    assert_eq!(shown(&one), ["1: a,b", "2: 1,2"]);
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_gives_them() {
    assert_eq!(csv("a,b\n\n1,2\n"), ["1: a|b", "3: 1|2"]);
    assert_eq!(csv("a,b\n\"two\nlines\",2\n3,4\n"), ["1: a|b", "2: two\nlines|2", "3: 3|4"]);
}

#[test]
fn cells_have_places_in_the_shown_text() {
    let mut sources = Sources::new();
    let table =
        read("a,b\n\nx,Öl\n".as_bytes(), "dir/a.csv", &Wanted::default(), &mut sources).expect("a table");
    let cell = &table.rows[1].cells[1];
    assert_eq!(sources.slice(cell.span), "Öl");
    assert_eq!(sources.position(cell.span.file, cell.span.start), (3, 3));
    assert_eq!((sources.name(table.id), table.file.as_str()), ("dir/a.csv", "a.csv"));
    // echo -n 'a' | sha256sum
    let one = read(b"a", "a.csv", &Wanted::default(), &mut sources).expect("a table");
    assert_eq!(one.sha256.to_string(), "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
}

#[test]
fn what_is_no_table_is_refused_with_what_to_do() {
    assert_eq!(
        refused(b"caf\xe9,1\n", "a.csv"),
        "YA01: `a.csv` is not UTF-8 text: byte 0xE9 at line 1, column 4; save it again with the encoding `UTF-8`; \
         older Arabic files are often `Windows-1256`"
    );
    for (bytes, code) in [
        (&b"\xff\xfea\0,\0b\0"[..], "YA01"),
        (b"", "IM01"),
        (b"a,\"b\nc,d\n", "IM01"),
        (b"a\0b,c\n", "IM01"),
        (b"\xd0\xcf\x11\xe0 old", "IM01"),
        (b"%PDF-1.7", "IM01"),
        (b"PK\x03\x04 torn", "IM01"),
    ] {
        assert_eq!(&refused(bytes, "a")[..4], code, "{bytes:?}");
    }
}

#[test]
fn large_tables_are_refused() {
    let many_columns = "x,".repeat(MOST_COLUMNS + 1);
    let many_rows = "x\n".repeat(MOST_ROWS + 1);
    for text in [many_columns, many_rows] {
        assert_eq!(&refused(text.as_bytes(), "a.csv")[..4], "IM02");
    }
    assert_eq!(&refused(&vec![b'x'; MOST_BYTES + 1], "a.csv")[..4], "IM02");
}

/// A sheet with a number in its far corner, and parts that say they unpack to gigabytes.
#[test]
fn workbooks_cannot_blow_up() {
    let mut book = Workbook::new();
    book.add_worksheet().write(1_048_575, 16_383, 1).expect("written");
    assert_eq!(&refused(&book.save_to_buffer().expect("saved"), "a.xlsx")[..4], "IM02");
    let mut bytes = sample();
    let at = bytes.windows(4).position(|it| it == b"PK\x01\x02").expect("directory");
    bytes[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(&refused(&bytes, "a.xlsx")[..4], "IM02");
}

/// Parts that say they unpack to one byte, in the directory and before themselves.
#[test]
fn a_workbook_with_more_in_it_than_it_says_is_refused() {
    for (signature, size) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
        let mut bytes = sample();
        let places: Vec<usize> =
            (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(signature)).collect();
        assert!(places.len() > 5);
        for at in places {
            bytes[at + size..at + size + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
        let read = table(&bytes, "a.xlsx", &Wanted::default());
        // What stands before a part is not what readers go by.
        match signature {
            b"PK\x01\x02" => assert_eq!(&refused(&bytes, "a.xlsx")[..4], "IM01"),
            _ => assert!(read.is_ok()),
        }
    }
}

/// A workbook with numbers, dates, a formula, a hidden sheet and a sheet in Arabic.
fn sample() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let hidden = book.add_worksheet();
    hidden.set_name("Notes").expect("name");
    hidden.set_hidden(true);
    hidden.write(0, 0, "hidden").expect("written");
    let sheet = book.add_worksheet();
    sheet.set_name("Round 42").expect("name");
    sheet.set_active(true);
    for (column, value) in [0.1 + 0.2, 1234567.0, 0.45, 1e15, 7.70, -3.0].into_iter().enumerate() {
        sheet.write(2, column as u16 + 1, value).expect("written");
    }
    let date = ExcelDateTime::from_ymd(2031, 6, 9).expect("a day");
    sheet.write_with_format(3, 1, &date, &day).expect("written");
    sheet.write(3, 2, "١٬٢٣٤").expect("written");
    sheet.write(3, 3, true).expect("written");
    sheet.write_formula(3, 4, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).expect("written");
    let arabic = book.add_worksheet();
    arabic.set_name("العائدون").expect("name");
    arabic.write(0, 0, "نينوى").expect("written");
    book.save_to_buffer().expect("saved")
}

#[test]
fn numbers_of_a_workbook_are_the_digits_that_it_shows() {
    let book = table(&sample(), "a.xlsx", &Wanted::default()).expect("a table");
    assert_eq!(book.sheet.as_deref(), Some("Round 42"), "the first that can be seen");
    assert_eq!(shown(&book), ["3: |0.3|1234567|0.45|1000000000000000|7.7|-3", "4: |2031-06-09|١٬٢٣٤|TRUE|2"]);
    let kinds: Vec<Kind> = book.rows[1].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds[1..3], [Kind::Date, Kind::Text]);
}

#[test]
fn sheets_are_named_or_counted_and_ranges_cut() {
    let book = |sheet, range| {
        let wanted = Wanted { sheet: Some(sheet), range, ..Wanted::default() };
        table(&sample(), "a.xlsx", &wanted).map(|it| shown(&it)).map_err(|it| it.help.join("; "))
    };
    assert_eq!(book("العائدون", None), Ok(vec!["1: نينوى".to_owned()]));
    assert_eq!(book("3", None), Ok(vec!["1: نينوى".to_owned()]));
    assert_eq!(book("notes", None), Ok(vec!["1: hidden".to_owned()]));
    assert_eq!(book("Round 42", Some("C3:D3")), Ok(vec!["3: ||1234567|0.45".to_owned()]));
    assert_eq!(book("Round 43", None), Err("did you mean `Round 42`?".to_owned()));
    assert_eq!(
        book("Round 42", Some("C9:D9")),
        Err("look up the range in the sheet that is imported".to_owned())
    );
    assert_eq!(
        book("Round 42", Some("D4:C3")),
        Err("write its first and last cell, as in `A3:F40`".to_owned())
    );
}

#[test]
fn an_open_document_is_read_alike() {
    let bytes = include_bytes!("../../../tests/fixtures/import/returns.ods");
    let table = table(bytes, "returns.ods", &Wanted::default()).expect("a table");
    assert_eq!(table.sheet.as_deref(), Some("عائدون"));
    assert_eq!(
        shown(&table),
        ["1: المحافظة|عدد العائدين|التاريخ", "2: نينوى|1234.5|2031-06-09", "4: أربيل|0.3"]
    );
}

#[test]
fn columns_have_letters() {
    for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
    {
        assert_eq!(letters(column), name);
        assert_eq!(corner(&format!("{name}7")), Some((column, 7)));
    }
    for wrong in ["", "7", "A", "A0", "AAAA1", "1A"] {
        assert_eq!(corner(wrong), None, "{wrong}");
    }
}
