//! A poster: one page with masthead, main message, the body in level columns, the help box over the whole width, and the
//! imprint at the foot.

use crate::compose::Document;
use crate::geom::Pt;
use crate::layout::Overflow;
use crate::layout::blocks::body;
use crate::layout::blocks::elsewhere;
use crate::layout::blocks::furniture;
use crate::layout::blocks::help;
use crate::layout::blocks::masthead;
use crate::layout::display::Publication;
use crate::layout::kernel::complete;
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::PageStyle;
use crate::layout::kernel::place::Placer;
use crate::layout::kernel::set::Setter;
use crate::layout::kernel::slab::{Slab, stack_height};
use crate::layout::kernel::style::{UNPRINTABLE, USUAL};
use crate::layout::plan::{self, Height};
use crate::text::Shaper;

/// The greatest share of the page's height for the help box.
const HELP_SHARE: f32 = 0.38;

/// Lays a document out on one page.
///
/// # Errors
/// Names what does not fit.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let mut setter = Setter::new(document, shaper, style, USUAL);
    let grid = style.grid;
    let mut placer = Placer::default();
    placer.add_page(grid.page);
    let side = document
        .elsewhere
        .as_ref()
        .map_or(Pt::ZERO, |place| elsewhere::tall_width(&mut setter, place, elsewhere::WALL));
    let aside = if document.elsewhere.is_some() { side + Pt(12.0) } else { Pt::ZERO };
    let head = masthead::set_masthead(&mut setter, &document.masthead, Height::Tall, aside);
    let mut y = head.height;
    let head_middle = (UNPRINTABLE + head.height) / 2.0;
    placer.put(0, head, Pt::ZERO, Pt::ZERO);
    let (gap, close) = (setter.spacing.band, setter.spacing.group);
    let summary = body::set_summary(&mut setter, &document.summary, grid.width());
    y = placer.stack(0, vec![summary], grid.margin, y + gap) + close;
    if let Some(place) = &document.elsewhere {
        let code = elsewhere::tall(&mut setter, place, side, elsewhere::WALL);
        let top = head_middle - code.height / 2.0;
        placer.put(0, code, grid.page.width - grid.margin - side, top);
    }
    let columns = body::set_in_one_column(&mut setter, &plan::bands(document), grid.column());
    let help_grid = grid.help();
    let help = help::help_page(&mut setter, &document.help, help_grid, grid.page.height * HELP_SHARE);
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
        placer.stack(0, stacked, grid.margin + (grid.column() + grid.gutter) * index as f32, y);
    }
    placer.put(0, help, (grid.page.width - help_grid.width) / 2.0, help_top);
    placer.put(0, imprint, grid.margin, row_top);
    let foot = furniture::foot(&mut setter, &document.foot, 1, 1);
    placer.pages[0].items.extend(foot);
    Ok(complete::complete(setter, placer, document))
}
