//! What the writing of one document keeps for the next: faces that were cut down and streams that were deflated, by their
//! content. The bytes of a document are the same with it and without.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use super::fonts::EmbeddedFont;

/// How many bytes of faces, and of streams, are kept: what a batch shares is small, what it does not is not worth it.
const MOST: usize = 24 << 20;

/// What is kept from one document to the next.
#[derive(Default)]
pub struct Kept {
    faces: Store<u128, EmbeddedFont, MOST>,
    deflated: Store<u128, Vec<u8>, MOST>,
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
        self.faces.find(key, cut, EmbeddedFont::weight)
    }

    /// Bytes that were deflated before, or else now.
    pub(super) fn deflated<E>(
        &self,
        key: u128,
        deflate: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<Vec<u8>>, E> {
        self.deflated.find(key, deflate, Vec::len)
    }
}

/// Things by what they are made from, for several threads. Once they weigh more than `MOST`, all are let go.
pub struct Store<K, T, const MOST: usize> {
    things: Mutex<(HashMap<K, Arc<T>>, usize)>,
}

impl<K, T, const MOST: usize> Default for Store<K, T, MOST> {
    fn default() -> Self {
        Self { things: Mutex::default() }
    }
}

impl<K: Eq + Hash, T, const MOST: usize> Store<K, T, MOST> {
    /// What is kept under `key`, or what `make` makes, which is kept then. Others may make the same thing meanwhile.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn find<E>(
        &self,
        key: K,
        make: impl FnOnce() -> Result<T, E>,
        weight: impl Fn(&T) -> usize,
    ) -> Result<Arc<T>, E> {
        let lock = || self.things.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().0.get(&key) {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(make()?);
        let own = weight(&made);
        let mut kept = lock();
        let (things, all) = &mut *kept;
        *all += own;
        if *all > MOST {
            things.clear();
            *all = own;
        }
        things.insert(key, Arc::clone(&made));
        Ok(made)
    }
}
