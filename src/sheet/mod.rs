//! Personal sheets: a handout made ready once, and from it one PDF a request. The same pipeline as for leaflets; what a
//! request asks for is checked besides.
//!
//! Sheets of one handout share shapers, drawings, and what the PDF writer keeps. A sheet never depends on another one: its
//! faces hold an alphabet of the brand's and its own characters (`alphabet`).

mod alphabet;
mod stem;
mod tailored;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::check::sheet::SheetSubject;
use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::shelf::Shelf;
use crate::compose::{Document, Marks};
use crate::diag::{self, Finding, Source, has_errors};
use crate::gate::explain;
use crate::geom::{Format, Paper};
use crate::language::Language;
use crate::layout::display::{Metadata, Publication};
use crate::layout::grid::{Grid, PageStyle};
use crate::model::allowance::Allowance;
use crate::model::brand::PaperName;
use crate::model::day::DayWriting;
use crate::model::handout::Handout;
use crate::model::patient::{self, SheetRequest};
use crate::model::plan::{Bar, Moment, Plan};
use crate::model::{self, Private};
use crate::preflight::Limits;
use crate::{Settings, check, gate, layout, pdf, preflight, text};

pub use stem::file_stem;

/// A finished personal sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and notes, on the handout, on the request and on the pages.
    pub findings: Vec<Finding>,
    /// The day of the visit.
    pub date: Option<time::Date>,
    /// When it is for.
    pub moment: Option<Moment>,
    /// The ids of her exercises, in order.
    pub exercises: Vec<String>,
    /// The exercises that are not for this week and given all the same.
    pub overrides: Vec<Overridden>,
}

/// An exercise that is not for this week and given all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    /// The exercise's id, or `stage` for the handout.
    pub exercise: String,
    /// Why it is not for this week.
    pub bar: Bar,
    /// Why it is given.
    pub because: Private<String>,
}

/// A handout made ready for personal sheets.
#[derive(Clone, Debug)]
pub struct PreparedSheet<'a> {
    handout: Handout,
    findings: Vec<Finding>,
    marks: Marks,
    branding: &'a Branding,
    shelf: &'a Shelf,
    settings: Settings,
    name_in_metadata: bool,
    /// How days are written in requests.
    days: DayWriting,
    shared: Arc<Shared>,
}

/// What sheets of one handout share: made for one, used for the next. It changes no sheet.
#[derive(Default)]
struct Shared {
    /// Shapers that nobody uses just now, with what they have shaped.
    shapers: Mutex<Vec<text::Shaper>>,
    /// Drawings, by the stage and the exercises.
    pictures: pdf::Store<String, Pictures, MOST_PICTURES>,
    /// Faces and deflated streams.
    kept: pdf::Kept,
    /// Characters whose glyphs every sheet's faces have.
    alphabet: String,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared")
    }
}

/// The most sets of drawings that are kept.
const MOST_PICTURES: usize = 64;

/// Makes one personal sheet from the text of its handout.
///
/// # Errors
/// Every finding, when one of them is an error; a draft overlooks those on the handout that can be overlooked.
pub fn build_sheet(
    source: &Arc<Source>,
    request: &SheetRequest,
    branding: &Branding,
    shelf: &Shelf,
    settings: &Settings,
) -> Result<Sheet, Vec<Finding>> {
    PreparedSheet::new(source, branding, shelf, settings)?.build(request)
}

impl<'a> PreparedSheet<'a> {
    /// Reads and checks a handout.
    ///
    /// # Errors
    /// Every finding, when one of them is an error (of those that cannot be overlooked, for a draft).
    pub fn new(
        source: &Arc<Source>,
        branding: &'a Branding,
        shelf: &'a Shelf,
        settings: &Settings,
    ) -> Result<Self, Vec<Finding>> {
        let loaded = model::load_handout(source, &shelf.vocabulary)?;
        let (handout, mut findings) = (loaded.value, loaded.warnings);
        let Branding { brand, fonts, languages, .. } = branding;
        let Shelf { topic, sources, exercises, scenes, approved, .. } = shelf;
        let clock = settings.clock;
        let subject = check::Subject {
            handout: &handout,
            brand,
            topic,
            sources,
            exercises,
            scenes,
            fonts,
            approved,
            languages,
            clock,
        };
        findings.extend(check::check(subject));
        let marks = |findings: &[Finding]| Marks { errors: has_errors(findings), overdue: subject.is_overdue() };
        let used = subject.used_exercises().flat_map(|exercise| &exercise.allow);
        let allowances: Vec<Allowance> = handout.allow.iter().chain(used).chain(&brand.allow).cloned().collect();
        gate::allow(&mut findings, &allowances);
        diag::sort(&mut findings);
        if findings.iter().any(gate::cannot_be_laid_out) || has_errors(&findings) && !settings.draft {
            return Err(findings);
        }
        let marks = marks(&findings);
        Ok(Self {
            handout,
            findings,
            marks,
            branding,
            shelf,
            settings: *settings,
            name_in_metadata: false,
            days: DayWriting { order: settings.dates, months: languages.months().clone() },
            shared: Arc::new(Shared { alphabet: alphabet::of(brand, fonts), ..Shared::default() }),
        })
    }

    /// The same, with the patient's name in the title that each file has of itself, or without it as is usual.
    #[must_use]
    pub const fn with_name_in_metadata(mut self, name_in_metadata: bool) -> Self {
        self.name_in_metadata = name_in_metadata;
        self
    }

    /// What a file of many sheets says of itself: nothing of any patient.
    ///
    /// # Errors
    /// What cannot be drawn.
    pub fn metadata(&self) -> Result<Metadata, Vec<Finding>> {
        let request = SheetRequest::default();
        let (plan, _) = self.plan(&request);
        Ok(self.tailored(&request, &plan)?.document(false).meta)
    }

    /// The handout.
    #[must_use]
    pub const fn handout(&self) -> &Handout {
        &self.handout
    }

    /// What was found in the handout: warnings and notes that hold for every sheet of it.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What is wrong with a request, as far as can be told without laying it out.
    #[must_use]
    pub fn check(&self, request: &SheetRequest) -> Vec<Finding> {
        let (plan, mut findings) = self.plan(request);
        if !has_errors(&findings) {
            match self.tailored(request, &plan) {
                Ok(tailored) => findings.extend(tailored.findings),
                Err(errors) => findings.extend(errors),
            }
        }
        findings
    }

    /// What a request comes to, and what is found in it.
    fn plan(&self, request: &SheetRequest) -> (Plan, Vec<Finding>) {
        let Branding { brand, fonts, .. } = self.branding;
        let (handout, exercises) = (&self.handout, &self.shelf.exercises);
        let (clock, days) = (self.settings.clock, &self.days);
        check::sheet::check(SheetSubject { request, handout, exercises, brand, fonts, clock, days })
    }

    /// Makes one sheet.
    ///
    /// # Errors
    /// Every finding, when the request has an error, or its pages have one.
    pub fn build(&self, request: &SheetRequest) -> Result<Sheet, Vec<Finding>> {
        let (plan, found) = self.plan(request);
        let mut findings = self.findings.clone();
        let wrong = has_errors(&found);
        findings.extend(found);
        let made = match wrong {
            true => None,
            false => self.make(request, &plan, &mut findings),
        };
        diag::sort(&mut findings);
        let (pdf, pages) = made.ok_or_else(|| findings.clone())?;
        let overrides = plan.given.iter().filter_map(|given| {
            let (bar, because) = given.although.clone()?;
            Some(Overridden { exercise: given.id.clone(), bar, because })
        });
        let stage = plan.although_stage.clone().map(|because| Overridden {
            exercise: patient::STAGE.to_owned(),
            bar: Bar::Stage,
            because,
        });
        let overrides = stage.into_iter().chain(overrides);
        Ok(Sheet {
            pdf,
            pages,
            findings,
            date: plan.date,
            moment: plan.moment,
            exercises: plan.given.iter().map(|given| given.id.clone()).collect(),
            overrides: overrides.collect(),
        })
    }

    /// A sheet's PDF and how many pages it has, unless something is found that must not be.
    fn make(&self, request: &SheetRequest, plan: &Plan, findings: &mut Vec<Finding>) -> Option<(Vec<u8>, usize)> {
        let tailored = self.tailored(request, plan).map_err(|errors| findings.extend(errors)).ok()?;
        findings.extend(tailored.findings.iter().cloned());
        if !self.may_go_on(findings) {
            return None;
        }
        let (style, limits) = self.page_style(request.large_print || self.settings.large_print);
        let publication = self.lay_out(&tailored.document(self.name_in_metadata), style);
        let publication = publication.map_err(|overflows| findings.extend(overflows.iter().map(told))).ok()?;
        let (brand, exercises) = (&self.branding.brand, &tailored.exercises);
        let (handout, topic) = (&tailored.handout, &*self.shelf.topic);
        let language = self.language();
        let subject =
            preflight::Subject { publication: &publication, handout, brand, exercises, topic, language, limits };
        findings.extend(preflight::check(subject).into_iter().map(unquoted));
        gate::allow(findings, &self.handout.allow);
        let written = pdf::write_keeping(&publication, &self.shared.kept);
        let pdf = written.map_err(|error| findings.push(Finding::error(gate::UNWRITTEN, error.to_string()))).ok()?;
        self.may_go_on(findings).then_some((pdf, publication.pages.len()))
    }

    /// Lays a sheet out, with the glyphs that every sheet's faces have.
    fn lay_out(&self, document: &Document, style: PageStyle) -> Result<Publication, Vec<layout::Overflow>> {
        let free = self.waiting().pop();
        let language = self.language();
        let new = || text::Shaper::new(self.branding.fonts.clone(), language.family(), language.is_right_to_left());
        let mut shaper = free.unwrap_or_else(new);
        let laid_out = layout::lay_out(document, &mut shaper, style).map(|publication| {
            let alphabet = layout::alphabet(document, &mut shaper, style, &self.shared.alphabet);
            Publication { alphabet, ..publication }
        });
        self.waiting().push(shaper);
        laid_out
    }

    /// Whether a sheet with these findings may be made.
    fn may_go_on(&self, findings: &[Finding]) -> bool {
        !findings.iter().any(gate::cannot_be_laid_out) && (!has_errors(findings) || self.settings.draft)
    }

    /// How pages are set, and what they are held to.
    fn page_style(&self, large: bool) -> (PageStyle, Limits) {
        let brand = &self.branding.brand;
        let own_paper = match brand.paper.unwrap_or_else(|| self.language().paper()) {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        };
        let paper = self.settings.format.and_then(Format::paper).unwrap_or(own_paper);
        let (grid, limits) = match large {
            true => (Grid::large_sheet(paper.size()), Limits::LARGE),
            false => (Grid::sheet(paper.size()), Limits::LEAFLET),
        };
        let style = PageStyle { grid, low_ink: self.settings.low_ink, whole_sheets: false };
        (style, limits)
    }

    /// The language that the sheets are in.
    fn language(&self) -> &'a Language {
        self.branding.language(&self.handout.language.value)
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<text::Shaper>> {
        self.shared.shapers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A finding on a sheet's pages by its title: its message may quote words of the patient's own.
fn unquoted(mut finding: Finding) -> Finding {
    let title = explain::of(finding.code).map_or("a mistake", |explanation| explanation.title);
    finding.message = format!("on this sheet: {title}");
    finding
}

/// What is told of something that is too long for its page: by its heading, never by its words, which may be the patient's.
fn told(overflow: &layout::Overflow) -> Finding {
    let told = match overflow.what == format!("“{}”", overflow.text) {
        true => format!("her details or a note are {} points too long for their page", overflow.points),
        false => overflow.to_string(),
    };
    Finding::error(gate::OVERFLOW, told).help("shorten it, or split it in two")
}
