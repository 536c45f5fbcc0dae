//! H303: a leaflet that not all have approved who must. H304: an approval of another text. H308: somebody who approves in
//! two roles.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::approval::{self, Review, Role, is_same_person};

/// The most changes that are told of one approval.
const MOST_CHANGES: usize = 12;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H303",
            title: "a leaflet that is not approved",
            meaning: "A midwife, an obstetric physiotherapist and an obstetrician have each to approve exactly this text, or \
                      whoever `approval` in the clinic's `handouts/approval.yaml` or in the brand asks for; and, once for all \
                      leaflets in a language, the texts that are printed of the topic. Until then the leaflet is a draft, \
                      and says so on every page. Only `handout check` tells of it.",
            why: "A leaflet tells a pregnant woman what to do, and when to call. Clinicians answer for that, not a program.",
            example: Example::Words {
                bad: "reviewed_by: []\n",
                good: "handout approve third-trimester --name \"Ann Example\" --role midwife\n(and the same for the \
                       physiotherapist and the obstetrician, and with `--topic` for the topic's texts)\n",
            },
            standard: "Clinical brief, part 6; PIF TICK asks for expert review.",
            safety: false,
        },
        Explanation {
            code: "H304",
            title: "an approval that has lapsed",
            meaning: "An approval counts for one text, which it names by a hash. The text, an exercise that it uses, a \
                      drawing, or the exercise safety box has changed since; the finding lists how. An approval by \
                      somebody who has approved the new text as well is not told of.",
            why: "A small change can turn advice round. Whoever approved the old text has not read the new one.",
            example: Example::Words {
                bad: "a sentence is changed after `handout approve`\n",
                good: "the clinician reads the changes that this finding lists, and runs `handout approve` again\n",
            },
            standard: "Clinical brief, part 6; house rule: approvals lapse when the text changes.",
            safety: false,
        },
        Explanation {
            code: "H308",
            title: "somebody who approves in two roles",
            meaning: "`reviewed_by` has the same name twice, in two roles, for the same text. The first one counts.",
            why: "Three professions look at a text because each sees what the others do not. One person is one pair of eyes.",
            example: Example::Words {
                bad: "Ann Example approves as a midwife, and again as an obstetrician\n",
                good: "Ann Example approves as a midwife, and Bea Sample as an obstetrician\n",
            },
            standard: "House rule: one person signs one role.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let handout = subject.handout;
    let standing = approval::standing(handout, subject.basis(), &subject.approved.roles(subject.brand));
    let again =
        |review: &&&Review| standing.valid.iter().any(|valid| is_same_person(&valid.name.value, &review.name.value));
    let lapsed: Vec<&Review> = standing.lapsed.iter().filter(|review| !again(review)).copied().collect();
    // Those who approved the same text are told of together.
    for (index, review) in lapsed.iter().enumerate() {
        let same_text = |other: &&&Review| other.hash.value == review.hash.value;
        if lapsed[..index].iter().any(|other| same_text(&other)) {
            continue;
        }
        let who: Vec<String> = lapsed.iter().filter(same_text).map(|review| who(review)).collect();
        let (what, has) = if who.len() == 1 { ("approval", "has") } else { ("approvals", "have") };
        let mut finding = Finding::warning("H304", format!("the {what} of {} {has} lapsed", list(&who)))
            .at(&review.hash.place, format!("this is not the text that was read on {}", review.date.value));
        for change in what_changed(subject, &review.hash.value) {
            finding = finding.help(change);
        }
        findings.push(finding.help("let it be read again, then record that with `handout approve`"));
    }
    for review in &standing.again {
        findings.push(
            Finding::warning("H308", format!("{} approves this text in two roles", review.name.value))
                .at(&review.role.place, "this one does not count")
                .help("one person signs one role: let somebody else read the text and approve it"),
        );
    }
    let phrases = |roles: &[Role]| -> Vec<String> { roles.iter().map(|role| role.phrase().to_owned()).collect() };
    let (missing, of_topic) = (phrases(&standing.missing), phrases(&standing.topic_missing));
    if subject.clock.strict && missing.is_empty() && !of_topic.is_empty() {
        let finding = Finding::warning(
            "H303",
            format!("this leaflet is a draft: {} must approve the texts that it prints of its topic", list(&of_topic)),
        );
        findings.push(with_topic(finding.at(&handout.title.place, "every page of it says so"), subject));
    } else if subject.clock.strict && !missing.is_empty() {
        let finding = Finding::warning("H303", format!("this leaflet is a draft: {} must approve it", list(&missing)))
            .at(&handout.title.place, "every page of it says so")
            .help("`handout approve NAME --name … --role …` records an approval of exactly this text");
        findings.push(if of_topic.is_empty() { finding } else { with_topic(finding, subject) });
    }
}

/// The finding with what to do about texts of the topic that are not approved, and what has changed in them since they were.
fn with_topic(finding: Finding, subject: Subject<'_>) -> Finding {
    let (tag, basis, name) = (&subject.handout.language.value, subject.basis(), &subject.topic.name);
    let text = basis.topic_text(tag).unwrap_or_default();
    let changes = approval::changes_of(basis.topic_reviews(tag), &text, subject.approved).unwrap_or_default();
    let finding = at_most(changes).into_iter().fold(finding, |finding, change| finding.help(change));
    finding.help(format!(
        "what leaflets print of their topic is approved once for all: `handout approve --topic {name} --name … --role …`"
    ))
}

/// What has changed since the text of `hash` was approved, a line each.
fn what_changed(subject: Subject<'_>, hash: &str) -> Vec<String> {
    let now = approval::text(subject.handout, subject.basis());
    at_most(approval::changes_from(hash, &now, subject.approved))
}

/// As many changes as are told.
fn at_most(mut changes: Vec<String>) -> Vec<String> {
    let more = changes.len().saturating_sub(MOST_CHANGES);
    changes.truncate(MOST_CHANGES);
    if more > 0 {
        changes.push(format!("and {more} more"));
    }
    changes
}

fn who(review: &Review) -> String {
    format!("{} ({})", review.name.value, review.role.value.id())
}

/// `a midwife and an obstetrician`: commas, and the last after `and`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
