//! Two numbers between which a value lies -> `between 2 and 3 million people`, in tiles `2–3 million`.
//!
//! What both ends share is said once, after the upper end; the ends are words only where both are. A
//! range of dates is the matter of [`period`](super::period).

use crate::model::{Counted, Number, Qualifier as Q};

use super::count::Noun;
use super::digits::{NBSP, WORD_JOINER};
use super::measure::{Ask, prefixed};
use super::vague::in_full;
use super::{Form, Kind, Locale, Phrase};

impl Locale {
    /// Between two numbers.
    pub(super) fn range(&self, low: &Number, high: &Number, ask: &Ask<'_>) -> Phrase {
        let table = &self.language.qualifiers;
        if let (Some(dash), Form::Short) = (table.range_dash, ask.form) {
            return self.dashed(low, high, dash, ask);
        }
        let worded = self.worded(Q::Range);
        let between = worded.map_or(table.between, |worded| worded.words.before);
        let and = worded.map_or(table.and, |worded| worded.after);
        let ask = Ask { case: table.range_case.unwrap_or(ask.case), ..*ask };
        // Words only if both ends take them: "between 9 and 12", never "between nine and 12".
        let spell = ask.form == Form::Prose && self.word(low).is_some() && self.word(high).is_some();
        if ask.counted == Counted::Percent
            && self.percent_in_words(ask.form)
            && self.syntax().percent_word_first
        {
            let ends = [low, high].map(|end| self.scaled_alone(end, ask.case));
            let [low, high] = ends;
            let word = Phrase::text(format!("{}{NBSP}", self.percent_word()));
            return word.then(low).then_text(and).then(high);
        }
        let shared = self.syntax().shared_scale && low.scale == high.scale;
        let low = match self.shown(low) {
            shown if shared && shown.scale.is_some() => self.figure(&self.grouped(shown.mantissa)),
            _ => self.lower_end(low, spell, &ask),
        };
        let high = match self.noun(&ask) {
            Some(noun) => self.counted_noun(high, Noun { spell: noun.spell && spell, ..noun }, ask.case),
            None if spell => self.one(high, &ask),
            None if ask.counted == Counted::Percent => self.one(high, &ask),
            None => self.one(high, &Ask { form: Form::Short, ..ask }),
        };
        let glue = match high.0.first() {
            Some(first) if first.kind == Kind::Ltr && !and.ends_with(' ') => WORD_JOINER,
            _ => "",
        };
        Phrase::text(between).then(low).then_text(format!("{and}{glue}")).then(high)
    }

    /// The lower end: without what is counted, unless the noun itself says the number.
    fn lower_end(&self, low: &Number, spell: bool, ask: &Ask<'_>) -> Phrase {
        let noun = self.noun(ask);
        if let Some(said) = noun.and_then(|noun| self.said_by_noun(low, noun, ask.case)) {
            return said;
        }
        match ask.counted {
            // The word for percent stands once, after the upper end.
            Counted::Percent if self.percent_in_words(ask.form) => {
                self.scaled_alone(&Number::plain(in_full(low)), ask.case)
            }
            Counted::Percent => self.one(low, ask),
            Counted::Money(_) if noun.is_none() => self.one(low, ask),
            Counted::Noun(_) | Counted::Bare if spell => {
                self.alone(low, self.gender_of(ask.counted), ask.case, Form::Prose)
            }
            _ => self.scaled_alone(low, ask.case),
        }
    }

    /// `2–3 million`, `14,000–18,000`, `20–30%`, `US$2–3 million`.
    fn dashed(&self, low: &Number, high: &Number, dash: &str, ask: &Ask<'_>) -> Phrase {
        let mut upper = match ask.counted {
            Counted::Money(_) if self.noun(ask).is_none() => self.scaled_alone(high, ask.case),
            _ => self.one(high, ask),
        };
        let whole_low = self.grouped(self.shown(low).mantissa);
        if ask.counted == Counted::Percent && self.syntax().sign_first {
            let whole_high = self.grouped(self.shown(high).mantissa);
            return self.figure(&format!("{}{whole_low}{dash}{whole_high}", self.percent_sign()));
        }
        let prefix = match ask.counted {
            Counted::Money(code) => self.currency(code).and_then(|currency| currency.prefix).unwrap_or(""),
            _ => "",
        };
        let same_scale = low.scale == high.scale;
        match upper.0.first_mut() {
            Some(first) if same_scale && first.kind == Kind::Ltr => {
                first.text.insert_str(0, &format!("{prefix}{whole_low}{dash}"));
                upper
            }
            _ => {
                let low = prefixed(self.scaled_alone(low, ask.case), prefix);
                low.then_text(dash).then(prefixed(upper, prefix))
            }
        }
    }
}
