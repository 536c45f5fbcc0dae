//! The folder that a batch writes to. It holds one batch, which one run at a time works on, or one run for each part.
//! Files appear in it whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::shard::Shard;
use crate::app::files::{self, Lock, Readers, TEMPORARY};
use crate::app::problem::Problem;

/// The ending of sheets that are kept only until they are merged.
const PART: &str = ".handout-part";
/// The lock of the folder: a run of all rows has it alone, runs of parts share it.
const FOLDER_LOCK: &str = ".handout-lock";

/// Where a batch puts its files, by name.
pub trait Store: Sync {
    /// Writes a file whole, over an old one of its name.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()>;
    /// Adds a line to a file that is there; when that fails, the file is as it was.
    fn append(&self, name: &str, line: &str) -> io::Result<()>;
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
    readers: Readers,
    /// Held as long as the folder is written to; the part's own goes first.
    _locks: Vec<Lock>,
}

impl Folder {
    /// Makes the folder if need be, keeps other runs out of it, and clears away what a killed run has left half-written.
    pub fn open(path: &Path, shard: Shard, readers: Readers) -> Result<Self, Problem> {
        let shown = path.display().to_string();
        let failed = |error: io::Error| Problem::output(&shown, &error);
        files::make_folder(path, readers).map_err(failed)?;
        let taken = || {
            Problem::File(format!("{shown} is being written to by another run; wait for it, or name another folder"))
        };
        let mut locks = Vec::new();
        if shard.count > 1 {
            locks.push(Lock::exclusive(&path.join(shard_lock(shard))).map_err(failed)?.ok_or_else(taken)?);
            locks.push(Lock::shared(&path.join(FOLDER_LOCK)).map_err(failed)?.ok_or_else(taken)?);
        } else {
            locks.push(Lock::exclusive(&path.join(FOLDER_LOCK)).map_err(failed)?.ok_or_else(taken)?);
        }
        let folder = Self { path: path.to_owned(), readers, _locks: locks };
        files::clear_left(path);
        folder.clear_parts(shard).map_err(failed)?;
        Ok(folder)
    }

    /// A folder to be read only.
    pub fn existing(path: &Path) -> Self {
        Self { path: path.to_owned(), readers: Readers::Owner, _locks: Vec::new() }
    }

    /// Clears away sheets that a killed run would have merged, and locks that nobody holds; not those of another part that
    /// is at work beside this one.
    fn clear_parts(&self, shard: Shard) -> io::Result<()> {
        for name in self.names()? {
            let stem = name.strip_suffix(PART).or_else(|| name.strip_suffix(FOLDER_LOCK));
            let Some(owner) = stem.and_then(|stem| shard_of(stem.rsplit('.').next()?)) else { continue };
            if owner == shard {
                if name.ends_with(PART) {
                    self.remove(&name)?;
                }
                continue;
            }
            // Whoever gets the lock of another part knows that nobody works on it; the lock goes with its file.
            let lock = Lock::exclusive(&self.path.join(shard_lock(owner)))?;
            if lock.is_some() && name.ends_with(PART) {
                self.remove(&name)?;
            }
        }
        Ok(())
    }
}

impl Store for Folder {
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        // Not forced onto the disk: after a power cut, `--resume` and `verify` find what is damaged by its hash.
        files::write_whole(&self.path.join(name), bytes, self.readers)
    }

    fn append(&self, name: &str, line: &str) -> io::Result<()> {
        let path = self.path.join(name);
        files::refuse_link(&path)?;
        let mut file = OpenOptions::new().append(true).open(&path)?;
        if !files::is_at(&file, &path) {
            return Err(io::Error::other("another file has taken its place"));
        }
        let before = file.metadata()?.len();
        file.write_all(line.as_bytes()).inspect_err(|_| drop(file.set_len(before)))
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
    format!(".{id}.pdf.{}{PART}", tag(shard))
}

/// Whether a file was left by a run that was ended.
pub fn is_left(name: &str) -> bool {
    name.starts_with('.') && (name.ends_with(TEMPORARY) || name.ends_with(PART))
}

/// The lock of one part.
fn shard_lock(shard: Shard) -> String {
    format!(".{}{FOLDER_LOCK}", tag(shard))
}

fn tag(shard: Shard) -> String {
    format!("{}-of-{}", shard.index, shard.count)
}

/// The part that a tag names.
fn shard_of(tag: &str) -> Option<Shard> {
    let (index, count) = tag.split_once("-of-")?;
    format!("{index}/{count}").parse().ok()
}
