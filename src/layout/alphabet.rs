//! Glyphs that many documents have in common, so that they can share their faces.

use super::display::{GlyphRun, Ink};
use super::grid::PageStyle;
use super::kernel::set::{Setter, TextPaint};
use super::kernel::style::{Step, USUAL};
use crate::compose::Document;
use crate::model::text::Rich;
use crate::text::Shaper;

/// Glyph runs of single characters in every weight that running text has, for faces that documents share.
pub fn alphabet(document: &Document, shaper: &mut Shaper, style: PageStyle, characters: &str) -> Vec<GlyphRun> {
    if characters.is_empty() {
        return Vec::new();
    }
    let mut setter = Setter::new(document, shaper, style, USUAL);
    let apart: Vec<String> = characters.chars().map(String::from).collect();
    let rich = Rich::plain(apart.join(" "));
    let mut runs = Vec::new();
    for step in [Step::Body, Step::Strong, Step::Section] {
        let paint = TextPaint { step, colour: document.theme.ink };
        let items = setter.furniture(&rich, paint, style.grid.width()).into_iter().flat_map(|slab| slab.items);
        runs.extend(items.filter_map(|item| match item.ink {
            // A face may lack what another weight of it has.
            Ink::Glyphs(run) => {
                Some(GlyphRun { glyphs: run.glyphs.iter().filter(|glyph| glyph.id != 0).cloned().collect(), ..run })
            }
            _ => None,
        }));
    }
    runs
}
