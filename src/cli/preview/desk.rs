//! One edition, read, checked and typeset again as its files change, as far as they do.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use serde_bytes::ByteBuf;

use super::super::args::preview::Preview;
use super::super::build::{forget, logo};
use super::pages::{Done, Due, Pages, press};
use crate::archive::Unit;
use crate::brief;
use crate::check::{self, Seen};
use crate::diag::{self, Finding, Severity, Sources, Tongue};
use crate::dossier::{Dossier, Reader};
use crate::layers::Project;
use crate::locale::Direction;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::press::{Format, Task};
use crate::preview::{Change, Hub, Known, Language, State, Verdicts, trace};
use crate::typeset::Assets;

/// What is kept from one change to the next.
pub struct Desk<'a> {
    project: Project,
    unit: Unit,
    args: &'a Preview,
    /// Templates and fonts with their texts; none before they are read, or where they cannot be.
    assets: Option<(Assets, Sources)>,
    /// Shared data, and what was found in its words.
    reader: Option<(Reader, Seen)>,
    /// By language, the title of each Brief that was written.
    titles: BTreeMap<String, String>,
    /// By language, what there is to typeset if the data are sound.
    due: BTreeMap<String, Due>,
    pages: Pages,
    /// What is wrong with data and texts.
    findings: Vec<Finding>,
    sources: Sources,
    state: State,
}

impl<'a> Desk<'a> {
    /// Nothing read yet.
    pub fn new(project: Project, unit: Unit, args: &'a Preview, tongue: Tongue) -> Self {
        let state = State::new(&unit.stem(), tongue);
        let (assets, reader) = (None, None);
        let (titles, due, pages, findings, sources) = Default::default();
        Self { project, unit, args, assets, reader, titles, due, pages, findings, sources, state }
    }

    /// Reads again what a change concerns, and checks it while the languages that are shown are typeset: mostly
    /// nothing is wrong.
    pub fn renew(&mut self, change: Change, shown: &[String], hub: &Hub, told: &dyn Fn(&str)) {
        let clock = Clock::start();
        if let Some(dossier) = self.read(change) {
            let logo = self.logo(&dossier);
            self.write(&dossier, logo.as_deref(), |lang| shown.contains(lang));
            let read = clock.lap();
            let due = if self.is_refused() { Vec::new() } else { self.new_of(shown) };
            let (assets, confine) = (self.assets.clone(), self.args.confine);
            let done = std::thread::scope(|scope| {
                let setting = scope.spawn(|| assets.map(|(assets, _)| press(&assets, confine, &due)));
                self.check(&dossier, logo.as_deref());
                told(&format!("`read {change:?}: {read} ms, check {} ms`", clock.lap() - read));
                // Where pages come at once, they come together with what was found.
                if self.due.is_empty() || self.is_slow() {
                    self.publish(hub);
                }
                setting.join().ok().flatten().unwrap_or_default()
            });
            told(&format!("`set {}: {} ms`", shown.join(", "), clock.lap() - read));
            if !self.due.is_empty() {
                self.take(done);
            }
        }
        self.publish(hub);
        told(&format!("`told after {} ms`", clock.lap()));
        forget();
    }

    /// Typesets some languages, as far as they have changed.
    pub fn set(&mut self, langs: &[String], hub: &Hub, told: &dyn Fn(&str)) {
        let (due, assets) = (self.new_of(langs), self.assets.clone());
        let Some((assets, _)) = assets.filter(|_| !due.is_empty()) else { return };
        let clock = Clock::start();
        let done = press(&assets, self.args.confine, &due);
        self.take(done);
        self.publish(hub);
        told(&format!("`set {}: {} ms`", langs.join(", "), clock.lap()));
        forget();
    }

    /// The languages whose pages are older than the data, and can be made.
    pub fn waiting(&self) -> Vec<String> {
        let waiting = self.due.iter().filter(|(_, due)| self.pages.are_new(due));
        waiting.map(|(lang, _)| lang.clone()).collect()
    }

    /// What of these languages was never typeset.
    fn new_of(&self, langs: &[String]) -> Vec<Due> {
        let due = langs.iter().filter_map(|lang| self.due.get(lang));
        due.filter(|due| self.pages.are_new(due)).cloned().collect()
    }

    /// Enters what was typeset.
    fn take(&mut self, done: Vec<Done>) {
        for done in done {
            let (lang, sheets) = self.pages.take(done);
            let language = self.state.languages.iter_mut().find(|it| it.tag == lang);
            if let Some((language, sheets)) = language.zip(sheets) {
                language.set(sheets);
            }
        }
    }

    /// Whether anything is wrong that keeps the edition from being built.
    fn is_refused(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }

    /// Whether each language is typeset in a process of its own.
    fn is_slow(&self) -> bool {
        self.assets.as_ref().is_some_and(|(assets, _)| assets.has_own())
    }

    /// The edition as it is now; `None` if it cannot be read at all.
    fn read(&mut self, change: Change) -> Option<Dossier> {
        self.titles.clear();
        self.due.clear();
        self.state.is_read = true;
        self.state.now = None;
        self.state.languages.iter_mut().for_each(|language| language.is_current = false);
        if let Err(faults) = self.gather(change) {
            self.findings = faults;
            return None;
        }
        let (reader, _) = self.reader.as_ref()?;
        let mut sources = reader.ground().sources();
        let (dossier, findings) =
            reader.read(&self.unit.edition, self.unit.audience.as_deref(), &mut sources);
        (self.findings, self.sources) = (findings, sources);
        if dossier.is_none() {
            self.findings = diag::allow(std::mem::take(&mut self.findings), &self.sources, |_| false);
        }
        dossier
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
            self.reader = Some((Reader::new(&self.project, &mut sources), Seen::default()));
        }
        Ok(())
    }

    /// The publisher's logo, if nothing is wrong with it.
    fn logo(&mut self, dossier: &Dossier) -> Option<Vec<(String, ByteBuf)>> {
        logo(&self.project, dossier).map_err(|fault| self.findings.push(fault)).ok()
    }

    /// Writes the Briefs of some languages; what there is to typeset needs the logo as well.
    fn write(
        &mut self,
        dossier: &Dossier,
        logo: Option<&[(String, ByteBuf)]>,
        wanted: impl Fn(&String) -> bool,
    ) {
        let Some((assets, _)) = &self.assets else { return };
        for lang in dossier.languages.keys().filter(|lang| wanted(lang)) {
            let Some((brief, found)) = brief::write(dossier, lang) else { continue };
            self.findings.extend(found);
            if let Some(files) = logo {
                let task = Task {
                    edition: self.unit.edition.clone(),
                    lang: lang.clone(),
                    audience: self.unit.audience.clone(),
                    formats: vec![Format::Sheets],
                    standard: Standard::Delivery,
                    text_layer: TextLayer::Off,
                    timestamp: dossier.edition.head.issued.value.0,
                    brief: trace(dossier, &brief).into_bytes(),
                    files: files.to_vec(),
                    attachments: Vec::new(),
                };
                self.due.insert(lang.clone(), Due::new(task, assets));
            }
            self.titles.insert(lang.clone(), brief.masthead.title.plain());
        }
    }

    /// Finds all that is wrong, and enters what is known of the data in the state.
    fn check(&mut self, dossier: &Dossier, logo: Option<&[(String, ByteBuf)]>) {
        let mut seen = self.reader.as_ref().map(|(_, seen)| seen.anew()).unwrap_or_default();
        let found = check::check(dossier, &self.sources, &mut seen);
        self.findings.extend(check::judge(found, &dossier.edition));
        let written: Vec<String> = self.titles.keys().cloned().collect();
        self.write(dossier, logo, |lang| !written.contains(lang));
        self.findings = diag::allow(std::mem::take(&mut self.findings), &self.sources, |_| false);
        if self.is_refused() {
            self.due.clear();
        }
        self.enter(dossier);
    }

    /// Enters title, languages and data in the state.
    fn enter(&mut self, dossier: &Dossier) {
        let own = match self.state.tongue {
            Tongue::English => "en",
            Tongue::Arabic => "ar",
        };
        let title = self.titles.get(own).or_else(|| self.titles.get(dossier.edition.head.master.as_str()));
        self.state.title = title.filter(|title| !title.is_empty()).unwrap_or(&self.state.edition).clone();
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
            let is_current = self.due.get(&tag).is_some_and(|due| self.pages.are_current(due));
            languages.push(Language { tag, name, dir, pages, is_current });
        }
        self.state.languages = languages;
    }

    /// Gives the hub the state with all that was found.
    fn publish(&mut self, hub: &Hub) {
        if self.state.languages.iter().any(|language| language.is_current) {
            self.state.known.clone_from(&self.state.now);
        }
        let mut findings = self.findings.clone();
        for finding in self.due.values().flat_map(|due| self.pages.findings(due)) {
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
