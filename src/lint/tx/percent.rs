//! TX03: the percent sign. French sets a no-break space before it, English none, Turkish puts it before the
//! number, Persian and Sorani digits take ٪.
//!
//! Words for percent are free. Sources: Lexique des règles typographiques; Türk Dil Kurumu, Yazım Kılavuzu;
//! W3C, Arabic Layout Requirements.

use std::ops::Range;

use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::ground::{System, is_arabic, is_latin, of_kind, one_system};

/// Looks at each sign with a number beside it.
pub(super) fn percent(passage: &Passage, hits: &mut Vec<Hit>) {
    if !is_latin(passage.lang) && !is_arabic(passage.lang) {
        return;
    }
    let quoted = quotations(passage);
    for (at, sign) in passage.tokens.iter().enumerate() {
        let mark = passage.of(sign);
        if sign.kind != TokenKind::Mark || !is_sign(mark) || within(&quoted, &sign.range) {
            continue;
        }
        // A run of signs is no percentage, and neither is a number between two.
        let beside = |at: Option<usize>| at.is_some_and(|at| is_sign(passage.of(&passage.tokens[at])));
        let before_number = passage.previous(at).and_then(|number| passage.previous(number));
        if beside(passage.previous(at)) || beside(passage.next(at)) || beside(before_number) {
            continue;
        }
        if passage.lang == "tr" && of_kind(passage, passage.next(at), TokenKind::Number).is_some() {
            before(passage, at, hits);
            continue;
        }
        let Some(number) = of_kind(passage, passage.previous(at), TokenKind::Number) else { continue };
        let digits = passage.of(number);
        let Some(system) = one_system(digits) else { continue };
        let gap = &passage.text[number.range.end..sign.range.start];
        let (whole, place) = (number.range.start..sign.range.end, number.range.end..sign.range.end);
        let right_sign = match system {
            System::European => "%",
            System::Arabic | System::Persian => "٪",
        };
        if passage.lang == "tr" {
            let hit = wrong(passage, whole.clone(), &format!("%{digits}"));
            hits.push(match after_range(passage, at) {
                true => hit,
                false => hit.fix(whole, format!("%{digits}")),
            });
            continue;
        }
        let right_gap = match (passage.lang, gap) {
            ("fr", "\u{a0}" | "\u{202f}") => gap,
            ("fr", _) => "\u{202f}",
            _ => "",
        };
        if gap != right_gap || mark != right_sign {
            let right = format!("{right_gap}{right_sign}");
            hits.push(wrong(passage, whole, &format!("{digits}{right}")).fix(place, right));
        }
    }
}

fn is_sign(mark: &str) -> bool {
    matches!(mark, "%" | "٪")
}

/// Turkish, sign before the number: no space between them.
fn before(passage: &Passage, at: usize, hits: &mut Vec<Hit>) {
    let (sign, number) = (&passage.tokens[at], passage.next(at).map(|next| &passage.tokens[next]));
    let Some(number) = number else { return };
    let glued = passage.text[..sign.range.start].ends_with(|c: char| c.is_alphanumeric());
    if sign.range.end < number.range.start
        && !glued
        && of_kind(passage, passage.previous(at), TokenKind::Number).is_none()
    {
        let digits = passage.of(number);
        hits.push(
            wrong(passage, sign.range.start..number.range.end, &format!("%{digits}"))
                .fix(sign.range.end..number.range.start, ""),
        );
    }
}

/// Whether the number before the sign is the upper end of a range, whose sign belongs before the lower one.
fn after_range(passage: &Passage, at: usize) -> bool {
    let number = passage.previous(at);
    let dash =
        number.and_then(|number| passage.previous(number)).map(|dash| passage.of(&passage.tokens[dash]));
    matches!(dash, Some("-" | "–" | "—" | "ila" | "ile"))
}

fn wrong(passage: &Passage, range: Range<usize>, right: &str) -> Hit {
    let help = match passage.lang {
        "fr" => "put a no-break space before the percent sign",
        "en" => "put the percent sign after the number, without a space",
        "tr" => "put the percent sign before the number, without a space",
        _ => "put ٪ after native digits and % after European ones, without a space",
    };
    Hit::warning("TX03", range.clone(), format!("`{}` is written `{right}`", passage.slice(range))).help(help)
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::percent;

    #[test]
    fn the_sign_is_set_as_its_language_does() {
        assert_eq!(found(percent, "fr", "Soit 95% du total."), [(5, "TX03", "95%")]);
        assert_eq!(
            mended(percent, "fr", "Soit 95% et 7,5 % du total."),
            "Soit 95\u{202f}% et 7,5\u{202f}% du total."
        );
        assert_eq!(found(percent, "en", "Some 95 % of it."), [(5, "TX03", "95 %")]);
        assert_eq!(mended(percent, "en", "Some 95 % or 95٪ of it."), "Some 95% or 95% of it.");
        assert_eq!(found(percent, "tr", "Nüfusun 95% kadarı"), [(8, "TX03", "95%")]);
        assert_eq!(mended(percent, "tr", "Nüfusun 95 %’i, % 20’si"), "Nüfusun %95’i, %20’si");
        assert_eq!(found(percent, "tr", "10-20% arası"), [(3, "TX03", "20%")]);
        assert_eq!(mended(percent, "tr", "10-20% arası"), "10-20% arası");
        assert_eq!(mended(percent, "fa", "۹۵% و ۲۰ ٪ و 30٪"), "۹۵٪ و ۲۰٪ و 30%");
        assert_eq!(mended(percent, "ckb", "٩٥%ی خەڵک"), "٩٥٪ی خەڵک");
    }

    #[test]
    fn the_sign_is_right_or_somebody_elses() {
        silent(
            percent,
            "fr",
            &["95\u{202f}% et 95\u{a0}%", "95 pour cent", "{part} du total", "un %", "« 95% »"],
        );
        silent(percent, "en", &["95% and 7.5%", "95 per cent", "the % sign", "{n} % x", "“95 %”"]);
        silent(percent, "tr", &["%95 ve %7,5", "yüzde 95", "%10-20", "40%%%%", "%40%", "%%20"]);
        silent(percent, "fa", &["۹۵٪", "95%", "۹۵ درصد"]);
        silent(percent, "ckb", &["٩٥٪", "لەسەدا ٩٥"]);
    }
}
