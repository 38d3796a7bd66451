//! DA12: a likelihood and a confidence in one sentence.
//!
//! ICD 203 keeps them apart: how likely a thing is and how sure the writer is of saying so are two scales, and
//! readers take them for one. The page prints them in fields of their own; what is left is a text that joins them.

use super::Case;
use crate::diag::{Finding, Span};
use crate::text::{Labels, Message, Segment};

/// What is said of the confidence beside its three degrees, by language.
const CONFIDENCE: [(&str, &[&str]); 5] = [
    ("ar", &["درجة ثقة", "درجة الثقة", "بدرجة من الثقة", "مستوى ثقة", "مستوى الثقة"]),
    ("en", &["confidence level", "level of confidence", "degree of confidence"]),
    ("fr", &["degré de confiance", "niveau de confiance"]),
    ("tr", &["güven düzeyi", "güven derecesi"]),
    ("fa", &["درجهٔ اطمینان", "درجه اطمینان", "میزان اطمینان"]),
];

/// The degrees and bands whose labels stand inside sentences.
const DEGREES: [&str; 3] = ["low", "moderate", "high"];
const BANDS: [&str; 7] = [
    "almost_no_chance",
    "very_unlikely",
    "unlikely",
    "roughly_even",
    "likely",
    "very_likely",
    "almost_certain",
];

pub(super) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (lang, language) in &case.dossier.languages {
        let words = Words::new(lang, &language.labels);
        for (key, message) in language.texts.all() {
            let forms = message.forms();
            findings.extend(forms.filter_map(|form| words.joined(form)).map(|span| {
                Finding::warning(
                    "DA12",
                    format!("`{key}` joins a likelihood and a confidence in one sentence"),
                )
                .at(span, "beside a confidence")
                .path(format!("text.{lang}.{key}"))
                .help("say how likely it is in one sentence and how sure you are in another")
            }));
        }
    }
    findings
}

/// The words of the two scales in one language, without vowel signs and in small letters.
struct Words {
    likelihood: Vec<String>,
    confidence: Vec<String>,
}

impl Words {
    fn new(lang: &str, labels: &Labels) -> Self {
        let label = |key: String| labels.get(&key).map(plain);
        let others = CONFIDENCE.iter().filter(|(known, _)| *known == lang).flat_map(|(_, words)| *words);
        let degrees = DEGREES.iter().filter_map(|it| label(format!("states.confidence_phrase.{it}")));
        Self {
            likelihood: BANDS
                .iter()
                .filter_map(|it| label(format!("states.likelihood_prose.{it}")))
                .collect(),
            confidence: degrees.chain(others.map(|it| plain(it))).collect(),
        }
    }

    /// Where the likelihood stands in a sentence that gives a confidence as well; the whole message for
    /// a likelihood in words.
    fn joined(&self, message: &Message) -> Option<Span> {
        let mut sentence = Sentence::default();
        for segment in &message.segments {
            match segment {
                Segment::Slot(slot) if slot.path.ends_with(".likelihood") => {
                    sentence.likelihood = Some(slot.span)
                }
                Segment::Slot(_) => sentence.words.push('\u{fffc}'),
                Segment::Words(words) => {
                    let mut parts = words.split(['.', '!', '?', '؟', '\n']).peekable();
                    while let Some(part) = parts.next() {
                        sentence.words.push_str(part);
                        if parts.peek().is_some() {
                            if let Some(span) = self.both(&sentence, message) {
                                return Some(span);
                            }
                            sentence = Sentence::default();
                        }
                    }
                }
            }
        }
        self.both(&sentence, message)
    }

    fn both(&self, sentence: &Sentence, message: &Message) -> Option<Span> {
        let said = plain(&sentence.words);
        let any = |words: &[String]| words.iter().any(|word| has(&said, word));
        if !any(&self.confidence) {
            return None;
        }
        sentence.likelihood.or_else(|| any(&self.likelihood).then_some(message.span))
    }
}

#[derive(Default)]
struct Sentence {
    words: String,
    likelihood: Option<Span>,
}

/// Whether words stand in a sentence; at the front they may carry Arabic particles.
fn has(sentence: &str, words: &str) -> bool {
    sentence.match_indices(words).any(|(at, _)| {
        !sentence[at + words.len()..].starts_with(char::is_alphanumeric)
            && (!words.is_ascii() || !sentence[..at].ends_with(char::is_alphanumeric))
    })
}

fn plain(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}')).collect::<String>().to_lowercase()
}
