//! Personal sheets as a batch makes them: handouts, brand and shelf are read once, each row is made from them.
//!
//! A row's handout is the one that its cell names, or that of the command line, or that of her week.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::merger::PdfMerger;
use super::press::{Made, Merger, Press};
use super::{NOTHING_WRITTEN, brand_with_files, fingerprint, refuse_unreadable};
use crate::app::leaflet::Leaflets;
use crate::app::library::{self, Wanted};
use crate::app::problem::Problem;
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Source};
use crate::layout::display::Metadata;
use crate::model::handout::{Handout, SectionName};
use crate::model::patient::SheetRequest;
use crate::model::rows::Rows;
use crate::model::{Loaded, Located};
use crate::{Checked, Order, Settings};

/// The name of a merged file whose sheets are of several handouts.
const SEVERAL: &str = "sheets";

/// What all sheets of a batch are made from.
pub struct Materials {
    /// The handout that the command line names.
    named: Option<String>,
    /// The handouts that rows are of, by name.
    handouts: BTreeMap<String, Result<Loaded<Handout>, Vec<Finding>>>,
    leaflets: Leaflets,
    branding: Branding,
    shelf: Shelf,
    settings: Settings,
    fingerprint: String,
}

impl Materials {
    /// Reads them; `named` is the handout, with its name, of rows that name none.
    pub fn read(
        named: Option<(String, Arc<Source>)>,
        rows: &Rows,
        brand: Option<&str>,
        settings: Settings,
    ) -> Result<Self, Problem> {
        let refuse = |findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned());
        named.iter().try_for_each(|(_, source)| refuse_unreadable(source))?;
        let brand = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let (branding, brand_files) = brand_with_files(&brand)?;
        let branding = branding.map_err(refuse)?;
        let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
        let leaflets = Leaflets::default();
        let (name, mut sources) = match named {
            Some((name, source)) => (Some(name.clone()), BTreeMap::from([(name, source)])),
            None => (None, BTreeMap::new()),
        };
        for index in 0..rows.count() {
            let (request, _) = rows.request(index);
            let Ok(own) = leaflets.of(&request, name.as_deref(), Some(&branding), &settings) else { continue };
            // A cell holds a name, never a path.
            if !sources.contains_key(&own) && library::HANDOUTS.names().contains(&own) {
                let (_, source) = library::handout(&own)?;
                sources.insert(own, source);
            }
        }
        let said = format!("{} {settings:?}", env!("CARGO_PKG_VERSION"));
        // Everything on the shelf is in maps that are sorted by name.
        let on_shelf = format!("{shelf:?}");
        let mut parts = vec![said.as_bytes(), on_shelf.as_bytes()];
        parts.extend(sources.iter().flat_map(|(name, source)| [name.as_bytes(), source.text.as_bytes()]));
        parts.extend(brand_files.iter().map(Vec::as_slice));
        let fingerprint = fingerprint(parts);
        let handouts = sources.iter().map(|(name, source)| (name.clone(), shelf.read_handout(source))).collect();
        Ok(Self { named: name, handouts, leaflets, branding, shelf, settings, fingerprint })
    }
}

/// Makes personal sheets.
pub struct Sheets<'m> {
    materials: &'m Materials,
    /// The handouts that rows are of, made ready, or what is wrong with them.
    prepared: BTreeMap<&'m str, Result<Checked<'m>, Vec<Finding>>>,
    fingerprint: String,
    sections: Vec<SectionName>,
}

impl<'m> Sheets<'m> {
    /// Checks the handouts and makes ready what all sheets share; every sheet keeps `sections` of its handout.
    pub fn new(materials: &'m Materials, sections: Vec<SectionName>) -> Result<Self, Problem> {
        let Materials { handouts, branding, shelf, settings, .. } = materials;
        let prepare = |handout: &'m Result<Loaded<Handout>, Vec<Finding>>| {
            let handout = handout.as_ref().map_err(Clone::clone)?;
            let checked = Order { handout, branding, shelf, patient: None, settings: *settings }.check();
            if checked.is_refused() { Err(checked.findings().to_vec()) } else { Ok(checked) }
        };
        let mut prepared: BTreeMap<&str, Result<Checked<'_>, Vec<Finding>>> =
            handouts.iter().map(|(name, handout)| (name.as_str(), prepare(handout))).collect();
        // Without one handout that can be used there is nothing to make.
        let named = materials.named.as_deref();
        let refused = |name: &str, one: &Result<Checked<'_>, _>| one.is_err() && named.is_none_or(|own| own == name);
        if !prepared.is_empty() && prepared.iter().all(|(name, one)| refused(name, one))
            || named.is_some_and(|own| prepared.get(own).is_some_and(Result::is_err))
        {
            let findings = prepared.values_mut().filter_map(|one| one.as_mut().err()).flat_map(std::mem::take);
            return Err(Problem::Content(findings.collect(), NOTHING_WRITTEN.to_owned()));
        }
        let kept = format!("{sections:?}");
        let parts = [materials.fingerprint.as_bytes(), kept.as_bytes()];
        Ok(Self { materials, prepared, fingerprint: fingerprint(parts), sections })
    }

    /// What was found in each handout, which holds for every sheet of it.
    pub fn findings(&self) -> impl Iterator<Item = &[Finding]> {
        self.prepared.values().flatten().map(Checked::findings)
    }

    /// The handout that a request's sheet is of, made ready.
    fn of(&self, request: &SheetRequest) -> Result<&Checked<'m>, Vec<Finding>> {
        let Materials { leaflets, named, branding, settings, .. } = self.materials;
        let name = leaflets.of(request, named.as_deref(), Some(branding), settings);
        let name = name.map_err(|finding| vec![finding])?;
        match self.prepared.get(name.as_str()) {
            Some(prepared) => prepared.as_ref().map_err(Clone::clone),
            None => Err(vec![leaflets.unknown(request, &name)]),
        }
    }

    /// The request with the sections that all sheets keep.
    fn with_sections(&self, request: &SheetRequest, prepared: &Checked<'_>) -> SheetRequest {
        let place = &prepared.handout().title.place;
        let kept = self.sections.iter().map(|section| Located { value: *section, place: place.clone() });
        SheetRequest { sections: kept.collect(), ..request.clone() }
    }

    /// What a merged file says of itself.
    fn metadata(&self) -> Result<Metadata, Vec<Finding>> {
        let mut ready = self.prepared.values().flatten();
        let first = ready.next().ok_or_else(Vec::new)?;
        // Nothing of any patient.
        let nobody = SheetRequest::default();
        Ok(first.personal(&nobody).document()?.meta)
    }
}

impl Press for Sheets<'_> {
    fn name(&self) -> &str {
        self.materials.named.as_deref().unwrap_or(SEVERAL)
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn check(&self, request: &SheetRequest) -> Vec<Finding> {
        match self.of(request) {
            Ok(prepared) => {
                let request = self.with_sections(request, prepared);
                prepared.personal(&request).personal_findings().to_vec()
            }
            Err(findings) => findings,
        }
    }

    fn make(&self, request: &SheetRequest) -> Result<Made, Vec<Finding>> {
        let prepared = self.of(request)?;
        let request = self.with_sections(request, prepared);
        let sheet = prepared.personal(&request).proof().print()?;
        let overrides = sheet.prescribed.into_iter().flat_map(|prescribed| prescribed.overrides);
        let overrides = overrides.map(|word| word.exercise).collect();
        let findings = sheet.findings.into_iter().filter(|finding| finding.allowed.is_none()).collect();
        Ok(Made { pdf: sheet.pdf, pages: sheet.pages, findings, overrides })
    }

    fn merger(&self) -> Result<Box<dyn Merger + '_>, Vec<Finding>> {
        Ok(Box::new(PdfMerger::new(self.metadata()?, "Sheet")))
    }
}
