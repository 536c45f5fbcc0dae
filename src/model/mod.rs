//! What the YAML says: source text in, typed handouts, brands and sources out, or findings.
//!
//! The types in `handout`, `exercise`, `brand` and `sources` are the one description of the formats: they are read by serde,
//! and their JSON Schema both guides editors and finds all mistakes of shape at once.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::diag::{self, Finding, Source};
use handout::Handout;
use vocabulary::{Terms, Vocabulary};

pub mod allowance;
pub mod approval;
pub mod brand;
pub mod by_stage;
pub mod codes;
pub mod dates;
pub mod day;
mod de;
pub mod dose;
pub mod exercise;
mod expected;
pub mod explained;
mod foreign;
pub mod gestation;
pub mod handout;
pub mod hidden;
pub mod ids;
pub mod key;
pub mod language;
mod line;
mod located;
mod outline;
pub mod patient;
pub mod patterns;
pub mod phone;
pub mod phrases;
pub mod picture;
pub mod plan;
pub mod private;
pub mod props;
pub mod request;
pub mod rows;
pub mod schema;
pub mod shape;
mod slips;
pub mod sources;
pub mod stages;
#[cfg(test)]
mod tests;
pub mod text;
pub mod texts;
mod told_numbers;
pub mod translated;
pub mod unit;
pub mod vocabulary;
pub mod web;
pub(crate) mod words;
pub mod yaml;

pub use located::Located;
pub use private::Private;

/// Days, as `2026-11-20`.
pub(crate) const DATE_PATTERN: &str = r"^\d{4}-\d{2}-\d{2}$";
/// Colours, as `#1f6f78`.
pub(crate) const COLOUR_PATTERN: &str = r"^#[0-9a-fA-F]{6}$";

/// Completed weeks of pregnancy, and days, as `30+2`; [`gestation::Gestation`] decides.
pub(crate) const WEEKS_PATTERN: &str = r"^\D*\d+\D*\d?\D*(/40|/7)?\D*$";
/// The same since the birth; [`gestation::SinceBirth`] decides.
pub(crate) const SINCE_BIRTH_PATTERN: &str = r"^\D*\d+\D*\d?\D*$";

/// Ids of the parts of a topic, as `third-trimester`; [`key::Key`] decides.
pub(crate) const KEY_PATTERN: &str = "^[a-z][a-z0-9_-]{0,30}$";

/// Numbers and ranges of them, as `10` or `8-12`.
pub(crate) const COUNT_PATTERN: &str = r"^[0-9]+(-[0-9]+)?$";

/// A value that was read, with what is worth knowing about its text.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// The value.
    pub value: T,
    /// Warnings, in the order of the text; none of them an error.
    pub warnings: Vec<Finding>,
}

/// A type that files are read as: what serde reads, and schemars describes.
pub trait Format: DeserializeOwned + JsonSchema + 'static {}

impl<T: DeserializeOwned + JsonSchema + 'static> Format for T {}

/// The value of type `T` that `source` holds. Ids of a topic are taken as they are: see [`load_in`].
///
/// # Errors
/// All mistakes in the text at once, in its order, warnings among them.
pub fn load<T: Format>(source: &Arc<Source>) -> Result<Loaded<T>, Vec<Finding>> {
    read(source, |_| schema::shared::<T>())
}

/// The same, where ids of a topic must be among `terms`.
///
/// # Errors
/// All mistakes in the text at once, in its order, warnings among them.
pub fn load_in<T: Format>(source: &Arc<Source>, terms: &Terms) -> Result<Loaded<T>, Vec<Finding>> {
    read(source, |_| schema::shared_in::<T>(terms))
}

/// The handout that `source` holds, whose ids must be those of its topic.
///
/// # Errors
/// All mistakes in the text at once, in its order, warnings among them.
pub fn load_handout(source: &Arc<Source>, vocabulary: &Vocabulary) -> Result<Loaded<Handout>, Vec<Finding>> {
    read(source, |root| schema::shared_in::<Handout>(&vocabulary.of_topic(root.text("topic"))))
}

/// Reads `source` by the schema that is right for its tree.
fn read<T: Format>(
    source: &Arc<Source>,
    schema: impl FnOnce(&yaml::Node) -> Arc<serde_json::Value>,
) -> Result<Loaded<T>, Vec<Finding>> {
    let yaml::Parsed { root, mut findings } = yaml::parse(source)?;
    outline::keep(source, &root, |_| true);
    findings.extend(shape::check(&root, &schema(&root), source));
    diag::sort(&mut findings);
    if diag::has_errors(&findings) {
        return Err(limited(findings));
    }
    match de::from_node(&root, source) {
        Ok(value) => Ok(Loaded { value, warnings: findings }),
        Err(error) => {
            let place = yaml::first_line(source, error.span.unwrap_or(root.span));
            findings.push(Finding::error(codes::WRONG_TYPE, "this cannot be read").at(&place, error.message));
            Err(findings)
        }
    }
}

/// The first findings, and how many more there are.
fn limited(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > yaml::MAX_FINDINGS {
        findings.truncate(yaml::MAX_FINDINGS);
        let message = format!("there are more mistakes than these {}", yaml::MAX_FINDINGS);
        findings.push(Finding::error(codes::TOO_MUCH, message).help("mend these first, then look again"));
    }
    findings
}
