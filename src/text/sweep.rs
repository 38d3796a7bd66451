//! A message with other numbers in it than today's, for proofreading.

use std::ptr;

use super::message::Message;
use super::wording::Wording;
use crate::locale::Phrase;
use crate::model::{Number, Qualifier, Quantity};

/// The numbers, as figures are typed: every plural category of every language, the edges of the Arabic
/// rules, scale words and decimals.
pub const SWEPT: [&str; 19] = [
    "0", "1", "2", "3", "10", "11", "26", "99", "100", "102", "103", "1000", "2000", "11000", "1M", "2M",
    "7.7M", "20B", "1.5",
];

/// A message with a quantity in one of its placeholders.
#[derive(Debug, Clone, PartialEq)]
pub struct Swept {
    /// What stands in the placeholder.
    pub quantity: Quantity,
    /// The CLDR category of the number that is displayed, of a range that of its upper end; `None` for a
    /// quantity without a number.
    pub category: Option<&'static str>,
    /// The form that was taken; `None` for a message that has one form only.
    pub form: Option<&'static str>,
    /// The whole message.
    pub phrase: Phrase,
}

/// What in a message can be swept: the figure that chooses its form, then every other placeholder that
/// leads to a number, in the order of the text.
pub fn countable<'m>(wording: &Wording<'_>, message: &'m Message) -> Vec<&'m str> {
    let by = message.plural.iter().map(|plural| plural.by.path.as_str());
    let mut paths = Vec::new();
    for path in by.chain(message.forms().flat_map(Message::slots).map(|slot| slot.path.as_str())) {
        if !paths.contains(&path) && wording.quantity(path).is_some() {
            paths.push(path);
        }
    }
    paths
}

/// A message with each of [`SWEPT`] as the exact value of a placeholder, wherever it stands in the message.
pub fn sweep(wording: &Wording<'_>, message: &Message, path: &str) -> Vec<Swept> {
    let numbers = SWEPT.iter().filter_map(|typed| typed.parse::<Number>().ok());
    numbers.map(|number| with_number(wording, message, path, number)).collect()
}

/// A message with one number as the exact value of a placeholder.
pub fn with_number(wording: &Wording<'_>, message: &Message, path: &str, number: Number) -> Swept {
    swept(wording, message, path, Quantity::One(Qualifier::Exact, number), true)
}

/// A message as it stands today, seen from one of its placeholders; `None` if that leads to no number.
pub fn today(wording: &Wording<'_>, message: &Message, path: &str) -> Option<Swept> {
    let quantity = wording.quantity(path)?;
    Some(swept(wording, message, path, quantity, false))
}

/// `other`: whether the quantity is another than that of the edition.
fn swept(wording: &Wording<'_>, message: &Message, path: &str, quantity: Quantity, other: bool) -> Swept {
    let replaced = other.then_some((path, &quantity));
    let number = match &quantity {
        Quantity::One(_, number) | Quantity::Range(_, number) => Some(number),
        _ => None,
    };
    let category = number.map(|number| wording.locale.plural(number));
    let form = message.plural.as_ref().map(|plural| {
        let taken = wording.form(message, replaced);
        let known = plural.forms.iter().find(|(_, form)| ptr::eq(form, taken));
        known.map_or("other", |(category, _)| *category)
    });
    let phrase = wording.resolve_as(message, replaced);
    Swept { category, form, phrase, quantity }
}
