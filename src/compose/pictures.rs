//! The pictures of a leaflet: the mannequin drawn at the handout's stage in the brand's colours, or a clinic's own
//! files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::branding::Branding;
use super::shelf::Shelf;
use crate::art::{Artwork, Drawing};
use crate::diag::Finding;
use crate::figure::{self, Figure, Look};
use crate::model::brand::Brand;
use crate::model::handout::{Handout, Stage};
use crate::model::picture::Picture;

/// The scene on the masthead.
const COVER: &str = "standing";

/// The pictures that a leaflet needs.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// The picture of each exercise with a card, and what it shows in words, by the exercise's id.
    pub exercises: BTreeMap<String, (Artwork, String)>,
    /// The woman on the masthead.
    pub cover: Option<Arc<Drawing>>,
}

/// How the figure looks under a brand.
#[must_use]
pub fn look(branding: &Branding) -> Look {
    let Branding { brand: Brand { figure, .. }, theme, .. } = branding;
    let mut look = Look::new(theme.primary, theme.accent);
    if let Some(skin) = &figure.skin {
        look.skin = skin.value;
    }
    if let Some(hair) = figure.hair {
        look.hair = hair;
    }
    look
}

/// Draws every picture that a handout needs.
///
/// # Errors
/// Every joint that cannot be where its pose wants it.
pub fn prepare(handout: &Handout, branding: &Branding, shelf: &Shelf) -> Result<Pictures, Vec<Finding>> {
    let (look, stage) = (look(branding), handout.stage.value);
    let mut pictures = Pictures::default();
    let mut findings = Vec::new();
    for id in handout.exercises.iter().flat_map(|exercises| &exercises.cards) {
        let Some(picture) = shelf.exercises.get(&id.value).and_then(|exercise| exercise.picture.as_ref()) else {
            continue;
        };
        let artwork = match shelf.images.get(&id.value) {
            Some(image) => Ok(image.clone()),
            None => draw(picture, &look, stage).map(|drawing| Artwork::Vector(Arc::new(drawing))),
        };
        match artwork {
            Ok(artwork) => drop(pictures.exercises.insert(id.value.clone(), (artwork, picture.alt.value.clone()))),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    if let Some(scene) = shelf.scenes.get(COVER) {
        match draw(scene, &look, stage) {
            Ok(drawing) => pictures.cover = Some(Arc::new(drawing)),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    if findings.is_empty() { Ok(pictures) } else { Err(findings) }
}

/// One picture as a drawing.
///
/// # Errors
/// Every joint that cannot be where its pose wants it.
pub fn draw(picture: &Picture, look: &Look, stage: Stage) -> Result<Drawing, Vec<Finding>> {
    match figure::draw(picture, look, stage) {
        Ok(Figure { size, parts, .. }) => Ok(Drawing { size, parts }),
        Err(errors) => Err(errors.iter().map(|error| error.finding(picture)).collect()),
    }
}
