//! A Brief -> the same as JSON, in which parts say which value of the data they were written from (`ref`).
//!
//! Parts written from a figure carry its id already; a text is known by being equal to one of the texts of the
//! edition. The pages come out as without, but for the links to these values.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::brief::{self, Brief};
use crate::dossier::Dossier;
use crate::locale::Phrase;
use crate::model::{Index, Target};

/// The Brief of a dossier with the path of each value beside what is printed of it: `figures[liberated]`,
/// `text.ar.highlights[0]`.
pub fn trace(dossier: &Dossier, brief: &Brief) -> String {
    let index = dossier.edition.index();
    let mut texts = BTreeMap::new();
    for (key, phrase) in brief::texts(dossier, &brief.lang) {
        texts.entry(words(&phrase)).or_insert_with(|| format!("text.{}.{}", brief.lang, from_zero(&key)));
    }
    let mut json = serde_json::to_value(brief).unwrap_or_default();
    walk(&mut json, &index, &texts);
    json.to_string()
}

/// The path in the data of what a slot of a text stands for, such as `liberated.as_of`.
pub(super) fn path(index: &Index<'_>, slot: &str) -> String {
    let ends = std::iter::once(slot.len()).chain(slot.rmatch_indices('.').map(|(at, _)| at));
    for end in ends {
        let (id, field) = slot.split_at(end);
        if let Some(target) = index.get(id) {
            return format!("{}[{id}]{field}", section(target));
        }
    }
    // The period has a short name of its own.
    if slot == "period" { "edition.period".to_owned() } else { slot.to_owned() }
}

/// Where things of a kind stand in the data.
fn section(target: Target<'_>) -> &'static str {
    match target {
        Target::Figure(_) => "figures",
        Target::Contribution(_) => "funding.contributions",
        Target::Requirement(_) => "funding.requirements",
        Target::Event(_) => "events",
        Target::NextStep(_) => "next_steps",
        Target::Meeting(_) => "meetings",
        Target::Threat(_) => "threats",
        Target::Line(_) => "progress",
        Target::Reference(_) => "references",
    }
}

/// Keys of texts count from one, paths into the data from nought.
fn from_zero(key: &str) -> String {
    let item = key.strip_suffix(']').and_then(|key| key.rsplit_once('['));
    match item.and_then(|(list, at)| Some((list, at.parse::<usize>().ok()?.checked_sub(1)?))) {
        Some((list, at)) => format!("{list}[{at}]"),
        None => key.to_owned(),
    }
}

/// What a phrase says, and which parts of it were written from which figures: enough to know it again.
fn words(phrase: &Phrase) -> Vec<(String, Option<String>)> {
    let parts = phrase.0.iter().filter(|part| part.flag.is_none());
    parts.map(|part| (part.text.clone(), part.figure.clone())).collect()
}

fn walk(json: &mut Value, index: &Index<'_>, texts: &BTreeMap<Vec<(String, Option<String>)>, String>) {
    match json {
        Value::Array(parts) if !parts.is_empty() && parts.iter().all(|part| part.get("s").is_some()) => {
            mark(parts, index, texts);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, index, texts)),
        Value::Object(entries) => entries.values_mut().for_each(|value| walk(value, index, texts)),
        _ => {}
    }
}

/// Gives the parts of one phrase their values.
fn mark(parts: &mut Vec<Value>, index: &Index<'_>, texts: &BTreeMap<Vec<(String, Option<String>)>, String>) {
    let of = |part: &Value, key: &str| part.get(key).and_then(Value::as_str).map(str::to_owned);
    let own = parts.iter().filter(|part| part.get("flag").is_none());
    let said = own.map(|part| (of(part, "s").unwrap_or_default(), of(part, "figure"))).collect::<Vec<_>>();
    let text = texts.get(&said);
    let mut marked: Vec<Value> = Vec::new();
    for mut part in parts.drain(..) {
        let value = of(&part, "figure").map(|slot| path(index, &slot)).or_else(|| text.cloned());
        if let (Some(value), Some(part)) = (value, part.as_object_mut()) {
            part.insert("ref".to_owned(), value.into());
        }
        match marked.last_mut() {
            Some(last) if is_one_word(last, &part) => {
                let whole = of(last, "s").unwrap_or_default() + &of(&part, "s").unwrap_or_default();
                if let Some(last) = last.as_object_mut() {
                    last.insert("s".to_owned(), whole.into());
                }
            }
            _ => marked.push(part),
        }
    }
    *parts = marked;
}

/// Whether two parts touch within a word. A link between them would keep their letters from joining, so they become
/// one part.
fn is_one_word(before: &Value, after: &Value) -> bool {
    let is_text = |part: &Value| ["k", "lang", "href", "flag"].iter().all(|key| part.get(*key).is_none());
    let letter =
        |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || ('\u{64b}'..='\u{652}').contains(&c));
    let text = |part: &Value| part.get("s").and_then(Value::as_str).unwrap_or_default().to_owned();
    is_text(before)
        && is_text(after)
        && before.get("ref") != after.get("ref")
        && letter(text(before).chars().next_back())
        && letter(text(after).chars().next())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use serde_json::{Value, json};
    use time::macros::date;

    use super::{from_zero, mark, path, trace};
    use crate::diag::Sources;
    use crate::dossier::Dossier;
    use crate::layers::Project;
    use crate::model::Index;
    use crate::output::{Sheet, sheets};
    use crate::typeset::{Assets, Job, compile};

    fn dossier(id: &str) -> Dossier {
        let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        Dossier::read(&project, id, None, &mut Sources::new()).0.unwrap()
    }

    /// Every `ref` of a JSON.
    fn refs(json: &Value, found: &mut Vec<String>) {
        match json {
            Value::Array(items) => items.iter().for_each(|item| refs(item, found)),
            Value::Object(entries) => {
                found.extend(entries.get("ref").and_then(Value::as_str).map(str::to_owned));
                entries.values().for_each(|value| refs(value, found));
            }
            _ => {}
        }
    }

    #[test]
    fn every_value_leads_into_the_data_of_the_edition() {
        for id in ["demo-2031-06", "2018-12-washington", "2019-06-paris"] {
            let dossier = dossier(id);
            for lang in ["ar", "en"] {
                let (brief, _) = crate::brief::write(&dossier, lang).unwrap();
                let mut found = Vec::new();
                refs(&serde_json::from_str(&trace(&dossier, &brief)).unwrap(), &mut found);
                let texts = found.iter().filter(|it| it.starts_with("text.")).count();
                assert!(found.len() - texts >= 10 && texts >= 5, "{id} {lang}: {found:?}");
                for value in &found {
                    // What is worked out from the data belongs to what it is worked out from.
                    let known = dossier.tree.at(value).is_some()
                        || value.rsplit_once('.').is_some_and(|(whole, _)| dossier.tree.at(whole).is_some());
                    assert!(known, "{id} {lang}: {value}");
                }
            }
        }
    }

    #[test]
    fn without_refs_the_brief_is_as_the_templates_read_it() {
        fn without(json: &mut Value) {
            match json {
                Value::Array(items) => items.iter_mut().for_each(without),
                Value::Object(entries) => {
                    entries.shift_remove("ref");
                    entries.values_mut().for_each(without);
                }
                _ => {}
            }
        }
        let dossier = dossier("2018-12-washington");
        let (brief, _) = crate::brief::write(&dossier, "en").unwrap();
        let mut traced: Value = serde_json::from_str(&trace(&dossier, &brief)).unwrap();
        without(&mut traced);
        assert_eq!(traced, serde_json::from_str::<Value>(&brief.to_json()).unwrap());
    }

    /// What a preview shows is what is printed: no line breaks elsewhere for the links in it.
    #[test]
    fn traced_pages_have_the_same_lines() {
        let assets = Assets::builtin(&mut Sources::new()).unwrap();
        let dossier = dossier("2018-12-washington");
        for lang in ["ar", "en"] {
            let (brief, _) = crate::brief::write(&dossier, lang).unwrap();
            let pages = |json: String| {
                let mut job = Job::new(json.into_bytes(), date!(2019 - 02 - 03));
                job.values = true;
                sheets(&compile(&assets, &job).unwrap())
            };
            let (plain, traced) = (pages(brief.to_json()), pages(trace(&dossier, &brief)));
            // A space or joiner at the end of a part stands in one of the two, and between parts in the other.
            let text = |page: &Sheet| page.text.replace([' ', '\u{a0}', '\u{2060}'], "");
            let texts = |pages: &[Sheet]| pages.iter().map(text).collect::<Vec<_>>();
            assert_eq!(texts(&plain), texts(&traced), "{lang}");
            let marks = |pages: &[Sheet]| pages.iter().map(|page| page.marks.len()).sum::<usize>();
            assert!(marks(&plain) == 0 && marks(&traced) > 50, "{lang}");
        }
    }

    #[test]
    fn slots_lead_to_what_has_the_id() {
        let dossier = dossier("demo-2031-06");
        let index = dossier.edition.index();
        let figure = dossier.edition.figures[0].id.value.clone();
        assert_eq!(path(&index, &format!("{figure}.as_of")), format!("figures[{figure}].as_of"));
        assert_eq!(path(&index, "period"), "edition.period");
        assert_eq!(path(&index, "returnees.returned"), "returnees.returned");
        assert_eq!(["a", "a[1]", "b.c[12]", "a[x]"].map(from_zero), ["a", "a[0]", "b.c[11]", "a[x]"]);
    }

    #[test]
    fn letters_that_join_stay_in_one_part() {
        let said = |parts: Value| {
            let mut parts = parts.as_array().unwrap().clone();
            mark(&mut parts, &Index::default(), &BTreeMap::new());
            Value::Array(parts)
        };
        let parts = json!([{"s": "بـ"}, {"s": "ثلاثة", "figure": "f"}, {"s": " أشخاص"}]);
        assert_eq!(said(parts), json!([{"s": "بـثلاثة"}, {"s": " أشخاص"}]));
        let parts =
            json!([{"s": "نحو "}, {"s": "43", "k": "ltr", "figure": "f"}, {"s": "ألف", "figure": "f"}]);
        let want = json!([{"s": "نحو "}, {"s": "43", "k": "ltr", "figure": "f", "ref": "f"},
            {"s": "ألف", "figure": "f", "ref": "f"}]);
        assert_eq!(said(parts), want);
    }
}
