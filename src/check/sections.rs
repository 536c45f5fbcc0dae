//! H025: a section that holds nothing. H026: a text of one line that holds more.

use super::Subject;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::text::{self, Passage};

pub fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
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
    for line in one_liners(subject) {
        let single =
            text::parse(&line.value).is_ok_and(|passages| matches!(passages.as_slice(), [Passage::Paragraph(_)]));
        if !single && text::parse(&line.value).is_ok() {
            let finding = Finding::error("H026", "this must be one line of text");
            findings.push(finding.at(&line.place, "it holds a list, several paragraphs or nothing"));
        }
    }
}

fn empty(name: &str, title: &Located<String>) -> Finding {
    Finding::error("H025", format!("the section `{name}` holds nothing"))
        .at(&title.place, format!("in this handout, `{name}` has no items"))
        .help("add `items:` under it, or take it out")
}

/// Texts that are set on one line or as a heading.
fn one_liners(subject: Subject<'_>) -> Vec<&Located<String>> {
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
    lines.extend(&handout.seek_care.title);
    lines.extend(handout.seek_care.tiers().into_iter().filter_map(|tier| tier.call.as_ref()));
    lines
}
