//! `handout new`: a clinic's own folder, whose `build` works at once and whose files explain themselves.

use std::path::Path;

use super::files::Batch;
use super::print::{Problem, message};
use super::schema;

/// The files of a new folder and what is in them.
fn template() -> Vec<(&'static str, String)> {
    vec![
        ("README.md", include_str!("template/README.md").to_owned()),
        ("handouts/sleep.yaml", include_str!("template/handout.yaml").to_owned()),
        ("handouts/sources.yaml", include_str!("template/sources.yaml").to_owned()),
        ("handouts/handout.schema.json", schema::text(schema::Kind::Handout)),
        ("handouts/sources.schema.json", schema::text(schema::Kind::Sources)),
        ("handouts/brands/clinic.yaml", include_str!("template/brand.yaml").to_owned()),
        ("handouts/brands/logo.svg", include_str!("template/logo.svg").to_owned()),
        ("handouts/brands/brand.schema.json", schema::text(schema::Kind::Brand)),
    ]
}

/// Makes the folder. Never writes into one that holds something.
pub fn new(directory: &Path) -> Result<(), Problem> {
    let shown = directory.display().to_string();
    let holds_something = std::fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_some());
    if holds_something {
        return Err(Problem::Usage(format!("{shown} already holds files; name a folder that does not exist yet")));
    }
    let brands = directory.join("handouts").join("brands");
    std::fs::create_dir_all(&brands).map_err(|error| Problem::output(&shown, &error))?;
    let mut batch = Batch::new();
    for (path, text) in template() {
        batch.write(&directory.join(path), text.as_bytes())?;
    }
    batch.commit()?;
    let step = if directory == Path::new(".") { String::new() } else { format!("cd {shown} && ") };
    message(&format!("made {shown}; now run: {step}handout build"));
    Ok(())
}
