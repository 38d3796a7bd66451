//! TR10: a text that is the master text over again: copied into the file to be translated, and forgotten.

use std::collections::BTreeMap;

use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::text::{Message, Segment, Texts};

/// Texts of up to this many words may be names, which are the same in many languages.
const SHORT: usize = 2;

pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let head = &dossier.edition.head;
    let Some(master) = dossier.languages.get(head.master.as_str()) else { return Vec::new() };
    let masters: BTreeMap<String, String> =
        master.texts.all().map(|(key, message)| (key, words(message))).collect();
    let others = dossier.languages.iter().filter(|(lang, _)| **lang != head.master.value);
    others.flat_map(|(_, language)| copies(&language.texts, &masters, &head.master)).collect()
}

fn copies(texts: &Texts, masters: &BTreeMap<String, String>, master: &str) -> Vec<Finding> {
    let lang = &texts.lang;
    let same = texts.all().filter(|(key, message)| {
        let words = words(message);
        words.split_whitespace().filter(|it| it.contains(char::is_alphabetic)).count() > SHORT
            && masters.get(key) == Some(&words)
    });
    same.map(|(key, message)| {
        Finding::warning("TR10", format!("`{key}` in `{lang}` is the text of `{master}` untranslated"))
            .at(message.span, "the same words")
            .path(format!("text.{lang}.{key}"))
            .help("translate it, or take it out until it is translated: the page marks it as missing")
    })
    .collect()
}

/// The words of a message with a mark for each placeholder, white space made one.
fn words(message: &Message) -> String {
    let parts = message.segments.iter().map(|segment| match segment {
        Segment::Words(words) => words.as_str(),
        Segment::Slot(_) => "\u{fffc}",
    });
    parts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
