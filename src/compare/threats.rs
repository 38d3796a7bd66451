//! Threats: severity, trend and likelihood, and which are listed.

use super::{Code, Group, Matter, Row, Tone, are_whole, follows};
use crate::locale::Move;
use crate::model::{Edition, Good, Threat, TrendWord};

pub(super) fn rows<'a>(before: &'a Edition, now: &'a Edition) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let find = |list: &'a [Threat], id: &str| list.iter().find(|threat| threat.id.value == id);
    for threat in &now.threats {
        let old = find(&before.threats, &threat.id.value);
        let severity = old.and_then(level).or_else(|| {
            let said = threat.previous_severity.as_ref().filter(|_| follows(before, now))?;
            Some(said.value)
        });
        let matter = Matter::Threat { before: old, now: Some(threat), severity };
        if let Some((code, tone, rank)) = judged(threat, old, severity, are_whole(before, now)) {
            rows.push(row(threat, code, tone, rank, matter));
        }
    }
    if are_whole(before, now) {
        let gone = before.threats.iter().filter(|old| find(&now.threats, &old.id.value).is_none());
        rows.extend(gone.map(|old| {
            let matter = Matter::Threat { before: Some(old), now: None, severity: level(old) };
            row(old, Code::Gone, Tone::Neutral, 5, matter)
        }));
    }
    rows
}

fn row<'a>(threat: &Threat, code: Code, tone: Tone, rank: u8, matter: Matter<'a>) -> Row<'a> {
    Row { group: Group::Threats, id: threat.id.value.clone(), code, tone, rank, matter }
}

fn level(threat: &Threat) -> Option<u8> {
    threat.severity.as_ref().map(|severity| severity.value)
}

/// What became of a threat, with its tone and rank; the gravest statement wins.
fn judged(
    threat: &Threat,
    old: Option<&Threat>,
    severity: Option<u8>,
    are_whole: bool,
) -> Option<(Code, Tone, u8)> {
    let over = |threat: &Threat| matches!(threat.trend, Some(TrendWord::Ended | TrendWord::Stopped));
    let grave = u8::from(level(threat).is_none_or(|level| level < 4));
    if over(threat) && old.is_some_and(|old| !over(old)) {
        return Some((Code::Ended, Tone::Good, 0));
    }
    if let (Some(was), Some(is)) = (severity, level(threat))
        && was != is
    {
        let code = if is > was { Code::Up } else { Code::Down };
        let moved = if is > was { Move::Up } else { Move::Down };
        return Some((code, Tone::of(moved, Good::Down), grave));
    }
    let Some(old) = old else {
        let said = threat.trend == Some(TrendWord::New);
        return (said || are_whole).then_some((
            Code::New,
            Tone::Neutral,
            if said { grave } else { grave + 1 },
        ));
    };
    let trend = old.trend.zip(threat.trend).filter(|(was, is)| was != is);
    let likelihood = old.likelihood.zip(threat.likelihood).filter(|(was, is)| was != is);
    match (trend, likelihood) {
        (Some((_, is)), _) => Some((Code::Changed, tone(is), 2)),
        (None, Some((was, is))) => {
            let (code, moved) = if is > was { (Code::Up, Move::Up) } else { (Code::Down, Move::Down) };
            Some((code, Tone::of(moved, Good::Down), 3))
        }
        (None, None) => None,
    }
}

/// What a trend of a threat means.
fn tone(trend: TrendWord) -> Tone {
    match trend {
        TrendWord::Rising => Tone::Bad,
        TrendWord::Improving
        | TrendWord::Falling
        | TrendWord::FallingSharply
        | TrendWord::Stopped
        | TrendWord::Ended => Tone::Good,
        TrendWord::New | TrendWord::Stable => Tone::Neutral,
    }
}
