//! Codes and names of a file -> ids of `places`; where they disagree, neither.
//!
//! A code is taken as it is written and never changed: `IQ-G08` of older files is another governorate than `IQG08`. What
//! has a digit in it is a code, is looked up among ids and aliases only, and is never compared as a name.

use std::collections::BTreeMap;

use super::fold::{folded, visible};
use crate::diag::nearest;
use crate::model::{Place, is_legacy_place_code};

/// The places of a project, looked up by what files call them.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// By id and by aliases that are codes, as they are written.
    codes: BTreeMap<String, String>,
    /// By folded name.
    names: BTreeMap<String, Vec<String>>,
    /// What is known of each: its country and level.
    known: BTreeMap<String, (Option<String>, u8)>,
    /// Names as they are written, for suggestions.
    spelt: Vec<(String, String)>,
}

/// Which places may be meant.
#[derive(Debug, Clone, Copy, Default)]
pub struct Among<'a> {
    /// 0 country, 1 governorate, 2 district.
    pub level: Option<u8>,
    /// ISO 3166-1 alpha-3.
    pub country: Option<&'a str>,
}

/// Why no place is meant for sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlace {
    /// A code of older files, and no name beside it.
    Legacy,
    /// A code that no place has; the first and last of its country.
    Code(Option<(String, String)>),
    /// A name that no place has; the nearest name and its place.
    Name(Option<(String, String)>),
    /// A name that several places have.
    Several(Vec<String>),
    /// The code is of one place, the name of another.
    Disagree(String, String),
}

/// What a code and a name beside it stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The id of the place.
    pub id: String,
    /// Whether a name stood beside the code that no place has.
    pub unknown_name: bool,
}

/// Whether an alias is a code: capitals, digits and hyphens, as in ISO 3166-2.
fn is_code(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
        && (text.contains('-') || text.bytes().any(|b| b.is_ascii_digit()))
}

impl Places {
    /// The places by id.
    pub fn new(places: &BTreeMap<String, Place>) -> Self {
        let mut all = Self::default();
        for (id, place) in places {
            all.codes.insert(id.clone(), id.clone());
            all.known.insert(id.clone(), (place.iso.clone(), place.level));
            let names = place.name.values().chain(place.short.iter().flat_map(BTreeMap::values));
            for name in names.chain(place.aliases.iter()) {
                if is_code(name) {
                    all.codes.entry(name.clone()).or_insert_with(|| id.clone());
                    continue;
                }
                let ids = all.names.entry(folded(name)).or_default();
                if !ids.contains(id) {
                    ids.push(id.clone());
                    all.spelt.push((name.clone(), id.clone()));
                }
            }
        }
        all
    }

    /// The place that a code and a name stand for; either may be empty.
    ///
    /// # Errors
    /// Why there is none.
    pub fn find(&self, code: &str, name: &str, among: Among<'_>) -> Result<Found, NoPlace> {
        let (code, name) = (visible(code), visible(name));
        let named = (!name.is_empty()).then(|| self.by_name(&name, among));
        // A column of codes may have names in it.
        let coded = match code.is_empty() {
            true => None,
            false if has_digit(&code) || self.codes.contains_key(&code) => Some(self.by_code(&code, among)),
            false => Some(self.by_name(&code, among)),
        };
        let found = |id: String| Found { id, unknown_name: false };
        match (coded, named) {
            (None, None) => Err(NoPlace::Name(None)),
            (None, Some(named)) => named.map(found),
            (Some(coded), None) => coded.map(found),
            (Some(Ok(code)), Some(Ok(name))) if code == name => Ok(found(code)),
            (Some(Ok(code)), Some(Ok(name))) => Err(NoPlace::Disagree(code, name)),
            // Several places may have the name; the code says which.
            (Some(Ok(code)), Some(Err(NoPlace::Several(ids)))) => match ids.contains(&code) {
                true => Ok(found(code)),
                false => Err(NoPlace::Several(ids)),
            },
            (Some(Ok(id)), Some(Err(_))) => Ok(Found { id, unknown_name: true }),
            // The old numbers are worth nothing, and the name says it all.
            (Some(Err(NoPlace::Legacy)), Some(Ok(name))) => Ok(found(name)),
            (Some(Err(fault)), Some(_)) => Err(fault),
        }
    }

    fn fits(&self, id: &str, among: Among<'_>) -> bool {
        self.known.get(id).is_some_and(|(country, level)| {
            among.level.is_none_or(|wanted| wanted == *level)
                && among.country.is_none_or(|wanted| country.as_deref() == Some(wanted))
        })
    }

    fn by_code(&self, code: &str, among: Among<'_>) -> Result<String, NoPlace> {
        if let Some(id) = self.codes.get(code).filter(|id| self.fits(id, among)) {
            return Ok(id.clone());
        }
        if is_legacy_place_code(code) {
            return Err(NoPlace::Legacy);
        }
        let country = code.get(..2).unwrap_or("");
        let alike = |id: &&String| id.starts_with(country) && has_digit(id) && self.fits(id, among);
        let mut alike = self.known.keys().filter(alike);
        let first = alike.next();
        let last = alike.next_back().or(first);
        Err(NoPlace::Code(first.cloned().zip(last.cloned()).filter(|_| country.len() == 2)))
    }

    fn by_name(&self, name: &str, among: Among<'_>) -> Result<String, NoPlace> {
        let ids = self.names.get(&folded(name)).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<&String> = ids.iter().filter(|id| self.fits(id, among)).collect();
        match fitting[..] {
            [id] => Ok(id.clone()),
            [] => {
                let known = self.spelt.iter().filter(|(_, id)| self.fits(id, among));
                let near = nearest(name, known.map(|(spelt, _)| spelt));
                let place = |near: &str| self.spelt.iter().find(|(spelt, _)| spelt == near).cloned();
                Err(NoPlace::Name(near.and_then(place)))
            }
            _ => Err(NoPlace::Several(fitting.into_iter().cloned().collect())),
        }
    }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests;
