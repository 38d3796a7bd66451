//! Embedded and project files -> [`Assets`]: every template, parsed, and every font, ready for any
//! number of builds at once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use sha2::{Digest as _, Sha256};
use typst::foundations::{Binding, Bytes, Scope};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_kit::fonts::FontStore;

use super::fonts::{self, FontFile};
use super::{project, refusal};
use crate::diag::{self, Finding, Sources};

/// What Typst's standard library has and templates do not.
pub(super) const ABSENT: [&str; 2] = ["eval", "plugin"];

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static FONTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// Which of the two sets of files a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Embedded in mujaz.
    Builtin,
    /// From the folder of the project.
    Project,
}

/// One template, or another file that templates read.
#[derive(Debug, Clone)]
pub struct TemplateFile {
    /// Path below `templates/`, with `/`; Typst sees it from the root.
    pub path: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The file.
    pub bytes: Bytes,
    /// Its SHA-256.
    pub sha256: [u8; 32],
    pub(super) source: Option<Source>,
    pub(super) shown: Option<diag::FileId>,
}

/// What a project has of its own: path below `templates/` or `fonts/`, with `/`, and content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFiles {
    /// Templates, and the other files that they read.
    pub templates: Vec<(String, ByteBuf)>,
    /// Fonts.
    pub fonts: Vec<(String, ByteBuf)>,
}

/// Templates, fonts and the standard library. Cheap to clone and free to use from many threads.
#[derive(Clone)]
pub struct Assets {
    shared: Arc<Shared>,
}

struct Shared {
    library: LazyHash<Library>,
    templates: BTreeMap<String, TemplateFile>,
    fonts: Vec<FontFile>,
    store: FontStore,
    digest: [u8; 32],
}

/// Files by path, before they are parsed.
pub(super) type Files = BTreeMap<String, (Origin, Bytes)>;

impl Assets {
    /// The embedded templates and fonts. Their texts are registered, so that findings can show them.
    pub fn builtin(sources: &mut Sources) -> Result<Self, Vec<Finding>> {
        Self::parse(embedded(&TEMPLATES, is_template), embedded(&FONTS, fonts::is_font), sources)
    }

    /// The embedded files, overridden or supplemented file by file by `templates/` and `fonts/` of a
    /// project on disk. A file with the embedded bytes is the embedded file: the mujaz repository, built as a
    /// project, gives what any other folder gives.
    pub fn with_overrides<'a>(
        root: impl Into<Option<&'a Path>>,
        sources: &mut Sources,
    ) -> Result<Self, Vec<Finding>> {
        let Some(root) = root.into() else { return Self::builtin(sources) };
        let mut templates = embedded(&TEMPLATES, is_template);
        let mut faces = embedded(&FONTS, fonts::is_font);
        let mut findings = Vec::new();
        for (folder, files, wanted) in [
            ("templates", &mut templates, is_template as fn(&str) -> bool),
            ("fonts", &mut faces, fonts::is_font),
        ] {
            match project::read(root, folder, wanted) {
                Ok(own) => lay_over(files, own),
                Err(faults) => findings.extend(faults),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        Self::parse(templates, faces, sources)
    }

    /// The embedded files, overridden or supplemented by files in memory as by those of a project on disk:
    /// paths below `templates/` and `fonts/` with contents.
    ///
    /// # Errors
    /// As for files on disk: `TE04` what is refused, `TE05` a file without a font.
    pub fn with_files(
        own_templates: Vec<(String, Vec<u8>)>,
        own_fonts: Vec<(String, Vec<u8>)>,
        sources: &mut Sources,
    ) -> Result<Self, Vec<Finding>> {
        let mut templates = embedded(&TEMPLATES, is_template);
        let mut faces = embedded(&FONTS, fonts::is_font);
        let mut findings = Vec::new();
        for (folder, files, own) in
            [("templates", &mut templates, own_templates), ("fonts", &mut faces, own_fonts)]
        {
            findings.extend(own.iter().filter_map(|(path, bytes)| accept(folder, path, bytes).err()));
            lay_over(files, own);
        }
        if findings.is_empty() { Self::parse(templates, faces, sources) } else { Err(findings) }
    }

    /// Nothing but the given templates, with the embedded fonts: for tests and experiments.
    pub fn from_files<'a>(
        templates: impl IntoIterator<Item = (&'a str, &'a [u8])>,
        sources: &mut Sources,
    ) -> Result<Self, Vec<Finding>> {
        let own =
            |(path, bytes): (&str, &[u8])| (path.to_owned(), (Origin::Project, Bytes::new(bytes.to_vec())));
        Self::parse(templates.into_iter().map(own).collect(), embedded(&FONTS, fonts::is_font), sources)
    }

    /// Every template in the order of the paths.
    pub fn templates(&self) -> impl Iterator<Item = &TemplateFile> {
        self.shared.templates.values()
    }

    /// Every font in the order of the paths.
    pub fn fonts(&self) -> &[FontFile] {
        &self.shared.fonts
    }

    /// A SHA-256 over the paths and contents of all templates and fonts.
    pub fn digest(&self) -> [u8; 32] {
        self.shared.digest
    }

    /// Whether a template or font is the project's own.
    pub fn has_own(&self) -> bool {
        let mut origins = self.templates().map(|it| it.origin).chain(self.fonts().iter().map(|it| it.origin));
        origins.any(|origin| origin == Origin::Project)
    }

    /// The templates and fonts of the project, as opposed to the embedded ones.
    pub fn own(&self) -> OwnFiles {
        let templates = self.templates().filter(|file| file.origin == Origin::Project);
        let fonts = self.fonts().iter().filter(|file| file.origin == Origin::Project);
        OwnFiles {
            templates: templates.map(|file| (file.path.clone(), file.bytes.to_vec().into())).collect(),
            fonts: fonts.map(|file| (file.path.clone(), file.bytes.to_vec().into())).collect(),
        }
    }

    /// The text of a template in [`Sources`], by its path below `templates/`.
    pub fn shown(&self, path: &str) -> Option<diag::FileId> {
        self.template(path)?.shown
    }

    pub(super) fn template(&self, path: &str) -> Option<&TemplateFile> {
        self.shared.templates.get(path)
    }

    pub(super) fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    pub(super) fn store(&self) -> &FontStore {
        &self.shared.store
    }

    fn parse(templates: Files, faces: Files, sources: &mut Sources) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut parsed = BTreeMap::new();
        for (path, (origin, bytes)) in templates {
            match parse_template(path.clone(), origin, bytes, sources) {
                Ok(template) => {
                    parsed.insert(path, template);
                }
                Err(faults) => findings.extend(faults),
            }
        }
        let faces = faces.into_iter().map(|(path, (origin, bytes))| (path, origin, bytes));
        match fonts::load(faces) {
            Ok((store, fonts)) if findings.is_empty() => {
                let library = LazyHash::new(library());
                let digest = digest(&parsed, &fonts);
                Ok(Self { shared: Arc::new(Shared { library, templates: parsed, fonts, store, digest }) })
            }
            Ok(_) => Err(findings),
            Err(faults) => {
                findings.extend(faults);
                Err(findings)
            }
        }
    }
}

/// Typst's standard library without what makes a program of data: `eval`, which runs text as code, and
/// `plugin`, which runs WebAssembly. They are not hidden but absent, so no detour (`std`, a dictionary of it)
/// finds them.
fn library() -> Library {
    let mut library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
    let mut scope = Scope::new();
    for (name, binding) in library.global.scope().iter() {
        if !ABSENT.contains(&name.as_str()) {
            scope.bind(name.clone(), binding.clone());
        }
    }
    *library.global.scope_mut() = scope;
    library.std = Binding::detached(library.global.clone());
    library
}

/// Each path with its length before it, so that no two sets of files read the same.
fn digest(templates: &BTreeMap<String, TemplateFile>, fonts: &[FontFile]) -> [u8; 32] {
    let mut sha = Sha256::new();
    let templates = templates.values().map(|file| (file.path.as_str(), file.sha256));
    for (path, sha256) in templates.chain(fonts.iter().map(|file| (file.path.as_str(), file.sha256))) {
        sha.update((path.len() as u64).to_le_bytes());
        sha.update(path);
        sha.update(sha256);
    }
    sha.finalize().into()
}

/// What Typst calls the file at this path below the root; `None` for a path that leaves the root.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Whether a path below `templates/` belongs to a build: notes and the sample do not.
fn is_template(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !path.starts_with("sample/") && !name.to_ascii_lowercase().starts_with("readme")
}

fn embedded(folder: &Dir<'static>, wanted: fn(&str) -> bool) -> Files {
    let mut files = Files::new();
    for entry in folder.entries() {
        if let Some(folder) = entry.as_dir() {
            files.extend(embedded(folder, wanted));
        } else if let Some(file) = entry.as_file() {
            let parts: Vec<_> = file.path().iter().filter_map(|part| part.to_str()).collect();
            let path = parts.join("/");
            if wanted(&path) && !parts.iter().any(|part| part.starts_with('.')) {
                files.insert(path, (Origin::Builtin, Bytes::new(file.contents())));
            }
        }
    }
    files
}

/// Holds a file in memory to what is asked of one on disk: a plain name that is not hidden, and bytes that are
/// not refused.
fn accept(folder: &str, path: &str, bytes: &[u8]) -> Result<(), Finding> {
    let is_plain =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    if !path.split('/').all(is_plain) {
        let finding = Finding::error("TE04", format!("`{folder}/{path}` is not a path inside the project"));
        return Err(finding.help("write a relative path with `/` and without `..`"));
    }
    refusal::check(&format!("{folder}/{path}"), bytes)
}

fn lay_over(files: &mut Files, own: Vec<(String, Vec<u8>)>) {
    for (path, bytes) in own {
        let same = files.get(&path).is_some_and(|(_, embedded)| embedded.as_slice() == bytes);
        if !same {
            files.insert(path, (Origin::Project, Bytes::new(bytes)));
        }
    }
}

fn parse_template(
    path: String,
    origin: Origin,
    bytes: Bytes,
    sources: &mut Sources,
) -> Result<TemplateFile, Vec<Finding>> {
    let sha256 = Sha256::digest(&bytes).into();
    if !path.ends_with(".typ") {
        return Ok(TemplateFile { path, origin, bytes, sha256, source: None, shown: None });
    }
    let (Ok(text), Some(id)) = (std::str::from_utf8(&bytes), file_id(&path)) else {
        let finding = Finding::error("TE04", format!("`templates/{path}` is not UTF-8 text"));
        return Err(vec![finding.help("save the template in UTF-8")]);
    };
    let layer = match origin {
        Origin::Builtin => "built-in template",
        Origin::Project => "project template",
    };
    let shown = sources.add(format!("templates/{path}"), layer, text.to_owned());
    let source = Source::new(id, text.to_owned());
    Ok(TemplateFile { path, origin, bytes, sha256, source: Some(source), shown: Some(shown) })
}
