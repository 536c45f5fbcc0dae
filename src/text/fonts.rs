//! Font faces: the bundled ones and a brand's own. System fonts are never used.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use crate::model::text::{clean, is_steering};

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

/// Why a font file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontError {
    /// Not a TrueType font, or a damaged one.
    Damaged,
    /// Not a TrueType font but one with PostScript outlines.
    NotTrueType,
    /// A variable font: only static faces can be embedded.
    Variable,
    /// Its licence flags forbid embedding (OS/2 fsType).
    EmbeddingForbidden,
    /// Larger than [`MAX_BYTES`].
    TooLarge,
}

/// The largest font file that is read.
pub const MAX_BYTES: usize = 20 << 20;

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "it is not a font, or it is damaged",
            Self::NotTrueType => "it has PostScript outlines; a TrueType (.ttf) file is needed",
            Self::Variable => "it is a variable font; a static face is needed",
            Self::EmbeddingForbidden => "its licence flags forbid embedding it in a document",
            Self::TooLarge => "it is larger than 20 MB",
        })
    }
}

impl std::error::Error for FontError {}

impl Face {
    /// Reads a face from a file's bytes, for use as the regular or bold of `family`.
    ///
    /// # Errors
    /// When the bytes are no static TrueType face that may be embedded.
    pub fn read(family: &str, bold: bool, bytes: Vec<u8>) -> Result<Self, FontError> {
        if bytes.len() > MAX_BYTES {
            return Err(FontError::TooLarge);
        }
        let font = FontRef::new(&bytes).map_err(|_| FontError::Damaged)?;
        if !font.axes().is_empty() {
            return Err(FontError::Variable);
        }
        if font.glyf().is_err() {
            return Err(FontError::NotTrueType);
        }
        if font.os2().is_ok_and(|os2| os2.fs_type() & 0x000f == 0x0002) {
            return Err(FontError::EmbeddingForbidden);
        }
        let name = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
        let postscript_name = name.map_or_else(|| family.replace(' ', ""), |name| name.to_string());
        let postscript_name = postscript_name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        Ok(Self { family: family.to_owned(), postscript_name, bold, data: Arc::new(Cow::Owned(bytes)) })
    }

    fn bundled(family: &str, postscript_name: &str, bold: bool, bytes: &'static [u8]) -> Arc<Self> {
        Arc::new(Self {
            family: family.to_owned(),
            postscript_name: postscript_name.to_owned(),
            bold,
            data: Arc::new(Cow::Borrowed(bytes)),
        })
    }
}

/// The family of leaflets whose brand names none.
pub const DEFAULT_FAMILY: &str = "Source Sans 3";

/// The family for Arabic script.
pub const ARABIC_FAMILY: &str = "Noto Sans Arabic";

macro_rules! bundle {
    ($family:literal, $folder:literal, $file:literal) => {
        [
            Face::bundled(
                $family,
                concat!($file, "-Regular"),
                false,
                include_bytes!(concat!("../../fonts/", $folder, "/", $file, "-Regular.ttf")),
            ),
            Face::bundled(
                $family,
                concat!($file, "-Bold"),
                true,
                include_bytes!(concat!("../../fonts/", $folder, "/", $file, "-Bold.ttf")),
            ),
        ]
    };
}

static BUNDLED: LazyLock<Vec<Arc<Face>>> = LazyLock::new(|| {
    [
        bundle!("Source Sans 3", "source-sans-3", "SourceSans3"),
        bundle!("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext"),
        bundle!("Noto Sans Arabic", "noto-sans-arabic", "NotoSansArabic"),
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// The faces built into the program, regular before bold.
#[must_use]
pub fn bundled() -> &'static [Arc<Face>] {
    &BUNDLED
}

/// The faces a leaflet may use: the brand's first, then the bundled ones that stand in for missing characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontSet {
    /// All faces; glyph runs name them by index.
    pub faces: Vec<Arc<Face>>,
}

impl FontSet {
    /// The bundled faces with a brand's own before them.
    #[must_use]
    pub fn new(own: Vec<Arc<Face>>) -> Self {
        let mut faces = own;
        faces.extend(bundled().iter().cloned());
        Self { faces }
    }

    /// Whether a family of this name is there.
    #[must_use]
    pub fn has_family(&self, family: &str) -> bool {
        self.faces.iter().any(|face| face.family == family)
    }

    /// Family names, each once.
    #[must_use]
    pub fn families(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for face in &self.faces {
            if !names.contains(&face.family.as_str()) {
                names.push(&face.family);
            }
        }
        names
    }

    /// The families to try for text set in `family`: that of the language's script where it has one of its own, then
    /// `family` itself, then those that stand in for missing characters.
    #[must_use]
    pub fn fallback_chain<'a>(&'a self, family: &'a str, script: Option<&'a str>) -> Vec<&'a str> {
        let mut chain: Vec<&str> = script.into_iter().filter(|script| *script != family).chain([family]).collect();
        for stand_in in [DEFAULT_FAMILY, ARABIC_FAMILY] {
            if !chain.contains(&stand_in) {
                chain.push(stand_in);
            }
        }
        chain
    }

    /// The characters of `text`, its invisible ones put right, that no face of `family` or its stand-ins covers.
    #[must_use]
    pub fn uncovered(&self, text: &str, family: &str) -> Vec<char> {
        let chain = self.fallback_chain(family, None);
        let fonts: Vec<FontRef<'_>> = self
            .faces
            .iter()
            .filter(|face| !face.bold && chain.contains(&face.family.as_str()))
            .filter_map(|face| FontRef::new(&face.data).ok())
            .collect();
        let charmaps: Vec<Charmap<'_>> = fonts.iter().map(|font| font.charmap()).collect();
        let mut missing: Vec<char> = Vec::new();
        for c in clean(text).chars().filter(|c| !c.is_whitespace() && !is_ignorable(*c)) {
            if !missing.contains(&c) && !charmaps.iter().any(|charmap| charmap.map(c).is_some()) {
                missing.push(c);
            }
        }
        missing
    }
}

/// Characters that steer layout or join letters and have no shape of their own.
const fn is_ignorable(c: char) -> bool {
    is_steering(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_faces_read_like_files() {
        for face in bundled() {
            let read = Face::read(&face.family, face.bold, face.data.to_vec()).expect("a usable face");
            assert_eq!(read.postscript_name, face.postscript_name);
        }
    }

    #[test]
    fn what_is_not_a_font_is_refused() {
        assert_eq!(Face::read("X", false, b"hello".to_vec()), Err(FontError::Damaged));
        assert_eq!(Face::read("X", false, Vec::new()), Err(FontError::Damaged));
    }

    #[test]
    fn uncovered_characters_are_named_once() {
        let fonts = FontSet::new(Vec::new());
        assert_eq!(fonts.uncovered("Aé漢 ﻼ漢😀", DEFAULT_FAMILY), vec!['漢', '😀']);
    }
}
