//! One pattern of the catalogue: literal pieces with arguments between them -> the Arabic line with them.

/// An English line with arguments, and its Arabic.
pub(super) struct Pattern {
    /// What stands before, between and after the arguments.
    pieces: Vec<&'static str>,
    arabic: Vec<Part>,
}

enum Part {
    Words(&'static str),
    /// By index, and whether it stands in backticks.
    Argument(usize, bool),
}

/// How the backticks of a text are understood.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// They open and close what is named; in an argument between two of them stand names in a list at most.
    Names,
    /// They pair in each argument.
    Pairs,
    /// They are letters like any other.
    Letters,
}

impl Reading {
    /// From the strictest.
    pub const ALL: [Self; 3] = [Self::Names, Self::Pairs, Self::Letters];

    fn accepts(self, argument: &str, quoted: bool) -> bool {
        let ticks = || argument.matches('`').count();
        let joints = || 2 * LIST.iter().map(|(joint, _)| argument.matches(joint).count()).sum::<usize>();
        !argument.is_empty()
            && match self {
                Self::Names if quoted => ticks() == joints(),
                Self::Names | Self::Pairs => ticks().is_multiple_of(2),
                Self::Letters => true,
            }
    }
}

/// What joins names in a list, in English and in Arabic.
const LIST: [(&str, &str); 2] = [("`, `", "`، `"), ("` or `", "` أو `")];

impl Pattern {
    /// Reads the two lines; `{}` in the English one is an argument, and `{}`, `{1}`, `{2}` ... in the Arabic one.
    pub fn read(english: &'static str, arabic: &'static str) -> Self {
        Self { pieces: english.split("{}").collect(), arabic: parts(arabic) }
    }

    /// The first byte of what it fits; 0 if it begins with an argument.
    pub fn first(&self) -> u8 {
        self.pieces.first().and_then(|piece| piece.bytes().next()).unwrap_or(0)
    }

    /// How many letters of its own it has.
    pub fn letters(&self) -> usize {
        self.pieces.iter().flat_map(|piece| piece.chars()).filter(|c| c.is_alphabetic()).count()
    }

    /// The arguments in a text that it fits as a whole, each as short as can be.
    pub fn arguments<'t>(&self, text: &'t str, reading: Reading) -> Option<Vec<&'t str>> {
        let [first, between @ .., last] = self.pieces.as_slice() else { return None };
        let mut rest = text.strip_prefix(first)?.strip_suffix(last)?;
        let mut ticks = first.matches('`').count();
        let mut arguments = Vec::with_capacity(self.pieces.len());
        for piece in between {
            let mut ends = rest.match_indices(piece).map(|(at, _)| at);
            let end = ends.find(|&end| reading.accepts(&rest[..end], ticks % 2 == 1))?;
            arguments.push(&rest[..end]);
            rest = &rest[end + piece.len()..];
            ticks += piece.matches('`').count();
        }
        arguments.push(rest);
        reading.accepts(rest, ticks % 2 == 1).then_some(arguments)
    }

    /// The Arabic line with the arguments, those outside backticks as `say` says them.
    pub fn write(&self, arguments: &[&str], say: impl Fn(&str) -> String) -> String {
        let argument = |at: usize| *arguments.get(at).unwrap_or(&"");
        let written = |part: &Part| match *part {
            Part::Words(words) => words.to_owned(),
            Part::Argument(at, true) => LIST
                .iter()
                .fold(argument(at).to_owned(), |names, (english, arabic)| names.replace(english, arabic)),
            Part::Argument(at, false) => say(argument(at)),
        };
        self.arabic.iter().map(written).collect()
    }
}

/// An Arabic line as its parts.
fn parts(arabic: &'static str) -> Vec<Part> {
    let (mut parts, mut rest, mut next, mut ticks) = (Vec::new(), arabic, 0, 0);
    while let Some((at, length, index)) = mark(rest, next) {
        ticks += rest[..at].matches('`').count();
        parts.push(Part::Words(&rest[..at]));
        parts.push(Part::Argument(index, ticks % 2 == 1));
        rest = &rest[at + length..];
        next += 1;
    }
    parts.push(Part::Words(rest));
    parts
}

/// The first `{}` or `{1}` of a line: where, how long, which argument.
fn mark(line: &str, next: usize) -> Option<(usize, usize, usize)> {
    line.match_indices('{').find_map(|(at, _)| match line.as_bytes().get(at + 1..)? {
        [b'}', ..] => Some((at, 2, next)),
        [digit @ b'1'..=b'9', b'}', ..] => Some((at, 3, usize::from(digit - b'1'))),
        _ => None,
    })
}
