//! Live links: one annotation for each line of a link's content (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18).

use std::fmt::Write as _;

use lopdf::{Document, Object, ObjectId};

use super::PdfError;
use super::roles::ancestors;
use super::values::{bytes, dictionary, name, text, union, upright};
use crate::geom::{Pt, Rect};
use crate::layout::display::{ElementId, Ink, Item, Publication, Tag};

/// A line of a link.
pub(super) struct LinkArea {
    element: ElementId,
    page: usize,
    place: usize,
    baseline: Pt,
    area: Rect,
}

/// An annotation that has been written.
pub(super) struct Annotation {
    /// The element that leads somewhere.
    pub(super) element: ElementId,
    /// Index of its page.
    pub(super) page: usize,
    /// The annotation itself.
    pub(super) object: ObjectId,
    /// Its key in the parent tree.
    pub(super) key: i64,
}

/// The lines of all links, in reading order.
pub(super) fn collect(publication: &Publication) -> Vec<LinkArea> {
    let mut areas: Vec<LinkArea> = Vec::new();
    for (place, page, item) in publication.items_as_read() {
        let Some(element) = link_of(publication, item.tag) else { continue };
        let baseline = baseline(item);
        let same_line = areas
            .iter_mut()
            .find(|area| area.element == element && area.place == place && (area.baseline - baseline).0.abs() < 0.5);
        match same_line {
            Some(area) => area.area = union(area.area, item.frame),
            None => areas.push(LinkArea { element, page, place, baseline, area: item.frame }),
        }
    }
    areas
}

/// The nearest element with an address, from an item's element upwards.
fn link_of(publication: &Publication, tag: Tag) -> Option<ElementId> {
    let Tag::Element(id) = tag else { return None };
    ancestors(&publication.tree, id).find(|&id| publication.tree[id].uri.is_some())
}

/// The line that an item stands on, from the page's top.
fn baseline(item: &Item) -> Pt {
    match &item.ink {
        Ink::Glyphs(run) => item.frame.y + run.baseline,
        Ink::Path(_) | Ink::Raster(_) => item.frame.bottom(),
    }
}

/// Writes the annotations and lists them on their pages.
pub(super) fn write(
    document: &mut Document,
    pages: &[ObjectId],
    areas: &[LinkArea],
    publication: &Publication,
) -> Result<Vec<Annotation>, PdfError> {
    let mut annotations = Vec::with_capacity(areas.len());
    for (key, area) in (pages.len() as i64..).zip(areas) {
        let element = &publication.tree[area.element];
        let uri = element.uri.as_deref().unwrap_or_default();
        let contents = match spoken(publication, area.element) {
            words if words.trim().is_empty() => uri.to_owned(),
            words => words.trim().to_owned(),
        };
        let action = dictionary([("S", name("URI")), ("URI", bytes(&plain_uri(uri)))]);
        let object = document.add_object(dictionary([
            ("Type", name("Annot")),
            ("Subtype", name("Link")),
            ("Rect", upright(area.area, publication.pages[area.page].size.height)),
            ("P", pages[area.page].into()),
            ("F", 4.into()),
            ("Border", vec![0.into(), 0.into(), 0.into()].into()),
            ("A", action.into()),
            ("Contents", text(&contents)),
            ("StructParent", key.into()),
        ]));
        annotations.push(Annotation { element: area.element, page: area.page, object, key });
    }
    list_on_pages(document, pages, &annotations)?;
    Ok(annotations)
}

fn list_on_pages(document: &mut Document, pages: &[ObjectId], annotations: &[Annotation]) -> Result<(), PdfError> {
    for (at, &page) in pages.iter().enumerate() {
        let here = annotations.iter().filter(|annotation| annotation.page == at);
        let list: Vec<Object> = here.map(|annotation| annotation.object.into()).collect();
        let page = document.get_dictionary_mut(page).map_err(|error| PdfError::Content(error.to_string()))?;
        if list.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", list);
        }
    }
    Ok(())
}

/// What a screen reader says for an element: its alternative or replacement text, or that of its content.
fn spoken(publication: &Publication, id: ElementId) -> String {
    let element = &publication.tree[id];
    if let Some(words) = element.alt.as_ref().or(element.actual_text.as_ref()) {
        return words.clone();
    }
    let mut words = String::new();
    let mut line = None;
    for (_, _, item) in publication.items_as_read() {
        if let Ink::Glyphs(run) = &item.ink
            && item.tag == Tag::Element(id)
        {
            if line.is_some_and(|line: Pt| (line - baseline(item)).0.abs() >= 0.5) {
                words.push(' ');
            }
            line = Some(baseline(item));
            words.push_str(&run.text);
        }
    }
    for &child in &element.children {
        words.push_str(&spoken(publication, child));
    }
    words
}

/// An address in ASCII, as PDF wants it (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded.
fn plain_uri(uri: &str) -> String {
    let mut plain = String::with_capacity(uri.len());
    for byte in uri.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            let _ = write!(plain, "%{byte:02X}");
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_uri;

    #[test]
    fn addresses_are_written_in_ascii() {
        assert_eq!(plain_uri("https://example.org/é a"), "https://example.org/%C3%A9%20a");
    }
}
