//! What holds for every leaflet: no text is lost, everything lies inside its page, everything has a meaning, and the
//! same input gives the same bytes.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handout::language::Language;
use handout::layout::display::{ElementId, Publication, Role, StructTree, Tag};
use handout::model::handout::Handout;
use lopdf::{Document, Object};
use support::holds::{lost, outside, overlapping, run_of, signs, signs_read};
use support::library::{self, Case};
use support::program::command;
use support::reading::{Kid, Node, Reading, plain};
use support::texts::Filler;

/// Every shipped leaflet and the Arabic one.
fn cases() -> Vec<Case> {
    let mut cases = library::shipped();
    cases.push(library::arabic());
    cases
}

/// Checks each case and tells all that is wrong at once.
fn hold(check: impl Fn(&Case) -> Vec<String> + Sync) {
    let cases = cases();
    let tell = |case: &Case| -> String {
        // What cannot be built at all is told by a test of its own.
        if case.build().is_err() {
            return String::new();
        }
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(case)));
        let found = found.unwrap_or_else(|_| vec!["it panicked, see above".to_owned()]);
        found.iter().take(10).map(|what| format!("{}: {what}\n", case.name)).collect()
    };
    let told: String = library::each(&cases, tell).concat();
    assert!(told.is_empty(), "\n{told}");
}

#[test]
fn every_leaflet_fits_under_every_brand_and_paper() {
    let told = |case: &Case| case.build().err().map(|findings| format!("{}: {}", case.name, library::told(&findings)));
    let told: Vec<String> = library::each(&cases(), told).into_iter().flatten().collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

// No text is lost.

/// A leaflet's reading, and what it lost, for a small handout under the riverside brand.
fn lost_of(yaml: &str) -> Vec<String> {
    let branding = library::branding("handouts/brands/riverside.yaml");
    let source = handout::diag::Source::new("small.yaml", yaml);
    match library::build(&source, &branding, &library::shelf(), &handout::Settings::default()) {
        Ok(leaflet) => {
            let typed: Handout = handout::model::load(&source).expect("it was built").value;
            lost(yaml, &Filler::new(&typed, &branding.brand), &Reading::of(&leaflet.pdf))
        }
        // What cannot be printed may be refused, but never left out without a word.
        Err(findings) => {
            assert!(handout::diag::has_errors(&findings));
            Vec::new()
        }
    }
}

#[test]
fn names_of_signs_that_start_with_a_list_are_not_lost() {
    let signs = handout_with_signs(&["SIGN".to_owned()], &["soon".to_owned()]);
    let yaml = signs.replace("\"SIGN\"", "{ name: Bleeding, text: \"- a pad an hour\\n- big clots\" }");
    assert_eq!(lost_of(&yaml), [""; 0]);
}

#[test]
fn titles_of_treatment_groups_are_not_lost() {
    let treatments = "treatments:\n  groups:\n    - title: At home\n      items:\n        \
                      - { name: Warmth, text: A warm pack., evidence: may-help }\n";
    let yaml = treatments.to_owned() + &handout_with_signs(&["urgent".to_owned()], &["soon".to_owned()]);
    assert_eq!(lost_of(&yaml), [""; 0]);
}

fn language_of(case: &Case) -> Language {
    case.branding.language(&case.handout().language.value).clone()
}

#[test]
fn no_text_of_a_handout_is_lost() {
    hold(|case| {
        let filler = Filler::new(&case.handout(), case.brand());
        lost(&case.source.text, &filler, &Reading::of(&case.pdf()))
    });
}

#[test]
fn what_a_patient_needs_of_the_brand_is_printed() {
    hold(|case| {
        let brand = case.brand();
        let mut wanted = vec![&brand.name, &brand.contact.phone, &brand.contact.emergency_number];
        wanted.extend(brand.tagline.iter().chain(&brand.contact.hours).chain(&brand.contact.maternity_line));
        wanted.extend(&brand.contact.address);
        let blocks: Vec<String> = Reading::of(&case.pdf()).blocks().iter().map(|block| block.text()).collect();
        let missing = wanted.into_iter().filter(|text| !blocks.iter().any(|block| block.contains(&text.value)));
        missing.map(|text| format!("lost {:?}", text.value)).collect()
    });
}

#[test]
fn every_warning_sign_is_there_exactly_as_written() {
    hold(|case| {
        let handout = case.handout();
        let filler = Filler::new(&handout, case.brand());
        let expected: Vec<Vec<String>> = handout.seek_care.tiers().map(|tier| signs(tier, &filler)).collect();
        let title = handout.seek_care.title.as_ref().expect("the topic's own").value.clone();
        let read = signs_read(&Reading::of(&case.pdf()), &title);
        if read == expected { Vec::new() } else { vec![format!("expected {expected:#?}, read {read:#?}")] }
    });
}

#[test]
fn every_page_says_draft_and_sample() {
    hold(|case| {
        let language = language_of(case);
        let publication = case.publication();
        let mut missing = Vec::new();
        for (number, page) in (1..).zip(&publication.pages) {
            let furniture = page.items.iter().filter(|item| item.tag == Tag::Furniture);
            let runs: String = furniture.filter_map(run_of).map(|run| &*run.text).collect();
            let foot = runs.split_whitespace().collect::<String>();
            for wanted in ["draft", "sample"].map(|name| language.text(name).expect("a message")) {
                if !foot.contains(&wanted.split_whitespace().collect::<String>()) {
                    missing.push(format!("page {number} does not say {wanted:?} but {runs:?}"));
                }
            }
        }
        missing
    });
}

// Everything lies inside its page.

#[test]
fn everything_lies_inside_the_printable_page() {
    hold(|case| outside(&case.publication()));
}

#[test]
fn no_two_texts_overlap() {
    hold(|case| overlapping(&case.publication()));
}

// Everything has a meaning.

#[test]
fn every_item_is_decoration_or_belongs_to_one_element() {
    hold(|case| {
        let Publication { pages, tree, .. } = case.publication();
        let mut found = Vec::new();
        let mut reached = vec![false; tree.elements.len()];
        for item in pages.iter().flat_map(|page| &page.items) {
            match item.tag {
                Tag::Element(ElementId(id)) if id >= tree.elements.len() => found.push(format!("no element {id}")),
                Tag::Element(ElementId(id)) => {
                    reached[id] = true;
                    if !tree.elements[id].children.is_empty() {
                        found.push(format!("{:?} holds content and elements", tree.elements[id].role));
                    }
                }
                Tag::Artifact if run_of(item).is_some() => {
                    found.push(format!("text as decoration: {:?}", run_of(item).map(|run| &run.text)));
                }
                Tag::Artifact | Tag::Furniture => {}
            }
        }
        for id in in_tree(&tree) {
            if tree[id].children.is_empty() && !reached[id.0] {
                found.push(format!("an empty {:?}", tree[id].role));
            }
        }
        let known: BTreeSet<ElementId> = in_tree(&tree).into_iter().collect();
        let strays = reached.iter().enumerate().filter(|(id, reached)| **reached && !known.contains(&ElementId(*id)));
        found.extend(strays.map(|(id, _)| format!("{:?} is not in the tree", tree.elements[id])));
        found
    });
}

/// The elements that are reached from the document, in reading order.
fn in_tree(tree: &StructTree) -> Vec<ElementId> {
    let mut found = Vec::new();
    let mut waiting = vec![StructTree::ROOT];
    while let Some(id) = waiting.pop() {
        found.push(id);
        waiting.extend(tree[id].children.iter().rev());
    }
    found
}

#[test]
fn headings_start_at_one_and_skip_no_level() {
    hold(|case| {
        let reading = Reading::of(&case.pdf());
        let all = reading.root.all();
        let level = |node: &&Node| node.role.strip_prefix('H').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = all.iter().filter_map(level).collect();
        let mut found = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
            found.push(format!("not one H1, first of all: {levels:?}"));
        }
        found.extend(levels.windows(2).filter(|pair| pair[1] > pair[0] + 1).map(|pair| format!("{pair:?}")));
        // A section whose heading is of level n holds no heading of a lower number than n, and encloses its parts.
        for node in all.iter().filter(|node| node.role == "Sect") {
            let inside: Vec<u8> = node.all().iter().filter_map(level).collect();
            if inside.first().is_some_and(|first| inside.iter().any(|level| level < first)) {
                found.push(format!("a section {:?} encloses {inside:?}", node.text()));
            }
        }
        found
    });
}

#[test]
fn parts_of_a_section_stand_inside_it() {
    hold(|case| {
        let reading = Reading::of(&case.pdf());
        let has_heading =
            |node: &Node, level: &str| matches!(node.kids.first(), Some(Kid::Node(first)) if first.role == level);
        let mut found = Vec::new();
        for kid in &reading.root.kids {
            if let Kid::Node(node) = kid
                && has_heading(node, "H3")
            {
                let heading = node.all()[1].text();
                found.push(format!("the part {heading:?} stands beside its section, not inside it"));
            }
        }
        found
    });
}

// Sizes.

#[test]
fn running_text_is_large_enough_to_read() {
    hold(|case| {
        let publication = case.publication();
        let small_print = small_print(&publication, language_of(case).text("sources").expect("a message"));
        let mut found = Vec::new();
        for item in publication.pages.iter().flat_map(|page| &page.items) {
            let Some(run) = run_of(item) else { continue };
            let least = match item.tag {
                Tag::Element(id) if !small_print.contains(&id) => 12.0,
                _ => 10.0,
            };
            if run.size.0 < least {
                found.push(format!("{:?} at {} points", run.text, run.size.0));
            }
        }
        found
    });
}

/// The elements under the list of sources.
fn small_print(publication: &Publication, heading: &str) -> BTreeSet<ElementId> {
    let tree = &publication.tree;
    let texts: BTreeMap<ElementId, String> =
        publication.pages.iter().flat_map(|page| &page.items).fold(BTreeMap::new(), |mut texts, item| {
            if let (Tag::Element(id), Some(run)) = (item.tag, run_of(item)) {
                texts.entry(id).or_insert_with(String::new).push_str(&run.text);
            }
            texts
        });
    let under = |id: ElementId| {
        std::iter::successors(Some(id), |&id| tree[id].parent).filter(|&id| tree[id].role == Role::Sect).any(|sect| {
            let first = tree[sect].children.first();
            first.is_some_and(|first| texts.get(first).is_some_and(|text| text.trim() == heading))
        })
    };
    in_tree(tree).into_iter().filter(|&id| under(id)).collect()
}

#[test]
fn files_are_small_and_fonts_are_subsets() {
    const MOST_BYTES: usize = 150_000;
    hold(|case| {
        let pdf = case.pdf();
        let mut found = Vec::new();
        if pdf.len() >= MOST_BYTES {
            found.push(format!("{} bytes", pdf.len()));
        }
        let document = Document::load_mem(&pdf).expect("readable");
        let mut programs = 0;
        for object in document.objects.values() {
            let Ok(descriptor) = object.as_dict() else { continue };
            let Ok(program) = descriptor.get(b"FontFile2").and_then(Object::as_reference) else { continue };
            programs += 1;
            let name = descriptor.get(b"FontName").and_then(Object::as_name).expect("a name");
            let is_tagged = name.len() > 7 && name[6] == b'+' && name[..6].iter().all(u8::is_ascii_uppercase);
            let program = document.get_object(program).and_then(Object::as_stream).expect("a stream");
            let size = program.decompressed_content().map_or(program.content.len(), |bytes| bytes.len());
            if !is_tagged || size > 60_000 {
                found.push(format!("{}: {size} bytes", String::from_utf8_lossy(name)));
            }
        }
        if programs == 0 {
            found.push("no embedded font".to_owned());
        }
        found
    });
}

// The same input gives the same bytes.

#[test]
fn the_same_input_gives_the_same_bytes() {
    hold(|case| if case.pdf() == case.pdf() { Vec::new() } else { vec!["two runs differ".to_owned()] });
}

/// A folder of this name for a test, empty.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("properties").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("writable");
    folder
}

/// What `handout build HANDOUT --brand riverside --format a4` writes in a folder, with `variables` set.
fn built_by_program(folder: &Path, handout: &str, variables: &[(&str, &str)]) -> Vec<u8> {
    let output = command(folder, &["build", handout, "--brand", "riverside", "--format", "a4"])
        .envs(variables.iter().copied())
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(folder.join(format!("out/{handout}-riverside-a4.pdf"))).expect("a leaflet")
}

#[test]
fn folder_process_and_zone_leave_no_trace() {
    let one = built_by_program(&empty_folder("one"), "first-trimester", &[("TZ", "Asia/Tokyo"), ("LANG", "C")]);
    let other =
        built_by_program(&empty_folder("two/deeper"), "first-trimester", &[("USER", "somebody"), ("HOME", "/")]);
    assert!(one == other, "two processes in two folders differ");
    let case = library::shipped().into_iter().find(|case| case.name == "first-trimester-riverside-a4").expect("a case");
    assert!(one == case.pdf(), "the program and the library differ");
}

#[test]
fn the_epoch_changes_only_dates() {
    let moment = "1700000000";
    let dated = built_by_program(&empty_folder("dated"), "first-trimester", &[("SOURCE_DATE_EPOCH", moment)]);
    let case = library::shipped().into_iter().find(|case| case.name == "first-trimester-riverside-a4").expect("a case");
    assert!(dated == case.build_at(Some(1_700_000_000)).expect("a leaflet").pdf, "the program and the library differ");
    let (dated, undated) = (without_dates(&dated), without_dates(&case.pdf()));
    assert_eq!(dated.len(), undated.len());
    for (one, other) in dated.iter().zip(&undated) {
        assert_eq!(one, other);
    }
}

/// A PDF's objects as text, without its dates.
fn without_dates(pdf: &[u8]) -> Vec<String> {
    let mut document = Document::load_mem(pdf).expect("readable");
    for object in document.objects.values_mut() {
        match object {
            Object::Dictionary(entries) => {
                for key in [b"CreationDate".as_slice(), b"ModDate"] {
                    entries.remove(key);
                }
            }
            // The cross-reference stream holds the identifier, which follows from the content and so from the dates, and
            // where objects stand, which follows from how well the dates can be deflated.
            Object::Stream(stream) if stream.dict.get(b"Type").and_then(Object::as_name).ok() == Some(b"XRef") => {
                for key in [b"ID".as_slice(), b"Length"] {
                    stream.dict.remove(key);
                }
                stream.content.clear();
            }
            Object::Stream(stream) if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"XML") => {
                let text = String::from_utf8_lossy(&stream.content);
                let kept = text.lines().filter(|line| !line.contains("Date>"));
                stream.content = kept.collect::<Vec<_>>().join("\n").into_bytes();
            }
            _ => {}
        }
    }
    document.objects.iter().map(|(id, object)| format!("{id:?} {object:?}")).collect()
}

// Warning signs are never without someone to call, and never cut. The signs here are made up, so these are drafts.

const DRAFT: handout::Settings = handout::Settings {
    format: None,
    large_print: false,
    press: false,
    low_ink: false,
    fold_guides: false,
    timestamp: None,
    clock: NO_CLOCK,
    dates: None,
    draft: true,
    name_in_metadata: false,
};
const NO_CLOCK: handout::check::Clock = handout::check::Clock { today: None, strict: false };

/// A handout with the given signs and little else.
fn handout_with_signs(emergency: &[String], same_day: &[String]) -> String {
    let list = |signs: &[String]| signs.iter().map(|sign| format!("    - {sign:?}\n")).collect::<String>();
    format!(
        "title: Signs\nlanguage: en\nstage: any\nsummary: Keep moving.\nseek_care:\n  emergency:\n{}  same_day:\n{}  \
         routine:\n    - Pain for weeks\nimprint: {{ version: \"1\", published: 2026-11-20, review: 2027-11-20, author: Me }}\n",
        list(emergency),
        list(same_day)
    )
}

fn numbered(what: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{what} sign {number}")).collect()
}

#[test]
fn without_a_maternity_line_same_day_signs_are_emergencies() {
    let (emergency, same_day) = (numbered("urgent", 3), numbered("soon", 4));
    let text = handout_with_signs(&emergency, &same_day);
    let without = |brand: &str| {
        let lines = brand.lines().filter(|line| !line.trim_start().starts_with("maternity_line:"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let branding = library::changed_brand("riverside", without);
    let source = handout::diag::Source::new("signs.yaml", text);
    let leaflet = library::build(&source, &branding, &library::shelf(), &DRAFT).expect("a leaflet");
    let tiers = signs_read(&Reading::of(&leaflet.pdf), "When to get help");
    assert_eq!(tiers.len(), 2, "{tiers:?}");
    assert_eq!(tiers[0], [emergency, same_day].concat());
}

#[test]
fn shipped_leaflets_without_a_maternity_line_keep_every_sign() {
    let without = |brand: &str| {
        let lines = brand.lines().filter(|line| !line.trim_start().starts_with("maternity_line:"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let mut wrong = String::new();
    for brand in library::BRANDS {
        let branding = library::changed_brand(brand, without);
        for handout in library::HANDOUTS {
            let source = library::source(&format!("handouts/{handout}.yaml"));
            let typed = library::shelf().read_handout(&source).expect("a shipped handout").value;
            let filler = Filler::new(&typed, &branding.brand);
            // Each leaflet says what to do without such a line, so that its tiers keep their places.
            let expected: Vec<Vec<String>> = typed.seek_care.tiers().take(2).map(|tier| signs(tier, &filler)).collect();
            match library::build(&source, &branding, &library::shelf(), &handout::Settings::default()) {
                Ok(leaflet) => {
                    let tiers = signs_read(&Reading::of(&leaflet.pdf), "When to get help");
                    if tiers.get(..2) != Some(&expected[..]) {
                        wrong.push_str(&format!("{handout}, {brand}: {tiers:#?}\n"));
                    }
                }
                Err(findings) => wrong.push_str(&format!("{handout}, {brand}: {}\n", library::told(&findings))),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A clinic with a telephone and the emergency number, and nothing else.
const SMALL: &str = "name: Small Clinic
sample: true
locale: en-GB
colors: { primary: '#1f6f78', accent: '#b84a33' }
contact: { phone: 01632 960 400, emergency_number: '999' }
";

#[test]
fn every_leaflet_reads_naturally_under_a_brand_with_two_numbers() {
    let branding = library::changed_brand("riverside", |_| SMALL.to_owned());
    for handout in library::HANDOUTS {
        let source = library::source(&format!("handouts/{handout}.yaml"));
        let leaflet = library::build(&source, &branding, &library::shelf(), &handout::Settings::default());
        let leaflet = leaflet.unwrap_or_else(|findings| panic!("{handout}: {}", library::told(&findings)));
        let reading = Reading::of(&leaflet.pdf);
        for block in reading.blocks() {
            let text = plain(&block.text());
            for leftover in ["[[", "]]", "{{", "}}", "()", "( )", " .", " ,", "  ", "crisis line", "maternity line"] {
                assert!(!text.contains(leftover), "{handout}: “{leftover}” in: {text}");
            }
        }
        let tiers = signs_read(&reading, "When to get help");
        assert_eq!(tiers.len(), 3, "{handout}");
        assert_eq!(tiers[0].last().map(String::as_str), Some("You think you may hurt yourself or your baby"));
        let whole = plain(&reading.root.text());
        assert!(whole.contains("o to A&E now, day or night"), "{handout}");
        let closed = whole.contains("call your GP today, or A&E if they are closed");
        assert_eq!(closed, matches!(handout, "after-birth" | "upper-back"), "{handout}");
    }
}

#[test]
fn what_does_not_fit_is_an_error_that_names_the_place() {
    let text = handout_with_signs(&numbered("an urgent and rather long", 150), &numbered("soon", 3));
    let folder = empty_folder("too-long");
    std::fs::write(folder.join("signs.yaml"), text).expect("writable");
    let output = command(&folder, &["build", "signs.yaml"]).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("error[L001]: “When to get help” is") && told.contains("signs.yaml:7:7"), "{told}");
    assert!(!folder.join("out").exists(), "nothing is written");
}

#[test]
fn a_title_that_fills_the_page_is_an_error_not_a_page_too_full() {
    let long = "A title of many words ".repeat(20);
    let yaml = handout_with_signs(&numbered("urgent", 1), &numbered("soon", 1)).replace("Signs", long.trim());
    let source = handout::diag::Source::new("long.yaml", yaml);
    let branding = library::branding("handouts/brands/riverside.yaml");
    match library::lay_out(&source, &branding, &library::shelf(), &DRAFT) {
        Ok((produced, _)) => {
            let publication = produced.publication;
            let found = [outside(&publication), overlapping(&publication)].concat();
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
        Err(findings) => {
            assert!(findings.iter().any(|finding| finding.code == "L001"), "{}", library::told(&findings));
        }
    }
}
