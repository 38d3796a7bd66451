//! A project -> the outputs of one edition for one audience, as `mujaz build` makes them.

use super::Output;
use crate::brief;
use crate::check::{Seen, check};
use crate::diag::{Finding, Sources};
use crate::dossier::Reader;
use crate::layers::Project;
use crate::output::Standard;
use crate::press::{self, Format, Pressed, Task};
use crate::typeset::Assets;

/// Makes the files of a task: [`press::make`], in this process or a confined one.
pub type Maker<'a> = dyn Fn(&Assets, &Task) -> Result<Pressed, Vec<Finding>> + Sync + 'a;

/// What an edition is built with.
pub struct Studio<'a> {
    /// Templates and fonts.
    pub assets: &'a Assets,
    /// Makes the files.
    pub make: &'a Maker<'a>,
    /// Id of the edition.
    pub edition: &'a str,
    /// The audience.
    pub audience: &'a str,
    /// The languages; all of the edition if there are none.
    pub langs: &'a [String],
}

impl Studio<'_> {
    /// Reads, checks and typesets. The PDFs are those for the record; beside them stands what was found, but for
    /// what tells the editor of things that are withheld (AU).
    ///
    /// # Errors
    /// What keeps the edition from being built.
    pub fn render(&self, project: &Project) -> Result<Vec<Output>, Vec<Finding>> {
        self.render_with(project, |_| ())
    }

    /// The same, with a last change of each task; for tests that plant leaks.
    ///
    /// # Errors
    /// What keeps the edition from being built.
    pub fn render_with(
        &self,
        project: &Project,
        change: impl Fn(&mut Task),
    ) -> Result<Vec<Output>, Vec<Finding>> {
        let mut sources = Sources::new();
        let reader = Reader::new(project, &mut sources);
        let (dossier, mut findings) = reader.read(self.edition, Some(self.audience), &mut sources);
        let Some(dossier) = dossier.filter(|_| !findings.iter().any(Finding::is_error)) else {
            return Err(findings);
        };
        findings.extend(check(&dossier, &sources, &mut Seen::default()));
        let logo = dossier.edition.head.publisher.logo.as_ref();
        let logo = logo.map(|logo| Ok((format!("/{}", logo.value), project.asset(&logo.value)?.into())));
        let logo = logo.transpose().map_err(|fault: Finding| vec![fault])?;
        let mut outputs = Vec::new();
        for lang in &dossier.edition.head.languages {
            if !(self.langs.is_empty() || self.langs.contains(&lang.value)) {
                continue;
            }
            let Some((brief, found)) = brief::write(&dossier, lang) else { continue };
            findings.extend(found);
            let style = dossier.edition.style.get(&lang.value).and_then(|style| style.text_layer);
            let mut task = Task {
                edition: self.edition.to_owned(),
                lang: lang.value.clone(),
                audience: Some(self.audience.to_owned()),
                formats: vec![Format::Pdf],
                standard: Standard::Record,
                text_layer: style.unwrap_or(dossier.edition.house.text_layer),
                timestamp: dossier.edition.head.issued.value.0,
                brief: brief.to_json().into_bytes(),
                files: logo.iter().cloned().collect(),
                attachments: Vec::new(),
            };
            press::attach(&mut task, &dossier, self.assets, Vec::new())?;
            change(&mut task);
            let made = (self.make)(self.assets, &task)?;
            findings.extend(made.warnings);
            outputs.extend(made.files.into_iter().map(|file| Output { name: file.name, bytes: file.bytes }));
        }
        let told = findings.iter().filter(|it| !it.code.starts_with("AU"));
        let log: String =
            told.map(|it| format!("{} {} {} {:?}\n", it.code, it.message, it.path, it.help)).collect();
        outputs.push(Output { name: "findings".to_owned(), bytes: log.into_bytes() });
        Ok(outputs)
    }
}
