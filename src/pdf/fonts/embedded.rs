//! Faces as they are embedded.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};

/// In place of a code: the glyph completes another one and is drawn without being text. (Glyph 0 itself is never shown.)
pub(in crate::pdf) const DRAWN: u16 = 0;

/// The faces of a publication as they are embedded; `None` for faces that show no text.
pub(in crate::pdf) struct EmbeddedFonts(pub(super) Vec<Option<Arc<EmbeddedFont>>>);

impl EmbeddedFonts {
    /// The faces that are used.
    pub(in crate::pdf) fn used(&self) -> impl Iterator<Item = &EmbeddedFont> {
        self.0.iter().flatten().map(Arc::as_ref)
    }

    /// The embedded form of a face that shows text.
    pub(in crate::pdf) fn get(&self, face: usize) -> &EmbeddedFont {
        self.0[face].as_deref().expect("a face with a code is embedded")
    }
}

/// One face as it is embedded.
pub(in crate::pdf) struct EmbeddedFont {
    /// Its name in page resources, such as `F1`.
    pub(in crate::pdf) resource: String,
    /// `ABCDEF+Name` (ISO 32000-1, 9.6.4).
    pub(super) base_name: String,
    /// The cut-down sfnt.
    pub(super) program: Vec<u8>,
    /// Advance of each code in thousandths of the font size, as the file gives it.
    pub(super) widths: Vec<f64>,
    /// The text of each used code.
    pub(super) texts: BTreeMap<u16, String>,
    /// Glyphs in the cut-down face; codes from here on are second meanings.
    pub(super) glyph_count: u16,
    /// The glyphs of the codes from `glyph_count` on.
    pub(super) extra_glyphs: Vec<u16>,
    /// Measures of the face.
    pub(super) metrics: Metrics,
}

/// Measures of a face in font units.
pub(super) struct Metrics {
    pub(super) units_per_em: u16,
    pub(super) ascent: i16,
    pub(super) descent: i16,
    pub(super) cap_height: i16,
    pub(super) weight: u16,
    pub(super) bounds: [i16; 4],
    /// Whether the outlines are CFF rather than TrueType.
    pub(super) compact: bool,
}

impl EmbeddedFont {
    /// How far a code moves the pen, in thousandths of the font size.
    pub(in crate::pdf) fn advance(&self, code: u16) -> f64 {
        self.widths.get(usize::from(code)).copied().unwrap_or(0.0)
    }

    /// How many bytes it takes, about.
    pub(in crate::pdf) fn weight(&self) -> usize {
        self.program.len() + self.texts.len() * 120 + self.widths.len() * 8
    }

    /// The face in `printpdf`'s own form.
    pub(in crate::pdf) fn to_printpdf(&self) -> ParsedFont {
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
