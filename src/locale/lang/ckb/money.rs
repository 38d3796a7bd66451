//! Currencies as Sorani nouns, which numbers count in the singular.

use crate::model::Gender;

use super::super::{Currency, Forms};

const fn money(code: &'static str, name: &'static str) -> Currency {
    Currency { code, prefix: None, gender: Gender::Masculine, forms: Forms::fixed(name, name) }
}

/// Money by ISO 4217 code.
pub(super) const CURRENCIES: &[Currency] = &[
    money("USD", "دۆلاری ئەمریکی"),
    money("EUR", "یۆرۆ"),
    money("GBP", "پاوەندی بەریتانی"),
    money("NOK", "کرۆنی نەرویجی"),
    money("SEK", "کرۆنی سویدی"),
    money("DKK", "کرۆنی دانیمارکی"),
    money("CHF", "فرانکی سویسری"),
    money("JPY", "یەنی ژاپۆنی"),
    money("CAD", "دۆلاری کەنەدی"),
    money("AUD", "دۆلاری ئوسترالی"),
    money("KWD", "دیناری کوەیتی"),
    money("SAR", "ڕیاڵی سعوودی"),
    money("AED", "دیرهەمی ئیماراتی"),
    money("QAR", "ڕیاڵی قەتەری"),
    money("IQD", "دیناری عێراقی"),
    money("SYP", "لیرەی سووری"),
    money("JOD", "دیناری ئوردنی"),
    money("TRY", "لیرەی تورکی"),
];
