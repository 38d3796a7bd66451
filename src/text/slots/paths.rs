//! Where the path of a slot leads: `id`, `id.field`, or what belongs to the edition as a whole.
//!
//! Ids may have dots, so the longest part of a path that is an id is taken for one. What leads nowhere is
//! reported as such, unless the data that it leads to has a finding of its own.

use super::super::message::Slot;
use super::super::wording::Wording;
use crate::diag::{Finding, nearest};
use crate::model::{Figure, Index, Target};

impl Wording<'_> {
    /// Whether a path is one that can stand in a slot.
    pub(in crate::text) fn slot_leads(&self, path: &str) -> bool {
        leads(self.index, path)
    }

    /// Whether a slot leads nowhere because of a fault in the data that has its own finding.
    pub(in crate::text) fn is_reported(&self, path: &str) -> bool {
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

    /// TR02: with what it may have been meant for.
    pub(in crate::text) fn unknown(&self, slot: &Slot) -> Finding {
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
pub(super) fn split<'a, 'p>(
    index: &Index<'a>,
    path: &'p str,
) -> Option<(&'p str, Target<'a>, Option<&'p str>)> {
    prefixes(path).find_map(|id| {
        let field = path[id.len()..].strip_prefix('.');
        index.get(id).map(|target| (id, target, field))
    })
}

/// Whether a path is one that can stand in a slot of the edition, whatever value it leads to.
pub(in crate::text) fn leads(index: &Index<'_>, path: &str) -> bool {
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
