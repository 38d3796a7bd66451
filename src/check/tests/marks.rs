//! DA11, DA13, DA20, DA23: sources, markings, places and corrections.

use super::{beside, figures, hit, now, silent};

#[test]
fn da11_every_claim_has_a_source() {
    let (hit, silent) = (|case, message| hit("DA11", &case, message), |case| silent("DA11", &case));
    hit(now("figures: [{id: ⟦a⟧, metric: staff, value: 8, as_of: 2031-06}]\n"), "`a` has no source");
    hit(now("events: [{id: ⟦e⟧, on: 2031-06, source: []}]\n"), "`e` has no source");
    hit(
        now("funding: {contributions: [{id: ⟦g.one⟧, donor: nor, stage: paid, q: unquantified}]}\n"),
        "`g.one` has no source",
    );

    silent(figures(&["id: a, metric: staff, value: 8, as_of: 2031-06"]));
    silent(now("events: [{id: e, on: 2031-06, source: [s]}]\n"));
    // A source under a mistyped key has a finding of its own.
    beside("TY02", "DA11", &now("events: [{id: e, on: 2031-06, sources: [s]}]\n"));
}

#[test]
fn da13_nothing_is_marked_above_its_edition() {
    let (hit, silent) = (|case, message| hit("DA13", &case, message), |case| silent("DA13", &case));
    let case = |marking: &str, item: &str| {
        now(&format!(
            "edition: {{marking: {marking}}}\nthreats: [{{id: cells, name: {{ar: خلايا, en: Cells}}{item}}}]\n"
        ))
    };
    let tlp = |label: &str| format!("{{scheme: tlp2, label: {label}}}");
    hit(
        case(&tlp("TLP:GREEN"), ", marking: ⟦TLP:AMBER⟧"),
        "`cells` is marked `TLP:AMBER`, above `TLP:GREEN` of the edition",
    );
    hit(
        case(&tlp("TLP:AMBER"), ", marking: ⟦TLP:AMBER+STRICT⟧"),
        "`cells` is marked `TLP:AMBER+STRICT`, above `TLP:AMBER` of the edition",
    );
    hit(
        case("{scheme: none}", ", marking: ⟦TLP:RED⟧"),
        "`cells` is marked `TLP:RED`, above `no marking` of the edition",
    );
    hit(case(&tlp("⟦TLP:WHITE⟧"), ""), "`TLP:WHITE` is no label of `tlp2`");
    hit(case(&tlp("TLP:RED"), ", marking: ⟦tlp:green⟧"), "`tlp:green` is no label of `tlp2`");

    silent(case(&tlp("TLP:GREEN"), ", marking: TLP:GREEN"));
    silent(case(&tlp("TLP:RED"), ", marking: TLP:AMBER+STRICT"));
    silent(case("{scheme: none}", ", marking: TLP:CLEAR"));
    beside("TY02", "DA13", &case("{scheme: tlp2, lable: TLP:RED}", ", marking: TLP:RED"));
    silent(case("{scheme: custom, label: داخلي}", ", marking: سري"));
}

#[test]
fn da20_places_have_the_codes_in_use() {
    let (hit, silent) = (|case, message| hit("DA20", &case, message), |case| silent("DA20", &case));
    let place =
        |id: &str| figures(&[&format!("id: a, metric: staff, value: 8, as_of: 2031-06, place: [{id}]")]);
    hit(place("⟦IQ-G08⟧"), "`IQ-G08` is a place code of older files");
    hit(place("⟦IQG99⟧"), "`IQG99` is not a place code of this project");
    hit(
        now(
            "returnees: {displaced: {as_of: 2031-06, rows: [{place: ⟦SY-07⟧, returned: {individuals: 5}}]}}\n",
        ),
        "`SY-07` is a place code of older files",
    );
    hit(
        now("").shared("places:\n  ⟦IQ-G03⟧: {name: {ar: المثنى, en: Al-Muthanna}, iso: IRQ, level: 1}\n"),
        "`IQ-G03` is a place code of older files",
    );

    silent(place("IQG15"));
    silent(place("{ar: البادية, en: the desert}"));
    // Unknown ids that are no codes, and codes of countries that the project does not have, are MO01.
    beside("MO01", "DA20", &place("mosul"));
    beside("MO01", "DA20", &place("TR63"));
}

#[test]
fn da23_corrections_agree_with_the_version_and_the_figure() {
    let (hit, silent) = (|case, message| hit("DA23", &case, message), |case| silent("DA23", &case));
    let case = |version: u32, correction: &str| {
        figures(&["id: a, metric: staff, value: 15, as_of: 2031-06"]).and(&format!(
            "edition: {{version: {version}}}\n\
             corrections: [{{figure: a, {correction}, on: 2031-07-01, reason: {{ar: خطأ, en: Slip}}}}]\n"
        ))
    };
    hit(case(1, "from: 51, to: 15, version: ⟦2⟧"), "a correction of version `2` in version `1`");
    hit(case(2, "from: 51, to: ⟦16⟧, version: 2"), "the correction ends at `16`, but `15` is printed");
    hit(case(2, "from: 51, to: ⟦1.5⟧, version: 1"), "the correction ends at `1.5`, but `15` is printed");

    silent(case(2, "from: 51, to: 15, version: 2"));
    silent(case(3, "from: 51, to: 15, version: 2"));
    silent(case(2, "from: 51, to: 15.0, version: 2"));
}
