//! The style of a slot: `{id:gen}`, `{id:number acc}`, `{id:ordinal f}` -> what is asked for.

use crate::locale::Case;
use crate::model::Gender;

/// What of a thing is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The whole phrase.
    Whole,
    /// Qualifier and number without the noun.
    Number,
    /// As in a tile.
    Short,
    /// "A single ..." for a figure that is none.
    Single,
    /// Which one of a row: the sixth.
    Ordinal,
    /// Things that the reader knows: the four working groups.
    Known,
}

/// How a slot asks for its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub shape: Shape,
    /// The case, if one is asked for.
    pub asked: Option<Case>,
    /// The gender that an ordinal agrees with, if it is not that of the figure's noun.
    pub gender: Option<Gender>,
    /// Whether an ordinal goes without its article.
    pub bare: bool,
}

const SHAPES: [(&str, Shape); 5] = [
    ("number", Shape::Number),
    ("short", Shape::Short),
    ("single", Shape::Single),
    ("ordinal", Shape::Ordinal),
    ("def", Shape::Known),
];
const CASES: [(&str, Case); 3] =
    [("nom", Case::Nominative), ("acc", Case::Accusative), ("gen", Case::Genitive)];
const GENDERS: [(&str, Gender); 2] = [("m", Gender::Masculine), ("f", Gender::Feminine)];
const BARE: &str = "bare";

impl Style {
    /// The whole phrase in the nominative.
    pub const PLAIN: Self = Self { shape: Shape::Whole, asked: None, gender: None, bare: false };

    /// Reads words divided by spaces, each kind of word once.
    ///
    /// # Errors
    /// The word that is not a style, or not beside those before it.
    pub fn parse(text: &str) -> Result<Self, &str> {
        let mut style = Self::PLAIN;
        let mut shaped = false;
        for word in text.split_whitespace() {
            let shape = find(&SHAPES, word).filter(|_| !shaped);
            let case = find(&CASES, word).filter(|_| style.asked.is_none());
            let gender = find(&GENDERS, word).filter(|_| style.gender.is_none());
            match (shape, case, gender) {
                (Some(shape), ..) => (style.shape, shaped) = (shape, true),
                (_, Some(case), _) => style.asked = Some(case),
                (_, _, Some(gender)) => style.gender = Some(gender),
                _ if word == BARE && !style.bare => style.bare = true,
                _ => return Err(word),
            }
        }
        let of_ordinals = style.gender.is_some() || style.bare;
        match text.split_whitespace().find(|word| find(&GENDERS, word).is_some() || *word == BARE) {
            Some(word) if of_ordinals && style.shape != Shape::Ordinal => Err(word),
            _ => Ok(style),
        }
    }

    /// The case; the nominative if none is asked for.
    pub fn case(self) -> Case {
        self.asked.unwrap_or(Case::Nominative)
    }

    /// Every word of a style.
    pub fn words() -> Vec<&'static str> {
        let cases = CASES.iter().map(|(name, _)| *name);
        let shapes = SHAPES.iter().map(|(name, _)| *name);
        cases.chain(shapes).chain(GENDERS.iter().map(|(name, _)| *name)).chain([BARE]).collect()
    }
}

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_combine_once_each() {
        let plain = Style::PLAIN;
        let cases = [
            ("", Ok(plain)),
            ("gen", Ok(Style { asked: Some(Case::Genitive), ..plain })),
            ("number acc", Ok(Style { shape: Shape::Number, asked: Some(Case::Accusative), ..plain })),
            (
                "ordinal f bare",
                Ok(Style { shape: Shape::Ordinal, gender: Some(Gender::Feminine), bare: true, ..plain }),
            ),
            ("gen acc", Err("acc")),
            ("number short", Err("short")),
            ("number f", Err("f")),
            ("bare", Err("bare")),
            ("genitive", Err("genitive")),
        ];
        for (text, expected) in cases {
            assert_eq!(Style::parse(text), expected, "{text}");
        }
    }
}
