//! The help page: three tiers of warning signs, read from across the room. Never splits, never drops a sign.

use super::display::{ElementId, Item, ListNumbering, Role, Stroke};
use super::flow;
use super::measure::{ROOT, dot};
use super::set::{Paint, Setter, box_shape, decoration, icon};
use super::slab::{Slab, join, stack_height};
use super::style::{self, MARGIN, RADIUS, Step, UNPRINTABLE};
use crate::art::Colour;
use crate::art::icons::Icon;
use crate::compose::document::{HelpBox, HelpNumber, HelpTier, Urgency};
use crate::geom::{Pt, Rect, Size};
use crate::model::text::Rich;

/// Space inside a tier, at both sides: tiers reach as far out as the masthead does, their text keeps to the margin.
const SIDE: Pt = Pt(MARGIN.0 - UNPRINTABLE.0);
/// Space between a sign's dot and its text.
const SIGN_INDENT: Pt = Pt(12.0);
/// Space between the columns of a tier.
const SIGN_GUTTER: Pt = Pt(16.0);

/// Space that grows with the page: the same tiers are set as airily as the page allows.
#[derive(Clone, Copy)]
struct Air {
    /// Distance between the baselines of a sign.
    leading: Step,
    sign_gap: Pt,
    tier_gap: Pt,
    padding: Pt,
    bar_padding: Pt,
}

/// From airy to tight; even the last keeps signs apart and type at its full size.
const AIRS: [Air; 8] = [
    Air { leading: Step::Body, sign_gap: Pt(12.0), tier_gap: Pt(24.0), padding: Pt(16.0), bar_padding: Pt(10.0) },
    Air { leading: Step::Body, sign_gap: Pt(8.0), tier_gap: Pt(20.0), padding: Pt(16.0), bar_padding: Pt(10.0) },
    Air { leading: Step::Body, sign_gap: Pt(8.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Body, sign_gap: Pt(4.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Sign, sign_gap: Pt(6.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Sign, sign_gap: Pt(5.0), tier_gap: Pt(10.0), padding: Pt(10.0), bar_padding: Pt(6.0) },
    Air { leading: Step::Sign, sign_gap: Pt(4.0), tier_gap: Pt(8.0), padding: Pt(8.0), bar_padding: Pt(6.0) },
    Air { leading: Step::TightSign, sign_gap: Pt(4.0), tier_gap: Pt(8.0), padding: Pt(6.0), bar_padding: Pt(3.0) },
];

/// Sets the help box at `width`, as airily as fits in `height`. The caller checks whether it does.
pub fn help_page(setter: &mut Setter<'_>, help: &HelpBox, width: Pt, height: Pt) -> Slab {
    let before = setter.tree.clone();
    let mut page = Slab::default();
    for air in AIRS {
        setter.tree.clone_from(&before);
        page = set_page(setter, help, width, air);
        if page.height <= height {
            break;
        }
    }
    page.heading = Some((help.title.text(), 2));
    page
}

fn set_page(setter: &mut Setter<'_>, help: &HelpBox, width: Pt, air: Air) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = Paint { step: Step::Help, colour: setter.theme.heading };
    let inner = width - SIDE * 2.0;
    let mut slabs = vec![join(setter.paragraph(sect, Role::H(2), &help.title, paint, inner)).indented(SIDE)];
    for (index, tier) in help.tiers.iter().enumerate() {
        let mut placed = set_tier(setter, tier, sect, width, air);
        placed.gap = if index == 0 { air.padding.min(Pt(12.0)) } else { air.tier_gap };
        slabs.push(placed);
    }
    let paint = Paint { step: air.leading, colour: setter.theme.ink };
    let mut note = setter.painted_passages(&help.note, sect, paint, inner);
    if let Some(first) = note.first_mut() {
        first.gap = air.padding.min(Pt(12.0));
    }
    slabs.extend(note.into_iter().map(|slab| slab.indented(SIDE)));
    join(slabs)
}

fn set_tier(setter: &mut Setter<'_>, tier: &HelpTier, parent: ElementId, width: Pt, air: Air) -> Slab {
    let sect = setter.tree.add(parent, Role::Sect);
    let bar = bar(setter, tier, sect, width, air.bar_padding);
    let list = setter.tree.add(sect, Role::L(ListNumbering::Disc));
    let measure = (width - SIDE * 2.0 - SIGN_GUTTER) / 2.0 - SIGN_INDENT;
    let (colour, _) = style::tier_colours(tier.urgency);
    let paint = Paint { step: air.leading, colour: setter.theme.ink };
    let mut signs = Vec::new();
    for sign in &tier.signs {
        let item = setter.tree.add(list, Role::LI);
        let body = setter.tree.add(item, Role::LBody);
        let lines = setter.painted_passages(sign, body, paint, measure);
        let middle = lines.first().map_or(Pt::ZERO, |line| line.height / 2.0);
        let mut whole = join(lines).indented(SIGN_INDENT);
        whole.gap = air.sign_gap;
        whole.items.push(dot(Pt(3.0), middle, colour));
        signs.push(whole);
    }
    place_tier(tier.urgency, bar, &signs, width, air.padding)
}

/// The coloured bar of a tier: its mark, what to do, and whom to call, large. One number stands at the end of the
/// line; several stand below, each after the name of who answers.
fn bar(setter: &mut Setter<'_>, tier: &HelpTier, sect: ElementId, width: Pt, padding: Pt) -> Slab {
    let mark_size = Pt(28.0);
    let text_x = SIDE + mark_size + Pt(12.0);
    let room = width - text_x - SIDE;
    let white = |step| Paint { step, colour: Colour::WHITE };
    let text = if let [number] = tier.numbers.as_slice() {
        let rich = Rich::link(number.number.clone(), number.uri.clone());
        let number_width = setter.width_of(&rich, Step::Number) + Pt(0.5);
        let call_room = room - number_width - Pt(16.0);
        let call = join(setter.paragraph(sect, Role::H(3), &tier.call, white(Step::Tier), call_room));
        let number = join(setter.paragraph(sect, Role::P, &rich, white(Step::Number), number_width));
        beside(call, number.indented(room - number_width))
    } else {
        let mut rows = setter.paragraph(sect, Role::H(3), &tier.call, white(Step::Tier), room);
        for number in &tier.numbers {
            let mut row = join(setter.paragraph(sect, Role::P, &captioned(number), white(Step::Tier), room));
            row.gap = Pt(2.0);
            rows.push(row);
        }
        join(rows)
    };
    let height = text.height.max(mark_size) + padding * 2.0;
    let mark = match tier.urgency {
        Urgency::Emergency => Icon::Emergency,
        Urgency::SameDay => Icon::Telephone,
        Urgency::Routine => Icon::Calendar,
    };
    let mut bar = Slab { height, ..Slab::default() };
    bar.items.extend(icon(mark, SIDE, (height - mark_size) / 2.0, mark_size, Colour::WHITE));
    let top = (height - text.height) / 2.0;
    bar.items.extend(text.indented(text_x).moved_down(top).items);
    bar
}

/// Two slabs side by side, their middles on one height.
fn beside(start: Slab, end: Slab) -> Slab {
    let height = start.height.max(end.height);
    let (start_top, end_top) = ((height - start.height) / 2.0, (height - end.height) / 2.0);
    let mut both = start.moved_down(start_top);
    both.items.extend(end.moved_down(end_top).items);
    both.height = height;
    both
}

/// A number as a live link after the name of who answers.
fn captioned(number: &HelpNumber) -> Rich {
    let mut rich = Rich::plain(format!("{}: ", number.who));
    rich.spans.extend(Rich::link(number.number.clone(), number.uri.clone()).spans);
    rich
}

/// A tier: its bar, and the signs in two level columns under it.
fn place_tier(urgency: Urgency, bar: Slab, signs: &[Slab], width: Pt, padding: Pt) -> Slab {
    let (colour, tint) = style::tier_colours(urgency);
    let (filling, body) = flow::balance(signs, 2, stack_height(signs));
    let height = bar.height + padding * 2.0 + body;
    let mut placed = Slab { height, ..Slab::default() };
    let size = Size { width, height };
    let frame = Rect::new(Pt::ZERO, Pt::ZERO, width, height);
    let outline = Stroke { colour, width: Pt(1.0), dash: None };
    placed.items.push(decoration(frame, box_shape(size, RADIUS, Some(tint), Some(outline))));
    placed.items.push(bar_background(width, bar.height, colour));
    placed.items.extend(bar.items);
    let column = (width - SIDE * 2.0 - SIGN_GUTTER) / 2.0;
    for (index, range) in filling.into_iter().enumerate() {
        let x = SIDE + (column + SIGN_GUTTER) * index as f32;
        let signs = join(signs[range].to_vec());
        let moved = |item: Item| Item { frame: item.frame.moved(x, bar.height + padding), ..item };
        placed.items.extend(signs.items.into_iter().map(moved));
    }
    placed
}

/// The bar itself: round at the top, straight at the bottom.
fn bar_background(width: Pt, height: Pt, colour: Colour) -> Item {
    let (w, h) = (f64::from(width.0), f64::from(height.0));
    let rect = kurbo::RoundedRect::new(0.0, 0.0, w, h, (RADIUS, RADIUS, 0.0, 0.0));
    let path = kurbo::Shape::to_path(&rect, 0.01);
    let shape = super::display::Shape { path, fill: Some(colour), even_odd: false, stroke: None };
    decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), shape)
}
