//! AR03: the percent sign of the other digits, before the number or away from it; two ways to say percent.
//!
//! Sign or words is the choice of a house: both are reported only on one line, outside brackets.

use std::ops::Range;

use super::digits::{main_system, percent_of, system_of};
use crate::lint::bare::bare;
use crate::lint::quotation::{quotations, within};
use crate::lint::script::{after, before, line};
use crate::lint::spaces::is_laid_out;
use crate::lint::{Hit, Passage, Token, TokenKind};

const CODE: &str = "AR03";

/// Looks at percent signs and words.
pub(super) fn percent(passage: &Passage, hits: &mut Vec<Hit>) {
    let main = main_system(passage);
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Mark || !matches!(passage.of(token), "%" | "٪") {
            continue;
        }
        let number = |at: Option<usize>| {
            at.map(|at| &passage.tokens[at]).filter(|token| token.kind == TokenKind::Number)
        };
        let (left, right) = (number(passage.previous(at)), number(passage.next(at)));
        match (left, right) {
            (Some(number), None) => hits.extend(after_number(passage, number, token, main)),
            (None, Some(number)) if number.range.start == token.range.end || opens(passage, at) => {
                hits.extend(before_number(passage, number, token));
            }
            _ => {}
        }
    }
    two_ways(passage, hits);
}

fn wrong(passage: &Passage, range: Range<usize>, right: String) -> Hit {
    let message = format!("`{}` is written `{right}`", passage.slice(range.clone()));
    Hit::warning(CODE, range.clone(), message)
        .help("put the percent sign of the digits right after the number")
        .fix(range, right)
}

/// `95 %`, `٩٥%`, `95٪`.
fn after_number(
    passage: &Passage,
    number: &Token,
    sign: &Token,
    main: Option<super::digits::System>,
) -> Option<Hit> {
    let digits = passage.of(number);
    let system = system_of(digits)?;
    // A number that is to get other digits takes its sign along.
    let settled = main == Some(system);
    let spaced = sign.range.start > number.range.end;
    let right = if settled { percent_of(system).to_string() } else { passage.of(sign).to_owned() };
    let range = number.range.start..sign.range.end;
    let apart = passage.slice(number.range.end..sign.range.start).chars().count() > 1;
    let wanted = (spaced || right != passage.of(sign)) && !apart;
    let hit = wanted.then(|| wrong(passage, range, format!("{digits}{right}")))?;
    Some(hit.fix(number.range.end..sign.range.end, right))
}

/// Whether a sign stands between a word and a number, one space before the number: `بمقدار % 5`. Before several
/// numbers, or at the start of a line, it may head a column.
fn opens(passage: &Passage, at: usize) -> bool {
    let word = passage.previous(at).is_some_and(|at| passage.tokens[at].kind == TokenKind::Word);
    let space = passage.tokens.get(at + 1).is_some_and(|space| passage.of(space).chars().count() == 1);
    let after = passage.next(at).and_then(|number| passage.next(number)).map(|after| &passage.tokens[after]);
    let row = after.is_some_and(|after| !matches!(after.kind, TokenKind::Word | TokenKind::Mark));
    word && space && !row
}

/// `%95`.
fn before_number(passage: &Passage, number: &Token, sign: &Token) -> Option<Hit> {
    let start = before(passage.text, sign.range.start);
    let end = after(passage.text, number.range.end);
    let free = start.is_none_or(|c| c.is_whitespace() || c == '(' || c == '\u{640}' || "وب".contains(c));
    let alone = end.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '%' | '٪'));
    let right = format!("{}{}", passage.of(number), passage.of(sign));
    (free && alone).then(|| wrong(passage, sign.range.start..number.range.end, right))
}

/// A percentage in running text: where it stands and how it is said.
struct Said {
    range: Range<usize>,
    form: &'static str,
}

fn two_ways(passage: &Passage, hits: &mut Vec<Hit>) {
    let said = said(passage);
    let words: Vec<&Said> = said.iter().filter(|said| said.form != "%").collect();
    let count = |form: &str| words.iter().filter(|said| said.form == form).count();
    // The first one of two that are as frequent.
    if let Some(main) = words.iter().rev().max_by_key(|said| count(said.form)) {
        let others = words.iter().filter(|said| said.form != main.form);
        hits.extend(others.map(|said| also(passage, said, main).fix(said.range.clone(), main.form)));
    }
    for sign in said.iter().filter(|said| said.form == "%") {
        let home = line(passage.text, sign.range.start);
        if let Some(word) = words.iter().find(|word| home.contains(&word.range.start)) {
            hits.push(also(passage, sign, word));
            break;
        }
    }
}

fn also(passage: &Passage, said: &Said, first: &Said) -> Hit {
    let (this, that) = (passage.slice(said.range.clone()), passage.slice(first.range.clone()));
    Hit::warning(CODE, said.range.clone(), format!("`{this}` is also written `{that}` in this text"))
        .other(first.range.clone(), "the other way")
        .help("write percentages in one way")
}

fn said(passage: &Passage) -> Vec<Said> {
    let quoted = quotations(passage);
    let mut found = Vec::new();
    for (at, token) in passage.tokens.iter().enumerate() {
        let home = || passage.slice(line(passage.text, token.range.start));
        let word = |at: Option<usize>| at.map(|at| bare(passage.of(&passage.tokens[at]))).unwrap_or_default();
        let range = match (token.kind, word(Some(at)).as_str()) {
            (TokenKind::Word, "في") => {
                let next = passage.next(at);
                let hundred = word(next);
                let end = next.map_or(0, |next| passage.tokens[next].range.end);
                let form = match hundred.as_str() {
                    "المئة" => "في المئة",
                    "المائة" => "في المائة",
                    _ => continue,
                };
                Some((token.range.start..end, form))
            }
            (TokenKind::Word, "بالمئة") => Some((token.range.clone(), "بالمئة")),
            (TokenKind::Word, "بالمائة") => Some((token.range.clone(), "بالمائة")),
            (TokenKind::Mark, "%" | "٪") if after(passage.text, token.range.end) != Some(')') => {
                let number = passage.previous(at).map(|at| &passage.tokens[at]);
                let number = number.filter(|number| number.kind == TokenKind::Number);
                number.map(|number| (number.range.start..token.range.end, "%"))
            }
            _ => None,
        };
        if let Some((range, form)) = range
            && !within(&quoted, &range)
            && !is_laid_out(home())
        {
            found.push(Said { range, form });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::probe::{found, mended, silent};

    #[test]
    fn signs_of_the_wrong_kind_and_place_are_found() {
        assert_eq!(found(percent, "ar", "خسر ٩٥% من أرضه"), [(4, "AR03", "٩٥%")]);
        assert_eq!(found(percent, "ar", "خسر 95٪ من أرضه"), [(4, "AR03", "95٪")]);
        assert_eq!(found(percent, "ar", "خسر 95 % من أرضه"), [(4, "AR03", "95 %")]);
        assert_eq!(found(percent, "ar", "بنسبة %95 من أرضه"), [(6, "AR03", "%95")]);
        assert_eq!(found(percent, "ar", "الأنبار (%18)"), [(9, "AR03", "%18")]);
        assert_eq!(found(percent, "ar", "نمت السياحة % 7 هذا العام"), [(12, "AR03", "% 7")]);
        assert_eq!(mended(percent, "ar", "بلغت البطالة % 12."), "بلغت البطالة 12%.");
    }

    #[test]
    fn two_ways_on_one_line_are_found() {
        assert_eq!(found(percent, "ar", "خسر 95% ثم 98 في المئة منها"), [(4, "AR03", "95%")]);
        assert_eq!(found(percent, "ar", "95 في المئة، ثم\n98 في المائة"), [(19, "AR03", "في المائة")]);
        assert_eq!(found(percent, "ar", "95 بالمئة ثم 98 في المئة"), [(16, "AR03", "في المئة")]);
    }

    #[test]
    fn one_way_passes() {
        silent(
            percent,
            "ar",
            &[
                "خسر 95% من أرضه و٩٨٪ من ماله؛ ",
                "بنسبة ٩٥٪ في الأولى",
                "ارتفعت بمقدار 12 في المائة، أي 95 شخصًا (12%)",
                "عنوان: 95%\nخسر التنظيم 95 في المئة من أرضه.",
                "https://x.org/%20a و{p}%",
                "النسبة % 12 15 18",
                "% 12",
                "مئة شخص والمائة الأولى في القائمة",
                "قال «95%» ثم 98 في المئة",
            ],
        );
    }

    #[test]
    fn the_sign_is_put_right() {
        assert_eq!(mended(percent, "ar", "بنسبة %95 و98 % و٩٩%"), "بنسبة 95% و98% و٩٩%");
        assert_eq!(mended(percent, "ar", "بنسبة ٩٩% و٪٩٥"), "بنسبة ٩٩٪ و٩٥٪");
        assert_eq!(mended(percent, "ar", "95 في المئة ثم 98 في المائة"), "95 في المئة ثم 98 في المئة");
    }
}
