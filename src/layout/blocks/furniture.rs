//! The foot of every page: warnings, version and dates, page number.

use crate::art::Colour;
use crate::compose::document::{Block, Foot, Imprint, Section};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{Ink, Item, Role, Tag};
use crate::layout::kernel::grid::Grid;
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::rule;
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::Step;
use crate::model::text::put;
use crate::model::text::{Passage, Rich, Span};

/// The warnings of the page foot, in lines of `width`.
pub fn warnings(setter: &mut Setter<'_>, foot: &Foot, width: Pt, colour: Colour) -> Vec<Slab> {
    let warnings = Rich::plain(foot.warnings.join("  ·  ")).bold();
    setter.furniture(&warnings, TextPaint { step: Step::Foot, colour }, width)
}

/// Contacts and imprint as two paragraphs of small print, in one slab.
pub fn small_imprint(setter: &mut Setter<'_>, imprint: &Imprint, width: Pt) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    setter.tree[sect].small_print = true;
    let paint = TextPaint { step: Step::Small, colour: setter.theme.ink };
    let mut slabs = Vec::new();
    for rich in [running(&imprint.contact), running(&imprint.about)] {
        let mut lines = setter.paragraph(sect, Role::P, &rich, paint, width);
        if let Some(first) = lines.first_mut() {
            first.gap = Pt(4.0);
        }
        slabs.append(&mut lines);
    }
    let mut whole = join(slabs);
    whole.gap = setter.spacing.group;
    whole
}

/// The same with its two paragraphs side by side, for wide pages.
pub fn small_imprint_in_columns(setter: &mut Setter<'_>, imprint: &Imprint) -> Slab {
    let sect = setter.tree.add(ROOT, Role::Sect);
    setter.tree[sect].small_print = true;
    let paint = TextPaint { step: Step::Small, colour: setter.theme.ink };
    let (column, gutter) = (setter.grid.column(), setter.grid.gutter);
    let mut whole = Slab { gap: setter.spacing.group, ..Slab::default() };
    for (index, rich) in [running(&imprint.contact), running(&imprint.about)].into_iter().enumerate() {
        let text = join(setter.paragraph(sect, Role::P, &rich, paint, column - gutter / 2.0));
        whole.height = whole.height.max(text.height);
        whole.items.extend(text.indented((column + gutter) * index as f32).items);
    }
    whole
}

/// A section's texts as one paragraph; lines become sentences.
fn running(section: &Section) -> Rich {
    let mut whole = Rich::default();
    let passages = section.blocks.iter().flat_map(|block| match block {
        Block::Text(passages) => passages.as_slice(),
        _ => &[],
    });
    for passage in passages {
        let Passage::Paragraph(rich) = passage else { continue };
        if whole.spans.last().is_some_and(|last| !last.text.ends_with(['.', '!', '?'])) {
            whole.spans.push(Span { text: ".".to_owned(), ..Span::default() });
        }
        if !whole.spans.is_empty() {
            whole.spans.push(Span { text: " ".to_owned(), ..Span::default() });
        }
        whole.spans.extend(rich.spans.iter().map(|span| Span {
            text: span.text.replace('\n', ". "),
            bold: false,
            ..span.clone()
        }));
    }
    whole
}

/// The foot of page `number` of `count`: warnings on one line, version and dates on the next.
pub fn foot(setter: &mut Setter<'_>, foot: &Foot, number: usize, count: usize) -> Vec<Item> {
    let Grid { page, margin, foot_margin, .. } = setter.grid;
    let width = setter.grid.width();
    let paint = TextPaint { step: Step::Foot, colour: setter.theme.quiet };
    let numbering = put(&foot.numbering, &[("page", &number.to_string()), ("pages", &count.to_string())]);
    let numbering = Rich::plain(numbering).bold();
    let number_width = setter.width_of(&numbering, Step::Foot) + Pt(1.0);
    let measure = width - number_width - Pt(24.0);
    let mut lines = Vec::new();
    if !foot.warnings.is_empty() {
        // The page number is beside the last line, which is never one of these.
        let ink = setter.theme.ink;
        lines.extend(warnings(setter, foot, width, ink));
    }
    lines.extend(setter.furniture(&Rich::plain(foot.imprint.clone()), paint, measure));
    let leading = setter.style(Step::Foot).leading;
    let top = page.height - foot_margin - leading * lines.len() as f32;
    let mut items = vec![Item {
        frame: Rect::new(margin, top - Pt(8.0), width, Pt(1.0)),
        ink: Ink::Path(rule(Size { width, height: Pt(1.0) }, setter.theme.line, Pt(0.75))),
        tag: Tag::Furniture,
    }];
    let mut place = |slab: Slab, x: Pt, y: Pt| {
        items.extend(slab.items.into_iter().map(|item| Item { frame: item.frame.moved(x, y), ..item }));
    };
    for (index, line) in lines.into_iter().enumerate() {
        place(line, margin, top + leading * index as f32);
    }
    for line in setter.furniture(&numbering, paint, number_width) {
        place(line, margin + width - number_width, page.height - foot_margin - leading);
    }
    items
}
