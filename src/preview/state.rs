//! What the page in the browser shows: the newest sound pages of each language, and what is wrong with the data now.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::explain::Known;
use crate::diag::{Finding, Severity, Sources, Tongue, arabic, json_object};
use crate::output::{Area, Sheet};

/// The most bytes of drawings that are told with a state; the page asks for others. What fits into the buffers of a
/// socket keeps nobody waiting.
const MOST_TOLD: usize = 256 << 10;

/// One language of the edition.
#[derive(Debug, Clone)]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// Its pages as they were last sound; none before that.
    pub pages: Option<Arc<Vec<Sheet>>>,
    /// Whether the pages are of the data as they are now.
    pub is_current: bool,
}

impl Language {
    /// Gives the language new pages.
    pub fn set(&mut self, sheets: Vec<Sheet>) {
        self.pages = Some(Arc::new(sheets));
        self.is_current = true;
    }
}

/// What is wrong with the data as they are now.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    /// In the order in which they are told.
    pub findings: Vec<Finding>,
    /// What they point into.
    pub sources: Sources,
}

impl Verdicts {
    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|it| it.severity == severity).count()
    }
}

/// Everything that the page shows.
#[derive(Debug, Clone)]
pub struct State {
    /// Id of the edition.
    pub edition: String,
    /// Its title in the language of the page, or another; its id where it has none.
    pub title: String,
    /// Every language of the edition in its order.
    pub languages: Vec<Language>,
    /// What is wrong.
    pub verdicts: Verdicts,
    /// The data behind the pages.
    pub known: Option<Arc<Known>>,
    /// The data as they are now, if they could be read.
    pub now: Option<Arc<Known>>,
    /// Whether the data have been read at all.
    pub is_read: bool,
    /// The language of findings.
    pub tongue: Tongue,
}

impl State {
    /// Before anything has been read.
    pub fn new(edition: &str, tongue: Tongue) -> Self {
        Self {
            edition: edition.to_owned(),
            title: edition.to_owned(),
            languages: Vec::new(),
            verdicts: Verdicts::default(),
            known: None,
            now: None,
            is_read: false,
            tongue,
        }
    }

    /// A drawing by its name.
    pub fn drawing(&self, name: &str) -> Option<&str> {
        let pages = self.languages.iter().filter_map(|language| language.pages.as_ref());
        let mut layers = pages.flat_map(|pages| pages.iter()).flat_map(|page| &page.layers);
        layers.find(|layer| layer.name == name).map(|layer| layer.svg.as_str())
    }

    /// The first of the drawings, of languages that are shown, that an earlier state had not, by name.
    pub fn renewed<'a>(&'a self, earlier: &State, shown: &[String]) -> BTreeMap<&'a str, &'a str> {
        let languages = self.languages.iter().filter(|language| shown.contains(&language.tag));
        let pages = languages.filter_map(|language| language.pages.as_ref()).flat_map(|pages| pages.iter());
        let layers = pages.flat_map(|page| &page.layers);
        let mut room = MOST_TOLD;
        let renewed = layers.filter(|layer| earlier.drawing(&layer.name).is_none()).take_while(|layer| {
            let left = room.checked_sub(layer.svg.len());
            room = left.unwrap_or_default();
            left.is_some()
        });
        renewed.map(|layer| (layer.name.as_str(), layer.svg.as_str())).collect()
    }

    /// The state as the page reads it, with the pages of the languages that are shown.
    pub fn json(&self, shown: &[String]) -> Value {
        let languages = self.languages.iter().map(|language| {
            let is_shown = shown.contains(&language.tag);
            let pages = language.pages.as_ref().filter(|_| is_shown);
            json!({
                "lang": language.tag,
                "name": language.name,
                "dir": language.dir,
                "shown": is_shown,
                "current": is_shown.then_some(language.is_current),
                "pages": pages.map(|pages| pages.iter().map(page).collect::<Vec<_>>()),
            })
        });
        let verdicts = &self.verdicts;
        json!({
            "edition": self.edition,
            "title": self.title,
            "read": self.is_read,
            "sound": verdicts.count(Severity::Error) == 0,
            "errors": verdicts.count(Severity::Error),
            "warnings": verdicts.count(Severity::Warning),
            "languages": languages.collect::<Vec<_>>(),
            "findings": self.findings(shown),
        })
    }

    /// The findings, each with the values on the pages that it is about.
    fn findings(&self, shown: &[String]) -> Vec<Value> {
        let mut values: BTreeMap<&str, ()> = BTreeMap::new();
        let languages = self.languages.iter().filter(|language| shown.contains(&language.tag));
        for page in languages.filter_map(|language| language.pages.as_ref()).flat_map(|pages| pages.iter()) {
            values.extend(page.marks.iter().map(|mark| (mark.value.as_str(), ())));
        }
        let finding = |finding: &Finding| {
            let said = match self.tongue {
                Tongue::English => json_object(finding, &self.verdicts.sources),
                Tongue::Arabic => json_object(&arabic::finding(finding), &self.verdicts.sources),
            };
            let known = self.now.as_ref();
            let about = |value: &&str| known.is_some_and(|known| known.concerns(finding, value));
            let about: Vec<&str> = values.keys().copied().filter(about).collect();
            let mut said: Map<String, Value> = said;
            said.insert("values".to_owned(), json!(about));
            Value::Object(said)
        };
        self.verdicts.findings.iter().map(finding).collect()
    }
}

/// A page, its layers and marks in hundredths of its width and height.
fn page(page: &Sheet) -> Value {
    let (width, height) = page.size;
    let share = |part: f64, whole: f64| (part / whole * 1e5).round() / 1e3;
    let shares = |(x, y, wide, high): Area| {
        [share(x, width), share(y, height), share(wide, width), share(high, height)]
    };
    let layers = page.layers.iter().map(|it| json!({"drawing": it.name, "area": shares(it.area)}));
    let marks = page.marks.iter();
    let marks = marks.map(|it| json!({"value": it.value, "words": it.words, "area": shares(it.area)}));
    json!({
        "layers": layers.collect::<Vec<_>>(),
        "size": [width, height],
        "text": page.text,
        "marks": marks.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Language, State, Verdicts};
    use crate::diag::{Finding, Sources, Span, Tongue};
    use crate::output::{Layer, Mark, Sheet};

    fn state(tongue: Tongue) -> State {
        let language = |tag: &str| {
            let mark = Mark { value: "figures[a]".into(), area: (20.0, 10.0, 40.0, 5.0), words: "43".into() };
            let layers = ["low", "high"].map(|at| Layer {
                name: format!("{tag}-{at}"),
                svg: format!("<svg>{at}</svg>").into(),
                area: (0.0, 50.0, 200.0, 25.0),
            });
            let mut language =
                Language { tag: tag.into(), name: tag.into(), dir: "ltr", pages: None, is_current: false };
            language.set(vec![Sheet {
                size: (200.0, 100.0),
                layers: layers.into(),
                text: "43".into(),
                marks: vec![mark],
            }]);
            language
        };
        let mut state = State::new("2031-06", tongue);
        state.languages = vec![language("ar"), language("en")];
        state
    }

    #[test]
    fn pages_are_told_in_the_languages_that_are_shown() {
        let told = state(Tongue::English).json(&["en".to_owned()]);
        assert_eq!(
            (&told["languages"][0]["shown"], &told["languages"][0]["pages"]),
            (&json!(false), &json!(null))
        );
        let page = &told["languages"][1]["pages"][0];
        assert_eq!(
            page["marks"][0],
            json!({"value": "figures[a]", "words": "43", "area": [10.0, 10.0, 20.0, 5.0]})
        );
        let layer = |name: &str| json!({"drawing": name, "area": [0.0, 50.0, 100.0, 25.0]});
        assert_eq!(page["layers"], json!([layer("en-low"), layer("en-high")]));
        let state = state(Tongue::English);
        assert_eq!(state.drawing("en-high"), Some("<svg>high</svg>"));
        assert_eq!(state.drawing("0"), None);
    }

    #[test]
    fn findings_are_told_with_their_places_and_counts_in_the_language_asked_for() {
        let mut sources = Sources::new();
        let file = sources.add("data/a.yaml", "neutral data", "figures: []\n".to_owned());
        let fault =
            Finding::error("LA02", "there is no edition in `data/editions`").at(Span::new(file, 9, 11), "");
        let mut state = state(Tongue::Arabic);
        state.verdicts = Verdicts { findings: vec![fault, Finding::warning("TR07", "x")], sources };
        let told = state.json(&["ar".to_owned()]);
        assert_eq!(
            [&told["errors"], &told["warnings"], &told["sound"]],
            [&json!(1), &json!(1), &json!(false)]
        );
        let first = &told["findings"][0];
        assert_eq!(
            (&first["places"][0]["file"], &first["places"][0]["column"]),
            (&json!("data/a.yaml"), &json!(10))
        );
        assert_eq!(
            first["message"],
            json!(crate::diag::arabic::said("there is no edition in `data/editions`"))
        );
        assert_ne!(first["message"], json!("there is no edition in `data/editions`"));
        assert_eq!(first["values"], json!([]));
    }
}
