use crate::model::Counted;

use super::super::Case::Nominative;
use super::*;

#[test]
fn numbers_and_nouns() {
    // typed | in prose | in a tile
    let table = "
        0               | zero people                          | 0
        1               | one person                           | 1
        2               | two people                           | 2
        9               | nine people                          | 9
        10              | 10 people                            | 10
        101             | 101 people                           | 101
        1000            | 1,000 people                         | 1,000
        1.5             | 1.5 people                           | 1.5
        43K             | 43,000 people                        | 43,000
        7.5K            | 7,500 people                         | 7,500
        1M              | 1 million people                     | 1 million
        2M              | 2 million people                     | 2 million
        7.70M           | 7.70 million people                  | 7.70 million
        20B             | 20 billion people                    | 20 billion
        2T              | 2 trillion people                    | 2 trillion
        more_than 7.7M  | more than 7.7 million people         | >7.7 million
        more_than 4     | more than four people                | >4
        approx 8M       | about 8 million people               | ~8 million
        nearly 8M       | nearly 8 million people              | nearly 8 million
        at_least 46     | at least 46 people                   | at least 46
        up_to 500       | up to 500 people                     | up to 500
        less_than 500   | fewer than 500 people                | <500
        2M..3M          | between 2 million and 3 million people | 2–3 million
        14000..18000    | between 14,000 and 18,000 people     | 14,000–18,000
        900K..1.2M      | between 900,000 and 1.2 million people | 900,000–1.2 million
        2..3            | between two and three people         | 2–3
        9..12           | between 9 and 12 people              | 9–12
    ";
    let person = person();
    for row in rows(table) {
        let both = [
            prose(&en(), row[0], Counted::Noun(&person), Nominative),
            short(&en(), row[0], Counted::Noun(&person)),
        ];
        assert_eq!(both, row[1..], "{}", row[0]);
    }
}

#[test]
fn measures_take_less() {
    assert_eq!(prose(&en(), "less_than 500", Counted::Noun(&metre()), Nominative), "less than 500 metres");
    assert_eq!(prose(&en(), "less_than 5", Counted::Percent, Nominative), "less than 5 per cent");
}

#[test]
fn shares() {
    // typed | un | us | plain | tile
    let table = "
        95            | 95 per cent               | 95 percent               | 95%               | 95%
        99.5          | 99.5 per cent             | 99.5 percent             | 99.5%             | 99.5%
        -4.5          | −4.5 per cent             | −4.5 percent             | −4.5%             | −4.5%
        more_than 99  | more than 99 per cent     | more than 99 percent     | more than 99%     | >99%
        20..30        | between 20 and 30 per cent | between 20 and 30 percent | between 20% and 30% | 20–30%
        all           | 100 per cent              | 100 percent              | 100%              | 100%
        majority      | the majority              | the majority             | the majority      | the majority
    ";
    for row in rows(table) {
        let mut all = ["un", "us", "plain"]
            .map(|profile| prose(&styled("en", profile), row[0], Counted::Percent, Nominative))
            .to_vec();
        all.push(short(&en(), row[0], Counted::Percent));
        assert_eq!(all, row[1..], "{}", row[0]);
    }
    let points = ["1", "4", "2.5"].map(|typed| prose(&en(), typed, Counted::PercentagePoints, Nominative));
    assert_eq!(points, ["1 percentage point", "4 percentage points", "2.5 percentage points"]);
}

#[test]
fn figures_of_the_plain_profile() {
    let plain = styled("en", "plain");
    assert_eq!(prose(&plain, "3", Counted::Noun(&strike()), Nominative), "3 strikes");
}
