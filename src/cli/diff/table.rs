//! A comparison as a table for a terminal.
//!
//! Terminals disagree on where Arabic letters stand, so columns are for languages written from the left only. In others,
//! and in a row with a word of another script, each value stands on a line of its own behind its name, with numbers
//! and codes isolated, so that they keep their order where the terminal turns the line.

use std::fmt::Write;

use crate::compare::{Comparison, Matter, Row, Said, Speaker};
use crate::locale::{Direction, Kind, Phrase};
use crate::text::changed::{Change, Changed};

/// Widths of what, before, now and change; longer cells go on below.
const WIDTHS: [usize; 4] = [38, 26, 26, 24];

/// The table, its groups under their headings.
pub(super) fn table<'a>(comparison: &Comparison<'a>, speaker: &Speaker<'_, 'a>) -> String {
    let words = speaker.now;
    let rtl = words.locale.direction() == Direction::Rtl;
    let arrow = if rtl { '←' } else { '→' };
    let id = |id: &str| if rtl { format!("\u{2066}{id}\u{2069}") } else { id.to_owned() };
    let (before, now) = (&comparison.before.head.id.value, &comparison.now.head.id.value);
    let mut text = format!("{} {arrow} {}\n", id(before), id(now));
    if rtl {
        // So that the line, which begins with a code, runs as the others do.
        text.insert(0, '\u{200f}');
    }
    if comparison.is_empty() {
        let _ = writeln!(text, "\n{}", shown(&words.label("diff.nothing"), rtl));
        return text;
    }
    for (group, rows) in comparison.groups() {
        let _ = writeln!(text, "\n{}", shown(&words.label(group.label()), rtl));
        let said: Vec<Said> = rows.iter().map(|row| speaker.say(row)).collect();
        let heads = ["diff.item", "diff.before", "diff.now", "diff.change"].map(|key| words.label(key));
        if rtl || rows.iter().all(|row| matches!(row.matter, Matter::Text { .. })) {
            rows.iter().zip(&said).for_each(|(row, said)| text += &block(row, said, &heads, rtl));
        } else {
            text += &aligned(rows, &said, &heads);
        }
    }
    text
}

/// The sign of what became of a thing, one cell wide.
fn sign(row: &Row<'_>) -> char {
    match row.code.code() {
        "up" => '▲',
        "down" => '▼',
        "restated" | "corrected" => '◇',
        "not_comparable" => '≠',
        "new" | "added" => '+',
        "gone" | "removed" => '−',
        "ended" | "done" => '✓',
        "delayed" => '!',
        "dropped" => '×',
        _ => '~',
    }
}

/// A phrase as a terminal shows it: no-break spaces and joiners are for pages.
fn shown(phrase: &Phrase, rtl: bool) -> String {
    let part = |part: &crate::locale::Part| match part.kind {
        Kind::Ltr if rtl => format!("\u{2066}{}\u{2069}", part.text),
        _ => part.text.clone(),
    };
    let text: String = phrase.0.iter().filter(|part| part.flag.is_none()).map(part).collect();
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
}

/// A value with its date behind it.
fn dated(value: Option<&Phrase>, when: Option<&Phrase>, rtl: bool) -> String {
    match (value, when) {
        (Some(value), Some(when)) => format!("{} ({})", shown(value, rtl), shown(when, rtl)),
        (Some(value), None) => shown(value, rtl),
        _ => String::new(),
    }
}

fn cells(said: &Said, rtl: bool) -> [String; 3] {
    [
        dated(said.before.as_ref(), said.before_when.as_ref(), rtl),
        dated(said.now.as_ref(), said.now_when.as_ref(), rtl),
        said.change.as_ref().map(|change| shown(change, rtl)).unwrap_or_default(),
    ]
}

/// A row on lines of its own.
fn block(row: &Row<'_>, said: &Said, heads: &[Phrase; 4], rtl: bool) -> String {
    let mut text = format!("  {} {}: {}\n", sign(row), shown(&said.word, rtl), shown(&said.what, rtl));
    for (head, cell) in heads.iter().skip(1).zip(cells(said, rtl)) {
        if !cell.is_empty() {
            text += &["      ", &shown(head, rtl), ": ", &cell, "\n"].concat();
        }
    }
    if let Matter::Text { changed, .. } = &row.matter {
        for form in changed {
            let _ = writeln!(text, "      {}", words(form));
        }
    }
    text
}

/// The words of a text: `[-gone-]` and `{+new+}`, as they are written by tools that compare words.
fn words(changed: &Changed) -> String {
    let mut line = changed.form.map(|form| format!("{form}: ")).unwrap_or_default();
    for run in changed.pieces.chunk_by(|one, other| one.change == other.change) {
        let text: String = run.iter().map(|piece| piece.text.as_str()).collect();
        let (bare, space) = text.split_at(text.trim_end().len());
        line += &match run.first().map(|piece| piece.change) {
            Some(Change::Gone) => format!("[-{bare}-]{space}"),
            Some(Change::New) => format!("{{+{bare}+}}{space}"),
            _ => text.clone(),
        };
    }
    line.trim_end().to_owned()
}

/// Rows in columns: sign and word, then what, before, now and by how much.
fn aligned(rows: &[Row<'_>], said: &[Said], heads: &[Phrase; 4]) -> String {
    let first = said.iter().map(|said| width(&shown(&said.word, false)) + 2).max().unwrap_or(0);
    let lines: Vec<[String; 4]> = said
        .iter()
        .map(|said| {
            let [before, now, change] = cells(said, false);
            [shown(&said.what, false), before, now, change]
        })
        .collect();
    let heads = heads.clone().map(|head| shown(&head, false));
    let used: Vec<bool> =
        (0..4).map(|at| lines.iter().any(|line| line.get(at).is_some_and(|it| !it.is_empty()))).collect();
    let widest = |at: usize| {
        let cells = lines.iter().chain([&heads]).filter_map(|line| line.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or(0).min(WIDTHS.get(at).copied().unwrap_or(0))
    };
    let widths: Vec<usize> = (0..4).map(widest).collect();
    let mut text = put("", first, &heads, &widths, &used);
    for ((row, said), line) in rows.iter().zip(said).zip(&lines) {
        if line.iter().any(|cell| has_rtl(cell)) {
            text += &block(row, said, &heads.clone().map(Phrase::text), false);
            continue;
        }
        text += &put(&format!("{} {}", sign(row), shown(&said.word, false)), first, line, &widths, &used);
    }
    text
}

/// One row, on as many lines as its longest cell needs.
fn put(first: &str, first_width: usize, cells: &[String; 4], widths: &[usize], used: &[bool]) -> String {
    let folded: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| folded(cell, *width)).collect();
    let height = folded.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut text = String::new();
    for at in 0..height {
        let mut line = format!("  {}", padded(if at == 0 { first } else { "" }, first_width));
        for ((cell, width), used) in folded.iter().zip(widths).zip(used) {
            if *used {
                line += "  ";
                line += &padded(cell.get(at).map_or("", String::as_str), *width);
            }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn padded(text: &str, to: usize) -> String {
    let missing = to.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Cells of a terminal: marks that stand upon a letter have none.
fn width(text: &str) -> usize {
    text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).count()
}

/// A text in lines of a width at most; a longer word stands alone.
fn folded(text: &str, to: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= to => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Whether a text has letters that are written from the right.
fn has_rtl(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
