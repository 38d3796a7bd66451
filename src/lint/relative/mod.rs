//! AR19, TX19: dates told from the day of writing, which nobody knows in the archive.
//!
//! Words that also have a fixed meaning are left out (اليوم "the day", "now that"). A phrase with its date beside it
//! is silent: `أمس (3 آذار)`, `yesterday, {e.on}`, `قبل يومين من الاجتماع`.

mod wording;

use self::wording::{PHRASES, is_day};
use super::Hit;
use super::passage::Passage;
use super::phrases::{Found, phrase_at, word_after};
use super::quotation::{quotations, within};
use super::token::TokenKind;

/// Reports each phrase under a code.
pub(super) fn relative(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    let phrases = PHRASES.iter().find(|(lang, _)| *lang == passage.lang).map_or(&[][..], |(_, all)| all);
    // Phrases with the same first word stand together.
    let mut known = ("", false);
    let may_be_here = |phrase: &&'static str| {
        let first = phrase.split(' ').next().unwrap_or(phrase);
        if known.0 != first {
            known = (first, passage.may_hold(phrase));
        }
        known.1
    };
    let phrases: Vec<&str> = phrases.iter().map(|it| &**it).filter(may_be_here).collect();
    if phrases.is_empty() {
        return;
    }
    let quoted = quotations(passage);
    let mut at = 0;
    while at < passage.tokens.len() {
        let word = passage.tokens[at].kind == TokenKind::Word && !within(&quoted, &passage.tokens[at].range);
        let found =
            phrases.iter().filter(|_| word).filter_map(|phrase| phrase_at(passage, at, phrase, false));
        let Some(found) = found.max_by_key(|found| found.range.len()) else {
            at += 1;
            continue;
        };
        at = found.tokens.1 + 1;
        if !(anchored(passage, &found) || idiom(passage, &found)) {
            let text = passage.slice(found.range.clone());
            hits.push(
                Hit::warning(
                    code,
                    found.range.clone(),
                    format!("`{text}` means another day for each reader"),
                )
                .label("told from the day of writing")
                .help("give the date: point at an event or figure with `{id.on}` or `{id.as_of}`"),
            );
        }
    }
}

/// Whether the date follows: a slot, or a number after a comma, a bracket or a day of the week.
fn anchored(passage: &Passage, found: &Found) -> bool {
    let mut opened = false;
    for token in &passage.tokens[found.tokens.1 + 1..] {
        match token.kind {
            TokenKind::Slot | TokenKind::Opaque => return true,
            TokenKind::Number => return opened,
            TokenKind::Space => {}
            TokenKind::Mark if matches!(passage.of(token), "(" | "," | "،") => opened = true,
            TokenKind::Word if is_day(passage.lang, passage.of(token)) => opened = true,
            _ => return false,
        }
    }
    false
}

/// Whether the words mean something else here.
fn idiom(passage: &Passage, found: &Found) -> bool {
    let text = passage.slice(found.range.clone());
    let next = word_after(passage, found.tokens.1);
    let next_is =
        |words: &[&str]| next.is_some_and(|(_, next)| words.contains(&next.to_lowercase().as_str()));
    let before = passage.previous(found.tokens.0).map(|at| passage.of(&passage.tokens[at]).to_lowercase());
    match passage.lang {
        "ar" if text.starts_with("غد") => !text.contains('\u{64b}') && text.starts_with("غدا"),
        "ar" if text.starts_with("قبل") => {
            let second = next.and_then(|(at, _)| word_after(passage, at));
            next_is(&["من"]) || second.is_some_and(|(_, word)| word == "من")
        }
        // بأمس الحاجة is "in dire need"; صباح اليوم التالي, "the next morning".
        "ar" if text.ends_with("اليوم") => next.is_some_and(|(_, next)| next.starts_with("ال")),
        "ar" => next_is(&["الحاجة", "حاجة", "القريب"]),
        "en" => {
            next_is(&["of", "before", "after"]) || before.is_some_and(|word| word == "the" || word == "every")
        }
        "fr" => next_is(&["de", "du", "d'", "d’"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe;
    use super::*;

    fn ar(passage: &Passage, hits: &mut Vec<Hit>) {
        relative(passage, "AR19", hits);
    }

    fn tx(passage: &Passage, hits: &mut Vec<Hit>) {
        relative(passage, "TX19", hits);
    }

    #[test]
    fn dates_told_from_the_day_of_writing_are_found() {
        let ar = |text| probe::found(ar, "ar", text);
        assert_eq!(ar("اجتمع الوزراء أمس."), [(14, "AR19", "أمس")]);
        assert_eq!(ar("وفي الأسبوع الماضي تراجع العدد."), [(4, "AR19", "الأسبوع الماضي")]);
        assert_eq!(
            ar("العام الماضي، والعام المقبل."),
            [(0, "AR19", "العام الماضي"), (15, "AR19", "العام المقبل")]
        );
        assert_eq!(ar("قُتل يوم أمس 5 أشخاص"), [(5, "AR19", "يوم أمس")]);
        assert_eq!(ar("في الشهر الجاري"), [(3, "AR19", "الشهر الجاري")]);
        assert_eq!(ar("اليوم الأحد، ومساء اليوم"), [(0, "AR19", "اليوم الأحد"), (14, "AR19", "مساء اليوم")]);
        assert_eq!(ar("وصلوا قبل يومين."), [(6, "AR19", "قبل يومين")]);
        assert_eq!(ar("خلال الأيام القليلة المقبلة"), [(5, "AR19", "الأيام القليلة المقبلة")]);
        assert_eq!(ar("يصل غدًا"), [(4, "AR19", "غدًا")]);
        assert_eq!(ar("وافتُتح مؤخرًا مركز"), [(8, "AR19", "مؤخرًا")]);
        assert_eq!(ar("وتنطلق اليوم أعمال القمة"), [(1, "AR19", "تنطلق اليوم")]);
        assert_eq!(ar("صدر اليوم العدد الأول"), []);
        assert_eq!(ar("الجمعة الماضي"), [(0, "AR19", "الجمعة الماضي")]);
        let found = |lang, text| probe::found(tx, lang, text);
        assert_eq!(found("en", "Ministers met Yesterday."), [(14, "TX19", "Yesterday")]);
        assert_eq!(found("en", "The figure fell last month."), [(16, "TX19", "last month")]);
        assert_eq!(
            found("en", "Two weeks ago, next Friday"),
            [(4, "TX19", "weeks ago"), (15, "TX19", "next Friday")]
        );
        assert_eq!(found("fr", "Les ministres se sont réunis hier."), [(29, "TX19", "hier")]);
        assert_eq!(
            found("fr", "L’année dernière, ce mois-ci"),
            [(2, "TX19", "année dernière"), (18, "TX19", "ce mois-ci")]
        );
        assert_eq!(
            found("tr", "Bu yıl ve geçen hafta"),
            [(0, "TX19", "Bu yıl"), (10, "TX19", "geçen hafta")]
        );
    }

    #[test]
    fn other_words_are_left_alone() {
        probe::silent(
            ar,
            "ar",
            &[
                "بات اليوم أقصر.",
                "الأمسية",
                "في الأسبوع السابق للاجتماع",
                "ملتمسًا",
                "هم بأمس الحاجة إلى الغذاء، وفي أمسّ الحاجة",
                "غدا الوضع صعبًا",
                "صباح اليوم التالي",
                "قبل يومين من الاجتماع، وقبل أيام قليلة من الموعد",
                "اليوم الأول من الشهر",
                "أمس (3 آذار)، وأمس الأحد 4 آذار",
                "أمس {e.on}",
                "قال «وصلنا أمس» ومضى",
                "حتى الآن",
                "قبل عام 2019 وقبل شهر رمضان",
            ],
        );
        probe::silent(
            tx,
            "en",
            &[
                "the week before the meeting",
                "yesterdays",
                "the last weeks of {e.on}",
                "next steps",
                "in the last week of May",
                "today’s world",
                "yesterday, {e.on}",
                "last Friday, 3 May",
                "He said “we met yesterday”",
            ],
        );
        probe::silent(tx, "fr", &["la semaine dernière de mai", "le lendemain", "lundi 3 mai"]);
        probe::silent(tx, "tr", &["bugünkü", "o hafta"]);
        probe::silent(tx, "ckb", &["دوێنێ"]);
    }
}
