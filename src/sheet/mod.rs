//! Personal sheets: a handout made ready once, and from it one PDF a request. The same pipeline as for leaflets; what a
//! request asks for is checked besides.
//!
//! Most of a sheet is no patient's own. What is the same in many sheets is laid out and written once (`framed`). A sheet
//! never depends on another one: its faces hold an alphabet of the brand's and its own characters (`alphabet`).

mod alphabet;
mod framed;
mod stem;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::check::sheet::SheetSubject;
use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::sheet::Frame;
use crate::compose::shelf::Shelf;
use crate::compose::{self, Document, Marks};
use crate::diag::{self, Finding, Source, has_errors};
use crate::geom::{Format, Paper};
use crate::layout::display::Metadata;
use crate::layout::grid::{Grid, PageStyle};
use crate::model::allowance::Allowance;
use crate::model::approval::Standing;
use crate::model::brand::PaperName;
use crate::model::exercise::Library;
use crate::model::handout::{Exercises, Handout};
use crate::model::locale::Locale;
use crate::model::patient::{self, SheetRequest};
use crate::model::plan::{Bar, Moment, Plan};
use crate::model::{self, Located, Private, approval};
use crate::preflight::Limits;
use crate::{Settings, check, gate, layout, pdf, text};
use framed::{Desk, Framed};

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
    shared: Arc<Shared>,
}

/// What sheets of one handout share: made for one, used for the next. It changes no sheet.
#[derive(Default)]
struct Shared {
    /// Shapers that nobody uses just now, with what they have shaped.
    shapers: Mutex<Vec<text::Shaper>>,
    /// Drawings, by the stage and the exercises.
    pictures: pdf::Store<String, Pictures, MOST_PICTURES>,
    /// Sheets but for the patient's own words, by what they have in common.
    frames: pdf::Store<(bool, Frame), Framed, MOST_FRAMES>,
    /// How many sheets were filled into what was laid out for another one.
    filled: AtomicUsize,
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
/// The most frames that are kept.
const MOST_FRAMES: usize = 32;

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
        let loaded = model::load::<Handout>(source)?;
        let (handout, mut findings) = (loaded.value, loaded.warnings);
        let Branding { brand, fonts, .. } = branding;
        let Shelf { sources, exercises, scenes, approved, .. } = shelf;
        let clock = settings.clock;
        let subject = check::Subject { handout: &handout, brand, sources, exercises, scenes, fonts, approved, clock };
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
        Ok(self.framed(&Frame::new(&request, &plan, false), false)?.document.meta.clone())
    }

    /// What all sheets of a frame have in common.
    ///
    /// # Errors
    /// What keeps them from being laid out.
    fn framed(&self, frame: &Frame, large: bool) -> Result<Arc<Framed>, Vec<Finding>> {
        let make = || {
            let (handout, exercises) = compose::sheet::tailor(&self.handout, &self.shelf.exercises, frame);
            let findings = self.check_chosen(&handout);
            if findings.iter().any(gate::cannot_be_laid_out) {
                return Err(findings);
            }
            let document = self.document(&handout, &exercises, frame)?;
            Ok(Framed::new(handout, exercises, document, findings, frame.has_private_words()))
        };
        self.shared.frames.find((large, frame.clone()), make, |_| 1)
    }

    /// A tailored handout and its exercises as a document.
    fn document(&self, handout: &Handout, exercises: &Library, frame: &Frame) -> Result<Document, Vec<Finding>> {
        let Branding { brand, logo, theme, .. } = self.branding;
        let input = compose::Input {
            handout,
            brand,
            logo: logo.as_ref(),
            sources: &self.shelf.sources,
            exercises,
            pictures: &*self.pictures(handout)?,
            theme,
            timestamp: self.settings.timestamp,
            marks: self.marks,
            standing: &self.standing(handout),
            shortened: false,
        };
        Ok(compose::sheet::compose(input, frame))
    }

    /// How the approvals stand of what a tailored handout prints: those of the whole handout, and what they do not cover.
    fn standing(&self, tailored: &Handout) -> Standing<'_> {
        let roles = self.shelf.approved.roles(&self.branding.brand);
        let given = tailored.exercises.iter().flat_map(Exercises::ids).map(|id| id.value.as_str());
        let beyond = approval::beyond(&self.handout, tailored.stage.value, given);
        Standing { beyond, ..approval::standing(&self.handout, self.shelf.basis(), &roles) }
    }

    /// The drawings of a tailored handout.
    fn pictures(&self, handout: &Handout) -> Result<Arc<Pictures>, Vec<Finding>> {
        let make = || compose::pictures::prepare(handout, self.branding, self.shelf);
        self.shared.pictures.find(compose::pictures::needed(handout), make, |_| 1)
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

    /// How many sheets so far did not have to be laid out: all but the patient's own words was, for another one.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.shared.filled.load(Ordering::Relaxed)
    }

    /// What is wrong with a request, as far as can be told without laying it out.
    #[must_use]
    pub fn check(&self, request: &SheetRequest) -> Vec<Finding> {
        let (plan, mut findings) = self.plan(request);
        if !has_errors(&findings) {
            let large = request.large_print || self.settings.large_print;
            match self.framed(&Frame::new(request, &plan, self.name_in_metadata), large) {
                Ok(framed) => findings.extend(framed.findings.iter().cloned()),
                Err(errors) => findings.extend(errors),
            }
        }
        findings
    }

    /// What a request comes to, and what is found in it.
    fn plan(&self, request: &SheetRequest) -> (Plan, Vec<Finding>) {
        let Branding { brand, fonts, .. } = self.branding;
        let (handout, exercises) = (&self.handout, &self.shelf.exercises);
        let (clock, dates) = (self.settings.clock, self.settings.dates);
        check::sheet::check(SheetSubject { request, handout, exercises, brand, fonts, clock, dates })
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
        let large = request.large_print || self.settings.large_print;
        let framed = self.framed(&Frame::new(request, plan, self.name_in_metadata), large);
        let framed = framed.map_err(|errors| findings.extend(errors)).ok()?;
        findings.extend(framed.findings.iter().cloned());
        if !self.may_go_on(findings) {
            return None;
        }
        let locale = Locale::of(&self.handout.language.value, &self.branding.brand);
        let own = compose::sheet::own(locale, request, plan);
        let mut shaper = self.shaper(locale.right_to_left());
        let made = framed.make(own, &mut self.desk(large, &mut shaper));
        self.waiting().push(shaper);
        let made = made.map_err(|overflows| findings.extend(overflows.iter().map(told))).ok()?;
        self.shared.filled.fetch_add(usize::from(made.filled), Ordering::Relaxed);
        findings.extend(made.findings);
        gate::allow(findings, &self.handout.allow);
        let pdf = made.pdf.map_err(|error| findings.push(Finding::error(gate::UNWRITTEN, error.to_string()))).ok()?;
        self.may_go_on(findings).then_some((pdf, made.pages))
    }

    /// Whether a sheet with these findings may be made.
    fn may_go_on(&self, findings: &[Finding]) -> bool {
        !findings.iter().any(gate::cannot_be_laid_out) && (!has_errors(findings) || self.settings.draft)
    }

    /// What a sheet is made with.
    fn desk<'d>(&'d self, large: bool, shaper: &'d mut text::Shaper) -> Desk<'d> {
        let brand = &self.branding.brand;
        let locale = Locale::of(&self.handout.language.value, brand);
        let own_paper = match brand.paper.unwrap_or_else(|| locale.paper()) {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        };
        let paper = self.settings.format.and_then(Format::paper).unwrap_or(own_paper);
        let (grid, limits) = match large {
            true => (Grid::large_sheet(paper.size()), Limits::LARGE),
            false => (Grid::sheet(paper.size()), Limits::LEAFLET),
        };
        let style = PageStyle { grid, low_ink: self.settings.low_ink, whole_sheets: false };
        Desk { brand, style, limits, shaper, kept: &self.shared.kept, alphabet: &self.shared.alphabet }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<text::Shaper>> {
        self.shared.shapers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn shaper(&self, right_to_left: bool) -> text::Shaper {
        let free = self.waiting().pop();
        free.unwrap_or_else(|| text::Shaper::new(self.branding.fonts.clone(), right_to_left))
    }

    /// What is found in a tailored handout's exercises that the handout does not name: it was not checked with them.
    fn check_chosen(&self, tailored: &Handout) -> Vec<Finding> {
        let Branding { brand, fonts, .. } = self.branding;
        let Shelf { sources, exercises, scenes, approved, .. } = self.shelf;
        let named = |id: &str| self.handout.exercises.iter().flat_map(|used| used.ids()).any(|own| own.value == id);
        let given = tailored.exercises.iter().flat_map(|given| &given.cards);
        let cards: Vec<Located<String>> = given.filter(|id| !named(&id.value)).cloned().collect();
        let mut findings = Vec::new();
        if cards.is_empty() {
            return findings;
        }
        for exercise in cards.iter().filter_map(|id| exercises.get(&id.value)) {
            let mut found = check::check_exercise(exercise, exercises, brand);
            gate::allow(&mut found, &exercise.allow);
            findings.append(&mut found);
        }
        let (also, items) = (Vec::new(), Vec::new());
        let exercises_alone = Exercises { title: None, intro: None, picture: None, cards, also, items };
        let handout = Handout { exercises: Some(exercises_alone), ..self.handout.clone() };
        let clock = self.settings.clock;
        let subject = check::Subject { handout: &handout, brand, sources, exercises, scenes, fonts, approved, clock };
        findings.extend(check::check_printable(subject));
        findings
    }
}

/// What is told of something that is too long for its page: by its heading, never by its words, which may be the patient's.
fn told(overflow: &layout::Overflow) -> Finding {
    let told = match overflow.what == format!("“{}”", overflow.text) {
        true => format!("her details or a note are {} points too long for their page", overflow.points),
        false => overflow.to_string(),
    };
    Finding::error(gate::OVERFLOW, told).help("shorten it, or split it in two")
}
