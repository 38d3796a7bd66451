//! What of an edition goes: what is over, and what only that pointed at.

use std::collections::{BTreeMap, BTreeSet};

use time::Date as Civil;

use crate::dossier::Dossier;
use crate::model::{Period, Point};
use crate::yaml::{Data, Entry, Node};

/// Sections of which each entry tells of one time, and the sections of their texts.
const OF_A_TIME: [(&str, &[&str]); 4] = [
    ("events", &["events"]),
    ("statements", &["statements"]),
    ("meetings", &["meetings", "decisions"]),
    ("commitments", &["commitments"]),
];
/// How commitments end.
const ENDED: [&str; 3] = ["done", "dropped", "superseded"];
/// Sections in which nothing points at an entry of the edition.
const FRAME: [&str; 12] = [
    "mujaz",
    "house",
    "checks",
    "style",
    "units",
    "metrics",
    "glossary",
    "places",
    "orgs",
    "labels",
    "text",
    "corrections",
];

/// Entries by section and id.
#[derive(Debug, Default)]
pub struct Gone {
    ids: BTreeMap<&'static str, BTreeSet<String>>,
    /// Agenda items and quotes of meetings that go.
    parts: BTreeSet<String>,
    /// Sources that are to be filled anew.
    pub asked: BTreeSet<String>,
}

impl Gone {
    /// What goes, and which sources are asked for anew.
    pub fn of(from: &Dossier, since: Civil, period: Option<Period>) -> Self {
        let tree = &from.tree;
        let mut gone = Self::default();
        for (section, _) in OF_A_TIME {
            let over = items(tree, section).filter(|item| {
                let status = item.get("status").and_then(Node::as_text).unwrap_or_default();
                section != "commitments" || ENDED.contains(&status)
            });
            let over = over.filter_map(Node::id).map(str::to_owned).collect();
            gone.ids.insert(section, over);
        }
        loop {
            gone.parts = parts(tree, gone.ids.get("meetings"));
            let mut pointed = BTreeSet::new();
            gone.slots(tree, &mut pointed);
            let kept: usize = gone.ids.values().map(BTreeSet::len).sum();
            gone.ids.values_mut().for_each(|ids| ids.retain(|id| !pointed.contains(id.as_str())));
            if gone.ids.values().map(BTreeSet::len).sum::<usize>() == kept {
                break;
            }
        }
        let before = Self::default().used(tree);
        loop {
            let now = gone.used(tree);
            let mut more = false;
            for section in ["figures", "references"] {
                for id in items(tree, section).filter_map(Node::id) {
                    let idle = before.contains(id) && !now.contains(id);
                    more |= idle && gone.ids.entry(section).or_default().insert(id.to_owned());
                }
            }
            if !more {
                break;
            }
        }
        gone.sources(from, since, period);
        gone
    }

    /// Whether an entry goes.
    pub fn has(&self, section: &str, id: &str) -> bool {
        self.ids.get(section).is_some_and(|ids| ids.contains(id))
    }

    /// Whether the texts of an id go, by the section of the texts.
    pub fn has_text(&self, section: &str, id: &str) -> bool {
        let of = OF_A_TIME.iter().find(|(_, texts)| texts.contains(&section));
        of.is_some_and(|(of, _)| self.has(of, id))
            || matches!(section, "agenda" | "quotes") && self.parts.contains(id)
    }

    /// The ids of all that goes, by section.
    pub fn told(&self) -> Vec<(String, Vec<String>)> {
        let some = self.ids.iter().filter(|(_, ids)| !ids.is_empty());
        some.map(|(section, ids)| ((*section).to_owned(), ids.iter().cloned().collect())).collect()
    }

    /// The ids in the placeholders of texts that stay, and those that choose among forms.
    fn slots<'t>(&self, tree: &'t Node, found: &mut BTreeSet<&'t str>) {
        let languages = tree.get("text").and_then(Node::as_map).unwrap_or(&[]);
        for section in languages.iter().filter_map(|it| it.value.as_map()).flatten() {
            match section.value.as_map() {
                Some(entries) => {
                    let stay = entries.iter().filter(|entry| !self.has_text(&section.key, &entry.key));
                    stay.for_each(|entry| slots(entry, found));
                }
                None => slots(section, found),
            }
        }
    }

    /// Everything that may be an id of something, in what stays.
    fn used<'t>(&self, tree: &'t Node) -> BTreeSet<&'t str> {
        let mut found = BTreeSet::new();
        self.slots(tree, &mut found);
        for section in tree.as_map().unwrap_or(&[]).iter().filter(|it| !FRAME.contains(&it.key.as_str())) {
            match section.value.as_seq() {
                Some(items) => {
                    let stay =
                        items.iter().filter(|item| item.id().is_none_or(|id| !self.has(&section.key, id)));
                    stay.for_each(|item| scalars(item, &mut found));
                }
                None => scalars(&section.value, &mut found),
            }
        }
        found
    }

    /// Sorts the sources: those of something carried are asked for anew, those of nothing that stays go.
    fn sources(&mut self, from: &Dossier, since: Civil, period: Option<Period>) {
        let (mut before, mut now, mut asked) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        each(&from.tree, &mut |section, entry| {
            let mut named = BTreeSet::new();
            sourced(entry, &mut named);
            before.extend(named.iter().copied());
            if section == "corrections" || entry.id().is_some_and(|id| self.has(section, id)) {
                return;
            }
            if is_carried(from, section, entry, since, period) {
                asked.extend(named.iter().map(|id| (*id).to_owned()));
            }
            now.extend(named);
        });
        let ids = items(&from.tree, "sources").filter_map(Node::id);
        let over = ids.filter(|id| before.contains(id) && !now.contains(id)).map(str::to_owned).collect();
        self.ids.insert("sources", over);
        self.asked = asked;
    }
}

/// Whether an entry that stays is to be brought up to date. Sections are told as in the data: `funding.contributions`.
pub fn is_carried(from: &Dossier, section: &str, entry: &Node, since: Civil, period: Option<Period>) -> bool {
    let text = |key: &str| entry.get(key).and_then(Node::as_text);
    match section {
        "figures" => {
            let figure = from.edition.figures.iter().find(|it| Some(it.id.as_str()) == entry.id());
            figure.is_none_or(|figure| figure.last_day().is_none_or(|day| day >= since))
        }
        "funding.requirements" => {
            let ends = entry.at("period.to").and_then(Node::as_text).and_then(|to| to.parse::<Point>().ok());
            let over = ends.zip(period).is_some_and(|(to, period)| to.last() < period.from.first());
            over || text("received").is_some() || text("funded").is_some()
        }
        "funding.contributions" => text("stage") != Some("paid"),
        "threats"
        | "progress"
        | "commitments"
        | "next_steps"
        | "events"
        | "meetings"
        | "statements"
        | "partners"
        | "returnees.displaced"
        | "returnees.fighters" => true,
        _ => false,
    }
}

/// Tells of every entry of the content, with its section.
fn each<'t>(tree: &'t Node, tell: &mut dyn FnMut(&str, &'t Node)) {
    let lists =
        ["figures", "threats", "progress", "commitments", "next_steps", "events", "meetings", "statements"];
    for section in lists.into_iter().chain(["references", "corrections"]) {
        items(tree, section).for_each(|item| tell(section, item));
    }
    for section in ["funding.requirements", "funding.contributions", "returnees.fighters"] {
        let list = tree.at(section).and_then(Node::as_seq).unwrap_or(&[]);
        list.iter().for_each(|item| tell(section, item));
    }
    for section in ["returnees.displaced", "partners"] {
        tree.at(section).into_iter().for_each(|map| tell(section, map));
    }
}

fn items<'t>(tree: &'t Node, section: &str) -> impl Iterator<Item = &'t Node> + use<'t> {
    tree.get(section).and_then(Node::as_seq).unwrap_or(&[]).iter()
}

/// Agenda items and quotes of these meetings.
fn parts(tree: &Node, meetings: Option<&BTreeSet<String>>) -> BTreeSet<String> {
    let over = |meeting: &&Node| meeting.id().is_some_and(|id| meetings.is_some_and(|ids| ids.contains(id)));
    let lists = items(tree, "meetings")
        .filter(over)
        .flat_map(|meeting| [meeting.get("agenda"), meeting.get("quotes")]);
    let parts = lists.flatten().filter_map(Node::as_seq).flatten();
    parts.filter_map(Node::id).map(str::to_owned).collect()
}

fn slots<'t>(entry: &'t Entry, found: &mut BTreeSet<&'t str>) {
    if let ("by", Some(id)) = (entry.key.as_str(), entry.value.as_text()) {
        found.insert(id.trim());
    }
    slots_in(&entry.value, found);
}

fn slots_in<'t>(node: &'t Node, found: &mut BTreeSet<&'t str>) {
    match &node.data {
        Data::Scalar(text, _) => {
            found.extend(
                text.split('{').skip(1).map(|slot| slot.split(['}', ':', '.', ' ']).next().unwrap_or(slot)),
            );
        }
        Data::Seq(items) => items.iter().for_each(|item| slots_in(item, found)),
        Data::Map(entries) => entries.iter().for_each(|entry| slots(entry, found)),
    }
}

/// The values of a part, without its own id.
fn scalars<'t>(node: &'t Node, found: &mut BTreeSet<&'t str>) {
    match &node.data {
        Data::Scalar(text, _) => drop(found.insert(text)),
        Data::Seq(items) => items.iter().for_each(|item| scalars(item, found)),
        Data::Map(entries) => {
            let fields = entries.iter().filter(|entry| entry.key != "id");
            fields.for_each(|entry| scalars(&entry.value, found));
        }
    }
}

/// The sources that a part names.
fn sourced<'t>(node: &'t Node, found: &mut BTreeSet<&'t str>) {
    match &node.data {
        Data::Scalar(..) => {}
        Data::Seq(items) => items.iter().for_each(|item| sourced(item, found)),
        Data::Map(entries) => {
            for entry in entries {
                match entry.key.as_str() {
                    "source" => scalars(&entry.value, found),
                    _ => sourced(&entry.value, found),
                }
            }
        }
    }
}
