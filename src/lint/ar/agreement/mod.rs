//! AR05: a number and the noun that it counts do not agree: `8 مليون`, `79 شريك`, `خمسة دول`, `إحدى عشر`.
//!
//! Only nouns of [`super::nouns`] directly after the number are judged. It is silent on what is correct in some
//! reading: a noun in construct (15 ضابط شرطة), a new phrase after a date or an identifier, a plural said of the
//! counted (بينهم 12 أطفال), decimals, slots, and scale words whose noun is left out (43 ألف).

mod verdicts;

use std::ops::Range;

use self::verdicts::{Verdict, few, hundred, many, scale};
use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::context::{After, after, counts_nothing, opens_amount, says_of};
use super::figures::{Count, whole};
use super::nouns::{Class, Form, Gender, Noun, noun};
use super::numerals::{Numeral, follows, numeral, rewritten};

/// A number before a noun.
struct Pair<'p> {
    /// The number.
    number: Range<usize>,
    /// What it asks.
    count: Count,
    /// Its words, if it is written in words.
    words: Option<Numeral>,
    /// The noun, its form and its token.
    noun: &'p Noun,
    form: Form,
    at: usize,
}

/// Looks at each number before a noun, and at each noun after a scale word.
pub(super) fn agreement(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    let mut at = 0;
    while at < passage.tokens.len() {
        let token = &passage.tokens[at];
        let mut last = at;
        if !within(&quoted, &token.range) {
            match token.kind {
                TokenKind::Number => digits(passage, at, hits),
                TokenKind::Word => {
                    if let Some(numeral) = numeral(passage, at) {
                        last = numeral.tokens.1;
                        words(passage, numeral, hits);
                    } else {
                        counted(passage, at, hits);
                    }
                }
                _ => {}
            }
        }
        at = last + 1;
    }
}

fn digits(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
    let token = &passage.tokens[at];
    let Some(whole) = whole(passage.of(token)) else { return };
    let Some(next) = follows(passage, at) else { return };
    let Some((noun, form)) = noun(passage.of(&passage.tokens[next])) else { return };
    if counts_nothing(passage, at) && !(noun.class == Class::Scale && opens_amount(passage, at)) {
        return;
    }
    // 1,062 مليون may be a decimal; in 245,103 لتر the measure is a sign, as in tables.
    let decimal = whole.doubtful && noun.class == Class::Scale;
    let sign = whole.large && noun.is_measure() && form == Form::One;
    if !decimal && !sign {
        let (number, count) = (token.range.clone(), whole.count);
        judge(passage, &Pair { number, count, words: None, noun, form, at: next }, hits);
    }
}

fn words(passage: &Passage, numeral: Numeral, hits: &mut Vec<Hit>) {
    let (first, last) = numeral.tokens;
    let number = passage.tokens[first].range.start..passage.tokens[last].range.end;
    let next = follows(passage, last);
    let counted = next.and_then(|at| Some((at, noun(passage.of(&passage.tokens[at]))?)));
    // Numbers in words are seldom names: في الدورة عشرة نساء.
    let counts = numeral.count == Count::Few
        && counted
            .as_ref()
            .is_some_and(|(at, (_, form))| *form == Form::Many && after(passage, *at) != After::Definite);
    if counts_nothing(passage, first) && !counts {
        return;
    }
    if let Some((at, (noun, form))) = counted {
        let count = numeral.count;
        judge(passage, &Pair { number, count, words: Some(numeral), noun, form, at }, hits);
    } else if numeral.torn && next.is_none() {
        let text = passage.slice(number.clone());
        hits.push(
            Hit::warning("AR05", number, format!("the two words of `{text}` have different genders"))
                .help("write both words for a masculine or both for a feminine noun"),
        );
    }
}

/// The noun after a scale word: singular genitive whatever the number is (`26 مليون شخص`).
fn counted(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
    let (Some((scale, form)), Some(next)) = (noun(passage.of(&passage.tokens[at])), follows(passage, at))
    else {
        return;
    };
    // A bare ألف is also a verb, and the accusative may be a dual (ألفا شخص).
    let before = passage.previous(at).map(|before| &passage.tokens[before]);
    let worded = || passage.previous(at).is_some_and(|before| numeral(passage, before).is_some());
    let numbered = before.is_some_and(|token| token.kind == TokenKind::Number) || worded();
    let slot = before.is_some_and(|token| token.kind == TokenKind::Slot);
    let read = form != Form::Specified && (numbered || scale.one != "ألف" || form == Form::Many);
    let Some((noun, form)) = noun(passage.of(&passage.tokens[next])) else { return };
    let wrong = match form {
        Form::Specified => noun.class != Class::Time,
        Form::Many if after(passage, next) == After::Definite => false,
        // ثلاثون ألف أسر: only where nothing else is said of the number.
        Form::Many if numbered && matches!(noun.class, Class::Person | Class::Thing) => {
            before.is_some_and(|number| !says_of(passage, &number.range))
        }
        Form::Many => noun.class == Class::Unit,
        Form::One => false,
    };
    if scale.class == Class::Scale && read && !slot && wrong && noun.class != Class::Scale {
        let number = passage.tokens[at].range.clone();
        let count = Count::Hundred;
        judge(passage, &Pair { number, count, words: None, noun, form, at: next }, hits);
    }
}

fn judge(passage: &Passage, pair: &Pair, hits: &mut Vec<Hit>) {
    // إحدى عشر دول is "one of ten states".
    if pair.words.as_ref().is_some_and(|words| words.torn) && pair.form == Form::Many {
        return;
    }
    let verdict = match pair.count {
        Count::One | Count::Two => return alone(passage, pair, hits),
        Count::Few => few(passage, pair),
        Count::Many if pair.noun.class == Class::Scale => scale(passage, pair),
        Count::Many => many(passage, pair),
        Count::Hundred | Count::HundredAndOne => hundred(passage, pair),
    };
    let number = gendered(passage, pair);
    if verdict.is_none() && number.is_none() {
        return;
    }
    let range = pair.number.start..passage.tokens[pair.at].range.end;
    let text = passage.slice(range.clone());
    let noun_range = passage.tokens[pair.at].range.clone();
    let noun = verdict.as_ref().map_or(passage.slice(noun_range.clone()), |verdict| &verdict.noun);
    let digits = number.as_deref().unwrap_or(passage.slice(pair.number.clone()));
    let right = format!("{digits}{}{noun}", passage.slice(pair.number.end..noun_range.start));
    let hit = Hit::warning("AR05", range.clone(), format!("`{text}` does not agree"))
        .help(format!("write `{right}`"))
        .label(rule(pair));
    let torn_open = pair.words.as_ref().is_some_and(|words| words.torn) && number.is_none();
    hits.push(match verdict {
        Some(verdict) if !verdict.safe || torn_open => hit,
        Some(Verdict { next: Some((next, word)), .. }) => {
            let between = passage.slice(range.end..next.start);
            hit.fix(range.start..next.end, format!("{right}{between}{word}"))
        }
        // The plural after 3 to 10 stays as it was, so nothing else has to change.
        _ => hit.fix(range, right),
    });
}

/// The rule, for the label.
fn rule(pair: &Pair) -> &'static str {
    match pair.count {
        Count::Few => "3 to 10 take the plural, and the opposite gender",
        Count::Many if pair.noun.class == Class::Scale => "11 to 99 take the singular",
        Count::Many => "11 to 99 take the singular accusative",
        _ => "hundreds and thousands take the singular genitive",
    }
}

/// 1 and 2 before a plural.
fn alone(passage: &Passage, pair: &Pair, hits: &mut Vec<Hit>) {
    let next = after(passage, pair.at);
    // 2 شخص: measures and scales stand so in tables.
    let single = pair.form == Form::One
        && pair.count == Count::Two
        && !pair.noun.is_measure()
        && !matches!(pair.noun.class, Class::Time | Class::Scale)
        && next == After::Particle;
    let many = pair.form == Form::Many && next != After::Definite && !says_of(passage, &pair.number);
    if !(many || single) {
        return;
    }
    let range = pair.number.start..passage.tokens[pair.at].range.end;
    let [nominative, oblique] = pair.noun.dual();
    let written = passage.slice(passage.tokens[pair.at].range.clone());
    if written == nominative || written == oblique {
        return;
    }
    let help = match pair.count {
        Count::Two => format!("write the dual without the number, `{nominative}` or `{oblique}`"),
        _ => format!("write the singular without the number, `{}`", pair.noun.one),
    };
    let message = format!("`{}` does not agree", passage.slice(range.clone()));
    hits.push(Hit::warning("AR05", range, message).help(help));
}

/// The number written for the gender of its noun, if it is in words and fits the other one.
fn gendered(passage: &Passage, pair: &Pair) -> Option<String> {
    let words = pair.words.as_ref()?;
    let gender = pair.noun.gender;
    let wrong = words.torn || words.fits.is_some_and(|fits| fits != gender);
    if gender == Gender::Either || !wrong {
        return None;
    }
    // A fifth of the members.
    let part = words.fraction && (pair.form != Form::Many || after(passage, pair.at) == After::Definite);
    if part { None } else { rewritten(passage, words, gender) }
}
