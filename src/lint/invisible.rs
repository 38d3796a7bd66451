//! Characters that nobody sees: bidirectional controls, joiners, stray codes of other programs.
//!
//! No-break spaces and closed embeddings and isolates are in order, a word joiner beside a mark or a number too.
//! So are direction marks (LRM, RLM, ALM), except where they cannot change anything: between Arabic letters, or
//! before a plain number between Arabic words. Overrides never are: they show other letters than are stored.

use super::script::{after, before, is_letter};
use super::{Hit, Passage, TokenKind};

/// Reports controls and invisible characters, under the code of the caller's language.
pub(super) fn invisible(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    controls(passage, code, hits);
    for token in &passage.tokens {
        if matches!(token.kind, TokenKind::Slot | TokenKind::Opaque) {
            continue;
        }
        for (at, c) in passage.of(token).char_indices() {
            let range = token.range.start + at..token.range.start + at + c.len_utf8();
            if c == '\u{fffd}' || matches!(c, '\u{e000}'..='\u{f8ff}') {
                let message = format!("`{}` stands for a lost character", name(c));
                hits.push(Hit::warning(code, range, message).help("write the character that was there"));
            } else if is_stray(passage, range.start, c) {
                let message = format!("`{}` is an invisible character", name(c));
                let hit = Hit::warning(code, range.clone(), message).help("take it out");
                hits.push(hit.fix(range, ""));
            }
        }
    }
}

fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// True of a character without any effect where it stands.
fn is_stray(passage: &Passage, at: usize, c: char) -> bool {
    let (left, right) = (before(passage.text, at), after(passage.text, at + c.len_utf8()));
    match c {
        '\u{ad}' | '\u{200b}' | '\u{180e}' | '\u{2061}'..='\u{2064}' | '\u{fffc}' | '\u{3164}' => true,
        '\u{feff}' => at > 0,
        '\u{2060}' => {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
            letter(left) && letter(right) || space(left) || space(right)
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => is_idle(passage.text, at, c),
        '\u{200c}' => !(left.is_some_and(|c| c.is_alphabetic() || c == '\u{640}') && joins(left)),
        c => c.is_control() && !matches!(c, '\t' | '\n' | '\r'),
    }
}

/// True of a direction mark whose neighbours in the line have that direction anyway: Arabic letters on both sides,
/// or, after a left-to-right mark, whole numbers, which run from left to right by themselves.
fn is_idle(text: &str, at: usize, mark: char) -> bool {
    let arabic = |c: Option<char>| c.is_some_and(is_letter);
    let left = text[..at].trim_end_matches([' ', '\u{a0}']);
    let rest = &text[at + mark.len_utf8()..];
    let right = rest.trim_start_matches([' ', '\u{a0}']);
    if mark != '\u{200e}' {
        return arabic(left.chars().next_back()) && arabic(right.chars().next());
    }
    let after = rest.trim_start_matches(super::token::is_digit);
    let word = after.strip_prefix(' ').and_then(|after| after.chars().next());
    arabic(left.chars().next_back()) && left.len() < at && after.len() < rest.len() && arabic(word)
}

/// True where a non-joiner parts something, or may be meant to: letters that join the next one, and all
/// letters of other scripts.
fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| !is_letter(c) || !"اأإآٱءةىدذرزژوؤڕ".contains(c))
}

/// Embeddings, isolates and overrides, which end with their line.
fn controls(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    for line in passage.lines() {
        let mut open = Vec::new();
        for (at, c) in passage.slice(line.clone()).char_indices() {
            let range = line.start + at..line.start + at + c.len_utf8();
            match c {
                '\u{202d}' | '\u{202e}' => {
                    let message = format!("`{}` forces letters into another order", name(c));
                    hits.push(
                        Hit::error(code, range, message).help("take it out and type the letters in order"),
                    );
                    open.push((c, None));
                }
                '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((c, Some(range))),
                '\u{202c}' | '\u{2069}' => {
                    let isolate = c == '\u{2069}';
                    let partner =
                        open.iter().rposition(|(c, _)| matches!(c, '\u{2066}'..='\u{2068}') == isolate);
                    match partner {
                        Some(at) => {
                            open.remove(at);
                        }
                        None => {
                            let hit =
                                Hit::warning(code, range.clone(), format!("`{}` has no partner", name(c)));
                            hits.push(hit.help("take it out").fix(range, ""));
                        }
                    }
                }
                _ => {}
            }
        }
        for (c, range) in open {
            let hit = |range| Hit::warning(code, range, format!("`{}` has no partner", name(c)));
            hits.extend(range.map(|range| hit(range).help("take it out, or close what it opens")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;
    use crate::lint::Terms;
    use crate::lint::probe::{found, hits, mended, silent};

    fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
        invisible(passage, "AR25", hits);
    }

    #[test]
    fn stray_characters_are_found_and_taken_out() {
        assert_eq!(found(rule, "ar", "بغ\u{200b}داد"), [(2, "AR25", "\u{200b}")]);
        assert_eq!(found(rule, "ar", "نص\u{ad} آخر"), [(2, "AR25", "\u{ad}")]);
        assert_eq!(found(rule, "ar", "نص \u{feff}آخر"), [(3, "AR25", "\u{feff}")]);
        assert_eq!(found(rule, "ar", "دار\u{200c} السلام"), [(3, "AR25", "\u{200c}")]);
        assert_eq!(found(rule, "ar", "بغ\u{2060}داد"), [(2, "AR25", "\u{2060}")]);
        assert_eq!(
            found(rule, "ar", "بند\u{f0b7} و\u{fffd}"),
            [(3, "AR25", "\u{f0b7}"), (6, "AR25", "\u{fffd}")]
        );
        assert_eq!(found(rule, "ar", "عاد\u{200f} السكان"), [(3, "AR25", "\u{200f}")]);
        assert_eq!(found(rule, "ar", "إلى \u{200e}40 قرية"), [(4, "AR25", "\u{200e}")]);
        assert_eq!(mended(rule, "ar", "بغ\u{200b}دا\u{ad}د\u{200c}"), "بغداد");
    }

    #[test]
    fn overrides_and_open_controls_are_found() {
        assert_eq!(found(rule, "ar", "نص \u{202e}abc\u{202c} آخر"), [(3, "AR25", "\u{202e}")]);
        assert_eq!(hits(rule, "ar", &Terms::default(), "\u{202d}نص")[0].severity, Severity::Error);
        assert_eq!(
            found(rule, "ar", "\u{202b}نص\nآخر\u{202c}"),
            [(0, "AR25", "\u{202b}"), (7, "AR25", "\u{202c}")]
        );
        assert_eq!(found(rule, "ar", "نص \u{2067}آخر"), [(3, "AR25", "\u{2067}")]);
        assert_eq!(mended(rule, "ar", "آخر\u{202c} نص\u{2069}"), "آخر نص");
    }

    #[test]
    fn marks_with_an_effect_pass() {
        silent(
            rule,
            "ar",
            &[
                "\u{feff}نص",
                "تموز/\u{2060}يوليو و2\u{2060}–\u{2060}3",
                "ارتفعت\u{200f}: بنسبة \u{200e}-5% و\u{61c}95%",
                "من \u{200e}10/12 إلى \u{200e}ISIS\u{200f}. وبلغت \u{200e}15% منها",
                "نص \u{2068}ISIS\u{2069} و\u{202a}abc\u{202c}.",
                "علي\u{200c}رضا وه\u{200d} وه\u{200c}",
                "10\u{a0}كغ و5\u{202f}م\tثم",
            ],
        );
    }
}
