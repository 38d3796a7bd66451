//! A text -> the same two fifths longer, in letters with accents and between brackets.
//!
//! Languages in which words are put together need up to that much more room than English in a line of text,
//! and their words are long. So most letters are added inside the words, and a long text gets words besides.

use super::kept::{Piece, pieces};
use super::letters;
use crate::locale::{Kind, Part};

/// Letters added for so many there are, rounded up.
const MORE: (usize, usize) = (2, 5);
/// From this many letters on, half of what is added are further words.
const LONG_TEXT: usize = 40;
/// The further words, the longest first.
const FURTHER: [&str; 6] =
    ["stabilisierungsvorhaben", "wiederaufbauhilfe", "zusammenarbeit", "weiterhin", "dabei", "und"];

/// A phrase: its words of the language itself are lengthened, the other parts stay. Remarks about it are texts of
/// their own.
pub fn phrase(parts: Vec<Part>) -> Vec<Part> {
    let (remarks, parts): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|part| part.flag.is_some());
    let mut parts = words(parts);
    parts.extend(remarks.into_iter().map(|part| Part { text: plain(&part.text), ..part }));
    parts
}

fn words(mut parts: Vec<Part>) -> Vec<Part> {
    let own = |part: &Part| matches!(part.kind, Kind::Text | Kind::Missing);
    let mut texts: Vec<&mut String> =
        parts.iter_mut().filter(|part| own(part)).map(|part| &mut part.text).collect();
    if !lengthen(&mut texts) {
        return parts;
    }
    match parts.first_mut() {
        Some(part) if part.kind == Kind::Text => part.text.insert(0, '['),
        _ => parts.insert(0, Part { text: "[".to_owned(), ..Part::default() }),
    }
    match parts.last_mut() {
        Some(part) if part.kind == Kind::Text => part.text.push(']'),
        _ => parts.push(Part { text: "]".to_owned(), ..Part::default() }),
    }
    parts
}

/// A text without parts.
pub fn plain(text: &str) -> String {
    let mut text = letters::romanized(text);
    if lengthen(&mut [&mut text]) { format!("[{text}]") } else { text }
}

/// Lengthens texts that read as one; false if there is no word in them.
fn lengthen(texts: &mut [&mut String]) -> bool {
    for text in texts.iter_mut() {
        **text = letters::romanized(text);
    }
    let count = texts.iter().map(|text| letter_count(text)).sum::<usize>();
    if count == 0 {
        return false;
    }
    let more = (count * MORE.0).div_ceil(MORE.1);
    let places: usize = texts.iter().map(|text| gaps(text)).sum();
    let room = if count < LONG_TEXT || places == 0 { 0 } else { more / 2 };
    let further = further_words(room);
    let inside = more - further.iter().map(|word| word.len()).sum::<usize>();
    let mut pen = Pen { count, inside, further, places, ..Pen::default() };
    for text in texts.iter_mut() {
        let written: String = pieces(text).into_iter().map(|piece| pen.write(piece)).collect();
        **text = written;
    }
    true
}

/// The longest words that are together no longer than `room`.
fn further_words(mut room: usize) -> Vec<&'static str> {
    let mut words = Vec::new();
    while let Some(word) = FURTHER.iter().find(|word| word.len() <= room) {
        room -= word.len();
        words.push(*word);
    }
    words
}

fn letter_count(text: &str) -> usize {
    let letters = |piece| match piece {
        Piece::Words(words) => words.chars().filter(|c| c.is_alphabetic()).count(),
        Piece::Kept(_) => 0,
    };
    pieces(text).into_iter().map(letters).sum()
}

/// Spaces after a letter: there another word may stand.
fn gaps(text: &str) -> usize {
    let gaps = |piece| match piece {
        Piece::Words(words) => {
            words.chars().zip(words.chars().skip(1)).filter(|(c, next)| is_gap(*c, *next)).count()
        }
        Piece::Kept(_) => 0,
    };
    pieces(text).into_iter().map(gaps).sum()
}

fn is_gap(before: char, c: char) -> bool {
    before.is_alphabetic() && c == ' '
}

/// What has been written of the texts.
#[derive(Default)]
struct Pen {
    /// Letters in all, and how many of them are added inside words.
    count: usize,
    inside: usize,
    /// Further words, and the places for them.
    further: Vec<&'static str>,
    places: usize,
    /// Letters, added letters, places and further words up to here.
    read: usize,
    added: usize,
    passed: usize,
    used: usize,
}

impl Pen {
    fn write(&mut self, piece: Piece<'_>) -> String {
        let words = match piece {
            Piece::Words(words) => words,
            Piece::Kept(kept) => return kept.to_owned(),
        };
        let mut written = String::new();
        let mut word = String::new();
        let mut before = ' ';
        for c in words.chars() {
            if c.is_alphabetic() {
                word.push(c);
            } else {
                self.word(&mut word, &mut written);
                if is_gap(before, c) {
                    self.gap(&mut written);
                }
                written.push(c);
            }
            before = c;
        }
        self.word(&mut word, &mut written);
        written
    }

    /// A word with its share of the letters added: vowels doubled first, then the other letters, the head last.
    fn word(&mut self, word: &mut String, written: &mut String) {
        let letters: Vec<char> = word.drain(..).collect();
        self.read += letters.len();
        let share = (self.read * self.inside).div_ceil(self.count) - self.added;
        self.added += share;
        let mut order: Vec<usize> = (0..letters.len()).collect();
        order.sort_by_key(|at| (!is_vowel(letters[*at]), *at == 0));
        let mut times = vec![1; letters.len()];
        for at in order.into_iter().cycle().take(share) {
            times[at] += 1;
        }
        for (letter, times) in letters.into_iter().zip(times) {
            written.push(letters::accented(letter));
            let small = letter.to_lowercase().next().unwrap_or(letter);
            written.extend(std::iter::repeat_n(letters::accented(small), times - 1));
        }
    }

    /// A place for a further word: they stand as far from each other as the places allow.
    fn gap(&mut self, written: &mut String) {
        self.passed += 1;
        let due = match self.passed == self.places {
            true => self.further.len(),
            false => self.passed * (self.further.len() + 1) / (self.places + 1),
        };
        while self.used < due {
            written.push(' ');
            written.extend(self.further[self.used].chars().map(letters::accented));
            self.used += 1;
        }
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyAEIOUYäöüéèêàâîïôûùıİ".contains(letter)
}
