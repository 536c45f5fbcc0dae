//! H207: a position that is not safe in a stage, in an exercise or in a text. Which positions these are is asked of the topic.

use super::prose::plain;
use super::{Check, Rule, Shelves, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::exercise::Exercise;
use crate::model::handout::{MoreIcon, MoreSection};
use crate::model::key::Key;
use crate::model::patterns::{Words, primary_language, sentences};
use crate::model::{Located, texts};
use crate::topic::rules::LimitedPosition;

/// What it finds in a handout's texts, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

/// What it finds in an exercise by itself.
pub const OWN: Rule = Rule { explains: &[], check: Check::Exercise(own) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H207",
    title: "a position that is not safe in this stage",
    meaning: "An exercise in a position that the topic limits may be done too late: it is for a stage in which the position \
              is not safe, and has no `not_after_week` that is early enough. Or a sentence tells a reader in such a stage to \
              take the position, without `do not`, `avoid` or the like. A section of positions to limit may name it.",
    why: "What is comfortable in one stage can do harm in another.",
    example: Example::OfTopic,
    standard: "House rule, with the topic's list of positions.",
    safety: true,
}];

fn own(exercise: &Exercise, Shelves { topic, .. }: Shelves<'_>, findings: &mut Vec<Finding>) {
    let (position, limit) = (exercise.position.value, exercise.not_after_week.as_ref());
    let stages = || exercise.stages.iter().map(|stage| stage.value.key());
    let is_broken = |rule: &&LimitedPosition| rule.is_broken_by(position, stages(), limit.map(|week| week.value));
    for rule in topic.rules.positions.iter().filter(is_broken) {
        let (because, week) = (&rule.finding.because.value, rule.last_week);
        let reason = limit.map_or_else(
            || format!("{because}, in every week of these stages"),
            |limit| format!("{because}, up to week {}", limit.value),
        );
        findings.push(
            Finding::error("H207", format!("`{}` is done {because} after week {week}", exercise.name.value))
                .at(&limit.map_or(&exercise.position.place, |limit| &limit.place).clone(), reason)
                .help(format!(
                    "add `not_after_week: {week}` and an exercise to do `instead`, or take the later stages out"
                )),
        );
    }
}

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (stage, language) = (subject.handout.stage.value.key(), primary_language(&subject.handout.language.value));
    for rule in subject.topic.rules.positions.iter().filter(|rule| rule.is_about(stage)) {
        read(rule, subject, stage, &language, findings);
    }
}

/// Reads the texts of a handout and of its exercises for a position.
fn read(rule: &LimitedPosition, subject: Subject<'_>, stage: Key, language: &str, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let limiting = |section: &&MoreSection| {
        let heads = [Some(&section.title), section.intro.as_ref()].into_iter().flatten();
        section.icon == MoreIcon::Positions
            || heads.into_iter().any(|head| rule.limiting_headings.find(language, &Words::of(&head.value)))
    };
    let left_out: Vec<&Located<String>> =
        handout.more.iter().filter(limiting).flat_map(MoreSection::all_items).map(|item| &item.text).collect();
    // One that is done in the position is told by itself.
    let others = subject.used_exercises().filter(|exercise| exercise.position.value != rule.position);
    let own = others.flat_map(texts::of_exercise);
    for text in texts::of_handout(handout).into_iter().chain(own) {
        if left_out.iter().any(|other| std::ptr::eq(*other, text)) {
            continue;
        }
        let printed = plain(&text.value, &values).join(" ");
        let told = sentences(&printed);
        let mut wrong =
            told.iter().filter_map(|(sentence, words)| Some((sentence, rule.why_not(stage, language, words)?)));
        findings.extend(wrong.next().map(|(sentence, because)| {
            Finding::error("H207", rule.finding.message.value.trim())
                .at(&text.place.of(sentence), because)
                .help(rule.finding.help.value.trim())
        }));
    }
}
