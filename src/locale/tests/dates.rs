use crate::model::{Date, DatePart, Hijri, Moment, Months, Point, Style};

use super::super::{Form, Kind};
use super::*;

fn part(text: &str) -> Option<DatePart> {
    match text {
        "early" => Some(DatePart::Early),
        "mid" => Some(DatePart::Mid),
        "late" => Some(DatePart::Late),
        _ => None,
    }
}

#[test]
fn every_precision() {
    // typed | part | Arabic | English | American
    let table = "
        2017                  | -     | 2017 | 2017 | 2017
        2017-11               | -     | تشرين الثاني/نوفمبر 2017 | November 2017 | November 2017
        2017-11-15            | -     | 15 تشرين الثاني/نوفمبر 2017 | 15 November 2017 | November 15, 2017
        2018-05               | early | مطلع أيار/مايو 2018 | early May 2018 | early May 2018
        2018-05               | mid   | منتصف أيار/مايو 2018 | mid-May 2018 | mid-May 2018
        2018-05               | late  | أواخر أيار/مايو 2018 | late May 2018 | late May 2018
        2018                  | early | مطلع عام 2018 | early 2018 | early 2018
        2031-05~              | -     | نحو أيار/مايو 2031 | about May 2031 | about May 2031
        2031~                 | -     | نحو عام 2031 | about 2031 | about 2031
        2031-05?              | -     | أيار/مايو 2031 (غير مؤكد) | May 2031 (unconfirmed) | May 2031 (unconfirmed)
        2018-05-01/..         | -     | منذ 1 أيار/مايو 2018 | since 1 May 2018 | since May 1, 2018
        2017/..               | -     | منذ عام 2017 | since 2017 | since 2017
        2018-05-01/2018-05-20 | -     | من 1 إلى 20 أيار/مايو 2018 | from 1 to 20 May 2018 | from May 1 to 20, 2018
        2014/2017             | -     | من عام 2014 إلى عام 2017 | from 2014 to 2017 | from 2014 to 2017
        [2018-05-14..2018-05-26] | -  | بين 14 و26 أيار/مايو 2018 | between 14 and 26 May 2018 | between May 14 and 26, 2018
        [2018-11..2019-01]    | -     | بين تشرين الثاني/نوفمبر 2018 وكانون الثاني/يناير 2019 | between November 2018 and January 2019 | between November 2018 and January 2019
    ";
    for row in rows(table) {
        let date: Date = row[0].parse().unwrap();
        let all = [ar(), en(), styled("en", "us")]
            .map(|locale| plain(&locale.date(&date, part(row[1]), Form::Prose)));
        assert_eq!(all, row[2..], "{}", row[0]);
    }
}

#[test]
fn periods_say_once_what_the_ends_share() {
    // from | to | Arabic | English | American | English table
    let table = "
        2031-06-01 | 2031-06-30 | من 1 إلى 30 حزيران/يونيو 2031 | 1 to 30 June 2031 | June 1 to 30, 2031 | 1–30 Jun 2031
        2031-05-28 | 2031-06-03 | من 28 أيار/مايو إلى 3 حزيران/يونيو 2031 | 28 May to 3 June 2031 | May 28 to June 3, 2031 | 28 May – 3 Jun 2031
        2030-12-28 | 2031-01-03 | من 28 كانون الأول/ديسمبر 2030 إلى 3 كانون الثاني/يناير 2031 | 28 December 2030 to 3 January 2031 | December 28, 2030, to January 3, 2031 | 28 Dec 2030 – 3 Jan 2031
        2031-05    | 2031-06    | من أيار/مايو إلى حزيران/يونيو 2031 | May to June 2031 | May to June 2031 | May–Jun 2031
        2030-12    | 2031-01    | من كانون الأول/ديسمبر 2030 إلى كانون الثاني/يناير 2031 | December 2030 to January 2031 | December 2030 to January 2031 | Dec 2030 – Jan 2031
        2014       | 2017       | من عام 2014 إلى عام 2017 | 2014 to 2017 | 2014 to 2017 | 2014–2017
        2031-06-09 | 2031-06-09 | 9 حزيران/يونيو 2031 | 9 June 2031 | June 9, 2031 | 9 Jun 2031
        2031-05~   | 2031-06    | من نحو أيار/مايو 2031 إلى حزيران/يونيو 2031 | about May 2031 to June 2031 | about May 2031 to June 2031 | about May 2031 – Jun 2031
    ";
    for row in rows(table) {
        let (from, to): (Point, Point) = (row[0].parse().unwrap(), row[1].parse().unwrap());
        let mut all = [ar(), en(), styled("en", "us")]
            .map(|locale| plain(&locale.period(&from, &to, Form::Prose)))
            .to_vec();
        all.push(plain(&en().period(&from, &to, Form::Short)));
        assert_eq!(all, row[2..], "{} {}", row[0], row[1]);
    }
}

#[test]
fn prepositions() {
    let table = "
        2018-05-15    | في 15 أيار/مايو 2018 | on 15 May 2018
        2018-05       | في أيار/مايو 2018 | in May 2018
        2018          | في عام 2018 | in 2018
        2018~         | في نحو عام 2018 | in about 2018
        2018-05-01/.. | منذ 1 أيار/مايو 2018 | since 1 May 2018
    ";
    for row in rows(table) {
        let date = row[0].parse().unwrap();
        assert_eq!([ar(), en()].map(|locale| plain(&locale.dated(&date, None))), row[1..], "{}", row[0]);
    }
}

#[test]
fn month_traditions() {
    let table = "
        levantine/gregorian  | 1 كانون الثاني/يناير 2018 | 31 تموز/يوليو 2018
        gregorian            | 1 يناير 2018 | 31 يوليو 2018
        levantine            | 1 كانون الثاني 2018 | 31 تموز 2018
        gregorian(levantine) | 1 يناير (كانون الثاني) 2018 | 31 يوليو (تموز) 2018
        maghreb              | 1 يناير 2018 | 31 يوليوز 2018
    ";
    let months =
        [Months::Both, Months::Gregorian, Months::Levantine, Months::GregorianFirst, Months::Maghreb];
    for (row, months) in rows(table).zip(months) {
        let locale = Locale::new("ar", &Style { months: Some(months), ..Style::default() }).unwrap();
        let both = ["2018-01-01", "2018-07-31"]
            .map(|day| plain(&locale.date(&day.parse().unwrap(), None, Form::Prose)));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

#[test]
fn all_twelve_double_months() {
    let names: Vec<String> = (1..=12)
        .map(|month| plain(&ar().date(&format!("2018-{month:02}").parse().unwrap(), None, Form::Prose)))
        .collect();
    assert_eq!(
        names,
        [
            "كانون الثاني/يناير 2018",
            "شباط/فبراير 2018",
            "آذار/مارس 2018",
            "نيسان/أبريل 2018",
            "أيار/مايو 2018",
            "حزيران/يونيو 2018",
            "تموز/يوليو 2018",
            "آب/أغسطس 2018",
            "أيلول/سبتمبر 2018",
            "تشرين الأول/أكتوبر 2018",
            "تشرين الثاني/نوفمبر 2018",
            "كانون الأول/ديسمبر 2018",
        ]
    );
}

#[test]
fn press_profiles() {
    let day = "2019-03-23".parse().unwrap();
    let said = ["gulf-press", "levant-press", "asharq"]
        .map(|profile| plain(&styled("ar", profile).date(&day, None, Form::Prose)));
    assert_eq!(said, ["23 مارس 2019م", "23 آذار 2019", "٢٣ مارس ٢٠١٩"]);
}

/// The pairs were checked against the published Umm al-Qura calendar.
#[test]
fn hijri_days() {
    let table = "
        2019-03-23 | 16 رجب 1440هـ | 16 Rajab 1440 AH
        2017-11-15 | 26 صفر 1439هـ | 26 Safar 1439 AH
        2019-11-14 | 17 ربيع الأول 1441هـ | 17 Rabi al-Awwal 1441 AH
        2025-06-15 | 19 ذو الحجة 1446هـ | 19 Dhu al-Hijjah 1446 AH
        2026-02-18 | 1 رمضان 1447هـ | 1 Ramadan 1447 AH
        2003-04-09 | 7 صفر 1424هـ | 7 Safar 1424 AH
    ";
    for row in rows(table) {
        let day = row[0].parse().unwrap();
        assert_eq!([ar(), en()].map(|locale| plain(&locale.hijri(&day).unwrap())), row[1..]);
    }
    let none = ["2017-11", "2017", "2017-11-15~", "2017-11-15?", "1800-01-01", "2300-01-01"];
    assert_eq!(none.map(|text| ar().hijri(&text.parse().unwrap())), [const { None }; 6]);
    let all = Locale::new("ar", &Style { hijri: Some(Hijri::All), ..Style::default() }).unwrap();
    let said = plain(&all.date(&"2019-03-23".parse().unwrap(), None, Form::Prose));
    assert_eq!(said, "23 آذار/مارس 2019 (16 رجب 1440هـ)");
}

#[test]
fn moments() {
    let at: Moment = "2031-06-30T18:00+03:00".parse().unwrap();
    let utc: Moment = "2031-07-04T09:05Z".parse().unwrap();
    let west: Moment = "2031-07-04T09:05-04:30".parse().unwrap();
    let said = [at, utc, west]
        .map(|moment| [ar(), en(), styled("ar", "asharq")].map(|locale| plain(&locale.moment(&moment))));
    assert_eq!(
        said,
        [
            [
                "30 حزيران/يونيو 2031، الساعة 18:00 (UTC+03:00)",
                "30 June 2031, 18:00 (UTC+03:00)",
                "٣٠ يونيو ٢٠٣١، الساعة ١٨:٠٠ (UTC+03:00)",
            ],
            [
                "4 تموز/يوليو 2031، الساعة 09:05 (UTC)",
                "4 July 2031, 09:05 (UTC)",
                "٤ يوليو ٢٠٣١، الساعة ٠٩:٠٥ (UTC)"
            ],
            [
                "4 تموز/يوليو 2031، الساعة 09:05 (UTC-04:30)",
                "4 July 2031, 09:05 (UTC-04:30)",
                "٤ يوليو ٢٠٣١، الساعة ٠٩:٠٥ (UTC-04:30)",
            ],
        ]
    );
    let kinds: Vec<_> = ar().moment(&at).0.into_iter().map(|part| (part.kind, part.text)).collect();
    assert_eq!(
        kinds,
        [
            (Kind::Ltr, "30".to_owned()),
            (Kind::Text, "\u{a0}حزيران/\u{2060}يونيو ".to_owned()),
            (Kind::Ltr, "2031".to_owned()),
            (Kind::Text, "، الساعة ".to_owned()),
            (Kind::Ltr, "18:00".to_owned()),
            (Kind::Text, " (".to_owned()),
            (Kind::Ltr, "UTC+03:00".to_owned()),
            (Kind::Text, ")".to_owned()),
        ]
    );
}
