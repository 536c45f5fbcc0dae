//! H202: a warning sign that the stage needs is missing. H203: a warning sign stands in a milder tier than it belongs
//! to. H209: the signs cannot be compared in this language.
//!
//! Which signs a stage has, and in which tier, is asked of the topic. A line of the help box may say several signs; it is
//! as urgent as the most urgent of them.

mod explained;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::{Check, Rule, Subject};
use crate::diag::{Finding, Place};
use crate::model::handout::{Handout, Item};
use crate::model::key::Key;
use crate::model::patterns::{Words, primary_language};
use crate::model::text::Values;
use crate::topic::Topic;
use crate::topic::help::{BoxLine, box_lines};
use crate::topic::signs::{Sign, SignLine, TooMild};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: explained::EXPLANATIONS, check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, topic) = (subject.handout, subject.topic);
    if handout.seek_care.tiers.is_empty() {
        // H053 says so.
        return;
    }
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
    findings.extend(missing(&judgement.missing, handout, topic));
    findings.extend(judgement.too_mild.iter().map(|mild| too_mild(mild, items[mild.line], lines[mild.line].tier)));
}

/// The lines of the help box as they are printed, folded for reading.
fn lines<'a>(handout: &'a Handout, topic: &'a Topic, values: &Values) -> Vec<(&'a Item, SignLine)> {
    let mut lines = Vec::new();
    for (kind, signs) in topic.tiers_of(&handout.seek_care) {
        let tier = kind.id.value;
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

/// How many missing signs a message names.
const MOST_NAMES: usize = 3;

/// What to say of the signs that the stage needs and no line says: all of them at once, with the lines to add.
fn missing(signs: &[(&Sign, Key)], handout: &Handout, topic: &Topic) -> Option<Finding> {
    let (_, tier) = signs.first()?;
    let names: Vec<&str> = signs.iter().take(MOST_NAMES).map(|(sign, _)| sign.name.value.as_str()).collect();
    let names = names.join(", ");
    let message = match signs.len() {
        1 => format!("a warning sign is missing: {names}"),
        count if count <= MOST_NAMES => format!("{count} warning signs are missing: {names}"),
        count => format!("{count} warning signs are missing: {names} and {} more", count - MOST_NAMES),
    };
    let last = handout.seek_care.tier(*tier).and_then(|tier| tier.all_signs().last());
    let place = last.map_or(&handout.title.place, |last| &last.text.place);
    let needs = match signs.len() {
        1 => format!("`{tier}` needs a line about it"),
        _ => "the help box needs lines about them".to_owned(),
    };
    let mut lead = match handout.seek_care.add.as_slice() {
        [] => "add this under `seek_care`, or leave its tiers out for the standard box".to_owned(),
        _ => "add these lines to what stands under `add` in `seek_care`".to_owned(),
    };
    let has_box = topic.standard_box(&handout.language.value, handout.stage.value.key()).is_some();
    if !has_box {
        lead.push_str(", in the handout's language");
    }
    let finding = Finding::error("H202", message).at(&first_line(place), needs);
    Some(finding.help(format!("{lead}:\n{}", to_paste(signs, handout, topic))))
}

/// The lines that say `signs`, as YAML: those of the standard box that say them, or else the words that the table has.
fn to_paste(signs: &[(&Sign, Key)], handout: &Handout, topic: &Topic) -> String {
    let (tag, stage) = (&handout.language.value, handout.stage.value.key());
    let language = primary_language(tag);
    let standard = topic.standard_box(tag, stage).map(box_lines).unwrap_or_default();
    let mut lines: Vec<(Key, String)> = Vec::new();
    for (sign, tier) in signs {
        let line = standard.iter().find(|line| sign.is_said_by(&line.said.words, &language));
        let line = match line {
            Some(BoxLine { said, sign, intro }) => (said.tier, format!("{intro} {}", sign.text.value.trim())),
            None => (*tier, sign.line.value.clone()),
        };
        let line = (line.0, line.1.trim().to_owned());
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let mut yaml = String::new();
    if handout.seek_care.add.is_empty() {
        yaml.push_str("  add:\n");
    }
    for tier in topic.tier_ids() {
        let own: Vec<&String> = lines.iter().filter(|(of, _)| *of == tier).map(|(_, line)| line).collect();
        if !own.is_empty() {
            let _ = writeln!(yaml, "    {tier}:");
        }
        for line in own {
            let _ = writeln!(yaml, "      - \"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""));
        }
    }
    yaml.trim_end().to_owned()
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
