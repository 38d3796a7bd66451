//! TX15: what is left of a web page or of a wrong encoding: tags, entities, buttons, `Ã©`.

use std::ops::Range;

use super::super::{Hit, Passage, TokenKind};

/// Lines that are buttons of news pages and never a sentence.
const BUTTONS: &[&str] = &[
    "read more",
    "read also",
    "share this article",
    "share on facebook",
    "share on twitter",
    "click here",
    "skip to main content",
    "print this page",
    "font size",
    "advertisement",
    "subscribe to our newsletter",
    "lire la suite",
    "lire aussi",
    "partager sur facebook",
    "partager cet article",
    "imprimer cette page",
    "taille du texte",
    "cliquez ici",
    "devamını oku",
    "haberin devamı",
    "facebook'ta paylaş",
    "yazdır",
    "tıklayınız",
    "بیشتر بخوانید",
    "ادامهٔ مطلب",
    "ادامه مطلب",
    "اندازه متن",
    "اشتراک‌گذاری",
    "نسخه چاپی",
    "کد خبر",
    "زیاتر بخوێنەرەوە",
    "درێژەی بابەت",
];

/// What UTF-8 looks like when read byte by byte: first letter, and the letters that can only follow it there.
const BROKEN: &[&str] = &[
    "Ã©",
    "Ã¨",
    "Ãª",
    "Ã§",
    "Ã\u{a0}",
    "Ã¢",
    "Ã®",
    "Ã´",
    "Ã»",
    "Ã¼",
    "Ã¶",
    "Ã‰",
    "â€™",
    "â€œ",
    "â€“",
    "â€”",
    "â€¦",
    "â€\u{9d}",
    "Â«",
    "Â»",
    "Â\u{a0}",
    "Ä±",
    "ÄŸ",
    "ÅŸ",
    "Ä°",
    "Ø§",
    "Ù„",
    "Ù…",
    "Ø±",
    "Ûœ",
    "ÛŒ",
];

/// Looks through the text.
pub(super) fn residue(passage: &Passage, hits: &mut Vec<Hit>) {
    for line in passage.lines() {
        let words = passage.slice(line.clone());
        let core = words.trim().trim_end_matches(['.', ':', '…', '»', '›', '>', ' ', '!']);
        if !core.is_empty() && BUTTONS.contains(&&*core.to_lowercase()) {
            let start = line.start + words.len() - words.trim_start().len();
            hits.push(of_web(passage, start..start + words.trim().len()));
        }
    }
    for (at, token) in passage.tokens.iter().enumerate() {
        match passage.of(token) {
            "<" => hits.extend(tag(passage, token.range.start).map(|range| of_web(passage, range))),
            "&" => hits.extend(entity(passage, at).map(|(range, means)| entity_hit(passage, range, means))),
            "[" => hits.extend(edit(passage, token.range.start).map(|range| of_web(passage, range))),
            _ => {}
        }
    }
    let mut reached = 0;
    while let Some((at, found)) = first_broken(&passage.text[reached..]) {
        // The whole run of letters is one fault.
        let start = reached + at;
        let rest = &passage.text[start + found.len()..];
        let end = start
            + found.len()
            + rest.find(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).unwrap_or(rest.len());
        let inside = passage
            .tokens
            .iter()
            .any(|token| token.kind == TokenKind::Opaque && token.range.contains(&start));
        if !inside {
            hits.push(
                Hit::error(
                    "TX15",
                    start..end,
                    format!("`{}` was read with a wrong encoding", passage.slice(start..end)),
                )
                .help("copy the words again from the source, as UTF-8"),
            );
        }
        reached = end;
    }
}

fn first_broken(text: &str) -> Option<(usize, &'static str)> {
    BROKEN.iter().filter_map(|broken| Some((text.find(broken)?, *broken))).min()
}

fn of_web(passage: &Passage, range: Range<usize>) -> Hit {
    Hit::warning("TX15", range.clone(), format!("`{}` is left over from a web page", passage.slice(range)))
        .help("delete it")
}

/// `<br>`, `</p>`, `<a href=..>`: a tag by its name.
fn tag(passage: &Passage, start: usize) -> Option<Range<usize>> {
    const TAGS: &[&str] = &[
        "br", "p", "b", "i", "u", "a", "em", "div", "span", "strong", "font", "img", "h1", "h2", "h3", "ul",
        "ol", "li", "td", "tr", "table", "sup", "sub",
    ];
    let rest = &passage.text[start + 1..];
    let inner = &rest[..rest.find(['>', '\n', '<']).filter(|&end| rest[end..].starts_with('>'))?];
    let name = inner.trim_start_matches('/').split([' ', '/']).next()?.to_lowercase();
    TAGS.contains(&name.as_str()).then(|| start..start + inner.len() + 2)
}

/// `&nbsp;`, `&#160;`: an entity of HTML, and what it stands for.
fn entity(passage: &Passage, at: usize) -> Option<(Range<usize>, &'static str)> {
    let start = passage.tokens[at].range.start;
    let rest = &passage.text[start..];
    let end = rest.find(';').filter(|&end| (3..=8).contains(&end))?;
    let means = match &rest[1..end] {
        "nbsp" | "#160" | "#xa0" => "\u{a0}",
        "amp" | "#38" => "&",
        "quot" | "#34" | "lt" | "gt" | "apos" | "#39" | "#039" => "",
        "rsquo" | "#8217" => "’",
        "lsquo" | "#8216" => "‘",
        "ldquo" | "#8220" => "“",
        "rdquo" | "#8221" => "”",
        "laquo" | "#171" => "«",
        "raquo" | "#187" => "»",
        "ndash" | "#8211" => "–",
        "mdash" | "#8212" => "—",
        "hellip" | "#8230" => "…",
        "zwnj" | "#8204" => "\u{200c}",
        _ => return None,
    };
    Some((start..start + end + 1, means))
}

fn entity_hit(passage: &Passage, range: Range<usize>, means: &str) -> Hit {
    let hit = Hit::warning(
        "TX15",
        range.clone(),
        format!("`{}` is left over from a web page", passage.slice(range.clone())),
    )
    .help("write the character itself");
    // Marks that YAML reads are left to the writer.
    if means.is_empty() || means == "&" { hit } else { hit.fix(range, means) }
}

/// `[edit]` and its sisters.
fn edit(passage: &Passage, start: usize) -> Option<Range<usize>> {
    let rest = &passage.text[start..];
    let marks = [
        "[edit]",
        "[modifier]",
        "[modifier le code]",
        "[citation needed]",
        "[kaynak belirtilmeli]",
        "[değiştir]",
        "[ویرایش]",
    ];
    marks.iter().find(|mark| rest.starts_with(**mark)).map(|mark| start..start + mark.len())
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, mended, silent};
    use super::residue;

    #[test]
    fn pieces_of_pages() {
        assert_eq!(
            found(residue, "en", "Read more...\nThe talks<br/> ended."),
            [(0, "TX15", "Read more..."), (22, "TX15", "<br/>")]
        );
        assert_eq!(found(residue, "fr", "Lire la suite"), [(0, "TX15", "Lire la suite")]);
        assert_eq!(found(residue, "tr", "Irak[değiştir]"), [(4, "TX15", "[değiştir]")]);
        assert_eq!(found(residue, "fa", "بیشتر بخوانید:"), [(0, "TX15", "بیشتر بخوانید:")]);
        assert_eq!(mended(residue, "fr", "le&nbsp;plan l&rsquo;an"), "le\u{a0}plan l’an");
        assert_eq!(found(residue, "en", "Q&amp;A"), [(1, "TX15", "&amp;")]);
    }

    #[test]
    fn broken_encodings() {
        assert_eq!(found(residue, "fr", "le protÃ©gÃ© parle"), [(7, "TX15", "Ã©gÃ©")]);
        assert_eq!(found(residue, "en", "the groupâ€™s men"), [(9, "TX15", "â€™s")]);
        assert_eq!(found(residue, "tr", "baÅŸkan"), [(2, "TX15", "ÅŸkan")]);
        assert_eq!(found(residue, "ckb", "Ù„Û• هەولێر"), [(0, "TX15", "Ù„Û•")]);
    }

    #[test]
    fn text_that_only_looks_like_it() {
        silent(
            residue,
            "en",
            &[
                "They read more books.",
                "a < b and c > d",
                "Q&A; R&D",
                "the font size of pages",
                "[sic]",
                "<Name>",
            ],
        );
        silent(residue, "fr", &["Il faut lire la suite du rapport.", "l’âme, São Tomé, Århus"]);
        silent(residue, "tr", &["Ağır şartlar, Âlim"]);
        silent(residue, "fa", &["برای اطلاعات بیشتر بخوانید و بنویسید."]);
        silent(residue, "ckb", &["درێژەی بابەتەکە لە خوارەوەیە."]);
    }
}
