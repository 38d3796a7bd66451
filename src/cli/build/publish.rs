//! The files of a unit -> its folder, with what they were made of.

use super::tasks::{formats, standard, text_layer};
use super::unit::Shop;
use crate::archive::{Input, Manifest, Options, Output, Publication, Unit, format_word};
use crate::diag::{Finding, counted};
use crate::digest::Digest;
use crate::dossier::Dossier;
use crate::press::Made;

/// A file, with the recipe that it was made by.
pub struct Finished {
    /// The file.
    pub made: Made,
    /// The recipe.
    pub recipe: Digest,
    /// How many warnings the typesetter gave for its language.
    pub warnings: usize,
    /// Whether an earlier build made it.
    pub is_kept: bool,
}

/// Publishes the files with their manifest; a line for each. `warnings` is how many this build has given.
pub fn publish(
    shop: &Shop<'_>,
    unit: &Unit,
    dossier: &Dossier,
    files: Vec<Finished>,
    warnings: usize,
) -> Result<(String, Vec<Finding>), Vec<Finding>> {
    let mut languages: Vec<String> = files.iter().map(|file| file.made.lang.clone()).collect();
    languages.dedup();
    let layer = |lang: &String| (lang.clone(), text_layer(shop.args, dossier, lang));
    let options = Options {
        standard: standard(shop.args),
        text_layer: languages.iter().map(layer).collect(),
        formats: formats(shop.args).into_iter().map(format_word).collect(),
        languages,
        release: shop.args.release,
        asked: shop.asked(),
    };
    let built_for = shop.timestamp.unwrap_or(dossier.edition.head.issued.value.0);
    let mut manifest = Manifest::new(unit, built_for, options, &shop.assets);
    manifest.findings = warnings;
    manifest.earlier = dossier.history.iter().map(|it| it.head.id.value.clone()).collect();
    // Whoever has the hash of a file can try out what was withheld from them.
    let inputs = dossier.inputs.iter().filter(|_| unit.audience.is_none());
    manifest.inputs = inputs.map(|file| Input::new(&*file.name, &*file.layer, &file.bytes)).collect();
    let folder = shop.args.out.join(unit.folder());
    let mut publication = Publication::new(&folder, folder.display().to_string());
    let mut text = String::new();
    for Finished { made, recipe, warnings, is_kept } in files {
        let output = Output::new(&*made.name, &*made.lang, made.pages, recipe, &made.bytes);
        manifest.outputs.push(Output { warnings, ..output });
        text += &line(&folder.join(&made.name).display(), made.pages, made.bytes.len() as u64, is_kept);
        publication.add(made.name, made.bytes);
    }
    Ok((text, publication.publish(&manifest)?.warnings))
}

/// `out/2031-06/2031-06.ar.pdf  8 pages  312 KiB`, and whether it is as it was.
pub fn line(path: &dyn std::fmt::Display, pages: usize, bytes: u64, is_kept: bool) -> String {
    let kept = if is_kept { "  unchanged" } else { "" };
    format!("{path}  {}  {} KiB{kept}\n", counted(pages, "page"), bytes.div_ceil(1024))
}
