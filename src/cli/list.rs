//! `handout list`: what there is to build, and with what.

use std::fmt::Write as _;
use std::sync::Arc;

use super::print::{self, Failure, message};
use crate::app::library::{self, Wanted};
use crate::app::problem::Problem;
use crate::app::topics;
use crate::compose::shelf::Shelf;
use crate::geom::Format;
use crate::model;
use crate::model::approval::{self, Role};
use crate::model::handout::Handout;
use crate::text::fonts;
use crate::topic;

/// Prints handouts with their review dates, brands, formats and typefaces.
pub fn list() -> Result<(), Failure> {
    let topic = topics::read(topic::DEFAULT)?;
    let topic = topic.map_err(|findings| Problem::Content(findings, "nothing was listed".to_owned()))?;
    let shelf = library::shelf(&Wanted::All)?.unwrap_or_else(|_| Shelf::of(Arc::new(topic)));
    let default = library::default_brand().ok();
    let branding = default.as_ref().and_then(|name| library::brand(name).ok()?.1.ok());
    let roles = branding.map_or_else(|| Role::USUAL.to_vec(), |branding| shelf.approved.roles(&branding.brand));
    let mut text = String::from("Handouts\n");
    for name in library::HANDOUTS.names() {
        let (_, source) = library::handout(&name)?;
        match model::load::<Handout>(&source) {
            Ok(loaded) => {
                let handout = loaded.value;
                let standing = approval::standing(&handout, shelf.basis(), &roles);
                let state = if standing.is_draft() { "draft" } else { "approved" };
                let (title, review) = (&handout.title.value, &handout.imprint.review.value);
                let _ = writeln!(text, "  {name:<20} {title} (review by {review}, {state})");
            }
            Err(_) => {
                let _ = writeln!(text, "  {name:<20} has errors; build it to see them");
            }
        }
    }
    text.push_str("\nExercises\n");
    for (id, exercise) in &shelf.exercises {
        let _ = writeln!(text, "  {id:<24} {}", exercise.name.value);
    }
    if shelf.exercises.is_empty() {
        text.push_str("  an exercise's file has errors; build a leaflet to see them\n");
    }
    text.push_str("\nBrands\n");
    for name in library::BRANDS.names() {
        let mark = if default.as_ref() == Some(&name) { " (used when none is asked for)" } else { "" };
        match library::brand(&name)?.1 {
            Ok(branding) => {
                let (brand, sample) = (&branding.brand, if branding.brand.sample { ", sample" } else { "" });
                let _ = writeln!(text, "  {name:<20} {}, {}{sample}{mark}", brand.name.value, brand.locale.value);
            }
            Err(_) => {
                let _ = writeln!(text, "  {name:<20} has errors; build with it to see them{mark}");
            }
        }
    }
    text.push_str("\nFormats\n");
    text.push_str(&format_lines());
    text.push_str("\nTypefaces\n");
    for family in fonts::FontSet::new(Vec::new()).families() {
        let _ = writeln!(text, "  {family}");
    }
    if default.is_none() {
        message("note: several brands lie side by side; mark one with `default: true`");
    }
    print::write_stdout(text.as_bytes())
}

/// Prints the formats.
pub fn formats() -> Result<(), Failure> {
    print::write_stdout(format_lines().as_bytes())
}

fn format_lines() -> String {
    Format::ALL.iter().map(|format| format!("  {:<20} {}\n", format.name(), format.describe())).collect()
}
