//! Programs from outside that judge a file. A missing one is skipped with a line on standard error, unless
//! `HANDOUT_REQUIRE_JUDGES=1`, when it is a failure. `HANDOUT_WITHOUT_VERAPDF=1` leaves veraPDF out all the same, with a
//! line that says so: it is slow, and a second run of the tests shows it the same files.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Writes a file for the judges.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("writable");
    path
}

fn run<'a>(judge: &str, arguments: &[&str], files: impl IntoIterator<Item = &'a Path>) -> Option<Output> {
    match Command::new(judge).args(arguments).args(files).output() {
        Ok(output) => Some(output),
        Err(error) => {
            skip(judge, &error.to_string());
            None
        }
    }
}

fn skip(judge: &str, why: &str) {
    assert!(std::env::var("HANDOUT_REQUIRE_JUDGES").as_deref() != Ok("1"), "{judge}: {why}");
    eprintln!("SKIPPED: {judge}: {why}");
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The file's structure is sound.
pub fn qpdf(file: &Path) {
    if let Some(output) = run("qpdf", &["--check"], [file]) {
        assert!(output.status.success(), "{}", told(&output));
    }
}

/// Every file conforms to PDF/UA-1 and PDF/A-2a. One run of the judge a flavour, however many files.
pub fn verapdf(files: &[PathBuf]) {
    if std::env::var("HANDOUT_WITHOUT_VERAPDF").as_deref() == Ok("1") {
        return eprintln!("SKIPPED: veraPDF: HANDOUT_WITHOUT_VERAPDF=1");
    }
    let Ok(judge) = std::env::var("HANDOUT_VERAPDF") else {
        return skip("veraPDF", "HANDOUT_VERAPDF names no command");
    };
    for flavour in ["ua1", "2a"] {
        if let Some(output) = run(&judge, &[flavour], files.iter().map(PathBuf::as_path)) {
            let told = told(&output);
            assert!(output.status.success(), "{flavour}: {told}");
            let passed = told.lines().filter(|line| line.starts_with("PASS ")).count();
            assert_eq!(passed, files.len(), "{flavour}: {told}");
        }
    }
}

/// The file's text; `mode` is an option of pdftotext: `-q` for its own idea of the order, `-layout` for lines as they
/// stand on the page, `-raw` for the order of the content.
pub fn text(file: &Path, mode: &str) -> Option<String> {
    let name = file.to_str().expect("a plain path");
    let output = run("pdftotext", &["-enc", "UTF-8", mode, name], [Path::new("-")])?;
    assert!(output.status.success(), "{}", told(&output));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The text that the structure tree leads to, in the tree's order, between the elements' names.
pub fn structure_text(file: &Path) -> Option<String> {
    let output = run("pdfinfo", &["-struct-text"], [file])?;
    assert!(output.status.success(), "{}", told(&output));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// How many fonts there are; all of them are embedded subsets with a character map.
pub fn fonts(file: &Path) -> Option<usize> {
    let table = told(&run("pdffonts", &[], [file])?);
    let fonts: Vec<&str> = table.lines().skip(2).collect();
    assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains("yes yes yes")), "{table}");
    Some(fonts.len())
}
