//! DA03, DA04, DA06: what adds up.

use super::{figures, hit, now, silent};

fn line(projects: &str) -> super::Case {
    now(&format!("progress: [{{id: works, name: {{ar: أعمال, en: Works}}, projects: {projects}}}]\n"))
}

fn displaced(rows: &str, more: &str) -> super::Case {
    now(&format!("returnees: {{displaced: {{as_of: 2031-06, rows: [{rows}]{more}}}}}\n"))
}

#[test]
fn da03_parts_add_up_to_their_total() {
    let (hit, silent) = (|case, message| hit("DA03", &case, message), |case| silent("DA03", &case));
    hit(
        line("{total: ⟦30⟧, by_status: {done: 20, running: 9}}"),
        "the projects of `works` add up to `29`, not `30`",
    );
    let rows = "{place: IQG15, returned: {individuals: 5}}, {place: SY07, returned: {individuals: 6}}";
    hit(displaced(rows, ", total: {returned: ⟦12⟧}"), "`returned` add up to `11`, not `12`");
    let partners = |total: &str, states: &str| {
        figures(&[&format!("id: all, metric: staff, value: {total}, as_of: 2031-06")])
            .and(&format!("partners: {{figure: all, states: {states}, organizations: 5}}\n"))
    };
    hit(partners("35", "⟦29⟧"), "`states` and `organizations` add up to `34`, not `35`");

    silent(line("{total: 0.03K, by_status: {done: 20, running: 10}}"));
    silent(displaced(rows, ", total: {returned: 11, displaced: 0}"));
    silent(displaced(rows, ""));
    silent(partners("34", "29"));
}

#[test]
fn da04_stocks_close() {
    let stock = |numbers: &str| {
        now(&format!("returnees: {{fighters: [{{id: held, category: detained, of: nor, {numbers}}}]}}\n"))
    };
    let (hit, silent) = (|case, message| hit("DA04", &case, message), |case| silent("DA04", &case));
    hit(stock("opening: 100, in: 5, out: 15, closing: ⟦95⟧"), "`100 + 5 - 15` is `90`, not `95`");
    hit(stock("opening: 1K, in: 0, out: 0, closing: ⟦100⟧"), "`1K + 0 - 0` is `1000`, not `100`");
    hit(stock("opening: 0, in: 3, out: 4, closing: ⟦0⟧"), "`0 + 3 - 4` is `-1`, not `0`");

    silent(stock("opening: 100, in: 5, out: 15, closing: 90"));
    silent(stock("opening: 1.1K, in: 0, out: 100, closing: 1000"));
    silent(stock("opening: 0, in: 0, out: 0, closing: 0"));
}

#[test]
fn da06_people_are_households_times_the_factor() {
    let row = |people: &str| displaced(&format!("{{place: IQG15, returned: {{{people}}}}}"), "");
    let (hit, silent) = (|case, message| hit("DA06", &case, message), |case| silent("DA06", &case));
    hit(row("households: 100, individuals: ⟦500⟧"), "`100` households × `6` is `600`, not `500`");
    hit(row("households: 1K, individuals: ⟦6003⟧"), "`1K` households × `6` is `6000`, not `6003`");
    hit(row("households: 1, individuals: ⟦3⟧"), "`1` households × `6` is `6`, not `3`");

    silent(row("households: 100, individuals: 600"));
    silent(row("households: 1K, individuals: 6002"));
    silent(row("individuals: 500"));
}
