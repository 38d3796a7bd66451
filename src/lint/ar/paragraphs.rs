//! AR16: paragraphs that end with a comma or with nothing, or start with the middle of a sentence.
//!
//! In whole sentences every paragraph is meant; in a file of any kind only long prose, because titles, items of
//! lists, verse, tables and hard line breaks end without a stop, and the paragraphs of resolutions end with
//! commas.

use std::ops::Range;

use crate::lint::spaces::is_laid_out;
use crate::lint::token::is_digit;
use crate::lint::{Hit, Kind, Passage, TokenKind};

const CODE: &str = "AR16";
/// From how many words on a line without a stop is no title.
const LONG: usize = 14;

/// Looks at the start and the end of each paragraph.
pub(super) fn paragraphs(passage: &Passage, hits: &mut Vec<Hit>) {
    let paragraphs = split(passage);
    let resolution = paragraphs.iter().any(|range| is_recital(passage.slice(range.clone())));
    for (at, range) in paragraphs.iter().enumerate() {
        let text = passage.slice(range.clone());
        if is_item(text) || text.lines().any(is_laid_out) || !text.contains(char::is_alphabetic) {
            continue;
        }
        hits.extend(start(passage, range));
        let before_list = paragraphs.get(at + 1).is_some_and(|next| is_item(passage.slice(next.clone())));
        if !resolution && !before_list {
            hits.extend(end(passage, range));
        }
    }
}

fn start(passage: &Passage, range: &Range<usize>) -> Option<Hit> {
    let text = passage.slice(range.clone());
    let first = text.chars().next().filter(|c| "،؛.,;:؟)»".contains(*c))?;
    let ellipsis =
        text.starts_with("..") || text.starts_with(".") && text[1..].starts_with(char::is_alphanumeric);
    (!ellipsis).then(|| {
        let mark = range.start..range.start + first.len_utf8();
        Hit::warning(CODE, mark, format!("the paragraph starts with `{first}`"))
            .help("start with a whole sentence, or join it to the paragraph before")
    })
}

fn end(passage: &Passage, range: &Range<usize>) -> Option<Hit> {
    let text = passage.slice(range.clone());
    let last = text.chars().next_back()?;
    let mark = range.end - last.len_utf8()..range.end;
    let help = "finish the sentence, or end it with a full stop";
    let words = text.split_whitespace().count();
    if matches!(last, '،' | '؛' | ',' | ';') {
        let prose = passage.kind != Kind::Document || words >= 8;
        return prose.then(|| Hit::warning(CODE, mark, format!("the text ends with `{last}`")).help(help));
    }
    let open =
        last.is_alphanumeric() || last == '}' || crate::lint::script::is_mark(last) || last == '\u{640}';
    let prose = match passage.kind {
        Kind::Line => false,
        Kind::Sentences => true,
        Kind::Document => words >= LONG && has_sentence(text) && !is_signature(text),
    };
    (open && prose).then(|| {
        let word = passage
            .tokens
            .iter()
            .rfind(|token| token.range.end <= range.end && token.kind != TokenKind::Space);
        let place = word.map_or(mark, |token| token.range.clone());
        let message = format!("the text ends with `{}`", passage.slice(place.clone()));
        Hit::warning(CODE, place, message).help(help)
    })
}

/// Paragraphs: blocks between empty lines where lines are broken by hand, else lines.
fn split(passage: &Passage) -> Vec<Range<usize>> {
    let lines: Vec<Range<usize>> = passage.lines().collect();
    let length = |range: &Range<usize>| passage.slice(range.clone()).trim().chars().count();
    let follows = lines.windows(2).any(|pair| length(&pair[0]) > 0 && length(&pair[1]) > 0);
    let wrapped = follows && lines.iter().all(|line| length(line) <= 160);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut fresh = true;
    for line in lines {
        if length(&line) == 0 {
            fresh = true;
            continue;
        }
        let item = is_item(passage.slice(line.clone()).trim());
        match found.last_mut() {
            Some(last) if wrapped && !fresh && !item => last.end = line.end,
            _ => found.push(line),
        }
        fresh = false;
    }
    let trim = |range: Range<usize>| {
        let text = passage.slice(range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    };
    found.into_iter().map(trim).collect()
}

/// An item of a list: a bullet, a number or a letter with a mark.
fn is_item(text: &str) -> bool {
    let label = text.split_whitespace().next().unwrap_or_default();
    let bullet =
        matches!(label, "-" | "–" | "—" | "•" | "*" | "·" | "▪" | "●" | "○" | "►" | "■" | "#" | "##" | "###");
    let core = label.trim_matches(['(', ')', '-', '.', '–', 'ـ', '[', ']', '/']);
    let short = core.chars().all(is_digit) && core.chars().count() <= 3 || core.chars().count() == 1;
    let glued = text.starts_with(['-', '•', '*', '–', '▪', '●', '|', '>']);
    bullet || glued || short && core.len() < label.len() || core.is_empty()
}

/// `وإذ يلاحظ ...،`: a paragraph of the preamble of a resolution.
fn is_recital(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(first, "إذ" | "وإذ" | "اذ" | "واذ")
        || text.starts_with("إن مجلس")
        || text.starts_with("إن الجمعية")
}

/// True of text with the end of a sentence in it.
fn has_sentence(text: &str) -> bool {
    text.contains(". ") || text.contains("؟ ") || text.contains("! ")
}

/// True of a last line with an address or a date.
fn is_signature(text: &str) -> bool {
    text.contains('@') || text.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Terms;

    fn found(kind: Kind, text: &str) -> Vec<(usize, &'static str, &str)> {
        let terms = Terms::default();
        let mut hits = Vec::new();
        paragraphs(&Passage::new(text, "ar", kind, &terms), &mut hits);
        hits.into_iter()
            .map(|hit| (text[..hit.range.start].chars().count(), hit.code, &text[hit.range]))
            .collect()
    }

    const LONG_TEXT: &str =
        "عاد النازحون إلى الموصل بعد حملة دامت أشهرًا. وقال المبعوث إن العمل لم ينته بعد في المدينة";

    #[test]
    fn broken_sentences_are_found() {
        assert_eq!(found(Kind::Sentences, "عاد النازحون،"), [(12, "AR16", "،")]);
        assert_eq!(found(Kind::Sentences, "عاد النازحون"), [(4, "AR16", "النازحون")]);
        assert_eq!(found(Kind::Sentences, "عاد {n}"), [(4, "AR16", "{n}")]);
        assert_eq!(found(Kind::Sentences, "، وعاد النازحون."), [(0, "AR16", "،")]);
        assert_eq!(found(Kind::Line, "عودة النازحين،"), [(13, "AR16", "،")]);
        assert_eq!(found(Kind::Sentences, "أول.\n\nثان،\n\nثالث."), [(9, "AR16", "،")]);
    }

    #[test]
    fn long_prose_of_a_file_is_found() {
        let text = format!("{LONG_TEXT}\n\nفقرة أخرى.");
        assert_eq!(found(Kind::Document, &text), [(LONG_TEXT.chars().count() - 7, "AR16", "المدينة")]);
        let text = format!("{LONG_TEXT}،\n\nفقرة أخرى.");
        assert_eq!(found(Kind::Document, &text), [(LONG_TEXT.chars().count(), "AR16", "،")]);
    }

    #[test]
    fn titles_lists_letters_and_resolutions_pass() {
        for text in [
            "عودة النازحين\n\nعاد النازحون إلى ديارهم.",
            "السيد الرئيس،\n\nتحية طيبة وبعد،",
            "الأهداف:\n- تدريب القوات\n- عودة النازحين،\n- التمويل",
            "إن مجلس الأمن،\n\nإذ يؤكد من جديد التزامه بسيادة العراق وسلامة أراضيه ووحدته،\n\n1 - يقرر أن يبقي المسألة قيد نظره؛",
            "قفا نبك من ذكرى حبيب ومنزل    بسقط اللوى بين الدخول فحومل",
            "عاد النازحون إلى الموصل بعد حملة\nدامت أشهرًا. وقال المبعوث إن\nالعمل لم ينته.",
            "... وعاد النازحون.",
            "وكان المبعوث قد وصل. وقال: «انتهت الحرب»",
        ] {
            assert_eq!(found(Kind::Document, text), [], "{text}");
        }
        for text in ["عاد النازحون.", "متى عادوا؟", "قال: «عادوا».", "وهم:", "انتهى…", "عادوا (جميعًا)."]
        {
            assert_eq!(found(Kind::Sentences, text), [], "{text}");
        }
        assert_eq!(found(Kind::Line, "عودة النازحين"), []);
    }
}
