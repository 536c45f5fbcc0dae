//! From text to lines of placed glyphs: paragraphs in, shaped and broken lines out. Shaping is parley's work.

pub mod alphabet;
pub mod fonts;
mod numbers;
mod prepare;
mod shape;

pub use shape::{Glyph, Shaper, TextLine, TextRun, TextStyle};
