//! What the writing of one document keeps for the next: faces that were cut down and streams that were deflated, by their
//! content. The bytes of a document are the same with it and without.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::fonts::EmbeddedFont;

/// How much is kept before all of it is let go, in bytes: what a batch shares is small, what it does not is not worth it.
const MOST: usize = 24 << 20;

/// What is kept from one document to the next.
#[derive(Default)]
pub struct Kept {
    faces: Mutex<Store<EmbeddedFont>>,
    deflated: Mutex<Store<Vec<u8>>>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept")
    }
}

impl Kept {
    /// A face that was cut down to the same glyphs with the same meanings before, or else one that `cut` makes now.
    pub(super) fn face<E>(
        &self,
        key: u128,
        cut: impl FnOnce() -> Result<EmbeddedFont, E>,
    ) -> Result<Arc<EmbeddedFont>, E> {
        find(&self.faces, key, cut, EmbeddedFont::weight)
    }

    /// Bytes that were deflated before, or else now.
    pub(super) fn deflated<E>(
        &self,
        key: u128,
        deflate: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<Vec<u8>>, E> {
        find(&self.deflated, key, deflate, Vec::len)
    }
}

/// Things by a hash of what they are made from.
struct Store<T> {
    things: HashMap<u128, Arc<T>>,
    bytes: usize,
}

impl<T> Default for Store<T> {
    fn default() -> Self {
        Self { things: HashMap::new(), bytes: 0 }
    }
}

/// What is kept under `key`, or what `make` makes, which is kept then. Others may make the same thing meanwhile.
fn find<T, E>(
    store: &Mutex<Store<T>>,
    key: u128,
    make: impl FnOnce() -> Result<T, E>,
    weight: impl Fn(&T) -> usize,
) -> Result<Arc<T>, E> {
    let lock = || store.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = lock().things.get(&key) {
        return Ok(Arc::clone(known));
    }
    let made = Arc::new(make()?);
    let mut store = lock();
    store.bytes += weight(&made);
    if store.bytes > MOST {
        store.things.clear();
        store.bytes = weight(&made);
    }
    store.things.insert(key, Arc::clone(&made));
    Ok(made)
}
