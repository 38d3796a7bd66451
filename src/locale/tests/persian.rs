use crate::model::{Counted, Style};

use super::super::Case::Nominative;
use super::super::{Form, Kind, Measure};
use super::rendering::{Nouns, check};
use super::*;

const NOUNS: Nouns = Nouns(&[
    ["person", "نفر", "نفر", "افراد"],
    ["strike", "حمله", "حمله", "حملات"],
    ["partner", "شریک", "شریک", "شرکا"],
    ["member", "عضو", "عضو", "اعضا"],
    ["force", "نیرو", "نیرو", "نیروها"],
    ["metre", "متر", "متر", "-"],
    ["international", "سازمان بین‌المللی", "سازمان بین‌المللی", "سازمان‌های بین‌المللی"],
]);

fn fa() -> Locale {
    styled("fa", "un")
}

/// A number counts the singular; a thousand has no one before it, a million has.
#[test]
fn numbers_count_the_singular() {
    let table = "
        person 0       | صفر نفر
        person 1       | یک نفر
        person 2       | دو نفر
        person 3       | سه نفر
        person 10      | ده نفر
        person 11      | ۱۱ نفر
        person 26      | ۲۶ نفر
        person 99      | ۹۹ نفر
        person 100     | ۱۰۰ نفر
        person 103     | ۱۰۳ نفر
        person 1000    | ۱٬۰۰۰ نفر
        person 11000   | ۱۱٬۰۰۰ نفر
        person 1234567 | ۱٬۲۳۴٬۵۶۷ نفر
        person 1.5     | ۱٫۵ نفر
        person 1K      | هزار نفر
        person 43K     | ۴۳ هزار نفر
        person 1M      | یک میلیون نفر
        person 2M      | ۲ میلیون نفر
        person 7.7M    | ۷٫۷ میلیون نفر
        person 20B     | ۲۰ میلیارد نفر
        person 2T      | ۲ تریلیون نفر
        bare 1M        | ۱ میلیون
        strike 8       | هشت حمله
        number -1234.5 | −۱٬۲۳۴٫۵
        single metre   | یک متر
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 25);
}

#[test]
fn qualifiers() {
    let table = "
        person approx 8M        | حدود ۸ میلیون نفر
        person nearly 8M        | نزدیک به ۸ میلیون نفر
        person more_than 7.7M   | بیش از ۷٫۷ میلیون نفر
        person more_than 1M     | بیش از یک میلیون نفر
        partner more_than 132   | بیش از ۱۳۲ شریک
        partner at_least 46     | دست‌کم ۴۶ شریک
        person up_to 500        | حداکثر ۵۰۰ نفر
        person less_than 500    | کمتر از ۵۰۰ نفر
        person 2M..3M           | بین ۲ تا ۳ میلیون نفر
        person 900K..1.2M       | بین ۹۰۰ هزار تا ۱٫۲ میلیون نفر
        person 14000..18000     | بین ۱۴٬۰۰۰ تا ۱۸٬۰۰۰ نفر
        person 2..3             | بین دو تا سه نفر
        person 9..12            | بین ۹ تا ۱۲ نفر
        person.short 2M..3M     | بین ۲ تا ۳ میلیون
        person.short more_than 132 | بیش از ۱۳۲
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 15);
}

/// After هیچ the noun takes the indefinite ی, with its hamza after a silent h and a long i.
#[test]
fn quantities_without_a_number() {
    let table = "
        person none         | هیچ نفری
        strike none         | هیچ حمله‌ای
        member none         | هیچ عضوی
        force none          | هیچ نیرویی
        international none  | هیچ سازمان بین‌المللی‌ای
        bare none           | هیچ
        person order 1      | ده‌ها نفر
        person order 4      | ده‌ها هزار نفر
        strike order 2      | صدها حمله
        bare order 6        | میلیون‌ها
        USD order 7         | ده‌ها میلیون دلار آمریکا
        person majority     | بیشتر افراد
        person all          | همهٔ افراد
        person limited      | شمار محدودی از افراد
        person unquantified | شماری از افراد
        USD unquantified    | مبلغی نامشخص
        person majority of آوارگان عراق | بیشتر آوارگان عراق
        person x less_than_figure than شمار بازگشتگان | کمتر از شمار بازگشتگان
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 18);
}

#[test]
fn shares() {
    let table = "
        share 95           | ۹۵ درصد
        share 99.5         | ۹۹٫۵ درصد
        share more_than 99 | بیش از ۹۹ درصد
        share 20..30       | بین ۲۰ تا ۳۰ درصد
        share all          | ۱۰۰ درصد
        share.short 95     | ۹۵٪
        share.short -4.5   | −۴٫۵٪
        points 4           | ۴ واحد درصد
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 8);
    assert_eq!(check(&styled("fa", "press"), &NOUNS, "share 20..30 | بین ۲۰٪ تا ۳۰٪"), 1);
    let latin = "
        share 95       | 95 درصد
        person 7.7M    | 7.7 میلیون نفر
        person 1234567 | 1,234,567 نفر
        share.short 95 | 95%
        date 2017-11-15 | 15 نوامبر 2017
    ";
    assert_eq!(check(&styled("fa", "latin"), &NOUNS, latin), 5);
    assert_eq!(check(&styled("fa", "plain"), &NOUNS, "person 3 | ۳ نفر\nperson 1M | ۱ میلیون نفر"), 2);
}

#[test]
fn money() {
    let table = "
        USD 1              | ۱ دلار آمریکا
        USD more_than 400M | بیش از ۴۰۰ میلیون دلار آمریکا
        USD 2M..3M/day     | بین ۲ تا ۳ میلیون دلار آمریکا در روز
        EUR 20M            | ۲۰ میلیون یورو
        GBP 20M            | ۲۰ میلیون پوند بریتانیا
        XYZ 20M            | ۲۰ میلیون XYZ
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 6);
}

#[test]
fn dates() {
    let table = "
        date 2017                     | ۲۰۱۷
        date 2017-11                  | نوامبر ۲۰۱۷
        date 2017-11-15               | ۱۵ نوامبر ۲۰۱۷
        date 2018-05-01               | ۱ مه ۲۰۱۸
        date 2018-07                  | ژوئیه ۲۰۱۸
        date 2018-08                  | اوت ۲۰۱۸
        date 2018-05 early            | اوایل مه ۲۰۱۸
        date 2018-05 mid              | اواسط مه ۲۰۱۸
        date 2018 late                | اواخر سال ۲۰۱۸
        date 2031-05~                 | حدود مه ۲۰۳۱
        date 2031-05?                 | مه ۲۰۳۱ (تأییدنشده)
        date 2018-05-01/..            | از ۱ مه ۲۰۱۸ تاکنون
        date 2017/..                  | از سال ۲۰۱۷ تاکنون
        date 2018-05-01/2018-05-20    | از ۱ تا ۲۰ مه ۲۰۱۸
        date 2014/2017                | از سال ۲۰۱۴ تا سال ۲۰۱۷
        date [2018-05-14..2018-05-26] | بین ۱۴ و ۲۶ مه ۲۰۱۸
        dated 2018-05-15              | در ۱۵ مه ۲۰۱۸
        dated 2018                    | در سال ۲۰۱۸
        period 2031-05-28 2031-06-03  | از ۲۸ مه تا ۳ ژوئن ۲۰۳۱
        moment 2031-06-30T18:00+03:00 | ۳۰ ژوئن ۲۰۳۱، ساعت ۱۸:۰۰ (UTC+03:00)
        hijri 2019-03-23              | ۱۶ رجب ۱۴۴۰ هجری قمری
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 21);
}

#[test]
fn changes_lists_and_ordinals() {
    let table = "
        change partner 75 > 79  | افزایش نسبت به ۷۵ در مه ۲۰۱۸ [۴ شریک]
        change share 95 > 99    | افزایش نسبت به ۹۵٪ در مه ۲۰۱۸ [۴ واحد درصد]
        change partner 79 > 79  | بدون تغییر
        change person nearly 8M > nearly 8M | مقدار پیشین: نزدیک به ۸ میلیون در مه ۲۰۱۸ (در همان بازه)
        list عراق سوریه اردن    | عراق، سوریه و اردن
        first 6                 | ششم
        first 26                | ۲۶م
        span 3mo                | سه ماه
        span 14d                | ۱۴ روز
    ";
    assert_eq!(check(&fa(), &NOUNS, table), 9);
}

/// Persian digits are of class EN, so that figures are isolated as Latin ones are.
#[test]
fn persian_figures_are_left_to_right_parts() {
    let said = |typed, counted| {
        let phrase = fa().measure(&Measure::new(&quantity(typed), counted), Nominative, Form::Short);
        phrase.0.into_iter().map(|part| (part.kind, part.text)).collect::<Vec<_>>()
    };
    assert_eq!(said("-4.5", Counted::Percent), [(Kind::Ltr, "−۴٫۵٪".to_owned())]);
    let ordinal = fa().ordinal(26, Gender::Masculine, false, Nominative).unwrap();
    let parts: Vec<_> = ordinal.0.into_iter().map(|part| (part.kind, part.text)).collect();
    assert_eq!(parts, [(Kind::Ltr, "۲۶".to_owned()), (Kind::Text, "\u{2060}م".to_owned())]);
}

#[test]
fn other_wordings() {
    let mut style = Style::default();
    style.qualifiers.range = Some("میان و".into());
    style.qualifiers.at_least = Some("حداقل".into());
    let locale = Locale::new("fa", &style).unwrap();
    let table = "
        person 2M..3M      | میان ۲ و ۳ میلیون نفر
        person at_least 46 | حداقل ۴۶ نفر
    ";
    assert_eq!(check(&locale, &NOUNS, table), 2);
}
