//! A text from left to right -> the same in Arabic letters, divided into its runs as an Arabic text is.

use super::kept::{Piece, pieces};
use super::letters;
use crate::locale::{Kind, Locale, Part, Phrase};
use crate::model::Style;

/// A phrase: words in Arabic letters; left-to-right parts stay, and Arabic words are foreign no more.
pub fn phrase(parts: Vec<Part>) -> Vec<Part> {
    let mut written = Phrase::default();
    for part in parts {
        match part.kind {
            Kind::Text if part.flag.is_none() => written.push(runs(&part)),
            Kind::Text | Kind::Missing => {
                written.push(Phrase(vec![Part { text: plain(&part.text), ..part }]))
            }
            Kind::Foreign if part.lang.as_deref() == Some("ar") => {
                written.push(Phrase(vec![Part { kind: Kind::Text, lang: None, ..part }]));
            }
            Kind::Ltr | Kind::Foreign => written.push(Phrase(vec![part])),
        }
    }
    written.0
}

/// A text without parts.
pub fn plain(text: &str) -> String {
    let piece = |piece| match piece {
        Piece::Words(words) => letters::arabic(words),
        Piece::Kept(kept) => kept.to_owned(),
    };
    pieces(text).into_iter().map(piece).collect()
}

/// The runs of a part: figures and codes are isolated as in every Arabic text.
fn runs(part: &Part) -> Phrase {
    let text = plain(&part.text);
    let Ok(arabic) = Locale::new("ar", &Style::default()) else { return Phrase::text(text) };
    let run = |run: Part| Part { text: run.text, kind: run.kind, lang: run.lang, ..part.clone() };
    Phrase(arabic.text(&text).0.into_iter().map(run).collect())
}
