//! The pages as a screen reader reads them: the items and the text of each element of the structure tree.

use super::place::quoted;
use crate::geom::Pt;
use crate::layout::display::{ElementId, GlyphRun, Ink, Item, Publication, Role, StructTree, Tag};

/// The items of every element, in page and paint order.
pub(super) struct Reading<'a> {
    tree: &'a StructTree,
    items: Vec<Vec<(usize, &'a Item)>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(publication: &'a Publication) -> Self {
        let mut items = vec![Vec::new(); publication.tree.elements.len()];
        for (page, item) in items_of(publication) {
            if let Tag::Element(id) = item.tag {
                items[id.0].push((page, item));
            }
        }
        Self { tree: &publication.tree, items }
    }

    /// The children of an element.
    pub(super) fn children(&self, id: ElementId) -> &[ElementId] {
        &self.tree[id].children
    }

    /// An element and all under it, in reading order.
    pub(super) fn under(&self, id: ElementId) -> Vec<ElementId> {
        let mut found = vec![id];
        for child in &self.tree[id].children {
            found.append(&mut self.under(*child));
        }
        found
    }

    /// The elements under `id` that are read as a whole, in reading order: headings, paragraphs, labels, and what else
    /// holds items of its own.
    pub(super) fn blocks(&self, id: ElementId) -> Vec<ElementId> {
        let is_whole = matches!(self.tree[id].role, Role::P | Role::H(_) | Role::Lbl) || !self.items[id.0].is_empty();
        if is_whole {
            return vec![id];
        }
        self.tree[id].children.iter().flat_map(|child| self.blocks(*child)).collect()
    }

    /// The items of an element and of all under it.
    pub(super) fn items(&self, id: ElementId) -> Vec<(usize, &'a Item)> {
        self.under(id).into_iter().flat_map(|id| self.items[id.0].iter().copied()).collect()
    }

    /// The first page of an element, from 1.
    pub(super) fn page(&self, id: ElementId) -> Option<usize> {
        self.items(id).first().map(|(page, _)| page + 1)
    }

    /// The text that an element tells: its replacement text where there is something that it replaces, else its glyphs'.
    pub(super) fn text(&self, id: ElementId) -> String {
        let element = &self.tree[id];
        let mut text = String::new();
        match &element.actual_text {
            Some(actual) if !self.items(id).is_empty() => text.push_str(actual),
            Some(_) => {}
            None => {
                text.push_str(&self.own_text(id));
                element.children.iter().for_each(|child| text.push_str(&self.text(*child)));
            }
        }
        text
    }

    fn own_text(&self, id: ElementId) -> String {
        let mut text = String::new();
        let mut before: Option<(usize, Pt)> = None;
        for (page, item) in &self.items[id.0] {
            let Ink::Glyphs(run) = &item.ink else { continue };
            let line = (*page, item.frame.y + run.baseline);
            if before.is_some_and(|before| before != line) && !text.ends_with(' ') {
                text.push(' ');
            }
            before = Some(line);
            text.push_str(&run.text);
        }
        text
    }
}

/// All items with the index of their page.
pub(super) fn items_of(publication: &Publication) -> impl Iterator<Item = (usize, &Item)> {
    publication.pages.iter().enumerate().flat_map(|(page, content)| content.items.iter().map(move |item| (page, item)))
}

/// All glyph runs that show something, with their items and the index of their page.
pub(super) fn runs_of(publication: &Publication) -> impl Iterator<Item = (usize, &Item, &GlyphRun)> {
    items_of(publication).filter_map(|(page, item)| match &item.ink {
        Ink::Glyphs(run) if !run.text.trim().is_empty() => Some((page, item, run)),
        _ => None,
    })
}

/// The whole text of the paragraph that an item stands in, and its first words in quotation marks.
pub(super) fn around(publication: &Publication, item: &Item) -> (String, String) {
    let own = match &item.ink {
        Ink::Glyphs(run) => run.text.to_string(),
        Ink::Path(_) | Ink::Raster(_) => String::new(),
    };
    let text = match item.tag {
        Tag::Element(id) => {
            let tree = &publication.tree;
            let mut above = std::iter::successors(Some(id), |id| tree[*id].parent);
            let whole = above.find(|id| matches!(tree[*id].role, Role::P | Role::H(_))).unwrap_or(id);
            Reading::new(publication).text(whole)
        }
        Tag::Artifact | Tag::Furniture => own.clone(),
    };
    let words = quoted(if own.is_empty() { &text } else { &own });
    (text, words)
}
