//! A row -> what is said of it in one language.

use serde::Serialize;

use super::{Code, Matter, People, Row, Sum};
use crate::locale::{Case, Compared, Form, Locale, Measure, Move, Phrase};
use crate::model::{
    Commitment, Contribution, Correction, Counted, Figure, Localized, Name, Number, Qualifier, Quantity,
    Requirement, SpannedName, Stage, Target, Threat, TrendWord,
};
use crate::text::Wording;

/// A row in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Said {
    /// What became of it: Up, Newly listed.
    pub word: Phrase,
    /// What it is about.
    pub what: Phrase,
    /// As it was.
    pub before: Option<Phrase>,
    /// When it was so, of a figure.
    pub before_when: Option<Phrase>,
    /// As it is.
    pub now: Option<Phrase>,
    /// Since when, of a figure.
    pub now_when: Option<Phrase>,
    /// By how much it moved, or why nothing can be said of that.
    pub change: Option<Phrase>,
    /// What became of it and what it was before, in one line: up from 75 in May 2018.
    #[serde(skip)]
    pub line: Phrase,
}

/// Says what changed, in the language of both wordings. The earlier edition may be without texts.
#[derive(Clone, Copy)]
pub struct Speaker<'w, 'a> {
    /// The earlier edition.
    pub before: &'w Wording<'a>,
    /// The later edition.
    pub now: &'w Wording<'a>,
}

/// Both sides, as far as they are there, and what is between them.
type Sides = (Option<Phrase>, Option<Phrase>, Option<Phrase>);

impl<'a> Speaker<'_, 'a> {
    /// What is said of a row.
    pub fn say(&self, row: &Row<'a>) -> Said {
        let (what, (before, now, change)) = match &row.matter {
            Matter::Figure { before, now, compared } => {
                // What was counted anew is not said to have moved.
                let compared = compared.filter(|_| row.code != Code::Restated);
                (self.figure_label(*before, *now), self.figures(*before, *now, compared))
            }
            Matter::Threat { before, now, severity } => {
                let what = match (now, before) {
                    (Some(now), _) => self.now.localized(&now.name, &now.id.value),
                    (None, Some(old)) => known(self.before, &old.name, &old.id.value),
                    (None, None) => Phrase::default(),
                };
                (what, self.threats(*before, *now, *severity))
            }
            Matter::Commitment { before, now, was } => {
                let state = |code| self.label(&format!("states.commitment.{code}"));
                let due = |promise: Option<&'a Commitment>, words: &Wording<'a>| {
                    let due = promise?.due.as_ref()?;
                    Some(words.when(&due.value, None, Form::Short))
                };
                let sides = if row.code == Code::Changed && *was == now.map(|now| now.status.value) {
                    (due(*before, self.before), due(*now, self.now), None)
                } else {
                    let is = now.map(|now| state(now.status.value.code()));
                    (was.map(|was| state(was.code())), is, None)
                };
                (self.promise(*before, *now), sides)
            }
            Matter::Requirement { before, now, compared } => {
                let amount = |it: &'a Requirement| self.money(it.amount.value, &it.currency);
                let what =
                    self.requirement(*before, *now).then_text(": ").then(self.label("charts.required"));
                let counted = now.or(*before).map(|it| Counted::Money(&it.currency));
                (what, (before.map(amount), now.map(amount), self.extent(*compared, counted)))
            }
            Matter::Cover { requirement, before, now, compared } => {
                let share = |number: &Number| Some(self.short(number, Counted::Percent));
                let what = self
                    .requirement(None, Some(requirement))
                    .then_text(": ")
                    .then(self.label("charts.funded"));
                (what, (share(before), share(now), self.extent(Some(*compared), Some(Counted::Percent))))
            }
            Matter::Total { stage, before, now, compared } => {
                let what =
                    self.label("sections.contribution_totals").then_text(": ").then(self.stage(*stage));
                let sum = |sum: &Sum| Some(self.sum(sum));
                (what, (sum(before), sum(now), self.extent(Some(*compared), Some(Counted::Money("USD")))))
            }
            Matter::Contribution { before, now, compared } => {
                let said = |given: Option<&'a Contribution>, words: &Wording<'a>| {
                    let given = given?;
                    let amount = words.amount(given)?;
                    let amount = words.locale.measure(&amount.measure(), Case::Nominative, Form::Short);
                    Some(words.locale.clauses(vec![amount, self.stage(given.stage.value)]))
                };
                let counted = now.and_then(|it| it.currency.as_ref()).map(|code| Counted::Money(code));
                let what = match (now, before) {
                    (Some(now), _) => self.gift(self.now, now),
                    (None, Some(old)) => self.gift(self.before, old),
                    (None, None) => Phrase::default(),
                };
                (what, (said(*before, self.before), said(*now, self.now), self.extent(*compared, counted)))
            }
            Matter::People { place, people, before, now, compared } => {
                let of = match people {
                    People::Returned => "columns.returned",
                    People::Displaced => "columns.displaced",
                };
                let place = place.map_or_else(|| self.label("words.total"), |id| self.place(id));
                let number = |number: &Number| self.locale().number(number);
                let sides = (before.as_ref().map(number), now.as_ref().map(number));
                let what = place.then_text(": ").then(self.label(of));
                (what, (sides.0, sides.1, self.extent(*compared, Some(Counted::Bare))))
            }
            Matter::Fighters { before, now, compared } => {
                let category = now.or(*before).map(|it| it.category.code()).unwrap_or_default();
                let of = match (now, before) {
                    (Some(now), _) => self.now.name(&now.of),
                    (None, Some(old)) => self.named(self.before, &old.of),
                    (None, None) => Phrase::default(),
                };
                let what = self.label(&format!("states.category.{category}")).then_text(": ").then(of);
                let closing = |it: &crate::model::Fighters| self.locale().number(&it.closing.value);
                (what, (before.map(closing), now.map(closing), self.extent(*compared, Some(Counted::Bare))))
            }
            Matter::Correction(correction) => self.correction(correction),
            Matter::Text { .. } => (self.locale().identifier(&row.id), (None, None, None)),
        };
        let word = match (&row.matter, row.code) {
            (Matter::Commitment { now: Some(now), .. }, Code::New) => {
                self.label(&format!("states.commitment.{}", now.status.value.code()))
            }
            // New, as the data say, and not only in the list.
            (Matter::Threat { now: Some(now), .. }, Code::New) if now.trend == Some(TrendWord::New) => {
                self.label("states.trend.new")
            }
            _ => self.label(&row.code.label()),
        };
        let line = self.line(row, &word, before.as_ref());
        let when = |figure: Option<&'a Figure>, words: &Wording<'a>| words.figure_date(figure?, Form::Short);
        let (before_when, now_when) = match &row.matter {
            Matter::Figure { before, now, .. } => (when(*before, self.before), when(*now, self.now)),
            _ => (None, None),
        };
        Said { word, what, before, before_when, now, now_when, change, line }
    }

    fn locale(&self) -> &'a Locale {
        self.now.locale
    }

    fn label(&self, key: &str) -> Phrase {
        self.now.label(key)
    }

    /// What became of it, and what it was.
    fn line(&self, row: &Row<'a>, word: &Phrase, before: Option<&Phrase>) -> Phrase {
        let was = |before: &Phrase| {
            let slots = [("word", word.clone()), ("before", before.clone())];
            self.now.label_with("diff.was", &slots)
        };
        let told = match (&row.matter, row.code) {
            (Matter::Figure { before: Some(old), now: Some(now), compared: Some(compared) }, code) => {
                self.moved(old, now, *compared, code)
            }
            (Matter::Cover { before, now, compared, .. }, _) => {
                let quantity = |number: &Number| Quantity::One(Qualifier::Exact, *number);
                let (old, new) = (quantity(before), quantity(now));
                let measure = |quantity| Measure::new(quantity, Counted::Percent);
                Some(self.locale().change_as(*compared, &measure(&old), &measure(&new), None).text)
            }
            (Matter::People { before: Some(before), now: Some(now), compared: Some(compared), .. }, _) => {
                let quantity = |number: &Number| Quantity::One(Qualifier::Exact, *number);
                let (old, new) = (quantity(before), quantity(now));
                let measure = |quantity| Measure::new(quantity, Counted::Bare);
                Some(self.locale().change_as(*compared, &measure(&old), &measure(&new), None).text)
            }
            _ => None,
        };
        told.or_else(|| before.map(was)).unwrap_or_else(|| word.clone())
    }

    /// How a figure moved, in a sentence.
    fn moved(&self, old: &'a Figure, now: &'a Figure, compared: Compared, code: Code) -> Option<Phrase> {
        let value = self.now.value(now)?;
        // Units that count the same things are taken for the one of the later figure.
        let before = match compared.code {
            Move::NotComparable => self.before.value(old)?,
            _ => self.now.value_with(now, old.quantity().ok()?)?,
        };
        if code == Code::Restated {
            let before = self.locale().measure(&before.measure(), Case::Nominative, Form::Short);
            return Some(self.now.label_with("changes.restated", &[("before", before)]));
        }
        let change = |when: Option<&Phrase>| {
            self.locale().change_as(compared, &before.measure(), &value.measure(), when).text
        };
        Some(told(self.before, old, compared, change))
    }

    fn extent(&self, compared: Option<Compared>, counted: Option<Counted<'_>>) -> Option<Phrase> {
        let compared = compared?;
        self.locale().extent(&compared, counted?).or_else(|| self.locale().doubt(&compared))
    }

    /// What a figure measures, with its places where its edition has several of the metric.
    fn figure_label(&self, before: Option<&'a Figure>, now: Option<&'a Figure>) -> Phrase {
        let (words, figure) = match (now, before) {
            (Some(now), _) => (self.now, now),
            (None, Some(old)) => (self.before, old),
            (None, None) => return Phrase::default(),
        };
        let metric = words.edition.metrics.get(figure.metric.as_str());
        let label = match metric {
            Some(metric) if now.is_none() => known(words, &metric.label, &figure.metric.value),
            _ => words.figure_label(figure),
        };
        let alike = |it: &&Figure| it.metric.as_str() == figure.metric.as_str();
        let several = words.edition.figures.iter().filter(alike).count() > 1;
        if !several || figure.place.is_empty() {
            return label;
        }
        let places = figure.place.iter().map(|place| self.named(words, place)).collect();
        label.then_text(" (").then(self.locale().list(places)).then_text(")")
    }

    fn figures(
        &self,
        before: Option<&'a Figure>,
        now: Option<&'a Figure>,
        compared: Option<Compared>,
    ) -> Sides {
        let cell = |figure: Option<&'a Figure>, words: &Wording<'a>| {
            let figure = figure?;
            words.value(figure).map(|_| words.cell(figure, Form::Prose))
        };
        let counted = now.and_then(|now| self.now.edition.counted(now));
        (cell(before, self.before), cell(now, self.now), self.extent(compared, counted))
    }

    /// What changed of a threat: severity, trend, likelihood, each with its name.
    fn threats(&self, before: Option<&'a Threat>, now: Option<&'a Threat>, severity: Option<u8>) -> Sides {
        let level = |threat: &Threat| threat.severity.as_ref().map(|severity| severity.value);
        let was = [
            severity.map(|level| format!("severity.{level}")),
            before.and_then(|it| it.trend).map(|it| format!("trend.{}", it.code())),
            before.and_then(|it| it.likelihood).map(|it| format!("likelihood.{}", it.code())),
        ];
        let is = [
            now.and_then(level).map(|level| format!("severity.{level}")),
            now.and_then(|it| it.trend).map(|it| format!("trend.{}", it.code())),
            now.and_then(|it| it.likelihood).map(|it| format!("likelihood.{}", it.code())),
        ];
        // Of a threat that has one side only, its severity says enough.
        let both = before.is_some() && now.is_some();
        let differs = |at: usize| match both {
            true => was.get(at) != is.get(at),
            false => at == 0,
        };
        let said = |codes: &[Option<String>; 3]| {
            let parts: Vec<Phrase> = codes
                .iter()
                .zip(["words.severity", "words.trend", "words.likelihood"])
                .enumerate()
                .filter(|(at, _)| differs(*at))
                .filter_map(|(_, (code, name))| {
                    let value = self.label(&format!("states.{}", code.as_ref()?));
                    Some(self.label(name).then_text(": ").then(value))
                })
                .collect();
            (!parts.is_empty()).then(|| self.locale().clauses(parts))
        };
        (said(&was), said(&is), None)
    }

    /// Who promised what.
    fn promise(&self, before: Option<&'a Commitment>, now: Option<&'a Commitment>) -> Phrase {
        let (words, promise, owner) = match (now, before) {
            (Some(now), _) => (self.now, now, self.now.name(&now.owner)),
            (None, Some(old)) => (self.before, old, self.named(self.before, &old.owner)),
            (None, None) => return Phrase::default(),
        };
        let key = format!("commitments.{}", promise.id.value);
        let what = words.text(&key).unwrap_or_else(|| self.locale().identifier(&promise.id.value));
        owner.then_text(": ").then(what)
    }

    fn requirement(&self, before: Option<&'a Requirement>, now: Option<&'a Requirement>) -> Phrase {
        match (now, before) {
            (Some(now), _) => self.now.localized(&now.name, &now.id.value),
            (None, Some(old)) => known(self.before, &old.name, &old.id.value),
            (None, None) => Phrase::default(),
        }
    }

    /// Who gives, and for what.
    fn gift(&self, words: &Wording<'a>, given: &'a Contribution) -> Phrase {
        let donor = self.named(words, &given.donor);
        match &given.purpose {
            Some(purpose) => donor.then_text(": ").then(known(words, purpose, &given.id.value)),
            None => donor,
        }
    }

    fn stage(&self, stage: Stage) -> Phrase {
        self.label(&format!("states.stage.{}", stage.code()))
    }

    fn place(&self, id: &str) -> Phrase {
        let words = if self.now.edition.places.contains_key(id) { self.now } else { self.before };
        match words.edition.places.get(id) {
            Some(place) => known(words, &place.name, id),
            None => self.locale().identifier(id),
        }
    }

    /// The name of somebody or of a place, without a complaint where an earlier edition lacks it.
    fn named(&self, words: &Wording<'a>, name: &SpannedName) -> Phrase {
        let edition = words.edition;
        match &name.value {
            Name::Inline(names) => known(words, names, name.value.key()),
            Name::Id(id) => match (edition.orgs.get(id), edition.places.get(id)) {
                (Some(org), _) => known(words, &org.name, id),
                (None, Some(place)) => known(words, &place.name, id),
                (None, None) => self.locale().identifier(id),
            },
        }
    }

    fn correction(&self, it: &'a Correction) -> (Phrase, Sides) {
        let quantity = |number: Number| Quantity::One(it.q, number);
        let (what, from, to) = match self.now.index.get(&it.figure) {
            Some(Target::Figure(figure)) => {
                let value = |number: Number| {
                    let value = self.now.value_with(figure, quantity(number))?;
                    Some(self.locale().measure(&value.measure(), Case::Nominative, Form::Prose))
                };
                (self.now.figure_label(figure), value(it.from.value), value(it.to.value))
            }
            Some(Target::Contribution(given)) => {
                let donor = self.now.name(&given.donor);
                let currency = given.currency.as_ref().map_or("XXX", |code| code.as_str());
                let value = |number: Number| {
                    let quantity = quantity(number);
                    let measure = Measure::new(&quantity, Counted::Money(currency));
                    Some(self.locale().measure(&measure, Case::Nominative, Form::Prose))
                };
                let what = self.now.label_with("changes.contribution_of", &[("n", donor)]);
                (what, value(it.from.value), value(it.to.value))
            }
            _ => (self.locale().identifier(&it.figure), None, None),
        };
        let version = self.locale().count(u64::from(it.version.value));
        let on = self.now.date(&it.on, None, Form::Short);
        let when = self.now.label_with("changes.corrected_in", &[("version", version), ("date", on)]);
        (what, (from, to, Some(when)))
    }

    fn short(&self, number: &Number, counted: Counted<'_>) -> Phrase {
        let quantity = Quantity::One(Qualifier::Exact, *number);
        self.locale().measure(&Measure::new(&quantity, counted), Case::Nominative, Form::Short)
    }

    fn money(&self, number: Number, currency: &str) -> Phrase {
        self.short(&number, Counted::Money(currency))
    }

    /// A sum; about so much where an amount behind it is rounded.
    fn sum(&self, sum: &Sum) -> Phrase {
        let q = if sum.interval.exact().is_some() { Qualifier::Exact } else { Qualifier::Approx };
        let quantity = Quantity::One(q, Number::compact(sum.shown));
        self.locale().measure(&Measure::new(&quantity, Counted::Money("USD")), Case::Nominative, Form::Short)
    }
}

/// A name as neutral data have it; the id where they lack it in this language. An earlier edition need not have names
/// in a language that came later.
fn known(words: &Wording<'_>, names: &Localized, id: &str) -> Phrase {
    match names.get(words.locale.lang()) {
        Some(name) => words.locale.text(name),
        None => match words.texts.get(&format!("names.{id}")) {
            Some(message) => words.resolve(message),
            None => words.locale.identifier(id),
        },
    }
}

/// A change with the date of the earlier figure in it. A period takes no preposition and stands in brackets behind.
pub fn told(
    words: &Wording<'_>,
    old: &Figure,
    compared: Compared,
    change: impl FnOnce(Option<&Phrase>) -> Phrase,
) -> Phrase {
    match old.period {
        None => change(words.figure_dated(old).as_ref()),
        Some(_) if !matches!(compared.code, Move::Up | Move::Down) => change(None),
        Some(_) => match words.figure_date(old, Form::Short) {
            Some(period) => change(None).then_text(" (").then(period).then_text(")"),
            None => change(None),
        },
    }
}
