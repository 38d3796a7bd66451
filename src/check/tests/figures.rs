//! DA15, DA19, DA21: what figures are used for, set beside and typed as.

use super::{beside, figures, hit, now, silent};

const A: &str = "id: a, metric: staff, value: 8, as_of: 2031-06";

#[test]
fn da15_figures_are_used() {
    let (hit, silent) = (|case, message| hit("DA15", &case, message), |case| silent("DA15", &case));
    hit(figures(&["id: ⟦a⟧, metric: staff, value: 8, as_of: 2031-06"]), "nothing uses the figure `a`");
    hit(
        figures(&["id: ⟦a⟧, metric: staff, value: 8, as_of: 2031-06"]).ar("bottom_line: \"{ab}\"\n"),
        "nothing uses the figure `a`",
    );
    // Naming another is no use of oneself.
    hit(
        figures(&[A, "id: ⟦b⟧, metric: census, q: less_than, than: a, as_of: 2031-06"]),
        "nothing uses the figure `b`",
    );

    silent(figures(&[A]).en("bottom_line: There are {a:number}.\n"));
    silent(figures(&[A]).ar("bottom_line: \"في {a.as_of}\"\n"));
    silent(figures(&[A]).en("highlights:\n  - {by: a, one: One came., other: Many came.}\n"));
    silent(figures(&[A]).and("edition: {key_figures: [a]}\n"));
    silent(figures(&[A]).and("commitments: [{id: c, owner: nor, status: new, evidence: [a]}]\n"));
    // A table of its section shows it.
    silent(figures(&["id: a, metric: seen, value: 8, as_of: 2031-06"]));
    silent(figures(&[A, "id: first, metric: staff, value: 2, as_of: 2014"]).and("partners: {figure: a}\n"));
    // What could not be read may use it.
    beside("TY01", "DA15", &figures(&[A]).and("edition: {key_figures: a}\n"));
}

#[test]
fn da19_figures_that_cannot_be_compared_are_not_set_side_by_side() {
    let (hit, silent) = (|case, message| hit("DA19", &case, message), |case| silent("DA19", &case));
    let names = "id: n, metric: names, value: 9, as_of: 2031-06";
    hit(
        figures(&[A, names]).and("edition: {key_figures: [a, ⟦n⟧]}\n"),
        "`n` stands beside `a`, but `names` and `staff` cannot be compared",
    );
    hit(
        figures(&[A, "id: n, metric: names, q: less_than, than: ⟦a⟧, as_of: 2031-06"]),
        "`n` is told as less than `a`, but `names` and `staff` cannot be compared",
    );
    hit(
        figures(&["id: a, metric: staff, value: 8, as_of: 2031-06, restates: ⟦{value: 9, edition: then, reason: {ar: تعداد, en: Census}}⟧"])
            .then_figures(&["id: a, metric: staff, value: 9, as_of: 2031-05"])
            .and("partners: {figure: a}\n"),
        "the chart of `a` joins values across the restatement of `a`, which are not comparable",
    );

    silent(figures(&[A, names]).and("edition: {key_figures: [a]}\n"));
    let census = "id: c, metric: census, q: less_than, than: a, as_of: 2031-06";
    silent(figures(&[A, census]).and("edition: {key_figures: [a, c]}\n"));
    silent(
        figures(&["id: a, metric: staff, value: 8, as_of: 2031-06, restates: {value: 9, edition: then, comparable: true, reason: {ar: تعداد, en: Census}}"])
            .then_figures(&["id: a, metric: staff, value: 9, as_of: 2031-05"])
            .and("partners: {figure: a}\n"),
    );
}

#[test]
fn da21_zero_is_not_typed_for_none_or_unknown() {
    let (hit, silent) = (|case, message| hit("DA21", &case, message), |case| silent("DA21", &case));
    let figure = |keys: &str| figures(&[&format!("id: a, as_of: 2031-06, {keys}")]);
    let rows = |people: &str| {
        now(&format!(
            "returnees: {{displaced: {{as_of: 2031-06, rows: [{{place: IQG15, displaced: {{{people}}}}}]}}}}\n"
        ))
    };
    hit(figure("metric: staff, value: ⟦0⟧"), "`a` is `0`");
    hit(figure("metric: income, currency: USD, value: ⟦0.0M⟧"), "`a` is `0.0M`");
    hit(
        now(
            "funding: {contributions: [{id: g, donor: nor, stage: pledged, amount: ⟦0⟧, currency: USD, source: [s]}]}\n",
        ),
        "`g` is `0`",
    );
    hit(rows("individuals: ⟦0⟧, previous: 1200"), "`IQG15` is `0`");

    silent(figure("metric: staff, q: none"));
    silent(figure("metric: share, value: 0"));
    silent(figure("metric: staff, q: more_than, value: 0"));
    silent(rows("individuals: 0, previous: 0"));
    // The zero has words of its own.
    silent(
        figure("metric: staff, value: 0")
            .en("highlights:\n  - {by: a, one: One came., other: \"{a} came.\"}\n"),
    );
}
