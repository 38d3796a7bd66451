//! TX28: Persian endings and prefixes that stand apart where a zero-width non-joiner binds them: می شود, کشور ها.
//!
//! Source: Academy of Persian Language and Literature, Dastūr-e khatt-e fārsī. Only verbs of a closed list.

use super::super::quotation::{quotations, within};
use super::super::script;
use super::super::{Hit, Passage, TokenKind};

/// Verb forms that follow می and نمی and are nothing else after them.
const VERBS: &[&str] = &[
    "شود",
    "شوند",
    "شد",
    "شدند",
    "کند",
    "کنند",
    "کنیم",
    "کنم",
    "کرد",
    "کردند",
    "باشد",
    "باشند",
    "دهد",
    "دهند",
    "داد",
    "دادند",
    "رود",
    "روند",
    "رفت",
    "گردد",
    "گردند",
    "گیرد",
    "گیرند",
    "گرفت",
    "گرفتند",
    "تواند",
    "توانند",
    "توان",
    "توانست",
    "خواهد",
    "خواهند",
    "خواست",
    "گوید",
    "گویند",
    "گفت",
    "گفتند",
    "آید",
    "آیند",
    "آمد",
    "دارد",
    "رسد",
    "رسید",
    "ماند",
    "یابد",
    "یابند",
    "سازد",
    "سازند",
];

/// Looks at each pair of words with a space between them.
pub(super) fn joiners(passage: &Passage, hits: &mut Vec<Hit>) {
    if passage.lang != "fa" {
        return;
    }
    let quoted = quotations(passage);
    for trio in passage.tokens.windows(3) {
        let [first, space, second] = trio else { continue };
        if (first.kind, space.kind, second.kind) != (TokenKind::Word, TokenKind::Space, TokenKind::Word)
            || within(&quoted, &first.range)
        {
            continue;
        }
        let (stem, ending) = (passage.of(first), passage.of(second));
        let verb = matches!(stem, "می" | "نمی") && VERBS.contains(&ending);
        let plural = matches!(ending, "ها" | "های" | "هایی") && script::is_arabic(stem);
        if verb || plural {
            let range = first.range.start..second.range.end;
            let right = format!("{stem}\u{200c}{ending}");
            hits.push(
                Hit::warning("TX28", range.clone(), format!("`{}` is one word", passage.slice(range)))
                    .help(format!("write `{right}` with a zero-width non-joiner"))
                    .fix(space.range.clone(), "\u{200c}"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::joiners;

    #[test]
    fn pieces_of_one_word() {
        assert_eq!(found(joiners, "fa", "ارزیابی می شود."), [(8, "TX28", "می شود")]);
        assert_eq!(mended(joiners, "fa", "نمی تواند و می دهند"), "نمی\u{200c}تواند و می\u{200c}دهند");
        assert_eq!(found(joiners, "fa", "کشور ها و سازمان های همکار").len(), 2);
        assert_eq!(mended(joiners, "fa", "کشور ها و گروه هایی"), "کشور\u{200c}ها و گروه\u{200c}هایی");
        assert_eq!(mended(joiners, "fa", "می گویند"), "می\u{200c}گویند");
    }

    #[test]
    fn words_that_stand_alone() {
        silent(
            joiners,
            "fa",
            &["می\u{200c}شود", "جام می بود", "{n} ها", "«می شود»", "بهای آن", "می ناب", "کشورهای همکار"],
        );
        silent(joiners, "ckb", &["ها وەرە"]);
    }
}
