//! Whether a unit is as the earlier build left it and would come out the same: then nothing of it is even read.

use time::OffsetDateTime;

use super::publish::line;
use super::tasks::{formats, standard};
use super::unit::{Shop, Told};
use crate::archive::{Manifest, Previous, Unit, format_word};
use crate::digest::Digest;
use crate::layers::fingerprint;

/// What to tell of a unit that is there as it would be made; `None` if that is not certain.
///
/// A build that had warnings is done again, so that they are told again. For a named audience the manifest has
/// no hashes of the data, so that it is read, and only not typeset again.
pub fn told(shop: &Shop<'_>, unit: &Unit, previous: &Previous) -> Option<Told> {
    let manifest = previous.manifest();
    let certain = manifest.findings == 0 && manifest.unit() == *unit && unit.audience.is_none();
    if !certain
        || !is_asked_for(shop, manifest)
        || !is_same_data(shop, unit, manifest)
        || !previous.is_whole()
    {
        return None;
    }
    let folder = shop.args.out.join(unit.folder());
    let outputs = manifest.outputs.iter();
    let text = outputs.map(|it| line(&folder.join(&it.path).display(), it.pages, it.bytes, true)).collect();
    let languages = manifest.options.languages.clone();
    let files = manifest.outputs.len();
    Some(Told { is_done: true, text, files, kept: files, languages, ..Told::default() })
}

/// Whether the earlier build was asked for the same, with the same program, templates and fonts.
fn is_asked_for(shop: &Shop<'_>, manifest: &Manifest) -> bool {
    let now =
        Manifest::new(&manifest.unit(), OffsetDateTime::UNIX_EPOCH, manifest.options.clone(), &shop.assets);
    let options = &manifest.options;
    let formats: Vec<String> = formats(shop.args).into_iter().map(format_word).collect();
    (&now.tool, &now.templates, &now.fonts) == (&manifest.tool, &manifest.templates, &manifest.fonts)
        && options.standard == standard(shop.args)
        && options.formats == formats
        && options.release == shop.args.release
        && options.asked == shop.asked()
}

/// Whether every file that the edition is made of is as it was.
fn is_same_data(shop: &Shop<'_>, unit: &Unit, manifest: &Manifest) -> bool {
    let logo = manifest.inputs.iter().find(|it| it.layer == "logo").map(|it| it.path.as_str());
    let ground = shop.reader.ground();
    let Ok(files) = fingerprint(ground, &unit.edition, None, &manifest.earlier, logo) else { return false };
    let recorded = manifest.inputs.iter().map(|it| (it.path.as_str(), it.sha256));
    files.iter().map(|(path, sha256)| (path.as_str(), Digest::from(*sha256))).eq(recorded)
}
