//! AR21, TX21: labels of the Traffic Light Protocol that were translated or written in another form.
//!
//! TLP 2.0: a label is written in capitals and without spaces, and stays as it is in every language. A colour
//! that stands for itself, without the name of the protocol beside it, is left alone; amber alone also counts after
//! the Arabic words for a classification, since nothing else is classified so.

mod colours;

use std::ops::Range;

use self::colours::{PROTOCOL, colour};
use super::Hit;
use super::bare::is_mark;
use super::passage::Passage;
use super::phrases::phrase_at;
use super::script::is_arabic;
use super::token::TokenKind;

/// The labels.
const LABELS: [&str; 5] = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"];

/// Reports under a code.
pub(super) fn markings(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    let names = PROTOCOL.iter().find(|(lang, _)| *lang == passage.lang).map_or(&[][..], |(_, names)| names);
    let names: Vec<&str> = names.iter().copied().filter(|name| passage.may_hold(name)).collect();
    for (at, token) in passage.tokens.iter().enumerate() {
        let text = passage.of(token);
        let short = text.get(..3).filter(|start| start.eq_ignore_ascii_case("TLP")).is_some();
        let (range, head) = match token.kind {
            TokenKind::Word if short && text.len() == 3 => (token.range.clone(), true),
            TokenKind::Opaque if short && text[3..].starts_with([':', '/', '.', '_']) => {
                (token.range.start..token.range.start + 3, true)
            }
            TokenKind::Word if passage.lang == "ar" && is_heading(text) => {
                let found = classified(passage, at);
                hits.extend(
                    found.map(|(range, label)| report(code, range.clone(), passage.slice(range), label)),
                );
                continue;
            }
            TokenKind::Word => match protocol(passage, at, &names) {
                Some(range) => (range, false),
                None => continue,
            },
            _ => continue,
        };
        if let Some((range, label)) = label(passage, range.clone(), head) {
            let hit = report(code, range.clone(), passage.slice(range.clone()), label);
            hits.push(if head { hit.fix(range, format!("TLP:{label}")) } else { hit });
        } else if let Some((range, label)) =
            turned(passage, at).filter(|_| head && token.kind == TokenKind::Word)
        {
            hits.push(report(code, range.clone(), passage.slice(range), label));
        }
    }
}

fn report(code: &'static str, range: Range<usize>, text: &str, label: &str) -> Hit {
    Hit::warning(code, range, format!("`{text}` is not the label of a marking"))
        .label("labels are the same in every language")
        .help(format!("write `TLP:{label}`"))
}

/// A colour right before the name, in languages whose adjectives do not stand there: `الأحمر TLP`.
fn turned(passage: &Passage, at: usize) -> Option<(Range<usize>, &'static str)> {
    let before = passage.previous(at).filter(|_| passage.lang == "ar")?;
    let token = &passage.tokens[before];
    let label = colour(passage.lang, passage.of(token)).filter(|label| *label != "CLEAR")?;
    Some((token.range.start..passage.tokens[at].range.end, label))
}

/// An Arabic word that heads a classification.
fn is_heading(word: &str) -> bool {
    let word = super::bare::bare(word);
    super::bare::is_in("تصنيف التصنيف توزيع التوزيع التداول السرية", word.strip_prefix('و').unwrap_or(&word))
}

/// The amber after such a word and a colon, at most two words with the article between.
fn classified(passage: &Passage, at: usize) -> Option<(Range<usize>, &'static str)> {
    let mut here = at;
    let mut words = 0;
    loop {
        here = passage.next(here)?;
        let token = &passage.tokens[here];
        match passage.of(token) {
            ":" => break,
            word if token.kind == TokenKind::Word
                && words < 2
                && is_arabic(word)
                && word.starts_with("ال") =>
            {
                words += 1
            }
            _ => return None,
        }
    }
    let token = &passage.tokens[passage.next(here)?];
    let label = colour(passage.lang, passage.of(token)).filter(|label| *label == "AMBER")?;
    let orange = passage.of(token).contains("برتقالي");
    let strict = passage.next(here).and_then(|colour| passage.next(colour)).map(|at| &passage.tokens[at]);
    let strict = strict.filter(|token| matches!(passage.of(token), "صارم" | "مشدد" | "الصارم" | "المشدد"));
    let end = strict.map_or(token.range.end, |strict| strict.range.end);
    let label = if strict.is_some() { "AMBER+STRICT" } else { label };
    (!orange).then_some((token.range.start..end, label))
}

fn protocol(passage: &Passage, at: usize, names: &[&str]) -> Option<Range<usize>> {
    names.iter().find_map(|name| phrase_at(passage, at, name, false)).map(|found| found.range)
}

/// The wrong label after the name of the protocol, with the name, and the right one.
fn label(passage: &Passage, head: Range<usize>, short: bool) -> Option<(Range<usize>, &'static str)> {
    let line = passage.text[head.end..].split('\n').next()?;
    let between = line.len()
        - line.trim_start_matches([' ', '\u{a0}', ':', '-', '–', '/', '_', '.', '«', '(', '"']).len();
    let mark = &line[..between];
    let word: &str =
        line[between..].split(|c: char| !(c.is_alphabetic() || c == '+' || is_mark(c))).next()?;
    if word.is_empty() || mark.is_empty() || mark.matches([':', '-', '–', '/', '_', '.']).count() > 1 {
        return None;
    }
    let range = head.start..head.end + between + word.len();
    let known = LABELS.iter().find(|label| label.eq_ignore_ascii_case(word)).copied();
    let bare = mark.trim().is_empty();
    let english = passage.lang == "en";
    if mark.trim() == "." && mark != "."
        || known.is_some_and(|label| passage.text[range.clone()] == format!("TLP:{label}"))
    {
        return None;
    }
    match known {
        // "TLP red lines": a label after a space is one only in capitals.
        Some(label) if short => (!bare || word == label).then_some((range, label)),
        Some(label) if !short && !bare && english => Some((range, label)),
        _ if mark.contains(['«', '(', '"', '.']) && !short => None,
        _ => {
            let found = colour(passage.lang, word)?;
            // A sentence may go on after the name in words: the protocol's red.
            (!bare || short && !english).then_some((range, found))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::*;

    fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
        markings(passage, "AR21", hits);
    }

    #[test]
    fn labels_stay_as_they_are() {
        assert_eq!(found(rule, "ar", "التوزيع TLP:كهرماني فقط"), [(8, "AR21", "TLP:كهرماني")]);
        assert_eq!(mended(rule, "ar", "TLP: كهرماني"), "TLP:AMBER");
        assert_eq!(mended(rule, "ar", "TLP الأحمر"), "TLP:RED");
        assert_eq!(mended(rule, "ar", "وثيقة TLP: AMBER و tlp:green"), "وثيقة TLP:AMBER و TLP:GREEN");
        assert_eq!(
            found(rule, "ar", "بروتوكول إشارات المرور: أحمر"),
            [(0, "AR21", "بروتوكول إشارات المرور: أحمر")]
        );
        assert_eq!(
            found(rule, "ar", "مستوى التصنيف: عنبري، وتوزيع النشرة: كهرماني مشدد"),
            [(15, "AR21", "عنبري"), (37, "AR21", "كهرماني مشدد")]
        );
        assert_eq!(found(rule, "ar", "في خانة الأخضر TLP فقط"), [(8, "AR21", "الأخضر TLP")]);
        assert_eq!(found(rule, "ar", "وثيقة تي إل بي: أحمر"), [(6, "AR21", "تي إل بي: أحمر")]);
        assert_eq!(mended(rule, "ar", "TLP: العنبر ثم TLP:واضح"), "TLP:AMBER ثم TLP:CLEAR");
        assert_eq!(mended(rule, "fr", "TLP:ROUGE, TLP:ambre"), "TLP:RED, TLP:AMBER");
        assert_eq!(mended(rule, "tr", "TLP:KIRMIZI, TLP:Sarı"), "TLP:RED, TLP:AMBER");
        assert_eq!(mended(rule, "fa", "TLP:کهربایی"), "TLP:AMBER");
        assert_eq!(mended(rule, "ckb", "TLP:سەوز"), "TLP:GREEN");
        assert_eq!(mended(rule, "en", "TLP-AMBER, TLP AMBER+STRICT"), "TLP:AMBER, TLP:AMBER+STRICT");
        assert_eq!(
            found(rule, "en", "Traffic Light Protocol: amber"),
            [(0, "AR21", "Traffic Light Protocol: amber")]
        );
    }

    #[test]
    fn colours_are_colours() {
        silent(
            rule,
            "ar",
            &[
                "TLP:AMBER",
                "TLP:AMBER+STRICT، TLP:CLEAR",
                "الخط الأحمر، ومستوى كهرماني",
                "بروتوكول إشارات المرور",
                "وسم TLP. أحمر",
                "بروتوكول TLP للتوزيع",
                "التصنيف: أحمر، والتوزيع: برتقالي، والحجر: كهرماني",
                "تصنيف الأحجار الكريمة الثمينة النادرة: كهرماني",
                "أمر واضح TLP:GREEN",
                "مستوى التصنيف مرتفع: كهرمان من بحر البلطيق",
                "نص واضح TLP فيه وسم",
            ],
        );
        silent(
            rule,
            "en",
            &[
                "TLP:RED",
                "the TLP labels",
                "TLP red lines",
                "an amber light",
                "the Traffic Light Protocol red tape",
            ],
        );
        silent(rule, "fr", &["TLP:GREEN", "un feu rouge"]);
    }
}
