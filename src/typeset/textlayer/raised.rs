//! The text of a line so far -> the baseline of small text that is raised or lowered beside it.
//!
//! A superscript has a place of its own on the page, above its line. Readers of a PDF put lines together by
//! the height of their glyphs, and so find a source mark before its sentence, after it, or on a line by
//! itself. The walk therefore puts such text on the baseline and leaves its height to the outlines of the
//! document font, as with the marks of Arabic letters. What is drawn stays where it is.
//!
//! Only text that touches the text before it counts, within the same line of content: cells of tables, large
//! figures with a label, and initials of several lines are not raised text.

use typst::foundations::Content;
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, GroupItem, Point};
use typst::model::{DirectLinkElem, EmphElem, FootnoteElem, LinkElem, LinkMarker, RefElem, StrongElem};
use typst::text::{HighlightElem, SubElem, SuperElem};

use super::run::{self, Piece};

/// How far apart two texts may be that touch, in sizes of the smaller one.
const NEAR: f64 = 0.1;
/// The least size of raised text, in sizes of the text beside it. Initials of two lines are larger.
const LEAST: f64 = 0.5;

/// The last text met and what it stands in, in places of the frame that is being walked.
#[derive(Default)]
pub(super) struct Line {
    last: Option<Extent>,
    /// Elements within a line that have not ended.
    open: Vec<Location>,
}

/// Where text stands.
struct Extent {
    left: Abs,
    right: Abs,
    baseline: Abs,
    size: Abs,
}

impl Line {
    /// Goes on with text from `first` to `last`, which stands on `baseline`. Gives the baseline of the line
    /// if the text is raised or lowered.
    pub fn go_on(&mut self, first: Piece<'_>, last: Piece<'_>, baseline: Abs) -> Option<Abs> {
        let next = Extent { left: first.0.x, right: run::end(last), baseline, size: first.1.size };
        let beside = self.last.take().filter(|last| next.is_raised_beside(last));
        let own = beside.map(|last| (last.baseline, last.size));
        let (baseline, size) = own.unwrap_or((next.baseline, next.size));
        self.last = Some(Extent { baseline, size, ..next });
        own.map(|(baseline, _)| baseline)
    }

    /// Passes the border of an element: only those within a line do not end it.
    pub fn pass(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(element, _) if is_within_line(element) => self.open.push(tag.location()),
            Tag::End(location, ..) if let Some(at) = self.open.iter().rposition(|open| open == location) => {
                self.open.remove(at);
            }
            _ => self.last = None,
        }
    }

    /// Goes into a group at a place; one that scales or turns, or belongs elsewhere, is not of the line.
    pub fn enter(&mut self, place: Point, group: &GroupItem) {
        self.shift(group, Point::zero() - place);
    }

    /// Comes out of a group again.
    pub fn leave(&mut self, place: Point, group: &GroupItem) {
        self.shift(group, place);
    }

    fn shift(&mut self, group: &GroupItem, by: Point) {
        if !group.transform.is_identity() || group.parent.is_some() {
            self.last = None;
        }
        if let Some(last) = &mut self.last {
            last.left += by.x;
            last.right += by.x;
            last.baseline += by.y;
        }
    }
}

impl Extent {
    /// Raised text is smaller, touches the text before it, and stands no further from its baseline than its
    /// own size.
    fn is_raised_beside(&self, last: &Self) -> bool {
        let near = self.size * NEAR;
        let high = (self.baseline - last.baseline).abs();
        self.size < last.size
            && self.size >= last.size * LEAST
            && high > Abs::zero()
            && high < self.size
            && ((self.left - last.right).abs() < near || (self.right - last.left).abs() < near)
    }
}

/// Whether an element stands in a line of text, rather than around lines.
fn is_within_line(element: &Content) -> bool {
    element.is::<LinkElem>()
        || element.is::<LinkMarker>()
        || element.is::<DirectLinkElem>()
        || element.is::<RefElem>()
        || element.is::<FootnoteElem>()
        || element.is::<SuperElem>()
        || element.is::<SubElem>()
        || element.is::<StrongElem>()
        || element.is::<EmphElem>()
        || element.is::<HighlightElem>()
}
