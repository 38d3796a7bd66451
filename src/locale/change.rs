//! Two measures of one thing -> how it moved, as far as their intervals allow a statement.
//!
//! A size is given only between exact values; intervals apart from each other give a direction;
//! overlapping ones give the earlier value and no claim. Shares differ in percentage points.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Counted, Number, Quantity};

use super::count::Noun;
use super::measure::Ask;
use super::{Case, Form, Interval, Locale, Measure, Phrase};

/// Which way a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// Exactly as before.
    Same,
    /// Nothing can be said.
    NotComparable,
}

impl Move {
    /// The stable code in the Brief: `up`, `down`, `same`, `not_comparable`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
            Self::NotComparable => "not_comparable",
        }
    }
}

/// How a figure moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub code: Move,
    /// By how much, without a sign: `4 percentage points`, `5 members`, `2.7%`. Only between exact values.
    pub size: Option<Phrase>,
    /// What can be said: `up from 75 in May 2018`.
    pub text: Phrase,
}

/// From this value on, the size of a change is a percentage of the value before.
const LARGE: i64 = 1000;

impl Locale {
    /// Compares a measure with an earlier one of the same thing. `when` places the earlier one and
    /// brings its own preposition, as [`Locale::dated`] writes it: "in May 2018".
    pub fn change(&self, before: &Measure<'_>, now: &Measure<'_>, when: Option<&Phrase>) -> Change {
        let words = &self.language.changes;
        let same_kind = before.counted == now.counted && before.per == now.per;
        let intervals = Interval::of(before.quantity, before.counted)
            .zip(Interval::of(now.quantity, now.counted))
            .filter(|_| same_kind);
        let placed = |word: &str, earlier: Phrase| match when {
            Some(when) if self.syntax().when_first => {
                Phrase::text(word).then(when.clone()).then_text(" ").then(earlier)
            }
            Some(when) => self.contracted(Phrase::text(word).then(earlier)).then_text(" ").then(when.clone()),
            None => self.contracted(Phrase::text(word).then(earlier)),
        };
        let Some((old, new)) = intervals else {
            let text = placed(words.before, self.earlier(before, Case::Nominative));
            return Change {
                code: Move::NotComparable,
                size: None,
                text: text.then_text(words.not_comparable),
            };
        };
        let moved = |code, word: &str| {
            let size = old.exact().zip(new.exact()).map(|(old, new)| self.size(old, new, before.counted));
            let text = placed(word, self.earlier(before, Case::Genitive));
            Change { code, size, text }
        };
        if old.is_below(&new) {
            moved(Move::Up, words.up)
        } else if new.is_below(&old) {
            moved(Move::Down, words.down)
        } else if old == new && old.exact().is_some() {
            Change { code: Move::Same, size: None, text: Phrase::text(words.same) }
        } else {
            let why = if old == new { words.same_range } else { words.overlap };
            let text = placed(words.before, self.earlier(before, Case::Nominative));
            Change { code: Move::NotComparable, size: None, text: text.then_text(why) }
        }
    }

    /// The earlier value: in figures, its qualifier in words.
    fn earlier(&self, before: &Measure<'_>, case: Case) -> Phrase {
        let exact = Interval::of(before.quantity, before.counted).and_then(|interval| interval.exact());
        let form = match before.quantity {
            Quantity::One(..) if exact.is_some() => Form::Short,
            _ => Form::Prose,
        };
        match before.quantity {
            Quantity::One(..) | Quantity::Range(..) => {
                self.number_only(before.quantity, before.counted, case, form)
            }
            _ => self.measure(before, case, form),
        }
    }

    /// The distance between two exact values.
    fn size(&self, old: Decimal, new: Decimal, counted: Counted<'_>) -> Phrase {
        let difference = (new - old).abs().normalize();
        let large = old.abs() >= Decimal::from(LARGE);
        match counted {
            Counted::Percent | Counted::PercentagePoints => {
                self.percentage_points(difference, Case::Nominative, Form::Short)
            }
            _ if large => match (difference * Decimal::ONE_HUNDRED).checked_div(old.abs()) {
                Some(percent) if rounded(percent) > Decimal::ZERO => {
                    self.percent(rounded(percent), Case::Nominative, Form::Short)
                }
                _ => self.difference(difference, counted),
            },
            _ => self.difference(difference, counted),
        }
    }

    fn difference(&self, difference: Decimal, counted: Counted<'_>) -> Phrase {
        let number = Number::plain(difference);
        match counted {
            Counted::Noun(unit) => match self.forms(unit) {
                Some(forms) => {
                    let noun = Noun { gender: self.gender(unit), forms, spell: false };
                    self.counted_noun(&number, noun, Case::Nominative)
                }
                None => self.number(&number),
            },
            _ => {
                let ask = Ask { counted, case: Case::Nominative, form: Form::Short, noun: false };
                self.one(&number, &ask)
            }
        }
    }
}

/// One decimal below ten, none above.
fn rounded(percent: Decimal) -> Decimal {
    let decimals = if percent < Decimal::TEN { 1 } else { 0 };
    percent.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}
