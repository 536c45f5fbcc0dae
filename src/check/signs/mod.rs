//! H202: a warning sign that the stage needs is missing. H203: a warning sign stands in a milder tier than it belongs
//! to. H209: the signs cannot be compared in this language.
//!
//! The tables come from the clinical brief, Parts 1.0c and 1A to 1E: which signs each stage has, and in which tier. A
//! line of the help box may say several signs; it is as urgent as the most urgent of them.

mod emergency;
mod explained;
mod routine;
mod same_day;
mod table;
#[cfg(test)]
mod tests;

use super::words::{Tongue, Words};
use super::{Check, Rule, Subject};
use crate::diag::{Finding, Place};
use crate::model::handout::{Handout, Item, Stage};
use crate::model::text::Values;
use table::{Sign, Urgency};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: explained::EXPLANATIONS, check: Check::Handout(check) };

/// A line of the help box.
struct Line<'a> {
    item: &'a Item,
    words: Words,
    tier: Urgency,
}

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let handout = subject.handout;
    let Some(tongue) = Tongue::of(handout) else {
        let finding = Finding::warning("H209", "the warning signs cannot be checked in this language");
        findings.push(
            finding
                .at(&handout.language.place, "the program can read signs in English and in Spanish")
                .help("a clinician who reads this language must compare the help box with the list for this stage"),
        );
        return;
    };
    let lines = lines(handout, &subject.values());
    let said: Vec<(&Sign, Vec<&Line<'_>>)> = table::all()
        .map(|sign| (sign, lines.iter().filter(|line| sign.is_said_by(&line.words, tongue)).collect()))
        .collect();
    let stage = handout.stage.value;
    for (sign, _) in said.iter().filter(|(_, lines)| lines.is_empty()) {
        findings.extend(missing(sign, handout));
    }
    findings.extend(lines.iter().filter_map(|line| too_mild(line, &said, stage)));
}

/// The lines of the help box as they are printed, folded for reading.
fn lines<'a>(handout: &'a Handout, values: &Values) -> Vec<Line<'a>> {
    let tiers = Urgency::ALL.into_iter().zip(handout.seek_care.tiers());
    let mut lines = Vec::new();
    for (tier, signs) in tiers {
        let words = |item: &Item| super::prose::of_item(item, values);
        lines.extend(signs.signs.iter().map(|item| Line { item, words: Words::of(&words(item)), tier }));
        // The line over a group belongs to each of its signs.
        for group in &signs.groups {
            let intro = super::prose::plain(&group.intro.value, values).join(" ");
            let whole = |item: &Item| Words::of(&format!("{intro} {}", words(item)));
            lines.extend(group.signs.iter().map(|item| Line { item, words: whole(item), tier }));
        }
    }
    lines
}

/// What to say of a sign that no line says, if the stage needs it.
fn missing(sign: &Sign, handout: &Handout) -> Option<Finding> {
    let stage = handout.stage.value;
    let belongs = sign.in_stage(stage).filter(|belongs| belongs.needed)?;
    let tier = handout.seek_care.tiers()[belongs.tier as usize];
    let place = tier.all_signs().last().map_or(&handout.title.place, |last| &last.text.place);
    let finding = Finding::error("H202", format!("a warning sign is missing: {}", sign.name))
        .at(&first_line(place), format!("`{}` needs a line about it", belongs.tier))
        .help(format!("add under `{}`: {}", belongs.tier, sign.wording));
    Some(finding)
}

/// A line of a text is enough to point at.
fn first_line(place: &Place) -> Place {
    let text = &place.source.text[place.span.clone()];
    let end = text.find('\n').map_or(place.span.end, |end| place.span.start + end);
    Place { source: place.source.clone(), span: place.span.start..end }
}

/// What to say of a line whose most urgent sign belongs to a more urgent tier. The other lines do not matter: a sign
/// that is said twice is as mild as its milder line.
fn too_mild(line: &Line<'_>, said: &[(&Sign, Vec<&Line<'_>>)], stage: Stage) -> Option<Finding> {
    let says = said.iter().filter(|(_, lines)| lines.iter().any(|other| std::ptr::eq(*other, line)));
    let ranked = says.filter_map(|(sign, _)| Some((sign.in_stage(stage)?.tier, sign.name)));
    let (tier, name) = ranked.min_by_key(|(tier, _)| *tier).filter(|(tier, _)| *tier < line.tier)?;
    let finding = Finding::error("H203", format!("a warning sign stands in a tier that is too mild: {name}"))
        .at(&line.item.text.place, format!("this is in `{}`", line.tier))
        .help(format!("move it to `{tier}`; if the line says several signs, move the urgent one"));
    Some(finding)
}
