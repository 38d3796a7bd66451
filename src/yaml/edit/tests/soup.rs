//! Files of bits in any order: an edit does what it says or refuses, and never panics.

use super::everywhere::{Dice, places};
use super::{edited, forms, owned};
use crate::diag::{Finding, Sources};
use crate::yaml::edit::{Change, NewValue};
use crate::yaml::{Limits, parse};

const BITS: &str = "\n~\n~\n~\n  ~\n  ~\n    ~\n- ~\n  - ~\n    - ~\n\n~\r\n~\r~a: ~b: ~c:~title: ~threats:~highlights:~- ~x~y z~\
                    \"q\"~'s'~>-~|~>+~|2~>\n~|-\n~# c~ # c~  # d~{~}~[~]~, ~,~{a: b}~[x, y]~{a: b, c: [d]}~&k ~*k~null~? ~: ~\
                    :~\"\"~كلمة~،~{x}~---\n~\n...\n~\t~ ~  ";

const PLACES: &str = "title threats.a threats.d highlights[1] a c.b b[0].c [1] d";

#[test]
fn no_file_makes_an_edit_panic() {
    let bits: Vec<&str> = BITS.split('~').chain(["~"]).collect();
    let others: Vec<&str> = PLACES.split(' ').collect();
    let mut dice = Dice(1);
    let (mut made, mut refused) = (0, 0);
    for _ in 0..6000 {
        let page: String = (0..1 + dice.roll(24)).map(|_| bits[dice.roll(bits.len())]).collect();
        let mut sources = Sources::new();
        let file = sources.add("t.yaml", "", page.clone());
        if parse(file, &sources, &Limits::default()).1.iter().any(Finding::is_error) {
            continue;
        }
        let (_, found, ..) = places(&page);
        let mut path = match dice.roll(3) {
            0 => owned(others[dice.roll(others.len())]),
            _ => found
                .get(dice.roll(found.len().max(1)))
                .map_or_else(Vec::new, |(change, _)| change.path.clone()),
        };
        if dice.roll(4) == 0 {
            path.pop();
        }
        let text = Change { path, value: NewValue::Text(dice.text()) };
        let map = forms("", &[("by", "s"), ("other", &dice.text())]).value;
        for change in [text.clone(), Change { value: map, ..text }] {
            match edited(&page, &[change]) {
                Ok(_) => made += 1,
                Err(_) => refused += 1,
            }
        }
    }
    assert!(made > 400 && refused > 400, "{made} made, {refused} refused");
}
