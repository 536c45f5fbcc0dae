//! The standard help boxes: they hold up against the table of signs, a handout gets them without a word, and what a handout
//! lacks is told as YAML that mends it.

mod library;

use std::path::Path;

use handout::check::{self, Clock, Subject};
use handout::diag::{Finding, Severity, Source, render_human};
use handout::model::approval::{self, Approved, Basis, TopicReviews};
use handout::model::brand::Brand;
use handout::model::handout::Handout;
use handout::model::load;
use handout::model::sources::Sources;
use handout::text::fonts::FontSet;
use handout::topic::{self, Files, Topic};
use library::Library;

/// The stages with a standard box.
const STAGES: [&str; 5] = ["first-trimester", "second-trimester", "third-trimester", "after-birth", "any"];

struct Checker {
    library: Library,
    brand: Brand,
    sources: Sources,
    fonts: FontSet,
    approved: Approved,
}

impl Checker {
    fn new() -> Self {
        let library = Library::read();
        let (brand, sources) = (library.brand(), library.sources());
        Self { library, brand, sources, fonts: FontSet::new(Vec::new()), approved: Approved::default() }
    }

    /// A handout that its topic has completed.
    fn read(&self, text: &str) -> Handout {
        let source = Source::new("own.yaml", text);
        let read = load::<Handout>(&source);
        let mut handout = read.unwrap_or_else(|found| panic!("{text}\n{}", render_human(&found, false))).value;
        self.library.topic.complete(&mut handout);
        handout
    }

    fn findings(&self, handout: &Handout) -> Vec<Finding> {
        check::check(Subject {
            handout,
            brand: &self.brand,
            topic: &self.library.topic,
            languages: &self.library.languages,
            sources: &self.sources,
            exercises: &self.library.exercises,
            scenes: &self.library.scenes,
            fonts: &self.fonts,
            approved: &self.approved,
            clock: Clock::default(),
        })
    }

    /// The errors in a handout's text.
    fn errors(&self, text: &str) -> Vec<Finding> {
        let mut found = self.findings(&self.read(text));
        found.retain(|finding| finding.severity == Severity::Error);
        found
    }
}

/// A handout for a stage; its help box comes last, so that YAML can be added to it.
fn handout(stage: &str, seek_care: &str) -> String {
    format!(
        "title: Our own leaflet\nlanguage: en\nstage: {stage}\nsummary: Keep moving.\nimprint: {{ version: '1', published: \
         2026-11-20, review: 2027-11-20, author: Me }}\n{seek_care}"
    )
}

/// The YAML that a finding's help gives.
fn to_paste(finding: &Finding) -> &str {
    finding.help[0].split_once(":\n").expect("a lead, then YAML").1
}

fn told(findings: &[Finding]) -> String {
    render_human(findings, false)
}

#[test]
fn the_standard_box_of_each_stage_holds_up_against_the_table() {
    let checker = Checker::new();
    assert_eq!(told(&checker.library.topic.check()), "");
    for stage in STAGES {
        let text = handout(stage, "");
        assert_eq!(told(&checker.errors(&text)), "", "{stage}");
        let standard = checker.library.topic.standard_box("en-GB", checker.read(&text).stage.value.key());
        let (own, standard) = (checker.read(&text).seek_care, standard.expect("a box"));
        let lines = |care: &handout::model::handout::SeekCare| -> Vec<String> {
            care.all_signs().map(|sign| sign.text.value.clone()).collect()
        };
        assert_eq!(lines(&own), lines(standard), "{stage}");
        assert!(own.all_signs().all(|sign| sign.text.place.source.name.ends_with("en/help.yaml")), "{stage}");
    }
}

#[test]
fn a_box_that_lacks_a_sign_or_has_one_too_mild_is_a_mistake_of_the_pack() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/topics").join(topic::DEFAULT);
    let check = |from: &str, to: &str| {
        let find = |path: &str| {
            let text = std::fs::read_to_string(folder.join(path)).ok()?;
            assert!(path != "en/help.yaml" || text.contains(from), "{from}");
            Some(Source::new(path, if path == "en/help.yaml" { text.replacen(from, to, 1) } else { text }))
        };
        let topic = Topic::read(topic::DEFAULT, &Files::new(&find)).expect("a topic");
        topic.check().into_iter().map(|finding| (finding.code, finding.message)).collect::<Vec<_>>()
    };
    assert_eq!(check("Heavy bleeding (soaks", "Heavy bleeding (soaks"), []);
    let lost = check("You lose feeling or strength in one or both legs", "You feel well");
    assert_eq!(lost, [("T031", "no line under `emergency` says: weak or numb legs".to_owned())]);
    let mild = check("Low, tearful or very worried", "Chest pain, low, tearful or very worried");
    assert_eq!(mild, [("T031", "this line belongs under `emergency`: chest pain".to_owned())]);
}

#[test]
fn what_a_handout_lacks_is_one_finding_whose_yaml_mends_it() {
    let checker = Checker::new();
    for stage in STAGES {
        // No sign at all, with tiers as lists and as maps.
        for tiers in [
            "seek_care:\n  emergency: [We help]\n  same_day: [We are here]\n  routine: [We listen]\n",
            "seek_care:\n  emergency: { signs: [We help] }\n  same_day: [We are here]\n  routine: { call: Call us, signs: [We listen] }\n",
        ] {
            let text = handout(stage, tiers);
            let found = checker.errors(&text);
            assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["H202"], "{}", told(&found));
            let mended = format!("{text}{}\n", to_paste(&found[0]));
            assert_eq!(told(&checker.errors(&mended)), "", "{stage}\n{mended}");
        }
    }
}

/// The standard box of a stage as a handout would write it, without the lines that start in one of these ways.
fn written_out(stage: &str, without: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/topics/back-pain-in-pregnancy/en/help.yaml");
    let pack: serde_json::Value =
        serde_yaml::from_str(&std::fs::read_to_string(path).expect("the pack")).expect("YAML");
    let mut care = pack["boxes"][stage].clone();
    for tier in ["emergency", "same_day", "routine"] {
        let signs = care[tier]["signs"].as_array_mut().expect("signs");
        signs.retain(|sign| !without.iter().any(|start| sign["text"].as_str().expect("a text").starts_with(start)));
    }
    // JSON is YAML.
    let lines = care.as_object().expect("a map").iter().map(|(name, part)| format!("  {name}: {part}\n"));
    format!("seek_care:\n{}", lines.collect::<String>())
}

#[test]
fn three_missing_signs_come_with_their_three_lines() {
    let checker = Checker::new();
    let without = ["You cannot pee", "Your baby moves less", "Low, tearful"];
    let text = handout("third-trimester", &written_out("third-trimester", &without));
    let found = checker.errors(&text);
    assert_eq!(found.len(), 1, "{}", told(&found));
    assert!(found[0].message.starts_with("3 warning signs are missing: "), "{}", found[0].message);
    assert_eq!(
        to_paste(&found[0]),
        "  add:\n    emergency:\n      - \"You cannot pee, cannot feel when you pee, or lose control of pee or poo\"\n    \
         same_day:\n      - \"Your baby moves less, or differently\"\n    routine:\n      - \"Low, tearful or very worried \
         for over 2 weeks\""
    );
    assert_eq!(told(&checker.errors(&format!("{text}{}\n", to_paste(&found[0])))), "");
    // A handout that adds lines already gets them to put beside those.
    let text = format!("{text}  add:\n    routine: [Your shoes no longer fit]\n");
    let found = checker.errors(&text);
    assert!(
        found[0].help[0].starts_with("add these lines to what stands under `add` in `seek_care`:\n    emergency:\n")
    );
    assert!(checker.errors(&handout("third-trimester", &written_out("third-trimester", &[]))).is_empty());
}

#[test]
fn lines_of_ones_own_stand_on_top_of_the_standard_box() {
    let checker = Checker::new();
    let add = "seek_care:\n  add: { same_day: [Our own sign] }\n  note: Our own note.\n";
    let (plain, own) = (checker.read(&handout("third-trimester", "")), checker.read(&handout("third-trimester", add)));
    let [before, after] = [&plain, &own].map(|handout| {
        let tiers = handout.seek_care.tiers();
        tiers.map(|tier| tier.signs.iter().map(|sign| sign.text.value.clone()).collect()).collect::<Vec<Vec<_>>>()
    });
    assert_eq!((&before[0], &before[2]), (&after[0], &after[2]));
    assert_eq!(after[1].split_last(), Some((&"Our own sign".to_owned(), before[1].as_slice())));
    let notes: Vec<&str> = own.seek_care.notes.iter().map(|note| note.value.trim()).collect();
    assert!(notes.len() == 2 && notes[0].starts_with("From week 37") && notes[1] == "Our own note.", "{notes:?}");
    // What was completed once stays as it is.
    let mut again = own.clone();
    checker.library.topic.complete(&mut again);
    assert_eq!(again.seek_care.all_signs().count(), own.seek_care.all_signs().count());
    // A line of her own is held against the table too.
    let mild = "seek_care:\n  add: { routine: [Chest pain] }\n";
    let found = checker.errors(&handout("third-trimester", mild));
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["H203"]);
}

#[test]
fn an_approval_covers_the_lines_of_the_standard_box() {
    let checker = Checker::new();
    let library = &checker.library;
    let (topic, none) = (library.topic.printed(), TopicReviews::default());
    let basis = Basis { exercises: &library.exercises, scenes: &library.scenes, topic, topic_reviews: &none };
    let text = approval::text(&checker.read(&handout("any", "")), basis);
    for line in [
        "seek_care.emergency.call: Call {{emergency_number}} or go to {{emergency_department}} now",
        "seek_care.emergency.numbers[2]: crisis_line",
        "seek_care.emergency.signs[1].text: Sudden, very bad chest or upper back pain, like a tear",
        "seek_care.routine.signs[3].text: Heartburn that food changes do not help",
        "seek_care.title: When to get help",
    ] {
        assert!(text.lines().any(|own| own == line), "{line}\n{text}");
    }
    let added = checker.read(&handout("any", "seek_care: { add: { routine: [Our own sign] } }\n"));
    let added = approval::text(&added, basis);
    assert!(added.contains("text: Our own sign\n") && approval::hash(&added) != approval::hash(&text));
}

#[test]
fn a_language_without_a_standard_box_must_write_its_own() {
    let checker = Checker::new();
    for language in ["es", "ar", "pl"] {
        let text = handout("any", "").replace("language: en", &format!("language: {language}"));
        let codes: Vec<&str> = checker.errors(&text).iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&"H053"), "{language}: {codes:?}");
        let found = checker.findings(&checker.read(&text));
        let finding = found.iter().find(|finding| finding.code == "H053").expect("told");
        assert!(handout::gate::cannot_be_laid_out(finding));
    }
}

#[test]
fn a_tier_that_is_left_out_or_unknown_is_told() {
    let checker = Checker::new();
    let codes = |seek_care: &str| -> Vec<&str> {
        checker.errors(&handout("any", seek_care)).iter().map(|finding| finding.code).collect()
    };
    assert!(codes("seek_care:\n  emergency: [Chest pain]\n").iter().filter(|code| **code == "H201").count() == 2);
    assert_eq!(codes("seek_care:\n  add: { someday: [A sore toe] }\n"), ["H201"]);
}
