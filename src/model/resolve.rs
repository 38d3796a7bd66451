//! References inside an edition: ids that stand for two things, and references that lead nowhere.

use std::collections::BTreeMap;

use super::{Edition, Index, Name, SpannedName};
use crate::diag::{Finding, Span, nearest};
use crate::yaml::Spanned;

impl Edition {
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
