//! Booklets: pages that fill whole sheets.

use super::stacker::attempt;
use crate::compose::Document;
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::layout::kernel::grid::{PageStyle, WELL_FILLED};
use crate::layout::kernel::style::{AIRY, DENSE, TIGHT, USUAL};
use crate::text::Shaper;

/// Lays a booklet out: on the fewest sheets, with the most usual spacing that leaves none of its pages underfilled.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let attempts = [USUAL, TIGHT, DENSE, AIRY].map(|spacing| attempt(document, shaper, style, spacing));
    let best = attempts.into_iter().min_by_key(|attempt| (attempt.pages(), attempt.filled < WELL_FILLED));
    best.map_or_else(|| Err(Vec::new()), |best| best.result)
}
