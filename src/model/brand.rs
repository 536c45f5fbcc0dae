//! A clinic's brand as its YAML says it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;
use super::allowance::Allowance;
use super::approval::Role;
use super::handout::ContactNumber;

/// Whether a brand may have no value of this name: a part of a text in double square brackets is left out then.
#[must_use]
pub fn is_optional(name: &str) -> bool {
    matches!(name, "hours" | "web") || ContactNumber::NAMED.iter().any(|(known, _)| *known == name)
}

/// A clinic's name, looks, numbers and words.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The clinic's name.
    #[schemars(example = &"Riverside Women's Health")]
    pub name: Located<String>,
    /// Set on invented brands: every page then says "Sample: not for patients".
    #[serde(default)]
    pub sample: bool,
    /// Set on the brand to use when several lie side by side and none is asked for.
    #[serde(default)]
    pub default: bool,
    /// A few words under the name.
    pub tagline: Option<Located<String>>,
    /// Language and country, such as `en-GB`: decides dates, words and paper.
    #[schemars(example = &"en-GB")]
    pub locale: Located<String>,
    /// Words that differ from the locale's own, such as `physiotherapist: physical therapist`.
    #[serde(default)]
    pub words: BTreeMap<String, Located<String>>,
    /// The logo's file, beside the brand file: SVG, PNG or JPEG.
    pub logo: Option<Located<String>>,
    /// The brand's colours.
    pub colors: Colors,
    /// What to do about a colour that is too pale for what it is used for.
    #[serde(default)]
    pub contrast: ContrastPolicy,
    /// The brand's typefaces.
    #[serde(default)]
    pub fonts: Fonts,
    /// How to reach the clinic.
    pub contact: Contact,
    /// The paper that leaflets are laid out on; without it, the locale decides.
    pub paper: Option<PaperName>,
    /// Whether leaflets print their sources, or say how to ask for them.
    #[serde(default)]
    pub references: References,
    /// The woman in the drawings.
    #[serde(default)]
    pub figure: Figure,
    /// The roles that must approve each leaflet; without it, a midwife, an obstetric physiotherapist and an obstetrician.
    #[schemars(length(min = 1))]
    #[schemars(example = &["midwife", "obstetrician"])]
    pub approval: Option<Vec<Located<Role>>>,
    /// Findings of `handout check` that may stand, each with the reason.
    #[serde(default)]
    pub allow: Vec<Allowance>,
}

/// The brand's colours, as `#rrggbb`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colors {
    /// The main colour: masthead and headings.
    #[schemars(with = "String", regex(pattern = super::COLOUR_PATTERN))]
    #[schemars(example = &"#1f6f78")]
    pub primary: Located<String>,
    /// A second colour, for one thing a page.
    #[schemars(with = "String", regex(pattern = super::COLOUR_PATTERN))]
    #[schemars(example = &"#b84a33")]
    pub accent: Located<String>,
}

/// What to do about a colour that is too pale.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ContrastPolicy {
    /// Refuse it.
    #[default]
    Refuse,
    /// Darken it as far as needed, and say so.
    Adjust,
}

/// The brand's typefaces: a bundled family's name, or files beside the brand file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// For running text.
    pub body: Option<Typeface>,
    /// For headings.
    pub heading: Option<Typeface>,
}

/// A bundled family's name, or a family from files of the brand's own.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = super::schema::shorthand_family)]
pub struct Typeface {
    /// The family's name.
    #[schemars(example = &"Source Sans 3")]
    pub family: Located<String>,
    /// TrueType file of the regular weight, beside the brand file.
    pub regular: Option<Located<String>>,
    /// TrueType file of the bold weight, beside the brand file.
    pub bold: Option<Located<String>>,
}

/// How to reach the clinic.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The clinic's telephone.
    #[schemars(example = &"01632 960 100")]
    pub phone: Located<String>,
    /// When it is answered.
    pub hours: Option<Located<String>>,
    /// The line that is answered day and night; without one, leaflets send same-day signs to the emergency department.
    pub maternity_line: Option<Located<String>>,
    /// The number to call in an emergency, in quotes, such as `"999"`.
    #[schemars(example = &"999")]
    pub emergency_number: Located<String>,
    /// The early pregnancy unit's telephone.
    pub early_pregnancy_unit: Option<Located<String>>,
    /// Where a patient books physiotherapy herself.
    pub physio_self_referral: Option<Located<String>>,
    /// A line to call in despair.
    pub crisis_line: Option<Located<String>>,
    /// A line for what cannot wait when the doctor is closed, such as 111 in the UK; without one, leaflets name the
    /// emergency department.
    pub urgent_line: Option<Located<String>>,
    /// The postal address, a line an entry.
    #[serde(default)]
    pub address: Vec<Located<String>>,
    /// The clinic's web address.
    pub web: Option<Located<String>>,
}

impl Contact {
    /// The number that a handout names, when the brand has it.
    #[must_use]
    pub fn number(&self, which: ContactNumber) -> Option<&Located<String>> {
        match which {
            ContactNumber::EmergencyNumber => Some(&self.emergency_number),
            ContactNumber::MaternityLine => self.maternity_line.as_ref(),
            ContactNumber::EarlyPregnancyUnit => self.early_pregnancy_unit.as_ref(),
            ContactNumber::Phone => Some(&self.phone),
            ContactNumber::PhysioSelfReferral => self.physio_self_referral.as_ref(),
            ContactNumber::CrisisLine => self.crisis_line.as_ref(),
            ContactNumber::UrgentLine => self.urgent_line.as_ref(),
        }
    }
}

/// Paper sizes by name.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum PaperName {
    /// 210 x 297 mm.
    A4,
    /// 8.5 x 11 in.
    Letter,
}

/// Whether leaflets print their sources.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum References {
    /// Leaflets say how to ask for them.
    #[default]
    OnRequest,
    /// Leaflets list them.
    Print,
}

/// The woman in the drawings.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Skin tone, 1 (lightest) to 6 (darkest).
    #[schemars(range(min = 1, max = 6))]
    pub skin: Option<Located<u8>>,
    /// Hair, or a headscarf.
    pub hair: Option<Hair>,
}

/// What is on her head.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Hair {
    /// Hair in a bun.
    Bun,
    /// A headscarf.
    Headscarf,
}
