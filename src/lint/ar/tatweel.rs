//! AR17: tatweel inside a word, before a space, or as a dash.
//!
//! It is right after a prefix that joins a quotation, a number or a Latin word (`الـ26`, `بـ«داعش»`), in `هـ` and
//! list labels (`جـ)`), under a mark that needs a carrier, as a line to write on and in verse.

use crate::lint::bare::bare;
use crate::lint::script::{after, before, is_letter, is_mark, line};
use crate::lint::spaces::is_laid_out;
use crate::lint::{Hit, Passage, Token, TokenKind};

const CODE: &str = "AR17";
const TATWEEL: char = '\u{640}';
const PREFIXES: &[&str] = &[
    "ب", "ل", "ك", "ال", "لل", "بال", "كال", "وب", "ول", "وك", "وال", "ولل", "وبال", "فال", "فب", "فل",
    "فلل", "و", "ف", "س", "أل", "آل", "ابن",
];

/// Looks at each tatweel.
pub(super) fn tatweel(passage: &Passage, hits: &mut Vec<Hit>) {
    for (at, token) in passage.tokens.iter().enumerate() {
        let word = passage.of(token);
        if token.kind != TokenKind::Word || !word.contains(TATWEEL) {
            continue;
        }
        if is_laid_out(passage.slice(line(passage.text, token.range.start))) {
            continue;
        }
        hits.extend(if word.chars().all(|c| c == TATWEEL) {
            dash(passage, at, token)
        } else if let Some(stem) = word.strip_suffix(TATWEEL) {
            at_end(passage, at, token, stem)
        } else {
            inside(token, word)
        });
    }
}

/// ` ـ ` between words.
fn dash(passage: &Passage, at: usize, token: &Token) -> Option<Hit> {
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let spaced =
        is_space(before(passage.text, token.range.start)) && is_space(after(passage.text, token.range.end));
    let between = passage.previous(at).is_some() && passage.next(at).is_some();
    let number = passage.previous(at).is_some_and(|at| passage.tokens[at].kind == TokenKind::Number);
    (spaced && between && !number && passage.of(token).chars().count() == 1).then(|| {
        let message = format!("`{}` stands for a dash", passage.of(token));
        Hit::warning(CODE, token.range.clone(), message)
            .help("write a dash: `–`")
            .fix(token.range.clone(), "–")
    })
}

/// A tatweel at the end of a word.
fn at_end(passage: &Passage, at: usize, token: &Token, stem: &str) -> Option<Hit> {
    let letters = bare(stem);
    let next = after(passage.text, token.range.end);
    let label = letters.chars().count() == 1 && !(next == Some(' ') && "بلك".contains(&letters));
    if letters.is_empty() || label || letters.ends_with('ه') {
        return None;
    }
    let prefix = PREFIXES.contains(&letters.as_str());
    let joined = next.is_some_and(|c| !c.is_whitespace() && !"،؛.؟!:".contains(c));
    if joined && (prefix || stem.chars().count() < 5) {
        return None;
    }
    if prefix && next == Some(' ') {
        return apart(passage, at, token);
    }
    let right = stem.trim_end_matches(TATWEEL);
    Some(stray(token, passage.of(token)).fix(token.range.clone(), right))
}

/// `الـ 26`, `لـ «عكاظ»`, `لـ رويترز`.
fn apart(passage: &Passage, at: usize, token: &Token) -> Option<Hit> {
    let next = &passage.tokens[passage.next(at)?];
    let words = passage.slice(token.range.start..next.range.end);
    let message = format!("`{words}` has a space after the tatweel");
    let hit = Hit::warning(CODE, token.range.end..next.range.start, message)
        .help("join the prefix to what follows it");
    let arabic = next.kind == TokenKind::Word && passage.of(next).starts_with(is_letter);
    Some(if arabic { hit } else { hit.fix(token.range.end..next.range.start, "") })
}

/// A tatweel inside a word.
fn inside(token: &Token, word: &str) -> Option<Hit> {
    let carries = |at: usize| {
        let rest = word[at..].trim_start_matches(TATWEEL);
        at == 0 || rest.starts_with(is_mark) || rest.starts_with(['\u{200d}', '\u{200c}'])
    };
    if word.match_indices(TATWEEL).all(|(at, _)| carries(at)) {
        return None;
    }
    let hit = stray(token, word);
    // `لـالشرق` is for a writer to contract.
    let article = word.split(TATWEEL).skip(1).any(|part| part.starts_with("ال"));
    Some(if article { hit } else { hit.fix(token.range.clone(), word.replace(TATWEEL, "")) })
}

fn stray(token: &Token, word: &str) -> Hit {
    Hit::warning(CODE, token.range.clone(), format!("`{word}` has a tatweel")).help("take out the tatweel")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn a_stray_tatweel_is_found() {
        assert_eq!(found(tatweel, "ar", "في العـــراق اليوم"), [(3, "AR17", "العـــراق")]);
        assert_eq!(found(tatweel, "ar", "محـمد"), [(0, "AR17", "محـمد")]);
        assert_eq!(found(tatweel, "ar", "الدول الـ 26 الأولى"), [(9, "AR17", " ")]);
        assert_eq!(found(tatweel, "ar", "قال لـ رويترز"), [(6, "AR17", " ")]);
        assert_eq!(found(tatweel, "ar", "بغداد ـ خاص"), [(6, "AR17", "ـ")]);
        assert_eq!(found(tatweel, "ar", "قال لـ\u{a0}رويترز، وزارةـ"), [(15, "AR17", "وزارةـ")]);
    }

    #[test]
    fn a_joining_tatweel_passes() {
        silent(
            tatweel,
            "ar",
            &[
                "الـ26 والـISIS وبـ«داعش» ولـ{org} ووالـ\"حشد\"",
                "عام 1440هـ وعام 1440 هـ. وهـ)",
                "أـ الأهداف\nجـ) الوسائل",
                "هـٰذا والرحمـٰن وـَ",
                "الاسم: ــــــــ",
                "الحرف ـه والضمير ـها",
                "1 ـ النتائج",
                "قفا نبـــك    من ذكرى",
            ],
        );
    }

    #[test]
    fn a_stray_tatweel_is_taken_out() {
        assert_eq!(
            mended(tatweel, "ar", "العـــراق والـ 26 ولـ «عكاظ» ـ خاص لـ رويترز"),
            "العراق والـ26 ولـ«عكاظ» – خاص لـ رويترز"
        );
        assert_eq!(mended(tatweel, "ar", "لـالشرق"), "لـالشرق");
    }
}
