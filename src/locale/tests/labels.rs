//! The label files of `data/labels`: one for each language, the same keys and placeholders in all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::Locale;

/// Key by path (`states.trend.new`) and value of a label file, whose values stand on one line.
fn labels(lang: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/labels/{lang}.yaml"));
    let text = fs::read_to_string(&path).unwrap();
    let mut keys: Vec<&str> = Vec::new();
    let mut labels = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#')) {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let (key, value) = line.trim().split_once(':').unwrap();
        keys.truncate(depth);
        keys.push(key);
        if !value.is_empty() {
            let value = value.trim().trim_matches('"').to_owned();
            assert!(labels.insert(keys.join("."), value).is_none(), "{lang}: {key} twice");
        }
    }
    labels
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect();
    found.sort_unstable();
    found
}

#[test]
fn every_language_has_the_same_keys_and_placeholders() {
    let english = labels("en");
    assert!(english.len() > 200);
    for lang in Locale::supported() {
        let own = labels(lang);
        let keys = |labels: &BTreeMap<String, String>| labels.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&own), keys(&english), "{lang}");
        for (key, value) in &own {
            assert!(!value.is_empty(), "{lang}: {key}");
            assert_eq!(placeholders(value), placeholders(&english[key]), "{lang}: {key}");
        }
    }
}

/// Letters that are another language's, and marks that are another script's.
#[test]
fn no_label_has_letters_of_another_language() {
    let foreign = [
        ("ar", "یکەێۆڵڕپچژگ,;?"),
        ("fa", "يكةىەێۆڵڕ,;?"),
        ("ckb", "يكةىثذصضطظأإآ,;?"),
        ("fr", "'\""),
        ("tr", "'\""),
    ];
    for (lang, letters) in foreign {
        for (key, value) in labels(lang) {
            let text = value.split(['{', '}']).step_by(2).collect::<String>();
            let wrong: Vec<char> = text.chars().filter(|c| letters.contains(*c)).collect();
            assert_eq!(wrong, [] as [char; 0], "{lang} {key}: {value}");
        }
    }
}

/// French sets a no-break space before a colon and a narrow one before a semicolon.
#[test]
fn french_labels_have_french_spaces() {
    for (key, value) in labels("fr") {
        for (mark, space) in [(':', '\u{a0}'), (';', '\u{202f}'), ('?', '\u{202f}'), ('!', '\u{202f}')] {
            for (at, _) in value.match_indices(mark) {
                assert_eq!(value[..at].chars().next_back(), Some(space), "{key}: {value}");
            }
        }
    }
}
