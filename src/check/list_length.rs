//! H107: a list of more than seven items. The help box is exempt: a warning sign is never left out to shorten a list.
//! Questions are not a list.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding, Place};
use crate::model::Located;
use crate::model::handout::{Evidence, Group, Item};
use crate::model::text::{self, Passage};

/// Items in a list, at most.
const MOST: usize = 7;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H107",
        title: "a list of more than 7 items",
        meaning: "More than 7 items in one list: the items or one group of a section, the treatments of one evidence \
                  level, the tips for exercise, or a list inside a text. Warning signs and questions are not counted; \
                  the report of `handout check --report` counts every list on the pages.",
        why: "Few readers keep more than about seven things in mind. Groups with a title each are easier to find again.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - Walk each day.\n    - Sit tall.\n    - Rest often.\n    - Bend your \
                  knees.\n    - Wear low shoes.\n    - Keep loads close.\n    - Roll to your side.\n    - Ask for \
                  help.\n",
            good: "prevention:\n  groups:\n    - title: Move\n      items: [Walk each day., Sit tall., Rest often., \
                   Wear low shoes.]\n    - title: Lift\n      items: [Bend your knees., Keep loads close., Roll to \
                   your side., Ask for help.]\n",
        },
        standard: "CDC Clear Communication Index: lists of at most 7 items. PEMAT 8.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let handout = subject.handout;
    for section in [&handout.causes, &handout.prevention].into_iter().flatten() {
        items(&section.items, findings);
        groups(&section.groups, findings);
    }
    if let Some(treatments) = &handout.treatments {
        for level in Evidence::ON_PAGE {
            let of_level = |item: &&Item| item.evidence.as_ref().is_some_and(|evidence| evidence.value == level);
            items(treatments.labelled().filter(of_level), findings);
        }
    }
    for section in &handout.more {
        items(&section.items, findings);
        groups(&section.groups, findings);
    }
    items(handout.exercises.iter().flat_map(|exercises| &exercises.items), findings);
    for printed in subject.texts() {
        let passages = text::parse(&printed.value).unwrap_or_default();
        lists(&passages, printed, findings);
    }
}

fn groups(groups: &[Group], findings: &mut Vec<Finding>) {
    groups.iter().for_each(|group| items(&group.items, findings));
}

fn items<'i>(items: impl IntoIterator<Item = &'i Item>, findings: &mut Vec<Finding>) {
    let items: Vec<&Item> = items.into_iter().collect();
    if let Some(first_too_many) = items.get(MOST) {
        let text = first_too_many.name.as_ref().unwrap_or(&first_too_many.text);
        findings.push(finding(items.len(), &text.place, "the eighth item"));
    }
}

/// Lists inside a text, and lists inside those.
fn lists(passages: &[Passage], printed: &Located<String>, findings: &mut Vec<Finding>) {
    for passage in passages {
        let Passage::List { items, .. } = passage else { continue };
        if items.len() > MOST {
            findings.push(finding(items.len(), &printed.place, "in this text"));
        }
        items.iter().for_each(|item| lists(item, printed, findings));
    }
}

fn finding(count: usize, place: &Place, label: &str) -> Finding {
    Finding::warning("H107", format!("a list of {count} items; {MOST} are the most"))
        .at(place, label)
        .help("split it into groups with a title each, or leave out what matters least")
}
