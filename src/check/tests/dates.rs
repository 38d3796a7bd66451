//! DA09, DA10, DA14, DA22: days, embargoes and age.

use super::{beside, figures, hit, now, silent};

#[test]
fn da09_days_and_times_can_be() {
    let (hit, silent) = (|case, message| hit("DA09", &case, message), |case| silent("DA09", &case));
    let figure = |keys: &str| figures(&[&format!("id: a, metric: staff, value: 8, {keys}")]);
    hit(figure("as_of: ⟦2031-09-31⟧"), "`2031-09-31` is not in the calendar");
    hit(figure("as_of: ⟦2019-02-29⟧"), "`2019-02-29` is not in the calendar");
    hit(figure("period: {from: 2031-06, to: ⟦2031-13⟧}"), "`2031-13` has no such month");
    hit(
        now("edition: {embargo: {until: ⟦2031-07-04T25:00+03:00⟧}}\n"),
        "`2031-07-04T25:00+03:00` is not on the clock",
    );
    hit(now("events: [{id: e, on: ⟦2031-06/2030⟧, source: [s]}]\n"), "`2031-06/2030` ends before it begins");
    hit(
        figure("period: {from: 2031-06-10, to: ⟦2031-06-01⟧}"),
        "a period from `2031-06-10` to `2031-06-01` ends before it begins",
    );

    silent(figure("as_of: 2020-02-29"));
    silent(figure("period: {from: 2031-06-10, to: 2031-06}"));
    silent(now("edition: {embargo: {until: 2031-07-04T23:59:59Z}}\n"));
    // Not a date at all is another fault.
    beside("TY05", "DA09", &figure("as_of: June 2031"));
}

#[test]
fn da10_nothing_is_later_than_the_cut_off() {
    let (hit, silent) = (|case, message| hit("DA10", &case, message), |case| silent("DA10", &case));
    let figure = |keys: &str| figures(&[&format!("id: a, metric: staff, value: 8, {keys}")]);
    hit(figure("as_of: ⟦2031-07⟧"), "figure `a` is of `2031-07`, after the cut-off of `2031-06-30`");
    hit(
        figure("period: {from: 2031-06, to: ⟦2031-07-01⟧}"),
        "figure `a` is of `2031-07-01`, after the cut-off of `2031-06-30`",
    );
    hit(
        now("events: [{id: e, on: ⟦2031-07-01⟧, source: [s]}]\n"),
        "event `e` is of `2031-07-01`, after the cut-off of `2031-06-30`",
    );
    hit(
        now(
            "funding: {contributions: [{id: g, donor: nor, stage: paid, q: unquantified, date: ⟦2032⟧, source: [s]}]}\n",
        ),
        "contribution `g` is of `2032`, after the cut-off of `2031-06-30`",
    );

    silent(figure("as_of: 2031-06-30"));
    // A year or an open time that has begun.
    silent(figure("as_of: 2031"));
    silent(figure("period: {from: 2031-06-30}"));
    silent(now("next_steps: [{id: n, on: 2031-09, source: [s]}]\n"));
}

#[test]
fn da14_embargoes_fit_the_issue() {
    let (hit, silent) = (|case, message| hit("DA14", &case, message), |case| silent("DA14", &case));
    let head = |keys: &str| now(&format!("edition: {{{keys}}}\n"));
    hit(
        head("embargo: {until: ⟦2031-06-28T12:00Z⟧}"),
        "the embargo ends at `2031-06-28T12:00Z`, when the edition is out since `2031-07-01T09:00+03:00`",
    );
    hit(
        head("marking: {scheme: tlp2, label: TLP:CLEAR}, embargo: {until: ⟦2031-07-04T12:00Z⟧}"),
        "`TLP:CLEAR` lets anyone publish at once what is under embargo until `2031-07-04T12:00Z`",
    );
    let source = |embargo: &str| {
        format!("sources: [{{id: report, title: {{ar: تقرير, en: Report}}, embargo: {embargo}}}]\n")
    };
    hit(now(&source("⟦2031-07-02T00:00Z⟧")), "`report` may not be quoted before `2031-07-02T00:00Z`");

    silent(head("marking: {scheme: tlp2, label: TLP:GREEN}, embargo: {until: 2031-07-04T12:00Z}"));
    silent(head("embargo: {until: 2031-07-04T12:00Z}").and(&source("2031-07-02T00:00Z")));
    silent(now(&source("2031-07-01T05:00Z")));
}

#[test]
fn da22_figures_are_not_out_of_date() {
    let (hit, silent) = (|case, message| hit("DA22", &case, message), |case| silent("DA22", &case));
    // Four months before 1 June.
    hit(
        figures(&["id: a, metric: staff, value: 8, as_of: ⟦2031-01⟧"]),
        "`a` is of `2031-01-31`, and holds only if it is of `2031-02-01` or later",
    );
    hit(
        figures(&["id: a, metric: census, value: 8, as_of: ⟦2028⟧"]),
        "`a` is of `2028-12-31`, and holds only if it is of `2029-06-01` or later",
    );
    // For a meeting, the edition before is one period.
    hit(
        figures(&["id: a, metric: staff, value: 8, as_of: ⟦2031-04⟧"])
            .and("edition: {kind: meeting}\nhouse: {stale_periods: 1}\n"),
        "`a` is of `2031-04-30`, and holds only if it is of `2031-05-01` or later",
    );

    silent(figures(&["id: a, metric: staff, value: 8, as_of: 2031-02"]));
    silent(figures(&["id: a, metric: census, value: 8, as_of: 2029-06"]));
    silent(figures(&["id: a, metric: staff, value: 8, as_of: 2014"]).and("house: {stale_periods: 0}\n"));
    // There to be compared with, and without a date.
    silent(figures(&[
        "id: a, metric: staff, value: 8, as_of: 2014",
        "id: b, metric: staff, value: 9, as_of: 2031-06",
    ]));
    silent(figures(&["id: a, metric: staff, value: 8, as_of: {text: {ar: في ذروته, en: at its peak}}"]));
    silent(figures(&["id: a, metric: staff, value: 8, as_of: 2014"]).and("edition: {kind: meeting}\n"));
}
