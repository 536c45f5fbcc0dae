//! The pictures of a leaflet: the mannequin drawn at the handout's stage in the brand's colours, or a clinic's own
//! files.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::branding::Branding;
use super::shelf::Shelf;
use crate::art::{Artwork, Drawing};
use crate::diag::{Example, Explanation, Finding};
use crate::figure::{self, Figure, Look};
use crate::model::brand::Brand;
use crate::model::handout::{Handout, Stage};
use crate::model::picture::Picture;
use crate::model::stages::Belly;

/// Code of a picture's file that cannot be used; whoever reads the files finds it.
pub const IMAGE: &str = "H051";

/// What is found about the files of pictures.
pub const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H051",
    title: "a picture that cannot be used",
    meaning: "The `image` of an exercise is missing, lies outside the exercise's folder, or is not an SVG, \
                  PNG or JPEG picture that can be read.",
    why: "An exercise without its picture is easily done wrongly.",
    example: Example::Words {
        bad: "image: our-photo.heic",
        good: "image: our-photo.jpg (a file beside the exercise's own)",
    },
    standard: "House rule; PEMAT-P, items 15 and 26: pictures wherever they help.",
    safety: false,
}];

/// The scene on the masthead.
pub const COVER: &str = "standing";

/// The pictures that a leaflet needs.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// The picture of each exercise with a card, and what it shows in words, by the exercise's id.
    pub exercises: BTreeMap<String, (Artwork, String)>,
    /// The pictures of sections, by the names that these give; none in a format without room for them.
    pub sections: BTreeMap<String, (Artwork, String)>,
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

/// Cache of drawings under one brand, keyed by scene and stage, for several threads. There are as many at most as the
/// library has pictures, for each stage.
#[derive(Debug, Default)]
pub struct Drawings(Mutex<HashMap<(String, Stage), Arc<Drawing>>>);

impl Drawings {
    /// The drawing of a scene at a stage, drawn once.
    fn find(
        &self,
        name: &str,
        stage: Stage,
        draw: impl FnOnce() -> Result<Drawing, Vec<Finding>>,
    ) -> Result<Arc<Drawing>, Vec<Finding>> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (name.to_owned(), stage);
        if let Some(known) = lock().get(&key) {
            return Ok(Arc::clone(known));
        }
        let drawing = Arc::new(draw()?);
        lock().insert(key, Arc::clone(&drawing));
        Ok(drawing)
    }
}

/// Every picture that a handout needs, drawn unless the cache has it.
///
/// # Errors
/// Every joint that cannot be where its pose wants it.
pub fn prepare(
    handout: &Handout,
    branding: &Branding,
    shelf: &Shelf,
    drawings: &Drawings,
) -> Result<Pictures, Vec<Finding>> {
    let (look, stage) = (look(branding), handout.stage.value);
    let belly = shelf.topic.stages.belly(stage);
    let mut pictures = Pictures::default();
    let mut findings = Vec::new();
    let Pictures { exercises, sections, .. } = &mut pictures;
    let cards = handout.exercises.iter().flat_map(|exercises| &exercises.cards).map(|id| (id, false));
    for (name, of_section) in cards.chain(handout.pictures().map(|name| (name, true))) {
        // An exercise without a picture has a card without one.
        let Some(picture) = shelf.picture(&name.value) else { continue };
        let artwork = match shelf.images.get(&name.value) {
            Some(image) => Ok(image.clone()),
            None => drawings.find(&name.value, stage, || draw(picture, &look, stage, belly)).map(Artwork::Vector),
        };
        let drawn = if of_section { &mut *sections } else { &mut *exercises };
        match artwork {
            Ok(artwork) => drop(drawn.insert(name.value.clone(), (artwork, picture.alt_in(stage).value.clone()))),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    if let Some(scene) = shelf.scenes.get(COVER) {
        match drawings.find(COVER, stage, || draw(scene, &look, stage, belly)) {
            Ok(drawing) => pictures.cover = Some(drawing),
            Err(mut errors) => findings.append(&mut errors),
        }
    }
    if findings.is_empty() { Ok(pictures) } else { Err(findings) }
}

/// One picture as a drawing.
///
/// # Errors
/// Every joint that cannot be where its pose wants it.
pub fn draw(picture: &Picture, look: &Look, stage: Stage, belly: Belly) -> Result<Drawing, Vec<Finding>> {
    match figure::draw(picture, look, stage, belly) {
        Ok(Figure { size, parts, .. }) => Ok(Drawing { size, parts }),
        Err(errors) => Err(errors.iter().map(|error| error.finding(picture)).collect()),
    }
}
