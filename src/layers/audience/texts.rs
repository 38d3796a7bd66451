//! The texts of all languages: which of them an audience does not see, and the texts without them.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoVec;

use super::marks::{Mark, of_field, of_text};
use super::policy::Policy;
use super::shape::{Space, TEXTS, Texts, introduced, is_its_text};
use super::slots::{Pointable, paths};
use super::withhold::{Cause, Lost, Withheld};
use crate::diag::{Finding, Span};
use crate::yaml::{Data, Entry, Node};

/// A text in all its languages.
pub(super) struct Text<'a> {
    /// Its key: `title`, `threats.cells`, `highlights[2]`.
    pub key: String,
    section: &'static str,
    kind: Texts,
    id: &'a str,
    messages: Vec<(&'a str, &'a Node)>,
}

/// Every text of a tree by its section, id and position, in the order of the page.
pub(super) fn all(tree: &Node) -> Vec<Text<'_>> {
    let languages = tree.get("text").and_then(Node::as_map).unwrap_or(&[]);
    let mut found: BTreeMap<(usize, &str, usize), Text<'_>> = BTreeMap::new();
    for language in languages {
        for (rank, (section, kind)) in TEXTS.iter().enumerate() {
            let Some(node) = language.value.get(section) else { continue };
            each(node, *kind, |id, at, message| {
                let text = found.entry((rank, id, at)).or_insert_with(|| Text {
                    key: key(section, id, at),
                    section,
                    kind: *kind,
                    id,
                    messages: Vec::new(),
                });
                text.messages.push((language.key.as_str(), message));
            });
        }
    }
    found.into_values().collect()
}

fn key(section: &str, id: &str, at: usize) -> String {
    let name = if id.is_empty() { section.to_owned() } else { format!("{section}.{id}") };
    if at == 0 { name } else { format!("{name}[{at}]") }
}

/// The messages of a section with their ids and positions from 1.
fn each<'a>(node: &'a Node, kind: Texts, mut add: impl FnMut(&'a str, usize, &'a Node)) {
    let list = |id: &'a str, node: &'a Node, add: &mut dyn FnMut(&'a str, usize, &'a Node)| {
        node.as_seq().unwrap_or(&[]).iter().enumerate().for_each(|(at, item)| add(id, at + 1, item));
    };
    match kind {
        Texts::One => add("", 0, node),
        Texts::List => list("", node, &mut add),
        Texts::ListOf(_) => {
            node.as_map().unwrap_or(&[]).iter().for_each(|entry| list(&entry.key, &entry.value, &mut add));
        }
        Texts::Of(_) | Texts::Intro | Texts::Names => {
            node.as_map().unwrap_or(&[]).iter().for_each(|entry| add(&entry.key, 0, &entry.value));
        }
    }
}

/// The texts that are withheld, by key.
#[derive(Debug, Clone, Default)]
pub(super) struct Gone {
    causes: BTreeMap<String, Cause>,
}

/// What a decision about texts needs to know.
pub(super) struct Ground<'a> {
    pub whole: &'a Node,
    pub policy: &'a Policy,
    pub before: &'a Pointable<'a>,
    pub now: &'a Pointable<'a>,
    pub lost: &'a Lost,
    /// The place of something that is withheld, for computed values.
    pub behind: Option<Span>,
}

impl Gone {
    /// Withholds what is now to be withheld as well; the entries that go with their texts, and whether anything
    /// changed.
    pub fn update(
        &mut self,
        texts: &[Text<'_>],
        ground: &Ground<'_>,
        findings: &mut Vec<Finding>,
    ) -> (Vec<(Space, String, Span)>, bool) {
        let (mut follow, mut changed) = (Vec::new(), false);
        for text in texts {
            if self.causes.contains_key(&text.key) {
                continue;
            }
            let Some(cause) = text.judged(ground, findings) else { continue };
            changed = true;
            self.causes.insert(text.key.clone(), cause);
            if let (Texts::Of(space), Some((_, message))) = (text.kind, text.messages.first())
                && is_its_text(space)
            {
                follow.push((space, text.id.to_owned(), message.span));
            }
        }
        (follow, changed)
    }

    /// Whether a text is withheld.
    pub fn has(&self, key: &str) -> bool {
        self.causes.contains_key(key)
    }

    /// The key of a text once those before it in its list are gone; `None` if it is gone itself.
    pub fn renumbered(&self, key: &str) -> Option<String> {
        if self.has(key) {
            return None;
        }
        let numbered = key.strip_suffix(']').and_then(|it| it.rsplit_once('['));
        let Some((list, Ok(at))) = numbered.map(|(list, at)| (list, at.parse::<usize>())) else {
            return Some(key.to_owned());
        };
        let before = (1..at).filter(|before| self.has(&format!("{list}[{before}]"))).count();
        Some(format!("{list}[{}]", at - before))
    }

    /// The texts that things which are shown are without, and those of the edition itself: not missing.
    pub fn of_shown<'t>(&self, texts: &'t [Text<'_>], lost: &Lost) -> Vec<&'t str> {
        let shown = |text: &&Text<'_>| match text.kind {
            Texts::One | Texts::Intro => true,
            Texts::Of(space) => !lost.contains_key(&(space, text.id.to_owned())),
            _ => false,
        };
        texts.iter().filter(|text| self.has(&text.key)).filter(shown).map(|text| text.key.as_str()).collect()
    }

    /// What was taken out, for each language.
    pub fn log(&self, texts: &[Text<'_>]) -> Vec<Withheld> {
        let mut log = Vec::new();
        for text in texts {
            let Some(cause) = self.causes.get(&text.key) else { continue };
            log.extend(text.messages.iter().map(|(lang, message)| Withheld {
                path: format!("text.{lang}.{}", text.key),
                pattern: format!("text.{}", text.section),
                node: (*message).clone(),
                cause: *cause,
            }));
        }
        log
    }

    /// The texts of all languages without what is withheld, and without names of what is not there.
    pub fn without(&self, text: &Node, has_name: impl Fn(&str) -> bool) -> Node {
        let Data::Map(languages) = &text.data else { return text.clone() };
        let languages = languages.iter().map(|language| {
            let Data::Map(sections) = &language.value.data else { return language.clone() };
            let sections = sections.iter().filter_map(|entry| self.section(entry, &has_name));
            let data = Data::Map(sections.collect());
            Entry { value: Node { data, ..language.value.clone() }, ..language.clone() }
        });
        Node { data: Data::Map(languages.collect()), ..text.clone() }
    }

    fn section(&self, entry: &Entry, has_name: &dyn Fn(&str) -> bool) -> Option<Entry> {
        let Some((section, kind)) = TEXTS.iter().find(|(section, _)| *section == entry.key).copied() else {
            return Some(entry.clone());
        };
        let list = |node: &Node, id: &str| -> Option<Node> {
            let items = node.as_seq()?;
            let kept = |at: &usize| !self.has(&key(section, id, at + 1));
            let kept: EcoVec<Node> =
                (0..items.len()).filter(kept).filter_map(|at| items.get(at).cloned()).collect();
            (!kept.is_empty()).then(|| Node { data: Data::Seq(kept), ..node.clone() })
        };
        let value = match kind {
            Texts::One => (!self.has(section)).then(|| entry.value.clone()),
            Texts::List => list(&entry.value, ""),
            _ => {
                let kept = entry.value.as_map()?.iter().filter_map(|inner| {
                    let value = match kind {
                        Texts::ListOf(_) => list(&inner.value, &inner.key)?,
                        Texts::Names if !has_name(&inner.key) => return None,
                        _ if self.has(&key(section, &inner.key, 0)) => return None,
                        _ => inner.value.clone(),
                    };
                    Some(Entry { value, ..inner.clone() })
                });
                let kept: EcoVec<Entry> = kept.collect();
                (!kept.is_empty()).then(|| Node { data: Data::Map(kept), ..entry.value.clone() })
            }
        };
        value.map(|value| Entry { value, ..entry.clone() })
    }
}

impl Text<'_> {
    /// Why the text is withheld, if it is.
    fn judged(&self, ground: &Ground<'_>, findings: &mut Vec<Finding>) -> Option<Cause> {
        let marks = self.marks(ground);
        if let Some(mark) = marks.iter().find(|mark| !mark.seen) {
            return Some(Cause::Marked(mark.span));
        }
        let entry = match self.kind {
            Texts::Of(space) | Texts::ListOf(space) => Some((space, self.id.to_owned())),
            _ => None,
        };
        if let Some(place) = entry.and_then(|entry| ground.lost.get(&entry)) {
            return Some(Cause::Follows(*place));
        }
        let free = matches!(self.section, "bottom_line" | "highlights" | "situation" | "method" | "intro");
        if free && marks.is_empty() && !ground.policy.shows_unmarked() {
            return Some(Cause::Unmarked);
        }
        if self.kind == Texts::Intro {
            let section = introduced(self.id);
            if ground.before.has_section(section) && !ground.now.has_section(section) {
                return Some(Cause::Unmarked);
            }
        }
        self.dangles(ground, findings)
    }

    /// The markings that speak of the text: of all texts, of its section, of its id, and its own.
    fn marks(&self, ground: &Ground<'_>) -> Vec<Mark> {
        let (policy, whole) = (ground.policy, ground.whole);
        let mut marks: Vec<Mark> = of_field(policy, whole, "text").into_iter().collect();
        let mut keys = vec![self.section.to_owned(), key(self.section, self.id, 0), self.key.clone()];
        keys.dedup();
        marks.extend(keys.iter().filter_map(|key| of_text(policy, whole, key)));
        if self.kind == Texts::Intro {
            marks.extend(of_field(policy, whole, introduced(self.id)));
        }
        marks
    }

    /// AU05: the text points at something that is withheld.
    fn dangles(&self, ground: &Ground<'_>, findings: &mut Vec<Finding>) -> Option<Cause> {
        let dead = |path: &&str| ground.before.leads(path) && !ground.now.leads(path);
        let (lang, message, path) = self
            .messages
            .iter()
            .find_map(|(lang, message)| Some((lang, message, paths(message).into_iter().find(dead)?)))?;
        let place = match ground.before.thing(path) {
            Some((space, node, _)) => {
                let id = node.id().unwrap_or_default().to_owned();
                Some(ground.lost.get(&(space, id)).copied().unwrap_or(node.span))
            }
            None => None,
        };
        let name = &ground.policy.name;
        let finding = Finding::warning(
            "AU05",
            format!("`{}` is withheld from `{name}`, since `{{{path}}}` is", self.key),
        )
        .at(message.span, "points at what is withheld")
        .path(format!("text.{lang}.{}", self.key));
        let place = place.or(ground.behind);
        let finding = match place {
            Some(place) => finding.at(place, "withheld"),
            None => finding,
        };
        findings.push(finding.help(format!(
            "if that is meant, mark the text as well: `text_marks: {{\"{}\": ..}}` under `edition`",
            self.key
        )));
        Some(Cause::Follows(place.unwrap_or(message.span)))
    }
}

/// The keys of the texts that a tree has in any language.
pub(super) fn keys(tree: &Node) -> BTreeSet<String> {
    all(tree).into_iter().map(|text| text.key).collect()
}
