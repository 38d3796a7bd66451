//! What a slot stands for: an id with an optional field and style.

use super::message::Slot;
use super::style::{Shape, Style};
use super::wording::Wording;
use crate::diag::{Finding, nearest};
use crate::locale::{Case, Form, Kind, Measure, Phrase};
use crate::model::{
    Contribution, Counted, Figure, Gender, Index, Number, Qualifier, Quantity, Reference, Requirement,
    Target, Threat,
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

    /// Whether a path is one that can stand in a slot.
    pub(super) fn slot_leads(&self, path: &str) -> bool {
        leads(self.index, path)
    }

    /// Whether a slot leads nowhere because of a fault in the data that has its own finding.
    pub(super) fn is_reported(&self, path: &str) -> bool {
        let (id, target) = match split(self.index, path) {
            Some((id, target, _)) => (id, Some(target)),
            None => (path, None),
        };
        let incomplete = match target {
            Some(Target::Figure(figure)) => self.value(figure).is_none(),
            Some(Target::Contribution(given)) => self.amount(given).is_none(),
            _ => false,
        };
        let refused = &self.edition.refused;
        let section = path.split('.').next().unwrap_or(path);
        let global = GLOBAL.contains(&path) && (refused.within(section) || refused.mistyped(section));
        incomplete || global || prefixes(id).any(|id| refused.concerns(id))
    }

    pub(super) fn unknown(&self, slot: &Slot) -> Finding {
        let finding =
            Finding::error("TR02", format!("`{{{}}}` points at nothing in this edition", slot.path))
                .at(slot.span, "unknown placeholder");
        if let Some((id, target, Some(_))) = split(self.index, &slot.path) {
            return finding.help(format!("`{id}` has {}", fields(target)));
        }
        let ids: Vec<String> = self.index.ids().chain(GLOBAL).map(str::to_owned).collect();
        let near = prefixes(&slot.path).find_map(|typed| {
            nearest(typed, &ids).map(|near| format!("{near}{}", &slot.path[typed.len()..]))
        });
        match near {
            Some(near) => finding.help(format!("did you mean `{{{near}}}`?")),
            None => finding
                .help("write the id of a figure, contribution, event, meeting or reference of the edition"),
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

    /// A derived or typed number of things, with the id of their unit.
    fn count(&self, path: &str) -> Option<(Number, &'static str)> {
        if let Some((_, Target::Line(line), Some(field))) = split(self.index, path) {
            let projects = line.projects.as_ref()?;
            let number = match field.strip_prefix("projects.")? {
                "total" => projects.total.value,
                code => projects.by_status.parts().into_iter().find(|(known, _)| *known == code)?.1,
            };
            return Some((number, "project"));
        }
        let (displaced, partners) = (&self.edition.returnees.displaced, &self.edition.partners);
        match path {
            "returnees.returned" => Some((Number::plain(displaced.as_ref()?.sums().0), "person")),
            "returnees.displaced" => Some((Number::plain(displaced.as_ref()?.sums().1), "person")),
            "partners.states" => Some((partners.as_ref()?.states.as_ref()?.value, "state")),
            "partners.organizations" => {
                Some((partners.as_ref()?.organizations.as_ref()?.value, "organization"))
            }
            _ => None,
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
                    Counted::Noun(unit) => unit.gender,
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
    fn money(&self, requirement: &Requirement, amount: Number, style: Style) -> Option<Phrase> {
        let quantity = Quantity::One(Qualifier::Exact, amount);
        let (case, form) = match style.shape {
            Shape::Whole => (style.case(), Form::Prose),
            _ => (Case::Nominative, Form::Short),
        };
        Some(self.locale.number_only(&quantity, Counted::Money(&requirement.currency), case, form))
    }

    fn field(&self, target: Target<'a>, field: &str, style: Style) -> Option<Phrase> {
        match target {
            Target::Figure(figure) => match field {
                "as_of" => figure.as_of.as_ref().map(|when| self.when(&when.value, figure.part, Form::Prose)),
                "period" => figure.period.as_ref().map(|period| self.period(&period.value, Form::Prose)),
                _ => None,
            },
            Target::Event(event) => match (field, &event.on) {
                ("on", Some(on)) => Some(self.date(&on.value, event.part, Form::Prose)),
                _ => None,
            },
            Target::NextStep(step) => match (field, &step.on) {
                ("on", Some(on)) => Some(self.date(&on.value, step.part, Form::Prose)),
                _ => None,
            },
            Target::Meeting(meeting) => match (field, &meeting.date) {
                ("on" | "date", Some(date)) => Some(self.date(&date.value, None, Form::Prose)),
                _ => None,
            },
            Target::Threat(threat) => self.threat_field(threat, field, style),
            Target::Requirement(requirement) => self.requirement_field(requirement, field, style),
            Target::Contribution(given) => match field {
                "date" => given.date.as_ref().map(|date| self.date(&date.value, None, Form::Prose)),
                "period" => given.period.as_ref().map(|period| self.period(period, Form::Prose)),
                _ => None,
            },
            Target::Line(_) | Target::Reference(_) => None,
        }
    }

    fn threat_field(&self, threat: &Threat, field: &str, style: Style) -> Option<Phrase> {
        match field {
            "likelihood" => {
                let band = threat.likelihood?;
                Some(self.label(&format!("states.likelihood_prose.{}", band.code())))
            }
            "horizon" => threat.horizon.map(|span| self.locale.span(span, style.case())),
            _ => None,
        }
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

    fn requirement_field(&self, requirement: &Requirement, field: &str, style: Style) -> Option<Phrase> {
        let cover = self.edition.funding.cover(requirement);
        let required = requirement.amount.value.value();
        let scale = requirement.amount.value.scale;
        match field {
            "gap" => self.money(requirement, Number::scaled(cover.gap(required), scale), style),
            "received" => self.money(requirement, Number::scaled(cover.received(), scale), style),
            "funded" if !required.is_zero() => {
                let percent = crate::model::percent(cover.received(), required, 0);
                Some(self.locale.percent(percent, style.case(), Form::Prose))
            }
            _ => None,
        }
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

    /// What belongs to the edition as a whole: one of [`GLOBAL`].
    fn global(&self, path: &str, style: Style) -> Option<Phrase> {
        let head = &self.edition.head;
        match path {
            "edition.period" | "period" => {
                head.period.as_ref().map(|period| self.period(period, Form::Prose))
            }
            "edition.cut_off" => head.cut_off.as_ref().map(|at| self.locale.moment(at)),
            "edition.issued" => Some(self.locale.moment(&head.issued.value)),
            "edition.number" => {
                let number = u64::from(head.number?);
                let gender = style.gender.unwrap_or_default();
                match style.shape {
                    Shape::Ordinal => self.locale.ordinal(number, gender, !style.bare, style.case()),
                    _ => Some(self.locale.count(number)),
                }
            }
            _ => self.count_slot(path, style),
        }
    }

    fn count_slot(&self, path: &str, style: Style) -> Option<Phrase> {
        let (number, _) = self.count(path)?;
        self.number_slot(path, &Quantity::One(Qualifier::Exact, number), style)
    }
}

/// What belongs to the edition as a whole.
const GLOBAL: [&str; 9] = [
    "edition.period",
    "period",
    "edition.cut_off",
    "edition.issued",
    "edition.number",
    "returnees.returned",
    "returnees.displaced",
    "partners.states",
    "partners.organizations",
];

/// The parts of a path before each of its dots, and the whole, longest first. Ids may have dots.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    std::iter::once(path).chain(path.rmatch_indices('.').map(|(at, _)| &path[..at]))
}

/// A path as an id, what that stands for, and a field of it.
fn split<'a, 'p>(index: &Index<'a>, path: &'p str) -> Option<(&'p str, Target<'a>, Option<&'p str>)> {
    prefixes(path).find_map(|id| {
        let field = path[id.len()..].strip_prefix('.');
        index.get(id).map(|target| (id, target, field))
    })
}

/// Whether a path is one that can stand in a slot of the edition, whatever value it leads to.
pub(super) fn leads(index: &Index<'_>, path: &str) -> bool {
    match split(index, path) {
        Some((_, _, None)) => true,
        Some((_, target, Some(field))) => match target {
            Target::Figure(_) => matches!(field, "as_of" | "period"),
            Target::Event(_) | Target::NextStep(_) => field == "on",
            Target::Meeting(_) => matches!(field, "on" | "date"),
            Target::Threat(_) => matches!(field, "likelihood" | "horizon"),
            Target::Line(_) => field.starts_with("projects."),
            Target::Requirement(_) => matches!(field, "gap" | "received" | "funded"),
            Target::Contribution(_) => matches!(field, "date" | "period"),
            Target::Reference(_) => false,
        },
        None => GLOBAL.contains(&path),
    }
}

/// A slot that leads somewhere, in a style that its value cannot take.
fn unfit(slot: &Slot) -> Finding {
    let style = slot.style.as_deref().unwrap_or_default();
    Finding::error("TR02", format!("`{{{}}}` cannot be written as `{style}`", slot.path))
        .at(slot.span, "does not fit")
        .help("`ordinal` takes an exact whole number, `single` and `def` a counted noun with all its forms")
}

/// The fields of a target, for a help line.
fn fields(target: Target<'_>) -> &'static str {
    match target {
        Target::Figure(Figure { as_of: Some(_), .. }) => "the field `as_of`",
        Target::Figure(_) => "the field `period`",
        Target::Event(_) | Target::NextStep(_) | Target::Meeting(_) => "the field `on`, if it has a date",
        Target::Threat(_) => "the fields `likelihood` and `horizon`, if they are given",
        Target::Line(_) => "the fields `projects.total`, `projects.done` ..., if it has projects",
        Target::Requirement(_) => "the fields `gap`, `received` and `funded`",
        Target::Contribution(_) => "the fields `date` and `period`, if they are given",
        Target::Reference(_) => "no fields",
    }
}
