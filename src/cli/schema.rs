//! `handout schema`: the JSON Schemas that editors and the program itself read files by.

use clap::ValueEnum;

use super::files;
use super::print::Problem;
use crate::model::approval::Policy;
use crate::model::brand::Brand;
use crate::model::exercise::Exercise;
use crate::model::handout::Handout;
use crate::model::patient::SheetRequest;
use crate::model::picture::Picture;
use crate::model::schema;
use crate::model::sources::Sources;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A handout.
    Handout,
    /// An exercise.
    Exercise,
    /// A picture that belongs to no exercise.
    Picture,
    /// A brand.
    Brand,
    /// The list of sources.
    Sources,
    /// The clinic's `approval.yaml`: which roles must approve.
    Approval,
    /// The request for a patient's own sheet.
    Sheet,
}

/// The schema of a format as text.
pub fn text(kind: Kind) -> String {
    let schema = match kind {
        Kind::Handout => schema::of::<Handout>(),
        Kind::Exercise => schema::of::<Exercise>(),
        Kind::Picture => schema::of::<Picture>(),
        Kind::Brand => schema::of::<Brand>(),
        Kind::Sources => schema::of::<Sources>(),
        Kind::Approval => schema::of::<Policy>(),
        Kind::Sheet => schema::of::<SheetRequest>(),
    };
    format!("{schema:#}\n")
}

/// Prints a schema.
pub fn schema(kind: Kind) -> Result<(), Problem> {
    files::write_stdout(text(kind).as_bytes())
}
