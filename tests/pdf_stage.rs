//! The `pdf` stage by itself: a small publication made by hand, read back, and shown to judges from outside.

#[path = "pdf_stage/booklet.rs"]
mod booklet;
#[path = "pdf_stage/press.rs"]
mod press;
#[path = "pdf_stage/sample.rs"]
mod sample;
mod support;

use std::collections::BTreeSet;

use handout::layout::display::{Ink, Publication, StructTree};
use handout::pdf::{self, PdfError};
use lopdf::{Dictionary, Document, Object, ObjectId};
use support::judges;

fn written(publication: &Publication) -> Vec<u8> {
    pdf::write(publication).expect("the sample can be written")
}

fn reference(dictionary: &Dictionary, key: &[u8]) -> ObjectId {
    dictionary.get(key).and_then(Object::as_reference).expect("a reference")
}

/// The element that the parent tree gives for each key; page keys give lists.
fn parent_tree(document: &Document) -> Vec<(i64, Object)> {
    let root = document.get_dictionary(reference(document.catalog().expect("a catalog"), b"StructTreeRoot"));
    let tree = document.get_dictionary(reference(root.expect("a root"), b"ParentTree")).expect("a parent tree");
    let numbers = tree.get(b"Nums").and_then(Object::as_array).expect("numbers");
    numbers.chunks(2).map(|pair| (pair[0].as_i64().expect("a key"), pair[1].clone())).collect()
}

/// The marked-content identifiers in a page's operators.
fn marks(document: &Document, page: ObjectId) -> Vec<i64> {
    let content = document.get_and_decode_page_content(page).expect("content");
    let properties = content.operations.iter().filter(|operation| operation.operator == "BDC");
    properties.filter_map(|operation| operation.operands[1].as_dict().ok()?.get(b"MCID").ok()?.as_i64().ok()).collect()
}

/// Whether an element's kids hold the mark.
fn holds(element: &Dictionary, page: ObjectId, mark: i64) -> bool {
    let own_page = element.get(b"Pg").and_then(Object::as_reference).ok() == Some(page);
    let is = |kid: &Object| match kid {
        Object::Integer(number) => own_page && *number == mark,
        Object::Dictionary(kid) => {
            reference(kid, b"Pg") == page && kid.get(b"MCID").and_then(Object::as_i64).ok() == Some(mark)
        }
        _ => false,
    };
    match element.get(b"K").expect("kids") {
        Object::Array(kids) => kids.iter().any(is),
        kid => is(kid),
    }
}

#[test]
fn the_same_publication_gives_the_same_bytes() {
    assert!(written(&sample::publication()) == written(&sample::publication()));
}

#[test]
fn another_publication_has_another_identifier() {
    let id = |publication| {
        let document = Document::load_mem(&written(publication)).expect("readable");
        format!("{:?}", document.trailer.get(b"ID").expect("an identifier"))
    };
    let (sample, mut other) = (sample::publication(), sample::publication());
    other.metadata.subject.push('.');
    assert_ne!(id(&sample), id(&other));
}

#[test]
fn every_mark_leads_to_its_element_and_back() {
    let document = Document::load_mem(&written(&sample::publication())).expect("readable");
    let parents = parent_tree(&document);
    for (number, page) in document.get_pages() {
        let dictionary = document.get_dictionary(page).expect("a page");
        let key = dictionary.get(b"StructParents").and_then(Object::as_i64).expect("a key");
        let (_, elements) = parents.iter().find(|(found, _)| *found == key).expect("an entry");
        let elements = elements.as_array().expect("a list");
        let marks = marks(&document, page);
        assert!(marks.len() > 2, "page {number}");
        assert_eq!(marks, (0..elements.len() as i64).collect::<Vec<_>>(), "page {number}");
        for (mark, element) in (0..).zip(elements) {
            let element = document.get_dictionary(element.as_reference().expect("an element")).expect("an element");
            assert!(holds(element, page, mark), "page {number}, mark {mark}: {element:?}");
        }
    }
}

#[test]
fn every_element_is_a_kid_of_its_parent() {
    let document = Document::load_mem(&written(&sample::publication())).expect("readable");
    let mut roles = BTreeSet::new();
    for (&id, object) in &document.objects {
        let Ok(element) = object.as_dict() else { continue };
        if element.get(b"Type").and_then(Object::as_name).ok() != Some(b"StructElem") {
            continue;
        }
        roles
            .insert(String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).expect("a role")).into_owned());
        let parent = document.get_dictionary(reference(element, b"P")).expect("a parent");
        let kids = match parent.get(b"K").expect("kids") {
            Object::Array(kids) => kids.clone(),
            kid => vec![kid.clone()],
        };
        assert!(kids.contains(&Object::Reference(id)), "{element:?}");
    }
    let expected = ["Document", "Figure", "H1", "H2", "L", "LBody", "LI", "Lbl", "Link", "P", "Span"];
    assert_eq!(roles.iter().map(String::as_str).collect::<Vec<_>>(), expected, "no empty Sect is written");
}

#[test]
fn links_have_annotations_and_pages_without_links_none() {
    let document = Document::load_mem(&written(&sample::publication())).expect("readable");
    let annotations: Vec<usize> = document
        .get_pages()
        .values()
        .map(|&page| {
            let page = document.get_dictionary(page).expect("a page");
            page.get(b"Annots").and_then(Object::as_array).map_or(0, Vec::len)
        })
        .collect();
    assert_eq!(annotations, [2, 0], "one annotation a line");
    let parents = parent_tree(&document);
    for (_, element) in parents.iter().filter(|(key, _)| *key >= 2) {
        let element = document.get_dictionary(element.as_reference().expect("an element")).expect("an element");
        assert_eq!(element.get(b"S").and_then(Object::as_name).expect("a role"), b"Link");
    }
}

#[test]
fn an_empty_page_can_be_written() {
    let mut publication = sample::publication();
    publication.tree = StructTree::new();
    publication.outline.clear();
    publication.pages.iter_mut().for_each(|page| page.items.clear());
    assert_eq!(Document::load_mem(&written(&publication)).expect("readable").get_pages().len(), 2);
}

#[test]
fn contradictions_are_errors() {
    let mut missing = sample::publication();
    let run = missing.pages[0].items.iter_mut().find_map(|item| match &mut item.ink {
        Ink::Glyphs(run) => Some(run),
        _ => None,
    });
    std::sync::Arc::make_mut(&mut run.expect("a run").glyphs)[0].id = 0;
    assert!(matches!(pdf::write(&missing), Err(PdfError::MissingGlyph { .. })));
    let mut dangling = sample::publication();
    dangling.outline[0].page = 9;
    assert!(matches!(pdf::write(&dangling), Err(PdfError::Dangling(_))));
    let mut damaged = sample::publication();
    damaged.faces[0] = sample::damaged_face();
    assert!(matches!(pdf::write(&damaged), Err(PdfError::Font { .. })));
}

#[test]
fn judges_from_outside_accept_the_sample() {
    let file = judges::file("pdf-stage-sample.pdf", &written(&sample::publication()));
    judges::qpdf(&file);
    judges::verapdf(std::slice::from_ref(&file));
    for mode in ["-q", "-layout"] {
        if let Some(text) = judges::text(&file, mode) {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for expected in sample::SENTENCES {
                assert!(words.contains(expected), "{expected:?} in {words:?}");
            }
            let places: Vec<_> = sample::SENTENCES.iter().map(|sentence| words.find(sentence)).collect();
            assert!(places.is_sorted(), "reading order: {words}");
        }
    }
    assert!(judges::fonts(&file).is_none_or(|count| count == 2));
}

#[test]
fn a_glyph_may_stand_for_two_texts() {
    let mut publication = sample::publication();
    let runs = publication.pages[0].items.iter_mut().filter_map(|item| match &mut item.ink {
        Ink::Glyphs(run) => Some(run),
        _ => None,
    });
    for run in runs.filter(|run| run.text.starts_with("Keep")) {
        run.text = run.text.replace("Keep", "Kee\u{440}").into();
        for glyph in &mut std::sync::Arc::make_mut(&mut run.glyphs)[3..] {
            glyph.text = glyph.text.start + usize::from(glyph.text.start > 3)..glyph.text.end + 1;
        }
    }
    let file = judges::file("pdf-stage-two-texts.pdf", &written(&publication));
    judges::qpdf(&file);
    judges::verapdf(std::slice::from_ref(&file));
    if let Some(text) = judges::text(&file, "-q") {
        assert!(text.contains("Kee\u{440} moving") && text.contains("back pain"), "{text}");
    }
}

#[test]
fn right_to_left_text_is_read_back_in_order() {
    let publication = sample::arabic();
    let file = judges::file("pdf-stage-arabic.pdf", &written(&publication));
    judges::qpdf(&file);
    judges::verapdf(std::slice::from_ref(&file));
    for mode in ["-q", "-layout"] {
        if let Some(text) = judges::text(&file, mode) {
            let plain: String =
                text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')).collect();
            // poppler moves the spaces around numbers in right-to-left lines, so only the letters' order is held to it there.
            let words: String = plain.split_whitespace().collect();
            for expected in sample::ARABIC.split('\n') {
                let expected: String = expected.split_whitespace().collect();
                assert!(words.contains(&expected), "{expected:?} in {words:?}");
            }
        }
    }
}
