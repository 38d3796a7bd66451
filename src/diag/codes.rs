//! Every code that a finding can carry, with its meaning in one line. Codes are never reused.

/// The codes in order, each with its title.
///
/// `YA` one file's text and syntax, `TY` values against their types, `LA` files and layers.
pub const ALL: &[(&str, &str)] = &[
    ("YA01", "the file is not UTF-8 text"),
    ("YA02", "a hidden character changes the direction of the text"),
    ("YA03", "a hidden character breaks the line"),
    ("YA04", "a control character or a byte order mark inside the text"),
    ("YA05", "a hidden character in a key"),
    ("YA06", "a key is given twice in one map"),
    ("YA07", "a second document in the file"),
    ("YA08", "a YAML tag"),
    ("YA09", "a YAML directive"),
    ("YA10", "a merge key `<<`"),
    ("YA11", "an alias that has no anchor, or stands inside its own anchor"),
    ("YA12", "a limit is exceeded: size, depth, number of values, number of findings"),
    ("YA13", "a key that is not a word"),
    ("YA20", "a tab in the indentation"),
    ("YA21", "a second `: ` on a line"),
    ("YA22", "a quote that is not closed"),
    ("YA23", "a bracket that is not closed, or closed without being opened"),
    ("YA24", "a line that is indented wrongly"),
    ("YA25", "text after the closing quote"),
    ("YA26", "a text that starts with a character reserved by YAML"),
    ("YA27", "a line that is neither a key nor an entry"),
    ("YA28", "an unknown escape in a double-quoted text"),
    ("YA29", "any other fault in the syntax"),
    ("YA30", "an Arabic comma between the entries of a list"),
    ("YA31", "a decimal comma inside `{}`"),
    ("YA32", "a text with a placeholder and without quotes"),
    ("TY01", "a value of the wrong type"),
    ("TY02", "an unknown key"),
    ("TY03", "a missing key"),
    ("TY04", "an unknown word where one of a list is expected"),
    ("TY05", "a value that is not accepted"),
    ("LA01", "no project here"),
    ("LA02", "an unknown edition"),
    ("LA03", "an unknown audience"),
    ("LA04", "a file or folder that cannot be read"),
    ("LA05", "a path that is not a file of this project"),
    ("LA06", "a file with the ending `.yml`"),
    ("LA07", "a file that does not hold keys and values"),
    ("LA08", "a key given in two files of one layer"),
    ("LA09", "two entries of a list with one id"),
    ("LA10", "a `delete` with nothing to delete"),
    ("LA11", "a `delete` beside other keys"),
    ("LA12", "an entry without an id in a list that is merged by id"),
    ("LA13", "a language layer that sets neutral data"),
    ("LA14", "a message that is nothing but a number"),
    ("LA15", "a `lang` that differs from the file's name"),
];

/// The title of a code.
pub fn title(code: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == code).map(|(_, title)| *title)
}
