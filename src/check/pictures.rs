//! H049: a picture of a section that does not exist. An exercise that a section shows must be for the handout's stage, as
//! one on a card.

use super::exercises::{nearest, outside};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::picture::Picture;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H049",
        title: "an unknown picture",
        meaning: "The `picture` of a section names neither a scene (`standing`, `sleep-on-side`) nor an exercise that has \
                  a picture; or it names a scene in a handout that is not in English, the language in which a scene is \
                  told to those who do not see it.",
        why: "The picture would be missing, or nobody could tell all readers what it shows.",
        example: Example::Handout {
            bad: "prevention:\n  picture: sleep-on-sid\n  items:\n    - Rest before the pain builds.\n",
            good: "prevention:\n  picture: sleep-on-side\n  items:\n    - Rest before the pain builds.\n",
        },
        standard: "House rule; WCAG 2.1, 1.1.1 and PDF/UA-1 (ISO 14289-1): pictures have alternative text.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let Subject { handout, exercises, scenes, .. } = subject;
    let english = subject.language().is_source();
    for name in handout.pictures() {
        let exercise = exercises.get(&name.value);
        match exercise.and_then(|exercise| Some((exercise, exercise.picture.as_ref()?))) {
            Some((exercise, picture)) => {
                findings.extend(outside(name, exercise, handout.stage.value, subject));
                findings.extend(Picture::mistake(picture));
            }
            None if scenes.contains_key(&name.value) && english => {}
            None if scenes.contains_key(&name.value) => findings.push(
                Finding::error("H049", format!("`{}` cannot be shown in this language", name.value))
                    .at(&name.place, "what it shows is told in English only")
                    .help("take it out of this handout"),
            ),
            None => findings.push(unknown(subject, name, exercise.is_some())),
        }
    }
}

/// The finding about a picture that does not exist.
fn unknown(subject: Subject<'_>, name: &Located<String>, is_exercise: bool) -> Finding {
    let finding = Finding::error("H049", format!("unknown picture `{}`", name.value));
    if is_exercise {
        return finding.at(&name.place, "this exercise has no picture").help("take it out of this section");
    }
    let finding = finding.at(&name.place, "there is no picture of this name");
    let drawn = subject.exercises.iter().filter(|(_, exercise)| exercise.picture.is_some()).map(|(id, _)| id);
    let known: Vec<&String> = subject.scenes.keys().chain(drawn).collect();
    match nearest(&name.value, known.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")).meant(&name.value, near),
        None => {
            let names: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
            finding.help(format!("use one of: {}", names.join(", ")))
        }
    }
}
