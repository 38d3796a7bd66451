//! What the house says of an audience: which labels it sees, what of things without a label, and which computed
//! values are released.

use crate::diag::{Finding, nearest};
use crate::yaml::Node;

/// TLP 2.0 (FIRST, 2022), least restricted first. Labels are written just so, in every language.
pub const TLP: [&str; 5] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/// The computed values that can be released.
pub const COMPUTED: [&str; 4] = ["funding.totals", "funding.cover", "returnees.total", "commitments.summary"];

/// The labels of a house: the ladder of TLP, and one of its own.
#[derive(Debug, Clone, Default)]
pub struct Ladder {
    own: Vec<String>,
}

impl Ladder {
    /// The labels of the house of a tree: `house.markings`, least restricted first.
    pub fn of(tree: &Node) -> Self {
        Self { own: tree.at("house.markings").map(texts).unwrap_or_default() }
    }

    /// The labels of a house that gives these, least restricted first.
    pub fn new(own: &[String]) -> Self {
        Self { own: own.to_vec() }
    }

    /// Which ladder a label stands on, and how high.
    fn rung(&self, label: &str) -> Option<(bool, usize)> {
        let tlp = TLP.iter().position(|known| *known == label).map(|at| (true, at));
        tlp.or_else(|| self.own.iter().position(|known| known == label).map(|at| (false, at)))
    }

    /// Whether one label is above another; `None` if they do not stand on one ladder.
    pub fn is_above(&self, label: &str, other: &str) -> Option<bool> {
        let ((ladder, at), (same, than)) = (self.rung(label)?, self.rung(other)?);
        (ladder == same).then_some(at > than)
    }

    /// Whether it is a label at all.
    pub fn has(&self, label: &str) -> bool {
        self.rung(label).is_some()
    }

    /// All labels, those of the house first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str).chain(TLP)
    }
}

/// What of things that carry no marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unmarked {
    Show,
    Withhold,
    /// As if they carried the label of the edition.
    Edition,
}

/// One audience of a house, for one edition.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// The label that its editions carry, where the house gives one or the edition's own is not for it.
    pub label: Option<String>,
    /// Computed values that are released though something behind them is withheld.
    pub released: Vec<String>,
    sees: Vec<String>,
    ladder: Ladder,
    shows_unmarked: bool,
}

impl Policy {
    /// The policy for an audience of the house; `None` if the house has no audiences, or not this one.
    pub fn read(tree: &Node, name: &str) -> Option<Self> {
        let audience = tree.at("house.audiences")?.get(name)?;
        let ladder = Ladder::of(tree);
        let sees = audience.get("sees").map(texts).unwrap_or_default();
        let mut released = audience.get("declassify").map(texts).unwrap_or_default();
        released.extend(tree.at("edition.declassify").map(texts).unwrap_or_default());
        let mut policy = Self {
            name: name.to_owned(),
            label: audience.get("label").and_then(Node::as_text).map(str::to_owned),
            released,
            sees,
            ladder,
            shows_unmarked: false,
        };
        let own = label_of(tree);
        // A word that is none of these is told as a fault, and withholds.
        let unmarked = match audience.get("unmarked").and_then(Node::as_text) {
            Some("show") => Unmarked::Show,
            Some("edition") => Unmarked::Edition,
            _ => Unmarked::Withhold,
        };
        policy.shows_unmarked = match unmarked {
            Unmarked::Show => true,
            Unmarked::Withhold => false,
            Unmarked::Edition => own.is_none_or(|own| policy.sees(own)),
        };
        if policy.label.is_none() && own.is_some_and(|own| !policy.sees(own)) {
            policy.label = policy.highest();
        }
        Some(policy)
    }

    /// Whether the audience sees what carries this label: it is listed, or not above one that is.
    pub fn sees(&self, label: &str) -> bool {
        self.sees.iter().any(|seen| seen == label || self.ladder.is_above(label, seen) == Some(false))
    }

    /// Whether the audience sees what carries no marking and stands in nothing that does.
    pub fn shows_unmarked(&self) -> bool {
        self.shows_unmarked
    }

    /// What a value of `marking`, `audience` or `marks` says: a label, or the audiences themselves.
    pub(super) fn judges(&self, mark: &Node, label: bool) -> bool {
        match (mark.as_text(), mark.as_seq()) {
            (Some(word), _) if label => self.sees(word),
            (Some(word), _) => word == self.name,
            (_, Some(names)) => names.iter().any(|name| name.as_text() == Some(&self.name)),
            _ => false,
        }
    }

    fn highest(&self) -> Option<String> {
        let tlp = TLP.iter().rev().find(|label| self.sees(label)).map(|label| (*label).to_owned());
        tlp.or_else(|| self.sees.last().cloned())
    }
}

/// The label of the edition as a whole, where it has one.
pub fn label_of(tree: &Node) -> Option<&str> {
    let marking = tree.at("edition.marking")?;
    let scheme = marking.get("scheme").and_then(Node::as_text);
    marking.get("label").and_then(Node::as_text).filter(|_| scheme.is_some_and(|it| it != "none"))
}

/// The names of the audiences that the house defines.
pub fn audiences(tree: &Node) -> Vec<&str> {
    let defined = tree.at("house.audiences").and_then(Node::as_map).unwrap_or(&[]);
    defined.iter().map(|entry| entry.key.as_str()).collect()
}

/// AU03: what is wrong with the audiences of the house.
pub(super) fn faults(tree: &Node, findings: &mut Vec<Finding>) {
    let ladder = Ladder::of(tree);
    for entry in tree.at("house.audiences").and_then(Node::as_map).unwrap_or(&[]) {
        let path = format!("house.audiences.{}", entry.key);
        for label in entry.value.get("sees").and_then(Node::as_seq).unwrap_or(&[]) {
            if let Some(word) = label.as_text().filter(|word| !ladder.has(word)) {
                findings.push(unknown_label(word, &ladder).at(label.span, "unknown label").path(&path));
            }
        }
    }
    let released = tree.at("house.audiences").and_then(Node::as_map).unwrap_or(&[]);
    let released = released.iter().filter_map(|entry| entry.value.get("declassify"));
    for name in released.chain(tree.at("edition.declassify")).filter_map(Node::as_seq).flatten() {
        let Some(word) = name.as_text().filter(|word| !COMPUTED.contains(word)) else { continue };
        let finding = Finding::error("AU03", format!("`{word}` is no computed value"))
            .at(name.span, "cannot be released");
        findings.push(match nearest(word, &COMPUTED) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("name one of `{}`", COMPUTED.join("`, `"))),
        });
    }
}

/// AU01: a label that nobody knows.
pub(super) fn unknown_label(word: &str, ladder: &Ladder) -> Finding {
    let finding = Finding::error("AU01", format!("`{word}` is no label of this house"));
    let labels: Vec<&str> = ladder.labels().collect();
    match nearest(word, &labels) {
        Some(near) => finding.help(format!("write `{near}`")),
        None => finding.help(format!(
            "the labels are `{}`; add others to `house.markings`, least restricted first",
            labels.join("`, `")
        )),
    }
}

/// The words of a list, or one word.
pub(super) fn texts(node: &Node) -> Vec<String> {
    let list = node.as_seq().unwrap_or(std::slice::from_ref(node));
    list.iter().filter_map(Node::as_text).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
