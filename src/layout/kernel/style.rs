//! Sizes, spaces and colours: a type scale on a baseline grid of four points (see ARCHITECTURE).

use crate::art::Colour;
use crate::compose::document::{Theme, Urgency};
use crate::geom::{Mm, Pt};
use crate::model::handout::Evidence;
use crate::text::TextStyle;

/// Page margin on all sides.
pub const MARGIN: Pt = Mm(16.0).pt();
/// Space between columns.
pub const GUTTER: Pt = Mm(8.0).pt();
/// Width of the strip along the paper's edges that office printers cannot print.
pub const UNPRINTABLE: Pt = Mm(6.0).pt();
/// Where the page foot ends, above the page's lower edge.
pub const FOOT_MARGIN: Pt = Mm(10.0).pt();
/// Height of the page foot, the space above it included.
pub const FOOT: Pt = Pt(44.0);
/// The longest line of running text, in multiples of its size: at most 75 characters, most often 60 to 70.
pub const MEASURE: f32 = 30.0;

/// The scale of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// 12 points for running text.
    Usual,
    /// For small pages: running text as in [`Usual`](Self::Usual), smaller headings.
    Small,
    /// Large print: 18 points for running text, nothing under 16.
    Large,
    /// For a wall: 13 points for running text, and a title to be read from across the room.
    Poster,
    /// For a wallet: 10.5 points.
    Wallet,
}

impl Scale {
    /// Factor for spaces and marks.
    #[must_use]
    pub const fn factor(self) -> f32 {
        match self {
            Self::Usual | Self::Small => 1.0,
            Self::Large => 1.5,
            Self::Poster => 1.1,
            Self::Wallet => 0.75,
        }
    }
}

/// Space between blocks, in multiples of the grid. Layouts try several and keep the one that fills pages best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spacing {
    /// Between bands.
    pub band: Pt,
    /// Before a section's heading within a column.
    pub section: Pt,
    /// Before a group's heading.
    pub group: Pt,
    /// Between items and paragraphs.
    pub item: Pt,
    /// Whether lines of running text stand closer, 15 points apart instead of 16.
    pub dense: bool,
}

impl Spacing {
    /// The same spacing for type of another scale.
    #[must_use]
    pub fn at(self, scale: Scale) -> Self {
        let factor = scale.factor();
        Self {
            band: self.band * factor,
            section: self.section * factor,
            group: self.group * factor,
            item: self.item * factor,
            dense: self.dense,
        }
    }
}

/// The usual spacing.
pub const USUAL: Spacing = Spacing { band: Pt(24.0), section: Pt(24.0), group: Pt(16.0), item: Pt(8.0), dense: false };
/// Closer; may save a page.
pub const TIGHT: Spacing = Spacing { band: Pt(20.0), section: Pt(20.0), group: Pt(12.0), item: Pt(6.0), dense: false };
/// Closest, for leaflets of many pages.
pub const DENSE: Spacing = Spacing { band: Pt(16.0), section: Pt(16.0), group: Pt(12.0), item: Pt(4.0), dense: true };
/// Wider, where pages would be half empty.
pub const AIRY: Spacing = Spacing { band: Pt(28.0), section: Pt(32.0), group: Pt(20.0), item: Pt(12.0), dense: false };
/// Layouts with more pages than this try [`DENSE`].
pub const MANY_PAGES: usize = 8;
/// The spacing inside boxes, which hold short lists.
pub const COMPACT: Spacing = DENSE;
/// Space between a box's edge and its content.
pub const BOX_PADDING: Pt = Pt(14.0);
/// Corner radius of boxes.
pub const RADIUS: f64 = 8.0;

/// A step of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Running text.
    Body,
    /// Names of items.
    Strong,
    /// The main message.
    Lead,
    /// Small headings.
    Group,
    /// Names of exercises on their cards.
    Card,
    /// Section headings.
    Section,
    /// The help page's heading.
    Help,
    /// What to do, on a tier's bar.
    Tier,
    /// Warning signs and exercise cards: lines closer than in running text, so that each fits on one page.
    Sign,
    /// The dose on a card.
    Dose,
    /// Warning signs where room is tightest; leading is still 1.15 times the size (clear print).
    TightSign,
    /// What a tier says to do, where room is tightest: bold, with the leading of [`TightSign`](Self::TightSign).
    TightStrong,
    /// Telephone numbers on a tier's bar.
    Number,
    /// The title.
    Title,
    /// The brand's name.
    Brand,
    /// Page foot.
    Foot,
    /// Sources.
    Small,
}

impl Step {
    /// The text style of the step in the theme's families, at a scale.
    #[must_use]
    pub fn style(self, theme: &Theme, scale: Scale) -> TextStyle<'_> {
        let (size, leading) = self.size(scale);
        let family = if self.is_heading() { &theme.heading_family } else { &theme.body_family };
        let balanced = matches!(self, Self::Group | Self::Card | Self::Section | Self::Help | Self::Tier | Self::Title);
        TextStyle { family, size: Pt(size), leading: Pt(leading), bold: self.is_bold(), balanced }
    }

    const fn is_heading(self) -> bool {
        matches!(
            self,
            Self::Group
                | Self::Card
                | Self::Section
                | Self::Help
                | Self::Tier
                | Self::Number
                | Self::Title
                | Self::Brand
        )
    }

    const fn is_bold(self) -> bool {
        self.is_heading() || matches!(self, Self::Strong | Self::TightStrong | Self::Dose)
    }

    /// Size and leading in points.
    const fn size(self, scale: Scale) -> (f32, f32) {
        match scale {
            Scale::Usual => match self {
                Self::Body | Self::Strong => (12.0, 16.0),
                Self::Sign | Self::Dose => (12.0, 15.0),
                Self::TightSign | Self::TightStrong => (12.0, 14.0),
                Self::Lead => (14.0, 20.0),
                Self::Group => (13.0, 16.0),
                Self::Card => (14.0, 18.0),
                Self::Tier => (16.0, 20.0),
                Self::Section => (17.0, 20.0),
                Self::Help | Self::Number => (24.0, 28.0),
                Self::Title => (32.0, 36.0),
                Self::Brand => (15.0, 20.0),
                Self::Foot | Self::Small => (10.0, 12.0),
            },
            Scale::Small => match self {
                Self::Title => (26.0, 30.0),
                Self::Help => (20.0, 24.0),
                Self::Number => (19.0, 21.0),
                Self::Section => (16.0, 20.0),
                Self::Tier => (13.0, 15.5),
                Self::TightSign | Self::TightStrong => (12.0, 13.8),
                Self::Lead => (13.0, 18.0),
                Self::Brand => (14.0, 18.0),
                other => other.size(Scale::Usual),
            },
            Scale::Large => match self {
                Self::Body | Self::Strong => (18.0, 24.0),
                Self::Sign | Self::Dose => (18.0, 23.0),
                Self::TightSign | Self::TightStrong => (18.0, 21.0),
                Self::Lead => (20.0, 28.0),
                Self::Group => (20.0, 24.0),
                Self::Card => (22.0, 28.0),
                Self::Tier => (22.0, 28.0),
                Self::Section => (26.0, 32.0),
                Self::Help | Self::Number => (32.0, 36.0),
                Self::Title => (36.0, 40.0),
                Self::Brand => (20.0, 26.0),
                Self::Foot | Self::Small => (16.0, 19.0),
            },
            Scale::Poster => match self {
                Self::Body | Self::Strong => (13.0, 17.0),
                Self::Sign | Self::Dose => (12.5, 15.0),
                Self::TightSign | Self::TightStrong => (12.0, 14.0),
                Self::Lead => (18.0, 24.0),
                Self::Group => (14.0, 18.0),
                Self::Card => (15.0, 19.0),
                Self::Tier => (18.0, 22.0),
                Self::Section => (19.0, 23.0),
                Self::Help => (24.0, 28.0),
                Self::Number => (26.0, 30.0),
                Self::Title => (44.0, 48.0),
                Self::Brand => (18.0, 22.0),
                Self::Foot | Self::Small => (11.0, 13.5),
            },
            Scale::Wallet => match self {
                Self::Body | Self::Strong | Self::Lead | Self::Foot | Self::Small => (10.5, 13.0),
                Self::Sign | Self::Dose | Self::TightSign | Self::TightStrong => (10.5, 12.1),
                Self::Group | Self::Card | Self::Section | Self::Tier => (10.5, 12.5),
                Self::Brand => (11.0, 13.0),
                Self::Help => (13.0, 15.0),
                Self::Number => (15.0, 18.0),
                Self::Title => (16.0, 18.0),
            },
        }
    }
}

/// The colours of a tier's bar and ground. They are the same under every brand.
#[must_use]
pub const fn tier_colours(urgency: Urgency) -> (Colour, Colour) {
    match urgency {
        Urgency::Emergency => (Colour::new(0xb3, 0x26, 0x1e), Colour::new(0xfd, 0xec, 0xea)),
        Urgency::Urgent => (Colour::new(0x7a, 0x4b, 0x00), Colour::new(0xff, 0xf3, 0xdc)),
        Urgency::Routine => (Colour::new(0x1b, 0x5e, 0x3f), Colour::new(0xe9, 0xf5, 0xee)),
    }
}

/// The colour of an evidence label. It is the same under every brand.
#[must_use]
pub const fn evidence_colour(evidence: Evidence) -> Colour {
    match evidence {
        Evidence::Recommended => Colour::new(0x1b, 0x5e, 0x3f),
        Evidence::MayHelp => Colour::new(0x2b, 0x5d, 0x8c),
        Evidence::NotEnoughEvidence => Colour::new(0x5a, 0x60, 0x66),
        Evidence::SpecialistOnly => Colour::new(0x6a, 0x34, 0x5c),
        Evidence::DoNotUse => Colour::new(0xb3, 0x26, 0x1e),
    }
}

/// The rule over an evidence label that warns: heavy for what not to use, thin for what needs a specialist.
#[must_use]
pub const fn evidence_rule(evidence: Evidence) -> Option<Pt> {
    match evidence {
        Evidence::Recommended | Evidence::MayHelp | Evidence::NotEnoughEvidence => None,
        Evidence::SpecialistOnly => Some(Pt(1.0)),
        Evidence::DoNotUse => Some(Pt(3.5)),
    }
}
