//! `handout list`: what there is to build, and with what.

use std::fmt::Write as _;

use super::print::{self, Failure, message};
use crate::app::list::{self, Catalogue, ListedBrand, ListedHandout};
use crate::geom::Format;

/// Prints handouts with their review dates, brands, formats and typefaces.
pub fn list() -> Result<(), Failure> {
    let Catalogue { handouts, exercises, brands, typefaces, default_brand } = list::catalogue()?;
    let mut text = String::from("Handouts\n");
    for (name, handout) in handouts {
        let _ = match handout {
            Some(ListedHandout { title, review, is_draft }) => {
                let state = if is_draft { "draft" } else { "approved" };
                writeln!(text, "  {name:<20} {title} (review by {review}, {state})")
            }
            None => writeln!(text, "  {name:<20} has errors; build it to see them"),
        };
    }
    text.push_str("\nExercises\n");
    for (id, name) in &exercises {
        let _ = writeln!(text, "  {id:<24} {name}");
    }
    if exercises.is_empty() {
        text.push_str("  an exercise's file has errors; build a leaflet to see them\n");
    }
    text.push_str("\nBrands\n");
    for (name, brand) in brands {
        let mark = if default_brand.as_ref() == Some(&name) { " (used when none is asked for)" } else { "" };
        let _ = match brand {
            Some(ListedBrand { name: clinic, locale, is_sample }) => {
                let sample = if is_sample { ", sample" } else { "" };
                writeln!(text, "  {name:<20} {clinic}, {locale}{sample}{mark}")
            }
            None => writeln!(text, "  {name:<20} has errors; build with it to see them{mark}"),
        };
    }
    text.push_str("\nFormats\n");
    text.push_str(&format_lines());
    text.push_str("\nTypefaces\n");
    for family in typefaces {
        let _ = writeln!(text, "  {family}");
    }
    if default_brand.is_none() {
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
