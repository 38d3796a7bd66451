//! References inside an edition: what each id stands for, and the ids that stand for nothing.

use std::collections::BTreeMap;

use super::{
    Contribution, Edition, Event, Figure, Line, Meeting, Name, NextStep, Number, Qualifier, Quantity,
    Reference, Requirement, Restates, SpannedName, Threat,
};
use crate::diag::{Finding, Span};
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
    fn targets(&self) -> Vec<(&Spanned<String>, Target<'_>)> {
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

    /// Checks that every id is unique and every reference leads somewhere, and that every
    /// quantity is complete. All faults are returned, in the order of the data.
    pub fn resolve(&self) -> Vec<Finding> {
        let mut check = References { edition: self, index: self.index(), findings: Vec::new() };
        check.unique();
        check.figures();
        check.funding();
        check.sections();
        check.head();
        check.shared();
        check.findings
    }
}

/// The sources and figures of one edition, looked up by every reference.
struct References<'a> {
    edition: &'a Edition,
    index: Index<'a>,
    findings: Vec<Finding>,
}

impl<'a> References<'a> {
    fn unique(&mut self) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for (id, _) in self.edition.targets() {
            if let Some(first) = seen.get(id.value.as_str()) {
                self.findings.push(
                    Finding::error("MO02", format!("the id `{}` stands for two things", id.value))
                        .at(id.span, "second time here")
                        .at(*first, "first time here")
                        .help(
                            "texts point at ids, so each must be unique in the edition: rename one of them",
                        ),
                );
            } else {
                seen.insert(&id.value, id.span);
            }
        }
    }

    fn figures(&mut self) {
        let edition = self.edition;
        for figure in &edition.figures {
            let path = format!("figures[{}]", figure.id.value);
            self.known(&figure.metric, "metric", edition.metrics.keys(), &format!("{path}.metric"));
            if let Some(unit) = &figure.unit {
                self.unit(unit, &format!("{path}.unit"));
            }
            if let Some(than) = &figure.than {
                self.figure(than, &format!("{path}.than"));
            }
            self.sources(&figure.source, &path);
            self.names(&figure.place, &format!("{path}.place"));
            self.names(figure.said_by.as_slice(), &format!("{path}.said_by"));
            let refused = |keys: &[&str]| edition.refused.any_of(&path, keys);
            if let Err(finding) = figure.quantity()
                && !refused(&["q", "value", "min", "max", "magnitude", "than"])
            {
                self.findings.push(finding.path(path.clone()));
            }
            let money =
                edition.metrics.get(figure.metric.as_str()).is_some_and(|m| m.unit.as_str() == "money");
            if money && figure.currency.is_none() && !refused(&["currency"]) {
                self.findings.push(
                    Finding::error(
                        "MO03",
                        format!("figure `{}` is money without a currency", figure.id.value),
                    )
                    .at(figure.id.span, "needs a currency")
                    .path(format!("{path}.currency"))
                    .help("add the ISO 4217 code, such as `currency: USD`"),
                );
            }
            if figure.as_of.is_none() && figure.period.is_none() && !refused(&["as_of", "period"]) {
                self.findings.push(
                    Finding::error("MO03", format!("figure `{}` has no date", figure.id.value))
                        .at(figure.id.span, "needs a date")
                        .path(path)
                        .help("add `as_of: 2031-06` for a stock or `period: {from: .., to: ..}` for a flow"),
                );
            }
        }
    }

    fn funding(&mut self) {
        let edition = self.edition;
        for requirement in &edition.funding.requirements {
            self.sources(&requirement.source, &format!("funding.requirements[{}]", requirement.id.value));
        }
        for given in &edition.funding.contributions {
            let path = format!("funding.contributions[{}]", given.id.value);
            self.names(std::slice::from_ref(&given.donor), &format!("{path}.donor"));
            self.names(given.recipient.as_slice(), &format!("{path}.recipient"));
            self.names(given.said_by.as_slice(), &format!("{path}.said_by"));
            self.sources(&given.source, &path);
            if let Some(to) = &given.to {
                let ids = edition.funding.requirements.iter().map(|it| &it.id.value);
                self.known(to, "requirement", ids, &format!("{path}.to"));
            }
            let refused = |keys: &[&str]| edition.refused.any_of(&path, keys);
            if let Err(finding) = given.quantity()
                && !refused(&["q", "amount"])
            {
                self.findings.push(finding.path(path.clone()));
            }
            if let (Some(amount), None, false) = (&given.amount, &given.currency, refused(&["currency"])) {
                self.findings.push(
                    Finding::error(
                        "MO03",
                        format!("contribution `{}` has an amount without a currency", given.id.value),
                    )
                    .at(amount.span, "of which currency?")
                    .path(format!("{path}.currency"))
                    .help("add the ISO 4217 code, such as `currency: USD`"),
                );
            }
        }
        for money in &edition.funding.adversary {
            self.figure(&money.figure, "funding.adversary");
        }
    }

    fn sections(&mut self) {
        let edition = self.edition;
        for threat in &edition.threats {
            let path = format!("threats[{}]", threat.id.value);
            self.names(&threat.places, &format!("{path}.places"));
            self.names(&threat.actors, &format!("{path}.actors"));
            self.sources(&threat.source, &path);
            for figure in &threat.indicators {
                self.figure(figure, &format!("{path}.indicators"));
            }
            for severity in [&threat.severity, &threat.previous_severity].into_iter().flatten() {
                if !(1..=5).contains(&severity.value) {
                    self.findings.push(
                        Finding::error("MO04", format!("severity {} is not on the scale", severity.value))
                            .at(severity.span, "must be 1 to 5")
                            .path(format!("{path}.severity"))
                            .help("1 is low, 5 is severe"),
                    );
                }
            }
        }
        for line in &edition.progress {
            let path = format!("progress[{}]", line.id.value);
            self.names(&line.leads, &format!("{path}.leads"));
            self.sources(&line.source, &path);
            for figure in &line.figures {
                self.figure(figure, &format!("{path}.figures"));
            }
        }
        if let Some(displaced) = &edition.returnees.displaced {
            self.sources(&displaced.source, "returnees.displaced");
            for row in &displaced.rows {
                self.known(&row.place, "place", edition.places.keys(), "returnees.displaced.rows");
            }
        }
        for stock in &edition.returnees.fighters {
            let path = format!("returnees.fighters[{}]", stock.id.value);
            self.names(std::slice::from_ref(&stock.of), &format!("{path}.of"));
            self.sources(&stock.source, &path);
        }
        if let Some(partners) = &edition.partners {
            self.figure(&partners.figure, "partners.figure");
            self.names(&partners.organization_list, "partners.organization_list");
            self.names(&partners.observers, "partners.observers");
            self.sources(&partners.source, "partners");
            for joined in &partners.joined {
                self.names(joined.org.as_slice(), "partners.joined");
            }
        }
        for meeting in &edition.meetings {
            let path = format!("meetings[{}]", meeting.id.value);
            self.names(meeting.host.as_slice(), &format!("{path}.host"));
            self.names(meeting.place.as_slice(), &format!("{path}.place"));
            self.names(&meeting.attended, &format!("{path}.attended"));
            self.names(&meeting.observers, &format!("{path}.observers"));
            self.sources(&meeting.source, &path);
            for figure in &meeting.figures {
                self.figure(figure, &format!("{path}.figures"));
            }
            for quote in &meeting.quotes {
                self.names(std::slice::from_ref(&quote.by), &format!("{path}.quotes[{}].by", quote.id.value));
                self.sources(&quote.source, &path);
            }
        }
        for promise in &edition.commitments {
            let path = format!("commitments[{}]", promise.id.value);
            self.names(std::slice::from_ref(&promise.owner), &format!("{path}.owner"));
            self.sources(&promise.source, &path);
            if let Some(meeting) = &promise.made_at {
                let ids = edition.meetings.iter().map(|it| &it.id.value);
                self.known(meeting, "meeting", ids, &format!("{path}.made_at"));
            }
            if let Some(Spanned { value: Name::Id(id), span }) = &promise.line {
                let line = Spanned { value: id.clone(), span: *span };
                let ids = edition.progress.iter().map(|it| &it.id.value);
                self.known(&line, "line of effort", ids, &format!("{path}.line"));
            }
            for id in &promise.evidence {
                let ids: Vec<String> = self.index.ids().map(str::to_owned).collect();
                self.known(id, "figure or contribution", ids.iter(), &format!("{path}.evidence"));
            }
        }
        for event in &edition.events {
            let path = format!("events[{}]", event.id.value);
            self.names(event.place.as_slice(), &format!("{path}.place"));
            self.sources(&event.source, &path);
        }
        for statement in &edition.statements {
            let path = format!("statements[{}]", statement.id.value);
            self.names(statement.by.as_slice(), &format!("{path}.by"));
            self.names(statement.to.as_slice(), &format!("{path}.to"));
            self.sources(&statement.source, &path);
        }
        for step in &edition.next_steps {
            self.sources(&step.source, &format!("next_steps[{}]", step.id.value));
        }
        for reference in &edition.references {
            self.sources(&reference.source, &format!("references[{}]", reference.id.value));
        }
        for correction in &edition.corrections {
            let ids: Vec<String> = self.index.ids().map(str::to_owned).collect();
            self.known(&correction.figure, "figure or contribution", ids.iter(), "corrections");
        }
        for source in &edition.sources {
            let path = format!("sources[{}]", source.id.value);
            self.names(source.org.as_slice(), &format!("{path}.org"));
            self.names(&source.authors, &format!("{path}.authors"));
        }
    }

    fn head(&mut self) {
        let edition = self.edition;
        let head = &edition.head;
        for id in &head.key_figures {
            self.figure(id, "edition.key_figures");
        }
        for id in &head.disclaimers {
            self.known(id, "disclaimer", edition.house.disclaimers.keys(), "edition.disclaimers");
        }
        self.known(&head.publisher.org, "organization", edition.orgs.keys(), "edition.publisher.org");
        if !edition.refused.within("edition.languages") {
            let languages = head.languages.iter().map(|it| &it.value);
            self.known(&head.master, "language of this edition", languages, "edition.master");
        }
    }

    fn shared(&mut self) {
        for (id, metric) in &self.edition.metrics {
            self.unit(&metric.unit, &format!("metrics.{id}.unit"));
            for other in &metric.not_comparable_with {
                self.known(
                    other,
                    "metric",
                    self.edition.metrics.keys(),
                    &format!("metrics.{id}.not_comparable_with"),
                );
            }
        }
    }

    fn unit(&mut self, unit: &Spanned<String>, path: &str) {
        if !matches!(unit.as_str(), "percent" | "points" | "money" | "none") {
            self.known(unit, "unit", self.edition.units.keys(), path);
        }
    }

    fn figure(&mut self, id: &Spanned<String>, path: &str) {
        self.known(id, "figure", self.edition.figures.iter().map(|figure| &figure.id.value), path);
    }

    fn sources(&mut self, ids: &[Spanned<String>], path: &str) {
        for id in ids {
            let known = self.edition.sources.iter().map(|source| &source.id.value);
            self.known(id, "source", known, &format!("{path}.source"));
        }
    }

    fn names(&mut self, names: &[SpannedName], path: &str) {
        for name in names {
            if let Name::Id(id) = &name.value {
                let id = Spanned { value: id.clone(), span: name.span };
                let known = self.edition.orgs.keys().chain(self.edition.places.keys());
                self.known(&id, "organization or place", known, path);
            }
        }
    }

    /// Reports an id that is not among the known ones, with the nearest as a suggestion.
    fn known<'b>(
        &mut self,
        id: &Spanned<String>,
        what: &str,
        known: impl Iterator<Item = &'b String> + Clone,
        path: &str,
    ) {
        let refused = &self.edition.refused;
        if known.clone().any(|other| *other == id.value)
            || refused.concerns(&id.value)
            || refused.covers(path)
        {
            return;
        }
        let mut finding = Finding::error("MO01", format!("there is no {what} `{}`", id.value))
            .at(id.span, "unknown id")
            .path(path);
        finding = match nearest(&id.value, known) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("write the id of another {what}, or add `{}`", id.value)),
        };
        self.findings.push(finding);
    }
}

/// The known word nearest to a mistyped one, if one is near enough to suggest.
pub fn nearest<'b>(word: &str, known: impl Iterator<Item = &'b String>) -> Option<&'b str> {
    known
        .map(|other| (strsim::damerau_levenshtein(word, other), other.as_str()))
        .filter(|(distance, other)| *distance <= 1 + other.chars().count().min(word.chars().count()) / 4)
        .min()
        .map(|(_, other)| other)
}

impl Figure {
    /// The qualifier with the numbers it takes.
    ///
    /// # Errors
    /// A finding at the figure's id if a number is missing or one too many is given.
    pub fn quantity(&self) -> Result<Quantity, Finding> {
        let number = |at: &Option<Spanned<Number>>| at.as_ref().map(|it| it.value);
        let incomplete = |needs: &str| {
            let q = self.q.code();
            Finding::error("MO03", format!("figure `{}` needs {needs} with `q: {q}`", self.id.value))
                .at(self.id.span, "incomplete")
                .help(format!("add {needs}, or choose another `q`"))
        };
        let quantity = match self.q {
            Qualifier::Range => match (number(&self.min), number(&self.max)) {
                (Some(min), Some(max)) if min.value() < max.value() => Quantity::Range(min, max),
                (Some(_), Some(_)) => return Err(incomplete("a `max` above its `min`")),
                (Some(_), None) => return Err(incomplete("`max`")),
                (None, Some(_)) => return Err(incomplete("`min`")),
                _ => return Err(incomplete("`min` and `max`")),
            },
            Qualifier::Order => match &self.magnitude {
                Some(magnitude) if (1..=9).contains(&magnitude.value) => Quantity::Order(magnitude.value),
                _ => return Err(incomplete("`magnitude` from 1 to 9")),
            },
            Qualifier::LessThan if self.value.is_none() => match &self.than {
                Some(than) => Quantity::LessThanFigure(than.value.clone()),
                None => return Err(incomplete("`value` or `than`")),
            },
            open => match open_quantity(open) {
                Some(quantity) => quantity,
                None => match number(&self.value) {
                    Some(value) => Quantity::One(self.q, value),
                    None => return Err(incomplete("`value`")),
                },
            },
        };
        match &self.value {
            Some(value) if quantity.number().is_none() => Err(Finding::error(
                "MO03",
                format!("figure `{}` has a value that its qualifier does not take", self.id.value),
            )
            .at(value.span, "not with this `q`")
            .help("take the value out, or choose another `q`")),
            _ => Ok(quantity),
        }
    }
}

impl Contribution {
    /// The qualifier with the amount it takes.
    ///
    /// # Errors
    /// A finding at the contribution's id if the amount is missing.
    pub fn quantity(&self) -> Result<Quantity, Finding> {
        if let Some(quantity) = open_quantity(self.q) {
            return Ok(quantity);
        }
        match &self.amount {
            Some(amount) => Ok(Quantity::One(self.q, amount.value)),
            None => Err(Finding::error(
                "MO03",
                format!("contribution `{}` needs `amount` with `q: {}`", self.id.value, self.q.code()),
            )
            .at(self.id.span, "incomplete")
            .help("add `amount`, or write `q: unquantified`")),
        }
    }
}

impl Restates {
    /// What was printed before.
    pub fn quantity(&self) -> Quantity {
        Quantity::One(self.q, self.value)
    }
}

/// The quantity of a qualifier that takes no number.
fn open_quantity(q: Qualifier) -> Option<Quantity> {
    match q {
        Qualifier::Majority => Some(Quantity::Majority),
        Qualifier::All => Some(Quantity::All),
        Qualifier::None => Some(Quantity::None),
        Qualifier::Limited => Some(Quantity::Limited),
        Qualifier::Unquantified => Some(Quantity::Unquantified),
        _ => None,
    }
}
