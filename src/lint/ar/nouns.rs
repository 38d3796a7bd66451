//! Counted nouns of briefs and news, with the forms that numbers ask of them.
//!
//! A noun is listed only if none of its forms is commonly another word (a verb above all: عقد، طلب، كتب), since
//! the rule of agreement judges nothing else than these forms.

use self::Gender::{Either, F, M};
use super::super::bare::bare;

/// Grammatical gender of the singular, which a numeral opposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// Masculine.
    M,
    /// Feminine.
    F,
    /// Both are written.
    Either,
}

/// What is counted, as far as sentences differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// People: the plural may also be said of them (بينهم أطفال), adjectives follow in the plural.
    Person,
    /// Things, places, groups, events.
    Thing,
    /// Stretches of time, which also stand alone (يوم الجمعة).
    Time,
    /// Money, measures and شخص: never said of anything, only counted.
    Unit,
    /// ألف, مليون: a numeral themselves.
    Scale,
}

/// The form in which a noun stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Singular without tanwin alef: genitive, or any case of a feminine in ة.
    One,
    /// Singular accusative with alef.
    Specified,
    /// Plural, as it stands in the genitive.
    Many,
}

/// A counted noun.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// Gender.
    pub gender: Gender,
    /// Class.
    pub class: Class,
    /// Singular, without marks.
    pub one: &'static str,
    /// Plurals in the genitive, the usual one first.
    pub many: &'static [&'static str],
    /// Whether the singular is written like something else (سنة, the Sunnis; أسرة, beds).
    pub ambiguous: bool,
}

impl Noun {
    /// Whether the accusative singular looks like the genitive: دولة, مستشفى, لواء.
    pub(super) fn is_alike(&self) -> bool {
        self.one.ends_with(['ة', 'ى']) || self.one.ends_with("اء")
    }

    /// Money and measures, which also serve as signs after any number.
    pub(super) fn is_measure(&self) -> bool {
        self.class == Class::Unit && !matches!(self.one, "شخص" | "نسمة")
    }

    /// The accusative of specification, as it follows 11 to 99. `tanwin` is the alef with its mark.
    pub(super) fn specified(&self, tanwin: &str) -> String {
        if self.is_alike() { self.one.to_owned() } else { format!("{}{tanwin}", self.one) }
    }

    /// The dual, nominative and oblique.
    pub(super) fn dual(&self) -> [String; 2] {
        let stem = match self.one.strip_suffix('ة') {
            Some(stem) => format!("{stem}ت"),
            None => self.one.strip_suffix('ى').map_or(self.one.to_owned(), |stem| format!("{stem}ي")),
        };
        [format!("{stem}ان"), format!("{stem}ين")]
    }
}

/// The noun of a word of a text, and its form. `None` for a word with an article, a particle or a pronoun.
pub(super) fn noun(word: &str) -> Option<(&'static Noun, Form)> {
    let word = bare(word);
    let single = word.strip_suffix('ا');
    NOUNS.iter().find_map(|noun| {
        let form = if noun.one == word {
            Form::One
        } else if noun.many.contains(&word.as_str()) {
            Form::Many
        } else if single == Some(noun.one) && !noun.is_alike() {
            Form::Specified
        } else {
            return None;
        };
        Some((noun, form))
    })
}

const fn row(gender: Gender, class: Class, one: &'static str, many: &'static [&'static str]) -> Noun {
    Noun { gender, class, one, many, ambiguous: false }
}

const fn person(gender: Gender, one: &'static str, many: &'static [&'static str]) -> Noun {
    row(gender, Class::Person, one, many)
}

const fn thing(gender: Gender, one: &'static str, many: &'static [&'static str]) -> Noun {
    row(gender, Class::Thing, one, many)
}

const fn unit(gender: Gender, one: &'static str, many: &'static [&'static str]) -> Noun {
    row(gender, Class::Unit, one, many)
}

const fn time(gender: Gender, one: &'static str, many: &'static [&'static str]) -> Noun {
    row(gender, Class::Time, one, many)
}

const fn ambiguous(noun: Noun) -> Noun {
    Noun { ambiguous: true, ..noun }
}

/// The nouns.
pub(super) const NOUNS: &[Noun] = &[
    row(M, Class::Scale, "ألف", &["آلاف"]),
    row(M, Class::Scale, "مليون", &["ملايين"]),
    row(M, Class::Scale, "مليار", &["مليارات"]),
    row(M, Class::Scale, "بليون", &["بلايين"]),
    row(M, Class::Scale, "تريليون", &["تريليونات"]),
    unit(M, "شخص", &["أشخاص"]),
    unit(F, "نسمة", &["نسمات"]),
    unit(M, "دولار", &["دولارات"]),
    unit(M, "دينار", &["دنانير"]),
    unit(M, "درهم", &["دراهم"]),
    unit(M, "ريال", &["ريالات"]),
    unit(M, "جنيه", &["جنيهات"]),
    unit(F, "ليرة", &["ليرات"]),
    unit(M, "متر", &["أمتار"]),
    unit(M, "كيلومتر", &["كيلومترات"]),
    unit(M, "كيلوغرام", &["كيلوغرامات"]),
    unit(M, "كيلوجرام", &["كيلوجرامات"]),
    unit(M, "هكتار", &["هكتارات"]),
    unit(M, "طن", &["أطنان"]),
    unit(M, "لتر", &["لترات"]),
    unit(M, "برميل", &["براميل"]),
    unit(M, "ميغاواط", &["ميغاواطات"]),
    unit(F, "درجة", &["درجات"]),
    time(M, "يوم", &["أيام"]),
    time(M, "شهر", &["أشهر", "شهور"]),
    time(M, "عام", &["أعوام"]),
    time(M, "أسبوع", &["أسابيع"]),
    time(F, "ساعة", &["ساعات"]),
    time(F, "دقيقة", &["دقائق"]),
    ambiguous(time(F, "سنة", &["سنوات", "سنين"])),
    thing(F, "مرة", &["مرات"]),
    person(M, "رجل", &["رجال"]),
    person(F, "امرأة", &["نساء"]),
    person(M, "طفل", &["أطفال"]),
    person(F, "فتاة", &["فتيات"]),
    person(M, "فرد", &["أفراد"]),
    person(M, "مواطن", &["مواطنين"]),
    person(M, "مدني", &["مدنيين"]),
    person(M, "قتيل", &["قتلى"]),
    person(M, "جريح", &["جرحى"]),
    person(M, "مصاب", &["مصابين"]),
    person(M, "شهيد", &["شهداء"]),
    person(Either, "ضحية", &["ضحايا"]),
    person(Either, "رهينة", &["رهائن"]),
    person(M, "نازح", &["نازحين"]),
    person(M, "عائد", &["عائدين"]),
    person(M, "لاجئ", &["لاجئين"]),
    person(M, "مهاجر", &["مهاجرين"]),
    person(M, "محتجز", &["محتجزين"]),
    person(M, "معتقل", &["معتقلين", "معتقلات"]),
    person(M, "مختطف", &["مختطفين"]),
    person(M, "سجين", &["سجناء"]),
    person(M, "أسير", &["أسرى"]),
    person(M, "يتيم", &["أيتام"]),
    person(F, "أرملة", &["أرامل"]),
    person(M, "مستفيد", &["مستفيدين"]),
    person(M, "مقاتل", &["مقاتلين"]),
    person(M, "مسلح", &["مسلحين"]),
    person(M, "إرهابي", &["إرهابيين"]),
    person(M, "جندي", &["جنود"]),
    person(M, "عسكري", &["عسكريين"]),
    person(M, "شرطي", &["شرطيين"]),
    person(M, "ضابط", &["ضباط"]),
    person(Either, "عنصر", &["عناصر"]),
    person(M, "متطوع", &["متطوعين"]),
    person(M, "ناشط", &["ناشطين", "نشطاء"]),
    person(M, "صحفي", &["صحفيين"]),
    person(M, "صحافي", &["صحافيين"]),
    person(M, "عامل", &["عمال", "عاملين"]),
    person(M, "موظف", &["موظفين"]),
    person(M, "معلم", &["معلمين"]),
    person(M, "طبيب", &["أطباء"]),
    person(M, "مهندس", &["مهندسين"]),
    person(M, "خبير", &["خبراء"]),
    person(M, "مراقب", &["مراقبين"]),
    person(M, "مرشح", &["مرشحين"]),
    person(M, "ناخب", &["ناخبين"]),
    person(M, "تلميذ", &["تلاميذ"]),
    person(F, "طالبة", &["طالبات"]),
    person(M, "لاعب", &["لاعبين"]),
    person(M, "راكب", &["ركاب"]),
    person(M, "سائح", &["سياح"]),
    person(M, "مزارع", &["مزارعين"]),
    person(M, "مريض", &["مرضى"]),
    person(M, "عضو", &["أعضاء"]),
    person(M, "شريك", &["شركاء"]),
    person(M, "حليف", &["حلفاء"]),
    person(M, "مانح", &["مانحين"]),
    person(M, "ممثل", &["ممثلين"]),
    person(M, "مندوب", &["مندوبين"]),
    person(M, "مسؤول", &["مسؤولين"]),
    person(M, "وزير", &["وزراء"]),
    person(M, "سفير", &["سفراء"]),
    person(M, "نائب", &["نواب"]),
    person(M, "زعيم", &["زعماء"]),
    person(M, "قائد", &["قادة"]),
    ambiguous(thing(F, "أسرة", &["أسر"])),
    thing(F, "عائلة", &["عائلات", "عوائل"]),
    thing(F, "دولة", &["دول"]),
    thing(M, "بلد", &["بلدان", "بلاد"]),
    thing(F, "محافظة", &["محافظات"]),
    thing(M, "محل", &["محلات"]),
    thing(M, "متجر", &["متاجر"]),
    thing(M, "فندق", &["فنادق"]),
    thing(F, "ولاية", &["ولايات"]),
    thing(F, "منطقة", &["مناطق"]),
    thing(F, "مدينة", &["مدن"]),
    thing(F, "بلدة", &["بلدات"]),
    thing(F, "قرية", &["قرى"]),
    thing(M, "قضاء", &["أقضية"]),
    thing(M, "مخيم", &["مخيمات"]),
    thing(F, "خيمة", &["خيام", "خيم"]),
    thing(M, "منزل", &["منازل"]),
    thing(F, "مدرسة", &["مدارس"]),
    thing(F, "جامعة", &["جامعات"]),
    thing(M, "مستشفى", &["مستشفيات"]),
    thing(F, "عيادة", &["عيادات"]),
    thing(M, "مركز", &["مراكز"]),
    thing(M, "مطار", &["مطارات"]),
    thing(M, "مصرف", &["مصارف"]),
    thing(F, "محطة", &["محطات"]),
    thing(F, "بئر", &["آبار"]),
    thing(M, "جسر", &["جسور"]),
    thing(M, "موقع", &["مواقع"]),
    thing(M, "مشروع", &["مشاريع", "مشروعات"]),
    thing(M, "برنامج", &["برامج"]),
    thing(F, "مبادرة", &["مبادرات"]),
    thing(F, "منظمة", &["منظمات"]),
    thing(F, "وكالة", &["وكالات"]),
    thing(F, "مؤسسة", &["مؤسسات"]),
    thing(F, "جمعية", &["جمعيات"]),
    thing(F, "شركة", &["شركات"]),
    thing(F, "لجنة", &["لجان"]),
    thing(F, "مجموعة", &["مجموعات"]),
    thing(F, "جهة", &["جهات"]),
    thing(M, "حزب", &["أحزاب"]),
    thing(M, "فصيل", &["فصائل"]),
    thing(F, "كتيبة", &["كتائب"]),
    thing(M, "لواء", &["ألوية"]),
    thing(F, "ضربة", &["ضربات"]),
    thing(F, "غارة", &["غارات"]),
    thing(F, "طلعة", &["طلعات"]),
    thing(F, "عملية", &["عمليات"]),
    thing(M, "هجوم", &["هجمات", "هجومات"]),
    thing(M, "انفجار", &["انفجارات"]),
    thing(M, "صاروخ", &["صواريخ"]),
    thing(F, "قذيفة", &["قذائف"]),
    thing(F, "عبوة", &["عبوات"]),
    thing(M, "لغم", &["ألغام"]),
    thing(F, "طائرة", &["طائرات"]),
    thing(F, "دبابة", &["دبابات"]),
    thing(F, "مركبة", &["مركبات"]),
    thing(F, "سيارة", &["سيارات"]),
    thing(F, "شاحنة", &["شاحنات"]),
    thing(F, "سفينة", &["سفن"]),
    thing(M, "قارب", &["قوارب"]),
    thing(F, "قافلة", &["قوافل"]),
    thing(F, "إصابة", &["إصابات"]),
    thing(F, "وفاة", &["وفيات"]),
    thing(F, "حالة", &["حالات"]),
    thing(M, "اجتماع", &["اجتماعات"]),
    thing(M, "مؤتمر", &["مؤتمرات"]),
    thing(F, "جلسة", &["جلسات"]),
    thing(F, "جولة", &["جولات"]),
    thing(F, "مرحلة", &["مراحل"]),
    thing(M, "اتفاق", &["اتفاقات"]),
    thing(F, "اتفاقية", &["اتفاقيات"]),
    thing(M, "قرار", &["قرارات"]),
    thing(M, "تقرير", &["تقارير"]),
    thing(M, "بند", &["بنود"]),
    thing(F, "فقرة", &["فقرات"]),
    thing(F, "صفحة", &["صفحات"]),
    thing(F, "نقطة", &["نقاط"]),
    thing(F, "خطوة", &["خطوات"]),
    thing(F, "توصية", &["توصيات"]),
    thing(M, "مسار", &["مسارات"]),
    thing(M, "محور", &["محاور"]),
    thing(F, "لغة", &["لغات"]),
    thing(F, "جنسية", &["جنسيات"]),
    thing(F, "مهمة", &["مهام", "مهمات"]),
    thing(F, "فرصة", &["فرص"]),
    thing(F, "وظيفة", &["وظائف"]),
    thing(F, "وحدة", &["وحدات"]),
    thing(F, "غرفة", &["غرف"]),
    thing(M, "مقعد", &["مقاعد"]),
    thing(F, "قاعدة", &["قواعد"]),
    thing(F, "خلية", &["خلايا"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_belongs_to_two_nouns() {
        let mut forms: Vec<String> = NOUNS
            .iter()
            .flat_map(|noun| {
                let many = noun.many.iter().map(|form| (*form).to_owned());
                many.chain([noun.one.to_owned(), format!("{}ا", noun.one)])
            })
            .collect();
        forms.sort();
        let twice: Vec<_> = forms.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert_eq!(twice, Vec::<&[String]>::new());
        assert!(NOUNS.iter().all(|noun| bare(noun.one) == noun.one && !noun.many.is_empty()));
    }

    #[test]
    fn forms_are_read_with_and_without_marks() {
        let read = |word| noun(word).map(|(noun, form)| (noun.one, form));
        assert_eq!(read("شريكًا"), Some(("شريك", Form::Specified)));
        assert_eq!(read("شريكاً"), Some(("شريك", Form::Specified)));
        assert_eq!(read("ضربةً"), Some(("ضربة", Form::One)));
        assert_eq!(read("آلافٍ"), Some(("ألف", Form::Many)));
        assert_eq!(read("الدول"), None);
        assert_eq!(read("شريكنا"), None);
    }

    #[test]
    fn forms_are_made() {
        let made = |word| noun(word).map(|(noun, _)| (noun.specified("ًا"), noun.dual()));
        let forms = |one: &str, dual: [&str; 2]| Some((one.to_owned(), dual.map(str::to_owned)));
        assert_eq!(made("شريك"), forms("شريكًا", ["شريكان", "شريكين"]));
        assert_eq!(made("دولة"), forms("دولة", ["دولتان", "دولتين"]));
        assert_eq!(made("مستشفى"), forms("مستشفى", ["مستشفيان", "مستشفيين"]));
        assert_eq!(made("امرأة"), forms("امرأة", ["امرأتان", "امرأتين"]));
    }
}
