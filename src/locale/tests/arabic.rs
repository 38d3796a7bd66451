use crate::model::Counted;

use super::super::Case::Nominative;
use super::*;

#[test]
fn a_tile_takes_digits_and_the_case_of_its_qualifier() {
    // typed | the number without its noun | a bare number
    let table = "
        79            | 79               | 79
        2             | 2                | 2
        2M            | مليونان          | مليونان
        26M           | 26 مليونًا        | 26 مليونًا
        nearly 1M     | ما يقارب مليونًا  | ما يقارب مليونًا
        more_than 26M | أكثر من 26 مليونًا | أكثر من 26 مليونًا
    ";
    let person = person();
    for row in rows(table) {
        let both = [Counted::Noun(&person), Counted::Bare].map(|counted| short(&ar(), row[0], counted));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

#[test]
fn not_a_single_one() {
    let table = "
        nom | متر واحد   | ضربة واحدة
        acc | مترًا واحدًا | ضربة واحدة
        gen | متر واحد   | ضربة واحدة
    ";
    for row in rows(table) {
        let both = [metre(), strike()].map(|unit| plain(&ar().single(&unit, case(row[0]))));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
    assert_eq!(plain(&en().single(&metre(), Nominative)), "a single metre");
}

/// The categories are CLDR's, of the number as it is displayed.
#[test]
fn plural_categories() {
    let table = "
        0 | zero\n1 | one\n2 | two\n3 | few\n10 | few\n11 | many\n99 | many\n100 | other\n102 | other
        103 | few\n111 | many\n200 | other\n1.5 | other\n3M | other\n26523 | many
    ";
    for row in rows(table) {
        assert_eq!(ar().plural(&number(row[0])), row[1], "{}", row[0]);
    }
    assert_eq!(
        ["0", "1", "2", "1.0", "1M"].map(|typed| en().plural(&number(typed))),
        ["other", "one", "other", "other", "other"]
    );
}

#[test]
fn lengths_of_time() {
    use crate::model::{Per, Span};
    let table = "
        1 | nom | يوم واحد | أسبوع واحد | شهر واحد | سنة واحدة
        2 | nom | يومان | أسبوعان | شهران | سنتان
        2 | gen | يومين | أسبوعين | شهرين | سنتين
        3 | gen | ثلاثة أيام | ثلاثة أسابيع | ثلاثة أشهر | ثلاث سنوات
        14 | gen | 14 يومًا | 14 أسبوعًا | 14 شهرًا | 14 سنة
    ";
    for row in rows(table) {
        let count = row[0].parse().unwrap();
        let all = [Per::Day, Per::Week, Per::Month, Per::Year]
            .map(|unit| plain(&ar().span(Span { count, unit }, case(row[1]))));
        assert_eq!(all, row[2..], "{} {}", row[0], row[1]);
    }
    assert_eq!(plain(&en().span(Span { count: 3, unit: Per::Month }, Nominative)), "three months");
    assert_eq!(plain(&en().span(Span { count: 1, unit: Per::Year }, Nominative)), "one year");
    assert_eq!(plain(&en().span(Span { count: 14, unit: Per::Day }, Nominative)), "14 days");
}
