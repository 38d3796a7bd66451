//! What each language calls the currencies that several countries have, and the words around their amounts.
//!
//! It looks at no text: [`super::currencies`] does.

/// What a language says about money.
pub(super) struct Money {
    /// The language, by its code.
    pub lang: &'static str,
    /// The forms of each currency.
    pub currencies: &'static [&'static [&'static str]],
    /// Numerals that stand before it.
    pub scales: &'static [&'static str],
    /// Words after it that name no country.
    pub particles: &'static [&'static str],
}

/// The languages.
pub(super) const MONEY: [Money; 6] = [
    Money {
        lang: "ar",
        currencies: &[
            &["دينار", "دنانير", "دينارا"],
            &["جنيه", "جنيهات", "جنيها"],
            &["ليرة", "ليرات"],
            &["ريال", "ريالات", "ريالا"],
            &["درهم", "دراهم", "درهما"],
            &["فرنك", "فرنكات", "فرنكا"],
            &["كرونة", "كرونات"],
            &["روبية", "روبيات"],
        ],
        scales: &[
            "ألف",
            "آلاف",
            "مليون",
            "ملايين",
            "مليار",
            "مليارات",
            "بليون",
            "بلايين",
            "تريليون",
            "تريليونات",
            "ألفي",
            "مليوني",
            "ملياري",
            "مئة",
            "مائة",
        ],
        particles: &[
            "من",
            "في",
            "إلى",
            "على",
            "عن",
            "منذ",
            "خلال",
            "بعد",
            "قبل",
            "بين",
            "أو",
            "ثم",
            "حتى",
            "فقط",
            "كل",
            "لكل",
            "مقابل",
            "عام",
            "سنويا",
            "شهريا",
            "يوميا",
            "تقريبا",
            "لدعم",
            "لتمويل",
            "لصالح",
            "مع",
            "عبر",
        ],
    },
    Money {
        lang: "en",
        currencies: &[
            &["dinar", "dinars"],
            &["lira", "liras"],
            &["riyal", "riyals", "rial", "rials"],
            &["dirham", "dirhams"],
            &["rupee", "rupees"],
            &["peso", "pesos"],
            &["krona", "kronor", "krone", "kroner"],
        ],
        scales: &["hundred", "thousand", "million", "billion", "trillion"],
        particles: &[
            "in", "for", "to", "from", "on", "at", "and", "or", "a", "per", "by", "since", "until", "with",
            "was", "were",
        ],
    },
    Money {
        lang: "fr",
        currencies: &[
            &["dinar", "dinars"],
            &["riyal", "riyals", "rial", "rials"],
            &["dirham", "dirhams"],
            &["roupie", "roupies"],
            &["peso", "pesos"],
            &["couronne", "couronnes"],
        ],
        scales: &["cent", "cents", "mille", "million", "millions", "milliard", "milliards", "de"],
        particles: &[
            "en", "pour", "à", "par", "et", "ou", "depuis", "dans", "sur", "au", "aux", "contre", "a", "ont",
        ],
    },
    Money {
        lang: "tr",
        currencies: &[&["dinar"], &["riyal"], &["dirhem"], &["rupi"], &["peso"], &["kron"]],
        scales: &["yüz", "bin", "milyon", "milyar", "trilyon"],
        particles: &["ve", "veya", "ile", "için", "olarak"],
    },
    Money {
        lang: "fa",
        currencies: &[&["دینار"], &["درهم"], &["لیره"], &["روپیه"], &["کرون"]],
        scales: &["صد", "هزار", "میلیون", "میلیارد"],
        particles: &["از", "در", "به", "برای", "با", "و", "یا", "تا"],
    },
    Money {
        lang: "ckb",
        currencies: &[&["دینار"], &["درهەم"], &["لیرە"], &["ڕیاڵ"]],
        scales: &["سەد", "هەزار", "ملیۆن", "ملیار"],
        particles: &["لە", "بۆ", "بە", "لەگەڵ", "و", "یان", "تا"],
    },
];

/// Numbers in words that count money in Arabic, without their particles.
pub(super) const NUMERALS: &str = "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني ثمان تسع عشر عشرون عشرين ثلاثون \
    ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئتا مئتي مائتا \
    مائتي ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة ألفا بضعة بضع عدة";
