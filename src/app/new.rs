//! A clinic's own folder, which can be built from at once and whose files explain themselves.

use std::path::{Path, PathBuf};

use super::files::{self, Batch, Readers};
use super::kind::Kind;
use super::problem::Problem;
use super::topics;

/// The folders in a new folder.
const FOLDERS: &[&str] = &["handouts", "handouts/brands"];

/// The files of a new folder and what is in them.
fn template() -> Vec<(&'static str, String)> {
    let vocabulary = topics::vocabulary();
    vec![
        ("README.md", include_str!("template/README.md").to_owned()),
        ("handouts/sleep.yaml", include_str!("template/handout.yaml").to_owned()),
        ("handouts/sources.yaml", include_str!("template/sources.yaml").to_owned()),
        ("handouts/handout.schema.json", Kind::Handout.schema(&vocabulary)),
        ("handouts/sources.schema.json", Kind::Sources.schema(&vocabulary)),
        ("handouts/brands/clinic.yaml", include_str!("template/brand.yaml").to_owned()),
        ("handouts/brands/logo.svg", include_str!("template/logo.svg").to_owned()),
        ("handouts/brands/brand.schema.json", Kind::Brand.schema(&vocabulary)),
    ]
}

/// Whether a folder holds anything but a part of what a run that was ended has made of it.
fn holds_something(directory: &Path) -> bool {
    files::clear_left(directory);
    let template = template();
    let begun = |(path, text): &(&str, String)| match std::fs::read_to_string(directory.join(path)) {
        Ok(there) => there == *text,
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    let whole = template.iter().all(|(path, _)| directory.join(path).exists());
    let known = |path: PathBuf| {
        let is_file = |(own, _): &(&str, String)| directory.join(own) == path;
        template.iter().any(is_file) || FOLDERS.iter().any(|own| directory.join(own) == path)
    };
    let inside = [""].iter().chain(FOLDERS).flat_map(|folder| {
        let folder = directory.join(folder);
        files::clear_left(&folder);
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
    });
    let mut inside = inside.collect::<Vec<_>>().into_iter().peekable();
    let is_empty = inside.peek().is_none();
    !is_empty && (whole || !template.iter().all(begun) || !inside.all(known))
}

/// Makes the folder. Never writes into one that holds something.
///
/// # Errors
/// The folder holds something, or cannot be written to.
pub fn new(directory: &Path) -> Result<(), Problem> {
    let shown = directory.display().to_string();
    if holds_something(directory) {
        return Err(Problem::Usage(format!("{shown} already holds files; name a folder that does not exist yet")));
    }
    let brands = directory.join("handouts").join("brands");
    files::make_folder(&brands, Readers::Everybody).map_err(|error| Problem::output(&shown, &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    for (path, text) in template() {
        batch.write(&directory.join(path), text.as_bytes())?;
    }
    batch.commit()
}
