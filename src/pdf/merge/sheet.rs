//! A finished file of this program, read for merging: its pages, its structure tree, and the ways between them.
//!
//! Whatever is missing or not as this program writes it is an error.

use std::collections::BTreeSet;
use std::io::{self, Read as _};

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::error::{MergeError, damaged};

/// More than any stream of ours unpacks to.
const MOST_BYTES: usize = 1 << 28;
/// More keys than any parent tree of ours has.
const MOST_KEYS: i64 = 1 << 20;

/// A file that was read.
pub(super) struct Sheet {
    document: Document,
    /// Its pages in order.
    pub(super) pages: Vec<ObjectId>,
    /// The annotations on all pages.
    pub(super) annotations: Vec<ObjectId>,
    /// All structure elements, each with its parent, in reading order; the document element, which has none, is first.
    pub(super) elements: Vec<(ObjectId, Option<ObjectId>)>,
    /// The parent tree's entries by key.
    pub(super) parents: Vec<(i64, Object)>,
    /// The language.
    pub(super) language: Vec<u8>,
}

impl Sheet {
    /// Reads a file.
    pub(super) fn read(pdf: &[u8]) -> Result<Self, MergeError> {
        let options =
            LoadOptions { filter: Some(whole), max_decompressed_size: Some(MOST_BYTES), ..LoadOptions::default() };
        // What lopdf tells stays here: it may quote what it read.
        let document = Document::load_mem_with_options(pdf, options).map_err(|_| damaged("it cannot be read"))?;
        // A stream whose end is damaged is read as the dictionary before it.
        let lost = |object: &Object| matches!(object, Object::Dictionary(entries) if entries.has(b"Length"));
        if document.objects.values().any(lost) {
            return Err(damaged("a stream has no end"));
        }
        let (pages, annotations) = pages(&document)?;
        let root = document.catalog().map_err(|_| damaged("no catalog"))?;
        let language = root.get(b"Lang").and_then(Object::as_str).map_err(|_| damaged("no language"))?.to_vec();
        let tree = dictionary(&document, root, b"StructTreeRoot")?;
        let elements = elements(&document, tree)?;
        let parents = parents(dictionary(&document, tree, b"ParentTree")?)?;
        Ok(Self { pages, annotations, elements, parents, language, document })
    }

    /// An object.
    pub(super) fn object(&self, id: ObjectId) -> Result<&Object, MergeError> {
        self.document.objects.get(&id).ok_or_else(|| damaged(format!("object {} is missing", id.0)))
    }

    /// An object that is a dictionary.
    pub(super) fn dictionary(&self, id: ObjectId) -> Result<&Dictionary, MergeError> {
        self.object(id)?.as_dict().map_err(|_| damaged(format!("object {} is not a dictionary", id.0)))
    }

    /// The first key that is free in its parent tree.
    pub(super) fn next_key(&self) -> i64 {
        self.parents.last().map_or(0, |(key, _)| key + 1)
    }
}

/// Keeps an object unless it is a stream that does not unpack to what its checksum says, or one that only the metadata
/// may be: not deflated.
fn whole(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = &object else { return Some((id, object.clone())) };
    if stream.dict.get(b"Filter").and_then(Object::as_name).ok() == Some(b"FlateDecode") {
        let unpacked = ZlibDecoder::new(stream.content.as_slice()).take(MOST_BYTES as u64);
        io::copy(&mut { unpacked }, &mut io::sink()).ok()?;
    } else if !stream.dict.has_type(b"Metadata") {
        return None;
    }
    // What is given here matters only for objects out of object streams, and streams are not among those.
    Some((id, Object::Null))
}

/// The dictionary that an entry refers to.
fn dictionary<'d>(document: &'d Document, from: &Dictionary, key: &[u8]) -> Result<&'d Dictionary, MergeError> {
    let id = from.get(key).and_then(Object::as_reference);
    id.and_then(|id| document.get_dictionary(id)).map_err(|_| damaged(format!("no {}", String::from_utf8_lossy(key))))
}

/// Pages and their annotations; each page has all that it needs by itself.
fn pages(document: &Document) -> Result<(Vec<ObjectId>, Vec<ObjectId>), MergeError> {
    let catalog = document.catalog().map_err(|_| damaged("no catalog"))?;
    let root = dictionary(document, catalog, b"Pages")?;
    let kids = references(root.get(b"Kids").and_then(Object::as_array).map_err(|_| damaged("no pages"))?)?;
    let mut annotations = Vec::new();
    for &id in &kids {
        let page = document.get_dictionary(id).map_err(|_| damaged("a page is missing"))?;
        if !page.has_type(b"Page") {
            return Err(damaged("a page is of another kind"));
        }
        if let Some(key) = ["Contents", "Resources", "MediaBox"].iter().find(|key| !page.has(key.as_bytes())) {
            return Err(damaged(format!("a page has no {key}")));
        }
        if let Ok(list) = page.get(b"Annots") {
            annotations.extend(references(list.as_array().map_err(|_| damaged("annotations are not a list"))?)?);
        }
    }
    if kids.is_empty() || kids.iter().collect::<BTreeSet<_>>().len() < kids.len() {
        return Err(damaged("no page, or one page twice"));
    }
    Ok((kids, annotations))
}

/// A list of nothing but references.
fn references(list: &[Object]) -> Result<Vec<ObjectId>, MergeError> {
    list.iter().map(|entry| entry.as_reference().map_err(|_| damaged("a list holds no reference"))).collect()
}

/// Walks down the structure tree.
fn elements(document: &Document, tree: &Dictionary) -> Result<Vec<(ObjectId, Option<ObjectId>)>, MergeError> {
    let mut waiting: Vec<(ObjectId, Option<ObjectId>)> = children(tree).into_iter().map(|id| (id, None)).collect();
    if waiting.len() != 1 {
        return Err(damaged("no document element"));
    }
    let (mut elements, mut seen) = (Vec::new(), BTreeSet::new());
    while let Some((id, parent)) = waiting.pop() {
        let element = document.get_dictionary(id).map_err(|_| damaged("an element is missing"))?;
        let role = element.get(b"S").and_then(Object::as_name).map_err(|_| damaged("an element has no role"))?;
        if !seen.insert(id) || (role == b"Document") != parent.is_none() {
            return Err(damaged("the structure is no tree under a document"));
        }
        elements.push((id, parent));
        waiting.extend(children(element).into_iter().rev().map(|child| (child, Some(id))));
    }
    Ok(elements)
}

/// The elements right under an element, or under the tree's root.
fn children(element: &Dictionary) -> Vec<ObjectId> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().filter_map(|kid| kid.as_reference().ok()).collect(),
        Ok(Object::Reference(id)) => vec![*id],
        _ => Vec::new(),
    }
}

/// The parent tree's entries, by ascending keys.
fn parents(tree: &Dictionary) -> Result<Vec<(i64, Object)>, MergeError> {
    let numbers = tree.get(b"Nums").and_then(Object::as_array).map_err(|_| damaged("no parent tree"))?;
    let mut parents: Vec<(i64, Object)> = Vec::with_capacity(numbers.len() / 2);
    for pair in numbers.chunks(2) {
        let [Object::Integer(key), value] = pair else { return Err(damaged("the parent tree has no keys")) };
        if !(0..MOST_KEYS).contains(key) || parents.last().is_some_and(|(last, _)| last >= key) {
            return Err(damaged("the parent tree's keys are out of order"));
        }
        parents.push((*key, value.clone()));
    }
    Ok(parents)
}
