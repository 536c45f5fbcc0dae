//! The languages: the library's files, with the clinic's own (`handouts/languages/`) put over them.

use std::path::Path;
use std::sync::Arc;

use super::bundled::{Bundled, bundle};
use super::library::{FOLDER, Located};
use super::problem::Problem;
use crate::diag::Source;
use crate::language::Languages;
use crate::model::Loaded;

/// The files of languages that are built in.
const BUILT_IN: &[Bundled] = bundle![
    "languages/ar.ftl",
    "languages/ar.yaml",
    "languages/en.ftl",
    "languages/en.yaml",
    "languages/en-GB.yaml",
    "languages/en-US.ftl",
    "languages/en-US.yaml",
    "languages/es.ftl",
    "languages/es.yaml",
    "languages/es-US.yaml",
    "languages/pl.ftl",
    "languages/pl.yaml",
];

/// The files of languages, each with its name such as `en-GB.ftl`: the library's, then the clinic's.
pub fn files() -> Result<Vec<(String, Arc<Source>)>, Problem> {
    let mut files = Vec::new();
    for file in BUILT_IN {
        let name = file.name.rsplit('/').next().unwrap_or_default();
        files.push((name.to_owned(), Located::Bundled(file).read()?));
    }
    let folder = Path::new(FOLDER).join("languages");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names
        .retain(|name| !name.starts_with('.') && [".ftl", ".yaml", ".yml"].iter().any(|ending| name.ends_with(ending)));
    names.sort();
    for name in names {
        let source = Located::File(folder.join(&name)).read()?;
        files.push((name, source));
    }
    Ok(files)
}

/// The languages there are, with warnings about their files.
pub fn read(files: &[(String, Arc<Source>)]) -> Result<Loaded<Languages>, Problem> {
    Languages::read(files).map_err(|findings| Problem::Content(findings, "nothing was written".to_owned()))
}

/// The languages there are.
pub fn all() -> Result<Languages, Problem> {
    Ok(read(&files()?)?.value)
}
