//! AR09: a shadda on a letter that cannot carry it, or that stands for a lost hamza; marks twice or on nothing.
//!
//! Words of scripture and quotations are left as they are. A vowel before the shadda is the order of Unicode
//! and is right.

use super::clusters::{Cluster, clusters, joined};
use crate::lint::pairs::between;
use crate::lint::quotation::{quotations, within};
use crate::lint::script::is_mark;
use crate::lint::{Hit, Passage, Token, TokenKind};

const CODE: &str = "AR09";
const SHADDA: char = '\u{651}';
const SUKUN: char = '\u{652}';
const VOWELS: [char; 3] = ['\u{64e}', '\u{64f}', '\u{650}'];
/// Letters to which the lam of the article is assimilated.
const SUN: &str = "تثدذرزسشصضطظلن";
/// What stands before and after a hamza on waw in words of official texts.
const HAMZA_ON_WAW: &[(&str, &str)] = &[
    ("م", "تمر"),
    ("م", "سس"),
    ("م", "امر"),
    ("م", "خر"),
    ("م", "شر"),
    ("م", "كد"),
    ("م", "قت"),
    ("مس", "ول"),
];

/// Looks at the marks of each word.
pub(super) fn shadda(passage: &Passage, hits: &mut Vec<Hit>) {
    let mut apart = quotations(passage);
    apart.extend(between(passage.text, '﴿', '﴾'));
    apart.extend(between(passage.text, '(', ')').into_iter().filter(|range| range.len() <= 4));
    for (at, token) in passage.tokens.iter().enumerate() {
        let word = passage.of(token);
        if token.kind == TokenKind::Word && word.contains(is_mark) && !is_recited(word) {
            let after_slot = at > 0 && passage.tokens[at - 1].kind == TokenKind::Slot;
            hits.extend(marks(token, word, after_slot).filter(|hit| !within(&apart, &hit.range)));
        }
    }
}

/// What is wrong with the marks of a word.
fn marks(token: &Token, word: &str, after_slot: bool) -> Option<Hit> {
    let letters = clusters(word);
    let hit = |message: &str| Hit::warning(CODE, token.range.clone(), format!("`{word}` has {message}"));
    if letters[0].letter.is_none() {
        let hit = hit("a mark on no letter").help("put the mark on its letter, or take it out");
        return (!after_slot).then_some(hit);
    }
    if let Some(right) = right(&letters) {
        let right = joined(&right);
        let message = format!("`{word}` is written `{right}`");
        let hit = Hit::warning(CODE, token.range.clone(), message).label("a mark is on the wrong letter");
        return Some(hit.help(format!("write `{right}`")).fix(token.range.clone(), right));
    }
    let impossible = (0..letters.len()).any(|at| is_impossible(&letters, at));
    impossible
        .then(|| hit("a shadda where none can stand").help("put the shadda on the letter that is doubled"))
}

/// True of words with the signs of recitation.
fn is_recited(word: &str) -> bool {
    word.contains(
        |c| matches!(c, '\u{6d6}'..='\u{6ed}' | 'ٱ' | '\u{8d3}'..='\u{8ff}' | '\u{653}'..='\u{656}'),
    )
}

/// The word with its marks where they belong, if something is wrong with them that has one remedy.
fn right(word: &[Cluster]) -> Option<Vec<Cluster>> {
    let mut right = word.to_vec();
    for at in 0..right.len() {
        once(&mut right[at]);
        lower(&mut right, at);
    }
    article(&mut right);
    hamza(&mut right);
    (right != word).then_some(right)
}

/// A mark that stands twice on one letter.
fn once(cluster: &mut Cluster) {
    let mut seen = String::new();
    cluster.marks.retain(|c| {
        let new = !seen.contains(c);
        seen.push(c);
        new
    });
}

/// `إلاّ`, `مرةّ`, `حتىّ`: the shadda of the letter before a last alef or teh marbuta.
fn lower(word: &mut [Cluster], at: usize) {
    let bears = |letter: Option<char>| letter.is_some_and(|c| c.is_alphabetic() && !"اأإآىةء".contains(c));
    let last = at + 1 == word.len();
    let (Some(before), true) = (at.checked_sub(1), last && word[at].has(SHADDA)) else { return };
    let hattaa = joined(word).trim_start_matches(['و', 'ف']).starts_with("حتى") && word.len() <= 4;
    let carrier = match word[at].letter {
        Some('ا' | 'ة') => true,
        Some('ى') => hattaa,
        _ => false,
    };
    if carrier && at > 1 && bears(word[before].letter) && !word[before].has(SUKUN) {
        // `إلاَّ`: the vowel comes along.
        let bare = !word[before].marks.contains(VOWELS);
        let vowel = word[at]
            .marks
            .chars()
            .find(|c| VOWELS.contains(c))
            .filter(|_| bare && word[at].letter == Some('ا'));
        for mark in vowel.into_iter().chain([SHADDA]) {
            word[at].remove(mark);
            if !word[before].has(mark) {
                word[before].add(mark);
            }
        }
    }
}

/// `الّسلام`: the lam of the article bears no shadda before a letter that it is assimilated to.
fn article(word: &mut [Cluster]) {
    let letters: Vec<char> = word.iter().map(|cluster| cluster.letter.unwrap_or_default()).collect();
    let prefix = letters.iter().take(2).take_while(|c| "وفبك".contains(**c)).count();
    let [alef, lam, next, rest @ ..] = &letters[prefix..] else { return };
    let pronoun = matches!((next, rest.first()), ('ذ' | 'ت', Some('ي' | 'ى' | 'ا')) | ('ل', Some('ذ' | 'ت')))
        && rest.len() <= 3;
    let lam_at = prefix + 1;
    if *alef == 'ا'
        && *lam == 'ل'
        && SUN.contains(*next)
        && rest.len() > 1
        && !pronoun
        && word[lam_at].has(SHADDA)
    {
        word[lam_at].remove(SHADDA);
        if !word[lam_at + 1].has(SHADDA) {
            word[lam_at + 1].add(SHADDA);
        }
    }
}

/// `موّسسة`: a shadda in the place of a hamza.
fn hamza(word: &mut [Cluster]) {
    let letters: String = word.iter().filter_map(|cluster| cluster.letter).collect();
    let places: Vec<_> = letters.char_indices().collect();
    for (at, (byte, letter)) in places.into_iter().enumerate() {
        let (before, after) = (&letters[..byte], &letters[byte + letter.len_utf8()..]);
        let before = before.trim_start_matches(['و', 'ف', 'ب', 'ك', 'ل']).trim_start_matches("ال");
        let known = HAMZA_ON_WAW.iter().any(|(start, end)| before == *start && after.starts_with(end));
        if letter == 'و' && word[at].has(SHADDA) && known {
            word[at].remove(SHADDA);
            word[at].letter = Some('ؤ');
        }
    }
}

/// A shadda on an alef or on a first letter.
fn is_impossible(word: &[Cluster], at: usize) -> bool {
    let cluster = &word[at];
    let vowelled = word.iter().filter(|cluster| !cluster.marks.is_empty()).count() > 2;
    let carrier = matches!(cluster.letter, Some('ا' | 'آ' | 'ة')) || cluster.letter == Some('إ');
    let first = at == 0 && word.len() > 1 && !vowelled;
    cluster.has(SHADDA) && (carrier || first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn marks_in_the_wrong_place_are_found() {
        assert_eq!(found(shadda, "ar", "لم ينجُ إلاّ واحد"), [(8, "AR09", "إلاّ")]);
        assert_eq!(found(shadda, "ar", "جلسة الّسلام الأولى"), [(5, "AR09", "الّسلام")]);
        assert_eq!(found(shadda, "ar", "عقد موّتمر كبير"), [(4, "AR09", "موّتمر")]);
        assert_eq!(found(shadda, "ar", "للمرةّ الأولى"), [(0, "AR09", "للمرةّ")]);
        assert_eq!(found(shadda, "ar", "كان شاّبًا"), [(4, "AR09", "شاّبًا")]);
        assert_eq!(found(shadda, "ar", "قال أّن الحرب"), [(4, "AR09", "أّن")]);
        assert_eq!(found(shadda, "ar", "ضدّّ التنظيم"), [(0, "AR09", "ضدّّ")]);
        assert_eq!(found(shadda, "ar", "في ًالحرب"), [(3, "AR09", "ًالحرب")]);
    }

    #[test]
    fn marks_in_their_place_pass() {
        silent(
            shadda,
            "ar",
            &[
                "الَّذي والّتي والّذين واللَّذان",
                "الصّحّة والسّيّد وإلّا وكلّا وممّا وحقًّا",
                "ترأّس الجلسة وتذكّر المسؤوليّة وأكّد",
                "شد\u{64e}\u{651}د ومُدَر\u{650}\u{651}س",
                "مصرىّ وعلىّ",
                "﴿ٱلَّذِينَ ءَامَنُوا۟﴾",
                "قال «إلاّ» كما كُتبت",
                "علامة الشدّة (ّ) و{x}ً",
                "مموّل وموّل وتموّله وموّال ومورّد",
                "ألّف كتابًا وألحّ عليه",
                "في الخيرات والمَبَارّْ",
            ],
        );
    }

    #[test]
    fn marks_are_put_where_they_belong() {
        assert_eq!(mended(shadda, "ar", "إلاّ وحتىّ وعماّ وحقاًّ ومرةّ"), "إلّا وحتّى وعمّا وحقّاً ومرّة");
        assert_eq!(mended(shadda, "ar", "والّسلام والّلجنة"), "والسّلام واللّجنة");
        assert_eq!(mended(shadda, "ar", "للموّسّسة والمسوّولين"), "للمؤسّسة والمسؤولين");
        assert_eq!(mended(shadda, "ar", "ضدّّ"), "ضدّ");
        assert_eq!(mended(shadda, "ar", "إِلا\u{64e}\u{651}"), "إِل\u{64e}\u{651}ا");
    }
}
