//! Phrases -> one phrase: lists with and without a conjunction, foreign words.

use super::digits::WORD_JOINER;
use super::{Kind, Locale, Part, Phrase};

impl Locale {
    /// "a, b and c"; `أ وب وج`.
    pub fn list(&self, items: Vec<Phrase>) -> Phrase {
        let items: Vec<Phrase> = items.into_iter().filter(|item| !item.is_empty()).collect();
        let count = items.len();
        let mut list = Phrase::default();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                let lists = &self.language.lists;
                list.push(self.before(if index + 1 == count { lists.last } else { lists.middle }, &item));
            }
            list.push(item);
        }
        list
    }

    /// "a, b, c": a list that makes no claim to be complete, or parts of an address.
    pub fn join(&self, items: Vec<Phrase>) -> Phrase {
        joined(items, self.language.lists.comma)
    }

    /// "a; b; c": clauses that may have commas of their own.
    pub fn clauses(&self, items: Vec<Phrase>) -> Phrase {
        joined(items, self.language.lists.semicolon)
    }

    /// A phrase as the beginning of a cell: its first letter is a capital, where the script has any.
    pub fn capitalised(&self, mut phrase: Phrase) -> Phrase {
        if let Some(first) = phrase.0.first_mut().filter(|first| first.kind == Kind::Text) {
            let mut letters = first.text.chars();
            if let Some(letter) = letters.next() {
                let own = self.syntax().capitals.iter().find(|(small, _)| *small == letter);
                first.text = match own {
                    Some((_, capital)) => format!("{capital}{}", letters.as_str()),
                    None => letter.to_uppercase().chain(letters).collect(),
                };
            }
        }
        phrase
    }

    /// Contracts words that become one where two parts meet: `من` before `ما يقارب` is `مما يقارب`.
    /// For a figure set into a sentence or after a preposition.
    pub fn contracted(&self, mut phrase: Phrase) -> Phrase {
        for [first, second, both] in self.language.lists.contractions {
            for part in &mut phrase.0 {
                let seam = format!("{first}{second}");
                while let Some(at) = part.text.find(&seam).filter(|at| starts_word(&part.text[..*at])) {
                    part.text.replace_range(at..at + seam.len(), both);
                }
            }
            for index in 1..phrase.0.len() {
                let Some(rest) = phrase.0[index].text.strip_prefix(second).map(str::to_owned) else {
                    continue;
                };
                let before = phrase.0[index - 1].text.strip_suffix(first).map(str::to_owned);
                if let Some(before) = before.filter(|before| starts_word(before)) {
                    phrase.0[index - 1].text = before;
                    phrase.0[index].text = format!("{both}{rest}");
                }
            }
            phrase.0.retain(|part| !part.text.is_empty());
        }
        phrase
    }

    /// Words of another language.
    pub fn foreign(&self, text: &str, lang: &str) -> Phrase {
        if lang == self.language.tag {
            return self.text(text);
        }
        if text.is_empty() {
            return Phrase::default();
        }
        let part =
            Part { text: text.to_owned(), kind: Kind::Foreign, lang: Some(lang.into()), ..Part::default() };
        Phrase(vec![part])
    }

    /// A conjunction before an item. One that is glued (و) must not be left alone at the end of a
    /// line, which could happen before a part that is placed as a box.
    fn before(&self, conjunction: &str, item: &Phrase) -> Phrase {
        let glued = !conjunction.ends_with(' ');
        let boxed = item.0.first().is_some_and(|part| part.kind == Kind::Ltr);
        Phrase::text(format!("{conjunction}{}", if glued && boxed { WORD_JOINER } else { "" }))
    }
}

/// The items that are there, with a separator between them.
fn joined(items: Vec<Phrase>, separator: &str) -> Phrase {
    let mut joined = Phrase::default();
    for item in items.into_iter().filter(|item| !item.is_empty()) {
        if !joined.is_empty() {
            joined.push(Phrase::text(separator));
        }
        joined.push(item);
    }
    joined
}

/// Whether a word begins after this text; و and ف may be glued before it.
fn starts_word(before: &str) -> bool {
    let bare = before.strip_suffix(['و', 'ف']).unwrap_or(before);
    [before, bare].iter().any(|text| !text.ends_with(char::is_alphabetic))
}
