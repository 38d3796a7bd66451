//! A number above two and its noun -> the form that the noun should have, for each class of numbers.
//!
//! It judges no gender of number words and writes no hit.

use std::ops::Range;

use super::super::super::bare::{bare, is_in, partings};
use super::super::super::passage::Passage;
use super::super::context::{After, after, says_of};
use super::super::figures::Count;
use super::super::nouns::{Class, Form, Noun, noun};
use super::super::numerals::follows;
use super::Pair;

/// What is wrong with a pair.
pub(super) struct Verdict {
    /// The noun as it should read.
    pub noun: String,
    /// Whether the rest of the sentence can stay as it is.
    pub safe: bool,
    /// A correction of the word after the noun that goes with it.
    pub next: Option<(Range<usize>, String)>,
}

/// 3 to 10: plural genitive.
pub(super) fn few(passage: &Passage, pair: &Pair) -> Option<Verdict> {
    let Noun { class, many, ambiguous, one, .. } = *pair.noun;
    let next = after(passage, pair.at);
    let fraction = pair.words.as_ref().is_some_and(|words| words.fraction);
    match pair.form {
        Form::Many => return None,
        _ if fraction => return None,
        Form::One if ambiguous && !lasts(passage, pair) || next == After::Ordinal => return None,
        Form::One if class == Class::Time && !matches!(next, After::End | After::Particle) => return None,
        _ => {}
    }
    // ضربة جوية becomes ضربات جوية: the adjective of things stays.
    let stays = class == Class::Thing && one.ends_with('ة') && next == After::Feminine;
    let safe = matches!(next, After::End | After::Particle) || stays || class == Class::Scale;
    Some(Verdict { noun: many[0].to_owned(), safe, next: None })
}

/// Whether years are meant, not Sunnis: بالسجن 10 سنة, منذ 5 سنة.
fn lasts(passage: &Passage, pair: &Pair) -> bool {
    let at = passage.tokens.partition_point(|token| token.range.start < pair.number.start);
    let before = passage.previous(at).map(|at| bare(passage.of(&passage.tokens[at]))).unwrap_or_default();
    const TIMES: &str = "سجن حبس عمره عمرها عمر بعمر منذ قبل بعد خلال مدة مدتها مدته طوال";
    pair.noun.one == "سنة"
        && partings(&before).any(|(_, rest)| is_in(TIMES, rest.strip_prefix("ال").unwrap_or(rest)))
}

/// 11 to 99 before a scale word: singular, accusative only if nothing is counted after it.
pub(super) fn scale(passage: &Passage, pair: &Pair) -> Option<Verdict> {
    let next = after(passage, pair.at);
    let counted = follows(passage, pair.at).and_then(|at| noun(passage.of(&passage.tokens[at])));
    match pair.form {
        Form::One => None,
        Form::Specified => {
            let (counted, form) = counted?;
            let genitive = form != Form::Many && !matches!(counted.class, Class::Time | Class::Scale);
            (genitive && !(form == Form::Specified)).then(|| Verdict {
                noun: pair.noun.one.to_owned(),
                safe: true,
                next: None,
            })
        }
        Form::Many if next == After::Definite || says_of(passage, &pair.number) => None,
        Form::Many => {
            let alone = matches!(next, After::End | After::Particle);
            let noun = if alone { pair.noun.specified(tanwin(passage)) } else { pair.noun.one.to_owned() };
            let safe = alone || counted.is_some_and(|(counted, _)| counted.class != Class::Time);
            Some(Verdict { noun, safe, next: None })
        }
    }
}

/// 11 to 99: singular accusative.
pub(super) fn many(passage: &Passage, pair: &Pair) -> Option<Verdict> {
    let noun = pair.noun;
    let next = after(passage, pair.at);
    let right = noun.specified(tanwin(passage));
    match pair.form {
        Form::Specified => None,
        Form::One if noun.is_alike() => None,
        Form::One => match next {
            After::End | After::Particle => Some(Verdict { noun: right, safe: true, next: None }),
            After::And => Some(Verdict { noun: right, safe: false, next: None }),
            After::Definite if noun.class != Class::Time => {
                Some(Verdict { noun: right, safe: false, next: None })
            }
            After::Masculine(range) => {
                let adjective = format!("{}{}", passage.slice(range.clone()), tanwin(passage));
                Some(Verdict { noun: right, safe: true, next: Some((range, adjective)) })
            }
            // ضابط شرطة: an accusative in construct has no alef.
            _ => None,
        },
        Form::Many if apposition(passage, pair, &next) => None,
        Form::Many => {
            let stays = noun.class != Class::Person && noun.one.ends_with('ة') && next == After::Feminine;
            let safe = matches!(next, After::End | After::Particle) || stays;
            Some(Verdict { noun: right, safe, next: None })
        }
    }
}

/// Hundreds: singular genitive.
pub(super) fn hundred(passage: &Passage, pair: &Pair) -> Option<Verdict> {
    let noun = pair.noun;
    let next = after(passage, pair.at);
    let right = noun.one.to_owned();
    match pair.form {
        Form::One => None,
        Form::Specified if pair.count == Count::HundredAndOne => None,
        Form::Specified
            if noun.class == Class::Scale
                && follows(passage, pair.at)
                    .is_some_and(|at| self::noun(passage.of(&passage.tokens[at])).is_some()) =>
        {
            None
        }
        Form::Many if apposition(passage, pair, &next) => None,
        Form::Many => {
            let stays = noun.class != Class::Person && noun.one.ends_with('ة') && next == After::Feminine;
            let counts = noun.class == Class::Scale && next == After::Word;
            let safe = matches!(next, After::End | After::Particle) || stays || counts;
            Some(Verdict { noun: right, safe, next: None })
        }
        Form::Specified => {
            let adjective = match &next {
                After::Accusative(range) => {
                    let word = passage.slice(range.clone());
                    let stem = word.trim_end_matches(['ا', '\u{64b}']);
                    Some((range.clone(), stem.to_owned()))
                }
                _ => None,
            };
            let safe = matches!(next, After::End | After::Particle) || adjective.is_some();
            Some(Verdict { noun: right, safe, next: adjective })
        }
    }
}

/// Whether a plural after a number begins something new or is said of what was counted.
fn apposition(passage: &Passage, pair: &Pair, next: &After) -> bool {
    let joined = *next == After::And && pair.noun.class == Class::Person;
    *next == After::Definite || joined || says_of(passage, &pair.number)
}

/// The tanwin on alef as this text writes it.
fn tanwin(passage: &Passage) -> &'static str {
    let last = passage.text.contains("ا\u{64b}") && !passage.text.contains("\u{64b}ا");
    if last { "ا\u{64b}" } else { "\u{64b}ا" }
}
