//! H027: a tier of the help box whose numbers the brand does not have. H028: the same sign twice.

use super::{Check, Rule, Subject};
use crate::diag::Finding;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let care = &subject.handout.seek_care;
    for tier in care.tiers() {
        // Without a line that answers day and night, these signs move up to emergency and bring no numbers.
        let moves_up = std::ptr::eq(tier, &care.same_day) && subject.brand.contact.maternity_line.is_none();
        if moves_up {
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
    for sign in subject.handout.seek_care.tiers().into_iter().flat_map(|tier| &tier.signs) {
        let text = sign.text.value.trim();
        if seen.contains(&text) {
            let finding = Finding::error("H028", "this warning sign is in the help box twice");
            findings.push(finding.at(&sign.text.place, "the same words stand above").help("keep the more urgent one"));
        }
        seen.push(text);
    }
}
