//! What there is to build, and with what.

use std::sync::Arc;

use super::library::{self, Wanted};
use super::problem::Problem;
use super::topics;
use crate::compose::shelf::Shelf;
use crate::model::Loaded;
use crate::model::approval::{self, Role};
use crate::text::fonts::FontSet;
use crate::topic;

/// What there is to build, and with what.
pub struct Catalogue {
    /// Handouts by name; `None` for one with errors.
    pub handouts: Vec<(String, Option<ListedHandout>)>,
    /// Exercises: id and name; none when one of their files has errors.
    pub exercises: Vec<(String, String)>,
    /// Brands by name; `None` for one with errors.
    pub brands: Vec<(String, Option<ListedBrand>)>,
    /// Typefaces that are built in.
    pub typefaces: Vec<String>,
    /// The brand that is used when none is asked for; `None` when that cannot be told.
    pub default_brand: Option<String>,
}

/// A handout.
pub struct ListedHandout {
    /// Its title.
    pub title: String,
    /// The day by which it must be reviewed.
    pub review: String,
    /// Whether an approval is missing.
    pub is_draft: bool,
}

/// A brand.
pub struct ListedBrand {
    /// The clinic's name.
    pub name: String,
    /// Its locale.
    pub locale: String,
    /// Whether it is a sample of the library's.
    pub is_sample: bool,
}

/// Reads all that there is.
///
/// # Errors
/// A file that cannot be read. One with mistakes in it is listed as such.
pub fn catalogue() -> Result<Catalogue, Problem> {
    let topic = topics::read(topic::DEFAULT)?;
    let topic = topic.map_err(|findings| Problem::Content(findings, "nothing was listed".to_owned()))?;
    let shelf = library::shelf(&Wanted::All)?.unwrap_or_else(|_| Shelf::of(Arc::new(topic)));
    let default_brand = library::default_brand().ok();
    let branding = default_brand.as_ref().and_then(|name| library::brand(name).ok()?.1.ok());
    let roles = branding.as_ref();
    let roles = roles.map_or_else(|| Role::USUAL.to_vec(), |branding| shelf.approved.roles(&branding.brand));
    let mut handouts = Vec::new();
    for name in library::HANDOUTS.names() {
        let (_, source) = library::handout(&name)?;
        let listed = shelf.read_handout(&source).ok().map(|Loaded { value: handout, .. }| ListedHandout {
            is_draft: match &branding {
                Some(branding) => {
                    let language = branding.language(&handout.language.value);
                    language.is_draft()
                        || approval::standing(&handout, shelf.for_handout(&handout, language).basis(), &roles)
                            .is_draft()
                }
                None => approval::standing(&handout, shelf.basis(), &roles).is_draft(),
            },
            title: handout.title.value,
            review: handout.imprint.review.value.to_string(),
        });
        handouts.push((name, listed));
    }
    let mut brands = Vec::new();
    for name in library::BRANDS.names() {
        let listed = library::brand(&name)?.1.ok().map(|branding| ListedBrand {
            name: branding.brand.name.value,
            locale: branding.brand.locale.value,
            is_sample: branding.brand.sample,
        });
        brands.push((name, listed));
    }
    let exercises = shelf.exercises.into_iter().map(|(id, exercise)| (id, exercise.name.value)).collect();
    let typefaces = FontSet::new(Vec::new()).families().into_iter().map(Into::into).collect();
    Ok(Catalogue { handouts, exercises, brands, typefaces, default_brand })
}
