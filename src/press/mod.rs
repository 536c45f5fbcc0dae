//! Places pages on folded, imposed and trimmed sheets.
//!
//! In: a [`Publication`](crate::layout::display::Publication). Out: another one, whose pages are sides of sheets. Items
//! only move, and decoration only grows; texts, structure tree and reading order stay as they are. `impose` makes
//! booklet sheets for saddle stitching and folds panels, `sheet` adds bleed and marks or fold guides, `geometry` holds the measures of
//! folded leaflets. Pages come here with right and left already settled.

pub mod geometry;
pub mod impose;
pub mod marks;
pub mod order;
pub mod place;
pub mod sheet;
pub mod strip;
