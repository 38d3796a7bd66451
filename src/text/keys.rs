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
