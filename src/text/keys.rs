//! Which keys a text file has: the one description of its shape.

/// How the messages of a section of a text file are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One message.
    One,
    /// A list of messages.
    List,
    /// A message for each id.
    ById,
    /// A list of messages for each id.
    ListById,
}

/// The sections of `text/<lang>.yaml`, in the order of the page.
pub const SECTIONS: [(&str, Shape); 18] = [
    ("title", Shape::One),
    ("subtitle", Shape::One),
    ("bottom_line", Shape::One),
    ("highlights", Shape::List),
    ("situation", Shape::List),
    ("intro", Shape::ById),
    ("threats", Shape::ById),
    ("progress", Shape::ById),
    ("meetings", Shape::ById),
    ("decisions", Shape::ListById),
    ("agenda", Shape::ById),
    ("quotes", Shape::ById),
    ("commitments", Shape::ById),
    ("events", Shape::ById),
    ("statements", Shape::ById),
    ("next_steps", Shape::ById),
    ("method", Shape::List),
    ("names", Shape::ById),
];

/// The most characters of a text that has one line of the page to itself: of the head of every page, and of the
/// line under the title.
const LIMITS: [(&str, usize); 2] = [("title", 80), ("subtitle", 120)];

/// The most characters that the text under a key should have, where the page sets a limit.
pub fn max_length(key: &str) -> Option<usize> {
    LIMITS.iter().find(|(limited, _)| *limited == key).map(|(_, most)| *most)
}

/// What `intro` may introduce.
pub const INTROS: [&str; 9] = [
    "threats",
    "progress",
    "funding",
    "adversary",
    "returnees",
    "fighters",
    "partners",
    "meetings",
    "commitments",
];

/// A key in its parts: section, id (empty where there is none) and position in a list (0 where there is none).
///
/// `decisions.m_riyadh[2]` is `("decisions", "m_riyadh", 2)`.
pub fn parts(key: &str) -> (&str, &str, usize) {
    let position = key.strip_suffix(']').and_then(|key| key.rsplit_once('['));
    let position = position.and_then(|(list, at)| Some((list, at.parse().ok()?)));
    let (place, at) = position.unwrap_or((key, 0));
    let (section, id) = place.split_once('.').unwrap_or((place, ""));
    (section, id, at)
}

/// The list that a key is an item of: `highlights` of `highlights[2]`.
pub fn list_of(key: &str) -> Option<&str> {
    let (list, _) = key.strip_suffix(']')?.rsplit_once('[')?;
    (parts(key).2 > 0).then_some(list)
}

/// What sorts keys as the page has them: by section, then by id, then by position.
pub fn rank(key: &str) -> (usize, &str, usize) {
    let (section, id, at) = parts(key);
    let section = SECTIONS.iter().position(|(name, _)| *name == section).unwrap_or(SECTIONS.len());
    (section, id, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_the_page_has_them() {
        let page = [
            "title",
            "highlights[2]",
            "highlights[10]",
            "threats.cells",
            "threats.raids",
            "decisions.m_riyadh[1]",
            "decisions.m_riyadh[2]",
            "decisions.n[1]",
            "names.a",
            "unknown",
        ];
        let mut keys = page;
        keys.sort_unstable();
        assert_ne!(keys, page);
        keys.sort_by_key(|key| rank(key));
        assert_eq!(keys, page);
    }

    #[test]
    fn a_key_is_parted() {
        assert_eq!(parts("decisions.m[2]"), ("decisions", "m", 2));
        assert_eq!(parts("threats.cells"), ("threats", "cells", 0));
        assert_eq!(parts("title"), ("title", "", 0));
        assert_eq!(
            ["highlights[2]", "decisions.m[1]", "title", "a[x]"].map(list_of),
            [Some("highlights"), Some("decisions.m"), None, None]
        );
    }
}
