//! Quantities without a number of their own: orders of magnitude, most, all, none, some.

use rust_decimal::Decimal;

use crate::model::{Counted, Number, Qualifier, Quantity, Scale};

use super::digits::{MINUS, NBSP};
use super::lang::{Amount, Forms, in_case};
use super::measure::Ask;
use super::{Form, Locale, Phrase};

impl Locale {
    /// The phrase of a quantity that has no number; `whole` and `than` as in
    /// [`Measure`](super::Measure).
    pub(super) fn vague(
        &self,
        quantity: &Quantity,
        ask: &Ask<'_>,
        whole: Option<&str>,
        than: Option<&str>,
    ) -> Phrase {
        let words = &self.language.vague;
        match quantity {
            Quantity::Order(magnitude) => self.order(*magnitude, ask),
            Quantity::LessThanFigure(_) => self.less_than(ask, than),
            Quantity::Majority => self.part_of(words.most_of, words.most, ask, whole),
            Quantity::All
                if ask.counted == Counted::Percent && (whole.is_none() || ask.form == Form::Short) =>
            {
                self.share(&Number::plain(100), ask.form)
            }
            Quantity::All => self.part_of(words.all_of, words.all, ask, whole),
            Quantity::None => match (ask.counted, self.plural_of(ask)) {
                (Counted::Percent, _) if ask.form == Form::Short => self.share(&Number::plain(0), ask.form),
                (Counted::Noun(unit), Some(forms)) => self.no(unit, &forms),
                _ => Phrase::text(words.nothing),
            },
            Quantity::Limited => self.amount(&words.limited, ask),
            Quantity::Unquantified => self.amount(&words.unquantified, ask),
            Quantity::One(..) | Quantity::Range(..) => Phrase::default(),
        }
    }

    /// "tens of thousands of people"; a money noun is named even where digits would take a sign.
    fn order(&self, magnitude: u8, ask: &Ask<'_>) -> Phrase {
        let orders = self.language.vague.orders;
        let index = usize::from(magnitude).clamp(1, orders.len()) - 1;
        let Some((alone, of)) = orders.get(index) else { return Phrase::default() };
        match self.plural_of(ask) {
            Some(forms) if self.syntax().orders_count => Phrase::text(format!("{of}{}", forms.other)),
            Some(forms) => Phrase::text(self.before_noun(of, &self.definite(&forms))),
            None => Phrase::text(*alone),
        }
    }

    /// "fewer than the number of returnees in Iraq".
    fn less_than(&self, ask: &Ask<'_>, than: Option<&str>) -> Phrase {
        let counts = self.counts(ask.counted);
        let table = &self.language.qualifiers.less_than;
        let qualifier = self.worded(Qualifier::LessThan).map_or(table, |worded| &worded.words);
        match than {
            Some(than) => {
                let before = qualifier.before_count.filter(|_| counts).unwrap_or(qualifier.before);
                self.with_whole(self.syntax().less_than_figure.unwrap_or(before), than)
            }
            None => Phrase::text(self.language.vague.less[usize::from(!counts)]),
        }
    }

    /// Most or all of a whole, of a plural, or alone.
    fn part_of(&self, of: [&str; 2], alone: &str, ask: &Ask<'_>, whole: Option<&str>) -> Phrase {
        match (whole, self.plural_of(ask)) {
            (Some(whole), _) => self.with_whole(of[0], whole),
            (None, Some(forms)) => self.with_whole(of[1], &self.definite(&forms)),
            (None, None) => Phrase::text(alone),
        }
    }

    /// An amount that is not given.
    fn amount(&self, amount: &Amount, ask: &Ask<'_>) -> Phrase {
        let word = match ask.counted {
            Counted::Money(_) => &amount.money,
            Counted::Percent | Counted::PercentagePoints if ask.form == Form::Prose => &amount.share,
            _ => match self.plural_of(ask) {
                Some(forms) => {
                    let of = in_case(&amount.of, ask.case);
                    let counts = self.syntax().amounts_count;
                    let noun = if counts { forms.other.to_owned() } else { self.definite(&forms) };
                    return Phrase::text(self.before_noun(of, &noun));
                }
                None => &amount.alone,
            },
        };
        Phrase::text(in_case(word, ask.case))
    }

    /// The forms of the noun that may follow, where one is wanted and known.
    fn plural_of<'a>(&self, ask: &Ask<'a>) -> Option<Forms<'a>> {
        match ask.counted {
            Counted::Noun(unit) if ask.noun => self.forms(unit),
            Counted::Money(code) => self.currency(code).map(|currency| currency.forms),
            _ => None,
        }
    }

    /// The plural after "of": definite where the language has an article on the noun.
    fn definite(&self, forms: &Forms<'_>) -> String {
        let article = self.language.counting.article;
        if let Some(definite) = forms.definite {
            return definite.to_owned();
        }
        let plural = forms.few.unwrap_or(forms.other);
        // An article before the first word alone would be wrong in a construct or before an adjective.
        if article.is_empty() || plural.contains([' ', '\u{a0}']) || plural.starts_with(article) {
            plural.to_owned()
        } else {
            format!("{article}{plural}")
        }
    }

    /// Whether "fewer" is right: counted nouns other than measures.
    pub(super) fn counts(&self, counted: Counted<'_>) -> bool {
        let Counted::Noun(unit) = counted else { return false };
        // Things that are counted have no sign of measure.
        if unit.forms.get(self.language.tag).is_some_and(|forms| forms.sign.is_some()) {
            return false;
        }
        let Some(forms) = self.forms(unit) else { return true };
        let last = forms.one.unwrap_or(forms.other).rsplit([' ', '\u{a0}']).next();
        !last.is_some_and(|last| self.language.counting.measures.contains(&last))
    }

    /// A share of a hundred: in words or with the sign.
    pub(super) fn share(&self, number: &Number, form: Form) -> Phrase {
        let figure = self.grouped(in_full(number));
        let (syntax, word, sign) = (self.syntax(), self.percent_word(), self.percent_sign());
        if self.percent_in_words(form) {
            return match syntax.percent_word_first {
                true => Phrase::text(format!("{word}{NBSP}")).then(self.figure(&figure)),
                false => self.figure(&figure).then_text(format!("{NBSP}{word}")),
            };
        }
        if !syntax.sign_first {
            return self.figure(&format!("{figure}{}{sign}", syntax.sign_gap));
        }
        match figure.strip_prefix(MINUS) {
            Some(digits) => self.figure(&format!("{MINUS}{sign}{digits}")),
            None => self.figure(&format!("{sign}{figure}")),
        }
    }
}

/// A share has no scale word: 2K percent is 2,000.
pub(super) fn in_full(number: &Number) -> Decimal {
    match number.scale {
        Scale::One => number.mantissa,
        _ => number.value().normalize(),
    }
}
