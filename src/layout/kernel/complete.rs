//! The last step of every layout: pages are mirrored for right-to-left languages, and empty elements are removed.

use super::place::Placer;
use super::set::Setter;
use crate::compose::Document;
use crate::layout::display::{Duplex, Page, Publication, StructTree, Tag};

/// A publication of finished pages: mirrored for a right-to-left language, without empty elements.
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

/// Mirrors a page that was laid out with its start at the left.
fn mirror(page: &mut Page) {
    for item in &mut page.items {
        item.frame.x = page.size.width - item.frame.x - item.frame.width;
    }
}

/// Removes elements without content, so that a screen reader meets no empty heading.
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
