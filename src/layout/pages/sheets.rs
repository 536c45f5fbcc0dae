//! Sheets: a leaflet on as many pages as it needs, with the spacing that fills them best.

use super::stacker::{Attempt, attempt};
use crate::compose::Document;
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::layout::kernel::grid::{PageStyle, WELL_FILLED};
use crate::layout::kernel::style::{AIRY, DENSE, MANY_PAGES, TIGHT, USUAL};
use crate::text::Shaper;

/// Lays a document out on pages, with the spacing that fills its pages best: no underfilled page, few pages, and the more
/// usual spacing where that makes no difference.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let mut with = |spacing| attempt(document, shaper, style, spacing);
    let mut best = better(with(USUAL), with(TIGHT));
    if best.pages() > MANY_PAGES {
        best = better(best, with(DENSE));
    }
    if best.filled < WELL_FILLED {
        best = better(best, with(AIRY));
    }
    best.result
}

/// The better of two attempts. Beyond [`MANY_PAGES`] pages that is the shorter one, however full its pages are.
fn better(first: Attempt, second: Attempt) -> Attempt {
    let is_better = match (first.filled >= WELL_FILLED, second.filled >= WELL_FILLED) {
        _ if second.result.is_err() => false,
        _ if first.pages() > MANY_PAGES => second.pages() < first.pages(),
        (true, true) => second.pages() < first.pages(),
        (false, false) => second.filled > first.filled,
        (_, second_is_well_filled) => second_is_well_filled,
    };
    if is_better { second } else { first }
}
