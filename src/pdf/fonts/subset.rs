//! A face on its way to being embedded: which glyphs are used, and what they mean.

use std::collections::BTreeMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::raw::tables::layout::ClassDef;
use skrifa::raw::types::GlyphId16;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use subsetter::GlyphRemapper;

use super::embedded::{DRAWN, EmbeddedFont, Metrics};
use crate::layout::display::GlyphRun;
use crate::pdf::{PdfError, hash::Fnv, meanings};
use crate::text::fonts::Face;

/// A code before the number of glyphs in the cut-down face is known.
#[derive(Clone, Copy)]
pub(super) enum Provisional {
    /// The glyph's own number.
    Own(u16),
    /// One of the codes for second meanings, which follow the glyphs' own numbers.
    Extra(u16),
}

impl Provisional {
    /// The code itself.
    pub(super) fn settle(self, glyph_count: u16) -> u16 {
        match self {
            Self::Own(code) => code,
            Self::Extra(at) => glyph_count.saturating_add(at),
        }
    }
}

/// A face that is read.
pub(super) struct Opened<'a> {
    face: &'a Face,
    font: FontRef<'a>,
    advances: GlyphMetrics<'a>,
    /// The plain space.
    space: Option<u16>,
    /// Which glyphs are marks.
    classes: Option<ClassDef<'a>>,
}

impl<'a> Opened<'a> {
    /// Opens a face.
    pub(super) fn new(face: &'a Face) -> Result<Self, PdfError> {
        let fail = |why: &str| PdfError::Font { name: face.postscript_name.clone(), why: why.to_owned() };
        let font = FontRef::new(&face.data).map_err(|error| fail(&error.to_string()))?;
        if font.fvar().is_ok() {
            return Err(fail("it is a variable font; use a static one"));
        }
        Ok(Self {
            face,
            advances: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            space: font.charmap().map(' ').and_then(|glyph| u16::try_from(glyph.to_u32()).ok()),
            classes: font.gdef().ok().and_then(|gdef| gdef.glyph_class_def()).and_then(Result::ok),
            font,
        })
    }

    /// The text of each of a run's glyphs; `None` for one that only completes another.
    pub(super) fn meanings(&self, run: &GlyphRun) -> Result<Vec<Option<String>>, PdfError> {
        if run.glyphs.iter().any(|glyph| glyph.id == 0) {
            let name = self.face.postscript_name.clone();
            return Err(PdfError::MissingGlyph { name, text: run.text.to_string() });
        }
        Ok(meanings::of_run(run, |glyph| self.is_mark(glyph), |glyph| Some(glyph) == self.space))
    }

    /// Whether a glyph sits on another one: it is of the mark class (OpenType GDEF) or has no width.
    fn is_mark(&self, glyph: u16) -> bool {
        let class = self.classes.as_ref().map_or(0, |classes| classes.get(GlyphId16::new(glyph)));
        class == 3 || self.advance(glyph) == 0.0
    }

    /// Advance of a glyph in font units.
    fn advance(&self, glyph: u16) -> f32 {
        self.advances.advance_width(GlyphId::from(glyph)).unwrap_or(0.0)
    }
}

/// A face and the glyphs used so far.
pub(super) struct Subset<'a> {
    opened: Opened<'a>,
    index: usize,
    remapper: GlyphRemapper,
    /// The meaning of each glyph's own code, by the glyph's new number.
    texts: BTreeMap<u16, String>,
    /// Second meanings: new number and text.
    extras: Vec<(u16, String)>,
    /// New numbers back to old ones.
    old_of_new: BTreeMap<u16, u16>,
    compact: bool,
}

impl<'a> Subset<'a> {
    /// Opens a face; `index` is its place in the publication.
    pub(super) fn new(face: &'a Face, index: usize) -> Result<Self, PdfError> {
        let opened = Opened::new(face)?;
        Ok(Self {
            compact: opened.font.cff().is_ok(),
            opened,
            index,
            remapper: GlyphRemapper::new(),
            texts: BTreeMap::new(),
            extras: Vec::new(),
            old_of_new: BTreeMap::new(),
        })
    }

    /// The codes of a run's glyphs.
    pub(super) fn encode(&mut self, run: &GlyphRun) -> Result<Vec<Provisional>, PdfError> {
        let meanings = self.opened.meanings(run)?;
        let glyphs = run.glyphs.iter().zip(meanings);
        Ok(glyphs.map(|(glyph, text)| text.map_or(Provisional::Own(DRAWN), |text| self.code(glyph.id, text))).collect())
    }

    /// The code of a glyph with a meaning; the first meaning has the glyph's own number.
    fn code(&mut self, glyph: u16, text: String) -> Provisional {
        let own = self.remapper.remap(glyph);
        match self.texts.get(&own) {
            None => {
                self.old_of_new.insert(own, glyph);
                self.texts.insert(own, text);
                Provisional::Own(own)
            }
            // Codes of compact outlines are fixed by the font program, so there a first meaning is the only one.
            Some(first) if *first == text || self.compact => Provisional::Own(own),
            Some(_) => {
                let known = self.extras.iter().position(|(number, meaning)| *number == own && *meaning == text);
                let at = known.unwrap_or_else(|| {
                    self.extras.push((own, text));
                    self.extras.len() - 1
                });
                Provisional::Extra(u16::try_from(at).unwrap_or(u16::MAX))
            }
        }
    }

    /// Whether any glyph is shown as text.
    pub(super) fn is_shown(&self) -> bool {
        !self.texts.is_empty()
    }

    /// A hash of all that the embedded face depends on: the face, its glyphs in their order, and what they mean.
    pub(super) fn key(&self) -> u128 {
        let mut hash = Fnv::new();
        hash.add(self.opened.face.postscript_name.as_bytes());
        hash.add(&self.opened.face.data.len().to_le_bytes());
        hash.add(&self.index.to_le_bytes());
        for old in self.remapper.remapped_gids() {
            hash.add(&old.to_le_bytes());
        }
        let extras = self.extras.iter().map(|(code, text)| (code, text));
        for (code, text) in self.texts.iter().chain(extras) {
            hash.add(&code.to_le_bytes());
            hash.add(text.as_bytes());
            hash.add(&[0xff]);
        }
        hash.finish()
    }

    /// Cuts the face down.
    pub(super) fn finish(self) -> Result<EmbeddedFont, PdfError> {
        let fail = |why: String| PdfError::Font { name: self.opened.face.postscript_name.clone(), why };
        let program =
            subsetter::subset(&self.opened.face.data, 0, &self.remapper).map_err(|error| fail(error.to_string()))?;
        let metrics = self.metrics().map_err(|error| fail(error.to_string()))?;
        let glyph_count =
            FontRef::new(&program).and_then(|font| font.maxp()).map_err(|error| fail(error.to_string()))?.num_glyphs();
        let mut widths = vec![0.0; usize::from(glyph_count)];
        for (&new, &old) in &self.old_of_new {
            widths[usize::from(new)] = thousandths(self.opened.advance(old), metrics.units_per_em);
        }
        widths[0] = thousandths(self.opened.advance(0), metrics.units_per_em);
        let mut texts = self.texts;
        for (at, (own, text)) in (glyph_count..).zip(&self.extras) {
            widths.push(widths[usize::from(*own)]);
            texts.insert(at, text.clone());
        }
        Ok(EmbeddedFont {
            resource: format!("F{}", self.index + 1),
            base_name: format!("{}+{}", tag(&program, self.index), self.opened.face.postscript_name),
            program,
            widths,
            texts,
            glyph_count,
            extra_glyphs: self.extras.into_iter().map(|(own, _)| own).collect(),
            metrics,
        })
    }

    /// Measures from the face's head, hhea and OS/2 tables.
    fn metrics(&self) -> Result<Metrics, skrifa::raw::ReadError> {
        let (head, hhea) = (self.opened.font.head()?, self.opened.font.hhea()?);
        let os2 = self.opened.font.os2().ok();
        let ascent = hhea.ascender().to_i16();
        Ok(Metrics {
            units_per_em: head.units_per_em().max(1),
            ascent,
            descent: hhea.descender().to_i16(),
            cap_height: os2.as_ref().and_then(|os2| os2.s_cap_height()).unwrap_or(ascent),
            weight: os2.as_ref().map_or(0, |os2| os2.us_weight_class()),
            bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()],
            compact: self.compact,
        })
    }
}

/// Font units as thousandths of the font size, to one decimal, which is what the file will say.
fn thousandths(units: f32, units_per_em: u16) -> f64 {
    (f64::from(units) * 10_000.0 / f64::from(units_per_em)).round() / 10.0
}

/// Six capitals that stand for a cut-down face's content (ISO 32000-1, 9.6.4).
fn tag(program: &[u8], index: usize) -> String {
    let mut hash = Fnv::new();
    hash.add(&index.to_le_bytes());
    hash.add(program);
    let hash = hash.finish();
    let mut rest = (hash ^ (hash >> 64)) as u64;
    let mut letters = String::new();
    for _ in 0..6 {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}
