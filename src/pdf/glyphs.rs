//! Glyph runs as text-showing operators (ISO 32000-1, 9.4.3).

use printpdf::{Codepoint, Op, TextItem};

use super::fonts::{DRAWN, EmbeddedFont};
use super::values::{from_hundredths, hundredths};
use crate::layout::display::GlyphRun;

/// How far the pen may be off before it is corrected, in thousandths of the font size.
const TOLERANCE: f64 = 2.0;

/// Shows a run's glyphs; the text cursor stands at `origin`, measured from the run's left end. The pen is followed with the very widths that the file gives, so that
/// neither their rounding nor that of corrections adds up.
pub(super) fn show(ops: &mut Vec<Op>, font: &EmbeddedFont, run: &GlyphRun, codes: &[u16], origin: f32) {
    let thousandths = 1000.0 / f64::from(from_hundredths(hundredths(run.size.0)).max(0.01));
    let (mut pen, mut rise) = (0.0, 0);
    let mut items: Vec<TextItem> = Vec::new();
    for (glyph, &code) in run.glyphs.iter().zip(codes).filter(|(_, code)| **code != DRAWN) {
        let wanted_rise = hundredths(glyph.rise);
        if wanted_rise != rise {
            flush(ops, &mut items);
            ops.push(Op::SetLineOffset { multiplier: from_hundredths(wanted_rise) });
            rise = wanted_rise;
        }
        let off = pen - f64::from(glyph.x - origin) * thousandths;
        if off.abs() > TOLERANCE {
            let correction = off.round();
            items.push(TextItem::Offset(correction as f32));
            pen -= correction;
        }
        match items.last_mut() {
            Some(TextItem::GlyphIds(glyphs)) => glyphs.push(Codepoint::new(code, 0.0)),
            _ => items.push(TextItem::GlyphIds(vec![Codepoint::new(code, 0.0)])),
        }
        pen += font.advance(code);
    }
    flush(ops, &mut items);
    if rise != 0 {
        ops.push(Op::SetLineOffset { multiplier: 0.0 });
    }
}

fn flush(ops: &mut Vec<Op>, items: &mut Vec<TextItem>) {
    if !items.is_empty() {
        ops.push(Op::ShowText { items: std::mem::take(items) });
    }
}
