//! Text -> the words and numbers that a reader compares, whatever way the text was carried.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words (letters with their marks), numbers with their own points and commas, and the signs that
/// change what a number says. Spaces, direction marks, joiners and other punctuation part them.
pub fn tokens(text: &str) -> Vec<String> {
    let text = plain(text);
    let chars: Vec<char> = text.chars().collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut open = Kind::Gap;
    for (at, &c) in chars.iter().enumerate() {
        let inside = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_numeric());
        let kind = match c {
            '.' | ',' | '٫' | '٬' if inside(at.checked_sub(1)) && inside(Some(at + 1)) => Kind::Number,
            c if c.is_numeric() => Kind::Number,
            c if c.is_alphabetic() || is_combining_mark(c) => Kind::Word,
            '%' | '٪' | '$' | '€' | '<' | '>' | '~' | '+' | '@' => Kind::Sign,
            _ => Kind::Gap,
        };
        match (kind == open && kind != Kind::Sign, tokens.last_mut()) {
            (true, Some(last)) if kind != Kind::Gap => last.push(c),
            _ if kind != Kind::Gap => tokens.push(c.into()),
            _ => {}
        }
        open = kind;
    }
    tokens
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Number,
    Sign,
    Gap,
}

/// NFKC in small letters with straight apostrophes, without what is not seen: direction marks, joiners,
/// soft hyphens, a mark written twice.
pub fn plain(text: &str) -> String {
    let unseen = |c: &char| matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let mut plain = String::new();
    for c in text.replace('’', "'").to_lowercase().nfkc().filter(|c| !unseen(c)) {
        if !(is_combining_mark(c) && plain.ends_with(c)) {
            plain.push(c);
        }
    }
    plain
}

#[test]
fn numbers_and_words_come_apart() {
    assert_eq!(tokens("ما بين مليونين و3\u{a0}ملايين"), ["ما", "بين", "مليونين", "و", "3", "ملايين"]);
    assert_eq!(tokens(">US$7.5\u{2060} million, 43,000."), [">", "us", "$", "7.5", "million", "43,000"]);
    assert_eq!(tokens("متحقَّق أيار/\u{2060}مايو"), tokens("متحقَّ\u{64e}ق أيار / مايو"));
}
