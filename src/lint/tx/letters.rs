//! TX01: letters of another language or script that look right, shaped forms of letters, letters in pieces.
//!
//! It does not judge spelling, nor words quoted from Arabic.

use unicode_normalization::UnicodeNormalization;

use super::super::quotation::{quotations, within};
use super::super::script::{is_letter, is_presentation_form};
use super::super::{Hit, Passage, Token, TokenKind};
use super::ground::{is_arabic, is_latin};

/// Looks through every run of letters.
pub(super) fn letters(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let mut foreign = quotations(passage);
    foreign.retain(|range| !has_own_letter(passage.slice(range.clone())));
    foreign.extend(passage.lines().filter(|line| is_arabic_line(passage.slice(line.clone()))));
    let mut at = 0;
    while at < passage.tokens.len() {
        let words = passage.tokens[at..].iter().take_while(|token| token.kind == TokenKind::Word).count();
        if words > 0 {
            let (first, last) = (&passage.tokens[at], &passage.tokens[at + words - 1]);
            let run = Token { kind: TokenKind::Word, range: first.range.start..last.range.end };
            let allowed = passage.terms.allowed.iter().any(|own| own == passage.of(&run));
            if allowed {
                at += words;
                continue;
            }
            if is_latin(passage.lang) {
                shaped(passage, &run, hits);
                look_alikes(passage, &run, hits);
            } else if !within(&foreign, &run.range) {
                keyboard(passage, &run, hits);
            }
            in_pieces(passage, &run, hits);
        }
        at += words.max(1);
    }
}

/// Whether a stretch has a letter of Persian or Sorani that Arabic has not.
fn has_own_letter(text: &str) -> bool {
    text.contains(['ک', 'ی', 'گ', 'چ', 'پ', 'ژ', 'ێ', 'ۆ', 'ە', 'ڕ', 'ڵ'])
}

/// Whether a line is in Arabic: a verse, a motto. Two words with the article and no letter of Persian or Sorani.
fn is_arabic_line(line: &str) -> bool {
    let article = |word: &&str| ["ال", "وال", "بال", "لل"].iter().any(|article| word.starts_with(article));
    !has_own_letter(line) && line.split_whitespace().filter(article).count() > 1
}

/// Persian and Sorani words with letters of an Arabic or Urdu keyboard, or with shaped letters.
fn keyboard(passage: &Passage, run: &Token, hits: &mut Vec<Hit>) {
    let word = passage.of(run);
    // Sorani words never begin with a bare alef: this is Arabic.
    let arabic = passage.lang == "ckb" && word.starts_with('ا');
    let plain: String = word
        .chars()
        .flat_map(|c| if is_presentation_form(c) { c.nfkc().collect::<Vec<_>>() } else { vec![c] })
        .collect();
    let right = if passage.lang == "fa" { persian(&plain) } else { sorani(&plain) };
    if right == word || arabic && plain == word {
        return;
    }
    let at_fault = word.chars().find(|&c| is_presentation_form(c) || c != '\u{200c}' && !right.contains(c));
    let message = match at_fault {
        Some(c) if is_presentation_form(c) => format!("`{word}` has the shaped letter `{c}`"),
        Some(c) => format!("`{word}` has the foreign letter `{c}`"),
        // هه with a joiner: its second letter is the one that stands for ە.
        None => format!("`{word}` has the foreign letter `ه`"),
    };
    hits.push(
        Hit::error("TX01", run.range.clone(), message)
            .help(format!("write `{right}`"))
            .fix(run.range.clone(), right),
    );
}

fn persian(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ك' | 'ڪ' => 'ک',
            'ي' | 'ى' | 'ے' => 'ی',
            'ھ' | 'ہ' | 'ە' => 'ه',
            _ => c,
        })
        .collect()
}

/// Sorani. Its vowels may come in pieces (ی with a small v above); ه with a joiner was the ە of old fonts, and
/// some short words are known to end in ە.
fn sorani(word: &str) -> String {
    let word: String = word
        .chars()
        .map(|c| match c {
            'ك' | 'ڪ' => 'ک',
            'ي' | 'ى' | 'ے' => 'ی',
            'ة' => 'ە',
            _ => c,
        })
        .collect();
    let word = word.replace("ه\u{200c}", "ە");
    let word = ["ێ", "ۆ", "ڕ", "ڵ"]
        .iter()
        .zip(["ی", "و", "ر", "ل"])
        .fold(word, |word, (whole, base)| word.replace(&format!("{base}\u{65a}"), whole));
    match word.as_str() {
        "به" | "له" | "که" | "نه" | "هه" => word.replace("ه", "ە").replacen("ەە", "هە", 1),
        _ => word,
    }
}

/// Latin ligatures and Arabic shapes that come out of a copied PDF.
fn shaped(passage: &Passage, run: &Token, hits: &mut Vec<Hit>) {
    let word = passage.of(run);
    let is_form = |c: char| is_presentation_form(c) || matches!(c, '\u{fb00}'..='\u{fb06}');
    if let Some(c) = word.chars().find(|&c| is_form(c)) {
        let right: String = word
            .chars()
            .flat_map(|c| if is_form(c) { c.nfkc().collect::<Vec<_>>() } else { vec![c] })
            .collect();
        hits.push(
            Hit::error("TX01", run.range.clone(), format!("`{word}` has the shaped letter `{c}`"))
                .help(format!("write `{right}`"))
                .fix(run.range.clone(), right),
        );
    }
}

/// Words of Latin letters with a Cyrillic or Greek letter that looks the same.
fn look_alikes(passage: &Passage, run: &Token, hits: &mut Vec<Hit>) {
    let word = passage.of(run);
    let latin = word.chars().filter(|&c| c.is_alphabetic() && c < '\u{250}').count();
    let others: Vec<char> = word.chars().filter(|c| matches!(c, '\u{370}'..='\u{52f}')).collect();
    let Some(&first) = others.first() else { return };
    if latin < 2 || others.len() > latin || others.iter().any(|&c| twin(c).is_none()) {
        return;
    }
    let right: String = word.chars().map(|c| twin(c).unwrap_or(c)).collect();
    hits.push(
        Hit::error("TX01", run.range.clone(), format!("`{word}` has the foreign letter `{first}`"))
            .label("looks the same and is not: searching and sorting miss the word")
            .help(format!("write `{right}` in Latin letters"))
            .fix(run.range.clone(), right),
    );
}

/// The Latin letter that a Cyrillic or Greek letter cannot be told from.
fn twin(c: char) -> Option<char> {
    let pairs = "аaеeоoрpсcуyхxіiјjѕsАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";
    let mut pairs = pairs.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == c {
            return Some(latin);
        }
    }
    None
}

/// A letter and its mark typed as two characters where one exists, and the dot left over from a small İ.
fn in_pieces(passage: &Passage, run: &Token, hits: &mut Vec<Hit>) {
    let word = passage.of(run);
    if word.chars().any(is_letter) != is_arabic(passage.lang) {
        return;
    }
    let right: String = word.replace("i\u{307}", "i").nfc().collect();
    // The order of marks alone is nobody's fault.
    if right.chars().count() < word.chars().count() {
        hits.push(
            Hit::warning("TX01", run.range.clone(), format!("`{word}` has a letter in two pieces"))
                .help(format!("write `{right}` with whole letters"))
                .fix(run.range.clone(), right),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::letters;

    #[test]
    fn letters_of_another_keyboard() {
        assert_eq!(found(letters, "fa", "دولت عراق، علي گفت."), [(11, "TX01", "علي")]);
        assert_eq!(mended(letters, "fa", "كشور ھمكاري ىک"), "کشور همکاری یک");
        assert_eq!(mended(letters, "fa", "شورايى"), "شورایی");
        assert_eq!(found(letters, "ckb", "لة كوردستان"), [(0, "TX01", "لة"), (3, "TX01", "كوردستان")]);
        assert_eq!(mended(letters, "ckb", "لة كوردستان هاوكاري"), "لە کوردستان هاوکاری");
        assert_eq!(mended(letters, "ckb", "هه\u{200c}موو له مانگ"), "هەموو لە مانگ");
        assert_eq!(mended(letters, "ckb", "هه مووان که"), "هە مووان کە");
        assert_eq!(mended(letters, "ckb", "هی\u{65a}ز و گو\u{65a}ر"), "هێز و گۆر");
        assert_eq!(mended(letters, "ckb", "ئه\u{200c}م به"), "ئەم بە");
    }

    #[test]
    fn persian_and_sorani_letters_are_right() {
        silent(
            letters,
            "fa",
            &[
                "این گزارش دربارهٔ کشورهای همکار است.",
                "خانۀ ما و دایرةالمعارف",
                "او گفت «السلام عليكم» و رفت.",
                "تأکید بر مسئولیت",
                "این است:\nالحمد لله رب العالمين",
                "به ۱۰۰۰۰ \u{fdfc}",
            ],
        );
        silent(
            letters,
            "ckb",
            &[
                "هەموو ڕاپۆرتەکان لە هەولێر بڵاوکرانەوە، گوناه و شاه.",
                "هاوبەشیی ئەنجومەن",
                "لە کتێبی «الحياة» نووسرا",
                "ڕۆژنامەی الجزيرة نووسیی",
                "ھەولێر و گەورە",
            ],
        );
    }

    #[test]
    fn latin_words_with_strangers() {
        assert_eq!(found(letters, "en", "The Соalition met."), [(4, "TX01", "Соalition")]);
        assert_eq!(mended(letters, "en", "The Соalition of Ιraq"), "The Coalition of Iraq");
        assert_eq!(mended(letters, "fr", "la сoalition"), "la coalition");
        assert_eq!(mended(letters, "tr", "i\u{307}stanbul ve I\u{307}zmir"), "istanbul ve İzmir");
        assert_eq!(mended(letters, "fr", "le prote\u{301}ge\u{301}"), "le protégé");
        assert_eq!(mended(letters, "en", "the \u{fb01}rst o\u{fb03}ce"), "the first office");
        assert_eq!(found(letters, "en", "\u{fedb}\u{fe98}\u{feae}").len(), 1);
    }

    #[test]
    fn latin_words_without_strangers() {
        silent(
            letters,
            "en",
            &[
                "The USSR was the СССР.",
                "A dose of 5 µg and a β-blocker.",
                "Москва and Raqqa",
                "naïve café; İstanbul",
                "the α-particle, ΔT, πr",
            ],
        );
        silent(letters, "tr", &["İstanbul’da ışık, iğne, kâğıt"]);
        silent(letters, "fr", &["L’œuvre du général"]);
    }
}
