//! Golden leaflets: the PDF that ships, as pictures of its pages, its colours, its tag tree and its text, beside what they were when
//! a person last looked. `UPDATE_GOLDEN=1 cargo test` takes what is made now; look at it before it is committed.

mod support;

use support::golden::Leaflet;
use support::library::{self, Case};
use support::picture;
use support::reading::Reading;
use support::report::Report;

fn compare(case: &Case) -> Report {
    let leaflet = Leaflet { folder: library::project("tests/golden").join(&case.name), name: case.name.clone() };
    let mut report = Report::default();
    let pdf = match case.build() {
        Ok(leaflet) => leaflet.pdf,
        Err(findings) => {
            report.failure(&case.name, &library::told(&findings));
            return report;
        }
    };
    let reading = Reading::of(&pdf);
    leaflet.pages(&picture::pages(&pdf), &mut report);
    leaflet.text("tags.txt", &reading.tags(), &mut report);
    leaflet.text("colours.txt", &reading.colours(), &mut report);
    leaflet.text("text.txt", &reading.text(), &mut report);
    report
}

#[test]
fn leaflets_are_as_they_were() {
    let mut cases = library::shipped();
    cases.push(library::arabic());
    cases.extend(library::other_formats(&["third-trimester", "upper-back"]));
    let mut report = Report::new();
    for found in library::each(&cases, compare) {
        report.append(found);
    }
    report.finish();
    check_references(&cases);
}

/// Each folder of references has its leaflet, and all of them together stay small.
fn check_references(cases: &[Case]) {
    const MOST_BYTES_A_FILE: u64 = 50 << 10;
    const MOST_BYTES: u64 = 6_000_000;
    let mut total = 0;
    for folder in std::fs::read_dir(library::project("tests/golden")).expect("references") {
        let folder = folder.expect("a folder");
        let name = folder.file_name().to_string_lossy().into_owned();
        // `tests/seen.rs` has its own.
        let is_known = name.starts_with("seen-") || cases.iter().any(|case| case.name == name);
        assert!(is_known, "{name}: no such leaflet");
        for file in std::fs::read_dir(folder.path()).expect("a folder") {
            let file = file.expect("a file");
            let size = file.metadata().expect("a file").len();
            assert!(size <= MOST_BYTES_A_FILE, "{}: {size} bytes", file.path().display());
            total += size;
        }
    }
    assert!(total <= MOST_BYTES, "{total} bytes");
}
