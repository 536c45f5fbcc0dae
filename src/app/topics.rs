//! Topics: the packs of the clinic's folder and those built into the program.

use std::cell::RefCell;
use std::path::Path;

use super::library::{Bundled, FOLDER, Located, bundle};
use super::problem::Problem;
use crate::diag::Finding;
use crate::topic::{Files, Topic};

/// The files of the topics that are built in.
const BUILT_IN: &[Bundled] = bundle![
    "topics/back-pain-in-pregnancy/topic.yaml",
    "topics/back-pain-in-pregnancy/signs.yaml",
    "topics/back-pain-in-pregnancy/en/safety.yaml",
];

/// A topic: each of its files is the clinic's own, or else the library's.
pub fn read(name: &str) -> Result<Result<Topic, Vec<Finding>>, Problem> {
    let mut unread = None;
    let unread_file = RefCell::new(&mut unread);
    let find = |path: &str| {
        let path = format!("topics/{name}/{path}");
        let own = Path::new(FOLDER).join(&path);
        let built_in = BUILT_IN.iter().find(|file| file.name == path).map(Located::Bundled);
        let located = if own.is_file() { Some(Located::File(own)) } else { built_in };
        located?.read().map_err(|problem| **unread_file.borrow_mut() = Some(problem)).ok()
    };
    let read = Topic::read(name, &Files::new(&find));
    match unread {
        Some(problem) => Err(problem),
        None => Ok(read),
    }
}
