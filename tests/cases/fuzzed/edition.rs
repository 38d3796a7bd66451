//! Texts -> the paragraphs of an edition -> its PDF, by all the steps of a build.

use std::collections::BTreeMap;

use mujaz::check::{Seen, check, judge};
use mujaz::diag::{Finding, Sources};
use mujaz::dossier::Dossier;
use mujaz::layers::Project;
use mujaz::model::TextLayer;
use mujaz::output::{Identity, Standard, pdf};
use mujaz::typeset::{Assets, Job, compile, evict};
use time::UtcOffset;

use crate::support::copy::ProjectCopy;

const ID: &str = "2031-06-texts";

/// Rules of style would keep half of the texts from the typesetter.
const HOUSE: &str = "mujaz: 1
house:
  series: {ar: نصوص للاختبار}
  sections:
    flash: [bottom_line, situation, sources]
checks: {AR01: ignore, AR02: ignore}
";

const SHARED: &str = "orgs:
  desk: {type: organization, name: {ar: وحدة الاختبار}}
";

const HEAD: &str = "edition:
  id: 2031-06-texts
  kind: flash
  number: 1
  period: {from: 2031-06-01, to: 2031-06-26}
  cut_off: 2031-06-26T18:00+03:00
  issued: 2031-06-29T09:00+03:00
  languages: [ar]
  master: ar
  publisher: {org: desk}
  marking: {scheme: none}
";

const OWN_TEXTS: &str = "lang: ar
_meta: {status: reviewed}
title: نصوص كما تأتي
subtitle: عدد للاختبار
bottom_line: لا شيء هنا مما يقرأ.
situation:
  - في هذا العدد نصوص كثيرة.
";

const OWN_TITLES: &str = "sources:
  - id: own
    title: {ar: عنوان من العناوين}
";

/// A project whose edition gets other texts for each build.
pub struct Press {
    project: ProjectCopy,
    assets: Assets,
}

/// Why a build refused its texts.
pub struct Refusal {
    /// The errors.
    pub findings: Vec<Finding>,
    /// By finding, the texts that stand on the lines that it points at.
    pub pointed: Vec<Vec<usize>>,
}

impl Press {
    /// With the words of the repository, and nothing else of it.
    pub fn new() -> Self {
        let project = ProjectCopy::own(&["data/labels"]);
        project.write("data/house.yaml", HOUSE);
        project.write("data/shared/all.yaml", SHARED);
        project.write(&format!("data/editions/{ID}/edition.yaml"), HEAD);
        Self { project, assets: Assets::builtin(&mut Sources::new()).expect("the embedded files are good") }
    }

    /// Builds the edition with these texts, each with its number: paragraphs, and titles of sources where digits may be typed.
    ///
    /// # Errors
    /// The errors among the findings of any step.
    pub fn build(&self, texts: &[(u64, String)], order: TextLayer) -> Result<Vec<u8>, Refusal> {
        let mut words = Lines::new(format!("data/editions/{ID}/text/ar.yaml"), OWN_TEXTS);
        let mut titles = Lines::new(format!("data/editions/{ID}/sources.yaml"), OWN_TITLES);
        for (at, (number, text)) in texts.iter().enumerate() {
            if number % 3 > 0 && !text.chars().any(char::is_numeric) {
                words.push(&format!("  - {}", quoted(&text.replace('{', "{{").replace('}', "}}"))), Some(at));
            } else {
                titles.push(&format!("  - id: s{number}"), None);
                titles.push("    title:", None);
                titles.push(&format!("      ar: {}", quoted(text)), Some(at));
            }
        }
        let files = [words, titles];
        files.iter().for_each(|file| self.project.write(&file.name, &file.text));
        let mut sources = Sources::new();
        self.made(order, &mut sources).map_err(|findings| {
            let on = |finding: &Finding| {
                let texts = finding.places.iter().filter_map(|place| {
                    let file = files.iter().find(|it| it.name == sources.name(place.span.file))?;
                    file.owners.get(&sources.position(place.span.file, place.span.start).0).copied()
                });
                texts.collect()
            };
            let pointed = findings.iter().map(on).collect();
            Refusal { findings, pointed }
        })
    }

    fn made(&self, order: TextLayer, sources: &mut Sources) -> Result<Vec<u8>, Vec<Finding>> {
        let project = Project::open(self.project.root()).map_err(|finding| vec![finding])?;
        let (dossier, mut findings) = Dossier::read(&project, ID, None, sources);
        let mut brief = None;
        if let Some(dossier) = &dossier {
            findings.extend(judge(check(dossier, sources, &mut Seen::default()), &dossier.edition));
            let (written, found) = mujaz::brief::write(dossier, "ar").expect("the language");
            brief = Some(written);
            findings.extend(found);
        }
        findings.retain(Finding::is_error);
        let (Some(brief), Some(dossier), true) = (brief, dossier, findings.is_empty()) else {
            return Err(findings);
        };
        let issued = dossier.edition.head.issued.value.0;
        let job = Job::new(brief.to_json().into_bytes(), issued.to_offset(UtcOffset::UTC).date());
        let laid = compile(&self.assets, &job)?.with_text_layer(order);
        let made = pdf(&laid, &Identity::new(ID, "ar", "all", issued), Standard::Record);
        evict(0);
        made
    }
}

/// A file that knows which text stands on which of its lines.
struct Lines {
    name: String,
    text: String,
    count: usize,
    /// Line, from 1, and text.
    owners: BTreeMap<usize, usize>,
}

impl Lines {
    fn new(name: String, text: &str) -> Self {
        Self { name, text: text.to_owned(), count: text.matches('\n').count(), owners: BTreeMap::new() }
    }

    fn push(&mut self, line: &str, owner: Option<usize>) {
        self.text.push_str(line);
        self.text.push('\n');
        self.count = self.text.matches('\n').count();
        self.owners.extend(owner.map(|owner| (self.count, owner)));
    }
}

/// A text as a YAML value that holds it to the letter, in one line.
fn quoted(text: &str) -> String {
    match text.len().is_multiple_of(2) && !text.contains(char::is_control) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => serde_json::to_string(text).expect("a string"),
    }
}
