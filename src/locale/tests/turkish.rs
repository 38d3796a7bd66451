use crate::model::Style;

use super::rendering::{Nouns, check};
use super::*;

const NOUNS: Nouns = Nouns(&[
    ["kişi", "kişi", "kişi", "kişilerin"],
    ["ortak", "ortak", "ortak", "ortakların"],
    ["saldırı", "saldırı", "saldırı", "saldırıların"],
    ["metre", "metre", "metre", "metrenin"],
]);

fn tr() -> Locale {
    styled("tr", "un")
}

/// A number counts the singular; a thousand has no one before it.
#[test]
fn numbers_count_the_singular() {
    let table = "
        kişi 0         | sıfır kişi
        kişi 1         | bir kişi
        kişi 2         | iki kişi
        kişi 3         | üç kişi
        kişi 9         | dokuz kişi
        kişi 10        | 10 kişi
        kişi 11        | 11 kişi
        kişi 26        | 26 kişi
        kişi 99        | 99 kişi
        kişi 100       | 100 kişi
        kişi 103       | 103 kişi
        kişi 1000      | 1.000 kişi
        kişi 11000     | 11.000 kişi
        kişi 1234567   | 1.234.567 kişi
        kişi 1.5       | 1,5 kişi
        kişi 1K        | bin kişi
        kişi 43K       | 43 bin kişi
        kişi 1M        | 1 milyon kişi
        kişi 7.7M      | 7,7 milyon kişi
        kişi 20B       | 20 milyar kişi
        kişi 2T        | 2 trilyon kişi
        bare 26M       | 26 milyon
        number -1234.5 | −1.234,5
        single metre   | tek bir metre
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 24);
}

/// `fazla` and `az` ask for the ablative, in harmony with the last vowel that is read and hard after a
/// hard consonant: bir-den, üç-ten, altı-dan, kırk-tan.
#[test]
fn the_ablative_follows_the_number_that_is_read() {
    let table = "
        saldırı more_than 0     | sıfırdan fazla saldırı
        saldırı more_than 1     | birden fazla saldırı
        saldırı more_than 2     | ikiden fazla saldırı
        saldırı more_than 3     | üçten fazla saldırı
        saldırı more_than 4     | dörtten fazla saldırı
        saldırı more_than 5     | beşten fazla saldırı
        saldırı more_than 6     | altıdan fazla saldırı
        saldırı more_than 7     | yediden fazla saldırı
        saldırı more_than 8     | sekizden fazla saldırı
        saldırı more_than 9     | dokuzdan fazla saldırı
        saldırı more_than 10    | 10’dan fazla saldırı
        saldırı more_than 20    | 20’den fazla saldırı
        saldırı more_than 30    | 30’dan fazla saldırı
        saldırı more_than 40    | 40’tan fazla saldırı
        saldırı more_than 50    | 50’den fazla saldırı
        saldırı more_than 60    | 60’tan fazla saldırı
        saldırı more_than 70    | 70’ten fazla saldırı
        saldırı more_than 80    | 80’den fazla saldırı
        saldırı more_than 90    | 90’dan fazla saldırı
        saldırı more_than 11    | 11’den fazla saldırı
        saldırı more_than 13    | 13’ten fazla saldırı
        saldırı more_than 16    | 16’dan fazla saldırı
        saldırı more_than 79    | 79’dan fazla saldırı
        saldırı more_than 100   | 100’den fazla saldırı
        saldırı more_than 110   | 110’dan fazla saldırı
        saldırı more_than 132   | 132’den fazla saldırı
        saldırı more_than 1000  | 1.000’den fazla saldırı
        saldırı more_than 1400  | 1.400’den fazla saldırı
        saldırı more_than 43000 | 43.000’den fazla saldırı
        saldırı more_than 1000000 | 1.000.000’dan fazla saldırı
        saldırı more_than 2.5   | 2,5’ten fazla saldırı
        saldırı less_than 500   | 500’den az saldırı
        kişi more_than 1K       | binden fazla kişi
        kişi more_than 43K      | 43 binden fazla kişi
        kişi more_than 7.7M     | 7,7 milyondan fazla kişi
        kişi less_than 20B      | 20 milyardan az kişi
        kişi more_than 2T       | 2 trilyondan fazla kişi
        USD more_than 400M      | 400 milyon ABD dolarından fazla
        EUR more_than 3M        | 3 milyon avrodan fazla
        SAR more_than 3M        | 3 milyon Suudi Arabistan riyalinden fazla
        XYZ more_than 3M        | 3 milyon XYZ’den fazla
        share more_than 99      | yüzde 99’dan fazla
        share less_than 5       | yüzde 5’ten az
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 43);
}

#[test]
fn qualifiers_before_the_number() {
    let table = "
        kişi approx 8M          | yaklaşık 8 milyon kişi
        kişi nearly 8M          | neredeyse 8 milyon kişi
        ortak at_least 46       | en az 46 ortak
        kişi up_to 500          | en fazla 500 kişi
        kişi 2M..3M             | 2 ila 3 milyon kişi
        kişi 900K..1.2M         | 900 bin ila 1,2 milyon kişi
        kişi 14000..18000       | 14.000 ila 18.000 kişi
        kişi 2..3               | iki ila üç kişi
        kişi 9..12              | 9 ila 12 kişi
        kişi.short more_than 132 | >132
        kişi.short 2M..3M       | 2–3 milyon
        kişi.short approx 8M    | ~8 milyon
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 12);
}

/// The sign and the word for percent stand before the number.
#[test]
fn shares() {
    let table = "
        share 95           | yüzde 95
        share 99.5         | yüzde 99,5
        share 20..30       | yüzde 20 ila 30
        share all          | yüzde 100
        share.short 95     | %95
        share.short -4.5   | −%4,5
        share.short 20..30 | %20–30
        share.short more_than 99 | >%99
        points 4           | 4 yüzde puan
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 9);
    let press = "
        share 95           | %95
        share 20..30       | %20 ila %30
        share more_than 99 | %99’dan fazla
        share approx 60    | yaklaşık %60
    ";
    assert_eq!(check(&styled("tr", "press"), &NOUNS, press), 4);
    assert_eq!(check(&styled("tr", "plain"), &NOUNS, "kişi more_than 3 | 3’ten fazla kişi"), 1);
}

/// Wholes are given in the genitive and stand first.
#[test]
fn quantities_without_a_number() {
    let table = "
        kişi order 1          | onlarca kişi
        kişi order 4          | on binlerce kişi
        kişi order 5          | yüz binlerce kişi
        bare order 6          | milyonlarca
        USD order 7           | on milyonlarca ABD doları
        kişi majority         | kişilerin çoğu
        kişi all              | kişilerin tamamı
        kişi none             | hiçbir kişi
        bare none             | yok
        kişi limited          | sınırlı sayıda kişi
        kişi unquantified     | belirtilmeyen sayıda kişi
        kişi majority of Irak’ta yerinden edilenlerin | Irak’ta yerinden edilenlerin çoğu
        kişi x less_than_figure than geri dönenlerin sayısından | geri dönenlerin sayısından az
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 13);
}

#[test]
fn money() {
    let table = "
        USD 1          | 1 ABD doları
        USD 400M       | 400 milyon ABD doları
        USD 2B..3B     | 2 ila 3 milyar ABD doları
        USD 2M..3M/day | günde 2 ila 3 milyon ABD doları
        TRY 43K        | 43 bin Türk lirası
        GBP 20M        | 20 milyon İngiliz sterlini
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 6);
}

/// Case endings of dates follow the year as it is read.
#[test]
fn dates() {
    let table = "
        date 2017-11-15               | 15 Kasım 2017
        date 2017-11                  | Kasım 2017
        date.short 2018-02-01         | 1 Şub 2018
        date 2018-05 early            | Mayıs 2018 başı
        date 2018 late                | 2018 sonu
        date 2031-05~                 | Mayıs 2031 dolayları
        date 2031-05?                 | Mayıs 2031 (doğrulanmadı)
        date 2018-05-01/..            | 1 Mayıs 2018’den bu yana
        date 2026/..                  | 2026’dan bu yana
        date 2018-05-01/2018-05-20    | 1 ila 20 Mayıs 2018 arasında
        date [2018-11..2019-01]       | Kasım 2018 ila Ocak 2019 arasında
        dated 2018-05-15              | 15 Mayıs 2018’de
        dated 2019-05                 | Mayıs 2019’da
        dated 2023                    | 2023’te
        dated 2024                    | 2024’te
        dated 2020                    | 2020’de
        dated 2030                    | 2030’da
        dated 2040                    | 2040’ta
        dated 2000                    | 2000’de
        dated 2018-05 mid             | Mayıs 2018 ortasında
        dated 2018 late               | 2018 sonunda
        dated 2031~                   | 2031 dolaylarında
        dated 2031-05?                | Mayıs 2031’de (doğrulanmadı)
        period 2031-06-01 2031-06-30  | 1 ila 30 Haziran 2031
        period 2031-05-28 2031-06-03  | 28 Mayıs ila 3 Haziran 2031
        period.short 2031-06-01 2031-06-30 | 1–30 Haz 2031
        moment 2031-06-30T18:00+03:00 | 30 Haziran 2031, saat 18.00 (UTC+03:00)
        hijri 2019-03-23              | 16 Recep 1440 hicri
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 28);
}

#[test]
fn changes_lists_ordinals_and_capitals() {
    let table = "
        change ortak 75 > 79    | artış; önceki değer: Mayıs 2018’de 75 [4 ortak]
        change share 95 > 99    | artış; önceki değer: Mayıs 2018’de %95 [4 yüzde puan]
        change ortak 79 > 79    | değişmedi
        change USD 400M > 500M  | artış; önceki değer: Mayıs 2018’de 400 milyon ABD doları [%25]
        list Irak Suriye Ürdün  | Irak, Suriye ve Ürdün
        first 6                 | altıncı
        first 26                | 26.
        span 3mo                | üç ay
        capital ilk karar       | İlk karar
        capital ılımlı          | Ilımlı
        capital yeni            | Yeni
    ";
    assert_eq!(check(&tr(), &NOUNS, table), 11);
}

#[test]
fn other_wordings() {
    let mut style = Style::default();
    style.qualifiers.approx = Some("takriben".into());
    let locale = Locale::new("tr", &style).unwrap();
    assert_eq!(check(&locale, &NOUNS, "kişi approx 8M | takriben 8 milyon kişi"), 1);
    assert_eq!(locale.quote_marks(), ["“", "”"]);
}
