//! The buttons and captions of web pages, by where on a line they count, folded as words are compared.
//!
//! It judges no line: [`super::residue`] does.

use std::sync::LazyLock;

use crate::lint::Token;
use crate::lint::script::folded;

/// Never part of a brief.
const ANYWHERE: &[&str] = &[
    "تكبير الخط",
    "تصغير الخط",
    "تكبير حجم الخط",
    "تصغير حجم الخط",
    "انقر هنا",
    "اضغط هنا",
    "اضغط على الرابط",
    "شارك هذا المقال",
    "شارك هذا الخبر",
    "شارك على فيسبوك",
    "شارك عبر فيسبوك",
    "أرسل إلى صديق",
    "أرسل لصديق",
    "نسخة للطباعة",
    "انسخ الرابط",
    "نسخ الرابط",
    "تم نسخ الرابط",
    "تخطى إلى المحتوى",
    "تخطي إلى المحتوى",
    "انتقل إلى المحتوى الرئيسي",
    "أضف تعليقًا",
    "أضف تعليقك",
    "اترك تعليقًا",
    "لن يتم نشر عنوان بريدك الإلكتروني",
    "اشترك في النشرة البريدية",
    "تابعونا على",
    "تابعنا على",
];

/// At the start of a line, whatever follows.
const HEADS: &[&str] =
    &["اقرأ المزيد", "اقرأوا المزيد", "اقرأ أيضا", "اقرأوا أيضا", "لقراءة المزيد", "لمشاهدة المزيد"];

/// At the start of a line that ends or names an owner (`لشركة`).
const RIGHTS: &[&str] = &["جميع الحقوق محفوظة", "كل الحقوق محفوظة", "حقوق النشر محفوظة", "حقوق الطبع محفوظة"];

/// At the end of a line, after its full stop or dots.
const TAILS: &[&str] = &[
    "قراءة المزيد",
    "اقرأ المزيد",
    "إقرأ المزيد",
    "المزيد",
    "تابع القراءة",
    "متابعة القراءة",
    "أكمل القراءة",
    "التفاصيل",
    "عرض المزيد",
    "شاهد المزيد",
];

/// At the start of a line that goes on with a title, or before a colon.
const OPENERS: &[&str] = &[
    "اقرأ أيضا",
    "اقرأوا أيضا",
    "اقرأ المزيد",
    "إقرأ المزيد",
    "شاهد أيضا",
    "قد يعجبك أيضا",
    "قد يهمك أيضا",
    "لمزيد من التفاصيل",
    "مواضيع ذات صلة",
    "مواضيع متعلقة",
    "أخبار ذات صلة",
    "أخبار متعلقة",
    "مقالات ذات صلة",
    "حجم الخط",
    "صدر الصورة",
    "مصدر الصورة",
    "التعليق على الصورة",
    "كلمات مفتاحية",
    "الكلمات الدلالية",
    "مدة القراءة",
    "وقت القراءة",
    "آخر تحديث",
    "تاريخ النشر",
    "نشر في",
];

/// A line of its own.
const LINES: &[&str] = &[
    "طباعة",
    "اطبع",
    "مشاركة",
    "شارك",
    "شاركها",
    "شارك المقال",
    "شارك الخبر",
    "تعليقات",
    "التعليقات",
    "تعليق",
    "لا توجد تعليقات",
    "المزيد",
    "إقرأ أيضا",
    "الأكثر قراءة",
    "الأكثر مشاهدة",
    "الرئيسية",
    "بحث",
    "القائمة",
    "إعلان",
    "إعلانات",
    "جميع الحقوق محفوظة",
    "حقوق النشر محفوظة",
    "سياسة الخصوصية",
    "شروط الاستخدام",
    "اتصل بنا",
    "من نحن",
    "العودة إلى الأعلى",
    "تسجيل الدخول",
    "استمع",
    "حفظ",
    "إرسال",
    "واتساب",
    "فيسبوك",
    "تويتر",
    "تلغرام",
    "Share",
    "Tweet",
    "Print",
    "Email",
    "Facebook",
    "Twitter",
    "WhatsApp",
    "Getty Images",
    "Reuters",
    "AFP",
];

/// How many words the longest of some phrases covers at the start of a line.
pub(super) fn longest(words: &[(&Token, String)], phrases: &[Vec<String>]) -> Option<usize> {
    let begins = |phrase: &&Vec<String>| {
        words.len() >= phrase.len() && phrase.iter().zip(words).all(|(part, (_, word))| part == word)
    };
    phrases.iter().filter(begins).map(Vec::len).max()
}

/// The phrases of each place.
pub(super) static KNOWN: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// Phrases as their words are compared.
pub(super) struct Phrases {
    pub anywhere: Vec<Vec<String>>,
    pub heads: Vec<Vec<String>>,
    pub rights: Vec<Vec<String>>,
    pub tails: Vec<Vec<String>>,
    pub openers: Vec<Vec<String>>,
    pub lines: Vec<Vec<String>>,
}

impl Phrases {
    fn new() -> Self {
        let words = |phrase: &&str| phrase.split(' ').map(folded).collect();
        let fold = |phrases: &[&str]| phrases.iter().map(words).collect();
        Self {
            anywhere: fold(ANYWHERE),
            heads: fold(HEADS),
            rights: fold(RIGHTS),
            tails: fold(TAILS),
            openers: fold(OPENERS),
            lines: fold(LINES),
        }
    }
}
