use crate::model::{
    Counted, DecimalMark, Digits, Gender, GroupMark, Hijri, Months, Percent, QualifierWords, Quotes,
    ScaleAfterDecimal, Style,
};

use super::super::Case::Nominative;
use super::super::UnknownLocale;
use super::*;

#[test]
fn the_arabic_profiles_differ_in_marks_and_signs() {
    // typed | un | coalition | gulf-press | asharq
    let table = "
        7.7M       | 7.7 مليون شخص | 7,7 ملايين شخص | 7.7 مليون شخص | ٧٫٧ مليون شخص
        1.5M       | 1.5 مليون شخص | 1,5 مليون شخص  | 1.5 مليون شخص | ١٫٥ مليون شخص
        11.5M      | 11.5 مليون شخص | 11,5 مليون شخص | 11.5 مليون شخص | ١١٫٥ مليون شخص
        1234567    | 1,234,567 شخصًا | 1.234.567 شخصًا | 1,234,567 شخصًا | ١٬٢٣٤٬٥٦٧ شخصًا
        79         | 79 شخصًا | 79 شخصًا | 79 شخصًا | ٧٩ شخصًا
        3          | ثلاثة أشخاص | ثلاثة أشخاص | ثلاثة أشخاص | ثلاثة أشخاص
        2M..3M     | ما بين مليونين و3 ملايين شخص | ما بين مليونين و3 ملايين شخص | بين مليونين و3 ملايين شخص | بين مليونين و٣ ملايين شخص
    ";
    let person = person();
    for row in rows(table) {
        let all = ["un", "coalition", "gulf-press", "asharq"]
            .map(|profile| prose(&styled("ar", profile), row[0], Counted::Noun(&person), Nominative));
        assert_eq!(all, row[1..], "{}", row[0]);
    }
}

#[test]
fn shares_in_arabic() {
    // typed | un | gulf-press | asharq | tile
    let table = "
        95           | 95 في المائة | 95% | ٩٥٪ | 95%
        5            | 5 في المائة | 5% | ٥٪ | 5%
        99.5         | 99.5 في المائة | 99.5% | ٩٩٫٥٪ | 99.5%
        -4.5         | −4.5 في المائة | −4.5% | −٤٫٥٪ | −4.5%
        more_than 99 | أكثر من 99 في المائة | أكثر من 99% | أكثر من ٩٩٪ | أكثر من 99%
        20..30       | ما بين 20 و30 في المائة | بين 20% و30% | بين ٢٠٪ و٣٠٪ | ما بين 20% و30%
        all          | 100 في المائة | 100% | ١٠٠٪ | 100%
    ";
    for row in rows(table) {
        let mut all = ["un", "gulf-press", "asharq"]
            .map(|profile| prose(&styled("ar", profile), row[0], Counted::Percent, Nominative))
            .to_vec();
        all.push(short(&ar(), row[0], Counted::Percent));
        assert_eq!(all, row[1..], "{}", row[0]);
    }
    let points =
        ["1", "2", "4", "11", "2.5"].map(|typed| prose(&ar(), typed, Counted::PercentagePoints, Nominative));
    assert_eq!(
        points,
        ["نقطة مئوية واحدة", "نقطتان مئويتان", "4 نقاط مئوية", "11 نقطة مئوية", "2.5 نقطة مئوية"]
    );
}

#[test]
fn single_choices_depart_from_the_profile() {
    let style = Style { numbers_as_words_below: Some(0), digits: Some(Digits::Arab), ..Style::default() };
    let locale = Locale::new("ar", &style).unwrap();
    let person = person();
    let said = ["1", "2", "3", "7.7M", "1234"]
        .map(|typed| prose(&locale, typed, Counted::Noun(&person), Nominative));
    assert_eq!(said, ["شخص واحد", "شخصان", "٣ أشخاص", "٧٫٧ مليون شخص", "١٬٢٣٤ شخصًا"]);
    let style = Style { percent: Some(Percent::Words), ..style };
    let range = prose(&Locale::new("ar", &style).unwrap(), "20..30", Counted::Percent, Nominative);
    assert_eq!(range, "ما بين ٢٠ و٣٠ في المائة");
    let style = Style { profile: Some("asharq".into()), digits: Some(Digits::Latn), ..Style::default() };
    let latin = Locale::new("ar", &style).unwrap();
    assert_eq!(prose(&latin, "1234.5", Counted::Bare, Nominative), "1,234.5");
}

#[test]
fn what_is_unknown_is_answered_with_what_is_known() {
    let messages = [
        Locale::new("xx", &Style::default()),
        Locale::new("ar", &Style { profile: Some("gulf".into()), ..Style::default() }),
        Locale::new("ar", &Style { decimal: Some(DecimalMark::Comma), ..Style::default() }),
        Locale::new("ar", &wording(|words| words.approx = Some("زها".into()))),
        Locale::new("en", &wording(|words| words.range = Some("from to".into()))),
    ]
    .map(|result: Result<Locale, UnknownLocale>| result.unwrap_err().to_string());
    assert_eq!(
        messages,
        [
            format!("no language `xx`; known are `{}`", Locale::supported().join("`, `")).as_str(),
            "no style profile `gulf` for `ar`; known are `un`, `coalition`, `gulf-press`, `levant-press`, `asharq`, `custom`",
            "the style of `ar` has one mark for decimals and groups; set `decimal` or `group`",
            "`ar` cannot word `approx` as `زها`; known are `نحو`, `حوالي`, `زهاء`, `قرابة`, `ما يناهز`, `تقريبًا`",
            "`en` has one wording for `range`; take `from to` out of its style",
        ]
    );
    assert_eq!(Locale::new("ar-SY", &Style::default()).unwrap().lang(), "ar");
}

fn wording(set: fn(&mut QualifierWords)) -> Style {
    let mut style = Style::default();
    set(&mut style.qualifiers);
    style
}

#[test]
fn a_custom_profile_leaves_nothing_open() {
    let custom = Style { profile: Some("custom".into()), ..Style::default() };
    let open = ["ar", "en"].map(|lang| Locale::new(lang, &custom).unwrap_err());
    let choices = |arabic: bool| {
        let mut all = vec!["decimal", "group", "percent", "hijri", "quotes", "numbers_as_words_below"];
        all.extend(["approx", "nearly", "more_than", "at_least", "up_to", "less_than"]);
        if arabic {
            all.splice(3..3, ["scale_after_decimal", "months", "year_mark"]);
            all.insert(0, "digits");
            all.push("range");
        }
        all
    };
    assert_eq!(
        open,
        [
            UnknownLocale::Open { lang: "ar", choices: choices(true) },
            UnknownLocale::Open { lang: "en", choices: choices(false) },
        ]
    );
    let said = |word: &str| Some(word.to_owned());
    let style = Style {
        digits: Some(Digits::Arab),
        decimal: Some(DecimalMark::Arabic),
        group: Some(GroupMark::None),
        percent: Some(Percent::Sign),
        scale_after_decimal: Some(ScaleAfterDecimal::ByInteger),
        months: Some(Months::Levantine),
        year_mark: Some(true),
        hijri: Some(Hijri::Never),
        quotes: Some(Quotes::Curly),
        numbers_as_words_below: Some(0),
        qualifiers: QualifierWords {
            approx: said("زهاء"),
            nearly: said("قرابة"),
            more_than: said("ما يزيد على"),
            at_least: said("على الأقل"),
            up_to: said("على الأكثر"),
            less_than: said("دون"),
            range: said("بين"),
        },
        ..custom
    };
    let locale = Locale::new("ar", &style).unwrap();
    let strike = strike();
    let said = ["approx 7.7M", "at_least 3", "more_than 1234", "20..30"]
        .map(|typed| prose(&locale, typed, Counted::Noun(&strike), Nominative));
    let expected = ["زهاء ٧٫٧ ملايين ضربة", "٣ ضربات على الأقل", "ما يزيد على ١٢٣٤ ضربة", "بين ٢٠ و٣٠ ضربة"];
    assert_eq!(said, expected);
}

#[test]
fn english_ordinals_and_known_things() {
    // number | un | us, below one
    let table = "
        1 | first | 1st
        2 | second | 2nd
        3 | third | 3rd
        6 | sixth | 6th
        9 | ninth | 9th
        10 | 10th | 10th
        11 | 11th | 11th
        12 | 12th | 12th
        13 | 13th | 13th
        21 | 21st | 21st
        22 | 22nd | 22nd
        103 | 103rd | 103rd
        111 | 111th | 111th
        1000 | 1,000th | 1,000th
    ";
    let digits = Style { numbers_as_words_below: Some(0), ..Style::default() };
    let digits = Locale::new("en", &digits).unwrap();
    for row in rows(table) {
        let both = [en(), digits].map(|locale| {
            let ordinal = locale.ordinal(row[0].parse().unwrap(), Gender::Feminine, true, Nominative);
            plain(&ordinal.unwrap())
        });
        assert_eq!(both, row[1..]);
    }
    let partner = partner();
    let known = ["1", "2", "4", "75", "7.7M"]
        .map(|typed| plain(&en().known(&number(typed), &partner, Nominative).unwrap()));
    let expected = [
        "the partner",
        "the two partners",
        "the four partners",
        "the 75 partners",
        "the 7.7 million partners",
    ];
    assert_eq!(known, expected);
}

#[test]
fn quotation_marks() {
    assert_eq!([ar().quote_marks(), en().quote_marks()], [["«", "»"], ["“", "”"]]);
}

#[test]
fn every_table_is_supported_and_has_a_profile() {
    let tags: Vec<&str> = super::super::lang::SHIPPED.iter().map(|table| table.language.tag).collect();
    assert_eq!(tags, Locale::supported());
    assert!(
        tags.iter().all(|tag| Locale::new(tag, &Style::default()).unwrap().profiles().next() == Some("un"))
    );
}
