//! PDF bytes -> what PDF/A and PDF/UA validation says about them.

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Validates against a PDF/A profile and PDF/UA-1; gives the faults as lines, none for a good file.
///
/// The validator counts the last byte of a stream as part of a line break when it is 0x0D, and then
/// calls `/Length` wrong (rule 6.1.7.1:1). That rule is left out for files whose every `/Length` is
/// exact, and for no others.
pub fn faults(pdf: &[u8], archive: ValidationProfile) -> Vec<String> {
    let exact = lengths_are_exact(pdf);
    let mut faults = Vec::new();
    for profile in [archive, ValidationProfile::PdfUa1] {
        let limits = SafetyLimits::default().with_max_table_grid_rows(100_000);
        let options = ValidationOptions::default().profile(profile).limits(limits);
        match validate_pdf_bytes(pdf, &options) {
            Ok(report) => {
                assert_eq!(report.rules.total, profile.implemented_check_count(), "{profile}: rules run");
                let real = |id: &str| !(exact && id.ends_with(":6.1.7.1:1"));
                let failures = report.failures.iter().filter(|failure| real(&failure.rule_id));
                faults.extend(failures.map(|failure| format!("{profile} {failure}")));
            }
            Err(error) => faults.push(format!("{profile} cannot be checked: {error}")),
        }
    }
    faults
}

/// Whether every stream ends where its direct `/Length` says, with one line feed before `endstream`.
pub fn lengths_are_exact(pdf: &[u8]) -> bool {
    const START: &[u8] = b"stream\n";
    let mut at = 0;
    let mut streams = 0;
    while let Some(found) = find(&pdf[at..], START) {
        let header = &pdf[at..at + found];
        let start = at + found + START.len();
        if header.ends_with(b"end") {
            at = start;
            continue;
        }
        let Some(length) = length(header) else { return false };
        let Some(rest) = pdf.get(start + length..) else { return false };
        if !rest.starts_with(b"\nendstream") {
            return false;
        }
        at = start + length;
        streams += 1;
    }
    streams > 0
}

/// The last direct `/Length` in the bytes before a stream.
fn length(header: &[u8]) -> Option<usize> {
    const KEY: &[u8] = b"/Length ";
    let at = header.windows(KEY.len()).rposition(|window| window == KEY)? + KEY.len();
    let digits: Vec<u8> = header[at..].iter().copied().take_while(u8::is_ascii_digit).collect();
    let after = header.get(at + digits.len()..)?;
    // `7 0 R` would be a reference to the length.
    let reference = after.starts_with(b" ") && after.get(1).is_some_and(u8::is_ascii_digit);
    if reference { None } else { String::from_utf8(digits).ok()?.parse().ok() }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[test]
fn exact_lengths_are_told_from_wrong_ones() {
    let pdf = |length: &str| format!("1 0 obj\n<< /Length {length} >>\nstream\nab\r\nendstream\nendobj\n");
    assert!(lengths_are_exact(pdf("3").as_bytes()));
    assert!(lengths_are_exact(pdf("3").replace(">>\n", ">>").as_bytes()));
    for wrong in ["2", "4", "400", "3 0 R"] {
        assert!(!lengths_are_exact(pdf(wrong).as_bytes()), "{wrong}");
    }
    assert!(!lengths_are_exact(b"%PDF-1.7"));
}
