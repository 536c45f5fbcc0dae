//! Topics: the packs of the clinic's folder and those built into the program.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::Path;

use super::bundled::{Bundled, bundle};
use super::library::{FOLDER, Located};
use super::problem::Problem;
use crate::diag::{Finding, has_errors};
use crate::model;
use crate::model::key::Key;
use crate::model::vocabulary::Vocabulary;
use crate::topic::{self, About, Files, Topic};

/// The files of the topics that are built in.
const BUILT_IN: &[Bundled] = bundle![
    "topics/back-pain-in-pregnancy/topic.yaml",
    "topics/back-pain-in-pregnancy/signs.yaml",
    "topics/back-pain-in-pregnancy/treatments.yaml",
    "topics/back-pain-in-pregnancy/words.yaml",
    "topics/back-pain-in-pregnancy/medicines.yaml",
    "topics/back-pain-in-pregnancy/rules.yaml",
    "topics/back-pain-in-pregnancy/examples.yaml",
    "topics/back-pain-in-pregnancy/en/safety.yaml",
    "topics/back-pain-in-pregnancy/es/safety.yaml",
    "topics/back-pain-in-pregnancy/en/help.yaml",
    "topics/back-pain-in-pregnancy/en/words.yaml",
    "topics/back-pain-in-pregnancy/es/words.yaml",
    "topics/back-pain-in-pregnancy/ar/words.yaml",
    "topics/back-pain-in-pregnancy/pl/words.yaml",
    "topics/back-pain-in-pregnancy/en-US/words.yaml",
];

/// A topic: each of its files is the clinic's own, or else the library's. A topic with files of the clinic's own is held
/// together as well: its standard help boxes against its signs, as the tests hold the library's.
pub fn read(name: &str) -> Result<Result<Topic, Vec<Finding>>, Problem> {
    let mut unread = None;
    let unread_file = RefCell::new(&mut unread);
    let has_own = Cell::new(false);
    let find = |path: &str| {
        let located = locate(&format!("topics/{name}/{path}"))?;
        has_own.set(has_own.get() || matches!(located, Located::File(_)));
        located.read().map_err(|problem| **unread_file.borrow_mut() = Some(problem)).ok()
    };
    let read = Topic::read(name, &Files::new(&find));
    let checked = read.and_then(|topic| {
        let findings = if has_own.get() { topic.check() } else { Vec::new() };
        if has_errors(&findings) { Err(findings) } else { Ok(topic) }
    });
    match unread {
        Some(problem) => Err(problem),
        None => Ok(checked),
    }
}

/// What is wrong with the clinic's own topics that no handout has asked for yet.
pub fn mistakes_in_own() -> Result<Vec<Finding>, Problem> {
    let mut findings = Vec::new();
    for name in own_names().filter(|name| name != topic::DEFAULT) {
        findings.extend(read(&name)?.err().into_iter().flatten());
    }
    Ok(findings)
}

/// The names of the folders that the clinic has for topics of its own.
fn own_names() -> impl Iterator<Item = String> {
    let own = std::fs::read_dir(Path::new(FOLDER).join("topics")).into_iter().flatten().flatten();
    let own = own.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    own.filter(|name| Key::new(name).is_ok())
}

/// Where a file of a topic is: the clinic's own, or else the library's.
fn locate(path: &str) -> Option<Located> {
    let own = Path::new(FOLDER).join(path);
    let built_in = || BUILT_IN.iter().find(|file| file.name == path).map(Located::Bundled);
    if own.is_file() { Some(Located::File(own)) } else { built_in() }
}

/// The names of all topics: the clinic's and the library's.
pub fn names() -> BTreeSet<String> {
    let built_in = BUILT_IN.iter().filter_map(|file| file.name.split('/').nth(1)).map(str::to_owned);
    own_names().chain(built_in).filter(|name| Key::new(name).is_ok()).collect()
}

/// The ids of all topics. A topic whose `topic.yaml` has mistakes is left out; those are told where it is needed.
pub fn vocabulary() -> Vocabulary {
    let terms = |name: &String| Some((Key::new(name).ok()?, about(name)?.terms()));
    Vocabulary::new(names().iter().filter_map(terms), topic::DEFAULT)
}

/// What `topic.yaml` of a topic says, if it has no mistakes.
pub fn about(name: &str) -> Option<About> {
    let source = locate(&format!("topics/{name}/topic.yaml"))?.read().ok()?;
    Some(model::load::<About>(&source).ok()?.value)
}
