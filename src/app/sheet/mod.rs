//! One patient's sheet. Her name is on its pages and nowhere else.

mod report;
pub mod request;
mod stem;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{self, Readers};
use super::leaflet::Leaflets;
use super::library::{self, Wanted};
use super::privacy;
use super::problem::{Problem, keep};
use super::topics;
use crate::diag::{Finding, Source, has_errors};
use crate::model::patient::SheetRequest;
use crate::{Leaflet, Order, Settings, model};
pub use stem::file_stem;

/// What is told when nothing was written.
const NOT_WRITTEN: &str = "no sheet was written";

/// A sheet that is to be made.
pub struct Job<'a> {
    /// The handout, with its name; without it, the request or her week chooses one.
    pub handout: Option<(String, Arc<Source>)>,
    /// What is asked for, or what is wrong with it.
    pub request: Result<SheetRequest, Vec<Finding>>,
    /// The brand, by name or file.
    pub brand: Option<&'a str>,
    /// How the sheet is made.
    pub settings: Settings,
}

/// A sheet that was made.
pub struct Made {
    /// The sheet.
    pub sheet: Leaflet,
    /// The handout's name.
    pub handout: String,
    /// Warnings that are not about this sheet alone.
    pub findings: Vec<Finding>,
    /// What the file is called without its ending: her id, or a name that tells nothing.
    stem: String,
    /// Whether the request has an id.
    has_id: bool,
}

impl Job<'_> {
    /// Makes the sheet; writes nothing. What is found quotes nothing of hers.
    ///
    /// # Errors
    /// A name that leads nowhere, or every finding when one is an error.
    pub fn make(self) -> Result<Made, Problem> {
        let Self { handout, request, brand, settings } = self;
        let refuse = |findings| Problem::Content(privacy::nameless(findings), NOT_WRITTEN.to_owned());
        let asked_brand = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let (_, branding) = library::brand(&asked_brand)?;
        let shelf = library::shelf(&Wanted::All)?;
        let mut findings = Vec::new();
        let branding = keep(branding, &mut findings);
        let shelf = keep(shelf, &mut findings);
        let request = keep(request, &mut findings);
        let (name, source) = match (handout, &request) {
            (Some(handout), _) => handout,
            (None, None) => return Err(refuse(findings)),
            (None, Some(request)) => match Leaflets::default().of(request, None, branding.as_ref(), &settings) {
                Ok(name) => library::handout(&name)?,
                Err(finding) => {
                    findings.push(finding);
                    return Err(refuse(findings));
                }
            },
        };
        let mut loaded = keep(model::load_handout(&source, &topics::vocabulary()), &mut findings);
        if let (Some(handout), Some(shelf)) = (&mut loaded, &shelf) {
            shelf.topic_of(&handout.value).complete(&mut handout.value);
        }
        let built = match (&loaded, &branding, &shelf, &request) {
            (Some(handout), Some(branding), Some(shelf), Some(request)) => {
                let order = Order { handout, branding, shelf, patient: Some(request), settings };
                keep(order.build(), &mut findings)
            }
            _ => None,
        };
        findings.extend(branding.into_iter().flat_map(|branding| branding.findings));
        let (Some(mut sheet), Some(request), false) = (built, request, has_errors(&findings)) else {
            return Err(refuse(findings));
        };
        sheet.findings = privacy::nameless(sheet.findings);
        let (stem, has_id) = (file_stem(&request, &name), request.id.is_some());
        Ok(Made { sheet, handout: name, findings: privacy::nameless(findings), stem, has_id })
    }
}

impl Made {
    /// Writes the sheet into a folder, and its report beside it if that is wanted; gives the sheet's path. `inputs` are the
    /// files that it was made from, which are never written over.
    ///
    /// # Errors
    /// A file or a folder that cannot be written, or that would be written over.
    pub fn write(
        &self,
        folder: &Path,
        inputs: &[&Path],
        readers: Readers,
        with_report: bool,
    ) -> Result<PathBuf, Problem> {
        let pdf = &self.sheet.pdf;
        let stem = if self.has_id { self.stem.clone() } else { without_id(folder, &self.stem, pdf) };
        let (path, beside) = (folder.join(format!("{stem}.pdf")), folder.join(format!("{stem}.json")));
        files::refuse_inputs(inputs, &[path.clone(), beside.clone()])?;
        let prescribed = self.sheet.prescribed.as_ref().filter(|_| with_report);
        let report = prescribed.map(|prescribed| report::json(&stem, &self.handout, &self.sheet, prescribed));
        let report = report.as_ref().map(|report| (beside, report.as_bytes()));
        let all: Vec<(PathBuf, &[u8])> = std::iter::once((path.clone(), pdf.as_slice())).chain(report).collect();
        files::write_all(folder, &all, readers)?;
        Ok(path)
    }
}

/// The name of a sheet without an id: `stem`, or with a number behind it, so that it takes no other patient's place. A sheet
/// that is there already, byte for byte, keeps its name.
fn without_id(folder: &Path, stem: &str, pdf: &[u8]) -> String {
    let taken = |stem: &String| {
        let found = files::read_limited(&folder.join(format!("{stem}.pdf")), pdf.len());
        // What cannot be read is told of when it is written.
        found.is_ok_and(|found| found != pdf)
    };
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|stem| !taken(stem)).unwrap_or_else(|| stem.to_owned())
}
