//! Drawings of exercises and scenes, for use elsewhere.

use super::library::{self, Wanted};
use super::problem::Problem;
use crate::compose::pictures::look;
use crate::diag::Finding;
use crate::figure::{self, Figure};
use crate::model::handout::Stage;
use crate::model::stages::Stages;
use crate::model::words;

/// Draws an exercise, or a scene such as `standing`, as a stage shows it under a brand, given by name or file. Without a stage it is
/// drawn as for handouts of no stage.
///
/// # Errors
/// A name that leads nowhere, or a picture that cannot be drawn.
pub fn draw(id: &str, brand: Option<&str>, stage: Option<&str>) -> Result<Figure, Problem> {
    let failed = |findings: Vec<Finding>| Problem::Content(findings, "nothing was drawn".to_owned());
    let asked = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
    let branding = library::brand(&asked)?.1.map_err(failed)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(failed)?;
    let Some(picture) = shelf.picture(id) else {
        let known = shelf.exercises.keys().chain(shelf.scenes.keys()).map(String::as_str);
        let hint = words::nearest(id, known).map(|near| format!("did you mean `{near}`?"));
        let hint = hint.unwrap_or_else(|| "`handout list` names them".to_owned());
        return Err(Problem::Usage(format!("there is no exercise `{id}`; {hint}")));
    };
    if shelf.images.contains_key(id) {
        return Err(Problem::Usage(format!("the picture of `{id}` is a file of its own, not a drawing")));
    }
    let stage = stage.map_or(Ok(Stage::Any), |asked| stage_named(asked, &shelf.topic.stages))?;
    figure::draw(picture, &look(&branding), stage, shelf.topic.stages.belly(stage))
        .map_err(|errors| failed(errors.iter().map(|error| error.finding(picture)).collect()))
}

/// The stage that is called so.
fn stage_named(asked: &str, stages: &Stages) -> Result<Stage, Problem> {
    let known: Vec<Stage> = stages.each().chain([Stage::Any]).collect();
    if let Some(stage) = known.iter().find(|stage| stage.as_str() == asked) {
        return Ok(*stage);
    }
    let names: Vec<&str> = known.iter().map(Stage::as_str).collect();
    let hint = words::nearest(asked, names.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    let hint = hint.unwrap_or_else(|| format!("the stages are: {}", names.join(", ")));
    Err(Problem::Usage(format!("there is no stage `{asked}`; {hint}")))
}
