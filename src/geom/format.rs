//! The shapes that a leaflet is made in, by the names that people ask for them.

use super::Paper;

/// A shape that a leaflet is laid out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A4 sheets.
    A4,
    /// US Letter sheets.
    Letter,
    /// One A4 sheet folded into six panels, the flap inside.
    A4Trifold,
    /// One US Letter sheet folded into six panels, the flap inside.
    LetterTrifold,
    /// One A4 sheet folded into six panels like a Z.
    A4Zfold,
    /// One US Letter sheet folded into six panels like a Z.
    LetterZfold,
    /// A booklet of A5 pages on A4 sheets.
    A5Booklet,
    /// A booklet of half-Letter pages on US Letter sheets.
    HalfLetterBooklet,
    /// Warning signs and numbers for a wallet.
    Card,
    /// An A3 poster.
    A3Poster,
    /// A US Tabloid poster.
    TabloidPoster,
}

/// How a format is made of its paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Make {
    /// Sheets, printed on both sides and turned over the long edge.
    Sheet,
    /// One sheet with two folds, the right or left panel tucked in.
    Trifold,
    /// One sheet with two folds, like a Z.
    Zfold,
    /// Sheets folded once and stapled in the fold.
    Booklet,
    /// Strips that are cut out and folded like a concertina; the paper is the brand's.
    Card,
    /// One side of one sheet, for a wall.
    Poster,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 11] = [
        Self::A4,
        Self::Letter,
        Self::A4Trifold,
        Self::LetterTrifold,
        Self::A4Zfold,
        Self::LetterZfold,
        Self::A5Booklet,
        Self::HalfLetterBooklet,
        Self::Card,
        Self::A3Poster,
        Self::TabloidPoster,
    ];

    /// The name that it is asked for by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
            Self::A4Trifold => "a4-trifold",
            Self::LetterTrifold => "letter-trifold",
            Self::A4Zfold => "a4-zfold",
            Self::LetterZfold => "letter-zfold",
            Self::A5Booklet => "a5-booklet",
            Self::HalfLetterBooklet => "half-letter-booklet",
            Self::Card => "card",
            Self::A3Poster => "a3-poster",
            Self::TabloidPoster => "tabloid-poster",
        }
    }

    /// What it is, in a line.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::A4 => "A4 sheets, 210 x 297 mm: the whole leaflet",
            Self::Letter => "US Letter sheets, 8.5 x 11 in: the whole leaflet",
            Self::A4Trifold => "one A4 sheet, two folds, flap tucked in: what matters most, on six panels",
            Self::LetterTrifold => "one US Letter sheet, two folds, flap tucked in: what matters most, on six panels",
            Self::A4Zfold => "one A4 sheet, folded like a Z: what matters most, on six panels",
            Self::LetterZfold => "one US Letter sheet, folded like a Z: what matters most, on six panels",
            Self::A5Booklet => {
                "A5 pages on A4 sheets, folded and stapled: the whole leaflet, and an edition to read on screen"
            }
            Self::HalfLetterBooklet => {
                "half-Letter pages on US Letter sheets, folded and stapled: the whole leaflet, and an edition to read on screen"
            }
            Self::Card => "warning signs and numbers for a wallet: strips of 85.6 x 54 mm panels to cut out and fold",
            Self::A3Poster => "one A3 sheet for a waiting room: what matters most",
            Self::TabloidPoster => "one US Tabloid sheet, 11 x 17 in, for a waiting room: what matters most",
        }
    }

    /// How it is made.
    #[must_use]
    pub const fn make(self) -> Make {
        match self {
            Self::A4 | Self::Letter => Make::Sheet,
            Self::A4Trifold | Self::LetterTrifold => Make::Trifold,
            Self::A4Zfold | Self::LetterZfold => Make::Zfold,
            Self::A5Booklet | Self::HalfLetterBooklet => Make::Booklet,
            Self::Card => Make::Card,
            Self::A3Poster | Self::TabloidPoster => Make::Poster,
        }
    }

    /// The paper that it is printed on; `None` for the card, which takes the brand's.
    #[must_use]
    pub const fn paper(self) -> Option<Paper> {
        match self {
            Self::A4 | Self::A4Trifold | Self::A4Zfold | Self::A5Booklet => Some(Paper::A4),
            Self::Letter | Self::LetterTrifold | Self::LetterZfold | Self::HalfLetterBooklet => Some(Paper::Letter),
            Self::A3Poster => Some(Paper::A3),
            Self::TabloidPoster => Some(Paper::Tabloid),
            Self::Card => None,
        }
    }

    /// The sheets of a paper.
    #[must_use]
    pub const fn sheet(paper: Paper) -> Self {
        match paper {
            Paper::Letter | Paper::Tabloid => Self::Letter,
            Paper::A4 | Paper::A3 => Self::A4,
        }
    }
}
