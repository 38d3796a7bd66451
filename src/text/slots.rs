//! What a slot stands for: an id with an optional field and style.

use super::message::Slot;
use super::wording::Wording;
use crate::diag::{Finding, nearest};
use crate::locale::{Case, Form, Kind, Phrase};
use crate::model::{
    Contribution, Counted, Figure, Index, Line, Number, Quantity, Reference, Requirement, Target, Threat,
};

/// How a slot asks for its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// The whole phrase in a case.
    Whole(Case),
    /// Qualifier and number without the noun.
    Number,
    /// As in a tile.
    Short,
    /// "A single ..." for a figure that is none.
    Single,
}

const STYLES: [(&str, Style); 6] = [
    ("nom", Style::Whole(Case::Nominative)),
    ("acc", Style::Whole(Case::Accusative)),
    ("gen", Style::Whole(Case::Genitive)),
    ("number", Style::Number),
    ("short", Style::Short),
    ("single", Style::Single),
];

impl<'a> Wording<'a> {
    /// The phrase for a slot; a visible mark and a finding TR02 if it leads nowhere.
    pub(super) fn slot(&self, slot: &Slot) -> Phrase {
        let style = match slot.style.as_deref() {
            None => Style::Whole(Case::Nominative),
            Some(name) => match STYLES.iter().find(|(known, _)| *known == name) {
                Some((_, style)) => *style,
                None => {
                    let known: Vec<&str> = STYLES.iter().map(|(known, _)| *known).collect();
                    self.report(
                        Finding::error("TR02", format!("`{name}` is not a style"))
                            .at(slot.span, "unknown style")
                            .help(format!("the styles are `{}`", known.join("`, `"))),
                    );
                    Style::Whole(Case::Nominative)
                }
            },
        };
        match self.slot_phrase(&slot.path, style) {
            Some(phrase) => phrase.traced(&slot.path),
            None => {
                if !self.is_reported(&slot.path) {
                    self.report(self.unknown(slot));
                }
                Phrase::of(Kind::Missing, format!("{{{}}}", slot.path))
            }
        }
    }

    /// Whether a slot leads nowhere because of a fault in the data that has its own finding.
    fn is_reported(&self, path: &str) -> bool {
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

    fn unknown(&self, slot: &Slot) -> Finding {
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
            Some((_, target, Some(field))) => self.field(target, field, style),
            None => self.global(path),
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
        let value = self.value(figure)?;
        Some(match style {
            Style::Whole(case) => self.figure(figure, case, Form::Prose),
            Style::Short => self.figure(figure, Case::Nominative, Form::Short),
            Style::Number => {
                self.locale.number_only(&value.quantity, value.counted, Case::Nominative, Form::Prose)
            }
            Style::Single => match value.counted {
                Counted::Noun(unit) => self.locale.single(unit, Case::Accusative),
                _ => return None,
            },
        })
    }

    fn contribution_slot(&self, given: &'a Contribution, style: Style) -> Option<Phrase> {
        let value = self.amount(given)?;
        Some(match style {
            Style::Whole(case) => self.locale.measure(&value.measure(), case, Form::Prose),
            _ => self.locale.measure(&value.measure(), Case::Nominative, Form::Short),
        })
    }

    /// An amount in the currency of a requirement.
    fn money(&self, requirement: &Requirement, amount: Number, style: Style) -> Option<Phrase> {
        let quantity = Quantity::One(crate::model::Qualifier::Exact, amount);
        let (case, form) = match style {
            Style::Whole(case) => (case, Form::Prose),
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
            Target::Line(line) => self.line_field(line, field, style),
            Target::Requirement(requirement) => self.requirement_field(requirement, field, style),
            Target::Contribution(given) => match field {
                "date" => given.date.as_ref().map(|date| self.date(&date.value, None, Form::Prose)),
                "period" => given.period.as_ref().map(|period| self.period(period, Form::Prose)),
                _ => None,
            },
            Target::Reference(_) => None,
        }
    }

    fn threat_field(&self, threat: &Threat, field: &str, style: Style) -> Option<Phrase> {
        match field {
            "likelihood" => {
                let band = threat.likelihood?;
                Some(self.label(&format!("states.likelihood_prose.{}", band.code())))
            }
            "horizon" => {
                let case = if let Style::Whole(case) = style { case } else { Case::Nominative };
                threat.horizon.map(|span| self.locale.span(span, case))
            }
            _ => None,
        }
    }

    fn line_field(&self, line: &Line, field: &str, style: Style) -> Option<Phrase> {
        let projects = line.projects.as_ref()?;
        let number = match field.strip_prefix("projects.").unwrap_or(field) {
            "total" => projects.total.value,
            code => projects.by_status.parts().into_iter().find(|(known, _)| *known == code)?.1,
        };
        Some(match style {
            Style::Whole(case) => self.projects(number, case),
            _ => self.locale.number(&number),
        })
    }

    /// A number of projects, in the unit `project` where the shared data has it.
    pub fn projects(&self, number: Number, case: Case) -> Phrase {
        self.counted_number(number, "project", case)
    }

    /// A number of things whose unit the shared data may have; a bare number if it has not.
    pub fn counted_number(&self, number: Number, unit: &str, case: Case) -> Phrase {
        let quantity = Quantity::One(crate::model::Qualifier::Exact, number);
        let counted = self.edition.units.get(unit).map_or(Counted::Bare, Counted::Noun);
        let measure =
            crate::locale::Measure { quantity: &quantity, counted, per: None, whole: None, than: None };
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
                let case = if let Style::Whole(case) = style { case } else { Case::Nominative };
                Some(self.locale.percent(percent, case, Form::Prose))
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
    fn global(&self, path: &str) -> Option<Phrase> {
        let head = &self.edition.head;
        match path {
            "edition.period" | "period" => {
                head.period.as_ref().map(|period| self.period(period, Form::Prose))
            }
            "edition.cut_off" => head.cut_off.as_ref().map(|at| self.locale.moment(at)),
            "edition.issued" => Some(self.locale.moment(&head.issued.value)),
            "edition.number" => head.number.map(|number| self.locale.count(u64::from(number))),
            "returnees.returned" => {
                let (returned, _) = self.edition.returnees.displaced.as_ref()?.sums();
                Some(self.counted_number(Number::plain(returned), "person", Case::Nominative))
            }
            "returnees.displaced" => {
                let (_, displaced) = self.edition.returnees.displaced.as_ref()?.sums();
                Some(self.counted_number(Number::plain(displaced), "person", Case::Nominative))
            }
            "partners.states" => {
                let states = self.edition.partners.as_ref()?.states.as_ref()?;
                Some(self.counted_number(states.value, "state", Case::Nominative))
            }
            "partners.organizations" => {
                let organizations = self.edition.partners.as_ref()?.organizations.as_ref()?;
                Some(self.counted_number(organizations.value, "organization", Case::Nominative))
            }
            _ => None,
        }
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
