//! H208: an exercise with a dose in free text, in a handout without `exercises`.

use super::prose::plain;
use super::words::{Patterns, Tongue, Words, sentences};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::text::Values;
use crate::model::texts;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H208",
    title: "an exercise in free text, without the safety box",
    meaning: "A sentence gives the dose of an exercise (`Repeat 10 times`, `Hold for 5 seconds`, `3 sets of 8`), and the \
              handout has no `exercises`. The box that says who must not exercise, and when to stop, is printed with \
              `exercises` only.",
    why: "Somebody who must not exercise would be told to, and not that she must not.",
    example: Example::Words {
        bad: "A handout without `exercises` that says: Lift your arm. Repeat 10 times.",
        good: "The same exercise under `exercises: { use: [wall-push-up] }`.",
    },
    standard: "House rule: who must not exercise is told wherever an exercise is.",
    safety: true,
}];

/// A dose; a number stands with it.
const DOSE: Patterns = Patterns {
    english: &[
        "repeat*/do/perform + times/reps/repetitions",
        "hold/holds + seconds/second/s/breaths",
        "sets of/sets/set of/reps/repetitions",
    ],
    spanish: &[
        "repita*/repit*/haga/hagalo + veces/repeticiones",
        "mantenga*/sostenga* + segundos",
        "series de/repeticiones",
    ],
};

/// Numbers in words.
const NUMBERS: Patterns = Patterns {
    english: &["two/three/four/five/six/eight/ten/twelve/fifteen/twenty/thirty/several"],
    spanish: &["dos/tres/cuatro/cinco/seis/ocho/diez/doce/quince/veinte/treinta/varias"],
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let Some(tongue) = Tongue::of(handout) else { return };
    if handout.exercises.is_some() {
        return;
    }
    let found = texts::of_handout(handout).into_iter().find_map(|text| dose_in(text, tongue, &values));
    findings.extend(found);
}

/// What to say of the first text that gives a dose; one is enough, for it is mended once.
fn dose_in(text: &Located<String>, tongue: Tongue, values: &Values) -> Option<Finding> {
    let printed = plain(&text.value, values).join(" ");
    let told = sentences(&printed);
    let doses = |words: &Words| DOSE.find(tongue, words) && (words.have_number() || NUMBERS.find(tongue, words));
    let (sentence, _) = told.iter().find(|(_, words)| doses(words))?;
    Some(
        Finding::error("H208", "an exercise is described without the safety box")
            .at(&text.place.of(sentence), "this is how much of an exercise to do")
            .help("name the exercise under `exercises`, which prints who must not exercise and when to stop"),
    )
}
