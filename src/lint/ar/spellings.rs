//! The words of AR08: frequent in briefs and news, and wrong in no other reading.
//!
//! Each list says which particles may stand before its words, since كامل is no ك + امل.

/// What may be glued to the front of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glue {
    /// The particles.
    pub particles: &'static str,
    /// With the article: always, never, or either.
    pub article: Option<bool>,
    /// Takes no pronoun or ending.
    pub bound: bool,
}

/// Every particle.
const ALL: &str = "وفبلك";

/// Any particle, article or not: most nouns.
const NOUN: Glue = Glue { particles: ALL, article: None, bound: false };

/// و and ف: verbs.
const VERB: Glue = Glue { particles: "وف", article: Some(false), bound: false };

const fn only(particles: &'static str, article: Option<bool>) -> Glue {
    Glue { particles, article, bound: false }
}

const fn bound(particles: &'static str, article: Option<bool>) -> Glue {
    Glue { particles, article, bound: true }
}

/// Words that begin with a hamza on or under their alef, or with a madda; parted by spaces, as below.
pub(super) const INITIAL: &[(Glue, &str)] = &[
    (
        NOUN,
        "أكثر أقل أكبر أصغر أفضل أعلى أدنى أخرى أخير أخيرة آخرين آخرون إسرائيل إسرائيلي إسرائيلية إسرائيليين \
        إسرائيليون أمريكا أمريكي أمريكية أمريكيين أمريكيون أميركا أميركي أميركية أميركيين أميركيون أوروبا \
        أوروبي أوروبية أفريقيا أفريقي أفريقية آسيوي آسيوية إسبانيا إيطاليا إيطالي إيطالية إيران إيراني \
        إيرانية ألمانيا ألماني ألمانية أوكرانيا أوكراني أوكرانية إثيوبيا أفغانستان أفغاني أفغانية أذربيجان \
        أرمينيا أستراليا أسترالي إندونيسيا أنقرة أربيل إدلب أردن أردني أردنية إمارات إماراتي إماراتية إسلام \
        إسلامي إسلامية إسلاميين إسلاميون إرهاب إرهابي إرهابية إرهابيين إرهابيون أمم أممي أممية أمين أمان \
        أمني أمنية أمنيين أمير إنسان إنساني إنسانية إغاثة إغاثي إغاثية إدارة إدارات إداري إدارية إعادة إضافة \
        إضافي إضافية إجراءات إنشاء إصلاح إصلاحات إعلامي إعلامية إعلاميين إعلان إقليم إقليمي إقليمية أقاليم \
        إسكان إزالة أزمة أزمات إقامة أسبوع أسابيع أيام أعوام أشهر إحدى أعضاء أطفال أشخاص أطراف أهداف أرقام \
        أسلحة أسعار أموال أماكن أنحاء أراضي أمور أوامر أربعة أربع أربعين أربعون أربعاء إنترنت إنجاز إنجازات \
        إنتاج إنقاذ إنذار إطار إطلاق إرسال إخلاء إصابة إصابات إجلاء إلغاء إيواء إيقاف إيجاد إيجابي إيجابية \
        إيرادات أسرى أسير أسرة أحزاب أفكار أبناء أساس أساسي أساسية أهمية أهالي أجنبي أجنبية أجانب أجهزة \
        أسباب أغلب أغلبية آلاف إمكانية إمكانات أمطار أنظمة أنواع أوضاع أوساط أوائل أولى أولوية أولويات إرادة \
        إشارة إصدار إغلاق إفراج إقرار",
    ),
    (only("و", Some(false)), "أهل"),
    (only(ALL, Some(true)), "أهل أهم أول أرض أراض أحد أوسط أسر"),
    (only("وبل", Some(false)), "إبراهيم إسماعيل إسحاق إلياس إدريس أسامة أيمن أمجد إيهاب إحسان"),
    (only("", Some(false)), "أهم"),
    (only("ول", Some(false)), "أول"),
    (only("وبل", Some(false)), "أرض أراض آسيا"),
    (only("بلف", Some(false)), "أحد"),
    (only("وب", Some(true)), "أنبار"),
    (only("وب", Some(false)), "أثناء"),
    (bound("وب", None), "أمس"),
    (bound("و", Some(false)), "أيضا إذ"),
    (bound("وف", Some(false)), "إذا إلى إليها إليهم إلينا"),
    (bound("", Some(false)), "أو أي"),
];

/// Verbs that begin with a hamza. Those whose imperative has none (اجمع) are left out.
pub(super) const VERBS: &[(Glue, &str)] = &[
    (
        VERB,
        "أكد أضاف أشار أوضح أصبح أعرب أفاد أسفر أرسل أطلق أصدر أنشأ أجرى أبلغ أبدى أحرز أدان أدلى أعاد أعطى \
        ألقى ألغى أنهى أثار أسهم أشاد أطاح أعدم أغلق أفرج أقام أنجز أنفق أنقذ أوقف أوصى ألقت ألغت أنهت أبدت \
        أعطت أوصت أدلت",
    ),
    (only("و", Some(false)), "أعلن أدت"),
    (only("", Some(false)), "أدى"),
];

/// Words whose alef only joins and takes no hamza; the verbs last.
pub(super) const JOINING: &[(Glue, &str)] = &[
    (
        NOUN,
        "استقبال استقرار استخدام استعادة استمرار استهداف استثمار استثمارات استقلال استعداد استعدادات استجابة \
        استفتاء استئناف استنكار استيلاء استطلاع استغلال استكمال اجتماع اجتماعي اجتماعية انتخاب انتخابي \
        انتخابية انتشار انتهاء انتهاك انتقال انتقالي انتقالية انتصار انتظار انسحاب انضمام انفجار انخفاض \
        انطلاق انهيار انعقاد انقسام ارتفاع ارتباط اتفاق اتفاقية اتفاقيات اتحاد اتصال اتهام اقتصاد اقتصادي \
        اقتصادية احتلال احتياج احتجاج احترام احتجاز احتمال احتفال اعتقال اعتماد اعتبار اعتداء اعتراف اعتذار \
        التزام التحاق امتحان امتداد انتماء اختيار اختبار اختطاف اختصاص اختلاف اختراق ازدياد ازدهار اشتباك \
        اشتراك اضطراب اغتيال افتتاح اقتراح اكتشاف اكتفاء ابتداء ابتكار اسم ابن اثنان اثنتان امرأة",
    ),
    (
        VERB,
        "اجتمع استقبل استخدم استمر انتهى انتخب انضم ارتفع انخفض اعتبر اعتقل اعتمد التقى اتفق اتخذ احتفل اختار \
        استهدف استعاد استولى انسحب انفجر اشتبك اغتال افتتح انطلق اثنا اثني اثنتا اثنتي اثنتين",
    ),
];

/// Words without hamza that could be two words with one: as written, the readings.
pub(super) const DOUBTFUL: &[(&str, &[&str], Glue)] = &[
    ("امن", &["أمن", "آمن"], bound("وبل", None)),
    ("امام", &["أمام", "إمام"], bound("و", None)),
    ("اخر", &["آخر", "أخر"], bound("و", None)),
    ("انه", &["أنه", "إنه"], bound("و", Some(false))),
    ("انها", &["أنها", "إنها"], bound("و", Some(false))),
    ("انهم", &["أنهم", "إنهم"], bound("و", Some(false))),
    ("اما", &["أما", "إما"], bound("", Some(false))),
    ("الا", &["إلا", "ألا"], bound("", Some(false))),
    ("اية", &["أية", "آية"], bound("", Some(false))),
    ("احداث", &["أحداث", "إحداث"], bound(ALL, None)),
    ("اعداد", &["أعداد", "إعداد"], bound(ALL, None)),
    ("اعمال", &["أعمال", "إعمال"], bound(ALL, None)),
    ("افراد", &["أفراد", "إفراد"], bound(ALL, None)),
    ("اعلام", &["أعلام", "إعلام"], bound(ALL, None)),
    ("اشراف", &["أشراف", "إشراف"], bound(ALL, None)),
    ("اعمار", &["أعمار", "إعمار"], bound(ALL, None)),
    ("اجراء", &["أجراء", "إجراء"], bound(ALL, None)),
    ("اجل", &["أجل", "آجل"], bound("ول", None)),
    ("انفاق", &["أنفاق", "إنفاق"], bound(ALL, None)),
    ("احكام", &["أحكام", "إحكام"], bound(ALL, None)),
    ("اضرار", &["أضرار", "إضرار"], bound(ALL, None)),
    ("الف", &["ألف", "آلف"], bound("", Some(false))),
    ("فانه", &["فإنه", "فأنه"], bound("", Some(false))),
    ("فانها", &["فإنها", "فأنها"], bound("", Some(false))),
];

/// Words with a wrong letter: as written, as it should be.
pub(super) const OTHERS: &[(&str, &str, Glue)] = &[
    ("بانه", "بأنه", bound("و", Some(false))),
    ("بانها", "بأنها", bound("و", Some(false))),
    ("بانهم", "بأنهم", bound("و", Some(false))),
    ("لانه", "لأنه", bound("و", Some(false))),
    ("لانها", "لأنها", bound("و", Some(false))),
    ("لانهم", "لأنهم", bound("و", Some(false))),
    ("فى", "في", bound("وف", Some(false))),
    ("التى", "التي", bound(ALL, Some(false))),
    ("الذى", "الذي", bound(ALL, Some(false))),
    ("اللذي", "الذي", bound(ALL, Some(false))),
    ("اللتي", "التي", bound(ALL, Some(false))),
    ("حتي", "حتى", bound("وف", Some(false))),
    ("هذة", "هذه", bound(ALL, Some(false))),
    ("هاذا", "هذا", bound(ALL, Some(false))),
    ("هاذه", "هذه", bound(ALL, Some(false))),
    ("هاؤلاء", "هؤلاء", bound(ALL, Some(false))),
    ("لاكن", "لكن", bound("و", Some(false))),
    ("ذالك", "ذلك", bound(ALL, Some(false))),
    ("شئ", "شيء", bound(ALL, None)),
    ("شىء", "شيء", bound(ALL, None)),
    ("مئه", "مئة", bound(ALL, None)),
    ("هيئه", "هيئة", bound(ALL, None)),
    ("شئون", "شؤون", bound(ALL, None)),
    ("شوون", "شؤون", bound(ALL, None)),
    ("مسوول", "مسؤول", bound(ALL, None)),
    ("مسوولية", "مسؤولية", bound(ALL, None)),
    ("مسوولين", "مسؤولين", bound(ALL, None)),
    ("مسوولون", "مسؤولون", bound(ALL, None)),
    ("رووس", "رؤوس", bound(ALL, None)),
    ("روساء", "رؤساء", bound(ALL, None)),
    ("مسئول", "مسؤول", bound(ALL, None)),
    ("مسئولية", "مسؤولية", bound(ALL, None)),
    ("مسئوليات", "مسؤوليات", bound(ALL, None)),
    ("مسئولين", "مسؤولين", bound(ALL, None)),
    ("مسئولون", "مسؤولون", bound(ALL, None)),
    ("موتمر", "مؤتمر", bound(ALL, None)),
    ("موتمرات", "مؤتمرات", bound(ALL, None)),
    ("موسسة", "مؤسسة", bound(ALL, None)),
    ("موسسات", "مؤسسات", bound(ALL, None)),
    ("تاثير", "تأثير", bound(ALL, None)),
    ("تاكيد", "تأكيد", bound(ALL, None)),
    ("تاسيس", "تأسيس", bound(ALL, None)),
    ("تامين", "تأمين", bound(ALL, None)),
    ("تاخير", "تأخير", bound(ALL, None)),
    ("تاييد", "تأييد", bound(ALL, None)),
    ("تاهيل", "تأهيل", bound(ALL, None)),
    ("تاجيل", "تأجيل", bound(ALL, None)),
    ("موخرا", "مؤخرا", bound(ALL, None)),
];

/// Words in ة, without it: with the article they take no pronoun, so that ه is wrong.
pub(super) const TAA: &str = "متحد دولي عربي سوري عراقي لبناني أمني حكوم دول مدين منطق منظم جمهوري وزار محافظ عملي إنساني ثاني \
    ماضي مقبل قادم حالي جديد سياسي عسكري مالي اقتصادي إرهابي إسلامي أمريكي مشترك وطني عام خاص هيئ مدرس \
    لجن وكال شرط سن";
