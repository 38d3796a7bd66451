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

/// Why nothing can be said of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// They measure different things, or say nothing of a size.
    Kind,
    /// The same range of values as before.
    SameRange,
    /// The ranges overlap.
    Overlap,
}

/// What two measures of one thing allow to be said of the move between them, in no language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// Which way.
    pub code: Move,
    /// The later value less the earlier one, in the unit of both; of shares, percentage points. Only between exact
    /// values.
    pub difference: Option<Decimal>,
    /// The same as a percentage of the earlier value, rounded half away from zero: one decimal below ten, none
    /// above. Only between exact values, and not of zero.
    pub percent: Option<Decimal>,
    doubt: Option<Doubt>,
}

impl Compared {
    /// Compares a measure with an earlier one of the same thing.
    pub fn of(before: &Measure<'_>, now: &Measure<'_>) -> Self {
        let same_kind = before.counted == now.counted && before.per == now.per;
        let intervals = Interval::of(before.quantity, before.counted)
            .zip(Interval::of(now.quantity, now.counted))
            .filter(|_| same_kind);
        match intervals {
            // A share of a difference of shares means nothing to anybody.
            Some((old, new)) if now.counted == Counted::PercentagePoints => {
                Self { percent: None, ..Self::of_intervals(&old, &new) }
            }
            Some((old, new)) => Self::of_intervals(&old, &new),
            None => Self::nothing(Doubt::Kind),
        }
    }

    /// Compares the values that two quantities of one kind can stand for.
    pub fn of_intervals(old: &Interval, new: &Interval) -> Self {
        let exact = old.exact().zip(new.exact());
        let code = if old.is_below(new) {
            Move::Up
        } else if new.is_below(old) {
            Move::Down
        } else if old == new && exact.is_some() {
            Move::Same
        } else {
            return Self::nothing(if old == new { Doubt::SameRange } else { Doubt::Overlap });
        };
        let percent = exact.and_then(|(old, new)| {
            let percent = ((new - old) * Decimal::ONE_HUNDRED).checked_div(old.abs())?;
            Some(rounded(percent))
        });
        Self { code, difference: exact.map(|(old, new)| (new - old).normalize()), percent, doubt: None }
    }

    /// Two measures of which nothing can be said.
    pub fn incomparable() -> Self {
        Self::nothing(Doubt::Kind)
    }

    fn nothing(doubt: Doubt) -> Self {
        Self { code: Move::NotComparable, difference: None, percent: None, doubt: Some(doubt) }
    }
}

/// From this value on, the size of a change is a percentage of the value before.
const LARGE: i64 = 1000;

impl Locale {
    /// Compares a measure with an earlier one of the same thing. `when` places the earlier one and
    /// brings its own preposition, as [`Locale::dated`] writes it: "in May 2018".
    pub fn change(&self, before: &Measure<'_>, now: &Measure<'_>, when: Option<&Phrase>) -> Change {
        self.change_as(Compared::of(before, now), before, now, when)
    }

    /// The same of two measures that have been compared already, or that may not be.
    pub fn change_as(
        &self,
        compared: Compared,
        before: &Measure<'_>,
        now: &Measure<'_>,
        when: Option<&Phrase>,
    ) -> Change {
        let words = &self.language.changes;
        let placed = |word: &str, earlier: Phrase| match when {
            Some(when) if self.syntax().when_first => {
                Phrase::text(word).then(when.clone()).then_text(" ").then(earlier)
            }
            Some(when) => self.contracted(Phrase::text(word).then(earlier)).then_text(" ").then(when.clone()),
            None => self.contracted(Phrase::text(word).then(earlier)),
        };
        let moved = |word: &str| placed(word, self.earlier(before, Case::Genitive));
        let text = match (compared.code, compared.doubt) {
            (Move::Up, _) => moved(words.up),
            (Move::Down, _) => moved(words.down),
            (Move::Same, _) => Phrase::text(words.same),
            (Move::NotComparable, doubt) => {
                let why = match doubt {
                    Some(Doubt::SameRange) => words.same_range,
                    Some(Doubt::Overlap) => words.overlap,
                    Some(Doubt::Kind) | None => words.not_comparable,
                };
                placed(words.before, self.earlier(before, Case::Nominative)).then_text(why)
            }
        };
        let sized = matches!(compared.code, Move::Up | Move::Down);
        let ends = Interval::of(before.quantity, before.counted)
            .and_then(|it| it.exact())
            .zip(Interval::of(now.quantity, now.counted).and_then(|it| it.exact()));
        let size = ends.filter(|_| sized).map(|(old, new)| self.size(old, new, before.counted));
        Change { code: compared.code, size, text }
    }

    /// By how much something moved, without a sign: the distance in its own unit, of shares in percentage points,
    /// and that as a percentage of the value before, where it does not round to nothing: `4 partners (5.3%)`.
    pub fn extent(&self, compared: &Compared, counted: Counted<'_>) -> Option<Phrase> {
        let difference = compared.difference.filter(|difference| !difference.is_zero())?.abs();
        let size = match counted {
            Counted::Percent | Counted::PercentagePoints => {
                self.percentage_points(difference, Case::Nominative, Form::Short)
            }
            // As short as money is written elsewhere.
            Counted::Money(_) => {
                let ask = Ask { counted, case: Case::Nominative, form: Form::Short, noun: false };
                self.one(&Number::compact(difference), &ask)
            }
            _ => self.difference(difference, counted),
        };
        Some(match compared.percent.filter(|percent| !percent.is_zero()) {
            Some(percent) => {
                let percent = self.percent(percent.abs(), Case::Nominative, Form::Short);
                size.then_text(" (").then(percent).then_text(")")
            }
            None => size,
        })
    }

    /// Why nothing can be said of a move: the ranges overlap. Nothing where things are not comparable at all.
    pub fn doubt(&self, compared: &Compared) -> Option<Phrase> {
        let words = &self.language.changes;
        let why = match compared.doubt? {
            Doubt::SameRange => words.same_range,
            Doubt::Overlap => words.overlap,
            Doubt::Kind => return None,
        };
        // The languages write a remark in brackets.
        Some(Phrase::text(why.trim_matches([' ', '(', ')', '\u{a0}'])))
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
    let decimals = if percent.abs() < Decimal::TEN { 1 } else { 0 };
    percent.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}
