//! H027: a tier of the help box whose numbers the brand does not have. H028: the same sign twice.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::handout::Tier;

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
                bad: concat!(
                    "seek_care:\n",
                    "  # …\n",
                    "  routine:\n",
                    "    # …\n",
                    "    signs:\n",
                    "      - text: Pelvic or back pain that stops you sleeping, walking or caring for yourself\n",
                    "      - text: You need crutches, a belt, or a birth plan for pain\n",
                    "      - text: Pain or pins and needles down one leg, with no weakness\n",
                    "      - text: One leg swollen, hot, red, darker or sore  # stands under same_day, too\n",
                    "      - text: You feel low or very worried for more than 2 weeks\n",
                ),
                good: concat!(
                    "seek_care:\n",
                    "  # …\n",
                    "  routine:\n",
                    "    # …\n",
                    "    signs:\n",
                    "      - text: Pelvic or back pain that stops you sleeping, walking or caring for yourself\n",
                    "      - text: You need crutches, a belt, or a birth plan for pain\n",
                    "      - text: Pain or pins and needles down one leg, with no weakness\n",
                    "      - text: Morning stiffness over 30 minutes\n",
                    "      - text: You feel low or very worried for more than 2 weeks\n",
                ),
            },
            standard: "Clinical brief, part 1.0c: the three-tier box.",
            safety: true,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let care = &subject.handout.seek_care;
    for tier in care.tiers() {
        // Without a line that answers day and night, these signs move up to emergency, or end with the emergency number.
        if std::ptr::eq(tier, &care.same_day) && subject.brand.contact.maternity_line.is_none() {
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
    for sign in subject.handout.seek_care.tiers().into_iter().flat_map(Tier::all_signs) {
        let text = sign.text.value.trim();
        if seen.contains(&text) {
            let finding = Finding::error("H028", "this warning sign is in the help box twice");
            findings.push(finding.at(&sign.text.place, "the same words stand above").help("keep the more urgent one"));
        }
        seen.push(text);
    }
}
