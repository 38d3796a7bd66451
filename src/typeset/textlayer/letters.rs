//! A character -> what it is to a line of text: a mark on a letter, a control that has done its work, a
//! letter that is written from right to left.

pub(super) use unicode_normalization::char::is_combining_mark as is_mark;

/// Controls that steer layout and mean nothing once it is done: direction (UAX #9), joining, and the
/// places where a line may or may not break. The zero width non-joiner is not one of them: in Persian it
/// is part of the spelling.
pub(super) fn is_spent(char: char) -> bool {
    matches!(
        char,
        '\u{61c}'
            | '\u{200b}'
            | '\u{200d}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// As [`is_spent`], without the joiner, which holds emoji and Indic clusters together.
pub(super) fn is_spent_from_left(char: char) -> bool {
    char != '\u{200d}' && is_spent(char)
}

/// Letters and marks of scripts that run from right to left. Digits are not among them.
pub(super) fn is_right_to_left(char: char) -> bool {
    match char {
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{66b}' | '\u{66c}' => false,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            char.is_alphabetic() || is_mark(char)
        }
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1eeff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_told_apart() {
        let all = |is: fn(char) -> bool, text: &str| text.chars().filter(|c| is(*c)).collect::<String>();
        let text = "a5٥۵،.\u{200c}\u{200d}\u{2060}بّ\u{64b}\u{670}é\u{301}";
        assert_eq!(all(is_right_to_left, text), "بّ\u{64b}\u{670}");
        assert_eq!(all(is_mark, text), "\u{651}\u{64b}\u{670}\u{301}");
        assert_eq!(all(is_spent, text), "\u{200d}\u{2060}");
        assert_eq!(all(is_spent_from_left, text), "\u{2060}");
    }
}
