//! Reports on leaflets, written into a folder.

use std::path::{Path, PathBuf};

use super::files::{Batch, Readers};
use super::problem::Problem;
use crate::gate::report::{self, Report};

/// Writes each report as a page and as JSON into `folder`; gives both paths of each.
///
/// # Errors
/// The folder cannot be made or written to.
pub fn write(folder: &Path, reports: &[Report]) -> Result<Vec<(PathBuf, PathBuf)>, Problem> {
    std::fs::create_dir_all(folder).map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    let path = |report: &Report, ending: &str| folder.join(format!("{}-report.{ending}", report.name));
    for report in reports {
        batch.write(&path(report, "json"), report::json(report).as_bytes())?;
        batch.write(&path(report, "html"), report::page(report).as_bytes())?;
    }
    batch.commit()?;
    Ok(reports.iter().map(|report| (path(report, "html"), path(report, "json"))).collect())
}
