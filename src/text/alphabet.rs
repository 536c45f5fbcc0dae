//! The characters whose glyphs every sheet's faces have. They depend on the brand's typefaces alone, never on a patient: a
//! sheet is the same to the byte alone and in a batch, and no sheet tells which letters others have.

use crate::model::brand::{Brand, Typeface};
use crate::text::fonts::{DEFAULT_FAMILY, FontSet};

/// Letters and signs that names and notes in Latin letters are written with: ASCII, Latin-1 and Latin Extended-A, and the
/// marks of running text. A sheet with other characters has them besides.
const RANGES: [(char, char); 5] = [('!', '~'), ('\u{a1}', '\u{ac}'), ('\u{ae}', '\u{17f}'), ('‐', '—'), ('‘', '”')];
/// Single marks.
const MARKS: [char; 3] = ['•', '…', '−'];

/// The alphabet of a brand: what its typefaces have of [`RANGES`] and [`MARKS`].
pub fn of(brand: &Brand, fonts: &FontSet) -> String {
    let all: String = RANGES.iter().flat_map(|(first, last)| *first..=*last).chain(MARKS).collect();
    let family = |typeface: &Option<Typeface>| {
        typeface.as_ref().map_or(DEFAULT_FAMILY, |typeface| typeface.family.value.as_str()).to_owned()
    };
    let families = [family(&brand.fonts.body), family(&brand.fonts.heading)];
    let missing: Vec<char> = families.iter().flat_map(|family| fonts.uncovered(&all, family)).collect();
    all.chars().filter(|c| !missing.contains(c)).collect()
}
