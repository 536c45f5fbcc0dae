//! The stable codes of batches: R0 for rows, R1 for folders of outputs.

/// The file is not UTF-8 text.
pub const NOT_UTF8: &str = "R001";
/// The file, or a cell, is too large.
pub const TOO_MUCH: &str = "R002";
/// No rows can be found.
pub const NO_ROWS: &str = "R003";
/// A column means nothing here.
pub const UNKNOWN_COLUMN: &str = "R004";
/// A column is there twice.
pub const DOUBLE_COLUMN: &str = "R005";
/// A row, or the file, has no id.
pub const NO_ID: &str = "R006";
/// An id cannot name a file.
pub const BAD_ID: &str = "R007";
/// Two rows have one id.
pub const DOUBLE_ID: &str = "R008";
/// A row has more or fewer cells than the heading line.
pub const CELL_COUNT: &str = "R009";
/// A quote is never closed.
pub const OPEN_QUOTE: &str = "R010";
/// A character cannot be seen and does not belong in a cell.
pub const INVISIBLE: &str = "R011";
/// A cell is not what its column holds.
pub const BAD_CELL: &str = "R012";
/// An id has the patient's name in it.
pub const ID_IS_NAME: &str = "R013";
/// An export has spoiled a cell.
pub const FAILED_EXPORT: &str = "R014";
/// A folder has no manifest.
pub const NO_MANIFEST: &str = "R101";
/// A file is not there.
pub const MISSING: &str = "R102";
/// A file is not as it was made.
pub const CHANGED: &str = "R103";
/// A file is in no manifest.
pub const EXTRA: &str = "R104";
/// A row has no sheet.
pub const UNFINISHED: &str = "R105";
/// Manifests do not belong together.
pub const OVERLAP: &str = "R106";
/// A shard is missing.
pub const NO_SHARD: &str = "R107";
/// A manifest is keyed, and the key is not there.
pub const NO_KEY: &str = "R109";
/// A line of a manifest cannot be read.
pub const BAD_LINE: &str = "R108";
