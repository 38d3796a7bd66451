//! What each language calls the colours of the Traffic Light Protocol, and the protocol itself.
//!
//! It reads one word; where the word stands is for [`super::markings`].

use super::super::bare::bare;

/// Words for the colours, by language, without article, and the label of each.
const COLOURS: [(&str, &[(&str, &str)]); 6] = [
    (
        "ar",
        &[
            ("أحمر", "RED"),
            ("حمراء", "RED"),
            ("كهرماني", "AMBER"),
            ("كهرمانية", "AMBER"),
            ("عنبري", "AMBER"),
            ("برتقالي", "AMBER"),
            ("كهرمان", "AMBER"),
            ("عنبر", "AMBER"),
            ("أمبر", "AMBER"),
            ("امبر", "AMBER"),
            ("أخضر", "GREEN"),
            ("خضراء", "GREEN"),
            ("أبيض", "CLEAR"),
            ("شفاف", "CLEAR"),
            ("واضح", "CLEAR"),
        ],
    ),
    (
        "en",
        &[("red", "RED"), ("amber", "AMBER"), ("orange", "AMBER"), ("green", "GREEN"), ("clear", "CLEAR")],
    ),
    (
        "fr",
        &[
            ("rouge", "RED"),
            ("ambre", "AMBER"),
            ("orange", "AMBER"),
            ("vert", "GREEN"),
            ("blanc", "CLEAR"),
            ("clair", "CLEAR"),
        ],
    ),
    (
        "tr",
        &[
            ("kırmızı", "RED"),
            ("kehribar", "AMBER"),
            ("turuncu", "AMBER"),
            ("sarı", "AMBER"),
            ("yeşil", "GREEN"),
            ("beyaz", "CLEAR"),
            ("şeffaf", "CLEAR"),
        ],
    ),
    (
        "fa",
        &[
            ("قرمز", "RED"),
            ("کهربایی", "AMBER"),
            ("نارنجی", "AMBER"),
            ("سبز", "GREEN"),
            ("سفید", "CLEAR"),
            ("شفاف", "CLEAR"),
        ],
    ),
    (
        "ckb",
        &[
            ("سوور", "RED"),
            ("کەهرەمانی", "AMBER"),
            ("پرتەقاڵی", "AMBER"),
            ("سەوز", "GREEN"),
            ("سپی", "CLEAR"),
            ("ڕوون", "CLEAR"),
        ],
    ),
];

/// The name of the protocol in words, by language.
pub(super) const PROTOCOL: [(&str, &[&str]); 5] = [
    (
        "ar",
        &[
            "بروتوكول إشارات المرور",
            "بروتوكول إشارة المرور",
            "بروتوكول الإشارات الضوئية",
            "بروتوكول الإشارة الضوئية",
            "تي إل بي",
            "تي ال بي",
        ],
    ),
    ("en", &["traffic light protocol"]),
    ("fr", &["protocole des feux de signalisation", "protocole des feux tricolores"]),
    ("tr", &["trafik ışığı protokolü"]),
    ("fa", &["پروتکل چراغ راهنمایی"]),
];

/// The label that a word for a colour stands for, with or without its article.
pub(super) fn colour(lang: &str, word: &str) -> Option<&'static str> {
    let word = match lang {
        "ar" => bare(word),
        "tr" => word.replace('İ', "i").replace('I', "ı").to_lowercase(),
        _ => word.to_lowercase(),
    };
    let word = if lang == "ar" { word.strip_prefix("ال").unwrap_or(&word) } else { &word };
    let (_, colours) = COLOURS.iter().find(|(of, _)| *of == lang)?;
    colours.iter().find(|(name, _)| *name == word).map(|(_, label)| *label)
}
