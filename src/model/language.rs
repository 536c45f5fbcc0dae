//! The settings of a language as its YAML says them: direction, typeface, paper, words by country, reading level.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;
use super::brand::PaperName;

/// The settings of a language (`en.yaml`), or what a country does otherwise (`en-US.yaml`). A part that a country or a
/// clinic does not give stays as the language or the library has it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageSettings {
    /// What the language is called in English.
    #[schemars(example = &"Spanish")]
    pub name: Option<Located<String>>,
    /// Whether it is a draft: every page in it then says so.
    pub draft: Option<bool>,
    /// The direction of its text.
    pub direction: Option<Direction>,
    /// The typeface of its script, where the usual ones do not have it; a brand's own comes after it.
    #[schemars(example = &"Noto Sans Arabic")]
    pub family: Option<Located<String>>,
    /// The country whose telephone numbers are meant where a brand's `locale` names none: two capitals.
    #[schemars(regex(pattern = r"^[A-Z]{2}$"))]
    #[schemars(example = &"GB")]
    pub country: Option<Located<String>>,
    /// The customary paper.
    pub paper: Option<PaperName>,
    /// The first day of the week in a diary.
    pub week_starts: Option<FirstDay>,
    /// Words that differ from country to country, by the name that handouts use for them, such as `gp`.
    #[serde(default)]
    pub words: BTreeMap<String, Located<String>>,
    /// How hard a text in it may be to read; without it, nothing is measured.
    pub readability: Option<Readability>,
}

/// The direction of text.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// As in English.
    #[default]
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

/// The first day of the week.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FirstDay {
    /// Monday.
    #[default]
    Monday,
    /// Sunday.
    Sunday,
    /// Saturday.
    Saturday,
}

/// How hard a text may be to read.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Readability {
    /// How its syllables are counted; formulas that need them cannot be used without it.
    pub syllables: Option<Located<Syllables>>,
    /// What is measured.
    #[schemars(length(min = 1))]
    pub measures: Vec<Measure>,
}

/// A formula with its limits.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The formula.
    pub formula: Located<Formula>,
    /// A text that is harder than this is warned of.
    pub warning: f64,
    /// A text that is harder than this is an error.
    pub error: f64,
}

/// A counter of syllables.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Syllables {
    /// English words.
    English,
    /// Spanish words.
    Spanish,
}

/// A formula for how hard a text is to read.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid 1975). English.
    FleschKincaid,
    /// SMOG grade, US scale: 1.043 √(30 × words of three or more syllables a sentence) + 3.1291 (McLaughlin 1969). English.
    Smog,
    /// INFLESZ score: 206.835 − 62.3 syllables a word − words a sentence (Szigriszt-Pazos 1993). Spanish; the higher, the easier.
    Inflesz,
    /// LIX: words a sentence + words of more than six letters in a hundred words (Björnsson 1968). Any language with letters.
    Lix,
    /// Words a sentence, on average. Any language.
    WordsASentence,
}

impl Formula {
    /// What it gives, in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FleschKincaid => "Flesch-Kincaid grade",
            Self::Smog => "SMOG grade",
            Self::Inflesz => "INFLESZ",
            Self::Lix => "LIX",
            Self::WordsASentence => "words a sentence",
        }
    }

    /// Whether a text is easier, the higher it is.
    #[must_use]
    pub const fn is_score(self) -> bool {
        matches!(self, Self::Inflesz)
    }

    /// Whether it counts syllables.
    #[must_use]
    pub const fn needs_syllables(self) -> bool {
        matches!(self, Self::FleschKincaid | Self::Smog | Self::Inflesz)
    }
}

impl Readability {
    /// How syllables are counted.
    #[must_use]
    pub fn counter(&self) -> Option<Syllables> {
        self.syllables.as_ref().map(|counter| counter.value)
    }
}

impl Measure {
    /// Whether a text with this grade or score is harder than `limit`.
    #[must_use]
    pub fn is_past(&self, limit: f64, is: f64) -> bool {
        if self.formula.value.is_score() { is < limit } else { is > limit }
    }
}
