//! Lengths, points and rectangles: the small shared ground of every stage.
//!
//! Lengths are PostScript points, 1/72 inch, the unit of PDF user space (ISO 32000-1, 8.3.2.3).
//! The origin is a page's top start corner and `y` grows downwards; only the `pdf` stage turns that round.

mod format;

pub use format::{Format, Make};

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Mm(pub f32);

/// A length in points, 1/72 inch.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Pt(pub f32);

impl Mm {
    /// The same length in points.
    #[must_use]
    pub const fn pt(self) -> Pt {
        Pt(self.0 * 72.0 / 25.4)
    }
}

impl Pt {
    /// No length.
    pub const ZERO: Self = Self(0.0);

    /// The longer of two lengths.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    /// The shorter of two lengths.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

/// A length in inches.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Inch(pub f32);

impl Inch {
    /// The same length in points.
    #[must_use]
    pub const fn pt(self) -> Pt {
        Pt(self.0 * 72.0)
    }
}

impl From<Mm> for Pt {
    fn from(mm: Mm) -> Self {
        mm.pt()
    }
}

impl Add for Pt {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Pt {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Pt {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Pt {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<f32> for Pt {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<f32> for Pt {
    type Output = Self;
    fn div(self, divisor: f32) -> Self {
        Self(self.0 / divisor)
    }
}

impl Div for Pt {
    type Output = f32;
    fn div(self, other: Self) -> f32 {
        self.0 / other.0
    }
}

impl Sum for Pt {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Extent along the line.
    pub width: Pt,
    /// Extent down the page.
    pub height: Pt,
}

/// A rectangle, given by its top start corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Distance of the start edge from the page's start edge.
    pub x: Pt,
    /// Distance of the top edge from the page's top.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
}

impl Size {
    /// The rectangle of this size whose top start corner is the origin.
    #[must_use]
    pub const fn rect(self) -> Rect {
        Rect { x: Pt::ZERO, y: Pt::ZERO, width: self.width, height: self.height }
    }
}

impl Rect {
    /// A rectangle from its top start corner and its size.
    #[must_use]
    pub const fn new(x: Pt, y: Pt, width: Pt, height: Pt) -> Self {
        Self { x, y, width, height }
    }

    /// The edge opposite the start edge.
    #[must_use]
    pub fn right(self) -> Pt {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(self) -> Pt {
        self.y + self.height
    }

    /// The rectangle moved along the line by `dx` and down by `dy`.
    #[must_use]
    pub fn moved(self, dx: Pt, dy: Pt) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// The rectangle with every edge moved outwards by `by`.
    #[must_use]
    pub fn grown(self, by: Pt) -> Self {
        Self::new(self.x - by, self.y - by, self.width + by * 2.0, self.height + by * 2.0)
    }

    /// Whether `other` lies within this rectangle, give or take a hundredth of a point.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let slack = Pt(0.01);
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }
}

/// A sheet that a leaflet is laid out on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// ISO A4, 210 x 297 mm.
    A4,
    /// US Letter, 8.5 x 11 in.
    Letter,
    /// ISO A3, 297 x 420 mm.
    A3,
    /// US Tabloid, 11 x 17 in.
    Tabloid,
}

impl Paper {
    /// The trimmed size of the sheet on its side.
    #[must_use]
    pub const fn landscape(self) -> Size {
        let Size { width, height } = self.size();
        Size { width: height, height: width }
    }

    /// The trimmed size of the sheet, upright.
    #[must_use]
    pub const fn size(self) -> Size {
        match self {
            Self::A4 => Size { width: Mm(210.0).pt(), height: Mm(297.0).pt() },
            Self::Letter => Size { width: Pt(612.0), height: Pt(792.0) },
            Self::A3 => Size { width: Mm(297.0).pt(), height: Mm(420.0).pt() },
            Self::Tabloid => Size { width: Pt(792.0), height: Pt(1224.0) },
        }
    }
}
