//! DA01, DA02, DA05: against the edition before.

use super::{beside, figures, hit, now, silent};

const BEFORE: &str = "id: a, metric: freed, value: 8M, as_of: 2031-05-31";

#[test]
fn da01_cumulative_figures_do_not_fall() {
    let case = |new: &str, old: &str| figures(&[new]).then_figures(&[old]);
    let (hit, silent) = (|case, message| hit("DA01", &case, message), |case| silent("DA01", &case));
    hit(
        case("id: a, metric: freed, value: ⟦7M⟧, as_of: 2031-06-30", BEFORE),
        "`a` falls to `7M` from `8M` in edition `then`",
    );
    // The latest of the same metric and place stands for a figure that has another id now.
    hit(
        case("id: b, metric: freed, q: up_to, value: ⟦7.9M⟧, as_of: 2031-06-30", BEFORE),
        "`b` falls to `up_to 7.9M` from `8M` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: share, q: more_than, value: ⟦95⟧, as_of: 2031-06-30",
            "id: a, metric: share, q: more_than, value: 98, as_of: 2031-05-31",
        ),
        "`a` falls to `more_than 95` from `more_than 98` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: freed, q: range, min: 5M, max: ⟦6M⟧, as_of: 2031-06-30",
            "id: a, metric: freed, q: nearly, value: 8M, as_of: 2031-05-31",
        ),
        "`a` falls to `5M-6M` from `nearly 8M` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: pockets, value: ⟦3⟧, as_of: 2031-06-30",
            "id: a, metric: pockets, q: less_than, value: 3, as_of: 2031-05-31",
        ),
        "`a` rises to `3` from `less_than 3` in edition `then`",
    );
    // Two points of one series in one edition.
    hit(
        figures(&[
            "id: first, metric: freed, value: 12, as_of: 2030",
            "id: later, metric: freed, value: ⟦11⟧, as_of: 2031-06-30",
        ]),
        "`later` falls to `11` from `12` of `first`",
    );

    silent(case(
        "id: a, metric: freed, q: more_than, value: 7.7M, as_of: 2031-06-30",
        &BEFORE.replace("value", "q: nearly, value"),
    ));
    silent(case("id: a, metric: freed, value: 8M, as_of: 2031-06-30", BEFORE));
    // Another place is another series, an earlier day another point of it.
    silent(case("id: b, metric: freed, value: 1M, as_of: 2031-06-30, place: [SYR]", BEFORE));
    silent(case("id: b, metric: freed, value: 1M, as_of: 2014", BEFORE));
    silent(case("id: a, metric: freed, q: unquantified, as_of: 2031-06-30", BEFORE));
    silent(case(
        "id: a, metric: staff, value: 1, as_of: 2031-06",
        "id: a, metric: staff, value: 2, as_of: 2031-05",
    ));
    // What could not be read may explain it.
    beside(
        "TY02",
        "DA01",
        &case("id: a, metric: freed, value: 7M, as_of: 2031-06-30, restate: {value: 8M}", BEFORE),
    );
    // What is explained.
    silent(case(
        "id: a, metric: freed, value: 7M, as_of: 2031-06-30, restates: {value: 8M, edition: then, reason: {ar: تعداد, en: Census}}",
        BEFORE,
    ));
    silent(case("id: a, metric: freed, value: 7M, as_of: 2031-06-30", BEFORE).and(
        "edition: {version: 2}\ncorrections: [{figure: a, from: 8M, to: 7M, version: 2, on: 2031-07-01, reason: {ar: خطأ, en: Slip}}]\n",
    ));
    silent(case(
        "id: a, metric: share, value: 90, trend: falling, as_of: 2031-06",
        "id: a, metric: share, value: 95, as_of: 2031-05",
    ));
}

#[test]
fn da02_a_figure_goes_on_measuring_the_same() {
    let case = |new: &str, old: &str| figures(&[new]).then_figures(&[old]);
    let (hit, silent) = (|case, message| hit("DA02", &case, message), |case| silent("DA02", &case));
    hit(
        case("id: a, metric: freed, unit: ⟦household⟧, value: 8M, as_of: 2031-06", BEFORE),
        "the `unit` of `a` is `household`, and was `person` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: income, currency: ⟦EUR⟧, value: 8M, as_of: 2031-06",
            "id: a, metric: income, currency: USD, value: 8M, as_of: 2031-05",
        ),
        "the `currency` of `a` is `EUR`, and was `USD` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: income, currency: USD, per: ⟦month⟧, value: 8M, as_of: 2031-06",
            "id: a, metric: income, currency: USD, per: day, value: 8M, as_of: 2031-05",
        ),
        "the `per` of `a` is `month`, and was `day` in edition `then`",
    );
    hit(
        case(
            "id: a, metric: freed, place: ⟦[IRQ, SYR]⟧, value: 8M, as_of: 2031-06",
            "id: a, metric: freed, place: [IRQ], value: 8M, as_of: 2031-05",
        ),
        "the `place` of `a` is `IRQ, SYR`, and was `IRQ` in edition `then`",
    );
    let scoped = "metrics: {freed: {scope: {ar: في العراق, en: in Iraq}}}\n";
    hit(
        case("id: a, metric: ⟦freed⟧, value: 8M, as_of: 2031-06", BEFORE).and(scoped),
        "the `scope` of `a` is `في العراق`, and was `none` in edition `then`",
    );
    hit(
        case("id: a, metric: ⟦staff⟧, value: 8, as_of: 2031-06", BEFORE),
        "the `metric` of `a` is `staff`, and was `freed` in edition `then`",
    );

    silent(case("id: a, metric: freed, unit: inhabitant, value: 8M, as_of: 2031-06", BEFORE));
    silent(case(
        "id: a, metric: freed, place: [SYR, IRQ], value: 9M, as_of: 2031-06",
        "id: a, metric: freed, place: [IRQ, SYR], value: 8M, as_of: 2031-05",
    ));
    silent(case("id: b, metric: staff, value: 8, as_of: 2031-06", BEFORE));
    silent(case(
        "id: a, metric: freed, unit: household, value: 8M, as_of: 2031-06, restates: {value: 8M, edition: then, reason: {ar: تعداد, en: Census}}",
        BEFORE,
    ));
}

#[test]
fn da05_openings_are_the_closings_of_the_edition_before() {
    let stock = |opening: &str, closing: &str| {
        format!(
            "returnees: {{fighters: [{{id: held, category: detained, of: nor, opening: {opening}, in: 0, out: 0, closing: {closing}}}]}}\n"
        )
    };
    let rounds = |round: u32, previous: &str, individuals: &str| {
        format!(
            "returnees: {{displaced: {{round: {round}, as_of: 2031-05, rows: [{{place: IQG15, returned: {{individuals: {individuals}, previous: {previous}}}}}]}}}}\n"
        )
    };
    let threat = |keys: &str| format!("threats: [{{id: cells, name: {{ar: خلايا, en: Cells}}, {keys}}}]\n");
    let promise = |keys: &str| format!("commitments: [{{id: water, owner: nor, {keys}}}]\n");
    let (hit, silent) = (|case, message| hit("DA05", &case, message), |case| silent("DA05", &case));
    hit(
        now(&stock("⟦100⟧", "100")).then(&stock("90", "90")),
        "`opening` of `held` is `100`, but edition `then` ended at `90`",
    );
    hit(
        now(&rounds(8, "⟦1500⟧", "1600")).then(&rounds(7, "1", "1400")),
        "`previous` of `IQG15` is `1500`, but edition `then` ended at `1400`",
    );
    hit(
        now(&threat("previous_severity: ⟦3⟧")).then(&threat("severity: 4")),
        "`previous_severity` of `cells` is `3`, but edition `then` ended at `4`",
    );
    hit(
        now(&promise("status: done, was: ⟦delayed⟧")).then(&promise("status: on_track")),
        "`was` of `water` is `delayed`, but edition `then` ended at `on_track`",
    );

    silent(now(&stock("90", "90")).then(&stock("100", "90")));
    silent(now(&stock("0.1K", "100")).then(&stock("100", "100")));
    silent(now(&rounds(9, "1500", "1600")).then(&rounds(7, "1", "1400")));
    silent(now(&rounds(8, "1400", "1600")).then(&rounds(7, "1", "1400")));
    silent(now(&threat("previous_severity: 3")).then(&threat("trend: rising")));
    silent(now(&promise("status: done, was: delayed")));
}
