//! What the answers of a language file must be for the engine to carry them out: words only where it can place
//! them, every form that the language counts with, the same ends where one end serves for both.

mod quantities;
mod sentences;

use crate::diag::Finding;
use crate::locale::plural::{PluralForm, plural_forms};
use crate::model::NounForms;
use crate::model::language::{Around, AroundTwo, LanguageFile, Qualifying, Times};
use crate::yaml::Node;

/// Everything that does not agree, at its place.
pub(super) fn check(file: &LanguageFile, lang: &str, plurals: &str, node: &Node) -> Vec<Finding> {
    let mut judge =
        Judge { lang, forms: plural_forms(plurals), genders: file.genders, node, findings: Vec::new() };
    judge.marks(file);
    judge.numbers(file);
    judge.qualifiers(file);
    judge.vague(file);
    judge.nouns(file);
    judge.dates(file);
    judge.sentences(file, plurals);
    judge.findings
}

struct Judge<'a> {
    lang: &'a str,
    forms: Vec<PluralForm>,
    genders: bool,
    node: &'a Node,
    findings: Vec<Finding>,
}

impl Judge<'_> {
    /// Reports a value; one that is not typed stands in for what has been told.
    fn say(&mut self, path: &str, code: &'static str, message: impl Into<String>, help: &str) {
        if let Some(node) = self.node.at(path) {
            let finding = Finding::error(code, message).at(node.span, "not accepted").path(path);
            self.findings.push(finding.help(help));
        }
    }

    /// Words before a place only.
    fn before_only(&mut self, path: &str, pattern: &Around) {
        self.nothing_after(path, &pattern.after);
    }

    /// Words after a place only.
    fn after_only(&mut self, path: &str, pattern: &Around) {
        self.nothing_before(path, &pattern.before);
    }

    fn nothing_before(&mut self, path: &str, words: &str) {
        if !words.is_empty() {
            self.say(path, "TY05", "no words can stand before the first place here", "write them behind it");
        }
    }

    fn nothing_after(&mut self, path: &str, words: &str) {
        if !words.is_empty() {
            self.say(path, "TY05", "no words can stand after the last place here", "write them before it");
        }
    }

    /// Words on one side, parted from the place by a space.
    fn beside(&mut self, path: &str, pattern: &Around) {
        let parted = match (pattern.before.as_str(), pattern.after.as_str()) {
            (before, "") => before.ends_with(' '),
            ("", after) => after.starts_with(' '),
            _ => false,
        };
        if !parted {
            let help = "write the words on one side of `{}`, with a space between";
            self.say(path, "TY05", "the words must stand beside the place", help);
        }
    }

    fn between_only(&mut self, path: &str, pattern: &AroundTwo) {
        self.nothing_before(path, &pattern.before);
        self.nothing_after(path, &pattern.after);
    }

    /// Two patterns of which the engine knows one end.
    fn same(&mut self, path: &str, other: &str, what: [&str; 2]) {
        if what[0] != what[1] {
            let message = format!("`{path}` must have the same words there as `{other}`");
            self.say(path, "TY05", message, "write both with the same words behind and between their places");
        }
    }
}

/// Each qualifier with its key.
pub(super) fn qualifiers(file: &LanguageFile) -> [(&'static str, &Qualifying); 6] {
    let words = &file.qualifiers;
    [
        ("approx", &words.approx),
        ("nearly", &words.nearly),
        ("more_than", &words.more_than),
        ("at_least", &words.at_least),
        ("up_to", &words.up_to),
        ("less_than", &words.less_than),
    ]
}

/// Each length of time with its key.
pub(super) fn times<T>(times: &Times<T>) -> [(&'static str, &T); 4] {
    [("day", &times.day), ("week", &times.week), ("month", &times.month), ("year", &times.year)]
}

/// The forms that a noun lacks in a language, as findings name them: `few` (as for 2).
pub fn missing_forms(noun: &NounForms, language: &[PluralForm]) -> Vec<String> {
    let has = |category: &str| match category {
        "zero" => noun.zero.is_some(),
        "one" => noun.one.is_some(),
        "two" => noun.two.is_some(),
        "few" => noun.few.is_some(),
        "many" => noun.many.is_some(),
        _ => true,
    };
    let missing = language.iter().filter(|form| form.required && !has(form.category));
    missing.map(|form| format!("`{}` (as for {})", form.category, form.example)).collect()
}
