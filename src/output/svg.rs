//! A typeset document -> one SVG for each page, which needs nothing beside itself: letters are outlines, pictures
//! are inside.

use quick_xml::escape::escape;
use typst::model::Document;
use typst_svg::SvgOptions;

use crate::typeset::Typeset;

/// Draws every page. Each says the title of the document and its own number to those who do not see it.
pub fn svg(typeset: &Typeset) -> Vec<String> {
    let (document, count) = (&typeset.document, typeset.pages());
    let title = document.info().title.clone().unwrap_or_default();
    let pages = document.pages().iter().enumerate();
    pages
        .map(|(index, page)| {
            let drawn = typst_svg::svg(page, &SvgOptions::default());
            named(&drawn, &format!("{title} ({}/{count})", index + 1))
        })
        .collect()
}

/// Puts a title into a drawing, which then counts as one picture.
fn named(drawn: &str, title: &str) -> String {
    match drawn.split_once('>') {
        Some((opening, rest)) => format!("{opening} role=\"img\"><title>{}</title>{rest}", escape(title)),
        None => drawn.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_title_is_text_and_stands_first() {
        assert_eq!(
            named("<svg a=\"b\"><g/></svg>", "A & <b>"),
            "<svg a=\"b\" role=\"img\"><title>A &amp; &lt;b&gt;</title><g/></svg>"
        );
    }
}
