//! Every text of a handout or a brand that is printed, with its place.

use super::Located;
use super::brand::Brand;
use super::exercise::Exercise;
use super::handout::{Group, Handout, Item};

/// All printed texts of a handout.
pub fn of_handout(handout: &Handout) -> Vec<&Located<String>> {
    let mut texts = vec![&handout.title, &handout.summary];
    texts.extend(&handout.subtitle);
    for section in [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten() {
        texts.extend(&section.title);
        texts.extend(&section.intro);
        items(&section.items, &mut texts);
        groups(&section.groups, &mut texts);
        items(&section.keep_taking, &mut texts);
    }
    if let Some(exercises) = &handout.exercises {
        texts.extend(&exercises.title);
        texts.extend(&exercises.intro);
        items(&exercises.items, &mut texts);
    }
    for more in &handout.more {
        texts.push(&more.title);
        texts.extend(&more.intro);
        items(&more.items, &mut texts);
        groups(&more.groups, &mut texts);
    }
    for question in handout.questions.iter().flatten() {
        texts.extend([&question.question, &question.answer]);
    }
    let care = &handout.seek_care;
    texts.extend(&care.title);
    for tier in care.tiers() {
        texts.extend(tier.call.iter().chain(&tier.call_without_number));
        items(&tier.signs, &mut texts);
        for group in &tier.groups {
            texts.push(&group.intro);
            items(&group.signs, &mut texts);
        }
    }
    texts.extend(&care.notes);
    texts.extend([&handout.imprint.version, &handout.imprint.author]);
    texts
}

/// All printed texts of an exercise.
pub fn of_exercise(exercise: &Exercise) -> Vec<&Located<String>> {
    let mut texts = vec![&exercise.name];
    texts.extend(&exercise.good_for);
    texts.extend(&exercise.after_birth_once);
    texts.push(&exercise.start);
    texts.extend(&exercise.steps);
    texts.extend(exercise.steps_by_stage.iter().flat_map(|(_, steps)| steps));
    texts.extend(&exercise.dose.note);
    texts.extend(exercise.dose_by_stage.iter().flat_map(|(_, change)| &change.note));
    texts.extend(exercise.limits.iter().flat_map(|limit| [&limit.when, &limit.text]));
    texts.push(&exercise.stop_if);
    texts
}

/// All printed texts of a brand.
pub fn of_brand(brand: &Brand) -> Vec<&Located<String>> {
    let contact = &brand.contact;
    let mut texts = vec![&brand.name, &contact.phone, &contact.emergency_number];
    texts.extend(&brand.tagline);
    texts.extend(brand.words.values());
    texts.extend([&contact.hours, &contact.maternity_line, &contact.early_pregnancy_unit].into_iter().flatten());
    texts.extend(
        [&contact.physio_self_referral, &contact.crisis_line, &contact.urgent_line, &contact.web].into_iter().flatten(),
    );
    texts.extend(&contact.address);
    texts
}

fn items<'a>(items: &'a [Item], texts: &mut Vec<&'a Located<String>>) {
    for item in items {
        texts.extend(&item.name);
        texts.push(&item.text);
    }
}

fn groups<'a>(groups: &'a [Group], texts: &mut Vec<&'a Located<String>>) {
    for group in groups {
        texts.push(&group.title);
        items(&group.items, texts);
    }
}
