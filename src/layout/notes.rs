//! Ruled lines to write on.

use super::display::{Item, Stroke};
use super::set::{Setter, box_shape, decoration, rule};
use super::slab::Slab;
use super::style::{PANEL_PADDING, RADIUS};
use crate::geom::{Pt, Rect, Size};

/// Distance between ruled lines.
pub const RULED: Pt = Pt(28.0);
/// The fewest and the most ruled lines.
pub const LINES: std::ops::RangeInclusive<usize> = 3..=12;

/// A box with a heading and ruled lines.
pub fn ruled_panel(setter: &Setter<'_>, heading: Slab, lines: usize, width: Pt) -> Slab {
    let height = heading.height + PANEL_PADDING * 2.0 + RULED * lines as f32;
    let size = Size { width, height };
    let stroke = Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None };
    let mut panel = Slab { height, ..Slab::default() };
    let frame = Rect::new(Pt::ZERO, Pt::ZERO, width, height);
    panel.items.push(decoration(frame, box_shape(size, RADIUS, None, Some(stroke))));
    let below = heading.height + PANEL_PADDING;
    let moved = |item: Item| Item { frame: item.frame.moved(PANEL_PADDING, PANEL_PADDING), ..item };
    panel.items.extend(heading.items.into_iter().map(moved));
    for line in 1..=lines {
        let size = Size { width: width - PANEL_PADDING * 2.0, height: Pt(1.0) };
        let y = below + RULED * line as f32;
        let shape = rule(size, setter.theme.line, Pt(0.75));
        panel.items.push(decoration(Rect::new(PANEL_PADDING, y, size.width, size.height), shape));
    }
    panel
}
