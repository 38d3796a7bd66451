//! A few counted nouns of findings in Arabic, with the agreement that the number asks for. The numbers of
//! editions are written in `locale/`, which stands behind this module.

/// The case that the place of the words asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Nominative,
    /// Behind a preposition or a noun.
    Oblique,
}

/// One noun: the singular, the dual in both cases, the plural and the singular accusative.
struct Noun {
    english: &'static str,
    one: &'static str,
    two: [&'static str; 2],
    few: &'static str,
    many: &'static str,
}

const NOUNS: [Noun; 7] = [
    Noun {
        english: "error", one: "خطأ", two: ["خطآن", "خطأين"], few: "أخطاء", many: "خطأً"
    },
    Noun {
        english: "warning", one: "تنبيه", two: ["تنبيهان", "تنبيهين"], few: "تنبيهات", many: "تنبيهًا"
    },
    Noun {
        english: "file", one: "ملف", two: ["ملفان", "ملفين"], few: "ملفات", many: "ملفًا"
    },
    Noun {
        english: "place", one: "موضع", two: ["موضعان", "موضعين"], few: "مواضع", many: "موضعًا"
    },
    Noun {
        english: "page", one: "صفحة", two: ["صفحتان", "صفحتين"], few: "صفحات", many: "صفحة"
    },
    Noun {
        english: "entry", one: "عنصر", two: ["عنصران", "عنصرين"], few: "عناصر", many: "عنصرًا"
    },
    Noun {
        english: "edition", one: "إصدار", two: ["إصداران", "إصدارين"], few: "إصدارات", many: "إصدارًا"
    },
];

/// The number with a noun named in English, as `3 ملفات`: one and two are words, 3 to 10 take the plural, 11 to 99
/// the singular accusative, and hundreds the singular. Nothing for a noun that is not known.
pub(super) fn counted(count: usize, english: &str, case: Case) -> Option<String> {
    let noun = NOUNS.iter().find(|noun| noun.english == english)?;
    Some(match (count, count % 100) {
        (0, _) => format!("لا {}", noun.few),
        (1, _) => format!("{} {}", noun.one, if noun.one.ends_with('ة') { "واحدة" } else { "واحد" }),
        (2, _) => noun.two[usize::from(case == Case::Oblique)].to_owned(),
        (_, 3..=10) => format!("{count} {}", noun.few),
        (_, 11..=99) => format!("{count} {}", noun.many),
        _ => format!("{count} {}", noun.one),
    })
}

/// `2 files` as an argument: behind a preposition, but for entries, which are what was found.
pub(super) fn read(english: &str) -> Option<String> {
    let (count, noun) = english.split_once(' ')?;
    let count = count.parse().ok()?;
    match noun {
        "entries" => counted(count, "entry", Case::Nominative),
        _ => counted(count, noun.strip_suffix('s').unwrap_or(noun), Case::Oblique),
    }
}
