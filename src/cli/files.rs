//! Reading within limits, and writing whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::print::Problem;

/// Reads a file of at most `limit` bytes; one byte more is read when it is larger, so that the caller can tell.
pub fn read_limited(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads standard input, at most `limit` bytes and one.
pub fn read_stdin(limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes to standard output. A reader that has gone away is not an error.
pub fn write_stdout(bytes: &[u8]) -> Result<(), Problem> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Problem::output("standard output", &error)),
        _ => Ok(()),
    }
}

/// Files that are written beside their places and then moved there all together, so that a failure leaves every
/// old file as it was.
pub struct Batch {
    written: Vec<(PathBuf, PathBuf)>,
}

impl Batch {
    /// No files yet.
    pub const fn new() -> Self {
        Self { written: Vec::new() }
    }

    /// Writes `bytes` to a temporary file beside `path`.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
        self.written.push((temporary.clone(), path.to_owned()));
        let write = || {
            let mut file = File::create(&temporary)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| Problem::output(&path.display().to_string(), &error))
    }

    /// Moves every file to its place.
    pub fn commit(mut self) -> Result<(), Problem> {
        while let Some((temporary, path)) = self.written.pop() {
            if let Err(error) = fs::rename(&temporary, &path) {
                let _ = fs::remove_file(&temporary);
                return Err(Problem::output(&path.display().to_string(), &error));
            }
        }
        Ok(())
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        for (temporary, _) in &self.written {
            let _ = fs::remove_file(temporary);
        }
    }
}
