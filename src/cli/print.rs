//! How a run ends for the user: findings, failures, and the exit status that goes with them.

use std::io::{self, IsTerminal, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::problem::Problem;
use crate::diag::{self, Finding, Tally};
use crate::gate::is_told;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with what was asked, or with a file.
    Problem(Problem),
    /// Errors were found and told; that was what was asked for.
    Found,
    /// A part of what was asked for was done, the rest was told.
    Part,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Failure {
    /// Prints the problem and gives its exit status.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Found => ExitCode::from(1),
            Self::Part => ExitCode::from(3),
            Self::Problem(Problem::Content(mut findings, outcome)) => {
                diag::sort(&mut findings);
                let advice = show_but_advice(&findings);
                findings.retain(is_told);
                message(&format!("{}; {outcome}", Tally::of(&findings)));
                tell_of(advice);
                ExitCode::from(1)
            }
            Self::Problem(Problem::Usage(text)) => {
                message(&format!("error: {text}"));
                ExitCode::from(2)
            }
            Self::Problem(Problem::File(text)) => {
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
pub fn show_as_data(findings: &[Finding]) -> Result<(), Failure> {
    let tally = Tally::of(findings).to_string();
    let outcome = if tally.is_empty() { "no problems found" } else { &tally };
    let colour = std::io::stdout().is_terminal() && wants_colour();
    write_stdout(format!("{}{outcome}\n", diag::render_human(findings, colour)).as_bytes())
}

/// Whether nobody has asked for no colour (no-color.org).
fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Warns of a secret that everybody on this computer can read.
pub fn warn_if_exposed(key: Option<PathBuf>) {
    if let Some(path) = key {
        let shown = path.display();
        message(&format!("warning: everybody on this computer can read {shown}; run: chmod 600 {shown}"));
    }
}

/// Writes to standard error. When that is full or gone, there is nobody to tell.
fn tell(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Prints one line to standard error.
pub fn message(text: &str) {
    tell(&format!("{text}\n"));
}

/// Writes to standard output. A reader that has gone away is not an error.
pub fn write_stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Problem::output("standard output", &error).into())
        }
        _ => Ok(()),
    }
}
