//! Slabs: strips of a column that never split, with the space before them and their items.

use crate::geom::{Pt, Rect};
use crate::layout::display::{Ink, Item, Shape, Tag};

/// A strip that never splits. Item frames are relative to its top start corner (left, or right in a right-to-left language).
#[derive(Clone, Debug, Default)]
pub struct Slab {
    /// Space before it; dropped at the top of a region.
    pub gap: Pt,
    /// Its height.
    pub height: Pt,
    /// Its items, in painting order.
    pub items: Vec<Item>,
    /// Whether the next slab must follow in the same region.
    pub keep: bool,
    /// A heading to jump to.
    pub heading: Option<(String, u8)>,
    /// What a box holds that may continue on the next page.
    pub boxed: Option<Box<BoxContent>>,
}

/// What a box holds that may continue on the next page.
#[derive(Clone, Debug)]
pub struct BoxContent {
    /// Its slabs, set for the width inside the box.
    pub content: Vec<Slab>,
    /// The heading over the part that continues. Decoration: the structure tree has the heading once.
    pub again: Slab,
    /// The box's width.
    pub width: Pt,
}

impl Slab {
    /// The slab with its items moved by `dx` towards the end of the line.
    #[must_use]
    pub fn indented(mut self, dx: Pt) -> Self {
        for item in &mut self.items {
            item.frame = item.frame.moved(dx, Pt::ZERO);
        }
        self
    }

    /// The slab with its items moved down by `dy`; its height stays.
    #[must_use]
    pub fn moved_down(mut self, dy: Pt) -> Self {
        for item in &mut self.items {
            item.frame = item.frame.moved(Pt::ZERO, dy);
        }
        self
    }

    /// Its first words, for naming it in a message.
    #[must_use]
    pub fn first_words(&self) -> String {
        let runs = self.items.iter().filter_map(|item| match &item.ink {
            Ink::Glyphs(run) => Some(&*run.text),
            _ => None,
        });
        runs.collect::<String>().chars().take(60).collect::<String>().trim().to_owned()
    }

    /// Adds decoration below the slab's items.
    pub fn underlay(&mut self, frame: Rect, shape: Shape) {
        self.items.insert(0, Item { frame, ink: Ink::Path(shape), tag: Tag::Artifact });
    }
}

/// Height of a stack of slabs, the first gap dropped.
#[must_use]
pub fn stack_height(slabs: &[Slab]) -> Pt {
    slabs.iter().enumerate().map(|(index, slab)| if index == 0 { slab.height } else { slab.gap + slab.height }).sum()
}

/// Joins slabs into one, with the gap of the first.
#[must_use]
pub fn join(slabs: Vec<Slab>) -> Slab {
    let mut whole = Slab { gap: slabs.first().map_or(Pt::ZERO, |slab| slab.gap), ..Slab::default() };
    let mut y = Pt::ZERO;
    for (index, slab) in slabs.into_iter().enumerate() {
        if index > 0 {
            y += slab.gap;
        }
        whole.items.extend(slab.items.into_iter().map(|mut item| {
            item.frame = item.frame.moved(Pt::ZERO, y);
            item
        }));
        whole.heading = whole.heading.or(slab.heading);
        y += slab.height;
    }
    whole.height = y;
    whole
}

/// Keeps all slabs in one region.
pub fn keep_together(slabs: &mut [Slab]) {
    let count = slabs.len();
    for slab in slabs.iter_mut().take(count.saturating_sub(1)) {
        slab.keep = true;
    }
}
