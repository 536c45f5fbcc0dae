//! What a clinic's folder says of approvals besides its handouts: which roles must approve, and the texts that were read.

use std::path::{Path, PathBuf};

use super::library::{FOLDER, Located};
use super::problem::Problem;
use crate::diag::Finding;
use crate::model;
use crate::model::approval::{self, Approved, Policy};

/// The file in the clinic's folder that says which roles must approve, without its ending.
pub const POLICY: &str = "approval";

/// Where the texts that clinicians approved are kept.
pub fn folder() -> PathBuf {
    Path::new(FOLDER).join("approved")
}

/// The roles that the clinic asks for, and the texts that clinicians approved, by their hash; a text that cannot be read is
/// as good as not kept.
pub fn approved() -> Result<Result<Approved, Vec<Finding>>, Problem> {
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    let texts = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "txt"));
    let texts = texts.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
    let texts = texts.map(|text| (approval::hash(&text), text)).collect();
    let path = Path::new(FOLDER).join(format!("{POLICY}.yaml"));
    if !path.is_file() {
        return Ok(Ok(Approved { texts, policy: None }));
    }
    let loaded = model::load::<Policy>(&Located::File(path).read()?);
    Ok(loaded.map(|loaded| Approved { texts, policy: Some(loaded.value) }))
}
