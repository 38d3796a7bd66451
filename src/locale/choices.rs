//! A [`Style`] laid over its base profile -> [`Choices`].
//!
//! What a style leaves open comes from the profile; marks follow the digits unless they are set.

use crate::model::{DecimalMark, Digits, GroupMark, Style};

use super::UnknownLocale;
use super::lang::{Choices, Language};

/// Settles every choice of a style.
pub(super) fn resolve(language: &'static Language, style: &Style) -> Result<Choices, UnknownLocale> {
    let base = match style.profile.as_deref() {
        None => language.profiles.first(),
        Some(name) => language.profiles.iter().find(|(known, _)| *known == name),
    };
    let Some((_, base)) = base else {
        return Err(UnknownLocale::Profile {
            name: style.profile.clone().unwrap_or_default(),
            lang: language.tag,
            known: language.profiles.iter().map(|(name, _)| *name).collect(),
        });
    };
    // A language without digits of its own has only the Latin ones to choose.
    let digits = style.digits.filter(|_| language.native_zero != '0').unwrap_or(base.digits);
    let (decimal, group) = match digits {
        same if same == base.digits => (base.decimal, base.group),
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
