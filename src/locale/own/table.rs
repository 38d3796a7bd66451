//! A language file that agrees with itself -> the tables of the engine.

use icu_plurals::PluralCategory;

use crate::locale::Direction;
use crate::locale::lang::finer::{Definite, Finer, Ordinals, Worded};
use crate::locale::lang::syntax::{Behind, DateSyntax, DayWords, Feminine, Syntax};
use crate::locale::lang::{
    Amount, Changes, Choices, Counting, Currency, Dates, Forms, Language, Lists, PercentWords, Qualifier,
    Qualifiers, Scaled, Spelled, Table, Vague,
};
use crate::model::language::{
    AmountWords, Around, Category, GroupSpace, LanguageFile, Money, Noun, NounAfter, NumberWord,
    OrdinalDigits, Placed, Qualifying, Scaling, WritingDirection,
};
use crate::model::{Gender, Months, Qualifier as Q, ScaleAfterDecimal};

use super::agree::{qualifiers, times};

/// The only profile of a project's language.
const PROFILE: &str = "default";

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

fn kept_list<T>(values: impl IntoIterator<Item = T>) -> &'static [T] {
    Box::leak(values.into_iter().collect::<Vec<T>>().into_boxed_slice())
}

/// The words on the side of the place on which they stand; those behind it keep their space.
fn side(pattern: &'static Around) -> &'static str {
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

fn qualifier(words: &'static Qualifying) -> Qualifier {
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

fn syntax(file: &'static LanguageFile) -> Syntax {
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

fn finer(file: &'static LanguageFile) -> Finer {
    let ordinals = &file.ordinals;
    let worded = qualifiers(file).map(|(key, words)| (which(key), kept_list(wordings(words))));
    // The words of the common table stand before the number; others are asked for by name.
    let behind = qualifiers(file).into_iter().filter_map(|(key, words)| match &words.prose {
        Placed::Whole(pattern) if !pattern.after.is_empty() => Some((which(key), name(pattern))),
        _ => None,
    });
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
        preferred: kept_list([(PROFILE, kept_list(behind))]),
    }
}

/// The wording of a sentence and the others; none where the words stand between number and noun.
fn wordings(words: &'static Qualifying) -> Vec<Worded> {
    let Placed::Whole(prose) = &words.prose else { return Vec::new() };
    let one = |pattern: &'static Around| Worded {
        name: name(pattern),
        words: Qualifier {
            before: &pattern.before,
            before_count: None,
            short: &words.tile.before,
            case: None,
        },
        after: &pattern.after,
    };
    let first = Worded { words: qualifier(words), ..one(prose) };
    std::iter::once(first).chain(words.or.iter().map(one)).collect()
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
