//! A [`Job`] -> a [`Typeset`] document, or findings.

use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::{SourceDiagnostic, Warned};
use typst_layout::PagedDocument;

use super::assets::Assets;
use super::diagnostics;
use super::glyphs;
use super::job::Job;
use super::links;
use super::marks;
use super::textlayer;
use super::world::Closed;
use crate::diag::Finding;
use crate::model::TextLayer;

/// How often [`evict`] was called; what it empties is one for the whole program, too.
static CALLS: AtomicUsize = AtomicUsize::new(0);

/// A laid-out document, with what the exporters need to name a place in the templates.
pub struct Typeset {
    /// The pages.
    pub document: PagedDocument,
    /// What Typst doubts: `TE02`.
    pub warnings: Vec<Finding>,
    world: Closed,
}

impl Typeset {
    /// The same pages with a text layer that says what was written.
    pub fn with_text_layer(mut self, order: TextLayer) -> Self {
        self.document = textlayer::repair(self.document, order);
        self
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Whether the document carries files; PDF/A-2 may not.
    pub fn has_attachments(&self) -> bool {
        self.world.has_attachments()
    }

    /// What an exporter says about this document, as findings with one code.
    pub(crate) fn findings(&self, diagnostics: &[SourceDiagnostic], code: &'static str) -> Vec<Finding> {
        diagnostics::findings(&self.world, diagnostics, code, code)
    }
}

/// Typesets one document. The same assets and job give the same document, whatever the number of
/// threads and whatever was compiled before.
///
/// # Errors
/// `TE01` a template fails, `TE03` a character has no glyph, `TE04` a file is refused, `TE06` a file or attachment
/// is named badly, `TE07` a template runs code that is not its own, `TE08` a link leads where none may.
pub fn compile(assets: &Assets, job: &Job) -> Result<Typeset, Vec<Finding>> {
    let world = Closed::new(assets, job)?;
    let unwritable = marks::unwritable(&world, job);
    if !unwritable.is_empty() {
        return Err(unwritable);
    }
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let warnings = diagnostics::findings(&world, &warnings, "TE01", "TE02");
    let document = match output {
        Ok(document) => document,
        Err(errors) => {
            let mut findings = diagnostics::findings(&world, &errors, "TE01", "TE02");
            findings.extend(warnings);
            return Err(findings);
        }
    };
    let mut faults = glyphs::missing(&world, &document);
    faults.extend(links::refused(&world, &document, job.values));
    if faults.is_empty() { Ok(Typeset { document, warnings, world }) } else { Err(faults) }
}

/// Forgets what Typst remembered and did not use in the last `max_age` calls of this function, or half as many
/// more.
///
/// Typst keeps every step of a compilation, so that the next edition or language with the same
/// templates is quick; the memory grows with each build. Call with a small number (say 8) after each
/// build of a long run, with 0 to compile the next one cold.
pub fn evict(max_age: usize) {
    // Each time goes through all that is remembered, so not every call does.
    let every = max_age.div_ceil(2).max(1);
    if CALLS.fetch_add(1, Ordering::Relaxed).is_multiple_of(every) {
        comemo::evict(max_age / every);
    }
}
