//! A booklet of eight half sheets, made by hand: paragraphs and a link that run on over pages.

use handout::geom::{Pt, Size};
use handout::layout::display::{Duplex, OutlineEntry, Publication, Role, StructTree, Tag};

use crate::sample::{self, Sheet};

/// How many pages there are.
pub const PAGES: usize = 8;

/// The blocks in reading order: a heading a page, between them paragraphs that begin on one page and end on the next.
pub fn blocks() -> Vec<String> {
    let mut blocks = Vec::new();
    for page in 1..=PAGES {
        blocks.push(format!("Chapter {page}"));
        if page < PAGES {
            blocks.push(format!("Begun at {page}, ended at {}.", page + 1));
        }
    }
    blocks.push("Call or write to us".to_owned());
    blocks
}

/// The booklet, each page of `size`. The paragraph between pages 4 and 5, which face each other, and the one between 5
/// and 6, which lie on two sheets, are links.
pub fn publication(size: Size) -> Publication {
    let mut tree = StructTree::new();
    let mut sheet = Sheet { faces: sample::faces(), pages: Vec::new() };
    let mut outline = Vec::new();
    let mut carried: Option<Tag> = None;
    for page in 1..=PAGES {
        sheet.page(size);
        if let Some(tag) = carried.take() {
            sheet.text((200.0, 500.0), 0, 12.0, &format!("ended at {page}."), tag);
        }
        let title = format!("Chapter {page}");
        let heading = tree.add(StructTree::ROOT, Role::H(if page == 1 { 1 } else { 2 }));
        sheet.text((30.0, 40.0), 1, 16.0, &title, Tag::Element(heading));
        outline.push(OutlineEntry { title, level: u8::from(page > 1) + 1, page: page - 1, y: Pt(40.0), x: None });
        if page < PAGES {
            let mut element = tree.add(StructTree::ROOT, Role::P);
            if page == 4 || page == 5 {
                element = tree.add(element, Role::Link);
                tree[element].uri = Some(format!("https://example.org/{page}"));
            }
            sheet.text((30.0, 500.0), 0, 12.0, &format!("Begun at {page}, "), Tag::Element(element));
            carried = Some(Tag::Element(element));
        }
        sheet.text((30.0, 560.0), 0, 9.0, &format!("Page {page}"), Tag::Furniture);
    }
    let last = tree.add(StructTree::ROOT, Role::P);
    sheet.text((30.0, 520.0), 0, 12.0, "Call or write to us", Tag::Element(last));
    let metadata = sample::metadata("en-GB", false);
    Publication {
        pages: sheet.pages,
        tree,
        outline,
        faces: sheet.faces,
        metadata,
        duplex: Duplex::LongEdge,
        alphabet: Vec::new(),
    }
}
