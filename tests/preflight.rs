//! The rules on finished pages, run on the leaflets that ship: both brands, both papers, nothing found.
//!
//! The bad examples stand beside the rules, on publications made by hand.

mod support;

use handout::layout::display::{Ink, Tag};
use handout::preflight::{self, Limits, PageSubject, RULES};
use support::library::{Case, arabic, each, shelf, shipped, told};

/// Codes of what is found on pages, and in the words that pages are made accessible with.
const CODES: [&str; 11] = ["L002", "L003", "L004", "L005", "L006", "L007", "L008", "L009", "L010", "H401", "H402"];

/// What is found in a case of those codes.
fn found(case: &Case) -> Vec<handout::diag::Finding> {
    case.produced().1.into_iter().filter(|finding| CODES.contains(&finding.code)).collect()
}

#[test]
fn shipped_leaflets_are_without_fault() {
    let cases = shipped();
    let findings = each(&cases, found);
    let faults = cases.iter().zip(findings).filter(|(_, findings)| !findings.is_empty());
    let faults: Vec<String> = faults.map(|(case, findings)| format!("{}:\n{}", case.name, told(&findings))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn right_to_left_pages_are_read_in_their_order() {
    let findings = found(&arabic());
    assert!(findings.is_empty(), "{}", told(&findings));
}

#[test]
fn every_rule_explains_its_codes() {
    let explained: Vec<&str> = RULES.iter().flat_map(|rule| rule.explains).map(|one| one.code).collect();
    assert!(CODES.iter().filter(|code| code.starts_with('L')).all(|code| explained.contains(code)), "{explained:?}");
}

#[test]
fn a_sign_that_is_lost_on_the_way_stops_the_leaflet() {
    let case = &shipped()[0];
    let (mut publication, handout, shelf) = (case.publication(), case.handout(), shelf());
    let lost = |text: &str| text.contains("numb") || text.contains("Numb");
    for page in &mut publication.pages {
        let tags: Vec<Tag> = page
            .items
            .iter()
            .filter(|item| matches!(&item.ink, Ink::Glyphs(run) if lost(&run.text)))
            .map(|item| item.tag)
            .collect();
        page.items.retain(|item| !tags.contains(&item.tag) || item.tag == Tag::Artifact);
    }
    let findings = preflight::check(PageSubject {
        publication: &publication,
        handout: &handout,
        brand: case.brand(),
        exercises: &shelf.exercises,
        topic: &shelf.topic,
        language: case.branding.language(&handout.language.value),
        limits: Limits::LEAFLET,
    });
    assert!(findings.iter().any(|finding| finding.code == "L010"), "{}", told(&findings));
    assert!(handout::gate::explain::of("L010").is_some_and(|explanation| explanation.safety));
}

/// `cargo test --release --test preflight -- --ignored --nocapture`: how full pages are, and how long looking takes.
#[test]
#[ignore = "measures"]
fn how_full_pages_are() {
    let shelf = shelf();
    for case in shipped() {
        let (publication, handout) = (case.publication(), case.handout());
        let subject = PageSubject {
            publication: &publication,
            handout: &handout,
            brand: case.brand(),
            exercises: &shelf.exercises,
            topic: &shelf.topic,
            language: case.branding.language(&handout.language.value),
            limits: Limits::LEAFLET,
        };
        let start = std::time::Instant::now();
        let findings = preflight::check(subject).len();
        let took = start.elapsed();
        let filled = publication.pages.iter().map(|page| {
            let foot = page.items.iter().filter(|item| item.tag == Tag::Furniture).map(|item| item.frame.y.0);
            let content = page.items.iter().filter(|item| item.tag != Tag::Furniture);
            let lowest = content.map(|item| item.frame.bottom().0).fold(0.0, f32::max);
            format!("{:.0}", 100.0 * lowest / foot.fold(page.size.height.0, f32::min))
        });
        let filled = filled.collect::<Vec<_>>().join(" ");
        println!("{}: {filled} | {findings} findings in {:.2} ms", case.name, took.as_secs_f64() * 1000.0);
    }
}
