//! How much of an exercise, and from when: what the cards of leaflets and sheets print for each stage.

mod support;

use handout::diag::Source;
use handout::geom::Format;
use support::library::{Case, PAPERS};
use support::program::{files_in, folder, run};
use support::reading::Reading;

/// The text of a shipped leaflet, its YAML changed.
fn text(name: &str, change: impl Fn(&str) -> String) -> String {
    let case = Case::in_format(name, "riverside", Format::sheet(PAPERS[0].1));
    let source = Source::new("handout.yaml", change(&case.source.text));
    one_line(&Reading::of(&Case { source, ..case }.pdf()).text())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

/// With these exercises in the place of the leaflet's own.
fn using(ids: &'static str) -> impl Fn(&str) -> String {
    move |text: &str| {
        let start = text.find("\n  use:").expect("cards");
        let end = start + text[start..].find("\n  items:").expect("tips");
        format!("{}\n  use: [{ids}]{}", &text[..start], &text[end..])
    }
}

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    for part in expected {
        assert!(text.contains(part), "`{part}` is missing");
    }
}

#[track_caller]
fn holds_none(text: &str, unwanted: &[&str]) {
    for part in unwanted {
        assert!(!text.contains(part), "`{part}` is printed");
    }
}

#[test]
fn a_stage_with_a_dose_of_its_own_prints_that_and_no_other() {
    let ids = "sit-to-stand, all-fours-reach, walking, band-row";
    let late = text("third-trimester", using(ids));
    holds(
        &late,
        &[
            "1 to 2 sets of 8, 3 days a week",
            "1 to 2 sets of 5, on each side, hold 3 to 5 seconds, 3 days a week",
            "10 to 20 minutes. Split it up over the day.",
            "1 to 2 sets of 8 to 10, 2 to 3 days a week",
            "Hold a wall or chair.",
        ],
    );
    holds_none(&late, &["8 times is enough", "8 to 12", "Build up to 30 minutes on", "From week 28: 1 to"]);
    let early = text("second-trimester", using(ids));
    holds(&early, &["1 to 2 sets of 8 to 10, 3 days a week", "Build up to 30 minutes on most days."]);
    let after = text("after-birth", using("tummy-hug-breathing, walking"));
    holds(&after, &["5 times, hold 3 seconds, 3 times a day", "5 to 10 minutes. Do this for the first 2 weeks"]);
    holds_none(&after, &["5 to 10 times", "Build up to 30 minutes on"]);
}

#[test]
fn a_leaflet_for_any_stage_prints_the_usual_dose_and_beside_it_what_is_other() {
    let any = text("upper-back", using("sit-to-stand, tummy-hug-breathing, walking"));
    holds(
        &any,
        &[
            "1 to 2 sets of 8 to 10, 3 days a week. From week 28: 1 to 2 sets of 8.",
            "Build up to a hold of 10 seconds. After birth: 5 times.",
            "on most days. From week 28: 10 to 20 minutes. Split it up over the day. After birth: 5 to 10 minutes. Do this",
        ],
    );
}

#[test]
fn steps_of_a_stage_take_the_place_of_the_usual_ones() {
    let half_way = "Open your top arm up and back, half way only.";
    holds(&text("third-trimester", using("open-book")), &[half_way, "Do not end flat on your back."]);
    for name in ["second-trimester", "after-birth"] {
        holds_none(&text(name, using("open-book")), &[half_way]);
    }
}

#[test]
fn cards_say_from_when_after_birth() {
    let after = text("after-birth", using("pelvic-floor-squeeze, pelvic-tilt, cat-stretch, bridge, swimming"));
    holds(
        &after,
        &[
            "From day 1, once your catheter (a tube that drains pee) is out.",
            "From day 1. 10 times",
            "From week 2 after birth. 10 times",
            "From week 2 after birth. After a vaginal birth: Start when it feels comfy. After a C-section: Ask first. \
             Wait until week 6 and until your wound has healed.",
            "From week 6 after birth, once bleeding has stopped and wounds have healed. After a C-section: Ask first.",
        ],
    );
    let any = text("upper-back", as_it_is);
    holds(&any, &["After birth: from day 1. 10 times", "After birth: from week 2. 2 to 3 times"]);
    holds_none(&text("first-trimester", as_it_is), &["From day 1", "From week 2 after"]);
    let named = text("after-birth", as_it_is);
    holds(&named, &["walking, let-go breathing, rest-back stretch (from week 2)", "stationary cycling (from week 6)"]);
}

#[test]
fn every_leaflet_names_the_stationary_bike() {
    for name in ["first-trimester", "second-trimester", "third-trimester", "after-birth", "upper-back"] {
        holds(&text(name, as_it_is), &["stationary cycling"]);
    }
}

#[test]
fn her_sheet_has_the_dose_of_her_stage() {
    let sheet = |name: &str, arguments: &[&str]| {
        let folder = folder(&format!("doses/{name}"));
        run(&folder, &[&["sheet"], arguments, &["--today", "2026-11-20"]].concat()).exits(0);
        let out = folder.join("out");
        let file = files_in(&out).into_iter().find(|name| name.ends_with(".pdf")).expect("a sheet");
        one_line(&Reading::of(&std::fs::read(out.join(file)).expect("a sheet")).text())
    };
    let late = sheet("late", &["third-trimester", "--week", "30", "--exercise", "side-lying-clam"]);
    holds(&late, &["1 to 2 sets of 8, on each side, 3 days a week"]);
    let own = sheet("own", &["third-trimester", "--week", "30", "--exercise", "side-lying-clam:3x12"]);
    holds(&own, &["3 sets of 12"]);
    holds_none(&own, &["sets of 8", "8 times"]);
    // Her week is known: the card need not say from which week the exercise is.
    let after = sheet(
        "after",
        &["after-birth", "--weeks-after-birth", "8", "--exercise", "cat-stretch", "--exercise", "bridge"],
    );
    holds(&after, &["After a C-section: Ask first."]);
    holds_none(&after, &["From week 2 after birth"]);
}
