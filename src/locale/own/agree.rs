//! What the answers of a language file must be for the engine to carry them out: words only where it can place
//! them, every form that the language counts with, the same ends where one end serves for both.

use crate::diag::Finding;
use crate::locale::plural::{PluralForm, ordinal_categories, plural_forms};
use crate::model::NounForms;
use crate::model::language::{Around, AroundTwo, Gendered, LanguageFile, Noun, Placed, Qualifying, Scaling};
use crate::yaml::Node;

/// Everything that does not agree, at its place.
pub(super) fn check(file: &LanguageFile, lang: &str, plurals: &str, node: &Node) -> Vec<Finding> {
    let mut judge =
        Judge { lang, forms: plural_forms(plurals), genders: file.genders, node, findings: Vec::new() };
    judge.marks(file);
    judge.numbers(file);
    judge.qualifiers(file);
    judge.vague(file);
    judge.nouns(file);
    judge.dates(file);
    judge.sentences(file, plurals);
    judge.findings
}

struct Judge<'a> {
    lang: &'a str,
    forms: Vec<PluralForm>,
    genders: bool,
    node: &'a Node,
    findings: Vec<Finding>,
}

impl Judge<'_> {
    /// Reports a value; one that is not typed stands in for what has been told.
    fn say(&mut self, path: &str, code: &'static str, message: impl Into<String>, help: &str) {
        if let Some(node) = self.node.at(path) {
            let finding = Finding::error(code, message).at(node.span, "not accepted").path(path);
            self.findings.push(finding.help(help));
        }
    }

    /// Words before a place only.
    fn before_only(&mut self, path: &str, pattern: &Around) {
        self.nothing_after(path, &pattern.after);
    }

    /// Words after a place only.
    fn after_only(&mut self, path: &str, pattern: &Around) {
        self.nothing_before(path, &pattern.before);
    }

    fn nothing_before(&mut self, path: &str, words: &str) {
        if !words.is_empty() {
            self.say(path, "TY05", "no words can stand before the first place here", "write them behind it");
        }
    }

    fn nothing_after(&mut self, path: &str, words: &str) {
        if !words.is_empty() {
            self.say(path, "TY05", "no words can stand after the last place here", "write them before it");
        }
    }

    /// Words on one side, parted from the place by a space.
    fn beside(&mut self, path: &str, pattern: &Around) {
        let parted = match (pattern.before.as_str(), pattern.after.as_str()) {
            (before, "") => before.ends_with(' '),
            ("", after) => after.starts_with(' '),
            _ => false,
        };
        if !parted {
            let help = "write the words on one side of `{}`, with a space between";
            self.say(path, "TY05", "the words must stand beside the place", help);
        }
    }

    fn between_only(&mut self, path: &str, pattern: &AroundTwo) {
        self.nothing_before(path, &pattern.before);
        self.nothing_after(path, &pattern.after);
    }

    /// Two patterns of which the engine knows one end.
    fn same(&mut self, path: &str, other: &str, what: [&str; 2]) {
        if what[0] != what[1] {
            let message = format!("`{path}` must have the same words there as `{other}`");
            self.say(path, "TY05", message, "write both with the same words behind and between their places");
        }
    }

    fn marks(&mut self, file: &LanguageFile) {
        let zero = u32::from(file.marks.zero);
        let digit = |at: u32| char::from_u32(at).is_some_and(char::is_numeric);
        if !(zero..zero + 10).all(digit) || zero.checked_sub(1).is_some_and(digit) {
            let message = format!("`{}` is not the zero of any digits", file.marks.zero);
            self.say("marks.zero", "TY05", message, "write the first of the ten digits, such as `0` or `۰`");
        }
        for code in file.currencies.keys() {
            if code.len() != 3 || !code.chars().all(|c| c.is_ascii_uppercase()) {
                let message = format!("`{code}` is not the code of a currency");
                self.say(
                    &format!("currencies.{code}"),
                    "TY05",
                    message,
                    "write the three capitals of ISO 4217",
                );
            }
        }
    }

    fn numbers(&mut self, file: &LanguageFile) {
        let numbers = &file.numbers;
        let least = usize::from(file.style.numbers_as_words_below);
        if numbers.words.len() < least {
            let message = format!(
                "`{}` numbers are given in words, and the style writes `{least}`",
                numbers.words.len()
            );
            self.say(
                "numbers.words",
                "TY05",
                message,
                "add the words from zero on, or lower `numbers_as_words_below`",
            );
        }
        self.by_gender("numbers.single", &numbers.single);
        self.before_only("numbers.known", &numbers.known);
        self.between_only("numbers.scaled", &numbers.scaled);
        if !numbers.scaled.middle.starts_with(' ') {
            self.say(
                "numbers.scaled",
                "TY05",
                "the words must stand beside the place",
                "begin them with a space",
            );
        }
    }

    fn by_gender(&mut self, path: &str, words: &Gendered<Around>) {
        for (pattern, key) in words.both().into_iter().zip([".m", ".f"]) {
            let path = match words {
                Gendered::Same(_) => path.to_owned(),
                Gendered::Each { .. } => format!("{path}{key}"),
            };
            let before = self.findings.len();
            self.before_only(&path, pattern);
            if before < self.findings.len() && matches!(words, Gendered::Same(_)) {
                return;
            }
        }
    }

    fn qualifiers(&mut self, file: &LanguageFile) {
        let words = &file.qualifiers;
        for (key, one) in qualifiers(file) {
            let path = format!("qualifiers.{key}");
            self.before_only(&format!("{path}.tile"), &one.tile);
            if let Some(counted) = &one.counted {
                self.before_only(&format!("{path}.counted"), counted);
            }
            if let (Placed::Between(_), [_, ..]) = (&one.prose, one.or.as_slice()) {
                let message = "there is one wording only where the words stand between number and noun";
                self.say(&format!("{path}.or"), "TY05", message, "take the others out");
            }
        }
        self.side("qualifiers.less_than_figure", &words.less_than_figure);
        self.nothing_after("qualifiers.range.prose", &words.range.prose.after);
        if words.range.tile != words.range.prose {
            self.between_only("qualifiers.range.tile", &words.range.tile);
        }
    }

    /// Words on one side or none.
    fn side(&mut self, path: &str, pattern: &Around) {
        let (before, after) = (pattern.before.as_str(), pattern.after.as_str());
        if !after.is_empty() && (!before.is_empty() || !after.starts_with(' ')) {
            self.beside(path, pattern);
        }
    }

    fn vague(&mut self, file: &LanguageFile) {
        let vague = &file.vague;
        for (key, order) in vague.orders.each() {
            self.before_only(&format!("vague.orders.{key}.of"), &order.of);
        }
        for (key, share) in [("most", &vague.most), ("all", &vague.all)] {
            self.side(&format!("vague.{key}.whole"), &share.whole);
            self.side(&format!("vague.{key}.plural"), &share.plural);
        }
        self.by_gender("vague.none.noun", &vague.none.noun);
        self.before_only("vague.limited.of", &vague.limited.of);
        self.before_only("vague.unquantified.of", &vague.unquantified.of);
        self.beside("percent.words", &file.percent.words);
        let sign = &file.percent.sign;
        let gap = sign.after.strip_suffix('%').filter(|_| sign.before.is_empty());
        let known = gap.is_some_and(|gap| matches!(gap, "" | " " | "\u{a0}" | "\u{202f}"))
            || (sign.before == "%" && sign.after.is_empty());
        if !known {
            self.say("percent.sign", "TY05", "this is no place for the sign", "write `{}%`, `{} %` or `%{}`");
        }
    }

    fn nouns(&mut self, file: &LanguageFile) {
        let numbers = &file.numbers;
        for (key, scale) in [
            ("thousand", &numbers.thousand),
            ("million", &numbers.million),
            ("billion", &numbers.billion),
            ("trillion", &numbers.trillion),
        ] {
            if let Scaling::Word(noun) = scale {
                self.noun(&format!("numbers.{key}"), noun);
            }
        }
        for (key, span) in times(&file.spans) {
            let path = format!("spans.{key}");
            self.noun(&path, span);
            if self.genders && span.forms.gender.is_none() {
                let help = "add `gender: m` or `gender: f` to its forms";
                self.say(&path, "TY03", "`gender` is missing", help);
            }
        }
        self.noun("percent.points", &file.percent.points);
        for (code, money) in &file.currencies {
            self.noun(&format!("currencies.{code}"), &money.noun);
        }
        let rates = times(&file.rates);
        for (key, rate) in rates {
            self.beside(&format!("rates.{key}"), rate);
            let first = |rate: &Around| rate.after.is_empty();
            if first(rate) != first(rates[0].1) {
                let message = "the rates must stand all before the amount, or all behind it";
                self.say(
                    &format!("rates.{key}"),
                    "TY05",
                    message,
                    "write it as the rate of a day is written",
                );
            }
        }
    }

    /// TR08: every form that a number below a million takes.
    fn noun(&mut self, path: &str, noun: &Noun) {
        if noun.fixed {
            return;
        }
        let missing = missing_forms(&noun.forms, &self.forms);
        if !missing.is_empty() {
            let message = format!("`{path}` in `{}` has no form {}", self.lang, missing.join(", "));
            self.say(path, "TR08", message, "add the noun as it stands behind such a number");
        }
    }

    fn dates(&mut self, file: &LanguageFile) {
        let dates = &file.dates;
        self.after_only("dates.hijri_year", &dates.hijri_year);
        self.after_only("dates.year_marked", &dates.year_marked);
        self.after_only("dates.uncertain", &dates.uncertain);
        self.same("dates.month", "dates.day", [&dates.month.month_link, &dates.day.month_link]);
        let on = &dates.on;
        self.same("dates.on.year", "dates.on.month", [&on.year.after, &on.month.after]);
        self.same("dates.on.inexact", "dates.on.month", [&on.inexact.after, &on.month.after]);
        for (key, pair) in [("about", &dates.about), ("since", &dates.since)] {
            let (path, other) = (format!("dates.{key}.day"), format!("dates.{key}.month"));
            self.same(&path, &other, [&pair.day.after, &pair.month.after]);
        }
        for (key, pair) in [("span", &dates.span), ("between", &dates.between)] {
            let (path, other) = (format!("dates.{key}.day"), format!("dates.{key}.month"));
            self.same(&path, &other, [&pair.day.after, &pair.month.after]);
        }
        for (alone, sentence, key) in [
            (&dates.span_alone.day, &dates.span.day, "day"),
            (&dates.span_alone.month, &dates.span.month, "month"),
        ] {
            let (path, other) = (format!("dates.span_alone.{key}"), format!("dates.span.{key}"));
            self.nothing_after(&path, &alone.after);
            self.same(&path, &other, [&alone.middle, &sentence.middle]);
        }
        if dates.table != dates.span_alone.month && dates.table != dates.span_alone.day {
            self.between_only("dates.table", &dates.table);
        }
    }

    fn sentences(&mut self, file: &LanguageFile, plurals: &str) {
        let lists = &file.lists;
        for (key, list) in [
            ("last", &lists.last),
            ("middle", &lists.middle),
            ("open", &lists.open),
            ("clauses", &lists.clauses),
        ] {
            self.between_only(&format!("lists.{key}"), list);
        }
        let changes = &file.changes;
        for (key, note) in [
            ("same_range", &changes.same_range),
            ("overlap", &changes.overlap),
            ("not_comparable", &changes.not_comparable),
        ] {
            self.after_only(&format!("changes.{key}"), note);
        }
        for (key, compared) in [("down", &changes.down), ("before", &changes.before)] {
            if compared.when_first != changes.up.when_first {
                let message = "the value and its date must stand in the same order in all changes";
                self.say(&format!("changes.{key}"), "TY05", message, "write them as in `changes.up`");
            }
        }
        let digits = &file.ordinals.digits;
        let given = [("one", &digits.one), ("two", &digits.two), ("few", &digits.few)];
        for (key, ordinal) in given.into_iter().filter_map(|(key, it)| Some((key, it.as_ref()?))) {
            self.after_only(&format!("ordinals.digits.{key}"), ordinal);
        }
        self.after_only("ordinals.digits.other", &digits.other);
        let known = ordinal_categories(plurals);
        for (key, _) in given.into_iter().filter(|(key, it)| it.is_some() && !known.contains(key)) {
            let message = format!("no number of `{}` takes the form `{key}`", self.lang);
            let help = format!("the forms of `{}` are `{}`", self.lang, known.join("`, `"));
            self.say(&format!("ordinals.digits.{key}"), "TR08", message, &help);
        }
    }
}

/// Each qualifier with its key.
pub(super) fn qualifiers(file: &LanguageFile) -> [(&'static str, &Qualifying); 6] {
    let words = &file.qualifiers;
    [
        ("approx", &words.approx),
        ("nearly", &words.nearly),
        ("more_than", &words.more_than),
        ("at_least", &words.at_least),
        ("up_to", &words.up_to),
        ("less_than", &words.less_than),
    ]
}

/// Each length of time with its key.
pub(super) fn times<T>(times: &crate::model::language::Times<T>) -> [(&'static str, &T); 4] {
    [("day", &times.day), ("week", &times.week), ("month", &times.month), ("year", &times.year)]
}

/// The forms that a noun lacks in a language, as findings name them: `few` (as for 2).
pub fn missing_forms(noun: &NounForms, language: &[PluralForm]) -> Vec<String> {
    let has = |category: &str| match category {
        "zero" => noun.zero.is_some(),
        "one" => noun.one.is_some(),
        "two" => noun.two.is_some(),
        "few" => noun.few.is_some(),
        "many" => noun.many.is_some(),
        _ => true,
    };
    let missing = language.iter().filter(|form| form.required && !has(form.category));
    missing.map(|form| format!("`{}` (as for {})", form.category, form.example)).collect()
}
