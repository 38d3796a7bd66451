//! What others do to a PDF: single bytes, other writers, appended revisions.

use std::process::Command;

use super::{Verdict, one, said};

/// Numbers that look random and are the same every time (SplitMix64).
fn random(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) as usize
}

#[test]
fn every_single_byte_that_was_changed_is_found() {
    let pdf = &one().1;
    let mut state = 6;
    let (mut places, mut told) = (Vec::new(), std::collections::BTreeMap::new());
    // Everywhere, and more often where little is: the first and the last two kilobytes.
    places.extend((0..400).map(|_| random(&mut state) % pdf.len()));
    places.extend((0..100).map(|_| pdf.len() - 1 - random(&mut state) % 2_048));
    places.extend(0..20);
    for at in places {
        let mut tampered = pdf.clone();
        tampered[at] ^= 1 << (random(&mut state) % 8);
        let (verdict, findings) = said(&tampered);
        assert!(!verdict.is_proven() && !findings.is_empty(), "byte {at}: {verdict:?} {findings:?}");
        *told.entry(verdict).or_insert(0) += 1;
    }
    // The first five bytes say that it is a PDF; some others, that it carries anything.
    assert_eq!(told.remove(&Verdict::Foreign), Some(5), "{told:?}");
    assert!(told.keys().all(|it| matches!(it, Verdict::Changed | Verdict::NoSources)), "{told:?}");
}

/// Runs a program over the PDF; nothing where the machine has not got it.
fn rewritten(program: &str, arguments: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("in.pdf"), &one().1).unwrap();
    Command::new(program).args(arguments).current_dir(folder.path()).output().ok()?;
    std::fs::read(folder.path().join("out.pdf")).ok()
}

#[test]
fn a_pdf_that_another_program_wrote_anew_is_told_as_such() {
    let resaved = |pdf: &[u8], by: &str| {
        let (verdict, findings) = said(pdf);
        assert_eq!(verdict, Verdict::Resaved, "{by}: {findings:?}");
        let want = "VE09 `x.pdf` was written anew by another program, and says the same (keep the file that mujaz \
                    made: only that is the same to the byte)";
        assert_eq!(findings, [want], "{by}");
    };
    let mut document = lopdf::Document::load_mem(&one().1).unwrap();
    document.renumber_objects_with(500);
    let mut saved = Vec::new();
    document.save_to(&mut saved).unwrap();
    resaved(&saved, "lopdf");
    if let Some(saved) = rewritten("qpdf", &["--object-streams=generate", "in.pdf", "out.pdf"]) {
        resaved(&saved, "qpdf");
    }
    if let Some(saved) = rewritten("mutool", &["clean", "-gggg", "in.pdf", "out.pdf"]) {
        assert!(matches!(said(&saved).0, Verdict::Resaved | Verdict::Changed), "mutool");
    }
    // Written anew with a page less.
    let mut document = lopdf::Document::load_mem(&one().1).unwrap();
    document.delete_pages(&[1]);
    document.renumber_objects_with(500);
    let mut saved = Vec::new();
    document.save_to(&mut saved).unwrap();
    let (verdict, findings) = said(&saved);
    assert_eq!(verdict, Verdict::Changed);
    assert!(findings[0].starts_with("VE09 `x.pdf` was written anew by another program: "), "{findings:?}");
}

/// Appends a revision with these objects, whose texts may say where the end is as `{end}`.
fn appended(objects: &[(u32, String)]) -> Vec<u8> {
    let mut pdf = one().1.clone();
    pdf.push(b'\n');
    let document = lopdf::Document::load_mem(&one().1).unwrap();
    let mut places = Vec::new();
    for (number, body) in objects {
        places.push((*number, pdf.len()));
        pdf.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    let place = pdf.len();
    pdf.extend(b"xref\n");
    for (number, at) in places {
        pdf.extend(format!("{number} 1\n{at:010} 00000 n \n").bytes());
    }
    let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap().0;
    let (size, before) = (document.max_id + 10, document.xref_start);
    pdf.extend(
        format!("trailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\nstartxref\n{place}\n%%EOF\n")
            .bytes(),
    );
    pdf
}

#[test]
fn a_revision_behind_the_original_is_told_from_it() {
    let original = one().1.len();
    let free = lopdf::Document::load_mem(&one().1).unwrap().max_id + 1;
    // A signature whose range covers everything but itself.
    let sized = |second: usize, rest: usize| {
        let hole = "0".repeat(64);
        appended(&[(
            free,
            format!(
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached\
                 /ByteRange[0 {second:010} {:010} {rest:010}]/Contents<{hole}>>>",
                second + 66
            ),
        )])
    };
    let draft = sized(0, 0);
    let hole = draft.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    let signed = sized(hole, draft.len() - hole - 66);
    let (verdict, findings) = said(&signed);
    assert_eq!(verdict, Verdict::Signed, "{findings:?}");
    assert!(findings[0].starts_with("VE10 `x.pdf` is the original with a signature behind it"));
    // The same without the range, and an object of the original replaced.
    let edited = appended(&[(free, "<</Type/Sig>>".to_owned()), (1, "<</Producer(x)>>".to_owned())]);
    let (verdict, findings) = said(&edited);
    let want = format!(
        "VE10 `x.pdf` is the original with changes behind it: {} bytes, which replace 1 of its objects (the first \
         {original} bytes are the original)",
        edited.len() - original
    );
    assert_eq!((verdict, findings), (Verdict::Edited, vec![want]));
    // An appended revision does not hide a change before it.
    let mut both = edited;
    both[original / 2] ^= 4;
    assert_eq!(said(&both).0, Verdict::Changed);
}
