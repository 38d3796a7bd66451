//! An edition -> the files of the next one: what goes on is marked as carried, and what is over goes.
//!
//! | part | in the next edition |
//! |---|---|
//! | head | its id, number + 1, version 1, `previous`; dates moved on by as much as the period; `supersedes` goes |
//! | figures | value and words stay, dates move on, `carried`; those older than the period stay as they are; those that only what goes pointed at go |
//! | threats, progress, partners, next steps | stay, `carried`; `previous_severity` is the severity, `joined` goes |
//! | commitments | `was` is the status, `carried`; those done, dropped or superseded go |
//! | requirements, contributions | stay; those that are not paid, and requirements whose time is over or that say what came, `carried` |
//! | returnees | openings are the closings, the round before is the last one, `carried` |
//! | events, meetings, statements, corrections | go, unless a text that stays points at them: then `carried` |
//! | sources | those of something carried: without date and file, `carried`; those of nothing go |
//! | texts | stay in every language, recorded as those of the edition before, but for what commitments say; those of what goes go |
//!
//! The files keep their names, order and comments. Nothing is written here.

mod distance;
mod entries;
mod gone;
mod period;
mod texts;

use std::collections::BTreeMap;

use time::Date as Civil;

use self::distance::Distance;
use self::gone::Gone;
use crate::diag::{FileId, Finding, Sources};
use crate::dossier::{Dossier, Reader};
use crate::layers;
use crate::model::{Moment, Period, Point};
use crate::yaml::{self, Change, EditFault, Limits, Step};

/// The most characters of an id.
const LONGEST: usize = 80;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The id of the new edition.
    pub id: &'a str,
    /// The edition to go on from; the latest if it is not given.
    pub from: Option<&'a str>,
    /// `FROM..TO`.
    pub period: Option<&'a str>,
}

/// The next edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The edition that it goes on from.
    pub from: String,
    /// Its files by their path in its folder, with `/`.
    pub files: BTreeMap<String, String>,
    /// Its period, if it has one: `2031-02-01..2031-02-28`.
    pub period: Option<String>,
    /// The ids of what went, by section.
    pub gone: Vec<(String, Vec<String>)>,
}

/// What the parts of the work stand on.
struct Case<'a> {
    from: &'a Dossier,
    id: &'a str,
    period: Option<Period>,
    distance: Distance,
    /// The first day of what was new in the last edition.
    since: Civil,
    gone: Gone,
}

impl Case<'_> {
    /// A point of the last edition as far on. What was within its period stays within the new one, whose months may
    /// be shorter or whose days are others.
    fn point(&self, point: Point) -> Option<Point> {
        let ends = |period: Option<Period>| period.map(|it| it.to.unwrap_or(it.from).last());
        let (old, new) = (ends(self.from.edition.head.period), ends(self.period));
        let Some((old, new)) = old.zip(new) else { return self.distance.point(point) };
        if point.day.is_none() {
            return Distance::Months(distance::between(old, new)).point(point);
        }
        let moved = self.distance.point(point)?;
        if point.last() > old || moved.last() <= new {
            return Some(moved);
        }
        Some(Point { year: new.year(), month: Some(new.month().into()), day: Some(new.day()), ..point })
    }

    /// The id of the edition before.
    fn before(&self) -> &str {
        &self.from.edition.head.id.value
    }
}

/// Makes the next edition.
///
/// # Errors
/// NE06 for the id, NE07 for the period, NE09 for an edition that has errors or cannot be taken over as it is, and
/// what is wrong with the edition to go on from if it cannot be read.
pub fn next(reader: &Reader, wish: Wish<'_>, sources: &mut Sources) -> Result<Next, Vec<Finding>> {
    let known = reader.project().editions().map_err(|fault| vec![fault])?;
    named(wish.id, &known).map_err(|fault| vec![fault])?;
    let latest = match wish.from {
        Some(from) => Some(from.to_owned()),
        None => latest(reader, sources),
    };
    let Some(before) = latest else {
        let fault = Finding::error("LA02", "there is no edition in `data/editions`");
        return Err(vec![fault.help("add the first one as a folder with `edition.yaml`")]);
    };
    let (dossier, findings) = reader.read(&before, None, sources);
    let Some(dossier) = dossier else { return Err(findings) };
    if findings.iter().any(Finding::is_error) {
        let mut findings: Vec<Finding> = findings.into_iter().filter(Finding::is_error).collect();
        let fault =
            Finding::error("NE09", format!("edition `{before}` has errors, and none is made from it"));
        findings.push(fault.help(format!("mend what `mujaz check {before}` finds, then try again")));
        return Err(findings);
    }
    let head = &dossier.edition.head;
    let (period, distance) = period::following(head, wish.id, wish.period).map_err(|fault| vec![fault])?;
    let since = head.period.map_or_else(
        || {
            let end = head.cut_off.as_ref().map_or(head.issued.value.0, |at| at.0).date();
            let back = match distance {
                Distance::Months(count) => Distance::Months(-count),
                Distance::Days(days) => Distance::Days(-days),
            };
            back.day(end).unwrap_or(end)
        },
        |period| period.from.first(),
    );
    let gone = Gone::of(&dossier, since, period);
    let case = Case { from: &dossier, id: wish.id, period, distance, since, gone };
    let mut files = BTreeMap::new();
    let folder = format!("data/editions/{before}/");
    for input in &dossier.inputs {
        let Some(name) = input.name.strip_prefix(&folder) else { continue };
        let lang = name.strip_prefix("text/").and_then(|name| name.strip_suffix(".yaml"));
        let is_data = input.layer == "neutral data";
        if !is_data && lang.is_none() {
            continue;
        }
        let layer = match lang {
            Some(lang) => format!("language {lang}"),
            None => "neutral data".to_owned(),
        };
        let file = yaml::add(&input.bytes, &input.name, &layer, sources, &Limits::default());
        let file = file.map_err(|fault| vec![fault])?;
        let text = rewritten(&case, file, lang, sources).map_err(|fault| vec![fault])?;
        files.extend(text.map(|text| (name.to_owned(), text)));
    }
    let lock = texts::lock(&case);
    files.insert("translations.lock".to_owned(), lock.to_text());
    let shown = period.map(|period| match period.to {
        Some(to) => format!("{}..{to}", period.from),
        None => period.from.to_string(),
    });
    Ok(Next { from: before, files, period: shown, gone: case.gone.told() })
}

/// NE06: an id that is taken, or that is no name of a folder.
fn named(id: &str, known: &[String]) -> Result<(), Finding> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !id.chars().all(plain) || !id.starts_with(|c: char| c.is_ascii_alphanumeric()) || id.len() > LONGEST {
        return Err(Finding::error("NE06", format!("`{id}` cannot be the id of an edition"))
            .help("write Latin letters, digits, `-` and `_`, such as `2031-02`"));
    }
    if known.iter().any(|known| known.eq_ignore_ascii_case(id)) {
        return Err(Finding::error("NE06", format!("there is an edition `{id}` already"))
            .help("choose another id; nothing of an edition is replaced"));
    }
    Ok(())
}

/// The edition that was issued last.
pub fn latest(reader: &Reader, sources: &mut Sources) -> Option<String> {
    let ids = reader.project().editions().ok()?;
    let issued = |id: &String| {
        let (inputs, _) = layers::load(reader.ground(), id, None, sources);
        let issued = inputs?.tree.at("edition.issued")?.as_text()?.parse::<Moment>().ok()?;
        Some((issued.0, id.clone()))
    };
    ids.iter().filter_map(issued).max().map(|(_, id)| id)
}

/// The new text of a file; `None` if nothing is left of it.
fn rewritten(
    case: &Case<'_>,
    file: FileId,
    lang: Option<&str>,
    sources: &mut Sources,
) -> Result<Option<String>, Finding> {
    let (name, layer) = (sources.name(file).to_owned(), sources.layer(file).to_owned());
    let refused = |fault: EditFault| {
        Finding::error("NE09", format!("`{name}` cannot be taken over: {}", fault.reason))
            .at(fault.span, "in the way")
            .path(fault.path)
            .help("write this part without anchors and aliases, each entry on lines of its own")
    };
    let (tree, _) = yaml::parse(file, sources, &Limits::default());
    let Some(tree) = tree else { return Ok(Some(sources.text(file).to_owned())) };
    let cuts = match lang {
        Some(_) => texts::cuts(case, &tree),
        None => entries::cuts(case, &tree),
    };
    let shorter = yaml::cut(file, sources, &cuts).map_err(&refused)?;
    let file = sources.add(name.clone(), layer, shorter);
    let (tree, _) = yaml::parse(file, sources, &Limits::default());
    let Some(tree) = tree.filter(|tree| tree.as_map().is_some_and(|entries| !entries.is_empty())) else {
        return Ok(None);
    };
    let changes: Vec<Change<'_>> = match lang {
        Some(lang) => texts::changes(case, lang),
        None => entries::changes(case, &tree),
    };
    yaml::edit(file, sources, &changes, &order).map(Some).map_err(refused)
}

/// Where new keys go: behind the nearest of those before them.
fn order(path: &[Step<'_>]) -> Vec<String> {
    let keys: &[&str] = match path {
        [Step::Key("edition")] => {
            &["id", "kind", "number", "version", "previous", "invented", "period", "cut_off"]
        }
        [Step::Key("_meta")] => &["translator", "status"],
        [.., Step::Key("displaced")] if path.len() == 2 => {
            &["round", "carried", "as_of", "source", "rows", "total"]
        }
        [.., Step::Key("returned" | "displaced")] => &["households", "individuals", "previous"],
        [.., Step::Item(..)] => &["id", "carried", "name", "severity", "previous_severity", "status", "was"],
        _ => &["figure", "carried", "states"],
    };
    keys.iter().map(|key| (*key).to_owned()).collect()
}
