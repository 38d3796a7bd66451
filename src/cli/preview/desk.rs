//! One edition, read, checked and typeset again as its files change, as far as they do.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use super::super::args::preview::Preview;
use super::super::build::{logo, maker};
use super::super::check::{self, Examined};
use super::super::parallel::{in_order, jobs};
use crate::check::Seen;
use crate::diag::{self, Finding, Severity, Sources, Tongue};
use crate::dossier::Reader;
use crate::layers::Project;
use crate::locale::Direction;
use crate::model::TextLayer;
use crate::output::{Standard, unpack};
use crate::press::{Format, Task};
use crate::preview::{Change, Hub, Known, Language, State, Verdicts, trace};
use crate::typeset::Assets;

/// What is kept from one change to the next.
pub struct Desk<'a> {
    project: Project,
    edition: String,
    args: &'a Preview,
    /// Templates and fonts with their texts; none before they are read, or where they cannot be.
    assets: Option<(Assets, Sources)>,
    reader: Option<Reader>,
    /// What is to be typeset, if the data are sound.
    tasks: BTreeMap<String, Task>,
    /// By language, the recipe of its last pages, and what the typesetter said of them.
    made: BTreeMap<String, ([u8; 32], Vec<Finding>)>,
    /// What is wrong with data and texts.
    findings: Vec<Finding>,
    sources: Sources,
    state: State,
}

impl<'a> Desk<'a> {
    /// Nothing read yet.
    pub fn new(project: Project, edition: String, args: &'a Preview, tongue: Tongue) -> Self {
        let state = State::new(&edition, tongue);
        let (tasks, made, findings, sources) = Default::default();
        Self { project, edition, args, assets: None, reader: None, tasks, made, findings, sources, state }
    }

    /// Reads and checks again what a change concerns.
    pub fn read(&mut self, change: Change, hub: &Hub, told: &dyn Fn(&str)) {
        let clock = Clock::start();
        let refused = self.gather(change).err();
        let assets = clock.lap();
        let examined = match refused {
            Some(faults) => {
                self.findings = faults;
                None
            }
            None => self.examine(),
        };
        self.tasks.clear();
        self.state.is_read = true;
        self.state.now = None;
        self.state.languages.iter_mut().for_each(|language| language.is_current = false);
        if let Some(examined) = examined {
            self.enter(&examined);
            if !self.findings.iter().any(Finding::is_error) {
                match self.tasks_of(&examined) {
                    Ok(tasks) => self.tasks = tasks,
                    Err(fault) => self.findings.push(fault),
                }
            }
        }
        told(&format!("`read {change:?}: files {assets} ms, check {} ms`", clock.lap() - assets));
        // Where there will be pages at once, they come together with what was found.
        if self.tasks.is_empty() || self.is_slow() {
            self.publish(hub);
        }
    }

    /// Typesets some languages, several at once, as far as they have changed.
    pub fn set(&mut self, langs: &[String], hub: &Hub, told: &dyn Fn(&str)) {
        let Some((assets, _)) = self.assets.clone() else { return };
        let clock = Clock::start();
        let mut due: Vec<(Task, [u8; 32])> = Vec::new();
        for lang in langs {
            let is_current = self.state.languages.iter().any(|it| it.tag == *lang && it.is_current);
            let Some(task) = self.tasks.get(lang).filter(|_| !is_current) else { continue };
            let recipe = task.recipe(&assets);
            match self.made.get(lang).filter(|(made, _)| *made == recipe) {
                Some(_) => self
                    .state
                    .languages
                    .iter_mut()
                    .filter(|it| it.tag == *lang)
                    .for_each(|it| it.is_current = true),
                None => due.push((task.clone(), recipe)),
            }
        }
        if due.is_empty() {
            self.publish(hub);
            return;
        }
        let make = maker(self.args.confine, &assets);
        let work = |(task, recipe): &(Task, [u8; 32])| {
            (task.lang.clone(), *recipe, make(&assets, task), clock.lap())
        };
        in_order(&due, jobs(None), work, |(lang, recipe, result, took)| {
            let (warnings, sheets) = match result {
                Ok(pressed) => {
                    let sheets = pressed.files.first().and_then(|made| unpack(&made.bytes));
                    (pressed.warnings, sheets)
                }
                Err(faults) => (faults, None),
            };
            self.made.insert(lang.clone(), (recipe, warnings));
            let language = self.state.languages.iter_mut().find(|it| it.tag == lang);
            if let Some((language, sheets)) = language.zip(sheets) {
                language.set(sheets);
                self.state.known = self.state.now.clone();
            }
            self.publish(hub);
            told(&format!("`set {lang}: {took} ms, told {} ms`", clock.lap() - took));
        });
    }

    /// The languages whose pages are older than the data, and can be made.
    pub fn waiting(&self) -> Vec<String> {
        let failed = |lang: &String| {
            let made = self.made.get(lang).zip(self.assets.as_ref()).zip(self.tasks.get(lang));
            made.is_some_and(|(((recipe, _), (assets, _)), task)| *recipe == task.recipe(assets))
        };
        let waiting = self.state.languages.iter().filter(|it| !it.is_current).map(|it| it.tag.clone());
        waiting.filter(|lang| self.tasks.contains_key(lang) && !failed(lang)).collect()
    }

    /// Whether each language is typeset in a process of its own.
    fn is_slow(&self) -> bool {
        self.assets.as_ref().is_some_and(|(assets, _)| assets.has_own())
    }

    /// Reads templates, fonts and shared data again as far as a change concerns them.
    fn gather(&mut self, change: Change) -> Result<(), Vec<Finding>> {
        if change == Change::Assets || self.assets.is_none() {
            (self.assets, self.reader) = (None, None);
            let mut sources = Sources::new();
            let assets = Assets::with_overrides(self.project.root(), &mut sources);
            // A fault points into these.
            self.sources = sources.clone();
            self.assets = Some((assets?, sources));
        }
        let templates = self.assets.as_ref().map(|(_, sources)| sources.clone()).unwrap_or_default();
        if change != Change::Edition || self.reader.is_none() {
            let mut sources = templates;
            self.reader = Some(Reader::new(&self.project, &mut sources));
        }
        Ok(())
    }

    fn examine(&mut self) -> Option<Examined> {
        let reader = self.reader.as_ref()?;
        let mut sources = reader.ground().sources();
        let (examined, found) =
            check::examine(reader, &self.edition, None, &mut sources, &mut Seen::default());
        self.findings = diag::allow(found, &sources, |_| false);
        self.sources = sources;
        examined
    }

    /// Enters title, languages and data in the state.
    fn enter(&mut self, examined: &Examined) {
        let Examined { dossier, briefs } = examined;
        let own = match self.state.tongue {
            Tongue::English => "en",
            Tongue::Arabic => "ar",
        };
        let brief = briefs.get(own).or_else(|| briefs.get(dossier.edition.head.master.as_str()));
        let title = brief.map(|brief| brief.masthead.title.plain()).filter(|title| !title.is_empty());
        self.state.title = title.unwrap_or_else(|| self.edition.clone());
        self.state.now = Some(Arc::new(Known { tree: dossier.tree.clone(), sources: self.sources.clone() }));
        let mut languages = Vec::new();
        for tag in dossier.edition.head.languages.iter().map(|tag| tag.value.clone()) {
            let Some(language) = dossier.languages.get(&tag) else { continue };
            let dir = match language.locale.direction() {
                Direction::Rtl => "rtl",
                Direction::Ltr => "ltr",
            };
            let name = language.labels.get(&format!("languages.{tag}")).unwrap_or(&tag).to_owned();
            let old = self.state.languages.iter().find(|old| old.tag == tag);
            let pages = old.and_then(|old| old.pages.clone());
            languages.push(Language { tag, name, dir, pages, is_current: false });
        }
        self.state.languages = languages;
    }

    /// A task for each language.
    fn tasks_of(&self, examined: &Examined) -> Result<BTreeMap<String, Task>, Finding> {
        let Examined { dossier, briefs } = examined;
        let files = logo(&self.project, dossier)?;
        let task = |(lang, brief): (&String, &crate::brief::Brief)| {
            let task = Task {
                edition: self.edition.clone(),
                lang: lang.clone(),
                audience: None,
                formats: vec![Format::Sheets],
                standard: Standard::Delivery,
                text_layer: TextLayer::Off,
                timestamp: dossier.edition.head.issued.value.0,
                brief: trace(dossier, brief).into_bytes(),
                files: files.clone(),
                attachments: Vec::new(),
            };
            (lang.clone(), task)
        };
        Ok(briefs.iter().map(task).collect())
    }

    /// Gives the hub the state with all that was found.
    fn publish(&mut self, hub: &Hub) {
        let mut findings = self.findings.clone();
        let of_pages = self.made.iter().filter(|(lang, _)| self.tasks.contains_key(*lang));
        for finding in of_pages.flat_map(|(_, (_, found))| found) {
            if !findings.contains(finding) {
                findings.push(finding.clone());
            }
        }
        diag::sort(&mut findings, &self.sources);
        findings.sort_by_key(|finding| finding.severity != Severity::Error);
        self.state.verdicts = Verdicts { findings, sources: self.sources.clone() };
        hub.publish(self.state.clone());
    }
}

/// How long something takes, in whole milliseconds.
struct Clock(Instant);

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "`--timings` measures")]
    fn start() -> Self {
        Self(Instant::now())
    }

    fn lap(&self) -> u128 {
        self.0.elapsed().as_millis()
    }
}
