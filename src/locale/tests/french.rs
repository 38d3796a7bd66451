use crate::model::{Counted, Gender, Style};

use super::super::Case::Nominative;
use super::super::{Form, Kind, Measure};
use super::rendering::{Nouns, check};
use super::*;

const NOUNS: Nouns = Nouns(&[
    ["personne", "personne", "personnes", "-"],
    ["enfant", "enfant", "enfants", "-"],
    ["partenaire", "partenaire", "partenaires", "-"],
    ["frappe", "frappe", "frappes", "-"],
    ["organisation", "organisation internationale", "organisations internationales", "-"],
    ["habitant", "habitant", "habitants", "-"],
    ["handicapé", "handicapé", "handicapés", "-"],
    ["État", "État membre", "États membres", "-"],
    ["mètre", "mètre", "mètres", "-"],
]);

fn fr() -> Locale {
    styled("fr", "un")
}

/// The plural begins at two: 0, 1 and 1.9 count in the singular.
#[test]
fn the_plural_begins_at_two() {
    let table = "
        personne 0        | zéro personne
        personne 1        | une personne
        personne 1.5      | 1,5 personne
        personne 2        | deux personnes
        personne 3        | trois personnes
        personne 9        | neuf personnes
        personne 10       | 10 personnes
        personne 11       | 11 personnes
        personne 26       | 26 personnes
        personne 99       | 99 personnes
        personne 100      | 100 personnes
        personne 102      | 102 personnes
        personne 103      | 103 personnes
        personne 1000     | 1 000 personnes
        personne 2000     | 2 000 personnes
        personne 11000    | 11 000 personnes
        personne 1234567  | 1 234 567 personnes
        personne 43K      | 43 000 personnes
        personne.short 1.5 | 1,5
        number -1234.5    | −1 234,5
        number 7.70       | 7,70
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 21);
}

/// One agrees in gender; the gender is that of the French noun, whatever the Arabic one is.
#[test]
fn one_agrees_in_gender() {
    let table = "
        partenaire 1      | un partenaire
        frappe 1          | une frappe
        organisation 1    | une organisation internationale
        État 1            | un État membre
        partenaire none   | aucun partenaire
        frappe none       | aucune frappe
        single mètre      | un seul mètre
        single personne   | une seule personne
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 8);
}

/// The nouns that `data/shared/units.yaml` ships.
#[test]
fn genders_of_the_shipped_nouns() {
    let feminine = "personne femme organisation frappe attaque poche capitale année semaine force";
    let masculine = "enfant nom État partenaire membre observateur mètre kilomètre mois axe groupe point \
                     auteur ménage projet";
    for (nouns, one) in [(feminine, "une"), (masculine, "un")] {
        for noun in nouns.split_whitespace() {
            let unit = Nouns::of("fr", noun, noun, None);
            assert_eq!(prose(&fr(), "1", Counted::Noun(&unit), Nominative), format!("{one} {noun}"));
        }
    }
}

/// The forms of a unit say its gender where the end of the noun tells nothing or misleads.
#[test]
fn the_gender_that_the_forms_say() {
    let mut unit = Nouns::of("fr", "silence", "silences", None);
    unit.forms.get_mut("fr").unwrap().gender = Some(Gender::Masculine);
    assert_eq!(prose(&fr(), "1", Counted::Noun(&unit), Nominative), "un silence");
    assert_eq!(prose(&fr(), "none", Counted::Noun(&unit), Nominative), "aucun silence");
    let mut unit = Nouns::of("fr", "citerne", "citernes", None);
    unit.forms.get_mut("fr").unwrap().gender = Some(Gender::Feminine);
    assert_eq!(prose(&fr(), "1", Counted::Noun(&unit), Nominative), "une citerne");
    assert_eq!(plain(&fr().single(&unit, Nominative)), "une seule citerne");
}

/// Countries bring their article or have none; `de` fuses, elides or stands.
#[test]
fn the_whole_of_a_country() {
    let table = "
        personne all of la Belgique      | l’ensemble de la Belgique
        personne all of la Syrie         | l’ensemble de la Syrie
        personne all of le Mexique       | l’ensemble du Mexique
        personne all of le Cambodge      | l’ensemble du Cambodge
        personne all of le Zimbabwe      | l’ensemble du Zimbabwe
        personne all of le Mozambique    | l’ensemble du Mozambique
        personne all of le Yémen         | l’ensemble du Yémen
        personne all of l’Iraq           | l’ensemble de l’Iraq
        personne all of les Pays-Bas     | l’ensemble des Pays-Bas
        personne all of les États-Unis   | l’ensemble des États-Unis
        personne all of Chypre           | l’ensemble de Chypre
        personne all of Malte            | l’ensemble de Malte
        personne all of Cuba             | l’ensemble de Cuba
        personne all of Bahreïn          | l’ensemble de Bahreïn
        personne all of Israël           | l’ensemble d’Israël
        personne all of Oman             | l’ensemble d’Oman
        personne all of Haïti            | l’ensemble d’Haïti
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 17);
}

/// Million and milliard are nouns: plural from two, and `de` before what is counted, elided before a
/// vowel and a mute h.
#[test]
fn millions_of() {
    let table = "
        personne 1M       | un million de personnes
        personne 1.5M     | 1,5 million de personnes
        personne 1.0M     | 1,0 million de personnes
        personne 2M       | 2 millions de personnes
        enfant 2M         | 2 millions d’enfants
        habitant 7.7M     | 7,7 millions d’habitants
        handicapé 2M      | 2 millions de handicapés
        État 2M           | 2 millions d’États membres
        enfant 1M         | un million d’enfants
        personne 20B      | 20 milliards de personnes
        personne 1B       | un milliard de personnes
        personne 2T       | 2 billions de personnes
        personne 1000000  | 1 000 000 de personnes
        enfant 2000000    | 2 000 000 d’enfants
        personne 1000001  | 1 000 001 personnes
        personne 1500000  | 1 500 000 personnes
        personne 1000000..2000000 | entre 1 000 000 et 2 000 000 de personnes
        bare 1000000      | 1 000 000
        bare 1M           | 1 million
        bare 1.9M         | 1,9 million
        personne.short 8M | 8 millions
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 21);
}

#[test]
fn qualifiers() {
    let table = "
        personne approx 8M        | environ 8 millions de personnes
        personne nearly 8M        | près de 8 millions de personnes
        personne nearly 1M        | près d’un million de personnes
        personne more_than 7.7M   | plus de 7,7 millions de personnes
        personne more_than 1      | plus d’une personne
        partenaire more_than 1    | plus d’un partenaire
        partenaire more_than 132  | plus de 132 partenaires
        partenaire at_least 46    | au moins 46 partenaires
        partenaire up_to 500      | jusqu’à 500 partenaires
        personne less_than 500    | moins de 500 personnes
        personne 2M..3M           | entre 2 et 3 millions de personnes
        enfant 1M..2M             | entre 1 et 2 millions d’enfants
        personne 900K..1.2M       | entre 900 000 et 1,2 million de personnes
        personne 14000..18000     | entre 14 000 et 18 000 personnes
        personne 2..3             | entre deux et trois personnes
        personne 9..12            | entre 9 et 12 personnes
        frappe 1..5               | entre une et cinq frappes
        personne.short more_than 7.7M | >7,7 millions
        personne.short 2M..3M     | 2–3 millions
        personne.short at_least 46 | au moins 46
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 20);
}

/// `de` elides before a vowel, fuses with a definite article and takes an indefinite plural's away.
#[test]
fn prepositions_before_figures() {
    let table = "
        after passant de +approx 8M     | passant d’environ 8 millions
        after passant de +2M..3M        | passant d’entre 2 et 3 millions
        after passant de +at_least 46   | passant d’au moins 46
        after passant de +order 4       | passant de dizaines de milliers
        after passant de +75            | passant de 75
        after dans le monde +approx 5   | dans le monde environ cinq
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 6);
}

#[test]
fn quantities_without_a_number() {
    let table = "
        personne order 1        | des dizaines de personnes
        enfant order 2          | des centaines d’enfants
        personne order 4        | des dizaines de milliers de personnes
        enfant order 6          | des millions d’enfants
        bare order 4            | des dizaines de milliers
        personne majority       | la plupart des personnes
        personne all            | l’ensemble des personnes
        personne limited        | un nombre limité de personnes
        enfant unquantified     | un certain nombre d’enfants
        USD limited             | un montant limité
        share majority          | la majorité
        bare none               | néant
        personne majority of les déplacés en Iraq | la plupart des déplacés en Iraq
        personne all of le territoire | l’ensemble du territoire
        personne all of la population | l’ensemble de la population
        personne x less_than_figure than le nombre de rapatriés | inférieur au nombre de rapatriés
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 16);
}

#[test]
fn shares() {
    let table = "
        share 95             | 95 %
        share 99.5           | 99,5 %
        share -4.5           | −4,5 %
        share more_than 99   | plus de 99 %
        share 20..30         | entre 20 % et 30 %
        share.short 20..30   | 20–30 %
        share.short more_than 99 | >99 %
        points 1             | 1 point de pourcentage
        points 1.5           | 1,5 point de pourcentage
        points 4             | 4 points de pourcentage
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 10);
    let words = "
        share 95             | 95 pour cent
        share 20..30         | entre 20 et 30 pour cent
        personne 16          | seize personnes
        personne 17          | 17 personnes
    ";
    assert_eq!(check(&styled("fr", "lettres"), &NOUNS, words), 4);
    assert_eq!(
        check(
            &styled("fr", "chiffres"),
            &NOUNS,
            "personne 3 | 3 personnes\npersonne 1M | 1 million de personnes"
        ),
        2
    );
}

#[test]
fn money() {
    let table = "
        USD 1              | 1 dollar des États-Unis
        USD 1.5            | 1,5 dollar des États-Unis
        USD 20             | 20 dollars des États-Unis
        USD 400M           | 400 millions de dollars des États-Unis
        USD more_than 400M | plus de 400 millions de dollars des États-Unis
        EUR 20M            | 20 millions d’euros
        EUR 1.4M           | 1,4 million d’euros
        USD 2B..3B         | entre 2 et 3 milliards de dollars des États-Unis
        USD 2M..3M/day     | entre 2 et 3 millions de dollars des États-Unis par jour
        USD order 7        | des dizaines de millions de dollars des États-Unis
        EUR order 7        | des dizaines de millions d’euros
        GBP 2              | 2 livres sterling
        NOK 2M             | 2 millions de couronnes norvégiennes
        XYZ 20M            | 20 millions XYZ
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 14);
}

/// The first of the month is an ordinal, months have no capital, a day takes the article.
#[test]
fn dates() {
    let table = "
        date 2017                     | 2017
        date 2017-11                  | novembre 2017
        date 2017-11-15               | 15 novembre 2017
        date 2018-05-01               | 1er mai 2018
        date.short 2018-02-01         | 1er févr. 2018
        date 2018-05 early            | début mai 2018
        date 2018-05 mid              | mi-mai 2018
        date 2018 late                | fin 2018
        date 2031-05~                 | vers mai 2031
        date 2031-05?                 | mai 2031 (à confirmer)
        date 2018-05-01/..            | depuis le 1er mai 2018
        date 2018-05/..               | depuis mai 2018
        date 2017/..                  | depuis 2017
        date 2018-05-01/2018-05-20    | du 1er au 20 mai 2018
        date 2014/2017                | de 2014 à 2017
        date 2030-04/2030-06          | d’avril à juin 2030
        date [2018-05-14..2018-05-26] | entre le 14 et le 26 mai 2018
        date [2018-11..2019-01]       | entre novembre 2018 et janvier 2019
        dated 2018-05-15              | le 15 mai 2018
        dated 2018-05-01              | le 1er mai 2018
        dated 2018-05                 | en mai 2018
        dated 2018                    | en 2018
        dated 2018-05 early           | début mai 2018
        dated 2018~                   | vers 2018
        dated 2018-05-01~             | vers le 1er mai 2018
        dated 2018-05-01/..           | depuis le 1er mai 2018
        period 2031-06-01 2031-06-30  | du 1er au 30 juin 2031
        period 2031-05-28 2031-06-03  | du 28 mai au 3 juin 2031
        period 2030-12-28 2031-01-03  | du 28 décembre 2030 au 3 janvier 2031
        period 2030-08 2031-01        | d’août 2030 à janvier 2031
        period.short 2031-06-01 2031-06-30 | 1er–30 juin 2031
        period.short 2031-05 2031-06  | mai–juin 2031
        moment 2031-06-30T18:00+03:00 | 30 juin 2031 à 18 h 00 (UTC+03:00)
        moment 2031-07-04T09:05Z      | 4 juillet 2031 à 9 h 05 (UTC)
        hijri 2019-03-23              | 16 rajab 1440 de l’hégire
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 35);
}

#[test]
fn changes_lists_and_ordinals() {
    let table = "
        change partenaire 75 > 79     | en hausse, contre 75 en mai 2018 [4 partenaires]
        change partenaire 79 > 78     | en baisse, contre 79 en mai 2018 [1 partenaire]
        change share 95 > 99          | en hausse, contre 95 % en mai 2018 [4 points de pourcentage]
        change share 95 > 95          | inchangé
        change USD 400M > 500M        | en hausse, contre 400 millions de dollars des États-Unis en mai 2018 [25 %]
        change personne nearly 8M > 9M | en hausse, contre près de 8 millions en mai 2018
        change share more_than 98 > more_than 99 | précédemment : plus de 98 % en mai 2018 (fourchettes se recoupant)
        list Iraq Syrie Jordanie      | Iraq, Syrie et Jordanie
        list Iraq Syrie               | Iraq et Syrie
        first 1                       | premier
        last 1                        | première
        first 2                       | deuxième
        first 26                      | 26e
        span 3mo                      | trois mois
        span 1y                       | un an
        span 1w                       | une semaine
        signed 12000                  | +12 000
    ";
    assert_eq!(check(&fr(), &NOUNS, table), 17);
}

/// Groups and the percent sign take the narrow no-break space, high punctuation one before it.
#[test]
fn french_spaces() {
    let person = NOUNS.unit("fr", "personne");
    let said = |typed, counted| {
        let phrase = fr().measure(&Measure::new(&quantity(typed), counted), Nominative, Form::Prose);
        phrase.0.into_iter().map(|part| (part.kind, part.text)).collect::<Vec<_>>()
    };
    assert_eq!(
        said("1234567", Counted::Noun(&person)),
        [(Kind::Ltr, "1\u{202f}234\u{202f}567".to_owned()), (Kind::Text, "\u{a0}personnes".to_owned())]
    );
    assert_eq!(said("95", Counted::Percent), [(Kind::Ltr, "95\u{202f}%".to_owned())]);
    assert_eq!(fr().quote_marks(), ["«\u{a0}", "\u{a0}»"]);
    let clauses = ["a", "b"].map(Phrase::text).to_vec();
    assert_eq!(fr().clauses(clauses).plain(), "a\u{202f}; b");
}

#[test]
fn other_wordings() {
    let mut style = Style::default();
    style.qualifiers.approx = Some("autour de".into());
    style.qualifiers.up_to = Some("au maximum".into());
    let locale = Locale::new("fr", &style).unwrap();
    let table = "
        personne approx 1M | autour d’un million de personnes
        personne up_to 500 | 500 personnes au maximum
    ";
    assert_eq!(check(&locale, &NOUNS, table), 2);
}
