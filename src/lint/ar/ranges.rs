//! AR06: a range of numbers with a bare hyphen (`10-20`). In a line from right to left its ends change places,
//! in a cell of its own they do not, so that nobody knows which is the lower.
//!
//! It is silent on chains (dates, telephone numbers), falling pairs (results, section numbers) and identifiers,
//! and on the en dash, which keeps the Arabic order everywhere.

use super::super::bare::{bare, partings};
use super::super::{Hit, Passage, TokenKind};
use super::figures::{Figure, digit, figure};

/// Words before a pair of numbers that is a name or a result.
const NAMED: &[&str] = &[
    "رقم",
    "قرار",
    "هاتف",
    "فاكس",
    "جوال",
    "نقال",
    "بريد",
    "طراز",
    "نوع",
    "معيار",
    "نتيجة",
    "فاز",
    "فازت",
    "فوز",
    "خسر",
    "خسرت",
    "تعادل",
    "تعادلا",
    "تعادلت",
    "تغلب",
    "تغلبت",
    "ص",
    "صفحة",
    "صفحات",
    "آية",
    "آيات",
    "موسم",
];

/// Looks at each hyphen between two numbers.
pub(super) fn ranges(passage: &Passage, hits: &mut Vec<Hit>) {
    for (at, window) in passage.tokens.windows(3).enumerate() {
        let [low, hyphen, high] = window else { continue };
        let pair = low.kind == TokenKind::Number && high.kind == TokenKind::Number;
        if !pair
            || passage.of(hyphen) != "-"
            || chained(passage, at)
            || !(rises(passage.of(low), passage.of(high)) || are_times(passage.of(low), passage.of(high)))
        {
            continue;
        }
        let before = passage.previous(at).filter(|before| passage.tokens[*before].kind == TokenKind::Word);
        let word = before.map(|before| bare(passage.of(&passage.tokens[before])));
        let named = |word: &str| {
            partings(word).any(|(_, rest)| NAMED.contains(&rest.strip_prefix("ال").unwrap_or(rest)))
        };
        if word.as_deref().is_some_and(named) {
            continue;
        }
        let range = low.range.start..high.range.end;
        let (first, last) = (passage.of(low), passage.of(high));
        let text = passage.slice(range.clone());
        let hit = Hit::warning("AR06", range.clone(), format!("`{text}` is a range with a hyphen"))
            .label("from right to left the ends may change places")
            .help(format!("write the range in words: `بين {first} و{last}` or `من {first} إلى {last}`"));
        let word = word.as_deref().map(|word| word.strip_prefix(['و', 'ف']).unwrap_or(word));
        let compared = before.and_then(|before| passage.previous(before)).is_some_and(|at| {
            let word = bare(passage.of(&passage.tokens[at]));
            partings(&word).any(|(_, rest)| matches!(rest, "أكثر" | "أقل" | "أعلى" | "أدنى" | "أكبر"))
        });
        hits.push(match word {
            Some("بين") => hit.fix(low.range.end..high.range.start, " و"),
            Some("من") if !compared => hit.fix(low.range.end..high.range.start, " إلى "),
            _ => hit,
        });
    }
}

/// Whether the pair at a token belongs to a longer chain or touches a word.
fn chained(passage: &Passage, at: usize) -> bool {
    let touches = |token: Option<usize>| {
        token.and_then(|at| passage.tokens.get(at)).is_some_and(|token| match token.kind {
            TokenKind::Mark => {
                matches!(passage.of(token), "-" | "–" | "—" | "/" | "+" | "#" | "_" | ":" | "=")
            }
            TokenKind::Word => !matches!(bare(passage.of(token)).as_str(), "و" | "ف" | "ب" | "ل" | "ال"),
            TokenKind::Opaque | TokenKind::Slot | TokenKind::Number => true,
            TokenKind::Space | TokenKind::LineEnd => false,
        })
    };
    touches(at.checked_sub(1)) || touches(Some(at + 3))
}

/// Whether two numbers are times of day: `9:00-12:00`. Those after midnight may be the later ones.
fn are_times(low: &str, high: &str) -> bool {
    let time = |text: &str| {
        let value = |part: &str, limit: u8| {
            let digits: Option<Vec<u8>> = part.chars().map(digit).collect();
            let value = digits.filter(|digits| (1..=2).contains(&digits.len()));
            value.is_some_and(|digits| digits.iter().fold(0, |sum, digit| sum * 10 + digit) < limit)
        };
        text.split_once(':').is_some_and(|(hours, minutes)| {
            value(hours, 25) && minutes.chars().count() == 2 && value(minutes, 60)
        })
    };
    time(low) && time(high)
}

/// Whether two numbers can be the ends of a range.
fn rises(low: &str, high: &str) -> bool {
    let rank = |text: &str| match figure(text) {
        Figure::Whole { value, .. } => Some((value, false)),
        Figure::Decimal => {
            let digits = text.chars().map_while(digit);
            Some((
                digits.fold(0, |sum: u128, digit| sum.saturating_mul(10).saturating_add(digit.into())),
                true,
            ))
        }
        Figure::Other => None,
    };
    match (rank(low), rank(high)) {
        (Some((low, parts)), Some((high, others))) => low < high || low == high && (parts || others),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, mended, silent};
    use super::ranges;

    #[test]
    fn ranges_with_a_hyphen() {
        assert_eq!(found(ranges, "ar", "نحو 10-20 شخصًا"), [(4, "AR06", "10-20")]);
        assert_eq!(
            found(ranges, "ar", "في 2018-2020، و٢-٣ ملايين"),
            [(3, "AR06", "2018-2020"), (15, "AR06", "٢-٣")]
        );
        assert_eq!(found(ranges, "ar", "(2.5-3 ملايين)"), [(1, "AR06", "2.5-3")]);
        assert_eq!(found(ranges, "ar", "الفقرتان 5-7"), [(9, "AR06", "5-7")]);
        assert_eq!(found(ranges, "ar", "الدوام 8:30-14:00 يوميًا"), [(7, "AR06", "8:30-14:00")]);
        assert_eq!(mended(ranges, "ar", "من ٢٢:٠٠-٠٥:٣٠"), "من ٢٢:٠٠ إلى ٠٥:٣٠");
        assert_eq!(mended(ranges, "ar", "بين 10-20 شخصًا"), "بين 10 و20 شخصًا");
        assert_eq!(mended(ranges, "ar", "وبين 14,000-18,000 مقاتل"), "وبين 14,000 و18,000 مقاتل");
        assert_eq!(mended(ranges, "ar", "من 5-7 أيام"), "من 5 إلى 7 أيام");
        assert_eq!(mended(ranges, "ar", "أكثر من 5-7 أيام"), "أكثر من 5-7 أيام");
    }

    #[test]
    fn pairs_that_are_no_ranges() {
        silent(
            ranges,
            "ar",
            &[
                "من 10 إلى 20",
                "10–20 شخصًا",
                "في 23-3-2019",
                "هاتف 780-1958802",
                "فاز 1-2 في المباراة",
                "فاز الفريق 3-1",
                "القرار 1540-2004",
                "0780-195",
                "إف-16 وكوفيد-19",
                "{a}-{b}",
                "+964-780-195",
                "ص 5-7، والآية 2-3، وموسم 2018-2019",
                "2031-06-30",
                "سورة 2:255-3:10",
            ],
        );
    }
}
