//! A number -> a text that somebody may hand to mujaz, by mistake or on purpose.

use crate::support::random::Random;

/// Letters that the fonts have, marks that stand on them, and what stands between words.
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى";
const NEIGHBOURS: &str = "پچگڤڭےیکەێڕڵۆھٹڈٱ";
const MARKS: &str = "\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}\u{670}";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèêëàâçñöüäßøåœæİıŁłŞşĞğŽžČč";
const DIGITS: &str = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const POINTS: &str = ".,:;!?-–—…()[]«»“”‘’‹›/\\%٪‰°§+±×=<>&@#*_|~^'\"،؛؟٫٬٭{}`$€£";
const QURANIC: &str = "\u{6d6}\u{6d7}\u{6d8}\u{6d9}\u{6da}\u{6db}\u{6dc}\u{6dd}\u{6de}\u{6df}\u{6e0}\u{6e1}\u{6e2}\u{6e5}\u{6e6}\
     \u{6e7}\u{6e8}\u{6e9}\u{6ea}\u{6eb}\u{6ec}\u{6ed}\u{610}\u{611}\u{612}\u{613}\u{614}\u{615}\u{656}\u{657}\
     \u{658}\u{fd3e}\u{fd3f}\u{fdfa}\u{fdfb}\u{fdfd}";
/// Without width: joiners, parters, marks of direction, the soft hyphen.
const WIDTHLESS: &str = "\u{200c}\u{200d}\u{200b}\u{2060}\u{200e}\u{200f}\u{61c}\u{ad}\u{34f}\u{feff}";
const SPACES: &str = "\u{a0}\u{202f}\u{2009}\u{2003}\u{3000}\u{2007}";
/// What must never come through unseen: controls, line breaks, changes of direction, holes.
const REFUSED: &str = "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{85}\u{9b}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\
     \u{2066}\u{2067}\u{2068}\u{2069}\u{fffd}\u{fffe}\u{ffff}\u{fdd0}\u{e000}\u{e0041}\u{fff9}\u{fffb}\u{f0000}";
const EMOJI: [&str; 10] = ["🙂", "👩‍👩‍👧", "🏴‍☠️", "🇮🇶", "❤️", "☎︎", "👍🏽", "1️⃣", "☃", "⚠️"];
/// First and last character of blocks, most of which no font here has.
const BLOCKS: [(u32, u32); 30] = [
    (0x00a1, 0x00ff),
    (0x0100, 0x024f),
    (0x0250, 0x02ff),
    (0x0300, 0x036f),
    (0x0370, 0x03ff),
    (0x0400, 0x04ff),
    (0x0531, 0x058f),
    (0x0591, 0x05f4),
    (0x0600, 0x06ff),
    (0x0700, 0x074f),
    (0x0750, 0x077f),
    (0x0780, 0x07b1),
    (0x07c0, 0x07fa),
    (0x0860, 0x08ff),
    (0x0900, 0x097f),
    (0x0e01, 0x0e5b),
    (0x10a0, 0x10ff),
    (0x1100, 0x11ff),
    (0x1200, 0x137f),
    (0x1e00, 0x1eff),
    (0x2000, 0x206f),
    (0x2070, 0x20cf),
    (0x2100, 0x218f),
    (0x2190, 0x23ff),
    (0x2c80, 0x2cff),
    (0x3041, 0x30ff),
    (0x4e00, 0x9fff),
    (0xfb00, 0xfdff),
    (0xfe00, 0xfeff),
    (0x1d400, 0x1d7ff),
];

/// The text of a number, the same on every machine; it is never blank.
pub fn text(number: u64) -> String {
    let mut random = Random(number.wrapping_mul(0xff51_afd7_ed55_8ccd) ^ 0x006d_756a_617a);
    // Two of three hold only what the fonts have.
    let wild = random.below(3) == 0;
    let mut text = String::new();
    for _ in 0..1 + random.below(12) {
        piece(&mut random, wild, &mut text);
        text.push_str(random.choose(&[" ", " ", " ", " ", " ", " ", "", "، ", ". ", "/"]));
    }
    if text.trim().is_empty() { "نص".to_owned() } else { text }
}

fn piece(random: &mut Random, wild: bool, text: &mut String) {
    match random.below(if wild { 20 } else { 16 }) {
        0..=4 => word(random, ARABIC, true, text),
        5 => word(random, NEIGHBOURS, true, text),
        6 | 7 => word(random, LATIN, false, text),
        8 => word(random, DIGITS, false, text),
        9 => number(random, text),
        10 => few(random, POINTS, 4, text),
        11 => text.push_str(random.choose(&[
            "الله",
            "لله",
            "لا",
            "لأن",
            "الإلآ",
            "ﷲ",
            "ﻼ",
            "ﺍﻟﻌﺮﺍﻕ",
            "محمّد",
            "e\u{301}",
            "a\u{308}\u{323}",
            "fi",
            "ffl",
        ])),
        12 => {
            word(random, ARABIC, false, text);
            few(random, WIDTHLESS, 3, text);
            word(random, ARABIC, false, text);
        }
        13 => {
            let (open, close) = [("(", ")"), ("[", "]"), ("«", "»"), ("“", "”")][random.below(4)];
            let inside = [ARABIC, LATIN, DIGITS][random.below(3)];
            text.push_str(open);
            word(random, inside, false, text);
            text.push_str(close);
        }
        14 => few(random, SPACES, 3, text),
        15 => match random.below(24) {
            0 => (0..100 + random.below(300)).for_each(|_| push(random, ARABIC, text)),
            1 => (0..100 + random.below(300)).for_each(|_| push(random, LATIN, text)),
            2 => (0..40).for_each(|_| push(random, MARKS, text)),
            _ => {
                word(random, ARABIC, true, text);
                few(random, QURANIC, 3, text);
            }
        },
        16 => few(random, REFUSED, 1, text),
        17 => text.push_str(random.choose(&EMOJI)),
        18 => text.extend(char::from_u32(random.below(0x3_0000) as u32)),
        _ => {
            let (first, last) = BLOCKS[random.below(BLOCKS.len())];
            let character = |random: &mut Random| {
                char::from_u32(first + random.below((last - first + 1) as usize) as u32)
            };
            text.extend((0..1 + random.below(4)).filter_map(|_| character(random)));
        }
    }
}

fn push(random: &mut Random, of: &str, text: &mut String) {
    text.extend(of.chars().nth(random.below(of.chars().count())));
}

fn few(random: &mut Random, of: &str, most: usize, text: &mut String) {
    (0..1 + random.below(most)).for_each(|_| push(random, of, text));
}

fn word(random: &mut Random, of: &str, marked: bool, text: &mut String) {
    for _ in 0..1 + random.below(8) {
        push(random, of, text);
        if marked && random.below(3) == 0 {
            few(random, MARKS, 2, text);
        }
        if marked && random.below(30) == 0 {
            text.push('\u{640}');
        }
    }
}

/// A number as people type it.
fn number(random: &mut Random, text: &mut String) {
    let (whole, part) = (random.below(100_000), random.below(100));
    text.push_str(&match random.below(7) {
        0 => format!("{whole}.{part}"),
        1 => format!("{whole},{part}%"),
        2 => format!("-{whole}"),
        3 => format!("{whole}–{part}"),
        4 => format!("{part}/{}/20{part}", part % 12),
        5 => format!("+964 {whole} {part}"),
        _ => format!("https://example.org/{whole}?a={part}"),
    });
}

/// What a reader of a page can see of a text: no white space, no controls, nothing that Unicode lets be ignored.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_ignorable(*c)).collect()
}

/// `Default_Ignorable_Code_Point` of Unicode.
fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
