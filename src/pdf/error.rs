//! What can go wrong while a PDF is written.

use std::fmt;

/// Why a publication could not be written.
#[derive(Debug)]
pub enum PdfError {
    /// A face cannot be read or cut down to the glyphs used.
    Font {
        /// The face's PostScript name.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// A face has no glyph for a stretch of text.
    MissingGlyph {
        /// The face's PostScript name.
        name: String,
        /// The text that cannot be shown.
        text: String,
    },
    /// A picture's dots do not match its size.
    Picture,
    /// The display list names a face, element, page or stretch of text that it does not hold.
    Dangling(&'static str),
    /// `printpdf` reported an error; the text is its own.
    Content(String),
    /// The bytes could not be put together.
    Save(std::io::Error),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font { name, why } => write!(f, "the font {name} cannot be embedded: {why}"),
            Self::MissingGlyph { name, text } => write!(f, "the font {name} has no glyph for {text:?}"),
            Self::Picture => f.write_str("a picture's dots do not match its width and height"),
            Self::Dangling(what) => write!(f, "the layout names {what} that does not exist"),
            Self::Content(why) => write!(f, "a page cannot be written: {why}"),
            Self::Save(error) => write!(f, "the PDF cannot be put together: {error}"),
        }
    }
}

impl std::error::Error for PdfError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Save(error) => Some(error),
            _ => None,
        }
    }
}
