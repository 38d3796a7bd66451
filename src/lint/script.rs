//! Letters and marks of the Arabic script, and the characters on both sides of a place.
//!
//! What a rule asks of a word before it judges it; nothing here judges.

use std::ops::Range;

use super::bare::bare;

/// Vowels, shadda, sukun, tanwin, hamza and maddah above, dagger alef, and the signs of recitation.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}

/// A letter of the script, in any language that is written in it.
pub(super) fn is_letter(c: char) -> bool {
    let block = matches!(c, '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8c9}');
    block && c.is_alphabetic() && !is_mark(c) && c != '\u{640}' || is_presentation_form(c)
}

/// A shape of a letter with a code of its own, kept in Unicode for old files only. Honorifics, the words of
/// formulas (`ﷺ`, `﷽`), the rial sign and the ornate brackets have no other code.
pub(super) fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fbb1}' | '\u{fbd3}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdc7}' | '\u{fdf0}'..='\u{fdf1}' | '\u{fdf3}'..='\u{fdf9}' | '\u{fe70}'..='\u{fefc}')
}

/// True of a word with a letter of the script.
pub(super) fn is_arabic(word: &str) -> bool {
    word.chars().any(is_letter)
}

/// The letters of a word, those alike that are often written for one another: hamzas on alef, final yeh and
/// alef maqsura, teh marbuta and heh.
pub(super) fn folded(word: &str) -> String {
    let alike = |c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        c => c,
    };
    bare(word).chars().map(alike).collect()
}

/// The character that ends at a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that starts at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The line around a place, without its end.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    start..start + text[start..end].trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_no_letters() {
        assert!(is_mark('\u{651}') && !is_mark('ا') && !is_mark('\u{640}'));
        assert_eq!(folded("إلى المدرسةِ"), "الي المدرسه");
        assert!(is_arabic("کتاب") && is_arabic("ﻻ") && !is_arabic("ISIS") && !is_arabic("ـ"));
        assert!(!is_presentation_form('ﷺ') && !is_presentation_form('﷽') && !is_presentation_form('﴾'));
        assert!(is_presentation_form('ﻻ') && is_presentation_form('ﯾ'));
    }

    #[test]
    fn a_line_is_found_from_any_place_in_it() {
        let text = "أول\r\nثان\n";
        assert_eq!(&text[line(text, 2)], "أول");
        assert_eq!(&text[line(text, text.len() - 1)], "ثان");
        assert_eq!(&text[line(text, text.len())], "");
        assert_eq!((before(text, 0), after(text, text.len())), (None, None));
    }
}
