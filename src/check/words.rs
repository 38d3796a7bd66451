//! Words that go stale: dates told from the day of writing, which nobody knows in the archive.

use crate::diag::Finding;
use crate::text::{Segment, Texts};

/// Phrases that mean another day for each reader, by language. Words that also have a fixed meaning
/// (اليوم "the day", "now that") are left out.
const RELATIVE: [(&str, &[&str]); 4] = [
    (
        "ar",
        &[
            "أمس",
            "غدًا",
            "يوم غد",
            "هذا اليوم",
            "هذا الأسبوع",
            "هذا الشهر",
            "هذا العام",
            "هذه السنة",
            "الأسبوع الماضي",
            "الشهر الماضي",
            "العام الماضي",
            "السنة الماضية",
            "الأسبوع المقبل",
            "الأسبوع القادم",
            "الشهر المقبل",
            "الشهر القادم",
            "العام المقبل",
            "العام القادم",
            "قبل أيام",
        ],
    ),
    (
        "en",
        &[
            "yesterday",
            "today",
            "tomorrow",
            "this week",
            "this month",
            "this year",
            "last week",
            "last month",
            "last year",
            "next week",
            "next month",
            "next year",
            "a few days ago",
        ],
    ),
    (
        "fr",
        &[
            "hier",
            "aujourd’hui",
            "aujourd'hui",
            "demain",
            "cette semaine",
            "ce mois-ci",
            "cette année",
            "la semaine dernière",
            "le mois dernier",
            "l’année dernière",
            "la semaine prochaine",
            "le mois prochain",
            "l’année prochaine",
        ],
    ),
    ("tr", &["dün", "bugün", "yarın", "bu hafta", "bu ay", "bu yıl", "geçen hafta", "geçen ay", "geçen yıl"]),
];

/// AR19 in Arabic, TX19 in other languages: a date told from the day of writing.
pub fn relative_dates(texts: &Texts) -> Vec<Finding> {
    let Some((_, phrases)) = RELATIVE.iter().find(|(lang, _)| *lang == texts.lang) else { return Vec::new() };
    let code = if texts.lang == "ar" { "AR19" } else { "TX19" };
    let mut findings = Vec::new();
    for (key, message) in texts.all() {
        let words = message.segments.iter().filter_map(|segment| match segment {
            Segment::Words(words) => Some(words.to_lowercase()),
            Segment::Slot(_) => None,
        });
        let spoken: Vec<String> = words.collect();
        for phrase in phrases.iter().filter(|phrase| spoken.iter().any(|words| says(words, phrase))) {
            findings.push(
                Finding::warning(code, format!("`{phrase}` means another day for each reader"))
                    .at(message.span, "told from the day of writing")
                    .path(format!("text.{}.{key}", texts.lang))
                    .help("give the date: point at an event or figure with `{id.on}` or `{id.as_of}`"),
            );
        }
    }
    findings
}

/// Whether a phrase stands in a text as whole words; Arabic may have و or ف, ب or ل glued before it.
fn says(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].trim_end_matches(['و', 'ف', 'ب', 'ل', 'ك']);
        let bounded = |side: Option<char>| {
            side.is_none_or(|c| !c.is_alphabetic() && !('\u{64b}'..='\u{652}').contains(&c))
        };
        bounded(before.chars().last()) && bounded(text[at + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;
    use crate::yaml::{Limits, parse};

    /// The phrases found in a text of one language.
    fn found(lang: &str, text: &str) -> Vec<String> {
        let mut sources = Sources::new();
        let yaml = format!("bottom_line: \"{text}\"\n");
        let file = sources.add(format!("text/{lang}.yaml"), "language", yaml);
        let (tree, _) = parse(file, &sources, &Limits::default());
        let (texts, _) = Texts::read(lang, tree.as_ref(), &sources);
        relative_dates(&texts)
            .into_iter()
            .map(|finding| format!("{} {}", finding.code, finding.message))
            .collect()
    }

    #[test]
    fn dates_told_from_the_day_of_writing_are_found() {
        assert_eq!(found("ar", "اجتمع الوزراء أمس."), ["AR19 `أمس` means another day for each reader"]);
        assert_eq!(found("ar", "وفي الأسبوع الماضي تراجع العدد.").len(), 1);
        assert_eq!(found("ar", "العام الماضي، والعام المقبل.").len(), 2);
        assert_eq!(
            found("en", "Ministers met Yesterday."),
            ["TX19 `yesterday` means another day for each reader"]
        );
        assert_eq!(found("en", "The figure fell last month.").len(), 1);
        assert_eq!(found("fr", "Les ministres se sont réunis hier.").len(), 1);
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in ["بات اليوم أقصر.", "الأمسية", "في الأسبوع السابق للاجتماع", "ملتمسًا"]
        {
            assert_eq!(found("ar", text), Vec::<String>::new(), "{text}");
        }
        for text in ["the week before the meeting", "yesterdays", "the last weeks of {e.on}", "next steps"] {
            assert_eq!(found("en", text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("ckb", "دوێنێ"), Vec::<String>::new());
    }
}
