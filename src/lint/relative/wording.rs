//! The phrases of each language that mean another day for each reader.
//!
//! It looks at no text: [`super::relative`] does.

use std::borrow::Cow;
use std::sync::LazyLock;

/// Phrases that mean another day for each reader, by language, parted by bars.
const RELATIVE: [(&str, &str); 4] = [
    (
        "ar",
        "أول أمس|ليلة أمس|يوم أمس|أمس|بالأمس|البارحة|غدًا|يوم غد|هذا اليوم|هذا الأسبوع|هذا الشهر|\
         هذا العام|هذه السنة|الليلة الماضية|قبل أيام|قبل يومين|قبل أسبوعين|قبل شهرين|قبل عامين|قبل سنتين|\
         قبل أسابيع|منذ أيام|منذ يومين|منذ أسبوعين|منذ شهرين|منذ عامين|منذ سنتين|صباح اليوم|مساء اليوم|\
         فجر اليوم|ظهر اليوم|الأيام الماضية|الأيام المقبلة|الأيام القادمة|الأيام القليلة الماضية|\
         الأيام القليلة المقبلة|الأيام القليلة القادمة|الأسابيع الماضية|الأسابيع المقبلة|الأسابيع القادمة|\
         الأسابيع القليلة الماضية|الأسابيع القليلة المقبلة|السنة الماضية|السنة المقبلة|السنة القادمة|\
         السنة الجارية|السنة الحالية|مؤخرًا|في الآونة الأخيرة|أعلن اليوم|أعلنت اليوم|قال اليوم|قالت اليوم|\
         أكد اليوم|أكدت اليوم|وصلت اليوم|عقد اليوم|عقدت اليوم|يعقد اليوم|تعقد اليوم|يجتمع اليوم|تجتمع اليوم|\
         اجتمع اليوم|اجتمعت اليوم|التقى اليوم|تبدأ اليوم|بدأت اليوم|ينطلق اليوم|تنطلق اليوم|انطلقت اليوم|\
         افتتح اليوم|افتتحت اليوم|يفتتح اليوم|تفتتح اليوم|صدر اليوم|صدرت اليوم|أصدر اليوم|أصدرت اليوم|\
         استقبل اليوم|عادت اليوم",
    ),
    (
        "en",
        "yesterday|today|tomorrow|tonight|this morning|this afternoon|this evening|last night|this week|\
         this month|this year|last week|last month|last year|next week|next month|next year|days ago|\
         weeks ago|months ago|years ago|a week ago|a month ago|a year ago",
    ),
    (
        "fr",
        "hier|aujourd'hui|demain|ce matin|ce soir|cette semaine|ce mois-ci|cette année|semaine dernière|\
         mois dernier|année dernière|an dernier|semaine prochaine|mois prochain|année prochaine|\
         an prochain|il y a quelques jours|il y a quelques semaines",
    ),
    (
        "tr",
        "dün|bugün|yarın|bu sabah|bu akşam|bu hafta|bu ay|bu yıl|geçen hafta|geçen ay|geçen yıl|\
         geçen sene|gelecek hafta|gelecek ay|gelecek yıl|önümüzdeki hafta|önümüzdeki ay|önümüzdeki yıl",
    ),
];

/// Days of the week and stretches of time, with the words that make them relative, before (0) or after (1) them.
const PAIRS: [(&str, &[&str], &[&str], bool); 3] = [
    (
        "ar",
        &[
            "الأسبوع",
            "الشهر",
            "العام",
            "الأحد",
            "الاثنين",
            "الإثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
        ],
        &["الماضي", "المقبل", "القادم", "الفائت", "المنصرم", "الجاري", "الحالي"],
        true,
    ),
    (
        "en",
        &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        &["last", "next"],
        false,
    ),
    (
        "fr",
        &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        &["dernier", "prochain"],
        true,
    ),
];

/// The phrases of each language.
pub(super) type Phrases = Vec<(&'static str, Vec<Cow<'static, str>>)>;

/// Every phrase by language.
pub(super) static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| RELATIVE.iter().map(|(lang, _)| (*lang, phrases(lang))).collect());

fn phrases(lang: &str) -> Vec<Cow<'static, str>> {
    let single = RELATIVE.iter().filter(|(of, _)| *of == lang).flat_map(|(_, phrases)| phrases.split('|'));
    let mut all: Vec<_> = single.map(Cow::Borrowed).collect();
    for (_, times, words, after) in PAIRS.iter().filter(|(of, ..)| *of == lang) {
        for time in *times {
            let pair = |word: &&str| if *after { format!("{time} {word}") } else { format!("{word} {time}") };
            all.extend(words.iter().map(|word| Cow::Owned(pair(word))));
            if lang == "ar" && !matches!(*time, "الأسبوع" | "الشهر" | "العام") {
                all.push(Cow::Owned(format!("اليوم {time}")));
            }
        }
    }
    all
}

/// Whether a word is a day of the week, or a stretch of time, or announces a date.
pub(super) fn is_day(lang: &str, word: &str) -> bool {
    let days = PAIRS.iter().filter(|(of, ..)| *of == lang).flat_map(|(_, days, ..)| days.iter());
    days.into_iter().any(|day| day.eq_ignore_ascii_case(word)) || word == "الموافق"
}
