//! The Brief of one edition in one language, section by section in the order of its kind.

use std::collections::BTreeMap;

use super::writer::Writer;
use super::{Body, Brief, Document, Fact, Marking, Masthead, Section};
use super::{
    closing, desk, figures, funding, meetings, opening, partners, progress, promises, returnees, series,
    since_last, threats,
};
use crate::diag::Finding;
use crate::dossier::Dossier;
use crate::locale::{Direction, Form, Phrase};
use crate::model::{Hijri, Point, Scheme, SectionKind};
use crate::text::{Flags, Typed, Wording};

/// Version of the Brief's format.
const SCHEMA: u32 = 1;

/// Writes the Brief of a dossier in one of its languages; `None` if the dossier has not the
/// language. What is missing is marked in the Brief and returned as findings.
pub fn write(dossier: &Dossier, lang: &str) -> Option<(Brief, Vec<Finding>)> {
    let language = dossier.languages.get(lang)?;
    let index = dossier.edition.index();
    let words = Wording::new(&dossier.edition, &index, &language.locale, &language.labels, &language.texts);
    let masters = dossier.masters();
    let words = words.with_flags(Flags::new(&dossier.states(lang, &masters)));
    let mut brief = Writer::new(&words, &dossier.history).brief(&language.labels);
    words.read_all();
    let states = dossier.states(lang, &with_names(masters, &words, dossier));
    brief.desk = desk::note(&words, &dossier.edition.head.master, &states);
    let mut findings = Vec::new();
    // Of a lock that could not be read, its own fault is told, and not that nothing is recorded.
    if let Some(pending) = dossier.pending(lang, &states).filter(|_| dossier.lock_is_whole) {
        findings = pending.warnings();
    }
    findings.extend(words.into_findings());
    Some((brief, findings))
}

/// The master texts of a language by key: the messages of the master language, and the names that neutral data
/// does not have in this language, in the master language. `None` if the dossier has not the language.
pub fn masters(dossier: &Dossier, lang: &str) -> Option<BTreeMap<String, Typed>> {
    let language = dossier.languages.get(lang)?;
    let index = dossier.edition.index();
    let words = Wording::new(&dossier.edition, &index, &language.locale, &language.labels, &language.texts);
    Writer::new(&words, &dossier.history).brief(&language.labels);
    words.read_all();
    Some(with_names(dossier.masters(), &words, dossier))
}

/// Adds the names that a text file has to give.
fn with_names(
    mut masters: BTreeMap<String, Typed>,
    words: &Wording<'_>,
    dossier: &Dossier,
) -> BTreeMap<String, Typed> {
    let master = dossier.languages.get(dossier.edition.head.master.as_str());
    for (key, name) in words.lacking() {
        let typed = || master?.texts.get(&key).map(Typed::of);
        if let Some(name) = name.or_else(typed) {
            masters.insert(key, name);
        }
    }
    masters
}

impl Writer<'_> {
    fn brief(&self, labels: &crate::text::Labels) -> Brief {
        let edition = self.edition();
        let head = &edition.head;
        let dir = match self.words.locale.direction() {
            Direction::Rtl => "rtl",
            Direction::Ltr => "ltr",
        };
        Brief {
            schema: SCHEMA,
            edition: head.id.value.clone(),
            kind: head.kind.code().into(),
            lang: self.words.locale.lang().into(),
            dir: dir.into(),
            time_axis: dir.into(),
            document: self.document(),
            marking: self.marking(),
            masthead: self.masthead(),
            desk: None,
            labels: labels.tree().clone(),
            sections: self.sections(),
        }
    }

    fn document(&self) -> Document {
        let head = &self.edition().head;
        let series = self.words.localized(&self.edition().house.series, "series").plain();
        let title = self.words.required("title").plain();
        let kind = self.words.label(&format!("kinds.{}", head.kind.code())).plain();
        Document {
            title: format!("{series}: {title}"),
            authors: vec![self.words.name_of(&head.publisher.org).plain()],
            description: self.words.needed("bottom_line").map(|it| it.plain()).unwrap_or_default(),
            keywords: vec![series, kind, head.id.value.clone()],
        }
    }

    fn marking(&self) -> Marking {
        let head = &self.edition().head;
        let label = head.marking.label.as_ref().map(|label| label.value.clone());
        let tone = tone(head.marking.scheme, label.as_deref());
        let caveats = head.marking.caveats.iter().map(|words| self.words.localized(words, "caveats"));
        let embargo = head.embargo.as_ref().map(|embargo| {
            self.words.label_with("page.embargo", &[("n", self.words.locale.moment(&embargo.until))])
        });
        Marking {
            label: label.filter(|_| head.marking.scheme != Scheme::None),
            tone: tone.into(),
            caveats: caveats.collect(),
            embargo,
            notice: head.invented.then(|| self.words.label("page.invented")),
        }
    }

    fn masthead(&self) -> Masthead {
        let head = &self.edition().head;
        let words = self.words;
        let number = head.number.map(|number| words.locale.count(u64::from(number)));
        let languages = head.languages.iter().map(|lang| words.label(&format!("languages.{}", lang.value)));
        let issued = &head.issued.value;
        let facts: Vec<Fact> = [
            self.fact("masthead.number", number),
            self.fact(
                "masthead.period",
                head.period.as_ref().map(|period| words.period(period, Form::Short)),
            ),
            self.fact("masthead.cut_off", head.cut_off.as_ref().map(|at| words.locale.moment(at))),
            self.fact("masthead.issued", Some(words.locale.moment(issued))),
            self.hijri_fact(),
            self.fact("masthead.version", Some(words.locale.count(u64::from(head.version)))),
            self.fact("masthead.languages", Some(words.locale.list(languages.collect()))),
            // The bands on every page are artifacts, which screen readers skip.
            self.fact(
                "masthead.marking",
                head.marking.label.as_ref().map(|label| words.locale.identifier(&label.value)),
            ),
        ]
        .into_iter()
        .flatten()
        .collect();
        let series = words.localized(&self.edition().house.series, "series");
        let title = words.required("title");
        Masthead {
            running: series.clone().then_text(" · ").then(title.clone().unflagged()),
            series,
            kind: words.label(&format!("kinds.{}", head.kind.code())),
            title,
            subtitle: words.text("subtitle"),
            publisher: words.name_of(&head.publisher.org),
            logo: head.publisher.logo.as_ref().map(|logo| logo.value.clone()),
            facts,
        }
    }

    /// The day of issue in the Hijri calendar, where the style wants one; the label names the calendar.
    fn hijri_fact(&self) -> Option<Fact> {
        let locale = self.words.locale;
        if locale.hijri_policy() == Hijri::Never {
            return None;
        }
        let day = self.edition().head.issued.value.0.date();
        let (month, day_of_month) = (Some(day.month().into()), Some(day.day()));
        let point =
            Point { year: day.year(), month, day: day_of_month, approximate: false, uncertain: false };
        self.fact("masthead.hijri", locale.hijri(&point))
    }

    /// The sections that the edition or its kind asks for, without the empty ones.
    fn sections(&self) -> Vec<Section> {
        let edition = self.edition();
        let house = edition.house.sections.get(&edition.head.kind.value);
        let order = edition.head.sections.as_ref().or(house);
        let kinds = order.into_iter().flatten().map(|kind| kind.value);
        kinds.filter_map(|kind| self.section(kind)).collect()
    }

    fn section(&self, kind: SectionKind) -> Option<Section> {
        let body = match kind {
            SectionKind::BottomLine => opening::bottom_line(self),
            SectionKind::Highlights => opening::highlights(self),
            SectionKind::KeyFigures => figures::tiles(self),
            SectionKind::SinceLast => since_last::section(self),
            SectionKind::Situation => opening::situation(self),
            SectionKind::Threats => threats::section(self),
            SectionKind::Progress => progress::section(self),
            SectionKind::Funding => funding::section(self),
            SectionKind::Returnees => returnees::section(self),
            SectionKind::Partners => partners::section(self),
            SectionKind::Meetings => meetings::section(self),
            SectionKind::Commitments => promises::commitments(self),
            SectionKind::Timeline => promises::timeline(self),
            SectionKind::Statements => promises::statements(self),
            SectionKind::NextSteps => promises::next_steps(self),
            SectionKind::Corrections => figures::corrections(self),
            SectionKind::Figures => figures::register(self),
            SectionKind::Series => series::section(self),
            SectionKind::Method => closing::method(self),
            SectionKind::References => closing::references(self),
            SectionKind::Sources => closing::sources(self),
            SectionKind::Disclaimers => closing::disclaimers(self),
            SectionKind::Contacts => closing::contacts(self),
        }?;
        let title = match body {
            Body::BottomLine(_) => Phrase::default(),
            _ => self.words.label(&format!("sections.{}", kind.code())),
        };
        let intro = self.words.text(&format!("intro.{}", kind.code()));
        Some(Section { id: kind.code().into(), title, intro, body })
    }
}

/// The colours of a band.
pub(super) fn tone(scheme: Scheme, label: Option<&str>) -> &'static str {
    match (scheme, label) {
        (Scheme::Custom, _) => "custom",
        (_, Some("TLP:RED")) => "red",
        (_, Some("TLP:AMBER" | "TLP:AMBER+STRICT")) => "amber",
        (_, Some("TLP:GREEN")) => "green",
        _ => "clear",
    }
}

/// A list as a section's content; nothing if it is empty.
pub(super) fn filled<T>(items: Vec<T>, body: impl FnOnce(Vec<T>) -> Body) -> Option<Body> {
    (!items.is_empty()).then(|| body(items))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::write;
    use crate::diag::Sources;
    use crate::dossier::Dossier;
    use crate::layers::Project;
    use crate::locale::Locale;
    use crate::model::{Hijri, Style};

    /// The facts of a masthead whose label names the calendar, for each choice of a style.
    #[test]
    fn the_masthead_has_the_hijri_day_of_issue() {
        let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (dossier, _) = Dossier::read(&project, "2019-11-washington", None, &mut Sources::new());
        let mut dossier = dossier.unwrap();
        let mut facts = |lang: &str, hijri: Hijri| -> Vec<String> {
            let style = Style { hijri: Some(hijri), ..Style::default() };
            dossier.languages.get_mut(lang).unwrap().locale = Locale::new(lang, &style).unwrap();
            let (brief, _) = write(&dossier, lang).unwrap();
            let facts = brief.masthead.facts.iter().map(|fact| (fact.label.plain(), fact.value.plain()));
            facts
                .filter(|(label, _)| label.contains("أم القرى") || label.contains("Umm al-Qura"))
                .map(|(label, value)| {
                    format!("{label}: {value}").replace('\u{a0}', " ").replace('\u{2060}', "")
                })
                .collect()
        };
        // 14 November 2019 is 17 Rabi al-Awwal 1441 in the official tables; the issue is of the 17th.
        assert_eq!(facts("ar", Hijri::Cover), ["التاريخ الهجري وفق تقويم أم القرى: 20 ربيع الأول 1441هـ"]);
        assert_eq!(facts("en", Hijri::All), ["Hijri date (Umm al-Qura calendar): 20 Rabi al-Awwal 1441 AH"]);
        assert_eq!(facts("ar", Hijri::Never), Vec::<String>::new());
    }
}
