//! A message as it is typed: the form that files for translators and the lock hold.

use sha2::{Digest as _, Sha256};

use super::message::{Message, Segment};
use crate::digest::Digest;
use crate::locale::CATEGORIES;

/// The words of a message with its placeholders in braces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Typed {
    /// One text for every number.
    One(String),
    /// A whole sentence for each plural form.
    Forms {
        /// The figure that chooses, as typed: `schools`.
        by: String,
        /// CLDR category and text, in CLDR's order; `other` last.
        forms: Vec<(&'static str, String)>,
    },
}

impl Typed {
    /// A message as a file would have it. White space at the end is gone; styles, braces and plural forms stay.
    pub fn of(message: &Message) -> Self {
        let Some(plural) = &message.plural else { return Self::One(text(message)) };
        let mut forms: Vec<(&'static str, String)> =
            plural.forms.iter().map(|(category, form)| (*category, text(form))).collect();
        forms.push(("other", text(message)));
        Self::forms(&plural.by.path, forms)
    }

    /// A message in forms, which may come in any order.
    pub fn forms(by: &str, mut forms: Vec<(&'static str, String)>) -> Self {
        forms.sort_by_key(|(category, _)| CATEGORIES.iter().position(|known| known == category));
        Self::Forms { by: by.to_owned(), forms }
    }

    /// The text that stands for all: the only one, or the form `other`.
    pub fn other(&self) -> &str {
        match self {
            Self::One(text) => text,
            Self::Forms { forms, .. } => {
                forms.iter().find(|(category, _)| *category == "other").map_or("", |(_, text)| text)
            }
        }
    }

    /// The text of a plural form; of a message without forms, the text.
    pub fn form(&self, category: &str) -> Option<&str> {
        match self {
            Self::One(text) => Some(text),
            Self::Forms { forms, .. } => {
                forms.iter().find(|(known, _)| *known == category).map(|(_, text)| text.as_str())
            }
        }
    }

    /// The first 64 bits of the SHA-256 of the words, as 16 hexadecimal digits: two messages of one hash say
    /// the same, in this form and with these placeholders.
    pub fn hash(&self) -> String {
        let mut sha = Sha256::new();
        let mut add = |part: &str| {
            sha.update(part.as_bytes());
            sha.update([0]);
        };
        match self {
            Self::One(text) => add(text),
            Self::Forms { by, forms } => {
                add("by");
                add(by);
                for (category, text) in forms {
                    add(category);
                    add(text);
                }
            }
        }
        Digest::from(<[u8; 32]>::from(sha.finalize())).short()
    }
}

/// Words and slots of one form, with braces of the text doubled.
fn text(message: &Message) -> String {
    let segments = message.segments.iter().map(|segment| match segment {
        Segment::Words(words) => words.replace('{', "{{").replace('}', "}}"),
        Segment::Slot(slot) => match &slot.style {
            Some(style) => format!("{{{}:{style}}}", slot.path),
            None => format!("{{{}}}", slot.path),
        },
    });
    segments.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;
    use crate::text::Texts;
    use crate::yaml::{Limits, parse};

    fn typed(yaml: &str) -> Typed {
        let mut sources = Sources::new();
        let file = sources.add("text/en.yaml", "language en", yaml.to_owned());
        let (tree, _) = parse(file, &sources, &Limits::default());
        let (texts, findings) = Texts::read("en", tree.as_ref(), &sources);
        assert_eq!(findings, []);
        Typed::of(texts.get("title").unwrap())
    }

    #[test]
    fn a_message_is_typed_as_it_was() {
        let text = "A {{brace}} and {schools : number} of {all.gap}";
        let once = Typed::One("A {{brace}} and {schools:number} of {all.gap}".into());
        assert_eq!(typed(&format!("title: '{text}'\n")), once);
        assert_eq!(typed(&format!("title: >-\n  {}\n", text.replace(" and", "\n  and"))), once);
    }

    #[test]
    fn forms_stand_in_the_order_of_cldr() {
        let forms = typed("title: {other: '{n} schools', one: one school, by: n}\n");
        let expected = vec![("one", "one school".to_owned()), ("other", "{n} schools".to_owned())];
        assert_eq!(forms, Typed::Forms { by: "n".into(), forms: expected });
        assert_eq!(
            (forms.other(), forms.form("one"), forms.form("two")),
            ("{n} schools", Some("one school"), None)
        );
    }

    /// The hash of one text is that of its bytes and a zero.
    #[test]
    fn a_hash_tells_texts_and_forms_apart() {
        assert_eq!(Typed::One("abc".into()).hash(), "dc1114cd074914bd");
        let all = [
            typed("title: a b\n"),
            typed("title: ab\n"),
            typed("title: '{n}'\n"),
            typed("title: {by: n, one: a, other: '{n}'}\n"),
            typed("title: {by: n, one: b, other: '{n}'}\n"),
        ];
        let hashes: std::collections::BTreeSet<String> = all.iter().map(Typed::hash).collect();
        assert_eq!(hashes.len(), all.len());
    }
}
