//! Twenty planted faults in five files: all of them in one run, each at its place, and nothing else.

use std::collections::BTreeMap;

use snapbox::{assert_data_eq, file};

use crate::support::copy::ProjectCopy;

/// A fault of `tests/fixtures/broken`.
struct Planted {
    code: &'static str,
    file: &'static str,
    /// The text around it, which stands once in the file; `⟦…⟧` is what the finding must point at.
    context: &'static str,
    /// What belongs in the place of the context.
    mended: &'static str,
}

const SHARED: &str = "data/shared/all.yaml";
const EDITION: &str = "data/editions/2031-06/edition.yaml";
const FIGURES: &str = "data/editions/2031-06/figures.yaml";
const ARABIC: &str = "data/editions/2031-06/text/ar.yaml";
const ENGLISH: &str = "data/editions/2031-06/text/en.yaml";

const fn planted(
    code: &'static str,
    file: &'static str,
    context: &'static str,
    mended: &'static str,
) -> Planted {
    Planted { code, file, context, mended }
}

const PLANTED: [Planted; 20] = [
    // A day that is not in the calendar, under a key that the edition cannot do without.
    planted("DA09", EDITION, "issued: ⟦2031-09-31T09:00+03:00⟧", "issued: 2031-07-01T09:00+03:00"),
    // A word where a list belongs.
    planted("TY01", EDITION, "disclaimers: ⟦invented⟧", "disclaimers: [invented]"),
    // Arabic digits.
    planted("TY05", FIGURES, "value: ⟦٧٫٩M⟧", "value: 7.9M"),
    // Grouping.
    planted("TY05", FIGURES, "value: ⟦1,234⟧", "value: 1234"),
    // A qualifier that there is not.
    planted("TY04", FIGURES, "q: ⟦more_then⟧", "q: more_than"),
    // An id given twice.
    planted(
        "LA09",
        FIGURES,
        "id: ⟦trained⟧\n    metric: trained\n    value: 310",
        "id: trained_before\n    metric: trained\n    value: 310",
    ),
    // A range without its upper end.
    planted(
        "MO03",
        FIGURES,
        "id: ⟦volunteers⟧\n    metric: volunteers\n",
        "id: volunteers\n    metric: volunteers\n    max: 60\n",
    ),
    // Money without a currency.
    planted(
        "MO03",
        FIGURES,
        "id: ⟦revenue⟧\n    metric: revenue\n",
        "id: revenue\n    metric: revenue\n    currency: USD\n",
    ),
    // A metric that there is not.
    planted("MO01", FIGURES, "metric: ⟦volunters⟧", "metric: volunteers"),
    // A total that is not the sum of its parts.
    planted("DA03", FIGURES, "{total: ⟦30⟧,", "{total: 29,"),
    // A stock that does not close.
    planted("DA04", FIGURES, "closing: ⟦95⟧", "closing: 90"),
    // A title that is nothing but a number.
    planted("LA14", ARABIC, "title: ⟦٢٠٣١⟧", "title: الخدمات والعودة في الوادي"),
    // A number of the neutral data, given again by a translator.
    planted("LA13", ARABIC, "figures:\n  - {id: reached, value: ⟦8M⟧}\n", ""),
    // A hidden control that turns the direction.
    planted("YA02", ARABIC, "في ⟦\u{202e}⟧نينوى.", "في نينوى."),
    // A number typed into a sentence.
    planted("TR04", ENGLISH, ", as in ⟦2030⟧.", " as before."),
    // A placeholder that points at nothing.
    planted("TR02", ENGLISH, "reached ⟦{raeched}⟧.", "reached {reached}."),
    // A placeholder that the master text has.
    planted(
        "TR03",
        ENGLISH,
        "raids: ⟦Raids come by night. They are {raids.likelihood} to go on.⟧",
        "raids: Raids come by night. They are {raids.likelihood} to go on over {raids.horizon}.",
    ),
    // A text for something that the edition does not have.
    planted("TR06", ENGLISH, "  ⟦closing⟧: A market closes in Al-Anbar.\n", ""),
    // A key given twice.
    planted("YA06", SHARED, "section: progress\n    ⟦good⟧: down\n", "section: progress\n"),
    // A key that there is not.
    planted("TY02", SHARED, "    ⟦shpae⟧: flow\n", "    shape: flow\n"),
];

impl Planted {
    /// The context as it stands in the file.
    fn written(&self) -> String {
        self.context.replace(['⟦', '⟧'], "")
    }

    /// `CODE file:line:column`, lines and columns in characters from 1.
    fn place(&self, project: &ProjectCopy) -> String {
        let text = project.read(self.file);
        assert_eq!(text.matches(&self.written()).count(), 1, "{}", self.context);
        let context = text.find(&self.written()).expect("the context");
        let before = &text[..context + self.context.find('⟦').expect("a mark")];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        format!("{} {}:{line}:{column}", self.code, self.file)
    }

    fn mend(&self, project: &ProjectCopy) {
        project.replace(self.file, &self.written(), self.mended);
    }
}

/// The project with all its faults.
pub fn broken() -> ProjectCopy {
    ProjectCopy::fixture("broken").reviewed()
}

/// The same project without its faults.
pub fn mended() -> ProjectCopy {
    let project = ProjectCopy::fixture("broken");
    PLANTED.iter().for_each(|fault| fault.mend(&project));
    project.reviewed()
}

#[test]
fn twenty_faults_are_told_in_one_run_and_nothing_is_written() {
    let project = broken();
    let before = project.files();
    let run = project.run(&["build", "--project", project.root().to_str().expect("UTF-8")]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert_data_eq!(run.stderr, file!["../fixtures/broken/expected.stderr"].raw());
    assert_eq!(project.files(), before);
}

#[test]
fn each_fault_is_told_at_its_line_and_column() {
    let project = broken();
    let mut expected: Vec<String> = PLANTED.iter().map(|fault| fault.place(&project)).collect();
    for command in [["build", "--findings", "json"], ["check", "--format", "json"]] {
        let run = project.run(&command);
        assert_eq!(run.code, 1, "{command:?}");
        let mut found = run.codes();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{command:?}");
    }
    let files: BTreeMap<&str, ()> = PLANTED.iter().map(|fault| (fault.file, ())).collect();
    assert_eq!(files.len(), 5);
}

#[test]
fn each_fault_alone_is_told_in_the_same_way() {
    for planted in &PLANTED {
        let project = ProjectCopy::fixture("broken");
        let others = PLANTED.iter().filter(|other| !std::ptr::eq(*other, planted));
        others.for_each(|other| other.mend(&project));
        let project = project.reviewed();
        let run = project.run(&["check", "--format", "json"]);
        assert_eq!(run.codes(), [planted.place(&project)], "{}", planted.context);
    }
}

#[test]
fn without_the_faults_the_project_builds() {
    let project = mended();
    let run = project.run(&["build", "--deny", "warnings"]);
    assert_eq!((run.code, run.found()), (0, ""));
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);
}
