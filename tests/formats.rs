//! Every format of every shipped handout: what it measures, what it holds, how it is printed.
//!
//! Measures are the table that formats are held to, written down here once more as numbers, and found on the pages from
//! what stands on them.

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use handout::geom::{Format, Make, Pt, Rect};
use handout::layout::display::{Ink, Item, Page, Publication, Role, Tag};
use handout::model::handout::ContactNumber;
use handout::pdf;
use kurbo::{PathEl, Shape as _};
use lopdf::{Document, Object};
use support::holds::{overlapping, run_of, signs};
use support::judges;
use support::library::{self, BRANDS, Case, HANDOUTS};
use support::program::{files_in, folder, run};
use support::reading::{Kid, Node, Reading};
use support::texts::Filler;

/// How far a length may be off.
const NEAR: f32 = 0.1;

/// A handout in a format, made.
struct Made {
    case: Case,
    format: Format,
    publication: Publication,
    reading: Option<Publication>,
    pdf: Vec<u8>,
    reading_pdf: Option<Vec<u8>>,
    faults: Vec<String>,
}

fn make(case: Case) -> Made {
    let (produced, findings) = case.produced();
    let write = |publication: &Publication| pdf::write(publication).expect("a file");
    let faults = findings.iter().filter(|finding| finding.code.starts_with('L')).map(|finding| finding.message.clone());
    Made {
        format: case.settings.format.expect("a format"),
        pdf: write(&produced.publication),
        reading_pdf: produced.reading.as_ref().map(write),
        faults: faults.collect(),
        publication: produced.publication,
        reading: produced.reading,
        case,
    }
}

/// Makes cases, two at a time.
fn make_all(cases: Vec<Case>) -> Vec<Made> {
    let again = |case: &Case| {
        let (source, branding) = (case.source.clone(), case.branding.clone());
        make(Case { name: case.name.clone(), source, branding, settings: case.settings })
    };
    library::each(&cases, again)
}

/// All handouts in all formats under both brands, made once for all tests.
fn all() -> &'static [Made] {
    static ALL: LazyLock<Vec<Made>> = LazyLock::new(|| {
        let mut cases = Vec::new();
        for format in Format::ALL {
            for handout in HANDOUTS {
                cases.extend(BRANDS.map(|brand| Case::in_format(handout, brand, format)));
            }
        }
        // Slow and quick formats in turn, so that both threads have as much to do.
        let (even, odd): (Vec<_>, Vec<_>) = cases.into_iter().enumerate().partition(|(index, _)| index % 2 == 0);
        make_all(even.into_iter().chain(odd).map(|(_, case)| case).collect())
    });
    &ALL
}

fn of(make: Make) -> impl Iterator<Item = &'static Made> {
    all().iter().filter(move |made| made.format.make() == make)
}

/// Every folded leaflet.
fn folded() -> impl Iterator<Item = &'static Made> {
    of(Make::Trifold).chain(of(Make::Zfold))
}

/// The third trimester under the first brand.
fn one(format: Format) -> Case {
    Case::in_format("third-trimester", "riverside", format)
}

/// The Arabic handout in a format.
fn arabic(format: Format) -> Case {
    library::arabic().with(|settings| settings.format = Some(format))
}

/// Tells all that is wrong at once.
fn nothing(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn mm(length: Pt) -> f32 {
    length.0 / 72.0 * 25.4
}

fn is_near(found: f32, expected: f32) -> bool {
    (found - expected).abs() <= NEAR
}

fn all_near(found: &[f32], expected: &[f32]) -> bool {
    found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| is_near(*found, *expected))
}

/// Lengths in order, those that are the same but once.
fn distinct(lengths: impl IntoIterator<Item = f32>) -> Vec<f32> {
    let mut lengths: Vec<f32> = lengths.into_iter().collect();
    lengths.sort_by(f32::total_cmp);
    lengths.dedup_by(|one, other| (*one - *other).abs() < 0.05);
    lengths
}

// The table of formats.

/// An inch in millimetres.
const IN: f32 = 25.4;

/// Width and height of a format's trimmed sheet in mm; for the card, those of the brand's paper.
fn sheet(format: Format, brand: &str) -> [f32; 2] {
    let (a4, letter) = ([210.0, 297.0], [8.5 * IN, 11.0 * IN]);
    match format {
        Format::A4 => a4,
        Format::Letter => letter,
        Format::A4Trifold | Format::A4Zfold | Format::A5Booklet => [297.0, 210.0],
        Format::LetterTrifold | Format::LetterZfold | Format::HalfLetterBooklet => [11.0 * IN, 8.5 * IN],
        Format::Card => {
            if brand.contains("juniper") {
                letter
            } else {
                a4
            }
        }
        Format::A3Poster => [297.0, 420.0],
        Format::TabloidPoster => [11.0 * IN, 17.0 * IN],
    }
}

/// Widths of panels in mm from left to right: outside, inside.
fn panels(format: Format) -> [[f32; 3]; 2] {
    match format {
        Format::A4Trifold => [[97.0, 100.0, 100.0], [100.0, 100.0, 97.0]],
        Format::LetterTrifold => [[3.625 * IN, 3.6875 * IN, 3.6875 * IN], [3.6875 * IN, 3.6875 * IN, 3.625 * IN]],
        Format::A4Zfold => [[99.0; 3]; 2],
        Format::LetterZfold => [[11.0 / 3.0 * IN; 3]; 2],
        other => panic!("{other:?} has no panels"),
    }
}

/// Folds in mm from the left: outside, inside.
fn folds(format: Format) -> [[f32; 2]; 2] {
    match format {
        Format::A4Trifold => [[97.0, 197.0], [100.0, 200.0]],
        Format::LetterTrifold => [[3.625 * IN, 7.3125 * IN], [3.6875 * IN, 7.375 * IN]],
        Format::A4Zfold => [[99.0, 198.0]; 2],
        Format::LetterZfold => [[3.667 * IN, 7.333 * IN]; 2],
        other => panic!("{other:?} has no folds"),
    }
}

// What is read from a page.

/// What letters cover, from their first to their last.
fn letters(item: &Item) -> Option<Rect> {
    let run = run_of(item).filter(|run| !run.text.trim().is_empty())?;
    let spaces = run.text.len() - run.text.trim_end().len();
    let width = item.frame.width - run.size * (0.2 * spaces as f32);
    let top = item.frame.y + run.baseline - run.size * 0.75;
    Some(Rect::new(item.frame.x + run.x, top, width, run.size * 0.95))
}

fn texts(page: &Page) -> impl Iterator<Item = Rect> {
    page.items.iter().filter_map(letters)
}

/// A box of a page in mm: left, bottom, right, top.
fn page_boxes(pdf: &[u8], name: &str) -> Vec<[f32; 4]> {
    let document = Document::load_mem(pdf).expect("a readable PDF");
    let number = |object: &Object| mm(Pt(object.as_float().expect("a number")));
    let pages = document.get_pages().into_values().map(|page| {
        let page = document.get_dictionary(page).expect("a page");
        let entry = page.get(name.as_bytes()).or_else(|_| page.get(b"MediaBox")).and_then(Object::as_array);
        let numbers: Vec<f32> = entry.expect("a box").iter().map(number).collect();
        numbers.try_into().expect("four numbers")
    });
    pages.collect()
}

/// The lines of a page's decoration that are dashed or not, in mm from the trim's corner.
fn lines(page: &Page, dashed: bool) -> Vec<[(f32, f32); 2]> {
    let mut found = Vec::new();
    for item in page.items.iter().filter(|item| item.tag == Tag::Artifact) {
        let Ink::Path(shape) = &item.ink else { continue };
        let is_asked = shape.fill.is_none() && shape.stroke.is_some_and(|stroke| stroke.dash.is_some() == dashed);
        let point = |to: kurbo::Point| {
            let (x, y) = (item.frame.x + Pt(to.x as f32), item.frame.y + Pt(to.y as f32));
            (mm(x - page.trim.x), mm(y - page.trim.y))
        };
        let straight = shape.path.elements().chunks(2).filter_map(|pair| match *pair {
            [PathEl::MoveTo(from), PathEl::LineTo(to)] => Some([point(from), point(to)]),
            _ => None,
        });
        if is_asked && shape.path.elements().len() % 2 == 0 {
            found.extend(straight);
        }
    }
    found
}

/// What upright lines are drawn at, each once, from left to right.
fn upright(lines: &[[(f32, f32); 2]]) -> Vec<f32> {
    distinct(lines.iter().filter(|[from, to]| (from.0 - to.0).abs() < 0.01).map(|[from, _]| from.0))
}

/// What level lines are drawn at, each once, from the top.
fn level(lines: &[[(f32, f32); 2]]) -> Vec<f32> {
    distinct(lines.iter().filter(|[from, to]| (from.1 - to.1).abs() < 0.01).map(|[from, _]| from.1))
}

// Sheets and panels.

#[test]
fn sheets_are_as_large_as_the_table_says() {
    let mut wrong = Vec::new();
    for made in all() {
        let [width, height] = sheet(made.format, &made.case.name);
        for found in page_boxes(&made.pdf, "MediaBox").into_iter().chain(page_boxes(&made.pdf, "TrimBox")) {
            if !all_near(&found, &[0.0, 0.0, width, height]) {
                wrong.push(format!("{}: {found:?}", made.case.name));
            }
        }
        for found in made.reading_pdf.iter().flat_map(|pdf| page_boxes(pdf, "TrimBox")) {
            if !all_near(&found, &[0.0, 0.0, width / 2.0, height]) {
                wrong.push(format!("{}, to read: {found:?}", made.case.name));
            }
        }
        let pages = made.publication.pages.len();
        let is_right = match made.format.make() {
            Make::Sheet | Make::Booklet => true,
            Make::Trifold | Make::Zfold | Make::Card => pages == 2,
            Make::Poster => pages == 1,
        };
        if !is_right {
            wrong.push(format!("{}: {pages} pages", made.case.name));
        }
    }
    nothing(wrong);
}

#[test]
fn no_text_comes_near_a_fold_or_an_edge() {
    let mut wrong = Vec::new();
    for made in folded() {
        for (page, widths) in made.publication.pages.iter().zip(panels(made.format)) {
            let mut edge = 0.0;
            let panels: Vec<(f32, f32)> = widths
                .into_iter()
                .map(|width| {
                    (edge, {
                        edge += width;
                        edge
                    })
                })
                .collect();
            for text in texts(page) {
                let (left, right) = (mm(text.x), mm(text.right()));
                let clear = |&(start, end): &(f32, f32)| left >= start + 5.0 && right <= end - 5.0;
                if !panels.iter().any(clear) {
                    wrong.push(format!("{}: text from {left} to {right} mm", made.case.name));
                }
            }
        }
    }
    nothing(wrong);
}

#[test]
fn panels_stand_where_the_table_says() {
    let mut wrong = Vec::new();
    for made in folded() {
        let [outside, inside] = panels(made.format);
        // Text has one width on all panels, that of the narrowest less 8 mm at each side; what a panel is wider is margin.
        let text = outside.into_iter().fold(f32::MAX, f32::min) - 16.0;
        let lefts = |widths: [f32; 3]| {
            let mut edge = 0.0;
            widths.map(|width| {
                (edge + (width - text) / 2.0, {
                    edge += width;
                    edge
                })
                    .0
            })
        };
        let (front, back) = (&made.publication.pages[0], &made.publication.pages[1]);
        // Inside: where text begins on each panel.
        let mut edge = 0.0;
        for (width, expected) in inside.into_iter().zip(lefts(inside)) {
            let on_panel = texts(back).filter(|text| mm(text.x) > edge && mm(text.x) < edge + width);
            let found = on_panel.map(|text| mm(text.x)).fold(f32::MAX, f32::min);
            // The help box may take a panel inside: its tiers are 3 mm wider than text, and their words 6 pt from the edge.
            let in_tier = expected - 3.0 + mm(Pt(6.0));
            if !is_near(found, expected) && !is_near(found, in_tier) {
                wrong.push(format!("{}: inside from {found}, not {expected} mm", made.case.name));
            }
            edge += width;
        }
        // Outside: the tiers on the flap and the back, 3 mm wider than text at each side, and the cover's band.
        let expected: Vec<f32> = lefts(outside)[..2].iter().map(|left| left - 3.0).collect();
        let tiers = front.items.iter().filter(|item| {
            matches!(&item.ink, Ink::Path(shape) if shape.fill.is_some() && shape.stroke.is_some())
                && is_near(mm(item.frame.width), text + 6.0)
        });
        let found = distinct(tiers.map(|item| mm(item.frame.x)));
        if !all_near(&found, &expected) {
            wrong.push(format!("{}: tiers from {found:?}, not {expected:?} mm", made.case.name));
        }
        let cover = [outside[0] + outside[1] + 4.0, outside.iter().sum::<f32>() - 6.0];
        let band = front.items.iter().find(|item| item.tag == Tag::Artifact && mm(item.frame.height) > 190.0);
        let found = band.map(|band| [mm(band.frame.x), mm(band.frame.right())]).expect("a band");
        if !all_near(&found, &cover) {
            wrong.push(format!("{}: the cover's band lies at {found:?}, not {cover:?} mm", made.case.name));
        }
    }
    nothing(wrong);
}

#[test]
fn fold_guides_lie_on_the_folds() {
    for format in [Format::A4Trifold, Format::LetterTrifold, Format::A4Zfold, Format::LetterZfold] {
        let publication = one(format).with(|settings| settings.fold_guides = true).publication();
        for (page, expected) in publication.pages.iter().zip(folds(format)) {
            let found = upright(&lines(page, true));
            assert!(all_near(&found, &expected), "{format:?}: {found:?}, not {expected:?}");
        }
    }
    for (format, middle) in [(Format::A5Booklet, 148.5), (Format::HalfLetterBooklet, 5.5 * IN)] {
        let publication = one(format).with(|settings| settings.fold_guides = true).publication();
        for page in &publication.pages {
            assert!(all_near(&upright(&lines(page, true)), &[middle]), "{format:?}");
        }
    }
    assert!(lines(&one(Format::A4Trifold).publication().pages[0], true).is_empty(), "guides that nobody asked for");
}

// For a print shop.

#[test]
fn press_sheets_have_boxes_bleed_and_marks() {
    for format in Format::ALL {
        let made = make(one(format).with(|settings| settings.press = true));
        let [width, height] = sheet(format, "riverside");
        // The card is printed on the brand's paper, A4.
        let is_metric = format.paper().is_none_or(|paper| mm(paper.size().width).fract() < 0.01);
        let bleed = if is_metric { 3.0 } else { 3.175 };
        let boxes = ["MediaBox", "BleedBox", "TrimBox"].map(|name| page_boxes(&made.pdf, name));
        for ((media, bleed_box), trim) in boxes[0].iter().zip(&boxes[1]).zip(&boxes[2]) {
            assert!(is_near(trim[2] - trim[0], width) && is_near(trim[3] - trim[1], height), "{format:?}: {trim:?}");
            let around = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed];
            assert!(all_near(bleed_box, &around), "{format:?}: {bleed_box:?}, not {around:?}");
            let slug = [trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3]];
            assert!(slug.iter().all(|slug| *slug >= bleed + 5.0), "{format:?}: no room for marks: {slug:?}");
        }
        for (index, page) in made.publication.pages.iter().enumerate() {
            // Marks lie outside the trim, and the card's ticks inside it.
            let is_mark = |line: &[(f32, f32); 2]| {
                line.iter().any(|(x, y)| *x < -0.1 || *y < -0.1 || *x > width + 0.1 || *y > height + 0.1)
            };
            let marks = |dashed| lines(page, dashed).into_iter().filter(is_mark).collect::<Vec<_>>();
            let crop = marks(false);
            assert!(all_near(&upright(&crop), &[0.0, width]), "{format:?}: crop marks at {:?}", upright(&crop));
            assert!(all_near(&level(&crop), &[0.0, height]), "{format:?}: crop marks at {:?}", level(&crop));
            let clear = bleed.max(3.0) - 0.1;
            for [from, to] in crop.iter().chain(&marks(true)) {
                let outside = |x: f32, y: f32| (-x).max(x - width).max(-y).max(y - height);
                let nearest = outside(from.0, from.1).min(outside(to.0, to.1));
                assert!(nearest >= clear, "{format:?}: a mark {nearest} mm from the trim");
            }
            let found = upright(&marks(true));
            let expected = match format.make() {
                Make::Trifold | Make::Zfold => folds(format)[index].to_vec(),
                Make::Booklet => vec![width / 2.0],
                Make::Sheet | Make::Card | Make::Poster => Vec::new(),
            };
            assert!(all_near(&found, &expected), "{format:?}: fold marks at {found:?}, not {expected:?}");
        }
    }
}

#[test]
fn on_a_press_sheet_the_cover_runs_from_the_fold_into_the_bleed() {
    for format in [Format::A4Trifold, Format::LetterTrifold, Format::A4Zfold, Format::LetterZfold] {
        let publication = one(format).with(|settings| settings.press = true).publication();
        let page = &publication.pages[0];
        let band = page.items.iter().find(|item| item.tag == Tag::Artifact && item.frame.height >= page.trim.height);
        let band = band.expect("a band").frame;
        let [width, height] = sheet(format, "riverside");
        let bleed = if is_near(width, 297.0) { 3.0 } else { 3.175 };
        let found = [mm(band.x - page.trim.x), mm(band.right() - page.trim.x), mm(band.y - page.trim.y)];
        assert!(all_near(&found, &[folds(format)[0][1], width + bleed, -bleed]), "{format:?}: {found:?}");
        assert!(is_near(mm(band.height), height + bleed * 2.0), "{format:?}: {band:?}");
    }
}

// What every format holds.

/// A step of the help box as it is read: whom to call, or when.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Number(String),
    Sign(String),
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The numbers and signs under an element, in reading order; numbers in running text of a sign are part of it.
fn steps(node: &Node, found: &mut Vec<Step>) {
    match (node.role.as_str(), &node.uri) {
        ("LBody", _) => found.push(Step::Sign(node.text())),
        ("Link", Some(uri)) if uri.starts_with("tel:") => {
            // A number at home may be linked with its country's code in place of the nought before it.
            assert!(digits(uri).ends_with(digits(&node.text()).trim_start_matches('0')), "{uri}");
            found.push(Step::Number(digits(&node.text())));
        }
        _ => node.kids.iter().for_each(|kid| {
            if let Kid::Node(node) = kid {
                steps(node, found);
            }
        }),
    }
}

/// What the help box has to say, from handout and brand alone.
fn expected_steps(case: &Case) -> Vec<Step> {
    let handout = case.handout();
    let (care, filler) = (&handout.seek_care, Filler::new(&handout, case.brand()));
    let usual = [ContactNumber::EmergencyNumber, ContactNumber::MaternityLine, ContactNumber::Phone];
    assert_eq!(care.tiers.len(), usual.len());
    let mut expected = Vec::new();
    for (tier, usual) in care.tiers().zip(usual) {
        let numbers: Vec<ContactNumber> =
            tier.numbers.as_ref().map_or_else(|| vec![usual], |numbers| numbers.iter().map(|n| n.value).collect());
        let contact = &case.brand().contact;
        assert!(contact.maternity_line.is_some(), "a brand of the library");
        let numbers = numbers.into_iter().filter_map(|number| contact.number(number));
        expected.extend(numbers.map(|number| Step::Number(digits(&number.value))));
        expected.extend(signs(tier, &filler).into_iter().map(Step::Sign));
    }
    expected
}

#[test]
fn every_format_has_the_whole_help_box_in_order() {
    let mut wrong = Vec::new();
    for made in all() {
        let expected = expected_steps(&made.case);
        assert!(expected.len() > 15, "{}", made.case.name);
        for pdf in std::iter::once(&made.pdf).chain(&made.reading_pdf) {
            let mut found = Vec::new();
            steps(&Reading::of(pdf).root, &mut found);
            if !found.windows(expected.len()).any(|found| found == expected) {
                wrong.push(format!("{}: {found:#?}, not {expected:#?}", made.case.name));
            }
        }
    }
    nothing(wrong);
}

/// What is smaller than it may be: text, and furniture or small print.
fn too_small(publication: &Publication, body: f32, small: f32) -> Vec<String> {
    let mut found = Vec::new();
    for item in publication.pages.iter().flat_map(|page| &page.items) {
        let Some(run) = run_of(item) else { continue };
        let least = match item.tag {
            Tag::Element(id) if !publication.tree.is_small_print(id) => body,
            _ => small,
        };
        if run.size.0 < least - 0.01 {
            found.push(format!("{:?} at {} points", run.text, run.size.0));
        }
    }
    found
}

#[test]
fn no_text_is_too_small() {
    let mut wrong = Vec::new();
    for made in all() {
        let (body, small) = if made.format == Format::Card { (10.5, 10.5) } else { (12.0, 10.0) };
        for publication in std::iter::once(&made.publication).chain(&made.reading) {
            wrong.extend(
                too_small(publication, body, small).into_iter().map(|what| format!("{}: {what}", made.case.name)),
            );
        }
    }
    for format in [Format::A4, Format::Letter, Format::A5Booklet, Format::HalfLetterBooklet] {
        for brand in BRANDS {
            let case = Case::in_format("after-birth", brand, format).with(|settings| settings.large_print = true);
            let found = too_small(&case.publication(), 18.0, 16.0);
            wrong.extend(found.into_iter().map(|what| format!("{} in large print: {what}", case.name)));
        }
    }
    nothing(wrong);
}

#[test]
fn pages_are_without_fault() {
    let mut wrong = Vec::new();
    for made in all() {
        wrong.extend(made.faults.iter().map(|fault| format!("{}: {fault}", made.case.name)));
        wrong.extend(overlapping(&made.publication).into_iter().map(|what| format!("{}: {what}", made.case.name)));
    }
    nothing(wrong);
}

#[test]
fn small_print_is_the_imprint_alone() {
    for made in folded().chain(of(Make::Poster)) {
        let tree = &made.publication.tree;
        for item in made.publication.pages.iter().flat_map(|page| &page.items) {
            let Tag::Element(id) = item.tag else { continue };
            let path = std::iter::successors(Some(id), |&id| tree[id].parent);
            let role = |role| path.clone().any(|id| tree[id].role == role);
            let is_content = role(Role::LI) || (1..=6).any(|level| role(Role::H(level)));
            assert!(!is_content || !tree.is_small_print(id), "{}: {:?}", made.case.name, run_of(item));
        }
    }
}

#[test]
fn what_is_left_out_is_named_and_what_is_kept_is_there() {
    for made in folded().chain(of(Make::Poster)) {
        let (produced, _) = made.case.produced();
        let texts: Vec<String> = Reading::of(&made.pdf).blocks().iter().map(|block| block.text()).collect();
        let filler = Filler::new(&produced.handout, made.case.brand());
        let lists = [&produced.handout.prevention, &produced.handout.causes].into_iter().flatten();
        for item in lists.flat_map(|section| section.items.iter().chain(section.groups.iter().flat_map(|g| &g.items))) {
            for text in filler.printed(&item.text.value) {
                assert!(texts.iter().any(|found| found.contains(&text)), "{}: {text:?} is lost", made.case.name);
            }
        }
        // Beside the longest help box a poster has no room for an item.
        assert!(produced.kept.is_some_and(|kept| kept > 0 || made.format.make() == Make::Poster), "{}", made.case.name);
        if !produced.left_out.is_empty() {
            let says = texts.iter().any(|text| text.contains("short version"));
            assert!(says, "{}: it does not say that it is short", made.case.name);
        }
    }
}

// The card.

/// Strips of a card's side in mm, left and right edge, from the ticks to cut at.
fn strips(page: &Page) -> Vec<[f32; 2]> {
    upright(&lines(page, false)).chunks(2).map(|edges| [edges[0], edges[1]]).collect()
}

#[test]
fn cards_fit_a_wallet_and_meet_back_to_back() {
    for made in of(Make::Card) {
        let name = &made.case.name;
        let [front, back] = made.publication.pages.as_slice() else { panic!("{name}: two sides") };
        for page in [front, back] {
            for [left, right] in strips(page) {
                assert!(is_near(right - left, 85.6), "{name}: a strip from {left} to {right} mm");
            }
            // Lines to write on are level, too, but longer than ticks.
            let is_tick = |line: &[(f32, f32); 2]| (line[0].0 - line[1].0).abs() < 5.0;
            let ticks = |dashed| lines(page, dashed).into_iter().filter(is_tick).collect::<Vec<_>>();
            let (cuts, folds) = (level(&ticks(false)), level(&ticks(true)));
            let [top, bottom] = cuts.as_slice() else { panic!("{name}: {cuts:?}") };
            let edges: Vec<f32> = [&[*top], folds.as_slice(), &[*bottom]].concat();
            assert!(edges.windows(2).all(|pair| is_near(pair[1] - pair[0], 54.0)), "{name}: {edges:?}");
            assert!(edges.len() >= 3, "{name}: {edges:?}");
            for text in texts(page) {
                let (x, y) = ((mm(text.x), mm(text.right())), (mm(text.y), mm(text.bottom())));
                let inside = strips(page).iter().any(|[left, right]| x.0 >= left + 2.5 && x.1 <= right - 2.5)
                    && edges.windows(2).any(|edge| y.0 >= edge[0] && y.1 <= edge[1]);
                assert!(inside, "{name}: text at {x:?}, {y:?} mm");
            }
        }
        // Turned over its long edge, the sheet shows left at the right, and top at the top.
        let width = mm(front.size.width);
        let turned: Vec<[f32; 2]> =
            strips(back).iter().rev().map(|[left, right]| [width - right, width - left]).collect();
        assert!(strips(front).iter().zip(&turned).all(|(one, other)| all_near(one, other)), "{name}: {turned:?}");
        assert_eq!(strips(front).len(), strips(back).len(), "{name}");
        assert!(all_near(&level(&lines(front, true)), &level(&lines(back, true))), "{name}");
    }
}

#[test]
fn one_copy_of_a_card_is_read() {
    for made in of(Make::Card) {
        for page in &made.publication.pages {
            let mut by_strip = BTreeMap::new();
            for item in page.items.iter().filter(|item| run_of(item).is_some()) {
                let x = mm(item.frame.x);
                let strip =
                    strips(page).iter().position(|[left, right]| x >= *left && x <= *right).expect("on a strip");
                let (read, all) = by_strip.entry(strip).or_insert((0, 0));
                *all += 1;
                *read += usize::from(matches!(item.tag, Tag::Element(_)));
            }
            let counts: Vec<(usize, usize)> = by_strip.into_values().collect();
            assert!(counts.len() >= 2 && counts.iter().all(|(_, all)| *all == counts[0].1), "{counts:?}");
            assert_eq!(counts.iter().filter(|(read, _)| *read > 0).count(), 1, "{}: {counts:?}", made.case.name);
        }
    }
}

// Booklets.

#[test]
fn booklets_fill_whole_sheets() {
    for made in of(Make::Booklet) {
        let reading = made.reading.as_ref().expect("an edition to read");
        assert_eq!(reading.pages.len() % 4, 0, "{}", made.case.name);
        assert_eq!(reading.pages.len(), made.publication.pages.len() * 2, "{}", made.case.name);
        for (number, page) in (1..).zip(&reading.pages) {
            let holds = page.items.iter().any(|item| matches!(item.tag, Tag::Element(_)));
            assert!(holds, "{}: page {number} is empty", made.case.name);
        }
    }
}

#[test]
fn booklets_are_read_in_order_as_a_whole_and_imposed() {
    for made in of(Make::Booklet) {
        let blocks = |pdf: &[u8]| Reading::of(pdf).blocks();
        let to_read = blocks(made.reading_pdf.as_ref().expect("an edition to read"));
        let pages: Vec<usize> = to_read.iter().map(|block| block.parts[0].0).collect();
        assert!(pages.is_sorted(), "{}: {pages:?}", made.case.name);
        let words = |blocks: &[support::reading::Block]| blocks.iter().map(|block| block.text()).collect::<Vec<_>>();
        assert_eq!(words(&to_read), words(&blocks(&made.pdf)), "{}", made.case.name);
    }
}

#[test]
fn booklets_have_no_forsaken_page() {
    for made in of(Make::Booklet) {
        let reading = made.reading.as_ref().expect("an edition to read");
        // The imprint's page and those after it are as full as they come.
        let imprint = reading.outline.iter().find(|entry| entry.title == "About this leaflet").expect("an imprint");
        for (number, page) in (1..).zip(&reading.pages[..imprint.page]) {
            let (foot, content): (Vec<&Item>, Vec<&Item>) =
                page.items.iter().partition(|item| item.tag == Tag::Furniture);
            let end = foot.iter().map(|item| mm(item.frame.y)).fold(f32::MAX, f32::min);
            let lowest = content.iter().map(|item| mm(item.frame.bottom())).fold(0.0, f32::max);
            let empty = (end - lowest) / (end - 12.0);
            assert!(empty < 0.38, "{}: {:.0} % of page {number} is empty", made.case.name, empty * 100.0);
        }
    }
}

#[test]
fn boxes_that_go_on_have_their_heading_again_and_two_entries_at_least_on_each_page() {
    let mut parted = 0;
    for made in of(Make::Booklet) {
        let reading = Reading::of(made.reading_pdf.as_ref().expect("an edition to read"));
        let blocks = reading.blocks();
        for (page, furniture) in reading.furniture.iter().enumerate() {
            let Some((title, _)) = furniture.split_once(" (continued)") else { continue };
            let title = support::reading::plain(&title.replace('|', " "));
            let is_heading = |block: &support::reading::Block| block.role().starts_with('H');
            let heading = blocks.iter().position(|block| is_heading(block) && block.text() == title);
            let heading = heading.unwrap_or_else(|| panic!("{}: no heading {title:?}", made.case.name));
            let entries = blocks[heading + 1..].iter().take_while(|block| !is_heading(block));
            let mut on_page: BTreeMap<usize, usize> = BTreeMap::new();
            for entry in entries.filter(|block| block.path.iter().any(|role| role == "LI")) {
                assert_eq!(entry.parts.iter().filter(|(on, _)| *on != entry.parts[0].0).count(), 0, "{}", entry.text());
                *on_page.entry(entry.parts[0].0).or_default() += 1;
            }
            assert_eq!(blocks[heading].parts[0].0, page - 1, "{}: {title:?}", made.case.name);
            let pages: Vec<usize> = on_page.keys().copied().collect();
            assert_eq!(pages, [page - 1, page], "{}: {title:?}", made.case.name);
            assert!(on_page.values().all(|&count| count >= 2), "{}: {title:?}: {on_page:?}", made.case.name);
            parted += 1;
        }
    }
    assert!(parted > 10, "{parted} boxes go on on the next page");
}

/// The texts of a page that lie between two places in mm.
fn words(page: &Page, from: f32, to: f32) -> Vec<String> {
    let inside = |item: &&Item| mm(item.frame.x) >= from - 0.1 && mm(item.frame.x) < to - 0.1;
    page.items.iter().filter(inside).filter_map(|item| Some(run_of(item)?.text.to_string())).collect()
}

/// Whether the pages of an edition to read lie on the sheets by the table: on sheet i of N pages, from 0, in front
/// (N-2i, 2i+1) and at the back (2i+2, N-2i-1); exchanged for one that is read from right to left.
fn check_imposed(made: &Made, right_to_left: bool) {
    let reading = made.reading.as_ref().expect("an edition to read");
    let count = reading.pages.len();
    let [width, _] = sheet(made.format, &made.case.name);
    for (side, page) in made.publication.pages.iter().enumerate() {
        let i = side / 2;
        let (left, right) = if side % 2 == 0 { (count - 2 * i, 2 * i + 1) } else { (2 * i + 2, count - 2 * i - 1) };
        let (left, right) = if right_to_left { (right, left) } else { (left, right) };
        for (number, from) in [(left, 0.0), (right, width / 2.0)] {
            let expected = words(&reading.pages[number - 1], 0.0, width);
            assert!(!expected.is_empty());
            let found = words(page, from, from + width / 2.0);
            assert_eq!(found, expected, "{}: page {number} on side {side}", made.case.name);
        }
    }
}

#[test]
fn booklet_pages_lie_on_sheets_by_the_table() {
    for made in of(Make::Booklet) {
        check_imposed(made, false);
    }
    check_imposed(&make(arabic(Format::A5Booklet)), true);
}

// From right to left.

#[test]
fn right_to_left_leaflets_fold_mirrored() {
    let folds = [(Format::A4Trifold, [[100.0, 200.0], [97.0, 197.0]]), (Format::A4Zfold, [[99.0, 198.0]; 2])];
    for (format, expected) in folds {
        let publication = arabic(format).with(|settings| settings.fold_guides = true).publication();
        for (page, expected) in publication.pages.iter().zip(expected) {
            let found = upright(&lines(page, true));
            assert!(all_near(&found, &expected), "{format:?}: {found:?}");
            for text in texts(page) {
                let (left, right) = (mm(text.x), mm(text.right()));
                let clear = |from: f32, to: f32| left >= from + 5.0 && right <= to - 5.0;
                let is_clear = clear(0.0, expected[0]) || clear(expected[0], expected[1]) || clear(expected[1], 297.0);
                assert!(is_clear, "{format:?}: text from {left} to {right} mm");
            }
        }
        let title = publication.pages[0].items.iter().filter(|item| match item.tag {
            Tag::Element(id) => std::iter::successors(Some(id), |&id| publication.tree[id].parent)
                .any(|id| publication.tree[id].role == Role::H(1)),
            _ => false,
        });
        let places: Vec<f32> = title.map(|item| mm(item.frame.right())).collect();
        assert!(!places.is_empty() && places.iter().all(|x| *x < expected[0][0]), "{format:?}: {places:?}");
    }
}

#[test]
fn right_to_left_leaflets_come_in_every_format() {
    for format in Format::ALL {
        let made = make(arabic(format));
        let mut found = Vec::new();
        steps(&Reading::of(&made.pdf).root, &mut found);
        let signs = found.iter().filter(|step| matches!(step, Step::Sign(_))).count();
        assert!(signs >= 3, "{format:?}: {found:?}");
    }
}

// How it is printed.

#[test]
fn printers_are_told_how_to_turn_sheets() {
    for made in all() {
        let document = Document::load_mem(&made.pdf).expect("a readable PDF");
        let viewer = document.catalog().and_then(|catalog| document.get_dict_in_dict(catalog, b"ViewerPreferences"));
        let duplex = viewer.and_then(|viewer| viewer.get(b"Duplex")).and_then(Object::as_name).expect("a hint");
        let expected: &[u8] = match made.format.make() {
            Make::Trifold | Make::Zfold | Make::Booklet => b"DuplexFlipShortEdge",
            Make::Sheet | Make::Card | Make::Poster => b"DuplexFlipLongEdge",
        };
        assert_eq!(duplex, expected, "{}", made.case.name);
    }
}

/// Bars and bands: decoration that is filled with a dark colour, wide and large; in mm across and down. The woman at the
/// head is drawn in the brand's colours, and is narrower.
fn dark(publication: &Publication) -> Vec<[f32; 2]> {
    let mut found = Vec::new();
    for item in publication.pages.iter().flat_map(|page| &page.items).filter(|item| item.tag == Tag::Artifact) {
        let Ink::Path(shape) = &item.ink else { continue };
        if shape.fill.is_none_or(|fill| fill.luminance() >= 0.5) {
            continue;
        }
        let bounds = shape.path.bounding_box();
        let size = [mm(Pt(bounds.width() as f32)), mm(Pt(bounds.height() as f32))];
        if size[0] > 60.0 && size[0] * size[1] > 300.0 {
            found.push(size);
        }
    }
    found
}

#[test]
fn low_ink_has_no_large_dark_shapes() {
    for format in Format::ALL {
        assert!(!dark(&one(format).publication()).is_empty(), "{format:?}: usually there are some");
        for brand in BRANDS {
            let case = Case::in_format("third-trimester", brand, format).with(|settings| settings.low_ink = true);
            let found = dark(&case.publication());
            assert!(found.is_empty(), "{}: {found:?}", case.name);
        }
    }
}

// The program.

#[test]
fn files_are_named_for_what_they_are() {
    let folder = folder("formats/names");
    let build = |rest: &[&str]| run(&folder, &[&["build", "third-trimester"], rest].concat()).exits(0);
    let told = build(&["--format", "a4-trifold,card", "--format", "a5-booklet", "--report"]).told;
    let mut expected = vec![
        "third-trimester-a4-trifold.json",
        "third-trimester-a4-trifold.pdf",
        "third-trimester-a5-booklet-reading.pdf",
        "third-trimester-a5-booklet.json",
        "third-trimester-a5-booklet.pdf",
        "third-trimester-card.json",
        "third-trimester-card.pdf",
    ];
    assert_eq!(files_in(&folder.join("out")), expected);
    assert!(told.contains("third-trimester-a5-booklet-reading.pdf, to read on a screen"), "{told}");

    // What was left out, on the terminal and as JSON.
    let report = std::fs::read_to_string(folder.join("out/third-trimester-a4-trifold.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let (kept, left_out) = (report["kept"].as_u64().expect("a number"), report["left_out"].as_array().expect("a list"));
    assert!(kept > 0 && !left_out.is_empty());
    let all = kept as usize + left_out.len();
    assert!(told.contains(&format!("  holds {kept} of {all} items; left out:\n")), "{told}");
    for gone in left_out {
        let line =
            format!("    {}: {}\n", gone["section"].as_str().expect("a text"), gone["item"].as_str().expect("a text"));
        assert!(told.contains(&line), "{line:?} is not told:\n{told}");
    }

    build(&["--format", "a4", "--large-print"]);
    expected.insert(0, "third-trimester-a4-large.pdf");
    assert_eq!(files_in(&folder.join("out")), expected);
}

#[test]
fn formats_are_listed() {
    let listed = run(&folder("formats/list"), &["list", "--formats"]).exits(0);
    let text = format!("{}{}", listed.text(), listed.told);
    let names: Vec<&str> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    for format in Format::ALL {
        assert!(names.contains(&format.name()), "{} is not listed:\n{text}", format.name());
    }
}

#[test]
fn large_print_is_refused_where_lines_are_short_and_sheets_are_offered() {
    let folder = folder("formats/large");
    for format in ["a4-trifold", "letter-zfold", "card", "a3-poster"] {
        let refused = run(&folder, &["build", "third-trimester", "--format", format, "--large-print"]).exits(2);
        assert!(refused.told.contains(&format!("{format} cannot be set in large print")), "{}", refused.told);
        assert!(refused.told.contains("--format a4 or letter"), "{}", refused.told);
    }
    assert!(files_in(&folder).is_empty(), "nothing is written");
}

// Judges from outside.

#[test]
fn judges_find_every_format_sound() {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut write = |name: &str, made: &Made| {
        files.push(judges::file(&format!("formats-{name}.pdf"), &made.pdf));
        files.extend(made.reading_pdf.iter().map(|pdf| judges::file(&format!("formats-{name}-reading.pdf"), pdf)));
    };
    for made in all() {
        let name = &made.case.name;
        if name.contains("riverside") && (name.starts_with("third-trimester") || name.starts_with("after-birth")) {
            write(name, made);
        }
    }
    let mut cases = Vec::new();
    for format in
        [Format::A4, Format::A4Trifold, Format::LetterZfold, Format::A5Booklet, Format::Card, Format::A3Poster]
    {
        cases.push(one(format).with(|settings| settings.press = true).called(format!("{}-press", format.name())));
    }
    for format in [Format::A4, Format::HalfLetterBooklet] {
        cases.push(one(format).with(|settings| settings.large_print = true).called(format!("{}-large", format.name())));
    }
    for format in [Format::LetterTrifold, Format::TabloidPoster] {
        cases.push(one(format).with(|settings| settings.low_ink = true).called(format!("{}-low", format.name())));
    }
    for made in make_all(cases) {
        write(&made.case.name, &made);
    }
    write("arabic-a4-trifold", &make(arabic(Format::A4Trifold)));
    for file in &files {
        judges::qpdf(file);
    }
    judges::verapdf(&files);
}

/// The smallest size of text in points.
fn smallest(publication: &Publication) -> f32 {
    let items = publication.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| Some(run_of(item)?.size.0)).fold(f32::MAX, f32::min)
}

/// The largest share of a page, or of a panel, that lies under its lowest content.
fn emptiest(made: &Made) -> f32 {
    let publication = made.reading.as_ref().unwrap_or(&made.publication);
    let mut most: f32 = 0.0;
    for (index, page) in publication.pages.iter().enumerate() {
        let panels: Vec<Rect> = match made.format.make() {
            Make::Sheet | Make::Booklet | Make::Poster => vec![page.size.rect()],
            Make::Trifold | Make::Zfold => {
                let mut left = 0.0;
                let panel = |width: f32| {
                    left += width;
                    Rect::new(pt(left - width), Pt::ZERO, pt(width), page.size.height)
                };
                panels(made.format)[index].map(panel).to_vec()
            }
            Make::Card => {
                let edges = [level(&lines(page, false)), level(&lines(page, true))].concat();
                let tops: Vec<f32> = edges.iter().copied().filter(|top| *top < edges[0] + 54.0 * 4.5).collect();
                let left = strips(page)[0][0];
                let count = tops.iter().filter(|top| ((**top - edges[0]) / 54.0).fract() < 0.01).count();
                let panel = |n: usize| Rect::new(pt(left), pt(edges[0] + 54.0 * n as f32), pt(85.6), pt(54.0));
                (0..count).map(panel).collect()
            }
        };
        for panel in panels {
            let inside = page.items.iter().filter(|item| {
                item.tag != Tag::Furniture
                    && item.frame.x >= panel.x - Pt(1.0)
                    && item.frame.right() <= panel.right() + Pt(1.0)
                    && item.frame.y >= panel.y - Pt(1.0)
                    && item.frame.y < panel.bottom()
            });
            let lowest = inside.map(|item| item.frame.bottom().0).fold(panel.y.0, f32::max).min(panel.bottom().0);
            most = most.max((panel.bottom().0 - lowest) / panel.height.0);
        }
    }
    most
}

fn pt(mm: f32) -> Pt {
    Pt(mm * 72.0 / 25.4)
}

/// `cargo test --test formats -- --ignored --nocapture`: what each format holds of each handout, as a table.
#[test]
#[ignore = "measures"]
fn what_formats_hold() {
    println!("| handout | format | sides | sheets | kept | left out | smallest text | emptiest page or panel |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    let formats = [Format::A4, Format::A4Trifold, Format::A4Zfold, Format::A5Booklet, Format::Card, Format::A3Poster];
    for handout in HANDOUTS {
        for format in formats {
            let case = Case::in_format(handout, "riverside", format);
            let (produced, _) = case.produced();
            let made = make(case);
            let sides = made.publication.pages.len();
            let kept = produced.kept.map_or("all".to_owned(), |kept| kept.to_string());
            println!(
                "| {handout} | {} | {sides} | {} | {} | {} | {} pt | {:.0} % |",
                format.name(),
                sides.div_ceil(2),
                if format == Format::Card { "help box".to_owned() } else { kept },
                produced.left_out.len(),
                smallest(&made.publication),
                emptiest(&made) * 100.0,
            );
        }
    }
}
