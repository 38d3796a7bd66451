//! AR01: letters of other languages and presentation forms in Arabic words.
//!
//! Persian and Kurdish keyboards and old files leave them behind, and many look exactly like the Arabic ones.
//! Letters that Arabic itself borrows for foreign sounds (`ڤ`, `ڨ`, `ڭ`) pass, and so does a quotation or a
//! name in brackets that is in the other language throughout.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::lint::bare::bare;
use crate::lint::pairs::between;
use crate::lint::quotation::quotations;
use crate::lint::script::{is_letter, is_mark, is_presentation_form};
use crate::lint::{Hit, Passage, TokenKind};

const CODE: &str = "AR01";

/// Reports words with foreign letters, and runs of words in presentation forms.
pub(super) fn letters(passage: &Passage, hits: &mut Vec<Hit>) {
    let mut apart = None;
    let mut reached = 0;
    for (at, token) in passage.tokens.iter().enumerate() {
        let word = passage.of(token);
        if word == "۔" {
            let stop = Hit::error(CODE, token.range.clone(), "`۔` is not an Arabic mark");
            hits.push(stop.help("write `.`").fix(token.range.clone(), "."));
        }
        if at < reached
            || token.kind != TokenKind::Word
            || passage.terms.allowed.iter().any(|own| own == word)
        {
            continue;
        }
        let Some(letter) = word.chars().find(|c| is_presentation_form(*c) || is_foreign(*c)) else {
            continue;
        };
        let apart = apart.get_or_insert_with(|| in_another_language(passage));
        if apart.iter().any(|range| range.start <= token.range.start && token.range.end <= range.end) {
            continue;
        }
        if is_presentation_form(letter) {
            let run = shaped(passage, at);
            reached = run.end;
            let range = token.range.start..passage.tokens[run.end - 1].range.end;
            let hit = Hit::error(CODE, range.clone(), format!("`{word}` has the shaped letter `{letter}`"));
            hits.push(match in_arabic_letters(passage.slice(range.clone())) {
                Some(whole) => hit.help("write the words with whole letters").fix(range, whole),
                None => hit.help("write the words with whole letters"),
            });
            continue;
        }
        let message = format!("`{word}` has the foreign letter `{letter}`");
        let borrowed = word.chars().filter(|c| is_foreign(*c)).all(|c| "پچژگ".contains(c));
        let hit = if borrowed {
            Hit::warning(CODE, token.range.clone(), message)
        } else {
            Hit::error(CODE, token.range.clone(), message)
        };
        hits.push(match in_arabic_letters(word) {
            Some(arabic) => hit.help(format!("write `{arabic}`")).fix(token.range.clone(), arabic),
            None => hit.help("write it in Arabic letters, or allow the word if it is a name"),
        });
    }
}

/// The tokens from a word in presentation forms to the last one that follows it with only spaces between.
fn shaped(passage: &Passage, first: usize) -> Range<usize> {
    let mut last = first;
    for (at, token) in passage.tokens.iter().enumerate().skip(first + 1) {
        match token.kind {
            TokenKind::Word if passage.of(token).contains(is_presentation_form) => last = at,
            TokenKind::Space => {}
            _ => break,
        }
    }
    first..last + 1
}

/// Letters of the script that Arabic does not use.
fn is_foreign(c: char) -> bool {
    let arabic = matches!(c, 'ء'..='غ' | 'ف'..='ي' | 'ٱ' | 'ڤ' | 'ڥ' | 'ڢ' | 'ڧ' | 'ڨ' | 'ڭ' | 'ݣ');
    is_letter(c) && !arabic && !is_presentation_form(c)
}

/// Quotations and brackets in which nothing is spelt the Arabic way.
fn in_another_language(passage: &Passage) -> Vec<Range<usize>> {
    let arabic = |word: &str| {
        let word = bare(word);
        word.contains(['ك', 'ي', 'ى', 'ة', 'أ', 'إ', 'ؤ'])
            || word.starts_with("ال") && word.chars().count() > 4
    };
    let spans = quotations(passage).into_iter().chain(between(passage.text, '(', ')'));
    spans
        .filter(|span| !passage.slice(span.clone()).split(|c: char| !c.is_alphanumeric()).any(arabic))
        .collect()
}

/// The words as an Arabic keyboard writes them, where only one reading is possible.
fn in_arabic_letters(words: &str) -> Option<String> {
    let shaped = |c: char| is_presentation_form(c);
    let whole = |c: char| if shaped(c) { c.nfkc().collect() } else { c.to_string() };
    if words.chars().filter(|c| shaped(*c)).any(|c| c.nfkc().any(char::is_whitespace)) {
        return None;
    }
    let plain: String = words.chars().map(whole).collect();
    let ends = |at: usize| {
        !plain[at..].chars().skip(1).find(|c| !is_mark(*c)).is_some_and(|c| is_letter(c) || c == '\u{640}')
    };
    let letters = bare(&plain);
    let arabic = plain.char_indices().map(|(at, c)| match c {
        'ک' | 'ڪ' => Some('ك'),
        'ھ' => Some('ه'),
        'ۃ' => Some('ة'),
        'ی' if !ends(at) || matches!(letters.as_str(), "فی" | "الذی" | "التی") => Some('ي'),
        'ہ' | 'ە' if !ends(at) => Some('ه'),
        c if is_foreign(c) || shaped(c) => None,
        c => Some(c),
    });
    arabic.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;
    use crate::lint::Terms;
    use crate::lint::probe::{found, hits, mended, silent};

    #[test]
    fn letters_of_other_keyboards_are_found() {
        assert_eq!(found(letters, "ar", "وقع الهجوم فی کرکوک."), [(11, "AR01", "فی"), (14, "AR01", "کرکوک")]);
        assert_eq!(found(letters, "ar", "تراجعت ھجمات التنظيم."), [(7, "AR01", "ھجمات")]);
        assert_eq!(found(letters, "ar", "بلغ عددہم كثيرًا۔"), [(4, "AR01", "عددہم"), (16, "AR01", "۔")]);
        assert_eq!(found(letters, "ar", "مدينة هەولێر آمنة."), [(6, "AR01", "هەولێر")]);
        assert_eq!(found(letters, "ar", "أكد «المجلس الأعلی» ذلك."), [(12, "AR01", "الأعلی")]);
        assert_eq!(found(letters, "ar", "زار پاريس."), [(4, "AR01", "پاريس")]);
    }

    #[test]
    fn presentation_forms_are_found() {
        assert_eq!(found(letters, "ar", "ﺍﻟﻌﺮﺍﻕ وسوريا"), [(0, "AR01", "ﺍﻟﻌﺮﺍﻕ")]);
        assert_eq!(found(letters, "ar", "قال ﻻ أعرف."), [(4, "AR01", "ﻻ")]);
        assert_eq!(found(letters, "ar", "زار ﺍﻟﻌﺮﺍﻕ ﺍﻟﻴﻮﻡ ثم عاد"), [(4, "AR01", "ﺍﻟﻌﺮﺍﻕ ﺍﻟﻴﻮﻡ")]);
    }

    #[test]
    fn what_arabic_uses_passes() {
        silent(
            letters,
            "ar",
            &[
                "قال ﷺ إن «الدين النصيحة».",
                "بلغ السعر ﷼ واحدًا ﴿وَٱلۡعَصۡرِ﴾.",
                "زار ڤيينا وڨفصة وأكادير.",
                "صدر الكتاب (تاریخ ایران) في طهران.",
                "تعني كلمة «کتاب» عندهم المكتوب.",
                "شِعْرٌ ومسؤوليّة وآمال على هيئةٍ ما.",
                "انضم تنظيم ISIS إلى القائمة.",
                "تقع مدينة أربيل (هەولێر) في الإقليم.",
            ],
        );
    }

    #[test]
    fn nobody_means_them_but_a_borrowed_letter_may_be_meant() {
        let severity = |text| hits(letters, "ar", &Terms::default(), text).first().map(|hit| hit.severity);
        assert_eq!(severity("کركوك"), Some(Severity::Error));
        assert_eq!(severity("ﻻ"), Some(Severity::Error));
        assert_eq!(severity("پاريس"), Some(Severity::Warning));
    }

    #[test]
    fn one_reading_is_written_and_a_final_yeh_is_left_to_the_writer() {
        assert_eq!(mended(letters, "ar", "وقع فی کرکوک والیمن."), "وقع في كركوك واليمن.");
        assert_eq!(mended(letters, "ar", "ﺍﻟﻌﺮﺍﻕ ﻻ ھجمات"), "العراق لا هجمات");
        assert_eq!(mended(letters, "ar", "علی هەولێر"), "علی هەولێر");
    }
}
