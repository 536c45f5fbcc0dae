//! What stands on the pages, counted as a reader with a pencil would: every list with its entries, every heading.

use std::collections::BTreeMap;

use crate::layout::display::{ElementId, Ink, Publication, Role, StructTree, Tag};

/// A list as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedList {
    /// The heading that it stands under.
    pub heading: String,
    /// How many entries it has.
    pub entries: usize,
}

/// What was counted on the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Printed {
    pub pages: usize,
    /// All lists, those of the safety box and of the help box among them, and lists inside other lists.
    pub lists: Vec<PrintedList>,
    /// All headings, the title first.
    pub headings: Vec<String>,
}

impl Printed {
    /// Counts the pages of a leaflet; nothing of one that could not be laid out.
    pub fn of(publication: Option<&Publication>) -> Self {
        let Some(publication) = publication else { return Self::default() };
        let words = words(publication);
        let tree = &publication.tree;
        let mut printed = Self { pages: publication.pages.len(), ..Self::default() };
        for (id, element) in tree.elements.iter().enumerate() {
            match element.role {
                Role::H(_) => printed.headings.push(text_of(tree, &words, ElementId(id)).trim().to_owned()),
                Role::L(_) => {
                    let entries = element.children.iter().filter(|child| tree[**child].role == Role::LI).count();
                    let heading = printed.headings.last().cloned().unwrap_or_default();
                    printed.lists.push(PrintedList { heading, entries });
                }
                _ => {}
            }
        }
        printed
    }

    /// The lists of more entries than `most`.
    pub fn longer_than(&self, most: usize) -> Vec<&PrintedList> {
        self.lists.iter().filter(|list| list.entries > most).collect()
    }
}

/// The words painted for each element, lines apart by a space.
fn words(publication: &Publication) -> BTreeMap<ElementId, String> {
    let mut words: BTreeMap<ElementId, String> = BTreeMap::new();
    for (_, _, item) in publication.items_as_read() {
        if let (Ink::Glyphs(run), Tag::Element(id)) = (&item.ink, item.tag) {
            let text = words.entry(id).or_default();
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            text.push_str(&run.text);
        }
    }
    words
}

/// The words of an element and of those in it.
fn text_of(tree: &StructTree, words: &BTreeMap<ElementId, String>, id: ElementId) -> String {
    let element = &tree[id];
    if let Some(text) = &element.actual_text {
        return text.clone();
    }
    let own = words.get(&id).cloned().unwrap_or_default();
    element.children.iter().fold(own, |text, child| text + &text_of(tree, words, *child))
}
