//! What stands before a number and after its noun, as far as agreement depends on it.

use std::ops::Range;

use super::super::bare::{bare, is_definite, is_in, partings};
use super::super::passage::Passage;
use super::super::token::{TokenKind, is_digit};

/// What follows a counted noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum After {
    /// A mark, a number, a slot, the end of the line.
    End,
    /// A preposition, a conjunction, a relative.
    Particle,
    /// And something: `قتلى وجرحى`.
    And,
    /// A word with the article.
    Definite,
    /// "Other", "one", "second": the noun was not counted.
    Ordinal,
    /// A word in ة: the adjective of a feminine, or of things.
    Feminine,
    /// A common adjective, masculine and without alef, at its place.
    Masculine(Range<usize>),
    /// The same with alef.
    Accusative(Range<usize>),
    /// Any other word.
    Word,
}

/// Words that neither qualify a noun nor stand in construct with it.
const PARTICLES: &str = "من في فى إلى الى على عن مع منذ خلال بعد قبل بين حتى أو أم ثم لدى عند ضد حول نحو فقط كان كانت كانوا \
    الذين التي الذي ممن مما بينهم بينها منهم منها لكن بينما أثناء عبر دون ضمن وسط قرب إثر جراء بسبب لهم \
    قبالة أمام وراء خلف تحت فوق شمال جنوب شرق غرب داخل خارج بجوار صوب لدن له لها به بها فيها فيه عليها عليه كل هذا هذه وهو وهي وهم و لا لم قد أن إن إلا سنويا يوميا شهريا \
    تقريبا أيضا مقابل بحلول حسب وفق بحسب";

/// Adjectives that take the alef of their noun.
const ADJECTIVES: &str = "مربع مكعب أمريكي أميركي كندي أسترالي عراقي سوري أردني لبناني مصري يمني ليبي كويتي سعودي إماراتي جديد \
    إضافي مدني أجنبي عسكري متتالي كامل";

/// Words that count something new after و.
const AMOUNTS: &str = "عشرات مئات آلاف ملايين عدد عددا أكثر نحو حوالي قرابة بعض عدة";

/// Words after which a noun was not counted by the number before it.
const ORDINALS: &str = "أخرى آخر واحد واحدة ثانية ثالثة رابعة أمس غد";

/// Words whose number is a name, with and without the article: `المادة 5`, `عام 12`.
const NAMED: &str = "عام سنة رقم قرار مادة فقرة بند فصل صفحة ساعة جزء مجلد قناة دورة مرحلة جولة حلقة دفعة لواء فرقة كتيبة \
    طراز نوع جدول شكل ملحق طريق شارع مربع قطاع غرفة فئة مقاس بطاقة إصدار نسخة فيلق مجموعة كوفيد هاتف \
    نموذج مستوى درجة آية سورة باب فوج مقر منطقة سطر ص ج م آذار نيسان أيار حزيران تموز آب أيلول شباط \
    يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر رمضان شعبان شوال \
    محرم رجب";

/// What follows the word at an index.
pub(super) fn after(passage: &Passage, at: usize) -> After {
    let Some(next) = super::numerals::follows(passage, at) else { return After::End };
    let range = passage.tokens[next].range.clone();
    let written = passage.slice(range.clone());
    let word = bare(written);
    let joined = word.strip_prefix(['و', 'ف']).filter(|rest| !rest.is_empty());
    if is_in(PARTICLES, &word) || joined.is_some_and(|rest| is_in(PARTICLES, rest)) {
        After::Particle
    } else if is_in(ORDINALS, &word) {
        After::Ordinal
    } else if word.starts_with("بال") || word.starts_with("لل") || word.starts_with("كال") {
        After::Particle
    } else if word.ends_with("وا") && word.chars().count() > 3 {
        // A verb in the plural: a clause begins.
        After::Particle
    } else if let Some(rest) = word.strip_prefix('و')
        && (rest.ends_with("ين")
            || is_in(AMOUNTS, rest)
            || rest.ends_with('ى')
            || super::nouns::noun(rest).is_some()
            || is_definite(rest))
    {
        After::And
    } else if is_definite(&word) {
        After::Definite
    } else if is_in(ADJECTIVES, &word) {
        After::Masculine(range)
    } else if word.strip_suffix('ا').is_some_and(|word| is_in(ADJECTIVES, word)) {
        After::Accusative(range)
    } else if word.ends_with('ة') {
        After::Feminine
    } else if !word.chars().any(|c| matches!(c, '\u{620}'..='\u{64a}')) {
        After::End
    } else {
        After::Word
    }
}

/// Whether a number at a token is a name, a part of something, or unclear, so that it counts no noun.
pub(super) fn counts_nothing(passage: &Passage, at: usize) -> bool {
    let Some((before, glued)) = before(passage, at) else { return false };
    let token = &passage.tokens[before];
    let text = passage.of(token);
    match token.kind {
        TokenKind::Word if glued => {
            let letters = bare(text);
            // و5: look at what the first number was (المادتان 5 و6).
            let first = (letters == "و").then(|| passage.previous(before)).flatten();
            let chained = first.is_some_and(|first| {
                passage.tokens[first].kind == TokenKind::Number && counts_nothing(passage, first)
            });
            !matches!(letters.as_str(), "و" | "ف" | "ب" | "ل" | "ك") || chained
        }
        TokenKind::Word => is_name(text),
        TokenKind::Mark if glued => !matches!(text, "(" | "«" | "[" | "“" | "\"" | "،" | "؛"),
        // 743. 910: one number that came apart.
        TokenKind::Mark => {
            let first = before.checked_sub(1).and_then(|first| passage.tokens.get(first));
            matches!(text, "." | "," | "٫") && first.is_some_and(|first| first.kind == TokenKind::Number)
        }
        TokenKind::Number | TokenKind::Slot | TokenKind::Opaque => true,
        TokenKind::Space | TokenKind::LineEnd => false,
    }
}

/// Whether a scale word after a number at a token shows that the number is no name: المنطقة 4 مليون نسمة.
pub(super) fn opens_amount(passage: &Passage, at: usize) -> bool {
    let before = before(passage, at).filter(|(_, glued)| !glued).map(|(before, _)| &passage.tokens[before]);
    let word = before.filter(|token| token.kind == TokenKind::Word).map(|token| bare(passage.of(token)));
    word.is_some_and(|word| {
        is_in("المنطقة القطاع الدورة المرحلة المدينة المحافظة البلدة الشركة المجموعة الفئة", &word)
    })
}

/// The token before an index that is no space, and whether nothing stands between.
fn before(passage: &Passage, at: usize) -> Option<(usize, bool)> {
    let before = passage.previous(at)?;
    Some((before, before + 1 == at))
}

/// A word whose number is a name; a word in Latin letters.
fn is_name(word: &str) -> bool {
    let word = bare(word);
    let latin = word.chars().all(|c| c.is_ascii_alphabetic());
    latin
        || word.chars().all(is_digit)
        || word == "يوم"
        || partings(&word).any(|(_, rest)| {
            let article = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل"));
            is_in(NAMED, rest)
                || article.is_some_and(|rest| is_in(NAMED, rest) || rest == "عدد")
                || ["مادتان", "مادتين", "فقرتان", "فقرتين", "عامي", "قراري", "قرارين", "قراران"]
                    .iter()
                    .any(|dual| rest == *dual || article == Some(dual))
        })
}

/// A word whose number is a name, with article and particles or without.
pub(super) fn is_named(word: &str) -> bool {
    partings(&bare(word)).any(|(_, rest)| {
        let article = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل"));
        // سوخوي-25, طراز-80: a hyphen belongs to many names.
        let model =
            |rest: &str| is_in("كوفيد طراز نوع قناة إصدار نسخة طريق", rest) || rest.chars().count() < 2;
        let named = |rest: &str| is_in(NAMED, rest) && !model(rest);
        named(rest) || article.is_some_and(named)
    })
}

/// Whether the plural after a number is said of what was counted: `بينهم 12 أطفال`, `من 15 طفلا 12 أيتام`.
pub(super) fn says_of(passage: &Passage, number: &Range<usize>) -> bool {
    let at = passage.tokens.iter().position(|token| token.range.start == number.start);
    let Some(before) = at.and_then(|at| passage.previous(at)) else { return false };
    let word = bare(passage.of(&passage.tokens[before]));
    let counted = super::nouns::noun(&word).is_some()
        && passage.previous(before).is_some_and(|first| passage.tokens[first].kind == TokenKind::Number);
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(&word);
    counted || ["منهم", "منها", "منهن", "بينهم", "بينها", "بينهن", "هم", "هي"].contains(&word)
}
