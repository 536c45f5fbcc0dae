//! Quiet boxes: content on a tinted ground. A box never splits, except in a booklet: there a box that would leave its page
//! underfilled is divided, and its second part has the heading printed again.

use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{Item, Tag};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::filled_box;
use crate::layout::kernel::slab::{BoxContent, Slab, join, stack_height};
use crate::layout::kernel::style::{BOX_PADDING, RADIUS, Step};
use crate::model::text::Rich;
use crate::model::text::put;

/// Space under a repeated heading.
const AFTER_HEADING: Pt = Pt(4.0);
/// The fewest entries of a divided box on each page.
const FEWEST: usize = 2;

/// The width inside a box of `width`.
pub fn inner(width: Pt) -> Pt {
    width - BOX_PADDING * 2.0
}

/// A quiet box around slabs of the [`inner`] width, as one slab, which [`part_next`] may divide in a booklet.
pub fn set_boxed(setter: &mut Setter<'_>, content: Vec<Slab>, title: Option<&Rich>, width: Pt) -> Slab {
    let parted = setter.booklet.then(|| (content.clone(), title_again(setter, title, inner(width))));
    let mut whole = in_box(setter, join(content), width, Pt::ZERO);
    if whole.heading.is_none() {
        whole.gap = setter.spacing.group;
    }
    whole.boxed = parted.map(|(content, again)| Box::new(BoxContent { content, again, width }));
    whole
}

/// Content in a quiet box of at least `height`.
fn in_box(setter: &Setter<'_>, content: Slab, width: Pt, height: Pt) -> Slab {
    let height = height.max(content.height + BOX_PADDING * 2.0);
    let mut whole = Slab { gap: setter.spacing.section, height, heading: content.heading.clone(), ..Slab::default() };
    whole.items.extend(content.indented(BOX_PADDING).moved_down(BOX_PADDING).items);
    let size = Size { width, height };
    whole.underlay(Rect::new(Pt::ZERO, Pt::ZERO, width, height), filled_box(size, RADIUS, setter.theme.tint));
    whole
}

/// Two quiet boxes side by side, each half of `width` less the gutter, level.
pub fn side_by_side(setter: &Setter<'_>, start: Slab, end: Slab, width: Pt) -> Slab {
    let column = half(setter, width);
    let height = start.height.max(end.height) + BOX_PADDING * 2.0;
    let mut pair = in_box(setter, start, column, height);
    let end = in_box(setter, end, column, height).indented(column + setter.grid.gutter);
    pair.items.extend(end.items);
    pair
}

/// The width of each of two boxes [`side_by_side`].
pub fn half(setter: &Setter<'_>, width: Pt) -> Pt {
    (width - setter.grid.gutter) / 2.0
}

/// The title over the second part of a divided box. Decoration: the structure tree has the title once.
fn title_again(setter: &mut Setter<'_>, title: Option<&Rich>, width: Pt) -> Slab {
    let Some(title) = title else { return Slab::default() };
    let words = Rich::plain(put(setter.continued, &[("title", &title.text())]));
    let paint = TextPaint { step: Step::Group, colour: setter.theme.heading };
    let mut again = join(setter.furniture(&words, paint, width));
    again.items = again.items.into_iter().map(|item| Item { tag: Tag::Artifact, ..item }).collect();
    again
}

/// Divides the box after the first `count` slabs if a page with `room` would be underfilled with these alone. Gives how many
/// slabs go on the page then.
pub fn part_next(setter: &Setter<'_>, slabs: &mut Vec<Slab>, count: usize, room: Pt) -> usize {
    if !setter.grid.is_underfilled(room - stack_height(&slabs[..count])) {
        return count;
    }
    // Slabs that are kept with the box, such as a heading before it, stay with it.
    let Some(tied) = slabs[count..].iter().position(|slab| !slab.keep) else { return count };
    let index = count + tied;
    let gap = if index > 0 { slabs[index].gap } else { Pt::ZERO };
    let left = room - stack_height(&slabs[..index]) - gap;
    let Some((start, end)) = part(setter, &slabs[index], left) else { return count };
    slabs.splice(index..=index, [start, end]);
    index + 1
}

/// Divides a box into two, the first at most `room` high and as high as possible. Entries stay whole, with at least
/// [`FEWEST`] in each part; `None` where that is impossible.
fn part(setter: &Setter<'_>, slab: &Slab, room: Pt) -> Option<(Slab, Slab)> {
    let BoxContent { content, again, width } = slab.boxed.as_deref()?;
    let height = |end: usize| stack_height(&content[..end]) + BOX_PADDING * 2.0;
    let cut = cuts(content).into_iter().rev().find(|&cut| height(cut) <= room)?;
    let start = Slab { gap: slab.gap, ..in_box(setter, join(content[..cut].to_vec()), *width, Pt::ZERO) };
    let mut rest = content[cut..].to_vec();
    if again.height > Pt::ZERO {
        rest[0].gap = AFTER_HEADING;
        rest.insert(0, Slab { keep: true, ..again.clone() });
    }
    let mut end = Slab { keep: slab.keep, ..in_box(setter, join(rest.clone()), *width, Pt::ZERO) };
    end.boxed = Some(Box::new(BoxContent { content: rest, again: again.clone(), width: *width }));
    Some((start, end))
}

/// Where a box's content may be divided: between entries. An entry starts at a slab with space before it that is not kept
/// with the slab before.
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
