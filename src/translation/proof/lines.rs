//! A message in all its forms.

use super::Line;
use crate::model::{Number, Qualifier, Quantity};
use crate::text::{Message, Wording, today, with_number};

/// A message as the page says it, or each of its forms: the one of today with the number of today, the others
/// with a number that takes them.
pub(super) fn lines(words: &Wording<'_>, message: &Message) -> Vec<Line> {
    let Some(plural) = &message.plural else {
        return vec![Line { form: None, number: None, today: true, text: words.resolve(message) }];
    };
    let by = plural.by.path.as_str();
    let now = today(words, message, by);
    let given = |category: &str| category == "other" || plural.forms.iter().any(|(it, _)| *it == category);
    let forms = words.locale.plural_forms().into_iter().filter(|form| given(form.category));
    let line = |category, example: &str| {
        if let Some(now) = now.as_ref().filter(|now| now.form == Some(category)) {
            let number = match &now.quantity {
                Quantity::One(Qualifier::Exact, number) => Some(words.locale.number(number)),
                _ => None,
            };
            return Some(Line { form: Some(category), number, today: true, text: now.phrase.clone() });
        }
        let number = example.parse::<Number>().ok()?;
        let text = with_number(words, message, by, number).phrase;
        Some(Line { form: Some(category), number: Some(words.locale.number(&number)), today: false, text })
    };
    forms.filter_map(|form| line(form.category, form.example)).collect()
}
