//! What the command line asks of an edition -> tasks for the press, one a language.

use super::super::args::{self, Build, Profile, TextLayerArg};
use super::super::check::Examined;
use super::super::pseudo;
use super::refusal::is_built;
use super::unit::Shop;
use crate::archive::Unit;
use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::press::{self, Format, Task};

/// What is to be made, a task for each language, with all that the PDFs carry in themselves.
pub fn tasks(shop: &Shop<'_>, unit: &Unit, edition: &Examined) -> Result<Vec<Task>, Vec<Finding>> {
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

/// The publisher's logo, where there is one.
pub fn logo(project: &Project, dossier: &Dossier) -> Result<Vec<(String, serde_bytes::ByteBuf)>, Finding> {
    let Some(logo) = &dossier.edition.head.publisher.logo else { return Ok(Vec::new()) };
    let bytes = project
        .asset(&logo.value)
        .map_err(|finding| finding.at(logo.span, "named here").path("edition.publisher.logo"))?;
    Ok(vec![(format!("/{}", logo.value), bytes.into())])
}

/// The kinds of files.
pub fn formats(args: &Build) -> Vec<Format> {
    let format = |format: &args::Format| match format {
        args::Format::Pdf => Format::Pdf,
        args::Format::Png => Format::Png(args.ppi),
        args::Format::Svg => Format::Svg,
        args::Format::Html => Format::Html,
    };
    args.format.iter().map(format).collect()
}

/// The standards that the PDFs meet.
pub fn standard(args: &Build) -> Standard {
    match args.profile {
        Profile::Record => Standard::Record,
        Profile::Delivery => Standard::Delivery,
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
