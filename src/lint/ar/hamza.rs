//! AR08: frequent words without their hamza (الى، اكثر، اسرائيل), with one on a joining alef (إجتماع), or with a
//! letter that is not theirs (فى، هذة، لاكن).
//!
//! A closed list: a word that is right in some reading (علي، ان، لان، الي) is not on it, or counts
//! only beside certain words. Particles are parted from
//! a word only where nothing else comes out (واحد is no و + احد).

use std::ops::Range;

use super::super::bare::{bare, is_in, is_mark, partings};
use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::spellings::{DOUBTFUL, Glue, INITIAL, JOINING, OTHERS, TAA, VERBS};

/// Looks at each word.
pub(super) fn hamza(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || within(&quoted, &token.range) {
            continue;
        }
        let word = bare(passage.of(token));
        // المسوّولون: a shadda in the place of a hamza is the matter of AR09.
        let shadda = passage.of(token).contains("و\u{651}و");
        if let Some(next) = god_willing(passage, at, &word) {
            let range = token.range.start..next;
            let text = passage.slice(range.clone());
            let right =
                if word.starts_with('و') { "وإن شاء الله" } else { "إن شاء الله" };
            hits.push(spelt(range.clone(), text, right).fix(range, right));
        } else if let Some(rights) = by_neighbours(passage, at, &word) {
            let text = passage.of(token);
            let hit = Hit::warning("AR08", token.range.clone(), format!("`{text}` lacks its hamza"));
            hits.push(hit.help(format!("write `{}`", rights.join("` or `"))));
        } else if let Some(rights) = doubtful(&word) {
            let text = passage.of(token);
            let hit = Hit::warning("AR08", token.range.clone(), format!("`{text}` lacks its hamza"));
            hits.push(hit.help(format!("write `{}`", rights.join("` or `"))));
        } else if let Some((letters, right)) =
            initial(&word).filter(|_| !is_in(OTHER_WORDS, &word)).or_else(|| whole(&word).filter(|_| !shadda))
        {
            let range = place(passage, &token.range, &letters);
            let text = passage.of(token);
            let (before, after) = (token.range.start..range.start, range.end..token.range.end);
            let full = format!("{}{right}{}", passage.slice(before), passage.slice(after));
            hits.push(spelt(token.range.clone(), text, &full).fix(range, right));
        }
    }
}

fn spelt(range: Range<usize>, text: &str, right: &str) -> Hit {
    Hit::warning("AR08", range, format!("`{text}` is written `{right}`")).help(format!("write `{right}`"))
}

/// Every way to read a word as glued particles and article before a rest: how many letters come off, what they
/// are, whether there is an article.
fn readings(word: &str) -> impl Iterator<Item = (&str, bool, &str)> {
    partings(word).flat_map(|(particles, rest)| {
        let article =
            rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل").filter(|_| !particles.ends_with('ل')));
        [Some((particles, false, rest)), article.map(|rest| (particles, true, rest))].into_iter().flatten()
    })
}

/// Whether a word of the list may carry these particles.
fn carries(glue: &Glue, particles: &str, article: bool) -> bool {
    let article = if article { glue.article != Some(false) } else { glue.article != Some(true) };
    article && particles.chars().all(|c| glue.particles.contains(c))
}

/// The spellings of a word that lacks its hamza only beside certain words: ان before an article, الان after حتى,
/// احمد as a name.
fn by_neighbours(passage: &Passage, at: usize, word: &str) -> Option<&'static [&'static str]> {
    let before = passage.previous(at).map(|before| bare(passage.of(&passage.tokens[before])));
    let next = super::numerals::follows(passage, at).map(|next| bare(passage.of(&passage.tokens[next])));
    let article = || next.as_deref().is_some_and(|next| next.starts_with("ال") && next.chars().count() > 4);
    let comma = || before.as_deref().is_none_or(|before| matches!(before, "،" | "؛" | "."));
    let after = |list: &str| before.as_deref().is_some_and(|before| is_in(list, before));
    let name = || {
        let god = next.as_deref().is_none_or(|next| next == "الله" || next.starts_with("رب"));
        !god && before.as_deref().is_some_and(|before| before.chars().count() > 3)
    };
    match word {
        "ان" if article() && !after("سي بي ان دي") => Some(&["أن", "إن"]),
        "لان" if article() => Some(&["لأن"]),
        "فان" if article() && comma() => Some(&["فإن"]),
        "الان" if after("حتى وحتى إلى منذ ومنذ من بعد") => Some(&["الآن"]),
        "احمد" if name() => Some(&["أحمد"]),
        _ => None,
    }
}

/// Words that only look like a particle before a word of the list.
const OTHER_WORDS: &str = "كاميرا";

/// A missing or wrong hamza at the start: which letter of the word it is, and what should stand there.
fn initial(word: &str) -> Option<(Range<usize>, String)> {
    readings(word).find_map(|(particles, article, rest)| {
        let first = rest.chars().next().filter(|c| matches!(c, 'ا' | 'أ' | 'إ'))?;
        let tail = &rest[first.len_utf8()..];
        let named = |list: &[(Glue, &str)], suffixes: &[&str], wrong: &[char]| {
            let lists =
                list.iter().filter(|(glue, _)| wrong.contains(&first) && carries(glue, particles, article));
            lists.flat_map(|(glue, words)| words.split(' ').map(move |right| (glue, right))).find_map(
                |(glue, right)| {
                    let letter = right.chars().next().filter(|letter| *letter != first)?;
                    let suffixes = if glue.bound { &[] } else { suffixes };
                    ends(tail, &right[letter.len_utf8()..], suffixes).then_some(letter)
                },
            )
        };
        let letter = named(INITIAL, &["ه", "ها", "هم", "هما", "نا", "ا"], &['ا'])
            .or_else(|| named(VERBS, &["ت", "وا", "ا", "نا", "ه", "ها", "هم", "ته", "تها"], &['ا']))
            .or_else(|| named(JOINING, &["ه", "ها", "هم", "هما", "نا", "ا", "ت", "وا", "ات"], &['إ', 'أ']))?;
        // أستخدم is "I use": only the noun cannot begin so.
        let verb = letter == 'ا' && first == 'أ' && !is_noun(tail);
        let at = word.len() - rest.len();
        let letters = word[..at].chars().count();
        (!verb).then(|| (letters..letters + 1, letter.to_string()))
    })
}

/// Whether the rest of a joining word is a verbal noun or a name: it has a long alef or taa, or is on the list.
fn is_noun(tail: &str) -> bool {
    let stem =
        ["ه", "ها", "هم", "نا", "وا"].iter().find_map(|suffix| tail.strip_suffix(suffix)).unwrap_or(tail);
    let letters = stem.chars().count();
    stem.ends_with('ة') && letters > 2
        || letters > 3 && stem.chars().rev().skip(1).take(1).eq(['ا'])
        || NAMES.contains(&stem)
        || ["ات", "ي", "ية", "اء"].iter().any(|end| stem.ends_with(end))
}

/// Names among the joining words, without their alef.
const NAMES: [&str; 5] = ["سم", "بن", "ثنان", "ثنتان", "مرأة"];

/// Whether a tail is a stem, with a suffix or without; ة before a suffix is ت.
fn ends(tail: &str, stem: &str, suffixes: &[&str]) -> bool {
    if tail == stem {
        return true;
    }
    let open = stem.strip_suffix('ة');
    suffixes.iter().any(|suffix| {
        tail.strip_suffix(suffix).is_some_and(|tail| match open {
            Some(open) => *suffix != "ا" && tail.strip_suffix('ت') == Some(open),
            None => tail == stem,
        })
    })
}

/// The spellings to choose from, where a word lacks its hamza and two words would do.
fn doubtful(word: &str) -> Option<Vec<String>> {
    readings(word).find_map(|(particles, article, rest)| {
        let entry =
            DOUBTFUL.iter().find(|(wrong, _, glue)| *wrong == rest && carries(glue, particles, article))?;
        let before = &word[..word.len() - rest.len()];
        Some(entry.1.iter().map(|right| format!("{before}{right}")).collect())
    })
}

/// Words with another letter: the letters to replace, and with what.
fn whole(word: &str) -> Option<(Range<usize>, String)> {
    let letters = |rest: &str| word[..word.len() - rest.len()].chars().count()..word.chars().count();
    readings(word).find_map(|(particles, article, rest)| {
        let other =
            OTHERS.iter().find(|(wrong, _, glue)| *wrong == rest && carries(glue, particles, article));
        let taa = rest.strip_suffix('ه').filter(|stem| article && is_in(TAA, stem));
        let right = other.map(|(_, right, _)| (*right).to_owned());
        let range = letters(rest);
        right
            .map(|right| (range.clone(), right))
            .or_else(|| taa.map(|_| (range.end - 1..range.end, "ة".to_owned())))
    })
}

/// إنشاءالله, إنشاء الله: the end of the phrase.
fn god_willing(passage: &Passage, at: usize, word: &str) -> Option<usize> {
    let rest = word.strip_prefix('و').unwrap_or(word);
    if matches!(rest, "إنشاءالله" | "انشاءالله" | "إنشالله" | "انشالله") {
        return Some(passage.tokens[at].range.end);
    }
    let next = &passage.tokens[super::numerals::follows(passage, at)?];
    let split = matches!(rest, "إنشاء" | "انشاء") && bare(passage.of(next)) == "الله";
    split.then_some(next.range.end)
}

/// The bytes of some letters of a token, marks not counted.
fn place(passage: &Passage, token: &Range<usize>, letters: &Range<usize>) -> Range<usize> {
    let text = passage.slice(token.clone());
    let mut starts = text.char_indices().filter(|(_, c)| !is_mark(*c));
    let start = starts.by_ref().nth(letters.start).map_or(0, |(at, _)| at);
    let last = match letters.len() {
        0 | 1 => start,
        more => starts.nth(more - 2).map_or(start, |(at, _)| at),
    };
    let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
    token.start + start..token.start + end
}
