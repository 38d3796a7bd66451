//! A catalogue -> the text of a PO file, always the same for the same catalogue.
//!
//! Nothing in it is of a clock: no date is written. Lines are not wrapped but at the line breaks of a text.

use super::plural;
use crate::text::Typed;
use crate::translation::catalogue::{Catalogue, Entry, lines_of, shown};

/// What every header has.
const FIXED: &str = "\
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
";

/// Writes a PO file.
pub fn write(catalogue: &Catalogue) -> String {
    let (formula, categories) = plural::of(&catalogue.lang);
    let mut po = header(catalogue, formula);
    for entry in &catalogue.entries {
        po.push('\n');
        po.push_str(&comments(entry));
        po.push_str(&previous(entry, "#| "));
        po.push_str(&message(entry, &categories, ""));
    }
    for entry in &catalogue.obsolete {
        po.push('\n');
        po.push_str(&comments(entry));
        po.push_str(&previous(entry, "#~| "));
        po.push_str(&message(entry, &categories, "#~ "));
    }
    po
}

/// The fields without a value keep `msgfmt -c` quiet, and have a place for the tools that fill them.
fn header(catalogue: &Catalogue, formula: &str) -> String {
    let lang = catalogue.lang.replace('-', "_");
    let fields = [
        ("Project-Id-Version", catalogue.edition.as_str()),
        ("PO-Revision-Date", ""),
        ("Last-Translator", catalogue.translator.as_deref().unwrap_or_default()),
        ("Language-Team", ""),
        ("Language", &lang),
    ];
    let own = [
        ("Plural-Forms", formula),
        ("X-Mujaz-Edition", &catalogue.edition),
        ("X-Mujaz-Master", &catalogue.master),
        ("X-Mujaz-Base", &catalogue.base),
    ];
    let lines = |fields: &[(&str, &str)]| -> String {
        fields.iter().map(|(name, value)| format!("{name}: {}\n", one_line(value))).collect()
    };
    field("", "msgid", "") + &field("", "msgstr", &(lines(&fields) + FIXED + &lines(&own)))
}

/// A value of the header stands on one line.
pub(super) fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn comments(entry: &Entry) -> String {
    let mut lines = Vec::new();
    lines.extend(entry.remarks.iter().flat_map(|it| lines_of(it)).map(|line| format!("# {line}")));
    lines.extend(entry.notes.iter().flat_map(|it| lines_of(it)).map(|line| format!("#. {line}")));
    lines.extend(entry.references.iter().map(|(file, line)| format!("#: {}", reference(file, *line))));
    let mut flags = Vec::new();
    flags.extend(entry.fuzzy.then(|| "fuzzy".to_owned()));
    flags.extend(is_brace_format(entry).then(|| "python-brace-format".to_owned()));
    flags.extend(entry.max_length.map(|length| format!("max-length:{length}")));
    if !flags.is_empty() {
        lines.push(format!("#, {}", flags.join(", ")));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Whether gettext can check the placeholders: it takes the style of `{people:gen}` for a fault, and refuses a
/// file over one that only the translation has.
fn is_brace_format(entry: &Entry) -> bool {
    let styled = |text: &str| {
        let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        inside.into_iter().any(|(placeholder, _)| placeholder.contains(':'))
    };
    let any = |typed: &Typed| match typed {
        Typed::One(text) => styled(text),
        Typed::Forms { forms, .. } => forms.iter().any(|(_, text)| styled(text)),
    };
    !any(&entry.source) && !entry.target.as_ref().is_some_and(any)
}

/// `file:line`; a name with a space stands between the marks that gettext has for it.
fn reference(file: &str, line: usize) -> String {
    let line = if line == 0 { String::new() } else { format!(":{line}") };
    match file.contains(char::is_whitespace) {
        true => format!("\u{2068}{file}\u{2069}{line}"),
        false => format!("{file}{line}"),
    }
}

/// The source that a fuzzy translation translates.
fn previous(entry: &Entry, mark: &str) -> String {
    let Some(previous) = entry.previous.as_ref().filter(|_| entry.fuzzy) else { return String::new() };
    let (one, other) = shown(previous);
    let plural = if matches!(previous, Typed::Forms { .. }) {
        field(mark, "msgid_plural", other)
    } else {
        String::new()
    };
    field(mark, "msgid", one) + &plural
}

fn message(entry: &Entry, categories: &[&str], mark: &str) -> String {
    let (one, other) = shown(&entry.source);
    let mut text = field(mark, "msgctxt", &entry.key) + &field(mark, "msgid", one);
    if entry.is_plural() {
        text.push_str(&field(mark, "msgid_plural", other));
        for (index, category) in categories.iter().enumerate() {
            let form = entry.target.as_ref().and_then(|target| target.form(category));
            text.push_str(&field(mark, &format!("msgstr[{index}]"), form.unwrap_or_default()));
        }
    } else {
        text.push_str(&field(mark, "msgstr", entry.target.as_ref().map_or("", Typed::other)));
    }
    text
}

/// A keyword with its text: on one line, or a line for each line of the text below an empty one.
fn field(mark: &str, keyword: &str, text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match lines.as_slice() {
        [] | [_] => format!("{mark}{keyword} {}\n", quoted(text)),
        lines => {
            let below: String = lines.iter().map(|line| format!("{mark}{}\n", quoted(line))).collect();
            format!("{mark}{keyword} \"\"\n{below}")
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
