use crate::model::{Counted, Per};

use super::super::Case::{Genitive, Nominative};
use super::super::{Form, Kind, Measure};
use super::*;

#[test]
fn dollars() {
    // typed | Arabic, nominative | Arabic, genitive | English | English tile
    let table = "
        1             | دولار أمريكي واحد | دولار أمريكي واحد | US$1 | US$1
        2             | دولاران أمريكيان | دولارين أمريكيين | US$2 | US$2
        3             | 3 دولارات أمريكية | 3 دولارات أمريكية | US$3 | US$3
        11            | 11 دولارًا أمريكيًا | 11 دولارًا أمريكيًا | US$11 | US$11
        100           | 100 دولار أمريكي | 100 دولار أمريكي | US$100 | US$100
        1062          | 1,062 دولارًا أمريكيًا | 1,062 دولارًا أمريكيًا | US$1,062 | US$1,062
        1M            | مليون دولار أمريكي | مليون دولار أمريكي | US$1 million | US$1 million
        2M            | مليونا دولار أمريكي | مليوني دولار أمريكي | US$2 million | US$2 million
        8M            | 8 ملايين دولار أمريكي | 8 ملايين دولار أمريكي | US$8 million | US$8 million
        14.2M         | 14.2 مليون دولار أمريكي | 14.2 مليون دولار أمريكي | US$14.2 million | US$14.2 million
        more_than 400M | أكثر من 400 مليون دولار أمريكي | أكثر من 400 مليون دولار أمريكي | more than US$400 million | >US$400 million
        approx 20B    | نحو 20 مليار دولار أمريكي | نحو 20 مليار دولار أمريكي | about US$20 billion | ~US$20 billion
        less_than 5M  | أقل من 5 ملايين دولار أمريكي | أقل من 5 ملايين دولار أمريكي | less than US$5 million | <US$5 million
        2B..3B        | ما بين مليارين و3 مليارات دولار أمريكي | ما بين مليارين و3 مليارات دولار أمريكي | between US$2 billion and US$3 billion | US$2–3 billion
        900K..1.2M    | ما بين 900 ألف و1.2 مليون دولار أمريكي | ما بين 900 ألف و1.2 مليون دولار أمريكي | between US$900,000 and US$1.2 million | US$900,000–US$1.2 million
        -5            | −5 دولارات أمريكية | −5 دولارات أمريكية | −US$5 | −US$5
        order 7       | عشرات الملايين من الدولارات الأمريكية | عشرات الملايين من الدولارات الأمريكية | tens of millions of US dollars | tens of millions of US dollars
        limited       | مبلغ محدود | مبلغ محدود | a limited amount | a limited amount
        unquantified  | مبلغ غير محدَّد | مبلغ غير محدَّد | an unspecified amount | an unspecified amount
    ";
    let money = Counted::Money("USD");
    for row in rows(table) {
        let all = [
            prose(&ar(), row[0], money, Nominative),
            prose(&ar(), row[0], money, Genitive),
            prose(&en(), row[0], money, Nominative),
            short(&en(), row[0], money),
        ];
        assert_eq!(all, row[1..], "{}", row[0]);
    }
    assert_eq!(short(&ar(), "20B", money), "20 مليار دولار أمريكي");
}

/// 1, 2 in both cases, 3, 11 and a million of every currency.
#[test]
fn every_currency_in_arabic() {
    let table = "
        USD | دولار أمريكي واحد | دولاران أمريكيان | دولارين أمريكيين | 3 دولارات أمريكية | 11 دولارًا أمريكيًا | مليون دولار أمريكي
        CAD | دولار كندي واحد | دولاران كنديان | دولارين كنديين | 3 دولارات كندية | 11 دولارًا كنديًا | مليون دولار كندي
        AUD | دولار أسترالي واحد | دولاران أستراليان | دولارين أستراليين | 3 دولارات أسترالية | 11 دولارًا أستراليًا | مليون دولار أسترالي
        EUR | يورو واحد | 2 يورو | 2 يورو | 3 يورو | 11 يورو | مليون يورو
        GBP | جنيه إسترليني واحد | جنيهان إسترلينيان | جنيهين إسترلينيين | 3 جنيهات إسترلينية | 11 جنيهًا إسترلينيًا | مليون جنيه إسترليني
        NOK | كرونة نرويجية واحدة | كرونتان نرويجيتان | كرونتين نرويجيتين | 3 كرونات نرويجية | 11 كرونة نرويجية | مليون كرونة نرويجية
        SEK | كرونة سويدية واحدة | كرونتان سويديتان | كرونتين سويديتين | 3 كرونات سويدية | 11 كرونة سويدية | مليون كرونة سويدية
        DKK | كرونة دنمركية واحدة | كرونتان دنمركيتان | كرونتين دنمركيتين | 3 كرونات دنمركية | 11 كرونة دنمركية | مليون كرونة دنمركية
        CHF | فرنك سويسري واحد | فرنكان سويسريان | فرنكين سويسريين | 3 فرنكات سويسرية | 11 فرنكًا سويسريًا | مليون فرنك سويسري
        JPY | ين ياباني واحد | ينان يابانيان | ينين يابانيين | 3 ينات يابانية | 11 ينًا يابانيًا | مليون ين ياباني
        KWD | دينار كويتي واحد | ديناران كويتيان | دينارين كويتيين | 3 دنانير كويتية | 11 دينارًا كويتيًا | مليون دينار كويتي
        IQD | دينار عراقي واحد | ديناران عراقيان | دينارين عراقيين | 3 دنانير عراقية | 11 دينارًا عراقيًا | مليون دينار عراقي
        JOD | دينار أردني واحد | ديناران أردنيان | دينارين أردنيين | 3 دنانير أردنية | 11 دينارًا أردنيًا | مليون دينار أردني
        SAR | ريال سعودي واحد | ريالان سعوديان | ريالين سعوديين | 3 ريالات سعودية | 11 ريالًا سعوديًا | مليون ريال سعودي
        QAR | ريال قطري واحد | ريالان قطريان | ريالين قطريين | 3 ريالات قطرية | 11 ريالًا قطريًا | مليون ريال قطري
        AED | درهم إماراتي واحد | درهمان إماراتيان | درهمين إماراتيين | 3 دراهم إماراتية | 11 درهمًا إماراتيًا | مليون درهم إماراتي
        SYP | ليرة سورية واحدة | ليرتان سوريتان | ليرتين سوريتين | 3 ليرات سورية | 11 ليرة سورية | مليون ليرة سورية
        TRY | ليرة تركية واحدة | ليرتان تركيتان | ليرتين تركيتين | 3 ليرات تركية | 11 ليرة تركية | مليون ليرة تركية
    ";
    for row in rows(table) {
        let money = Counted::Money(row[0]);
        let all = [
            ("1", Nominative),
            ("2", Nominative),
            ("2", Genitive),
            ("3", Nominative),
            ("11", Nominative),
            ("1M", Nominative),
        ]
        .map(|(typed, case)| prose(&ar(), typed, money, case));
        assert_eq!(all, row[1..], "{}", row[0]);
        assert!(ar().knows_currency(row[0]) && en().knows_currency(row[0]));
    }
}

#[test]
fn other_currencies_in_english() {
    let table = "EUR | €20 million\nGBP | £20 million\nNOK | NOK 20 million\nIQD | IQD 20 million\nXYZ | 20 million XYZ";
    for row in rows(table) {
        assert_eq!(prose(&en(), "20M", Counted::Money(row[0]), Nominative), row[1]);
    }
    assert_eq!(prose(&ar(), "20M", Counted::Money("XYZ"), Nominative), "20 مليونًا XYZ");
    assert!(!ar().knows_currency("XYZ"));
}

#[test]
fn rates() {
    let range = quantity("2M..3M");
    let rate = |per| Measure { per: Some(per), ..Measure::new(&range, Counted::Money("USD")) };
    let table = "ما بين مليونين و3 ملايين دولار أمريكي يوميًا | between US$2 million and US$3 million a day";
    let both = [ar(), en()].map(|locale| plain(&locale.measure(&rate(Per::Day), Nominative, Form::Prose)));
    assert_eq!(both.to_vec(), rows(table).next().unwrap());
    let ends = [Per::Week, Per::Month, Per::Year]
        .map(|per| plain(&en().measure(&rate(per), Nominative, Form::Short)));
    assert_eq!(ends, ["US$2–3 million a week", "US$2–3 million a month", "US$2–3 million a year"]);
    let one = quantity("3");
    let year = Measure { per: Some(Per::Year), ..Measure::new(&one, Counted::Money("SYP")) };
    assert_eq!(plain(&ar().measure(&year, Nominative, Form::Prose)), "3 ليرات سورية سنويًا");
}

#[test]
fn the_sign_is_part_of_the_figure() {
    let phrase = en().measure(
        &Measure::new(&quantity("more_than 400M"), Counted::Money("USD")),
        Nominative,
        Form::Short,
    );
    let parts: Vec<_> = phrase.0.iter().map(|part| (part.kind, part.text.as_str())).collect();
    assert_eq!(parts, [(Kind::Ltr, ">US$400"), (Kind::Text, "\u{a0}million")]);
}
