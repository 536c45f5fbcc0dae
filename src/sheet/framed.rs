//! Sheets that differ in nothing but the patient's own words: laid out and written once for each way in which those come
//! out, and filled in for each patient.

use std::sync::{Arc, Mutex, PoisonError};

use crate::compose::Document;
use crate::compose::document::Block;
use crate::diag::Finding;
use crate::gate::explain;
use crate::layout::display::{Page, Publication, StructTree};
use crate::layout::grid::PageStyle;
use crate::layout::{self, Fitted, Overflow, Places};
use crate::model::brand::Brand;
use crate::model::exercise::Library;
use crate::model::handout::Handout;
use crate::pdf::{self, Filling, Kept, PdfError};
use crate::preflight::{self, Limits, Scope, Subject};
use crate::text::Shaper;

/// The most forms that are kept of one frame.
const MOST_FORMS: usize = 8;

/// Sheets that differ in nothing but the patient's own words.
pub struct Framed {
    handout: Handout,
    exercises: Library,
    /// All but those words.
    pub document: Document,
    /// What is found in their exercises.
    pub findings: Vec<Finding>,
    /// Whether cards hold words of the clinician's for this patient.
    private: bool,
    forms: Mutex<Vec<Arc<Form>>>,
}

/// A sheet laid out and written, but for the patient's own words.
struct Form {
    written: pdf::Form,
    places: Places,
    /// The publication with empty pages.
    blank: Publication,
    /// The page of each of its own pieces.
    pages: Vec<usize>,
    /// What is found on the pages.
    findings: Vec<Finding>,
}

/// What sheets are made with.
pub struct Desk<'a> {
    /// The brand.
    pub brand: &'a Brand,
    /// The pages.
    pub style: PageStyle,
    /// What they are held to.
    pub limits: Limits,
    /// What shapes text.
    pub shaper: &'a mut Shaper,
    /// Faces and deflated streams.
    pub kept: &'a Kept,
    /// Characters whose glyphs every sheet's faces have.
    pub alphabet: &'a str,
}

/// A sheet.
pub struct Made {
    /// The PDF.
    pub pdf: Result<Vec<u8>, PdfError>,
    /// How many pages it has.
    pub pages: usize,
    /// What is found on them.
    pub findings: Vec<Finding>,
    /// Whether it went into what was laid out for another one.
    pub filled: bool,
}

impl Framed {
    /// Sheets of a tailored handout, which no sheet has been made of yet.
    pub fn new(
        handout: Handout,
        exercises: Library,
        document: Document,
        findings: Vec<Finding>,
        private: bool,
    ) -> Self {
        Self { handout, exercises, document, findings, private, forms: Mutex::default() }
    }

    /// The sheet with these blocks of a patient's own. It is the same whatever was made before.
    pub fn make(&self, own: Vec<Block>, desk: &mut Desk<'_>) -> Result<Made, Vec<Overflow>> {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for form in forms {
            if let Some(made) = self.fill(&form, &own, desk) {
                return Ok(made);
            }
        }
        self.lay_out(own, desk)
    }

    /// The sheet in a form that was written before; `None` when it does not go into that.
    fn fill(&self, form: &Form, own: &[Block], desk: &mut Desk<'_>) -> Option<Made> {
        let fitted = form.places.fit(&self.document, own, desk.shaper)?;
        let fillings: Vec<Filling<'_>> = fitted
            .pieces
            .iter()
            .map(|(items, first_element)| Filling { items, tree: &fitted.tree, first_element: *first_element })
            .collect();
        let pdf = form.written.fill(&form.blank.faces, &fillings).transpose()?;
        let findings = self.check_own(form, fitted, desk);
        Some(Made { pdf, pages: form.blank.pages.len(), findings, filled: true })
    }

    /// Lays the sheet out and writes it; keeps all but the patient's own words for the next one.
    fn lay_out(&self, own: Vec<Block>, desk: &mut Desk<'_>) -> Result<Made, Vec<Overflow>> {
        let document = Document { own, ..self.document.clone() };
        let (mut publication, places) = layout::lay_out_short(&document, desk.shaper, desk.style)?;
        publication.alphabet = layout::alphabet(&document, desk.shaper, desk.style, desk.alphabet);
        let mut findings = preflight::check_in(Scope::Whole, self.subject(&publication, desk));
        let written = pdf::Form::new(&publication, desk.kept);
        let pages = publication.pages.len();
        let own = take_own(&mut publication);
        findings.extend(preflight::check_in(Scope::Parts, self.subject(&publication, desk)));
        if self.private {
            findings = findings.into_iter().map(unquoted).collect();
        }
        let own_pages = publication.own.iter().map(|piece| piece.page).collect();
        let blank = Publication {
            pages: publication.pages.iter().map(|page| Page::new(page.size)).collect(),
            tree: StructTree::new(),
            outline: Vec::new(),
            alphabet: Vec::new(),
            own: Vec::new(),
            ..publication
        };
        let (written, pieces) = match written {
            Ok(written) => written,
            Err(error) => return Ok(Made { pdf: Err(error), pages, findings, filled: false }),
        };
        let form = Form { written, places, blank, pages: own_pages, findings };
        let findings = self.check_own(&form, own, desk);
        let pdf = form.written.filled(&pieces);
        if form.written.is_shared() {
            let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
            if forms.len() >= MOST_FORMS {
                forms.clear();
            }
            forms.push(Arc::new(form));
        }
        Ok(Made { pdf, pages, findings, filled: false })
    }

    /// What is found on the pages of a form with a patient's own pieces.
    fn check_own(&self, form: &Form, own: Fitted, desk: &Desk<'_>) -> Vec<Finding> {
        let mut publication = Publication { tree: own.tree, ..form.blank.clone() };
        for (&page, (items, _)) in form.pages.iter().zip(own.pieces) {
            publication.pages[page].items.extend(items);
        }
        let mut findings = form.findings.clone();
        findings.extend(preflight::check_in(Scope::Parts, self.subject(&publication, desk)).into_iter().map(unquoted));
        findings
    }

    fn subject<'s>(&'s self, publication: &'s Publication, desk: &'s Desk<'_>) -> Subject<'s> {
        let Desk { brand, limits, .. } = *desk;
        Subject { publication, handout: &self.handout, brand, exercises: &self.exercises, limits }
    }
}

/// A finding on pages that hold the patient's own words, without those words.
fn unquoted(mut finding: Finding) -> Finding {
    let title = explain::of(finding.code).map_or("a mistake", |explanation| explanation.title);
    finding.message = format!("on this sheet: {title}");
    finding
}

/// Takes a publication's own pieces off its pages.
fn take_own(publication: &mut Publication) -> Fitted {
    let pieces = publication.own.iter().map(|piece| {
        let items = publication.pages[piece.page].items[piece.items.clone()].to_vec();
        (items, piece.elements.start)
    });
    let fitted = Fitted { pieces: pieces.collect(), tree: publication.tree.clone() };
    for (number, page) in publication.pages.iter_mut().enumerate() {
        let own: Vec<_> = publication.own.iter().filter(|piece| piece.page == number).collect();
        let items = std::mem::take(&mut page.items).into_iter().enumerate();
        let rest = items.filter(|(index, _)| !own.iter().any(|piece| piece.items.contains(index)));
        page.items = rest.map(|(_, item)| item).collect();
    }
    fitted
}
