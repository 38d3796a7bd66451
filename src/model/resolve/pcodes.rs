//! Place codes that look like P-codes and are none here -> what is wrong with them, and the right one.
//!
//! A P-code (Common Operational Datasets, administrative boundaries) is the two letters of the country, a
//! letter for the level in some countries, and digits: `IQG15`, `SY07`. Older files of Iraq write `IQ-G08`;
//! their numbers follow another order, so a code without its hyphen is the code of another governorate.

use std::collections::BTreeMap;

use crate::diag::{Finding, Span, nearest};
use crate::model::Place;

/// Whether an id is written as the P-codes in use are.
fn is_code(id: &str) -> bool {
    let bytes = id.as_bytes();
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = &bytes[letters..];
    matches!(letters, 2 | 3) && digits.len() >= 2 && digits.iter().all(u8::is_ascii_digit)
}

/// Whether an id is written as P-codes were in older files: `IQ-G08`.
pub fn is_legacy(id: &str) -> bool {
    id.split_once('-')
        .is_some_and(|(country, rest)| country.len() == 2 && is_code(&format!("{country}{rest}")))
}

/// DA20: what is wrong with an id that is no place, if it is written as the code of one in a country whose
/// codes are known.
pub(super) fn unknown(id: &str, span: Span, places: &BTreeMap<String, Place>) -> Option<Finding> {
    let legacy = is_legacy(id);
    if !legacy && !is_code(id) {
        return None;
    }
    let country = &id[..2];
    let codes = || places.keys().filter(|key| key.starts_with(country) && is_code(key));
    let (first, last) = (codes().next()?, codes().next_back()?);
    let finding = if legacy {
        Finding::error("DA20", format!("`{id}` is a place code of older files")).at(span, "no longer in use")
    } else {
        Finding::error("DA20", format!("`{id}` is not a place code of this project")).at(span, "unknown code")
    };
    let named = places.iter().find(|(_, place)| place.aliases.iter().any(|alias| alias == id));
    Some(match named {
        Some((code, _)) => finding.help(format!("write `{code}`, the code of this place now")),
        None if legacy => finding.help(
            "look the place up by its name: the old numbers follow another order, and the code without its \
             hyphen is another place",
        ),
        None => match nearest(id, codes()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("the codes of this country are `{first}` to `{last}`")),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::{is_code, is_legacy};

    #[test]
    fn codes_are_told_by_their_shape() {
        for code in ["IQG15", "SY07", "SY0701", "TUR034"] {
            assert!(is_code(code) && !is_legacy(code), "{code}");
        }
        for legacy in ["IQ-G08", "SY-07"] {
            assert!(is_legacy(legacy) && !is_code(legacy), "{legacy}");
        }
        for id in ["IRQ", "mosul", "IQ-NI", "IQG1", "iqg15", "IQ-G0X", "-G08", "IQG-08"] {
            assert!(!is_code(id) && !is_legacy(id), "{id}");
        }
    }
}
