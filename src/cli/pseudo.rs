//! Pseudo-locales on the command line: `--lang x-long,x-rtl`.

use super::args::Build;
use super::check::Examined;
use crate::brief::Pseudo;
use crate::diag::Finding;

/// Refuses to release what nobody can read.
pub fn refuse_release(args: &Build) -> Result<(), Finding> {
    let pseudo = args.lang.iter().find(|lang| Pseudo::named(lang).is_some());
    pseudo.filter(|_| args.release).map_or(Ok(()), |lang| {
        Err(Finding::error("CL02", format!("`{lang}` is made up to test templates, and cannot be released"))
            .help("leave out `--release`, or the language"))
    })
}

/// Whether a language on the command line is a pseudo-locale, which every edition has.
pub fn is_one(lang: &str) -> bool {
    Pseudo::named(lang).is_some()
}

/// The Briefs of an edition in the pseudo-locales asked for, as the templates read them.
pub fn briefs(args: &Build, edition: &Examined) -> impl Iterator<Item = (&'static str, String)> {
    let asked = Pseudo::ALL.into_iter().filter(|pseudo| args.lang.iter().any(|lang| lang == pseudo.tag()));
    asked.filter_map(|pseudo| Some((pseudo.tag(), json(edition, pseudo)?)))
}

/// The Brief of an edition in a pseudo-locale.
pub fn json(edition: &Examined, pseudo: Pseudo) -> Option<String> {
    let known = edition.briefs.keys().map(String::as_str);
    let base = Pseudo::base(known, &edition.dossier.edition.head.master.value);
    edition.briefs.get(base).map(|brief| pseudo.json(brief))
}
