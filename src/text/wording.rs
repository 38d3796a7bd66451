//! What each thing of an edition is called in one language.

use std::cell::RefCell;

use super::slots::Swept;
use super::{Labels, Message, Segment, Texts};
use crate::diag::Finding;
use crate::locale::{Case, Form, Kind, Locale, Measure, Phrase};
use crate::model::{
    Contribution, Counted, Date, DatePart, Edition, Figure, Index, Localized, Name, OrgType, Per, Period,
    Qualifier, Quantity, SpannedName, When,
};

/// A quantity with all that its phrase needs, held together so that a [`Measure`] can borrow it.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    /// Qualifier and numbers.
    pub quantity: Quantity,
    /// What is counted.
    pub counted: Counted<'a>,
    /// Of a rate.
    pub per: Option<Per>,
    whole: Option<&'a str>,
    than: Option<&'a str>,
}

impl Value<'_> {
    /// The measure that the locale writes.
    pub fn measure(&self) -> Measure<'_> {
        Measure {
            quantity: &self.quantity,
            counted: self.counted,
            per: self.per,
            whole: self.whole,
            than: self.than,
        }
    }
}

/// An edition with everything that its wording in one language needs.
///
/// What is missing is marked in the phrases and collected as findings.
pub struct Wording<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Its ids.
    pub index: &'a Index<'a>,
    /// Numbers and dates.
    pub locale: &'a Locale,
    /// The template's words.
    pub labels: &'a Labels,
    /// The messages.
    pub texts: &'a Texts,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Wording<'a> {
    /// Puts the pieces together.
    pub fn new(
        edition: &'a Edition,
        index: &'a Index<'a>,
        locale: &'a Locale,
        labels: &'a Labels,
        texts: &'a Texts,
    ) -> Self {
        Self { edition, index, locale, labels, texts, findings: RefCell::default() }
    }

    /// What was missing, in texts that no section prints as well.
    pub fn into_findings(self) -> Vec<Finding> {
        for (_, message) in self.texts.all() {
            message.forms().for_each(|form| {
                self.filled(form, None);
            });
            self.chooses(message);
        }
        self.findings.into_inner()
    }

    /// TR02: what chooses among forms must be a number.
    fn chooses(&self, message: &Message) {
        let Some(by) = message.plural.as_ref().map(|plural| &plural.by) else { return };
        if self.quantity(&by.path).is_none() && !self.is_reported(&by.path) {
            self.report(match self.slot_leads(&by.path) {
                true => Finding::error("TR02", format!("`{}` is no number to choose a form by", by.path))
                    .at(by.span, "not a number")
                    .help("name a figure, or a total such as `partners.states`"),
                false => self.unknown(by),
            });
        }
    }

    pub(super) fn report(&self, finding: Finding) {
        let mut findings = self.findings.borrow_mut();
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }

    /// A word of the closed lists or of the template: `states.trend.rising`.
    pub fn label(&self, key: &str) -> Phrase {
        match self.labels.get(key) {
            Some(word) => self.locale.text(word),
            None => {
                self.report(
                    Finding::error("TR05", format!("language `{}` has no label `{key}`", self.locale.lang()))
                        .help(format!("add `{key}` to data/labels/{}.yaml", self.locale.lang())),
                );
                Phrase::of(Kind::Missing, key)
            }
        }
    }

    /// A label with its slots filled: `{n}` by the phrase given for `n`.
    pub fn label_with(&self, key: &str, slots: &[(&str, Phrase)]) -> Phrase {
        let Some(pattern) = self.labels.get(key) else { return self.label(key) };
        let mut phrase = Phrase::default();
        let mut rest = pattern;
        while let Some((words, after)) = rest.split_once('{') {
            phrase.push(Phrase::text(words));
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            match slots.iter().find(|(slot, _)| *slot == name) {
                Some((_, value)) => phrase.push(value.clone()),
                None => phrase.push(Phrase::of(Kind::Missing, name)),
            }
            rest = tail;
        }
        phrase.then_text(rest)
    }

    /// A short name in the language; `id` is what a text file calls it under `names`.
    pub fn localized(&self, names: &Localized, id: &str) -> Phrase {
        if let Some(name) = names.get(self.locale.lang()) {
            return self.locale.text(name);
        }
        if let Some(message) = self.texts.get(&format!("names.{id}")) {
            return self.resolve(message);
        }
        if !self.edition.refused.names(self.locale.lang()) {
            self.report(
                Finding::warning("TR01", format!("language `{}` has no name for `{id}`", self.locale.lang()))
                    .help(format!("add `{id}` under `names` in text/{}.yaml", self.locale.lang())),
            );
        }
        match names.iter().next() {
            Some((_, other)) => Phrase::of(Kind::Missing, other.clone()),
            None => Phrase::of(Kind::Missing, id),
        }
    }

    /// The name of an org, person or place.
    pub fn name(&self, name: &SpannedName) -> Phrase {
        match &name.value {
            Name::Inline(names) => self.localized(names, "names"),
            Name::Id(id) => self.name_of(id),
        }
    }

    /// The name of the org, person or place with this id.
    pub fn name_of(&self, id: &str) -> Phrase {
        match (self.edition.orgs.get(id), self.edition.places.get(id)) {
            (Some(org), _) => self.localized(&org.name, id),
            (None, Some(place)) => self.localized(&place.name, id),
            (None, None) => Phrase::of(Kind::Missing, id),
        }
    }

    /// A name, with the role of a person after it.
    pub fn name_and_role(&self, name: &SpannedName) -> Phrase {
        let phrase = self.name(name);
        let Name::Id(id) = &name.value else { return phrase };
        match self.edition.orgs.get(id) {
            Some(org) if org.kind == OrgType::Person => match &org.role {
                Some(role) => self.locale.join(vec![phrase, self.localized(role, id)]),
                None => phrase,
            },
            _ => phrase,
        }
    }

    /// Several names as an and-list; `None` if there are none.
    pub fn names(&self, names: &[SpannedName]) -> Option<Phrase> {
        (!names.is_empty()).then(|| self.locale.list(names.iter().map(|name| self.name(name)).collect()))
    }

    /// The noun or sign that a unit id stands for.
    fn counted(&self, unit: &'a str, currency: Option<&'a str>) -> Counted<'a> {
        match (unit, currency) {
            (_, Some(code)) => Counted::Money(code),
            ("percent", _) => Counted::Percent,
            ("points", _) => Counted::PercentagePoints,
            _ => self.edition.units.get(unit).map_or(Counted::Bare, Counted::Noun),
        }
    }

    /// A figure's value, ready to be measured; `None` if its quantity is incomplete.
    pub fn value(&self, figure: &'a Figure) -> Option<Value<'a>> {
        self.value_with(figure, figure.quantity().ok()?)
    }

    /// Another quantity in a figure's unit: what it restates, or a difference.
    pub fn value_with(&self, figure: &'a Figure, quantity: Quantity) -> Option<Value<'a>> {
        let lang = self.locale.lang();
        let metric = self.edition.metrics.get(figure.metric.as_str())?;
        let unit = figure.unit.as_ref().map_or(metric.unit.as_str(), |unit| unit.as_str());
        let currency = figure.currency.as_ref().map(|code| code.as_str());
        let than = match &quantity {
            Quantity::LessThanFigure(id) => self
                .index
                .figure(id)
                .and_then(|other| self.edition.metrics.get(other.metric.as_str()))
                .and_then(|metric| metric.noun.as_ref().or(Some(&metric.label))?.get(lang)),
            _ => None,
        };
        Some(Value {
            quantity,
            counted: self.counted(unit, currency),
            per: figure.per,
            whole: metric.whole.as_ref().and_then(|whole| whole.get(lang)).map(String::as_str),
            than: than.map(String::as_str),
        })
    }

    /// A contribution's amount.
    pub fn amount(&self, given: &'a Contribution) -> Option<Value<'a>> {
        let currency = given.currency.as_ref().map_or("XXX", |code| code.as_str());
        Some(Value {
            quantity: given.quantity().ok()?,
            counted: Counted::Money(currency),
            per: None,
            whole: None,
            than: None,
        })
    }

    /// A figure's whole phrase, traced to its id. A figure that is only a trend says the trend.
    pub fn figure(&self, figure: &'a Figure, case: Case, form: Form) -> Phrase {
        let Some(value) = self.value(figure) else {
            return Phrase::of(Kind::Missing, figure.id.value.clone());
        };
        let phrase = match (&value.quantity, figure.trend) {
            (Quantity::Unquantified | Quantity::None, Some(trend)) => {
                self.label(&format!("states.trend.{}", trend.code()))
            }
            _ => self.locale.measure(&value.measure(), case, form),
        };
        phrase.traced(&figure.id.value)
    }

    /// A figure in a table or tile, where the label says what there may be none of.
    pub fn cell(&self, figure: &'a Figure, form: Form) -> Phrase {
        match (figure.q, figure.trend) {
            (Qualifier::None, None) => {
                let phrase = match self.value(figure).map(|value| value.counted) {
                    Some(Counted::Noun(unit)) => {
                        let one = self.locale.single(unit, Case::Nominative);
                        self.label_with("words.not_one", &[("n", one)])
                    }
                    _ => self.label("words.none"),
                };
                phrase.traced(&figure.id.value)
            }
            _ => self.figure(figure, Case::Nominative, form),
        }
    }

    /// What a figure measures.
    pub fn figure_label(&self, figure: &Figure) -> Phrase {
        match self.edition.metrics.get(figure.metric.as_str()) {
            Some(metric) => self.localized(&metric.label, &figure.metric.value),
            None => Phrase::of(Kind::Missing, figure.metric.value.clone()),
        }
    }

    /// A date with its part of the month or year.
    pub fn date(&self, date: &Date, part: Option<DatePart>, form: Form) -> Phrase {
        self.locale.date(date, part, form)
    }

    /// A date in a cell of its own.
    pub fn cell_date(&self, date: &Date, part: Option<DatePart>) -> Phrase {
        self.locale.capitalised(self.date(date, part, Form::Short))
    }

    /// An as-of.
    pub fn when(&self, when: &When, part: Option<DatePart>, form: Form) -> Phrase {
        match when {
            When::Date(date) => self.date(date, part, form),
            When::Text(words) => self.localized(words, "when"),
        }
    }

    /// A period, closed or open.
    pub fn period(&self, period: &Period, form: Form) -> Phrase {
        match period.to {
            Some(to) => self.locale.period(&period.from, &to, form),
            None => self.locale.date(&Date::Interval(period.from, None), None, form),
        }
    }

    /// When a figure holds: its period or its as-of.
    pub fn figure_date(&self, figure: &Figure, form: Form) -> Option<Phrase> {
        if let Some(period) = &figure.period {
            return Some(self.period(&period.value, form));
        }
        figure.as_of.as_ref().map(|when| self.when(&when.value, figure.part, form))
    }

    /// The same with the preposition that it takes in a sentence: "in May 2018".
    pub fn figure_dated(&self, figure: &Figure) -> Option<Phrase> {
        match (&figure.period, figure.as_of.as_ref().map(|when| &when.value)) {
            (None, Some(When::Date(date))) => Some(self.locale.dated(date, figure.part)),
            _ => self.figure_date(figure, Form::Prose),
        }
    }

    /// The message under a key, resolved; `None` if there is none.
    pub fn text(&self, key: &str) -> Option<Phrase> {
        self.texts.get(key).map(|message| self.resolve(message))
    }

    /// The message under a key; a visible mark if it is missing.
    pub fn required(&self, key: &str) -> Phrase {
        self.text(key).unwrap_or_else(|| {
            let label = self.label("page.missing_text").plain();
            Phrase::of(Kind::Missing, format!("{label}: {key}"))
        })
    }

    /// The messages of a list, resolved.
    pub fn texts(&self, key: &str) -> Vec<Phrase> {
        self.texts.list(key).iter().map(|message| self.resolve(message)).collect()
    }

    /// Fills the slots of a message, in the form that its figure asks for.
    pub fn resolve(&self, message: &Message) -> Phrase {
        self.resolve_as(message, None)
    }

    /// The same with another quantity in one slot.
    pub(super) fn resolve_as(&self, message: &Message, swept: Swept<'_>) -> Phrase {
        self.filled(self.form(message, swept), swept)
    }

    /// The form of a message by the number that is displayed: of a range the upper end, `other` without a
    /// number. A form that does not print the number can stand for an exact one only.
    fn form<'m>(&self, message: &'m Message, swept: Swept<'_>) -> &'m Message {
        let Some(plural) = &message.plural else { return message };
        let quantity = match swept.filter(|(path, _)| *path == plural.by.path) {
            Some((_, quantity)) => Some(quantity.clone()),
            None => self.quantity(&plural.by.path),
        };
        let (number, exact) = match quantity {
            Some(Quantity::One(qualifier, number)) => (number, qualifier == Qualifier::Exact),
            Some(Quantity::Range(_, high)) => (high, false),
            _ => return message,
        };
        let category = self.locale.plural(&number);
        let prints = |form: &Message| form.slots().any(|slot| slot.path == plural.by.path);
        let form = plural.forms.iter().find(|(known, _)| *known == category).map(|(_, form)| form);
        form.filter(|form| exact || prints(form)).unwrap_or(message)
    }

    /// Fills the slots of one form.
    fn filled(&self, message: &Message, swept: Swept<'_>) -> Phrase {
        let mut phrase = Phrase::default();
        for segment in &message.segments {
            match segment {
                Segment::Words(words) => phrase.push(self.locale.text(words)),
                Segment::Slot(slot) => phrase.push(self.slot(slot, swept)),
            }
        }
        self.locale.contracted(phrase)
    }
}
