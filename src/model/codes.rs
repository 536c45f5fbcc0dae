//! The stable codes of what can be wrong with a YAML file, one a kind of mistake.

/// The file is not YAML: a quote, bracket, colon or indentation is wrong.
pub const SYNTAX: &str = "H001";
/// The same key stands twice in one map.
pub const DUPLICATE_KEY: &str = "H002";
/// The file is too long, nested too deeply, or has too many entries or mistakes.
pub const TOO_MUCH: &str = "H003";
/// An anchor, alias, merge key or tag, which this program does not read.
pub const REFERENCE: &str = "H004";
/// A character that cannot be seen and does not belong in a text.
pub const CONTROL_CHARACTER: &str = "H005";
/// A file with more than one YAML document in it.
pub const SEVERAL_DOCUMENTS: &str = "H006";
/// A text that must stand in quotes: one with a colon in it, or one that starts with `{`, `[`, `#` or the like.
pub const UNQUOTED: &str = "H007";
/// A character of a word processor where YAML has its own: an indentation, a hyphen, a quotation mark.
pub const FOREIGN: &str = "H008";
/// A text where a list is expected, a list where a text is expected, and the like.
pub const WRONG_TYPE: &str = "H010";
/// A part that must be there is missing.
pub const MISSING_KEY: &str = "H011";
/// A key that means nothing here, often a slip of the pen.
pub const UNKNOWN_KEY: &str = "H012";
/// A value that is not one of the choices.
pub const UNKNOWN_VALUE: &str = "H013";
/// A date, colour or the like that is not written as it must be.
pub const MALFORMED: &str = "H014";
/// A number that is too small or too large.
pub const OUT_OF_RANGE: &str = "H015";
/// Nothing is written where something must be.
pub const EMPTY: &str = "H016";
/// The end of a text, behind `#`, which YAML leaves out.
pub const TEXT_CUT: &str = "H017";
/// A line that starts with a hyphen but is read as part of the text above it.
pub const LINE_JOINED: &str = "H018";
