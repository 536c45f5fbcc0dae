//! Many files as one for the printer: what was in them is in it, in order, and nothing that it need not hold.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use handout::check::Clock;
use handout::diag::Source;
use handout::layout::display::{Duplex, Metadata};
use handout::model::dates::parse_day;
use handout::model::patient::SheetRequest;
use handout::pdf::merge::{MergeError, Merged};
use handout::{Order, Settings};
use lopdf::{Dictionary, Document, Object, ObjectId};
use support::judges;
use support::library::{self, Case, PAPERS};
use support::reading::{Node, Reading};

/// A name that stands in no other text.
const NAME: &str = "Zebedina Quirkwater";

fn metadata() -> Metadata {
    Metadata {
        title: "Sheets for the printer".to_owned(),
        author: "A clinic".to_owned(),
        subject: String::new(),
        language: "en-GB".to_owned(),
        timestamp: 1_767_225_600,
        right_to_left: false,
    }
}

fn case(handout: &str, brand: &str, paper: usize) -> Vec<u8> {
    Case::new(&format!("handouts/{handout}.yaml"), &format!("handouts/brands/{brand}.yaml"), PAPERS[paper]).pdf()
}

/// A sheet with a name on its pages and in what its file says of itself.
fn personal() -> Vec<u8> {
    let source = library::source("handouts/third-trimester.yaml");
    let (branding, shelf) = (library::branding("handouts/brands/riverside.yaml"), library::shelf());
    let clock = Clock { today: parse_day("2026-11-20").ok(), ..Clock::default() };
    let settings = Settings { clock, name_in_metadata: true, ..Settings::default() };
    let yaml = format!("patient: {NAME}\nweek: 30\nexercises: [pelvic-tilt]\n");
    let request = handout::model::load::<SheetRequest>(&Source::new("row", yaml)).expect("a request").value;
    let handout = &shelf.read_handout(&source).expect("a good handout");
    let order = Order { handout, branding: &branding, shelf: &shelf, patient: Some(&request), settings };
    order.build().expect("a sheet").pdf
}

/// Leaflets of other handouts, brands, papers and languages; one stands there twice.
static SOURCES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let first = case("third-trimester", "riverside", 0);
    vec![
        first.clone(),
        case("upper-back", "juniper", 1),
        personal(),
        library::arabic().pdf(),
        first,
        case("first-trimester", "juniper", 0),
    ]
});

fn pages_of(pdf: &[u8]) -> usize {
    Document::load_mem(pdf).expect("readable").get_pages().len()
}

/// How many empty pages follow each source. One more than needed after the second, so that numbers of both kinds occur.
fn blanks() -> Vec<usize> {
    SOURCES.iter().enumerate().map(|(at, pdf)| pages_of(pdf) % 2 + if at == 1 { 2 } else { 0 }).collect()
}

fn merge<'p>(sheets: impl IntoIterator<Item = (&'p Vec<u8>, usize)>) -> Vec<u8> {
    let mut merged = Merged::new(metadata(), Duplex::LongEdge, "Sheet");
    for (pdf, blank_after) in sheets {
        assert_eq!(merged.add(pdf, blank_after).expect("a good sheet"), pages_of(pdf));
    }
    merged.finish().expect("a merged file")
}

static MERGED: LazyLock<Vec<u8>> = LazyLock::new(|| merge(SOURCES.iter().zip(blanks())));

/// The index of each source's first page in the merged file.
fn starts() -> Vec<usize> {
    let mut next = 0;
    let counts = SOURCES.iter().zip(blanks()).map(|(pdf, blank)| pages_of(pdf) + blank);
    let step = |count| {
        next += count;
        next - count
    };
    counts.map(step).collect()
}

fn load(pdf: &[u8]) -> (Document, Vec<ObjectId>) {
    let document = Document::load_mem(pdf).expect("readable");
    let pages = document.get_pages().into_values().collect();
    (document, pages)
}

fn entry<'d>(document: &'d Document, from: &'d Dictionary, key: &[u8]) -> &'d Object {
    document.dereference(from.get(key).expect("an entry")).expect("an object").1
}

/// The text of each page and its furniture.
fn texts(pdf: &[u8]) -> Vec<String> {
    let text = Reading::of(pdf).text();
    let pages = text.split("== page ").skip(1);
    pages.map(|page| page.split_once('\n').expect("a number").1.to_owned()).collect()
}

#[test]
fn pages_come_in_order_and_sheets_begin_on_front_pages() {
    let (document, pages) = load(&MERGED);
    let texts_of_merged = texts(&MERGED);
    let mut odd = 0;
    for ((source, start), blank) in SOURCES.iter().zip(starts()).zip(blanks()) {
        assert_eq!(start % 2, 0, "a back page");
        let expected = texts(source);
        odd += expected.len() % 2;
        let end = start + expected.len();
        assert!(texts_of_merged[start..end] == expected, "page {start}");
        for (at, &page) in pages[start..].iter().take(expected.len() + blank).enumerate() {
            let page = document.get_dictionary(page).expect("a page");
            let is_blank = at >= expected.len();
            assert_eq!(page.get(b"Tabs").and_then(Object::as_name).expect("an order"), b"S");
            assert_eq!((page.has(b"Contents"), page.has(b"StructParents")), (!is_blank, !is_blank), "page {at}");
            let first = document.get_dictionary(pages[start]).expect("a page");
            assert_eq!(page.get(b"MediaBox").expect("a size"), first.get(b"MediaBox").expect("a size"));
        }
    }
    assert!(odd > 0 && odd < SOURCES.len(), "both even and odd numbers of pages");
    let total = SOURCES.iter().map(|pdf| pages_of(pdf)).sum::<usize>() + blanks().iter().sum::<usize>();
    assert_eq!(pages.len(), total);
}

/// The structure tree's lines below the document element.
fn tags(pdf: &[u8]) -> Vec<String> {
    let tags = Reading::of(pdf).tags();
    tags.lines().skip_while(|line| !line.starts_with("Document")).skip(1).map(str::to_owned).collect()
}

#[test]
fn the_structure_is_that_of_the_sheets_one_after_the_other() {
    let mut expected = Vec::new();
    let mut languages = BTreeSet::new();
    for source in SOURCES.iter() {
        let language = Reading::of(source).language;
        expected.push(if language == "en-GB" { " Part".to_owned() } else { format!(" Part lang={language}") });
        languages.insert(language);
        expected.extend(tags(source).iter().map(|line| format!(" {line}")));
    }
    for (at, (found, expected)) in tags(&MERGED).iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "line {at}");
    }
    assert_eq!(tags(&MERGED).len(), expected.len());
    assert!(languages.len() > 2, "{languages:?}");
}

/// The parent tree's entries, out of all its leaves.
fn parent_tree(document: &Document) -> BTreeMap<i64, Object> {
    let tree = entry(document, document.catalog().expect("a catalog"), b"StructTreeRoot").as_dict().expect("a tree");
    let root = entry(document, tree, b"ParentTree").as_dict().expect("a parent tree");
    let mut found = BTreeMap::new();
    for leaf in root.get(b"Kids").and_then(Object::as_array).expect("leaves") {
        let leaf = document.get_dictionary(leaf.as_reference().expect("a leaf")).expect("a leaf");
        let limits = leaf.get(b"Limits").and_then(Object::as_array).expect("limits");
        let (low, high) = (limits[0].as_i64().expect("a key"), limits[1].as_i64().expect("a key"));
        assert!(found.last_key_value().is_none_or(|(last, _)| *last < low), "leaves are in order");
        for pair in leaf.get(b"Nums").and_then(Object::as_array).expect("numbers").chunks(2) {
            let key = pair[0].as_i64().expect("a key");
            assert!((low..=high).contains(&key) && found.insert(key, pair[1].clone()).is_none(), "key {key}");
        }
    }
    let next = tree.get(b"ParentTreeNextKey").and_then(Object::as_i64).expect("a key");
    assert!(found.last_key_value().is_some_and(|(last, _)| *last < next));
    found
}

/// Whether an element's kids hold what `is` looks for.
fn holds(element: &Dictionary, is: impl Fn(&Object) -> bool) -> bool {
    match element.get(b"K").expect("kids") {
        Object::Array(kids) => kids.iter().any(is),
        kid => is(kid),
    }
}

#[test]
fn every_mark_and_link_leads_to_its_element_and_back() {
    let (document, pages) = load(&MERGED);
    let parents = parent_tree(&document);
    let element_of =
        |object: &Object| document.get_dictionary(object.as_reference().expect("an element")).expect("one");
    let (mut marks, mut links) = (0, 0);
    for &id in &pages {
        let page = document.get_dictionary(id).expect("a page");
        let Ok(key) = page.get(b"StructParents").and_then(Object::as_i64) else { continue };
        let elements = parents[&key].as_array().expect("a list");
        for (mark, object) in (0..).zip(elements) {
            let element = element_of(object);
            let own = element.get(b"Pg").and_then(Object::as_reference).ok() == Some(id);
            let found = holds(element, |kid| match kid {
                Object::Integer(number) => own && *number == mark,
                Object::Dictionary(kid) => {
                    kid.get(b"Pg").and_then(Object::as_reference).ok() == Some(id)
                        && kid.get(b"MCID").and_then(Object::as_i64).ok() == Some(mark)
                }
                _ => false,
            });
            assert!(found, "mark {mark}: {element:?}");
            marks += 1;
        }
        for link in page.get(b"Annots").and_then(Object::as_array).into_iter().flatten() {
            let annotation = document.get_dictionary(link.as_reference().expect("a link")).expect("a link");
            assert_eq!(annotation.get(b"P").and_then(Object::as_reference).expect("a page"), id);
            let element =
                element_of(&parents[&annotation.get(b"StructParent").and_then(Object::as_i64).expect("a key")]);
            assert_eq!(element.get(b"S").and_then(Object::as_name).expect("a role"), b"Link");
            assert!(holds(element, |kid| kid.as_dict().is_ok_and(|kid| kid.get(b"Obj").ok() == Some(link))));
            links += 1;
        }
    }
    assert!(marks > 500 && links > 20, "{marks} {links}");
}

#[test]
fn links_lead_where_they_led() {
    let addresses = |pdf: &[u8]| -> Vec<String> {
        let reading = Reading::of(pdf);
        reading.root.all().into_iter().filter_map(|node: &Node| node.uri.clone()).collect()
    };
    assert_eq!(addresses(&MERGED), SOURCES.iter().flat_map(|pdf| addresses(pdf)).collect::<Vec<_>>());
}

#[test]
fn the_outline_leads_to_each_sheet() {
    let (document, pages) = load(&MERGED);
    let outlines = entry(&document, document.catalog().expect("a catalog"), b"Outlines").as_dict().expect("an outline");
    let mut next = outlines.get(b"First").ok();
    let mut found = Vec::new();
    while let Some(item) = next {
        let item = document.get_dictionary(item.as_reference().expect("an item")).expect("an item");
        let title = lopdf::decode_text_string(item.get(b"Title").expect("a title")).expect("a text");
        let target = item.get(b"Dest").and_then(Object::as_array).expect("a place")[0].as_reference().expect("a page");
        found.push((title, pages.iter().position(|&page| page == target).expect("a page of the file")));
        next = item.get(b"Next").ok();
    }
    let expected: Vec<_> =
        starts().into_iter().enumerate().map(|(at, start)| (format!("Sheet {}", at + 1), start)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_file_speaks_for_itself_and_names_no_patient() {
    let reading = Reading::of(&MERGED);
    assert!(reading.information.contains(&"Title: Sheets for the printer".to_owned()), "{:?}", reading.information);
    assert!(Reading::of(&SOURCES[2]).information.join("\n").contains(NAME), "the test has a name to lose");
    let (document, _) = load(&MERGED);
    let catalog = document.catalog().expect("a catalog");
    let viewer = entry(&document, catalog, b"ViewerPreferences").as_dict().expect("preferences");
    assert!(viewer.get(b"DisplayDocTitle").and_then(Object::as_bool).expect("a choice"));
    assert_eq!(viewer.get(b"Duplex").and_then(Object::as_name).expect("a choice"), b"DuplexFlipLongEdge");
    assert!(catalog.has(b"MarkInfo") && catalog.has(b"OutputIntents") && catalog.has(b"Lang"));
    let xmp = entry(&document, catalog, b"Metadata").as_stream().expect("a stream");
    let said =
        [reading.information.join("\n"), reading.outline.join("\n"), String::from_utf8_lossy(&xmp.content).into()];
    assert!(said.iter().all(|text| NAME.split(' ').all(|word| !text.contains(word))), "{said:#?}");
    let packets = document.objects.values().filter_map(|object| object.as_stream().ok());
    assert_eq!(packets.filter(|stream| stream.dict.has_type(b"Metadata")).count(), 1);
}

#[test]
fn judges_from_outside_accept_it() {
    let file = judges::file("merged.pdf", &MERGED);
    judges::qpdf(&file);
    judges::verapdf(std::slice::from_ref(&file));
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let Some(read) = judges::text(&file, "-raw") else { return };
    let mut expected = String::new();
    for (at, source) in SOURCES.iter().enumerate() {
        expected.extend(judges::text(&judges::file(&format!("merged-source-{at}.pdf"), source), "-raw"));
    }
    assert!(letters(&read) == letters(&expected), "pdftotext reads something else");
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    assert!(merge(SOURCES.iter().zip(blanks())) == *MERGED);
    let id = |pdf: &[u8]| format!("{:?}", load(pdf).0.trailer.get(b"ID").expect("an identifier"));
    let turned = merge(SOURCES.iter().rev().map(|pdf| (pdf, 0)));
    assert_ne!(id(&MERGED), id(&turned));
    assert_ne!(id(&turned), id(&merge(SOURCES.iter().rev().map(|pdf| (pdf, 1)))));
}

/// The content of fonts, pictures and pages, without what the file says of itself.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let (document, _) = load(pdf);
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let is_kept = |stream: &&lopdf::Stream| !stream.dict.has(b"Type") || stream.dict.has_type(b"XObject");
    streams.filter(is_kept).map(|stream| stream.content.clone()).collect()
}

#[test]
fn what_is_the_same_is_written_once() {
    let one = streams(&SOURCES[0]);
    let thrice = merge([(&SOURCES[0], 0), (&SOURCES[0], 1), (&SOURCES[0], 0)]);
    assert_eq!(streams(&thrice).len(), one.len());
    assert!(thrice.len() < SOURCES[0].len() * 3 / 2, "{} of {}", thrice.len(), SOURCES[0].len());
    let all = streams(&MERGED);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "nothing twice");
    let size: usize = SOURCES.iter().map(Vec::len).sum();
    assert!(MERGED.len() < size, "{} of {size}", MERGED.len());
}

#[test]
fn damaged_files_are_errors() {
    let good = &SOURCES[1];
    let refuse = |bytes: &[u8], what: &str| {
        let mut merged = Merged::new(metadata(), Duplex::LongEdge, "Sheet");
        assert!(matches!(merged.add(bytes, 1), Err(MergeError::Damaged(_))), "{what}");
        assert_eq!(merged.pages(), 0, "{what}");
        assert!(matches!(merged.finish(), Err(MergeError::Empty)), "{what}");
    };
    refuse(b"", "nothing");
    refuse(b"%PDF-1.7\n%%EOF\n", "a head without a body");
    for part in 1..8 {
        refuse(&good[..good.len() * part / 8], &format!("{part} of 8 parts"));
    }
    let saved = |mut document: Document| {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("written");
        bytes
    };
    let (mut document, pages) = load(good);
    let ring = document.new_object_id();
    document.set_object(ring, Object::Array(vec![ring.into()]));
    document.get_dictionary_mut(pages[0]).expect("a page").set("Extra", ring);
    refuse(&saved(document), "a ring");
    let (mut document, pages) = load(good);
    document.get_dictionary_mut(pages[0]).expect("a page").set("Extra", Object::Reference((99_999, 0)));
    refuse(&saved(document), "a reference to nothing");
    let mut document = load(good).0;
    document.catalog_mut().expect("a catalog").remove(b"StructTreeRoot");
    refuse(&saved(document), "no structure");
}

#[test]
fn a_changed_byte_is_an_error_or_changes_no_page() {
    let good = &SOURCES[1];
    let expected = texts(good);
    let mut refused = 0;
    for at in (0..good.len()).step_by(good.len() / 150) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        let mut merged = Merged::new(metadata(), Duplex::LongEdge, "Sheet");
        match merged.add(&bytes, 0) {
            Ok(_) => assert!(texts(&merged.finish().expect("a file")) == expected, "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_sheet_that_is_refused_leaves_the_others_as_they_are() {
    let mut merged = Merged::new(metadata(), Duplex::LongEdge, "Sheet");
    merged.add(&SOURCES[0], 0).expect("a good sheet");
    assert!(merged.add(&SOURCES[1][..4000], 0).is_err());
    merged.add(&SOURCES[1], 0).expect("a good sheet");
    assert!(merged.finish().expect("a file") == merge([(&SOURCES[0], 0), (&SOURCES[1], 0)]));
}
