//! The data files of an edition in the next one: which entries and keys go, and which values change.

use rust_decimal::Decimal;

use super::Case;
use super::distance::Distance;
use super::gone::is_carried;
use crate::layers::CARRIED;
use crate::model::{Date, Moment, Number, Point};
use crate::text::keys;
use crate::yaml::{Change, Entry, NewValue, Node, Step};

/// Lists at the top whose entries go one by one.
const LISTS: [&str; 8] =
    ["figures", "events", "statements", "meetings", "commitments", "references", "sources", "corrections"];

/// What goes of a file.
pub(super) fn cuts<'n>(case: &Case<'_>, tree: &'n Node) -> Vec<Vec<Step<'n>>> {
    let mut cuts = Vec::new();
    for Entry { key, value, .. } in tree.as_map().unwrap_or(&[]) {
        let section = key.as_str();
        let top = vec![Step::Key(section)];
        if section == "corrections" {
            cuts.push(top);
            continue;
        }
        let items = value.as_seq().filter(|_| LISTS.contains(&section)).unwrap_or(&[]);
        let over = |item: &Node| item.id().is_some_and(|id| case.gone.has(section, id));
        if !items.is_empty() && items.iter().all(over) {
            cuts.push(top);
            continue;
        }
        for (at, item) in items.iter().enumerate() {
            let entry = [Step::Key(section), Step::Item(at, item.id())];
            match over(item) {
                true => cuts.push(entry.to_vec()),
                false => cuts.extend(
                    keys_over(case, section, item).map(|key| [&entry[..], &[Step::Key(key)]].concat()),
                ),
            }
        }
        let of_map: Vec<&str> = match section {
            "edition" => vec!["supersedes"],
            "partners" => vec!["joined"],
            "marks" => marks_over(case, value),
            _ => Vec::new(),
        };
        cuts.extend(of_map.into_iter().map(|key| vec![Step::Key(section), Step::Key(key)]));
        if let Some(marks) = value.get("text_marks").and_then(Node::as_map).filter(|_| section == "edition") {
            let over = |entry: &&Entry| {
                let (section, id, _) = keys::parts(&entry.key);
                case.gone.has_text(section, id)
            };
            let path =
                |entry: &'n Entry| vec![Step::Key("edition"), Step::Key("text_marks"), Step::Key(&entry.key)];
            match marks.iter().all(|entry| over(&entry)) {
                true => cuts.push(vec![Step::Key("edition"), Step::Key("text_marks")]),
                false => cuts.extend(marks.iter().filter(over).map(path)),
            }
        }
    }
    cuts
}

/// The keys of an entry that hold for the last edition only.
fn keys_over<'n>(
    case: &Case<'_>,
    section: &str,
    item: &'n Node,
) -> impl Iterator<Item = &'static str> + use<'n> {
    let text = |key: &str| item.get(key).and_then(Node::as_text);
    let keys: Vec<&str> = match section {
        "figures" if text("status") == Some("restated") => vec!["restates", "status"],
        "figures" => vec!["restates"],
        "commitments" if text("made_at").is_some_and(|id| case.gone.has("meetings", id)) => vec!["made_at"],
        "sources" if item.id().is_some_and(|id| case.gone.asked.contains(id)) => {
            vec!["date", "file", "sha256", "embargo"]
        }
        _ => Vec::new(),
    };
    keys.into_iter().filter(|key| item.get(key).is_some())
}

/// Sections marked as a whole of which nothing is left.
fn marks_over<'n>(case: &Case<'_>, marks: &'n Node) -> Vec<&'n str> {
    let is_empty = |section: &str| {
        let items = case.from.tree.get(section).and_then(Node::as_seq).unwrap_or(&[]);
        section == "corrections"
            || !items.is_empty()
                && items.iter().all(|item| item.id().is_some_and(|id| case.gone.has(section, id)))
    };
    let keys = marks.as_map().unwrap_or(&[]).iter().map(|entry| entry.key.as_str());
    keys.filter(|key| is_empty(key)).collect()
}

/// The new values of a file from which all that goes is gone.
pub(super) fn changes<'n>(case: &'n Case<'_>, tree: &'n Node) -> Vec<Change<'n>> {
    let mut page = Page { case, changes: Vec::new() };
    if let Some(head) = tree.get("edition") {
        page.head(head);
    }
    for Entry { key, value, .. } in tree.as_map().unwrap_or(&[]) {
        page.list(key, &[Step::Key(key)], value);
    }
    for (outer, inner) in
        [("funding", "requirements"), ("funding", "contributions"), ("returnees", "fighters")]
    {
        if let Some(list) = tree.get(outer).and_then(|it| it.get(inner)) {
            page.list(&format!("{outer}.{inner}"), &[Step::Key(outer), Step::Key(inner)], list);
        }
    }
    if tree.get("partners").is_some_and(|it| it.as_map().is_some()) {
        page.carried(&[Step::Key("partners")]);
    }
    if let Some(round) = tree.at("returnees.displaced") {
        page.round(round);
    }
    page.changes
}

/// The changes of one file.
struct Page<'n, 'c> {
    case: &'n Case<'c>,
    changes: Vec<Change<'n>>,
}

impl<'n> Page<'n, '_> {
    fn put(&mut self, path: &[Step<'n>], value: impl Into<String>) {
        let value = value.into();
        let is_number = value.parse::<Number>().is_ok() || value.parse::<Moment>().is_ok();
        let value = if is_number { NewValue::Number(value) } else { NewValue::Text(value) };
        self.changes.push(Change { path: path.to_vec(), value });
    }

    fn carried(&mut self, entry: &[Step<'n>]) {
        self.put(&[entry, &[Step::Key(CARRIED)]].concat(), self.case.before());
    }

    /// Puts a value that is computed from the one that is there.
    fn turn(&mut self, map: &'n Node, way: &[Step<'n>], key: &'n str, new: impl Fn(&str) -> Option<String>) {
        if let Some(new) = map.get(key).and_then(Node::as_text).and_then(new) {
            self.put(&[way, &[Step::Key(key)]].concat(), new);
        }
    }

    fn head(&mut self, head: &'n Node) {
        let (distance, period) = (self.case.distance, self.case.period);
        let top = [Step::Key("edition")];
        let within = |key: &'n str| [Step::Key("edition"), Step::Key(key)];
        self.put(&within("id"), self.case.id);
        self.put(&within("previous"), self.case.before());
        self.turn(head, &top, "number", |text| Some((text.parse::<u32>().ok()?.checked_add(1)?).to_string()));
        self.turn(head, &top, "version", |_| Some("1".to_owned()));
        if let Some(period) = period {
            let way = within("period");
            self.put(&[&way[..], &[Step::Key("from")]].concat(), period.from.to_string());
            if let Some(to) = period.to {
                self.put(&[&way[..], &[Step::Key("to")]].concat(), to.to_string());
            }
        }
        self.turn(head, &top, "cut_off", |text| moment(distance, text));
        self.turn(head, &top, "issued", |text| moment(distance, text));
        if let Some(next) = head.get("next_issue") {
            self.turn(next, &within("next_issue"), "on_or_about", |text| {
                Some(distance.point(text.parse().ok()?)?.to_string())
            });
        }
        if let Some(embargo) = head.get("embargo") {
            self.turn(embargo, &within("embargo"), "until", |text| moment(distance, text));
        }
    }

    /// The entries of a list that are to be brought up to date.
    fn list(&mut self, section: &str, way: &[Step<'n>], list: &'n Node) {
        let case = self.case;
        for (at, item) in list.as_seq().unwrap_or(&[]).iter().enumerate() {
            let path = [way, &[Step::Item(at, item.id())]].concat();
            let asked = section == "sources" && item.id().is_some_and(|id| case.gone.asked.contains(id));
            if !asked && !is_carried(case.from, section, item, case.since, case.period) {
                continue;
            }
            self.carried(&path);
            match section {
                "figures" => self.figure(item, &path),
                "threats" => {
                    if let Some(severity) = item.get("severity").and_then(Node::as_text) {
                        self.put(&[&path[..], &[Step::Key("previous_severity")]].concat(), severity);
                    }
                    self.turn(item, &path, "trend", |trend| (trend == "new").then(|| "stable".to_owned()));
                }
                "commitments" => {
                    if let Some(status) = item.get("status").and_then(Node::as_text) {
                        self.put(&[&path[..], &[Step::Key("was")]].concat(), status);
                    }
                    self.turn(item, &path, "status", |status| {
                        (status == "new").then(|| "on_track".to_owned())
                    });
                }
                "returnees.fighters" => {
                    self.turn(item, &path, "opening", |_| Some(item.get("closing")?.as_text()?.to_owned()));
                    self.turn(item, &path, "in", |_| Some("0".to_owned()));
                    self.turn(item, &path, "out", |_| Some("0".to_owned()));
                }
                _ => {}
            }
        }
    }

    /// The dates of a figure: the period of the edition becomes the new one.
    fn figure(&mut self, figure: &'n Node, path: &[Step<'n>]) {
        let case = self.case;
        self.turn(figure, path, "as_of", |text| moved(case, text));
        let Some(period) = figure.get("period") else { return };
        let way = [path, &[Step::Key("period")]].concat();
        let text = |map: &Node, key: &str| map.get(key).and_then(Node::as_text).map(str::to_owned);
        let own = ["from", "to"].map(|key| text(period, key));
        let old = case.from.edition.head.period;
        let of_edition = old.map(|old| [Some(old.from.to_string()), old.to.map(|to| to.to_string())]);
        match case.period.filter(|_| Some(&own) == of_edition.as_ref()) {
            Some(new) => {
                self.turn(period, &way, "from", |_| Some(new.from.to_string()));
                self.turn(period, &way, "to", |_| Some(new.to?.to_string()));
            }
            None => {
                // A count that goes on has no end, and begins where it began.
                let ends = period.get("to").is_some();
                self.turn(period, &way, "from", |text| moved(case, text).filter(|_| ends));
                self.turn(period, &way, "to", |text| moved(case, text));
            }
        }
    }

    /// The next round of counting: what was counted last is the round before.
    fn round(&mut self, round: &'n Node) {
        let case = self.case;
        let way = [Step::Key("returnees"), Step::Key("displaced")];
        self.carried(&way);
        self.turn(round, &way, "round", |text| Some((text.parse::<u32>().ok()?.checked_add(1)?).to_string()));
        self.turn(round, &way, "as_of", |text| moved(case, text));
        let rows = round.get("rows").and_then(Node::as_seq).unwrap_or(&[]);
        for (at, row) in rows.iter().enumerate() {
            for key in ["returned", "displaced"] {
                let Some(people) = row.get(key) else { continue };
                let Some(count) = people.get("individuals").and_then(Node::as_text) else { continue };
                if key == "returned" || people.get("previous").is_some() {
                    let row =
                        [Step::Key("rows"), Step::Item(at, None), Step::Key(key), Step::Key("previous")];
                    self.put(&[&way[..], &row[..]].concat(), count);
                }
            }
        }
        let (Some(day), Some(returned)) = (round.get("as_of").and_then(Node::as_text), returned(round, rows))
        else {
            return;
        };
        let history = round.get("history").and_then(Node::as_seq).unwrap_or(&[]);
        let there = history.iter().any(|it| it.get("as_of").and_then(Node::as_text) == Some(day));
        if !there {
            let path = [&way[..], &[Step::Key("history"), Step::Item(history.len(), None)]].concat();
            self.put(&[&path[..], &[Step::Key("as_of")]].concat(), day);
            self.put(&[&path[..], &[Step::Key("returned")]].concat(), returned);
        }
    }
}

/// Who had come back by the last round: as the source sums it up, else the sum of the rows.
fn returned(round: &Node, rows: &[Node]) -> Option<String> {
    if let Some(total) = round.at("total.returned").and_then(Node::as_text) {
        return Some(total.to_owned());
    }
    let counts =
        rows.iter().filter_map(|row| row.at("returned.individuals")?.as_text()?.parse::<Number>().ok());
    let sum: Decimal = counts.map(|count| count.value()).sum();
    (!sum.is_zero()).then(|| sum.normalize().to_string())
}

fn moment(distance: Distance, text: &str) -> Option<String> {
    Some(distance.moment(text.parse::<Moment>().ok()?)?.to_string())
}

/// A date as far on as the edition; what is older than the last edition stays.
fn moved(case: &Case<'_>, text: &str) -> Option<String> {
    let date = text.parse::<Date>().ok()?;
    let point = |point: Point| if point.last() < case.since { Some(point) } else { case.point(point) };
    let date = match date {
        Date::Point(at) => Date::Point(point(at)?),
        Date::Interval(from, None) => Date::Interval(point(from)?, None),
        Date::Interval(from, Some(to)) => Date::Interval(point(from)?, Some(point(to)?)),
        Date::Within(from, to) => Date::Within(point(from)?, point(to)?),
    };
    Some(date.to_string())
}
