//! A diary: a table of boxes to tick, with a column for each day.

use crate::compose::document::{Diary, DiaryRow};
use crate::geom::{Mm, Pt, Rect, Size};
use crate::layout::display::{ElementId, Ink, Item, Role, Scope, Stroke, Tag};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, filled_box};
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::Step;
use crate::model::text::Rich;

/// Side of a box to tick, where a day has one.
const TICK: Pt = Mm(8.5).pt();
/// Side of a box where a day has several.
const SMALL_TICK: Pt = Mm(6.0).pt();
/// Space between the boxes of a day.
const BETWEEN: Pt = Pt(3.0);
/// Boxes of a day that stand side by side.
const ABREAST: usize = 2;
/// Height of a row with one line.
const ROW: Pt = Pt(32.0);
/// Least width of a day.
const DAY: Pt = Pt(36.0);
/// Space before a row's name.
const INDENT: Pt = Pt(10.0);
/// Diaries up to this height never split.
const KEEP: Pt = Pt(400.0);

/// Side of each box where a day has `boxes` of them.
const fn tick(boxes: usize) -> Pt {
    if boxes > 1 { SMALL_TICK } else { TICK }
}

/// The room that the boxes of one day take.
fn boxes_size(boxes: usize) -> Size {
    let room = |count: usize| tick(boxes) * count as f32 + BETWEEN * count.saturating_sub(1) as f32;
    let boxes = boxes.max(1);
    Size { width: room(boxes.min(ABREAST)), height: room(boxes.div_ceil(ABREAST)) }
}

/// A diary, with a slab for each row.
pub fn set_diary(setter: &mut Setter<'_>, diary: &Diary, parent: ElementId, width: Pt) -> Vec<Slab> {
    let table = setter.tree.add(parent, Role::Table);
    let day = day_width(setter, &diary.days)
        .max(diary.rows.iter().map(|row| boxes_size(row.boxes).width + Pt(6.0)).fold(Pt::ZERO, Pt::max));
    let first = width - day * diary.days.len() as f32;
    let mut slabs = vec![set_head(setter, diary, table, first, day)];
    for (index, row) in diary.rows.iter().enumerate() {
        let mut row = set_row(setter, row, diary.days.len(), table, first, day);
        if index % 2 == 0 {
            let size = Size { width, height: row.height };
            let band = filled_box(size, 6.0, setter.theme.tint);
            row.underlay(Rect::new(Pt::ZERO, Pt::ZERO, width, size.height), band);
        }
        slabs.push(row);
    }
    if stack_height(&slabs) <= KEEP {
        keep_together(&mut slabs);
    }
    slabs[0].gap = setter.spacing.item;
    // The row of days stays with the first row under it.
    slabs[0].keep = true;
    slabs
}

fn day_width(setter: &mut Setter<'_>, days: &[Rich]) -> Pt {
    let widest = days.iter().map(|day| setter.width_of(day, Step::Body)).fold(Pt::ZERO, Pt::max);
    (widest + Pt(8.0)).max(DAY)
}

fn set_head(setter: &mut Setter<'_>, diary: &Diary, table: ElementId, first: Pt, day: Pt) -> Slab {
    let row = setter.tree.add(table, Role::TR);
    let paint = TextPaint { step: Step::Body, colour: setter.theme.heading };
    let mut head = join(setter.paragraph(row, Role::TH(Scope::Column), &diary.what, paint, first - INDENT * 2.0));
    head = head.indented(INDENT);
    for (at, name) in diary.days.iter().enumerate() {
        let room = setter.width_of(name, Step::Body) + Pt(1.0);
        let x = first + day * at as f32 + (day - room) / 2.0;
        let name = join(setter.paragraph(row, Role::TH(Scope::Column), name, paint, room));
        head.height = head.height.max(name.height);
        head.items.extend(name.indented(x).items);
    }
    head.height += Pt(6.0);
    head
}

fn set_row(setter: &mut Setter<'_>, row: &DiaryRow, days: usize, table: ElementId, first: Pt, day: Pt) -> Slab {
    let element = setter.tree.add(table, Role::TR);
    let paint = TextPaint { step: Step::Sign, colour: setter.theme.ink };
    let name = join(setter.paragraph(element, Role::TH(Scope::Row), &row.what, paint, first - INDENT * 2.0));
    let boxes = boxes_size(row.boxes);
    let height = (name.height + Pt(10.0)).max(boxes.height + Pt(8.0)).max(ROW);
    let down = (height - name.height) / 2.0;
    let mut slab = Slab { height, ..name.indented(INDENT).moved_down(down) };
    let side = tick(row.boxes);
    let size = Size { width: side, height: side };
    for at in 0..days {
        let cell = setter.tree.add(element, Role::TD);
        let (left, top) = (first + day * at as f32 + (day - boxes.width) / 2.0, (height - boxes.height) / 2.0);
        for number in 0..row.boxes.max(1) {
            let x = left + (side + BETWEEN) * (number % ABREAST) as f32;
            let y = top + (side + BETWEEN) * (number / ABREAST) as f32;
            let stroke = Stroke { colour: setter.theme.heading, width: Pt(1.2), dash: None };
            let shape = box_shape(size, 3.5, Some(crate::art::Colour::WHITE), Some(stroke));
            slab.items.push(Item {
                frame: Rect::new(x, y, side, side),
                ink: Ink::Path(shape),
                tag: Tag::Element(cell),
            });
        }
    }
    slab
}
