use super::*;
use crate::diag::{Finding, Sources};
use crate::yaml::{Limits, parse};

fn one(text: &str) -> Typed {
    Typed::One(text.to_owned())
}

fn forms(by: &str, forms: &[(&'static str, &str)]) -> Typed {
    Typed::Forms {
        by: by.to_owned(),
        forms: forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect(),
    }
}

/// The lock of a file, with `line:column CODE message` of each finding.
fn read(text: &str) -> (Lock, Vec<String>) {
    let mut sources = Sources::new();
    let file = sources.add("translations.lock", "translations", text.to_owned());
    let (tree, mut findings) = parse(file, &sources, &Limits::default());
    let (lock, more) = tree.as_ref().map(Lock::read).unwrap_or_default();
    findings.extend(more);
    let said = |finding: &Finding| {
        let (line, column) = sources.position(file, finding.places[0].span.start);
        format!("{line}:{column} {} {}", finding.code, finding.message)
    };
    (lock, findings.iter().map(said).collect())
}

fn small() -> Lock {
    let mut lock = Lock::default();
    let (cells, schools) = (one("خلايا {cells}"), forms("n", &[("one", "مدرسة"), ("other", "{n}")]));
    let text = "Les « cellules » {cells}";
    lock.set("fr", "threats.cells", &cells, &one(text), Status::Reviewed, Some("Bureau \"A\""));
    lock.set("fr", "highlights[10]", &schools, &one("x"), Status::Draft, None);
    lock.set("fr", "highlights[2]", &cells, &one("y"), Status::Approved, Some("Bureau"));
    lock.set("ckb", "title", &one("عنوان"), &one("ناونیشان"), Status::Draft, Some("B"));
    lock
}

/// The layout of the file, written out: languages by tag, keys as on the page, master texts by hash.
#[test]
fn the_file_has_one_layout() {
    let hash = |text: &str| one(text).hash();
    let schools = forms("n", &[("one", "مدرسة"), ("other", "{n}")]).hash();
    let mut masters = [
        (hash("خلايا {cells}"), "\"خلايا {cells}\""),
        (schools.clone(), "{by: \"n\", one: \"مدرسة\", other: \"{n}\"}"),
        (hash("عنوان"), "\"عنوان\""),
    ];
    masters.sort();
    let masters: String = masters.iter().map(|(hash, text)| format!("  \"{hash}\": {text}\n")).collect();
    let expected = format!(
        "# Written by `mujaz text`: the master text that each translation translates, and how far it has come.\n\
         mujaz: 1\n\
         masters:\n\
         {masters}\
         languages:\n  \
           ckb:\n    \
             \"title\": {{of: \"{}\", is: \"{}\", status: draft, by: \"B\"}}\n  \
           fr:\n    \
             \"highlights[2]\": {{of: \"{cells}\", is: \"{}\", status: approved, by: \"Bureau\"}}\n    \
             \"highlights[10]\": {{of: \"{schools}\", is: \"{}\", status: draft}}\n    \
             \"threats.cells\": {{of: \"{cells}\", is: \"{}\", status: reviewed, by: \"Bureau \\\"A\\\"\"}}\n",
        hash("عنوان"),
        hash("ناونیشان"),
        hash("y"),
        hash("x"),
        hash("Les « cellules » {cells}"),
        cells = hash("خلايا {cells}"),
    );
    assert_eq!(small().to_text(), expected);
    assert_eq!(read(&expected), (small(), vec![]));
    assert_eq!(read(&Lock::default().to_text()), (Lock::default(), vec![]));
}

/// Line ends of another system change nothing.
#[test]
fn a_file_with_carriage_returns_is_read() {
    assert_eq!(read(&small().to_text().replace('\n', "\r\n")), (small(), vec![]));
}

/// What is recorded is read again as it was, and written again as it was, whatever letters it holds.
#[test]
fn what_is_written_is_read_again() {
    let letters: Vec<char> =
        "ab \"\\'{}[]:#,&*!|>%@`~-?\n\r\téنا،«»\u{200c}\u{200f}\u{a0}\u{202e}\u{2028}\u{85}\u{7f}\u{feff}\u{1f469}0"
            .chars()
            .collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |most: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % most as u64).unwrap()
    };
    for _ in 0..300 {
        let mut lock = Lock::default();
        for _ in 0..next(6) {
            let mut text = |most| (0..next(most)).map(|_| letters[next(letters.len())]).collect::<String>();
            let master = match text(3).len() {
                0 => forms(&format!("n{}", text(4)), &[("two", &text(9)), ("other", &text(9))]),
                _ => one(&text(40)),
            };
            let (own, by) = (one(&text(9)), text(9));
            let lang = ["fr", "ckb", "no", "zh-Hant", "x:y"][next(5)];
            let key = ["title", "highlights[2]", "highlights[11]", "names.no", "threats.a b"][next(5)];
            let status = [Status::Draft, Status::Reviewed, Status::Approved][next(3)];
            lock.set(lang, key, &master, &own, status, Some(by.as_str()).filter(|by| !by.is_empty()));
        }
        let text = lock.to_text();
        let (again, findings) = read(&text);
        assert_eq!((findings, &again), (vec![], &lock), "{text}");
        assert_eq!(again.to_text(), text);
    }
}

#[test]
fn master_texts_go_with_their_last_record() {
    let mut lock = small();
    let cells = one("خلايا {cells}").hash();
    assert!(lock.remove("fr", "threats.cells"));
    assert!(lock.master(&cells).is_some());
    lock.set("fr", "highlights[2]", &one("نص"), &one("y"), Status::Draft, None);
    assert_eq!((lock.master(&cells), lock.master(&one("نص").hash())), (None, Some(&one("نص"))));
    assert_eq!(lock.keys("fr"), ["highlights[2]", "highlights[10]"]);
    for key in ["highlights[2]", "highlights[10]"] {
        assert!(lock.remove("fr", key));
    }
    assert!(lock.remove("ckb", "title"));
    assert!(!lock.remove("ckb", "title"));
    assert_eq!(lock, Lock::default());
}

#[test]
fn a_file_that_is_not_as_it_was_written_is_refused() {
    let own = small().to_text();
    let line = |text: &str| own.lines().position(|line| line.contains(text)).unwrap() + 1;
    let change = |from: &str, to: &str| {
        assert_eq!(own.matches(from).count(), 1, "{from}");
        read(&own.replace(from, to)).1
    };
    let cases = [
        (read("").1, "1:1 TY01 expected a map with `mujaz`, `masters` and `languages`".to_owned()),
        (read("masters: {}\n").1, "1:1 TY03 the record of translations does not say its version".to_owned()),
        (change("mujaz: 1", "mujaz: 2"), "2:8 TY05 a record of translations of version `2`".to_owned()),
        (change("languages:", "langages:"), format!("{}:1 TY02 unknown key `langages`", line("languages:"))),
        (
            change("status: approved", "status: done"),
            format!("{}:79 TY04 `done` is not one of `draft`, `reviewed`, `approved`", line("approved")),
        ),
        (
            change("\"عنوان\"", "\"العنوان\""),
            format!(
                "{}:23 TY05 the master text of `{}` was changed by hand",
                line("\"عنوان\""),
                one("عنوان").hash()
            ),
        ),
        (
            change("{by: \"n\", one: \"مدرسة\", other: \"{n}\"}", "{by: \"n\", one: \"مدرسة\"}"),
            format!("{}:23 TY01 expected a text, or its plural forms", line("{by: \"n\"")),
        ),
        (
            change(", status: reviewed", ""),
            format!("{}:22 TY01 expected a record with `of`, `is` and `status`", line("status: reviewed")),
        ),
        (
            change(&format!("is: \"{}\"", one("x").hash()), "is: \"x\""),
            format!("{}:52 TY01 expected a hash of 16 hexadecimal digits", line("status: draft}")),
        ),
        (
            change("  ckb:\n", "  ckb: []\n  fa:\n"),
            format!("{}:8 TY01 expected records by key", line("ckb:")),
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, [expected]);
    }
}

#[test]
fn what_is_carried_is_known_by_its_words_in_any_place_of_its_list() {
    let (one, two, other) = (one("One."), one("Two."), one("Other."));
    let mut lock = Lock::default();
    lock.carry("title", &one);
    lock.carry("highlights[1]", &one);
    lock.carry("highlights[2]", &two);
    assert_eq!(read(&lock.to_text()), (lock.clone(), vec![]));
    assert!(lock.to_text().ends_with(&format!(
        "carried:\n  \"title\": \"{0}\"\n  \"highlights[1]\": \"{0}\"\n  \"highlights[2]\": \"{1}\"\n",
        one.hash(),
        two.hash()
    )));
    let carried = |lock: &Lock, key: &str, text: &Typed| lock.is_carried(key, text);
    assert!(carried(&lock, "title", &one) && carried(&lock, "highlights[2]", &one));
    assert!(!carried(&lock, "title", &two) && !carried(&lock, "highlights[1]", &other));
    assert!(!carried(&lock, "subtitle", &one) && !carried(&lock, "method[1]", &one));
    assert!(lock.settle("highlights[5]", &one) && !lock.settle("highlights[5]", &one));
    assert!(carried(&lock, "title", &one) && !carried(&lock, "highlights[1]", &one));
    lock.forget_settled(&BTreeMap::from([
        ("title".to_owned(), other),
        ("highlights[1]".to_owned(), two.clone()),
    ]));
    assert!(!carried(&lock, "title", &one) && carried(&lock, "highlights[1]", &two));
}
