//! Every governorate of Iraq and Syria as this project has it, by every code and name of a file.

use std::collections::BTreeMap;

use super::*;
use crate::diag::Sources;
use crate::model::Place;
use crate::yaml::{Limits, from_node, parse};

const GOVERNORATES: Among<'static> = Among { level: Some(1), country: None };

fn project() -> BTreeMap<String, Place> {
    let mut all = BTreeMap::new();
    for text in [
        include_str!("../../../data/shared/places.yaml"),
        include_str!("../../../data/shared/places-iraq.yaml"),
        include_str!("../../../data/shared/places-syria.yaml"),
    ] {
        let mut sources = Sources::new();
        let file = sources.add("places.yaml", "", text.to_owned());
        let (node, _) = parse(file, &sources, &Limits::default());
        let places = node.as_ref().and_then(|it| it.get("places")).expect("places");
        all.extend(from_node::<BTreeMap<String, Place>>(places).expect("typed"));
    }
    all
}

fn governorates(places: &BTreeMap<String, Place>) -> Vec<(&String, &Place)> {
    let all: Vec<_> = places.iter().filter(|(_, place)| place.level == 1).collect();
    assert_eq!(all.len(), 32);
    all
}

#[test]
fn a_governorate_is_found_by_its_code_its_names_and_its_aliases() {
    let places = project();
    let all = Places::new(&places);
    for (id, place) in governorates(&places) {
        let found = |code: &str, name: &str| all.find(code, name, GOVERNORATES).map(|it| it.id);
        assert_eq!(found(id, ""), Ok(id.clone()));
        assert_eq!(found(&format!(" {id}\u{200f} "), ""), Ok(id.clone()));
        let spellings = place.name.values().chain(&place.aliases);
        for name in spellings {
            let name: &String = name;
            if is_code(name) {
                assert_eq!(found(name, ""), Ok(id.clone()), "{name}");
            } else {
                assert_eq!(found("", name), Ok(id.clone()), "{name}");
                assert_eq!(found("", &name.to_uppercase()), Ok(id.clone()), "{name}");
                assert_eq!(
                    found("", &name.replace(['أ', 'إ'], "ا").replace('ى', "ي")),
                    Ok(id.clone()),
                    "{name}"
                );
                assert_eq!(found(id, name), Ok(id.clone()), "{name}");
            }
        }
    }
}

/// Every number in every old or wrong form, without a name: never another governorate, always none.
#[test]
fn a_code_of_another_form_is_no_place() {
    let places = project();
    let all = Places::new(&places);
    for number in 0..=40_u8 {
        let forms = [
            format!("IQ-G{number:02}"),
            format!("IQ G{number:02}"),
            format!("IQ_G{number:02}"),
            format!("iqg{number:02}"),
            format!("IQG{number}x"),
            format!("G{number:02}"),
            format!("{number}"),
            format!("IRQ{number:03}"),
            format!("IQ{number:02}"),
            format!("SY-{number:02}"),
            format!("SYR{number:02}"),
            format!("SY{number:02}00"),
        ];
        for form in forms {
            let found = all.find(&form, "", GOVERNORATES);
            assert!(found.is_err(), "{form} is {found:?}");
        }
        let today = format!("IQG{number:02}");
        assert_eq!(all.find(&today, "", GOVERNORATES).is_ok(), (1..=18).contains(&number), "{today}");
    }
    assert_eq!(all.find("IQ-G08", "", GOVERNORATES), Err(NoPlace::Legacy));
}

/// An old number beside a name is the place of the name, whatever the number is.
#[test]
fn an_old_code_says_nothing_beside_a_name() {
    let places = project();
    let all = Places::new(&places);
    for (id, place) in governorates(&places) {
        for number in 1..=18_u8 {
            let found = all.find(&format!("IQ-G{number:02}"), &place.name["en"], GOVERNORATES);
            assert_eq!(found.map(|it| it.id), Ok(id.clone()), "{number}");
        }
    }
    let dahuk = all.find("IQ-G08", "Dahuk", GOVERNORATES).map(|it| it.id);
    assert_eq!(dahuk, Ok("IQG09".to_owned()));
    assert_eq!(
        all.find("IQG08", "Dahuk", GOVERNORATES),
        Err(NoPlace::Disagree("IQG08".into(), "IQG09".into()))
    );
}

/// Every code of today beside the name of every other governorate: never the one, never the other.
#[test]
fn a_code_and_another_name_are_refused() {
    let places = project();
    let all = Places::new(&places);
    let governorates = governorates(&places);
    for (code, _) in &governorates {
        for (other, place) in governorates.iter().filter(|(other, _)| other != code) {
            for name in [&place.name["en"], &place.name["ar"]] {
                let found = all.find(code, name, GOVERNORATES);
                assert_eq!(found, Err(NoPlace::Disagree((*code).clone(), (*other).clone())), "{code} {name}");
            }
        }
        let strange = all.find(code, "Somewhere", GOVERNORATES);
        assert_eq!(strange, Ok(Found { id: (*code).clone(), unknown_name: true }));
        let outside = all.find(code, "", Among { level: Some(1), country: Some("JOR") });
        assert!(matches!(outside, Err(NoPlace::Code(None))), "{outside:?}");
    }
}

#[test]
fn unknown_names_are_told_with_the_nearest() {
    let all = Places::new(&project());
    let near = |name: &str| match all.find("", name, GOVERNORATES) {
        Err(NoPlace::Name(near)) => near.map(|(_, id)| id),
        other => panic!("{other:?}"),
    };
    assert_eq!(near("Ninevah"), Some("IQG15".to_owned()));
    assert_eq!(near("نينوا"), Some("IQG15".to_owned()));
    assert_eq!(near("Atlantis"), None);
}
