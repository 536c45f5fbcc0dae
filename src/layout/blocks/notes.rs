//! Ruled lines to write on.

use crate::compose::document::{Notes, Week};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Item, ListNumbering, Role, Stroke};
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration, rule};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{BOX_PADDING, RADIUS, Step};
use crate::model::text::Rich;

/// Distance between ruled lines.
pub const RULED: Pt = Pt(28.0);
/// The fewest and the most ruled lines.
pub const LINES: std::ops::RangeInclusive<usize> = 3..=12;

/// A box with a heading and ruled lines.
pub fn ruled_panel(setter: &Setter<'_>, heading: Slab, lines: usize, width: Pt) -> Slab {
    let height = heading.height + BOX_PADDING * 2.0 + RULED * lines as f32;
    let size = Size { width, height };
    let stroke = Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None };
    let mut panel = Slab { height, ..Slab::default() };
    let frame = Rect::new(Pt::ZERO, Pt::ZERO, width, height);
    panel.items.push(decoration(frame, box_shape(size, RADIUS, None, Some(stroke))));
    let below = heading.height + BOX_PADDING;
    let moved = |item: Item| Item { frame: item.frame.moved(BOX_PADDING, BOX_PADDING), ..item };
    panel.items.extend(heading.items.into_iter().map(moved));
    for line in 1..=lines {
        let size = Size { width: width - BOX_PADDING * 2.0, height: Pt(1.0) };
        let y = below + RULED * line as f32;
        let shape = rule(size, setter.theme.line, Pt(0.75));
        panel.items.push(decoration(Rect::new(BOX_PADDING, y, size.width, size.height), shape));
    }
    panel
}

/// A whole page of ruled lines under a heading.
pub fn page(setter: &mut Setter<'_>, notes: &Notes, width: Pt, height: Pt) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = TextPaint { step: Step::Group, colour: setter.theme.heading };
    let heading = join(setter.paragraph(sect, Role::H(2), &notes.title, paint, width - BOX_PADDING * 2.0));
    let lines = ((height - heading.height - BOX_PADDING * 2.0) / RULED).floor().max(1.0) as usize;
    ruled_panel(setter, heading, lines, width)
}

/// Ruled lines under a heading, without a box.
pub fn lines(setter: &mut Setter<'_>, notes: &Notes, width: Pt, height: Pt) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = TextPaint { step: Step::Group, colour: setter.theme.heading };
    let mut slab = join(setter.paragraph(sect, Role::H(2), &notes.title, paint, width));
    let each = RULED * setter.grid.scale.factor();
    let mut y = slab.height + each;
    while y <= height {
        let frame = Rect::new(Pt::ZERO, y, width, Pt(1.0));
        slab.items.push(decoration(frame, rule(Size { width, height: Pt(1.0) }, setter.theme.line, Pt(0.75))));
        y += each;
    }
    slab.height = height;
    slab
}

/// A page for one week: each day with lines to write on.
pub fn week(setter: &mut Setter<'_>, week: &Week, width: Pt, height: Pt) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    let heading = TextPaint { step: Step::Group, colour: setter.theme.heading };
    let inner = width - BOX_PADDING * 2.0;
    let mut slabs = setter.paragraph(sect, Role::H(2), &week.title, heading, inner);
    let hint = setter.body();
    slabs.extend(setter.paragraph(sect, Role::P, &week.hint, hint, inner));
    let head = join(slabs);
    let each = (height - head.height - BOX_PADDING * 2.0) / week.days.len() as f32;
    let mut page = Slab { height, ..Slab::default() };
    let stroke = Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None };
    let size = Size { width, height };
    page.items
        .push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), box_shape(size, RADIUS, None, Some(stroke))));
    let mut y = BOX_PADDING + head.height;
    page.items.extend(head.indented(BOX_PADDING).moved_down(BOX_PADDING).items);
    let list = setter.tree.add(sect, Role::L(ListNumbering::None));
    for day in &week.days {
        let item = setter.tree.add(list, Role::LI);
        let body = setter.tree.add(item, Role::LBody);
        let strong = setter.strong(setter.theme.ink);
        let name = join(setter.paragraph(body, Role::P, day, strong, inner));
        page.items.extend(name.indented(BOX_PADDING).moved_down(y + Pt(8.0)).items);
        for line in [each / 2.0, each] {
            let size = Size { width: inner, height: Pt(1.0) };
            let frame = Rect::new(BOX_PADDING, y + line - Pt(4.0), inner, Pt(1.0));
            page.items.push(decoration(frame, rule(size, setter.theme.line, Pt(0.75))));
        }
        y += each;
    }
    page
}

/// A box with a heading and lines to write on.
pub fn set_ruled(setter: &mut Setter<'_>, title: &Rich, lines: usize, parent: ElementId, width: Pt) -> Slab {
    let sect = setter.tree.add(parent, Role::Sect);
    let paint = TextPaint { step: Step::Group, colour: setter.theme.heading };
    let heading = join(setter.paragraph(sect, Role::H(2), title, paint, width - BOX_PADDING * 2.0));
    Slab { gap: setter.spacing.section, ..ruled_panel(setter, heading, lines, width) }
}
