//! A [`Style`] laid over its base profile -> [`Choices`].
//!
//! What a style leaves open comes from the profile; marks follow the digits unless they are set. The
//! profile `custom` has nothing to give: whatever the language can vary must be set.

use crate::model::{DecimalMark, Digits, GroupMark, Qualifier, Style};

use super::UnknownLocale;
use super::lang::finer::{Finer, Worded};
use super::lang::{Choices, Language, Table};

/// The profile that leaves every choice to the style.
const CUSTOM: &str = "custom";

/// The wordings that a style settled, of the qualifiers that have more than one.
pub(super) type Wordings = [Option<(Qualifier, &'static Worded)>; 7];

/// Settles every choice of a style.
pub(super) fn resolve(table: &'static Table, style: &Style) -> Result<Choices, UnknownLocale> {
    let language = table.language;
    let base = match style.profile.as_deref() {
        None => language.profiles.first(),
        Some(CUSTOM) => {
            let missing = open(table, style);
            if !missing.is_empty() {
                return Err(UnknownLocale::Open { lang: language.tag, choices: missing });
            }
            language.profiles.first()
        }
        Some(name) => language.profiles.iter().find(|(known, _)| *known == name),
    };
    let Some((_, base)) = base else {
        return Err(UnknownLocale::Profile {
            name: style.profile.clone().unwrap_or_default(),
            lang: language.tag,
            known: language.profiles.iter().map(|(name, _)| *name).chain([CUSTOM]).collect(),
        });
    };
    // A language without digits of its own has only the Latin ones to choose.
    let digits = style.digits.filter(|_| language.native_zero != '0').unwrap_or(base.digits);
    let (decimal, group) = match digits {
        same if same == base.digits => (base.decimal, base.group),
        // Other digits of a language's own, as in Hindi, have the marks of its style.
        Digits::Arab if !matches!(language.native_zero, '٠' | '۰') => (base.decimal, base.group),
        Digits::Arab => (DecimalMark::Arabic, GroupMark::Arabic),
        Digits::Latn => (DecimalMark::Point, GroupMark::Comma),
    };
    let choices = Choices {
        digits,
        decimal: style.decimal.unwrap_or(decimal),
        group: style.group.unwrap_or(group),
        percent: style.percent.unwrap_or(base.percent),
        percent_spelling: base.percent_spelling,
        scale_after_decimal: style.scale_after_decimal.unwrap_or(base.scale_after_decimal),
        months: style.months.unwrap_or(base.months),
        month_first: base.month_first,
        year_mark: style.year_mark.unwrap_or(base.year_mark),
        hijri: style.hijri.unwrap_or(base.hijri),
        quotes: style.quotes.unwrap_or(base.quotes),
        numbers_as_words_below: style.numbers_as_words_below.unwrap_or(base.numbers_as_words_below),
    };
    match (choices.decimal, choices.group) {
        (DecimalMark::Comma, GroupMark::Comma) | (DecimalMark::Point, GroupMark::Point) => {
            Err(UnknownLocale::Marks { lang: language.tag })
        }
        _ => Ok(choices),
    }
}

/// The choices that the language has and the style leaves open.
fn open(table: &Table, style: &Style) -> Vec<&'static str> {
    let language: &Language = table.language;
    let own_digits = language.native_zero != '0';
    let inflects = language.counting.noun_says_one_and_two;
    let dates = &language.dates;
    let traditions = dates.levantine.is_some() || dates.maghreb.is_some();
    let mut missing: Vec<&'static str> = [
        ("digits", own_digits && style.digits.is_none()),
        ("decimal", style.decimal.is_none()),
        ("group", style.group.is_none()),
        ("percent", style.percent.is_none()),
        ("scale_after_decimal", inflects && style.scale_after_decimal.is_none()),
        ("months", traditions && style.months.is_none()),
        ("year_mark", !dates.year_mark.is_empty() && style.year_mark.is_none()),
        ("hijri", style.hijri.is_none()),
        ("quotes", style.quotes.is_none()),
        ("numbers_as_words_below", style.numbers_as_words_below.is_none()),
    ]
    .into_iter()
    .filter_map(|(choice, open)| open.then_some(choice))
    .collect();
    let open_wording = |(qualifier, key, asked): (Qualifier, &'static str, Option<&str>)| {
        let varies = table.finer.wordings(qualifier).len() > 1;
        (varies && asked.is_none()).then_some(key)
    };
    missing.extend(style.qualifiers.each().into_iter().filter_map(open_wording));
    missing
}

/// Settles the wording of every qualifier: what the style names, or else what the profile prefers.
pub(super) fn wordings(table: &'static Table, style: &Style) -> Result<Wordings, UnknownLocale> {
    let mut settled: Wordings = [None; 7];
    let (language, finer) = (table.language, table.finer);
    let base = || language.profiles.first().map(|(name, _)| *name);
    for (place, (qualifier, key, asked)) in settled.iter_mut().zip(style.qualifiers.each()) {
        let known = finer.wordings(qualifier);
        let preferred = || preferred(finer, style.profile.as_deref().or_else(base)?, qualifier);
        let Some(name) = asked.or_else(preferred) else { continue };
        let Some(worded) = known.iter().find(|worded| worded.name == name) else {
            return Err(UnknownLocale::Wording {
                lang: language.tag,
                key,
                name: name.to_owned(),
                known: known.iter().map(|worded| worded.name).collect(),
            });
        };
        *place = Some((qualifier, worded));
    }
    Ok(settled)
}

fn preferred(finer: &'static Finer, profile: &str, qualifier: Qualifier) -> Option<&'static str> {
    let (_, preferred) = finer.preferred.iter().find(|(name, _)| *name == profile)?;
    preferred.iter().find(|(known, _)| *known == qualifier).map(|(_, name)| *name)
}
