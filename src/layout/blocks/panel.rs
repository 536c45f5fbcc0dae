//! Quiet boxes. On a sheet none of them splits; on the small pages of a booklet a box that would leave much of a page
//! empty goes on on the next one, under its heading printed again.

use crate::compose::document::{Block, Group, GroupTitle, Section};
use crate::compose::strings::put;
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Item, Tag};
use crate::layout::kernel::set::{Paint, Setter, filled_box};
use crate::layout::kernel::slab::{Slab, join, stack_height};
use crate::layout::kernel::style::{COMPACT, PANEL_PADDING, RADIUS, Step};
use crate::model::text::Rich;

/// Space under a heading that is printed again.
const AFTER_HEADING: Pt = Pt(4.0);
/// The fewest entries of a box on each side of a page's end, so that none stands alone.
const FEWEST: usize = 2;

/// What a box holds that may go on on the next page.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What stands in it, as wide as the box leaves it.
    content: Vec<Slab>,
    /// The heading of what goes on: decoration, since it was read before.
    again: Slab,
    /// The box's width.
    width: Pt,
}

impl Setter<'_> {
    /// A quiet box: one slab, of which [`Setter::part_next`] may make two in a booklet.
    pub fn panel(&mut self, blocks: &[Block], parent: ElementId, width: Pt) -> Slab {
        let spacing = std::mem::replace(&mut self.spacing, COMPACT.at(self.grid.scale));
        let inner = width - PANEL_PADDING * 2.0;
        let content = self.blocks(blocks, parent, inner);
        self.spacing = spacing;
        let parted = self.booklet.then(|| (content.clone(), self.heading_again(blocks, inner)));
        let mut panel = self.boxed(join(content), width, Pt::ZERO);
        if panel.heading.is_none() {
            panel.gap = self.spacing.group;
        }
        panel.panel = parted.map(|(content, again)| Box::new(Panel { content, again, width }));
        panel
    }

    /// Content in a quiet box of at least `height`.
    fn boxed(&self, content: Slab, width: Pt, height: Pt) -> Slab {
        let height = height.max(content.height + PANEL_PADDING * 2.0);
        let mut panel = Slab { gap: self.spacing.section, height, heading: content.heading.clone(), ..Slab::default() };
        panel.items.extend(content.indented(PANEL_PADDING).moved_down(PANEL_PADDING).items);
        let size = Size { width, height };
        panel.underlay(Rect::new(Pt::ZERO, Pt::ZERO, width, height), filled_box(size, RADIUS, self.theme.tint));
        panel
    }

    /// Two quiet boxes side by side, level.
    pub fn pair(&mut self, start: &[Block], end: &[Block], parent: ElementId, width: Pt) -> Slab {
        let gutter = self.grid.gutter;
        let column = (width - gutter) / 2.0;
        let inner = column - PANEL_PADDING * 2.0;
        let (start, end) = (join(self.blocks(start, parent, inner)), join(self.blocks(end, parent, inner)));
        let height = start.height.max(end.height) + PANEL_PADDING * 2.0;
        let mut pair = self.boxed(start, column, height);
        let end = self.boxed(end, column, height).indented(column + gutter);
        pair.items.extend(end.items);
        pair
    }

    /// The heading of a box that goes on.
    fn heading_again(&mut self, blocks: &[Block], width: Pt) -> Slab {
        let (Some(Block::Section(Section { title, .. }))
        | Some(Block::Group(Group { title: GroupTitle::Words(title), .. }))) = blocks.first()
        else {
            return Slab::default();
        };
        let words = Rich::plain(put(self.continued, &[("title", &title.text())]));
        let paint = Paint { step: Step::Group, colour: self.theme.heading };
        let mut again = join(self.furniture(&words, paint, width));
        again.items = again.items.into_iter().map(|item| Item { tag: Tag::Artifact, ..item }).collect();
        again
    }

    /// Parts the box after the first `count` slabs, where the `room` of a page would look forsaken with these alone. Gives
    /// how many slabs go on the page then.
    pub fn part_next(&self, slabs: &mut Vec<Slab>, count: usize, room: Pt) -> usize {
        if !self.grid.is_forsaken(room - stack_height(&slabs[..count])) {
            return count;
        }
        // A heading comes along with its box.
        let Some(tied) = slabs[count..].iter().position(|slab| !slab.keep) else { return count };
        let index = count + tied;
        let gap = if index > 0 { slabs[index].gap } else { Pt::ZERO };
        let left = room - stack_height(&slabs[..index]) - gap;
        let Some((start, end)) = self.part(&slabs[index], left) else { return count };
        slabs.splice(index..=index, [start, end]);
        index + 1
    }

    /// A box in two, as much of it as fits in the first, which is at most `room` high. Entries stay whole, at least two
    /// on each side; `None` where that cannot be.
    fn part(&self, slab: &Slab, room: Pt) -> Option<(Slab, Slab)> {
        let Panel { content, again, width } = slab.panel.as_deref()?;
        let height = |end: usize| stack_height(&content[..end]) + PANEL_PADDING * 2.0;
        let cut = cuts(content).into_iter().rev().find(|&cut| height(cut) <= room)?;
        let start = Slab { gap: slab.gap, ..self.boxed(join(content[..cut].to_vec()), *width, Pt::ZERO) };
        let mut rest = content[cut..].to_vec();
        if again.height > Pt::ZERO {
            rest[0].gap = AFTER_HEADING;
            rest.insert(0, Slab { keep: true, ..again.clone() });
        }
        let mut end = Slab { keep: slab.keep, ..self.boxed(join(rest.clone()), *width, Pt::ZERO) };
        end.panel = Some(Box::new(Panel { content: rest, again: again.clone(), width: *width }));
        Some((start, end))
    }
}

/// Where a box's content may be cut: between entries, which are what has space before it and is not tied to what comes
/// before.
fn cuts(content: &[Slab]) -> Vec<usize> {
    let begins = |&index: &usize| content[index].gap > Pt::ZERO && !content[index - 1].keep;
    let begins: Vec<usize> = (1..content.len()).filter(begins).collect();
    // The first entry begins at 0, which is no cut.
    let (first, last) = (FEWEST - 1, (begins.len() + 1).saturating_sub(FEWEST));
    begins.get(first..last).unwrap_or_default().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(lines: &[usize]) -> Vec<Slab> {
        let line =
            |index: usize| Slab { gap: Pt(if index == 0 { 4.0 } else { 0.0 }), height: Pt(15.0), ..Slab::default() };
        lines.iter().flat_map(|&count| (0..count).map(line)).collect()
    }

    #[test]
    fn two_entries_at_least_stand_on_each_side() {
        assert!(cuts(&entries(&[1, 1, 1])).is_empty());
        assert_eq!(cuts(&entries(&[1, 1, 1, 1])), [2]);
        assert_eq!(cuts(&entries(&[1, 1, 1, 1, 1, 1])), [2, 3, 4]);
        assert!(cuts(&[]).is_empty());
    }

    #[test]
    fn an_entry_stays_with_its_lines_and_a_heading_with_its_first_entry() {
        let mut content = entries(&[1, 3, 2, 4, 1]);
        content[0].keep = true;
        // Heading and first entry, two lines, four lines, one line.
        assert_eq!(cuts(&content), [6]);
    }
}
