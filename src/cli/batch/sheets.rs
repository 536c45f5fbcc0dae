//! Personal sheets as a batch makes them: the handout, the brand and the shelf are read once, each row is made from them.

use super::merger::PdfMerger;
use super::press::{Made, Merger, Press};
use super::{NOTHING_WRITTEN, brand_with_files, fingerprint, handout};
use crate::Settings;
use crate::cli::library::{self, Wanted};
use crate::cli::print::{self, Problem};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Source};
use crate::model::Located;
use crate::model::handout::SectionName;
use crate::model::patient::SheetRequest;
use crate::sheet::PreparedSheet;

/// What all sheets of a batch are made from.
pub struct Materials {
    name: String,
    source: std::sync::Arc<Source>,
    branding: Branding,
    shelf: Shelf,
    settings: Settings,
    fingerprint: String,
}

impl Materials {
    /// Reads them.
    pub fn read(asked: &str, brand: Option<&str>, settings: Settings) -> Result<Self, Problem> {
        let refuse = |findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned());
        let (name, source) = handout(asked)?;
        let brand = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let (branding, brand_files) = brand_with_files(&brand)?;
        let branding = branding.map_err(refuse)?;
        let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
        let said = format!("{} {settings:?}", env!("CARGO_PKG_VERSION"));
        // Everything on the shelf is in maps that are sorted by name.
        let on_shelf = format!("{shelf:?}");
        let mut parts = vec![said.as_bytes(), name.as_bytes(), source.text.as_bytes(), on_shelf.as_bytes()];
        parts.extend(brand_files.iter().map(Vec::as_slice));
        let fingerprint = fingerprint(parts);
        Ok(Self { name, source, branding, shelf, settings, fingerprint })
    }
}

/// Makes personal sheets.
pub struct Sheets<'m> {
    materials: &'m Materials,
    prepared: PreparedSheet<'m>,
    fingerprint: String,
    sections: Vec<SectionName>,
}

impl<'m> Sheets<'m> {
    /// Checks the handout and makes ready what all sheets share; every sheet keeps `sections` of the handout.
    pub fn new(materials: &'m Materials, sections: Vec<SectionName>) -> Result<Self, Problem> {
        let Materials { source, branding, shelf, settings, .. } = materials;
        let prepared = PreparedSheet::new(source, branding, shelf, settings);
        let prepared = prepared.map_err(|findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned()))?;
        // What holds for every sheet is told once.
        print::show_but_advice(prepared.findings());
        let kept = format!("{sections:?}");
        let parts = [materials.fingerprint.as_bytes(), kept.as_bytes()];
        Ok(Self { materials, prepared, fingerprint: fingerprint(parts), sections })
    }

    /// The request with the sections that all sheets keep.
    fn with_sections(&self, request: &SheetRequest) -> SheetRequest {
        let place = &self.prepared.handout().title.place;
        let kept = self.sections.iter().map(|section| Located { value: *section, place: place.clone() });
        SheetRequest { sections: kept.collect(), ..request.clone() }
    }
}

impl Press for Sheets<'_> {
    fn name(&self) -> &str {
        &self.materials.name
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn check(&self, request: &SheetRequest) -> Vec<Finding> {
        self.prepared.check(&self.with_sections(request))
    }

    fn make(&self, request: &SheetRequest) -> Result<Made, Vec<Finding>> {
        let sheet = self.prepared.build(&self.with_sections(request))?;
        Ok(Made { pdf: sheet.pdf, pages: sheet.pages, findings: sheet.findings })
    }

    fn merger(&self) -> Result<Box<dyn Merger + '_>, Vec<Finding>> {
        Ok(Box::new(PdfMerger::new(self.prepared.metadata()?, "Sheet")))
    }
}
