//! Cache of what several documents have in common: embedded faces and deflated streams, keyed by a hash of their content. A
//! document's bytes are the same with it and without.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::fonts::EmbeddedFont;

/// Bytes of faces, and of streams, at most: what documents share is small, what they do not share is not worth keeping.
const MOST: usize = 24 << 20;

/// Cache that several publications are written with ([`super::write_with`]). Thread-safe.
#[derive(Default)]
pub struct Cache {
    faces: Weighed<EmbeddedFont>,
    deflated: Weighed<Vec<u8>>,
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cache")
    }
}

impl Cache {
    /// The face of a key; `subset` makes it where the cache has none.
    pub(super) fn face<E>(
        &self,
        key: u128,
        subset: impl FnOnce() -> Result<EmbeddedFont, E>,
    ) -> Result<Arc<EmbeddedFont>, E> {
        self.faces.find(key, subset, EmbeddedFont::weight)
    }

    /// The deflated bytes of a key; `deflate` makes them where the cache has none.
    pub(super) fn deflated<E>(
        &self,
        key: u128,
        deflate: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<Vec<u8>>, E> {
        self.deflated.find(key, deflate, Vec::len)
    }
}

/// Thread-safe map from hashes to values, emptied when its total weight exceeds [`MOST`].
struct Weighed<T>(Mutex<(HashMap<u128, Arc<T>>, usize)>);

impl<T> Default for Weighed<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Weighed<T> {
    /// The value of a key, made by `make` and kept if there is none. Two threads may make the same value at once.
    fn find<E>(
        &self,
        key: u128,
        make: impl FnOnce() -> Result<T, E>,
        weight: impl Fn(&T) -> usize,
    ) -> Result<Arc<T>, E> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().0.get(&key) {
            return Ok(Arc::clone(known));
        }
        let value = Arc::new(make()?);
        let own = weight(&value);
        let mut guard = lock();
        let (values, total) = &mut *guard;
        *total += own;
        if *total > MOST {
            values.clear();
            *total = own;
        }
        values.insert(key, Arc::clone(&value));
        Ok(value)
    }
}
