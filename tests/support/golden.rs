//! References: texts and pictures that are compared with what is made now. A missing one fails;
//! `UPDATE_GOLDEN=1 cargo test` writes them, and nothing else does.

use std::path::{Path, PathBuf};

use image::RgbImage;

use super::picture;
use super::report::Report;

/// Whether references are to be written.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// Differences of short texts, gathered so that all are told at once.
#[derive(Default)]
pub struct Texts {
    differences: String,
}

impl Texts {
    /// Compares a text with its reference.
    pub fn compare(&mut self, golden: &Path, actual: &str) {
        if updating() {
            std::fs::write(golden, actual).expect("writable");
        }
        let name = golden.display();
        match std::fs::read_to_string(golden) {
            Ok(expected) if expected == actual => {}
            Ok(expected) => {
                self.differences.push_str(&format!("== {name}\n-- expected\n{expected}-- actual\n{actual}"))
            }
            Err(_) => self.differences.push_str(&format!("== {name} is missing\n{actual}")),
        }
    }

    /// Fails when any text differed.
    pub fn finish(self) {
        assert!(self.differences.is_empty(), "{}", self.differences);
    }
}

/// The references of one leaflet, in a folder of their own.
pub struct Leaflet {
    /// The folder.
    pub folder: PathBuf,
    /// The leaflet's name in the report.
    pub name: String,
}

impl Leaflet {
    /// Compares a text exactly.
    pub fn text(&self, file: &str, actual: &str, report: &mut Report) {
        let path = self.folder.join(file);
        if updating() {
            std::fs::create_dir_all(&self.folder).expect("writable");
            std::fs::write(&path, actual).expect("writable");
        }
        match std::fs::read_to_string(&path) {
            Ok(expected) if expected == actual => {}
            Ok(expected) => report.text(&self.name, file, &expected, actual),
            Err(_) => report.text(&self.name, file, "(there is no reference)", actual),
        }
    }

    /// Compares pages, with a little tolerance for dots.
    pub fn pages(&self, actual: &[RgbImage], report: &mut Report) {
        if updating() {
            self.write_pages(actual);
        }
        let expected = self.read_pages();
        for index in 0..actual.len().max(expected.len()) {
            let (one, other) = (expected.get(index), actual.get(index));
            if !matches!((one, other), (Some(one), Some(other)) if picture::same(one, other)) {
                report.page(&self.name, index + 1, &picture::side_by_side(one, other));
            }
        }
    }

    fn path(&self, index: usize) -> PathBuf {
        self.folder.join(format!("page-{}.png", index + 1))
    }

    /// Writes pages that look different, and takes away those that are no more.
    fn write_pages(&self, actual: &[RgbImage]) {
        std::fs::create_dir_all(&self.folder).expect("writable");
        let expected = self.read_pages();
        for (index, page) in actual.iter().enumerate() {
            if !expected.get(index).is_some_and(|expected| picture::same(expected, page)) {
                std::fs::write(self.path(index), picture::png(page)).expect("writable");
            }
        }
        for index in actual.len()..expected.len() {
            std::fs::remove_file(self.path(index)).expect("removable");
        }
    }

    fn read_pages(&self) -> Vec<RgbImage> {
        let read = |index: usize| {
            let bytes = std::fs::read(self.path(index)).ok()?;
            Some(image::load_from_memory(&bytes).expect("a PNG").into_rgb8())
        };
        (0..).map_while(read).collect()
    }
}
