//! sRGB colours, their mixing, and contrast by WCAG 2.1.

use std::fmt;
use std::str::FromStr;

/// An sRGB colour, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self::new(0xff, 0xff, 0xff);
    /// Black.
    pub const BLACK: Self = Self::new(0, 0, 0);

    /// A colour from its channels.
    #[must_use]
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b }
    }

    /// The colour mixed with `share` (0 to 1) of `other`, in sRGB.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        Self::new(mix(self.r, other.r), mix(self.g, other.g), mix(self.b, other.b))
    }

    /// A pale version for quiet panels: `share` of the colour on white.
    #[must_use]
    pub fn tint(self, share: f32) -> Self {
        Self::WHITE.mix(self, share)
    }

    /// Relative luminance, 0 for black to 1 for white (WCAG 2.1).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio with `other`, from 1 to 21 (WCAG 2.1, 1.4.3).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest darker colour whose contrast with `background` is at least `ratio`.
    #[must_use]
    pub fn darkened_to(self, background: Self, ratio: f64) -> Self {
        (0..=100)
            .map(|percent| self.mix(Self::BLACK, percent as f32 / 100.0))
            .find(|colour| colour.contrast(background) >= ratio)
            .unwrap_or(Self::BLACK)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

/// A colour was not written as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColourError;

impl fmt::Display for ColourError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour is written as # and six hexadecimal digits")
    }
}

impl std::error::Error for ColourError {}

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.strip_prefix('#').ok_or(ColourError)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ColourError);
        Ok(Self::new(channel(0)?, channel(2)?, channel(4)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_follows_wcag() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        let grey: Colour = "#767676".parse().expect("a colour");
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn darkening_reaches_the_ratio_and_no_more() {
        let pale: Colour = "#7fd0d8".parse().expect("a colour");
        let dark = pale.darkened_to(Colour::WHITE, 4.5);
        assert!(dark.contrast(Colour::WHITE) >= 4.5 && dark.contrast(Colour::WHITE) < 4.8);
    }

    #[test]
    fn malformed_colours_are_refused() {
        for text in ["1f6f78", "#1f6f7", "#1f6f7g", "#1f6f78ff", "#été"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }
}
