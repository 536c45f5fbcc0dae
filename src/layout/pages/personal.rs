//! Personal sheets: the fewest pages.

use super::stacker::{Attempt, attempt};
use crate::compose::Document;
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::layout::kernel::grid::PageStyle;
use crate::layout::kernel::style::{DENSE, TIGHT, USUAL};
use crate::text::Shaper;

/// Lays out a sheet for one patient: on the fewest pages, with the widest spacing that needs no more.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let attempts = [USUAL, TIGHT, DENSE].map(|spacing| attempt(document, shaper, style, spacing));
    let best = attempts.into_iter().min_by_key(Attempt::pages);
    best.map_or_else(|| Err(Vec::new()), |best| best.result)
}
