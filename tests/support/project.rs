//! The five real editions, read, written and built once for all cases.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use mujaz::brief::Brief;
use mujaz::diag::Sources;
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::output::{Identity, Standard, pdf};
use mujaz::typeset::{Assets, Job, compile};
use time::UtcOffset;

use super::pdf_text::{PdfText, read};

/// The editions that hold the facts of real sources.
pub const REAL: [&str; 5] =
    ["2017-11-amman", "2018-05-euphrates", "2018-12-washington", "2019-06-paris", "2019-11-washington"];

/// Their languages.
pub const LANGS: [&str; 2] = ["ar", "en"];

/// An edition with its Briefs by language.
pub struct Edition {
    /// All that was read.
    pub dossier: Dossier,
    /// The Briefs.
    pub briefs: BTreeMap<&'static str, Brief>,
}

/// One of [`REAL`].
pub fn edition(id: &str) -> &'static Edition {
    static EDITIONS: OnceLock<BTreeMap<&str, Edition>> = OnceLock::new();
    &EDITIONS.get_or_init(|| REAL.map(|id| (id, written(id))).into())[id]
}

fn project() -> Project {
    Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project")
}

fn written(id: &str) -> Edition {
    let (dossier, findings) = Dossier::read(&project(), id, None, &mut Sources::new());
    let dossier = dossier.unwrap_or_else(|| panic!("{id}: {findings:#?}"));
    let brief = |lang| mujaz::brief::write(&dossier, lang).unwrap_or_else(|| panic!("{id} has no {lang}")).0;
    let briefs = LANGS.map(|lang| (lang, brief(lang))).into();
    Edition { dossier, briefs }
}

/// What the PDF of an edition says when it is read back.
pub fn printed(id: &str, lang: &str) -> &'static PdfText {
    static PRINTED: OnceLock<BTreeMap<(&str, &str), PdfText>> = OnceLock::new();
    let all = || {
        let assets = &assets();
        let build = |id| {
            let edition = edition(id);
            LANGS.map(|lang| ((id, lang), print(assets, &edition.dossier, &edition.briefs[lang])))
        };
        std::thread::scope(|scope| {
            let builds = REAL.map(|id| scope.spawn(move || build(id)));
            builds.into_iter().flat_map(|it| it.join().expect("builds")).collect()
        })
    };
    let (id, lang) = (
        *REAL.iter().find(|it| **it == id).expect("real"),
        *LANGS.iter().find(|it| **it == lang).expect("known"),
    );
    &PRINTED.get_or_init(all)[&(id, lang)]
}

/// The project's own templates and fonts over the embedded ones.
pub fn assets() -> Assets {
    Assets::with_overrides(project().root(), &mut Sources::new()).expect("templates and fonts")
}

/// A Brief as `mujaz build` prints it, read back.
pub fn print(assets: &Assets, dossier: &Dossier, brief: &Brief) -> PdfText {
    let head = &dossier.edition.head;
    let issued = head.issued.value.0;
    let mut job = Job::new(brief.to_json().into_bytes(), issued.to_offset(UtcOffset::UTC).date());
    if let Some(logo) = &head.publisher.logo {
        job = job.file(format!("/{}", logo.value), project().asset(&logo.value).expect("the logo"));
    }
    let laid = compile(assets, &job).unwrap_or_else(|findings| panic!("{}: {findings:#?}", brief.edition));
    let identity = Identity::new(&brief.edition, &brief.lang, "all", issued);
    read(&pdf(&laid, &identity, Standard::Record).expect("exports"))
}
