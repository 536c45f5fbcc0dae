//! Places a leaflet's pages on sides of sheets.
//!
//! Each side lists its pages as leaves, so that `pdf` can write the structure tree in reading order although the sheets come
//! in another one.

use crate::geom::{Pt, Size};
use crate::layout::display::{Duplex, Leaf, OutlineEntry, Page, Publication};

/// Where a page lies on its side of a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Index of the page.
    pub page: usize,
    /// Distance of its left edge from the sheet's.
    pub x: Pt,
    /// Distance of its top edge from the sheet's.
    pub y: Pt,
}

/// Lays a publication's pages on sides of sheets of one size that are turned on their short edge. A page that does not
/// exist leaves its place empty; one without a place is left out.
#[must_use]
pub fn place(publication: Publication, sides: &[Vec<Placement>], sheet: Size) -> Publication {
    let count = publication.pages.len();
    let outline = publication.outline.into_iter().map(|entry| entry_on_sheet(entry, sides, count)).collect();
    let mut waiting: Vec<Option<Page>> = publication.pages.into_iter().map(Some).collect();
    let pages = sides.iter().map(|side| side_of_sheet(side, &mut waiting, sheet)).collect();
    Publication { pages, outline, duplex: Duplex::ShortEdge, ..publication }
}

/// Takes a side's pages and lays them side by side, the one that is read first beneath.
fn side_of_sheet(side: &[Placement], waiting: &mut [Option<Page>], sheet: Size) -> Page {
    let mut laid = Page::new(sheet);
    let mut side = side.to_vec();
    side.sort_unstable_by_key(|placement| placement.page);
    for Placement { page: number, x, y } in side {
        let Some(page) = waiting.get_mut(number).and_then(Option::take) else { continue };
        let start = laid.items.len();
        laid.items.extend(page.moved(x, y).items);
        laid.leaves.push(Leaf { number, items: start..laid.items.len() });
    }
    laid
}

/// A heading's place on its sheet.
fn entry_on_sheet(entry: OutlineEntry, sides: &[Vec<Placement>], count: usize) -> OutlineEntry {
    let placements = sides.iter().enumerate().flat_map(|(at, side)| side.iter().map(move |placement| (at, placement)));
    let mut found = placements.filter(|(_, placement)| placement.page == entry.page && entry.page < count);
    match found.next() {
        Some((page, &Placement { x, y, .. })) => {
            OutlineEntry { page, x: Some(entry.x.unwrap_or(Pt::ZERO) + x), y: entry.y + y, ..entry }
        }
        // An entry without a page stays as it is, for `pdf` to report.
        None => OutlineEntry { page: usize::MAX, ..entry },
    }
}
