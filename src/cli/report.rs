//! Reports on leaflets, written by `handout check --report`.

use std::path::Path;

use super::print::{self, Failure};
use crate::app::files::{Batch, Readers};
use crate::app::problem::Problem;
use crate::gate::report::{self, Report};

/// Writes each report as JSON and as a page into `folder`.
pub fn write(folder: &Path, reports: &[Report]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    let path = |report: &Report, ending: &str| folder.join(format!("{}-report.{ending}", report.name));
    for report in reports {
        batch.write(&path(report, "json"), report::json(report).as_bytes())?;
        batch.write(&path(report, "html"), report::page(report).as_bytes())?;
    }
    batch.commit()?;
    for report in reports {
        print::message(&format!("wrote {} and {}", path(report, "html").display(), path(report, "json").display()));
    }
    Ok(())
}
