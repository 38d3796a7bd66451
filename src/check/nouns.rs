//! Counted nouns in every language of the edition: there, with each form that a number asks for, and with a
//! gender where the language asks for one. What is missing would be printed in a form that is not meant.

use std::collections::BTreeSet;

use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::locale::{Locale, missing_forms};

/// TR01, TR08 and TY03 of units. Arabic nouns are left to their readers: their forms have cases.
pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let used = used(dossier);
    let locales = dossier.languages.values().map(|language| &language.locale);
    locales.flat_map(|locale| units(dossier, &used, locale)).collect()
}

/// The units that figures count.
fn used(dossier: &Dossier) -> BTreeSet<&str> {
    let edition = &dossier.edition;
    let unit = |figure: &crate::model::Figure| match &figure.unit {
        Some(unit) => edition.units.get_key_value(unit.as_str()),
        None => edition.units.get_key_value(edition.metrics.get(figure.metric.as_str())?.unit.as_str()),
    };
    edition.figures.iter().filter_map(unit).map(|(id, _)| id.as_str()).collect()
}

fn units(dossier: &Dossier, used: &BTreeSet<&str>, locale: &Locale) -> Vec<Finding> {
    let (lang, forms) = (locale.lang(), locale.plural_forms());
    let mut findings = Vec::new();
    for (id, unit) in &dossier.edition.units {
        let noun = unit.forms.get(lang);
        let missing =
            noun.map(|noun| missing_forms(noun, &forms)).filter(|_| !locale.noun_says_one_and_two());
        let missing = missing.unwrap_or_default();
        let lacks_gender = locale.asks_for_gender() && noun.is_some_and(|noun| noun.gender.is_none());
        let lacks_noun = noun.is_none() && used.contains(id.as_str());
        if missing.is_empty() && !lacks_gender && !lacks_noun {
            continue;
        }
        let path = format!("units.{id}.forms.{lang}");
        let place = |finding: Finding, label: &str| {
            let node = dossier.tree.at(&path).or_else(|| dossier.tree.at(&format!("units.{id}")));
            let finding = finding.path(&path);
            node.map(|node| node.span).map_or(finding.clone(), |span| finding.at(span, label))
        };
        // What was refused has its own finding.
        if dossier.edition.refused.within(&path) || dossier.edition.refused.covers(&path) {
            continue;
        }
        if lacks_noun {
            let missing = Finding::warning("TR01", format!("unit `{id}` has no noun in `{lang}`"));
            findings.push(place(missing, "counts a figure").help(format!("add `{lang}` to its forms")));
        }
        if !missing.is_empty() {
            let message = format!("`{path}` in `{lang}` has no form {}", missing.join(", "));
            let help = "add the noun as it stands behind such a number";
            findings.push(place(Finding::error("TR08", message), "lacks a form").help(help));
        }
        if lacks_gender {
            let help = "add `gender: m` or `gender: f` to its forms";
            findings.push(place(Finding::error("TY03", "`gender` is missing"), "has no `gender`").help(help));
        }
    }
    findings
}
