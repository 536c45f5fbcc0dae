//! H027: a tier of the help box whose numbers the brand does not have. H028: the same sign twice. H053: a help box that the
//! topic cannot fill in.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H027",
            title: "warning signs with nobody to call",
            meaning: "A tier of the help box names numbers, and the brand has none of them.",
            why: "A patient who finds her sign must find a number beside it.",
            example: Example::Handout {
                bad: "seek_care:\n  # …\n  routine:\n    # …\n    numbers: [crisis_line]\n",
                good: "seek_care:\n  # …\n  routine:\n    # …\n    numbers: [crisis_line, phone]\n",
            },
            standard: "Clinical brief, part 1.0c: the three-tier box; CDC Clear Communication Index: how, when and \
                       whom to contact.",
            safety: true,
        },
        Explanation {
            code: "H028",
            title: "the same warning sign twice",
            meaning: "The help box has the same sign in two tiers, or twice in one.",
            why: "In two tiers it gives two answers to how soon to call, and the calmer one may be followed.",
            example: Example::Handout {
                bad: "seek_care:\n  # …\n  add:\n    routine: [Pain after a long ride, Pain after a long ride]\n",
                good: "seek_care:\n  # …\n  add:\n    routine: [Pain after a long ride]\n",
            },
            standard: "House rule: one sign, one answer.",
            safety: true,
        },
        Explanation {
            code: "H053",
            title: "a help box that the topic cannot fill in",
            meaning: "`seek_care` leaves its tiers or what to do to the topic, and the topic has no standard help box for this \
                      stage in this language, or no words for a tier.",
            why: "A leaflet without warning signs must not be printed.",
            example: Example::Words {
                bad: "`language: es` and no `seek_care`, while the topic has boxes in English alone.",
                good: "`seek_care` with all tiers, written with a clinician who reads the language.",
            },
            standard: "House rule: the help box is never optional.",
            safety: true,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (topic, care) = (subject.topic, &subject.handout.seek_care);
    findings.extend(empty(subject));
    for (kind, tier) in topic.tiers_of(care) {
        // Its signs move to another tier then, or it ends with the numbers of that one.
        if kind.lacks_number(&subject.brand.contact) {
            continue;
        }
        let Some(numbers) = &tier.numbers else { continue };
        if numbers.iter().any(|number| subject.brand.contact.number(number.value).is_some()) {
            continue;
        }
        if let Some(first) = numbers.first() {
            findings.push(
                Finding::error("H027", "nobody to call: the brand has none of this tier's numbers")
                    .at(&first.place, "a tier needs at least one number that the brand has")
                    .help("add the number under `contact` in the brand, or name one that it has, such as `phone`"),
            );
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for sign in care.all_signs() {
        let text = sign.text.value.trim();
        if seen.contains(&text) {
            let finding = Finding::error("H028", "this warning sign is in the help box twice");
            findings.push(finding.at(&sign.text.place, "the same words stand above").help("keep the more urgent one"));
        }
        seen.push(text);
    }
}

/// What to say of a help box that has no tiers, or a tier without words on what to do, since the topic has none to fill in.
fn empty(subject: Subject<'_>) -> Option<Finding> {
    let (handout, topic) = (subject.handout, subject.topic);
    let (language, stage) = (&handout.language, handout.stage.value.key());
    if handout.seek_care.tiers.is_empty() {
        let message = format!("the topic has no standard help box in `{}` for `{stage}`", language.value);
        let finding = Finding::error("H053", message);
        let help = "write the tiers under `seek_care` yourself, with a clinician";
        return Some(finding.at(&language.place, "this handout has no warning signs").help(help));
    }
    let (kind, _) = topic.tiers_of(&handout.seek_care).find(|(_, tier)| tier.call.is_none())?;
    let message = format!("the topic has no words in `{}` for what to do under `{}`", language.value, kind.id.value);
    let finding = Finding::error("H053", message).at(&language.place, "this tier would not say what to do");
    Some(finding.help(format!("write `call` under `{}` in `seek_care`", kind.id.value)))
}
