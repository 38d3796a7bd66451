//! Two texts -> the words of both in one line, those that went and those that came told apart.
//!
//! Words are compared whole, so that a changed ending shows the word before and after it.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Typed;
use crate::locale::CATEGORIES;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// In both texts.
    Same,
    /// In the old text only.
    Gone,
    /// In the new text only.
    New,
}

/// Words with one fate, white space and marks among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words.
    #[serde(rename = "s")]
    pub text: String,
    /// Their fate.
    #[serde(rename = "k")]
    pub change: Change,
    /// Whether this is a placeholder, braces included.
    pub code: bool,
}

/// One form of a text that has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The form, of a message in forms; `by` for the figure that chooses.
    pub form: Option<&'static str>,
    /// Its words before and after.
    pub pieces: Vec<Piece>,
}

/// The words of an old and a new text in one line, in the order of both; what went stands before what came.
pub fn changed(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (words(old), words(new));
    // The space after a word is no part of it: a word is the same at the end of a text.
    let bare = |words: &[&str]| words.iter().map(|word| word.trim_end().to_owned()).collect::<Vec<_>>();
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &bare(&old), &bare(&new)) {
        let (from, to) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            add(&mut pieces, Change::Same, &new[to]);
        } else {
            add(&mut pieces, Change::Gone, &old[from]);
            add(&mut pieces, Change::New, &new[to]);
        }
    }
    pieces
}

fn add(pieces: &mut Vec<Piece>, change: Change, words: &[&str]) {
    // What went at the end of a text had no space after it, and what came stands before it no more.
    if change == Change::New
        && !words.is_empty()
        && let Some(last) = pieces.last_mut().filter(|it| it.change == Change::Gone)
        && !last.text.ends_with(char::is_whitespace)
    {
        last.text.push(' ');
    }
    for word in words {
        let code = word.starts_with('{');
        match pieces.last_mut().filter(|last| last.change == change && last.code == code && !code) {
            Some(last) => last.text.push_str(word),
            None => pieces.push(Piece { text: (*word).to_owned(), change, code }),
        }
    }
}

/// A text in words, marks and placeholders, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '{' => rest.find('}').map_or(rest.len(), |at| at + 1),
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let space = rest[end..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - end);
        let (word, after) = rest.split_at(end + space);
        words.push(word);
        rest = after;
    }
    words
}

/// Letters with their marks and joiners; an apostrophe and a hyphen inside a word stay in it.
fn is_word(c: char) -> bool {
    const MARKS: [char; 7] = ['.', ',', ':', ';', '!', '?', '"'];
    const OTHERS: [char; 10] = ['،', '؛', '؟', '«', '»', '“', '”', '(', ')', '…'];
    !c.is_whitespace() && !MARKS.contains(&c) && !OTHERS.contains(&c) && !"{}[]–—/".contains(c)
}

/// How a text has changed, form by form; what is as it was is left out.
pub fn changes(was: &Typed, now: &Typed) -> Vec<Changed> {
    let mut all = Vec::new();
    let mut add = |form, was: &str, now: &str| {
        if was != now {
            all.push(Changed { form, pieces: changed(was, now) });
        }
    };
    match (was, now) {
        (Typed::One(was), Typed::One(now)) => add(None, was, now),
        _ => {
            let by = |text: &Typed| match text {
                Typed::Forms { by, .. } => format!("{{{by}}}"),
                Typed::One(_) => String::new(),
            };
            add(Some("by"), &by(was), &by(now));
            for category in CATEGORIES {
                let has = |text: &Typed| match text {
                    Typed::Forms { forms, .. } => forms.iter().any(|(known, _)| *known == category),
                    Typed::One(_) => category == "other",
                };
                let form = |text: &Typed| {
                    if has(text) { text.form(category).unwrap_or_default().to_owned() } else { String::new() }
                };
                add(Some(category), &form(was), &form(now));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `same [-gone-][+new+]`, placeholders as `<{code}>`.
    fn line(old: &str, new: &str) -> String {
        let piece = |piece: Piece| {
            let text = if piece.code { format!("<{}>", piece.text) } else { piece.text };
            match piece.change {
                Change::Same => text,
                Change::Gone => format!("[-{text}-]"),
                Change::New => format!("[+{text}+]"),
            }
        };
        changed(old, new).into_iter().map(piece).collect()
    }

    #[test]
    fn whole_words_come_and_go() {
        assert_eq!(line("The cells attack.", "The cells attacked."), "The cells [-attack -][+attacked+].");
        assert_eq!(line("a b c", "a c"), "a [-b -]c");
        assert_eq!(line("a c", "a b c"), "a [+b +]c");
        assert_eq!(line("a b", "a b c d"), "a b [+c d+]");
        assert_eq!(line("same", "same"), "same");
        assert_eq!(line("", "all new"), "[+all new+]");
    }

    #[test]
    fn arabic_marks_and_placeholders_stand_for_themselves() {
        assert_eq!(
            line("عاد {people:acc}، وبقي آخرون.", "عاد {people} إلى ديارهم، وبقي آخرون."),
            "عاد [-<{people:acc} >-][+<{people} >+][+إلى ديارهم+]، وبقي آخرون."
        );
        assert_eq!(line("أُعيدَ فتحُها", "أُعيد فتحُها"), "[-أُعيدَ -][+أُعيد +]فتحُها");
    }
}
