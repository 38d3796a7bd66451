//! Plain words -> truth values and numbers, as strictly as a reader of the file would expect.

use std::str::FromStr;

/// Why a text is not a number: what was expected and, where one can be guessed, what to write.
pub(super) struct NotANumber {
    pub expected: &'static str,
    pub write: Option<String>,
}

/// Reads `true` or `false`.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Reads Latin digits with an optional minus; no zeros in front, no grouping, no exponent.
pub(super) fn whole<T: FromStr>(text: &str, expected: &'static str) -> Result<T, NotANumber> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let canonical = digits == "0" || !digits.starts_with('0');
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(number) if plain && canonical => Ok(number),
        _ => {
            let latin = latin(text);
            let bare = latin.trim_start_matches('0');
            let write = is_whole(bare).then(|| bare.to_owned()).filter(|write| write != text);
            Err(NotANumber { expected, write })
        }
    }
}

/// Reads a decimal with a point.
pub(super) fn decimal(text: &str) -> Result<f64, NotANumber> {
    let body = text.strip_prefix('-').unwrap_or(text);
    let plain = body.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && body.starts_with(|c: char| c.is_ascii_digit())
        && body.ends_with(|c: char| c.is_ascii_digit());
    match text.parse() {
        Ok(number) if plain => Ok(number),
        _ => {
            let latin = latin(text);
            let same = latin == text || latin.parse::<f64>().is_err() || latin.is_empty();
            Err(NotANumber { expected: "a number", write: (!same).then_some(latin) })
        }
    }
}

fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Arabic and Persian digits as Latin ones, the Arabic point as a point, groups of three joined.
pub(super) fn latin(text: &str) -> String {
    let mut groups = text.trim_end_matches(['%', '٪']).split([',', '٬', '_', ' ']).skip(1);
    if groups.any(|group| group.chars().count() != 3 || !group.chars().all(char::is_numeric)) {
        return text.to_owned();
    }
    let latin = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '٫' => Some('.'),
        ',' | '٬' | '_' | '%' | '٪' | ' ' | '+' => None,
        other => Some(other),
    };
    text.chars().filter_map(latin).collect()
}
