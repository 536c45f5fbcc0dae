//! The colours of a leaflet, derived from a brand's two.

use super::document::Theme;
use crate::art::Colour;

/// Contrast that running text needs (WCAG 2.1, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// The theme of a brand's colours and families.
#[must_use]
pub fn theme(primary: Colour, accent: Colour, body_family: &str, heading_family: &str) -> Theme {
    let tint = primary.tint(0.10);
    Theme {
        primary,
        heading: primary.mix(Colour::BLACK, 0.30).darkened_to(tint, 7.0),
        accent,
        tint,
        line: primary.tint(0.30),
        ink: Colour::new(0x1d, 0x25, 0x29),
        quiet: Colour::new(0x4d, 0x58, 0x5e),
        body_family: body_family.to_owned(),
        heading_family: heading_family.to_owned(),
    }
}
