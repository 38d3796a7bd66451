mod scan;

use std::collections::BTreeSet;

use super::catalogue::pairs;
use super::counted::{Case, counted, read};
use super::*;
use crate::diag::{Look, Sources, Span, Tongue, codes, terminal};

fn catalogue() -> Vec<(&'static str, &'static str)> {
    pairs(include_str!("../catalogue.txt")).collect()
}

/// Pieces of messages, which stand whole in the catalogue with each of them in its place.
const PIECES: [&str; 22] = [
    " at line {}, column {}",
    "a mark on no letter",
    "a shadda where none can stand",
    "cannot be read",
    "changes the direction of the text",
    "holds a file whose name is not plain text",
    "holds more than {} files",
    "is a byte order mark, which belongs to the front of a file only",
    "is a control",
    "is a line break to some readers only",
    "is a symbolic link",
    "is given to two files",
    "is larger than {} MiB",
    "is nested too deeply",
    "is not a folder",
    "is not a plain file name",
    "is not an ordinary file",
    "is told as less than",
    "more than can be written",
    "no fields",
    "stands beside",
    "takes the folder over {} MiB",
];

/// Messages with a piece for an argument, and words that are not for readers of findings.
const OTHERS: [&str; 57] = [
    "; missing: {}",
    "    {key}: {{of: {of}, is: {is}, status: {}{by}}}",
    ", by: {}",
    "{by: {}{}}",
    "{}mujaz: {}",
    "# mujaz: allow",
    "# {}: {}",
    "(built in)/labels/{}.yaml",
    "(built in)/maps/{}.yaml",
    "Written by `mujaz import` with the map `{}`. The next import replaces what it writes; keys,",
    "entries and comments of your own stay.",
    "values {}",
    "<!-- mujaz: allow",
    "`{}` {} `{}`, but `{}` and `{}` cannot be compared",
    "`{}` {} to `{}` from `{}` {}",
    "A text, or a list of texts.",
    "corrections",
    "in edition `{}`",
    "less_than {}",
    "mujaz {}; Typst {}",
    "mujaz: allow",
    "name one of {}{}",
    "no findings",
    "of `{}`",
    "order {}",
    "set at",
    "status",
    "memory allocation of",
    "has overflowed its stack",
    "{} s",
    "a panic",
    "capacity overflow",
    "unknown variable: ",
    "tests write the files that they read",
    "the hidden character U+{} {}",
    "translator",
    "{} entries",
    "{} in another scope",
    "{} in {}",
    "{} is not UTF-8 text: byte 0x{}{}",
    "{}  {} {}  {} KiB",
    "default-src 'none'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
    "width=device-width, initial-scale=1",
    "light dark",
    "ltr",
    "flag draft",
    "{} role=\"img\"><title>{}</title>{}",
    "stage",
    "severity",
    "likelihood",
    "trend",
    "confidence",
    "line",
    "project",
    "outcome",
    "category",
    "commitment",
];

#[test]
fn every_line_of_the_sources_is_in_the_catalogue() {
    let catalogue = catalogue();
    let known: BTreeSet<&str> = catalogue.iter().map(|(english, _)| *english).collect();
    for piece in PIECES {
        assert!(known.iter().any(|line| line.len() > piece.len() && line.contains(piece)), "{piece}");
    }
    // Words in backticks may be an argument of a pattern.
    let blank = |line: &str| {
        let parts = line.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { "{}" } else { part });
        parts.collect::<Vec<_>>().join("`")
    };
    let said = |line: &str| known.contains(line) || known.contains(blank(line).as_str());
    // The message of a type holds its instruction, which becomes the help.
    let parted = |line: &str| {
        line.split_once("; write ")
            .is_some_and(|(message, help)| said(message) && said(&format!("write {help}")))
    };
    let found = scan::lines();
    assert!(found.len() > 800, "{}", found.len());
    let excused = |line: &str| PIECES.contains(&line) || OTHERS.contains(&line);
    let missing: Vec<String> = found
        .iter()
        .map(|line| (&line.file, line.english.trim_end_matches('\n')))
        .filter(|(_, line)| !said(line) && !parted(line) && !excused(line))
        .map(|(file, line)| format!("{file}\t{line:?}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The arguments of a line in order, by index; those of `{}` count up.
fn arguments(line: &str) -> Vec<usize> {
    let (mut found, mut next) = (Vec::new(), 0);
    for (at, _) in line.match_indices('{') {
        match line[at + 1..].split_once('}').map(|(name, _)| name) {
            Some("") => {
                found.push(next);
                next += 1;
            }
            Some(name) => found.extend(name.parse::<usize>().map(|number| number - 1)),
            None => {}
        }
    }
    found
}

#[test]
fn every_arabic_line_has_the_arguments_of_the_english() {
    for (english, arabic) in catalogue() {
        let mut said = arguments(arabic);
        said.sort_unstable();
        assert_eq!(said, arguments(english), "{english}");
        let mixed = arabic.contains("{}") && arabic.contains("{1}");
        assert!(!mixed, "{english}");
    }
}

#[test]
fn the_catalogue_has_each_english_line_once_and_two_lines_a_pair() {
    let catalogue = catalogue();
    let lines: BTreeSet<&str> = catalogue.iter().map(|(english, _)| *english).collect();
    assert_eq!(lines.len(), catalogue.len());
    for block in include_str!("../catalogue.txt").split("\n\n") {
        let lines = block.lines().filter(|line| !line.starts_with("# ") && *line != "#").count();
        assert!(matches!(lines, 0 | 2), "{block}");
    }
}

#[test]
fn arabic_lines_have_latin_letters_in_backticks_only_and_arabic_marks() {
    for (english, arabic) in catalogue() {
        assert!(arabic.matches('`').count().is_multiple_of(2), "{english}");
        let words: String = arabic.split('`').step_by(2).collect();
        assert!(!words.contains(|c: char| c.is_ascii_alphabetic()), "{english}: {arabic}");
        assert!(
            !words.contains([',', ';', '?', 'ـ']) || words.contains("بـ") || words.contains("لـ"),
            "{arabic}"
        );
        assert!(!arabic.ends_with(['.', '،', ' ']) && !arabic.contains("  "), "{arabic}");
        assert!(!words.contains("اً"), "tanwin stands before its alef: {arabic}");
    }
}

#[test]
fn every_code_has_an_arabic_title() {
    let missing: Vec<_> = codes::ALL.iter().filter(|(_, title)| say(title).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn messages_are_said_in_arabic() {
    let said = [
        ("`2031-09-31` is not in the calendar", "`2031-09-31` ليس في التقويم"),
        (
            "write a day up to `2031-09-30`, the last of the month",
            "اكتب يومًا لا يتجاوز `2031-09-30`، وهو آخر الشهر",
        ),
        ("expected a list, found `invented`", "المنتظر قائمة، والموجود `invented`"),
        ("expected a map, found 3 entries", "المنتظر مجموعة مفاتيح، والموجود 3 عناصر"),
        ("must be a list", "المطلوب هنا قائمة"),
        (
            "`more_then` is not one of `exact`, `approx`, `nearly`, …",
            "`more_then` ليس واحدًا من `exact`، `approx`، `nearly`، …",
        ),
        ("did you mean `more_than`?", "هل تقصد `more_than`؟"),
        ("did you mean `{reached}`?", "هل تقصد `{reached}`؟"),
        ("`{raeched}` points at nothing in this edition", "`{raeched}` لا يشير إلى شيء في هذا الإصدار"),
        (
            "figure `volunteers` needs a `max` above its `min` with `q: range`",
            "يحتاج الرقم `volunteers` إلى `max` أكبر من `min` مع `q: range`",
        ),
        ("there is no metric `volunters`", "`volunters` لا يدل على شيء من نوع مقياس"),
        ("there is no edition `2031-6`", "لا يوجد إصدار باسم `2031-6`"),
        ("the projects of `water` add up to `29`, not `30`", "مجموع مشاريع `water` هو `29` لا `30`"),
        ("`returned` add up to `29`, not `30`", "مجموع `returned` هو `29` لا `30`"),
        (
            "figure `reached` is of `2031-07`, after the cut-off of `2031-06-30`",
            "رقم `reached` بتاريخ `2031-07`، أي بعد تاريخ الإقفال `2031-06-30`",
        ),
        (
            "`killed` falls to `5` from `7` in edition `2031-05`",
            "انخفض `killed` إلى `5`، وكان `7` في الإصدار `2031-05`",
        ),
        (
            "the `place` of `killed` is `everywhere`, and was `basra` in edition `2031-05`",
            "`place` في `killed` هو «كل مكان»، وكان `basra` في الإصدار `2031-05`",
        ),
        ("their languages are `ar`, `en`", "لغاتها هي `ar`، `en`"),
        ("write `أكد` or `أكّد`", "اكتب `أكد` أو `أكّد`"),
        (
            "`raids` in `ar` has no form `few` (as for 3), `many` (as for 11)",
            "تنقص `raids` في `ar` الصيغة `few` (كما مع 3)، `many` (كما مع 11)",
        ),
        (
            "the file is not UTF-8 text: byte 0xE1 at line 3, column 7",
            "الملف ليس نصًا بترميز `UTF-8`: البايت `0xE1` في السطر 3، العمود 7",
        ),
        (
            "the hidden character U+202E changes the direction of the text",
            "المحرف الخفي `U+202E` يغيّر اتجاه النص",
        ),
        ("a text cannot begin with a backtick", "لا يجوز أن يبدأ النص بـ: علامة اقتباس مائلة"),
        (
            "`a.yaml` cannot be read: Permission denied (os error 13)",
            "تعذّرت قراءة `a.yaml`: لا يُسمح بذلك (رقم الخطأ 13)",
        ),
        ("`a.yaml` cannot be read: something new", "تعذّرت قراءة `a.yaml`: `something new`"),
        ("4 places corrected in 2 files", "جرى تصحيح 4 مواضع في ملفين"),
        ("1 place corrected in 1 file", "جرى تصحيح موضع واحد في ملف واحد"),
        ("language ar", "لغة `ar`"),
    ];
    for (english, arabic) in said {
        assert_eq!(say(english).as_deref(), Some(arabic), "{english}");
    }
}

#[test]
fn what_is_not_in_the_catalogue_stays_as_it_is() {
    for english in ["", "unknown variable: x", "`a` and something", "expected"] {
        assert_eq!(say(english), None);
        assert_eq!(said(english), english);
    }
}

#[test]
fn arguments_stay_as_they_are_even_with_words_of_the_pattern() {
    let pairs = [
        (
            "`a` of `b` is `1`, but edition `c` ended at `2`",
            "`a` في `b` هو `1`، لكن الإصدار `c` انتهى عند `2`",
        ),
        (
            "put the text in quotes: `\"a list, `b` is `c`\"`",
            "ضع النص بين علامتي اقتباس: `\"a list, `b` is `c`\"`",
        ),
        ("unknown key `a list`", "المفتاح `a list` مجهول"),
        ("`` ` `` is a Latin mark", "`` ` `` علامة لاتينية"),
    ];
    for (english, arabic) in pairs {
        assert_eq!(said(english), arabic);
    }
}

#[test]
fn counted_nouns_agree() {
    let errors = [
        (0, "لا أخطاء"),
        (1, "خطأ واحد"),
        (2, "خطآن"),
        (3, "3 أخطاء"),
        (10, "10 أخطاء"),
        (11, "11 خطأً"),
        (99, "99 خطأً"),
        (100, "100 خطأ"),
        (102, "102 خطأ"),
        (103, "103 أخطاء"),
        (111, "111 خطأً"),
    ];
    for (count, words) in errors {
        assert_eq!(counted(count, "error", Case::Nominative).as_deref(), Some(words));
    }
    let files = [
        (1, "ملف واحد"),
        (2, "ملفين"),
        (3, "3 ملفات"),
        (10, "10 ملفات"),
        (11, "11 ملفًا"),
        (99, "99 ملفًا"),
        (100, "100 ملف"),
    ];
    for (count, words) in files {
        assert_eq!(counted(count, "file", Case::Oblique).as_deref(), Some(words));
    }
    let warnings =
        [(1, "تنبيه واحد"), (2, "تنبيهان"), (3, "3 تنبيهات"), (11, "11 تنبيهًا"), (100, "100 تنبيه")];
    for (count, words) in warnings {
        assert_eq!(counted(count, "warning", Case::Nominative).as_deref(), Some(words));
    }
    assert_eq!(read("2 places").as_deref(), Some("موضعين"));
    assert_eq!(read("2 entries").as_deref(), Some("عنصران"));
    assert_eq!(read("11 places").as_deref(), Some("11 موضعًا"));
    assert_eq!(read("1 page").as_deref(), Some("صفحة واحدة"));
    assert_eq!(read("2 donkeys"), None);
}

/// A finding in a file of one line.
fn sample(sources: &mut Sources, name: &str) -> Finding {
    let file = sources.add(name, "neutral data", "    unit: peple\n".to_owned());
    Finding::error("TY04", "`peple` is not one of `percent`, `people`")
        .at(Span::new(file, 10, 15), "unknown word")
        .path("figures[gdp].unit")
        .help("did you mean `people`?")
}

#[test]
fn the_summary_counts_in_arabic() {
    let mut sources = Sources::new();
    let error = sample(&mut sources, "office.yaml");
    let other = sample(&mut sources, "other.yaml");
    let warning = Finding::warning("AL01", "an allowance without a reason");
    assert_eq!(summary(&Tally::of(&[], &sources)), "لا ملاحظات");
    assert_eq!(summary(&Tally::of(std::slice::from_ref(&warning), &sources)), "تنبيه واحد");
    assert_eq!(summary(&Tally::of(&[error.clone(), error.clone()], &sources)), "خطآن في ملف واحد");
    assert_eq!(summary(&Tally::of(&[error.clone(), other, warning], &sources)), "خطآن وتنبيه واحد في ملفين");
    assert_eq!(summary(&Tally::of(&vec![error; 11], &sources)), "11 خطأً في ملف واحد");
}

#[test]
fn a_finding_keeps_all_but_its_words() {
    let mut sources = Sources::new();
    let english =
        sample(&mut sources, "office.yaml").fix(Span::new(sources.files().next().unwrap(), 10, 15), "people");
    let arabic = Finding {
        message: "`peple` ليس واحدًا من `percent`، `people`".to_owned(),
        places: vec![Place { span: english.places[0].span, label: "كلمة مجهولة".to_owned() }],
        help: vec!["هل تقصد `people`؟".to_owned()],
        ..english.clone()
    };
    assert_eq!(finding(&english), arabic);
    assert_eq!(finding(&arabic), arabic);
}

#[test]
fn a_terminal_gets_arabic_with_its_names_isolated() {
    let mut sources = Sources::new();
    let finding = finding(&sample(&mut sources, "office.yaml"));
    let look = Look { tongue: Tongue::Arabic, ..Look::default() };
    let shown = terminal(&[finding], &sources, look);
    let expected = "\
خطأ[TY04]: <`peple`> ليس واحدًا من <`percent`>، <`people`>
^  --> office.yaml:1:11  (البيانات المحايدة)
1  |     unit: peple
^   |           ^^^^^ [كلمة مجهولة>
   = الموضع: <`figures[gdp].unit`>
   = إرشاد: هل تقصد <`people`>؟
";
    let names =
        [("\u{2068}`", "<`"), ("`\u{2069}", "`>"), ("\u{200e}", "^"), ("\u{2067}", "["), ("\u{2069}", ">")];
    let shown = names.iter().fold(shown, |shown, (control, name)| shown.replace(control, name));
    assert_eq!(shown, expected);
}

#[test]
fn only_paired_backticks_are_isolated() {
    assert_eq!(isolated("لا شيء"), "لا شيء");
    assert_eq!(isolated("اكتب `a`، ثم `b`"), "اكتب \u{2068}`a`\u{2069}، ثم \u{2068}`b`\u{2069}");
    assert_eq!(isolated("علامة ` واحدة"), "علامة ` واحدة");
}
