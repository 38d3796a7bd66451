//! A message in all the numbers that its language treats differently, for proofreading.

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

/// Renders a message with each of [`SWEPT`] as the exact value of the figure that chooses its form, or of
/// its first placeholder that leads to a number. Empty for a message without one.
pub fn sweep(wording: &Wording<'_>, message: &Message) -> Vec<(Number, Phrase)> {
    let path = match &message.plural {
        Some(plural) => Some(plural.by.path.as_str()),
        None => message.slots().map(|slot| slot.path.as_str()).find(|path| wording.quantity(path).is_some()),
    };
    let Some(path) = path else { return Vec::new() };
    let numbers = SWEPT.iter().filter_map(|typed| typed.parse::<Number>().ok());
    numbers
        .map(|number| {
            let quantity = Quantity::One(Qualifier::Exact, number);
            (number, wording.resolve_as(message, Some((path, &quantity))))
        })
        .collect()
}
