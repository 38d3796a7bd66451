//! AR24: a mark of thousands in a number that is a name: `القرار 2,254`, `عام 2,019`.
//!
//! A number that counts the noun after it is none: `اتخذ القرار 2,254 عضوًا`.

use super::super::bare::{bare, partings};
use super::super::{Hit, Passage, TokenKind};
use super::figures::{Figure, figure};
use super::months::is_month;
use super::nouns::noun;
use super::numerals::follows;

/// Words whose number is a name, with or without the article.
const NAMED: &[&str] = &["قرار", "مادة", "فقرة", "وثيقة", "مرسوم", "قانون", "هاتف", "صفحة", "طريق"];

/// Words of years.
const YEARS: &[&str] = &["عام", "سنة"];

/// Months before a year of the Hijra; the last word of those of two.
const HIJRI: &[&str] = &[
    "محرم",
    "صفر",
    "الأول",
    "الآخر",
    "الثاني",
    "الأولى",
    "الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "القعدة",
    "الحجة",
];

/// Looks at each number with marks of thousands.
pub(super) fn identifiers(passage: &Passage, hits: &mut Vec<Hit>) {
    for (at, token) in passage.tokens.iter().enumerate() {
        let text = passage.of(token);
        if token.kind != TokenKind::Number || !text.contains([',', '٬', '،', '.']) {
            continue;
        }
        // 2.019 could be a decimal, but no year is one.
        let dotted = text.replace('.', ",");
        let Figure::Whole { value, .. } = figure(&dotted) else { continue };
        let Some(before) =
            passage.previous(at).map(|before| (before, bare(passage.of(&passage.tokens[before]))))
        else {
            continue;
        };
        let dated = value < 1600 && HIJRI.contains(&before.1.as_str()) || is_month(&before.1);
        let year = (1300..=2100).contains(&value) && dated
            || (1800..=2100).contains(&value) && is_year(passage, &before);
        let name = value < 100_000 && !text.contains('.') && is_name(&before.1);
        let counts = follows(passage, at).map(|next| passage.of(&passage.tokens[next])).is_some_and(|next| {
            let next = bare(next);
            noun(&next).is_some() || next.ends_with('ا') && !next.starts_with("ال") && !next.starts_with('و')
        });
        if !(year || name) || counts || before.0 + 1 == at {
            continue;
        }
        let plain: String = text.chars().filter(|c| c.is_numeric()).collect();
        let hit = Hit::warning(
            "AR24",
            token.range.clone(),
            format!("`{text}` is a name and takes no mark of thousands"),
        );
        hits.push(hit.help(format!("write `{plain}`")).fix(token.range.clone(), plain));
    }
}

fn is_name(word: &str) -> bool {
    partings(word).any(|(_, rest)| {
        let definite = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل"));
        // الرقم is also "the figure".
        NAMED.contains(&definite.unwrap_or(rest)) || rest == "رقم"
    })
}

/// A word of years that is not "each year".
fn is_year(passage: &Passage, (at, word): &(usize, String)) -> bool {
    let each = passage.previous(*at).is_some_and(|at| bare(passage.of(&passage.tokens[at])).ends_with("كل"));
    !each && partings(word).any(|(_, rest)| YEARS.contains(&rest.strip_prefix("ال").unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, mended, silent};
    use super::identifiers;

    #[test]
    fn names_with_marks_of_thousands() {
        assert_eq!(found(identifiers, "ar", "بموجب القرار 2,254."), [(13, "AR24", "2,254")]);
        assert_eq!(
            mended(identifiers, "ar", "والقرار رقم 2٬254، في عام 2,019."),
            "والقرار رقم 2254، في عام 2019."
        );
        assert_eq!(
            mended(identifiers, "ar", "منذ سنة 2.019 وحتى العام ٢٬٠٢٠."),
            "منذ سنة 2019 وحتى العام ٢٠٢٠."
        );
        assert_eq!(
            mended(identifiers, "ar", "قرار مجلس الأمن؛ القرار 1,540 (2004)"),
            "قرار مجلس الأمن؛ القرار 1540 (2004)"
        );
        assert_eq!(mended(identifiers, "ar", "للقرار 2,199 والقانون 1,325"), "للقرار 2199 والقانون 1325");
    }

    #[test]
    fn years_after_months() {
        assert_eq!(
            mended(identifiers, "ar", "في مارس 2,018، ومنذ 3 أيار 1,999"),
            "في مارس 2018، ومنذ 3 أيار 1999"
        );
        assert_eq!(mended(identifiers, "ar", "في 9 شعبان 1,439 هـ"), "في 9 شعبان 1439 هـ");
        assert_eq!(found(identifiers, "ar", "المادة رقم 1,204 وأقرتها"), [(11, "AR24", "1,204")]);
        silent(identifiers, "ar", &["في الفصل الأول 2,019 طنًا", "في الربع الثاني 2,019", "في مارس 43,000"]);
    }

    #[test]
    fn numbers_that_count() {
        silent(
            identifiers,
            "ar",
            &[
                "القرار 2254، عام 2019",
                "اتخذ القرار 2,254 عضوًا",
                "في كل عام 2,019 طن",
                "كل سنة 2,019",
                "سنة 2,019 شخصًا",
                "بلغ الرقم 2,254",
                "عاد 2,254 شخصًا",
                "المادة 2.25",
                "القرار 2,5",
                "عام 43,000",
                "القرار {n}",
            ],
        );
    }
}
