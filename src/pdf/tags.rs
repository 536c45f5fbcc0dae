//! The structure tree (ISO 32000-1, 14.7 and 14.8): what each marked-content sequence is, in reading order.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::MarkedSequence;
use super::links::Annotation;
use super::roles::{ancestors, role_name};
use super::values::{bytes, dictionary, name, text, union, upright};
use crate::geom::Rect;
use crate::layout::display::{Element, ElementId, ListNumbering, Publication, Role, Scope, StructTree, Tag};

/// Writes the structure tree and its parent tree; gives the tree's root.
pub(super) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    publication: &Publication,
    marks: &[Vec<MarkedSequence>],
    annotations: &[Annotation],
) -> ObjectId {
    let mut writer = TreeWriter::new(document, pages, publication, marks, annotations);
    let root = writer.document.new_object_id();
    for at in 0..publication.tree.elements.len() {
        if writer.ids[at].is_some() {
            writer.element(ElementId(at), root);
        }
    }
    let (parent_tree, next_key) = writer.parent_tree(marks);
    let kids: Vec<Object> = writer.ids[0].map(Object::Reference).into_iter().collect();
    let entries = dictionary([
        ("Type", name("StructTreeRoot")),
        ("K", Object::Array(kids)),
        ("ParentTree", parent_tree.into()),
        ("ParentTreeNextKey", next_key.into()),
    ]);
    document.set_object(root, entries);
    root
}

/// What is needed to write any element.
struct TreeWriter<'a> {
    document: &'a mut Document,
    pages: &'a [ObjectId],
    publication: &'a Publication,
    annotations: &'a [Annotation],
    /// Page and identifier of each element's marked-content sequences, in reading order.
    content: Vec<Vec<(usize, usize)>>,
    /// The object of each element that is written.
    ids: Vec<Option<ObjectId>>,
}

impl<'a> TreeWriter<'a> {
    fn new(
        document: &'a mut Document,
        pages: &'a [ObjectId],
        publication: &'a Publication,
        marks: &[Vec<MarkedSequence>],
        annotations: &'a [Annotation],
    ) -> Self {
        let tree = &publication.tree;
        let content = content_of_elements(tree, marks);
        let full: Vec<bool> = content.iter().map(|content| !content.is_empty()).collect();
        let kept = with_ancestors(tree, full);
        let ids = kept.into_iter().map(|kept| kept.then(|| document.new_object_id())).collect();
        Self { document, pages, publication, annotations, content, ids }
    }

    /// Writes one element (ISO 32000-1, table 323).
    fn element(&mut self, id: ElementId, root: ObjectId) {
        let tree = &self.publication.tree;
        let Some(object) = self.ids[id.0] else { return };
        let element = &tree[id];
        let parent = element.parent.and_then(|parent| self.ids[parent.0]).unwrap_or(root);
        let mut entries =
            dictionary([("Type", name("StructElem")), ("S", name(role_name(element.role))), ("P", parent.into())]);
        let home = self.content[id.0].first().map(|&(page, _)| page);
        if let Some(page) = home {
            entries.set("Pg", self.pages[page]);
        }
        let mut kids = self.kids(id, home);
        match kids.len() {
            0 => {}
            1 => entries.set("K", kids.remove(0)),
            _ => entries.set("K", kids),
        }
        self.describe(&mut entries, element);
        if let Some(attributes) = self.attributes(id) {
            entries.set("A", attributes);
        }
        self.document.set_object(object, entries);
    }

    /// An element's content, children and link annotations.
    fn kids(&self, id: ElementId, home: Option<usize>) -> Vec<Object> {
        let mut kids = Vec::new();
        for &(page, number) in &self.content[id.0] {
            let number = Object::Integer(number as i64);
            kids.push(if Some(page) == home {
                number
            } else {
                let page = self.pages[page].into();
                dictionary([("Type", name("MCR")), ("Pg", page), ("MCID", number)]).into()
            });
        }
        kids.extend(self.publication.tree[id].children.iter().filter_map(|child| self.ids[child.0].map(Object::from)));
        for annotation in self.annotations.iter().filter(|annotation| annotation.element == id) {
            let page = self.pages[annotation.page].into();
            let entries = [("Type", name("OBJR")), ("Pg", page), ("Obj", annotation.object.into())];
            kids.push(dictionary(entries).into());
        }
        kids
    }

    /// Alternative text, replacement text and language.
    fn describe(&self, entries: &mut Dictionary, element: &Element) {
        if let Some(alt) = &element.alt {
            entries.set("Alt", text(alt));
        }
        if let Some(actual_text) = &element.actual_text {
            entries.set("ActualText", text(actual_text));
        }
        if let Some(language) = &element.language {
            entries.set("Lang", bytes(language));
        }
    }

    /// How a list is numbered (ISO 32000-1, table 347), where a figure lies (table 344), and what a table's heading is
    /// the heading of (table 349).
    fn attributes(&self, id: ElementId) -> Option<Dictionary> {
        match self.publication.tree[id].role {
            Role::L(numbering) => {
                let numbering = match numbering {
                    ListNumbering::None => "None",
                    ListNumbering::Disc => "Disc",
                    ListNumbering::Square => "Square",
                    ListNumbering::Decimal => "Decimal",
                };
                Some(dictionary([("O", name("List")), ("ListNumbering", name(numbering))]))
            }
            Role::Figure => {
                let bounds = bounds(self.publication, id)?;
                Some(dictionary([("O", name("Layout")), ("BBox", bounds)]))
            }
            Role::TH(scope) => {
                let scope = match scope {
                    Scope::Row => "Row",
                    Scope::Column => "Column",
                };
                Some(dictionary([("O", name("Table")), ("Scope", name(scope))]))
            }
            _ => None,
        }
    }

    /// The way back from marked content and annotations to elements (ISO 32000-1, 14.7.4.4), and the next free key.
    fn parent_tree(&mut self, marks: &[Vec<MarkedSequence>]) -> (ObjectId, i64) {
        let reference = |id: ElementId| self.ids[id.0].map_or(Object::Null, Object::Reference);
        let mut numbers = Vec::new();
        for (page, marks) in marks.iter().enumerate() {
            numbers.push(Object::Integer(page as i64));
            numbers.push(Object::Array(marks.iter().map(|mark| reference(mark.element)).collect()));
        }
        for annotation in self.annotations {
            numbers.push(Object::Integer(annotation.key));
            numbers.push(reference(annotation.element));
        }
        let next_key = (marks.len() + self.annotations.len()) as i64;
        (self.document.add_object(dictionary([("Nums", Object::Array(numbers))])), next_key)
    }
}

/// Page and identifier of each element's marked-content sequences, in reading order: an element that runs over several
/// pages goes on in the order of the pages, whatever the order of the sheets they lie on.
fn content_of_elements(tree: &StructTree, marks: &[Vec<MarkedSequence>]) -> Vec<Vec<(usize, usize)>> {
    let mut content = vec![Vec::new(); tree.elements.len()];
    for (page, marks) in marks.iter().enumerate() {
        for (number, mark) in marks.iter().enumerate() {
            content[mark.element.0].push((mark.place, page, number));
        }
    }
    let in_order = |mut marks: Vec<(usize, usize, usize)>| {
        marks.sort_unstable();
        marks.into_iter().map(|(_, page, number)| (page, number)).collect()
    };
    content.into_iter().map(in_order).collect()
}

/// Which elements are written: those with content, and all above them. The document itself always is.
fn with_ancestors(tree: &StructTree, mut kept: Vec<bool>) -> Vec<bool> {
    for at in (0..kept.len()).rev() {
        if let Some(parent) = tree.elements[at].parent
            && kept[at]
        {
            kept[parent.0] = true;
        }
    }
    kept[StructTree::ROOT.0] = true;
    kept
}

/// The rectangle around an element's items on the first page that has any.
fn bounds(publication: &Publication, id: ElementId) -> Option<Object> {
    let within = |tag: Tag| match tag {
        Tag::Element(other) => ancestors(&publication.tree, other).any(|ancestor| ancestor == id),
        _ => false,
    };
    publication.pages.iter().find_map(|page| {
        let frames = page.items.iter().filter(|item| within(item.tag)).map(|item| item.frame);
        frames.reduce(union).map(|frame: Rect| upright(frame, page.size.height))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_without_content_are_left_out() {
        let mut tree = StructTree::new();
        let section = tree.add(StructTree::ROOT, Role::Sect);
        let empty = tree.add(section, Role::P);
        let full = tree.add(section, Role::P);
        let mut content = vec![false; tree.elements.len()];
        content[full.0] = true;
        let kept = with_ancestors(&tree, content);
        assert_eq!((kept[section.0], kept[empty.0], kept[full.0]), (true, false, true));
    }
}
