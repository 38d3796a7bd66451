//! A [`Measure`] -> its phrase: qualifier, number, scale, counted noun or currency, rate.
//!
//! A qualifier governs the case of what follows it. Two numbers are the matter of [`range`](super::range),
//! quantities without one of [`vague`](super::vague).

use rust_decimal::Decimal;

use crate::model::{Counted, Digits, Gender, Number, Percent, Qualifier as Q, Quantity, Unit};

use super::count::Noun;
use super::digits::{MINUS, NBSP};
use super::lang::finer::Worded;
use super::lang::{Currency, Qualifier};
use super::{Case, Form, Kind, Locale, Measure, Phrase};

/// What a phrase is asked for.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    pub counted: Counted<'a>,
    pub case: Case,
    pub form: Form,
    /// Whether the counted noun is printed.
    pub noun: bool,
}

impl Locale {
    /// The whole phrase of a measure. In [`Form::Short`] the counted noun is left out, money keeps
    /// its currency.
    pub fn measure(&self, measure: &Measure<'_>, case: Case, form: Form) -> Phrase {
        let ask = Ask { counted: measure.counted, case, form, noun: form == Form::Prose };
        let mut phrase = self.quantity(measure.quantity, &ask, measure.whole, measure.than);
        if let Some(sign) = self.unit_sign(measure).filter(|_| form == Form::Short) {
            phrase = phrase.then_text(NBSP).then(self.text(sign));
        }
        match measure.per {
            Some(per) if self.syntax().per_first => {
                Phrase::text(format!("{} ", self.language.per[per as usize])).then(phrase)
            }
            Some(per) => phrase.then_text(format!(" {}", self.language.per[per as usize])),
            None => phrase,
        }
    }

    /// The sign of a unit of measure after a number: the label of a tile does not say it.
    fn unit_sign<'a>(&self, measure: &Measure<'a>) -> Option<&'a str> {
        match (measure.counted, measure.quantity) {
            (Counted::Noun(unit), Quantity::One(..) | Quantity::Range(..)) => {
                unit.forms.get(self.language.tag)?.sign.as_deref()
            }
            _ => None,
        }
    }

    /// Qualifier, number, scale, percent or currency, without the counted noun.
    pub fn number_only(&self, quantity: &Quantity, counted: Counted<'_>, case: Case, form: Form) -> Phrase {
        self.quantity(quantity, &Ask { counted, case, form, noun: false }, None, None)
    }

    /// A percentage that is already rounded.
    pub fn percent(&self, value: Decimal, _case: Case, form: Form) -> Phrase {
        self.share(&Number::plain(value), form)
    }

    /// A difference of two percentages, already rounded.
    pub fn percentage_points(&self, value: Decimal, case: Case, form: Form) -> Phrase {
        let ask = Ask { counted: Counted::PercentagePoints, case, form, noun: true };
        self.one(&Number::plain(value), &ask)
    }

    fn quantity(
        &self,
        quantity: &Quantity,
        ask: &Ask<'_>,
        whole: Option<&str>,
        than: Option<&str>,
    ) -> Phrase {
        match quantity {
            Quantity::One(qualifier, number) => self.qualified(*qualifier, number, ask),
            Quantity::Range(low, high) => self.range(low, high, ask),
            _ => self.vague(quantity, ask, whole, than),
        }
    }

    fn qualified(&self, qualifier: Q, number: &Number, ask: &Ask<'_>) -> Phrase {
        let table = &self.language.qualifiers;
        let Some(words) = (match qualifier {
            Q::Approx => Some(&table.approx),
            Q::Nearly => Some(&table.nearly),
            Q::MoreThan => Some(&table.more_than),
            Q::AtLeast => Some(&table.at_least),
            Q::UpTo => Some(&table.up_to),
            Q::LessThan => Some(&table.less_than),
            _ => None,
        }) else {
            return self.one(number, ask);
        };
        if let (Some(behind), Form::Prose) = (self.behind(qualifier), ask.form) {
            return self.with_qualifier_behind(number, behind, ask);
        }
        let (words, after) = self.worded(qualifier).map_or((words, ""), |worded| match ask.form {
            Form::Prose => (&worded.words, worded.after),
            Form::Short => (&worded.words, worded.short_after),
        });
        let governed = Ask { case: words.case.unwrap_or(ask.case), ..*ask };
        self.with_qualifier(words, self.one(number, &governed), ask).then_text(after)
    }

    /// The wording of a qualifier that the style settled; `None` for the table's own.
    pub(super) fn worded(&self, qualifier: Q) -> Option<&'static Worded> {
        self.wordings.iter().flatten().find(|(known, _)| *known == qualifier).map(|(_, worded)| *worded)
    }

    /// Puts the qualifier in front; a sign becomes part of the figure.
    fn with_qualifier(&self, words: &Qualifier, mut phrase: Phrase, ask: &Ask<'_>) -> Phrase {
        if ask.form == Form::Prose {
            let count = words.before_count.filter(|_| self.counts(ask.counted));
            return self.contracted(Phrase::text(count.unwrap_or(words.before)).then(phrase));
        }
        match phrase.0.first_mut() {
            Some(first) if first.kind == Kind::Ltr && !words.short.ends_with(' ') => {
                first.text.insert_str(0, words.short);
                phrase
            }
            _ => Phrase::text(words.short).then(phrase),
        }
    }

    /// One number with what it counts.
    pub(super) fn one(&self, number: &Number, ask: &Ask<'_>) -> Phrase {
        match ask.counted {
            Counted::Percent => self.share(number, ask.form),
            Counted::Money(code) => self.money(number, code, ask.case),
            Counted::Noun(unit) if ask.noun && self.forms(unit).is_none() => {
                self.scaled_alone(number, ask.case).then_text(NBSP).then(self.missing_noun(unit))
            }
            Counted::Bare => self.alone(number, Gender::Masculine, ask.case, ask.form),
            Counted::Noun(_) | Counted::PercentagePoints => match self.noun(ask) {
                Some(noun) => self.counted_noun(number, noun, ask.case),
                None => self.alone(number, self.gender_of(ask.counted), ask.case, ask.form),
            },
        }
    }

    /// The noun that is counted, where it is printed.
    pub(super) fn noun<'a>(&self, ask: &Ask<'a>) -> Option<Noun<'a>> {
        let spell = ask.form == Form::Prose;
        match ask.counted {
            Counted::Noun(unit) if ask.noun => self.unit_noun(unit, spell),
            Counted::PercentagePoints => {
                let (gender, forms) = self.language.percent.points;
                Some(Noun { gender, forms, spell: false })
            }
            Counted::Money(code) => self
                .currency(code)
                .filter(|currency| currency.prefix.is_none())
                .map(|currency| Noun { gender: currency.gender, forms: currency.forms, spell: false }),
            _ => None,
        }
    }

    fn unit_noun<'a>(&self, unit: &'a Unit, spell: bool) -> Option<Noun<'a>> {
        Some(Noun { gender: self.gender(unit), forms: self.forms(unit)?, spell })
    }

    /// `US$20 billion`, `20 مليار دولار أمريكي`; a currency without a name goes by its code.
    fn money(&self, number: &Number, code: &str, case: Case) -> Phrase {
        let Some(currency) = self.currency(code) else {
            return self.scaled_alone(number, case).then_text(NBSP).then(Phrase::ltr(code));
        };
        match currency.prefix {
            Some(prefix) => prefixed(self.scaled_alone(number, case), prefix),
            None => {
                let noun = Noun { gender: currency.gender, forms: currency.forms, spell: false };
                self.counted_noun(number, noun, case)
            }
        }
    }

    pub(super) fn currency(&self, code: &str) -> Option<&'static Currency> {
        self.language.currencies.iter().find(|currency| currency.code == code)
    }

    /// The gender of a noun that is left out.
    pub(super) fn gender_of(&self, counted: Counted<'_>) -> Gender {
        match counted {
            Counted::Noun(unit) => self.gender(unit),
            _ => Gender::Masculine,
        }
    }

    /// Whether a share is written out, without the sign.
    pub(super) fn percent_in_words(&self, form: Form) -> bool {
        form == Form::Prose && self.choices.percent == Percent::Words
    }

    pub(super) fn percent_word(&self) -> &'static str {
        let spellings = self.language.percent.spellings;
        spellings.get(self.choices.percent_spelling).or(spellings.first()).copied().unwrap_or("%")
    }

    pub(super) fn percent_sign(&self) -> &'static str {
        match self.choices.digits {
            Digits::Latn => "%",
            Digits::Arab => self.language.percent.native_sign,
        }
    }
}

/// Glues a currency sign before the digits, behind a minus sign.
pub(super) fn prefixed(mut phrase: Phrase, prefix: &str) -> Phrase {
    if let Some(first) = phrase.0.first_mut() {
        let at = if first.text.starts_with(MINUS) { MINUS.len_utf8() } else { 0 };
        first.text.insert_str(at, prefix);
    }
    phrase
}
