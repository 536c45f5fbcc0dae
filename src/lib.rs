//! `handout` turns YAML handout definitions into branded, accessible PDF leaflets.
//!
//! The pipeline, one way only: source text → `model` → `check` → `compose` → `layout` → `pdf` → bytes. Each stage is
//! a pure function of the one before; files, clock and environment enter in `cli` alone.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod art;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod figure;
pub mod geom;
pub mod layout;
pub mod model;
pub mod pdf;
pub mod text;

use std::sync::Arc;

use compose::branding::Branding;
use compose::shelf::Shelf;
use diag::{Finding, Source, has_errors};
use geom::Paper;
use model::brand::PaperName;
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

/// Turns the text of a handout into a leaflet under a brand: the whole pipeline.
///
/// `paper` overrides the brand's; `timestamp` (seconds since 1970) overrides the document's date.
///
/// # Errors
/// Every finding, when one of them is an error.
pub fn build_leaflet(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    paper: Option<Paper>,
    timestamp: Option<i64>,
) -> Result<Leaflet, Vec<Finding>> {
    let (publication, findings) = lay_out_leaflet(source, branding, shelf, paper, timestamp)?;
    let pdf = pdf::write(&publication).map_err(|error| vec![Finding::error("P001", error.to_string())])?;
    Ok(Leaflet { pdf, pages: publication.pages.len(), findings })
}

/// The pipeline up to placed pages, with warnings and notes.
///
/// # Errors
/// Every finding, when one of them is an error.
pub fn lay_out_leaflet(
    source: &Arc<Source>,
    branding: &Branding,
    shelf: &Shelf,
    paper: Option<Paper>,
    timestamp: Option<i64>,
) -> Result<(layout::display::Publication, Vec<Finding>), Vec<Finding>> {
    let Branding { brand, logo, fonts, theme, .. } = branding;
    let Shelf { sources, exercises, .. } = shelf;
    let loaded = model::load::<Handout>(source)?;
    let (handout, mut findings) = (loaded.value, loaded.warnings);
    findings.extend(check::check(check::Subject { handout: &handout, brand, sources, exercises, fonts }));
    if has_errors(&findings) {
        return Err(findings);
    }
    let pictures = compose::pictures::prepare(&handout, branding, shelf)?;
    let document = compose::compose(compose::Input {
        handout: &handout,
        brand,
        logo: logo.as_ref(),
        sources,
        exercises,
        pictures: &pictures,
        theme,
        timestamp,
    });
    let locale = Locale::of(&handout.language.value, brand);
    let paper = paper.unwrap_or_else(|| match brand.paper.unwrap_or_else(|| locale.paper()) {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    });
    let mut shaper = text::Shaper::new(fonts.clone(), document.meta.right_to_left);
    let publication = layout::lay_out(&document, &mut shaper, paper).map_err(|overflows| {
        let finding = |overflow: &layout::Overflow| {
            Finding::error("L001", overflow.to_string())
                .at(place_of(overflow, &handout), "this is where it begins")
                .help("shorten it, or split it in two")
        };
        overflows.iter().map(finding).collect::<Vec<_>>()
    })?;
    Ok((publication, findings))
}

/// Where the text begins that does not fit; the help box, which has no text of its own before its signs, begins with
/// the first sign.
fn place_of<'a>(overflow: &layout::Overflow, handout: &'a Handout) -> &'a diag::Place {
    let begins = |text: &&model::Located<String>| {
        let words = text.value.split_whitespace().collect::<Vec<_>>().join(" ");
        !words.is_empty() && (overflow.text.starts_with(&words) || words.starts_with(&overflow.text))
    };
    let texts = model::texts::of_handout(handout);
    let sign = handout.seek_care.emergency.signs.first().map(|sign| &sign.text.place);
    texts.into_iter().find(begins).map(|text| &text.place).or(sign).unwrap_or(&handout.title.place)
}
