//! What is said of two editions: a table of figures, and what must not be claimed.

use std::collections::BTreeMap;

use super::{Comparison, Row, Speaker};
use crate::diag::Sources;
use crate::dossier::Dossier;
use crate::layers::Project;
use crate::text::Wording;

const HOUSE: &str = "\
mujaz: 1
house: {series: {ar: موجز, en: Brief}, sections: {monthly: [figures]}}
edition: {kind: monthly, languages: [ar, en], master: en, publisher: {org: desk}}
orgs:
  desk: {type: group, name: {ar: وحدة, en: Desk}}
units:
  partner:
    gender: m
    forms:
      ar: {one: شريك, two_nom: شريكان, two_obl: شريكين, few: شركاء, many: شريكًا, other: شريك}
      en: {one: partner, other: partners}
  member:
    gender: m
    forms:
      ar: {one: عضو, two_nom: عضوان, two_obl: عضوين, few: أعضاء, many: عضوًا, other: عضو}
      en: {one: member, other: members}
  attack:
    gender: m
    forms:
      ar: {one: هجوم, two_nom: هجومان, two_obl: هجومين, few: هجمات, many: هجومًا, other: هجوم}
      en: {one: attack, other: attacks}
metrics:
  partners: {label: {ar: الشركاء, en: Partners}, unit: partner, same_units: [member], shape: stock, good: up, section: progress}
  share: {label: {ar: الحصة, en: Share}, unit: percent, shape: ratio, good: up, section: progress}
  slide: {label: {ar: الفارق, en: Slide}, unit: points, shape: stock, section: progress}
  aid: {label: {ar: المساعدات, en: Aid}, unit: money, shape: stock, good: up, section: progress}
  attacks: {label: {ar: الهجمات, en: Attacks}, unit: attack, shape: flow, good: down, section: progress}
";

/// Two editions, `then` of May and `now` of June 2031, with more for each.
fn project(then: &str, now: &str) -> Project {
    let head = |id: &str, number: u8, month: u8, more: &str| {
        format!(
            "edition: {{id: {id}, number: {number}, issued: '2031-0{month}-02T09:00+03:00'{more}}}\n\
             sources: [{{id: s, title: {{ar: كشف, en: Statement}}}}]\n"
        )
    };
    let files = [
        ("data/house.yaml", HOUSE.to_owned()),
        ("data/editions/then/edition.yaml", head("then", 1, 6, "") + then),
        ("data/editions/now/edition.yaml", head("now", 2, 7, ", previous: then") + now),
    ];
    let texts = ["then", "now"].into_iter().flat_map(|id| {
        ["ar", "en"].map(|lang| {
            (format!("data/editions/{id}/text/{lang}.yaml"), format!("lang: {lang}\ntitle: T\n").into_bytes())
        })
    });
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes())).into_iter().chain(texts);
    Project::in_memory(files.collect::<BTreeMap<_, _>>()).unwrap()
}

fn read(project: &Project, id: &str) -> Dossier {
    let (dossier, findings) = Dossier::read(project, id, None, &mut Sources::new());
    let errors: Vec<_> = findings.iter().filter(|it| it.is_error() && !it.code.starts_with("TR")).collect();
    assert!(errors.is_empty(), "{errors:?}");
    dossier.unwrap()
}

/// What is made of each row, with a speaker of the language.
fn told<T>(project: &Project, lang: &str, tell: impl Fn(&Row<'_>, &Speaker<'_, '_>) -> T) -> Vec<T> {
    let (then, now) = (read(project, "then"), read(project, "now"));
    let (index, old_index) = (now.edition.index(), then.edition.index());
    let (new, old) = (&now.languages[lang], &then.languages[lang]);
    let words = Wording::new(&now.edition, &index, &new.locale, &new.labels, &new.texts);
    let before = Wording::new(&then.edition, &old_index, &new.locale, &new.labels, &old.texts);
    let comparison = Comparison::of(&then.edition, &now.edition, &[]);
    let speaker = Speaker { before: &before, now: &words };
    comparison.rows.iter().map(|row| tell(row, &speaker)).collect()
}

/// `code tone | before | now | change | line` of each row.
fn lines(project: &Project, lang: &str) -> Vec<String> {
    told(project, lang, |row, speaker| {
        let said = speaker.say(row);
        let plain = |phrase: &crate::locale::Phrase| {
            phrase.plain().replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "")
        };
        let part = |phrase: &Option<crate::locale::Phrase>| phrase.as_ref().map(plain).unwrap_or_default();
        let (before, now, change) = (part(&said.before), part(&said.now), part(&said.change));
        let (code, tone, line) = (row.code.code(), row.tone.code(), plain(&said.line));
        format!("{code} {tone} | {before} | {now} | {change} | {line}")
    })
}

fn figure(fields: &str, month: u8) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let when = if fields.contains("period") || fields.contains("as_of") {
        String::new()
    } else {
        format!(", as_of: 2031-0{month}")
    };
    format!("figures:\n  - {{id: a, {fields}{when}, source: [s]}}\n")
}

/// Before, now, and what is said in English: by the rules of intervals, percent rounded half away from zero, with one
/// decimal below ten.
const ENGLISH: [(&str, &str, &str); 24] = [
    (
        "metric: partners, value: 75",
        "metric: partners, value: 79",
        "up good | 75 partners | 79 partners | 4 partners (5.3%) | up from 75 in May 2031",
    ),
    (
        "metric: partners, value: 79",
        "metric: partners, value: 75",
        "down bad | 79 partners | 75 partners | 4 partners (5.1%) | down from 79 in May 2031",
    ),
    ("metric: partners, value: 75", "metric: partners, value: 75", ""),
    ("metric: partners, q: at_least, value: 75", "metric: partners, q: at_least, value: 75", ""),
    ("metric: share, q: majority", "metric: share, q: majority", ""),
    // 80 typed so is between 75 and 85.
    (
        "metric: partners, q: approx, value: 80",
        "metric: partners, value: 90",
        "up good | about 80 partners | 90 partners |  | up from about 80 in May 2031",
    ),
    (
        "metric: partners, q: approx, value: 80",
        "metric: partners, value: 82",
        "not_comparable neutral | about 80 partners | 82 partners | the ranges overlap | \
         previously about 80 in May 2031 (the ranges overlap)",
    ),
    (
        "metric: partners, q: at_least, value: 75",
        "metric: partners, q: at_least, value: 80",
        "not_comparable neutral | at least 75 partners | at least 80 partners | the ranges overlap | \
         previously at least 75 in May 2031 (the ranges overlap)",
    ),
    (
        "metric: partners, q: more_than, value: 75",
        "metric: partners, value: 70",
        "down bad | more than 75 partners | 70 partners |  | down from more than 75 in May 2031",
    ),
    (
        "metric: partners, q: range, min: 60, max: 70",
        "metric: partners, value: 75",
        "up good | between 60 and 70 partners | 75 partners |  | up from between 60 and 70 in May 2031",
    ),
    (
        "metric: partners, value: 10",
        "metric: partners, q: range, min: 3, max: 10",
        "not_comparable neutral | 10 partners | between 3 and 10 partners | the ranges overlap | \
         previously 10 in May 2031 (the ranges overlap)",
    ),
    // Shares: points, and percent of the share before.
    (
        "metric: share, value: 95",
        "metric: share, value: 99",
        "up good | 95 per cent | 99 per cent | 4 percentage points (4.2%) | up from 95% in May 2031",
    ),
    (
        "metric: share, value: 40",
        "metric: share, value: 39.5",
        "down bad | 40 per cent | 39.5 per cent | 0.5 percentage points (1.3%) | down from 40% in May 2031",
    ),
    (
        "metric: share, q: more_than, value: 98",
        "metric: share, q: more_than, value: 99",
        "not_comparable neutral | more than 98 per cent | more than 99 per cent | the ranges overlap | \
         previously more than 98 per cent in May 2031 (the ranges overlap)",
    ),
    // A percentage of percentage points would mean nothing.
    (
        "metric: slide, value: 4",
        "metric: slide, value: 6",
        "up neutral | 4 percentage points | 6 percentage points | 2 percentage points | \
         up from 4 percentage points in May 2031",
    ),
    (
        "metric: aid, value: 20M, currency: USD",
        "metric: aid, value: 25M, currency: USD",
        "up good | US$20 million | US$25 million | US$5 million (25%) | up from US$20 million in May 2031",
    ),
    (
        "metric: aid, value: 20M, currency: USD",
        "metric: aid, value: 25M, currency: EUR",
        "not_comparable neutral | US$20 million | €25 million |  | \
         previously US$20 million in May 2031 (not comparable)",
    ),
    // Counted by another noun, the same things.
    (
        "metric: partners, value: 80",
        "metric: partners, unit: member, value: 82",
        "up good | 80 partners | 82 members | 2 members (2.5%) | up from 80 in May 2031",
    ),
    (
        "metric: partners, value: 80",
        "metric: partners, unit: attack, value: 82",
        "not_comparable neutral | 80 partners | 82 attacks |  | previously 80 in May 2031 (not comparable)",
    ),
    // Months are about as long as each other, a month and five are not.
    (
        "metric: attacks, value: 20, period: {from: 2031-05-01, to: 2031-05-31}",
        "metric: attacks, value: 18, period: {from: 2031-06-01, to: 2031-06-30}",
        "down good | 20 attacks | 18 attacks | 2 attacks (10%) | down from 20 (1–31 May 2031)",
    ),
    (
        "metric: attacks, value: 90, period: {from: 2031-01-01, to: 2031-05-31}",
        "metric: attacks, value: 18, period: {from: 2031-06-01, to: 2031-06-30}",
        "not_comparable neutral | 90 attacks | 18 attacks |  | previously 90 (not comparable)",
    ),
    // Told as restated, and never as a fall.
    (
        "metric: partners, value: 75",
        "metric: partners, value: 70, restates: {value: 75, edition: then, reason: {ar: تعداد, en: Census}}",
        "restated neutral | 75 partners | 70 partners |  | restated; was 75",
    ),
    ("", "metric: partners, value: 75", "new neutral |  | 75 partners |  | Newly listed"),
    (
        "metric: partners, value: 75",
        "",
        "gone neutral | 75 partners |  |  | No longer listed (previously 75 partners)",
    ),
];

#[test]
fn figures_are_compared_as_far_as_they_allow() {
    let mut wrong = Vec::new();
    for (then, now, expected) in ENGLISH {
        let found = lines(&project(&figure(then, 5), &figure(now, 6)), "en");
        let expected: Vec<&str> = [expected].into_iter().filter(|it| !it.is_empty()).collect();
        if found != expected {
            wrong.push(format!("{then} → {now}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn figures_are_told_in_arabic() {
    for (then, now, expected) in [
        (
            "metric: partners, value: 75",
            "metric: partners, value: 79",
            "up good | 75 شريكًا | 79 شريكًا | 4 شركاء (5.3%) | ارتفاعًا من 75 في أيار/مايو 2031",
        ),
        (
            "metric: partners, value: 79",
            "metric: partners, value: 77",
            "down bad | 79 شريكًا | 77 شريكًا | شريكان (2.5%) | انخفاضًا من 79 في أيار/مايو 2031",
        ),
        (
            "metric: share, value: 95",
            "metric: share, value: 99",
            "up good | 95 في المائة | 99 في المائة | 4 نقاط مئوية (4.2%) | ارتفاعًا من 95% في أيار/مايو 2031",
        ),
        (
            "metric: partners, q: approx, value: 80",
            "metric: partners, value: 82",
            "not_comparable neutral | نحو 80 شريكًا | 82 شريكًا | النطاقان متداخلان | \
             القيمة السابقة: نحو 80 في أيار/مايو 2031 (النطاقان متداخلان)",
        ),
        (
            "metric: partners, value: 75",
            "metric: partners, value: 70, restates: {value: 75, edition: then, reason: {ar: تعداد, en: Census}}",
            "restated neutral | 75 شريكًا | 70 شريكًا |  | أُعيد احتسابه، وكان 75",
        ),
        ("metric: partners, value: 75", "", "gone neutral | 75 شريكًا |  |  | لم يعد مدرجًا (سابقًا: 75 شريكًا)"),
    ] {
        let found = lines(&project(&figure(then, 5), &figure(now, 6)), "ar");
        assert_eq!(found, [expected], "{then} → {now}");
    }
}

/// A figure goes on under another id as the latest of its series; an older point of it continues nothing.
#[test]
fn a_figure_continues_only_one_that_it_can_follow() {
    let two = |first: &str, second: &str| {
        format!("figures:\n  - {{{first}, source: [s]}}\n  - {{{second}, source: [s]}}\n")
    };
    let then = figure("metric: partners, value: 75", 5);
    let now = two(
        "id: at_founding, metric: partners, value: 12, as_of: 2014-09",
        "id: b, metric: partners, value: 79, as_of: 2031-06",
    );
    let codes = |project: &Project| told(project, "en", |row, _| format!("{} {}", row.id, row.code.code()));
    assert_eq!(codes(&project(&then, &now)), ["b up", "at_founding new"]);
    // Under its own id, but of an earlier day.
    let now = figure("metric: partners, value: 12, as_of: 2014-09", 6);
    assert_eq!(codes(&project(&then, &now)), ["a not_comparable"]);
}

/// A restatement between the two editions stands between their values, too.
#[test]
fn what_was_restated_in_between_is_not_a_change() {
    let project =
        project(&figure("metric: partners, value: 75", 5), &figure("metric: partners, value: 70", 6));
    let (then, now) = (read(&project, "then"), read(&project, "now"));
    let mut between = then.edition.clone();
    between.head.id.value = "between".to_owned();
    let code = |between: &[std::sync::Arc<crate::model::Edition>]| {
        Comparison::of(&then.edition, &now.edition, between).rows[0].code.code()
    };
    assert_eq!(code(&[]), "down");
    let anew = figure(
        "metric: partners, value: 70, restates: {value: 75, edition: then, reason: {ar: تعداد, en: Census}}",
        5,
    );
    let project = self::project(&anew, "");
    between.figures = read(&project, "then").edition.figures;
    assert_eq!(code(&[between.into()]), "restated");
}

const THREATS: &str =
    "threats: [{id: t, name: {ar: ت, en: T}, severity: 3, trend: stable, likelihood: likely}]\n";

#[test]
fn the_gravest_statement_of_a_threat_wins() {
    let codes = |now: &str| {
        let project = project(THREATS, now);
        told(&project, "en", |row, _| format!("{} {} {}", row.id, row.code.code(), row.tone.code()))
    };
    let with = |from: &str, to: &str| THREATS.replace(from, to);
    assert_eq!(codes(THREATS), Vec::<String>::new());
    assert_eq!(codes(&with("severity: 3, trend: stable", "severity: 4, trend: falling")), ["t up bad"]);
    assert_eq!(codes(&with("severity: 3", "severity: 2")), ["t down good"]);
    assert_eq!(codes(&with("stable", "rising")), ["t changed bad"]);
    assert_eq!(codes(&with("severity: 3, trend: stable", "severity: 4, trend: ended")), ["t ended good"]);
    assert_eq!(codes(&with("likelihood: likely", "likelihood: unlikely")), ["t down good"]);
    assert_eq!(codes(&with("id: t", "id: u")), ["u new neutral", "t gone neutral"]);
    // A severity that is not given says nothing.
    assert_eq!(codes(&with("severity: 3, ", "")), Vec::<String>::new());
    // A threat that the earlier edition has not, with the severity that the later one says it had.
    let project = project("", &with("severity: 3", "severity: 3, previous_severity: 2"));
    assert_eq!(told(&project, "en", |row, _| row.code.code()), ["up"]);
}

/// Sums of rounded amounts are ranges, and give a direction only where they lie apart.
#[test]
fn rounded_money_gives_no_size() {
    let funding = |stage: &str, q: &str, amount: &str| {
        format!(
            "funding:\n  requirements: [{{id: r, name: {{ar: خطة, en: Plan}}, amount: 100M, currency: USD}}]\n  contributions:\n    \
             - {{id: g, donor: desk, to: r, stage: {stage}, q: {q}, amount: {amount}, currency: USD}}\n"
        )
    };
    let lines = |then: &str, now: &str| lines(&project(then, now), "en");
    assert_eq!(
        lines(&funding("paid", "exact", "20M"), &funding("paid", "approx", "30M")),
        [
            "up good | 20% | 30% |  | up from 20%",
            "up good | US$20 million | ~US$30 million |  | Up (previously US$20 million)",
            "up good | US$20 million; Paid | ~US$30 million; Paid |  | Up (previously US$20 million; Paid)",
        ]
    );
    // About 30 is between 25 and 35.
    assert_eq!(
        lines(&funding("paid", "exact", "33M"), &funding("paid", "approx", "30M")),
        [
            "not_comparable neutral | US$33 million | ~US$30 million | the ranges overlap | \
             Not comparable (previously US$33 million)",
            "not_comparable neutral | US$33 million; Paid | ~US$30 million; Paid | the ranges overlap | \
             Not comparable (previously US$33 million; Paid)",
        ]
    );
}
