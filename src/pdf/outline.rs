//! Bookmarks (ISO 32000-1, 12.3.3), nested by the headings' levels and all open.

use lopdf::{Document, Object, ObjectId};

use super::values::{dictionary, name, number, text};
use crate::layout::display::{OutlineEntry, Publication};

/// Writes the outline; `None` when there are no headings.
pub(super) fn write(document: &mut Document, pages: &[ObjectId], publication: &Publication) -> Option<ObjectId> {
    let entries = &publication.outline;
    if entries.is_empty() {
        return None;
    }
    let parents = parents(entries);
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    for (at, entry) in entries.iter().enumerate() {
        let top = publication.pages[entry.page].size.height - entry.y;
        let left = entry.x.map_or(Object::Null, |x| number(x.0));
        let target = vec![pages[entry.page].into(), name("XYZ"), left, number(top.0), Object::Null];
        let mut item = dictionary([
            ("Title", text(&entry.title)),
            ("Parent", parents[at].map_or(root, |parent| ids[parent]).into()),
            ("Dest", target.into()),
        ]);
        if let Some(previous) = (0..at).rev().find(|&other| parents[other] == parents[at]) {
            item.set("Prev", ids[previous]);
        }
        if let Some(next) = (at + 1..entries.len()).find(|&other| parents[other] == parents[at]) {
            item.set("Next", ids[next]);
        }
        set_children(&mut item, &parents, Some(at), &ids);
        document.set_object(ids[at], item);
    }
    let mut outlines = dictionary([("Type", name("Outlines"))]);
    set_children(&mut outlines, &parents, None, &ids);
    document.set_object(root, outlines);
    Some(root)
}

/// The entry that each entry lies under: the nearest earlier one of a lower level.
fn parents(entries: &[OutlineEntry]) -> Vec<Option<usize>> {
    let level = |at: usize| entries[at].level;
    (0..entries.len()).map(|at| (0..at).rev().find(|&other| level(other) < level(at))).collect()
}

/// First and last child of an entry, and how many lines it opens into.
fn set_children(item: &mut lopdf::Dictionary, parents: &[Option<usize>], of: Option<usize>, ids: &[ObjectId]) {
    let children: Vec<usize> = (0..parents.len()).filter(|&at| parents[at] == of).collect();
    if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
        let below = |at: usize| {
            of.is_none()
                || std::iter::successors(parents[at], |&parent| parents[parent]).any(|parent| Some(parent) == of)
        };
        item.set("First", ids[first]);
        item.set("Last", ids[last]);
        item.set("Count", (0..parents.len()).filter(|&at| below(at)).count() as i64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Pt;

    #[test]
    fn entries_nest_by_level() {
        let levels = [1, 2, 3, 2, 1];
        let entry = |&level: &u8| OutlineEntry { title: String::new(), level, page: 0, y: Pt::ZERO, x: None };
        let entries: Vec<_> = levels.iter().map(entry).collect();
        assert_eq!(parents(&entries), [None, Some(0), Some(1), Some(0), None]);
    }
}
