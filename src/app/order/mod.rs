//! The pipeline for everything that is printed, leaflets and personal sheets alike: an [`Order`] is checked, what was checked
//! is composed and laid out, and the pages are checked and written.
//!
//! ```text
//! Order ─check─► Checked ─document─► Document      (meaning)
//!                   └─────proof────► Proof ─print─► Leaflet
//!                                (Publication)       (bytes)
//! ```

mod checked;
mod fit;
mod formats;
mod personal;
mod proof;
mod shared;

pub use checked::Checked;
pub use formats::{Produced, paper};
pub use personal::{Overridden, Prescribed};
pub use proof::{Leaflet, Proof, unwritten};

use crate::check::Clock;
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::Finding;
use crate::geom::Format;
use crate::model::Loaded;
use crate::model::day::DateOrder;
use crate::model::handout::Handout;
use crate::model::patient::SheetRequest;

/// What is to be printed: a handout under a brand, for everybody or for one patient.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The handout, read and completed by its topic ([`Shelf::read_handout`]).
    pub handout: &'a Loaded<Handout>,
    /// The brand, made ready.
    pub branding: &'a Branding,
    /// What the handout draws on.
    pub shelf: &'a Shelf,
    /// The patient whose own sheet it is; `None` for a leaflet.
    pub patient: Option<&'a SheetRequest>,
    /// How it is made.
    pub settings: Settings,
}

/// How something is made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The format; without it, sheets of the brand's paper. A personal sheet takes the paper of it.
    pub format: Option<Format>,
    /// Large print, for those who cannot read the usual size.
    pub large_print: bool,
    /// For a print shop: bleed, crop marks and fold marks.
    pub press: bool,
    /// Without solid bands of colour.
    pub low_ink: bool,
    /// Dotted lines where the sheet is folded.
    pub fold_guides: bool,
    /// The document's date, seconds since 1970; without it, the day the handout was published.
    pub timestamp: Option<i64>,
    /// What day it is.
    pub clock: Clock,
    /// The order of days in figures in requests for personal sheets, where it was told.
    pub dates: Option<DateOrder>,
    /// Lay out in spite of errors, where that can be done, and mark every page.
    pub draft: bool,
    /// Whether the title that a personal sheet's file has of itself tells the patient's name.
    pub name_in_metadata: bool,
}

impl<'a> Order<'a> {
    /// Finds what is wrong, as far as that can be told without laying anything out.
    #[must_use]
    pub fn check(&self) -> Checked<'a> {
        let handout = Checked::of_handout(self);
        match self.patient {
            Some(request) => handout.personal(request),
            None => handout,
        }
    }

    /// The finished PDF.
    ///
    /// # Errors
    /// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
    pub fn build(&self) -> Result<Leaflet, Vec<Finding>> {
        self.check().proof().print()
    }
}
