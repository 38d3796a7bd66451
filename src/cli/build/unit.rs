//! One edition for one audience: read, checked, typeset, published.

use std::collections::BTreeMap;
use std::path::PathBuf;

use time::OffsetDateTime;

use super::super::args::{self, Build, Profile, TextLayerArg};
use super::super::check::{self, Examined};
use super::super::parallel::in_order;
use super::super::pseudo;
use super::refusal::{is_built, is_over, refuse};
use crate::archive::{self, Digest, Input, Manifest, Options, Output, Publication, format_word};
use crate::check::Seen;
use crate::diag::{self, Finding, Sources};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::press::{self, Format, Made, Task};
use crate::typeset::{self, Assets};

/// How many builds Typst's memory of a step outlives.
const MEMORY: usize = 8;

/// What all units are built with.
#[derive(Clone)]
pub struct Shop<'a> {
    /// What all editions share.
    pub reader: Reader,
    /// Names that all editions share are looked at once.
    pub seen: Seen,
    /// Templates and fonts.
    pub assets: Assets,
    /// What is asked for.
    pub args: &'a Build,
    /// The time that the PDFs carry, if it is not that of the edition.
    pub timestamp: Option<OffsetDateTime>,
    /// How many languages of a unit are typeset at once.
    pub jobs: usize,
}

/// One edition for one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Id of the edition.
    pub edition: String,
    /// The audience; `None` for the whole edition.
    pub audience: Option<String>,
}

impl Unit {
    /// Its folder below that of the outputs.
    fn folder(&self) -> PathBuf {
        match &self.audience {
            None => PathBuf::from(&self.edition),
            Some(audience) => ["audiences", audience, &self.edition].iter().collect(),
        }
    }
}

/// What is to be told of a unit.
pub struct Told {
    /// A line for each file.
    pub text: String,
    /// The languages that the edition has, as far as it could be read.
    pub languages: Vec<String>,
    /// What was found; an error means that nothing was written.
    pub findings: Vec<Finding>,
    /// What the findings point into.
    pub sources: Sources,
}

/// Builds one unit.
pub fn build(shop: &Shop<'_>, unit: &Unit, mut sources: Sources) -> Told {
    let (examined, mut findings) = examine(shop, unit, &mut sources);
    let mut told = |examined: Examined| {
        if is_over(shop.args, &mut findings) {
            return String::new();
        }
        finish(shop, unit, &examined, &mut findings).unwrap_or_else(|faults| {
            findings.extend(faults);
            String::new()
        })
    };
    let languages = examined.iter().flat_map(|it| it.briefs.keys().cloned()).collect();
    let text = examined.map(&mut told).unwrap_or_default();
    Told { text, languages, findings, sources }
}

/// Reads and checks.
fn examine(shop: &Shop<'_>, unit: &Unit, sources: &mut Sources) -> (Option<Examined>, Vec<Finding>) {
    let audience = unit.audience.as_deref();
    let (examined, mut findings) =
        check::examine(&shop.reader, &unit.edition, audience, sources, &mut shop.seen.anew());
    let edition = examined.iter().filter(|_| shop.args.release);
    edition.for_each(|it| refuse(&it.dossier, shop.args, &mut findings));
    (examined, diag::allow(findings, sources, |_| false))
}

/// Typesets and publishes what was found sound; a line for each file.
fn finish(
    shop: &Shop<'_>,
    unit: &Unit,
    examined: &Examined,
    findings: &mut Vec<Finding>,
) -> Result<String, Vec<Finding>> {
    let tasks = tasks(shop, unit, examined)?;
    let recipes = tasks.iter().map(|it| (it.lang.clone(), it.recipe(&shop.assets).into())).collect();
    let made = typeset(shop, &tasks, findings);
    if is_over(shop.args, findings) {
        return Ok(String::new());
    }
    publish(shop, unit, &examined.dossier, made, &recipes, findings)
}

/// What is to be made, a task for each language.
fn tasks(shop: &Shop<'_>, unit: &Unit, edition: &Examined) -> Result<Vec<Task>, Vec<Finding>> {
    let Examined { dossier, briefs } = edition;
    let files = logo(shop.reader.project(), dossier).map_err(|fault| vec![fault])?;
    let task = |lang: &str, brief: String| Task {
        edition: unit.edition.clone(),
        lang: lang.to_owned(),
        audience: unit.audience.clone(),
        formats: formats(shop.args),
        standard: standard(shop.args),
        text_layer: text_layer(shop.args, dossier, lang),
        timestamp: shop.timestamp.unwrap_or(dossier.edition.head.issued.value.0),
        brief: brief.into_bytes(),
        files: files.clone(),
        attachments: Vec::new(),
    };
    let wanted = dossier.edition.head.languages.iter().map(|lang| lang.value.as_str());
    let wanted = wanted.filter(|lang| is_built(lang, shop.args));
    let mut tasks: Vec<Task> =
        wanted.filter_map(|lang| Some(task(lang, briefs.get(lang)?.to_json()))).collect();
    let inputs = press::inputs(dossier, unit.audience.as_deref());
    for task in &mut tasks {
        press::attach(task, dossier, &shop.assets, inputs.clone())?;
    }
    tasks.extend(pseudo::briefs(shop.args, edition).map(|(lang, brief)| task(lang, brief)));
    Ok(tasks)
}

/// Makes the files, in the order of the tasks.
fn typeset(shop: &Shop<'_>, tasks: &[Task], findings: &mut Vec<Finding>) -> Vec<Made> {
    let mut made = Vec::new();
    let make = |task: &Task| {
        let made = press::make(&shop.assets, task);
        typeset::evict(MEMORY);
        made
    };
    in_order(tasks, shop.jobs, make, |result| match result {
        Ok(pressed) => {
            made.extend(pressed.files);
            findings.extend(pressed.warnings);
        }
        Err(faults) => findings.extend(faults),
    });
    made
}

/// Publishes the files with their manifest; a line for each.
fn publish(
    shop: &Shop<'_>,
    unit: &Unit,
    dossier: &Dossier,
    made: Vec<Made>,
    recipes: &BTreeMap<String, Digest>,
    findings: &mut Vec<Finding>,
) -> Result<String, Vec<Finding>> {
    if made.is_empty() {
        return Ok(String::new());
    }
    let mut languages: Vec<String> = made.iter().map(|file| file.lang.clone()).collect();
    languages.dedup();
    let layer = |lang: &String| (lang.clone(), text_layer(shop.args, dossier, lang));
    let options = Options {
        standard: standard(shop.args),
        text_layer: languages.iter().map(layer).collect(),
        formats: formats(shop.args).into_iter().map(format_word).collect(),
        languages,
        release: shop.args.release,
    };
    let built_for = shop.timestamp.unwrap_or(dossier.edition.head.issued.value.0);
    let described = archive::Unit { edition: unit.edition.clone(), audience: unit.audience.clone() };
    let mut manifest = Manifest::new(&described, built_for, options, &shop.assets);
    manifest.findings = findings.len();
    manifest.inputs =
        dossier.inputs.iter().map(|file| Input::new(&*file.name, &*file.layer, &file.bytes)).collect();
    let folder = shop.args.out.join(unit.folder());
    let mut publication = Publication::new(&folder, folder.display().to_string());
    let mut text = String::new();
    for file in made {
        let recipe = recipes.get(&file.lang).copied().unwrap_or_else(|| Digest::of(b""));
        manifest.outputs.push(Output::new(&*file.name, &*file.lang, file.pages, recipe, &file.bytes));
        let size = file.bytes.len().div_ceil(1024);
        let pages = if file.pages == 1 { "page" } else { "pages" };
        text += &format!("{}  {} {pages}  {size} KiB\n", folder.join(&file.name).display(), file.pages);
        publication.add(file.name, file.bytes);
    }
    findings.extend(publication.publish(&manifest)?.warnings);
    archive::Index::publish(&shop.args.out, &shop.args.out.display().to_string(), &[described])?;
    Ok(text)
}

/// The publisher's logo, where there is one.
fn logo(project: &Project, dossier: &Dossier) -> Result<Vec<(String, serde_bytes::ByteBuf)>, Finding> {
    let Some(logo) = &dossier.edition.head.publisher.logo else { return Ok(Vec::new()) };
    let bytes = project
        .asset(&logo.value)
        .map_err(|finding| finding.at(logo.span, "named here").path("edition.publisher.logo"))?;
    Ok(vec![(format!("/{}", logo.value), bytes.into())])
}

fn formats(args: &Build) -> Vec<Format> {
    let format = |format: &args::Format| match format {
        args::Format::Pdf => Format::Pdf,
        args::Format::Png => Format::Png(args.ppi),
    };
    args.format.iter().map(format).collect()
}

/// The standards that the PDFs meet.
fn standard(args: &Build) -> Standard {
    match args.profile {
        Profile::Record => Standard::Record,
        Profile::Delivery => Standard::Delivery,
    }
}

/// As the command line says, else the style of the language, else the house.
fn text_layer(args: &Build, dossier: &Dossier, lang: &str) -> TextLayer {
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
