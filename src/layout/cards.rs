//! Exercise cards: the drawing on a quiet ground at the start, name, steps, dose and limits beside it.

use kurbo::Shape as _;

use super::display::{ElementId, Item, ListNumbering, Role, Shape, Stroke, Tag};
use super::grid::Scale;
use super::picture::{picture_items, picture_size};
use super::set::{Paint, Setter, box_shape, decoration};
use super::slab::{Slab, join};
use super::style::{RADIUS, Step};
use crate::compose::document::ExerciseCard;
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, Span};

/// Width of the drawing's ground.
const GROUND: Pt = Pt(176.0);
/// Space around a drawing on its ground.
const AROUND: Pt = Pt(8.0);
/// Height that drawings may fill, whatever the text beside them needs.
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

impl Setter<'_> {
    /// Cards over the whole width, none of which splits.
    pub fn cards(&mut self, cards: &[ExerciseCard], parent: ElementId, width: Pt) -> Vec<Slab> {
        if width < self.style(Step::Body).size * NARROW && !self.has_small_cards(width) {
            let scale = common_scale(cards, Size { width: width - AROUND * 2.0, height: self.grown(STACKED_HEIGHT) });
            if self.is_cramped() {
                return cards.iter().flat_map(|card| self.loose_card(card, scale, parent, width)).collect();
            }
            return cards.iter().map(|card| self.stacked_card(card, scale, parent, width)).collect();
        }
        let room = Size { width: self.ground(width) - AROUND * 2.0, height: self.drawing_height(width) };
        let scale = common_scale(cards, room);
        let outset = self.grid.outset();
        cards.iter().map(|card| self.card(card, scale, parent, width + outset * 2.0).indented(-outset)).collect()
    }

    /// Whether cards are the small ones of a booklet's page: drawing and text side by side, two to a page.
    fn has_small_cards(&self, width: Pt) -> bool {
        self.grid.scale == Scale::Small && width > SMALL_CARD
    }

    /// Width of the drawing's ground.
    fn ground(&self, width: Pt) -> Pt {
        if self.has_small_cards(width) { SMALL_GROUND } else { GROUND }
    }

    /// Height that drawings may fill, whatever the text beside them needs.
    fn drawing_height(&self, width: Pt) -> Pt {
        if self.has_small_cards(width) { SMALL_GROUND } else { DRAWING_HEIGHT }
    }

    /// A card for a narrow column: the drawing on its ground above the text.
    fn stacked_card(&mut self, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Slab {
        let sect = self.tree.add(parent, Role::Sect);
        let side = self.grown(PADDING * 1.5);
        let inner = width - side * 2.0;
        let name = Paint { step: Step::Card, colour: self.theme.heading };
        let mut slabs = self.paragraph(sect, Role::H(3), &card.name, name, inner);
        let figure = card.picture.as_ref().map(|(picture, alt)| {
            let element = self.tree.add(sect, Role::Figure);
            self.tree[element].alt = Some(alt.clone());
            (picture, element)
        });
        slabs.extend(self.card_text(card, sect, inner));
        let text = join(slabs);
        let ground =
            figure.as_ref().map_or(Pt::ZERO, |(picture, _)| picture_size(picture).height * scale + AROUND * 2.0);
        let height = ground + text.height + side * 2.0;
        let mut whole = Slab { gap: self.grown(CARD_GAP * 1.5), height, ..Slab::default() };
        let outline = Stroke { colour: self.theme.line, width: Pt(1.0), dash: None };
        let outline = box_shape(Size { width, height }, RADIUS, None, Some(outline));
        if let Some((picture, element)) = figure {
            let band = Size { width, height: ground };
            let top =
                kurbo::RoundedRect::new(0.0, 0.0, f64::from(width.0), f64::from(ground.0), (RADIUS, RADIUS, 0.0, 0.0));
            let fill = Shape { path: top.to_path(0.01), fill: Some(self.theme.tint), even_odd: false, stroke: None };
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

    /// A card without its box, which may go on on the next page: name, drawing, text.
    fn loose_card(&mut self, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Vec<Slab> {
        let sect = self.tree.add(parent, Role::Sect);
        let name = Paint { step: Step::Card, colour: self.theme.heading };
        let mut heading = join(self.paragraph(sect, Role::H(3), &card.name, name, width));
        heading.gap = self.spacing.section;
        heading.keep = true;
        let mut slabs = vec![heading];
        if let Some((picture, alt)) = &card.picture {
            let element = self.tree.add(sect, Role::Figure);
            self.tree[element].alt = Some(alt.clone());
            let size = picture_size(picture);
            let size = Size { width: size.width * scale, height: size.height * scale };
            let frame = Rect::new((width - size.width) / 2.0, Pt::ZERO, size.width, size.height);
            let items = picture_items(picture, frame, Tag::Element(element));
            slabs.push(Slab { gap: AROUND, height: size.height, items, keep: true, ..Slab::default() });
        }
        slabs.extend(self.card_text(card, sect, width));
        slabs
    }

    fn card(&mut self, card: &ExerciseCard, scale: f32, parent: ElementId, width: Pt) -> Slab {
        let sect = self.tree.add(parent, Role::Sect);
        let inner = width - self.grid.outset() * 2.0;
        let (ground, least) = (self.ground(inner), self.drawing_height(inner));
        let ground = if card.picture.is_some() { ground } else { Pt::ZERO };
        let text_width = width - ground - TEXT_START - self.grid.outset();
        let name = Paint { step: Step::Card, colour: self.theme.heading };
        let mut slabs = self.paragraph(sect, Role::H(3), &card.name, name, text_width);
        // The picture comes after the heading in reading order, wherever it stands.
        let figure = card.picture.as_ref().map(|(picture, alt)| {
            let element = self.tree.add(sect, Role::Figure);
            self.tree[element].alt = Some(alt.clone());
            (picture, element)
        });
        slabs.extend(self.card_text(card, sect, text_width));
        let text = join(slabs);
        let drawing = if card.picture.is_some() { least + AROUND * 2.0 } else { Pt::ZERO };
        let height = (text.height + PADDING * 2.0).max(drawing);
        let mut whole = Slab { gap: CARD_GAP, height, ..Slab::default() };
        let [under, outline] = self.card_ground(ground, width, height);
        whole.items.extend(card.picture.is_some().then_some(under));
        whole.items.push(outline);
        if let Some((picture, element)) = figure {
            let size = picture_size(picture);
            let size = Size { width: size.width * scale, height: size.height * scale };
            let x = (ground - size.width) / 2.0;
            let frame = Rect::new(x, (height - size.height) / 2.0, size.width, size.height);
            whole.items.extend(picture_items(picture, frame, Tag::Element(element)));
        }
        whole.items.extend(text.indented(ground + TEXT_START).moved_down(PADDING).items);
        whole
    }

    fn card_text(&mut self, card: &ExerciseCard, sect: ElementId, width: Pt) -> Vec<Slab> {
        let body = Paint { step: Step::Sign, colour: self.theme.ink };
        let mut slabs = Vec::new();
        let mut add = |mut lines: Vec<Slab>, gap: f32| {
            if let Some(first) = lines.first_mut() {
                first.gap = Pt(gap);
            }
            slabs.append(&mut lines);
        };
        add(self.paragraph(sect, Role::P, &card.start, body, width), 0.0);
        let list = self.tree.add(sect, Role::L(ListNumbering::Decimal));
        for (index, step) in card.steps.iter().enumerate() {
            add(self.step(index + 1, step, list, width), if index == 0 { 2.0 } else { 0.0 });
        }
        let dose = Paint { step: Step::Dose, colour: self.theme.heading };
        add(self.paragraph(sect, Role::P, &card.dose, dose, width), 2.0);
        for personal in &card.personal {
            add(self.paragraph(sect, Role::P, personal, body, width), 2.0);
        }
        if !card.limits.is_empty() {
            add(self.paragraph(sect, Role::P, &card.limits, body, width), 2.0);
        }
        if let Some(stop) = &card.stop {
            add(self.paragraph(sect, Role::P, stop, body, width), 2.0);
        }
        slabs
    }

    fn step(&mut self, number: usize, step: &Rich, list: ElementId, width: Pt) -> Vec<Slab> {
        let item = self.tree.add(list, Role::LI);
        let label = Rich { spans: vec![Span { text: format!("{number}."), bold: true, link: None }] };
        let paint = Paint { step: Step::Sign, colour: self.theme.heading };
        let label = join(self.paragraph(item, Role::Lbl, &label, paint, self.grown(NUMBER)));
        let body = self.tree.add(item, Role::LBody);
        let paint = Paint { step: Step::Sign, colour: self.theme.ink };
        let lines = self.paragraph(body, Role::P, step, paint, width - self.grown(NUMBER));
        let mut lines: Vec<Slab> = lines.into_iter().map(|line| line.indented(self.grown(NUMBER))).collect();
        if let Some(first) = lines.first_mut() {
            // Painted before the step, as it is read.
            first.items.splice(0..0, label.items);
        }
        lines
    }

    /// The card's outline and the quiet ground under its drawing.
    fn card_ground(&self, ground_width: Pt, width: Pt, height: Pt) -> [Item; 2] {
        let (w, h) = (f64::from(ground_width.0), f64::from(height.0));
        let radii = if self.right_to_left { (0.0, RADIUS, RADIUS, 0.0) } else { (RADIUS, 0.0, 0.0, RADIUS) };
        let ground = kurbo::RoundedRect::new(0.0, 0.0, w, h, radii).to_path(0.01);
        let ground = Shape { path: ground, fill: Some(self.theme.tint), even_odd: false, stroke: None };
        let outline = Stroke { colour: self.theme.line, width: Pt(1.0), dash: None };
        let outline = box_shape(Size { width, height }, RADIUS, None, Some(outline));
        [
            decoration(Rect::new(Pt::ZERO, Pt::ZERO, ground_width, height), ground),
            decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, height), outline),
        ]
    }
}

/// The scale at which every card's drawing fits its ground: all figures on a page are of one size.
fn common_scale(cards: &[ExerciseCard], room: Size) -> f32 {
    let sizes = cards.iter().filter_map(|card| card.picture.as_ref()).map(|(picture, _)| picture_size(picture));
    sizes.map(|size| (room.width / size.width).min(room.height / size.height)).fold(f32::INFINITY, f32::min)
}
