//! Exercise cards: the drawing on a quiet ground at the start, name, steps, dose and limits beside it.

use super::picture::{picture_items, picture_size};
use crate::layout::display::{ElementId, Item, ListNumbering, Role, Shape, Stroke, Tag};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{RADIUS, Scale, Step};
use kurbo::Shape as _;

use crate::compose::document::ExerciseCard;
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, Span};

/// Width of the drawing's ground.
const GROUND: Pt = Pt(176.0);
/// Space around a drawing on its ground.
const AROUND: Pt = Pt(8.0);
/// The greatest height of drawings.
const DRAWING_HEIGHT: Pt = Pt(148.0);
/// Width of the drawing's ground on a small card.
const SMALL_GROUND: Pt = Pt(112.0);
/// The least width of a column with small cards.
const SMALL_CARD: Pt = Pt(320.0);
/// Columns narrower than this many times the size of running text have the drawing above the text.
const NARROW: f32 = 36.0;
/// Height that drawings above their text may fill.
const STACKED_HEIGHT: Pt = Pt(112.0);
/// Space around a card's text.
const PADDING: Pt = Pt(6.0);
/// Space before a card's text.
const TEXT_START: Pt = Pt(14.0);
/// Space between cards.
const CARD_GAP: Pt = Pt(6.0);
/// Space that a step's number takes.
const NUMBER: Pt = Pt(20.0);

/// Cards over the whole width, none of which splits.
pub fn set_cards(setter: &mut Setter<'_>, cards: &[ExerciseCard], parent: ElementId, width: Pt) -> Vec<Slab> {
    if width < setter.style(Step::Body).size * NARROW && !has_small_cards(setter, width) {
        let scale = common_scale(cards, Size { width: width - AROUND * 2.0, height: setter.grown(STACKED_HEIGHT) });
        if setter.is_cramped() {
            return cards.iter().flat_map(|card| set_loose(setter, card, scale, parent, width)).collect();
        }
        return cards.iter().map(|card| set_stacked(setter, card, scale, parent, width)).collect();
    }
    let small = has_small_cards(setter, width);
    let (ground, height) = if small { (SMALL_GROUND, SMALL_GROUND) } else { (GROUND, DRAWING_HEIGHT) };
    let scale = common_scale(cards, Size { width: ground - AROUND * 2.0, height });
    let outset = setter.grid.outset();
    let card = |card| set_wide(setter, card, scale, parent, width + outset * 2.0).indented(-outset);
    let mut slabs: Vec<Slab> = cards.iter().map(card).collect();
    // The first one may follow a box on a booklet's page.
    if let Some(first) = slabs.first_mut().filter(|_| small) {
        first.gap = setter.spacing.group;
    }
    slabs
}

/// Whether cards are the small ones of a booklet's page: drawing and steps side by side, two to a page.
fn has_small_cards(setter: &Setter<'_>, width: Pt) -> bool {
    setter.grid.scale == Scale::Small && width > SMALL_CARD
}

/// A card for a narrow column: the drawing on its ground above the text.
fn set_stacked(setter: &mut Setter<'_>, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Slab {
    let sect = setter.tree.add(parent, Role::Sect);
    let side = setter.grown(PADDING * 1.5);
    let inner = width - side * 2.0;
    let name = TextPaint { step: Step::Card, colour: setter.theme.heading };
    let mut slabs = setter.paragraph(sect, Role::H(3), &card.name, name, inner);
    let figure = card.picture.as_ref().map(|(picture, alt)| {
        let element = setter.tree.add(sect, Role::Figure);
        setter.tree[element].alt = Some(alt.clone());
        (picture, element)
    });
    slabs.extend(set_steps(setter, card, sect, inner));
    slabs.extend(set_limits(setter, card, sect, inner));
    let text = join(slabs);
    let ground = figure.as_ref().map_or(Pt::ZERO, |(picture, _)| picture_size(picture).height * scale + AROUND * 2.0);
    let height = ground + text.height + side * 2.0;
    let mut whole = Slab { gap: setter.grown(CARD_GAP * 1.5), height, ..Slab::default() };
    let outline = Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None };
    let outline = box_shape(Size { width, height }, RADIUS, None, Some(outline));
    if let Some((picture, element)) = figure {
        let band = Size { width, height: ground };
        let top =
            kurbo::RoundedRect::new(0.0, 0.0, f64::from(width.0), f64::from(ground.0), (RADIUS, RADIUS, 0.0, 0.0));
        let fill = Shape { path: top.to_path(0.01), fill: Some(setter.theme.tint), even_odd: false, stroke: None };
        whole.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, band.width, band.height), fill));
        let size = picture_size(picture);
        let size = Size { width: size.width * scale, height: size.height * scale };
        let frame = Rect::new((width - size.width) / 2.0, AROUND, size.width, size.height);
        whole.items.extend(picture_items(picture, frame, Tag::Element(element)));
    }
    whole.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), outline));
    whole.items.extend(text.indented(side).moved_down(ground + side).items);
    whole
}

/// A card without a box, which may continue on the next page: name, drawing, text.
fn set_loose(setter: &mut Setter<'_>, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Vec<Slab> {
    let sect = setter.tree.add(parent, Role::Sect);
    let name = TextPaint { step: Step::Card, colour: setter.theme.heading };
    let mut heading = join(setter.paragraph(sect, Role::H(3), &card.name, name, width));
    heading.gap = setter.spacing.section;
    heading.keep = true;
    let mut slabs = vec![heading];
    if let Some((picture, alt)) = &card.picture {
        let element = setter.tree.add(sect, Role::Figure);
        setter.tree[element].alt = Some(alt.clone());
        let size = picture_size(picture);
        let size = Size { width: size.width * scale, height: size.height * scale };
        let frame = Rect::new((width - size.width) / 2.0, Pt::ZERO, size.width, size.height);
        let items = picture_items(picture, frame, Tag::Element(element));
        slabs.push(Slab { gap: AROUND, height: size.height, items, keep: true, ..Slab::default() });
    }
    slabs.extend(set_steps(setter, card, sect, width));
    slabs.extend(set_limits(setter, card, sect, width));
    slabs
}

/// A card over the whole width. A small card has the dose and limits under drawing and steps, over its whole width.
fn set_wide(setter: &mut Setter<'_>, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Slab {
    let sect = setter.tree.add(parent, Role::Sect);
    let outset = setter.grid.outset();
    let small = has_small_cards(setter, width - outset * 2.0);
    let (ground, least) = match &card.picture {
        None => (Pt::ZERO, Pt::ZERO),
        Some((picture, _)) if small => (SMALL_GROUND, picture_size(picture).height * scale + AROUND * 2.0),
        Some(_) => (GROUND, DRAWING_HEIGHT + AROUND * 2.0),
    };
    let start = if small && card.picture.is_none() { outset } else { ground + TEXT_START };
    let room = width - start - outset;
    let name = TextPaint { step: Step::Card, colour: setter.theme.heading };
    let mut beside = setter.paragraph(sect, Role::H(3), &card.name, name, room);
    // In reading order the picture follows the heading.
    let figure = card.picture.as_ref().map(|(picture, alt)| {
        let element = setter.tree.add(sect, Role::Figure);
        setter.tree[element].alt = Some(alt.clone());
        (picture, element)
    });
    beside.extend(set_steps(setter, card, sect, room));
    let limits = set_limits(setter, card, sect, if small { width - outset * 2.0 } else { room });
    let mut under = Vec::new();
    if small {
        under = limits
    } else {
        beside.extend(limits)
    }
    let (beside, under) = (join(beside), join(under));
    let ground = Size { width: ground, height: (beside.height + PADDING * 2.0).max(least) };
    let height = ground.height + if small { under.height + PADDING * 2.0 } else { Pt::ZERO };
    let mut whole = Slab { gap: CARD_GAP, height, ..Slab::default() };
    whole.items.extend(card.picture.is_some().then(|| ground_under(setter, ground, small)));
    whole.items.push(outline_round(setter, Size { width, height }));
    if let Some((picture, element)) = figure {
        let size = picture_size(picture);
        let size = Size { width: size.width * scale, height: size.height * scale };
        let x = (ground.width - size.width) / 2.0;
        let frame = Rect::new(x, (ground.height - size.height) / 2.0, size.width, size.height);
        whole.items.extend(picture_items(picture, frame, Tag::Element(element)));
    }
    whole.items.extend(beside.indented(start).moved_down(PADDING).items);
    whole.items.extend(under.indented(outset).moved_down(ground.height + PADDING).items);
    whole
}

/// How to start, and what to do.
fn set_steps(setter: &mut Setter<'_>, card: &ExerciseCard, sect: ElementId, width: Pt) -> Vec<Slab> {
    let body = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let mut slabs = setter.paragraph(sect, Role::P, &card.start, body, width);
    let list = setter.tree.add(sect, Role::L(ListNumbering::Decimal));
    for (index, step) in card.steps.iter().enumerate() {
        let mut lines = set_step(setter, index + 1, step, list, width);
        if let Some(first) = lines.first_mut().filter(|_| index == 0) {
            first.gap = Pt(2.0);
        }
        slabs.append(&mut lines);
    }
    slabs
}

/// From which week, dose, limits, and when to stop.
fn set_limits(setter: &mut Setter<'_>, card: &ExerciseCard, sect: ElementId, width: Pt) -> Vec<Slab> {
    let body = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let dose = TextPaint { step: Step::Dose, colour: setter.theme.heading };
    let limits = Some(&card.limits).filter(|limits| !limits.is_empty());
    let after = card.personal.iter().chain(limits).chain(&card.stop).map(|rich| (rich, body));
    let mut slabs = Vec::new();
    let from = card.from.iter().map(|rich| (rich, body));
    for (rich, paint) in from.chain([(&card.dose, dose)]).chain(after) {
        let mut lines = setter.paragraph(sect, Role::P, rich, paint, width);
        if let Some(first) = lines.first_mut() {
            first.gap = Pt(2.0);
        }
        slabs.append(&mut lines);
    }
    slabs
}

fn set_step(setter: &mut Setter<'_>, number: usize, step: &Rich, list: ElementId, width: Pt) -> Vec<Slab> {
    let item = setter.tree.add(list, Role::LI);
    let label = Rich { spans: vec![Span { text: format!("{number}."), bold: true, link: None }] };
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.heading };
    let label = join(setter.paragraph(item, Role::Lbl, &label, paint, setter.grown(NUMBER)));
    let body = setter.tree.add(item, Role::LBody);
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let lines = setter.paragraph(body, Role::P, step, paint, width - setter.grown(NUMBER));
    let mut lines: Vec<Slab> = lines.into_iter().map(|line| line.indented(setter.grown(NUMBER))).collect();
    if let Some(first) = lines.first_mut() {
        // Painted before the step, in reading order.
        first.items.splice(0..0, label.items);
    }
    lines
}

/// The quiet ground under a drawing at a card's start: as high as the card, or in its upper corner on a small one.
fn ground_under(setter: &Setter<'_>, size: Size, small: bool) -> Item {
    let (w, h) = (f64::from(size.width.0), f64::from(size.height.0));
    let (foot, inner) = if small { (0.0, RADIUS) } else { (RADIUS, 0.0) };
    let radii = if setter.right_to_left { (0.0, RADIUS, foot, inner) } else { (RADIUS, 0.0, inner, foot) };
    let path = kurbo::RoundedRect::new(0.0, 0.0, w, h, radii).to_path(0.01);
    let ground = Shape { path, fill: Some(setter.theme.tint), even_odd: false, stroke: None };
    decoration(Rect::new(Pt::ZERO, Pt::ZERO, size.width, size.height), ground)
}

fn outline_round(setter: &Setter<'_>, size: Size) -> Item {
    let outline = Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None };
    let outline = box_shape(size, RADIUS, None, Some(outline));
    decoration(Rect::new(Pt::ZERO, Pt::ZERO, size.width, size.height), outline)
}

/// The scale at which every card's drawing fits, so that all figures on a page have one size.
fn common_scale(cards: &[ExerciseCard], room: Size) -> f32 {
    let sizes = cards.iter().filter_map(|card| card.picture.as_ref()).map(|(picture, _)| picture_size(picture));
    sizes.map(|size| (room.width / size.width).min(room.height / size.height)).fold(f32::INFINITY, f32::min)
}
