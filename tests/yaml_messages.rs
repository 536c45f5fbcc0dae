//! What is wrong with a YAML file, word for word: each `tests/diagnostics/NAME.yaml` beside the message it must give.
//!
//! The first line of each says what it is read as: `# as: handout`, `exercise`, `brand` or `sources`. `UPDATE_GOLDEN=1` writes the
//! messages; read them before they are committed.

mod support;

use std::path::PathBuf;
use std::sync::Arc;

use handout::diag::{Finding, Source, render_human};
use handout::model::brand::Brand;
use handout::model::exercise::Exercise;
use handout::model::handout::Handout;
use handout::model::load_in;
use handout::model::sources::Sources;
use support::{golden, library};

fn findings(source: &Arc<Source>) -> Vec<Finding> {
    let terms = library::topic().terms();
    let found = match source.text.lines().next() {
        Some("# as: handout") => load_in::<Handout>(source, &terms).map(|loaded| loaded.warnings),
        Some("# as: exercise") => load_in::<Exercise>(source, &terms).map(|loaded| loaded.warnings),
        Some("# as: brand") => load_in::<Brand>(source, &terms).map(|loaded| loaded.warnings),
        Some("# as: sources") => load_in::<Sources>(source, &terms).map(|loaded| loaded.warnings),
        other => panic!("{}: the first line must say what it is read as, not {other:?}", source.name),
    };
    found.unwrap_or_else(|findings| findings)
}

fn examples() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(library::project("tests/diagnostics")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    paths.sort();
    paths
}

#[test]
fn bad_files_give_the_expected_messages() {
    let mut texts = golden::Texts::default();
    for path in examples() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let source = Source::new(name, std::fs::read_to_string(&path).unwrap());
        texts.compare(&path.with_extension("txt"), &render_human(&findings(&source), false));
    }
    texts.finish();
}

#[test]
fn every_bad_file_has_a_finding() {
    let silent: Vec<_> = examples()
        .into_iter()
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            findings(&Source::new(name, std::fs::read_to_string(path).unwrap())).is_empty()
        })
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}
