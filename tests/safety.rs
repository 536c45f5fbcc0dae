//! The safety rules on the handouts that ship: each sign in them is needed where it stands, and no finding is false.

mod library;

use std::sync::Arc;

use handout::check::{self, Clock, Subject};
use handout::diag::{Finding, Source, render_human};
use handout::model::approval::Approved;
use handout::model::brand::Brand;
use handout::model::handout::{Handout, Tier};
use handout::model::load;
use handout::model::sources::Sources;
use handout::text::fonts::FontSet;
use library::{HANDOUTS, Library};

/// Lines that can go: another line says the same sign, or the brief's list for the stage does not have it. That they stand
/// where the corrections put them is held by `signs_of_the_brief_stand_in_their_lines`.
const MAY_GO: &[(&str, &str)] = &[
    ("first-trimester", "Yellow skin or eyes"),
    ("first-trimester", "A bump to your belly"),
    ("first-trimester", "Past back, pelvic or disc trouble"),
    ("first-trimester", "Arthritis, weak bones, steroid tablets"),
    ("first-trimester", "Stiff over 30 minutes each morning"),
    ("second-trimester", "Pain with walking, stairs, turning in bed"),
    ("second-trimester", "Your job makes it worse"),
    ("third-trimester", "You need crutches, a belt or birth plan"),
    ("after-birth", "A bad fall, crash or blow"),
    ("after-birth", "Being sick"),
    ("after-birth", "Yellow skin or eyes"),
    ("after-birth", "Pain so bad you cannot walk, sleep or cope"),
    ("after-birth", "Belly domes, or a gap"),
    ("after-birth", "Pain or tingling down one leg"),
    ("upper-back", "Chest pain, or pain that spreads"),
    ("upper-back", "A fever and a neck you cannot bend"),
    ("upper-back", "Pain under your right ribs"),
    ("upper-back", "Constant upper back pain"),
    ("upper-back", "Sudden, bad pain at one spot"),
    ("upper-back", "Yellow skin or eyes"),
    ("upper-back", "Pain so bad you cannot walk, sleep or cope"),
    ("upper-back", "Tingling in an arm or hand"),
    ("upper-back", "Heartburn that food changes do not help"),
    ("upper-back", "Arthritis, thin bones"),
    ("upper-back", "Pain with walking or stairs"),
    ("upper-back", "Stiff over 30 minutes each morning"),
];

/// What the safety rules find in handouts, under one brand.
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

    /// What an exercise by itself is held against.
    fn shelves(&self) -> check::Shelves<'_> {
        check::Shelves { exercises: &self.library.exercises, topic: &self.library.topic }
    }

    fn findings(&self, handout: &Handout) -> Vec<Finding> {
        let mut found = check::check(Subject {
            handout,
            brand: &self.brand,
            topic: &self.library.topic,
            sources: &self.sources,
            exercises: &self.library.exercises,
            scenes: &self.library.scenes,
            fonts: &self.fonts,
            approved: &self.approved,
            languages: &self.library.languages,
            clock: Clock::default(),
        });
        found.retain(|finding| finding.code.starts_with("H2"));
        found
    }

    fn codes(&self, handout: &Handout) -> Vec<&'static str> {
        self.findings(handout).iter().map(|finding| finding.code).collect()
    }

    /// The codes that parts of a handout give, in the place of a shipped handout's parts or added to them.
    fn codes_of(&self, shipped: &str, parts: &str) -> Vec<&'static str> {
        let path = format!("{}/handouts/{shipped}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a shipped handout");
        let end = &text[text.find("\nimprint:").expect("an imprint")..];
        let head: String =
            text.lines().take_while(|line| !line.starts_with("summary:")).map(|l| format!("{l}\n")).collect();
        let source = Source::new("handout.yaml", format!("{head}summary: Keep moving.\n{parts}{end}"));
        self.codes_of_text(&source)
    }

    /// The codes that a handout gives.
    fn codes_of_text(&self, source: &Arc<Source>) -> Vec<&'static str> {
        let read = load::<Handout>(source);
        let read = read.unwrap_or_else(|found| panic!("{}\n{}", source.text, render_human(&found, false)));
        let mut handout = read.value;
        self.library.topic.complete(&mut handout);
        self.codes(&handout)
    }
}

fn tiers(handout: &mut Handout) -> [&mut Tier; 3] {
    let [(_, emergency), (_, same_day), (_, routine)] = handout.seek_care.tiers.as_mut_slice() else {
        panic!("three tiers");
    };
    [emergency, same_day, routine]
}

#[test]
fn shipped_handouts_are_without_fault() {
    let checker = Checker::new();
    for name in HANDOUTS {
        let found = checker.findings(&checker.library.handout(name));
        assert!(found.is_empty(), "{name}\n{}", render_human(&found, false));
    }
}

#[test]
fn a_sign_that_is_taken_out_is_missed() {
    let checker = Checker::new();
    let mut wrong = Vec::new();
    for name in HANDOUTS {
        let whole = checker.library.handout(name);
        for (tier, signs) in whole.seek_care.tiers().enumerate() {
            for (index, sign) in signs.signs.iter().enumerate() {
                let mut handout = whole.clone();
                tiers(&mut handout)[tier].signs.remove(index);
                let missed = checker.codes(&handout).contains(&"H202");
                let may_go = MAY_GO.iter().any(|(where_, start)| *where_ == name && sign.text.value.starts_with(start));
                if missed == may_go {
                    wrong.push(format!("{name}: {} (missed: {missed})", sign.text.value));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sign_that_is_moved_to_a_milder_tier_is_told() {
    let checker = Checker::new();
    let mut wrong = Vec::new();
    for name in HANDOUTS {
        let whole = checker.library.handout(name);
        for (from, to) in [(0, 2), (0, 1), (1, 2)] {
            for index in 0..whole.seek_care.tiers[from].1.signs.len() {
                let mut handout = whole.clone();
                let sign = tiers(&mut handout)[from].signs.remove(index);
                let text = sign.text.value.clone();
                tiers(&mut handout)[to].signs.push(sign);
                if !checker.codes(&handout).contains(&"H203") {
                    wrong.push(format!("{name}, tier {from} to {to}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sign_in_a_more_urgent_tier_is_fine() {
    let checker = Checker::new();
    for name in HANDOUTS {
        let mut handout = checker.library.handout(name);
        let [emergency, same_day, _] = tiers(&mut handout);
        let last = same_day.signs.pop().expect("a sign");
        emergency.signs.push(last);
        assert_eq!(checker.codes(&handout), [""; 0], "{name}");
    }
}

/// Whether a line under `prevention` gives a code, in a handout like `shipped`.
fn lines(shipped: &str, code: &str, bad: &[&str], good: &[&str]) {
    let checker = Checker::new();
    let part = |line: &str| format!("prevention:\n  items:\n    - {line:?}\n");
    for line in bad {
        let found = checker.codes_of(shipped, &part(line));
        assert!(found.contains(&code), "{line}: {found:?}");
    }
    for line in good {
        let found = checker.codes_of(shipped, &part(line));
        assert!(found.is_empty(), "{line}: {found:?}");
    }
}

#[test]
fn praise_for_what_should_not_be_used() {
    lines(
        "third-trimester",
        "H204",
        &[
            "A sauna eases a sore back.",
            "Try a hot tub in the evening.",
            "CBD oil works for many women.",
            "Bed rest helps. Take a week.",
            "Stem cell shots are a safe new treatment.",
            "A neck crack can help your headache.",
        ],
        &[
            "Skip saunas, even if they ease your back.",
            "Bed rest does not help. Keep moving.",
            "Ask your doctor before a steroid shot. It can help some women.",
            "A warm bath eases a sore back.",
            "TENS may help.",
            "Tens of women say that walking helps.",
        ],
    );
    lines("first-trimester", "H204", &["TENS can help now."], &["Do not use TENS now."]);
    lines("first-trimester", "H204", &[], &["TENS can help you after birth."]);
    lines(
        "after-birth",
        "H204",
        &["Cannabis helps.", "Cannabis helps you after birth."],
        &["Ibuprofen helps many women. Ask first if you have asthma."],
    );
}

#[test]
fn an_answer_that_praises_without_naming_it() {
    let checker = Checker::new();
    let part = |answer: &str| format!("questions:\n  - {{ question: Can I have PRP shots?, answer: {answer:?} }}\n");
    assert_eq!(checker.codes_of("second-trimester", &part("Yes. They work well.")), ["H204"]);
    assert_eq!(checker.codes_of("second-trimester", &part("No. We do not know if they work.")), [""; 0]);
}

#[test]
fn labels_better_than_the_proof() {
    let checker = Checker::new();
    let codes = |stage: &str, name: &str, label: &str| {
        let item = format!("{{ name: {name:?}, evidence: {label}, text: Ask your team. }}");
        checker.codes_of(stage, &format!("treatments:\n  items:\n    - {item}\n"))
    };
    for (stage, name, label) in [
        ("third-trimester", "Ibuprofen", "may-help"),
        ("second-trimester", "Ibuprofen", "not-enough-evidence"),
        ("third-trimester", "Stem cell shots", "not-enough-evidence"),
        ("second-trimester", "Warm packs and saunas", "may-help"),
        ("first-trimester", "TENS", "may-help"),
        ("after-birth", "Codeine", "may-help"),
    ] {
        assert_eq!(codes(stage, name, label), ["H204"], "{stage}: {name}");
    }
    for (stage, name, label) in [
        ("third-trimester", "Cold packs", "recommended"),
        ("third-trimester", "Acupuncture", "recommended"),
        ("third-trimester", "Herbs", "may-help"),
        ("upper-back", "Acupuncture", "may-help"),
        ("after-birth", "Tape", "may-help"),
        ("third-trimester", "Ibuprofen", "specialist-only"),
        ("second-trimester", "Stem cell injections", "specialist-only"),
        ("first-trimester", "TENS", "specialist-only"),
    ] {
        assert_eq!(codes(stage, name, label), ["H205"], "{stage}: {name}");
    }
    for (stage, name, label) in [
        ("after-birth", "Ibuprofen", "recommended"),
        ("third-trimester", "TENS on your back", "may-help"),
        ("third-trimester", "Acupuncture", "not-enough-evidence"),
        ("third-trimester", "Gentle exercise", "recommended"),
        ("third-trimester", "{{Paracetamol}}", "recommended"),
        ("second-trimester", "Ibuprofen", "do-not-use"),
        ("second-trimester", "Ibuprofen", "specialist-only"),
        ("third-trimester", "Gabapentin and a steroid injection", "specialist-only"),
        ("third-trimester", "Stem cell injections", "do-not-use"),
    ] {
        assert_eq!(codes(stage, name, label), [""; 0], "{stage}: {name}");
    }
}

#[test]
fn medicines_need_a_word_of_care() {
    lines(
        "third-trimester",
        "H206",
        &["Paracetamol is the first choice.", "{{Paracetamol}} eases pain.", "Take two acetaminophen at night."],
        &[
            "Paracetamol is the first choice. Use the lowest dose that helps.",
            "If your team gave you low-dose aspirin, keep taking it.",
            "Do not take ibuprofen.",
            "A pharmacist can tell you about paracetamol.",
            "Pain medicine is one part of care.",
        ],
    );
}

#[test]
fn lying_on_the_back_late_in_pregnancy() {
    lines(
        "third-trimester",
        "H207",
        &["Lie on your back and lift your legs.", "Rest flat on your back after lunch.", "Sleep on your back."],
        &[
            "Do not lie flat on your back.",
            "If you wake on your back, roll to your side.",
            "Lie on your side. Put a pillow behind your back.",
            "Put a warm pack on your back.",
        ],
    );
    lines(
        "second-trimester",
        "H207",
        &["Lie on your back for 20 minutes."],
        &["Sleep on your back if it feels good.", "From week 16, do not lie flat on your back for long."],
    );
    lines("after-birth", "H207", &[], &["Lie on your back and bend your knees."]);
}

#[test]
fn a_dose_needs_the_safety_box() {
    lines(
        "third-trimester",
        "H208",
        &[
            "Tilt your pelvis. Repeat 10 times.",
            "Squeeze, and hold for 5 seconds.",
            "Do 3 sets of 8.",
            "Lift your arm. Repeat ten times.",
        ],
        &[
            "Rest for 10 minutes.",
            "Change position every 30 minutes.",
            "Hold a wall or a chair.",
            "Walk 3 times a week.",
        ],
    );
    let checker = Checker::new();
    let with = "prevention:\n  items: [Repeat it 10 times.]\nexercises: { use: [pelvic-tilt] }\n";
    assert_eq!(checker.codes_of("third-trimester", with), [""; 0]);
}

#[test]
fn an_exercise_on_the_back_ends_at_week_16() {
    let checker = Checker::new();
    let of = |text: &str| {
        let source = Source::new("exercise.yaml", text);
        let exercise = load(&source).unwrap_or_else(|found| panic!("{}", render_human(&found, false))).value;
        let found = check::check_exercise(
            &exercise,
            checker.shelves(),
            &checker.brand,
            checker.library.languages.of("en", "en-GB"),
        );
        found.iter().filter(|finding| finding.code == "H207").count()
    };
    let exercise = |stages: &str, more: &str| {
        format!(
            "name: Bridge\nstages: [{stages}]\nposition: on-back\nstart: Lie down.\nsteps: [Lift your hips.]\n\
             dose: {{ reps: 8 }}\nstop_if: it hurts.\n{more}"
        )
    };
    assert_eq!(of(&exercise("second-trimester", "")), 1);
    assert_eq!(of(&exercise("any", "not_after_week: 20\n")), 1);
    assert_eq!(of(&exercise("first-trimester, second-trimester", "not_after_week: 16\n")), 0);
    assert_eq!(of(&exercise("first-trimester, after-birth", "")), 0);
}

#[test]
fn lines_of_the_help_box_that_tell_nothing() {
    let checker = Checker::new();
    let mut handout = checker.library.handout("third-trimester");
    tiers(&mut handout)[2].call.as_mut().expect("a heading").value = "Less urgent".to_owned();
    assert_eq!(checker.codes(&handout), ["H201"]);
    let mut handout = checker.library.handout("third-trimester");
    tiers(&mut handout)[1].numbers = Some(Vec::new());
    assert_eq!(checker.codes(&handout), ["H201"]);
    let mut handout = checker.library.handout("third-trimester");
    let mut empty = tiers(&mut handout)[2].signs[0].clone();
    empty.text.value = "…".to_owned();
    tiers(&mut handout)[2].signs.push(empty);
    assert_eq!(checker.codes(&handout), ["H201"]);
}

#[test]
fn other_languages_are_told_once() {
    let checker = Checker::new();
    let mut handout = checker.library.handout("third-trimester");
    handout.language.value = "ar".to_owned();
    tiers(&mut handout)[0].signs.truncate(1);
    assert_eq!(checker.codes(&handout), ["H209"]);
    handout.language.value = "es".to_owned();
    assert!(checker.codes(&handout).contains(&"H202"), "English signs are not read as Spanish");
}

/// The help box as the clinicians gave it, in `tests/seek_care`: the shipped one has the same words, numbers and sources.
/// It adds what to do under a brand without a maternity line, and the brackets around what a brand may not have.
#[test]
fn the_help_box_is_the_clinicians_word_for_word() {
    let read = |path: &str| -> serde_json::Value {
        let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("a file");
        serde_yaml::from_str(&text).expect("YAML")
    };
    let mut boxes = read("handouts/topics/back-pain-in-pregnancy/en/help.yaml");
    for name in HANDOUTS {
        let given = read(&format!("tests/seek_care/{name}.yaml"))["seek_care"].take();
        assert!(read(&format!("handouts/{name}.yaml")).get("seek_care").is_none(), "{name} has the standard box");
        let mut shipped = boxes["boxes"][if name == "upper-back" { "any" } else { name }].take();
        shipped["same_day"].as_object_mut().expect("a tier").remove("call_without_number");
        let shipped = shipped.to_string().replace("[[ (you can", " (you can").replace(")]]", ")");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shipped).expect("JSON"), given, "{name}");
    }
}

/// What a woman must read where it concerns medicines, and legs or fever after an epidural, word for word.
const SAFETY_TEXTS: &[(&str, &str)] = &[
    (
        "first-trimester",
        "Do not buy or take ibuprofen, naproxen, diclofenac, or aspirin for pain, unless a doctor tells you to.",
    ),
    (
        "third-trimester",
        "Do not take these now. They can harm your baby’s heart and kidneys and affect birth. Gels count too. If a doctor gave you one, call us before you take more.",
    ),
    ("upper-back", "From week 20 they can harm your baby, and from week 28 do not take them at all."),
    (
        "third-trimester",
        "Call {{emergency_number}} if you get new, bad back pain with fever after it, or if your legs are weak or numb and it is new, getting worse or does not wear off.",
    ),
    ("after-birth", "New, bad back pain with fever, or weak or numb legs, is an emergency: call {{emergency_number}}."),
    (
        "after-birth",
        "Call {{emergency_number}} if you get new, bad back pain with fever, or if your legs are weak or numb and it is new, getting worse or has not worn off. A fever alone: call the same day.",
    ),
    ("second-trimester", "Do not let anyone rub a hot or swollen leg: call us the same day."),
    ("second-trimester", "This lowers the chance of stillbirth, which is rare."),
    (
        "first-trimester",
        "Do not have it if you are bleeding, bleed easily, take blood thinners, or have a clot or weak or numb legs.",
    ),
];

#[test]
fn safety_texts_stand_word_for_word() {
    let checker = Checker::new();
    for (name, words) in SAFETY_TEXTS {
        let handout = checker.library.handout(name);
        let texts = handout::model::texts::of_handout(&handout);
        let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(texts.iter().any(|text| joined(&text.value).contains(words)), "{name} does not say: {words}");
    }
}

/// Low-dose aspirin stands in the box after the treatments and beside each warning of aspirin for pain.
#[test]
fn low_dose_aspirin_goes_on() {
    const KEEP: &str = "Keep taking low-dose aspirin if your team gave it to you.";
    let checker = Checker::new();
    for name in HANDOUTS {
        let treatments = checker.library.handout(name).treatments.expect("treatments");
        assert!(treatments.keep_taking.iter().any(|item| item.text.value.contains(KEEP)), "{name}");
        let warned = treatments.labelled().filter(|item| {
            item.evidence.as_ref().is_some_and(|label| label.value.warns())
                && [item.name.as_ref(), Some(&item.text)]
                    .into_iter()
                    .flatten()
                    .any(|text| text.value.contains("aspirin"))
        });
        let warned: Vec<_> = warned.collect();
        assert!(!warned.is_empty(), "{name}");
        for item in warned {
            let text = item.text.value.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(KEEP), "{name}: {text}");
        }
    }
}

#[test]
fn constipation_is_no_emergency() {
    let checker = Checker::new();
    let codes = |sign: &str| {
        let mut handout = checker.library.handout("third-trimester");
        let first = &mut tiers(&mut handout)[0].signs[1];
        first.text.value = sign.to_owned();
        checker.codes(&handout)
    };
    for sign in ["You cannot control or pass pee or poo", "You cannot pee or poo, or lose control of pee"] {
        assert!(codes(sign).contains(&"H210"), "{sign}");
    }
    let whole = "You cannot pee, cannot feel when you pee, or lose control of pee or poo";
    assert_eq!(codes(whole), [""; 0], "{whole}");
}

#[test]
fn an_epidural_emergency_goes_to_no_office() {
    let checker = Checker::new();
    let codes = |answer: &str| {
        let part = format!(
            "questions:\n  - {{ question: Will an epidural (a numbing injection) hurt my back?, answer: {answer:?} }}\n"
        );
        checker.codes_of("third-trimester", &part)
    };
    for answer in [
        "No. Call us if your legs are weak.",
        "No. Tell us about a fever.",
        "No. Call {{phone}} if your legs go numb.",
        "No. Call your midwife if you have a fever or weak legs.",
    ] {
        assert_eq!(codes(answer), ["H211"], "{answer}");
    }
    for answer in [
        "No. Call {{emergency_number}} if your legs are weak or numb.",
        "No. Call us if the spot is sore for over a week.",
        "No. A fever alone: call the same day.",
    ] {
        assert_eq!(codes(answer), [""; 0], "{answer}");
    }
}

#[test]
fn side_sleeping_comes_with_do_not_worry() {
    let sentences = ["Go to sleep on your side.", "For every sleep, day and night, fall asleep on your side."];
    let calm = sentences.map(|text| format!("{text} If you wake on your back, do not worry."));
    lines("third-trimester", "H212", &sentences, &calm.each_ref().map(String::as_str));
    lines(
        "first-trimester",
        "H212",
        &["From week 28, go to sleep on your side."],
        &["Sleep on your side if you like it.", "From week 28, go to sleep on your side. Do not worry if you wake up."],
    );
}

#[test]
fn a_tip_gives_no_second_dose() {
    let checker = Checker::new();
    let codes = |item: &str| {
        let exercises = format!("exercises:\n  use: [wall-push-up, bridge]\n  also: [walking]\n  items: [{item:?}]\n");
        checker.codes_of("first-trimester", &exercises)
    };
    for item in [
        "Do the wall push-up 20 times.",
        "Add the wall push-up. Do it 30 times.",
        "Walk for 90 minutes.",
        "Do the wall push-up on 6 days a week.",
    ] {
        assert_eq!(codes(item), ["H213"], "{item}");
    }
    for item in [
        "Do the wall push-up 8 to 12 times.",
        "Walk for 10 to 20 minutes.",
        "Aim for 150 minutes a week.",
        "From week 6, add the wall push-up 3 times a week.",
    ] {
        assert_eq!(codes(item), [""; 0], "{item}");
    }
}
