//! What belongs to one document alone, set by itself into the place that it has in a document like it.
//!
//! Where everything lies follows from how slabs measure. So a document whose own blocks measure as another's, in every
//! spacing that was tried, is laid out as that one is, and only its own blocks need to be set.

use std::ops::Range;

use super::Overflow;
use super::choose::Attempt;
use super::display::{Element, ElementId, Item, Page, Piece, Publication, StructTree};
use super::grid::PageStyle;
use super::measure::ROOT;
use super::set::Setter;
use super::slab::Slab;
use super::style::Spacing;
use crate::compose::Document;
use crate::compose::document::Block;
use crate::geom::Pt;
use crate::text::Shaper;

/// How one of a document's own blocks has come out.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSet {
    /// What decides where its slabs go, and what goes elsewhere for them.
    slabs: Vec<Measures>,
    /// Its elements.
    pub elements: Range<usize>,
}

/// What of a slab decides where it and all others go.
#[derive(Clone, Debug, PartialEq)]
struct Measures {
    gap: Pt,
    height: Pt,
    keep: bool,
    heading: Option<(String, u8)>,
}

/// Where a slab of an own block lies.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The number of the block.
    pub block: usize,
    /// The piece of its page that it is.
    pub piece: Piece,
    /// How far it is from the page's start.
    pub x: Pt,
    /// How far it is from the page's top.
    pub y: Pt,
}

/// Where the own blocks of a laid-out document lie, for the blocks of another one.
#[derive(Clone, Debug)]
pub struct Places {
    style: PageStyle,
    /// Every spacing that was tried, and how the own blocks come out in it.
    tried: Vec<(Spacing, Vec<OwnSet>)>,
    /// Which of them was chosen.
    chosen: usize,
    spots: Vec<Spot>,
    /// The elements of each own block, and the number of the first.
    elements: Vec<(usize, Vec<Element>)>,
}

/// The own blocks of a document in the places of another one's.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// Their elements.
    pub tree: StructTree,
    /// In the order of [`Publication::own`]: the items, and the first element of their block.
    pub pieces: Vec<(Vec<Item>, usize)>,
}

impl Setter<'_> {
    /// One of the document's own blocks.
    pub fn own_block(&mut self, number: usize, parent: ElementId, width: Pt) -> Vec<Slab> {
        let start = self.tree.elements.len();
        let own = self.own;
        let mut slabs = self.block(&own[number], parent, width);
        slabs.iter_mut().for_each(|slab| slab.own = Some(number));
        let measures = |slab: &Slab| Measures {
            gap: slab.gap,
            height: slab.height,
            keep: slab.keep,
            heading: slab.heading.clone(),
        };
        let elements = start..self.tree.elements.len();
        self.own_sets.push(OwnSet { slabs: slabs.iter().map(measures).collect(), elements });
        slabs
    }
}

impl Places {
    /// The places in the chosen one of several attempts; the publication names its pieces. Nothing when it could not be
    /// laid out.
    pub(super) fn of(
        attempts: Vec<Attempt>,
        chosen: usize,
        style: PageStyle,
    ) -> Result<(Publication, Self), Vec<Overflow>> {
        let mut tried = Vec::with_capacity(attempts.len());
        let mut result = Err(Vec::new());
        let mut spots = Vec::new();
        for (index, attempt) in attempts.into_iter().enumerate() {
            tried.push((attempt.spacing, attempt.own));
            if index == chosen {
                (result, spots) = (attempt.result, attempt.spots);
            }
        }
        let mut publication = result?;
        publication.own = spots.iter().map(|spot| spot.piece.clone()).collect();
        let sets = &tried[chosen].1;
        let elements = |set: &OwnSet| (set.elements.start, publication.tree.elements[set.elements.clone()].to_vec());
        let elements = sets.iter().map(elements).collect();
        Ok((publication, Self { style, tried, chosen, spots, elements }))
    }

    /// Sets the own blocks of another document, which is the same as the one laid out in all but those. `None` when they
    /// measure otherwise or have other elements: then that document is laid out otherwise too.
    #[must_use]
    pub fn fit(&self, document: &Document, own: &[Block], shaper: &mut Shaper) -> Option<Fitted> {
        let mut fitted = None;
        for (index, (spacing, sets)) in self.tried.iter().enumerate() {
            let mut setter = Setter { own, ..Setter::new(document, shaper, self.style, *spacing) };
            let width = setter.grid.width();
            let slabs: Vec<Slab> = (0..own.len()).flat_map(|number| setter.own_block(number, ROOT, width)).collect();
            let alike = |(new, old): (&OwnSet, &OwnSet)| new.slabs == old.slabs;
            if setter.own_sets.len() != sets.len() || !setter.own_sets.iter().zip(sets).all(alike) {
                return None;
            }
            if index == self.chosen {
                fitted = Some(self.place(setter, slabs, document.meta.right_to_left)?);
            }
        }
        fitted
    }

    fn place(&self, setter: Setter<'_>, slabs: Vec<Slab>, mirrored: bool) -> Option<Fitted> {
        let Setter { tree, own_sets, grid, .. } = setter;
        let alike = |(set, (start, others)): (&OwnSet, &(usize, Vec<Element>))| {
            let (first, elements) = (set.elements.start, &tree.elements[set.elements.clone()]);
            elements.len() == others.len()
                && elements.iter().zip(others).all(|(one, other)| is_alike((one, first), (other, *start)))
        };
        if slabs.len() != self.spots.len() || !own_sets.iter().zip(&self.elements).all(alike) {
            return None;
        }
        let pieces = slabs.into_iter().zip(&self.spots).map(|(slab, spot)| {
            let mut page = Page::new(grid.page);
            page.items = slab.items;
            page.items.iter_mut().for_each(|item| item.frame = item.frame.moved(spot.x, spot.y));
            if mirrored {
                super::complete::mirror(&mut page);
            }
            (page.items, own_sets[spot.block].elements.start)
        });
        let pieces = pieces.collect();
        Some(Fitted { tree, pieces })
    }
}

/// Whether two elements, each with the first number of its block, mean the same in the same place. Their children follow
/// from what the others have for a parent.
fn is_alike((one, first): (&Element, usize), (other, other_first): (&Element, usize)) -> bool {
    fn words(element: &Element) -> [&Option<String>; 4] {
        [&element.alt, &element.actual_text, &element.language, &element.uri]
    }
    let above =
        |element: &Element, first: usize| element.parent.and_then(|ElementId(parent)| parent.checked_sub(first));
    let meaning = |element: &Element| (element.role, element.small_print, element.qr_code);
    meaning(one) == meaning(other) && above(one, first) == above(other, other_first) && words(one) == words(other)
}
