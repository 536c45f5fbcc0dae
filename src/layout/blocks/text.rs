//! Running text: passages, lists, questions with their answers, and sources.

use crate::compose::document::{List, ListItem, Marker};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Item, ListNumbering, Role, Stroke};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration, dot};
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::{self, Step};
use crate::model::text::{Passage, Rich};

/// Space that a list's marker takes.
const MARKER: Pt = Pt(16.0);
/// Items up to this height never split.
const KEEP_ITEM: Pt = Pt(16.0 * 12.0);
/// Space that a box to tick takes.
const TICK_BOX: Pt = Pt(24.0);

/// Passages of running text.
pub fn set_passages(setter: &mut Setter<'_>, passages: &[Passage], parent: ElementId, width: Pt) -> Vec<Slab> {
    let paint = setter.body();
    set_painted(setter, passages, parent, paint, width)
}

/// Passages in a given paint, on lines that are no longer than is easy to read.
pub fn set_painted(
    setter: &mut Setter<'_>,
    passages: &[Passage],
    parent: ElementId,
    paint: TextPaint,
    width: Pt,
) -> Vec<Slab> {
    let width = width.min(setter.style(paint.step).size * style::MEASURE);
    let mut slabs = Vec::new();
    for passage in passages {
        let mut next = match passage {
            Passage::Paragraph(rich) => setter.paragraph(parent, Role::P, rich, paint, width),
            Passage::List { numbers, items } => set_inner_list(setter, numbers.as_deref(), items, parent, paint, width),
        };
        if let Some(first) = next.first_mut() {
            first.gap = setter.spacing.item;
        }
        slabs.append(&mut next);
    }
    slabs
}

/// A list inside running text.
fn set_inner_list(
    setter: &mut Setter<'_>,
    numbers: Option<&[String]>,
    items: &[Vec<Passage>],
    parent: ElementId,
    paint: TextPaint,
    width: Pt,
) -> Vec<Slab> {
    let numbering = if numbers.is_some() { ListNumbering::Decimal } else { ListNumbering::Disc };
    let list = setter.tree.add(parent, Role::L(numbering));
    let mut slabs = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let entry = setter.tree.add(list, Role::LI);
        let label = numbers.and_then(|numbers| numbers.get(index)).map(Rich::plain);
        let indent = setter.grown(if numbers.is_some() { Pt(20.0) } else { MARKER });
        let label = label.map(|label| join(setter.paragraph(entry, Role::Lbl, &label, paint, indent + Pt(4.0))));
        let body = setter.tree.add(entry, Role::LBody);
        let content = set_painted(setter, item, body, paint, width - indent);
        let mut content: Vec<Slab> = content.into_iter().map(|slab| slab.indented(indent)).collect();
        if let Some(first) = content.first_mut() {
            first.gap = Pt(4.0);
            match label {
                Some(label) => drop(first.items.splice(0..0, label.items)),
                None => first.items.push(list_dot(setter, Pt(3.0), paint)),
            }
        }
        slabs.append(&mut content);
    }
    slabs
}

pub fn set_list(setter: &mut Setter<'_>, list: &List, parent: ElementId, width: Pt) -> Vec<Slab> {
    let numbering = match list.marker {
        Marker::None => ListNumbering::None,
        Marker::Dot => ListNumbering::Disc,
        Marker::Box => ListNumbering::Square,
    };
    let element = setter.tree.add(parent, Role::L(numbering));
    list.items.iter().flat_map(|item| set_list_item(setter, item, list.marker, element, width)).collect()
}

fn set_list_item(setter: &mut Setter<'_>, item: &ListItem, marker: Marker, list: ElementId, width: Pt) -> Vec<Slab> {
    let indent = match marker {
        Marker::None => Pt::ZERO,
        Marker::Dot => setter.grown(MARKER),
        Marker::Box => setter.grown(TICK_BOX),
    };
    let entry = setter.tree.add(list, Role::LI);
    let body = setter.tree.add(entry, Role::LBody);
    let mut slabs = Vec::new();
    if let Some(name) = &item.name {
        let paint = setter.strong(setter.theme.ink);
        slabs = setter.paragraph(body, Role::P, name, paint, width - indent);
        keep_together(&mut slabs);
        if let Some(last) = slabs.last_mut() {
            last.keep = true;
        }
    }
    let mut text = set_passages(setter, &item.body, body, width - indent);
    if let Some(first) = text.first_mut() {
        first.gap = Pt::ZERO;
    }
    slabs.append(&mut text);
    if stack_height(&slabs) <= setter.grown(KEEP_ITEM) {
        keep_together(&mut slabs);
    }
    let mut slabs: Vec<Slab> = slabs.into_iter().map(|slab| slab.indented(indent)).collect();
    if let Some(first) = slabs.first_mut() {
        first.gap = setter.spacing.item;
        match marker {
            Marker::None => {}
            Marker::Dot => {
                let paint = TextPaint { colour: setter.theme.primary, ..setter.body() };
                first.items.push(list_dot(setter, Pt(4.0), TextPaint { step: Step::Body, ..paint }));
            }
            Marker::Box => first.items.push(tick_box(setter)),
        }
    }
    slabs
}

fn tick_box(setter: &Setter<'_>) -> Item {
    let side = setter.grown(Pt(12.0));
    let stroke = Stroke { colour: setter.theme.primary, width: Pt(1.2), dash: None };
    let shape = box_shape(Size { width: side, height: side }, 3.0, None, Some(stroke));
    decoration(Rect::new(Pt::ZERO, setter.grown(Pt(2.0)), side, side), shape)
}

pub fn set_questions(
    setter: &mut Setter<'_>,
    questions: &[(Rich, Vec<Passage>)],
    parent: ElementId,
    width: Pt,
) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for (question, answer) in questions {
        let paint = setter.strong(setter.theme.heading);
        let sect = setter.tree.add(parent, Role::Sect);
        let mut asked = setter.paragraph(sect, Role::H(3), question, paint, width);
        keep_together(&mut asked);
        if let Some(first) = asked.first_mut() {
            first.gap = setter.spacing.group.min(Pt(12.0));
        }
        if let Some(last) = asked.last_mut() {
            last.keep = true;
        }
        let mut answered = set_passages(setter, answer, sect, width);
        if let Some(first) = answered.first_mut() {
            first.gap = Pt::ZERO;
        }
        slabs.append(&mut asked);
        slabs.append(&mut answered);
    }
    slabs
}

pub fn set_sources(setter: &mut Setter<'_>, entries: &[Rich], parent: ElementId, width: Pt) -> Vec<Slab> {
    let list = setter.tree.add(parent, Role::L(ListNumbering::None));
    let paint = TextPaint { step: Step::Small, colour: setter.theme.ink };
    let mut slabs = Vec::new();
    for entry in entries {
        let item = setter.tree.add(list, Role::LI);
        let body = setter.tree.add(item, Role::LBody);
        // BibEntry is an inline element, which needs a paragraph around it (ISO 32000-1, 14.8.4.4).
        let paragraph = setter.tree.add(body, Role::P);
        let mut lines = setter.paragraph(paragraph, Role::BibEntry, entry, paint, width);
        keep_together(&mut lines);
        if let Some(first) = lines.first_mut() {
            first.gap = Pt(4.0);
        }
        slabs.append(&mut lines);
    }
    slabs
}

/// A dot before a line of `paint`, centred `x` from the start, scaled with the type.
fn list_dot(setter: &Setter<'_>, x: Pt, paint: TextPaint) -> Item {
    let middle = setter.style(paint.step).leading / 2.0;
    dot(setter.grown(x), middle, paint.colour, setter.grid.scale.factor())
}
