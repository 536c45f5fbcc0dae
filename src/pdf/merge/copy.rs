//! One sheet's objects taken over into the merged file: numbered anew, and shared with earlier sheets where they are the
//! same to the byte.

use std::collections::HashMap;
use std::io;

use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::error::{MergeError, damaged, unwritten};
use super::sheet::Sheet;
use crate::pdf::file::{self, File};

/// How deep objects nest at most; ours stay far below.
const DEEPEST: usize = 64;

/// The objects that are in the file already, by a hash of their bytes. What an object refers to is shared before it is,
/// so objects have the same bytes exactly when all that lies under them is the same.
pub(super) type SharedObjects = HashMap<[u8; 32], ObjectId>;

/// Takes over the objects of one sheet.
pub(super) struct Copier<'m> {
    file: &'m mut File,
    shared: &'m mut SharedObjects,
    sheet: &'m Sheet,
    /// The new number of each object that has one.
    ids: HashMap<ObjectId, ObjectId>,
    depth: usize,
}

impl<'m> Copier<'m> {
    /// Numbers the sheet's pages, annotations and elements: those stay its own.
    pub(super) fn new(file: &'m mut File, shared: &'m mut SharedObjects, sheet: &'m Sheet) -> Self {
        let elements = sheet.elements.iter().map(|(id, _)| id);
        let own = sheet.pages.iter().chain(&sheet.annotations).chain(elements);
        let ids = own.map(|&id| (id, file.reserve())).collect();
        Self { file, shared, sheet, ids, depth: 0 }
    }

    /// The new number of a page, an annotation or an element.
    pub(super) fn id(&self, old: ObjectId) -> Result<ObjectId, MergeError> {
        self.ids.get(&old).copied().ok_or_else(|| damaged(format!("object {} is out of place", old.0)))
    }

    /// A dictionary of the sheet's, with new numbers and without some of its entries.
    pub(super) fn dictionary(&mut self, id: ObjectId, without: &[&str]) -> Result<Dictionary, MergeError> {
        let old = self.sheet.dictionary(id)?;
        let kept = old.iter().filter(|(key, _)| !without.iter().any(|other| other.as_bytes() == key.as_slice()));
        kept.map(|(key, value)| Ok((key.clone(), self.object(value)?))).collect()
    }

    /// Writes a dictionary in the place of the sheet's own.
    pub(super) fn put(&mut self, old: ObjectId, entries: Dictionary) -> Result<(), MergeError> {
        let id = self.id(old)?;
        self.file.put(id, &entries.into()).map_err(unwritten)
    }

    /// An object with new numbers for those it refers to.
    pub(super) fn object(&mut self, object: &Object) -> Result<Object, MergeError> {
        if self.depth > DEEPEST {
            return Err(damaged("objects refer to one another without end"));
        }
        self.depth += 1;
        let copy = match object {
            Object::Reference(id) => Object::Reference(self.share(*id)?),
            Object::Array(entries) => {
                Object::Array(entries.iter().map(|entry| self.object(entry)).collect::<Result<_, _>>()?)
            }
            Object::Dictionary(entries) => Object::Dictionary(self.entries(entries)?),
            Object::Stream(stream) => Object::Stream(Stream { dict: self.entries(&stream.dict)?, ..stream.clone() }),
            plain => plain.clone(),
        };
        self.depth -= 1;
        Ok(copy)
    }

    fn entries(&mut self, entries: &Dictionary) -> Result<Dictionary, MergeError> {
        entries.iter().map(|(key, value)| Ok((key.clone(), self.object(value)?))).collect()
    }

    /// The new number of any object: its own one, or that of the same object of an earlier sheet.
    fn share(&mut self, old: ObjectId) -> Result<ObjectId, MergeError> {
        if let Some(&id) = self.ids.get(&old) {
            return Ok(id);
        }
        let sheet = self.sheet;
        let copy = self.object(sheet.object(old)?)?;
        let id = self.shared_object(&copy).map_err(unwritten)?;
        self.ids.insert(old, id);
        Ok(id)
    }

    fn shared_object(&mut self, object: &Object) -> io::Result<ObjectId> {
        let mut written = Vec::new();
        file::write(object, &mut written)?;
        let hash: [u8; 32] = Sha256::digest(&written).into();
        if let Some(&id) = self.shared.get(&hash) {
            return Ok(id);
        }
        let id = self.file.reserve();
        self.file.put_written(id, matches!(object, Object::Stream(_)), &written)?;
        self.shared.insert(hash, id);
        Ok(id)
    }
}
