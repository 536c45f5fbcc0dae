//! A poster: one page, read standing. Head, message, the body in level columns, the help box over the whole width, and
//! at the foot where the whole leaflet is and who says so.

use crate::compose::Document;
use crate::compose::document::{Band, Block};
use crate::geom::Pt;
use crate::layout::Overflow;
use crate::layout::blocks::elsewhere;
use crate::layout::blocks::furniture;
use crate::layout::blocks::help;
use crate::layout::blocks::masthead;
use crate::layout::blocks::measure::ROOT;
use crate::layout::display::{Item, OutlineEntry, Page, Publication};
use crate::layout::kernel::complete;
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::PageStyle;
use crate::layout::kernel::set::Setter;
use crate::layout::kernel::slab::{Slab, stack_height};
use crate::layout::kernel::style::{UNPRINTABLE, USUAL};
use crate::text::Shaper;

/// The most of the page that the help box may take.
const HELP_SHARE: f32 = 0.38;

/// Lays a document out on one page.
///
/// # Errors
/// Names what does not fit.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let mut setter = Setter::new(document, shaper, style, USUAL);
    let grid = style.grid;
    let mut sheet = Sheet { page: Page::new(grid.page), outline: Vec::new() };
    let side = document
        .elsewhere
        .as_ref()
        .map_or(Pt::ZERO, |place| elsewhere::tall_width(&mut setter, place, elsewhere::WALL));
    let aside = if document.elsewhere.is_some() { side + Pt(12.0) } else { Pt::ZERO };
    let head = masthead::masthead(&mut setter, &document.masthead, aside);
    let mut y = head.height;
    let head_middle = (UNPRINTABLE + head.height) / 2.0;
    sheet.put(head, Pt::ZERO, Pt::ZERO);
    let (gap, close) = (setter.spacing.band, setter.spacing.group);
    let summary = setter.blocks(&[Block::Summary(document.summary.clone())], ROOT, grid.width());
    y = sheet.stack(summary, grid.margin, y + gap) + close;
    if let Some(place) = &document.elsewhere {
        let code = elsewhere::tall(&mut setter, place, side, elsewhere::WALL);
        let top = head_middle - code.height / 2.0;
        sheet.put(code, grid.page.width - grid.margin - side, top);
    }
    let columns = body(&mut setter, document, grid.column());
    let frame = grid.help_frame();
    let help = help::help_page(&mut setter, &document.help, frame, grid.page.height * HELP_SHARE);
    let imprint = furniture::small_imprint_in_columns(&mut setter, &document.imprint);
    let row_top = grid.bottom() - imprint.height;
    let help_top = row_top - close - help.height;
    let room = help_top - close - y;
    let (filling, height) = flow::balance(&columns, grid.columns, room.max(Pt(1.0)));
    let placed = flow::placed(&filling);
    if room <= Pt::ZERO {
        return Err(vec![Overflow::of_slab(&help, -room)]);
    }
    if let Some(first) = columns.get(placed) {
        return Err(vec![Overflow::of_slab(first, stack_height(&columns[placed..]))]);
    }
    let level = height.max(room.min(height * 1.3));
    let mut columns = columns.into_iter();
    for (index, range) in filling.into_iter().enumerate() {
        let mut stacked: Vec<Slab> = columns.by_ref().take(range.len()).collect();
        flow::stretch(&mut stacked, level, Pt(8.0));
        sheet.stack(stacked, grid.margin + (grid.column() + grid.gutter) * index as f32, y);
    }
    sheet.put(help, (grid.page.width - frame.width) / 2.0, help_top);
    sheet.put(imprint, grid.margin, row_top);
    let foot = furniture::foot(&mut setter, &document.foot, 1, 1);
    sheet.page.items.extend(foot);
    Ok(complete::complete(setter, vec![sheet.page], sheet.outline, document))
}

/// The body in one column's slabs.
fn body(setter: &mut Setter<'_>, document: &Document, width: Pt) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for band in &document.bands {
        match band {
            Band::Wide(blocks) => slabs.extend(setter.blocks(blocks, ROOT, width)),
            Band::Columns { head, blocks, tail } => {
                let mut head = setter.blocks(head, ROOT, width);
                let sect = setter.tree[ROOT].children.last().copied().filter(|_| !head.is_empty());
                if let Some(last) = head.last_mut() {
                    last.keep = !blocks.is_empty() || !tail.is_empty();
                }
                slabs.append(&mut head);
                for block in blocks.iter().chain(tail) {
                    let parent = sect.filter(|_| !block.has_own_section()).unwrap_or(ROOT);
                    slabs.extend(setter.blocks(std::slice::from_ref(block), parent, width));
                }
            }
        }
    }
    slabs
}

/// The page under construction.
struct Sheet {
    page: Page,
    outline: Vec<OutlineEntry>,
}

impl Sheet {
    fn put(&mut self, slab: Slab, x: Pt, y: Pt) {
        if let Some((title, level)) = slab.heading {
            self.outline.push(OutlineEntry { title, level, page: 0, y, x: None });
        }
        self.page.items.extend(slab.items.into_iter().map(|item| Item { frame: item.frame.moved(x, y), ..item }));
    }

    /// Stacks slabs from `y` down; gives where they end.
    fn stack(&mut self, slabs: Vec<Slab>, x: Pt, mut y: Pt) -> Pt {
        for (index, slab) in slabs.into_iter().enumerate() {
            if index > 0 {
                y += slab.gap;
            }
            let height = slab.height;
            self.put(slab, x, y);
            y += height;
        }
        y
    }
}
