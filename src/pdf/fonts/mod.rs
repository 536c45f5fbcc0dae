//! Faces cut down to the glyphs used and embedded as composite fonts (ISO 32000-1, 9.7).
//!
//! A character code is the glyph's number in the cut-down face. A glyph that stands for different texts in different
//! places has one code for each, which the CIDToGIDMap leads back to the same glyph; so text is told by the character
//! map alone, without replacement text around marked content.

mod complete;
mod subset;

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};

use super::{Kept, PdfError};
use crate::layout::display::{GlyphRun, Ink, Publication};

pub(super) use complete::complete;
use subset::{Provisional, Subset};

/// The codes of a page's glyph runs, one list an item; empty for items that are no glyphs.
pub(super) type EncodedPage = Vec<Vec<u16>>;

/// In place of a code: the glyph completes another one and is drawn without being text. (Glyph 0 itself is never shown.)
pub(super) const DRAWN: u16 = 0;

/// The faces of a publication as they are embedded; `None` for faces that show no text.
pub(super) struct Fonts(Vec<Option<Arc<EmbeddedFont>>>);

impl Fonts {
    /// The faces that are used.
    pub(super) fn used(&self) -> impl Iterator<Item = &EmbeddedFont> {
        self.0.iter().flatten().map(Arc::as_ref)
    }

    /// The embedded form of a face that shows text.
    pub(super) fn get(&self, face: usize) -> &EmbeddedFont {
        self.0[face].as_deref().expect("a face with a code is embedded")
    }
}

/// One face as it is embedded.
pub(super) struct EmbeddedFont {
    /// Its name in page resources, such as `F1`.
    pub(super) resource: String,
    /// `ABCDEF+Name` (ISO 32000-1, 9.6.4).
    base_name: String,
    /// The cut-down sfnt.
    program: Vec<u8>,
    /// Advance of each code in thousandths of the font size, as the file gives it.
    widths: Vec<f64>,
    /// The text of each used code.
    texts: BTreeMap<u16, String>,
    /// Glyphs in the cut-down face; codes from here on are second meanings.
    glyph_count: u16,
    /// The glyphs of the codes from `glyph_count` on.
    extra_glyphs: Vec<u16>,
    /// Measures of the face.
    metrics: Metrics,
}

/// Measures of a face in font units.
struct Metrics {
    units_per_em: u16,
    ascent: i16,
    descent: i16,
    cap_height: i16,
    weight: u16,
    bounds: [i16; 4],
    /// Whether the outlines are CFF rather than TrueType.
    compact: bool,
}

impl EmbeddedFont {
    /// How far a code moves the pen, in thousandths of the font size.
    pub(super) fn advance(&self, code: u16) -> f64 {
        self.widths.get(usize::from(code)).copied().unwrap_or(0.0)
    }

    /// How many bytes it takes, about.
    pub(super) fn weight(&self) -> usize {
        self.program.len() + self.texts.len() * 120 + self.widths.len() * 8
    }

    /// The face in `printpdf`'s own form.
    pub(super) fn to_printpdf(&self) -> ParsedFont {
        let metrics = &self.metrics;
        let [x_min, y_min, x_max, y_max] = metrics.bounds;
        ParsedFont {
            original_bytes: self.program.clone(),
            font_index: 0,
            font_name: Some(self.base_name.clone()),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: BTreeMap::new(),
            units_per_em: metrics.units_per_em,
            font_metrics: FontMetrics { ascent: metrics.ascent, descent: metrics.descent },
            font_type: if metrics.compact { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: metrics.units_per_em,
                x_min,
                y_min,
                x_max,
                y_max,
                us_weight_class: metrics.weight,
                ..PdfFontMetricsStub::default()
            },
        }
    }
}

/// Finds the glyphs that all pages use, gives them codes, and cuts the faces down to them.
pub(super) fn encode(publication: &Publication, kept: &Kept) -> Result<(Fonts, Vec<EncodedPage>), PdfError> {
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
    let finish = |subset: Subset<'_>| kept.face(subset.key(), || subset.finish());
    let fonts = shown.map(|subset| subset.map(finish).transpose()).collect::<Result<_, _>>()?;
    let fonts = Fonts(fonts);
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
fn settle(publication: &Publication, fonts: &Fonts, provisional: Vec<Vec<Vec<Provisional>>>) -> Vec<EncodedPage> {
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
