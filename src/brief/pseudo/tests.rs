use std::path::Path;

use serde_json::Value;

use super::{Pseudo, letters, long, rtl};
use crate::brief::{Brief, write};
use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::locale::{Flag, Kind, Part};

fn brief(id: &str, lang: &str) -> Brief {
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (dossier, findings) = Dossier::read(&project, id, None, &mut Sources::new());
    write(&dossier.unwrap_or_else(|| panic!("{findings:#?}")), lang).unwrap().0
}

/// Every edition that is shipped with a Brief in English.
fn briefs() -> Vec<Brief> {
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    project.editions().unwrap().iter().map(|id| brief(id, "en")).collect()
}

/// A string as it stands in the JSON: where, what, and of which kind if it is a part of a phrase.
#[derive(Debug, Clone, PartialEq)]
struct Text {
    path: String,
    text: String,
    kind: Option<String>,
}

/// The strings of a Brief, and everything else with its path. A phrase is one string for each kind in it.
fn read(value: &Value, path: &str, texts: &mut Vec<Text>, rest: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| read(value, &format!("{path}.{key}"), texts, rest));
        }
        Value::Array(parts) if parts.first().is_some_and(|part| part.get("s").is_some()) => {
            for part in parts {
                let kind = part.get("k").and_then(Value::as_str).unwrap_or("text").to_owned();
                // A remark is a text of its own.
                let path = &part.get("flag").map_or(path.to_owned(), |flag| format!("{path}: {flag}"));
                let text = part["s"].as_str().unwrap().to_owned();
                match texts.last_mut().filter(|last| last.path == *path && last.kind.as_ref() == Some(&kind))
                {
                    Some(last) => last.text += &text,
                    None => texts.push(Text { path: path.clone(), text, kind: Some(kind) }),
                }
            }
        }
        Value::Array(items) => {
            rest.push(format!("{path} {}", items.len()));
            for (at, item) in items.iter().enumerate() {
                read(item, &format!("{path}[{at}]"), texts, rest);
            }
        }
        Value::String(text) => texts.push(Text { path: path.to_owned(), text: text.clone(), kind: None }),
        other => rest.push(format!("{path} {other}")),
    }
}

fn strings(value: &Value) -> (Vec<Text>, Vec<String>) {
    let (mut texts, mut rest) = (Vec::new(), Vec::new());
    read(value, "", &mut texts, &mut rest);
    (texts, rest)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c)
}

/// Whether a string is none that a reader reads: what a template matches on.
fn is_code(text: &Text) -> bool {
    let path = text.path.as_str();
    let key = path.rsplit('.').next().unwrap();
    let codes =
        ["edition", "kind", "lang", "dir", "time_axis", "tone", "id", "code", "logo", "marking", "grade"];
    let code = !path.starts_with(".labels.") && codes.contains(&key);
    text.kind.is_none() && (code || path == ".labels.page.digits" || path == ".marking.label")
}

/// Words that stay because they are figures, codes, addresses or placeholders.
fn stays(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '_' | '@' | '{' | '/'))
        || word.contains(".org")
}

#[test]
fn nothing_of_the_language_survives_in_arabic_letters() {
    for brief in briefs() {
        let (texts, _) = strings(&Pseudo::Rtl.disguised(&brief));
        let left: Vec<&Text> = texts
            .iter()
            .filter(|text| !is_code(text) && text.kind.as_deref() != Some("ltr"))
            .filter(|text| {
                let mut words = text.text.split_whitespace().filter(|word| !stays(word));
                words.any(|word| word.contains(is_latin))
            })
            .collect();
        assert_eq!(left, Vec::<&Text>::new(), "{}", brief.edition);
    }
}

#[test]
fn every_string_is_longer_and_in_brackets() {
    let letters = |text: &str| text.chars().filter(|c| is_latin(*c)).count();
    for brief in briefs() {
        let whole = |value: &Value| {
            let mut texts: Vec<Text> = Vec::new();
            for text in strings(value).0.into_iter().filter(|text| !is_code(text)) {
                let words = !matches!(text.kind.as_deref(), Some("ltr" | "foreign"));
                match texts.last_mut().filter(|last| last.path == text.path) {
                    Some(last) if words => last.text += &text.text,
                    Some(_) => {}
                    None if words => texts.push(text),
                    None => texts.push(Text { text: String::new(), ..text }),
                }
            }
            texts
        };
        let before = whole(&serde_json::to_value(&brief).unwrap());
        let after = whole(&Pseudo::Long.disguised(&brief));
        assert_eq!(before.len(), after.len());
        let mut compared = 0;
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before.path, after.path);
            if before.text.split_whitespace().any(stays) {
                continue;
            }
            let count = letters(&before.text);
            if count == 0 {
                assert_eq!(before.text, after.text, "{}", before.path);
                continue;
            }
            compared += 1;
            assert_eq!(letters(&after.text), count + (2 * count).div_ceil(5), "{before:?} {after:?}");
            let ends = (after.text.starts_with('['), after.text.ends_with(']'));
            assert_eq!(ends, (true, true), "{after:?}");
            let plain = "acdeghijklnorstuwyz";
            assert!(!after.text.contains(|c: char| plain.contains(c.to_ascii_lowercase())), "{after:?}");
        }
        assert!(compared > 200, "only {compared} texts in {}", brief.edition);
    }
}

#[test]
fn codes_ratios_and_figures_are_as_they_were() {
    for brief in briefs() {
        let (before, rest) = strings(&serde_json::to_value(&brief).unwrap());
        let ours = [".lang", ".dir", ".time_axis"];
        let same = |texts: &[Text]| -> Vec<Text> {
            let same = |text: &&Text| is_code(text) && !ours.contains(&text.path.as_str());
            texts.iter().filter(same).cloned().collect()
        };
        let digits = |texts: &[Text]| -> String {
            let of_page = texts.iter().filter(|text| !is_code(text));
            of_page.flat_map(|text| text.text.chars()).filter(char::is_ascii_digit).collect()
        };
        for pseudo in Pseudo::ALL {
            let (after, rest_after) = strings(&pseudo.disguised(&brief));
            let changed: Vec<_> =
                same(&before).into_iter().zip(same(&after)).filter(|(a, b)| a != b).collect();
            assert_eq!(changed, [], "{} {pseudo:?}", brief.edition);
            let changed: Vec<_> = rest.iter().zip(&rest_after).filter(|(a, b)| a != b).collect();
            assert_eq!((changed, rest.len()), (vec![], rest_after.len()), "{} {pseudo:?}", brief.edition);
            assert_eq!(digits(&before), digits(&after), "{} {pseudo:?}", brief.edition);
        }
        for code in before.iter().filter(|text| is_code(text) && text.path != ".marking.label") {
            assert!(!code.text.contains(' '), "a text is taken for a code: {code:?}");
        }
    }
}

#[test]
fn a_pseudo_locale_has_a_tag_and_a_direction_of_its_own() {
    let brief = brief("2018-05-euphrates", "en");
    let head = |pseudo: Pseudo| {
        let value = pseudo.disguised(&brief);
        ["lang", "dir", "time_axis"].map(|key| value[key].as_str().unwrap().to_owned())
    };
    assert_eq!(head(Pseudo::Long), ["en-x-long", "ltr", "ltr"]);
    assert_eq!(head(Pseudo::Rtl), ["ar-x-rtl", "rtl", "rtl"]);
    assert_eq!(Pseudo::ALL.map(|it| Pseudo::named(it.tag())), Pseudo::ALL.map(Some));
    assert_eq!(Pseudo::named("x-short"), None);
    assert_eq!(Pseudo::base(["ar", "en"], "ar"), "en");
    assert_eq!(Pseudo::base(["fr", "ar"], "ar"), "ar");
    assert_eq!(Pseudo::Rtl.json(&brief), Pseudo::Rtl.json(&brief));
}

/// A master in Arabic has no letters with accents, so it is first written in Latin ones.
#[test]
fn a_master_in_arabic_can_be_the_base_of_both() {
    let brief = brief("2018-05-euphrates", "ar");
    let (texts, _) = strings(&Pseudo::Long.disguised(&brief));
    let arabic = |c: char| ('\u{620}'..='\u{6ff}').contains(&c);
    let left: Vec<&Text> = texts.iter().filter(|text| text.text.contains(arabic)).collect();
    assert_eq!(left, Vec::<&Text>::new());
    let (before, _) = strings(&serde_json::to_value(&brief).unwrap());
    let (after, _) = strings(&Pseudo::Rtl.disguised(&brief));
    let own = |texts: Vec<Text>| -> Vec<Text> {
        texts.into_iter().filter(|text| text.path != ".lang" && text.text.contains(arabic)).collect()
    };
    assert_eq!(own(before), own(after));
}

#[test]
fn words_grow_by_two_fifths() {
    // Two fifths of 7 letters are 3: the two vowels are doubled, then the first letter inside.
    assert_eq!(long::plain("Funding"), "[Fûûññđîîñğ]");
    // One letter more at least; figures, codes and placeholders count for nothing.
    assert_eq!(long::plain("No"), "[Ñöö]");
    assert_eq!(long::plain("{n} of 1,000"), "[{n} ööf 1,000]");
    assert_eq!(long::plain("95% – 1.5"), "95% – 1.5");
    // Of 16 letters for 40, half are words of their own, as long as there is room for: 5 and 3.
    let text = "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa";
    let written = long::plain(text);
    let words: Vec<&str> = written.trim_matches(['[', ']']).split(' ').collect();
    assert_eq!(words.iter().filter(|word| !word.starts_with('å')).collect::<Vec<_>>(), [&"đåbéî", &"ûñđ"]);
    assert_eq!(words.concat().chars().count(), 56);
}

#[test]
fn letters_become_arabic() {
    for (latin, written) in [
        ("Shatt", "شاتت"),
        ("Thanks, quickly?", "ثانكس، كويكلي؟"),
        ("the Coalition’s chief", "ثي كواليتيونس تشييف"),
        ("Éducation", "إدوكاتيون"),
        ("zone", "زوني"),
        ("“no”; 1,000", "«نو»؛ 1,000"),
    ] {
        assert_eq!(rtl::plain(latin), written, "{latin}");
    }
    for kept in
        ["{n}", "TLP:GREEN", "SYR-2031", "demo-2031-06", "https://example.org/a", "reports@example.org"]
    {
        assert_eq!((rtl::plain(kept), long::plain(kept)), (kept.to_owned(), kept.to_owned()));
    }
}

#[test]
fn figures_are_isolated_and_arabic_words_are_at_home() {
    let part = |text: &str, kind| Part { text: text.to_owned(), kind, ..Part::default() };
    let arabic = Part { lang: Some("ar".to_owned()), ..part("داعش", Kind::Foreign) };
    let traced = Part { figure: Some("fund".to_owned()), ..part("Fund 2031, ", Kind::Text) };
    let written = rtl::phrase(vec![traced, part("US$5", Kind::Ltr), arabic]);
    let fund = |text: &str, kind| Part { figure: Some("fund".to_owned()), ..part(text, kind) };
    assert_eq!(
        written,
        [
            fund("فوند ", Kind::Text),
            fund("2031", Kind::Ltr),
            fund("، ", Kind::Text),
            part("US$5", Kind::Ltr),
            part("داعش", Kind::Text),
        ]
    );
}

#[test]
fn a_remark_is_a_text_of_its_own() {
    let part = |text: &str, flag| Part { text: text.to_owned(), flag, ..Part::default() };
    let parts = vec![part("Funding", None), part("No", Some(Flag::Draft))];
    let written = [part("[Fûûññđîîñğ]", None), part("[Ñöö]", Some(Flag::Draft))];
    assert_eq!(long::phrase(parts.clone()), written);
    assert_eq!(rtl::phrase(parts), [part("فوندينج", None), part("نو", Some(Flag::Draft))]);
}

#[test]
fn romanized_arabic_keeps_its_spaces() {
    assert_eq!(letters::romanized("شكرًا، كيف؟"), "shkra, kyf?");
}
