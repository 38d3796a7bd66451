//! A withheld value -> another one of the same kind: other words, another number, another date, another reference.
//!
//! The same place, set and twin give the same value, and different sets different lengths.

use crate::layers::audience::Leaf;

/// A source of numbers that are the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn new(path: &str, set: usize, twin: bool) -> Self {
        let seed = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ (set as u64 * 2 + u64::from(twin)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below a bound that is not zero.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound.max(1) as u64).unwrap_or(0)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// Letters of words, by script; each stands in the fonts of the pages.
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
const LATIN: &str = "abcdefghiklmnoprstuvwyz";

/// The value in place of a withheld one; `None` where it must stay. `words` are the values that the edition has
/// elsewhere under the same pattern.
pub(super) fn canary(leaf: &Leaf, set: usize, twin: bool, words: &[String]) -> Option<String> {
    let mut dice = Dice::new(&leaf.path, set, twin);
    let old = leaf.text.as_str();
    if let Some(instead) = &leaf.instead {
        return dice.one(instead).cloned();
    }
    if is_date(old) {
        let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
        return Some(match old.len() {
            0..=4 => format!("{}", 1990 + dice.below(80)),
            5..=7 => format!("20{}-{month:02}", 10 + dice.below(80)),
            8..=10 => format!("20{}-{month:02}-{day:02}", 10 + dice.below(80)),
            _ => format!("20{}-{month:02}-{day:02}T0{}:30+03:00", 10 + dice.below(80), dice.below(10)),
        });
    }
    if is_number(old) {
        let digits = match reach(set) {
            Reach::Long => old.len() + 1 + dice.below(3),
            Reach::Short => 1,
            Reach::Any => 1 + dice.below(8),
        };
        let first = (b'1' + dice.below(9) as u8) as char;
        let rest = (1..digits).map(|_| (b'0' + dice.below(10) as u8) as char);
        let suffix = old.chars().last().filter(char::is_ascii_alphabetic);
        return Some(std::iter::once(first).chain(rest).chain(suffix).collect());
    }
    if old.starts_with("http") {
        return Some(format!("https://example.net/{}", word(&mut dice, LATIN)));
    }
    // Words of a closed list have no spaces, and others stand elsewhere.
    let is_word = old.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let others: Vec<&String> = words.iter().filter(|word| *word != old).collect();
    if is_word && let Some(other) = dice.one(&others) {
        return Some((*other).clone());
    }
    Some(sentence(&mut dice, old, reach(set)))
}

/// How long the values of a set are, beside those that they replace: what an order or a width says of a value is
/// not lost by chance.
#[derive(Clone, Copy)]
enum Reach {
    Long,
    Short,
    Any,
}

fn reach(set: usize) -> Reach {
    [Reach::Long, Reach::Short, Reach::Any].get(set % 3).copied().unwrap_or(Reach::Any)
}

/// Other words with the same placeholders, from one word to the threefold length.
fn sentence(dice: &mut Dice, old: &str, reach: Reach) -> String {
    let letters = if old.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)) { ARABIC } else { LATIN };
    let length = old.chars().count().max(3);
    let wanted = match reach {
        Reach::Long => length * 2 + dice.below(length),
        Reach::Short => 0,
        Reach::Any => (length * (1 + dice.below(9))).div_ceil(3),
    };
    let mut parts = vec![word(dice, letters)];
    while parts.iter().map(|part| part.chars().count() + 1).sum::<usize>() < wanted {
        parts.push(word(dice, letters));
    }
    parts.extend(slots(old).into_iter().map(str::to_owned));
    parts.join(" ")
}

fn word(dice: &mut Dice, letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    (0..3 + dice.below(7)).filter_map(|_| dice.one(&letters).copied()).collect()
}

/// The placeholders of a text, in their braces.
fn slots(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        if rest.starts_with("{{") {
            rest = &rest[2..];
            continue;
        }
        let Some(end) = rest.find('}') else { break };
        found.push(&rest[..=end]);
        rest = &rest[end + 1..];
    }
    found
}

/// `2031`, `2031-06`, `2031-06-09`, with or without a time and marks. A bare number of four digits that begins like
/// a year counts as one: either replaces it as well.
fn is_date(text: &str) -> bool {
    let digits = text.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    let year = digits && matches!(text.as_bytes().first(), Some(b'1' | b'2'));
    year && matches!(text.as_bytes().get(4), None | Some(b'-' | b'/' | b'~' | b'?'))
}

fn is_number(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let body = body.strip_suffix(['K', 'M', 'B', 'T']).unwrap_or(body);
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::canary;
    use crate::diag::{Sources, Span};
    use crate::layers::audience::Leaf;

    fn values(text: &str, instead: Option<Vec<String>>) -> Vec<Option<String>> {
        let span = Span::new(Sources::new().add("a", "b", String::new()), 0, 0);
        let leaf = Leaf {
            path: "figures[a].x".into(),
            pattern: "figures[].x".into(),
            span,
            text: text.into(),
            instead,
        };
        (0..16).map(|set| canary(&leaf, set, false, &["likely".into(), "unlikely".into()])).collect()
    }

    #[test]
    fn values_are_of_the_kind_of_the_old_one_and_of_several_lengths() {
        let lengths = |values: &[Option<String>]| {
            let mut lengths: Vec<usize> = values.iter().flatten().map(|it| it.chars().count()).collect();
            lengths.sort_unstable();
            lengths.dedup();
            lengths.len()
        };
        let numbers = values("7.9M", None);
        assert!(
            numbers.iter().flatten().all(|it| it.ends_with('M') && it[..it.len() - 1].parse::<u64>().is_ok())
        );
        assert!(lengths(&numbers) > 4);
        let days = values("2031-06-09", None);
        assert!(days.iter().flatten().all(|it| it.len() == 10 && it != "2031-06-09"));
        assert_eq!(values("likely", None)[0], Some("unlikely".into()));
        assert!(values("https://example.org", None).iter().flatten().all(|it| it.starts_with("https://")));
        let words = values("قُتل {civilians} في {incidents.period}.", None);
        assert!(
            words
                .iter()
                .flatten()
                .all(|it| it.contains("{civilians} {incidents.period}") && it.contains(' '))
        );
        assert!(lengths(&words) > 6);
        assert_eq!(values("a", Some(Vec::new()))[3], None);
        assert_eq!(values("a", Some(vec!["b".into()]))[3], Some("b".into()));
    }
}
