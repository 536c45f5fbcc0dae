//! How a run ends for the user: findings, failures, and the exit status that goes with them.

use std::fmt::Write as _;
use std::io::IsTerminal;
use std::process::ExitCode;

use crate::diag::{self, Finding, Severity};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Problem {
    /// The content has errors. The text says what was not written.
    Content(Vec<Finding>, String),
    /// The command line asks for something that is not there.
    Usage(String),
    /// A file could not be read or written.
    File(String),
}

impl Problem {
    /// A file could not be read.
    pub fn input(path: &str, error: &std::io::Error) -> Self {
        Self::File(format!("{path} could not be read: {}", reason(error)))
    }

    /// A file could not be written.
    pub fn output(path: &str, error: &std::io::Error) -> Self {
        Self::File(format!("{path} could not be written: {}", reason(error)))
    }

    /// Prints the problem and gives its exit status.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Content(mut findings, outcome) => {
                diag::sort(&mut findings);
                show(&findings);
                message(&format!("{}; {outcome}", count(&findings)));
                ExitCode::from(1)
            }
            Self::Usage(text) => {
                message(&format!("error: {text}"));
                ExitCode::from(2)
            }
            Self::File(text) => {
                message(&format!("error: {text}"));
                ExitCode::from(4)
            }
        }
    }
}

/// Prints findings to standard error.
pub fn show(findings: &[Finding]) {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let text = diag::render_human(findings, colour);
    anstream::eprint!("{text}");
}

/// Prints one line to standard error.
pub fn message(text: &str) {
    anstream::eprintln!("{text}");
}

/// `2 errors, 1 warning`.
fn count(findings: &[Finding]) -> String {
    let mut text = String::new();
    for (severity, word) in [(Severity::Error, "error"), (Severity::Warning, "warning")] {
        let number = findings.iter().filter(|finding| finding.severity == severity).count();
        if number > 0 {
            let separator = if text.is_empty() { "" } else { ", " };
            let plural = if number == 1 { "" } else { "s" };
            let _ = write!(text, "{separator}{number} {word}{plural}");
        }
    }
    text
}

/// An input or output error in plain words.
pub fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission was denied".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    }
}
