//! Why something that was asked for was not done.

use crate::diag::Finding;

/// Why something that was asked for was not done.
#[derive(Debug)]
pub enum Problem {
    /// The content has errors. The text says what was not written.
    Content(Vec<Finding>, String),
    /// It asks for something that does not exist or does not go together.
    Usage(String),
    /// A file could not be read or written.
    File(String),
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
}

/// The value, if there is one; its errors are added to `findings`.
pub fn keep<T>(result: Result<T, Vec<Finding>>, findings: &mut Vec<Finding>) -> Option<T> {
    result.map_err(|mut errors| findings.append(&mut errors)).ok()
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
