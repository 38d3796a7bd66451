//! AR20: one name or term in two spellings in one text, besides what the glossary of a house says.
//!
//! Both spellings are right, so nothing is corrected. Quoted words keep their spelling; the hundred of percentages
//! is the matter of AR03; سورية is a country only after a word that no adjective follows.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::bare::{bare, is_in, partings};
use super::super::quotation::{quotations, within};
use super::super::{Hit, Passage, TokenKind};
use super::variants::{Ending, SYNONYMS, VARIANTS};

/// A spelling: its group, its number in the group, and the word that has to follow.
#[derive(Debug, Clone, Copy)]
struct Spelling {
    group: usize,
    number: usize,
    ending: Ending,
    next: Option<&'static str>,
}

static SPELLINGS: LazyLock<HashMap<&'static str, Spelling>> = LazyLock::new(|| {
    let variants =
        VARIANTS.iter().flat_map(|(ending, groups)| groups.iter().map(|group| (*ending, *group, None)));
    let synonyms = SYNONYMS.iter().map(|(group, next)| (Ending::None, *group, Some(*next)));
    let mut spellings = HashMap::new();
    for (group, (ending, words, next)) in variants.chain(synonyms).enumerate() {
        for (number, forms) in words.split('|').enumerate() {
            for form in forms.split_whitespace() {
                spellings.insert(form, Spelling { group, number, ending, next });
            }
        }
    }
    spellings
});

/// Words before سورية that make it the country.
const PLACES: &str = "في من إلى داخل خارج عن على شمال شمالي جنوب جنوبي شرق شرقي غرب غربي نحو باتجاه وسط حول عبر بين ضد تجاه مع \
    حكومة رئيس دولة أنحاء مناطق أراضي مستقبل قوات حدود";

/// Reports the first word in another spelling than an earlier one.
pub(super) fn terms(passage: &Passage, hits: &mut Vec<Hit>) {
    let quoted = quotations(passage);
    let mut first: HashMap<usize, (usize, Range<usize>)> = HashMap::new();
    let mut reported: Vec<usize> = Vec::new();
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || within(&quoted, &token.range) {
            continue;
        }
        let word = bare(passage.of(token));
        let Some(spelling) = spelling(passage, at, &word) else { continue };
        match first.get(&spelling.group) {
            None => {
                first.insert(spelling.group, (spelling.number, token.range.clone()));
            }
            Some((number, one)) if *number != spelling.number && !reported.contains(&spelling.group) => {
                reported.push(spelling.group);
                hits.push(two_ways(passage, &token.range, one));
            }
            Some(_) => {}
        }
    }
    final_letters(passage, &quoted, hits);
}

fn two_ways(passage: &Passage, range: &Range<usize>, first: &Range<usize>) -> Hit {
    let (two, one) = (passage.slice(range.clone()), passage.slice(first.clone()));
    Hit::warning("AR20", range.clone(), format!("`{two}` and `{one}` are one term"))
        .other(first.clone(), "the same term")
        .help("use one form in one text")
}

/// The spelling that a word has, if it is on the list.
fn spelling(passage: &Passage, at: usize, word: &str) -> Option<Spelling> {
    let readings = partings(word).flat_map(|(particles, rest)| {
        let article =
            rest.strip_prefix("ال").or_else(|| rest.strip_prefix('ل').filter(|_| particles.ends_with('ل')));
        [Some((particles, rest)), article.map(|rest| (particles, rest))].into_iter().flatten()
    });
    let found = readings.filter_map(|(particles, rest)| {
        let listed =
            |ending: &str| SPELLINGS.get(rest.strip_suffix(ending)?).map(|found| (*found, ending.to_owned()));
        let endings = [Ending::Nisba, Ending::Noun, Ending::Adjective].into_iter().flat_map(Ending::all);
        let fits = |(found, ending): &(Spelling, String)| found.ending.all().contains(&ending.as_str());
        endings.filter_map(|ending| listed(ending)).find(fits).map(|(found, _)| (particles, rest, found))
    });
    let (particles, rest, found) = found.into_iter().next()?;
    let before =
        passage.previous(at).map(|before| bare(passage.of(&passage.tokens[before]))).unwrap_or_default();
    let next = || super::numerals::follows(passage, at).map(|next| bare(passage.of(&passage.tokens[next])));
    let fits = match rest {
        "سورية" => {
            !particles.contains('و')
                && (!particles.is_empty() || is_in(PLACES, before.trim_start_matches(['و', 'ف'])))
        }
        _ if rest.ends_with("مئة") || rest.ends_with("مائة") => {
            before != "في" && !particles.ends_with('ب')
        }
        _ => found.next.is_none_or(|wanted| next().as_deref() == Some(wanted)),
    };
    fits.then_some(found)
}

/// A name after the same word, once with ي and once with ى: مخيم الزعتري، مخيم الزعترى.
fn final_letters(passage: &Passage, quoted: &[Range<usize>], hits: &mut Vec<Hit>) {
    let mut seen: HashMap<(String, String), (char, Range<usize>)> = HashMap::new();
    for (at, token) in passage.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || within(quoted, &token.range) {
            continue;
        }
        let word = bare(passage.of(token));
        let Some(last) = word.chars().next_back().filter(|c| matches!(c, 'ي' | 'ى')) else { continue };
        let stem = word[..word.len() - last.len_utf8()].to_owned();
        let before =
            at.checked_sub(2).filter(|before| super::numerals::follows(passage, *before) == Some(at));
        let Some(before) = before.map(|before| bare(passage.of(&passage.tokens[before]))) else { continue };
        let before =
            before.strip_prefix('و').filter(|rest| rest.chars().count() > 3).unwrap_or(&before).to_owned();
        if !stem.starts_with("ال")
            || stem.chars().count() < 5
            || before.chars().count() < 4
            || before.starts_with("ال")
        {
            continue;
        }
        match seen.get(&(before.clone(), stem.clone())) {
            None => {
                seen.insert((before, stem), (last, token.range.clone()));
            }
            Some((other, first)) if *other != last => hits.push(two_ways(passage, &token.range, first)),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, silent};
    use super::*;

    #[test]
    fn one_spelling_belongs_to_one_group() {
        let forms: usize = VARIANTS
            .iter()
            .flat_map(|(_, groups)| groups.iter().copied())
            .chain(SYNONYMS.iter().map(|(group, _)| *group))
            .map(|group| group.split(['|', ' ']).filter(|form| !form.is_empty()).collect::<Vec<_>>())
            .map(|mut forms| {
                forms.sort_unstable();
                forms.dedup();
                forms.len()
            })
            .sum();
        assert_eq!(SPELLINGS.len(), forms);
        assert!(VARIANTS.iter().map(|(_, groups)| groups.len()).sum::<usize>() > 60);
        assert!(SPELLINGS.keys().all(|form| bare(form) == **form));
    }

    #[test]
    fn two_spellings_of_one_word_are_found() {
        let found = |text| found(terms, "ar", text);
        assert_eq!(found("إلى أوروبا، وفي دول أوربا"), [(20, "AR20", "أوربا")]);
        assert_eq!(found("وزير أمريكي والوزراء الأميركيون"), [(21, "AR20", "الأميركيون")]);
        assert_eq!(found("بثه التلفزيون، ثم للتليفزيون"), [(18, "AR20", "للتليفزيون")]);
        assert_eq!(found("مئتا أسرة ومائة خيمة"), [(10, "AR20", "ومائة")]);
        assert_eq!(found("حدود سوريا، ثم داخل سورية"), [(20, "AR20", "سورية")]);
        assert_eq!(found("ثلاثة مليارات، ومنها بليون"), [(21, "AR20", "بليون")]);
        assert_eq!(found("خطة إستراتيجيّة واستراتيجيات"), [(16, "AR20", "واستراتيجيات")]);
        assert_eq!(found("المشرّدون داخليًا والنازحون داخليًا"), [(18, "AR20", "والنازحون")]);
        assert_eq!(found("مدينة القيروانى ومدينة القيرواني"), [(23, "AR20", "القيرواني")]);
        assert_eq!(found("نقيب الصحفيين، وقال صحافي"), [(20, "AR20", "صحافي")]);
        assert_eq!(found("اللغة الكوردية والأكراد، ثم حزب كردي"), [(32, "AR20", "كردي")]);
        assert_eq!(found("بلدة العمادي، بلدة العمادى"), [(19, "AR20", "العمادى")]);
        assert_eq!(found("يونيسف ويونيسيف ويونيسف ويونيسيف"), [(7, "AR20", "ويونيسيف")]);
    }

    #[test]
    fn other_words_and_one_spelling_pass() {
        silent(
            terms,
            "ar",
            &[
                "أوروبا والاتحاد الأوروبي والأوروبيون",
                "قال «فايسبوك» إن فيسبوك",
                "حدود سوريا، وأسرة سورية، والحكومة السورية، وصحف عراقية وسورية",
                "مئة أسرة، أي 5 في المائة",
                "النازحون، والمشردون في الشوارع",
                "أعضاء القوي وأعضاء القوى",
                "على القوي وعلى القوى",
                "مستوى الأولي ثم المرحلة الأولى",
                "غرام واحد وكيلوغرامات",
            ],
        );
    }
}
