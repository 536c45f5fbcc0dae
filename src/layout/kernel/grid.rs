//! The page that a leaflet is set on: margins, columns and the scale of its type.

use super::style::{FOOT, FOOT_MARGIN, GUTTER, MARGIN, Scale, UNPRINTABLE};
use crate::geom::{Mm, Pt, Size};

/// A page filled to a smaller share than this is underfilled, unless it is the last one.
pub const WELL_FILLED: f32 = 2.0 / 3.0;

/// The width of the help box, and how its tiers use it.
#[derive(Clone, Copy, Debug)]
pub struct HelpGrid {
    /// The width of a tier.
    pub width: Pt,
    /// Space on both sides of its text.
    pub side: Pt,
    /// Columns of signs.
    pub columns: usize,
}

/// A page's margins and columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The page.
    pub page: Size,
    /// Its margin on all sides.
    pub margin: Pt,
    /// Columns of running text.
    pub columns: usize,
    /// Space between columns.
    pub gutter: Pt,
    /// Where the foot ends, above the lower edge.
    pub foot_margin: Pt,
    /// Height of the foot, the space above it included.
    pub foot: Pt,
    /// How large type is.
    pub scale: Scale,
}

/// How pages are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageStyle {
    /// Margins, columns and type.
    pub grid: Grid,
    /// Whether solid bands of colour are left out.
    pub low_ink: bool,
    /// Whether pages to write on are added until the sheets of a booklet are full.
    pub whole_sheets: bool,
}

impl Grid {
    /// A sheet that is read in the hand: two columns.
    #[must_use]
    pub const fn sheet(page: Size) -> Self {
        Self {
            page,
            margin: MARGIN,
            columns: 2,
            gutter: GUTTER,
            foot_margin: FOOT_MARGIN,
            foot: FOOT,
            scale: Scale::Usual,
        }
    }

    /// A sheet in large print: one column, whose lines are easier to follow.
    #[must_use]
    pub const fn large_sheet(page: Size) -> Self {
        Self { columns: 1, foot: Pt(76.0), scale: Scale::Large, ..Self::sheet(page) }
    }

    /// A page of a booklet: one column.
    #[must_use]
    pub const fn booklet(page: Size) -> Self {
        Self { columns: 1, margin: Mm(12.0).pt(), foot_margin: Mm(8.0).pt(), scale: Scale::Small, ..Self::sheet(page) }
    }

    /// A page of a booklet in large print.
    #[must_use]
    pub const fn large_booklet(page: Size) -> Self {
        Self { foot: Pt(96.0), scale: Scale::Large, ..Self::booklet(page) }
    }

    /// A panel of a folded leaflet.
    #[must_use]
    pub const fn panel(page: Size) -> Self {
        Self {
            columns: 1,
            margin: Mm(8.0).pt(),
            foot_margin: Mm(8.0).pt(),
            foot: Pt(0.0),
            scale: Scale::Small,
            ..Self::sheet(page)
        }
    }

    /// A poster.
    #[must_use]
    pub const fn poster(page: Size) -> Self {
        Self { margin: Mm(18.0).pt(), gutter: Mm(12.0).pt(), foot: Pt(40.0), scale: Scale::Poster, ..Self::sheet(page) }
    }

    /// A panel of a wallet card.
    #[must_use]
    pub const fn wallet(page: Size) -> Self {
        Self {
            columns: 1,
            margin: Mm(3.5).pt(),
            foot_margin: Mm(2.5).pt(),
            foot: Pt(0.0),
            scale: Scale::Wallet,
            ..Self::sheet(page)
        }
    }

    /// Width of the text area.
    #[must_use]
    pub fn width(&self) -> Pt {
        self.page.width - self.margin * 2.0
    }

    /// Where the text area ends.
    #[must_use]
    pub fn bottom(&self) -> Pt {
        self.page.height - self.foot_margin - self.foot
    }

    /// Whether a page with this much empty height is underfilled.
    #[must_use]
    pub fn is_underfilled(&self, empty: Pt) -> bool {
        empty > (self.bottom() - self.margin) * (1.0 - WELL_FILLED)
    }

    /// Width of one column.
    #[must_use]
    pub fn column(&self) -> Pt {
        (self.width() - self.gutter * (self.columns - 1) as f32) / self.columns as f32
    }

    /// The help box, which extends into the margin up to [`UNPRINTABLE`].
    #[must_use]
    pub fn help(&self) -> HelpGrid {
        HelpGrid { width: self.page.width - UNPRINTABLE * 2.0, side: self.outset(), columns: self.columns }
    }

    /// How far boxes and cards extend into the margin; their text does not.
    #[must_use]
    pub fn outset(&self) -> Pt {
        self.margin - UNPRINTABLE
    }
}
