//! Pages under construction: places slabs on them and collects headings for the outline.

use super::slab::Slab;
use crate::geom::{Pt, Size};
use crate::layout::display::{Item, OutlineEntry, Page};

/// Pages under construction.
#[derive(Default)]
pub struct Placer {
    /// The pages.
    pub pages: Vec<Page>,
    /// The headings on them, in the order of placement.
    pub outline: Vec<OutlineEntry>,
}

impl Placer {
    /// Adds an empty page.
    pub fn add_page(&mut self, size: Size) {
        self.pages.push(Page::new(size));
    }

    /// The index of the last page.
    pub fn last(&self) -> usize {
        self.pages.len() - 1
    }

    /// Puts a slab on a page.
    pub fn put(&mut self, page: usize, slab: Slab, x: Pt, y: Pt) {
        if let Some((title, level)) = slab.heading {
            self.outline.push(OutlineEntry { title, level, page, y, x: None });
        }
        let moved = slab.items.into_iter().map(|item| Item { frame: item.frame.moved(x, y), ..item });
        self.pages[page].items.extend(moved);
    }

    /// Stacks slabs on a page from `y` down, the first gap dropped; gives the `y` where they end.
    pub fn stack(&mut self, page: usize, slabs: Vec<Slab>, x: Pt, mut y: Pt) -> Pt {
        for (index, slab) in slabs.into_iter().enumerate() {
            if index > 0 {
                y += slab.gap;
            }
            let height = slab.height;
            self.put(page, slab, x, y);
            y += height;
        }
        y
    }
}
