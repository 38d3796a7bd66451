//! AR18.

use super::super::super::probe::{found, mended, silent};
use super::super::months::months;
use crate::diag::Severity;
use crate::lint::{Kind, Passage, Terms};

fn flagged(text: &str) -> Vec<&str> {
    found(months, "ar", text).into_iter().map(|(_, _, words)| words).collect()
}

#[test]
fn a_pair_names_one_month() {
    assert_eq!(found(months, "ar", "إلى كانون الثاني/ديسمبر 2019"), [(4, "AR18", "كانون الثاني/ديسمبر")]);
    assert_eq!(flagged("في تشرين الأول/نوفمبر"), ["تشرين الأول/نوفمبر"]);
    assert_eq!(flagged("في أبريل/أيار"), ["أبريل/أيار"]);
    assert_eq!(flagged("وآذار/ مايو"), ["آذار/ مايو"]);
    assert_eq!(flagged("وحزيران/يوليه"), ["حزيران/يوليه"]);
    let (terms, mut hits) = (Terms::default(), Vec::new());
    months(&Passage::new("تموز/يونيو", "ar", Kind::Line, &terms), &mut hits);
    assert_eq!(hits[0].severity, Severity::Error);
    assert_eq!(hits[0].help, "write `تموز/يوليو` or `حزيران/يونيو`");
    assert_eq!(hits[0].fix, None);
}

#[test]
fn the_slash_stands_alone() {
    assert_eq!(mended(months, "ar", "في 3 آذار/ مارس 2019"), "في 3 آذار/مارس 2019");
    assert_eq!(mended(months, "ar", "كانون الأول / ديسمبر"), "كانون الأول/ديسمبر");
    assert_eq!(mended(months, "ar", "ونيسان /إبريل"), "ونيسان/إبريل");
}

#[test]
fn names_are_spelt() {
    assert_eq!(mended(months, "ar", "في أيلول/سبتمر"), "في أيلول/سبتمبر");
    assert_eq!(mended(months, "ar", "في شباط/فبراي"), "في شباط/فبراير");
    assert_eq!(mended(months, "ar", "في 3 اذار، وايار، وايلول"), "في 3 آذار، وأيار، وأيلول");
    assert_eq!(mended(months, "ar", "ابريل واغسطس واكتوبر"), "أبريل وأغسطس وأكتوبر");
    assert_eq!(mended(months, "ar", "15 نوفمير 2017"), "15 نوفمبر 2017");
    assert_eq!(mended(months, "ar", "تموز/يوليوو"), "تموز/يوليو");
    assert_eq!(mended(months, "ar", "في 9 نوفبمر 2018"), "في 9 نوفمبر 2018");
    assert_eq!(mended(months, "ar", "في حزيرن 2017"), "في حزيران 2017");
    assert_eq!(mended(months, "ar", "في 30 أغسطسس 2016"), "في 30 أغسطس 2016");
    assert_eq!(mended(months, "ar", "في 7 كانون ثاني 2019"), "في 7 كانون الثاني 2019");
}

#[test]
fn one_way_in_one_text() {
    assert_eq!(flagged("في 3 آذار 2019، ثم في 5 يوليو 2019، وفي 6 يوليو."), ["يوليو"]);
    assert_eq!(flagged("في 3 آذار/مارس، ثم في 5 يوليو."), ["يوليو"]);
    assert_eq!(flagged("في 3 سبتمبر، ثم في 5 تموز/يوليو."), ["تموز/يوليو"]);
    assert_eq!(flagged("في مارس 2019 وفي نيسان 2018"), ["نيسان"]);
    assert_eq!(flagged("من 1 كانون الأول إلى 5 يناير"), ["يناير"]);
}

#[test]
fn months_that_are_right() {
    silent(
        months,
        "ar",
        &[
            "في 3 آذار/مارس 2019 وفي 5 نيسان/أبريل 2019",
            "كانون الثاني/يناير وكانون الأول/ديسمبر وتشرين الثاني/نوفمبر",
            "نيسان/إبريل وحزيران/يونيه وتموز/يوليه",
            "مارس/آذار",
            "في 3 آذار/\u{2060}مارس 2019، ثم في 5 آذار",
            "آذار/نيسان 2019",
            "يونيو/يوليو 2019",
            "في 3 آذار/مارس، ثم في 5 آذار.",
            "في 3 آذار 2019، وبعد هجمات 11 سبتمبر",
            "ثورة 14 تموز، ثم في 5 مايو و6 مايو",
            "مارس الضغط في 3 نيسان",
            "آب إلى رشده في 3 مايو",
            "جوان وماي كلمتان، و3 نيسان",
            "قال «في 3 آذار» ثم عاد في 5 يوليو",
            "كانون ثانٍ مؤجل وتشرين أول الشهور",
            "في ميسان 2019 قرية، وفي يوليوس 2019، وفي مدارس 2018، وبعد 3 شبان 2017",
            "في سورية 2019، وفي أيام 2018، و3 غشت 2017",
            "سيارة نيسان في 3 مايو",
            "{date} و3 آذار",
            "آذار/الربيع",
            "آذار/ماضت",
        ],
    );
}
