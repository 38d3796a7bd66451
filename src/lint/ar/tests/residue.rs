//! AR15.

use super::super::super::probe::{found, silent};
use super::super::residue::residue;

#[test]
fn pieces_of_pages_are_found() {
    assert_eq!(found(residue, "ar", "عنوان الخبر\nحجم الخط + -\nنص الخبر."), [(12, "AR15", "حجم الخط")]);
    assert_eq!(found(residue, "ar", "اقرأ أيضًا: عودة النازحين"), [(0, "AR15", "اقرأ أيضًا")]);
    assert_eq!(found(residue, "ar", "طباعة"), [(0, "AR15", "طباعة")]);
    assert_eq!(found(residue, "ar", "للمزيد انقر هنا أو عد لاحقًا."), [(7, "AR15", "انقر هنا")]);
    assert_eq!(
        found(residue, "ar", "عاد&nbsp;النازحون<br/>"),
        [(3, "AR15", "&nbsp;"), (17, "AR15", "<br/>")]
    );
    assert_eq!(found(residue, "ar", "صدر الصورة، Getty Images"), [(0, "AR15", "صدر الصورة")]);
    assert_eq!(
        found(residue, "ar", "تكبير الخط تصغير الخط"),
        [(0, "AR15", "تكبير الخط"), (11, "AR15", "تصغير الخط")]
    );
    assert_eq!(found(residue, "ar", "شارك"), [(0, "AR15", "شارك")]);
    assert_eq!(found(residue, "ar", "© جميع الحقوق محفوظة 2019"), [(2, "AR15", "جميع الحقوق محفوظة")]);
}

#[test]
fn pieces_around_and_inside_sentences_are_found() {
    assert_eq!(found(residue, "ar", "كل الحقوق محفوظة لموقع النهر."), [(0, "AR15", "كل الحقوق محفوظة")]);
    assert_eq!(found(residue, "ar", "اقرأ أيضًا كيف عاد السكان."), [(0, "AR15", "اقرأ أيضًا")]);
    assert_eq!(found(residue, "ar", "عاد النازحون… تابع القراءة"), [(14, "AR15", "تابع القراءة")]);
    assert_eq!(found(residue, "ar", "زار [[الموصل]] أمس"), [(4, "AR15", "[[الموصل]]")]);
    assert_eq!(found(residue, "ar", "السكان [عدل المصدر]"), [(7, "AR15", "[عدل المصدر]")]);
    assert_eq!(
        found(residue, "ar", "عاد نصفهم[12] ثم رحلوا.[13]"),
        [(9, "AR15", "[12]"), (23, "AR15", "[13]")]
    );
    assert_eq!(found(residue, "ar", "الرابط https://x.org/a?fbclid=Ab1"), [(23, "AR15", "fbclid=Ab1")]);
}

#[test]
fn sentences_with_the_same_words_pass() {
    silent(
        residue,
        "ar",
        &[
            "شارك في الاجتماع ممثلو الدول.",
            "أعلنت المشاركة في المؤتمر.",
            "المزيد من الجهود مطلوب.",
            "طباعة الكتب المدرسية في الموصل",
            "آخر تحديث للخطة اعتُمد في باريس.",
            "نشر في العاصمة قوات إضافية.",
            "عدد ما بين 2 < 3 وA&B;",
            "بلغ حجم الخط الائتماني المقدم للعراق حدًا جديدًا.",
            "تعليق {name}",
            "شاهد أيضًا في الفيلم مناظر جميلة.",
            "أكد أن جميع الحقوق محفوظة للعاملين.",
            "جميع الحقوق محفوظة بموجب القانون.",
            "طلب الوزير المزيد",
            "تبذل الدولة جهودًا لقراءة المزيد من الكتب.",
            "عاد نصفهم[1] ثم رحلوا.\n[1] تقرير المفوضية.",
            "ورد في المصدر [1] وفي [أحد الملاحق] منه",
            "https://x.org/a?utm=1&page=2",
        ],
    );
}
