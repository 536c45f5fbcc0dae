//! W005 and W006: the texts of an exercise in other languages, held against the exercise itself.

use crate::diag::{Example, Explanation, Finding};
use crate::model::exercise::Exercise;
use crate::model::translated::Translated;

/// What is found.
pub const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "W006",
    title: "a translation of an exercise that does not fit it",
    meaning: "The texts of an exercise in another language (`texts: { es: … }`) lack one that the exercise has, such as a limit or \
              a step, or have one that it does not have. The exercise cannot be printed in that language then.",
    why: "A limit that is not translated would be missing on the card of the woman it is meant for.",
    example: Example::Words {
        bad: "limits: [{ when: sore hip, text: Do less. }], and no `limits` under `texts: { es: … }`",
        good: "texts: { es: { limits: [{ when: dolor de cadera, text: Haga menos. }], … } }",
    },
    standard: "House rule; ISO 17100: a translation is whole.",
    safety: true,
}];

/// What is found in the texts of an exercise in other languages.
#[must_use]
pub fn of_exercise(exercise: &Exercise) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (tag, texts) in &exercise.texts {
        let Some(Translated { missing, needless, stale, .. }) = exercise.translated(tag) else { continue };
        if !missing.is_empty() {
            findings.push(
                Finding::error("W006", format!("the texts in `{tag}` lack: {}", missing.join(", ")))
                    .at(&texts.name.text.place, "the exercise has them")
                    .help(format!("write them under `texts: {tag}:`")),
            );
        }
        for (name, place) in &needless {
            findings.push(
                Finding::error("W006", format!("the exercise has no `{name}` that this could translate"))
                    .at(place, "it would never be printed")
                    .help("take it out"),
            );
        }
        if let Some((_, place, _)) = stale.first() {
            let names: Vec<String> =
                stale.iter().map(|(name, _, now)| format!("texts.{tag}.{name} (now {now})")).collect();
            findings.push(
                Finding::warning("W005", format!("translated from an older English text: {}", names.join(", ")))
                    .at(place, "the English words have another hash now")
                    .help("translate them anew, then write the new hash"),
            );
        }
    }
    findings
}
