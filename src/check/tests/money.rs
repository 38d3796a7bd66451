//! DA07, DA08, DA18: rates, percentages and what is counted twice.

use super::{Case, hit, now, silent};

/// Contributions of one line, and more of the section.
fn funding(lines: &[&str], requirement: &str) -> Case {
    let given: String = lines.iter().map(|line| format!("    - {{{line}, source: [s]}}\n")).collect();
    let requirement = format!(
        "    - {{id: app, name: {{ar: نداء, en: Appeal}}, amount: 200M, currency: USD{requirement}}}\n"
    );
    let other = "    - {id: oth, name: {ar: آخر, en: Other}, amount: 10M, currency: USD}\n";
    now(&format!("funding:\n  requirements:\n{requirement}{other}  contributions:\n{given}"))
}

#[test]
fn da07_amounts_follow_from_the_rate() {
    let given = |amount: &str, original: &str| {
        let original = format!("original: {{amount: 150M, currency: NOK, {original}}}");
        funding(
            &[&format!("id: a, donor: nor, stage: paid, amount: {amount}, currency: USD, {original}")],
            "",
        )
    };
    let (hit, silent) = (|case, message| hit("DA07", &case, message), |case| silent("DA07", &case));
    hit(
        given("⟦16M⟧", "rate: 10, rate_rule: foreign_per_usd"),
        "`150M NOK` at `10` (`foreign_per_usd`) is `15000000`, not `16M`",
    );
    hit(
        given("⟦15M⟧", "rate: 10, rate_rule: usd_per_foreign"),
        "`150M NOK` at `10` (`usd_per_foreign`) is `1500000000`, not `15M`",
    );
    hit(given("15M", "rate: ⟦0⟧, rate_rule: foreign_per_usd"), "nothing is converted at a rate of `0`");

    silent(given("15M", "rate: 10, rate_rule: foreign_per_usd"));
    silent(given("15M", "rate: 0.1, rate_rule: usd_per_foreign"));
    // To the last digit that was typed.
    silent(given("14.2M", "rate: 10.56, rate_rule: foreign_per_usd"));
}

const PAID: &str = "id: a, donor: nor, to: app, stage: paid, amount: 40M, currency: USD";
const BOUND: &str = "id: b, donor: ves, to: app, stage: committed, amount: 20M, currency: USD";
const PROMISED: &str = "id: c, donor: nor, to: app, stage: pledged, amount: 30M, currency: USD";

#[test]
fn da08_percentages_follow_from_their_amounts() {
    let all = |requirement| funding(&[PAID, BOUND, PROMISED], requirement);
    let (hit, silent) = (|case, message| hit("DA08", &case, message), |case| silent("DA08", &case));
    hit(all(", funded: ⟦20⟧"), "`60000000` of `200M` is `30` percent, not `20`");
    hit(all(", funded: ⟦30.5⟧"), "`60000000` of `200M` is `30.0` percent, not `30.5`");
    hit(all(", received: 60M, funded: ⟦40⟧"), "`60000000` of `200M` is `30` percent, not `40`");

    silent(all(", funded: 30"));
    silent(all(", funded: 30.0, received: 60M"));
    // Half a percent is the last digit; an amount in another currency leaves nothing to check.
    silent(funding(&["id: a, donor: nor, to: app, stage: paid, amount: 61M, currency: USD"], ", funded: 30"));
    silent(funding(&["id: a, donor: nor, to: app, stage: paid, amount: 9M, currency: EUR"], ", funded: 30"));
}

#[test]
fn da03_received_is_what_was_paid_and_committed() {
    let all = |requirement| funding(&[PAID, BOUND, PROMISED], requirement);
    hit(
        "DA03",
        &all(", received: ⟦61M⟧"),
        "the paid and committed contributions to `app` add up to `60000000`, not `61M`",
    );
    silent("DA03", &all(", received: 60M"));
    silent("DA03", &all(", received: 90M"));
}

#[test]
fn da18_pledges_are_not_received() {
    let all = |requirement| funding(&[PAID, BOUND, PROMISED], requirement);
    let (hit, silent) = (|case, message| hit("DA18", &case, message), |case| silent("DA18", &case));
    hit(all(", received: ⟦90M⟧"), "`90M` of `app` counts pledges as received");
    hit(all(", received: ⟦0.09B⟧, funded: 45"), "`0.09B` of `app` counts pledges as received");
    hit(all(", funded: ⟦45⟧"), "`45` of `app` counts pledges as received");

    silent(all(", received: 60M, funded: 30"));
    silent(all(", received: 61M"));
    silent(funding(&[PAID, BOUND], ", received: 90M"));
}

#[test]
fn da18_one_contribution_is_given_once() {
    let two = |second: &str| funding(&[PAID, second], "");
    let (hit, silent) = (|case, message| hit("DA18", &case, message), |case| silent("DA18", &case));
    hit(
        two("id: ⟦z⟧, donor: nor, to: app, stage: pledged, amount: 40M, currency: USD"),
        "`a` (`paid`) and `z` (`pledged`) seem to be one contribution in two stages",
    );
    hit(
        two("id: ⟦z⟧, donor: nor, to: app, stage: paid, amount: 0.04B, currency: USD"),
        "`a` and `z` seem to be one contribution",
    );
    hit(
        funding(
            &[
                "id: a, donor: nor, to: app, stage: paid, amount: 4M, currency: USD, flow: f17",
                "id: z, donor: ves, to: oth, stage: paid, amount: 5M, currency: USD, flow: ⟦f17⟧",
            ],
            "",
        ),
        "the flow `f17` is in `a` and in `z`",
    );

    silent(two("id: z, donor: ves, to: app, stage: pledged, amount: 40M, currency: USD"));
    silent(two("id: z, donor: nor, to: oth, stage: pledged, amount: 40M, currency: USD"));
    silent(two("id: z, donor: nor, to: app, stage: paid, amount: 40M, currency: USD, date: 2031-06-02"));
    silent(two("id: z, donor: nor, to: app, stage: disputed, amount: 40M, currency: USD"));
    let water =
        "purpose: {ar: ماء, en: Water}, id: a, donor: nor, to: app, stage: paid, amount: 4M, currency: USD";
    let roads = "purpose: {ar: طرق, en: Roads}, id: z, donor: nor, to: app, stage: pledged, amount: 4M, currency: USD";
    silent(funding(&[water, roads], ""));
}
