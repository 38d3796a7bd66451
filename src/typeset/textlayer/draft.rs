//! A frame on its way: its items are repaired, and their fonts are not yet known.

use typst::layout::{Frame, FrameItem, GroupItem, Point};
use typst::text::TextItem;

use super::docfont::{Copies, copy_of};

/// A frame whose text may get other fonts.
pub(super) struct Draft<'a> {
    /// As it was.
    pub frame: &'a Frame,
    /// As it will be, in order.
    pub items: Vec<(Point, Drafted<'a>)>,
    /// Whether the items differ from those of the frame.
    pub changed: bool,
}

/// An item of a draft.
pub(super) enum Drafted<'a> {
    Kept(&'a FrameItem),
    Group(&'a GroupItem, Draft<'a>),
    Text(TextItem),
}

impl Draft<'_> {
    /// Tells of every piece of text.
    pub fn each_text(&self, tell: &mut impl FnMut(&TextItem)) {
        for (_, item) in &self.items {
            match item {
                Drafted::Text(text) => tell(text),
                Drafted::Group(_, draft) => draft.each_text(tell),
                Drafted::Kept(_) => {}
            }
        }
    }

    /// The finished frame; `None` if it is as it was.
    pub fn settle(self, copies: &Copies) -> Option<Frame> {
        let mut changed = self.changed;
        let settled = |(place, item)| {
            let item = match item {
                Drafted::Kept(item) => item.clone(),
                Drafted::Group(group, draft) => {
                    let mut group = group.clone();
                    if let Some(frame) = draft.settle(copies) {
                        group.frame = frame;
                        changed = true;
                    }
                    FrameItem::Group(group)
                }
                Drafted::Text(mut text) => {
                    let font = copy_of(copies, &text.font);
                    if *font != text.font {
                        text.font = font.clone();
                        changed = true;
                    }
                    FrameItem::Text(text)
                }
            };
            (place, item)
        };
        let items: Vec<_> = self.items.into_iter().map(settled).collect();
        if !changed {
            return None;
        }
        let mut frame = Frame::new(self.frame.size(), self.frame.kind());
        if self.frame.has_baseline() {
            frame.set_baseline(self.frame.baseline());
        }
        frame.push_multiple(items);
        Some(frame)
    }
}
