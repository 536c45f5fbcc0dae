//! Standard input, where a handout, a request or rows can come from.

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use crate::app::library;
use crate::app::problem::Problem;
use crate::app::targets::{self, Target};
use crate::diag::Source;
use crate::model::yaml;

/// Reads standard input, at most `limit` bytes and one.
pub fn stdin_bytes(limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text on standard input, called `name` in messages.
pub fn stdin(name: &str) -> Result<Arc<Source>, Problem> {
    let bytes = stdin_bytes(yaml::MAX_BYTES).map_err(|error| Problem::input("standard input", &error))?;
    library::text(name, bytes)
}

/// The text of a handout given by name, by file, or as `-` for standard input, with the name its output gets.
pub fn handout(asked: &str) -> Result<(String, Arc<Source>), Problem> {
    if asked == "-" { Ok(("handout".to_owned(), stdin("standard input")?)) } else { library::handout(asked) }
}

/// What one argument of `check` names; the name given to standard input tells what kind of file it is.
pub fn target(asked: &str, stdin_filename: Option<&Path>) -> Result<Target, Problem> {
    if asked != "-" {
        return targets::named(asked);
    }
    let path = stdin_filename.unwrap_or(Path::new("standard input"));
    Ok(targets::of_text(path, stdin(&path.display().to_string())?))
}
