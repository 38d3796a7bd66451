//! One cell -> the value of a key: a number, a date, the id of a place or organization, a word of a closed list.

use std::collections::BTreeMap;

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::date::{NoDate, date};
use super::fold::{folded, visible};
use super::number::{self, Mark, Unclear};
use super::place::{Among, NoPlace, Places};
use super::table::{Cell, Kind, Row, address};
use crate::diag::{Finding, Span, nearest};
use crate::model::import_map::{As, Column};
use crate::model::{Number, Org};
use crate::yaml::{Data, Entry, Node, Style};

/// A value with where it came from.
#[derive(Debug, Clone)]
pub(super) struct Got {
    /// As it is to be written, with the place of its cell.
    pub node: Node,
    /// Of a number.
    pub number: Option<Decimal>,
    /// The mark of a note beside it.
    pub flag: Option<String>,
    /// Row and column of its cell.
    pub cell: (u32, usize),
}

/// What cells are matched with.
pub(super) struct Ground<'a> {
    pub places: &'a Places,
    pub orgs: &'a Orgs,
    pub missing: &'a [String],
    pub mark: Option<Mark>,
}

/// The organizations of a project by what files call them.
#[derive(Debug, Clone, Default)]
pub struct Orgs {
    by_name: BTreeMap<String, Vec<String>>,
    spelt: Vec<String>,
}

impl Orgs {
    /// The organizations by id.
    pub fn new(orgs: &BTreeMap<String, Org>) -> Self {
        let mut all = Self::default();
        for (id, org) in orgs {
            let names = org.name.values().chain(org.short.iter().flat_map(BTreeMap::values));
            for name in names.chain([id]).chain(&org.iso3) {
                let ids = all.by_name.entry(folded(name)).or_default();
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
                all.spelt.push(name.clone());
            }
        }
        all
    }

    /// The one organization of this name. One that is itself named by the id of another is the other's.
    fn find(&self, name: &str) -> Option<&String> {
        match self.by_name.get(&folded(name)).map(Vec::as_slice) {
            Some([id]) => Some(id),
            _ => None,
        }
    }
}

/// A text as a scalar: plain where every reader takes it for a text or for what it is meant to be.
pub(super) fn scalar(text: &str, span: Span, is_text: bool) -> Node {
    let special = matches!(
        text.to_ascii_lowercase().as_str(),
        "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
    );
    let quoted = is_text && (special || !text.starts_with(char::is_alphabetic));
    let style = if quoted { Style::Quoted } else { Style::Plain };
    Node::new(span, Data::Scalar(text.into(), style))
}

/// Reads the value of a key in a row; `Ok(None)` where it is missing.
///
/// # Errors
/// The row cannot be taken over.
pub(super) fn value(
    key: &str,
    column: &Column,
    (at, name_at): (Option<usize>, Option<usize>),
    row: &Row,
    ground: &Ground<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Option<Got>, Finding> {
    let cell = at.and_then(|at| super::rows::cell(row, at));
    let shown = || address(at.or(name_at).unwrap_or(0), row.number);
    let place = (row.number, at.or(name_at).unwrap_or(0));
    let got = |node: Node| Got { node, number: None, flag: None, cell: place };
    if column.kind == As::Place {
        let name = name_at.and_then(|at| super::rows::cell(row, at));
        return place_of(column, cell, name, &shown(), ground, findings).map(|node| node.map(got));
    }
    let Some(cell) = cell else { return Ok(None) };
    let text = visible(&cell.text);
    match column.kind {
        As::Number => number_of(key, column, cell, &shown(), ground).map(|read| {
            read.map(|(digits, number, flag)| Got {
                node: scalar(&digits, cell.span, false),
                number: Some(number),
                flag,
                cell: place,
            })
        }),
        _ if number::is_missing(&text, ground.missing) => Ok(None),
        As::Text => Ok(Some(got(scalar(&text, cell.span, true)))),
        As::Date => match date(&text, column.order, column.precision) {
            Ok(date) => Ok(Some(got(scalar(&date, cell.span, false)))),
            Err(NoDate::Order) => {
                Err(Finding::error("IM17", format!("`{text}` in {} may be two days", shown()))
                    .at(cell.span, "day or month first?")
                    .help(format!("write `order: day_month` or `order: month_day` for `{key}` in the map")))
            }
            Err(NoDate::Words) => Err(Finding::error("IM17", format!("`{text}` in {} is no date", shown()))
                .at(cell.span, "no day of the calendar")
                .help("write it as `2031-06-09`")),
        },
        As::Word => match column.words.iter().find(|(word, _)| folded(word) == folded(&text)) {
            Some((_, word)) => Ok(Some(got(scalar(word, cell.span, false)))),
            None => {
                let finding =
                    Finding::error("IM12", format!("the map has no word for `{text}` in {}", shown()))
                        .at(cell.span, "not translated");
                Err(match nearest(&text, column.words.keys()) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help(format!(
                        "add it to `words` of `{key}` in the map, or leave the row out with `where`"
                    )),
                })
            }
        },
        As::Org => Ok(Some(got(org_of(column, cell, &text, &shown(), ground, findings)))),
        As::Place => Ok(None),
    }
}

type Digits = (String, Decimal, Option<String>);

fn number_of(
    key: &str,
    column: &Column,
    cell: &Cell,
    shown: &str,
    ground: &Ground<'_>,
) -> Result<Option<Digits>, Finding> {
    let text = visible(&cell.text);
    let fault = |message: String| Finding::error("IM07", message).at(cell.span, "no number");
    let long =
        || fault(format!("`{text}` in {shown} has more digits than a number may have")).help("round it");
    let mark = if cell.kind == Kind::Number { Some(Mark::Point) } else { ground.mark };
    let cleaned = match number::clean(&cell.text, mark, &column.strip, ground.missing) {
        Ok(Some(cleaned)) => cleaned,
        Ok(None) => return Ok(None),
        Err(Unclear::Either(one, other)) => {
            return Err(Finding::error("IM08", format!("`{text}` in {shown} is {one} or {other}"))
                .at(cell.span, "two numbers")
                .help("write `decimal: point` or `decimal: comma` in the map"));
        }
        Err(Unclear::Words) => {
            return Err(fault(format!("`{text}` in {shown} is not a number")).help(format!(
                "take words off with `strip` of `{key}` in the map, or add them to `missing`"
            )));
        }
        Err(Unclear::Groups) => {
            return Err(fault(format!("`{text}` in {shown} is not a number as the others are"))
                .help("write its digits in groups of three, and decimals behind one mark"));
        }
        Err(Unclear::Signs) => {
            return Err(fault(format!("`{text}` in {shown} has more than one sign")).help("write one minus"));
        }
        Err(Unclear::Long) => return Err(long()),
    };
    let typed = cleaned.digits.parse::<Number>().ok().map(|number| number.value());
    let exact = typed.ok_or_else(long)?;
    Ok(Some(match column.times {
        None => (cleaned.digits, exact, cleaned.flag),
        Some(times) => {
            let exact = exact.saturating_mul(times.into()).normalize();
            (exact.to_string(), exact, cleaned.flag)
        }
    }))
}

fn place_of(
    column: &Column,
    code: Option<&Cell>,
    name: Option<&Cell>,
    shown: &str,
    ground: &Ground<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Option<Node>, Finding> {
    let text = |cell: Option<&Cell>| {
        let text = cell.map(|cell| visible(&cell.text)).unwrap_or_default();
        if number::is_missing(&text, ground.missing) { String::new() } else { text }
    };
    let (code_text, name_text) = (text(code), text(name));
    let Some(span) = code.or(name).map(|cell| cell.span) else { return Ok(None) };
    if code_text.is_empty() && name_text.is_empty() {
        return Ok(None);
    }
    let among = Among { level: column.level, country: column.country.as_deref() };
    let both = match (code_text.as_str(), name_text.as_str()) {
        (code, "") => code,
        ("", name) => name,
        (code, _) => code,
    };
    let unknown = |text: &str| {
        Finding::error("IM09", format!("there is no place `{text}`, in {shown}")).at(span, "unknown place")
    };
    match ground.places.find(&code_text, &name_text, among) {
        Ok(found) => {
            if found.unknown_name {
                findings.push(
                    Finding::warning("IM10", format!("no place has the name `{name_text}`; `{code_text}` in {shown} is taken by its code"))
                        .at(span, "taken by its code")
                        .help(format!("add the name to `aliases` of `{}`, or correct the code", found.id)),
                );
            }
            Ok(Some(scalar(&found.id, span, false)))
        }
        Err(NoPlace::Legacy) => {
            Err(Finding::error("IM20", format!("`{code_text}` in {shown} is a place code of older files"))
                .at(span, "no longer in use")
                .help("add a column with the names of the places: the old numbers follow another order")
                .help(format!("or add `{code_text}` to `aliases` of the place that it stands for")))
        }
        Err(NoPlace::Disagree(code, name)) => Err(Finding::error(
            "IM10",
            format!(
                "`{code_text}` in {shown} is `{code}`, and the name beside it, `{name_text}`, is `{name}`"
            ),
        )
        .at(span, "code and name disagree")
        .help("ask the source which is right, and correct the other")),
        Err(NoPlace::Code(range)) => Err(match range {
            Some((first, last)) => {
                unknown(&code_text).help(format!("the codes of this country are `{first}` to `{last}`"))
            }
            None => unknown(&code_text).help("add it to `places`, or leave the row out with `where`"),
        }),
        Err(NoPlace::Name(Some((near, id)))) => {
            Err(unknown(both).help(format!("did you mean `{near}`, `{id}`?")))
        }
        Err(NoPlace::Name(None)) => {
            Err(unknown(both).help("add it to `places`, or leave the row out with `where`"))
        }
        Err(NoPlace::Several(ids)) => {
            Err(Finding::error("IM09", format!("`{both}` in {shown} is the name of several places"))
                .at(span, "which of them?")
                .help(format!(
                    "they are `{}`: say `level` or `country` in the map, or add a column of codes",
                    ids.join("`, `")
                )))
        }
    }
}

fn org_of(
    column: &Column,
    cell: &Cell,
    text: &str,
    shown: &str,
    ground: &Ground<'_>,
    findings: &mut Vec<Finding>,
) -> Node {
    if let Some(id) = ground.orgs.find(text) {
        return scalar(id, cell.span, false);
    }
    let finding = Finding::warning("IM19", format!("no organization has the name `{text}`, in {shown}"))
        .at(cell.span, "taken over as a name");
    findings.push(match nearest(text, &ground.orgs.spelt) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("add it to `orgs` with its name in each language"),
    });
    words(text, &column.lang.0, cell.span)
}

/// A text as a name in some languages: `{en: ..}`.
pub(super) fn words(text: &str, langs: &[String], span: Span) -> Node {
    let langs = if langs.is_empty() { &["en".to_owned()] } else { langs };
    let entry =
        |lang: &String| Entry { key: lang.as_str().into(), key_span: span, value: scalar(text, span, true) };
    Node::new(span, Data::Map(langs.iter().map(entry).collect::<EcoVec<_>>()))
}
