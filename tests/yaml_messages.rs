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

/// Every mechanical correction, made on a copy of the file, leaves the finding behind.
#[test]
fn corrections_correct() {
    let mut corrected = Vec::new();
    for path in examples() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let source = Source::new(name, std::fs::read_to_string(&path).unwrap());
        let before = findings(&source);
        for finding in before.iter().filter(|finding| !finding.mends.is_empty()) {
            let after = findings(&Source::new(name, support::mended(&source.text, finding)));
            let alike = |findings: &[Finding]| {
                findings.iter().filter(|other| (other.code, &other.message) == (finding.code, &finding.message)).count()
            };
            assert!(alike(&after) < alike(&before), "{name}: {finding:#?}\n{after:#?}");
            corrected.push(finding.code);
        }
    }
    corrected.sort_unstable();
    corrected.dedup();
    assert!(corrected.len() >= 6, "{corrected:?}");
}

/// A finding in a file that was read tells its path in the form.
#[test]
fn findings_tell_their_path() {
    let read = |text: &str| findings(&Source::new("leaflet.yaml", format!("# as: handout\n{text}")));
    let at = |text: &str, code: &str| -> Vec<Option<String>> {
        let found = read(text).into_iter().filter(|finding| finding.code == code);
        found.map(|finding| finding.place.and_then(|place| place.pointer())).collect()
    };
    let path = |path: &str| Some(path.to_owned());
    let text = "title: x\nprevention:\n  items:\n    - one\n    - txet: two\n      text: three\nimprnt: {}\n";
    assert_eq!(at(text, "H012"), [path("/prevention/items/1/txet"), path("/imprnt")]);
    let unread = read("title: [a\n");
    assert!(!unread.is_empty() && unread.iter().all(|finding| finding.place.as_ref().unwrap().pointer().is_none()));
}
