//! STUB, until personal sheets are there: every row gets the plain leaflet, with nothing of the row in it.
//!
//! It takes the place of the real press in one line of `batch`, and is to be deleted with it. The leaflet is laid out
//! once; a comment behind its end, the hash of the row, makes each file its own.

use super::press::{Made, Merger, Press};
use super::{NOTHING_WRITTEN, brand_with_files, fingerprint, handout, sha256};
use crate::cli::library;
use crate::cli::print::Problem;
use crate::diag::Finding;
use crate::model::patient::SheetRequest;
use crate::{Leaflet, Settings, build_leaflet};

/// Plain leaflets.
pub struct Leaflets {
    name: String,
    leaflet: Leaflet,
    fingerprint: String,
}

impl Leaflets {
    /// Lays out the leaflet.
    pub fn prepare(asked: &str, brand: Option<&str>, settings: Settings) -> Result<Self, Problem> {
        let refuse = |findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned());
        let (name, source) = handout(asked)?;
        let brand = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let (branding, brand_files) = brand_with_files(&brand)?;
        let branding = branding.map_err(refuse)?;
        let shelf = library::shelf()?.map_err(refuse)?;
        let leaflet = build_leaflet(&source, &branding, &shelf, &settings).map_err(refuse)?;
        let settings = format!("{} {settings:?}", env!("CARGO_PKG_VERSION"));
        // Everything on the shelf is in maps that are sorted by name.
        let shelf = format!("{shelf:?}");
        let mut parts = vec![settings.as_bytes(), name.as_bytes(), source.text.as_bytes(), shelf.as_bytes()];
        parts.extend(brand_files.iter().map(Vec::as_slice));
        let fingerprint = fingerprint(parts);
        Ok(Self { name, leaflet, fingerprint })
    }
}

impl Press for Leaflets {
    fn name(&self) -> &str {
        &self.name
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn check(&self, _: &SheetRequest) -> Vec<Finding> {
        Vec::new()
    }

    fn make(&self, request: &SheetRequest) -> Result<Made, Vec<Finding>> {
        let mut pdf = self.leaflet.pdf.clone();
        pdf.extend(format!("%{}\n", sha256(format!("{request:?}").as_bytes())).into_bytes());
        Ok(Made { pdf, pages: self.leaflet.pages, findings: self.leaflet.findings.clone() })
    }

    fn merger(&self) -> Result<Box<dyn Merger + '_>, Vec<Finding>> {
        Err(vec![Finding::error(crate::gate::UNWRITTEN, "sheets cannot be merged yet")])
    }
}
