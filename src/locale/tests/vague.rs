use crate::model::{Counted, Gender, Unit};

use super::super::Case::{Accusative, Genitive, Nominative};
use super::super::{Form, Measure};
use super::*;

#[test]
fn quantities_without_a_number() {
    // typed | counted noun ar | en | alone ar | en | share ar | en
    let table = "
        order 1      | عشرات الأشخاص | tens of people | العشرات | tens | العشرات | tens
        order 2      | مئات الأشخاص | hundreds of people | المئات | hundreds | المئات | hundreds
        order 3      | آلاف الأشخاص | thousands of people | الآلاف | thousands | الآلاف | thousands
        order 4      | عشرات الآلاف من الأشخاص | tens of thousands of people | عشرات الآلاف | tens of thousands | عشرات الآلاف | tens of thousands
        order 5      | مئات الآلاف من الأشخاص | hundreds of thousands of people | مئات الآلاف | hundreds of thousands | مئات الآلاف | hundreds of thousands
        order 6      | ملايين الأشخاص | millions of people | الملايين | millions | الملايين | millions
        majority     | معظم الأشخاص | most people | الغالبية | the majority | الغالبية | the majority
        all          | جميع الأشخاص | all people | الكل | all | 100 في المائة | 100 per cent
        none         | لا شخص | no person | لا شيء | none | لا شيء | none
        limited      | عدد محدود من الأشخاص | a limited number of people | عدد محدود | a limited number | نسبة محدودة | a limited share
        unquantified | عدد من الأشخاص | a number of people | غير محدَّد | an unspecified number | نسبة غير محدَّدة | an unspecified share
        x less_than_figure | أقل | fewer | أقل | less | أقل | less
    ";
    let person = person();
    for row in rows(table) {
        let mut all = Vec::new();
        for counted in [Counted::Noun(&person), Counted::Bare, Counted::Percent] {
            all.extend([ar(), en()].map(|locale| prose(&locale, row[0], counted, Nominative)));
        }
        assert_eq!(all, row[1..], "{}", row[0]);
    }
}

#[test]
fn some_take_the_accusative() {
    let person = person();
    let table = "
        limited      | عددًا محدودًا من الأشخاص | مبلغًا محدودًا
        unquantified | عددًا من الأشخاص | مبلغًا غير محدَّد
    ";
    for row in rows(table) {
        let both = [Counted::Noun(&person), Counted::Money("USD")]
            .map(|counted| prose(&ar(), row[0], counted, Accusative));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

#[test]
fn wholes_and_other_figures() {
    let person = person();
    let counted = Counted::Noun(&person);
    let (majority, all, less) = (quantity("majority"), quantity("all"), quantity("x less_than_figure"));
    let say = |quantity, whole, than, locale: &Locale| {
        let measure = Measure { whole, than, ..Measure::new(quantity, counted) };
        plain(&locale.measure(&measure, Genitive, Form::Prose))
    };
    assert_eq!(say(&majority, Some("النازحين في العراق"), None, &ar()), "معظم النازحين في العراق");
    assert_eq!(say(&majority, Some("the displaced in Iraq"), None, &en()), "most of the displaced in Iraq");
    assert_eq!(say(&all, Some("الأراضي"), None, &ar()), "جميع الأراضي");
    assert_eq!(say(&all, Some("the territory"), None, &en()), "all of the territory");
    assert_eq!(say(&less, None, Some("عدد العائدين في العراق"), &ar()), "أقل من عدد العائدين في العراق");
    let than = Some("the number of returnees in Iraq");
    assert_eq!(say(&less, None, than, &en()), "fewer than the number of returnees in Iraq");
}

#[test]
fn the_label_of_a_tile_names_what_is_counted() {
    // typed | ar | en
    let table = "
        order 4      | عشرات الآلاف | tens of thousands
        majority     | الغالبية | the majority
        all          | الكل | all
        none         | لا شيء | none
        limited      | عدد محدود | a limited number
        unquantified | غير محدَّد | an unspecified number
        2M..3M       | ما بين مليونين و3 ملايين | 2–3 million
    ";
    let person = person();
    for row in rows(table) {
        let both = [ar(), en()].map(|locale| short(&locale, row[0], Counted::Noun(&person)));
        assert_eq!(both, row[1..], "{}", row[0]);
    }
    assert_eq!(short(&en(), "none", Counted::Percent), "0%");
}

#[test]
fn the_definite_plural_is_formed_only_from_one_word() {
    let mut unit = strike();
    unit.forms.get_mut("ar").unwrap().definite = None;
    assert_eq!(prose(&ar(), "order 4", Counted::Noun(&unit), Nominative), "عشرات الآلاف من الضربات");
    unit.forms.get_mut("ar").unwrap().few = Some("خطوط عمل".into());
    assert_eq!(prose(&ar(), "unquantified", Counted::Noun(&unit), Nominative), "عدد من خطوط عمل");
}

#[test]
fn a_noun_without_forms_is_marked() {
    let english = strike().forms.remove("en").unwrap();
    let unit = Unit { gender: Gender::Feminine, forms: [("en".to_owned(), english)].into() };
    let phrase = ar().measure(&Measure::new(&quantity("26"), Counted::Noun(&unit)), Nominative, Form::Prose);
    assert_eq!(phrase.0.last().unwrap().kind, super::super::Kind::Missing);
    assert_eq!(plain(&phrase), "26 strikes");
}
