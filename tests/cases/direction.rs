//! What is written reads the same alone, in a sentence and in a cell: the order of the glyphs on the page.
//!
//! A case is what is given and what stands on paper from left to right, in pieces divided by `|`; a piece
//! of Arabic letters is written as it is read, digits as they stand.

use mujaz::diag::Sources;
use mujaz::locale::{Case, Form, Locale, Measure, Phrase};
use mujaz::model::{Counted, Date, Moment, Quantity, Style};
use mujaz::typeset::{Assets, Job, compile};
use time::macros::date;

use crate::support::visual::{left_to_right, on_paper};

const ARABIC: &str = "
    text: 95% => 95%
    text: -4.5% => -4.5%
    text: −4.5 => −4.5
    text: +12 => +12
    text: ±5% => ±5%
    text: ~95% => ~95%
    text: ≥99% => ≥99%
    text: <5 => <5
    text: ارتفع 95% (-4.5%) => (-4.5%) | 95% | ارتفع
    text: النسبة 95%. => . | 95% | النسبة
    text: قال «95%» => «95%» | قال
    text: 1,234,567 => 1,234,567
    text: 1.5 => 1.5
    text: 2.5-3.5 => 2.5-3.5
    text: 20–30% => 20–30%
    text: 50/50 => 50/50
    text: 1:100 => 1:100
    text: 2019-03-23 => 2019-03-23
    text: في 2019-03-23 عند 18:00 => 18:00 | عند | 2019-03-23 | في
    text: 2018-2020 => 2018-2020
    text: بين 2018 و2020 => 2020 | و | 2018 | بين
    text: 15 نيسان 2019 => 2019 | نيسان | 15
    text: +964 780 195 8802 => +964 780 195 8802
    text: الهاتف +964 780 195 8802. => . | +964 780 195 8802 | الهاتف
    text: الهاتف (+964) 780 195 8802 => (+964) 780 195 8802 | الهاتف
    text: الهاتف +964 (0) 780-195-8802 => +964 (0) 780-195-8802 | الهاتف
    text: هاتف 00964 780 195 8802 => 00964 780 195 8802 | هاتف
    text: @RepCoalition => @RepCoalition
    text: الحساب @RepCoalition، والوسم #DefeatDaesh => #DefeatDaesh | والوسم | ، | @RepCoalition | الحساب
    text: https://example.org/a/ => https://example.org/a/
    text: انظر https://example.org/a/ (هنا) => ( | هنا | ) | https://example.org/a/ | انظر
    text: انظر https://example.org/a/. => . | https://example.org/a/ | انظر
    text: https://example.org/?a=1&b=2#c => https://example.org/?a=1&b=2#c
    text: www.example.org/x/ => www.example.org/x/
    text: راسلنا (reports@example.org) => (reports@example.org) | راسلنا
    text: القرار 2254 (2015) => (2015) | 2254 | القرار
    text: الوثيقة A/72/865. => . | A/72/865 | الوثيقة
    text: S/2019/103 => S/2019/103
    text: TLP:AMBER+STRICT => TLP:AMBER+STRICT
    text: العدد GCB-2031-06 => GCB-2031-06 | العدد
    text: معيار PDF/A-3a والمعيار C-17 => C-17 | والمعيار | PDF/A-3a | معيار
    text: المعيار ISO 3166-2 => ISO 3166-2 | المعيار
    text: الإصدار 0.15.1 => 0.15.1 | الإصدار
    text: الإصدار v1.2.3 => v1.2.3 | الإصدار
    text: الإصدار 2.0.0-rc.1 => 2.0.0-rc.1 | الإصدار
    text: الجولة 2، الجولة 3 => 3 | الجولة | ، | 2 | الجولة
    text: منظمة «IOM» => «IOM» | منظمة
    text: (القرار [2254]) => ( | [2254] | القرار | )
    text: برنامج FFS (المرحلة 2) => ( | 2 | المرحلة | ) | FFS | برنامج
    text: بعنوان Daesh: the cells. انتهى => انتهى | . | Daesh: the cells | بعنوان
    text: «العزم الصلب» Inherent Resolve => Inherent Resolve | « | الصلب | العزم | »
    text: IOM، UNHCR، WFP => WFP | ، | UNHCR | ، | IOM
    text: تقرير DTM Round 2 الأخير => الأخير | DTM Round 2 | تقرير
    text: المساحة 110,000 كم² => كم² | 110,000 | المساحة
    text: المساحة 14 km² => 14 km² | المساحة
    text: الحرارة 37°C => 37°C | الحرارة
    text: بلغ US$20 => US$20 | بلغ
    text: بلغ $20 أو €5 => €5 | أو | $20 | بلغ
    text: عملية بـ2254 قرارا => قرارا | 2254 | بـ | عملية
    text: القرار 2254/2015 => 2254/2015 | القرار
    percent: 95 => المائة | في | 95
    percent: 20..30 => المائة | في | 30 | و | 20 | بين | ما
    tile percent: -4.5 => −4.5%
    tile percent: more_than 99 => 99% | من | أكثر
    tile bare: 2M..3M => ملايين | 3 | و | مليونين | بين | ما
    USD: 7.7M => أمريكي | دولار | مليون | 7.7
    signed: -12000 => −12,000
    signed: 9940 => +9,940
    date: 2019-04-15 => 2019 | أبريل | / | نيسان | 15
    date: 2031-06-01/2031-06-30 => 2031 | يونيو | / | حزيران | 30 | إلى | 1 | من
    moment: 2031-06-30T18:00+03:00 => (UTC+03:00) | 18:00 | الساعة | ، | 2031 | يونيو | / | حزيران | 30
    list: IOM; UNHCR; الأمم المتحدة => المتحدة | الأمم | و | UNHCR | و | IOM
    ordinal: 101 => 101 | الـ
";

const ARABIC_DIGITS: &str = "
    text: ٩٥٪ => ٪٩٥
    text: النسبة ٩٥٪. => . | ٪٩٥ | النسبة
    text: ١٨:٠٠ => ١٨:٠٠
    text: ٢٠١٩/٠٣/٢٣ => ٢٠١٩/٠٣/٢٣
    text: ٧٫٧ => ٧٫٧
    text: القرار ٢٢٥٤ (٢٠١٥) => ( | ٢٠١٥ | ) | ٢٢٥٤ | القرار
    text: الهاتف +964 780 195 8802 => +964 780 195 8802 | الهاتف
    text: قال «٩٥٪» => « | ٪٩٥ | » | قال
    text: الجولة ٢، الجولة ٣ => ٣ | الجولة | ، | ٢ | الجولة
    percent: 95 => ٪٩٥
    percent: -4.5 => ٪٤٫٥−
    percent: 20..30 => ٪٣٠ | و | ٪٢٠ | بين
    tile percent: more_than 99 => ٪٩٩ | من | أكثر
    bare: 7700000 => ٧٬٧٠٠٬٠٠٠
    USD: 7.7M => أمريكي | دولار | مليون | ٧٫٧
    signed: -12000 => ١٢٬٠٠٠−
    signed: 9940 => ٩٬٩٤٠+
    date: 2019-04-15 => ٢٠١٩ | أبريل | ١٥
    date: 2031-06-01/2031-06-30 => ٢٠٣١ | يونيو | ٣٠ | إلى | ١ | من
    moment: 2031-06-30T18:00+03:00 => (UTC+03:00) | ١٨:٠٠ | الساعة | ، | ٢٠٣١ | يونيو | ٣٠
    ordinal: 101 => ١٠١ | الـ
";

const ENGLISH: &str = "
    text: 95% => 95%
    text: -4.5% => -4.5%
    text: 2019-03-23 => 2019-03-23
    text: +964 780 195 8802 => +964 780 195 8802
    text: See https://example.org/a/. => See | https://example.org/a/.
    text: The group داعش (Daesh) => The | group | داعش | (Daesh)
    text: داعش 95% => داعش | 95%
    text: Operation «العزم الصلب» (2014) => Operation | « | الصلب | العزم | » | (2014)
    text: نينوى، 12 strikes => نينوى | ، | 12 | strikes
    text: الرقة, حلب and more => الرقة | , | حلب | and more
    percent: 20..30 => between 20 and 30 per cent
    tile bare: 2M..3M => 2–3 million
    signed: -12000 => −12,000
    date: 2019-04-15 => 15 April 2019
";

/// One main file for all cases: each alone, in a sentence and in a cell, a page each.
const MAIN: &str = r#"
#import "theme.typ": face
#import "components/phrase.typ": phrase
#let brief = json("/brief.json")
#set page(width: 60cm, height: 3cm, margin: 5mm)
#set text(lang: brief.lang, dir: if brief.dir == "rtl" { rtl } else { ltr }, fallback: false)
#set text(font: face.at(brief.dir).body)
#for case in brief.cases {
  page(phrase(case))
  page[#brief.before #phrase(case) #brief.after]
  page(table(columns: (1fr, 1fr), phrase(case), brief.after))
}
"#;

pub(super) fn phrase(locale: &Locale, how: &str, given: &str) -> Phrase {
    let quantity = || -> Quantity {
        if let Some((low, high)) = given.split_once("..") {
            return Quantity::Range(low.parse().unwrap(), high.parse().unwrap());
        }
        let (qualifier, number) = given.split_once(' ').unwrap_or(("exact", given));
        let qualifier = serde_json::from_value(qualifier.into()).unwrap();
        Quantity::One(qualifier, number.parse().unwrap())
    };
    let (form, what) = match how.split_once(' ') {
        Some(("tile", what)) => (Form::Short, what),
        _ => (Form::Prose, how),
    };
    let measure = |counted| locale.measure(&Measure::new(&quantity(), counted), Case::Nominative, form);
    match what {
        "text" => locale.text(given),
        "percent" => measure(Counted::Percent),
        "bare" => measure(Counted::Bare),
        "USD" => measure(Counted::Money("USD")),
        "signed" => locale.signed(given.parse().unwrap()),
        "date" => locale.date(&given.parse::<Date>().unwrap(), None, Form::Prose),
        "moment" => locale.moment(&given.parse::<Moment>().unwrap()),
        "list" => locale.list(given.split("; ").map(|item| locale.text(item)).collect()),
        "ordinal" => {
            let gender = mujaz::model::Gender::Masculine;
            locale.ordinal(given.parse().unwrap(), gender, true, Case::Nominative).unwrap()
        }
        _ => panic!("{how}"),
    }
}

/// Lays out every case of a table and compares; gives the number of cases.
fn check(lang: &str, profile: &str, table: &str) -> usize {
    let locale = Locale::new(lang, &Style { profile: Some(profile.into()), ..Style::default() }).unwrap();
    let cases: Vec<(&str, &str, &str)> = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (given, seen) = line.split_once(" => ").unwrap();
            let (how, given) = given.split_once(": ").unwrap();
            (how, given, seen)
        })
        .collect();
    let rtl = lang == "ar";
    let (before, after) = if rtl { ("قبل", "بعد") } else { ("before", "after") };
    let phrases: Vec<Phrase> = cases.iter().map(|(how, given, _)| phrase(&locale, how, given)).collect();
    let brief = serde_json::json!({
        "lang": lang, "dir": if rtl { "rtl" } else { "ltr" }, "before": before, "after": after, "cases": phrases,
    });
    let read = |path: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        std::fs::read(root.join(path)).unwrap()
    };
    let files = [
        ("main.typ", MAIN.as_bytes().to_vec()),
        ("styling.typ", read("styling.typ")),
        ("theme.typ", read("theme.typ")),
        ("components/phrase.typ", read("components/phrase.typ")),
    ];
    let files = files.iter().map(|(path, bytes)| (*path, bytes.as_slice()));
    let assets = Assets::from_files(files, &mut Sources::new()).unwrap();
    let laid = compile(&assets, &Job::new(brief.to_string().into_bytes(), date!(2031 - 06 - 30)));
    let laid = laid.unwrap_or_else(|findings| panic!("{findings:#?}"));
    let pages: Vec<String> = laid.document.pages().iter().map(|page| left_to_right(&page.frame)).collect();
    assert_eq!(pages.len(), 3 * cases.len());
    let mut wrong = Vec::new();
    for ((how, given, seen), pages) in cases.iter().zip(pages.chunks(3)) {
        let seen = on_paper(seen);
        let ends = [on_paper(before), on_paper(after)];
        let [first, last] = if rtl { [&ends[1], &ends[0]] } else { [&ends[0], &ends[1]] };
        let cell = if rtl { format!("{}{seen}", ends[1]) } else { format!("{seen}{}", ends[1]) };
        let expected = [seen.clone(), format!("{first}{seen}{last}"), cell];
        for ((place, expected), page) in
            ["alone", "in a sentence", "in a cell"].into_iter().zip(&expected).zip(pages)
        {
            if page != expected {
                wrong.push(format!("{lang} {how}: {given} {place}\n  {expected:?}\n  {page:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cases.len()
}

#[test]
#[allow(clippy::disallowed_macros, reason = "a person may ask how many cases there are")]
fn arabic_with_latin_digits_reads_the_same_everywhere() {
    let cases = check("ar", "un", ARABIC);
    println!("{cases} cases");
    assert!(cases >= 60, "only {cases} cases");
}

#[test]
fn arabic_with_its_own_digits_reads_the_same_everywhere() {
    check("ar", "asharq", ARABIC_DIGITS);
}

#[test]
fn english_reads_the_same_everywhere() {
    check("en", "un", ENGLISH);
}
