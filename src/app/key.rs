//! The secret of the clinic's folder, by which hashes in manifests are keyed.
//!
//! A plain hash of a row or of a sheet could be tried against names: the program writes the same bytes for the same words.
//! With the key (HMAC-SHA256, RFC 2104), a manifest alone tells nothing of patients.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::files::{self, Readers};
use super::library;
use super::problem::Problem;

/// Where the secret lies, beside the clinic's `handouts`.
const FOLDER: &str = ".handout";
/// Its file in there.
const FILE: &str = "key";
/// How many bytes a new secret has.
const LENGTH: usize = 32;
/// The fewest bytes that a secret may have.
const SHORTEST: usize = 16;
/// The largest file that is read for one.
const MAX_BYTES: usize = 4096;
/// The block of SHA-256, in bytes.
const BLOCK: usize = 64;
/// What begins a keyed hash in a manifest.
const KEYED: &str = "hmac-sha256:";

/// A secret, or none: then manifests have no hashes of rows, and plain hashes of sheets.
#[derive(Clone, Default)]
pub struct Key(Option<[u8; BLOCK]>);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(•••)")
    }
}

impl Key {
    /// The secret with these bytes.
    fn new(secret: &[u8]) -> Self {
        let mut block = [0; BLOCK];
        match secret.len() {
            0..=BLOCK => block[..secret.len()].copy_from_slice(secret),
            _ => block[..32].copy_from_slice(&Sha256::digest(secret)),
        }
        Self(Some(block))
    }

    /// The secret with these bytes, for tests.
    #[cfg(test)]
    pub fn of_test(secret: &[u8]) -> Self {
        Self::new(secret)
    }

    /// The secret in a file, or that of the clinic's folder, which is made when there is none yet. Outside of a clinic's
    /// folder there is none.
    pub fn find_or_make(asked: Option<&Path>) -> Result<Self, Problem> {
        let own = Path::new(FOLDER).join(FILE);
        if asked.is_none() && !own.exists() {
            if !Path::new(library::FOLDER).is_dir() {
                return Ok(Self::default());
            }
            make(&own).map_err(|error| Problem::output(&own.display().to_string(), &error))?;
        }
        Self::find(asked)
    }

    /// The secret in a file, or that of the clinic's folder, if there is one.
    pub fn find(asked: Option<&Path>) -> Result<Self, Problem> {
        let own = Path::new(FOLDER).join(FILE);
        let path = asked.unwrap_or(&own);
        if asked.is_none() && !own.exists() {
            return Ok(Self::default());
        }
        let shown = path.display().to_string();
        let bytes = files::read_limited(path, MAX_BYTES).map_err(|error| Problem::input(&shown, &error))?;
        let secret = bytes.trim_ascii();
        if secret.len() < SHORTEST || bytes.len() > MAX_BYTES {
            return Err(Problem::Usage(format!(
                "{shown} holds no key: {SHORTEST} to {MAX_BYTES} random bytes are needed"
            )));
        }
        Ok(Self::new(secret))
    }

    /// A hash that tells whether something has changed; nothing without a key.
    pub fn of_input(&self, bytes: &[u8]) -> Option<String> {
        self.0.map(|key| format!("{KEYED}{}", hex(&hmac(&key, bytes))))
    }

    /// A hash by which a file is known again.
    pub fn of_output(&self, bytes: &[u8]) -> String {
        self.of_input(bytes).unwrap_or_else(|| hex(&Sha256::digest(bytes)))
    }

    /// Whether a file is the one with this hash, keyed or not; `None` when the key is needed and not there.
    pub fn knows(&self, hash: &str, bytes: &[u8]) -> Option<bool> {
        match hash.starts_with(KEYED) {
            true => self.of_input(bytes).map(|own| own == hash),
            false => Some(hex(&Sha256::digest(bytes)) == hash),
        }
    }
}

/// Makes a secret that only the user can read, and keeps it out of version control.
fn make(path: &Path) -> io::Result<()> {
    let folder = Path::new(FOLDER);
    files::make_folder(folder, Readers::Owner)?;
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        files::write_whole(&ignore, b"*\n", Readers::Owner)?;
    }
    let mut secret = [0; LENGTH];
    getrandom::fill(&mut secret).map_err(|error| io::Error::other(error.to_string()))?;
    // Of two runs that make one at the same time, the second takes the first one's.
    let new = folder.join(format!("{FILE}-{}", std::process::id()));
    files::write_whole(&new, format!("{}\n", hex(&secret)).as_bytes(), Readers::Owner)?;
    let linked = fs::hard_link(&new, path);
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => fs::rename(&new, path),
        _ => fs::remove_file(&new),
    }
}

/// The file of the secret, if everybody on this computer can read it.
#[cfg(unix)]
pub fn exposed(asked: Option<&Path>) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    let path = asked.map_or_else(|| Path::new(FOLDER).join(FILE), Path::to_owned);
    let is_open = fs::metadata(&path).is_ok_and(|found| found.permissions().mode() & 0o007 != 0);
    is_open.then_some(path)
}

/// The file of the secret, if everybody on this computer can read it; that is not known on this system.
#[cfg(not(unix))]
pub fn exposed(_: Option<&Path>) -> Option<PathBuf> {
    None
}

/// HMAC-SHA256 (RFC 2104) by a key that fills a block.
fn hmac(key: &[u8; BLOCK], bytes: &[u8]) -> [u8; 32] {
    let pad = |byte: u8| key.map(|own| own ^ byte);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(bytes).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test cases 1, 2 and 6 of RFC 4231.
    #[test]
    fn keyed_hashes_are_those_of_the_standard() {
        for (key, text, hash) in [
            (&[0x0b; 20][..], "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe",
                "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 131],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ] {
            let key = Key::new(key);
            assert_eq!(key.of_input(text.as_bytes()), Some(format!("{KEYED}{hash}")));
            assert_eq!(key.knows(&format!("{KEYED}{hash}"), text.as_bytes()), Some(true));
            assert_eq!(key.knows(&format!("{KEYED}{hash}"), b"x"), Some(false));
        }
        let none = Key::default();
        assert_eq!(none.of_input(b"x"), None);
        assert_eq!(none.knows(&none.of_output(b"x"), b"x"), Some(true));
        assert_eq!(none.knows("hmac-sha256:00", b"x"), None);
        assert_eq!(format!("{:?}", Key::new(b"0123456789abcdef")), "Key(•••)");
    }
}
