//! From what the YAML says to which blocks a leaflet has: a handout and a brand in, a [`Document`] out.
//!
//! Meaning is decided here (heading, list, figure) and carried through layout to the PDF's tags.

pub mod branding;
pub mod branding_codes;
pub mod contacts;
pub mod document;
mod exercises;
mod help;
mod imprint;
mod leaflet;
pub mod pictures;
pub mod reading_copy;
pub mod reserved;
pub mod select;
pub mod sheet;
pub mod shelf;
mod theme;

pub use document::Document;
pub use leaflet::{Input, Marks, compose};
pub use theme::theme;
