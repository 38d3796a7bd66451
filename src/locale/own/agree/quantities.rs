//! Digits, numbers, qualifiers, quantities without a number, nouns.

use super::{Judge, missing_forms, qualifiers, times};
use crate::model::language::{Around, Gendered, LanguageFile, Noun, Placed, Scaling};

impl Judge<'_> {
    pub(super) fn marks(&mut self, file: &LanguageFile) {
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

    pub(super) fn numbers(&mut self, file: &LanguageFile) {
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

    pub(super) fn qualifiers(&mut self, file: &LanguageFile) {
        let words = &file.qualifiers;
        for (key, one) in qualifiers(file) {
            let path = format!("qualifiers.{key}");
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

    pub(super) fn vague(&mut self, file: &LanguageFile) {
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

    pub(super) fn nouns(&mut self, file: &LanguageFile) {
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
}
