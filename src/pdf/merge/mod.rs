//! Many finished files of this program as one for the printer, which claims PDF/UA-1 and PDF/A-2a as they do.
//!
//! Sheets are written as they come. Each keeps its pages, its links and its structure, as one `Part` of the merged
//! document; fonts, pictures and pages' content that are the same to the byte are written once. Titles, headings and
//! document information of the sheets are left behind: nothing but the pages can tell a patient's name. The same sheets
//! always give the same bytes.

mod copy;
mod error;
mod sheet;

use std::io;

use lopdf::{Dictionary, Document, Object, ObjectId};

use self::copy::{Copier, SharedObjects};
pub use self::error::MergeError;
use self::error::{damaged, unwritten};
use self::sheet::Sheet;
use super::cache::Cache;
use super::file::File;
use super::save::compress;
use super::values::{dictionary, name, text};
use super::{PdfError, metadata};
use crate::layout::display::{Duplex, Metadata, Publication, StructTree};

/// A merged file on its way.
pub struct Merged {
    metadata: Metadata,
    duplex: Duplex,
    word: String,
    file: File,
    shared: SharedObjects,
    roots: Roots,
    /// The first free key of the parent tree.
    next_key: i64,
    sheets: Vec<Placed>,
}

/// Objects that others refer to before they are written.
#[derive(Clone, Copy)]
struct Roots {
    pages: ObjectId,
    tree: ObjectId,
    document: ObjectId,
}

/// A sheet that has been written.
struct Placed {
    /// Its pages, the empty ones too.
    pages: ObjectId,
    count: usize,
    /// Its part of the structure.
    part: ObjectId,
    /// Its part of the parent tree.
    parents: ObjectId,
    /// Its first page, and where that begins.
    start: (ObjectId, Object),
}

impl Merged {
    /// An empty file that says of itself what `metadata` holds. `word` is what a sheet is called in the outline, where
    /// its number follows.
    #[must_use]
    pub fn new(metadata: Metadata, duplex: Duplex, word: &str) -> Self {
        let mut file = File::new();
        let roots = Roots { pages: file.reserve(), tree: file.reserve(), document: file.reserve() };
        let (word, shared) = (word.to_owned(), SharedObjects::new());
        Self { metadata, duplex, word, file, shared, roots, next_key: 0, sheets: Vec::new() }
    }

    /// How many pages the sheets so far have, the empty ones too.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.count).sum()
    }

    /// Adds a sheet and so many empty pages after it; gives how many pages the sheet has by itself.
    ///
    /// # Errors
    /// When the bytes are not a whole file of this program. No page of it is in the merged file then.
    pub fn add(&mut self, pdf: &[u8], blank_after: usize) -> Result<usize, MergeError> {
        let sheet = Sheet::read(pdf)?;
        let (first_key, number) = (self.next_key, self.sheets.len() + 1);
        let label = format!("{} {number}", self.word);
        let group = self.file.reserve();
        let mut copier = Copier::new(&mut self.file, &mut self.shared, &sheet);
        for &id in &sheet.pages {
            let mut page = copier.dictionary(id, &["Parent"])?;
            page.set("Parent", group);
            page.set("Tabs", name("S"));
            shift(&mut page, b"StructParents", first_key);
            copier.put(id, page)?;
        }
        for &id in &sheet.annotations {
            let mut annotation = copier.dictionary(id, &[])?;
            shift(&mut annotation, b"StructParent", first_key);
            copier.put(id, annotation)?;
        }
        let part = structure(&mut copier, &sheet, self.roots.document, &label, &self.metadata.language)?;
        let numbers = parents(&mut copier, &sheet, first_key)?;
        let mut pages: Vec<Object> = Vec::with_capacity(sheet.pages.len() + blank_after);
        for &id in &sheet.pages {
            pages.push(copier.id(id)?.into());
        }
        let start = start(&sheet, &pages)?;
        let parents = self.file.add(&numbers.into()).map_err(unwritten)?;
        self.add_blank(&sheet, group, &mut pages, blank_after)?;
        let count = pages.len();
        self.put_pages(group, pages)?;
        self.next_key += sheet.next_key();
        self.sheets.push(Placed { pages: group, count, part, parents, start });
        Ok(sheet.pages.len())
    }

    /// Adds empty pages of the size of the sheet's last one.
    fn add_blank(
        &mut self,
        sheet: &Sheet,
        group: ObjectId,
        pages: &mut Vec<Object>,
        how_many: usize,
    ) -> Result<(), MergeError> {
        let Some(&last) = sheet.pages.last() else { return Ok(()) };
        let last = sheet.dictionary(last)?;
        for _ in 0..how_many {
            let mut page = dictionary([
                ("Type", name("Page")),
                ("Parent", group.into()),
                ("Resources", Dictionary::new().into()),
                ("Tabs", name("S")),
            ]);
            for key in ["MediaBox", "CropBox", "BleedBox", "TrimBox"] {
                match last.get(key.as_bytes()) {
                    Ok(Object::Array(sides)) if sides.iter().all(is_number) => page.set(key, sides.clone()),
                    _ => return Err(damaged(format!("a page has no {key}"))),
                }
            }
            pages.push(self.file.add(&page.into()).map_err(unwritten)?.into());
        }
        Ok(())
    }

    /// Writes a sheet's node in the tree of pages.
    fn put_pages(&mut self, group: ObjectId, pages: Vec<Object>) -> Result<(), MergeError> {
        let count = pages.len() as i64;
        let parent = self.roots.pages.into();
        let entries = [("Type", name("Pages")), ("Parent", parent), ("Count", count.into()), ("Kids", pages.into())];
        self.file.put(group, &dictionary(entries).into()).map_err(unwritten)
    }

    /// The merged file.
    ///
    /// # Errors
    /// When there is no sheet, or more than one file can hold.
    pub fn finish(mut self) -> Result<Vec<u8>, MergeError> {
        if self.sheets.is_empty() {
            return Err(MergeError::Empty);
        }
        self.put_roots().map_err(unwritten)?;
        let outlines = self.put_outline().map_err(unwritten)?;
        let (root, information) = self.put_catalog(outlines).map_err(MergeError::Write)?;
        self.file.finish(root, information).map_err(unwritten)?.ok_or(MergeError::TooLarge)
    }

    /// Writes what all sheets hang on: the tree of pages, the structure and its parent tree.
    fn put_roots(&mut self) -> io::Result<()> {
        let all = |which: fn(&Placed) -> ObjectId| -> Object {
            self.sheets.iter().map(|sheet| which(sheet).into()).collect::<Vec<Object>>().into()
        };
        let (pages, parts, parents) = (all(|sheet| sheet.pages), all(|sheet| sheet.part), all(|sheet| sheet.parents));
        let Roots { pages: pages_root, tree, document } = self.roots;
        let count = self.pages() as i64;
        let entries = [("Type", name("Pages")), ("Count", count.into()), ("Kids", pages)];
        self.file.put(pages_root, &dictionary(entries).into())?;
        let entries = [("Type", name("StructElem")), ("S", name("Document")), ("P", tree.into()), ("K", parts)];
        self.file.put(document, &dictionary(entries).into())?;
        let parents = self.file.add(&dictionary([("Kids", parents)]).into())?;
        let entries = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", vec![document.into()].into()),
            ("ParentTree", parents.into()),
            ("ParentTreeNextKey", self.next_key.into()),
        ]);
        self.file.put(tree, &entries.into())
    }

    /// Writes the outline: a line a sheet, with its number and nothing of what it says.
    fn put_outline(&mut self) -> io::Result<ObjectId> {
        let root = self.file.reserve();
        let ids: Vec<ObjectId> = self.sheets.iter().map(|_| self.file.reserve()).collect();
        for (at, sheet) in self.sheets.iter().enumerate() {
            let (page, top) = sheet.start.clone();
            let mut item = dictionary([
                ("Title", text(&format!("{} {}", self.word, at + 1))),
                ("Parent", root.into()),
                ("Dest", vec![page.into(), name("XYZ"), Object::Null, top, Object::Null].into()),
            ]);
            if let Some(previous) = at.checked_sub(1).and_then(|before| ids.get(before)) {
                item.set("Prev", *previous);
            }
            if let Some(next) = ids.get(at + 1) {
                item.set("Next", *next);
            }
            self.file.put(ids[at], &item.into())?;
        }
        let mut outlines = dictionary([("Type", name("Outlines")), ("Count", (ids.len() as i64).into())]);
        if let (Some(&first), Some(&last)) = (ids.first(), ids.last()) {
            outlines.set("First", first);
            outlines.set("Last", last);
        }
        self.file.put(root, &outlines.into())?;
        Ok(root)
    }

    /// Writes what the file says of itself, as every file of this program does; gives catalog and document information.
    fn put_catalog(&mut self, outlines: ObjectId) -> Result<(ObjectId, ObjectId), PdfError> {
        let (root, information) = (self.file.reserve(), self.file.reserve());
        let mut document = Document::new();
        document.max_id = self.file.last();
        let catalog =
            [("Type", name("Catalog")), ("Pages", self.roots.pages.into()), ("PageLayout", name("OneColumn"))];
        document.set_object(root, dictionary(catalog));
        document.trailer.set("Root", root);
        document.trailer.set("Info", information);
        let nothing = Publication {
            pages: Vec::new(),
            tree: StructTree::new(),
            outline: Vec::new(),
            faces: Vec::new(),
            alphabet: Vec::new(),
            metadata: self.metadata.clone(),
            duplex: self.duplex,
        };
        metadata::write(&mut document, &nothing, self.roots.tree, Some(outlines))?;
        while self.file.last() < document.max_id {
            self.file.reserve();
        }
        for (&id, object) in &mut document.objects {
            if let Object::Stream(stream) = object {
                compress(stream, &Cache::default()).map_err(PdfError::Save)?;
            }
            self.file.put(id, object).map_err(PdfError::Save)?;
        }
        Ok((root, information))
    }
}

/// Writes a sheet's structure elements; its document element becomes a part of the merged one. Gives that part.
fn structure(
    copier: &mut Copier<'_>,
    sheet: &Sheet,
    document: ObjectId,
    label: &str,
    language: &str,
) -> Result<ObjectId, MergeError> {
    let mut part = None;
    for &(id, parent) in &sheet.elements {
        let mut element = copier.dictionary(id, &["P"])?;
        match parent {
            Some(parent) => element.set("P", copier.id(parent)?),
            None => {
                part = Some(copier.id(id)?);
                element.set("P", document);
                element.set("S", name("Part"));
                element.set("T", text(label));
                if sheet.language != language.as_bytes() && !element.has(b"Lang") {
                    element.set("Lang", Object::string_literal(sheet.language.clone()));
                }
            }
        }
        copier.put(id, element)?;
    }
    part.ok_or_else(|| damaged("no document element"))
}

/// A sheet's leaf of the parent tree, its keys moved up by `first`.
fn parents(copier: &mut Copier<'_>, sheet: &Sheet, first: i64) -> Result<Dictionary, MergeError> {
    let mut numbers = Vec::with_capacity(sheet.parents.len() * 2);
    for (key, value) in &sheet.parents {
        numbers.push((first + key).into());
        numbers.push(copier.object(value)?);
    }
    let key = |entry: Option<&(i64, Object)>| entry.map_or(first, |(key, _)| first + key).into();
    let limits: Vec<Object> = vec![key(sheet.parents.first()), key(sheet.parents.last())];
    Ok(dictionary([("Limits", limits.into()), ("Nums", numbers.into())]))
}

/// Where a sheet begins: its first page by its new number, and that page's upper edge.
fn start(sheet: &Sheet, pages: &[Object]) -> Result<(ObjectId, Object), MergeError> {
    let [first, ..] = sheet.pages.as_slice() else { return Err(damaged("no page")) };
    let sides = sheet.dictionary(*first)?.get(b"MediaBox").and_then(Object::as_array);
    let top = sides.ok().and_then(|sides| sides.get(3)).filter(|top| is_number(top));
    let page = pages.first().and_then(|page| page.as_reference().ok());
    page.zip(top.cloned()).ok_or_else(|| damaged("a page has no size"))
}

fn is_number(object: &Object) -> bool {
    matches!(object, Object::Integer(_) | Object::Real(_))
}

/// Moves a key into the parent tree up by `first`.
fn shift(entries: &mut Dictionary, key: &[u8], first: i64) {
    if let Ok(old) = entries.get(key).and_then(Object::as_i64) {
        entries.set(key, old.saturating_add(first));
    }
}
