//! AR22, TX22: a currency that several countries have, without its country: `5 ملايين دينار`, "5 million dinars".
//!
//! The dollar is left alone, since briefs mean that of the United States, and so are words that weigh or bind
//! (livre, pound). A text that names the country once has said it.

mod money;

use self::money::{MONEY, Money, NUMERALS};
use super::Hit;
use super::bare::{bare, is_in, partings};
use super::passage::Passage;
use super::quotation::{quotations, within};
use super::token::TokenKind;

/// Reports the first amount of each currency under a code.
pub(super) fn currencies(passage: &Passage, code: &'static str, hits: &mut Vec<Hit>) {
    let Some(money) = MONEY.iter().find(|money| money.lang == passage.lang) else { return };
    let quoted = quotations(passage);
    for forms in money.currencies {
        let mut first = None;
        let mut named = false;
        for (at, token) in passage.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word {
                continue;
            }
            let word = spoken(passage, at);
            // الجنيه المصري: the country is named beside the article too.
            named |= is_named(passage, at, &word, forms);
            if !forms.contains(&word.as_str()) || within(&quoted, &token.range) {
                continue;
            }
            match country(passage, at, money) {
                Some(true) => named = true,
                Some(false) if amount(passage, at, money) => {
                    first = first.or(Some(token));
                }
                _ => {}
            }
        }
        if let Some(token) = first.filter(|_| !named) {
            let text = passage.of(token);
            let hit = Hit::warning(
                code,
                token.range.clone(),
                format!("`{text}` is the money of several countries"),
            );
            hits.push(hit.help("name the country with the first amount"));
        }
    }
}

fn spoken(passage: &Passage, at: usize) -> String {
    let word = passage.of(&passage.tokens[at]);
    if passage.lang == "ar" { bare(word) } else { word.to_lowercase() }
}

/// Whether a country stands beside a currency; `None` if that is unclear.
fn country(passage: &Passage, at: usize, money: &Money) -> Option<bool> {
    let before = passage.previous(at).filter(|before| passage.tokens[*before].kind == TokenKind::Word);
    if let Some(before) = before.filter(|_| matches!(money.lang, "en" | "tr")) {
        let word = passage.of(&passage.tokens[before]);
        if word.starts_with(char::is_uppercase) {
            return Some(true);
        }
    }
    let Some(next) = passage.next(at) else { return Some(false) };
    let token = &passage.tokens[next];
    match token.kind {
        TokenKind::Word => {
            let word = spoken(passage, next);
            let plain = money.particles.contains(&word.as_str());
            let joined = money.lang == "ar" && (word.starts_with("لل") || goes_on(&word));
            if plain || joined { Some(false) } else { Some(matches!(money.lang, "ar" | "fr" | "fa" | "ckb")) }
        }
        TokenKind::Mark => (!matches!(passage.of(token), "(" | "/" | "-" | "[")).then_some(false),
        _ => None,
    }
}

/// An Arabic currency with the article and an adjective of a country after it.
fn is_named(passage: &Passage, at: usize, word: &str, forms: &[&str]) -> bool {
    let definite = || {
        partings(word).any(|(_, rest)| {
            rest.strip_prefix("ال")
                .or_else(|| rest.strip_prefix("لل"))
                .is_some_and(|rest| forms.contains(&rest))
        })
    };
    let adjective = || {
        let next = passage.next(at).filter(|next| passage.tokens[*next].kind == TokenKind::Word);
        let next = next.map(|next| spoken(passage, next)).unwrap_or_default();
        next.starts_with("ال") && next.ends_with(['ي', 'ة'])
    };
    passage.lang == "ar" && definite() && adjective()
}

/// Whether an Arabic word after a currency says something new: و and more, an accusative (`نقدًا`) that is no
/// adjective of a country.
fn goes_on(word: &str) -> bool {
    let national = word.starts_with("وطني");
    word.starts_with('و') && !national
        || word.ends_with('ا') && !word.ends_with("يا") && !word.starts_with("ال")
}

/// Whether a number stands before a currency.
fn amount(passage: &Passage, at: usize, money: &Money) -> bool {
    passage.previous(at).is_some_and(|before| match passage.tokens[before].kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            let word = spoken(passage, before);
            let numeral = || partings(&word).any(|(_, rest)| is_in(NUMERALS, rest));
            let scale = money.scales.contains(&word.as_str()) || money.lang == "ar" && numeral();
            scale
                && (word != "de"
                    || passage
                        .previous(before)
                        .is_some_and(|at| money.scales.contains(&spoken(passage, at).as_str())))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, silent};
    use super::*;

    fn rule(passage: &Passage, hits: &mut Vec<Hit>) {
        currencies(passage, "AR22", hits);
    }

    #[test]
    fn money_without_its_country() {
        assert_eq!(found(rule, "ar", "بلغت 5 ملايين دينار."), [(14, "AR22", "دينار")]);
        assert_eq!(found(rule, "ar", "دفع 300 ليرة، ثم 200 ليرة"), [(8, "AR22", "ليرة")]);
        assert_eq!(found(rule, "ar", "بقيمة 12 ريالًا في اليوم"), [(9, "AR22", "ريالًا")]);
        assert_eq!(found(rule, "ar", "مئة جنيه من الميزانية"), [(4, "AR22", "جنيه")]);
        assert_eq!(found(rule, "ar", "ربح أربعين دينارًا وساعة"), [(11, "AR22", "دينارًا")]);
        assert_eq!(found(rule, "ar", "دفع 70 درهمًا ثمنًا للكتاب"), [(7, "AR22", "درهمًا")]);
        assert_eq!(found(rule, "ar", "وخمس ليرات يوميًا"), [(5, "AR22", "ليرات")]);
        assert_eq!(found(rule, "en", "It cost 5 million dinars in May."), [(18, "AR22", "dinars")]);
        assert_eq!(found(rule, "fr", "5 millions de dinars en mai"), [(14, "AR22", "dinars")]);
        assert_eq!(found(rule, "tr", "5 milyon dinar."), [(9, "AR22", "dinar")]);
        assert_eq!(found(rule, "fa", "۵ میلیون دینار برای آب"), [(9, "AR22", "دینار")]);
        assert_eq!(found(rule, "ckb", "٥ ملیۆن دینار."), [(8, "AR22", "دینار")]);
    }

    #[test]
    fn money_with_its_country() {
        silent(
            rule,
            "ar",
            &[
                "5 ملايين دينار عراقي، ثم 3 ملايين دينار",
                "5 ملايين دولار",
                "سعر صرف الدينار، وقيمة الليرة",
                "100 ليرة (LBP)",
                "{n} دينار",
                "قال «خسرنا 5 ملايين دينار»",
                "300 درهم إماراتي",
                "12 دينارًا ليبيًا، وستة دنانير",
                "استقر سعر صرف الجنيه المصري عند 30 جنيهًا للدولار",
            ],
        );
        silent(
            rule,
            "en",
            &["5 million Iraqi dinars", "the dinar fell", "5 million dollars", "2 pounds of rice"],
        );
        silent(rule, "fr", &["5 millions de dinars irakiens", "5 livres"]);
        silent(rule, "tr", &["5 milyon Irak dinarı", "5 milyon lira"]);
        silent(rule, "fa", &["۵ میلیون دینار عراق"]);
    }
}
