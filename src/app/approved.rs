//! What a clinic's folder says of approvals besides its handouts: which roles must approve, and the texts that were read.

use std::path::{Path, PathBuf};

use super::library::{FOLDER, Located};
use super::problem::Problem;
use crate::diag::Finding;
use crate::model;
use crate::model::approval::{self, Approved, Policy, TopicReviews};

/// The file in the clinic's folder that says which roles must approve, without its ending.
pub const POLICY: &str = "approval";

/// Where the texts that clinicians approved are kept.
pub fn folder() -> PathBuf {
    Path::new(FOLDER).join("approved")
}

/// The clinic's file with the approvals of what is printed of a topic.
pub fn of_topic(topic: &str) -> PathBuf {
    Path::new(FOLDER).join("topics").join(topic).join("approval.yaml")
}

/// The roles that the clinic asks for, the approvals of what is printed of a topic, and the texts that clinicians approved,
/// by their hash; a text that cannot be read is as good as not kept.
pub fn approved(topic: &str) -> Result<Result<Approved, Vec<Finding>>, Problem> {
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    let texts = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "txt"));
    let texts = texts.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
    let texts = texts.map(|text| (approval::hash(&text), text)).collect();
    let path = Path::new(FOLDER).join(format!("{POLICY}.yaml"));
    let mut findings = Vec::new();
    let policy = optional::<Policy>(path, &mut findings)?;
    let topic = optional::<TopicReviews>(of_topic(topic), &mut findings)?.unwrap_or_default();
    Ok(if findings.is_empty() { Ok(Approved { texts, policy, topic }) } else { Err(findings) })
}

/// What a file holds that a clinic may have.
fn optional<T: model::Format>(path: PathBuf, findings: &mut Vec<Finding>) -> Result<Option<T>, Problem> {
    if !path.is_file() {
        return Ok(None);
    }
    match model::load::<T>(&Located::File(path).read()?) {
        Ok(loaded) => Ok(Some(loaded.value)),
        Err(mut errors) => {
            findings.append(&mut errors);
            Ok(None)
        }
    }
}
