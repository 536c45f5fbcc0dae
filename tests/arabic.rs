//! A right-to-left leaflet: columns, headings and marks are mirrored, and the text comes back in logical order.

mod support;

use handout::geom::{Mm, Pt};
use handout::layout::display::{ElementId, GlyphRun, Item, Publication, Role, Tag};
use support::holds::run_of;
use support::library;
use support::reading::Reading;

const MARGIN: Pt = Mm(16.0).pt();

/// The items of all elements of a role, inline parts included, with their pages.
fn of_role(publication: &Publication, role: Role) -> Vec<(usize, &Item, &GlyphRun)> {
    let is_inside = |id: ElementId| {
        std::iter::successors(Some(id), |&id| publication.tree[id].parent).any(|id| publication.tree[id].role == role)
    };
    let pages = publication.pages.iter().enumerate();
    pages
        .flat_map(|(page, sheet)| sheet.items.iter().map(move |item| (page, item)))
        .filter_map(|(page, item)| match item.tag {
            Tag::Element(id) if is_inside(id) => Some((page, item, run_of(item)?)),
            _ => None,
        })
        .collect()
}

fn right(runs: &[(usize, &Item, &GlyphRun)]) -> f32 {
    runs.iter().map(|(_, item, _)| item.frame.right().0).fold(f32::MIN, f32::max)
}

#[test]
fn the_title_ends_at_the_right_margin() {
    let publication = library::arabic().publication();
    let width = publication.pages[0].size.width;
    let title = of_role(&publication, Role::H(1));
    assert!((right(&title) - (width - MARGIN).0).abs() < 1.0, "{} of {width:?}", right(&title));
    assert!(title.iter().all(|(_, item, run)| item.frame.x > width / 3.0 && run.right_to_left));
}

#[test]
fn the_first_column_is_at_the_right() {
    let publication = library::arabic().publication();
    let middle = publication.pages[0].size.width / 2.0;
    let headings = of_role(&publication, Role::H(2));
    let [first, ..] = headings.as_slice() else { panic!("no headings") };
    assert!(first.1.frame.x > middle, "the first section starts at {:?}", first.1.frame);
    // What is read first stands at the right: the first list item right of the middle, and some later one left of it.
    let items = of_role(&publication, Role::LI);
    let on_first: Vec<_> = items.iter().filter(|(page, ..)| *page == 0).collect();
    assert!(on_first.first().is_some_and(|(_, item, _)| item.frame.x + item.frame.width / 2.0 > middle));
    assert!(on_first.iter().any(|(_, item, _)| item.frame.right() < middle), "nothing stands in the second column");
}

#[test]
fn marks_stand_right_of_their_text() {
    let publication = library::arabic().publication();
    // Decoration no larger than a dot or a box, beside the lines of list items.
    let items = of_role(&publication, Role::LI);
    let mut beside = 0;
    for (index, page) in publication.pages.iter().enumerate() {
        let marks = page.items.iter().filter(|item| {
            item.tag == Tag::Artifact
                && run_of(item).is_none()
                && item.frame.height.0 < 15.0
                && item.frame.width.0 < 15.0
        });
        for mark in marks {
            let same_line = items.iter().filter(|(page, item, _)| {
                *page == index
                    && item.frame.y <= mark.frame.bottom()
                    && item.frame.bottom() >= mark.frame.y
                    && (item.frame.right() - mark.frame.x).0.abs() < 40.0
            });
            beside += same_line.filter(|(_, item, _)| item.frame.right() <= mark.frame.x + Pt(1.0)).count();
        }
    }
    assert!(beside >= 5, "only {beside} lines have their mark at the right");
}

#[test]
fn the_page_number_is_at_the_left() {
    let publication = library::arabic().publication();
    let page = &publication.pages[0];
    let furniture: Vec<&Item> =
        page.items.iter().filter(|item| item.tag == Tag::Furniture && run_of(item).is_some()).collect();
    let leftmost = furniture.iter().map(|item| item.frame.x.0).fold(f32::MAX, f32::min);
    assert!((leftmost - MARGIN.0).abs() < 2.0, "{leftmost}");
    let number = furniture.iter().filter(|item| item.frame.x.0 < MARGIN.0 + 60.0).filter_map(|item| run_of(item));
    let number: String = number.map(|run| &*run.text).collect();
    assert!(number.contains('1'), "{number:?}");
}

#[test]
fn text_comes_back_in_logical_order() {
    let case = library::arabic();
    let reading = Reading::of(&case.pdf());
    assert_eq!(reading.language, "ar");
    let texts: Vec<String> = reading.blocks().iter().map(|block| block.text()).collect();
    for sentence in [
        "ألم الظهر أثناء الحمل",
        "يتحرك مركز جسمك إلى الأمام، فتعمل عضلات ظهرك أكثر.",
        "نعم، هو شائع جداً. اتصلي بنا على 01632 960 300 إذا أقلقك.",
    ] {
        assert!(texts.iter().any(|text| text == sentence), "{sentence} in {texts:#?}");
    }
}
