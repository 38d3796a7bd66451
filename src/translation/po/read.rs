//! The text of a PO file -> a catalogue, with the file's own places.

use std::collections::HashMap;

use super::header::Header;
use super::line::Text;
use super::message::{Message, messages};
use super::plural::{self, Misfit};
use crate::diag::{FileId, Finding, Sources, Span};
use crate::locale::CATEGORIES;
use crate::text::Typed;
use crate::translation::catalogue::{Catalogue, Entry, bounded, full, partly, unshown};

/// Reads a PO file that [`Sources`] has. There is no catalogue if any of it is wrong; warnings tell of plural
/// messages that are filled in part, and are then untranslated.
pub fn read(file: FileId, sources: &Sources) -> (Option<Catalogue>, Vec<Finding>) {
    let mut findings = Vec::new();
    let catalogue = bounded(file, sources, &mut findings).and_then(|()| {
        let messages = messages(sources.text(file), file, &mut findings);
        findings.is_empty().then(|| catalogue(messages, file, sources, &mut findings))?
    });
    (catalogue.filter(|_| !findings.iter().any(Finding::is_error)), findings)
}

fn catalogue(
    messages: Vec<Message>,
    file: FileId,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) -> Option<Catalogue> {
    let is_header =
        |message: &&Message| message.context.is_none() && !message.obsolete && source(message).is_empty();
    let Some((_, header)) = messages.iter().find(is_header).and_then(|message| message.strs.first()) else {
        findings.push(
            Finding::error("PO05", "the file has no header")
                .at(Span::new(file, 0, 0), "")
                .help("put back the first entry, with `msgid \"\"`, as `mujaz text export` writes it"),
        );
        return None;
    };
    let header = Header::new(header, sources);
    findings.extend(header.charset());
    let mut needed = |name| header.needed(name).map_err(|fault| findings.push(fault)).ok();
    let (edition, lang) = (needed("X-Mujaz-Edition"), needed("Language"));
    let (edition, lang) = (edition?.to_owned(), lang?.replace('_', "-"));
    if !findings.is_empty() {
        return None;
    }

    let mut reader = Reader { forms: None, header: &header, lang: &lang, findings };
    let (mut entries, mut obsolete) = (Vec::new(), Vec::new());
    let mut places: HashMap<String, Span> = HashMap::new();
    let mut headers = 0;
    for message in &messages {
        if full(reader.findings) {
            break;
        }
        if message.obsolete {
            obsolete.extend(reader.entry(message));
            continue;
        }
        headers += usize::from(is_header(&message));
        if is_header(&message) && headers == 1 {
            continue;
        }
        let Some(entry) = reader.entry(message) else { continue };
        if let Some(first) = places.insert(entry.key.clone(), entry.place) {
            reader.findings.push(
                Finding::error("PO07", format!("`{}` is given twice", entry.key))
                    .at(entry.place, "again")
                    .at(first, "first")
                    .help("keep one of them"),
            );
        }
        entries.push(entry);
    }
    let own = |name| header.get(name).unwrap_or_default().to_owned();
    let (master, base) = (own("X-Mujaz-Master").replace('_', "-"), own("X-Mujaz-Base"));
    Some(Catalogue { edition, lang, master, base, translator: header.translator(), entries, obsolete })
}

fn source(message: &Message) -> &str {
    message.id.as_ref().map_or("", |id| &id.text)
}

/// The translation of an entry and its places.
type Target = (Option<Typed>, Vec<(&'static str, Span)>);

struct Reader<'a> {
    /// The category of each `msgstr[n]`, once a message has asked; `None` within if the header does not fit.
    forms: Option<Option<Vec<&'static str>>>,
    header: &'a Header<'a>,
    lang: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn entry(&mut self, message: &Message) -> Option<Entry> {
        let place = message.place?;
        let Some(context) = &message.context else {
            if !message.obsolete {
                self.findings.push(
                    Finding::error("PO04", "a message without `msgctxt`")
                        .at(place, "belongs to no text of an edition")
                        .help("put back its `msgctxt`, or take the message out"),
                );
            }
            return None;
        };
        let plural = message.plural.as_ref();
        let pair =
            |one: &Text, other: Option<&Text>| unshown(one.text.clone(), other.unwrap_or(one).text.clone());
        let source = pair(message.id.as_ref()?, plural);
        let limit = message.flags.iter().find_map(|flag| flag.strip_prefix("max-length:"));
        let (target, target_places) = match plural {
            None => {
                let (_, text) = message.strs.first()?;
                let target = (!text.text.trim().is_empty()).then(|| Typed::One(text.text.clone()));
                (target, vec![("other", text.span)])
            }
            Some(_) => self.forms(message, &context.text, place)?,
        };
        Some(Entry {
            previous: message.previous.as_ref().map(|one| pair(one, message.previous_plural.as_ref())),
            target,
            fuzzy: message.flags.iter().any(|flag| flag == "fuzzy"),
            notes: message.notes.clone(),
            remarks: message.remarks.clone(),
            references: message.references.clone(),
            max_length: limit.and_then(|limit| limit.parse().ok()),
            place,
            target_places,
            ..Entry::new(context.text.clone(), source)
        })
    }

    /// The plural forms of a translation in CLDR's order, and their places.
    fn forms(&mut self, message: &Message, key: &str, place: Span) -> Option<Target> {
        let categories = self.categories(message.obsolete)?;
        let mut forms = Vec::new();
        for (index, text) in message.strs.iter().filter_map(|(index, text)| Some(((*index)?, text))) {
            match categories.get(index) {
                Some(category) => forms.push((*category, text)),
                None if message.obsolete => {}
                None => self.findings.push(
                    Finding::error("PO04", format!("`msgstr[{index}]` is more than `Plural-Forms` has"))
                        .at(text.span, "")
                        .at(self.header.place("Plural-Forms"), "")
                        .help("take it out"),
                ),
            }
        }
        for (index, category) in categories.iter().enumerate() {
            if !message.obsolete && !forms.iter().any(|(known, _)| known == category) {
                self.findings.push(
                    Finding::error("PO04", format!("`{key}` has no `msgstr[{index}]`"))
                        .at(place, "lacks a form")
                        .help("add it; if the file ends here, it was cut off: ask for it again"),
                );
            }
        }
        forms.sort_by_key(|(category, _)| CATEGORIES.iter().position(|known| known == category));
        let places = forms.iter().map(|(category, text)| (*category, text.span)).collect();
        let (full, empty): (Vec<_>, Vec<_>) =
            forms.into_iter().partition(|(_, text)| !text.text.trim().is_empty());
        if let Some((_, first)) = empty.first().filter(|_| !full.is_empty() && !message.obsolete) {
            self.findings.push(partly(key, empty.iter().map(|(category, _)| *category), first.span));
        }
        let forms: Vec<_> = full.into_iter().map(|(category, text)| (category, text.text.clone())).collect();
        let target =
            (empty.is_empty() && !forms.is_empty()).then(|| Typed::Forms { by: String::new(), forms });
        Some((target, places))
    }

    /// What the header's own formula says, asked once; PO06 if it does not fit.
    fn categories(&mut self, quiet: bool) -> Option<Vec<&'static str>> {
        if self.forms.is_none() {
            let value = self.header.get("Plural-Forms");
            let read = value.ok_or(None).and_then(|value| plural::read(value, self.lang).map_err(Some));
            if quiet && read.is_err() {
                return None;
            }
            if let Err(misfit) = &read {
                let fault = misfit_of(misfit.as_ref(), self.lang).at(self.header.place("Plural-Forms"), "");
                let help = format!("write `Plural-Forms: {}`", plural::of(self.lang).0);
                self.findings.push(if *misfit == Some(Misfit::Language) { fault } else { fault.help(help) });
            }
            self.forms = Some(read.ok());
        }
        self.forms.clone().flatten()
    }
}

fn misfit_of(misfit: Option<&Misfit>, lang: &str) -> Finding {
    let message = match misfit {
        None => "the header has no `Plural-Forms`, but messages have plural forms".to_owned(),
        Some(Misfit::Unreadable) => "`Plural-Forms` cannot be read".to_owned(),
        Some(Misfit::Language) => format!("the plural forms of `{lang}` are not known"),
        Some(Misfit::Outside(number)) => format!("`Plural-Forms` has no form for {number}"),
        Some(Misfit::Together(one, other)) => {
            format!("`Plural-Forms` has one form for {one} and {other}, which differ in `{lang}`")
        }
        Some(Misfit::Idle(index)) => format!("`{lang}` has no form for `msgstr[{index}]`"),
    };
    Finding::error("PO06", message)
}
