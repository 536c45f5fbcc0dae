//! An order laid out: its pages, and everything that was found, in the texts and on the pages.

use super::checked::Checked;
use super::formats::{self, Produced};
use super::personal::Prescribed;
use crate::app::privacy;
use crate::compose::select::Candidate;
use crate::diag::{self, Finding, has_errors};
use crate::layout::display::Publication;
use crate::{gate, pdf, preflight};

/// An order laid out, before it is written.
#[derive(Debug)]
pub struct Proof<'a> {
    checked: Checked<'a>,
    produced: Option<Produced>,
    findings: Vec<Finding>,
}

/// A finished leaflet, or a patient's own sheet.
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
    /// What a personal sheet gives its patient.
    pub prescribed: Option<Prescribed>,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
}

impl<'a> Proof<'a> {
    pub(super) fn of(checked: Checked<'a>) -> Self {
        let is_personal = checked.personal.is_some();
        let mut findings = checked.findings.clone();
        findings.extend(checked.personal_findings().iter().cloned());
        // A leaflet's pages are looked at in spite of errors in its text, so that all can be told at once.
        let may_be_laid_out = match is_personal {
            true => !checked.is_refused(),
            false => !findings.iter().any(gate::cannot_be_laid_out),
        };
        let mut produced = None;
        if may_be_laid_out {
            match formats::produce(&checked) {
                Ok(made) => {
                    findings.extend(on_pages(&checked, &made));
                    produced = Some(made);
                }
                Err(mut errors) => findings.append(&mut errors),
            }
            gate::allow(&mut findings, &checked.allowances);
        }
        if !is_personal {
            // Only the whole leaflet can show that an allowance is for nothing.
            gate::check_allowances(&mut findings, &checked.order.handout.value.allow);
        }
        diag::sort(&mut findings);
        Self { checked, produced, findings }
    }

    /// Everything that was found; allowed findings are marked.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, without the pages.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// What it became, if it could be laid out; errors may stand against it.
    #[must_use]
    pub const fn produced(&self) -> Option<&Produced> {
        self.produced.as_ref()
    }

    /// The pages, if they may be printed.
    ///
    /// # Errors
    /// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
    pub fn passed(self) -> Result<(Produced, Vec<Finding>), Vec<Finding>> {
        let may_pass = self.checked.order.settings.draft || !has_errors(&self.findings);
        match self.produced {
            Some(produced) if may_pass && !self.findings.iter().any(gate::cannot_be_laid_out) => {
                Ok((produced, self.findings))
            }
            _ => Err(self.findings),
        }
    }

    /// Writes the PDF.
    ///
    /// # Errors
    /// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
    pub fn print(self) -> Result<Leaflet, Vec<Finding>> {
        let (shared, prescribed) = (self.checked.shared.clone(), self.checked.prescribed());
        let (produced, findings) = self.passed()?;
        let write = |publication: &Publication| {
            pdf::write_with(publication, &shared.cache).map_err(|error| {
                let mut all = findings.clone();
                all.push(unwritten(&error));
                diag::sort(&mut all);
                all
            })
        };
        Ok(Leaflet {
            pdf: write(&produced.publication)?,
            reading: produced.reading.as_ref().map(write).transpose()?,
            pages: produced.publication.pages.len(),
            kept: produced.kept,
            left_out: produced.left_out,
            prescribed,
            findings,
        })
    }
}

/// What the rules on pages find.
fn on_pages(checked: &Checked<'_>, produced: &Produced) -> Vec<Finding> {
    let found = preflight::check(preflight::PageSubject {
        publication: &produced.publication,
        handout: &produced.handout,
        brand: &checked.order.branding.brand,
        exercises: checked.exercises(),
        topic: &checked.shelf().topic,
        language: checked.language(),
        limits: produced.limits,
    });
    match checked.personal {
        Some(_) => found.into_iter().map(privacy::on_personal_page).collect(),
        None => found,
    }
}

/// That a PDF cannot be written.
#[must_use]
pub fn unwritten(error: &pdf::PdfError) -> Finding {
    Finding::error(gate::UNWRITTEN, error.to_string())
}
