//! Approvals: a clinician's word for exactly one text. When the text changes, the word no longer counts.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::exercise::Library;
use super::handout::{Handout, Review};
use super::texts;

/// The hash of all that a handout prints: SHA-256 over its stage, texts, evidence labels, numbers and dates and over the
/// exercises that it names, in reading order, in hexadecimal. Approvals themselves do not count.
#[must_use]
pub fn text_hash(handout: &Handout, exercises: &Library) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update(part.as_bytes());
        hash.update([0]);
    };
    for text in texts::of_handout(handout) {
        add(&text.value);
    }
    for item in handout.all_items() {
        add(&item.evidence.as_ref().map_or_else(String::new, |evidence| format!("{:?}", evidence.value)));
    }
    for tier in handout.seek_care.tiers() {
        for number in tier.numbers.iter().flatten() {
            add(&format!("{:?}", number.value));
        }
    }
    for id in handout.exercises.iter().flat_map(|used| used.ids()) {
        add(&id.value);
        if let Some(exercise) = exercises.get(&id.value) {
            texts::of_exercise(exercise).into_iter().for_each(|text| add(&text.value));
            add(&format!("{:?}", exercise.dose.numbers()));
        }
    }
    add(&format!("{:?}", handout.stage.value));
    add(&handout.imprint.published.value);
    add(&handout.imprint.review.value);
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The approvals of exactly this text.
#[must_use]
pub fn valid<'a>(handout: &'a Handout, exercises: &Library) -> Vec<&'a Review> {
    if handout.imprint.reviewed_by.is_empty() {
        return Vec::new();
    }
    let hash = text_hash(handout, exercises);
    handout.imprint.reviewed_by.iter().filter(|review| review.hash.value == hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::exercise::Exercise;
    use crate::model::load;

    const HANDOUT: &str = "title: Move
language: en
stage: any
summary: Move often.
exercises: { use: [walk] }
seek_care: { emergency: [You cannot pee], same_day: [Any bleeding], routine: [Pain for weeks] }
imprint: { version: '1', published: 2026-11-20, review: 2028-11-20, author: Jane }
";
    const WALK: &str = "name: Walk
stages: [any]
position: standing
start: Stand tall.
steps: [Walk.]
dose: { minutes: 10 }
stop_if: it hurts.
";

    fn hash(handout: &str, exercise: &str) -> String {
        let handout = load::<Handout>(&Source::new("handout.yaml", handout)).unwrap().value;
        let exercise = load::<Exercise>(&Source::new("walk.yaml", exercise)).unwrap().value;
        text_hash(&handout, &[("walk".to_owned(), exercise)].into())
    }

    #[test]
    fn whatever_a_patient_reads_changes_the_hash() {
        let approved = hash(HANDOUT, WALK);
        assert_eq!(approved, hash(HANDOUT, WALK));
        for (from, to) in
            [("Move often", "Move"), ("any bleeding", "x"), ("2028", "2027"), ("stage: any", "stage: after-birth")]
        {
            let changed = HANDOUT.replace(from, to);
            assert_eq!(changed == HANDOUT, hash(&changed, WALK) == approved, "{from}");
        }
        for (from, to) in [("Walk.", "Jump."), ("minutes: 10", "minutes: 90")] {
            assert_ne!(hash(HANDOUT, &WALK.replace(from, to)), approved, "{from}");
        }
    }

    #[test]
    fn only_an_approval_of_this_text_counts() {
        let with = |hash: &str| {
            let review = format!("reviewed_by: [{{ name: Ann, role: midwife, date: 2026-11-20, hash: {hash} }}] }}");
            let handout = HANDOUT.replace("author: Jane }", &format!("author: Jane, {review}"));
            let handout = load::<Handout>(&Source::new("handout.yaml", handout)).unwrap().value;
            let library = Library::new();
            (valid(&handout, &library).len(), text_hash(&handout, &library))
        };
        let (none, hash) = with("anything");
        assert_eq!(none, 0);
        assert_eq!(with(&hash).0, 1);
    }
}
