//! The text of an XLIFF 1.2 file -> a catalogue, with the file's own places.
//!
//! Elements of other namespaces, which tools add, are passed over.

use std::collections::HashMap;

use super::xml::{self, Content, Element};
use super::{PLURALS, SPACE, required};
use crate::diag::{FileId, Finding, Sources, Span};
use crate::locale::{CATEGORIES, plural_forms};
use crate::text::Typed;
use crate::translation::catalogue::{Catalogue, Entry, bounded, full, partly, unshown};

/// Reads an XLIFF 1.2 file that [`Sources`] has. There is no catalogue if any of it is wrong; warnings tell of
/// plural messages that are filled in part, and are then untranslated.
pub fn read(file: FileId, sources: &Sources) -> (Option<Catalogue>, Vec<Finding>) {
    let mut findings = Vec::new();
    let catalogue = bounded(file, sources, &mut findings).and_then(|()| {
        let root = xml::read(sources.text(file), file).map_err(|fault| findings.push(fault)).ok()?;
        catalogue(&root, &mut findings).map_err(|fault| findings.push(fault)).ok()
    });
    (catalogue.filter(|_| !findings.iter().any(Finding::is_error)), findings)
}

fn catalogue(root: &Element, findings: &mut Vec<Finding>) -> Result<Catalogue, Finding> {
    let version = root.attribute("version").unwrap_or_default();
    if root.name != "xliff" || root.space != SPACE || version != "1.2" {
        return Err(Finding::error("PO10", "the file is not XLIFF 1.2")
            .at(root.tag, "")
            .help("export it from your tool as XLIFF 1.2 or as PO"));
    }
    let mut files = root.children().filter(|child| child.name == "file");
    let file = files.next().ok_or_else(|| lacking(root, "file"))?;
    if let Some(second) = files.next() {
        return Err(Finding::error("PO10", "there is a second `<file>`")
            .at(second.tag, "")
            .help("give each `<file>` a file of its own"));
    }
    let (edition, lang) = (needed(file, "original")?, needed(file, "target-language")?);
    let body = file.child("body").ok_or_else(|| lacking(file, "body"))?;
    let required = required(lang);
    let mut reader = Reader { lang, required, entries: Vec::new(), places: HashMap::new(), findings };
    reader.body(body);
    let phases = file.child("header").and_then(|header| header.child("phase-group"));
    let phases = phases.into_iter().flat_map(Element::children);
    let names = phases.filter_map(|phase| phase.attribute("contact-name")).map(str::trim);
    Ok(Catalogue {
        edition: edition.to_owned(),
        lang: lang.replace('_', "-"),
        master: file.attribute("source-language").unwrap_or_default().replace('_', "-"),
        base: file.attribute("build-num").unwrap_or_default().to_owned(),
        translator: names.filter(|name| !name.is_empty()).last().map(str::to_owned),
        entries: reader.entries,
        obsolete: Vec::new(),
    })
}

/// PO05: without something that says what the file is of.
fn needed<'a>(file: &'a Element, name: &str) -> Result<&'a str, Finding> {
    file.attribute(name).filter(|value| !value.trim().is_empty()).ok_or_else(|| {
        Finding::error("PO05", format!("`<file>` has no `{name}`"))
            .at(file.tag, "")
            .help("put it back as `mujaz text export` writes it")
    })
}

/// PO04: an element without one that it must have.
fn lacking(element: &Element, name: &str) -> Finding {
    Finding::error("PO04", format!("`<{}>` has no `<{name}>`", element.name)).at(element.tag, "")
}

struct Reader<'a> {
    lang: &'a str,
    required: Vec<&'static str>,
    entries: Vec<Entry>,
    /// Where each key stood first.
    places: HashMap<String, Span>,
    findings: &'a mut Vec<Finding>,
}

/// One `trans-unit`.
struct Unit {
    /// The message with one source and one translation.
    entry: Entry,
    /// The translation, even an empty one.
    target: String,
    /// Where it stands.
    place: Span,
}

impl Reader<'_> {
    /// The messages of a body, or of a group that is not of plural forms.
    fn body(&mut self, body: &Element) {
        for child in body.children() {
            if full(self.findings) {
                return;
            }
            let entry = match child.name.as_str() {
                "trans-unit" => self.single(child),
                "group" if child.attribute("restype") == Some(PLURALS) => self.plural(child),
                "group" => {
                    self.body(child);
                    continue;
                }
                _ => continue,
            };
            match entry {
                Ok(entry) => {
                    if let Some(first) = self.places.insert(entry.key.clone(), entry.place) {
                        self.findings.push(
                            Finding::error("PO07", format!("`{}` is given twice", entry.key))
                                .at(entry.place, "again")
                                .at(first, "first")
                                .help("keep one of them"),
                        );
                    }
                    self.entries.push(entry);
                }
                Err(fault) => self.findings.push(fault),
            }
        }
    }

    fn single(&self, element: &Element) -> Result<Entry, Finding> {
        let Unit { entry, target, place } = unit(element)?;
        let target = (!target.trim().is_empty()).then_some(Typed::One(target));
        Ok(Entry { target_places: vec![("other", place)], ..settled(entry, target) })
    }

    fn plural(&mut self, group: &Element) -> Result<Entry, Finding> {
        let key = key(group)?;
        let mut units: Vec<(&'static str, Unit)> = Vec::new();
        for element in group.children().filter(|child| child.name == "trans-unit") {
            let unit = unit(element)?;
            let category = self.category(&unit.entry.key, key, element)?;
            if units.iter().any(|(known, _)| *known == category) {
                let message = format!("`{}` is given twice", unit.entry.key);
                return Err(Finding::error("PO07", message)
                    .at(element.tag, "again")
                    .help("keep one of them"));
            }
            units.push((category, unit));
        }
        units.sort_by_key(|(category, _)| CATEGORIES.iter().position(|known| known == category));
        if let Some(lost) = self.required.iter().find(|form| !units.iter().any(|(known, _)| known == *form)) {
            return Err(Finding::error("PO04", format!("`{key}` has no unit `{key}[{lost}]`"))
                .at(group.tag, "lacks a form")
                .help("put it back, or take the whole group out"));
        }
        let target_places = units.iter().map(|(category, unit)| (*category, unit.place)).collect();
        let full = |unit: &Unit| !unit.target.trim().is_empty();
        let empty: Vec<_> = units
            .iter()
            .filter(|(category, unit)| self.required.contains(category) && !full(unit))
            .map(|(category, unit)| (*category, unit.place))
            .collect();
        let any = units.iter().any(|(_, unit)| full(unit));
        if let Some((_, place)) = empty.first().filter(|_| any) {
            self.findings.push(partly(key, empty.iter().map(|(category, _)| *category), *place));
        }
        let forms: Vec<_> = units
            .iter()
            .filter(|(_, unit)| full(unit))
            .map(|(category, unit)| (*category, unit.target.clone()))
            .collect();
        let target = (any && empty.is_empty()).then(|| Typed::Forms { by: String::new(), forms });
        let mut entry = together(key, units).ok_or_else(|| lacking(group, "trans-unit"))?;
        entry.place.start = group.tag.start;
        Ok(Entry { target_places, ..settled(entry, target) })
    }

    /// The plural form of `key[few]`, one of the language's.
    fn category(&self, id: &str, key: &str, unit: &Element) -> Result<&'static str, Finding> {
        let form = id.strip_prefix(key).and_then(|rest| rest.strip_prefix('[')?.strip_suffix(']'));
        let known = plural_forms(self.lang)
            .into_iter()
            .map(|form| form.category)
            .chain(self.required.iter().copied());
        known.into_iter().find(|known| form == Some(*known)).ok_or_else(|| {
            Finding::error("PO06", format!("`{id}` is no plural form of `{key}` in `{}`", self.lang))
                .at(unit.tag, "")
                .help(format!("its forms are `{}`", self.required.join("`, `")))
        })
    }
}

/// The units of one message as one: `None` for no units. Tools write notes into some units, or mark some.
fn together(key: &str, units: Vec<(&'static str, Unit)>) -> Option<Entry> {
    let first = |is_one: bool| {
        let unit = units.iter().find(|(category, _)| (*category == "one") == is_one);
        unit.map(|(_, unit)| &unit.entry)
    };
    let other = first(false).or(first(true))?;
    let one = first(true).unwrap_or(other);
    let pair = |one: &Typed, other: &Typed| unshown(one.other().to_owned(), other.other().to_owned());
    let previous = other.previous.as_ref();
    let mut whole = Entry {
        previous: previous.map(|other| pair(one.previous.as_ref().unwrap_or(other), other)),
        approved: units.iter().all(|(_, unit)| unit.entry.approved),
        fuzzy: units.iter().any(|(_, unit)| unit.entry.fuzzy),
        max_length: units.iter().find_map(|(_, unit)| unit.entry.max_length),
        references: other.references.clone(),
        place: units.first()?.1.entry.place,
        ..Entry::new(key, pair(&one.source, &other.source))
    };
    for (index, (_, unit)) in units.into_iter().enumerate() {
        let new = |all: &[String], note: &String| index == 0 || !all.contains(note);
        let notes: Vec<String> = unit.entry.notes.into_iter().filter(|it| new(&whole.notes, it)).collect();
        let remarks: Vec<String> =
            unit.entry.remarks.into_iter().filter(|it| new(&whole.remarks, it)).collect();
        whole.notes.extend(notes);
        whole.remarks.extend(remarks);
    }
    Some(whole)
}

/// A message with its translation: without one it is neither fuzzy nor approved.
fn settled(entry: Entry, target: Option<Typed>) -> Entry {
    let fuzzy = entry.fuzzy && target.is_some();
    Entry { approved: entry.approved && !fuzzy && target.is_some(), fuzzy, target, ..entry }
}

/// The key of a unit or group: `resname`, since tools number the `id`.
fn key(element: &Element) -> Result<&str, Finding> {
    let name = element.attribute("resname").or_else(|| element.attribute("id"));
    name.filter(|name| !name.is_empty()).ok_or_else(|| {
        Finding::error("PO04", format!("`<{}>` has no `resname`", element.name))
            .at(element.tag, "belongs to no text of an edition")
    })
}

fn unit(element: &Element) -> Result<Unit, Finding> {
    let source = element.child("source").ok_or_else(|| lacking(element, "source"))?;
    let mut entry = Entry::new(key(element)?, Typed::One(text(source)?));
    entry.place = Span { end: source.span.end, ..element.tag };
    let target = element.child("target");
    let state = target.and_then(|target| target.attribute("state")).unwrap_or_default();
    // Translate Toolkit approves whatever it edits; a person's approval shows in the state too.
    entry.approved = element.attribute("approved") == Some("yes") && matches!(state, "final" | "signed-off");
    entry.fuzzy = state.starts_with("needs-") && !entry.approved;
    if element.attribute("size-unit") == Some("char") {
        entry.max_length = element.attribute("maxwidth").and_then(|length| length.parse().ok());
    }
    for child in element.children() {
        match child.name.as_str() {
            "note" => {
                let text = text(child)?.trim().to_owned();
                match child.attribute("from") {
                    None | Some("developer") => entry.notes.push(text),
                    Some(_) => entry.remarks.extend(text.split('\n').map(|line| line.trim_end().to_owned())),
                }
            }
            "alt-trans" if child.attribute("alttranstype") == Some("previous-version") => {
                entry.previous = child.child("source").map(text).transpose()?.map(Typed::One);
            }
            "context-group" if child.attribute("purpose") == Some("location") => {
                let context = |kind: &str| {
                    child
                        .children()
                        .find(|it| it.attribute("context-type") == Some(kind))
                        .map(text)
                        .transpose()
                };
                let line = context("linenumber")?.and_then(|line| line.trim().parse().ok()).unwrap_or(0);
                entry.references.extend(context("sourcefile")?.map(|file| (file, line)));
            }
            _ => {}
        }
    }
    let place = target.map_or(entry.place, |target| target.inner);
    Ok(Unit { entry, target: target.map(text).transpose()?.unwrap_or_default(), place })
}

/// The words of an element. `<mrk>`, which only marks a stretch, may stand in it; PO11 for any other tag.
fn text(element: &Element) -> Result<String, Finding> {
    let mut words = String::new();
    for content in &element.content {
        match content {
            Content::Text(text) => words.push_str(text),
            Content::Element(mark) if mark.space == element.space && mark.name == "mrk" => {
                words.push_str(&text(mark)?)
            }
            Content::Element(tag) => {
                return Err(Finding::error("PO11", format!("`<{}>` stands inside a text", tag.name))
                    .at(tag.tag, "")
                    .help("write a placeholder in its braces, as in the source"));
            }
        }
    }
    Ok(words)
}
