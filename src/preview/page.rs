//! The files of the page in the browser, and its words in the language of the interface.

use serde_json::Value;

use crate::diag::Tongue;

const INDEX: &str = include_str!("page/index.html");
/// Name, kind and content of each further file.
const FILES: [(&str, &str, &[u8]); 5] = [
    ("style.css", "text/css", include_bytes!("page/style.css")),
    ("app.js", "text/javascript", include_bytes!("page/app.js")),
    ("icon.svg", "image/svg+xml", include_bytes!("page/icon.svg")),
    ("regular.ttf", "font/ttf", include_bytes!("../../fonts/vazirmatn/Vazirmatn-Regular.ttf")),
    ("semibold.ttf", "font/ttf", include_bytes!("../../fonts/vazirmatn/Vazirmatn-SemiBold.ttf")),
];

/// A file of the page: its kind and its content.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static [u8])> {
    FILES.iter().find(|(known, ..)| *known == name).map(|(_, kind, bytes)| (*kind, *bytes))
}

/// The words of the page in one language.
pub struct Words {
    json: &'static str,
    words: Value,
}

impl Words {
    /// The words of a language.
    pub fn new(tongue: Tongue) -> Self {
        let json = match tongue {
            Tongue::English => include_str!("page/words.en.json"),
            Tongue::Arabic => include_str!("page/words.ar.json"),
        };
        // Each is read by a test.
        Self { json, words: serde_json::from_str(json).unwrap_or_default() }
    }

    /// The words as the page reads them.
    pub(super) fn json(&self) -> &'static str {
        self.json
    }

    /// The page, with its words in place of `{{name}}` and the title of the edition in place of `{{edition}}`.
    pub(super) fn index(&self, title: &str) -> String {
        let mut page = String::new();
        let mut rest = INDEX;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").unwrap_or((after, ""));
            let word = if name == "edition" { title } else { self.words[name].as_str().unwrap_or(name) };
            page += before;
            page += &escaped(word);
            rest = after;
        }
        page + rest
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{FILES, INDEX, Words, file};
    use crate::diag::Tongue;

    #[test]
    fn both_languages_have_every_word_and_no_more() {
        let [en, ar] = [Tongue::English, Tongue::Arabic].map(|tongue| Words::new(tongue).words);
        let keys = |words: &serde_json::Value| words.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&en), keys(&ar));
        let app = std::str::from_utf8(file("app.js").unwrap().1).unwrap();
        for key in keys(&en) {
            let used = INDEX.contains(&format!("{{{{{key}}}}}")) || app.contains(&format!("words.{key}"));
            assert!(used, "{key}");
            let slots = |words: &serde_json::Value| words[&key].as_str().unwrap().matches('{').count();
            assert_eq!(slots(&en), slots(&ar), "{key}");
        }
        for (at, _) in app.match_indices("words.") {
            // A member of this name of something else is none of them.
            if app[..at].ends_with(|c: char| c == '.' || c.is_ascii_alphanumeric()) {
                continue;
            }
            let key: String =
                app[at + 6..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            assert!(en.get(&key).is_some() || key == "json", "{key}");
        }
    }

    #[test]
    fn the_page_has_its_words_and_loads_nothing_from_elsewhere() {
        let page = Words::new(Tongue::Arabic).index("<b> & \"x\"");
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && !page.contains("{{"), "{page}");
        assert!(page.contains("&lt;b&gt; &amp; &quot;x&quot;"));
        for text in
            FILES.iter().filter(|it| !it.1.starts_with("font")).map(|it| std::str::from_utf8(it.2).unwrap())
        {
            let elsewhere = text.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !elsewhere.contains("//www") && !elsewhere.contains("http:") && !elsewhere.contains("https:")
            );
        }
        assert!(!page.contains("http") && !page.contains("style=") && !page.contains("onclick"));
    }
}
