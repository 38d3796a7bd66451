//! One tree, several audiences: what is left, what is told.

use super::{Policy, Projected, project, unmarked};
use crate::diag::{Finding, Sources};
use crate::yaml::{Limits, Node, parse};

fn tree(yaml: &str) -> Node {
    let mut sources = Sources::new();
    let id = sources.add("edition.yaml", "neutral data", yaml.to_owned());
    let (node, findings) = parse(id, &sources, &Limits::default());
    assert_eq!(findings, []);
    node.unwrap()
}

const HOUSE: &str = "\
house:
  audiences:
    public: {sees: [TLP:CLEAR], unmarked: withhold}
    partners: {sees: [TLP:GREEN], unmarked: show}
    desk: {sees: [TLP:CLEAR], unmarked: edition}
edition: {id: e, master: en, marking: {scheme: tlp2, label: TLP:GREEN}, key_figures: [a, b]}
";

fn seen(yaml: &str, audience: &str) -> (Node, Vec<Finding>) {
    let whole = tree(&format!("{HOUSE}{yaml}"));
    let policy = Policy::read(&whole, audience).unwrap();
    let mut findings = Vec::new();
    let projected = project(&whole, &policy, &mut findings);
    (Projected::settled(&projected.tree, &mut findings), findings)
}

/// The JSON of one section of what an audience sees.
fn section(yaml: &str, audience: &str, path: &str) -> String {
    let (tree, _) = seen(yaml, audience);
    tree.at(path).map_or_else(|| "nothing".to_owned(), |node| serde_json::to_string(node).unwrap())
}

#[test]
fn items_fields_and_sections_go_by_their_markings() {
    let yaml = "\
threats:
  - {id: a, name: {en: A}, trend: rising, marking: TLP:CLEAR, marks: {trend: TLP:AMBER}}
  - {id: b, name: {en: B}, marking: TLP:GREEN}
  - {id: c, name: {en: C}, audience: [partners]}
  - {id: d, name: {en: D}}
  - {id: e, name: {en: E}, marking: TLP:RED}
";
    let public = r#"[{"id":"a","name":{"en":"A"},"marking":"TLP:CLEAR"}]"#;
    assert_eq!(section(yaml, "public", "threats"), public);
    // The edition is GREEN, which the desk does not see: as `withhold`.
    assert_eq!(section(yaml, "desk", "threats"), public);
    let partners = concat!(
        r#"[{"id":"a","name":{"en":"A"},"marking":"TLP:CLEAR"},"#,
        r#"{"id":"b","name":{"en":"B"},"marking":"TLP:GREEN"},{"id":"c","name":{"en":"C"}},"#,
        r#"{"id":"d","name":{"en":"D"}}]"#,
    );
    assert_eq!(section(yaml, "partners", "threats"), partners);
    // What stands around covers what is inside, which can be raised but not lowered.
    let covered = format!("marks: {{threats: TLP:CLEAR}}\n{yaml}");
    assert!(section(&covered, "public", "threats").contains(r#""id":"d""#));
    assert!(!section(&covered, "public", "threats").contains(r#""id":"b""#));
    let raised = format!("marks: {{threats: TLP:RED}}\n{yaml}");
    assert_eq!(section(&raised, "partners", "threats"), "nothing");
}

#[test]
fn the_head_stays_and_says_for_whom_it_is() {
    assert_eq!(section("", "public", "edition.marking.label"), r#""TLP:CLEAR""#);
    assert_eq!(section("", "partners", "edition.marking.label"), r#""TLP:GREEN""#);
    assert_eq!(section("", "public", "projection.audience"), r#""public""#);
    assert_eq!(section("", "public", "house"), "{}");
}

#[test]
fn references_go_with_what_they_point_at() {
    let yaml = "\
figures:
  - {id: a, metric: m, value: 1, source: [s, t]}
  - {id: b, metric: n, value: 2, marking: TLP:RED, source: [u], said_by: who}
  - {id: c, metric: m, q: less_than, than: b}
progress: [{id: l, name: {en: L}, figures: [a, b]}]
funding: {adversary: [{figure: b}]}
corrections: [{figure: b, from: 1, to: 2}, {figure: a, from: 1, to: 2}]
sources: [{id: s, title: {en: S}}, {id: t, title: {en: T}, marking: TLP:RED}, {id: u, title: {en: U}}]
metrics: {m: {unit: x, not_comparable_with: [n]}, n: {unit: x}}
orgs: {who: {name: {en: Who}}}
";
    let (tree, findings) = seen(yaml, "partners");
    let json = |path: &str| tree.at(path).map(|node| serde_json::to_string(node).unwrap());
    let figures = r#"[{"id":"a","metric":"m","value":"1","source":["s"]}]"#;
    assert_eq!(json("figures").unwrap(), figures);
    assert_eq!(json("edition.key_figures").unwrap(), r#"["a"]"#);
    assert_eq!(json("progress[l].figures").unwrap(), r#"["a"]"#);
    assert_eq!(json("corrections").unwrap(), r#"[{"figure":"a","from":"1","to":"2"}]"#);
    assert_eq!(json("sources").unwrap(), r#"[{"id":"s","title":{"en":"S"}}]"#);
    assert_eq!(json("metrics").unwrap(), r#"{"m":{"unit":"x"}}"#);
    assert_eq!((json("funding"), json("orgs")), (None, None));
    let told: Vec<(&str, &str)> = findings.iter().map(|it| (it.code, it.path.as_str())).collect();
    assert_eq!(told, [("AU05", "figures[c]")]);
    assert_eq!(findings[0].places.len(), 2);
}

#[test]
fn an_entry_goes_with_what_it_cannot_be_without() {
    let marked = |field: &str| {
        let yaml = format!(
            "figures: [{{id: a, metric: m, value: 1, note: {{en: N}}, marks: {{{field}: TLP:RED}}}}]\n\
             metrics: {{m: {{unit: x}}}}"
        );
        section(&yaml, "partners", "figures")
    };
    assert_eq!(marked("note"), r#"[{"id":"a","metric":"m","value":"1"}]"#);
    assert_eq!(marked("value"), "nothing");
    // One of two parts of a sum gives the other away.
    let yaml = "figures: [{id: a, metric: m, value: 9}]\nmetrics: {m: {unit: x}}\n\
                partners: {figure: a, states: 7, organizations: 2, marks: {states: TLP:RED}}";
    assert_eq!(section(yaml, "partners", "partners"), r#"{"figure":"a"}"#);
}

const WORDS: &str = "\
figures: [{id: a, metric: m, value: 1}, {id: b, metric: m, value: 2, marking: TLP:RED}]
metrics: {m: {unit: x}}
threats: [{id: t, name: {en: T}}]
events: [{id: e1}, {id: e2}]
text:
  en:
    title: T
    bottom_line: Now {b}.
    highlights: [One., 'Two {b:short}.', 'Three {a}.']
    threats: {t: 'Told by {b}.'}
    events: {e1: First., e2: {by: b, one: One., other: Many.}}
  fr:
    title: T
    highlights: [Un., Deux., 'Trois {a}.']
    events: {e1: Premier.}
";

#[test]
fn texts_go_with_what_they_point_at_in_every_language() {
    let (tree, findings) = seen(WORDS, "partners");
    let text = serde_json::to_string(tree.get("text").unwrap()).unwrap();
    let expected = concat!(
        r#"{"en":{"title":"T","highlights":["One.","Three {a}."],"events":{"e1":"First."}},"#,
        r#""fr":{"title":"T","highlights":["Un.","Trois {a}."],"events":{"e1":"Premier."}}}"#,
    );
    assert_eq!(text, expected);
    let told: Vec<&str> = findings.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(
        told,
        ["text.en.bottom_line", "text.en.highlights[2]", "text.en.threats.t", "text.en.events.e2"]
    );
    assert!(findings.iter().all(|it| it.code == "AU05" && it.places.len() == 2));
    // The threat is shown without its text, and the event is nothing without its own.
    let texts = tree.at("projection.texts").unwrap();
    assert_eq!(serde_json::to_string(texts).unwrap(), r#"["bottom_line","threats.t"]"#);
    assert_eq!(serde_json::to_string(tree.get("events").unwrap()).unwrap(), r#"[{"id":"e1"}]"#);
}

#[test]
fn a_text_that_is_marked_is_not_told() {
    let head = HOUSE.replace(
        "key_figures:",
        "text_marks: {bottom_line: TLP:RED, \"highlights[2]\": [desk], threats.t: TLP:RED, events.e2: TLP:RED}, key_figures:",
    );
    let whole = tree(&format!("{head}{WORDS}"));
    let mut findings = Vec::new();
    project(&whole, &Policy::read(&whole, "partners").unwrap(), &mut findings);
    assert_eq!(findings, []);
    super::examine(&whole, &mut findings);
    assert_eq!(findings, []);
}

#[test]
fn free_texts_need_a_marking_where_everything_does() {
    let yaml = format!("marks: {{figures: TLP:CLEAR, text: TLP:CLEAR}}\n{WORDS}");
    let text = section(&yaml, "public", "text.en");
    assert_eq!(text, r#"{"title":"T","highlights":["One.","Three {a}."]}"#);
    assert_eq!(section(WORDS, "public", "text.en"), r#"{"title":"T"}"#);
}

const MONEY: &str = "\
funding:
  requirements: [{id: r, name: {en: R}, amount: 100M, currency: USD, received: 50M}]
  contributions:
    - {id: c1, donor: x, to: r, stage: paid, amount: 10M, currency: USD}
    - {id: c2, donor: x, to: r, stage: paid, amount: 20M, currency: USD, marking: TLP:RED}
text: {en: {title: T, highlights: ['Gap {r.gap}.', '{c1}.'], intro: {funding: 'Got {r.received}.'}}}
orgs: {x: {name: {en: X}}}
";

#[test]
fn computed_values_are_left_out_with_what_is_behind_them() {
    let (tree, findings) = seen(MONEY, "partners");
    let json = |path: &str| serde_json::to_string(tree.at(path).unwrap()).unwrap();
    assert_eq!(json("projection.left_out"), r#"["funding.totals","funding.cover"]"#);
    assert_eq!(json("text.en"), r#"{"title":"T","highlights":["{c1}."]}"#);
    assert_eq!(
        json("funding.requirements"),
        r#"[{"id":"r","name":{"en":"R"},"amount":"100M","currency":"USD"}]"#
    );
    assert_eq!(findings.len(), 2);
}

#[test]
fn released_values_are_of_the_whole_unless_too_few_are_behind_them() {
    let whole = |more: &str| {
        let head = HOUSE.replace("key_figures:", "declassify: [funding.totals, funding.cover], key_figures:");
        tree(&format!("{head}{}", MONEY.replace("text:", &format!("{more}text:"))))
    };
    let few = whole("");
    let mut findings = Vec::new();
    let projected = project(&few, &Policy::read(&few, "partners").unwrap(), &mut findings);
    assert_eq!(projected.released, Vec::<&str>::new());
    assert_eq!(findings.iter().filter(|it| it.code == "AU07").count(), 2);

    let more = "    - {id: c3, donor: x, to: r, stage: paid, amount: 1M, currency: USD, marking: TLP:RED}\n    \
                - {id: c4, donor: x, to: r, stage: paid, q: more_than, amount: 7M, currency: USD, marking: TLP:RED}\n    \
                - {id: c5, donor: x, to: r, stage: paid, amount: 500K, currency: USD, marking: TLP:RED}\n";
    let enough = whole(more);
    let mut findings = Vec::new();
    let projected = project(&enough, &Policy::read(&enough, "partners").unwrap(), &mut findings);
    assert_eq!(findings, []);
    let json = serde_json::to_string(projected.tree.at("projection.released").unwrap()).unwrap();
    let expected = r#"{"funding_totals":{"paid":"31500000"},"funding_cover":{"r":{"committed":"0","paid":"31500000","pledged":"0"}}}"#;
    assert_eq!(json, expected);
}

#[test]
fn what_marks_nothing_is_told() {
    let yaml = "\
threats: [{id: a, name: {en: A}, marking: TLP:AMBR, audience: [publik], marks: {nam: TLP:RED}}]
marks: {figures: TLP:RED}
";
    let head = HOUSE.replace(
        "key_figures:",
        "text_marks: {higlights: TLP:RED}, declassify: [funding.total], key_figures:",
    );
    let mut findings = Vec::new();
    super::examine(&tree(&format!("{head}{yaml}")), &mut findings);
    let told: Vec<(&str, &str, Option<&str>)> = findings
        .iter()
        .map(|it| (it.code, it.message.as_str(), it.help.first().map(String::as_str)))
        .collect();
    let expected = [
        ("AU03", "`funding.total` is no computed value", Some("did you mean `funding.totals`?")),
        ("AU01", "`TLP:AMBR` is no label of this house", Some("write `TLP:AMBER`")),
        ("AU04", "`higlights` is no text", Some("did you mean `highlights`?")),
        ("AU02", "the house has no audience `publik`", Some("did you mean `public`?")),
        ("AU04", "there is no `figures` to mark here", None),
        ("AU04", "there is no `nam` to mark here", Some("did you mean `name`?")),
    ];
    let told: Vec<_> = told
        .into_iter()
        .map(|(code, message, help)| (code, message, help.filter(|_| !message.contains("figures"))))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn the_types_never_see_a_marking() {
    let yaml = "\
edition: {marking: {label: x, marks: {caveats: TLP:RED}}, audience: [a], text_marks: {title: x}, marks: {number: x}}
threats: [{id: a, marking: TLP:RED, audience: [x], marks: {name: TLP:RED}}]
figures: [{id: b, marking: TLP:RED, audience: [x]}]
marks: {figures: x}
text: {en: {threats: {marking: word}}}
";
    let stripped = r#"{"edition":{"marking":{"label":"x"},"audience":["a"]},"threats":[{"id":"a","marking":"TLP:RED"}],"figures":[{"id":"b"}],"text":{"en":{"threats":{"marking":"word"}}}}"#;
    assert_eq!(serde_json::to_string(&unmarked(&tree(yaml))).unwrap(), stripped);
}

#[test]
fn the_record_of_translations_is_of_what_is_seen() {
    let whole = tree(&format!("{HOUSE}{WORDS}"));
    let mut findings = Vec::new();
    let projected = project(&whole, &Policy::read(&whole, "partners").unwrap(), &mut findings);
    let settled = Projected::settled(&projected.tree, &mut findings);
    let record = tree(
        "mujaz: 1\nmasters: {h1: One., h2: Two, h3: Three, h4: Gone}\nlanguages:\n  fr:\n    \
         'highlights[1]': {of: h1}\n    'highlights[2]': {of: h2}\n    'highlights[3]': {of: h3}\n    \
         bottom_line: {of: h4}\n",
    );
    let expected = r#"{"mujaz":"1","masters":{"h1":"One.","h3":"Three"},"languages":{"fr":{"highlights[1]":{"of":"h1"},"highlights[2]":{"of":"h3"}}}}"#;
    assert_eq!(serde_json::to_string(&projected.record(&record, &settled)).unwrap(), expected);
}

/// Sections of texts, and what entries may lose, as the stages after this one have them.
mod agreement {
    use super::super::shape::{TEXTS, spare};
    use crate::model::Edition;
    use crate::text::keys::SECTIONS;

    #[test]
    fn texts_are_those_of_text_files() {
        let ours = TEXTS.map(|(section, _)| section);
        assert_eq!(ours, SECTIONS.map(|(section, _)| section));
    }

    /// No key that a type requires may be lost alone.
    #[test]
    fn what_may_be_lost_is_optional() {
        let schema = serde_json::to_value(schemars::schema_for!(Edition)).unwrap();
        for (pattern, part) in [
            ("figures[]", "Figure"),
            ("threats[]", "Threat"),
            ("progress[]", "Line"),
            ("funding.requirements[]", "Requirement"),
            ("funding.contributions[]", "Contribution"),
            ("funding.contributions[].original", "Original"),
            ("returnees.displaced", "Displaced"),
            ("returnees.displaced.rows[]", "Row"),
            ("returnees.displaced.rows[].returned", "People"),
            ("returnees.fighters[]", "Fighters"),
            ("partners", "Partners"),
            ("meetings[]", "Meeting"),
            ("meetings[].agenda[]", "AgendaItem"),
            ("meetings[].quotes[]", "Quote"),
            ("commitments[]", "Commitment"),
            ("events[]", "Event"),
            ("statements[]", "Statement"),
            ("next_steps[]", "NextStep"),
            ("references[]", "Reference"),
            ("corrections[]", "Correction"),
            ("sources[]", "Source"),
            ("orgs{}", "Org"),
            ("places{}", "Place"),
            ("edition", "Head"),
        ] {
            let part = &schema["$defs"][part];
            assert!(part["properties"].is_object(), "{pattern}");
            let required: Vec<&str> =
                part["required"].as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
            for key in spare(pattern) {
                assert!(part["properties"].get(key).is_some(), "{pattern}.{key} is no key");
                assert!(!required.contains(key), "{pattern}.{key} is required");
            }
        }
    }
}

/// The demonstration, whole and for the audiences of the house.
mod demonstration {
    use std::path::Path;

    use crate::brief;
    use crate::check::{Seen, check};
    use crate::diag::{Look, Sources, terminal};
    use crate::dossier::Dossier;
    use crate::layers::Project;

    /// The Brief in a language, once all rules are silent.
    fn brief(audience: Option<&str>, lang: &str) -> String {
        let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut sources = Sources::new();
        let (dossier, mut findings) = Dossier::read(&project, "demo-2031-06", audience, &mut sources);
        let dossier = dossier.unwrap();
        findings.extend(check(&dossier, &sources, &mut Seen::default()));
        let (brief, more) = brief::write(&dossier, lang).unwrap();
        findings.extend(more);
        assert_eq!(terminal(&findings, &sources, Look::default()), "");
        brief.to_json()
    }

    #[test]
    fn it_is_sound_for_everyone() {
        for lang in ["ar", "en"] {
            assert!(brief(Some("partners"), lang).contains("TLP:GREEN"));
            let (whole, public) = (brief(None, lang), brief(Some("public"), lang));
            // Released sums are those of the whole edition; counts are those of what is shown.
            for (secret, shown) in [("fund.housing", "fund.alvaria"), ("c_market", "c_dogs")] {
                assert!(whole.contains(secret) && whole.contains(shown));
                assert!(!public.contains(secret) && public.contains(shown), "{secret} {lang}");
            }
            assert!(!public.contains("TLP:GREEN") && !public.contains("555"));
        }
    }

    /// What is released is what the whole edition says: the sums here and those of the model are by the same rules.
    #[test]
    fn released_sums_are_those_of_the_whole() {
        let funding = |audience| -> serde_json::Value {
            let brief: serde_json::Value = serde_json::from_str(&brief(audience, "en")).unwrap();
            let sections = brief["sections"].as_array().unwrap();
            sections.iter().find(|it| it["id"] == "funding").unwrap().clone()
        };
        let (whole, public) = (funding(None), funding(Some("public")));
        let body = |section: &serde_json::Value, part: &str| {
            let found = section.as_object().unwrap().values().find_map(|it| it.get(part));
            found.unwrap_or_else(|| panic!("{section}")).clone()
        };
        for part in ["appeals", "totals"] {
            assert!(body(&whole, part).as_array().unwrap().len() > 1);
            assert_eq!(body(&public, part), body(&whole, part), "{part}");
        }
        let rows = |section| body(section, "contributions").as_array().unwrap().len();
        assert_eq!(rows(&public) + 1, rows(&whole));
    }

    /// The editions that changes are measured against are seen as the audience sees them.
    #[test]
    fn earlier_editions_are_those_of_the_audience() {
        let head = |id: &str, more: &str| {
            format!(
                "edition: {{id: {id}, kind: flash, issued: 2031-06-03T09:00Z, languages: [en], master: en, \
                 publisher: {{org: o}}{more}}}\n"
            )
        };
        let shared = "orgs: {o: {type: organization, name: {en: O}}}\nmetrics: {m: {label: {en: M}, unit: none, \
                      shape: stock, section: threats}}\n";
        let text = b"lang: en\ntitle: T\nbottom_line: B\n".to_vec();
        let house = "mujaz: 1\nhouse: {series: {en: S}, sections: {flash: [figures]}, \
                     audiences: {public: {sees: [TLP:CLEAR], unmarked: show}}}\n";
        let figure = "figures: [{id: f, metric: m, value: 5, as_of: 2031-05, marks: {note: TLP:RED}, note: {en: N}}, \
                      {id: g, metric: m, value: 9, as_of: 2031-05, marking: TLP:RED}]\n";
        let files = [
            ("data/house.yaml", house.into()),
            ("data/shared/a.yaml", shared.into()),
            ("data/editions/one/edition.yaml", (head("one", "") + figure).into_bytes()),
            ("data/editions/one/text/en.yaml", text.clone()),
            ("data/editions/two/edition.yaml", (head("two", ", previous: one") + figure).into_bytes()),
            ("data/editions/two/text/en.yaml", text),
        ];
        let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        let project = Project::in_memory(files).unwrap();
        let ids = |audience: Option<&str>| {
            let (dossier, _) = Dossier::read(&project, "two", audience, &mut Sources::new());
            let past = dossier.unwrap().history;
            let ids = past[0].figures.iter().map(|it| (it.id.value.clone(), it.note.is_some()));
            ids.collect::<Vec<_>>()
        };
        assert_eq!(ids(None), [("f".to_owned(), true), ("g".to_owned(), false)]);
        assert_eq!(ids(Some("public")), [("f".to_owned(), false)]);
    }
}
