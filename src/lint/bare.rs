//! An Arabic word as dictionaries list it: without vowel marks and tatweel; and the particles glued before it.
//!
//! It knows no roots: a letter is a particle only where the caller finds the rest in a list of its own.

/// Vowel marks, shadda, sukun, dagger alef, tatweel.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}')
}

/// Whether a word is one of a list parted by spaces.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|entry| entry == word)
}

/// The letters of a word.
pub(super) fn bare(word: &str) -> String {
    word.chars().filter(|c| !is_mark(*c)).collect()
}

/// Every way to part particles (و ف ب ل ك س, one or two) from the front of a word, the undivided word first:
/// the particles and the rest.
pub(super) fn partings(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = word.char_indices().map(|(at, _)| at).take(3);
    starts.map(|at| word.split_at(at)).take_while(|(before, _)| {
        let mut letters = before.chars();
        match (letters.next(), letters.next()) {
            (None, _) => true,
            (Some(one), None) => "وفبلكس".contains(one),
            (Some(one), Some(two)) => "وف".contains(one) && "بلكس".contains(two),
        }
    })
}

/// Whether a word begins with the article, a particle before it or not: `البلاد`, `وللبلاد`.
pub(super) fn is_definite(word: &str) -> bool {
    partings(word).any(|(_, rest)| {
        let letters = rest.chars().count();
        letters > 3 && (rest.starts_with("ال") || rest.starts_with("لل"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_particles_come_off() {
        assert_eq!(bare("شَريكًا"), "شريكا");
        assert_eq!(bare("بـــيت"), "بيت");
        assert_eq!(partings("وبأمس").collect::<Vec<_>>(), [("", "وبأمس"), ("و", "بأمس"), ("وب", "أمس")]);
        assert_eq!(partings("أمس").collect::<Vec<_>>(), [("", "أمس")]);
        assert!(is_definite("وللبلاد") && is_definite("الدول") && is_definite("بالدول"));
        assert!(!is_definite("الف") && !is_definite("بلاد"));
    }
}
