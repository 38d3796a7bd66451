use time::macros::datetime;

use super::{Format, Task, make};
use crate::diag::Sources;
use crate::model::TextLayer;
use crate::output::Standard;
use crate::typeset::Assets;

fn task() -> Task {
    Task {
        edition: "2031-06".to_owned(),
        lang: "ar".to_owned(),
        audience: None,
        formats: vec![Format::Pdf],
        standard: Standard::Record,
        text_layer: TextLayer::Visual,
        timestamp: datetime!(2031-06-30 18:00 +3),
        brief: b"{}".to_vec(),
        files: Vec::new(),
        attachments: Vec::new(),
    }
}

fn assets(main: &str) -> Assets {
    let found = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new());
    found.unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// A page that meets both standards.
const PAGE: &str =
    "#set document(title: \"x\", date: auto)\n#set text(lang: \"ar\", font: \"Amiri\")\n= موجز\n";

#[test]
fn a_task_that_was_sent_elsewhere_makes_the_same_bytes() {
    let sent = postcard::to_stdvec(&task()).unwrap();
    let received: Task = postcard::from_bytes(&sent).unwrap();
    let assets = assets(PAGE);
    let here = make(&assets, &task()).unwrap();
    assert_eq!(make(&assets, &received).unwrap().files, here.files);
    assert_eq!(here.files[0].name, "2031-06.ar.pdf");
    assert_eq!(received.recipe(&assets), task().recipe(&assets));
}

#[test]
fn a_recipe_changes_with_everything_that_the_file_depends_on() {
    let own = assets(PAGE);
    let base = task().recipe(&own);
    let changed = [
        Task { edition: "2031-07".into(), ..task() },
        Task { lang: "en".into(), ..task() },
        Task { audience: Some("public".into()), ..task() },
        Task { formats: vec![Format::Png(144.0)], ..task() },
        Task { standard: Standard::Delivery, ..task() },
        Task { text_layer: TextLayer::Off, ..task() },
        Task { timestamp: datetime!(2031-06-30 18:01 +3), ..task() },
        Task { brief: b"{\"a\": 1}".to_vec(), ..task() },
        Task { files: vec![("/logo.svg".into(), b"<svg/>".to_vec().into())], ..task() },
    ];
    for task in changed {
        assert_ne!(task.recipe(&own), base, "{task:?}");
    }
    assert_ne!(task().recipe(&assets("#set page(width: 1cm)\n")), base);
}

#[test]
fn files_of_an_audience_are_named_after_it() {
    assert_eq!(task().stem(), "2031-06.ar");
    assert_eq!(Task { audience: Some("public".into()), ..task() }.stem(), "2031-06.public.ar");
}
