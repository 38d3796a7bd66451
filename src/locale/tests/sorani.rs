use crate::model::{Counted, Style};

use super::super::Case::Nominative;
use super::super::{Form, Kind, Measure};
use super::rendering::{Nouns, check};
use super::*;

const NOUNS: Nouns = Nouns(&[
    ["person", "کەس", "کەس", "کەسەکان"],
    ["strike", "لێدان", "لێدان", "لێدانەکان"],
    ["partner", "هاوبەش", "هاوبەش", "هاوبەشەکان"],
    ["project", "پڕۆژە", "پڕۆژە", "پڕۆژەکان"],
    ["international", "ڕێکخراوی نێودەوڵەتی", "ڕێکخراوی نێودەوڵەتی", "ڕێکخراوە نێودەوڵەتییەکان"],
    ["metre", "مەتر", "مەتر", "-"],
]);

fn ckb() -> Locale {
    styled("ckb", "un")
}

/// A number counts the bare singular; a thousand has no one before it, a million has.
#[test]
fn numbers_count_the_singular() {
    let table = "
        person 0       | سفر کەس
        person 1       | یەک کەس
        person 2       | دوو کەس
        person 3       | سێ کەس
        person 10      | دە کەس
        person 11      | ١١ کەس
        person 26      | ٢٦ کەس
        person 99      | ٩٩ کەس
        person 100     | ١٠٠ کەس
        person 103     | ١٠٣ کەس
        person 1000    | ١٬٠٠٠ کەس
        person 11000   | ١١٬٠٠٠ کەس
        person 1234567 | ١٬٢٣٤٬٥٦٧ کەس
        person 1.5     | ١٫٥ کەس
        person 1K      | هەزار کەس
        person 43K     | ٤٣ هەزار کەس
        person 1M      | یەک ملیۆن کەس
        person 2M      | ٢ ملیۆن کەس
        person 7.7M    | ٧٫٧ ملیۆن کەس
        person 20B     | ٢٠ ملیار کەس
        person 2T      | ٢ تریلیۆن کەس
        bare 1M        | ١ ملیۆن
        strike 8       | هەشت لێدان
        number -1234.5 | −١٬٢٣٤٫٥
        single metre   | یەک مەتر
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 25);
}

#[test]
fn qualifiers() {
    let table = "
        person approx 8M        | نزیکەی ٨ ملیۆن کەس
        person nearly 8M        | نزیک بە ٨ ملیۆن کەس
        person more_than 7.7M   | زیاتر لە ٧٫٧ ملیۆن کەس
        person more_than 1M     | زیاتر لە یەک ملیۆن کەس
        partner more_than 132   | زیاتر لە ١٣٢ هاوبەش
        partner at_least 46     | لانیکەم ٤٦ هاوبەش
        person up_to 500        | تا ٥٠٠ کەس
        person less_than 500    | کەمتر لە ٥٠٠ کەس
        person 2M..3M           | لە نێوان ٢ بۆ ٣ ملیۆن کەس
        person 900K..1.2M       | لە نێوان ٩٠٠ هەزار بۆ ١٫٢ ملیۆن کەس
        person 14000..18000     | لە نێوان ١٤٬٠٠٠ بۆ ١٨٬٠٠٠ کەس
        person 2..3             | لە نێوان دوو بۆ سێ کەس
        person 9..12            | لە نێوان ٩ بۆ ١٢ کەس
        person.short 2M..3M     | لە نێوان ٢ بۆ ٣ ملیۆن
        person.short more_than 132 | زیاتر لە ١٣٢
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 15);
}

/// After هیچ the noun takes the indefinite ێک, which is یەک after a vowel.
#[test]
fn quantities_without_a_number() {
    let table = "
        person none         | هیچ کەسێک
        project none        | هیچ پڕۆژەیەک
        international none  | هیچ ڕێکخراوی نێودەوڵەتییەک
        bare none           | هیچ
        person order 1      | دەیان کەس
        person order 4      | دەیان هەزار کەس
        strike order 2      | سەدان لێدان
        bare order 6        | ملیۆنان
        USD order 7         | دەیان ملیۆن دۆلاری ئەمریکی
        person majority     | زۆربەی کەسەکان
        person all          | هەموو کەسەکان
        person limited      | ژمارەیەکی سنوورداری کەس
        person unquantified | ژمارەیەک کەس
        USD unquantified    | بڕێکی دیارینەکراو
        person majority of ئاوارەکانی عێراق | زۆربەی ئاوارەکانی عێراق
        person x less_than_figure than ژمارەی گەڕاوەکان | کەمتر لە ژمارەی گەڕاوەکان
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 16);
}

/// The words for percent stand before the number, the sign after it; لە is said once.
#[test]
fn shares() {
    let table = "
        share 95           | لە سەدا ٩٥
        share 99.5         | لە سەدا ٩٩٫٥
        share more_than 99 | زیاتر لە سەدا ٩٩
        share 20..30       | لە سەدا ٢٠ بۆ ٣٠
        share all          | لە سەدا ١٠٠
        share.short 95     | ٩٥٪
        share.short -4.5   | −٤٫٥٪
        points 4           | ٤ خاڵی سەدی
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 8);
    let press = "
        share 95           | ٩٥٪
        share 20..30       | لە نێوان ٢٠٪ بۆ ٣٠٪
    ";
    assert_eq!(check(&styled("ckb", "press"), &NOUNS, press), 2);
    let latin = "
        share 95       | لە سەدا 95
        person 7.7M    | 7.7 ملیۆن کەس
        person 1234567 | 1,234,567 کەس
        share.short 95 | 95%
        date 2025-06-15 | 15ی حوزەیرانی 2025
    ";
    assert_eq!(check(&styled("ckb", "latin"), &NOUNS, latin), 5);
    assert_eq!(check(&styled("ckb", "plain"), &NOUNS, "person 3 | ٣ کەس\nperson 1M | ١ ملیۆن کەس"), 2);
}

#[test]
fn money() {
    let table = "
        USD 1              | ١ دۆلاری ئەمریکی
        USD more_than 400M | زیاتر لە ٤٠٠ ملیۆن دۆلاری ئەمریکی
        USD 2M..3M/day     | لە نێوان ٢ بۆ ٣ ملیۆن دۆلاری ئەمریکی لە ڕۆژێکدا
        EUR 20M            | ٢٠ ملیۆن یۆرۆ
        IQD 20B            | ٢٠ ملیار دیناری عێراقی
        XYZ 20M            | ٢٠ ملیۆن XYZ
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 6);
}

/// The ezafe ties day, month and year; "since" ends in ەوە.
#[test]
fn dates() {
    let table = "
        date 2017                     | ٢٠١٧
        date 2025-06                  | حوزەیرانی ٢٠٢٥
        date 2025-06-15               | ١٥ی حوزەیرانی ٢٠٢٥
        date 2018-01-01               | ١ی کانوونی دووەمی ٢٠١٨
        date 2017-11-15               | ١٥ی تشرینی دووەمی ٢٠١٧
        date 2018-05 early            | سەرەتای ئایاری ٢٠١٨
        date 2018-05 mid              | ناوەڕاستی ئایاری ٢٠١٨
        date 2018 late                | کۆتایی ساڵی ٢٠١٨
        date 2031-05~                 | نزیکەی ئایاری ٢٠٣١
        date 2031-05?                 | ئایاری ٢٠٣١ (پشتڕاست نەکراوەتەوە)
        date 2018-05-01/..            | لە ١ی ئایاری ٢٠١٨ەوە
        date 2017/..                  | لە ساڵی ٢٠١٧ەوە
        date 2018-05-01/2018-05-20    | لە ١ تا ٢٠ی ئایاری ٢٠١٨
        date 2014/2017                | لە ساڵی ٢٠١٤ تا ساڵی ٢٠١٧
        date [2018-05-14..2018-05-26] | لە نێوان ١٤ و ٢٦ی ئایاری ٢٠١٨
        dated 2018-05-15              | لە ١٥ی ئایاری ٢٠١٨
        dated 2018                    | لە ساڵی ٢٠١٨
        period 2031-05-28 2031-06-03  | لە ٢٨ی ئایار تا ٣ی حوزەیرانی ٢٠٣١
        moment 2031-06-30T18:00+03:00 | ٣٠ی حوزەیرانی ٢٠٣١، کاتژمێر ١٨:٠٠ (UTC+03:00)
        hijri 2019-03-23              | ١٦ی ڕەجەبی ١٤٤٠ی کۆچی
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 20);
}

#[test]
fn changes_lists_and_ordinals() {
    let table = "
        change partner 75 > 79  | زیادبوون بە بەراورد بە ٧٥ لە ئایاری ٢٠١٨ [٤ هاوبەش]
        change share 95 > 99    | زیادبوون بە بەراورد بە ٩٥٪ لە ئایاری ٢٠١٨ [٤ خاڵی سەدی]
        change partner 79 > 79  | بێ گۆڕانکاری
        list عێراق سووریا ئوردن | عێراق، سووریا و ئوردن
        first 6                 | شەشەم
        first 26                | ٢٦ەم
        span 3mo                | سێ مانگ
        span 14d                | ١٤ ڕۆژ
    ";
    assert_eq!(check(&ckb(), &NOUNS, table), 8);
}

/// A letter that is glued to Latin digits stays with them at the end of a line.
#[test]
fn the_ezafe_holds_to_its_number() {
    let date = styled("ckb", "latin").date(&"2025-06-15".parse().unwrap(), None, Form::Prose);
    let parts: Vec<_> = date.0.into_iter().map(|part| (part.kind, part.text)).collect();
    let text = "\u{2060}ی\u{a0}حوزەیرانی ".to_owned();
    assert_eq!(parts, [(Kind::Ltr, "15".to_owned()), (Kind::Text, text), (Kind::Ltr, "2025".to_owned())]);
    let share = ckb().measure(&Measure::new(&quantity("95"), Counted::Percent), Nominative, Form::Short);
    assert_eq!(share.0[0].kind, Kind::Text);
}

#[test]
fn other_wordings() {
    let mut style = Style::default();
    style.qualifiers.range = Some("نێوان و".into());
    style.qualifiers.up_to = Some("لانیزۆر".into());
    let locale = Locale::new("ckb", &style).unwrap();
    let table = "
        person 2M..3M    | لە نێوان ٢ و ٣ ملیۆن کەس
        person up_to 500 | لانیزۆر ٥٠٠ کەس
    ";
    assert_eq!(check(&locale, &NOUNS, table), 2);
}
