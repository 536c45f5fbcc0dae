//! H207: lying flat on the back late in pregnancy, in an exercise or in a text.

use super::prose::plain;
use super::words::{Patterns, Tongue, Words, sentences};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::exercise::{Exercise, Library, Position};
use crate::model::handout::{MoreIcon, MoreSection, Stage};
use crate::model::text::Values;
use crate::model::{Located, texts};

/// What it finds in a handout's texts, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

/// What it finds in an exercise by itself.
pub const OWN: Rule = Rule { explains: &[], check: Check::Exercise(own) };

/// The last week in which an exercise may be done flat on the back.
const LAST_WEEK: u8 = 16;

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H207",
    title: "flat on the back late in pregnancy",
    meaning: "An exercise in the position `on-back` may be done after week 16: it is for the second or third trimester or \
              for any stage, and has no `not_after_week` of 16 or less. Or a sentence tells a reader in the third \
              trimester to lie on her back, or in the second to lie so for long, without `do not`, `avoid` or the like. \
              A section of positions to limit may name it.",
    why: "The womb can press on a large vein. She can feel faint, and less blood may reach her baby.",
    example: Example::Exercise { bad: "position: on-back\n", good: "position: on-side\nstart: Lie on your side.\n" },
    standard: "Clinical brief 1.0d, after ACOG and NHS.",
    safety: true,
}];

/// Lying on the back.
const ON_BACK: Patterns = Patterns {
    english: &[
        "lie/lies/lying/lay/laying/sleep/sleeping/rest/resting/exercise/exercises/flat/position/stretch/roll + on your back/on her back/\
                on the back/onto your back/face up",
    ],
    spanish: &["boca arriba/sobre la espalda/de espaldas/acostada de espalda"],
};

/// For long.
const LONG: Patterns = Patterns {
    english: &["long/hour/hours/minutes/all night/flat"],
    spanish: &["mucho tiempo/hora/horas/minutos/toda la noche/rato largo"],
};

/// What forbids or limits it.
const LIMITED: Patterns = Patterns {
    english: &[
        "not/no/never/avoid*/limit*/skip/instead/less/stop/cannot/if you wake/before week/after birth/until week/unless/off",
    ],
    spanish: &[
        "no/nunca/evit*/limit*/en lugar de/menos/deje/si se despierta/antes de la semana/despues del parto/hasta la semana/salvo",
    ],
};

fn own(exercise: &Exercise, _: &Library, findings: &mut Vec<Finding>) {
    let late = |stage: &Stage| matches!(*stage, Stage::SecondTrimester | Stage::ThirdTrimester | Stage::Any);
    let is_late = exercise.stages.iter().any(|stage| late(&stage.value));
    let limit = exercise.not_after_week.as_ref();
    if exercise.position.value != Position::OnBack || !is_late || limit.is_some_and(|week| week.value <= LAST_WEEK) {
        return;
    }
    let reason = limit.map_or_else(
        || "flat on the back, in every week of these stages".to_owned(),
        |week| format!("flat on the back, up to week {}", week.value),
    );
    findings.push(
        Finding::error("H207", format!("`{}` is done flat on the back after week {LAST_WEEK}", exercise.name.value))
            .at(&limit.map_or(&exercise.position.place, |week| &week.place).clone(), reason)
            .help(format!(
                "add `not_after_week: {LAST_WEEK}` and an exercise to do `instead`, or take the later stages out"
            )),
    );
}

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let stage = handout.stage.value;
    let Some(tongue) = Tongue::of(handout) else { return };
    if !matches!(stage, Stage::SecondTrimester | Stage::ThirdTrimester) {
        return;
    }
    let limits = Patterns { english: &["limit*/avoid*/less/not"], spanish: &["limit*/evit*/menos/no"] };
    let limiting = |section: &&MoreSection| {
        let heads = [Some(&section.title), section.intro.as_ref()].into_iter().flatten();
        section.icon == MoreIcon::Positions
            || heads.into_iter().any(|head| limits.find(tongue, &Words::of(&head.value)))
    };
    let left_out: Vec<&Located<String>> =
        handout.more.iter().filter(limiting).flat_map(MoreSection::all_items).map(|item| &item.text).collect();
    // One that is done on the back is told by itself.
    let others = subject.used_exercises().filter(|exercise| exercise.position.value != Position::OnBack);
    let own = others.flat_map(texts::of_exercise);
    for text in texts::of_handout(handout).into_iter().chain(own) {
        if !left_out.iter().any(|other| std::ptr::eq(*other, text)) {
            findings.extend(told_to(text, stage, tongue, &values));
        }
    }
}

/// What to say of a text that tells her to lie on her back.
fn told_to(text: &Located<String>, stage: Stage, tongue: Tongue, values: &Values) -> Option<Finding> {
    let printed = plain(&text.value, values).join(" ");
    let told = sentences(&printed);
    let tells = |words: &Words| {
        let too_long = stage == Stage::ThirdTrimester || LONG.find(tongue, words);
        ON_BACK.find(tongue, words) && too_long && !LIMITED.find(tongue, words)
    };
    let (sentence, _) = told.iter().find(|(_, words)| tells(words))?;
    let when = if stage == Stage::ThirdTrimester { "not in the third trimester" } else { "not for long after week 16" };
    Some(
        Finding::error("H207", "a text tells her to lie flat on her back")
            .at(&text.place.of(sentence), when)
            .help("say “on your side”, or say not to do it"),
    )
}
