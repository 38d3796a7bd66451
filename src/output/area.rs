//! Where something stands on a page.

use typst::layout::{Point, Rect, Transform};

/// Left and upper edge, width and height in points, from the upper left corner of the page.
pub type Area = (f64, f64, f64, f64);

/// The upright box around a box that a transformation moves and turns.
pub(super) fn upright(Rect { min, max }: Rect, outer: Transform) -> Rect {
    let corners = [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)];
    let [first, rest @ ..] = corners.map(|corner| corner.transform(outer));
    let (min, max) = rest.iter().fold((first, first), |(min, max), it| (min.min(*it), max.max(*it)));
    Rect::new(min, max)
}

/// A box in points.
pub(super) fn area(rect: Rect) -> Area {
    let size = rect.size();
    (rect.min.x.to_pt(), rect.min.y.to_pt(), size.x.to_pt(), size.y.to_pt())
}
