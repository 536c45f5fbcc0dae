//! `handout` turns YAML handout definitions into branded, accessible PDF leaflets.
//!
//! The pipeline, one way only: source text → `model` → `check` → `compose` → `layout` → `preflight` → `pdf` → bytes. Each stage is
//! a pure function of the one before; files, clock and environment enter in `cli` alone.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod art;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod figure;
pub mod fit;
pub mod gate;
pub mod geom;
pub mod language;
pub mod layout;
pub mod model;
pub mod pdf;
pub mod preflight;
pub mod press;
pub mod produce;
pub mod sheet;
pub mod text;
pub mod topic;

use std::sync::Arc;

use compose::Marks;
use compose::branding::Branding;
use compose::reading_copy::CopyLeaflet;
use compose::select::Candidate;
use compose::shelf::Shelf;
use diag::{Finding, Source, has_errors};
use geom::Format;
use layout::display::Publication;
use model::Loaded;
use model::allowance::Allowance;
use model::approval;
use model::handout::Handout;
use produce::Produced;

/// A finished leaflet.
#[derive(Clone, Debug)]
pub struct Leaflet {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The pages in reading order as a PDF of their own, where the sheets have them in another order.
    pub reading: Option<Vec<u8>>,
    /// How many pages it has: sides of sheets.
    pub pages: usize,
    /// How many items were kept, in a format that may leave some out.
    pub kept: Option<usize>,
    /// What was left out, the most important first.
    pub left_out: Vec<Candidate>,
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
    /// The order of days in figures in requests for personal sheets, where it was told.
    pub dates: Option<model::day::DateOrder>,
    /// Lay out in spite of errors, where that can be done, and mark every page.
    pub draft: bool,
}

/// What was found out about a handout under a brand.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// What it says, if it could be read.
    pub handout: Option<Handout>,
    /// What it became, if it could be laid out.
    pub produced: Option<Produced>,
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
    build_loaded(&model::load_handout(source, &shelf.vocabulary)?, branding, shelf, settings)
}

/// The same for a handout that was read before.
///
/// # Errors
/// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
pub fn build_loaded(
    loaded: &Loaded<Handout>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Leaflet, Vec<Finding>> {
    let (produced, findings) = passed(examine_loaded(loaded, branding, shelf, settings), settings)?;
    let write = |publication: &Publication| {
        pdf::write(publication).map_err(|error| vec![Finding::error(gate::UNWRITTEN, error.to_string())])
    };
    Ok(Leaflet {
        pdf: write(&produced.publication)?,
        reading: produced.reading.as_ref().map(write).transpose()?,
        pages: produced.publication.pages.len(),
        kept: produced.kept,
        left_out: produced.left_out,
        findings,
    })
}

/// A reading copy of handouts in one language, each with its name: the PDF, and how many pages it has.
///
/// # Errors
/// What cannot be drawn, laid out or written.
pub fn build_reading_copy(
    handouts: &[(String, Handout)],
    code: &str,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<(Vec<u8>, usize), Vec<Finding>> {
    let roles = shelf.approved.roles(&branding.brand);
    let texts: Vec<String> = handouts.iter().map(|(_, handout)| approval::text(handout, shelf.basis())).collect();
    let mut leaflets = Vec::new();
    for ((name, handout), text) in handouts.iter().zip(&texts) {
        leaflets.push(CopyLeaflet {
            name,
            handout,
            text,
            standing: approval::standing(handout, shelf.basis(), &roles),
            changes: approval::changes_since(handout, text, &shelf.approved),
            pictures: compose::pictures::prepare(handout, branding, shelf)?,
        });
    }
    produce::reading_copy(&leaflets, code, branding, shelf, settings).and_then(|publication| {
        let pdf = pdf::write(&publication);
        let pdf = pdf.map_err(|error| vec![Finding::error(gate::UNWRITTEN, error.to_string())])?;
        Ok((pdf, publication.pages.len()))
    })
}

/// The pipeline up to placed pages, with warnings and notes.
///
/// # Errors
/// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
pub fn lay_out(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<(Produced, Vec<Finding>), Vec<Finding>> {
    let Examined { produced, findings, .. } = examine(source, branding, shelf, settings);
    passed((produced, findings), settings)
}

/// What was laid out, unless an error stands against it.
fn passed(
    (produced, findings): (Option<Produced>, Vec<Finding>),
    settings: &Settings,
) -> Result<(Produced, Vec<Finding>), Vec<Finding>> {
    match produced {
        Some(produced) if settings.draft || !has_errors(&findings) => Ok((produced, findings)),
        _ => Err(findings),
    }
}

/// Finds all that can be found about a handout under a brand: in its text, and on its pages where they can be laid out.
#[must_use]
pub fn examine(source: &Arc<Source>, branding: &Branding, shelf: &Shelf, settings: &Settings) -> Examined {
    match model::load_handout(source, &shelf.vocabulary) {
        Ok(loaded) => {
            let (produced, findings) = examine_loaded(&loaded, branding, shelf, settings);
            Examined { handout: Some(loaded.value), produced, findings }
        }
        Err(findings) => Examined { findings, ..Examined::default() },
    }
}

/// The same for a handout that was read before: what it became, and what was found.
fn examine_loaded(
    loaded: &Loaded<Handout>,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> (Option<Produced>, Vec<Finding>) {
    let (handout, mut findings) = (&loaded.value, loaded.warnings.clone());
    let Branding { brand, fonts, languages, .. } = branding;
    let Shelf { topic, sources, exercises, scenes, approved, .. } = shelf;
    let clock = settings.clock;
    let subject =
        check::Subject { handout, brand, topic, sources, exercises, scenes, fonts, approved, languages, clock };
    findings.extend(check::check(subject));
    let used = subject.used_exercises().flat_map(|exercise| &exercise.allow);
    let allowances: Vec<Allowance> = handout.allow.iter().chain(used).chain(&brand.allow).cloned().collect();
    gate::allow(&mut findings, &allowances);
    let mut produced = None;
    if !findings.iter().any(gate::cannot_be_laid_out) {
        let marks = Marks { errors: has_errors(&findings), overdue: subject.is_overdue() };
        match produce::produce(handout, branding, shelf, settings, marks) {
            Ok(made) => {
                findings.extend(preflight::check(preflight::Subject {
                    publication: &made.publication,
                    handout: &made.handout,
                    brand,
                    exercises,
                    topic,
                    language: branding.language(&handout.language.value),
                    limits: made.limits,
                }));
                produced = Some(made);
            }
            Err(mut errors) => findings.append(&mut errors),
        }
        gate::allow(&mut findings, &allowances);
    }
    gate::check_allowances(&mut findings, &handout.allow);
    diag::sort(&mut findings);
    (produced, findings)
}
