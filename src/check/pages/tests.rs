//! The pages of the text rules say what the rules do: every wrong line is found, no right line is, and what a
//! page says of `--fix` holds for its examples.

use super::{PAGES, page};
use crate::diag::codes;
use crate::lint::{Hit, Kind, Term, Terms, lint};

/// The sections of the page of a text rule, in order.
const SECTIONS: [&str; 5] = ["Why", "Authority", "Wrong", "Right", "Settling it"];

/// What a page can say of `--fix`, at the start of its last section.
const FIXES: [&str; 3] =
    ["`--fix` corrects this", "`--fix` corrects part of this", "`--fix` leaves this to the writer"];

/// The glossary of the pages AR20 and TX20, which show it: language, forms, forms to avoid.
const GLOSSARY: [(&str, &[&str], &[&str]); 3] = [
    ("ar", &["المجموعة المصغرة"], &["المجموعة الصغيرة", "الفريق المصغر"]),
    ("en", &["Small Group", "Core Group"], &["Small Team"]),
    ("fr", &["Groupe restreint"], &["Petit groupe"]),
];

/// The codes of the text rules.
fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    codes::ALL.iter().copied().filter(|(code, _)| is_rule(code))
}

fn is_rule(code: &str) -> bool {
    code.starts_with("AR") || code.starts_with("TX")
}

/// Every file beside the index: its code and its text.
fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    let file = |file: &'static include_dir::File<'static>| {
        Some((file.path().to_str()?.strip_suffix(".md")?, file.contents_utf8()?))
    };
    PAGES.files().filter_map(file).filter(|(name, _)| *name != "README")
}

/// The pages of the text rules.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    files().filter(|(code, _)| is_rule(code))
}

/// The first lines of the paragraphs of a page, without examples and headings.
fn beginnings(page: &str) -> Vec<&str> {
    let (mut fenced, mut inside) = (false, false);
    let mut first = Vec::new();
    for line in page.lines() {
        let fence = line.starts_with("```");
        fenced ^= fence;
        let words = !fence && !fenced && !line.is_empty() && !line.starts_with('#');
        if words && !inside {
            first.push(line);
        }
        inside = words;
    }
    first
}

/// The lines of a section of a page; panics if there is none.
fn section<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let mut lines = page.lines().skip_while(|line| line.strip_prefix("## ") != Some(name));
    assert!(lines.next().is_some(), "no section {name}");
    lines.take_while(|line| !line.starts_with("## ")).collect()
}

/// A text of an example block, as a rule gets it.
struct Example {
    lang: &'static str,
    kind: Kind,
    text: String,
}

impl Example {
    /// The hits of a text, with the glossary of the pages.
    fn hits(&self) -> Vec<Hit> {
        let owned = |list: &[&str]| list.iter().map(|&form| form.to_owned()).collect();
        let term = |(_, forms, reject): &(&str, &[&str], &[&str])| Term {
            id: "small_group".to_owned(),
            forms: owned(forms),
            reject: owned(reject),
        };
        let glossary = GLOSSARY.iter().filter(|(lang, ..)| *lang == self.lang).map(term).collect();
        lint(&self.text, self.lang, self.kind, &Terms { glossary, ..Terms::default() })
    }
}

/// The texts of the blocks in a section: each line is one, and in a document the whole block.
///
/// A hidden character is typed as `\u{200b}` there.
fn examples(page: &'static str, name: &str) -> Vec<Example> {
    let section = section(page, name);
    let mut examples = Vec::new();
    let mut lines = section.into_iter();
    while let Some(line) = lines.next() {
        let Some(head) = line.strip_prefix("```") else { continue };
        let value = |key: &str| head.split(' ').find_map(|word| word.strip_prefix(key)).unwrap();
        let (lang, kind) = (value("lang="), value("kind="));
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let mut add = |kind, text: &str| examples.push(Example { lang, kind, text: shown(text) });
        match kind {
            "document" => add(Kind::Document, &block.join("\n")),
            "line" => block.iter().for_each(|line| add(Kind::Line, line)),
            "sentences" => block.iter().for_each(|line| add(Kind::Sentences, line)),
            other => panic!("no kind {other}"),
        }
    }
    examples
}

/// A text with its hidden characters.
fn shown(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut shown = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        shown.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        shown.push_str(rest);
    }
    shown
}

/// Whether each paragraph of a text has a hit of a code, and what else was found.
fn judged(code: &str, example: &Example) -> (bool, Vec<Hit>) {
    let (own, others): (Vec<_>, Vec<_>) = example.hits().into_iter().partition(|hit| hit.code == code);
    let mut start = 0;
    let found = example.text.split("\n\n").all(|paragraph| {
        let range = start..start + paragraph.len();
        start = range.end + 2;
        own.iter().any(|hit| range.contains(&hit.range.start))
    });
    (found, others)
}

#[test]
fn each_text_rule_has_a_page_of_one_form() {
    for (code, title) in rules() {
        let page = page(code).unwrap_or_else(|| panic!("{code} has no page"));
        assert_eq!(page.lines().next(), Some(&*format!("# {code}: {title}")));
        let heads: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(heads, SECTIONS, "{code}");
        for name in SECTIONS {
            assert!(section(page, name).iter().any(|line| !line.is_empty()), "{code}: {name} is empty");
        }
        // Browsers turn a paragraph that begins with Arabic round.
        for line in beginnings(page) {
            let letter = line.chars().find(|c| c.is_alphabetic());
            assert!(letter.is_none_or(|c| c < '\u{590}'), "{code} begins with Arabic: {line}");
        }
        let settling = section(page, "Settling it").join(" ");
        assert!(settling.contains(&format!("# mujaz: allow {code}: ")), "{code}: no allowance");
        assert!(settling.contains(&format!("checks: {{{code}: ")), "{code}: no level");
    }
}

#[test]
fn wrong_lines_are_found_and_right_ones_are_not() {
    let mut faults = Vec::new();
    for (code, page) in pages() {
        let (wrong, right) = (examples(page, "Wrong"), examples(page, "Right"));
        if wrong.is_empty() || right.is_empty() {
            faults.push(format!("{code} lacks examples"));
        }
        for example in wrong {
            let (found, others) = judged(code, &example);
            if !found || !others.is_empty() {
                faults.push(format!("{code}, found: {found}: {}\n{others:#?}", example.text));
            }
        }
        for example in right.iter().filter(|example| !example.hits().is_empty()) {
            faults.push(format!("{code} as right: {}\n{:#?}", example.text, example.hits()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_a_page_says_of_corrections_is_true() {
    let mut faults = Vec::new();
    for (code, page) in pages() {
        let hits: Vec<Hit> = examples(page, "Wrong").iter().flat_map(Example::hits).collect();
        let fixed = hits.iter().filter(|hit| hit.fix.is_some()).count();
        let said = match fixed {
            0 => FIXES[2],
            all if all == hits.len() => FIXES[0],
            _ => FIXES[1],
        };
        if !section(page, "Settling it").join(" ").trim_start().starts_with(said) {
            faults.push(format!("{code}: {fixed} of {} hits can be corrected", hits.len()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_glossary_of_the_pages_is_shown() {
    for (code, lang) in [("AR20", "ar"), ("TX20", "en"), ("TX20", "fr")] {
        let (_, forms, reject) = GLOSSARY.iter().find(|(known, ..)| *known == lang).unwrap();
        for form in forms.iter().chain(*reject) {
            assert!(page(code).unwrap().contains(form), "{code} does not show {form}");
        }
    }
}

#[test]
fn the_index_lists_every_code_and_every_page() {
    let index = PAGES.get_file("README.md").unwrap().contents_utf8().unwrap();
    for (code, title) in codes::ALL {
        let name = match page(code) {
            Some(_) => format!("[{code}]({code}.md)"),
            None => (*code).to_owned(),
        };
        let row = format!("| {name} | {title} |");
        assert!(index.lines().any(|line| line == row), "no row {row}");
    }
    for (code, _) in files() {
        assert!(index.contains(&format!("| [{code}]({code}.md) | ")), "{code} is not in the index");
    }
    assert_eq!(page("README"), None);
}
