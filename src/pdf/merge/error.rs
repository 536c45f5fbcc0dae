//! What can go wrong while files are merged.

use std::{fmt, io};

use crate::pdf::PdfError;

/// Why files could not be merged.
#[derive(Debug)]
pub enum MergeError {
    /// A file is damaged, or none of this program's; the text says where.
    Damaged(String),
    /// There is no sheet.
    Empty,
    /// The file would be larger than a PDF may be.
    TooLarge,
    /// The merged file could not be put together.
    Write(PdfError),
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(what) => write!(f, "a sheet is damaged, or not made by this program: {what}"),
            Self::Empty => f.write_str("there is no sheet to merge"),
            Self::TooLarge => f.write_str("the merged file would be too large for a PDF; merge fewer sheets"),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for MergeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            _ => None,
        }
    }
}

/// Bytes could not be put together.
pub(super) fn unwritten(error: io::Error) -> MergeError {
    MergeError::Write(PdfError::Save(error))
}

/// What is told of a file that is not one of ours, or not whole.
pub(super) fn damaged(what: impl Into<String>) -> MergeError {
    MergeError::Damaged(what.into())
}
