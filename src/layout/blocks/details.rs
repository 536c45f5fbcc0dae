//! Names with their values, or with a line to write a value on: a table, two pairs side by side.

use crate::compose::document::Detail;
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Item, Role, Scope, Stroke, Tag};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, rule};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{BOX_PADDING, RADIUS, Step};

/// Height of a row with a line to write on.
const WRITTEN: Pt = Pt(30.0);
/// Space between a name and its value.
const AFTER_NAME: Pt = Pt(12.0);
/// The greatest share of a column that names may take.
const MOST_FOR_NAMES: f32 = 0.5;

/// A box of names and values that never splits.
pub fn set_details(setter: &mut Setter<'_>, details: &[Detail], parent: ElementId, width: Pt) -> Slab {
    let table = setter.tree.add(parent, Role::Table);
    let gutter = setter.grid.gutter;
    let inner = width - BOX_PADDING * 2.0;
    let columns = if has_long(setter, details, inner / 2.0) { 1 } else { setter.grid.columns.clamp(1, 2) };
    let column = (inner - gutter * (columns - 1) as f32) / columns as f32;
    let names: Vec<Pt> = (0..columns).map(|at| name_width(setter, details, at, columns, column)).collect();
    let mut rows = Vec::new();
    for pair in details.chunks(columns) {
        // A single last one has the whole row.
        let column = if pair.len() < columns { inner } else { column };
        let mut row = Slab { gap: Pt(6.0), ..Slab::default() };
        let height = if pair.iter().any(|detail| detail.value.is_none()) { setter.grown(WRITTEN) } else { Pt::ZERO };
        row.height = height;
        for (at, detail) in pair.iter().enumerate() {
            let cell = set_detail(setter, detail, table, names[at], column, height);
            row.height = row.height.max(cell.height);
            row.items.extend(cell.indented((column + gutter) * at as f32).items);
        }
        rows.push(row);
    }
    let content = join(rows);
    let size = Size { width, height: content.height + BOX_PADDING * 2.0 };
    let mut panel = Slab { gap: setter.spacing.section, height: size.height, ..Slab::default() };
    panel.items.extend(content.indented(BOX_PADDING).moved_down(BOX_PADDING).items);
    let by_hand = details.iter().all(|detail| detail.value.is_none());
    let outline = by_hand.then_some(Stroke { colour: setter.theme.line, width: Pt(1.0), dash: None });
    let fill = (!by_hand).then_some(setter.theme.tint);
    panel.underlay(Rect::new(Pt::ZERO, Pt::ZERO, width, size.height), box_shape(size, RADIUS, fill, outline));
    panel
}

/// Whether a value would take more than three lines beside its name in half the box.
fn has_long(setter: &mut Setter<'_>, details: &[Detail], half: Pt) -> bool {
    let mut values = details.iter().filter_map(|detail| detail.value.as_ref());
    values.any(|value| setter.width_of(value, Step::Body) > half * MOST_FOR_NAMES * 3.0)
}

/// The width that the names of one column need.
fn name_width(setter: &mut Setter<'_>, details: &[Detail], at: usize, columns: usize, column: Pt) -> Pt {
    let own = details.iter().skip(at).step_by(columns);
    let widest = own.map(|detail| setter.width_of(&detail.name, Step::Body)).fold(Pt::ZERO, Pt::max);
    (widest + AFTER_NAME).min(column * MOST_FOR_NAMES)
}

fn set_detail(
    setter: &mut Setter<'_>,
    detail: &Detail,
    table: ElementId,
    name_width: Pt,
    width: Pt,
    height: Pt,
) -> Slab {
    let row = setter.tree.add(table, Role::TR);
    let paint = TextPaint { step: Step::Body, colour: setter.theme.heading };
    let room = name_width - AFTER_NAME / 2.0;
    let name = join(setter.paragraph(row, Role::TH(Scope::Row), &detail.name, paint, room));
    let width = width - name_width;
    let Some(value) = &detail.value else {
        let cell = setter.tree.add(row, Role::TD);
        // The name is on the height of the line.
        let down = (height - name.height).max(Pt::ZERO);
        let size = Size { width, height: Pt(1.0) };
        let frame = Rect::new(name_width, height.max(name.height) - Pt(3.0), width, size.height);
        let shape = rule(size, setter.theme.quiet, Pt(0.75));
        let mut slab = Slab { height: height.max(name.height), ..name.moved_down(down) };
        slab.items.push(Item { frame, ink: crate::layout::display::Ink::Path(shape), tag: Tag::Element(cell) });
        return slab;
    };
    let paint = TextPaint { step: Step::Body, colour: setter.theme.ink };
    let value = join(setter.paragraph(row, Role::TD, value, paint, width));
    let own = name.height.max(value.height);
    // Beside a line to write on, printed words are level with it.
    let down = (height - own).max(Pt::ZERO);
    let mut slab = Slab { height: own.max(height), ..name.moved_down(down) };
    slab.items.extend(value.indented(name_width).moved_down(down).items);
    slab
}
