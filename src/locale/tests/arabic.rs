use crate::model::Counted;

use super::super::Case::{Accusative, Genitive, Nominative};
use super::super::Form;
use super::*;

/// Counted nouns of both genders in the nominative and the genitive.
#[test]
fn numbers_and_nouns_agree() {
    // typed | person, nominative | person, genitive | strike, nominative | strike, genitive
    let table = "
        0     | صفر شخص          | صفر شخص          | صفر ضربة           | صفر ضربة
        1     | شخص واحد         | شخص واحد         | ضربة واحدة         | ضربة واحدة
        2     | شخصان            | شخصين            | ضربتان             | ضربتين
        3     | ثلاثة أشخاص      | ثلاثة أشخاص      | ثلاث ضربات         | ثلاث ضربات
        8     | ثمانية أشخاص     | ثمانية أشخاص     | ثماني ضربات        | ثماني ضربات
        10    | عشرة أشخاص       | عشرة أشخاص       | عشر ضربات          | عشر ضربات
        11    | 11 شخصًا          | 11 شخصًا          | 11 ضربة            | 11 ضربة
        26    | 26 شخصًا          | 26 شخصًا          | 26 ضربة            | 26 ضربة
        99    | 99 شخصًا          | 99 شخصًا          | 99 ضربة            | 99 ضربة
        100   | 100 شخص          | 100 شخص          | 100 ضربة           | 100 ضربة
        101   | 101 شخص          | 101 شخص          | 101 ضربة           | 101 ضربة
        102   | 102 شخص          | 102 شخص          | 102 ضربة           | 102 ضربة
        103   | 103 أشخاص        | 103 أشخاص        | 103 ضربات          | 103 ضربات
        110   | 110 أشخاص        | 110 أشخاص        | 110 ضربات          | 110 ضربات
        111   | 111 شخصًا         | 111 شخصًا         | 111 ضربة           | 111 ضربة
        132   | 132 شخصًا         | 132 شخصًا         | 132 ضربة           | 132 ضربة
        200   | 200 شخص          | 200 شخص          | 200 ضربة           | 200 ضربة
        1000  | 1,000 شخص        | 1,000 شخص        | 1,000 ضربة         | 1,000 ضربة
        2000  | 2,000 شخص        | 2,000 شخص        | 2,000 ضربة         | 2,000 ضربة
        3000  | 3,000 شخص        | 3,000 شخص        | 3,000 ضربة         | 3,000 ضربة
        10000 | 10,000 شخص       | 10,000 شخص       | 10,000 ضربة        | 10,000 ضربة
        11000 | 11,000 شخص       | 11,000 شخص       | 11,000 ضربة        | 11,000 ضربة
        26523 | 26,523 شخصًا      | 26,523 شخصًا      | 26,523 ضربة        | 26,523 ضربة
        1K    | ألف شخص          | ألف شخص          | ألف ضربة           | ألف ضربة
        2K    | ألفا شخص         | ألفي شخص         | ألفا ضربة          | ألفي ضربة
        3K    | 3 آلاف شخص       | 3 آلاف شخص       | 3 آلاف ضربة        | 3 آلاف ضربة
        10K   | 10 آلاف شخص      | 10 آلاف شخص      | 10 آلاف ضربة       | 10 آلاف ضربة
        11K   | 11 ألف شخص       | 11 ألف شخص       | 11 ألف ضربة        | 11 ألف ضربة
        43K   | 43 ألف شخص       | 43 ألف شخص       | 43 ألف ضربة        | 43 ألف ضربة
        110K  | 110 آلاف شخص     | 110 آلاف شخص     | 110 آلاف ضربة      | 110 آلاف ضربة
        210K  | 210 آلاف شخص     | 210 آلاف شخص     | 210 آلاف ضربة      | 210 آلاف ضربة
        1M    | مليون شخص        | مليون شخص        | مليون ضربة         | مليون ضربة
        2M    | مليونا شخص       | مليوني شخص       | مليونا ضربة        | مليوني ضربة
        3M    | 3 ملايين شخص     | 3 ملايين شخص     | 3 ملايين ضربة      | 3 ملايين ضربة
        7.7M  | 7.7 مليون شخص    | 7.7 مليون شخص    | 7.7 مليون ضربة     | 7.7 مليون ضربة
        8M    | 8 ملايين شخص     | 8 ملايين شخص     | 8 ملايين ضربة      | 8 ملايين ضربة
        11M   | 11 مليون شخص     | 11 مليون شخص     | 11 مليون ضربة      | 11 مليون ضربة
        26M   | 26 مليون شخص     | 26 مليون شخص     | 26 مليون ضربة      | 26 مليون ضربة
        100M  | 100 مليون شخص    | 100 مليون شخص    | 100 مليون ضربة     | 100 مليون ضربة
        103M  | 103 ملايين شخص   | 103 ملايين شخص   | 103 ملايين ضربة    | 103 ملايين ضربة
        2B    | مليارا شخص       | ملياري شخص       | مليارا ضربة        | ملياري ضربة
        20B   | 20 مليار شخص     | 20 مليار شخص     | 20 مليار ضربة      | 20 مليار ضربة
        3B    | 3 مليارات شخص    | 3 مليارات شخص    | 3 مليارات ضربة     | 3 مليارات ضربة
        2T    | تريليونا شخص     | تريليوني شخص     | تريليونا ضربة      | تريليوني ضربة
        4T    | 4 تريليونات شخص  | 4 تريليونات شخص  | 4 تريليونات ضربة   | 4 تريليونات ضربة
        1.5   | 1.5 شخص          | 1.5 شخص          | 1.5 ضربة           | 1.5 ضربة
        7.7   | 7.7 شخص          | 7.7 شخص          | 7.7 ضربة           | 7.7 ضربة
        1.0M  | 1.0 مليون شخص    | 1.0 مليون شخص    | 1.0 مليون ضربة     | 1.0 مليون ضربة
    ";
    let (person, strike) = (person(), strike());
    for row in rows(table) {
        let all = [
            prose(&ar(), row[0], Counted::Noun(&person), Nominative),
            prose(&ar(), row[0], Counted::Noun(&person), Genitive),
            prose(&ar(), row[0], Counted::Noun(&strike), Nominative),
            prose(&ar(), row[0], Counted::Noun(&strike), Genitive),
        ];
        assert_eq!(all, row[1..], "{}", row[0]);
    }
}

/// The governing word sets the case whatever the sentence asks for.
#[test]
fn qualifiers_govern_their_case() {
    // typed | partner in the nominative | strike in the nominative
    let table = "
        more_than 1      | أكثر من شريك واحد          | أكثر من ضربة واحدة
        more_than 2      | أكثر من شريكين             | أكثر من ضربتين
        more_than 3      | أكثر من ثلاثة شركاء        | أكثر من ثلاث ضربات
        more_than 11     | أكثر من 11 شريكًا           | أكثر من 11 ضربة
        more_than 79     | أكثر من 79 شريكًا           | أكثر من 79 ضربة
        more_than 100    | أكثر من 100 شريك           | أكثر من 100 ضربة
        more_than 103    | أكثر من 103 شركاء          | أكثر من 103 ضربات
        more_than 132    | أكثر من 132 شريكًا          | أكثر من 132 ضربة
        more_than 1K     | أكثر من ألف شريك           | أكثر من ألف ضربة
        more_than 2K     | أكثر من ألفي شريك          | أكثر من ألفي ضربة
        more_than 210K   | أكثر من 210 آلاف شريك      | أكثر من 210 آلاف ضربة
        more_than 1M     | أكثر من مليون شريك         | أكثر من مليون ضربة
        more_than 2M     | أكثر من مليوني شريك        | أكثر من مليوني ضربة
        more_than 7.7M   | أكثر من 7.7 مليون شريك     | أكثر من 7.7 مليون ضربة
        more_than 8M     | أكثر من 8 ملايين شريك      | أكثر من 8 ملايين ضربة
        approx 2         | نحو شريكين                 | نحو ضربتين
        approx 10        | نحو عشرة شركاء             | نحو عشر ضربات
        approx 2M        | نحو مليوني شريك            | نحو مليوني ضربة
        approx 20B       | نحو 20 مليار شريك          | نحو 20 مليار ضربة
        nearly 1         | ما يقارب شريكًا واحدًا       | ما يقارب ضربة واحدة
        nearly 2         | ما يقارب شريكين            | ما يقارب ضربتين
        nearly 8M        | ما يقارب 8 ملايين شريك     | ما يقارب 8 ملايين ضربة
        at_least 2       | ما لا يقل عن شريكين        | ما لا يقل عن ضربتين
        at_least 46      | ما لا يقل عن 46 شريكًا      | ما لا يقل عن 46 ضربة
        up_to 2K         | ما يصل إلى ألفي شريك       | ما يصل إلى ألفي ضربة
        less_than 2      | أقل من شريكين              | أقل من ضربتين
        2M..3M           | ما بين مليونين و3 ملايين شريك | ما بين مليونين و3 ملايين ضربة
        2..3             | ما بين شريكين وثلاثة شركاء | ما بين ضربتين وثلاث ضربات
        1..5             | ما بين شريك واحد وخمسة شركاء | ما بين ضربة واحدة وخمس ضربات
        3..8             | ما بين ثلاثة وثمانية شركاء | ما بين ثلاث وثماني ضربات
        8..10            | ما بين ثمانية وعشرة شركاء  | ما بين ثمانٍ وعشر ضربات
        9..12            | ما بين 9 و12 شريكًا         | ما بين 9 و12 ضربة
        14000..18000     | ما بين 14,000 و18,000 شريك | ما بين 14,000 و18,000 ضربة
        11M..15M         | ما بين 11 مليونًا و15 مليون شريك | ما بين 11 مليونًا و15 مليون ضربة
        900K..1.2M       | ما بين 900 ألف و1.2 مليون شريك | ما بين 900 ألف و1.2 مليون ضربة
        1M..2M           | ما بين مليون ومليوني شريك  | ما بين مليون ومليوني ضربة
    ";
    let (partner, strike) = (partner(), strike());
    for row in rows(table) {
        let both = [
            prose(&ar(), row[0], Counted::Noun(&partner), Nominative),
            prose(&ar(), row[0], Counted::Noun(&strike), Nominative),
        ];
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

/// As the object of a verb.
#[test]
fn the_accusative() {
    let table = "
        1    | شخصًا واحدًا | ضربة واحدة
        2    | شخصين | ضربتين
        3    | ثلاثة أشخاص | ثلاث ضربات
        79   | 79 شخصًا | 79 ضربة
        100  | 100 شخص | 100 ضربة
        1M   | مليون شخص | مليون ضربة
        2M   | مليوني شخص | مليوني ضربة
        26M  | 26 مليون شخص | 26 مليون ضربة
    ";
    let (person, strike) = (person(), strike());
    for row in rows(table) {
        let both = [&person, &strike].map(|unit| prose(&ar(), row[0], Counted::Noun(unit), Accusative));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

/// Without a noun the scale word is absolute and takes the case itself.
#[test]
fn scale_words_alone() {
    // typed | nominative | accusative | genitive
    let table = "
        1K    | ألف       | ألفًا       | ألف
        2K    | ألفان     | ألفين      | ألفين
        43K   | 43 ألفًا   | 43 ألفًا    | 43 ألفًا
        110K  | 110 آلاف  | 110 آلاف   | 110 آلاف
        1M    | مليون     | مليونًا     | مليون
        2M    | مليونان   | مليونين    | مليونين
        3M    | 3 ملايين  | 3 ملايين   | 3 ملايين
        11M   | 11 مليونًا | 11 مليونًا  | 11 مليونًا
        26M   | 26 مليونًا | 26 مليونًا  | 26 مليونًا
        100M  | 100 مليون | 100 مليون  | 100 مليون
        7.7M  | 7.7 مليون | 7.7 مليون  | 7.7 مليون
        1B    | مليار     | مليارًا     | مليار
        2B    | ملياران   | مليارين    | مليارين
        20B   | 20 مليارًا | 20 مليارًا  | 20 مليارًا
        2T    | تريليونان | تريليونين  | تريليونين
        79    | 79        | 79         | 79
        2     | 2         | 2          | 2
    ";
    for row in rows(table) {
        let quantity = quantity(row[0]);
        let person = person();
        let all = [Nominative, Accusative, Genitive]
            .map(|case| plain(&ar().number_only(&quantity, Counted::Noun(&person), case, Form::Short)));
        assert_eq!(all, row[1..], "{}", row[0]);
    }
    assert_eq!(short(&ar(), "nearly 1M", Counted::Bare), "ما يقارب مليونًا");
    assert_eq!(short(&ar(), "more_than 26M", Counted::Bare), "أكثر من 26 مليونًا");
}

#[test]
fn small_numbers_alone_agree_with_what_is_left_out() {
    let (partner, strike) = (partner(), strike());
    // typed | case | masculine | feminine
    let table = "
        1  | nom | واحد    | واحدة
        1  | acc | واحدًا   | واحدة
        2  | nom | اثنان   | اثنتان
        2  | gen | اثنين   | اثنتين
        8  | nom | ثمانية  | ثمانٍ
        8  | acc | ثمانية  | ثمانيًا
        10 | gen | عشرة    | عشر
        11 | nom | 11      | 11
    ";
    for row in rows(table) {
        let both = [&partner, &strike].map(|unit| {
            plain(&ar().number_only(&quantity(row[0]), Counted::Noun(unit), case(row[1]), Form::Prose))
        });
        assert_eq!(both, row[2..], "{} {}", row[0], row[1]);
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
