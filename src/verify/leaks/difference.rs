//! Two outputs that should be equal -> where they first differ: the object of a PDF, or the byte.

/// Where two files of one name differ first; `None` if they do not.
pub(super) fn first(a: &[u8], b: &[u8]) -> Option<String> {
    if a == b {
        return None;
    }
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    if !a.starts_with(b"%PDF-") {
        return Some(format!("byte {at}"));
    }
    // Of the objects, the first whose bytes differ says more than the table behind them.
    Some(match (object(a, at), page(a, at)) {
        (Some(object), Some(page)) => format!("object {object}, {page}"),
        (Some(object), None) => format!("object {object}"),
        (None, _) => format!("byte {at}"),
    })
}

/// The number of the object that a byte of a PDF stands in.
fn object(pdf: &[u8], at: usize) -> Option<String> {
    let before = pdf.get(..at)?;
    let head = rfind(before, b" 0 obj")?;
    let line =
        before.get(..head)?.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |it| it + 1);
    std::str::from_utf8(before.get(line..head)?).ok().map(str::to_owned)
}

/// What kind of object it is, if it says so.
fn page(pdf: &[u8], at: usize) -> Option<String> {
    let before = pdf.get(..at)?;
    let start = rfind(before, b" 0 obj")?;
    let rest = pdf.get(start..)?;
    let end = rest.windows(6).position(|it| it == b"endobj").unwrap_or(rest.len());
    let body = rest.get(..end)?;
    let at = body.windows(6).position(|it| it == b"/Type " || it == b"/Type/")?;
    let word: String = body
        .get(at + 5..)?
        .iter()
        .skip_while(|byte| matches!(byte, b' ' | b'/'))
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .map(|byte| char::from(*byte))
        .collect();
    (!word.is_empty()).then(|| format!("/{word}"))
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|it| it == wanted)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn the_first_object_that_differs_is_named() {
        let pdf = |word: &str| {
            format!(
                "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<< /Type /Page /X ({word}) >>\nendobj\n"
            )
        };
        assert_eq!(first(pdf("a").as_bytes(), pdf("b").as_bytes()).unwrap(), "object 2, /Page");
        assert_eq!(first(pdf("a").as_bytes(), pdf("a").as_bytes()), None);
        assert_eq!(first(b"abc", b"abd").unwrap(), "byte 2");
    }
}
