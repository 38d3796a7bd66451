//! What ends the build of a unit: errors, warnings that are denied, and what no release may have.

use std::collections::BTreeSet;

use super::super::args::Build;
use super::super::pseudo;
use crate::diag::{Finding, Severity};
use crate::dossier::Dossier;
use crate::translation::status::Standing;

/// Whether the build makes a language.
pub fn is_built(lang: &str, args: &Build) -> bool {
    args.lang.is_empty() || args.lang.iter().any(|asked| asked == lang)
}

/// A language asked for that none of the editions has; `known` are all that they have.
pub fn unspoken(known: &BTreeSet<String>, args: &Build) -> Option<Finding> {
    let unknown = |asked: &&String| !known.contains(*asked) && !pseudo::is_one(asked);
    let asked = args.lang.iter().find(unknown).filter(|_| !known.is_empty())?;
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let finding = Finding::error("CL01", format!("none of these editions has the language `{asked}`"));
    Some(finding.help(format!("their languages are `{}`", known.join("`, `"))))
}

/// What a release refuses: an error for each text that is missing, stale or a draft in a language that is built.
pub fn refuse(dossier: &Dossier, args: &Build, findings: &mut Vec<Finding>) {
    for lang in dossier.languages.keys().filter(|lang| is_built(lang, args)) {
        let Some(Standing { states, .. }) = Standing::of(dossier, lang) else { continue };
        let Some(pending) = dossier.pending(lang, &states) else { continue };
        // Drafts are told one by one instead of all in one.
        let drafts = format!("text.{lang}");
        findings.retain(|it| it.code != "TR07" || it.path != drafts);
        for refusal in pending.refusals() {
            match findings.iter_mut().find(|it| it.code == refusal.code && it.path == refusal.path) {
                Some(told) => told.severity = Severity::Error,
                None => findings.push(refusal),
            }
        }
    }
}

/// Whether a release refuses what is otherwise a warning: something about the words of a language that is built, or
/// what is not brought up to date yet.
fn is_refused(finding: &Finding, args: &Build) -> bool {
    let lang = finding.path.strip_prefix("text.").and_then(|path| path.split('.').next());
    let is_owed = crate::check::owed::CODES.contains(&finding.code);
    (is_owed || matches!(finding.code, "TR01" | "AR19" | "TX19"))
        && lang.is_none_or(|lang| is_built(lang, args))
}

/// Whether the build ends here; with `--release`, or if warnings are denied, a warning is an error.
pub fn is_over(args: &Build, findings: &mut [Finding]) -> bool {
    let denied = args.report.deny.is_some();
    for finding in findings.iter_mut().filter(|it| denied || args.release && is_refused(it, args)) {
        finding.severity = Severity::Error;
    }
    findings.iter().any(Finding::is_error)
}
