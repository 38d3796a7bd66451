//! The formula of `Plural-Forms`, an expression of C over `n`: text -> tree -> number.
//!
//! Unsigned as in gettext. Depth and size are bounded, since the formula comes from outside.

/// Deepest nesting.
const DEPTH: usize = 40;

/// Most operators, numbers and names. The longest in use has fewer than 200.
const SIZE: usize = 500;

/// Operators of two sides with their rank; a higher rank binds closer.
const OPERATORS: [(&str, u8, Operator); 13] = [
    ("||", 1, Operator::Or),
    ("&&", 2, Operator::And),
    ("==", 3, Operator::Equal),
    ("!=", 3, Operator::Unequal),
    ("<=", 4, Operator::AtMost),
    (">=", 4, Operator::AtLeast),
    ("<", 4, Operator::Below),
    (">", 4, Operator::Above),
    ("+", 5, Operator::Plus),
    ("-", 5, Operator::Minus),
    ("*", 6, Operator::Times),
    ("/", 6, Operator::By),
    ("%", 6, Operator::Rest),
];

#[derive(Debug, Clone, Copy)]
enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    AtMost,
    AtLeast,
    Below,
    Above,
    Plus,
    Minus,
    Times,
    By,
    Rest,
}

/// A formula that was read.
#[derive(Debug)]
pub(super) struct Formula(Tree);

#[derive(Debug)]
enum Tree {
    N,
    Number(u64),
    Not(Box<Tree>),
    Two(Operator, Box<[Tree; 2]>),
    /// Condition, then, else.
    Choice(Box<[Tree; 3]>),
}

impl Formula {
    /// Reads a formula; `None` if it is none, or is beyond the bounds.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text, depth: 0, size: 0 };
        let tree = reader.choice()?;
        reader.rest.trim_start().is_empty().then_some(Self(tree))
    }

    /// Its value for a number; `None` where it divides by zero.
    pub fn of(&self, n: u64) -> Option<u64> {
        self.0.of(n)
    }
}

impl Tree {
    fn of(&self, n: u64) -> Option<u64> {
        Some(match self {
            Self::N => n,
            Self::Number(number) => *number,
            Self::Not(inner) => u64::from(inner.of(n)? == 0),
            Self::Choice(parts) => {
                let [condition, then, other] = &**parts;
                if condition.of(n)? != 0 { then.of(n)? } else { other.of(n)? }
            }
            Self::Two(operator, sides) => {
                let [left, right] = &**sides;
                let left = left.of(n)?;
                let truth = match operator {
                    Operator::Or => left != 0 || right.of(n)? != 0,
                    Operator::And => left != 0 && right.of(n)? != 0,
                    Operator::Equal => left == right.of(n)?,
                    Operator::Unequal => left != right.of(n)?,
                    Operator::AtMost => left <= right.of(n)?,
                    Operator::AtLeast => left >= right.of(n)?,
                    Operator::Below => left < right.of(n)?,
                    Operator::Above => left > right.of(n)?,
                    Operator::Plus => return Some(left.wrapping_add(right.of(n)?)),
                    Operator::Minus => return Some(left.wrapping_sub(right.of(n)?)),
                    Operator::Times => return Some(left.wrapping_mul(right.of(n)?)),
                    Operator::By => return left.checked_div(right.of(n)?),
                    Operator::Rest => return left.checked_rem(right.of(n)?),
                };
                u64::from(truth)
            }
        })
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
    size: usize,
}

impl Reader<'_> {
    /// `a ? b : c`, or anything that binds closer.
    fn choice(&mut self) -> Option<Tree> {
        self.deeper(|reader| {
            let condition = reader.two(1)?;
            if !reader.take("?") {
                return Some(condition);
            }
            let then = reader.choice()?;
            if !reader.take(":") {
                return None;
            }
            Some(Tree::Choice(Box::new([condition, then, reader.choice()?])))
        })
    }

    /// A chain of operators of at least a rank.
    fn two(&mut self, rank: u8) -> Option<Tree> {
        let mut left = self.one()?;
        while let Some((sign, own, operator)) = self.operator().filter(|(_, own, _)| *own >= rank) {
            self.take(sign);
            let right = self.two(own + 1)?;
            left = Tree::Two(operator, Box::new([left, right]));
        }
        Some(left)
    }

    fn operator(&self) -> Option<(&'static str, u8, Operator)> {
        let rest = self.rest.trim_start();
        OPERATORS.into_iter().find(|(sign, ..)| rest.starts_with(sign))
    }

    fn one(&mut self) -> Option<Tree> {
        self.size += 1;
        if self.size > SIZE {
            return None;
        }
        if self.take("!") {
            return self.deeper(|reader| Some(Tree::Not(Box::new(reader.one()?))));
        }
        if self.take("(") {
            let inner = self.choice()?;
            return self.take(")").then_some(inner);
        }
        if self.take("n") {
            return Some(Tree::N);
        }
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        number.parse().ok().map(Tree::Number)
    }

    /// Takes a sign off the front, white space before it too.
    fn take(&mut self, sign: &str) -> bool {
        self.rest = self.rest.trim_start();
        let Some(rest) = self.rest.strip_prefix(sign) else { return false };
        self.rest = rest;
        true
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<Tree>) -> Option<Tree> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let tree = read(self);
        self.depth -= 1;
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_bind_as_in_c() {
        let cases = [
            ("1+2*3", 7),
            ("(1+2)*3", 9),
            ("10-2-3", 5),
            ("100/5/2", 10),
            ("17%10%4", 3),
            ("1 < 2 == 1", 1),
            ("3 == 3 > 5", 0),
            ("1 || 0 && 0", 1),
            ("!0 + 1", 2),
            ("!n", 0),
            ("!!n", 1),
            ("0 ? 1 : 0 ? 2 : 3", 3),
            ("1 ? 0 ? 4 : 5 : 6", 5),
            ("n>=5&&n<=5", 1),
            ("0 && 1/0", 0),
            ("1 || 1/0", 1),
            ("n != 5 ? 1/0 : 8", 8),
            (" ( n ) ", 5),
            ("2-3 > 0", 1),
        ];
        for (text, expected) in cases {
            assert_eq!(Formula::read(text).unwrap().of(5), Some(expected), "{text}");
        }
        assert_eq!(Formula::read("1/0").unwrap().of(5), None);
        assert_eq!(Formula::read("n%(n-n)").unwrap().of(5), None);
    }

    #[test]
    fn what_is_no_formula_is_refused() {
        let deep = format!("{}n{}", "(".repeat(100), ")".repeat(100));
        let long = vec!["n"; 2000].join("+");
        for text in [
            "",
            "n n",
            "(n",
            "n)",
            "n ?",
            "n ? 1",
            "n ? 1 :",
            "m",
            "n == ",
            "= 1",
            "n & 1",
            "-1",
            "99999999999999999999",
            "nn",
            &deep,
            &long,
        ] {
            assert!(Formula::read(text).is_none(), "{text}");
        }
        assert!(Formula::read(&"!".repeat(100_000)).is_none());
    }
}
