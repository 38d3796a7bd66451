//! One [`Job`] over the [`Assets`] -> the closed world that Typst compiles in.
//!
//! Every file is in memory before Typst starts. There are no packages, no system fonts, no clock, and
//! no path that leads to the disk.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::assets::{Assets, file_id};
use super::job::{Attachment, Job};
use super::refusal;
use crate::diag::Finding;

/// The entry of a document with attachments: it carries them, and is otherwise that of the job.
const RECORD: &str = ".mujaz/record.typ";
/// What [`RECORD`] reads.
const ATTACHMENTS: &str = ".mujaz/attachments.json";

/// Attachments come before the text: after it they would open a page of their own. The entry follows.
const RECORD_TEXT: &str = r#"#for file in json("/.mujaz/attachments.json") {
  pdf.attach(
    "/" + file.name,
    read(file.path, encoding: none),
    relationship: file.relationship,
    mime-type: file.mime,
    description: file.description,
  )
}
"#;

/// The world of one job.
pub(super) struct Closed {
    assets: Assets,
    main: FileId,
    record: Option<Source>,
    files: HashMap<FileId, Bytes>,
    today: Option<Datetime>,
}

impl Closed {
    /// Gathers the files of a job. Refuses paths that leave the root and attachments of one name.
    pub(super) fn new(assets: &Assets, job: &Job) -> Result<Self, Vec<Finding>> {
        let date = job.date;
        let (entry, data) = job.entry.files();
        let mut world = Self {
            assets: assets.clone(),
            main: named(entry)?,
            record: None,
            files: HashMap::new(),
            today: Datetime::from_ymd(date.year(), date.month().into(), date.day()),
        };
        for (path, bytes) in &job.files {
            refusal::check(path.trim_start_matches('/'), bytes).map_err(|finding| vec![finding])?;
            world.insert(path, bytes.clone())?;
        }
        world.insert(data, job.brief.clone())?;
        if !job.attachments.is_empty() {
            world.attach(&job.attachments, entry)?;
        }
        Ok(world)
    }

    pub(super) fn assets(&self) -> &Assets {
        &self.assets
    }

    pub(super) fn has_attachments(&self) -> bool {
        self.record.is_some()
    }

    fn insert(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Vec<Finding>> {
        self.files.insert(named(path)?, Bytes::new(bytes));
        Ok(())
    }

    fn attach(&mut self, attachments: &[Attachment], entry: &str) -> Result<(), Vec<Finding>> {
        let mut listed = Vec::new();
        for (index, file) in attachments.iter().enumerate() {
            named(&file.name)?;
            if attachments[..index].iter().any(|other| other.name == file.name) {
                let message = format!("`{}` is attached twice", file.name);
                return Err(vec![Finding::error("TE06", message).help("give each attachment its own name")]);
            }
            let path = format!(".mujaz/attached/{index}");
            self.insert(&path, file.bytes.clone())?;
            listed.push(serde_json::json!({
                "name": file.name,
                "path": format!("/{path}"),
                "relationship": file.relationship,
                "mime": file.mime,
                "description": file.description,
            }));
        }
        self.insert(ATTACHMENTS, serde_json::Value::from(listed).to_string().into_bytes())?;
        self.main = named(RECORD)?;
        self.record = Some(Source::new(self.main, format!("{RECORD_TEXT}#include \"/{entry}\"\n")));
        Ok(())
    }
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        self.assets.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.assets.store().book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if let Some(record) = self.record.as_ref().filter(|record| record.id() == id) {
            return Ok(record.clone());
        }
        let path = inside(id)?;
        match self.assets.template(path).and_then(|template| template.source.as_ref()) {
            Some(source) => Ok(source.clone()),
            None => self.file(id).and(Err(FileError::NotSource)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = inside(id)?;
        if let Some(bytes) = self.files.get(&id) {
            return Ok(bytes.clone());
        }
        match self.assets.template(path) {
            Some(template) => Ok(template.bytes.clone()),
            None => Err(FileError::NotFound(format!("templates/{path}").into())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.assets.store().font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The path of a file of the project; packages do not exist here.
fn inside(id: FileId) -> FileResult<&'static str> {
    let path = id.get();
    match path.root() {
        VirtualRoot::Project => Ok(path.vpath().get_without_slash()),
        VirtualRoot::Package(package) => {
            let message = format!(
                "`{package}` is a package, and mujaz uses none: copy what you need into `templates/`"
            );
            Err(FileError::Package(PackageError::Other(Some(message.into()))))
        }
    }
}

fn named(path: &str) -> Result<FileId, Vec<Finding>> {
    file_id(path).ok_or_else(|| {
        let message = format!("`{path}` is not a path inside the project");
        vec![Finding::error("TE06", message).help("write a relative path with `/` and without `..`")]
    })
}
