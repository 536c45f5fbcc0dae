//! The choice between spacings: which layout fills its pages best.

use super::leaflet::lay_out_with;
use crate::compose::Document;
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::layout::kernel::grid::PageStyle;
use crate::layout::kernel::style::{AIRY, DENSE, MANY_PAGES, TIGHT, USUAL};
use crate::text::Shaper;

/// A page with less than this share filled looks forsaken, unless it is the last one.
pub const WELL_FILLED: f32 = 2.0 / 3.0;

/// Lays a document out on pages, with the spacing that fills its pages best: no forsaken page, few pages,
/// and the more usual spacing where that makes no difference.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    if style.whole_sheets {
        return lay_out_booklet(document, shaper, style);
    }
    let mut attempt = |spacing| lay_out_with(document, shaper, style, spacing);
    let mut best = attempt(USUAL).or_better(attempt(TIGHT));
    if best.pages() > MANY_PAGES {
        best = best.or_better(attempt(DENSE));
    }
    if best.filled < WELL_FILLED {
        best = best.or_better(attempt(AIRY));
    }
    best.result
}

/// Lays out a booklet: on the fewest sheets, with the most usual spacing that leaves none of its pages forsaken.
fn lay_out_booklet(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let attempts = [USUAL, TIGHT, DENSE, AIRY].map(|spacing| lay_out_with(document, shaper, style, spacing));
    let best = attempts.into_iter().min_by_key(|attempt| (attempt.pages(), attempt.filled < WELL_FILLED));
    best.map_or_else(|| Err(Vec::new()), |best| best.result)
}

/// Lays out a sheet for one patient: on the fewest pages, with the widest spacing that comes out at so few.
pub fn lay_out_short(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    let attempts = [USUAL, TIGHT, DENSE].map(|spacing| lay_out_with(document, shaper, style, spacing));
    let best = attempts.into_iter().min_by_key(Attempt::pages);
    best.map_or_else(|| Err(Vec::new()), |best| best.result)
}

/// One layout, and the share of its emptiest page that is filled.
pub struct Attempt {
    /// Share of the emptiest page that is filled, the last one left out.
    pub filled: f32,
    /// The pages, or what does not fit.
    pub result: Result<Publication, Vec<Overflow>>,
}

impl Attempt {
    fn pages(&self) -> usize {
        self.result.as_ref().map_or(usize::MAX, |publication| publication.pages.len())
    }

    /// The other one, where it is better; a leaflet of many pages is better shorter, however its pages are filled.
    fn or_better(self, other: Self) -> Self {
        let (well, other_well) = (self.filled >= WELL_FILLED, other.filled >= WELL_FILLED);
        let better = match (well, other_well) {
            _ if other.result.is_err() => false,
            _ if self.pages() > MANY_PAGES => other.pages() < self.pages(),
            (true, true) => other.pages() < self.pages(),
            (false, false) => other.filled > self.filled,
            (_, other_well) => other_well,
        };
        if better { other } else { self }
    }
}
