//! A language file that agrees with itself -> the tables of the engine.

use super::agree::times;
use super::departures::{finer, syntax};
use crate::locale::Direction;
use crate::locale::lang::{
    Amount, Changes, Choices, Counting, Currency, Dates, Forms, Language, Lists, PercentWords, Qualifier,
    Qualifiers, Scaled, Spelled, Table, Vague,
};
use crate::model::language::{
    AmountWords, Around, LanguageFile, Money, Noun, NumberWord, Placed, Qualifying, Scaling, WritingDirection,
};
use crate::model::{Gender, Months, ScaleAfterDecimal};

/// The only profile of a project's language.
pub(super) const PROFILE: &str = "default";

/// The tables of a file.
pub(super) fn of(file: &'static LanguageFile) -> &'static Table {
    kept(Table {
        language: kept(language(file)),
        syntax: kept(syntax(file)),
        finer: kept(finer(file)),
        plurals: file.plurals.as_deref().unwrap_or(&file.lang),
    })
}

/// Keeps a value as long as the process lives.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

pub(super) fn kept_list<T>(values: impl IntoIterator<Item = T>) -> &'static [T] {
    Box::leak(values.into_iter().collect::<Vec<T>>().into_boxed_slice())
}

/// The words on the side of the place on which they stand; those behind it keep their space.
pub(super) fn side(pattern: &'static Around) -> &'static str {
    if pattern.before.is_empty() { &pattern.after } else { &pattern.before }
}

fn noun(noun: &'static Noun) -> (Gender, Forms<'static>) {
    (noun.forms.gender.unwrap_or_default(), Forms::from(&noun.forms))
}

fn language(file: &'static LanguageFile) -> Language {
    let (style, numbers, percent) = (&file.style, &file.numbers, &file.percent);
    let choices = Choices {
        digits: style.digits,
        decimal: style.decimal,
        group: style.group,
        percent: style.percent,
        percent_spelling: 0,
        scale_after_decimal: ScaleAfterDecimal::Singular,
        months: Months::Gregorian,
        month_first: file.dates.day.month_first,
        year_mark: style.year_mark,
        hijri: style.hijri,
        quotes: style.quotes,
        numbers_as_words_below: style.numbers_as_words_below,
    };
    Language {
        tag: &file.lang,
        direction: match file.direction {
            WritingDirection::Ltr => Direction::Ltr,
            WritingDirection::Rtl => Direction::Rtl,
        },
        native_zero: file.marks.zero,
        profiles: kept_list([(PROFILE, choices)]),
        counting: Counting {
            scales: [&numbers.thousand, &numbers.million, &numbers.billion, &numbers.trillion].map(scaled),
            noun_says_one_and_two: false,
            words: kept_list(numbers.words.iter().map(spelled)),
            one: [[""; 3]; 2],
            single: &numbers.single.both()[0].before,
            article: "",
            measures: &[],
        },
        qualifiers: qualifying(file),
        vague: vague(file),
        percent: PercentWords {
            spellings: kept_list([side(&percent.words).trim()]),
            native_sign: &percent.own_sign,
            points: noun(&percent.points),
        },
        currencies: kept_list(file.currencies.iter().map(|(code, money)| currency(code, money))),
        per: times(&file.rates).map(|(_, rate)| side(rate).trim()),
        spans: times(&file.spans).map(|(_, span)| noun(span)),
        dates: dates(file),
        lists: lists(file),
        changes: changes(file),
    }
}

fn scaled(scale: &'static Scaling) -> Option<Scaled> {
    match scale {
        Scaling::InFull => None,
        Scaling::Word(noun) => {
            let forms = Forms::from(&noun.forms);
            Some(Scaled { absolute: forms, construct: forms })
        }
    }
}

fn spelled(word: &'static NumberWord) -> Spelled {
    Spelled {
        masculine: &word.m,
        feminine: &word.f,
        masculine_alone: [&word.alone; 3],
        feminine_alone: [&word.alone; 3],
    }
}

fn currency(code: &'static str, money: &'static Money) -> Currency {
    let (gender, forms) = noun(&money.noun);
    Currency { code, prefix: money.before.as_deref(), gender, forms }
}

pub(super) fn qualifier(words: &'static Qualifying) -> Qualifier {
    Qualifier {
        before: match &words.prose {
            Placed::Whole(pattern) => &pattern.before,
            Placed::Between(_) => "",
        },
        before_count: words.counted.as_ref().map(|pattern| pattern.before.as_str()),
        short: &words.tile.before,
        case: None,
    }
}

fn qualifying(file: &'static LanguageFile) -> Qualifiers {
    let words = &file.qualifiers;
    Qualifiers {
        approx: qualifier(&words.approx),
        nearly: qualifier(&words.nearly),
        more_than: qualifier(&words.more_than),
        at_least: qualifier(&words.at_least),
        up_to: qualifier(&words.up_to),
        less_than: qualifier(&words.less_than),
        between: &words.range.prose.before,
        and: &words.range.prose.middle,
        range_dash: (words.range.tile != words.range.prose).then_some(&words.range.tile.middle),
        range_case: None,
    }
}

fn vague(file: &'static LanguageFile) -> Vague {
    let vague = &file.vague;
    let amount = |words: &'static AmountWords| Amount {
        of: [&words.of.before; 3],
        alone: [&words.alone; 3],
        money: [&words.money; 3],
        share: [&words.share; 3],
    };
    Vague {
        orders: kept_list(
            vague.orders.each().map(|(_, order)| (order.alone.as_str(), order.of.before.as_str())),
        ),
        most_of: [side(&vague.most.whole), side(&vague.most.plural)],
        most: &vague.most.alone,
        all_of: [side(&vague.all.whole), side(&vague.all.plural)],
        all: &vague.all.alone,
        less: [&vague.less.counted, &vague.less.other],
        no: &vague.none.noun.both()[0].before,
        nothing: &vague.none.alone,
        limited: amount(&vague.limited),
        unquantified: amount(&vague.unquantified),
    }
}

fn dates(file: &'static LanguageFile) -> Dates {
    let dates = &file.dates;
    let names = |months: &'static [String; 12]| months.each_ref().map(String::as_str);
    let part = &dates.part;
    let in_words = dates.table == dates.span_alone.month || dates.table == dates.span_alone.day;
    Dates {
        gregorian: names(&dates.months),
        levantine: None,
        maghreb: None,
        short: Some(names(&dates.months_short)),
        hijri: names(&dates.hijri_months),
        hijri_mark: match dates.hijri_year.after.strip_prefix(' ') {
            Some(mark) => kept(format!("\u{a0}{mark}")),
            None => &dates.hijri_year.after,
        },
        year_mark: &dates.year_marked.after,
        year_word: "",
        parts: [&part.early.before, &part.mid.before, &part.late.before],
        about: &dates.about.month.before,
        uncertain: &dates.uncertain.after,
        since: &dates.since.month.before,
        from: [&dates.span.month.before, &dates.span_alone.month.before],
        to: &dates.span.month.middle,
        between: [&dates.between.month.before, &dates.between.month.middle],
        dash: (!in_words).then_some(&dates.table.middle),
        on: [&dates.on.day.before, &dates.on.month.before],
        clock: &dates.clock.before,
    }
}

fn lists(file: &'static LanguageFile) -> Lists {
    let lists = &file.lists;
    Lists {
        comma: &lists.open.middle,
        semicolon: &lists.clauses.middle,
        middle: &lists.middle.middle,
        last: &lists.last.middle,
        contractions: kept_list(lists.contractions.iter().map(|row| row.each_ref().map(String::as_str))),
    }
}

fn changes(file: &'static LanguageFile) -> Changes {
    let changes = &file.changes;
    Changes {
        up: &changes.up.before,
        down: &changes.down.before,
        same: &changes.same,
        before: &changes.before.before,
        same_range: &changes.same_range.after,
        overlap: &changes.overlap.after,
        not_comparable: &changes.not_comparable.after,
    }
}
