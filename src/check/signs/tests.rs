//! What the tables recognise, on the handouts that ship and on lines that a clinic might write.

use super::table::{Sign, Urgency, all};
use crate::check::words::{Tongue, Words};
use crate::diag::Source;
use crate::model::handout::{Handout, Stage};
use crate::model::load;
use crate::model::text::Values;

const STAGES: [Stage; 5] =
    [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::AfterBirth, Stage::Any];

/// The names of the signs that a line says in a stage.
fn said(line: &str, stage: Stage, tongue: Tongue) -> Vec<&'static str> {
    let words = Words::of(line);
    let own = all().filter(|sign| sign.in_stage(stage).is_some() && sign.is_said_by(&words, tongue));
    own.map(|sign| sign.name).collect()
}

/// The tier that a line belongs to in a stage.
fn tier(line: &str, stage: Stage) -> Option<Urgency> {
    let words = Words::of(line);
    let own = all().filter(|sign| sign.is_said_by(&words, Tongue::English));
    own.filter_map(|sign| sign.in_stage(stage)).map(|belongs| belongs.tier).min()
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
        assert_eq!(tier(line, Stage::ThirdTrimester), Some(Urgency::Emergency), "{line}");
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
        assert_eq!(tier(line, Stage::ThirdTrimester), Some(Urgency::SameDay), "{line}");
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
        assert!(tier(line, Stage::ThirdTrimester).is_none_or(|tier| tier == Urgency::Routine), "{line}");
    }
}

#[test]
fn the_stage_decides() {
    let fall = "A bad fall, crash or blow";
    assert_eq!(tier(fall, Stage::AfterBirth), None);
    assert_eq!(tier(fall, Stage::FirstTrimester), Some(Urgency::Emergency));
    let one_side = "Low belly pain on one side";
    assert_eq!(tier(one_side, Stage::FirstTrimester), Some(Urgency::SameDay));
    let foot = "A numb patch or weak foot that did not go away after birth";
    assert_eq!(tier(foot, Stage::AfterBirth), Some(Urgency::SameDay));
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
        ("Fiebre y se siente muy mal o confundida", "a fever with feeling very ill or confused"),
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
        let said = said(line, Stage::ThirdTrimester, Tongue::Spanish);
        assert!(said.contains(&name), "{line}: {said:?}");
    }
}

#[test]
fn every_sign_is_recognised_in_the_words_that_are_given_to_add() {
    for sign in all() {
        assert!(sign.is_said_by(&Words::of(sign.wording), Tongue::English), "{}: {}", sign.name, sign.wording);
        let milder = |other: &&Sign| {
            let tiers = STAGES.map(|stage| other.in_stage(stage).zip(sign.in_stage(stage)));
            let urgent = tiers.into_iter().flatten().any(|(other, own)| own.needed && other.tier < own.tier);
            urgent && other.is_said_by(&Words::of(sign.wording), Tongue::English)
        };
        let wrong: Vec<&str> = all().filter(milder).map(|other| other.name).collect();
        assert!(wrong.is_empty(), "{} added to its tier would be too mild: {wrong:?}", sign.name);
    }
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
fn most_lines_that_ship_are_recognised() {
    let (mut recognised, mut count, mut unknown) = (0, 0, Vec::new());
    for text in SHIPPED {
        let handout = load::<Handout>(&Source::new("handout.yaml", text)).expect("a shipped handout").value;
        for line in super::lines(&handout, &Values::new()) {
            count += 1;
            let known = all().any(|sign: &Sign| {
                sign.in_stage(handout.stage.value).is_some() && sign.is_said_by(&line.words, Tongue::English)
            });
            if known {
                recognised += 1;
            } else {
                unknown.push((line.tier, line.item.text.value.clone()));
            }
        }
    }
    println!("{recognised} of {count}; not: {unknown:#?}");
    // What is not recognised is routine: a plan, a job, a belt.
    assert!(unknown.iter().all(|(tier, _)| *tier == Urgency::Routine), "{unknown:#?}");
    assert!(recognised * 100 >= count * 85, "{recognised} of {count}");
}
