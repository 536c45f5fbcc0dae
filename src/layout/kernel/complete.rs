//! The last step of every layout: pages are turned round where a language asks for it, and the tree is pruned.

use super::place::Placer;
use super::set::Setter;
use crate::compose::Document;
use crate::layout::display::{Duplex, Page, Publication, StructTree, Tag};

/// A publication of finished pages: turned round for a language that runs from right to left, empty elements left out.
pub fn complete(mut setter: Setter<'_>, placer: Placer, document: &Document) -> Publication {
    let Placer { mut pages, outline } = placer;
    if document.meta.right_to_left {
        pages.iter_mut().for_each(mirror);
    }
    prune(&mut setter.tree, &pages);
    Publication {
        pages,
        tree: setter.tree,
        outline,
        faces: setter.shaper.fonts().faces.clone(),
        metadata: document.meta.clone(),
        duplex: Duplex::LongEdge,
        alphabet: Vec::new(),
    }
}

/// Turns logical start and end into right and left.
fn mirror(page: &mut Page) {
    for item in &mut page.items {
        item.frame.x = page.size.width - item.frame.x - item.frame.width;
    }
}

/// Takes elements that hold nothing out of the tree, so that nobody is read an empty heading.
fn prune(tree: &mut StructTree, pages: &[Page]) {
    let mut used = vec![false; tree.elements.len()];
    for item in pages.iter().flat_map(|page| &page.items) {
        if let Tag::Element(id) = item.tag {
            used[id.0] = true;
        }
    }
    for index in (1..tree.elements.len()).rev() {
        if used[index]
            && let Some(parent) = tree.elements[index].parent
        {
            used[parent.0] = true;
        }
    }
    for element in &mut tree.elements {
        element.children.retain(|child| used[child.0]);
    }
}
