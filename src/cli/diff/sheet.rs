//! The page "What changed" in each language, cut until it is one page.

use std::path::{Path, PathBuf};

use time::UtcOffset;

use super::super::Ui;
use super::{place, spoken};
use crate::brief::{self, Brief, Changes};
use crate::diag::{Finding, Sources};
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::output::{Identity, Standard, pdf};
use crate::typeset::{Assets, Entry, Job, Typeset, compile};

/// Writes a page in each of the languages; what the typesetter doubts is returned.
pub(super) fn write(
    project: &Project,
    (before, now): (&Dossier, &Dossier),
    langs: &[String],
    out: Option<&Path>,
    ui: &Ui,
    sources: &mut Sources,
) -> Result<Vec<Finding>, Vec<Finding>> {
    let assets = Assets::with_overrides(project.root(), sources)?;
    let mut warnings = Vec::new();
    for lang in langs {
        let Some((brief, _)) = brief::write(now, lang) else { continue };
        let mut laid = one_page(&assets, (before, now), lang, &brief)?;
        let head = &now.edition.head;
        let (id, issued) = (&head.id.value, head.issued.value.0);
        let name = format!("desk:changes:{}", before.edition.head.id.value);
        let bytes = pdf(&laid, &Identity::new(id, lang, &name, issued), Standard::Record)?;
        let path = match out {
            Some(path) => path.to_owned(),
            None => PathBuf::from("desk").join(id).join(format!("{id}.{lang}.changes.pdf")),
        };
        place(&path, &bytes)?;
        ui.note(&format!("`{}` is written\n", path.display()));
        warnings.append(&mut laid.warnings);
    }
    Ok(warnings)
}

/// Lays out as many of the most important rows as one page has room for.
fn one_page(
    assets: &Assets,
    (before, now): (&Dossier, &Dossier),
    lang: &str,
    brief: &Brief,
) -> Result<Typeset, Vec<Finding>> {
    let lay = |limit: usize| -> Result<(Typeset, usize), Vec<Finding>> {
        let changes = spoken(before, now, lang, |comparison, speaker| {
            (Changes::of(comparison, speaker, brief, limit).to_json(), comparison.rows.len())
        });
        let (json, rows) = changes.unwrap_or_default();
        let date = now.edition.head.issued.value.0.to_offset(UtcOffset::UTC).date();
        let laid = compile(assets, &Job::sheet(Entry::Changes, json.into_bytes(), date))?;
        let style = now.edition.style.get(lang).and_then(|style| style.text_layer);
        Ok((laid.with_text_layer(style.unwrap_or(now.edition.house.text_layer)), rows))
    };
    let (laid, rows) = lay(usize::MAX)?;
    if laid.pages() <= 1 {
        return Ok(laid);
    }
    // Between what fits and what does not, until they are neighbours.
    let (mut fits, mut least) = (None, 0);
    let mut most = rows;
    while most - least > 1 {
        let middle = least + (most - least) / 2;
        let (laid, _) = lay(middle)?;
        if laid.pages() <= 1 {
            (fits, least) = (Some(laid), middle);
        } else {
            most = middle;
        }
    }
    match fits {
        Some(laid) => Ok(laid),
        None => Ok(lay(0)?.0),
    }
}
