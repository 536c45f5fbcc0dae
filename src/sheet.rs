//! Personal sheets: a handout made ready once, and from it one PDF a request. The same pipeline as for leaflets; what a
//! request asks for is checked besides.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::check::sheet::SheetSubject;
use crate::compose::branding::Branding;
use crate::compose::pictures::Pictures;
use crate::compose::shelf::Shelf;
use crate::compose::{self, Document, Marks};
use crate::diag::{self, Finding, Source, has_errors};
use crate::geom::{Format, Paper};
use crate::layout::display::{Metadata, Publication};
use crate::layout::grid::{Grid, PageStyle};
use crate::model::allowance::Allowance;
use crate::model::brand::PaperName;
use crate::model::exercise::Library;
use crate::model::handout::{Exercises, Handout};
use crate::model::locale::Locale;
use crate::model::patient::SheetRequest;
use crate::model::plan::{Bar, Moment, Plan};
use crate::model::{self, approval};
use crate::{Settings, check, gate, layout, pdf, preflight, text};

/// A finished personal sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and notes, on the handout, on the request and on the pages.
    pub findings: Vec<Finding>,
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
    /// The exercise's id.
    pub exercise: String,
    /// Why it is not for this week.
    pub bar: Bar,
    /// Why it is given.
    pub because: String,
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
    pictures: Mutex<BTreeMap<String, Arc<Pictures>>>,
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
        let loaded = model::load::<Handout>(source)?;
        let (handout, mut findings) = (loaded.value, loaded.warnings);
        let Branding { brand, fonts, .. } = branding;
        let Shelf { sources, exercises, approved, .. } = shelf;
        let clock = settings.clock;
        let subject = check::Subject { handout: &handout, brand, sources, exercises, fonts, approved, clock };
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
            shared: Arc::default(),
        })
    }

    /// The same, with the patient's name in the title that each file has of itself, or without it as is usual.
    #[must_use]
    pub const fn with_name_in_metadata(mut self, name_in_metadata: bool) -> Self {
        self.name_in_metadata = name_in_metadata;
        self
    }

    /// The same for a batch: every sheet's faces have the glyphs of these characters, so that sheets share them.
    #[must_use]
    pub fn with_alphabet(mut self, alphabet: String) -> Self {
        self.shared = Arc::new(Shared { alphabet, ..Shared::default() });
        self
    }

    /// What a file of many sheets says of itself: nothing of any patient.
    ///
    /// # Errors
    /// What cannot be drawn.
    pub fn metadata(&self) -> Result<Metadata, Vec<Finding>> {
        let request = SheetRequest::default();
        let (plan, _) = self.plan(&request);
        let (handout, exercises) = compose::sheet::tailor(&self.handout, &self.shelf.exercises, &request, &plan);
        Ok(self.document((&handout, &exercises), &request, &plan)?.meta)
    }

    /// A tailored handout and its exercises as a document.
    fn document(
        &self,
        (handout, exercises): (&Handout, &Library),
        request: &SheetRequest,
        plan: &Plan,
    ) -> Result<Document, Vec<Finding>> {
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
            standing: &approval::standing(&self.handout, &self.shelf.exercises),
            shortened: false,
        };
        let personal = compose::sheet::Personal { request, plan, name_in_metadata: self.name_in_metadata };
        Ok(compose::sheet::compose(input, personal))
    }

    /// The drawings of a tailored handout.
    fn pictures(&self, handout: &Handout) -> Result<Arc<Pictures>, Vec<Finding>> {
        let cards = handout.exercises.iter().flat_map(|shown| &shown.cards).map(|id| id.value.as_str());
        let key = format!("{:?} {}", handout.stage.value, cards.collect::<Vec<_>>().join(" "));
        let lock = || self.shared.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return Ok(Arc::clone(known));
        }
        let drawn = Arc::new(compose::pictures::prepare(handout, self.branding, self.shelf)?);
        let mut kept = lock();
        if kept.len() >= MOST_PICTURES {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&drawn));
        Ok(drawn)
    }

    /// The handout.
    #[must_use]
    pub const fn handout(&self) -> &Handout {
        &self.handout
    }

    /// What is wrong with a request, as far as can be told without laying it out.
    #[must_use]
    pub fn check(&self, request: &SheetRequest) -> Vec<Finding> {
        let (plan, mut findings) = self.plan(request);
        if !has_errors(&findings) {
            self.check_chosen(&plan, &mut findings);
        }
        findings
    }

    /// What a request comes to, and what is found in it.
    fn plan(&self, request: &SheetRequest) -> (Plan, Vec<Finding>) {
        let Branding { brand, fonts, .. } = self.branding;
        let (handout, exercises) = (&self.handout, &self.shelf.exercises);
        let clock = self.settings.clock;
        check::sheet::check(SheetSubject { request, handout, exercises, brand, fonts, clock })
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
        diag::sort(&mut findings);
        if wrong {
            return Err(findings);
        }
        self.check_chosen(&plan, &mut findings);
        if findings.iter().any(gate::cannot_be_laid_out) || has_errors(&findings) && !self.settings.draft {
            return Err(findings);
        }
        let publication = match self.lay_out(request, &plan, &mut findings) {
            Ok(publication) => publication,
            Err(mut errors) => {
                findings.append(&mut errors);
                return Err(findings);
            }
        };
        diag::sort(&mut findings);
        if has_errors(&findings) && !self.settings.draft {
            return Err(findings);
        }
        let pdf = pdf::write_keeping(&publication, &self.shared.kept)
            .map_err(|error| vec![Finding::error(gate::UNWRITTEN, error.to_string())])?;
        let overrides = plan.given.iter().filter_map(|given| {
            let (bar, because) = given.although.clone()?;
            Some(Overridden { exercise: given.id.clone(), bar, because })
        });
        Ok(Sheet {
            pdf,
            pages: publication.pages.len(),
            findings,
            moment: plan.moment,
            exercises: plan.given.iter().map(|given| given.id.clone()).collect(),
            overrides: overrides.collect(),
        })
    }

    /// Checks the exercises that the handout does not name: it was not checked with them.
    fn check_chosen(&self, plan: &Plan, findings: &mut Vec<Finding>) {
        let (Branding { brand, fonts, .. }, Shelf { sources, exercises, approved, .. }) = (self.branding, self.shelf);
        let named = |id: &str| self.handout.exercises.iter().flat_map(|used| used.ids()).any(|own| own.value == id);
        let others: Vec<&str> = plan.given.iter().map(|given| given.id.as_str()).filter(|id| !named(id)).collect();
        if others.is_empty() {
            return;
        }
        for exercise in others.iter().filter_map(|id| exercises.get(*id)) {
            let mut found = check::check_exercise(exercise, exercises, brand);
            gate::allow(&mut found, &exercise.allow);
            findings.append(&mut found);
        }
        let place = &self.handout.title.place;
        let cards = others.iter().map(|id| model::Located { value: (*id).to_owned(), place: place.clone() }).collect();
        let (also, items) = (Vec::new(), Vec::new());
        let exercises_alone = Exercises { title: None, intro: None, cards, also, items };
        let handout = Handout { exercises: Some(exercises_alone), ..self.handout.clone() };
        let clock = self.settings.clock;
        let subject = check::Subject { handout: &handout, brand, sources, exercises, fonts, approved, clock };
        findings.extend(check::check_printable(subject));
        diag::sort(findings);
    }

    /// Composes one sheet, lays it out and looks at its pages.
    fn lay_out(
        &self,
        request: &SheetRequest,
        plan: &Plan,
        findings: &mut Vec<Finding>,
    ) -> Result<Publication, Vec<Finding>> {
        let (handout, exercises) = compose::sheet::tailor(&self.handout, &self.shelf.exercises, request, plan);
        let document = self.document((&handout, &exercises), request, plan)?;
        let Branding { brand, fonts, .. } = self.branding;
        let locale = Locale::of(&handout.language.value, brand);
        let own_paper = match brand.paper.unwrap_or_else(|| locale.paper()) {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        };
        let paper = self.settings.format.and_then(Format::paper).unwrap_or(own_paper);
        let waiting = || self.shared.shapers.lock().unwrap_or_else(PoisonError::into_inner);
        let free = waiting().pop();
        let mut shaper = free.unwrap_or_else(|| text::Shaper::new(fonts.clone(), document.meta.right_to_left));
        let large = request.large_print || self.settings.large_print;
        let grid = if large { Grid::large_sheet(paper.size()) } else { Grid::sheet(paper.size()) };
        let style = PageStyle { grid, low_ink: self.settings.low_ink, whole_sheets: false };
        let laid = layout::lay_out_short(&document, &mut shaper, style);
        let alphabet = layout::alphabet(&document, &mut shaper, style, &self.shared.alphabet);
        waiting().push(shaper);
        let mut publication = laid.map_err(|overflows| {
            let finding = |overflow: &layout::Overflow| {
                let told = match tells_of(request, &overflow.text) {
                    true => format!("the box with her name is {} points too long for its page", overflow.points),
                    false => overflow.to_string(),
                };
                Finding::error(gate::OVERFLOW, told).help("shorten it, or split it in two")
            };
            overflows.iter().map(finding).collect::<Vec<Finding>>()
        })?;
        publication.alphabet = alphabet;
        let limits = if large { preflight::Limits::LARGE } else { preflight::Limits::LEAFLET };
        let subject =
            preflight::Subject { publication: &publication, handout: &handout, brand, exercises: &exercises, limits };
        findings.extend(preflight::check(subject));
        gate::allow(findings, &self.handout.allow);
        Ok(publication)
    }
}

/// Whether words from a page have the patient's name in them, or its beginning.
fn tells_of(request: &SheetRequest, words: &str) -> bool {
    const BEGINNING: usize = 4;
    let has = |part: &str| words.contains(&part.chars().take(BEGINNING).collect::<String>());
    request.patient.as_ref().is_some_and(|name| name.value.split_whitespace().any(has))
}

/// What the file of a sheet is called, without its ending: its id, or a name that tells nothing. The same request for the
/// same handout has the same name.
#[must_use]
pub fn file_stem(request: &SheetRequest, handout: &str) -> String {
    if let Some(id) = &request.id {
        return id.value.clone();
    }
    let mut told = format!("handout: {handout:?}\n");
    let texts = [
        ("patient", &request.patient),
        ("date", &request.date),
        ("due_date", &request.due_date),
        ("clinician", &request.clinician),
        ("language", &request.language),
        ("note", &request.note),
        ("next_visit", &request.next_visit),
    ];
    for (name, text) in texts {
        told.push_str(&format!("{name}: {:?}\n", text.as_ref().map(|text| text.value.as_str())));
    }
    for (name, week) in [("week", &request.week), ("weeks_after_birth", &request.weeks_after_birth)] {
        told.push_str(&format!("{name}: {:?}\n", week.as_ref().map(|week| week.value)));
    }
    told.push_str(&format!("large_print: {}\n", request.large_print));
    for chosen in &request.exercises {
        let value = |text: &Option<model::Located<String>>| text.as_ref().map(|text| text.value.clone());
        told.push_str(&format!("exercise: {:?}\n", (&chosen.id.value, value(&chosen.dose), value(&chosen.note))));
    }
    for section in &request.sections {
        told.push_str(&format!("section: {:?}\n", section.value));
    }
    for word in &request.overrides {
        told.push_str(&format!("override: {:?}\n", (&word.exercise.value, &word.because.value)));
    }
    format!("sheet-{}", &approval::hash(&told)[..8])
}
