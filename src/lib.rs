//! `handout` turns YAML handout definitions into branded, accessible PDF leaflets.
//!
//! The pipeline, one way only: source text → `model` → `check` → `compose` → `layout` → `preflight` → `pdf` → bytes. Each stage is
//! a pure function of the one before; files, clock and environment enter in `cli` alone.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod art;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod figure;
pub mod gate;
pub mod geom;
pub mod layout;
pub mod model;
pub mod pdf;
pub mod preflight;
pub mod press;
pub mod text;

use std::sync::Arc;

use compose::Marks;
use compose::branding::Branding;
use compose::shelf::Shelf;
use diag::{Finding, Source, has_errors};
use geom::{Format, Paper};
use layout::display::Publication;
use model::allowance::Allowance;
use model::brand::{Brand, PaperName};
use model::handout::Handout;
use model::locale::Locale;

/// A finished leaflet.
#[derive(Clone, Debug)]
pub struct Leaflet {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
}

/// What is asked for besides the handout and the brand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The format; without it, sheets of the brand's paper.
    pub format: Option<Format>,
    /// Large print, for those who cannot read the usual size.
    pub large_print: bool,
    /// For a print shop: bleed, crop marks and fold marks.
    pub press: bool,
    /// Without solid bands of colour.
    pub low_ink: bool,
    /// Dotted lines where the sheet is folded.
    pub fold_guides: bool,
    /// The document's date, seconds since 1970; without it, the day the handout was published.
    pub timestamp: Option<i64>,
    /// What day it is.
    pub clock: check::Clock,
    /// Lay out in spite of errors, where that can be done, and mark every page.
    pub draft: bool,
}

/// What was found out about a handout under a brand.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// What it says, if it could be read.
    pub handout: Option<Handout>,
    /// Its pages, if it could be laid out.
    pub publication: Option<Publication>,
    /// Everything that was found, in the text and on the pages; allowed findings are marked.
    pub findings: Vec<Finding>,
}

/// Turns the text of a handout into a leaflet under a brand: the whole pipeline.
///
/// # Errors
/// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
pub fn build_leaflet(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Leaflet, Vec<Finding>> {
    let (publication, findings) = lay_out_leaflet(source, branding, shelf, settings)?;
    let pdf = pdf::write(&publication).map_err(|error| vec![Finding::error(gate::UNWRITTEN, error.to_string())])?;
    Ok(Leaflet { pdf, pages: publication.pages.len(), findings })
}

/// The pipeline up to placed pages, with warnings and notes.
///
/// # Errors
/// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
pub fn lay_out_leaflet(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<(Publication, Vec<Finding>), Vec<Finding>> {
    let Examined { publication, findings, .. } = examine(source, branding, shelf, settings);
    match publication {
        Some(publication) if settings.draft || !has_errors(&findings) => Ok((publication, findings)),
        _ => Err(findings),
    }
}

/// Finds all that can be found about a handout under a brand: in its text, and on its pages where they can be laid out.
#[must_use]
pub fn examine(source: &Arc<Source>, branding: &Branding, shelf: &Shelf, settings: &Settings) -> Examined {
    let loaded = match model::load::<Handout>(source) {
        Ok(loaded) => loaded,
        Err(findings) => return Examined { findings, ..Examined::default() },
    };
    let (handout, mut findings) = (loaded.value, loaded.warnings);
    let Branding { brand, fonts, .. } = branding;
    let Shelf { sources, exercises, approved, .. } = shelf;
    let clock = settings.clock;
    let subject = check::Subject { handout: &handout, brand, sources, exercises, fonts, approved, clock };
    findings.extend(check::check(subject));
    let used = subject.used_exercises().flat_map(|exercise| &exercise.allow);
    let allowances: Vec<Allowance> = handout.allow.iter().chain(used).chain(&brand.allow).cloned().collect();
    gate::allow(&mut findings, &allowances);
    let mut publication = None;
    if !findings.iter().any(gate::cannot_be_laid_out) {
        let marks = Marks { errors: has_errors(&findings), overdue: subject.is_overdue() };
        match lay_out(&handout, branding, shelf, settings, marks) {
            Ok(pages) => {
                findings.extend(preflight::check(preflight::Subject {
                    publication: &pages,
                    handout: &handout,
                    brand,
                    exercises,
                    limits: preflight::Limits::LEAFLET,
                }));
                publication = Some(pages);
            }
            Err(mut errors) => findings.append(&mut errors),
        }
        gate::allow(&mut findings, &allowances);
    }
    gate::check_allowances(&mut findings, &handout.allow);
    diag::sort(&mut findings);
    Examined { handout: Some(handout), publication, findings }
}

/// Composes a checked handout and lays it out.
fn lay_out(
    handout: &Handout,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
    marks: Marks,
) -> Result<Publication, Vec<Finding>> {
    let Branding { brand, logo, fonts, theme, .. } = branding;
    let pictures = compose::pictures::prepare(handout, branding, shelf)?;
    let document = compose::compose(compose::Input {
        handout,
        brand,
        logo: logo.as_ref(),
        sources: &shelf.sources,
        exercises: &shelf.exercises,
        pictures: &pictures,
        theme,
        timestamp: settings.timestamp,
        marks,
    });
    let locale = Locale::of(&handout.language.value, brand);
    let own_paper = match brand.paper.unwrap_or_else(|| locale.paper()) {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    };
    let paper = settings.format.and_then(Format::paper).unwrap_or(own_paper);
    let mut shaper = text::Shaper::new(fonts.clone(), document.meta.right_to_left);
    layout::lay_out(&document, &mut shaper, paper).map_err(|overflows| {
        let finding = |overflow: &layout::Overflow| {
            Finding::error(gate::OVERFLOW, overflow.to_string())
                .at(place_of(overflow, handout, brand), "this is where it begins")
                .help("shorten it, or split it in two")
        };
        overflows.iter().map(finding).collect()
    })
}

/// Where the text begins that does not fit; the help box, which has no text of its own before its signs, begins with
/// the first sign.
fn place_of<'a>(overflow: &layout::Overflow, handout: &'a Handout, brand: &Brand) -> &'a diag::Place {
    let values = model::locale::values(brand, Locale::of(&handout.language.value, brand));
    let texts = model::texts::of_handout(handout);
    let sign = handout.seek_care.emergency.signs.first().map(|sign| &sign.text.place);
    preflight::place::find(&texts, &values, &overflow.text).or(sign).unwrap_or(&handout.title.place)
}
