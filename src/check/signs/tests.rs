//! What the tables recognise, on the handouts that ship and on lines that a clinic might write.

use std::sync::LazyLock;

use crate::diag::Source;
use crate::model::handout::{Handout, Stage};
use crate::model::key::Key;
use crate::model::load;
use crate::model::patterns::Words;
use crate::model::text::Values;
use crate::topic::signs::Sign;
use crate::topic::{self, Topic};

const STAGES: [Stage; 5] =
    [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::AfterBirth, Stage::Any];

/// The topic that ships.
static TOPIC: LazyLock<Topic> = LazyLock::new(topic::tests::shipped);

fn all() -> impl Iterator<Item = &'static Sign> {
    TOPIC.signs.signs.iter()
}

/// How urgent a tier is: 0 is the most urgent.
fn rank(tier: Key) -> usize {
    TOPIC.tier_ids().into_iter().position(|own| own == tier).expect("a tier of the topic")
}

/// The names of the signs that a line says in a stage.
fn said(line: &str, stage: Stage, language: &str) -> Vec<&'static str> {
    let words = Words::of(line);
    let own = all().filter(|sign| sign.in_stage(stage.key()).is_some() && sign.is_said_by(&words, language));
    own.map(|sign| sign.name.value.as_str()).collect()
}

/// The tier that a line belongs to in a stage.
fn tier(line: &str, stage: Stage) -> Option<&'static str> {
    let words = Words::of(line);
    let own = all().filter(|sign| sign.is_said_by(&words, "en"));
    let most_urgent = own.filter_map(|sign| sign.in_stage(stage.key())).map(|belongs| rank(belongs.tier)).min();
    most_urgent.map(|rank| TOPIC.tiers()[rank].id.value.as_str())
}

#[test]
fn emergencies_are_recognised_in_other_words() {
    for line in [
        "You can’t feel your bottom, or it tingles",
        "You are unable to pee",
        "You can't control your bowels",
        "Your legs feel weak",
        "Your leg gives way",
        "Tightness in your chest",
        "You are short of breath",
        "You cough up blood",
        "You bleed a lot, or soak a pad in an hour",
        "Your tummy is hard and very sore",
        "A thunderclap headache",
        "Slurred speech, or your face droops",
        "A car crash",
        "A high temperature, and you are confused",
        "Thoughts of suicide",
        "Pain down one leg, with weakness",
    ] {
        assert_eq!(tier(line, Stage::ThirdTrimester), Some("emergency"), "{line}");
    }
}

#[test]
fn same_day_signs_are_recognised_in_other_words() {
    for line in [
        "Spotting",
        "Your waters break",
        "Your baby kicks less often",
        "Regular tightenings before week 37",
        "Blurry vision",
        "A severe headache that does not go away",
        "A temperature of 38 °C or higher",
        "It stings when you pee: burning urine",
        "Your calf is red and swollen",
        "Very itchy skin on your palms",
        "A knock on your tummy",
        "Pain so bad that you cannot cope",
    ] {
        assert_eq!(tier(line, Stage::ThirdTrimester), Some("same_day"), "{line}");
    }
}

#[test]
fn mild_signs_are_not_taken_for_urgent_ones() {
    for line in [
        "Pins and needles down one leg, with no weakness",
        "Sciatica: pain down one leg without weakness",
        "Pelvic or back pain that stops you sleeping, walking or caring for yourself",
        "You need crutches, a belt, or a birth plan for pain",
        "Tingling in an arm or hand, or hand numb at night",
        "Known arthritis, thin bones, or long-term steroid or heparin use",
        "You have arthritis, weak bones, or take steroid tablets or blood-thinning shots",
        "Morning stiffness over 30 minutes, or pain that wakes you and eases when you move",
        "Heartburn that is not helped by food changes",
        "Your low back aches after work",
        "Your shoes no longer fit",
    ] {
        assert!(tier(line, Stage::ThirdTrimester).is_none_or(|tier| tier == "routine"), "{line}");
    }
}

#[test]
fn the_stage_decides() {
    let fall = "A bad fall, crash or blow";
    assert_eq!(tier(fall, Stage::AfterBirth), Some("emergency"));
    assert_eq!(tier(fall, Stage::FirstTrimester), Some("emergency"));
    let one_side = "Low belly pain on one side";
    assert_eq!(tier(one_side, Stage::FirstTrimester), Some("same_day"));
    let foot = "A numb patch or weak foot that did not go away after birth";
    assert_eq!(tier(foot, Stage::AfterBirth), Some("same_day"));
}

#[test]
fn spanish_lines_are_recognised() {
    for (line, name) in [
        ("Adormecimiento u hormigueo entre las piernas o en los genitales", "numb skin between the legs"),
        ("No puede orinar, o pierde el control de la orina", "trouble with your bladder or bowel"),
        ("Debilidad en las piernas", "weak or numb legs"),
        ("Dolor en el pecho", "chest pain"),
        ("Dificultad para respirar", "trouble breathing"),
        ("Sangrado abundante: empapa una toalla en una hora", "heavy bleeding"),
        ("Convulsiones, o dificultad para hablar", "a fit"),
        ("Piensa en hacerse daño", "thoughts of hurting yourself"),
        ("Una caída fuerte, un choque o un golpe fuerte", "a bad fall, crash or blow"),
        ("Fiebre y se siente muy mal o confundida", "feeling very ill or confused, with or without a fever"),
        ("Cualquier sangrado vaginal", "any bleeding"),
        ("Pérdida de líquido por la vagina", "fluid leaking"),
        ("El bebé se mueve menos", "the baby moving less"),
        ("Contracciones que van y vienen antes de la semana 37", "tightenings or pain in waves before week 37"),
        ("Dolor de cabeza muy fuerte", "a bad headache"),
        ("Cambios en la vista", "changes in sight"),
        ("Dolor debajo de las costillas", "pain just under the ribs"),
        ("Fiebre de 38 °C o más y escalofríos", "fever"),
        ("Ardor al orinar", "pain in the side, or burning when you pee"),
        ("Una pierna hinchada, caliente o roja", "signs of a clot in one leg"),
        ("Comezón fuerte sin sarpullido", "bad itching"),
        ("Piel u ojos amarillos: piel amarilla", "yellow skin or eyes"),
        ("Dolor que dura más de 2 semanas", "pain that lasts"),
        ("Se siente triste o muy preocupada", "low mood"),
    ] {
        let said = said(line, Stage::ThirdTrimester, "es");
        assert!(said.contains(&name), "{line}: {said:?}");
    }
}

#[test]
fn every_sign_is_recognised_in_the_words_that_are_given_to_add() {
    for sign in all() {
        let words = Words::of(&sign.line);
        assert!(sign.is_said_by(&words, "en"), "{}: {}", sign.name.value, sign.line.value);
        let milder = |other: &&Sign| {
            let tiers = STAGES.map(|stage| other.in_stage(stage.key()).zip(sign.in_stage(stage.key())));
            let mut both = tiers.into_iter().flatten();
            both.any(|(other, own)| own.needed && rank(other.tier) < rank(own.tier)) && other.is_said_by(&words, "en")
        };
        let wrong: Vec<&str> = all().filter(milder).map(|other| other.name.value.as_str()).collect();
        assert!(wrong.is_empty(), "{} added to its tier would be too mild: {wrong:?}", sign.name.value);
    }
}

/// In each stage, how many signs a help box must have, and how many more belong somewhere where they are named.
const COUNTS: [(usize, usize); 5] = [(28, 18), (33, 14), (35, 12), (31, 16), (28, 21)];

/// No sign was lost on the way from the brief: how many there are, and how many each stage needs and has in all.
#[test]
fn each_stage_has_its_signs() {
    let count = |stage: Stage, needed: bool| {
        all().filter_map(|sign| sign.in_stage(stage.key())).filter(|belongs| belongs.needed == needed).count()
    };
    assert_eq!(all().count(), 59);
    assert!(all().all(|sign| ["en", "es"].iter().all(|language| !sign.words.of(language).is_empty())));
    assert_eq!(STAGES.map(|stage| (count(stage, true), count(stage, false))), COUNTS);
}

/// A handout that its topic has completed.
fn completed(text: &str) -> Handout {
    let mut handout = load::<Handout>(&Source::new("handout.yaml", text)).expect("a shipped handout").value;
    TOPIC.complete(&mut handout);
    handout
}

/// The handouts that ship.
const SHIPPED: [&str; 5] = [
    include_str!("../../../handouts/first-trimester.yaml"),
    include_str!("../../../handouts/second-trimester.yaml"),
    include_str!("../../../handouts/third-trimester.yaml"),
    include_str!("../../../handouts/after-birth.yaml"),
    include_str!("../../../handouts/upper-back.yaml"),
];

#[test]
fn every_line_that_ships_is_recognised() {
    let (mut recognised, mut count, mut unknown) = (0, 0, Vec::new());
    for text in SHIPPED {
        let handout = completed(text);
        for (item, line) in super::lines(&handout, &TOPIC, &Values::new()) {
            count += 1;
            let stage = handout.stage.value.key();
            let known = all().any(|sign| sign.in_stage(stage).is_some() && sign.is_said_by(&line.words, "en"));
            if known {
                recognised += 1;
            } else {
                unknown.push((line.tier, item.text.value.clone()));
            }
        }
    }
    println!("{recognised} of {count}; not: {unknown:#?}");
    assert!(recognised == count, "{recognised} of {count}");
}

/// The signs of the brief's master list (1.0c), by which words each is known, and the line it stands in: in the first,
/// second and third trimester, after birth and for the upper back; `R4` is the fourth line of the red tier, `-` is a stage
/// in which the sign cannot occur or has no line of its own.
const MASTER: &[(&str, &str, &str)] = &[
    ("Numb or tingling skin between legs, genitals, bottom", "numb + between your legs", "R4 R1 R1 R1 R5"),
    (
        "Cannot pee / cannot feel it / lose control of pee or poo",
        "cannot pee + lose control of pee or poo",
        "R5 R2 R2 R2 R6",
    ),
    ("Lose feeling or strength in one or both legs", "leg*/legs + feeling/strength/weak", "R6 R3 R3 R3 R7"),
    ("Chest pain", "chest pain", "R7 R6 R6 R6 R2"),
    ("Trouble breathing", "trouble breathing", "R7 R6 R6 R6 R3"),
    ("Coughing blood", "coughing blood", "R7 R6 R6 R6 R3"),
    ("You faint (alone)", "you faint", "R7 R6 R6 R6 R3"),
    ("Sudden, very bad chest or upper back pain, like a tear", "sudden + chest + upper back + tear", "R8 R7 R7 R7 R1"),
    ("Heavy bleeding (pad in an hour or less, big clots)", "heavy bleeding + pad + big clots", "R3 R4 R4 R5 R8"),
    (
        "Constant strong belly or back pain, hard sore belly",
        "strong belly pain/constant strong belly",
        "R1 R5 R5 A10 R9",
    ),
    (
        "Fit, worst-ever headache, droopy face, trouble speaking",
        "fit + worst ever headache + droopy face + trouble speaking",
        "R9 R8 R8 R8 R10",
    ),
    ("Bad fall, car crash or blow", "bad fall + crash + blow", "R10 R9 R10 R9 R11"),
    (
        "Very ill: confused, fast breathing, skin, lips, tongue",
        "very ill + confused + fast breathing + lips + tongue",
        "R11 R10 R11 R10 R12",
    ),
    ("May hurt yourself or your baby", "hurt yourself or your baby", "R12 R11 R12 R12 R14"),
    ("Any bleeding", "bleeding", "A1 A1 A2 - A8"),
    ("Fluid leaking", "fluid", "A1 A1 A2 - A8"),
    ("Pain, cramps or tightenings in waves before week 37", "waves/come and go", "A2 A2 A3 - A8"),
    ("Baby moves less (from week 24)", "baby moves less", "- A3 A1 - A9"),
    ("Bad headache", "bad headache/bad or lasting headache", "A7 A4 A4 A1 A1"),
    ("Blurred sight, flashing lights", "sight/seeing", "A7 A4 A4 A2 A1"),
    ("Pain just under ribs", "under your ribs", "- A4 A4 A3 A1"),
    ("Being sick", "being sick", "A6 A5 A5 A4 A2"),
    ("Sudden swelling of face, hands, feet", "swelling of face", "- A5 A5 A5 A2"),
    ("Fever 38 °C, shivers", "fever of 38 + shivers", "A4 A6 A6 A6 A6"),
    ("Pain in side, burning pee", "pain in your side + pee", "A4 A6 A6 A6 A6"),
    ("One leg swollen, hot, red, darker, sore", "one leg swollen", "A5 A7 A7 A9 A7"),
    ("Yellow skin or eyes", "yellow skin or eyes", "A8 A9 A8 A13 A10"),
    ("Bad itching", "bad itching", "A8 A9 A8 A13 A10"),
    ("Bump to belly, even if you feel fine", "bump to your belly", "A9 A10 A10 - A8"),
    ("So bad you cannot walk, sleep or cope", "cannot walk sleep or cope", "A10 A11 A11 A14 A11"),
    ("Pain over 2 weeks", "2 weeks", "G1 G1 G1 G1 G1"),
    ("Stops daily tasks", "daily tasks", "G1 G2 G1 G1 G1"),
    ("Pain walking, stairs, turning in bed", "walking", "G1 G2 G1 - G5"),
    ("Pain or pins and needles down one leg, no weakness", "down one leg + no weakness", "G4 G3 G3 G5 G5"),
    ("Morning stiffness over 30 minutes", "stiff over 30 minutes", "G5 G4 G4 G4 G6"),
    ("Pain that wakes you and eases when you move", "night pain that eases", "G5 G4 G4 G4 G6"),
    ("Low, tearful or very worried", "low tearful or very worried", "G6 G6 G5 G6 G7"),
];

/// Signs that one leaflet has besides, with the leaflet's number.
const OF_A_STAGE: &[(usize, &str, &str)] = &[
    (0, "R1", "sudden sharp + belly pain and feeling faint"),
    (0, "R2", "tip of your shoulder + bleeding"),
    (0, "A2", "one side"),
    (0, "A3", "pee or poo + belly pain"),
    (0, "G2", "past back"),
    (0, "G3", "arthritis + blood thinning"),
    (1, "A8", "right ribs + after food"),
    (1, "G5", "job makes it worse"),
    (2, "R9", "baby coming + cord"),
    (2, "A3", "before week 37 + show"),
    (2, "A9", "sudden bad back pain + small lift"),
    (2, "G2", "crutches + belt + birth plan"),
    (3, "R3", "weak or numb + not worn off + epidural or spinal"),
    (3, "R4", "back pain with fever + epidural or spinal"),
    (3, "R11", "hear or see things"),
    (3, "A7", "redness pus or more pain + epidural"),
    (3, "A8", "numb patch or weak foot + not gone"),
    (3, "A10", "bad smelling bleeding"),
    (3, "A11", "small lift or bend + shorter"),
    (3, "A12", "after food"),
    (3, "G2", "leak a little pee + bulge"),
    (3, "G3", "domes + gap"),
    (3, "G4", "swollen joints"),
    (4, "R2", "jaw neck or arm"),
    (4, "R3", "fast heartbeat"),
    (4, "R4", "tip of your shoulder + early pregnancy"),
    (4, "R13", "fever + neck you cannot bend"),
    (4, "A3", "right ribs + after food"),
    (4, "A4", "constant upper back pain"),
    (4, "A5", "one spot in your spine"),
    (4, "G2", "arm or hand"),
    (4, "G3", "heartburn"),
    (4, "G4", "arthritis + heparin"),
];

fn shipped() -> Vec<Handout> {
    SHIPPED.iter().map(|text| completed(text)).collect()
}

/// The words of the line that `R4` names.
fn line_at(handout: &Handout, at: &str) -> Words {
    let tier = "RAG".find(&at[..1]).expect("a tier");
    let number: usize = at[1..].parse().expect("a number");
    Words::of(&handout.seek_care.tiers[tier].1.signs[number - 1].text.value)
}

#[test]
fn signs_of_the_brief_stand_in_their_lines() {
    let handouts = shipped();
    let mut wrong = Vec::new();
    for (sign, words, places) in MASTER {
        let places: Vec<&str> = places.split(' ').collect();
        assert_eq!(places.len(), handouts.len(), "{sign}");
        for (handout, at) in handouts.iter().zip(places).filter(|(_, at)| *at != "-") {
            if !line_at(handout, at).have(words) {
                wrong.push(format!("{}: {sign} is not in {at}", handout.title.value));
            }
        }
    }
    for (index, at, words) in OF_A_STAGE {
        if !line_at(&handouts[*index], at).have(words) {
            wrong.push(format!("{}: {words} is not in {at}", handouts[*index].title.value));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
