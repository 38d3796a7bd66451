//! Twelve months of one series: each edition is made from the one before with `mujaz new`, brought up to date by a
//! script as an officer would, and checked.

use crate::support::copy::{ProjectCopy, Run};

/// The ends of the months of 2031.
const ENDS: [&str; 12] = [
    "2031-01-31",
    "2031-02-28",
    "2031-03-31",
    "2031-04-30",
    "2031-05-31",
    "2031-06-30",
    "2031-07-31",
    "2031-08-31",
    "2031-09-30",
    "2031-10-31",
    "2031-11-30",
    "2031-12-31",
];

/// A project that goes through a year.
pub struct Year {
    /// The project.
    pub copy: ProjectCopy,
}

impl Year {
    /// A new project with its example, the edition of January.
    pub fn begin() -> Self {
        let copy = ProjectCopy::empty();
        assert_eq!(copy.run(&["init", "."]).code, 0);
        Self { copy }
    }

    /// The id of a month, from 1.
    pub fn id(month: usize) -> String {
        format!("2031-{month:02}")
    }

    /// A file of an edition.
    pub fn file(month: usize, name: &str) -> String {
        format!("data/editions/{}/{name}", Self::id(month))
    }

    /// Makes the edition of a month from that of the one before.
    pub fn next(&self, month: usize) -> Run {
        self.done(&["new", &Self::id(month)])
    }

    /// Runs the program, which must succeed.
    pub fn done(&self, args: &[&str]) -> Run {
        let run = self.copy.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.told());
        run
    }

    /// Types the numbers of a month: figures, counts, and that nothing of them is of the last one any more.
    pub fn numbers(&self, month: usize) {
        let (months, last) = (i64::try_from(month).expect("a month"), ENDS[month - 1]);
        self.edit(month, "figures.yaml", |line| match line.trim_start() {
            it if it.starts_with("value: ") && it.contains('K') => {
                counted(line, "value", |_| 118 + 14 * (months - 1))
            }
            it if it.starts_with("value: 7") || it.starts_with("value: ") && line.len() < 16 => {
                counted(line, "value", |old| old % 11 + 2)
            }
            _ => line.to_owned(),
        });
        self.edit(month, "returnees.yaml", |line| {
            if line.contains("returned: {households") {
                counted(&counted(line, "households", |old| old + 20), "individuals", |old| old + 120)
            } else if line.contains("displaced: {individuals") {
                counted(line, "individuals", |old| old - 50)
            } else if line.contains("total: {") {
                counted(&counted(line, "returned", |old| old + 360), "displaced", |old| old - 150)
            } else {
                line.to_owned()
            }
        });
        for name in ["figures.yaml", "returnees.yaml", "assessment.yaml", "funding.yaml"] {
            self.edit(month, name, |line| if is_carried(line) { String::new() } else { line.to_owned() });
        }
        self.edit(month, "sources.yaml", |line| match is_carried(line) {
            true => format!("    date: {last}"),
            false => line.to_owned(),
        });
    }

    /// Writes one new sentence in the master language and its translation, and says of all others that they hold.
    pub fn texts(&self, month: usize) {
        let (ar, en) = (Self::file(month, "text/ar.yaml"), Self::file(month, "text/en.yaml"));
        let (was, is) = match month % 2 {
            0 => (("ساد الهدوء", "Most areas covered"), ("ظل الهدوء سائدًا في", "Calm held in areas covered")),
            _ => (("ظل الهدوء سائدًا في", "Calm held in areas covered"), ("ساد الهدوء", "Most areas covered")),
        };
        for (file, was, is) in [(&ar, was.0, is.0), (&en, was.1, is.1)] {
            self.copy.replace(file, was, is);
        }
        self.copy.replace(&ar, "status: draft", "status: reviewed");
        let id = Self::id(month);
        for lang in ["ar", "en"] {
            self.done(&["text", "mark", lang, "--edition", &id, "--as", "reviewed", "--by", "N. M."]);
        }
    }

    /// Checks an edition, or all, and takes no warning.
    pub fn clean(&self, ids: &[&str]) {
        let check = self.copy.run(&[&["check", "--deny", "warnings"], ids].concat());
        assert_eq!((check.code, check.found()), (0, ""));
    }

    /// Changes a file of an edition line by line; an empty line in the place of another takes it out. What comes
    /// from tables has no such file.
    fn edit(&self, month: usize, name: &str, change: impl Fn(&str) -> String) {
        let file = Self::file(month, name);
        if !self.copy.path(&file).exists() {
            return;
        }
        let lines = self.copy.read(&file);
        let lines = lines.lines().map(|line| (line, change(line)));
        let kept = lines.filter(|(old, new)| old.is_empty() || !new.is_empty());
        self.copy.write(&file, kept.map(|(_, new)| new + "\n").collect::<String>());
    }
}

fn is_carried(line: &str) -> bool {
    line.trim_start().starts_with("carried: ")
}

/// The line with another number behind a key.
fn counted(line: &str, key: &str, new: impl Fn(i64) -> i64) -> String {
    let key = format!("{key}: ");
    let Some((before, rest)) = line.split_once(&key) else { return line.to_owned() };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let old: i64 = rest[..end].parse().unwrap_or_else(|_| panic!("a number: {line}"));
    format!("{before}{key}{}{}", new(old), &rest[end..])
}

/// The map of the ministry's table for a month.
fn map(month: usize) -> String {
    format!(
        "\
import: register
title: {{ar: سجل العودة, en: Return register}}
target: returnees.displaced
columns:
  place: {{column: [رمز المحافظة, P-code], name: [المحافظة, Governorate], as: place, level: 1, required: true}}
  returned.households: {{column: [عدد الأسر العائدة, Returned families], as: number}}
  returned.individuals: {{column: [العائدون, Returned], as: number, required: true}}
  displaced.individuals: {{column: [النازحون, Displaced], as: number}}
constants: {{round: {}, as_of: {}}}
source: register
",
        11 + month,
        ENDS[month - 1]
    )
}

/// The ministry's table of a month, with Arabic digits, grouped thousands and a row of totals.
fn table(month: usize) -> String {
    let (more, arabic) = (month as i64 - 1, |number: i64| {
        let digits = number.to_string();
        let grouped = digits.char_indices().map(|(at, digit)| {
            let digit = char::from_u32('٠' as u32 + digit.to_digit(10).unwrap()).unwrap();
            let mark = if at > 0 && (digits.len() - at).is_multiple_of(3) { "٬" } else { "" };
            format!("{mark}{digit}")
        });
        grouped.collect::<String>()
    });
    let mut text = "رمز المحافظة;المحافظة;عدد الأسر العائدة;العائدون;النازحون\n".to_owned();
    let (mut all, mut away) = (0, 0);
    for (code, name, households, returned, displaced) in [
        ("IQG15", "نينوى", 198_120, 1_188_720, 215_800),
        ("IQG16", "صلاح الدين", 73_900, 443_400, 48_650),
        ("IQG13", "كركوك", 33_810, 202_860, 71_400),
    ] {
        let (households, returned) = (households + 20 * more, returned + 120 * more);
        let displaced = displaced - 50 * more;
        (all, away) = (all + returned, away + displaced);
        let [households, returned, displaced] = [households, returned, displaced].map(&arabic);
        text += &format!("{code};{name};{households};{returned};{displaced}\n");
    }
    text + &format!("المجموع;;;{};{}\n", arabic(all), arabic(away))
}

/// The same year with the counts of returnees from a table of each month: nobody types one of them.
#[test]
fn twelve_months_of_tables() {
    let year = Year::begin();
    let import = |month: usize| {
        year.copy.write("data/maps/register.yaml", map(month));
        year.copy.write(&format!("{month:02}.csv"), table(month));
        let file = format!("{month:02}.csv");
        year.done(&["import", &file, "--map", "register", "--into", &Year::id(month)])
    };
    std::fs::remove_file(year.copy.path(&Year::file(1, "returnees.yaml"))).unwrap();
    import(1);
    for month in 2..=12 {
        year.next(month);
        let owed = year.copy.run(&["check", &Year::id(month), "--format", "json"]).stdout;
        assert!(owed.contains("import-register.yaml"), "{owed}");
        let told = import(month);
        assert!(!told.stderr.contains("warning"), "{}", told.told());
        year.numbers(month);
        year.texts(month);
    }
    year.clean(&[]);
    let last = Year::id(12);
    year.done(&["build", &last, "--release", "--deny", "warnings"]);
    let file = year.copy.read(&Year::file(12, "import-register.yaml"));
    // Eleven months of 120 people more, and the count of November as the previous one.
    for line in ["individuals: 1190040\n", "previous: 1189920\n", "file: \"12.csv\"\n", "round: 23\n"] {
        assert!(file.contains(line), "{line}: {file}");
    }
    let diff = year.done(&["diff", "2031-01", "2031-12", "--lang", "en"]).stdout;
    assert!(diff.contains("1,190,040"), "{diff}");
    let brief = year.done(&["show", "brief", &last, "--lang", "en"]).stdout;
    for section in ["since_last", "series"] {
        assert!(brief.contains(&format!("\"kind\": \"{section}\"")), "{section}: {brief}");
    }
}

/// A year of an officer's work; each month is clean once it is done, and the last is built.
#[test]
fn twelve_months() {
    let year = Year::begin();
    for month in 2..=12 {
        year.next(month);
        year.numbers(month);
        year.texts(month);
    }
    year.clean(&[]);
    let last = Year::id(12);
    let build = year.done(&["build", &last, "--release", "--deny", "warnings"]);
    assert_eq!(build.stdout.lines().count(), 2, "{}", build.told());
    let brief = year.done(&["show", "brief", &last, "--lang", "en"]).stdout;
    assert!(brief.contains("272,000"), "{brief}");
    let head = year.copy.read(&Year::file(12, "edition.yaml"));
    for said in
        ["number: 12 ", "previous: 2031-11\n", "issued: 2032-01-04T09:00", "cut_off: 2031-12-31T18:00"]
    {
        assert!(head.contains(said), "{said}: {head}");
    }
    let rounds = year.copy.read(&Year::file(12, "returnees.yaml"));
    assert!(rounds.contains("round: 23 "), "{rounds}");
}

/// The same with every month checked and built on its way.
#[test]
#[ignore = "builds 24 briefs"]
fn twelve_months_one_by_one() {
    let year = Year::begin();
    for month in 2..=12 {
        year.next(month);
        let owed = year.copy.run(&["check", &Year::id(month), "--format", "json"]).codes();
        assert!(owed.iter().filter(|code| code.starts_with("NE")).count() > 25, "{owed:#?}");
        year.numbers(month);
        year.texts(month);
        year.clean(&[&Year::id(month)]);
        year.done(&["build", &Year::id(month), "--release", "--deny", "warnings"]);
    }
    year.clean(&[]);
}
