//! The program itself, run in folders of its own, always on the same day.
//!
//! No other file of the tests starts the program (`tests/architecture.rs` holds that), so that none leans on the clock of
//! the computer it runs on.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty folder for a test; `name` must be its own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("writable");
    folder
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    /// Exit status.
    pub code: i32,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub told: String,
}

impl Run {
    /// Standard output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("UTF-8")
    }

    /// Fails unless the program ended with this status.
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.told);
        self
    }
}

/// The day on which the program runs, unless a test sets another one.
pub const TODAY: &str = "2026-11-20";

/// The program, ready to run in a folder with these arguments and [`TODAY`] as its day, unless they set another one.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = command_without_day(folder, arguments);
    // Commands that know no day refuse the option.
    let knows_days = arguments.first().is_some_and(|name| KNOW_DAYS.contains(name));
    if knows_days && !arguments.iter().any(|argument| argument.starts_with("--today")) {
        command.args(["--today", TODAY]);
    }
    command
}

/// The commands that look at the day.
const KNOW_DAYS: [&str; 5] = ["approve", "batch", "build", "check", "sheet"];

/// The same under the computer's own clock, for tests of that clock and of `SOURCE_DATE_EPOCH`.
pub fn command_without_day(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handout"));
    command.args(arguments).current_dir(folder).env_remove("SOURCE_DATE_EPOCH");
    command
}

/// Runs the program in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    run_with(folder, arguments, &[], b"")
}

/// Runs the program in a folder, with variables set and something on standard input.
pub fn run_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)], input: &[u8]) -> Run {
    // `SOURCE_DATE_EPOCH` sets the day, where no option does.
    let sets_day = variables.iter().any(|(name, _)| *name == "SOURCE_DATE_EPOCH");
    let mut command = if sets_day { command_without_day(folder, arguments) } else { command(folder, arguments) };
    let mut child = command
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // The program may end without reading all of it.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("the program ends");
    feeder.join().expect("fed");
    let told = String::from_utf8(stderr).expect("UTF-8");
    Run { code: status.code().expect("no signal"), out: stdout, told }
}

/// Names of the files in a folder, sorted; none when there is no such folder.
pub fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
