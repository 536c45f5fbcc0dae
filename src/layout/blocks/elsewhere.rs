//! Where to get the whole leaflet: a sentence, and its address as a QR code.

use crate::art::Colour;
use crate::art::qr::qr;
use crate::compose::document::Elsewhere;
use crate::geom::{Mm, Pt, Rect, Size};
use crate::layout::display::{Ink, Item, Role, Shape, Tag};
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{RADIUS, Step};

/// Side of a code that is held in the hand, its quiet zone included.
pub const HAND: Pt = Mm(22.0).pt();
/// Side of a code on a wall.
pub const WALL: Pt = Mm(40.0).pt();

/// Space between a ground's edge and its content.
const PADDING: Pt = Pt(6.0);

/// The best width for [`tall`]: the least, up to 1.5 times the code, at which the sentence takes at most three lines.
pub fn tall_width(setter: &mut Setter<'_>, elsewhere: &Elsewhere, side: Pt) -> Pt {
    let before = setter.tree.mark();
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let mut width = side + Pt(16.0);
    while width < side * 1.5 && setter.paragraph(ROOT, Role::P, &elsewhere.text, paint, width - PADDING * 2.0).len() > 3
    {
        width += Pt(8.0);
    }
    setter.tree.go_back(before);
    width
}

/// The code above the sentence, on a white ground.
pub fn tall(setter: &mut Setter<'_>, elsewhere: &Elsewhere, width: Pt, side: Pt) -> Slab {
    let padding = PADDING;
    let sect = setter.tree.add(ROOT, Role::Sect);
    let code = elsewhere.address.as_ref().and_then(|address| qr(address, side));
    let figure = code.as_ref().map(|_| setter.tree.add(sect, Role::Figure));
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let text = join(setter.paragraph(sect, Role::P, &elsewhere.text, paint, width - padding * 2.0));
    let top = padding + if code.is_some() { side } else { Pt::ZERO };
    let height = top + text.height + padding;
    let mut slab = Slab { height, ..Slab::default() };
    let ground = box_shape(Size { width, height }, RADIUS, Some(Colour::WHITE), None);
    slab.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), ground));
    if let (Some(code), Some(figure)) = (code, figure) {
        setter.tree[figure].alt.clone_from(&elsewhere.alt);
        setter.tree[figure].qr_code = true;
        let frame = Rect::new((width - side) / 2.0, padding, side, side);
        let shape = Shape { path: code.path, fill: Some(Colour::BLACK), even_odd: false, stroke: None };
        slab.items.push(Item { frame, ink: Ink::Path(shape), tag: Tag::Element(figure) });
    }
    slab.items.extend(text.indented(padding).moved_down(top).items);
    slab
}

/// A quiet box with the code at its start and the sentence beside it.
pub fn panel(setter: &mut Setter<'_>, elsewhere: &Elsewhere, width: Pt, side: Pt) -> Slab {
    let padding = PADDING;
    let code = elsewhere.address.as_ref().and_then(|address| qr(address, side));
    let indent = if code.is_some() { padding + side + Pt(8.0) } else { padding * 2.0 };
    let sect = setter.tree.add(ROOT, Role::Sect);
    let figure = code.as_ref().map(|_| setter.tree.add(sect, Role::Figure));
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let text = join(setter.paragraph(sect, Role::P, &elsewhere.text, paint, width - indent - padding));
    let height = text.height.max(if code.is_some() { side } else { Pt::ZERO }) + padding * 2.0;
    let mut panel = Slab { gap: setter.spacing.group, height, ..Slab::default() };
    let ground = box_shape(Size { width, height }, RADIUS, Some(setter.theme.tint), None);
    panel.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), ground));
    if let (Some(code), Some(figure)) = (code, figure) {
        setter.tree[figure].alt.clone_from(&elsewhere.alt);
        setter.tree[figure].qr_code = true;
        let frame = Rect::new(padding, (height - side) / 2.0, side, side);
        panel
            .items
            .push(decoration(frame, box_shape(Size { width: side, height: side }, 0.0, Some(Colour::WHITE), None)));
        let shape = Shape { path: code.path, fill: Some(Colour::BLACK), even_odd: false, stroke: None };
        panel.items.push(Item { frame, ink: Ink::Path(shape), tag: Tag::Element(figure) });
    }
    let top = (height - text.height) / 2.0;
    panel.items.extend(text.indented(indent).moved_down(top).items);
    panel
}
