//! The catalogue: pairs of an English and an Arabic line, found by the English text that is to be said.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::pattern::{Pattern, Reading};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(include_str!("catalogue.txt")));

/// The catalogue, read once.
pub(super) fn get() -> &'static Catalogue {
    &CATALOGUE
}

/// Lines without arguments by their text, patterns by their first byte.
pub(super) struct Catalogue {
    whole: HashMap<&'static str, &'static str>,
    /// Those with the most letters of their own first. 0 holds the patterns that begin with an argument.
    patterns: HashMap<u8, Vec<Pattern>>,
}

impl Catalogue {
    fn read(text: &'static str) -> Self {
        let (mut whole, mut patterns) = (HashMap::new(), HashMap::<u8, Vec<Pattern>>::new());
        for (english, arabic) in pairs(text) {
            match english.contains("{}") {
                true => {
                    let pattern = Pattern::read(english, arabic);
                    patterns.entry(pattern.first()).or_default().push(pattern);
                }
                false => {
                    whole.insert(english, arabic);
                }
            }
        }
        for patterns in patterns.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.letters()));
        }
        Self { whole, patterns }
    }

    /// The Arabic of a text that mujaz says.
    pub fn say(&self, english: &str) -> Option<String> {
        if let Some(arabic) = self.whole.get(english) {
            return Some((*arabic).to_owned());
        }
        let first = english.bytes().next()?;
        Reading::ALL.into_iter().find_map(|reading| {
            let found = [first, 0].into_iter().filter_map(|first| {
                let mut patterns = self.patterns.get(&first).into_iter().flatten();
                patterns.find_map(|pattern| Some((pattern, pattern.arguments(english, reading)?)))
            });
            let (pattern, arguments) = found.max_by_key(|(pattern, _)| pattern.letters())?;
            Some(pattern.write(&arguments, |argument| self.argument(argument)))
        })
    }

    /// An argument outside backticks: words of mujaz in Arabic, several of them in an Arabic list, numbers as they
    /// are, and anything in Latin letters in backticks.
    fn argument(&self, argument: &str) -> String {
        let quoted = |part: &str| part == "…" || (part.starts_with('`') && part.ends_with('`'));
        let said = |part: &str| {
            let words = self.say(part).or_else(|| super::counted::read(part));
            words.or_else(|| quoted(part).then(|| part.to_owned()))
        };
        let parts: Option<Vec<String>> = argument.split(", ").map(said).collect();
        if let Some(said) = parts.map(|parts| parts.join("، ")).or_else(|| said(argument)) {
            return said;
        }
        match argument.contains('`') || !argument.contains(|c: char| c.is_ascii_alphabetic()) {
            true => argument.to_owned(),
            false => format!("`{argument}`"),
        }
    }
}

/// The pairs of a catalogue's text.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("\n\n").filter_map(|block| {
        let mut lines = block.lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
        Some((lines.next()?, lines.next()?))
    })
}
