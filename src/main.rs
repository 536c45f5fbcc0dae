//! The `handout` program: parses arguments, returns an exit code.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    handout::cli::run()
}
