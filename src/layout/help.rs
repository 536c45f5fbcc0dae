//! The help page: three tiers of warning signs, read from across the room. Never splits, never drops a sign.

use super::display::{ElementId, ListNumbering, Role, Stroke};
use super::flow;
use super::measure::{ROOT, dot};
use super::set::{Paint, Setter, box_shape, decoration, icon};
use super::slab::{Slab, join, keep_together, stack_height};
use super::style::{self, RADIUS, Step};
use crate::art::Colour;
use crate::art::icons::Icon;
use crate::compose::document::{HelpBox, HelpNumber, HelpTier, Urgency};
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, Span};

/// Space inside a tier, at both sides.
const SIDE: Pt = Pt(14.0);
/// Space between a sign's dot and its text.
const SIGN_INDENT: Pt = Pt(12.0);
/// Space between the columns of a tier.
const SIGN_GUTTER: Pt = Pt(16.0);

/// Space that grows with the page: the same measured tiers are placed as airily as the page allows.
#[derive(Clone, Copy)]
struct Air {
    sign_gap: Pt,
    tier_gap: Pt,
    padding: Pt,
}

/// From airy to tight; each step still keeps signs apart.
const AIRS: [Air; 5] = [
    Air { sign_gap: Pt(12.0), tier_gap: Pt(24.0), padding: Pt(16.0) },
    Air { sign_gap: Pt(8.0), tier_gap: Pt(20.0), padding: Pt(16.0) },
    Air { sign_gap: Pt(8.0), tier_gap: Pt(12.0), padding: Pt(12.0) },
    Air { sign_gap: Pt(4.0), tier_gap: Pt(12.0), padding: Pt(12.0) },
    Air { sign_gap: Pt(4.0), tier_gap: Pt(8.0), padding: Pt(8.0) },
];

struct MeasuredTier {
    urgency: Urgency,
    bar: Slab,
    signs: Vec<Slab>,
}

/// Sets the help box at `width`, as airily as fits in `height`. The caller checks whether it does.
pub fn help_page(setter: &mut Setter<'_>, help: &HelpBox, width: Pt, height: Pt) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = Paint { step: Step::Help, colour: setter.theme.heading };
    let title = join(setter.paragraph(sect, Role::H(2), &help.title, paint, width));
    let tiers: Vec<MeasuredTier> = help.tiers.iter().map(|tier| measure_tier(setter, tier, sect, width)).collect();
    let note = setter.passages(&help.note, sect, width);
    let pages = AIRS.iter().map(|&air| assemble(&title, &tiers, &note, width, air));
    let mut tightest = Slab::default();
    for page in pages {
        tightest = page;
        if tightest.height <= height {
            break;
        }
    }
    tightest.heading = Some((help.title.text(), 2));
    tightest
}

fn assemble(title: &Slab, tiers: &[MeasuredTier], note: &[Slab], width: Pt, air: Air) -> Slab {
    let mut slabs = vec![title.clone()];
    for (index, tier) in tiers.iter().enumerate() {
        let mut placed = place_tier(tier, width, air);
        placed.gap = if index == 0 { Pt(12.0) } else { air.tier_gap };
        slabs.push(placed);
    }
    let mut note = note.to_vec();
    if let Some(first) = note.first_mut() {
        first.gap = Pt(12.0);
    }
    slabs.extend(note);
    join(slabs)
}

fn measure_tier(setter: &mut Setter<'_>, tier: &HelpTier, parent: ElementId, width: Pt) -> MeasuredTier {
    let sect = setter.tree.add(parent, Role::Sect);
    let bar = bar(setter, tier, sect, width);
    let list = setter.tree.add(sect, Role::L(ListNumbering::Disc));
    let measure = (width - SIDE * 2.0 - SIGN_GUTTER) / 2.0 - SIGN_INDENT;
    let (colour, _) = style::tier_colours(tier.urgency);
    let mut signs = Vec::new();
    for sign in &tier.signs {
        let item = setter.tree.add(list, Role::LI);
        let body = setter.tree.add(item, Role::LBody);
        let paint = Paint { step: Step::Sign, colour: setter.theme.ink };
        let mut lines = setter.painted_passages(sign, body, paint, measure);
        keep_together(&mut lines);
        let mut whole = join(lines).indented(SIGN_INDENT);
        whole.items.push(dot(Pt(3.0), Pt(7.5), colour));
        signs.push(whole);
    }
    MeasuredTier { urgency: tier.urgency, bar, signs }
}

/// The coloured bar of a tier: its mark, what to do, and the numbers, large.
fn bar(setter: &mut Setter<'_>, tier: &HelpTier, sect: ElementId, width: Pt) -> Slab {
    let mark_size = Pt(28.0);
    let text_x = SIDE + mark_size + Pt(12.0);
    let numbers: Vec<&HelpNumber> = tier.numbers.iter().collect();
    let captioned = numbers.len() > 1;
    let number_width = number_column_width(setter, &numbers, captioned);
    let room = width - text_x - number_width - SIDE - Pt(16.0);
    let white = |step| Paint { step, colour: Colour::WHITE };
    let call = join(setter.paragraph(sect, Role::H(3), &tier.call, white(Step::Tier), room));
    let mut rows = Vec::new();
    for number in &numbers {
        let rich = number_rich(number, captioned);
        let step = if captioned { Step::Tier } else { Step::Number };
        let row_width = setter.width_of(&rich, step) + Pt(0.5);
        let row = join(setter.paragraph(sect, Role::P, &rich, white(step), row_width));
        rows.push((row, row_width));
    }
    let rows_height: Pt = rows.iter().map(|(row, _)| row.height).sum();
    let height = call.height.max(rows_height).max(mark_size) + Pt(12.0);
    let mark = match tier.urgency {
        Urgency::Emergency => Icon::Emergency,
        Urgency::SameDay => Icon::Telephone,
        Urgency::Routine => Icon::Calendar,
    };
    let mut bar = Slab { height, ..Slab::default() };
    bar.items.extend(icon(mark, SIDE, (height - mark_size) / 2.0, mark_size, Colour::WHITE));
    let mut put = |slab: Slab, x: Pt, y: Pt| {
        bar.items
            .extend(slab.items.into_iter().map(|item| super::display::Item { frame: item.frame.moved(x, y), ..item }));
    };
    let call_top = (height - call.height) / 2.0;
    put(call, text_x, call_top);
    let mut y = (height - rows_height) / 2.0;
    for (row, row_width) in rows {
        let row_height = row.height;
        put(row, width - SIDE - row_width, y);
        y += row_height;
    }
    bar
}

fn number_column_width(setter: &mut Setter<'_>, numbers: &[&HelpNumber], captioned: bool) -> Pt {
    let step = if captioned { Step::Tier } else { Step::Number };
    let widths = numbers.iter().map(|number| setter.width_of(&number_rich(number, captioned), step));
    widths.fold(Pt::ZERO, Pt::max)
}

/// A number as a live link, with who answers it where a tier has several.
fn number_rich(number: &HelpNumber, captioned: bool) -> Rich {
    let mut link = Rich::link(number.number.clone(), number.uri.clone());
    if captioned {
        link.spans.insert(0, Span { text: format!("{}: ", number.who), ..Span::default() });
    }
    link
}

/// A tier with its signs in two level columns under the bar.
fn place_tier(tier: &MeasuredTier, width: Pt, air: Air) -> Slab {
    let (colour, tint) = style::tier_colours(tier.urgency);
    let mut signs = tier.signs.clone();
    for sign in &mut signs {
        sign.gap = air.sign_gap;
    }
    let (filling, body) = flow::balance(&signs, 2, stack_height(&signs));
    let height = tier.bar.height + air.padding * 2.0 + body;
    let mut placed = Slab { height, ..Slab::default() };
    let size = Size { width, height };
    let frame = Rect::new(Pt::ZERO, Pt::ZERO, width, height);
    let outline = Stroke { colour, width: Pt(1.0), dash: None };
    placed.items.push(decoration(frame, box_shape(size, RADIUS, Some(tint), Some(outline))));
    placed.items.push(bar_background(width, tier.bar.height, colour));
    placed.items.extend(tier.bar.items.iter().cloned());
    let column = (width - SIDE * 2.0 - SIGN_GUTTER) / 2.0;
    for (index, range) in filling.into_iter().enumerate() {
        let x = SIDE + (column + SIGN_GUTTER) * index as f32;
        let mut y = tier.bar.height + air.padding;
        for (row, sign) in signs[range].iter().enumerate() {
            if row > 0 {
                y += sign.gap;
            }
            let moved =
                |item: &super::display::Item| super::display::Item { frame: item.frame.moved(x, y), ..item.clone() };
            placed.items.extend(sign.items.iter().map(moved));
            y += sign.height;
        }
    }
    placed
}

/// The bar itself: round at the top, straight at the bottom.
fn bar_background(width: Pt, height: Pt, colour: Colour) -> super::display::Item {
    let (w, h) = (f64::from(width.0), f64::from(height.0));
    let rect = kurbo::RoundedRect::new(0.0, 0.0, w, h, (RADIUS, RADIUS, 0.0, 0.0));
    let path = kurbo::Shape::to_path(&rect, 0.01);
    let shape = super::display::Shape { path, fill: Some(colour), even_odd: false, stroke: None };
    decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), shape)
}
