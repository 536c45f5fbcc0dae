//! A diary: a table of boxes to tick, a day a column, large enough for a pen; and boxes with lines to write on.

use super::notes::ruled_panel;
use crate::compose::document::{Diary, DiaryRow};
use crate::geom::{Mm, Pt, Rect, Size};
use crate::layout::display::{ElementId, Ink, Item, Role, Scope, Stroke, Tag};
use crate::layout::kernel::set::{Paint, Setter, box_shape, filled_box};
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::{PANEL_PADDING, Step};
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
/// Space before what a row is, inside its band.
const INDENT: Pt = Pt(10.0);
/// Diaries up to this height never split.
const KEEP: Pt = Pt(400.0);

/// Side of a box where a day has so many.
const fn tick(boxes: usize) -> Pt {
    if boxes > 1 { SMALL_TICK } else { TICK }
}

/// The room that the boxes of one day take.
fn boxes_size(boxes: usize) -> Size {
    let room = |count: usize| tick(boxes) * count as f32 + BETWEEN * count.saturating_sub(1) as f32;
    let boxes = boxes.max(1);
    Size { width: room(boxes.min(ABREAST)), height: room(boxes.div_ceil(ABREAST)) }
}

impl Setter<'_> {
    /// A diary: a slab a row.
    pub fn diary(&mut self, diary: &Diary, parent: ElementId, width: Pt) -> Vec<Slab> {
        let table = self.tree.add(parent, Role::Table);
        let day = self
            .day_width(&diary.days)
            .max(diary.rows.iter().map(|row| boxes_size(row.boxes).width + Pt(6.0)).fold(Pt::ZERO, Pt::max));
        let first = width - day * diary.days.len() as f32;
        let mut slabs = vec![self.diary_head(diary, table, first, day)];
        for (index, row) in diary.rows.iter().enumerate() {
            let mut row = self.diary_row(row, diary.days.len(), table, first, day);
            if index % 2 == 0 {
                let size = Size { width, height: row.height };
                let band = filled_box(size, 6.0, self.theme.tint);
                row.underlay(Rect::new(Pt::ZERO, Pt::ZERO, width, size.height), band);
            }
            slabs.push(row);
        }
        if stack_height(&slabs) <= KEEP {
            keep_together(&mut slabs);
        }
        slabs[0].gap = self.spacing.item;
        // The days never stand alone.
        slabs[0].keep = true;
        slabs
    }

    fn day_width(&mut self, days: &[Rich]) -> Pt {
        let widest = days.iter().map(|day| self.width_of(day, Step::Body)).fold(Pt::ZERO, Pt::max);
        (widest + Pt(8.0)).max(DAY)
    }

    fn diary_head(&mut self, diary: &Diary, table: ElementId, first: Pt, day: Pt) -> Slab {
        let row = self.tree.add(table, Role::TR);
        let paint = Paint { step: Step::Body, colour: self.theme.heading };
        let mut head = join(self.paragraph(row, Role::TH(Scope::Column), &diary.what, paint, first - INDENT * 2.0));
        head = head.indented(INDENT);
        for (at, name) in diary.days.iter().enumerate() {
            let room = self.width_of(name, Step::Body) + Pt(1.0);
            let x = first + day * at as f32 + (day - room) / 2.0;
            let name = join(self.paragraph(row, Role::TH(Scope::Column), name, paint, room));
            head.height = head.height.max(name.height);
            head.items.extend(name.indented(x).items);
        }
        head.height += Pt(6.0);
        head
    }

    fn diary_row(&mut self, row: &DiaryRow, days: usize, table: ElementId, first: Pt, day: Pt) -> Slab {
        let element = self.tree.add(table, Role::TR);
        let paint = Paint { step: Step::Sign, colour: self.theme.ink };
        let name = join(self.paragraph(element, Role::TH(Scope::Row), &row.what, paint, first - INDENT * 2.0));
        let boxes = boxes_size(row.boxes);
        let height = (name.height + Pt(10.0)).max(boxes.height + Pt(8.0)).max(ROW);
        let down = (height - name.height) / 2.0;
        let mut slab = Slab { height, ..name.indented(INDENT).moved_down(down) };
        let side = tick(row.boxes);
        let size = Size { width: side, height: side };
        for at in 0..days {
            let cell = self.tree.add(element, Role::TD);
            let (left, top) = (first + day * at as f32 + (day - boxes.width) / 2.0, (height - boxes.height) / 2.0);
            for number in 0..row.boxes.max(1) {
                let x = left + (side + BETWEEN) * (number % ABREAST) as f32;
                let y = top + (side + BETWEEN) * (number / ABREAST) as f32;
                let stroke = Stroke { colour: self.theme.heading, width: Pt(1.2), dash: None };
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

    /// A box with a heading and lines to write on.
    pub fn ruled(&mut self, title: &Rich, lines: usize, parent: ElementId, width: Pt) -> Slab {
        let sect = self.tree.add(parent, Role::Sect);
        let paint = Paint { step: Step::Group, colour: self.theme.heading };
        let heading = join(self.paragraph(sect, Role::H(2), title, paint, width - PANEL_PADDING * 2.0));
        Slab { gap: self.spacing.section, ..ruled_panel(self, heading, lines, width) }
    }
}
