use std::collections::BTreeSet;

use super::*;
use crate::diag::Sources;
use crate::yaml::{Limits, parse};

fn texts(lang: &str, yaml: &str) -> Texts {
    let mut sources = Sources::new();
    let file = sources.add(format!("text/{lang}.yaml"), "", yaml.to_owned());
    let (tree, _) = parse(file, &sources, &Limits::default());
    Texts::read(lang, tree.as_ref(), &sources).0
}

/// A master with its translation, every text of which has been approved.
struct Desk {
    master: String,
    own: String,
    lock: Lock,
}

const MASTER: &str = "\
title: عنوان
highlights: [أول, ثان, ثالث]
threats: {cells: 'خلايا {n}', raids: {by: n, zero: لا غارات, one: غارة, two: غارتان, few: '{n} غارات', many: '{n} غارة', other: '{n} غارة'}}
";
const OWN: &str = "\
title: Titre
highlights: [un, deux, trois]
threats: {cells: 'Les cellules {n}', raids: {by: n, one: '{n} raid', many: '{n} de raids', other: '{n} raids'}}
";

impl Desk {
    fn new() -> Self {
        let mut desk = Self { master: MASTER.to_owned(), own: OWN.to_owned(), lock: Lock::default() };
        let (masters, texts) = (desk.masters(), texts("fr", OWN));
        for (key, master) in &masters {
            let own = Typed::of(texts.find(key).unwrap());
            desk.lock.set("fr", key, master, &own, Status::Approved, None);
        }
        desk
    }

    fn masters(&self) -> BTreeMap<String, Typed> {
        texts("ar", &self.master).all().map(|(key, message)| (key, Typed::of(message))).collect()
    }

    fn master(mut self, from: &str, to: &str) -> Self {
        assert_eq!(self.master.matches(from).count(), 1, "{from}");
        self.master = self.master.replace(from, to);
        self
    }

    fn own(mut self, from: &str, to: &str) -> Self {
        assert_eq!(self.own.matches(from).count(), 1, "{from}");
        self.own = self.own.replace(from, to);
        self
    }

    /// What is not approved.
    fn pending(&self) -> Vec<(String, State)> {
        let states = states(&self.masters(), &texts("fr", &self.own), &self.lock);
        states.into_iter().filter(|(_, state)| *state != State::Approved).collect()
    }
}

fn stale(was: &str, moved: Option<&str>) -> State {
    State::Stale(Stale {
        was: Some(Typed::One(was.to_owned())),
        moved: moved.map(str::to_owned),
        waits: false,
    })
}

fn expected(states: &[(&str, State)]) -> Vec<(String, State)> {
    states.iter().map(|(key, state)| ((*key).to_owned(), state.clone())).collect()
}

#[test]
fn a_text_of_the_same_master_keeps_its_status() {
    assert_eq!(Desk::new().pending(), []);
    // Folding, quotes and trailing space are not part of a text.
    let folded =
        Desk::new().master("title: عنوان", "title: >-\n  عنوان").own("title: Titre", "title: \"Titre \"");
    assert_eq!(folded.pending(), []);
}

#[test]
fn a_changed_master_text_makes_its_translation_stale_and_no_other() {
    let desk = Desk::new().master("عنوان", "عنوان آخر");
    assert_eq!(desk.pending(), expected(&[("title", stale("عنوان", None))]));
    // A form that changes changes the message.
    let was = Desk::new().masters()["threats.raids"].clone();
    for (from, to) in [("غارتان", "غارتين"), (", few: '{n} غارات'", ", few: 'ال{n} غارات'")]
    {
        let state = State::Stale(Stale { was: Some(was.clone()), moved: None, waits: false });
        assert_eq!(Desk::new().master(from, to).pending(), expected(&[("threats.raids", state)]), "{from}");
    }
}

#[test]
fn a_changed_translation_is_a_draft() {
    assert_eq!(Desk::new().own("Titre", "Le titre").pending(), expected(&[("title", State::Draft)]));
    assert_eq!(
        Desk::new().own("{n} raids", "{n} incursions").pending(),
        expected(&[("threats.raids", State::Draft)])
    );
    // Stale weighs more: the change may have been made for another reason.
    let both = Desk::new().own("Titre", "Le titre").master("عنوان", "عنوان آخر");
    assert_eq!(both.pending(), expected(&[("title", stale("عنوان", None))]));
}

#[test]
fn an_item_put_into_the_master_s_list_moves_the_others() {
    let desk = Desk::new().master("[أول, ثان", "[أول, جديد, ثان");
    let moved = [
        ("highlights[2]", stale("ثان", Some("highlights[3]"))),
        ("highlights[3]", stale("ثالث", Some("highlights[4]"))),
        ("highlights[4]", State::Missing),
    ];
    assert_eq!(desk.pending(), expected(&moved));
    // The translation follows: what moved with its text still has to be marked again.
    let followed = Desk::new().master("[أول, ثان", "[أول, جديد, ثان").own("[un, deux", "[un, nouveau, deux");
    let states: Vec<State> = followed.pending().into_iter().map(|(_, state)| state).collect();
    assert_eq!(
        states,
        [stale("ثان", Some("highlights[3]")), stale("ثالث", Some("highlights[4]")), State::Draft]
    );
    // Two items of the same text: where it went cannot be said.
    let twice = Desk::new().master("أول, ثان, ثالث", "أول, جديد, ثان, ثان");
    assert_eq!(twice.pending()[0], ("highlights[2]".to_owned(), stale("ثان", None)));
    // Nor is a text looked for in another list.
    let elsewhere = Desk::new().master("title: عنوان", "title: أول").master("[أول,", "[آخر,");
    assert_eq!(elsewhere.pending()[0], ("highlights[1]".to_owned(), stale("أول", None)));
}

#[test]
fn a_blank_item_holds_its_place() {
    for blank in ["''", "\"  \"", "~"] {
        let desk = Desk::new().own("[un, deux, trois]", &format!("[un, {blank}, trois]"));
        assert_eq!(desk.pending(), expected(&[("highlights[2]", State::Missing)]), "{blank}");
    }
    let read = texts("fr", "highlights: [un, '', trois]\n");
    assert_eq!(read.list("highlights").len(), 3);
    assert_eq!(read.all().map(|(key, _)| key).collect::<Vec<_>>(), ["highlights[1]", "highlights[3]"]);
    assert_eq!(
        read.blanks().map(|(key, span)| (key, span.start)).collect::<Vec<_>>(),
        [("highlights[2]", 17)]
    );
}

#[test]
fn a_file_s_status_is_the_most_that_a_text_can_be() {
    let status = |status: &str| {
        let desk = Desk::new().own("title: Titre", &format!("_meta: {{status: {status}}}\ntitle: Titre"));
        let states = states(&desk.masters(), &texts("fr", &desk.own), &desk.lock);
        states.values().map(State::code).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(status("draft"), ["draft"]);
    assert_eq!(status("reviewed"), ["reviewed"]);
    assert_eq!(status("approved"), ["approved"]);
    // It lifts nothing, and stale stays stale.
    let desk =
        Desk { lock: Lock::default(), ..Desk::new() }.own("title: T", "_meta: {status: approved}\ntitle: T");
    assert!(desk.pending().iter().all(|(_, state)| *state == State::Draft));
    let desk = Desk::new().own("title: T", "_meta: {status: draft}\ntitle: T").master("عنوان", "عنوان آخر");
    assert_eq!(desk.pending().into_iter().find(|(key, _)| key == "title").unwrap().1, stale("عنوان", None));
}

#[test]
fn the_master_is_as_its_file_says() {
    for (yaml, expected) in [
        ("title: عنوان\n", State::Draft),
        ("_meta: {status: reviewed}\ntitle: عنوان\n", State::Reviewed),
        ("_meta: {status: approved}\ntitle: عنوان\n", State::Approved),
    ] {
        let masters = BTreeMap::from([("title".to_owned(), Typed::One("عنوان".to_owned()))]);
        let states = master_states(&masters, &texts("ar", yaml), &Lock::default());
        assert_eq!(states, BTreeMap::from([("title".to_owned(), expected)]), "{yaml}");
    }
}

#[test]
fn what_could_not_be_read_is_not_missing() {
    let desk = Desk::new().own("Titre", "'{'").own("[un, deux", "[un, '}'");
    let states = states(&desk.masters(), &texts("fr", &desk.own), &desk.lock);
    // A list that could not be read in part is told as a whole; what could be read of it counts.
    let keys = ["highlights[1]", "highlights[3]", "threats.cells", "threats.raids"];
    assert_eq!(states.into_iter().collect::<Vec<_>>(), expected(&keys.map(|key| (key, State::Approved))));
}

#[test]
fn a_lock_that_has_lost_the_text_knows_it_is_stale() {
    let mut desk = Desk::new().master("عنوان", "عنوان آخر");
    let text = desk.lock.to_text();
    let hash = Typed::One("عنوان".to_owned()).hash();
    let without: String = text
        .lines()
        .filter(|line| !line.contains(&format!("\"{hash}\":")))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut sources = Sources::new();
    let file = sources.add("l", "", without);
    desk.lock = Lock::read(&parse(file, &sources, &Limits::default()).0.unwrap()).0;
    assert_eq!(
        desk.pending(),
        [("title".to_owned(), State::Stale(Stale { was: None, moved: None, waits: false }))]
    );
}
