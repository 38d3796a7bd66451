//! What the commands that make sheets share: the editions that have a language, and PDFs beside the briefs.

use std::path::Path;

use time::UtcOffset;

use super::super::check::{self, Examined};
use super::super::{args::Cli, editions, project, unwritten};
use crate::archive;
use crate::check::Seen;
use crate::diag::{self, Finding, Sources};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;
use crate::output::{Identity, Standard, pdf};
use crate::typeset::{Assets, Entry, Job, compile};

/// An edition with all that was found in it, in order.
pub struct Subject {
    /// The edition.
    pub examined: Examined,
    /// The findings, allowances heeded.
    pub findings: Vec<Finding>,
}

/// The editions asked for, or all that have the language.
///
/// Faults of texts stand in no way: a sheet shows them. Faults of the data do, and so does a language that none
/// of the editions has, or that an edition asked for has not.
pub fn subjects(
    cli: &Cli,
    asked: &[String],
    lang: &str,
    sources: &mut Sources,
) -> Result<(Project, Vec<Subject>), Vec<Finding>> {
    let one = |fault| vec![fault];
    let project = project(cli).map_err(one)?;
    let reader = Reader::new(&project, sources);
    let mut subjects = Vec::new();
    for id in editions(&project, asked).map_err(one)? {
        let (examined, findings) = check::examine(&reader, &id, None, sources, &mut Seen::default());
        let mut findings = diag::allow(findings, sources, |_| false);
        diag::sort(&mut findings, sources);
        let Some(examined) = examined else { return Err(findings) };
        if examined.briefs.contains_key(lang) {
            if findings.iter().any(|finding| finding.is_error() && !is_of_texts(finding, sources)) {
                return Err(findings);
            }
            subjects.push(Subject { examined, findings });
        } else if !asked.is_empty() {
            let known: Vec<&str> = examined.briefs.keys().map(String::as_str).collect();
            let finding = Finding::error("CL01", format!("edition `{id}` has no language `{lang}`"));
            return Err(vec![finding.help(format!("its languages are `{}`", known.join("`, `")))]);
        }
    }
    if subjects.is_empty() {
        let message = format!("none of these editions has the language `{lang}`");
        return Err(vec![
            Finding::error("CL01", message).help("name a language of an edition's `languages`"),
        ]);
    }
    Ok((project, subjects))
}

/// Whether a finding is about the text of some language.
fn is_of_texts(finding: &Finding, sources: &Sources) -> bool {
    let place = finding.places.first();
    place.is_some_and(|place| sources.layer(place.span.file).starts_with("language "))
}

/// A sheet that was written.
pub struct Written {
    /// Where.
    pub path: String,
    /// How many pages it has.
    pub pages: usize,
    /// How many bytes it has.
    pub size: usize,
    /// What the typesetter doubts.
    pub warnings: Vec<Finding>,
}

/// Typesets a sheet and puts it beside the briefs of its edition, as `OUT/ID/ID.LANG.<name>.pdf`.
pub fn write(
    assets: &Assets,
    dossier: &Dossier,
    lang: &str,
    (entry, name): (Entry, &str),
    data: String,
    out: &Path,
) -> Result<Written, Vec<Finding>> {
    let head = &dossier.edition.head;
    let (id, issued) = (&head.id.value, head.issued.value.0);
    let job = Job::sheet(entry, data.into_bytes(), issued.to_offset(UtcOffset::UTC).date());
    let style = dossier.edition.style.get(lang).and_then(|style| style.text_layer);
    let mut laid = compile(assets, &job)?.with_text_layer(style.unwrap_or(dossier.edition.house.text_layer));
    // No audience has a name with a colon.
    let identity = Identity::new(id, lang, &format!("desk:{name}"), issued);
    let bytes = pdf(&laid, &identity, Standard::Record)?;
    let folder = out.join(id);
    let file = format!("{id}.{lang}.{name}.pdf");
    let path = folder.join(&file).display().to_string();
    archive::place(&folder, &file, &bytes).map_err(|error| vec![unwritten(&path, &error)])?;
    let warnings = std::mem::take(&mut laid.warnings);
    Ok(Written { path, pages: laid.pages(), size: bytes.len(), warnings })
}
