//! References inside an edition: ids that stand for two things, and references that lead nowhere.
//!
//! The walk over the data is divided: [`numbers`] are figures and funding, [`sections`] all the rest. A fault that
//! only follows from a value that was refused is not reported again.

mod numbers;
mod pcodes;
mod sections;

pub use self::pcodes::is_legacy as is_legacy_place_code;

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
            for unit in &metric.same_units {
                self.unit(unit, &format!("metrics.{id}.same_units"));
            }
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
        if self.index.figure(&id.value).is_some() {
            return;
        }
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
        let places = &self.edition.places;
        let code = what.ends_with("place").then(|| pcodes::unknown(&id.value, id.span, places)).flatten();
        if let Some(finding) = code {
            self.findings.push(finding.path(path));
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
