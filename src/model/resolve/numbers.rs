//! What figures and funding point at, and whether each of their quantities is complete.

use super::References;
use crate::diag::Finding;

impl References<'_> {
    /// Metric, unit, places, quantity and date of each figure.
    pub(super) fn figures(&mut self) {
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

    /// Donors, requirements and amounts.
    pub(super) fn funding(&mut self) {
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
}
