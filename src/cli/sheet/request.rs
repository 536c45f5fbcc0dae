//! The request for a sheet: a file's, with the options of the command line put over it. Options are written as YAML, so
//! that mistakes in them are told like those in a file.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use crate::app::files;
use crate::app::library;
use crate::app::problem::Problem;
use crate::app::sheet::request;
use crate::cli::read as input;
use crate::diag::{Finding, Source};
use crate::model::patient::SheetRequest;
use crate::model::yaml;

/// What the options are called in messages.
const COMMAND_LINE: &str = "the command line";

/// The options that say what a request says.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The patient's name. On a command line it stays in the shell's history and is seen in the list of processes: hand it
    /// over with `--from -` where others use the computer.
    #[arg(long, value_name = "NAME", allow_hyphen_values = true, value_parser = words)]
    patient: Option<String>,
    /// The day of the visit, as 2026-11-20 or `20 November 2026`; without it, today.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Completed weeks of pregnancy, and days if they are known: 30, 30+2, 30w2d or `30 weeks 2 days`.
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,
    /// The day the baby is due; the week follows from it.
    #[arg(long, value_name = "DATE")]
    due_date: Option<String>,
    /// Completed weeks since the birth: 3, or 3+2.
    #[arg(long, value_name = "WEEKS")]
    weeks_after_birth: Option<String>,
    /// Who gives the sheet.
    #[arg(long, value_name = "NAME", allow_hyphen_values = true, value_parser = words)]
    clinician: Option<String>,
    /// The sheet's language.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Set it in large print.
    #[arg(long)]
    large_print: bool,
    /// An exercise, with a dose of its own if need be: `pelvic-tilt`, `pelvic-tilt:3x10` (sets and times),
    /// `"pelvic-tilt:3x10 hold 5s, twice a day"`. What the dose does not say stays as the exercise has it. Once for each
    /// exercise.
    #[arg(long, value_name = "ID[:DOSE]")]
    exercise: Vec<String>,
    /// What to add. It is printed as it is typed, lines as lines; `**words**` are bold, and lines that begin with `- ` or
    /// with numbers that follow one another are a list.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = words)]
    note: Option<String>,
    /// When she comes again: a day as 2026-11-20 or `20 November 2026`, or any words.
    #[arg(long, value_name = "DATE|TEXT", allow_hyphen_values = true, value_parser = words)]
    next_visit: Option<String>,
    /// A section of the handout to keep: causes, prevention, treatments or questions. Once for each section.
    #[arg(long, value_name = "SECTION")]
    section: Vec<String>,
    /// Give this exercise, or with `stage` this handout, although it is not for this week; `--because` says why. Once for
    /// each.
    #[arg(long = "override", value_name = "ID|stage", requires = "because")]
    overrides: Vec<String>,
    /// Why; printed on the sheet. In the order of the overrides.
    #[arg(long, value_name = "TEXT", requires = "overrides", allow_hyphen_values = true, value_parser = words)]
    because: Vec<String>,
    /// What the file is called: letters, digits, `-` and `_`; never the patient's name.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

/// A text of people, which may begin with a hyphen; an option that stands where it was forgotten is none.
fn words(text: &str) -> Result<String, String> {
    let is_option = text.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    if is_option { Err("an option stands where the text should be".to_owned()) } else { Ok(text.to_owned()) }
}

impl Options {
    /// The options as YAML, a line each.
    fn yaml(&self) -> Result<String, Problem> {
        if self.overrides.len() != self.because.len() {
            return Err(Problem::Usage("each --override needs a --because of its own".to_owned()));
        }
        let mut yaml = String::new();
        let texts = [
            ("id", &self.id),
            ("patient", &self.patient),
            ("date", &self.date),
            ("week", &self.week),
            ("due_date", &self.due_date),
            ("weeks_after_birth", &self.weeks_after_birth),
            ("clinician", &self.clinician),
            ("language", &self.language),
            ("note", &self.note),
            ("next_visit", &self.next_visit),
        ];
        for (name, value) in texts {
            if let Some(value) = value {
                let _ = writeln!(yaml, "{name}: {}", quoted(value));
            }
        }
        if self.large_print {
            yaml.push_str("large_print: true\n");
        }
        for (name, values) in [("exercises", &self.exercise), ("sections", &self.section)] {
            if !values.is_empty() {
                let _ = writeln!(yaml, "{name}:");
                for value in values {
                    let _ = writeln!(yaml, "  - {}", quoted(value));
                }
            }
        }
        if !self.overrides.is_empty() {
            yaml.push_str("overrides:\n");
        }
        for (exercise, because) in self.overrides.iter().zip(&self.because) {
            let _ = writeln!(yaml, "  - exercise: {}\n    because: {}", quoted(exercise), quoted(because));
        }
        Ok(yaml)
    }
}

/// A text in the quotes of JSON, which YAML reads as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What is asked for, in a file and on the command line.
pub fn read(options: &Options, from: Option<&Path>) -> Result<Result<SheetRequest, Vec<Finding>>, Problem> {
    let file = from.map(file).transpose()?;
    let own = options.yaml()?;
    let over = (!own.is_empty()).then(|| Source::new(COMMAND_LINE, own));
    Ok(request::read(file.as_ref(), over.as_ref()))
}

fn file(path: &Path) -> Result<Arc<Source>, Problem> {
    if path == Path::new("-") {
        return input::stdin("standard input");
    }
    let shown = path.display().to_string();
    let bytes = files::read_limited(path, yaml::MAX_BYTES).map_err(|error| Problem::input(&shown, &error))?;
    library::text(&shown, bytes)
}
