//! Faces cut down to the glyphs used and embedded as composite fonts (ISO 32000-1, 9.7).
//!
//! A character code is the glyph's number in the cut-down face. A glyph that stands for different texts in different
//! places has one code for each, which the CIDToGIDMap leads back to the same glyph; so text is told by the character
//! map alone, without replacement text around marked content.

mod complete;
mod embedded;
mod subset;

use super::PdfError;
use super::cache::Cache;
use crate::layout::display::{GlyphRun, Ink, Publication};

pub(super) use complete::complete;
pub(super) use embedded::{DRAWN, EmbeddedFont, EmbeddedFonts};
use subset::{Provisional, Subset};

/// The codes of a page's glyph runs, one list an item; empty for items that are no glyphs.
pub(super) type EncodedPage = Vec<Vec<u16>>;

/// Finds the glyphs that all pages use, gives them codes, and cuts the faces down to them.
pub(super) fn encode(publication: &Publication, cache: &Cache) -> Result<(EmbeddedFonts, Vec<EncodedPage>), PdfError> {
    let mut subsets = Subsets::new(publication);
    // A face that shows nothing on the pages is not embedded, whatever the alphabet has of it.
    let mut on_pages = vec![false; publication.faces.len()];
    let runs = publication.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.ink {
        Ink::Glyphs(run) => Some(run),
        _ => None,
    });
    runs.for_each(|run| on_pages[run.face] = true);
    for run in publication.alphabet.iter().filter(|run| on_pages[run.face]) {
        subsets.encode(run)?;
    }
    let mut provisional = Vec::with_capacity(publication.pages.len());
    for page in &publication.pages {
        let codes = page.items.iter().map(|item| match &item.ink {
            Ink::Glyphs(run) => subsets.encode(run),
            _ => Ok(Vec::new()),
        });
        provisional.push(codes.collect::<Result<Vec<_>, _>>()?);
    }
    let shown = subsets.faces.into_iter().map(|subset| subset.filter(Subset::is_shown));
    let finish = |subset: Subset<'_>| cache.face(subset.key(), || subset.finish());
    let fonts = shown.map(|subset| subset.map(finish).transpose()).collect::<Result<_, _>>()?;
    let fonts = EmbeddedFonts(fonts);
    let encoded = settle(publication, &fonts, provisional);
    Ok((fonts, encoded))
}

/// The faces of a publication and the glyphs used so far.
struct Subsets<'a> {
    publication: &'a Publication,
    faces: Vec<Option<Subset<'a>>>,
}

impl<'a> Subsets<'a> {
    fn new(publication: &'a Publication) -> Self {
        Self { publication, faces: publication.faces.iter().map(|_| None).collect() }
    }

    fn encode(&mut self, run: &GlyphRun) -> Result<Vec<Provisional>, PdfError> {
        let subset = match &mut self.faces[run.face] {
            Some(subset) => subset,
            none => none.insert(Subset::new(&self.publication.faces[run.face], run.face)?),
        };
        subset.encode(run)
    }
}

/// Final codes, once the number of glyphs in each cut-down face is known.
fn settle(
    publication: &Publication,
    fonts: &EmbeddedFonts,
    provisional: Vec<Vec<Vec<Provisional>>>,
) -> Vec<EncodedPage> {
    let mut encoded = Vec::with_capacity(provisional.len());
    for (page, runs) in publication.pages.iter().zip(provisional) {
        let items = page.items.iter().zip(runs).map(|(item, codes)| match &item.ink {
            Ink::Glyphs(run) => {
                let glyph_count = fonts.0[run.face].as_ref().map_or(0, |font| font.glyph_count);
                codes.into_iter().map(|code| code.settle(glyph_count)).collect()
            }
            _ => Vec::new(),
        });
        encoded.push(items.collect());
    }
    encoded
}
