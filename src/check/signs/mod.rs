//! H202: a warning sign that the stage needs is missing. H203: a warning sign stands in a milder tier than it belongs
//! to. H209: the signs cannot be compared in this language.
//!
//! Which signs a stage has, and in which tier, is asked of the topic. A line of the help box may say several signs; it is
//! as urgent as the most urgent of them.

mod explained;
#[cfg(test)]
mod tests;

use super::{Check, Rule, Subject};
use crate::diag::{Finding, Place};
use crate::model::handout::{Handout, Item};
use crate::model::key::Key;
use crate::model::patterns::{Words, primary_language};
use crate::model::text::Values;
use crate::topic::Topic;
use crate::topic::signs::{Sign, SignLine, TooMild};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: explained::EXPLANATIONS, check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, topic) = (subject.handout, subject.topic);
    let language = primary_language(&handout.language.value);
    if !topic.signs.can_read(&language) {
        let finding = Finding::warning("H209", "the warning signs cannot be checked in this language");
        findings.push(
            finding
                .at(&handout.language.place, "the topic does not say how signs are recognised in it")
                .help("a clinician who reads this language must compare the help box with the list for this stage"),
        );
        return;
    }
    let (items, lines): (Vec<&Item>, Vec<SignLine>) = lines(handout, topic, &subject.values()).into_iter().unzip();
    let judgement = topic.signs.judge(&lines, handout.stage.value.key(), &language, &topic.tier_ids());
    if !judgement.unread.is_empty() {
        let names: Vec<&str> = judgement.unread.iter().map(|sign| sign.name.as_str()).collect();
        let finding = Finding::warning("H209", "some warning signs cannot be checked in this language");
        findings.push(
            finding
                .at(&handout.language.place, "the topic does not say how these are recognised in it")
                .help(format!("a clinician who reads this language must look for: {}", names.join("; "))),
        );
    }
    findings.extend(judgement.missing.iter().map(|(sign, tier)| missing(sign, *tier, handout, topic)));
    findings.extend(judgement.too_mild.iter().map(|mild| too_mild(mild, items[mild.line], lines[mild.line].tier)));
}

/// The lines of the help box as they are printed, folded for reading.
fn lines<'a>(handout: &'a Handout, topic: &Topic, values: &Values) -> Vec<(&'a Item, SignLine)> {
    let tiers = topic.tier_ids().into_iter().zip(handout.seek_care.tiers());
    let mut lines = Vec::new();
    for (tier, signs) in tiers {
        let words = |item: &Item| super::prose::of_item(item, values);
        lines.extend(signs.signs.iter().map(|item| (item, SignLine { words: Words::of(&words(item)), tier })));
        // The line over a group belongs to each of its signs.
        for group in &signs.groups {
            let intro = super::prose::plain(&group.intro.value, values).join(" ");
            let whole = |item: &Item| Words::of(&format!("{intro} {}", words(item)));
            lines.extend(group.signs.iter().map(|item| (item, SignLine { words: whole(item), tier })));
        }
    }
    lines
}

/// What to say of a sign that the stage needs and no line says.
fn missing(sign: &Sign, tier: Key, handout: &Handout, topic: &Topic) -> Finding {
    let mut tiers = topic.tier_ids().into_iter().zip(handout.seek_care.tiers());
    let last = tiers.find(|(id, _)| *id == tier).and_then(|(_, tier)| tier.all_signs().last());
    let place = last.map_or(&handout.title.place, |last| &last.text.place);
    Finding::error("H202", format!("a warning sign is missing: {}", sign.name.value))
        .at(&first_line(place), format!("`{tier}` needs a line about it"))
        .help(format!("add under `{tier}`: {}", sign.line.value))
}

/// A line of a text is enough to point at.
fn first_line(place: &Place) -> Place {
    let text = &place.source.text[place.span.clone()];
    let end = text.find('\n').map_or(place.span.end, |end| place.span.start + end);
    Place { source: place.source.clone(), span: place.span.start..end }
}

/// What to say of a line whose most urgent sign belongs to a more urgent tier than the line stands in.
fn too_mild(mild: &TooMild<'_>, item: &Item, stands_in: Key) -> Finding {
    let message = format!("a warning sign stands in a tier that is too mild: {}", mild.sign.name.value);
    Finding::error("H203", message)
        .at(&item.text.place, format!("this is in `{stands_in}`"))
        .help(format!("move it to `{}`; if the line says several signs, move the urgent one", mild.tier))
}
