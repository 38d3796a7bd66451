//! TX06: a range of numbers with a bare hyphen. Latin languages take an en dash; in lines from right to left the
//! ends change places, and the range needs words.
//!
//! It does not look at chains (dates, telephone numbers), at falling pairs (votes) or at identifiers.

use super::super::quotation::{quotations, within};
use super::super::token::is_digit;
use super::super::{Hit, Passage, TokenKind};
use super::ground::{is_arabic, is_latin, of_kind, one_system};

/// Looks at each hyphen between two numbers.
pub(super) fn ranges(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let quoted = quotations(passage);
    for (at, hyphen) in passage.tokens.iter().enumerate() {
        if hyphen.kind != TokenKind::Mark || passage.of(hyphen) != "-" || within(&quoted, &hyphen.range) {
            continue;
        }
        let (Some(before), Some(after)) = (passage.previous(at), passage.next(at)) else { continue };
        let (low, high) = (&passage.tokens[before], &passage.tokens[after]);
        if low.kind != TokenKind::Number || high.kind != TokenKind::Number {
            continue;
        }
        let glued = (low.range.end == hyphen.range.start, hyphen.range.end == high.range.start);
        if glued.0 != glued.1
            || !rises(passage.of(low), passage.of(high))
            || part_of_code(passage, before, after)
            || is_name(passage, before)
        {
            continue;
        }
        let range = low.range.start..high.range.end;
        let hit = Hit::warning(
            "TX06",
            range.clone(),
            format!("`{}` is a range with a hyphen", passage.slice(range)),
        );
        hits.push(match is_latin(passage.lang) {
            true => hit
                .help("put an en dash between the numbers, or write the range in words")
                .fix(low.range.end..high.range.start, "–"),
            false => hit
                .label("from right to left the ends may change places")
                .help("write the range in words: the lower number first, then `تا`"),
        });
    }
}

/// Whether two numbers of the same digits rise: the end of a range is not below its start.
fn rises(low: &str, high: &str) -> bool {
    let whole = |number: &str| -> Option<u64> {
        let part = number.contains('/') || number.contains(':');
        let digits = number.chars().filter_map(|c| match u32::from(c) {
            digit @ 0x30..=0x39 => Some(digit - 0x30),
            digit @ 0x660..=0x669 => Some(digit - 0x660),
            digit @ 0x6f0..=0x6f9 => Some(digit - 0x6f0),
            _ => None,
        });
        (!part && number.len() < 18).then(|| digits.fold(0, |sum, digit| sum * 10 + u64::from(digit)))
    };
    let leading =
        |number: &str| number.len() > 1 && number.starts_with(['0', '٠', '۰']) && only_digits(number);
    match (whole(low), whole(high)) {
        (Some(a), Some(b)) => {
            // 2.5-3: marks may be decimal, so only the whole parts are compared then.
            let first = |number: &str| number.split(['.', ',', '٫', '،']).next().and_then(whole);
            let marked = !only_digits(low) || !only_digits(high);
            let rising = if marked { first(low) <= first(high) || a < b } else { a < b };
            rising
                && one_system(low).is_some()
                && one_system(low) == one_system(high)
                && !leading(low)
                && !leading(high)
        }
        _ => false,
    }
}

fn only_digits(number: &str) -> bool {
    number.chars().all(is_digit)
}

/// What is numbered in two steps: listing 4-5, table 3-2.
const NUMBERED: &[&str] = &[
    "listing",
    "listings",
    "figure",
    "figures",
    "fig",
    "table",
    "tables",
    "chart",
    "section",
    "sections",
    "chapter",
    "annex",
    "appendix",
    "form",
    "encart",
    "encarts",
    "tableau",
    "tableaux",
    "graphique",
    "chapitre",
    "annexe",
    "formulaire",
    "şekil",
    "tablo",
    "bölüm",
    "ek",
    "شکل",
    "جدول",
    "بخش",
    "پیوست",
    "خشتە",
    "وێنە",
    "بەش",
];

/// Whether the pair names a listing, or stands in a row of such names.
fn is_name(passage: &Passage, before: usize) -> bool {
    let mut at = before;
    while let Some(previous) = passage.previous(at) {
        let token = &passage.tokens[previous];
        let word = passage.of(token).to_lowercase();
        let joins = matches!(word.as_str(), "," | "-" | "." | "،" | "and" | "et" | "or" | "ou" | "ve" | "و");
        if token.kind != TokenKind::Number && !joins {
            // l’encart: the word begins after the elision.
            return word.rsplit(['\'', '’']).next().is_some_and(|word| NUMBERED.contains(&word));
        }
        at = previous;
    }
    false
}

/// Whether the pair belongs to a longer chain, a code or a telephone number.
fn part_of_code(passage: &Passage, before: usize, after: usize) -> bool {
    let (start, end) = (passage.tokens[before].range.start, passage.tokens[after].range.end);
    let chained = passage.text[..start].ends_with(['-', '–', '/', '+', '#', '_', ':', '='])
        || passage.text[end..].starts_with(['-', '–', '/', '_', '='])
        || passage.text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let digits = |at: usize| passage.of(&passage.tokens[at]).chars().filter(|c| is_digit(*c)).count();
    let followed = of_kind(passage, passage.next(after), TokenKind::Word)
        .is_some_and(|word| passage.of(word).starts_with(char::is_lowercase) || is_arabic(passage.lang));
    let telephone = digits(before) == 3 && digits(after) == 4 && !followed;
    // Boeing 737-800.
    let sized = digits(before) == 3 && digits(after) == 3;
    let coded = of_kind(passage, passage.previous(before), TokenKind::Word).is_some_and(|word| {
        let word = passage.of(word);
        let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        capitals
            || sized && word.starts_with(char::is_uppercase)
            || ["no", "nos", "tel", "phone", "call", "fax", "code", "score", "tél", "kod"]
                .contains(&&*word.to_lowercase())
    });
    chained || telephone || coded
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::ranges;

    #[test]
    fn ranges_with_a_hyphen() {
        assert_eq!(found(ranges, "en", "Some 10-20 people"), [(5, "TX06", "10-20")]);
        assert_eq!(
            mended(ranges, "en", "10-20 people, 2014 - 2019, 14,000-18,000"),
            "10–20 people, 2014–2019, 14,000–18,000"
        );
        assert_eq!(
            found(ranges, "fr", "De 2014-2019, 2,5-3 millions"),
            [(3, "TX06", "2014-2019"), (14, "TX06", "2,5-3")]
        );
        assert_eq!(mended(ranges, "tr", "%10-20 arası"), "%10–20 arası");
        assert_eq!(found(ranges, "fa", "۲-۳ میلیون"), [(0, "TX06", "۲-۳")]);
        assert_eq!(found(ranges, "ckb", "لە ٢٠١٤-٢٠١٩"), [(3, "TX06", "٢٠١٤-٢٠١٩")]);
        assert_eq!(mended(ranges, "en", "400-1200 people (5-6 days)"), "400–1200 people (5–6 days)");
    }

    #[test]
    fn dates_votes_codes_and_telephones() {
        silent(
            ranges,
            "en",
            &[
                "10–20 people",
                "on 15-06-2025",
                "+964-780-1958802",
                "call 555-1234",
                "ISO 639-3, UN 12-34",
                "adopted by 13-2",
                "a 10-year plan, F-16, COVID-19",
                "{low}-{high}",
                "from 10 to 20",
                "“10-20 people”",
                "2031-06",
                "a Boeing 737-800 landed",
                "see listings 4-5, 4-6 and 4-12",
            ],
        );
        silent(ranges, "fr", &["de 10 à 20", "le 11-Septembre", "10–20", "voir l’encart 4-5"]);
        silent(ranges, "fa", &["۲ تا ۳ میلیون", "۲۰-۱۰"]);
    }
}
