//! `handout new`: a clinic's own folder, whose `build` works at once and whose files explain themselves.

use std::path::Path;

use super::print::{Failure, message};
use crate::app::new;

/// Makes the folder.
pub fn new(directory: &Path) -> Result<(), Failure> {
    new::new(directory)?;
    let shown = directory.display();
    let step = if directory == Path::new(".") { String::new() } else { format!("cd {shown} && ") };
    message(&format!("made {shown}; now run: {step}handout build"));
    Ok(())
}
