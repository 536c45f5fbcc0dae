//! What differs from the references, as a page to look at: `tests/report/index.html`.

use std::fmt::Write as _;
use std::path::PathBuf;

use image::RgbImage;

use super::{library, picture};

/// The differences found so far.
#[derive(Default)]
pub struct Report {
    names: Vec<String>,
    body: String,
}

fn folder() -> PathBuf {
    library::project("tests/report")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

impl Report {
    /// An empty report; an older one is taken away.
    pub fn new() -> Self {
        let _ = std::fs::remove_dir_all(folder());
        Self::default()
    }

    /// Puts another report's differences behind these.
    pub fn append(&mut self, other: Self) {
        self.names.extend(other.names);
        self.body.push_str(&other.body);
    }

    /// Tells why there is no leaflet to compare.
    pub fn failure(&mut self, leaflet: &str, why: &str) {
        self.names.push(format!("{leaflet} was not built\n{why}"));
        let _ = writeln!(self.body, "<h2>{leaflet} was not built</h2>\n<pre>{}</pre>", escape(why));
    }

    /// Tells of a page that looks different.
    pub fn page(&mut self, leaflet: &str, number: usize, side_by_side: &RgbImage) {
        let file = format!("{leaflet}-page-{number}.png");
        std::fs::create_dir_all(folder()).expect("writable");
        std::fs::write(folder().join(&file), picture::png(side_by_side)).expect("writable");
        self.names.push(format!("{leaflet}: page {number} looks different"));
        let _ = writeln!(self.body, "<h2>{leaflet}, page {number}</h2>\n<p>expected, difference, actual</p>");
        let _ = writeln!(self.body, "<img src=\"{file}\" alt=\"expected, difference and actual page\">");
    }

    /// Tells of a text that differs: its first lines that do.
    pub fn text(&mut self, leaflet: &str, file: &str, expected: &str, actual: &str) {
        let (first, lines) = difference(expected, actual);
        self.names.push(format!("{leaflet}: {file} differs from line {first} on\n{lines}"));
        let _ = writeln!(self.body, "<h2>{leaflet}, {file}, line {first}</h2>\n<pre>{}</pre>", escape(&lines));
    }

    /// Writes the page, and fails, when there is a difference.
    pub fn finish(self) {
        if self.names.is_empty() {
            return;
        }
        let index = folder().join("index.html");
        std::fs::create_dir_all(folder()).expect("writable");
        let style = "body{font:16px sans-serif;margin:2em}img{border:1px solid;max-width:100%}";
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Differences</title>\n\
             <style>{style}</style>\n<h1>Differences</h1>\n{}</html>\n",
            self.body
        );
        std::fs::write(&index, page).expect("writable");
        let names = self.names.join("\n");
        panic!("{names}\nlook at {}; UPDATE_GOLDEN=1 cargo test takes these as right", index.display());
    }
}

/// The first line that differs, and a few lines from there on, expected ones marked `-` and actual ones `+`.
fn difference(expected: &str, actual: &str) -> (usize, String) {
    const SHOWN: usize = 6;
    let (expected, actual): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let same = expected.iter().zip(&actual).take_while(|(one, other)| one == other).count();
    let mut lines = String::new();
    for (mark, text) in [('-', &expected), ('+', &actual)] {
        for line in text.iter().skip(same).take(SHOWN) {
            let _ = writeln!(lines, "{mark} {line}");
        }
    }
    (same + 1, lines)
}
