//! Font faces: the bundled ones and a brand's own. System fonts are never used.

use std::borrow::Cow;
use std::sync::Arc;

/// One static font face.
#[derive(Debug, PartialEq, Eq)]
pub struct Face {
    /// Family name as brands give it, such as `Source Sans 3`.
    pub family: String,
    /// PostScript name, such as `SourceSans3-Bold`.
    pub postscript_name: String,
    /// Whether it is the bold of its family.
    pub bold: bool,
    /// The sfnt bytes.
    pub data: FontData,
}

/// Bytes of a face, shared and either built into the program or read from a file.
pub type FontData = Arc<Cow<'static, [u8]>>;
