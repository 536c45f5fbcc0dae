//! How a run ends for the user: findings, failures, and the exit status that goes with them.

use std::io::IsTerminal;
use std::process::ExitCode;

use super::files;
use crate::diag::{self, Finding, Tally};
use crate::gate::is_told;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Problem {
    /// The content has errors. The text says what was not written.
    Content(Vec<Finding>, String),
    /// The command line asks for something that is not there.
    Usage(String),
    /// A file could not be read or written.
    File(String),
    /// Errors were found and told; that was what was asked for.
    Found,
    /// A part of what was asked for was done, the rest was told.
    Part,
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
            Self::Found => ExitCode::from(1),
            Self::Part => ExitCode::from(3),
            Self::Content(mut findings, outcome) => {
                diag::sort(&mut findings);
                let advice = show_but_advice(&findings);
                findings.retain(is_told);
                message(&format!("{}; {outcome}", Tally::of(&findings)));
                tell_of(advice);
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
    let text = diag::render_human(findings, std::io::stderr().is_terminal() && wants_colour());
    tell(&text);
}

/// Prints all findings but advice to standard error; gives the number of the others, without what the file allows.
pub fn show_but_advice(findings: &[Finding]) -> usize {
    let told: Vec<Finding> = findings.iter().filter(|finding| is_told(finding)).cloned().collect();
    show(&told);
    findings.iter().filter(|finding| !is_told(finding) && finding.allowed.is_none()).count()
}

/// Says that there is advice, and how to see it.
pub fn tell_of(advice: usize) {
    match advice {
        0 => {}
        1 => message("`handout check` has one thing to say about this text"),
        count => message(&format!("`handout check` has {count} things to say about this text")),
    }
}

/// Prints findings and their number to standard output, where they are what was asked for.
pub fn show_as_data(findings: &[Finding]) -> Result<(), Problem> {
    let tally = Tally::of(findings).to_string();
    let outcome = if tally.is_empty() { "nothing to mend" } else { &tally };
    let colour = std::io::stdout().is_terminal() && wants_colour();
    files::write_stdout(format!("{}{outcome}\n", diag::render_human(findings, colour)).as_bytes())
}

/// Whether nobody has asked for no colour (no-color.org).
fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The value, with its errors put among the findings.
pub fn keep<T>(result: Result<T, Vec<Finding>>, findings: &mut Vec<Finding>) -> Option<T> {
    result.map_err(|mut errors| findings.append(&mut errors)).ok()
}

/// Writes to standard error. When that is full or gone, there is nobody to tell.
fn tell(text: &str) {
    let _ = std::io::Write::write_all(&mut anstream::stderr().lock(), text.as_bytes());
}

/// Prints one line to standard error.
pub fn message(text: &str) {
    tell(&format!("{text}\n"));
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
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::FileTooLarge => "the system lets no file grow so large (see `ulimit -f`)".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    }
}
