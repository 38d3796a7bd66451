//! The fields of what ids stand for, and what belongs to the edition as a whole -> phrases and counts.

use super::super::style::{Shape, Style};
use super::super::wording::Wording;
use super::paths::split;
use crate::locale::{Form, Phrase};
use crate::model::{Number, Requirement, Target, Threat};

impl<'a> Wording<'a> {
    /// A field of what an id stands for.
    pub(super) fn field(&self, target: Target<'a>, field: &str, style: Style) -> Option<Phrase> {
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

    fn requirement_field(&self, requirement: &Requirement, field: &str, style: Style) -> Option<Phrase> {
        let cover = self.edition.cover(requirement)?;
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

    /// What belongs to the edition as a whole: one of [`GLOBAL`](super::paths).
    pub(super) fn global(&self, path: &str, style: Style) -> Option<Phrase> {
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

    /// A derived or typed number of things, with the id of their unit.
    pub(super) fn count(&self, path: &str) -> Option<(Number, &'static str)> {
        if let Some((_, Target::Line(line), Some(field))) = split(self.index, path) {
            let projects = line.projects.as_ref()?;
            let number = match field.strip_prefix("projects.")? {
                "total" => projects.total.value,
                code => projects.by_status.parts().into_iter().find(|(known, _)| *known == code)?.1,
            };
            return Some((number, "project"));
        }
        let partners = &self.edition.partners;
        match path {
            "returnees.returned" => Some((self.edition.people()?.0?, "person")),
            "returnees.displaced" => Some((self.edition.people()?.1?, "person")),
            "partners.states" => Some((partners.as_ref()?.states.as_ref()?.value, "state")),
            "partners.organizations" => {
                Some((partners.as_ref()?.organizations.as_ref()?.value, "organization"))
            }
            _ => None,
        }
    }
}
