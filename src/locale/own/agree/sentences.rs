//! Dates, lists, changes, ordinals.

use super::Judge;
use crate::locale::plural::ordinal_categories;
use crate::model::language::LanguageFile;

impl Judge<'_> {
    pub(super) fn dates(&mut self, file: &LanguageFile) {
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

    pub(super) fn sentences(&mut self, file: &LanguageFile, plurals: &str) {
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
