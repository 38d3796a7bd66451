//! The tables of letters: Latin with accents, Latin into Arabic, Arabic into Latin.

use unicode_normalization::UnicodeNormalization;

/// Look-alikes that Vazirmatn and Source Serif both have; letters without one stay.
const ACCENTED: [(char, char); 42] = [
    ('a', 'å'),
    ('c', 'ç'),
    ('d', 'đ'),
    ('e', 'é'),
    ('g', 'ğ'),
    ('h', 'ħ'),
    ('i', 'î'),
    ('j', 'ĵ'),
    ('k', 'ķ'),
    ('l', 'ł'),
    ('n', 'ñ'),
    ('o', 'ö'),
    ('r', 'ř'),
    ('s', 'š'),
    ('t', 'ť'),
    ('u', 'û'),
    ('w', 'ŵ'),
    ('y', 'ý'),
    ('z', 'ž'),
    ('A', 'Å'),
    ('C', 'Ç'),
    ('D', 'Đ'),
    ('E', 'É'),
    ('G', 'Ğ'),
    ('H', 'Ĥ'),
    ('I', 'Î'),
    ('J', 'Ĵ'),
    ('K', 'Ķ'),
    ('L', 'Ł'),
    ('N', 'Ñ'),
    ('O', 'Ö'),
    ('R', 'Ř'),
    ('S', 'Š'),
    ('T', 'Ť'),
    ('U', 'Û'),
    ('W', 'Ŵ'),
    ('Y', 'Ý'),
    ('Z', 'Ž'),
    ('ı', 'î'),
    ('ß', 'š'),
    ('æ', 'å'),
    ('œ', 'ö'),
];

/// Letters that fall apart into no plain letter and its mark.
const PLAIN: [(char, &str); 16] = [
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ø', "o"),
    ('Ø', "o"),
    ('đ', "d"),
    ('Đ', "d"),
    ('ħ', "h"),
    ('Ħ', "h"),
    ('ł', "l"),
    ('Ł', "l"),
    ('ð', "dh"),
    ('þ', "th"),
];

/// The longest match first.
const INTO_ARABIC: [(&str, &str); 39] = [
    ("tch", "تش"),
    ("sch", "ش"),
    ("sh", "ش"),
    ("th", "ث"),
    ("kh", "خ"),
    ("ch", "تش"),
    ("gh", "غ"),
    ("ph", "ف"),
    ("dh", "ذ"),
    ("ck", "ك"),
    ("qu", "كو"),
    ("ee", "ي"),
    ("oo", "و"),
    ("ou", "و"),
    ("a", "ا"),
    ("b", "ب"),
    ("c", "ك"),
    ("d", "د"),
    ("e", "ي"),
    ("f", "ف"),
    ("g", "ج"),
    ("h", "ه"),
    ("i", "ي"),
    ("j", "ج"),
    ("k", "ك"),
    ("l", "ل"),
    ("m", "م"),
    ("n", "ن"),
    ("o", "و"),
    ("p", "ب"),
    ("q", "ق"),
    ("r", "ر"),
    ("s", "س"),
    ("t", "ت"),
    ("u", "و"),
    ("v", "ف"),
    ("w", "و"),
    ("x", "كس"),
    ("y", "ي"),
];

/// A vowel at the head of a word stands on an alef.
const AT_THE_HEAD: [(&str, &str); 7] =
    [("ee", "إي"), ("oo", "أو"), ("ou", "أو"), ("a", "أ"), ("e", "إ"), ("i", "إ"), ("o", "أو")];

/// Arabic, Persian and Kurdish letters; marks have no entry and are left out.
const FROM_ARABIC: [(char, &str); 48] = [
    ('ا', "a"),
    ('أ', "a"),
    ('إ', "i"),
    ('آ', "aa"),
    ('ٱ', "a"),
    ('ء', "a"),
    ('ؤ', "u"),
    ('ئ', "i"),
    ('ب', "b"),
    ('پ', "p"),
    ('ت', "t"),
    ('ث', "th"),
    ('ج', "j"),
    ('چ', "ch"),
    ('ح', "h"),
    ('خ', "kh"),
    ('د', "d"),
    ('ذ', "dh"),
    ('ر', "r"),
    ('ڕ', "r"),
    ('ز', "z"),
    ('ژ', "zh"),
    ('س', "s"),
    ('ش', "sh"),
    ('ص', "s"),
    ('ض', "d"),
    ('ط', "t"),
    ('ظ', "z"),
    ('ع', "a"),
    ('غ', "gh"),
    ('ف', "f"),
    ('ڤ', "v"),
    ('ق', "q"),
    ('ك', "k"),
    ('ک', "k"),
    ('گ', "g"),
    ('ل', "l"),
    ('ڵ', "l"),
    ('م', "m"),
    ('ن', "n"),
    ('ه', "h"),
    ('ة', "a"),
    ('ھ', "h"),
    ('ە', "e"),
    ('و', "w"),
    ('ۆ', "o"),
    ('ي', "y"),
    ('ى', "a"),
];

/// The rest of the letters that are written like y.
const LIKE_YA: [char; 3] = ['ی', 'ێ', 'ے'];

/// The look-alike of a letter.
pub fn accented(letter: char) -> char {
    ACCENTED.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, other)| *other)
}

/// Words in Latin letters for words in Arabic ones; what else is there stays.
pub fn romanized(words: &str) -> String {
    let mut written = String::new();
    for c in words.chars() {
        match FROM_ARABIC.iter().find(|(letter, _)| *letter == c) {
            Some((_, latin)) => written.push_str(latin),
            None if LIKE_YA.contains(&c) => written.push('y'),
            None if ('\u{64b}'..='\u{65f}').contains(&c)
                || matches!(c, '\u{670}' | '\u{640}' | '\u{200c}') => {}
            None => written.push(match c {
                '،' => ',',
                '؛' => ';',
                '؟' => '?',
                c => c,
            }),
        }
    }
    written
}

/// Words in Arabic letters for words in Latin ones, with the punctuation and the quotation marks of Arabic.
pub fn arabic(words: &str) -> String {
    let plain = plain(words);
    let mut rest = plain.as_str();
    let mut written = String::new();
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let head = AT_THE_HEAD.iter().filter(|_| !inside);
        if let Some((latin, letters)) = head.chain(&INTO_ARABIC).find(|(latin, _)| rest.starts_with(latin)) {
            written.push_str(letters);
            rest = &rest[latin.len()..];
            inside = true;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let apostrophe = matches!(c, '\'' | '’') && inside && rest.starts_with(char::is_alphabetic);
        inside = c == 'z' || apostrophe || (inside && c.is_alphabetic());
        match c {
            'z' => written.push('ز'),
            _ if apostrophe => {}
            ',' => written.push('،'),
            ';' => written.push('؛'),
            '?' => written.push('؟'),
            '“' => written.push('«'),
            '”' => written.push('»'),
            c => written.push(c),
        }
    }
    written
}

/// Small letters without marks.
fn plain(words: &str) -> String {
    let mut plain = String::new();
    for c in words.chars() {
        match PLAIN.iter().find(|(letter, _)| *letter == c) {
            Some((_, letters)) => plain.push_str(letters),
            None if ('\u{c0}'..='\u{24f}').contains(&c) || ('\u{1e00}'..='\u{1eff}').contains(&c) => {
                let base = std::iter::once(c).nfd().filter(char::is_ascii_alphabetic);
                plain.extend(base.flat_map(char::to_lowercase));
            }
            None if c.is_ascii_uppercase() => plain.push(c.to_ascii_lowercase()),
            None => plain.push(c),
        }
    }
    plain
}
