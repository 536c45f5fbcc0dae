//! Sets the parts of a planned body, with their sections and blocks. The structure tree grows in the same walk, so blocks are
//! read in the order they have in the document.

use super::badge;
use super::boxed;
use super::card;
use super::details;
use super::diary;
use super::notes;
use super::picture;
use super::text;
use crate::compose::document::{Block, Group, GroupTitle, Section};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Role};
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{filled_box, icon};
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::{COMPACT, Spacing, Step};
use crate::layout::plan::{Band, BandPart, Columns};
use crate::model::text::{Passage, Rich};

/// Groups up to this height never split.
const KEEP_GROUP: Pt = Pt(96.0);
/// Sections up to this height never split.
const KEEP_SECTION: Pt = Pt(176.0);
/// Lines under a heading to write a note on.
const NOTE_LINES: usize = 3;

/// The whole body in one column of `width`.
pub fn set_in_one_column(setter: &mut Setter<'_>, bands: &[Band<'_>], width: Pt) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for band in bands {
        match band {
            Band::Wide(part) => slabs.append(&mut set_part(setter, *part, ROOT, width)),
            Band::Columns(Columns { head, flow, tail }) => {
                let (mut head, sect) = set_band_head(setter, *head, width);
                if let Some(last) = head.last_mut() {
                    last.keep = !flow.is_empty() || !tail.is_empty();
                }
                slabs.append(&mut head);
                for part in flow.iter().chain(tail) {
                    slabs.append(&mut set_under(setter, *part, sect, width));
                }
            }
        }
    }
    slabs
}

/// The head of a band, and the element that what follows in the band belongs to.
pub fn set_band_head(setter: &mut Setter<'_>, head: Option<BandPart<'_>>, width: Pt) -> (Vec<Slab>, Option<ElementId>) {
    let Some(head) = head else { return (Vec::new(), None) };
    let slabs = set_part(setter, head, ROOT, width);
    (slabs, setter.tree[ROOT].children.last().copied())
}

/// A part under a band's head. It belongs to the head's section unless it is a section itself.
pub fn set_under(setter: &mut Setter<'_>, part: BandPart<'_>, sect: Option<ElementId>, width: Pt) -> Vec<Slab> {
    let parent = sect.filter(|_| !part.has_own_section()).unwrap_or(ROOT);
    set_part(setter, part, parent, width)
}

/// A part of a band in a column of `width`, under `parent`.
pub fn set_part(setter: &mut Setter<'_>, part: BandPart<'_>, parent: ElementId, width: Pt) -> Vec<Slab> {
    match part {
        BandPart::Section(section, blocks) => set_section(setter, section, blocks, parent, width),
        BandPart::Boxed(section) => set_boxed_section(setter, section, parent, width),
        BandPart::Block(block) => set_block(setter, block, parent, width),
        BandPart::Close(blocks) => compactly(setter, |setter| {
            let unboxed = blocks.iter().flat_map(|block| match block {
                Block::Aside(inner) => inner,
                other => std::slice::from_ref(other),
            });
            unboxed.flat_map(|block| set_block(setter, block, parent, width)).collect()
        }),
        BandPart::Ruled(section) => {
            let title = section.title.clone().unwrap_or_default();
            vec![notes::set_ruled(setter, &title, NOTE_LINES, parent, width)]
        }
    }
}

/// Blocks in a column of `width`, under `parent`.
fn set_blocks(setter: &mut Setter<'_>, blocks: &[Block], parent: ElementId, width: Pt) -> Vec<Slab> {
    blocks.iter().flat_map(|block| set_block(setter, block, parent, width)).collect()
}

/// A block in a column of `width`, under `parent`.
fn set_block(setter: &mut Setter<'_>, block: &Block, parent: ElementId, width: Pt) -> Vec<Slab> {
    match block {
        Block::Group(group) => set_group(setter, group, parent, width),
        Block::Text(passages) => text::set_passages(setter, passages, parent, width),
        Block::List(list) => text::set_list(setter, list, parent, width),
        Block::Picture(artwork, alt) => vec![picture::set_picture(setter, artwork, alt, parent, width)],
        Block::Questions(questions) => text::set_questions(setter, questions, parent, width),
        Block::Aside(blocks) if setter.is_cramped() => set_blocks(setter, blocks, parent, width),
        Block::Aside(blocks) => {
            let inner = boxed::inner(width);
            let content = compactly(setter, |setter| set_blocks(setter, blocks, parent, inner));
            let title = match blocks.first() {
                Some(Block::Group(Group { title: GroupTitle::Words(title), .. })) => Some(title),
                _ => None,
            };
            vec![boxed::set_boxed(setter, content, title, width)]
        }
        Block::Cards(cards) => card::set_cards(setter, cards, parent, width),
        Block::Sources(entries) => text::set_sources(setter, entries, parent, width),
        Block::Details(details) => vec![details::set_details(setter, details, parent, width)],
        Block::Diary(diary) => diary::set_diary(setter, diary, parent, width),
    }
}

/// Sets with the spacing that boxes have inside.
fn compactly(setter: &mut Setter<'_>, set: impl FnOnce(&mut Setter<'_>) -> Vec<Slab>) -> Vec<Slab> {
    let compact: Spacing = COMPACT.at(setter.grid.scale);
    let spacing = std::mem::replace(&mut setter.spacing, compact);
    let slabs = set(setter);
    setter.spacing = spacing;
    slabs
}

/// The main message, beside a line in the accent colour.
pub fn set_summary(setter: &mut Setter<'_>, passages: &[Passage], width: Pt) -> Slab {
    let indent = setter.grown(Pt(20.0));
    let paint = TextPaint { step: Step::Lead, colour: setter.theme.ink };
    let slabs = text::set_painted(setter, passages, ROOT, paint, width - indent);
    let mut whole = join(slabs).indented(indent);
    let size = Size { width: Pt(4.0), height: whole.height };
    let frame = Rect::new(Pt::ZERO, Pt::ZERO, size.width, size.height);
    whole.underlay(frame, filled_box(size, 2.0, setter.theme.accent));
    whole
}

/// A section in a quiet box.
pub fn set_boxed_section(setter: &mut Setter<'_>, section: &Section, parent: ElementId, width: Pt) -> Vec<Slab> {
    if setter.is_cramped() {
        return set_section(setter, section, &section.blocks, parent, width);
    }
    let inner = boxed::inner(width);
    let content = compactly(setter, |setter| set_section(setter, section, &section.blocks, parent, inner));
    vec![boxed::set_boxed(setter, content, section.title.as_ref(), width)]
}

/// A section's heading, with `blocks` of it under that.
pub fn set_section(
    setter: &mut Setter<'_>,
    section: &Section,
    blocks: &[Block],
    parent: ElementId,
    width: Pt,
) -> Vec<Slab> {
    let sect = setter.tree.add(parent, Role::Sect);
    let mut slabs: Vec<Slab> =
        section.title.iter().map(|title| set_heading(setter, section, title, sect, width)).collect();
    // The text before a picture stays on one page with the heading and the picture.
    let led = blocks.iter().position(|block| matches!(block, Block::Picture(..))).unwrap_or_default();
    let mut content = set_blocks(setter, &blocks[..led], sect, width);
    content.iter_mut().for_each(|line| line.keep = true);
    content.extend(set_blocks(setter, &blocks[led..], sect, width));
    if let Some(first) = content.first_mut() {
        first.gap = setter.grown(Pt(8.0));
    }
    slabs.append(&mut content);
    keep_short(&mut slabs, setter.grown(KEEP_SECTION));
    slabs
}

fn set_heading(setter: &mut Setter<'_>, section: &Section, title: &Rich, sect: ElementId, width: Pt) -> Slab {
    let indent = if section.icon.is_some() { setter.grown(Pt(28.0)) } else { Pt::ZERO };
    let paint = TextPaint { step: Step::Section, colour: setter.theme.heading };
    let lines = setter.paragraph(sect, Role::H(2), title, paint, width - indent);
    let mut heading = join(lines).indented(indent);
    if let Some(mark) = section.icon {
        heading.items.extend(icon(mark, Pt::ZERO, Pt::ZERO, setter.grown(Pt(20.0)), setter.theme.primary));
    }
    heading.gap = setter.spacing.section;
    heading.keep = true;
    heading.heading = Some((title.text(), 2));
    heading
}

fn set_group(setter: &mut Setter<'_>, group: &Group, parent: ElementId, width: Pt) -> Vec<Slab> {
    let sect = setter.tree.add(parent, Role::Sect);
    let mut heading = match &group.title {
        GroupTitle::Words(words) => {
            let paint = TextPaint { step: Step::Group, colour: setter.theme.heading };
            join(setter.paragraph(sect, Role::H(3), words, paint, width))
        }
        GroupTitle::Evidence(evidence, label) => badge::set_badge(setter, *evidence, label, sect, width),
    };
    heading.gap = setter.spacing.group;
    heading.keep = true;
    let mut slabs = vec![heading];
    // A text before a list stays with the list's first item.
    let intro = matches!(group.blocks.as_slice(), [Block::Text(_), Block::List(_), ..]);
    let mut content = set_blocks(setter, &group.blocks[..usize::from(intro)], sect, width);
    content.iter_mut().for_each(|line| line.keep = true);
    content.extend(set_blocks(setter, &group.blocks[usize::from(intro)..], sect, width));
    if let Some(first) = content.first_mut() {
        first.gap = if matches!(group.title, GroupTitle::Evidence(..)) { setter.spacing.item } else { Pt(4.0) };
    }
    slabs.append(&mut content);
    keep_short(&mut slabs, setter.grown(KEEP_GROUP));
    slabs
}

/// Keeps slabs of at most `height` together in one column.
fn keep_short(slabs: &mut [Slab], height: Pt) {
    if stack_height(slabs) <= height {
        keep_together(slabs);
    }
}
