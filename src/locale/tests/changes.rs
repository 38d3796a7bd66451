use crate::model::Counted;

use super::super::{Change, Interval, Measure, Move};
use super::*;

fn compare(locale: &Locale, before: &str, now: &str, counted: Counted<'_>) -> Change {
    let (before, now) = (quantity(before), quantity(now));
    let when = locale.dated(&"2018-05".parse().unwrap(), None);
    locale.change(&Measure::new(&before, counted), &Measure::new(&now, counted), Some(&when))
}

/// Rows and columns stand for every kind of quantity; `=` same, `+` up, `-` down, `x` no statement;
/// a size is there exactly where both are single values.
#[test]
fn every_combination_of_intervals() {
    let kinds = [
        "75",
        "79",
        "approx 80",
        "nearly 80",
        "more_than 75",
        "at_least 79",
        "up_to 75",
        "less_than 75",
        "60..74",
        "order 2",
        "none",
        "unquantified",
    ];
    // The row is the earlier one.
    let table = "
        75           | = | + | x | x | + | + | x | - | - | + | - | x
        79           | - | = | x | x | x | x | - | - | - | + | - | x
        approx 80    | x | x | x | x | x | x | x | - | - | + | - | x
        nearly 80    | x | x | x | x | x | x | x | - | - | + | - | x
        more_than 75 | - | x | x | x | x | x | - | - | - | x | - | x
        at_least 79  | - | x | x | x | x | x | - | - | - | x | - | x
        up_to 75     | x | + | x | x | + | + | x | x | x | + | x | x
        less_than 75 | + | + | + | + | + | + | x | x | x | + | x | x
        60..74       | + | + | + | + | + | + | x | x | x | + | - | x
        order 2      | - | - | - | - | x | x | - | - | - | x | - | x
        none         | + | + | + | + | + | + | x | x | + | + | = | x
        unquantified | x | x | x | x | x | x | x | x | x | x | x | x
    ";
    for row in rows(table) {
        let signs: Vec<&str> = kinds
            .iter()
            .map(|now| {
                let change = compare(&en(), row[0], now, Counted::Bare);
                let single = |typed: &str| matches!(typed, "75" | "79" | "none");
                let moved = matches!(change.code, Move::Up | Move::Down);
                assert_eq!(change.size.is_some(), moved && single(row[0]) && single(now), "{} {now}", row[0]);
                match change.code {
                    Move::Up => "+",
                    Move::Down => "-",
                    Move::Same => "=",
                    Move::NotComparable => "x",
                }
            })
            .collect();
        assert_eq!(signs, row[1..], "{}", row[0]);
    }
}

#[test]
fn changes_in_words() {
    let partner = partner();
    // before | now | counted | size ar | text ar | size en | text en
    let table = "
        75 | 79 | noun | 4 شركاء | ارتفاعًا من 75 في أيار/مايو 2018 | 4 partners | up from 75 in May 2018
        79 | 78 | noun | شريك واحد | انخفاضًا من 79 في أيار/مايو 2018 | 1 partner | down from 79 in May 2018
        79 | 79 | noun | - | دون تغيير | - | unchanged
        95 | 99 | percent | 4 نقاط مئوية | ارتفاعًا من 95% في أيار/مايو 2018 | 4 percentage points | up from 95% in May 2018
        95 | all | percent | 5 نقاط مئوية | ارتفاعًا من 95% في أيار/مايو 2018 | 5 percentage points | up from 95% in May 2018
        1908000 | 1920000 | noun | 0.6% | ارتفاعًا من 1,908,000 في أيار/مايو 2018 | 0.6% | up from 1,908,000 in May 2018
        2M | 3M | noun | 50% | ارتفاعًا من مليونين في أيار/مايو 2018 | 50% | up from 2 million in May 2018
        1000000 | 1000001 | noun | شريك واحد | ارتفاعًا من 1,000,000 في أيار/مايو 2018 | 1 partner | up from 1,000,000 in May 2018
        more_than 98 | more_than 99 | percent | - | القيمة السابقة: أكثر من 98 في المائة في أيار/مايو 2018 (النطاقان متداخلان) | - | previously more than 98 per cent in May 2018 (the ranges overlap)
        nearly 8M | nearly 8M | noun | - | القيمة السابقة: ما يقارب 8 ملايين في أيار/مايو 2018 (ضمن النطاق نفسه) | - | previously nearly 8 million in May 2018 (within the same range)
        approx 2M | approx 8M | noun | - | ارتفاعًا من نحو مليونين في أيار/مايو 2018 | - | up from about 2 million in May 2018
        2B..3B | 200M | money | - | انخفاضًا مما بين مليارين و3 مليارات دولار أمريكي في أيار/مايو 2018 | - | down from between US$2 billion and US$3 billion in May 2018
        nearly 8M | 9M | noun | - | ارتفاعًا مما يقارب 8 ملايين في أيار/مايو 2018 | - | up from nearly 8 million in May 2018
        unquantified | 5 | noun | - | القيمة السابقة: عدد من الشركاء في أيار/مايو 2018 (غير قابلة للمقارنة) | - | previously a number of partners in May 2018 (not comparable)
        majority | all | percent | - | القيمة السابقة: الغالبية في أيار/مايو 2018 (النطاقان متداخلان) | - | previously the majority in May 2018 (the ranges overlap)
        40 | majority | percent | - | ارتفاعًا من 40% في أيار/مايو 2018 | - | up from 40% in May 2018
        400M | 500M | money | 25% | ارتفاعًا من 400 مليون دولار أمريكي في أيار/مايو 2018 | 25% | up from US$400 million in May 2018
    ";
    for row in rows(table) {
        let counted = match row[2] {
            "noun" => Counted::Noun(&partner),
            "percent" => Counted::Percent,
            _ => Counted::Money("USD"),
        };
        let mut all = Vec::new();
        for locale in [ar(), en()] {
            let change = compare(&locale, row[0], row[1], counted);
            all.push(change.size.map_or("-".into(), |size| plain(&size)));
            all.push(plain(&change.text));
        }
        assert_eq!(all, row[3..], "{} {}", row[0], row[1]);
    }
}

#[test]
fn different_things_are_not_compared() {
    let (before, now) = (quantity("5"), quantity("6"));
    let change =
        en().change(&Measure::new(&before, Counted::Percent), &Measure::new(&now, Counted::Bare), None);
    assert_eq!(
        (change.code, plain(&change.text)),
        (Move::NotComparable, "previously 5% (not comparable)".into())
    );
}

#[test]
fn intervals_keep_significant_digits() {
    let of = |typed| Interval::of(&quantity(typed), Counted::Bare).unwrap();
    let ends = |interval: Interval| {
        [interval.low, interval.high].map(|end| end.unwrap().value.normalize().to_string())
    };
    assert_eq!(ends(of("nearly 8M")), ["7500000", "8500000"]);
    assert_eq!(ends(of("approx 7.9M")), ["7850000", "7950000"]);
    assert_eq!(ends(of("approx 110000")), ["105000", "115000"]);
    assert_eq!(ends(of("order 4")), ["10000", "100000"]);
    assert_eq!(of("more_than 132").high, None);
    assert_eq!(Interval::of(&quantity("majority"), Counted::Bare), None);
}
