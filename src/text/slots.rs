//! What a slot stands for: an id with an optional field and style -> its phrase.
//!
//! Where a path leads is [`paths`], what stands behind a field [`fields`]. A slot that leads nowhere, or
//! whose value cannot be put in its style, is marked on the page and reported.

mod fields;
mod paths;

pub(super) use self::paths::leads;
use self::paths::split;
use super::message::Slot;
use super::style::{Shape, Style};
use super::wording::Wording;
use crate::diag::Finding;
use crate::locale::{Case, Form, Kind, Measure, Phrase};
use crate::model::{
    Contribution, Counted, Figure, Gender, Number, Qualifier, Quantity, Reference, Requirement, Target,
};

/// What a sweep puts in place of a number: the path of a slot and the quantity.
pub(super) type Swept<'s> = Option<(&'s str, &'s Quantity)>;

impl<'a> Wording<'a> {
    /// The phrase for a slot; a visible mark and a finding TR02 if it leads nowhere.
    pub(super) fn slot(&self, slot: &Slot, swept: Swept<'_>) -> Phrase {
        let style = Style::parse(slot.style.as_deref().unwrap_or_default()).unwrap_or_else(|word| {
            self.report(
                Finding::error("TR02", format!("`{word}` is not a style, or not one that fits here"))
                    .at(slot.span, "unknown style")
                    .help(format!("the styles are `{}`", Style::words().join("`, `"))),
            );
            Style::PLAIN
        });
        let phrase = match swept.filter(|(path, _)| *path == slot.path) {
            Some((path, quantity)) => self.number_slot(path, quantity, style),
            None => self.slot_phrase(&slot.path, style),
        };
        match phrase {
            Some(phrase) => phrase.traced(&slot.path),
            None => {
                if style != Style::PLAIN && self.slot_phrase(&slot.path, Style::PLAIN).is_some() {
                    self.report(unfit(slot));
                } else if !self.is_reported(&slot.path) {
                    self.report(self.unknown(slot));
                }
                Phrase::of(Kind::Missing, format!("{{{}}}", slot.path))
            }
        }
    }

    fn slot_phrase(&self, path: &str, style: Style) -> Option<Phrase> {
        match split(self.index, path) {
            Some((_, target, None)) => self.whole(target, style),
            Some((_, Target::Line(_), Some(_))) => self.count_slot(path, style),
            Some((_, target, Some(field))) => self.field(target, field, style),
            None => self.global(path, style),
        }
    }

    fn whole(&self, target: Target<'a>, style: Style) -> Option<Phrase> {
        match target {
            Target::Figure(figure) => self.figure_slot(figure, style),
            Target::Contribution(given) => self.contribution_slot(given, style),
            Target::Requirement(requirement) => self.money(requirement, requirement.amount.value, style),
            Target::Reference(reference) => Some(self.reference(reference)),
            Target::Event(_)
            | Target::NextStep(_)
            | Target::Meeting(_)
            | Target::Threat(_)
            | Target::Line(_) => None,
        }
    }

    fn figure_slot(&self, figure: &'a Figure, style: Style) -> Option<Phrase> {
        match style.shape {
            Shape::Whole => self.value(figure).map(|_| self.figure(figure, style.case(), Form::Prose)),
            Shape::Short => self.value(figure).map(|_| self.figure(figure, Case::Nominative, Form::Short)),
            _ => self.shaped(&self.value(figure)?.measure(), style),
        }
    }

    /// The number that a path leads to, as forms are chosen by it.
    pub(super) fn quantity(&self, path: &str) -> Option<Quantity> {
        match split(self.index, path) {
            Some((_, Target::Figure(figure), None)) => figure.quantity().ok(),
            _ => self.count(path).map(|(number, _)| Quantity::One(Qualifier::Exact, number)),
        }
    }

    /// A slot with another number in place of its own.
    fn number_slot(&self, path: &str, quantity: &Quantity, style: Style) -> Option<Phrase> {
        match split(self.index, path) {
            Some((_, Target::Figure(figure), None)) => {
                self.shaped(&self.value_with(figure, quantity.clone())?.measure(), style)
            }
            _ => {
                let (_, unit) = self.count(path)?;
                self.shaped(&Measure::new(quantity, self.unit(unit)), style)
            }
        }
    }

    /// The unit with this id; nothing that is counted, if the shared data has it not.
    fn unit(&self, id: &str) -> Counted<'a> {
        self.edition.units.get(id).map_or(Counted::Bare, Counted::Noun)
    }

    /// A measure in the style of a slot; `None` if it cannot be put so.
    fn shaped(&self, measure: &Measure<'_>, style: Style) -> Option<Phrase> {
        let (locale, case) = (self.locale, style.case());
        let exact = match measure.quantity {
            Quantity::One(Qualifier::Exact, number) => Some(number),
            _ => None,
        };
        match (style.shape, measure.counted) {
            (Shape::Whole, _) => Some(locale.measure(measure, case, Form::Prose)),
            (Shape::Short, _) => Some(locale.measure(measure, Case::Nominative, Form::Short)),
            (Shape::Number, counted) => {
                Some(locale.number_only(measure.quantity, counted, case, Form::Prose))
            }
            (Shape::Single, Counted::Noun(unit)) => {
                Some(locale.single(unit, style.asked.unwrap_or(Case::Accusative)))
            }
            (Shape::Known, Counted::Noun(unit)) => locale.known(exact?, unit, case),
            (Shape::Ordinal, counted) => {
                let number = exact.map(Number::value).filter(|number| number.is_integer())?;
                let gender = match counted {
                    Counted::Noun(unit) => locale.gender(unit),
                    _ => Gender::Masculine,
                };
                let gender = style.gender.unwrap_or(gender);
                locale.ordinal(u64::try_from(number).ok()?, gender, !style.bare, case)
            }
            (Shape::Single | Shape::Known, _) => None,
        }
    }

    fn contribution_slot(&self, given: &'a Contribution, style: Style) -> Option<Phrase> {
        let value = self.amount(given)?;
        Some(match style.shape {
            Shape::Whole => self.locale.measure(&value.measure(), style.case(), Form::Prose),
            _ => self.locale.measure(&value.measure(), Case::Nominative, Form::Short),
        })
    }

    /// An amount in the currency of a requirement.
    pub(super) fn money(&self, requirement: &Requirement, amount: Number, style: Style) -> Option<Phrase> {
        let quantity = Quantity::One(Qualifier::Exact, amount);
        let (case, form) = match style.shape {
            Shape::Whole => (style.case(), Form::Prose),
            _ => (Case::Nominative, Form::Short),
        };
        Some(self.locale.number_only(&quantity, Counted::Money(&requirement.currency), case, form))
    }

    /// A number of projects, in the unit `project` where the shared data has it.
    pub fn projects(&self, number: Number, case: Case) -> Phrase {
        self.counted_number(number, "project", case)
    }

    /// A number of things whose unit the shared data may have; a bare number if it has not.
    pub fn counted_number(&self, number: Number, unit: &str, case: Case) -> Phrase {
        let quantity = Quantity::One(Qualifier::Exact, number);
        let measure = Measure::new(&quantity, self.unit(unit));
        self.locale.measure(&measure, case, Form::Prose)
    }

    /// A reference as running text names it: its identifier, or its title.
    pub fn reference(&self, reference: &Reference) -> Phrase {
        match (&reference.number, &reference.title) {
            (Some(number), _) => {
                let number = self.locale.identifier(number);
                match reference.year {
                    Some(year) => number
                        .then_text("\u{a0}(")
                        .then(self.locale.identifier(&year.to_string()))
                        .then_text(")"),
                    None => number,
                }
            }
            (None, Some(title)) => self.localized(title, &reference.id.value),
            (None, None) => Phrase::of(Kind::Missing, reference.id.value.clone()),
        }
    }

    pub(super) fn count_slot(&self, path: &str, style: Style) -> Option<Phrase> {
        let (number, _) = self.count(path)?;
        self.number_slot(path, &Quantity::One(Qualifier::Exact, number), style)
    }
}

/// A slot that leads somewhere, in a style that its value cannot take.
fn unfit(slot: &Slot) -> Finding {
    let style = slot.style.as_deref().unwrap_or_default();
    Finding::error("TR02", format!("`{{{}}}` cannot be written as `{style}`", slot.path))
        .at(slot.span, "does not fit")
        .help("`ordinal` takes an exact whole number, `single` and `def` a counted noun with all its forms")
}
