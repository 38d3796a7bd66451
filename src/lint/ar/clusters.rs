//! A word as its letters, each with the marks on it.
//!
//! The order of the marks on one letter does not matter and is never looked at.

use crate::lint::script::is_mark;

/// A letter and its marks. The first cluster of a word that starts with marks has no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The letter.
    pub letter: Option<char>,
    /// Its marks, in the order of the text.
    pub marks: String,
}

impl Cluster {
    /// True of a letter with a mark.
    pub(super) fn has(&self, mark: char) -> bool {
        self.marks.contains(mark)
    }

    /// Takes a mark off.
    pub(super) fn remove(&mut self, mark: char) {
        self.marks.retain(|c| c != mark);
    }

    /// Puts a mark on, in the canonical order of Unicode: tanwin and vowels before shadda.
    pub(super) fn add(&mut self, mark: char) {
        let at = self.marks.find(|c| c > mark && c <= '\u{652}').unwrap_or(self.marks.len());
        self.marks.insert(at, mark);
    }
}

/// Cuts a word.
pub(super) fn clusters(word: &str) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for c in word.chars() {
        match clusters.last_mut() {
            Some(cluster) if is_mark(c) => cluster.marks.push(c),
            _ if is_mark(c) => clusters.push(Cluster { letter: None, marks: c.to_string() }),
            _ => clusters.push(Cluster { letter: Some(c), marks: String::new() }),
        }
    }
    clusters
}

/// Writes a word again.
pub(super) fn joined(clusters: &[Cluster]) -> String {
    let mut word = String::new();
    for cluster in clusters {
        word.extend(cluster.letter);
        word.push_str(&cluster.marks);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_cut_and_joined() {
        let mut word = clusters("حقّا");
        assert_eq!(
            word.iter().map(|cluster| cluster.letter).collect::<Vec<_>>(),
            [Some('ح'), Some('ق'), Some('ا')]
        );
        word[1].add('\u{64b}');
        assert_eq!(joined(&word), "حق\u{64b}\u{651}ا");
        word[1].remove('\u{651}');
        assert_eq!(joined(&word), "حقًا");
        assert_eq!(clusters("ّا")[0], Cluster { letter: None, marks: "\u{651}".to_owned() });
    }
}
