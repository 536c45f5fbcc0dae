//! What is seen: colours that carry meaning, links, headings of tables, and pages in colour of what no other references show
//! (a patient's own sheet, large print, little ink, a print shop's pages).
//!
//! Everything is read from the PDF that the program writes.

mod support;

use std::path::Path;

use lopdf::Document;
use support::golden::Leaflet;
use support::library;
use support::picture;
use support::program::{files_in, folder, run};
use support::reading::{Kid, Node, Reading};
use support::report::Report;

/// A sheet with everything on it.
const SHEET: &[&str] = &[
    "sheet",
    "third-trimester",
    "--patient",
    "Ana María Núñez-O’Brien",
    "--week",
    "30+2",
    "--clinician",
    "Jane Doe",
    "--exercise",
    "pelvic-tilt:3x10 twice a day",
    "--exercise",
    "cat-stretch",
    "--exercise",
    "side-lying-clam:2x20s",
    "--note",
    "Go **slowly**.\n\n- Warm up first",
    "--next-visit",
    "2026-12-04",
];

/// Which pages are kept as pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    All,
    Ends,
}

/// What is looked at in colour: a name, what the program is asked for, and which pages are kept: all, or the first
/// and the last.
const IN_COLOUR: &[(&str, &[&str], Kept)] = &[
    ("seen-sheet", SHEET, Kept::All),
    ("seen-large-print", &["build", "upper-back", "--large-print"], Kept::Ends),
    ("seen-low-ink", &["build", "third-trimester", "--ink", "low"], Kept::Ends),
    ("seen-press", &["build", "third-trimester", "--press"], Kept::Ends),
    (
        "seen-press-trifold",
        &["build", "upper-back", "--format", "a4-trifold", "--press", "--brand", "juniper"],
        Kept::All,
    ),
];

/// The one PDF that a run of the program writes.
fn made(name: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = folder(name);
    run(&folder, arguments).exits(0);
    only_pdf(&folder.join("out"))
}

fn only_pdf(folder: &Path) -> Vec<u8> {
    let names = files_in(folder);
    let pdfs: Vec<&String> = names.iter().filter(|name| name.ends_with(".pdf")).collect();
    assert_eq!(pdfs.len(), 1, "{names:?}");
    std::fs::read(folder.join(pdfs[0])).expect("a PDF")
}

#[test]
fn pages_look_as_they_did_in_colour() {
    let mut report = Report::default();
    for (name, arguments, kept) in IN_COLOUR {
        let pdf = made(name, arguments);
        let mut pages = picture::coloured(&pdf);
        if *kept == Kept::Ends {
            pages.drain(1..pages.len() - 1);
        }
        assert!(!pages.is_empty(), "{name} has none of its pages");
        let leaflet = Leaflet { folder: library::project("tests/golden").join(name), name: (*name).to_owned() };
        leaflet.pages(&pages, &mut report);
        let reading = Reading::of(&pdf);
        leaflet.text("colours.txt", &reading.block_colours(), &mut report);
    }
    report.finish();
}

/// Hue in degrees and saturation of a colour such as `#b3261e`.
fn hue(colour: &str) -> (f64, f64) {
    let channel = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0;
    let (red, green, blue) = (channel(1), channel(3), channel(5));
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    let sector = match most {
        _ if spread == 0.0 => 0.0,
        most if most == red => (green - blue) / spread,
        most if most == green => 2.0 + (blue - red) / spread,
        _ => 4.0 + (red - green) / spread,
    };
    ((sector * 60.0).rem_euclid(360.0), if most == 0.0 { 0.0 } else { spread / most })
}

/// How the headings of the three tiers begin, the most urgent first.
const TIERS: [&str; 3] = ["Call 999", "Call the maternity line", "Book"];

/// The parts of the help box that begin with a tier's heading, in reading order.
fn tiers(reading: &Reading) -> Vec<&Node> {
    let heads_tier = |node: &&Node| {
        let heading = parts(node).next().filter(|heading| heading.role.starts_with('H'));
        heading.is_some_and(|heading| TIERS.iter().any(|start| heading.text().starts_with(start)))
    };
    reading.root.all().into_iter().filter(heads_tier).collect()
}

fn parts(node: &Node) -> impl Iterator<Item = &Node> {
    node.kids.iter().filter_map(|kid| match kid {
        Kid::Node(node) => Some(node),
        Kid::Text { .. } => None,
    })
}

/// Red is for an emergency, amber for today, green for a visit, wherever the help box is printed.
#[test]
fn each_tier_has_the_colour_of_its_urgency() {
    for (name, arguments) in [
        ("tier-colours", &["build", "third-trimester"][..]),
        ("tier-colours-large", &["build", "third-trimester", "--large-print"]),
        ("tier-colours-fold", &["build", "third-trimester", "--format", "a4-trifold"]),
        ("tier-colours-poster", &["build", "third-trimester", "--format", "a3-poster"]),
        ("tier-colours-card", &["build", "third-trimester", "--format", "card"]),
        ("tier-colours-sheet", SHEET),
    ] {
        let pdf = made(name, arguments);
        let reading = Reading::of(&pdf);
        let tiers = tiers(&reading);
        assert_eq!(tiers.len(), 3, "{name}");
        for (tier, hues) in tiers.iter().zip([0.0..15.0, 25.0..50.0, 120.0..170.0]) {
            let heading = parts(tier).next().expect("a heading");
            assert!(heading.role.starts_with('H'), "{name}: {}", heading.role);
            let runs = heading.runs(&reading);
            assert!(!runs.is_empty(), "{name}: {:?} is not on a page", heading.text());
            for run in runs {
                let (hue, saturation) = hue(&run.ground);
                let is_of_tier = hues.contains(&hue) && saturation > 0.5;
                assert!(is_of_tier, "{name}: {:?} stands on {}", heading.text(), run.ground);
            }
        }
    }
}

/// In little ink no tier has a band; its colour is in the words or lines beside it, and the order stays.
#[test]
fn little_ink_keeps_tiers_in_order() {
    let pdf = made("tier-order-ink", &["build", "third-trimester", "--ink", "low"]);
    let reading = Reading::of(&pdf);
    let tiers = tiers(&reading);
    let headings: Vec<String> =
        tiers.iter().map(|tier| parts(tier).next().map(Node::text).unwrap_or_default()).collect();
    assert_eq!(headings.len(), TIERS.len());
    assert!(headings.iter().zip(TIERS).all(|(heading, start)| heading.starts_with(start)), "{headings:?}");
    for tier in tiers {
        for run in parts(tier).next().expect("a heading").runs(&reading) {
            assert_eq!(run.ground, "#ffffff", "{:?}", run.text);
        }
    }
}

/// Each link's area lies over the link's own words, and over no others.
#[test]
fn links_are_where_their_words_are() {
    let folder = folder("link-areas");
    let handouts = folder.join("handouts");
    std::fs::create_dir_all(&handouts).expect("writable");
    let own = std::fs::read_to_string(library::project("handouts/third-trimester.yaml")).expect("a handout");
    let words = "summary: Keep moving. Read [our page on {{clinic}} and backs](https://riverside.example/backs), or \
                 [ring {{phone}}](tel:01632960100) first.\n";
    let start = own.find("summary:").expect("a summary");
    let end = start + own[start..].find("\ncauses:").expect("the causes") + 1;
    let handout = format!("{}{words}{}", &own[..start], &own[end..]);
    std::fs::write(handouts.join("linked.yaml"), handout).expect("writable");
    run(&folder, &["build", "linked", "--draft"]);
    let pdf = only_pdf(&folder.join("out"));
    let reading = Reading::of(&pdf);
    let links: Vec<&Node> = reading.root.all().into_iter().filter(|node| node.role == "Link").collect();
    let uris: Vec<&str> = links.iter().filter_map(|link| link.uri.as_deref()).collect();
    assert!(uris.contains(&"https://riverside.example/backs") && uris.contains(&"tel:01632960100"), "{uris:?}");
    let said: Vec<String> = links.iter().map(|link| link.text()).collect();
    assert!(said.iter().any(|text| text.contains("Riverside")), "a value within a link is filled in: {said:?}");
    assert!(said.iter().all(|text| !text.contains("{{")), "{said:?}");
    for link in &links {
        check_area(link, &reading);
    }
    for sheet in [SHEET, &["build", "after-birth", "--format", "a4-trifold"]] {
        let pdf = made("link-areas-more", sheet);
        let reading = Reading::of(&pdf);
        for link in reading.root.all().into_iter().filter(|node| node.role == "Link") {
            check_area(link, &reading);
        }
    }
}

fn check_area(link: &Node, reading: &Reading) {
    let own = link.runs(reading);
    assert!(!own.is_empty(), "a link without words");
    let areas = reading.areas.iter().enumerate().flat_map(|(page, areas)| areas.iter().map(move |area| (page, area)));
    let areas: Vec<_> = areas.filter(|(_, area)| link.annotations.contains(&area.key)).collect();
    assert!(!areas.is_empty(), "{:?} has no area", link.text());
    for run in &own {
        let middle = kurbo::Point::new(f64::midpoint(run.start.x, run.end.x), run.start.y + run.size * 0.3);
        let over: Vec<_> = areas.iter().filter(|(_, area)| area.rect.contains(middle)).collect();
        assert!(!over.is_empty(), "{:?} lies outside its link's area", run.text);
        for (page, area) in over {
            let others = reading.runs[*page].iter().filter(|other| !own.iter().any(|one| std::ptr::eq(*one, *other)));
            for other in others {
                let middle = kurbo::Point::new(f64::midpoint(other.start.x, other.end.x), other.start.y + 1.0);
                assert!(!area.rect.contains(middle), "{:?} lies under the link {:?}", other.text, link.text());
            }
        }
    }
}

/// A screen reader tells the heading of a cell by the scope that the heading names (ISO 14289-1, 7.5).
#[test]
fn headings_of_tables_say_what_they_are_for() {
    let pdf = made("scopes", SHEET);
    let reading = Reading::of(&pdf);
    let headings: Vec<&Node> = reading.root.all().into_iter().filter(|node| node.role == "TH").collect();
    assert!(headings.len() > 7, "a week has seven days: {}", headings.len());
    for heading in headings {
        let scope = heading.scope.as_deref();
        assert!(matches!(scope, Some("Row" | "Column")), "{:?} has the scope {scope:?}", heading.text());
    }
    let rows: Vec<&Node> = reading.root.all().into_iter().filter(|node| node.role == "TR").collect();
    for row in rows {
        let cells: Vec<&Node> = parts(row).filter(|cell| matches!(cell.role.as_str(), "TH" | "TD")).collect();
        let data = cells.iter().filter(|cell| cell.role == "TD").count();
        let of_row = cells.iter().filter(|cell| cell.scope.as_deref() == Some("Row")).count();
        assert!(data == 0 || of_row > 0, "a row of data without a heading of its own: {:?}", row.text());
    }
}

/// Trim within bleed within the sheet, 3 mm of bleed (ISO 32000-1, 14.11.2).
#[test]
fn pages_for_a_print_shop_keep_their_boxes() {
    let document = Document::load_mem(&made("boxes", &["build", "third-trimester", "--press"])).expect("a PDF");
    for page in document.get_pages().into_values() {
        let page = document.get_dictionary(page).expect("a page");
        let edges = |name: &[u8]| {
            let numbers = page.get(name).and_then(lopdf::Object::as_array).expect("a box");
            let at = |index: usize| numbers[index].as_float().expect("a number");
            [at(0), at(1), at(2), at(3)]
        };
        let (media, bleed, trim) = (edges(b"MediaBox"), edges(b"BleedBox"), edges(b"TrimBox"));
        let inside = |inner: [f32; 4], outer: [f32; 4]| {
            inner[0] > outer[0] && inner[1] > outer[1] && inner[2] < outer[2] && inner[3] < outer[3]
        };
        assert!(inside(trim, bleed) && inside(bleed, media), "{trim:?} {bleed:?} {media:?}");
        let millimetres = |points: f32| points * 25.4 / 72.0;
        assert!((millimetres(trim[0] - bleed[0]) - 3.0).abs() < 0.05, "3 mm of bleed");
    }
}
