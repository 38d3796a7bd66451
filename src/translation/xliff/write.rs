//! A catalogue -> the text of an XLIFF 1.2 file, always the same for the same catalogue.

use quick_xml::escape::escape;

use super::{PLURALS, SPACE, categories, required};
use crate::text::Typed;
use crate::translation::catalogue::{Catalogue, Entry, lines_of, shown};

/// Writes an XLIFF 1.2 file. Obsolete messages are left out: the format has no place for them.
pub fn write(catalogue: &Catalogue) -> String {
    let file = attributes(&[
        ("original", &catalogue.edition),
        ("source-language", &catalogue.master),
        ("target-language", &catalogue.lang),
        ("datatype", "plaintext"),
        ("product-name", "mujaz"),
        ("build-num", &catalogue.base),
    ]);
    let translator = catalogue.translator.as_deref().map_or(String::new(), |name| {
        let name = attributes(&[("contact-name", name)]);
        format!(
            "      <phase-group>\n        <phase phase-name=\"translation\" process-name=\"translation\"{name}/>\n      \
             </phase-group>\n"
        )
    });
    let required = required(&catalogue.lang);
    let entries: String = catalogue.entries.iter().map(|entry| message(entry, &required)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"{SPACE}\">\n  <file{file}>\n    \
         <header>\n{translator}    </header>\n    <body>\n{entries}    </body>\n  </file>\n</xliff>\n"
    )
}

fn message(entry: &Entry, required: &[&'static str]) -> String {
    if !entry.is_plural() {
        let texts = Texts {
            id: &entry.key,
            source: entry.source.other(),
            previous: entry.previous.as_ref().map(Typed::other),
            target: entry.target.as_ref().map_or("", Typed::other),
        };
        return unit(entry, &texts, "      ");
    }
    let units = categories(entry, required).into_iter().map(|category| {
        let side = |typed| match (shown(typed), category) {
            ((one, _), "one") => one,
            ((_, other), _) => other,
        };
        let texts = Texts {
            id: &format!("{}[{category}]", entry.key),
            source: side(&entry.source),
            previous: entry.previous.as_ref().map(side),
            target: entry.target.as_ref().and_then(|target| target.form(category)).unwrap_or_default(),
        };
        unit(entry, &texts, "        ")
    });
    let group = attributes(&[("id", &entry.key), ("resname", &entry.key), ("restype", PLURALS)]);
    format!("      <group{group}>\n{}      </group>\n", units.collect::<String>())
}

/// What differs between the units of one message.
struct Texts<'a> {
    id: &'a str,
    source: &'a str,
    previous: Option<&'a str>,
    target: &'a str,
}

fn unit(entry: &Entry, texts: &Texts<'_>, indent: &str) -> String {
    let empty = texts.target.trim().is_empty();
    let state = match (empty, entry.fuzzy, entry.approved) {
        (true, ..) => "needs-translation",
        (_, true, _) => "needs-review-translation",
        (_, _, true) => "final",
        _ => "translated",
    };
    let mut tag = attributes(&[("id", texts.id), ("resname", texts.id)]);
    if state == "final" {
        tag.push_str(" approved=\"yes\"");
    }
    if let Some(length) = entry.max_length {
        tag.push_str(&format!(" maxwidth=\"{length}\" size-unit=\"char\""));
    }
    let target = if empty { "" } else { texts.target };
    let mut lines = vec![
        element("source", "", texts.source),
        element("target", &attributes(&[("state", state)]), target),
    ];
    for (file, line) in &entry.references {
        let file = element("context", " context-type=\"sourcefile\"", file);
        let line = match line {
            0 => String::new(),
            line => element("context", " context-type=\"linenumber\"", &line.to_string()),
        };
        lines.push(around("context-group", &attributes(&[("purpose", "location")]), &(file + &line)));
    }
    let from = |from: &str, text: &str| element("note", &attributes(&[("from", from)]), text.trim());
    lines.extend(entry.notes.iter().map(|text| from("developer", text)));
    let remarks = entry.remarks.iter().flat_map(|remark| lines_of(remark.trim()));
    lines.extend(remarks.map(|text| from("translator", &text)));
    if let Some(previous) = texts.previous {
        // The format wants a translation here: the one there is, for it is of this source.
        let old = element("source", "", previous) + &element("target", "", target);
        lines.push(around("alt-trans", &attributes(&[("alttranstype", "previous-version")]), &old));
    }
    let lines: String = lines.iter().map(|line| format!("{indent}  {line}\n")).collect();
    format!("{indent}<trans-unit{tag} xml:space=\"preserve\">\n{lines}{indent}</trans-unit>\n")
}

fn element(name: &str, attributes: &str, text: &str) -> String {
    around(name, attributes, &plain(text, false))
}

/// Tags around what is XML already.
fn around(name: &str, attributes: &str, content: &str) -> String {
    format!("<{name}{attributes}>{content}</{name}>")
}

fn attributes(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| format!(" {name}=\"{}\"", plain(value, true))).collect()
}

/// Text as XML has it. Characters that it cannot have become replacement characters; those that a reader would
/// change are written by number.
fn plain(text: &str, attribute: bool) -> String {
    let mut plain = String::new();
    for c in escape(text).chars() {
        match c {
            '\r' => plain.push_str("&#13;"),
            '\n' if attribute => plain.push_str("&#10;"),
            '\t' if attribute => plain.push_str("&#9;"),
            '\n' | '\t' => plain.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => plain.push('\u{fffd}'),
            c => plain.push(c),
        }
    }
    plain
}
