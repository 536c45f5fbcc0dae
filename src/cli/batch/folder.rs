//! The folder that a batch writes to. Files appear in it whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::shard::Shard;
use crate::cli::print::Problem;

/// The ending of files that are being written.
pub const TEMPORARY: &str = ".handout-tmp";

/// Where a batch puts its files, by name.
pub trait Store: Sync {
    /// Writes a file whole, over an old one of its name.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()>;
    /// Adds a line to a file; when that fails, the file is as it was.
    fn append(&self, name: &str, line: &str) -> io::Result<()>;
    /// Makes a file empty, or an empty file.
    fn clear(&self, name: &str) -> io::Result<()>;
    /// Reads a file, if it is there.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;
    /// Removes a file, if it is there.
    fn remove(&self, name: &str) -> io::Result<()>;
    /// The names of all files.
    fn names(&self) -> io::Result<Vec<String>>;
    /// What the folder is called in messages.
    fn shown(&self) -> String;
}

/// A folder on a disk, and the part of a batch that writes to it.
pub struct Folder {
    path: PathBuf,
    shard: Shard,
}

impl Folder {
    /// Makes the folder if need be, and clears away what a killed run has left half-written.
    pub fn open(path: &Path, shard: Shard) -> Result<Self, Problem> {
        let folder = Self { path: path.to_owned(), shard };
        let open = || {
            fs::create_dir_all(path)?;
            let names = folder.names()?;
            names.iter().filter(|name| folder.is_stale(name)).try_for_each(|name| folder.remove(name))
        };
        open().map_err(|error| Problem::output(&folder.shown(), &error))?;
        Ok(folder)
    }

    /// A folder to be read only.
    pub fn existing(path: &Path) -> Self {
        Self { path: path.to_owned(), shard: Shard::WHOLE }
    }

    /// What ends the temporary names of this part.
    fn tag(&self) -> String {
        format!(".{}-of-{}{TEMPORARY}", self.shard.index, self.shard.count)
    }

    /// Whether a file was left by a killed run. Another part of the same batch may be at work beside this one: its files
    /// stay.
    fn is_stale(&self, name: &str) -> bool {
        let Some(start) = name.strip_suffix(TEMPORARY).filter(|_| name.starts_with('.')) else { return false };
        let of_other_part = self.shard.count > 1 && start.ends_with(&format!("-of-{}", self.shard.count));
        name.ends_with(&self.tag()) || !of_other_part
    }
}

impl Store for Folder {
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let temporary = self.path.join(format!(".{name}{}", self.tag()));
        // Not forced onto the disk: after a power cut, `--resume` and `verify` find what is damaged by its hash.
        let written = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, self.path.join(name)));
        written.inspect_err(|_| drop(fs::remove_file(&temporary)))
    }

    fn append(&self, name: &str, line: &str) -> io::Result<()> {
        let mut file = OpenOptions::new().append(true).create(true).open(self.path.join(name))?;
        let before = file.metadata()?.len();
        file.write_all(line.as_bytes()).inspect_err(|_| drop(file.set_len(before)))
    }

    fn clear(&self, name: &str) -> io::Result<()> {
        File::create(self.path.join(name)).map(drop)
    }

    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn shown(&self) -> String {
        self.path.display().to_string()
    }
}

/// The name of a sheet that is kept only until it is merged; a killed run's are cleared away.
pub fn part_name(id: &str, shard: Shard) -> String {
    format!(".{id}.pdf.{}-of-{}{TEMPORARY}", shard.index, shard.count)
}
