//! Briefs -> files in memory: typesetting and export, several at once.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use time::{OffsetDateTime, UtcOffset};

use super::Ui;
use super::args::{Build, Format, StandardArg, TextLayerArg};
use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::model::TextLayer;
use crate::output::{Identity, Standard, page_name, pdf, png};
use crate::typeset::{self, Assets, Job, compile};

/// How many builds Typst's memory of a step outlives.
const MEMORY: usize = 8;

/// One edition in one language on its way to bytes.
pub struct Task<'a> {
    /// The edition.
    pub dossier: &'a Dossier,
    /// The language.
    pub lang: &'a str,
    /// What the templates read, as JSON.
    pub brief: Vec<u8>,
    /// What else they may read: path from the root, content.
    pub files: Vec<(String, Vec<u8>)>,
    /// The time that the PDF carries.
    pub timestamp: OffsetDateTime,
}

/// A finished file.
pub struct Made {
    /// Its edition.
    pub edition: String,
    /// The language.
    pub lang: String,
    /// Its name in the folder of the edition.
    pub name: String,
    /// How many pages it has.
    pub pages: usize,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Typesets and exports the tasks, several at once; results come in the order of the tasks.
pub fn typeset_all(assets: &Assets, tasks: &[Task<'_>], args: &Build, ui: &Ui) -> (Vec<Made>, Vec<Finding>) {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    let bar = ui.progress(tasks.len());
    let jobs = args.jobs.or(std::thread::available_parallelism().ok()).map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..jobs.min(tasks.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(task) = tasks.get(at) else { break };
                    let result = make(assets, task, args);
                    typeset::evict(MEMORY);
                    bar.set_message(format!("{} {}", task.dossier.edition.head.id.value, task.lang));
                    bar.inc(1);
                    if let Ok(mut results) = results.lock() {
                        results.insert(at, result);
                    }
                }
            });
        }
    });
    bar.finish_and_clear();
    let (mut made, mut findings) = (Vec::new(), Vec::new());
    for result in results.into_inner().unwrap_or_default().into_values() {
        match result {
            Ok((files, warnings)) => {
                made.extend(files);
                findings.extend(warnings);
            }
            Err(faults) => findings.extend(faults),
        }
    }
    (made, findings)
}

fn make(assets: &Assets, task: &Task<'_>, args: &Build) -> Result<(Vec<Made>, Vec<Finding>), Vec<Finding>> {
    let id = &task.dossier.edition.head.id.value;
    let mut job = Job::new(task.brief.clone(), task.timestamp.to_offset(UtcOffset::UTC).date());
    for (path, bytes) in &task.files {
        job = job.file(path.clone(), bytes.clone());
    }
    let mut laid = compile(assets, &job)?.with_text_layer(text_layer(args, task.dossier, task.lang));
    let pages = laid.pages();
    let stem = format!("{id}.{}", task.lang);
    let file = |name, pages, bytes| Made { edition: id.clone(), lang: task.lang.into(), name, pages, bytes };
    let mut files = Vec::new();
    if args.format.contains(&Format::Pdf) {
        let identity = Identity::new(id, task.lang, audience(args), task.timestamp);
        files.push(file(format!("{stem}.pdf"), pages, pdf(&laid, &identity, standard(args))?));
    }
    if args.format.contains(&Format::Png) {
        for (at, image) in png(&laid, args.ppi)?.into_iter().enumerate() {
            files.push(file(page_name(&stem, at + 1, pages), 1, image.bytes));
        }
    }
    Ok((files, std::mem::take(&mut laid.warnings)))
}

/// The audience that the PDFs are made for.
pub fn audience(args: &Build) -> &str {
    args.audience.as_deref().unwrap_or("all")
}

/// The standards that the PDFs meet.
pub fn standard(args: &Build) -> Standard {
    match args.standard {
        StandardArg::Record => Standard::Record,
        StandardArg::Delivery => Standard::Delivery,
    }
}

/// As the command line says, else the style of the language, else the house.
pub fn text_layer(args: &Build, dossier: &Dossier, lang: &str) -> TextLayer {
    match args.text_layer {
        Some(TextLayerArg::Visual) => TextLayer::Visual,
        Some(TextLayerArg::Reading) => TextLayer::Reading,
        Some(TextLayerArg::Off) => TextLayer::Off,
        None => {
            let style = dossier.edition.style.get(lang);
            style.and_then(|style| style.text_layer).unwrap_or(dossier.edition.house.text_layer)
        }
    }
}
