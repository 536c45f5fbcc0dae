//! H025: a section that holds nothing. H026: a text of one line that holds more.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::text::{self, Passage};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H025",
            title: "a section that holds nothing",
            meaning: "A section has no items, or `exercises` names no exercise.",
            why: "A heading with nothing under it looks like a misprint, and something may have been lost.",
            example: Example::Handout {
                bad: "prevention:\n  intro: A little care each day goes a long way.\n",
                good: concat!(
                    "prevention:\n",
                    "  intro: A little care each day goes a long way.\n",
                    "  items:\n",
                    "    - Rest before the pain builds.\n",
                ),
            },
            standard: "House rule; WCAG 2.1, 2.4.6: headings describe what follows.",
            safety: false,
        },
        Explanation {
            code: "H026",
            title: "more than one line where one belongs",
            meaning: "A title, name, step or the like is set on one line. It holds several paragraphs, a list or \
                      nothing.",
            why: "A heading of several parts breaks the outline by which a screen reader moves about.",
            example: Example::Handout {
                bad: "title: |\n  Back pain\n\n  in the third trimester\n",
                good: "title: Back pain in the third trimester\n",
            },
            standard: "House rule; PDF/UA-1 (ISO 14289-1): headings are tagged as such.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let handout = subject.handout;
    let named = [("causes", &handout.causes), ("prevention", &handout.prevention), ("treatments", &handout.treatments)];
    for (name, section) in named {
        let Some(section) = section else { continue };
        if section.items.is_empty() && section.groups.iter().all(|group| group.items.is_empty()) {
            findings.push(empty(name, &handout.title));
        }
    }
    for more in &handout.more {
        if more.items.is_empty() && more.groups.iter().all(|group| group.items.is_empty()) {
            let finding = Finding::error("H025", format!("the section `{}` holds nothing", more.title.value));
            findings
                .push(finding.at(&more.title.place, "no items follow").help("add `items:` under it, or take it out"));
        }
    }
    if handout.exercises.as_ref().is_some_and(|exercises| exercises.ids().next().is_none()) {
        findings.push(
            Finding::error("H025", "the section `exercises` holds nothing")
                .at(&handout.title.place, "in this handout, `exercises` names no exercise")
                .help("add `use:` with ids of exercises under it, or take it out"),
        );
    }
    for line in one_liners(subject) {
        // Markup that cannot be read at all is told of by its own rule.
        if text::parse(&line.value).is_ok_and(|passages| !matches!(passages.as_slice(), [Passage::Paragraph(_)])) {
            let finding = Finding::error("H026", "this must be one line of text");
            // Of a text in several lines of the file, its first words are enough to point at.
            let is_long = line.place.source.text[line.place.span.clone()].contains('\n');
            let first = line.value.lines().next().filter(|_| is_long);
            let place = first.map_or_else(|| line.place.clone(), |first| line.place.of(first));
            findings.push(finding.at(&place, "it holds a list, several paragraphs or nothing"));
        }
    }
}

fn empty(name: &str, title: &Located<String>) -> Finding {
    Finding::error("H025", format!("the section `{name}` holds nothing"))
        .at(&title.place, format!("in this handout, `{name}` has no items"))
        .help("add `items:` under it, or take it out")
}

/// Texts that are set on one line or as a heading.
fn one_liners<'a>(subject: Subject<'a>) -> Vec<&'a Located<String>> {
    let handout = subject.handout;
    let mut lines = vec![&handout.title];
    lines.extend(&handout.subtitle);
    lines.extend(handout.more.iter().map(|more| &more.title));
    lines.extend(handout.questions.iter().flatten().map(|question| &question.question));
    for section in [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten() {
        lines.extend(&section.title);
        lines.extend(section.groups.iter().map(|group| &group.title));
        lines.extend(section.all_items().filter_map(|i| i.name.as_ref()));
    }
    if let Some(exercises) = &handout.exercises {
        lines.extend(&exercises.title);
        lines.extend(exercises.items.iter().filter_map(|item| item.name.as_ref()));
    }
    for exercise in subject.used_exercises() {
        lines.extend([&exercise.name, &exercise.start, &exercise.stop_if]);
        lines.extend(exercise.good_for.iter().chain(&exercise.steps));
        lines.extend(exercise.limits.iter().flat_map(|limit| [&limit.when, &limit.text]));
    }
    lines.extend(&handout.seek_care.title);
    lines.extend(handout.seek_care.tiers().filter_map(|tier| tier.call.as_ref()));
    lines
}
