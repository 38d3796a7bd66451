//! One line of source around a span: invisible characters made visible, cropped to fit, and split into
//! before, marked and after. Where the letters will stand is left to the terminal.

/// The widest excerpt, in cells.
const WIDTH: usize = 110;
/// Cells kept before the marked text when a line is cropped.
const BEFORE: usize = 40;

/// Characters looked at on each side, so that a line of a megabyte costs no more than a page.
const MOST: usize = 600;

/// A line ready to be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub before: String,
    pub marked: String,
    pub after: String,
    /// Whether every character takes one cell from left to right, so that carets can stand below.
    pub steady: bool,
}

/// Cuts a line at byte offsets `start..end`, which are clamped to it.
pub(super) fn excerpt(line: &str, start: usize, end: usize) -> Excerpt {
    let start = boundary(line, start);
    let end = boundary(line, end).max(start);
    let mut before: Vec<String> = line[..start].chars().rev().take(MOST).map(|c| shown(c, false)).collect();
    before.reverse();
    let marked: Vec<String> = line[start..end].chars().take(MOST).map(|c| shown(c, true)).collect();
    let after: Vec<String> = line[end..].chars().take(MOST).map(|c| shown(c, false)).collect();

    let room = WIDTH;
    let all = cells(&before) + cells(&marked) + cells(&after);
    let (before, marked, after) = if all <= room {
        (before.concat(), marked.concat(), after.concat())
    } else {
        let rest = room.saturating_sub(cells(&marked) + cells(&after).min(BEFORE / 2));
        let before = tail(&before, rest.max(BEFORE));
        let marked = head(&marked, room.saturating_sub(width(&before)));
        let after = head(&after, room.saturating_sub(width(&before) + width(&marked)));
        (before, marked, after)
    };
    let steady = [&before, &marked, &after].iter().all(|part| part.chars().all(is_steady));
    Excerpt { before, marked, after, steady }
}

/// A text with its invisible characters written as `<U+202E>`, safe to send to a terminal on one line.
///
/// Joiners stay as they are: Persian, Kurdish and emoji need them.
pub fn visible(text: &str) -> String {
    text.chars().map(|c| shown(c, false)).collect()
}

/// One character as it is shown; `close` shows those, too, that are harmless in running text.
fn shown(c: char, close: bool) -> String {
    let hidden = match c {
        '\t' => return "→".into(),
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        '\u{a0}' | '\u{200c}' | '\u{200d}' | '\u{202f}' => close,
        _ => c.is_control() || matches!(c as u32 & 0xffff, 0xfffe | 0xffff),
    };
    if hidden { format!("<U+{:04X}>", c as u32) } else { c.into() }
}

/// Latin, Greek and Cyrillic letters without combining marks, and the common punctuation.
fn is_steady(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '→')
}

/// Cells that a terminal gives to one shown character: close enough for cropping, too rough for aligning.
fn cell(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' => 2,
        '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

fn width(text: &str) -> usize {
    text.chars().map(cell).sum()
}

fn cells(shown: &[String]) -> usize {
    shown.iter().map(|one| width(one)).sum()
}

/// The first `room` cells, the last of them `…` if something is left out.
fn head(shown: &[String], room: usize) -> String {
    if cells(shown) <= room {
        return shown.concat();
    }
    let mut taken = 0;
    let kept = shown.iter().take_while(|one| {
        taken += width(one);
        taken < room
    });
    let kept: String = kept.map(String::as_str).collect();
    if room == 0 { kept } else { kept + "…" }
}

/// The last `room` cells, the first of them `…` if something is left out.
fn tail(shown: &[String], room: usize) -> String {
    if cells(shown) <= room {
        return shown.concat();
    }
    let mut taken = 0;
    let kept = shown.iter().rev().take_while(|one| {
        taken += width(one);
        taken < room
    });
    let from = shown.len() - kept.count();
    format!("…{}", shown[from..].concat())
}

/// The nearest character boundary at or below an offset.
fn boundary(line: &str, offset: usize) -> usize {
    let mut at = offset.min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    at
}
