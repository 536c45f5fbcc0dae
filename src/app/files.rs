//! Reading within limits, and writing whole or not at all.
//!
//! A file is written beside its place under a temporary name, and then moved there. Its writer holds a lock on it: a file
//! that a killed run left behind has no lock, and the next run that writes to the folder removes it. A link is never
//! followed for writing.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::problem::Problem;

/// The ending of files that are being written.
pub const TEMPORARY: &str = ".handout-tmp";
/// How often a name or a lock is tried again when another process was faster.
const MOST_TRIES: usize = 100;

/// Who may read what is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readers {
    /// Whoever the system lets by default: leaflets.
    #[default]
    Everybody,
    /// The user alone: what holds patients' data.
    Owner,
    /// The user and the file's group.
    Group,
}

impl Readers {
    /// Those of files with patients' data.
    pub const fn of_patients(group_readable: bool) -> Self {
        if group_readable { Self::Group } else { Self::Owner }
    }

    /// The permissions of new files, as Unix has them.
    #[cfg(unix)]
    const fn file_mode(self) -> u32 {
        match self {
            Self::Everybody => 0o666,
            Self::Owner => 0o600,
            Self::Group => 0o640,
        }
    }

    /// The permissions of new folders.
    #[cfg(unix)]
    const fn folder_mode(self) -> u32 {
        match self {
            Self::Everybody => 0o777,
            Self::Owner => 0o700,
            Self::Group => 0o750,
        }
    }
}

/// Reads a file of at most `limit` bytes; one byte more is read when it is larger, so that the caller can tell.
pub fn read_limited(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes a folder, and those that it lies in, where they are missing.
pub fn make_folder(path: &Path, readers: Readers) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, readers.folder_mode());
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let missing: Vec<&Path> = path.ancestors().take_while(is_missing).collect();
    builder.create(path)?;
    #[cfg(unix)]
    for folder in missing.into_iter().filter(|_| readers != Readers::Everybody) {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(readers.folder_mode()))?;
    }
    #[cfg(not(unix))]
    let _ = (readers, missing);
    Ok(())
}

/// Opens a new file, or an old one for `create_new: false`, for these readers.
fn open(path: &Path, create_new: bool, readers: Readers) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).create_new(create_new);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, readers.file_mode());
    let file = options.open(path)?;
    // A file for certain readers has their mode whatever the umask takes away.
    #[cfg(unix)]
    if create_new && readers != Readers::Everybody {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(readers.file_mode()))?;
    }
    #[cfg(not(unix))]
    let _ = readers;
    Ok(file)
}

/// Refuses a link as the place of a file.
pub fn refuse_link(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(io::Error::other(
            "it is a link to another place, which is never written through; remove the link first",
        )),
        _ => Ok(()),
    }
}

/// Whether an open file is the one at `path`, and no other that has taken its name.
pub fn is_at(file: &File, path: &Path) -> bool {
    let Ok(found) = fs::symlink_metadata(path) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        file.metadata().is_ok_and(|own| own.dev() == found.dev() && own.ino() == found.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        found.is_file()
    }
}

/// A lock on a file, which other runs of the program see. It ends with the process, however that ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes a lock that no other run may have at the same time; `None` when another has it.
    pub fn exclusive(path: &Path) -> io::Result<Option<Self>> {
        Self::take(path, File::try_lock)
    }

    /// Takes a lock that others may share.
    pub fn shared(path: &Path) -> io::Result<Option<Self>> {
        Self::take(path, File::try_lock_shared)
    }

    fn take(path: &Path, lock: fn(&File) -> Result<(), TryLockError>) -> io::Result<Option<Self>> {
        for _ in 0..MOST_TRIES {
            refuse_link(path)?;
            let file = open(path, false, Readers::Owner)?;
            match lock(&file) {
                Err(TryLockError::WouldBlock) => return Ok(None),
                // A file system without locks: nobody can be kept out there.
                Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
                _ => {}
            }
            // Another run may have removed the file before it was locked.
            if is_at(&file, path) {
                return Ok(Some(Self { file, path: path.to_owned() }));
            }
        }
        Ok(None)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The last one takes the file away; nobody can hold it then.
        let _ = self.file.unlock();
        if self.file.try_lock().is_ok() && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A file that is being written beside its place.
#[derive(Debug)]
struct Temporary {
    file: File,
    path: PathBuf,
    kept: bool,
}

impl Temporary {
    /// A new file beside `place`, locked.
    fn beside(place: &Path, readers: Readers) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        for _ in 0..MOST_TRIES {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = place.with_file_name(format!(".{}-{count}{TEMPORARY}", std::process::id()));
            let file = match open(&path, true, readers) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            let free = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
            // A run that clears away may have taken it for one that was left.
            if free && is_at(&file, &path) {
                return Ok(Self { file, path, kept: false });
            }
        }
        Err(io::Error::other("no temporary file can be made beside it"))
    }

    /// Moves it to its place.
    fn keep(mut self, place: &Path) -> io::Result<()> {
        refuse_link(place)?;
        fs::rename(&self.path, place)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Writes a file whole, over an old one of its name. It is not forced onto the disk.
pub fn write_whole(place: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    refuse_link(place)?;
    let mut temporary = Temporary::beside(place, readers)?;
    temporary.file.write_all(bytes)?;
    temporary.keep(place)
}

/// Removes what runs that were ended have left half-written in a folder. What cannot be removed stays.
pub fn clear_left(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_own = name.starts_with('.') && name.ends_with(TEMPORARY);
        if is_own && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let is_free = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if is_free {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Files that are written beside their places and then moved there one after the other, so that a failure before that
/// leaves every old file as it was.
pub struct Batch {
    written: Vec<(Temporary, PathBuf)>,
    readers: Readers,
    cleared: Vec<PathBuf>,
}

impl Batch {
    /// No files yet.
    pub const fn new(readers: Readers) -> Self {
        Self { written: Vec::new(), readers, cleared: Vec::new() }
    }

    /// Writes `bytes` to a temporary file beside `path`, with the permissions of an old file there.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        if !self.cleared.iter().any(|cleared| cleared == folder) {
            clear_left(folder);
            self.cleared.push(folder.to_owned());
        }
        let write = || {
            refuse_link(path)?;
            let mut temporary = Temporary::beside(path, self.readers)?;
            if let (Readers::Everybody, Ok(old)) = (self.readers, fs::metadata(path)) {
                temporary.file.set_permissions(old.permissions())?;
            }
            temporary.file.write_all(bytes)?;
            temporary.file.sync_all()?;
            Ok(temporary)
        };
        let temporary = write().map_err(|error| Problem::output(&path.display().to_string(), &error))?;
        self.written.push((temporary, path.to_owned()));
        Ok(())
    }

    /// Moves every file to its place, in the order in which they were written.
    pub fn commit(self) -> Result<(), Problem> {
        for (temporary, path) in self.written {
            temporary.keep(&path).map_err(|error| Problem::output(&path.display().to_string(), &error))?;
        }
        Ok(())
    }
}

/// Writes files into a folder, which is made if need be: all of them or none.
pub fn write_all(folder: &Path, files: &[(PathBuf, &[u8])], readers: Readers) -> Result<(), Problem> {
    make_folder(folder, readers).map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(readers);
    for (path, bytes) in files {
        batch.write(path, bytes)?;
    }
    batch.commit()
}

/// Refuses to write over what is read: whether one of `outputs` is one of `inputs`.
pub fn refuse_inputs(inputs: &[&Path], outputs: &[PathBuf]) -> Result<(), Problem> {
    let inputs: Vec<PathBuf> = inputs.iter().filter_map(|input| fs::canonicalize(input).ok()).collect();
    let is_input = |output: &&PathBuf| fs::canonicalize(output).is_ok_and(|output| inputs.contains(&output));
    outputs.iter().find(is_input).map_or(Ok(()), |path| {
        let path = path.display();
        Err(Problem::Usage(format!("{path} is read and would be written over; write to another folder")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("handout-files-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("writable");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_left_is_cleared_and_what_is_being_written_is_not() {
        let folder = folder("left");
        fs::write(folder.join(".9-9.handout-tmp"), "half").expect("writable");
        fs::write(folder.join(".mine.tmp"), "somebody else's").expect("writable");
        let writing = Temporary::beside(&folder.join("a.pdf"), Readers::Owner).expect("writable");
        clear_left(&folder);
        assert!(is_at(&writing.file, &writing.path), "another run's");
        writing.keep(&folder.join("a.pdf")).expect("moved");
        drop(Temporary::beside(&folder.join("b.pdf"), Readers::Owner).expect("writable"));
        assert_eq!(names(&folder), [".mine.tmp", "a.pdf"]);
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_lock_keeps_others_out_and_leaves_nothing() {
        let folder = folder("lock");
        let path = folder.join(".lock");
        let lock = Lock::exclusive(&path).expect("a lock").expect("free");
        assert!(Lock::exclusive(&path).expect("a file").is_none() && Lock::shared(&path).expect("a file").is_none());
        drop(lock);
        let [one, two] = [(); 2].map(|()| Lock::shared(&path).expect("a lock").expect("free"));
        assert!(Lock::exclusive(&path).expect("a file").is_none());
        drop(one);
        assert!(path.exists());
        drop(two);
        assert!(names(&folder).is_empty());
        // What a killed run leaves has no lock.
        fs::write(&path, "").expect("writable");
        assert!(Lock::exclusive(&path).expect("a file").is_some());
        fs::remove_dir_all(folder).expect("removed");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_written_through_and_private_files_are_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder("links");
        fs::write(folder.join("target"), "kept").expect("writable");
        for (link, target) in [("a", "target"), ("b", "nowhere")] {
            let path = folder.join(link);
            std::os::unix::fs::symlink(target, &path).expect("a link");
            assert!(write_whole(&path, b"x", Readers::Owner).is_err() && Lock::exclusive(&path).is_err());
        }
        assert_eq!(fs::read(folder.join("target")).expect("there"), b"kept");
        assert_eq!(names(&folder), ["a", "b", "target"]);
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let inner = folder.join("new/inner");
        for (readers, file, of_folder) in [(Readers::Owner, 0o600, 0o700), (Readers::Group, 0o640, 0o750)] {
            make_folder(&inner, readers).expect("made");
            write_whole(&inner.join("sheet.pdf"), b"x", readers).expect("written");
            assert_eq!(
                (mode(&inner.join("sheet.pdf")), mode(&inner), mode(&folder.join("new"))),
                (file, of_folder, of_folder)
            );
            fs::remove_dir_all(folder.join("new")).expect("removed");
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn what_is_read_is_not_written_over() {
        let folder = folder("inputs");
        let rows = folder.join("rows.csv");
        fs::write(&rows, "x").expect("writable");
        let same = folder.join(".").join("rows.csv");
        assert!(refuse_inputs(&[&rows], &[folder.join("v1.pdf"), same]).is_err());
        assert!(refuse_inputs(&[&rows], &[folder.join("v1.pdf")]).is_ok());
        fs::remove_dir_all(folder).expect("removed");
    }
}
