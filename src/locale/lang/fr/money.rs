//! Currencies as French nouns, each with its country as United Nations documents name it.

use crate::model::Gender;

use super::super::{Currency, Forms};

const fn money(code: &'static str, gender: Gender, one: &'static str, other: &'static str) -> Currency {
    Currency { code, prefix: None, gender, forms: Forms::pair(one, other) }
}

const fn masculine(code: &'static str, one: &'static str, other: &'static str) -> Currency {
    money(code, Gender::Masculine, one, other)
}

const fn feminine(code: &'static str, one: &'static str, other: &'static str) -> Currency {
    money(code, Gender::Feminine, one, other)
}

/// Money by ISO 4217 code.
pub(super) const CURRENCIES: &[Currency] = &[
    masculine("USD", "dollar des États-Unis", "dollars des États-Unis"),
    masculine("EUR", "euro", "euros"),
    feminine("GBP", "livre sterling", "livres sterling"),
    feminine("NOK", "couronne norvégienne", "couronnes norvégiennes"),
    feminine("SEK", "couronne suédoise", "couronnes suédoises"),
    feminine("DKK", "couronne danoise", "couronnes danoises"),
    masculine("CHF", "franc suisse", "francs suisses"),
    masculine("JPY", "yen japonais", "yens japonais"),
    masculine("CAD", "dollar canadien", "dollars canadiens"),
    masculine("AUD", "dollar australien", "dollars australiens"),
    masculine("KWD", "dinar koweïtien", "dinars koweïtiens"),
    masculine("SAR", "riyal saoudien", "riyals saoudiens"),
    masculine("AED", "dirham des Émirats arabes unis", "dirhams des Émirats arabes unis"),
    masculine("QAR", "riyal qatarien", "riyals qatariens"),
    masculine("IQD", "dinar iraquien", "dinars iraquiens"),
    feminine("SYP", "livre syrienne", "livres syriennes"),
    masculine("JOD", "dinar jordanien", "dinars jordaniens"),
    feminine("TRY", "livre turque", "livres turques"),
];
