//! Currencies as Persian nouns, which numbers count in the singular.

use crate::model::Gender;

use super::super::{Currency, Forms};

const fn money(code: &'static str, name: &'static str) -> Currency {
    Currency { code, prefix: None, gender: Gender::Masculine, forms: Forms::fixed(name, name) }
}

/// Money by ISO 4217 code.
pub(super) const CURRENCIES: &[Currency] = &[
    money("USD", "دلار آمریکا"),
    money("EUR", "یورو"),
    money("GBP", "پوند بریتانیا"),
    money("NOK", "کرون نروژ"),
    money("SEK", "کرون سوئد"),
    money("DKK", "کرون دانمارک"),
    money("CHF", "فرانک سوئیس"),
    money("JPY", "ین ژاپن"),
    money("CAD", "دلار کانادا"),
    money("AUD", "دلار استرالیا"),
    money("KWD", "دینار کویت"),
    money("SAR", "ریال عربستان سعودی"),
    money("AED", "درهم امارات متحدهٔ عربی"),
    money("QAR", "ریال قطر"),
    money("IQD", "دینار عراق"),
    money("SYP", "لیرهٔ سوریه"),
    money("JOD", "دینار اردن"),
    money("TRY", "لیرهٔ ترکیه"),
];
