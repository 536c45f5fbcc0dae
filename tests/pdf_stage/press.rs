//! Imposed sheets and press sheets, written and read back.

use handout::geom::{Paper, Pt, Rect};
use handout::layout::display::{Duplex, Publication};
use handout::press::geometry::{A4_LANDSCAPE, BLEED, Folds, half};
use handout::press::impose::impose;
use handout::press::marks;
use handout::press::sheet::{with_bleed, with_guides};
use lopdf::{Document, Object};

use crate::support::judges;
use crate::support::reading::{Reading, plain};
use crate::{booklet, sample, written};

fn imposed() -> Publication {
    impose(booklet::publication(half(A4_LANDSCAPE)), A4_LANDSCAPE, false)
}

/// A rectangle of a page's dictionary: left, bottom, right, top in points.
fn boundary(document: &Document, page: u32, key: &[u8]) -> Vec<f32> {
    let page = document.get_dictionary(document.get_pages()[&page]).expect("a page");
    let corners = page.get(key).and_then(Object::as_array).expect("a rectangle");
    corners.iter().map(|corner| corner.as_float().expect("a number")).collect()
}

fn close(found: &[f32], expected: [Pt; 4]) {
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b.0).abs() < 0.01), "{found:?}, not {expected:?}");
}

fn duplex(publication: &Publication) -> String {
    let document = Document::load_mem(&written(publication)).expect("readable");
    let viewer = document.catalog().and_then(|catalog| catalog.get(b"ViewerPreferences")).expect("preferences");
    let name = viewer.as_dict().and_then(|viewer| viewer.get(b"Duplex")).and_then(Object::as_name);
    String::from_utf8_lossy(name.expect("a name")).into_owned()
}

#[test]
fn an_imposed_booklet_is_read_in_its_own_order() {
    let read = |publication: &Publication| -> Vec<String> {
        Reading::of(&written(publication)).blocks().iter().map(|block| block.text()).collect()
    };
    let mut expected = booklet::blocks();
    assert_eq!(read(&booklet::publication(half(A4_LANDSCAPE))), expected, "page by page");
    assert_eq!(read(&imposed()), expected, "as sheets");
    let right_to_left = impose(booklet::publication(half(A4_LANDSCAPE)), A4_LANDSCAPE, true);
    assert_eq!(read(&right_to_left), expected, "mirrored");
    let file = judges::file("pdf-stage-booklet.pdf", &written(&imposed()));
    judges::qpdf(&file);
    judges::verapdf(std::slice::from_ref(&file));
    let Some(told) = judges::structure_text(&file) else { return };
    let told = plain(&told.replace('"', ""));
    expected.iter_mut().for_each(|block| *block = plain(block));
    let mut rest = told.as_str();
    for word in expected.iter().flat_map(|block| block.split(", ")) {
        let at = rest.find(word).unwrap_or_else(|| panic!("{word:?} is not in {rest:?}, of {told:?}"));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn links_and_headings_lie_on_the_sheets() {
    let document = Document::load_mem(&written(&imposed())).expect("readable");
    let counts = |page: &lopdf::ObjectId| -> Vec<f32> {
        let page = document.get_dictionary(*page).expect("a page");
        let Ok(list) = page.get(b"Annots").and_then(Object::as_array) else { return Vec::new() };
        let left = |annotation: &Object| {
            let annotation = document.get_dictionary(annotation.as_reference().expect("a reference")).expect("a link");
            let rect = annotation.get(b"Rect").and_then(Object::as_array).expect("a rectangle");
            rect[0].as_float().expect("a number")
        };
        list.iter().map(left).collect()
    };
    let found: Vec<Vec<f32>> = document.get_pages().values().map(counts).collect();
    let middle = A4_LANDSCAPE.width.0 / 2.0;
    // Page 4 is the left half of the last side, page 5 its right half; page 6 the left half of the side before.
    let expected = [vec![], vec![], vec![200.0], vec![30.0, middle + 200.0, middle + 30.0]];
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found.len(), expected.len(), "{found:?}");
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{found:?}, not {expected:?}");
    }
    let titles = Reading::of(&written(&imposed())).outline;
    assert!(titles.iter().map(|title| plain(title)).zip(1..).all(|(title, page)| title.ends_with(&format!("{page}"))));
}

#[test]
fn office_sheets_have_one_boundary_and_turn_on_the_long_edge() {
    let document = Document::load_mem(&written(&sample::publication())).expect("readable");
    let size = Paper::A4.size();
    for key in [&b"MediaBox"[..], b"CropBox", b"BleedBox", b"TrimBox"] {
        close(&boundary(&document, 1, key), [Pt::ZERO, Pt::ZERO, size.width, size.height]);
    }
    assert_eq!(duplex(&sample::publication()), "DuplexFlipLongEdge");
    assert_eq!(duplex(&imposed()), "DuplexFlipShortEdge");
    let turned = Publication { duplex: Duplex::ShortEdge, ..sample::publication() };
    assert_eq!(duplex(&turned), "DuplexFlipShortEdge");
}

#[test]
fn press_sheets_have_bleed_marks_and_boundaries() {
    let folds = Folds { outside: vec![Pt(200.0), Pt(400.0)], inside: vec![Pt(195.0), Pt(395.0)] };
    let bled = with_bleed(sample::publication(), BLEED, &folds);
    assert!(bled.pages.iter().flat_map(|page| &page.items).all(|item| item.frame.x.0 >= 0.0 && item.frame.y.0 >= 0.0));
    let band = bled.pages[0].items[0].frame;
    let reach = bled.pages[0].bleed;
    let expected = Rect::new(reach.x, reach.y, reach.width, band.height);
    assert!(band.contains(expected) && expected.contains(band), "the band reaches the bleed: {band:?}");
    let document = Document::load_mem(&written(&bled)).expect("readable");
    let (size, slug) = (Paper::A4.size(), marks::slug(BLEED));
    let corners = |rect: Rect| [rect.x, rect.y, rect.right(), rect.bottom()];
    let trim = size.rect().moved(slug, slug);
    let sheet = [Pt::ZERO, Pt::ZERO, size.width + slug * 2.0, size.height + slug * 2.0];
    for page in 1..=2 {
        close(&boundary(&document, page, b"MediaBox"), sheet);
        close(&boundary(&document, page, b"CropBox"), sheet);
        close(&boundary(&document, page, b"TrimBox"), corners(trim));
        close(&boundary(&document, page, b"BleedBox"), corners(trim.grown(BLEED)));
    }
    let file = judges::file("pdf-stage-bleed.pdf", &written(&bled));
    let booklet = with_bleed(imposed(), BLEED, &Folds::middle(A4_LANDSCAPE));
    let booklet = judges::file("pdf-stage-booklet-bleed.pdf", &written(&booklet));
    let guides = judges::file("pdf-stage-guides.pdf", &written(&with_guides(sample::publication(), &folds)));
    let files = [file, booklet, guides];
    files.iter().for_each(|file| judges::qpdf(file));
    judges::verapdf(&files);
}
