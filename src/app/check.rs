//! Checks of files of every kind: everything is read, nothing is written.

use std::sync::Arc;

use super::kind::Kind;
use super::library::{self, Wanted};
use super::problem::{Problem, keep};
use super::targets::{self, Target};
use super::{languages, pool, topics};
use crate::check::{self, cited};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{self, Finding, Severity, Source};
use crate::gate;
use crate::gate::report::Report;
use crate::language::{Languages, SOURCE};
use crate::model::handout::Handout;
use crate::model::sources::Sources;
use crate::model::vocabulary::{Terms, Vocabulary};
use crate::{Order, Settings, model};

/// What is checked, and how strictly.
pub struct Inspection<'a> {
    /// The files; without any, everything that there is.
    pub targets: Vec<Target>,
    /// The brand that handouts are checked under: its name, or its file.
    pub brand: Option<&'a str>,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// What handouts are laid out with.
    pub settings: Settings,
}

/// What was found.
pub struct Inspected {
    /// Everything, sorted.
    pub findings: Vec<Finding>,
    /// A report on each handout that can be read.
    pub reports: Vec<Report>,
}

/// Checks files.
///
/// # Errors
/// A file or a brand that does not exist or cannot be read.
pub fn inspect(inspection: Inspection<'_>) -> Result<Inspected, Problem> {
    let Inspection { targets, brand, strict, settings } = inspection;
    let everything = targets.is_empty();
    let targets = if everything { targets::all()? } else { targets };
    let (checker, mut findings) = Checker::new(brand, settings)?;
    let (mut handouts, mut reports) = (Vec::new(), Vec::new());
    for checked in pool::map(targets.len(), |index| checker.target(&targets[index])) {
        findings.extend(checked.findings);
        handouts.extend(checked.handout);
        reports.extend(checked.report);
    }
    if everything {
        findings.extend(topics::mistakes_in_own()?);
        findings.extend(checker.uncited(&handouts));
    }
    diag::sort(&mut findings);
    if strict {
        make_strict(&mut findings);
    }
    Ok(Inspected { findings, reports })
}

/// What is checked with.
struct Checker {
    branding: Option<Branding>,
    shelf: Option<Shelf>,
    languages: Languages,
    settings: Settings,
    /// The ids that files may name.
    vocabulary: Vocabulary,
}

/// What was found in one file; of a handout, what it says and its report besides.
#[derive(Default)]
struct Checked {
    findings: Vec<Finding>,
    handout: Option<Handout>,
    report: Option<Report>,
}

impl Checker {
    /// Makes ready what is checked with; gives what is wrong with that.
    fn new(brand: Option<&str>, settings: Settings) -> Result<(Self, Vec<Finding>), Problem> {
        let asked = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
        let mut findings = Vec::new();
        let read = languages::read(&languages::files()?)?;
        let languages = read.value;
        findings.extend(read.warnings);
        findings.extend(languages.stale());
        let branding = keep(library::brand(&asked)?.1, &mut findings);
        findings.extend(branding.iter().flat_map(|branding| branding.findings.iter().cloned()));
        let shelf = keep(library::shelf(&Wanted::All)?, &mut findings);
        findings.extend(shelf.iter().flat_map(|shelf| shelf.topic.stale()));
        Ok((Self { branding, shelf, languages, settings, vocabulary: topics::vocabulary() }, findings))
    }

    fn target(&self, target: &Target) -> Checked {
        let terms = &self.vocabulary.all();
        let findings = match target.kind {
            Kind::Handout => return self.handout(target),
            Kind::Exercise => self.exercise(&target.source),
            Kind::Brand => match target.branding(&self.languages) {
                Ok(branding) => branding.findings,
                Err(findings) => findings,
            },
            Kind::Sources => mistakes::<Sources>(&target.source, terms),
            Kind::Approval => mistakes::<model::approval::Policy>(&target.source, terms),
            Kind::Picture => mistakes::<model::picture::Picture>(&target.source, terms),
            Kind::Language => mistakes::<model::language::LanguageSettings>(&target.source, terms),
            Kind::Sheet => mistakes::<model::patient::SheetRequest>(&target.source, terms),
        };
        Checked { findings, ..Checked::default() }
    }

    fn handout(&self, target: &Target) -> Checked {
        let (Some(branding), Some(shelf)) = (&self.branding, &self.shelf) else {
            let read = model::load_handout(&target.source, &self.vocabulary);
            let findings = read.map_or_else(|findings| findings, |loaded| loaded.warnings);
            return Checked { findings, ..Checked::default() };
        };
        let handout = match shelf.read_handout(&target.source) {
            Ok(handout) => handout,
            Err(findings) => return Checked { findings, ..Checked::default() },
        };
        let order = Order { handout: &handout, branding, shelf, patient: None, settings: self.settings };
        let proof = order.check().proof();
        let report = gate::report::report(gate::report::Input {
            name: &target.name,
            handout: &handout.value,
            publication: proof.produced().map(|produced| &produced.publication),
            findings: proof.findings(),
            branding,
            shelf,
        });
        let findings = proof.into_findings();
        Checked { findings, handout: Some(handout.value), report: Some(report) }
    }

    fn exercise(&self, source: &Arc<Source>) -> Vec<Finding> {
        let loaded = match model::load_in::<model::exercise::Exercise>(source, &self.vocabulary.all()) {
            Ok(loaded) => loaded,
            Err(findings) => return findings,
        };
        let (exercise, mut findings) = (loaded.value, loaded.warnings);
        if let (Some(branding), Some(shelf)) = (&self.branding, &self.shelf) {
            let shelves = check::Shelves { exercises: &shelf.exercises, topic: shelf.topic_for(&exercise) };
            findings.extend(check::check_exercise(&exercise, shelves, &branding.brand, branding.language(SOURCE)));
        }
        findings.extend(check::translations::of_exercise(&exercise));
        gate::allow(&mut findings, &exercise.allow);
        gate::check_allowances(&mut findings, &exercise.allow);
        findings
    }

    /// What is found of the sources of the clinic's own file that nothing cites.
    fn uncited(&self, handouts: &[Handout]) -> Vec<Finding> {
        let Some(shelf) = &self.shelf else { return Vec::new() };
        let found = cited::uncited(&shelf.sources, handouts, &shelf.exercises);
        let own = |f: &Finding| f.place.as_ref().is_some_and(|place| !place.source.is_built_in());
        found.into_iter().filter(own).collect()
    }
}

/// What is wrong with the shape of a file.
fn mistakes<T: model::Format>(source: &Arc<Source>, terms: &Terms) -> Vec<Finding> {
    model::load_in::<T>(source, terms).map_or_else(|findings| findings, |loaded| loaded.warnings)
}

/// Warnings become errors.
fn make_strict(findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Warning) {
        finding.severity = Severity::Error;
    }
}
