//! How grave the house takes the rules: `checks:` in `data/house.yaml`.
//!
//! Only rules over what could be read have levels ([`codes::is_rule`]); what cannot be read or built is always
//! an error.

use crate::diag::{Finding, Severity, codes, nearest};
use crate::model::{Edition, RuleLevel};

/// Gives each finding the severity that the house gives its code, drops those that it ignores, and reports
/// codes that have no level (MO07).
pub fn judge(findings: Vec<Finding>, edition: &Edition) -> Vec<Finding> {
    let mut kept = Vec::with_capacity(findings.len());
    for mut finding in findings {
        match edition.checks.get(finding.code).map(|level| level.value) {
            Some(RuleLevel::Ignore) => continue,
            Some(RuleLevel::Warning) => finding.severity = Severity::Warning,
            Some(RuleLevel::Error) => finding.severity = Severity::Error,
            None => {}
        }
        kept.push(finding);
    }
    kept.extend(edition.checks.iter().filter(|(code, _)| !codes::is_rule(code)).map(|(code, level)| {
        let finding = Finding::error("MO07", format!("`{code}` is no code that has a level"))
            .at(level.span, "")
            .path(format!("checks.{code}"));
        let known = codes::ALL.iter().map(|(code, _)| *code).filter(|code| codes::is_rule(code));
        match nearest(code, known) {
            Some(known) if codes::title(code).is_none() => finding.help(format!("did you mean `{known}`?")),
            _ => finding
                .help("only rules have levels: codes that start with AR, TX or DA, but not DA09 and DA20"),
        }
    }));
    kept
}
