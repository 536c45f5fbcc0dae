//! The bars over the tiers of warning signs: what to do, and whom to call.

use crate::art::Colour;
use crate::art::icons::Icon;
use crate::compose::document::{HelpNumber, HelpTier, Urgency};
use crate::geom::{Pt, Rect};
use crate::layout::display::{ElementId, Item, Role};
use crate::layout::kernel::grid::HelpGrid;
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{decoration, icon};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{self, RADIUS, Step};
use crate::model::text::Rich;

/// In bars narrower than this, the number has a line of its own.
const NARROW_BAR: Pt = Pt(420.0);

/// The coloured bar of a tier: its mark, what to do, and whom to call, large. One number stands at the end of the
/// line, or under it where there is no room; several stand below, each after the name of who answers.
pub fn bar(setter: &mut Setter<'_>, tier: &HelpTier, sect: ElementId, grid: HelpGrid, padding: Pt) -> Slab {
    let narrow = grid.width < setter.grown(NARROW_BAR);
    let mark_size = setter.grown(if narrow { Pt(22.0) } else { Pt(28.0) });
    let text_x = grid.side + mark_size + setter.grown(if narrow { Pt(8.0) } else { Pt(12.0) });
    let room = grid.width - text_x - grid.side;
    let colour = bar_text_colour(setter, tier.urgency);
    let painted = |step| TextPaint { step, colour };
    // A single number is large, and so is the first of several in the emergency tier, unless room is tight.
    let tight = padding < setter.grown(Pt(2.5));
    let small = if narrow { Step::TightStrong } else { Step::Strong };
    let call_step = if tight { small } else { call_step(setter, tier, room) };
    let number_step = if tight { Step::Tier } else { Step::Number };
    let (large, others) = match tier.numbers.as_slice() {
        [number] if !number.named => (Some(number), &[][..]),
        [first, others @ ..] if tier.urgency == Urgency::Emergency && !tight => (Some(first), others),
        all => (None, all),
    };
    let mut rows = match large {
        Some(number) => {
            let rich = Rich::link(number.number.clone(), number.uri.clone());
            let number_width = setter.width_of(&rich, number_step) + Pt(0.5);
            if narrow && number_width > room * 0.3 {
                let mut rows = setter.paragraph(sect, Role::H(3), &tier.call, painted(call_step), room);
                rows.extend(setter.paragraph(sect, Role::P, &rich, painted(number_step), room));
                rows
            } else {
                let gap = if narrow { Pt(8.0) } else { Pt(16.0) };
                let call_room = room - number_width - gap;
                let call = join(setter.paragraph(sect, Role::H(3), &tier.call, painted(call_step), call_room));
                let number = join(setter.paragraph(sect, Role::P, &rich, painted(number_step), number_width));
                vec![beside(call, number.indented(room - number_width))]
            }
        }
        None => setter.paragraph(sect, Role::H(3), &tier.call, painted(call_step), room),
    };
    rows.extend(number_rows(setter, others, sect, painted(if tight { small } else { Step::Tier }), room));
    let text = join(rows);
    bar_of(text, tier.urgency, grid.side, mark_size, text_x, colour, padding)
}

/// The type step of what a tier says to do: smaller where it would take more than two lines.
fn call_step(setter: &mut Setter<'_>, tier: &HelpTier, room: Pt) -> Step {
    if setter.width_of(&tier.call, Step::Tier) <= room * 2.0 { Step::Tier } else { Step::Strong }
}

/// Several numbers, each after the name of who answers: as many side by side as there is room for.
fn number_rows(
    setter: &mut Setter<'_>,
    numbers: &[HelpNumber],
    sect: ElementId,
    paint: TextPaint,
    room: Pt,
) -> Vec<Slab> {
    let apart = setter.grown(Pt(20.0));
    let mut rows: Vec<Slab> = Vec::new();
    let mut used = room;
    for number in numbers {
        let rich = captioned(number);
        let width = (setter.width_of(&rich, paint.step) + Pt(0.5)).min(room);
        let mut set = join(setter.paragraph(sect, Role::P, &rich, paint, width));
        match rows.last_mut() {
            Some(row) if used + apart + width <= room => {
                row.height = row.height.max(set.height);
                row.items.extend(set.indented(used + apart).items);
                used += apart + width;
            }
            _ => {
                set.gap = Pt(2.0);
                rows.push(set);
                used = width;
            }
        }
    }
    rows
}

/// The slim bar over the rest of a tier that continues on another panel: its mark of the given size, and its numbers with
/// `padding` above and below. Decoration: the structure tree has the numbers once.
pub fn bar_again(
    setter: &mut Setter<'_>,
    tier: &HelpTier,
    side: Pt,
    width: Pt,
    (mark_size, padding): (Pt, Pt),
) -> Slab {
    let text_x = side + mark_size + setter.grown(Pt(8.0));
    let colour = bar_text_colour(setter, tier.urgency);
    let numbers: Vec<&str> = tier.numbers.iter().map(|number| number.number.as_str()).collect();
    let words = if numbers.is_empty() { tier.call.text() } else { numbers.join(" · ") };
    let paint = TextPaint { step: Step::Tier, colour };
    let text = join(setter.furniture(&Rich::plain(words), paint, width - text_x - side));
    bar_of(text, tier.urgency, side, mark_size, text_x, colour, padding)
}

/// A bar's mark and text, centred on each other.
pub fn bar_of(text: Slab, urgency: Urgency, side: Pt, mark_size: Pt, text_x: Pt, colour: Colour, padding: Pt) -> Slab {
    let height = text.height.max(mark_size) + padding * 2.0;
    let mark = match urgency {
        Urgency::Emergency => Icon::Emergency,
        Urgency::Urgent => Icon::Telephone,
        Urgency::Routine => Icon::Calendar,
    };
    let mut bar = Slab { height, ..Slab::default() };
    bar.items.extend(icon(mark, side, (height - mark_size) / 2.0, mark_size, colour));
    let top = (height - text.height) / 2.0;
    bar.items.extend(text.indented(text_x).moved_down(top).items);
    bar
}

/// Colour of the words on a tier's bar: white on the solid bar, the tier's own colour without one.
fn bar_text_colour(setter: &Setter<'_>, urgency: Urgency) -> Colour {
    if setter.low_ink { style::tier_colours(urgency).0 } else { Colour::WHITE }
}

/// Two slabs side by side, vertically centred on each other.
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

/// The bar itself, with rounded corners at the top only.
pub fn bar_background(width: Pt, height: Pt, colour: Colour) -> Item {
    let (w, h) = (f64::from(width.0), f64::from(height.0));
    let rect = kurbo::RoundedRect::new(0.0, 0.0, w, h, (RADIUS, RADIUS, 0.0, 0.0));
    let path = kurbo::Shape::to_path(&rect, 0.01);
    let shape = crate::layout::display::Shape { path, fill: Some(colour), even_odd: false, stroke: None };
    decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), shape)
}
