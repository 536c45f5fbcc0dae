//! From meaning to places: a [`Document`] in, a [`Publication`] out, or what does not fit.
//!
//! `blocks` cuts blocks into slabs (strips that never split), `kernel/flow` fills regions with slabs, `pages` stacks bands
//! on pages. All of it works on logical start and end; pages that run from right to left are mirrored at the very
//! end, and text inside a line is already in visual order by then.

mod alphabet;
mod blocks;
pub mod display;
mod kernel;
mod overflow;
mod pages;
mod plan;

pub use alphabet::alphabet;
pub use kernel::grid;
pub use overflow::Overflow;
pub use pages::{folded, poster, wallet};

use crate::compose::Document;
use crate::compose::document::DocumentKind;
use crate::text::Shaper;
use display::Publication;
use grid::PageStyle;
use pages::{booklet, personal, sheets};

/// Lays a document out on pages, as many as it needs.
///
/// # Errors
/// Names each part that cannot be placed whole; nothing is ever cut.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    match document.kind {
        _ if style.whole_sheets => booklet::lay_out(document, shaper, style),
        DocumentKind::PersonalSheet => personal::lay_out(document, shaper, style),
        DocumentKind::Leaflet | DocumentKind::ReadingCopy => sheets::lay_out(document, shaper, style),
    }
}
