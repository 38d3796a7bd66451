//! What the ids of an edition stand for.

use std::collections::BTreeMap;

use super::{Contribution, Edition, Event, Figure, Line, Meeting, NextStep, Reference, Requirement, Threat};
use crate::diag::Span;
use crate::yaml::Spanned;

/// What a text can point at by id.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// A figure.
    Figure(&'a Figure),
    /// A contribution.
    Contribution(&'a Contribution),
    /// A requirement.
    Requirement(&'a Requirement),
    /// An event.
    Event(&'a Event),
    /// A next step.
    NextStep(&'a NextStep),
    /// A meeting.
    Meeting(&'a Meeting),
    /// A threat.
    Threat(&'a Threat),
    /// A line of effort.
    Line(&'a Line),
    /// A reference.
    Reference(&'a Reference),
}

/// Every id of an edition that a text can point at.
#[derive(Debug, Clone, Default)]
pub struct Index<'a> {
    targets: BTreeMap<&'a str, (Target<'a>, Span)>,
}

impl<'a> Index<'a> {
    /// What the id stands for.
    pub fn get(&self, id: &str) -> Option<Target<'a>> {
        self.targets.get(id).map(|(target, _)| *target)
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&'a Figure> {
        match self.get(id) {
            Some(Target::Figure(figure)) => Some(figure),
            _ => None,
        }
    }

    /// All ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.targets.keys().copied()
    }
}

impl Edition {
    /// Indexes the ids that texts can point at; a later one of two equal ids is left out.
    pub fn index(&self) -> Index<'_> {
        let mut index = Index::default();
        for (id, target) in self.targets() {
            index.targets.entry(id.value.as_str()).or_insert((target, id.span));
        }
        index
    }

    /// Ids with what they stand for, in the order of the data.
    pub(super) fn targets(&self) -> Vec<(&Spanned<String>, Target<'_>)> {
        let mut all = Vec::new();
        all.extend(self.figures.iter().map(|it| (&it.id, Target::Figure(it))));
        all.extend(self.funding.contributions.iter().map(|it| (&it.id, Target::Contribution(it))));
        all.extend(self.funding.requirements.iter().map(|it| (&it.id, Target::Requirement(it))));
        all.extend(self.events.iter().map(|it| (&it.id, Target::Event(it))));
        all.extend(self.next_steps.iter().map(|it| (&it.id, Target::NextStep(it))));
        all.extend(self.meetings.iter().map(|it| (&it.id, Target::Meeting(it))));
        all.extend(self.threats.iter().map(|it| (&it.id, Target::Threat(it))));
        all.extend(self.progress.iter().map(|it| (&it.id, Target::Line(it))));
        all.extend(self.references.iter().map(|it| (&it.id, Target::Reference(it))));
        all
    }
}
