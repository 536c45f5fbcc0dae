//! From meaning to places: a [`Document`] in, a [`Publication`] out, or what does not fit.
//!
//! `blocks` cuts blocks into slabs (strips that never split), `kernel/flow` fills regions with slabs, `pages` stacks bands
//! on pages. All of it works on logical start and end; pages that run from right to left are mirrored at the very
//! end, and text inside a line is already in visual order by then.

mod blocks;
pub mod display;
mod kernel;
mod pages;
mod plan;

pub use kernel::grid;
pub use pages::{folded, poster, wallet};

use std::fmt;

use crate::compose::Document;
use crate::geom::Pt;
use crate::model::text::Rich;
use crate::text::Shaper;
use display::{GlyphRun, Ink, Publication};
use grid::PageStyle;
use kernel::{set, slab, style};
use pages::choose;

/// Something that does not fit where it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// What does not fit: its heading, or its first words.
    pub what: String,
    /// Its first words.
    pub text: String,
    /// By how many points.
    pub points: u32,
}

impl fmt::Display for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {} points too long for its page", self.what, self.points)
    }
}

impl std::error::Error for Overflow {}

impl Overflow {
    fn of(what: &str, text: &str, by: Pt) -> Self {
        Self { what: what.to_owned(), text: text.to_owned(), points: by.0.ceil().max(1.0) as u32 }
    }

    fn of_slab(slab: &slab::Slab, by: Pt) -> Self {
        let text = slab.first_words();
        let what = slab.heading.as_ref().map_or_else(|| format!("“{text}”"), |(title, _)| format!("“{title}”"));
        Self::of(&what, &text, by)
    }
}

/// Lays a document out on pages, as many as it needs.
///
/// # Errors
/// Names each part that cannot be placed whole; nothing is ever cut.
pub fn lay_out(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    choose::lay_out(document, shaper, style)
}

/// Lays a patient's own sheet out: on as few pages as it can be.
///
/// # Errors
/// Names each part that cannot be placed whole; nothing is ever cut.
pub fn lay_out_short(document: &Document, shaper: &mut Shaper, style: PageStyle) -> Result<Publication, Vec<Overflow>> {
    choose::lay_out_short(document, shaper, style)
}

/// Glyph runs of single characters in every weight that running text has, for faces that documents share.
pub fn alphabet(document: &Document, shaper: &mut Shaper, style: PageStyle, characters: &str) -> Vec<GlyphRun> {
    if characters.is_empty() {
        return Vec::new();
    }
    let mut setter = set::Setter::new(document, shaper, style, style::USUAL);
    let apart: Vec<String> = characters.chars().map(String::from).collect();
    let rich = Rich::plain(apart.join(" "));
    let mut runs = Vec::new();
    for step in [style::Step::Body, style::Step::Strong, style::Step::Section] {
        let paint = set::Paint { step, colour: document.theme.ink };
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
