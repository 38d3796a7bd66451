//! Currencies as Turkish nouns: the singular, which numbers count, and the genitive before most and all.

use crate::model::Gender;

use super::super::{Currency, Forms};

const fn money(code: &'static str, name: &'static str, genitive: &'static str) -> Currency {
    Currency { code, prefix: None, gender: Gender::Masculine, forms: Forms::fixed(name, genitive) }
}

/// Money by ISO 4217 code.
pub(super) const CURRENCIES: &[Currency] = &[
    money("USD", "ABD doları", "ABD dolarının"),
    money("EUR", "avro", "avronun"),
    money("GBP", "İngiliz sterlini", "İngiliz sterlininin"),
    money("NOK", "Norveç kronu", "Norveç kronunun"),
    money("SEK", "İsveç kronu", "İsveç kronunun"),
    money("DKK", "Danimarka kronu", "Danimarka kronunun"),
    money("CHF", "İsviçre frangı", "İsviçre frangının"),
    money("JPY", "Japon yeni", "Japon yeninin"),
    money("CAD", "Kanada doları", "Kanada dolarının"),
    money("AUD", "Avustralya doları", "Avustralya dolarının"),
    money("KWD", "Kuveyt dinarı", "Kuveyt dinarının"),
    money("SAR", "Suudi Arabistan riyali", "Suudi Arabistan riyalinin"),
    money("AED", "Birleşik Arap Emirlikleri dirhemi", "Birleşik Arap Emirlikleri dirheminin"),
    money("QAR", "Katar riyali", "Katar riyalinin"),
    money("IQD", "Irak dinarı", "Irak dinarının"),
    money("SYP", "Suriye lirası", "Suriye lirasının"),
    money("JOD", "Ürdün dinarı", "Ürdün dinarının"),
    money("TRY", "Türk lirası", "Türk lirasının"),
];
