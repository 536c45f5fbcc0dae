//! `handout check`: reads everything, writes nothing, and tells all that it finds.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use time::Date;

use super::print::{self, Failure};
use super::{clock, read, report};
use crate::app::kind::Kind;
use crate::app::library::{self, Wanted};
use crate::app::pool;
use crate::app::problem::{Problem, keep};
use crate::app::targets::{self, Target};
use crate::check::{self, cited};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{self, Finding, Severity, Source};
use crate::gate::report::Report;
use crate::gate::{self, explain};
use crate::model::handout::Handout;
use crate::model::sources::Sources;
use crate::{Examined, Settings, examine, model};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// Names of handouts or exercises, or files of any kind; `-` reads one from standard input. Without any, everything.
    #[arg(value_name = "NAME|FILE")]
    names: Vec<String>,
    /// The brand that handouts are checked under: its name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// How findings are printed.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = OutputFormat::Human)]
    output_format: OutputFormat,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Write a report on each handout, as JSON and as a page to read, into this folder.
    #[arg(long, value_name = "DIR", num_args = 0..=1, default_missing_value = "out", require_equals = true)]
    report: Option<PathBuf>,
    /// The day to take as today, such as 2026-11-20.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// What standard input is called in findings; its folder and ending tell what kind of file it is.
    #[arg(long, value_name = "FILE")]
    stdin_filename: Option<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// With snippets and carets, for people.
    Human,
    /// One JSON document, for scripts and editors.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

/// Checks what was asked for.
pub fn check(arguments: &CheckArguments) -> Result<(), Failure> {
    let mut wanted = Vec::new();
    for name in &arguments.names {
        wanted.push(read::target(name, arguments.stdin_filename.as_deref())?);
    }
    let everything = wanted.is_empty();
    if everything {
        wanted = targets::all()?;
    }
    let settings = Settings { clock: clock::clock(arguments.today, true)?, ..Settings::default() };
    let (checker, mut findings) = Checker::new(arguments, settings)?;
    let (mut handouts, mut reports) = (Vec::new(), Vec::new());
    for checked in pool::map(wanted.len(), |index| checker.target(&wanted[index])) {
        findings.extend(checked.findings);
        handouts.extend(checked.handout);
        reports.extend(checked.report);
    }
    if everything {
        findings.extend(checker.uncited(&handouts));
    }
    diag::sort(&mut findings);
    if arguments.strict {
        make_strict(&mut findings);
    }
    tell(&findings, arguments.output_format)?;
    if let Some(folder) = &arguments.report {
        report::write(folder, &reports)?;
    }
    if diag::has_errors(&findings) { Err(Failure::Found) } else { Ok(()) }
}

/// What is checked with.
struct Checker {
    branding: Option<Branding>,
    shelf: Option<Shelf>,
    settings: Settings,
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
    fn new(arguments: &CheckArguments, settings: Settings) -> Result<(Self, Vec<Finding>), Problem> {
        let asked = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
        let mut findings = Vec::new();
        let branding = keep(library::brand(&asked)?.1, &mut findings);
        findings.extend(branding.iter().flat_map(|branding| branding.findings.iter().cloned()));
        let shelf = keep(library::shelf(&Wanted::All)?, &mut findings);
        Ok((Self { branding, shelf, settings }, findings))
    }

    fn target(&self, target: &Target) -> Checked {
        let findings = match target.kind {
            Kind::Handout => return self.handout(target),
            Kind::Exercise => self.exercise(&target.source),
            Kind::Brand => match target.branding() {
                Ok(branding) => branding.findings,
                Err(findings) => findings,
            },
            Kind::Sources => mistakes::<Sources>(&target.source),
            Kind::Approval => mistakes::<model::approval::Policy>(&target.source),
            Kind::Picture => mistakes::<model::picture::Picture>(&target.source),
            Kind::Sheet => mistakes::<model::patient::SheetRequest>(&target.source),
        };
        Checked { findings, ..Checked::default() }
    }

    fn handout(&self, target: &Target) -> Checked {
        let (Some(branding), Some(shelf)) = (&self.branding, &self.shelf) else {
            return Checked { findings: mistakes::<Handout>(&target.source), ..Checked::default() };
        };
        let Examined { handout, produced, findings } = examine(&target.source, branding, shelf, &self.settings);
        let report = handout.as_ref().map(|handout| {
            let publication = produced.as_ref().map(|produced| &produced.publication);
            let (name, findings) = (target.name.as_str(), findings.as_slice());
            gate::report::report(gate::report::Input { name, handout, publication, findings, branding, shelf })
        });
        Checked { findings, handout, report }
    }

    fn exercise(&self, source: &Arc<Source>) -> Vec<Finding> {
        let loaded = match model::load::<model::exercise::Exercise>(source) {
            Ok(loaded) => loaded,
            Err(findings) => return findings,
        };
        let (exercise, mut findings) = (loaded.value, loaded.warnings);
        if let (Some(branding), Some(shelf)) = (&self.branding, &self.shelf) {
            findings.extend(check::check_exercise(&exercise, &shelf.exercises, &branding.brand));
        }
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
fn mistakes<T: model::Format>(source: &Arc<Source>) -> Vec<Finding> {
    model::load::<T>(source).map_or_else(|findings| findings, |loaded| loaded.warnings)
}

/// Warnings become errors.
fn make_strict(findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Warning) {
        finding.severity = Severity::Error;
    }
}

/// Prints findings to standard output.
fn tell(findings: &[Finding], format: OutputFormat) -> Result<(), Failure> {
    match format {
        OutputFormat::Human => print::show_as_data(findings),
        OutputFormat::Json => print::write_stdout(diag::render_json(findings).as_bytes()),
        OutputFormat::Sarif => {
            let explanations: Vec<_> = explain::all().collect();
            print::write_stdout(diag::render_sarif(findings, &explanations).as_bytes())
        }
    }
}
