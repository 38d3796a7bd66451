//! AR07.

use super::super::super::probe::{found, silent};
use super::super::scramble::scramble;

#[test]
fn what_changes_its_order() {
    let first =
        |text| found(scramble, "ar", text).into_iter().map(|(at, _, words)| (at, words)).collect::<Vec<_>>();
    assert_eq!(first("اتصلوا على +964 780 195 8802 فورًا"), [(11, "+964 780 195 8802")]);
    assert_eq!(first("هاتف: 0780-195-8802"), [(6, "0780-195-8802")]);
    assert_eq!(first("هاتف +9647801958802."), [(5, "+9647801958802")]);
    assert_eq!(first("تابعونا على @RepCoalition."), [(12, "@RepCoalition")]);
    assert_eq!(first("الموقع https://example.org/ar/ للمزيد"), [(7, "https://example.org/ar/")]);
    assert_eq!(first("وسم #Daesh في تويتر"), [(4, "#Daesh")]);
    assert_eq!(first("في 2019-03-15 صدر"), [(3, "2019-03-15")]);
    assert_eq!(first("اكتبوا إلى a.b@example.org قبل الظهر"), [(11, "a.b@example.org")]);
    assert_eq!(first("في www.example.org وفي الصحف"), [(3, "www.example.org")]);
    assert_eq!(first("نشره https://example.org/a كاملًا"), [(5, "https://example.org/a")]);
    assert_eq!(first("دفع €15 عن كل يوم"), [(4, "€15")]);
    assert_eq!(first("غاب ≈70 طالبًا لأن الحرارة <5 أو ±3"), [(4, "≈70"), (27, "<5"), (33, "±3")]);
    assert_eq!(first("مطعم البيت & البستان"), [(11, "&")]);
    assert_eq!(first("تحرر 7 700 000 شخص"), [(5, "7 700 000")]);
}

#[test]
fn what_keeps_its_order() {
    silent(
        scramble,
        "ar",
        &[
            "+964 780 195 8802",
            "@RepCoalition",
            "القرار S/2019/103 ورمز IQ-G08",
            "الموقع https://example.org/ar",
            "البريد a.b@example.org",
            "راسلونا (a.b@example.org) أو اتصلوا بنا",
            "على تويتر: @RepCoalition",
            "كتب (@RepCoalition) عنه",
            "ما بين 2 < 3 وA&B و500$ وH & M",
            "~ 300 و=",
            "US $500",
            "وسم #داعش",
            "في 15/3/2019 الساعة 18:00",
            "تحرر 7,700,000 شخص",
            "عام 2019 300 شخص، و12 300",
            "تابعونا على \u{2066}@RepCoalition\u{2069}",
            "هاتف \u{200e}+964 780 195 8802",
            "بين 10-20 و2018-2020",
            "الرقم 02 و05",
            "{phone} {handle}",
        ],
    );
}
