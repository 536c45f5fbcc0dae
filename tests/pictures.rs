//! Pictures of sections: where they stand in the tag tree, which formats print them, whose approval they need.

mod support;

use handout::diag::{Finding, Source};
use handout::geom::{Format, Make};
use handout::model::approval;
use handout::model::handout::Stage;
use support::library::{self, Case, PAPERS};
use support::program::{files_in, folder, run};
use support::reading::{Kid, Node, Reading};

const SCENE: &str = "She lies on her side with pillows under her head, under her tummy and between her knees.";
const SHOWN: &str = "    picture: sleep-on-side\n";

/// The shipped handout whose section on sleep has a picture, its text changed.
fn case(format: Format, change: impl Fn(&str) -> String) -> Case {
    let case = Case::in_format("second-trimester", "riverside", format);
    let text = change(&case.source.text);
    Case { source: Source::new("handout.yaml", text), ..case }
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

fn without(text: &str) -> String {
    assert!(text.contains(SHOWN));
    text.replace(SHOWN, "")
}

/// The elements of the section with this heading: role, and what a picture shows.
fn section(pdf: &[u8], title: &str) -> Vec<(String, Option<String>)> {
    fn children(node: &Node) -> impl Iterator<Item = &Node> {
        node.kids.iter().filter_map(|kid| if let Kid::Node(node) = kid { Some(node) } else { None })
    }
    let reading = Reading::of(pdf);
    let all = reading.root.all();
    let headed = |node: &&&Node| children(node).next().is_some_and(|first| first.role == "H2" && first.text() == title);
    let section = all.iter().find(headed).expect("the section");
    children(section).map(|child| (child.role.clone(), child.alt.clone())).collect()
}

fn shape(roles: &[&str]) -> Vec<(String, Option<String>)> {
    let alt = |role: &str| (role == "Figure").then(|| SCENE.to_owned());
    roles.iter().map(|role| ((*role).to_owned(), alt(role))).collect()
}

#[test]
fn a_picture_stands_between_heading_and_items_told_in_words() {
    let sheet = Format::sheet(PAPERS[0].1);
    assert_eq!(section(&case(sheet, as_it_is).pdf(), "Sleep"), shape(&["H2", "Figure", "L"]));
    let introduced = |text: &str| text.replace(SHOWN, &format!("{SHOWN}    intro: Sleep heals.\n"));
    assert_eq!(section(&case(sheet, introduced).pdf(), "Sleep"), shape(&["H2", "P", "Figure", "L"]));
    let large = case(sheet, as_it_is).with(|settings| settings.large_print = true);
    assert_eq!(section(&large.pdf(), "Sleep"), shape(&["H2", "Figure", "L"]));
}

#[test]
fn every_section_can_have_one() {
    let in_all = |text: &str| {
        let put = |text: String, key: &str| {
            text.replace(&format!("\n{key}:\n"), &format!("\n{key}:\n  picture: sleep-on-side\n"))
        };
        ["causes", "prevention", "treatments", "exercises"].into_iter().fold(text.to_owned(), put)
    };
    let pdf = case(Format::sheet(PAPERS[0].1), in_all).pdf();
    let figures = Reading::of(&pdf).root.all().iter().filter(|node| node.alt.as_deref() == Some(SCENE)).count();
    assert_eq!(figures, 5);
    // In columns under a head over the whole width it belongs to the same section, before what flows there.
    for title in ["What helps", "Exercises for you now"] {
        let found = section(&pdf, title);
        assert_eq!(found[..3], shape(&["H2", "P", "Figure"]), "{title}");
    }
}

#[test]
fn formats_without_room_leave_it_out_and_nothing_else() {
    for format in Format::ALL {
        let (with, without) = (case(format, as_it_is).pdf(), case(format, without).pdf());
        let has_room = matches!(format.make(), Make::Sheet | Make::Booklet);
        assert_eq!(with != without, has_room, "{}", format.name());
    }
}

#[test]
fn an_exercise_is_shown_by_its_drawing() {
    let pdf = case(Format::sheet(PAPERS[0].1), |text| text.replace("sleep-on-side", "side-lying-clam")).pdf();
    let picture = library::shelf().exercises["side-lying-clam"].picture.clone().expect("a picture");
    assert_eq!(
        section(&pdf, "Sleep")[1],
        ("Figure".to_owned(), Some(picture.alt_in(Stage::SecondTrimester).value.clone()))
    );
}

/// Code, message, reason and help of each error in the handout after a change.
fn said(change: impl Fn(&str) -> String) -> Vec<String> {
    let case = case(Format::sheet(PAPERS[0].1), change);
    let mut shelf = library::shelf();
    shelf.exercises.get_mut("walking").expect("an exercise").picture = None;
    let errors = library::build(&case.source, &case.branding, &shelf, &case.settings).expect_err("errors");
    let one =
        |found: &Finding| format!("{}: {} | {} | {}", found.code, found.message, found.label, found.help.join("; "));
    errors.iter().filter(|found| found.code.starts_with("H04")).map(one).collect()
}

#[test]
fn a_picture_that_cannot_be_shown_is_reported() {
    assert_eq!(
        said(|text| text.replace("sleep-on-side", "sleep-on-sid")),
        ["H049: unknown picture `sleep-on-sid` | there is no picture of this name | did you mean `sleep-on-side`?"]
    );
    assert_eq!(
        said(|text| text.replace("sleep-on-side", "walking")),
        ["H049: unknown picture `walking` | this exercise has no picture | take it out of this section"]
    );
    assert_eq!(
        said(|text| text.replace("sleep-on-side", "bridge")),
        ["H042: `bridge` is not for all the weeks of this handout \
          | flat on the back, not after week 16; this handout is for weeks 14 to 27 \
          | use `buttock-squeeze` (Buttock squeeze and back leg lift) instead"]
    );
    let arabic = said(|text| text.replace("language: en", "language: ar"));
    let told = "H049: `sleep-on-side` cannot be shown in this language | what it shows is told in English only \
                | take it out of this handout";
    assert!(arabic.iter().any(|finding| finding == told), "{arabic:?}");
}

#[test]
fn an_approval_is_for_the_picture_too() {
    let shelf = library::shelf();
    let text =
        |change: fn(&str) -> String| approval::text(&case(Format::sheet(PAPERS[0].1), change).handout(), shelf.basis());
    let changes = approval::changes(&text(without), &text(as_it_is));
    assert_eq!(changes[0], "new: more, picture: sleep-on-side");
    // What it shows, in words and drawn, is approved with it.
    let drawn = ["new: picture sleep-on-side, alt: ", "new: picture sleep-on-side, drawing: "];
    assert!(drawn.iter().all(|start| changes.iter().any(|change| change.starts_with(start))), "{changes:#?}");
}

#[test]
fn a_patients_sheet_that_keeps_the_section_keeps_its_picture() {
    // An exercise that is for the handout's weeks, and not for hers.
    let bridge = library::source("handouts/first-trimester.yaml").text.replace("sleep-on-side", "bridge");
    let sheet = |name: &str, arguments: &[&str]| -> Vec<String> {
        let folder = folder(&format!("pictures/{name}"));
        std::fs::write(folder.join("bridge.yaml"), &bridge).expect("writable");
        let all = [&["sheet"], arguments, &["--exercise", "pelvic-tilt", "--today", "2026-11-20"]].concat();
        run(&folder, &all).exits(0);
        let out = folder.join("out");
        let file = files_in(&out).into_iter().find(|name| name.ends_with(".pdf")).expect("a sheet");
        let reading = Reading::of(&std::fs::read(out.join(file)).expect("a sheet"));
        let figures = reading.root.all().into_iter().filter(|node| node.role == "Figure");
        // The first one is on the card.
        figures.skip(1).filter_map(|node| node.alt.clone()).collect()
    };
    assert_eq!(sheet("with", &["second-trimester", "--section", "prevention"]), [SCENE]);
    assert_eq!(sheet("without", &["second-trimester", "--section", "causes"]), [""; 0]);
    assert_eq!(sheet("early", &["bridge.yaml", "--section", "prevention", "--week", "10"]).len(), 1);
    let late = ["--week", "30", "--override", "stage", "--because", "She asked for it", "--clinician", "Jane Doe"];
    assert_eq!(sheet("late", &[&["bridge.yaml", "--section", "prevention"], &late[..]].concat()), [""; 0]);
}
