//! Sheets of one handout share shaped text, drawings, faces and compressed streams. A sheet is the same to the byte
//! whatever was made before it, and tells of one patient only.

mod support;

use handout::check::Clock;
use handout::compose::branding::Branding;
use handout::compose::shelf::Shelf;
use handout::diag::Source;
use handout::model::dates::parse_day;
use handout::model::handout::Handout;
use handout::model::patient::SheetRequest;
use handout::model::{self, Loaded};
use handout::{Checked, Leaflet, Order, Settings};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use support::reading::Reading;
use support::{judges, library};

struct Clinic {
    handout: Loaded<Handout>,
    branding: Branding,
    shelf: Shelf,
    settings: Settings,
}

impl Clinic {
    fn new(brand: &str) -> Self {
        let clock = Clock { today: parse_day("2026-12-01").ok(), ..Clock::default() };
        Self {
            handout: library::shelf()
                .read_handout(&library::source("handouts/third-trimester.yaml"))
                .expect("a good handout"),
            branding: library::branding(&format!("handouts/brands/{brand}.yaml")),
            shelf: library::shelf(),
            settings: Settings { clock, ..Settings::default() },
        }
    }

    fn checked(&self) -> Checked<'_> {
        let Self { handout, branding, shelf, settings } = self;
        Order { handout, branding, shelf, patient: None, settings: *settings }.check()
    }
}

fn request(words: &Value) -> SheetRequest {
    let text = serde_json::to_string(words).expect("JSON");
    model::load::<SheetRequest>(&Source::new("row", text)).expect("a request").value
}

/// Names that fit one line and names that do not, in scripts that the bundled faces cover or not.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[A-Z][a-z]{2,9} [A-Z][a-z]{2,12}",
        2 => "[A-Z][a-z]{2,9}( [A-Z][a-z]{3,12}){6,16}",
        1 => "O'[A-Z]ffi[a-z]{1,5}-Tjfl[a-z]{1,5}",
        1 => Just("Nguyễn Thị Hồng".to_owned()),
        1 => Just("Łucja Dvořáková".to_owned()),
        1 => Just("فاطمة الزهراء".to_owned()),
    ]
}

/// Notes with and without lists, links and headings to be.
fn note() -> impl Strategy<Value = String> {
    let lead = "[A-Z][a-z]{1,7}( [a-z]{1,9}){1,30}";
    prop_oneof![
        4 => lead.prop_map(|lead| format!("{lead}.")),
        1 => (lead, "[a-z]{2,9}").prop_map(|(lead, bold)| format!("{lead} **{bold}**.")),
        2 => (lead, lead).prop_map(|(one, other)| format!("{one} [here](https://example.org) {other}")),
        1 => (lead, vec("[a-z]{2,9}( [a-z]{2,9}){0,9}", 1..4)).prop_map(|(lead, items)| {
            format!("{lead}:\n\n- {}", items.join("\n- "))
        }),
    ]
}

/// Few exercises, so that sheets have much in common; every detail there or not.
fn row() -> impl Strategy<Value = Value> {
    let exercises = prop::sample::select(vec![json!(["pelvic-tilt"]), json!(["cat-stretch:2x8", "side-lying-clam"])]);
    let day = (1..=28_u8).prop_map(|day| format!("2027-01-{day:02}"));
    (
        option::weighted(0.9, name()),
        29..34_u8,
        option::of(name()),
        exercises,
        option::of(note()),
        option::of(day),
        0..8_u8,
    )
        .prop_map(|(patient, week, clinician, exercises, note, next_visit, size)| {
            json!({
                "patient": patient, "week": week, "clinician": clinician, "exercises": exercises, "note": note,
                "next_visit": next_visit, "large_print": size == 0,
            })
        })
}

fn same(one: &Leaflet, other: &Leaflet) -> bool {
    let told = |sheet: &Leaflet| format!("{:?}", sheet.findings);
    one.pdf == other.pdf && one.pages == other.pages && told(one) == told(other)
}

#[test]
fn a_sheet_is_the_same_whatever_was_made_before_it() {
    let clinics = [Clinic::new("riverside"), Clinic::new("juniper")];
    let mut runner =
        TestRunner::new(Config { cases: 4, max_shrink_iters: 40, failure_persistence: None, ..Config::default() });
    let cases = (0..clinics.len(), vec(row(), 10));
    let result = runner.run(&cases, |(clinic, rows)| {
        let clinic = &clinics[clinic];
        let requests: Vec<SheetRequest> = rows.iter().map(request).collect();
        let shared = clinic.checked();
        for (request, row) in requests.iter().zip(&rows) {
            let alone = clinic.checked().personal(request).proof().print().expect("a sheet");
            let beside = shared.personal(request).proof().print().expect("a sheet");
            prop_assert!(same(&alone, &beside), "{row}");
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_link_in_a_note_is_where_the_words_are() {
    let clinic = Clinic::new("riverside");
    let shared = clinic.checked();
    for note in
        ["Read [this](https://example.org) soon.", "It is best to read [this](https://example.org) soon.", "Soon."]
    {
        let request = request(&json!({ "patient": "Ann Lee", "week": 30, "note": note }));
        let (alone, beside) =
            (clinic.checked().personal(&request).proof().print(), shared.personal(&request).proof().print());
        assert!(same(&alone.expect("a sheet"), &beside.expect("a sheet")), "{note}");
    }
}

#[test]
fn sheets_made_one_after_another_conform_and_tell_of_one_patient_only() {
    let clinic = Clinic::new("juniper");
    let shared = clinic.checked();
    let names = ["Ann Lee", "Bea O'Hara", "Cleo Smith-Jones", "Dee Efficient"];
    let mut files = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        let row =
            json!({ "patient": name, "week": 30, "exercises": ["pelvic-tilt"], "note": format!("See you, {name}.") });
        let pdf = shared.personal(&request(&row)).proof().print().expect("a sheet").pdf;
        let text = Reading::of(&pdf).text();
        for other in names {
            assert_eq!(text.contains(other), other == name, "{name}: {other}");
        }
        files.push(judges::file(&format!("shared-{at}.pdf"), &pdf));
    }
    files.iter().for_each(|file| judges::qpdf(file));
    judges::verapdf(&files);
}
