//! Where a project's language departs from the plain pattern, its ordinals, and the wordings of its qualifiers.

use icu_plurals::PluralCategory;

use super::agree::qualifiers;
use super::table::{PROFILE, kept_list, qualifier, side};
use crate::locale::lang::Qualifier;
use crate::locale::lang::finer::{Definite, Finer, Ordinals, Worded};
use crate::locale::lang::syntax::{Behind, DateSyntax, DayWords, Feminine, Syntax};
use crate::model::Qualifier as Q;
use crate::model::language::{
    Around, Category, GroupSpace, LanguageFile, NounAfter, OrdinalDigits, Placed, Qualifying,
};

fn category(category: Category) -> PluralCategory {
    match category {
        Category::Zero => PluralCategory::Zero,
        Category::One => PluralCategory::One,
        Category::Two => PluralCategory::Two,
        Category::Few => PluralCategory::Few,
        Category::Many => PluralCategory::Many,
        Category::Other => PluralCategory::Other,
    }
}

/// The keys under `qualifiers`, as the engine has them.
fn which(key: &str) -> Q {
    match key {
        "approx" => Q::Approx,
        "nearly" => Q::Nearly,
        "more_than" => Q::MoreThan,
        "at_least" => Q::AtLeast,
        "up_to" => Q::UpTo,
        _ => Q::LessThan,
    }
}

pub(super) fn syntax(file: &'static LanguageFile) -> Syntax {
    let (marks, numbers, percent) = (&file.marks, &file.numbers, &file.percent);
    let single = |gender: usize| numbers.single.both()[gender].before.as_str();
    let behind = qualifiers(file).into_iter().filter_map(|(key, words)| match &words.prose {
        // The engine sets the space before the noun.
        Placed::Between(words) => Some((which(key), Behind::words(words.strip_suffix(' ').unwrap_or(words)))),
        Placed::Whole(_) => None,
    });
    Syntax {
        group_space: match marks.group_space {
            GroupSpace::Wide => "\u{a0}",
            GroupSpace::Narrow => "\u{202f}",
        },
        sign_gap: match percent.sign.after.chars().next() {
            Some(' ' | '\u{a0}') => "\u{a0}",
            Some('\u{202f}') => "\u{202f}",
            _ => "",
        },
        sign_first: !percent.sign.before.is_empty(),
        percent_word_first: !percent.words.before.is_empty(),
        isolate_native: marks.zero == '۰',
        guillemets: [&marks.guillemets.before, &marks.guillemets.after],
        curly: [&marks.curly.before, &marks.curly.after],
        clock_mark: &file.dates.clock.mark,
        hour_digits: usize::from(file.dates.clock.hour_digits),
        clock_behind: &file.dates.clock.after,
        capitals: kept_list(marks.capitals.iter().map(|(small, capital)| (*small, capital.as_str()))),
        of: numbers.scaled.middle.strip_prefix(' ').unwrap_or_default(),
        after_scale: category(numbers.after_scale),
        one_in_words: numbers.one_in_words,
        bare_thousand: numbers.bare_thousand,
        shared_scale: file.qualifiers.range.shared_scale,
        per_first: file.rates.day.after.is_empty(),
        feminine: Some(Feminine {
            ends: &[],
            no: &file.vague.none.noun.both()[1].before,
            single: single(1),
            asked: file.genders,
        }),
        orders_count: file.vague.nouns == NounAfter::Counted,
        amounts_count: file.vague.nouns == NounAfter::Counted,
        less_than_figure: Some(side(&file.qualifiers.less_than_figure)),
        behind: kept_list(behind),
        when_first: file.changes.up.when_first,
        dates: date_syntax(file),
        ..Syntax::PLAIN
    }
}

fn date_syntax(file: &'static LanguageFile) -> DateSyntax {
    let dates = &file.dates;
    // A point or comma is part of the figure of each day, a word stands once, before the month.
    let link = dates.day.day_link.as_str();
    let mark = link.len() - link.trim_start_matches(|c: char| c.is_ascii_punctuation()).len();
    DateSyntax {
        months_alone: dates.months_alone.as_ref().map(|names| names.each_ref().map(String::as_str)),
        first_day: &dates.first_day,
        day_mark: &link[..mark],
        day_link: &link[mark..],
        month_link: &dates.day.month_link,
        days: Some(DayWords {
            about: &dates.about.day.before,
            since: &dates.since.day.before,
            from: [&dates.span.day.before, &dates.span_alone.day.before],
            to: &dates.span.day.middle,
            between: [&dates.between.day.before, &dates.between.day.middle],
        }),
        on_inexact: Some(&dates.on.inexact.before),
        on_year: Some(&dates.on.year.before),
        parts_behind: [&dates.part.early.after, &dates.part.mid.after, &dates.part.late.after],
        about_behind: &dates.about.month.after,
        on_behind: Behind::words(&dates.on.month.after),
        on_behind_day: Some(Behind::words(&dates.on.day.after)),
        since_behind: Behind::words(&dates.since.month.after),
        span_behind: &dates.span.month.after,
        between_behind: Some(&dates.between.month.after),
    }
}

pub(super) fn finer(file: &'static LanguageFile) -> Finer {
    let ordinals = &file.ordinals;
    let worded = qualifiers(file).map(|(key, words)| (which(key), kept_list(wordings(words))));
    // The words of the common table stand before the number only, so the first wording is asked for by name.
    let first = qualifiers(file).into_iter().zip(&worded);
    let first = first.filter_map(|((key, _), (_, wordings))| Some((which(key), wordings.first()?.name)));
    let first = kept_list(first);
    let known = file.numbers.known.before.as_str();
    Finer {
        ordinals: Some(Ordinals {
            bare: kept_list(ordinals.words.iter().map(|word| word.both().map(|form| [form.as_str(); 3]))),
            definite: &[],
            one_before_ten: None,
            tens: &[],
            and: "",
            always_words: false,
            before_digits: [""; 2],
            endings: endings(&ordinals.digits),
        }),
        definite: if known.is_empty() { Definite::Plain } else { Definite::Before(known) },
        wordings: kept_list(worded),
        preferred: kept_list([(PROFILE, first)]),
    }
}

/// The wording of a sentence and the others. Words behind the number stand in tiles as well, where no sign
/// is given for them.
fn wordings(words: &'static Qualifying) -> Vec<Worded> {
    let (first, after) = match &words.prose {
        Placed::Whole(pattern) => (name(pattern), pattern.after.as_str()),
        Placed::Between(between) => (between.trim(), ""),
    };
    let first = Worded { name: first, words: qualifier(words), after, short_after: &words.tile.after };
    let other = |pattern: &'static Around| {
        let tile = if pattern.after.is_empty() { &words.tile } else { pattern };
        let words =
            Qualifier { before: &pattern.before, before_count: None, short: &tile.before, case: None };
        Worded { name: name(pattern), words, after: &pattern.after, short_after: &tile.after }
    };
    std::iter::once(first).chain(words.or.iter().map(other)).collect()
}

/// What a style calls a wording: its words, those before the number if there are words on both sides.
fn name(pattern: &'static Around) -> &'static str {
    side(pattern).trim()
}

fn endings(digits: &'static OrdinalDigits) -> [[&'static str; 2]; 4] {
    let other = &digits.other;
    [&digits.one, &digits.two, &digits.few, &None]
        .map(|given| [given.as_ref().unwrap_or(other).after.as_str(); 2])
}
