//! Programs from outside that judge a file. A missing one is skipped with a line on standard error, unless
//! `HANDOUT_REQUIRE_JUDGES=1`, when it is a failure.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Writes a file for the judges.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("writable");
    path
}

fn run(judge: &str, arguments: &[&str], file: &Path) -> Option<Output> {
    match Command::new(judge).args(arguments).arg(file).output() {
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
    if let Some(output) = run("qpdf", &["--check"], file) {
        assert!(output.status.success(), "{}", told(&output));
    }
}

/// The file conforms to PDF/UA-1 and PDF/A-2a.
pub fn verapdf(file: &Path) {
    let Ok(judge) = std::env::var("HANDOUT_VERAPDF") else {
        return skip("veraPDF", "HANDOUT_VERAPDF names no command");
    };
    for flavour in ["ua1", "2a"] {
        if let Some(output) = run(&judge, &[flavour], file) {
            assert!(output.status.success(), "{flavour}: {}", told(&output));
        }
    }
}

/// The file's text.
pub fn text(file: &Path, layout: bool) -> Option<String> {
    let (name, mode) = (file.to_str().expect("a plain path"), if layout { "-layout" } else { "-q" });
    let output = run("pdftotext", &["-enc", "UTF-8", mode, name], Path::new("-"))?;
    assert!(output.status.success(), "{}", told(&output));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// All fonts are embedded subsets with a character map.
pub fn fonts(file: &Path, count: usize) {
    if let Some(output) = run("pdffonts", &[], file) {
        let table = told(&output);
        let fonts: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(fonts.len(), count, "{table}");
        assert!(fonts.iter().all(|font| font.contains("yes yes yes")), "{table}");
    }
}
