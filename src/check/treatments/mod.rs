//! H204: a treatment that the clinical brief says not to use, labelled better or praised. H205: another treatment with
//! a better label than the brief gives it.

mod praise;
mod table;
#[cfg(test)]
mod tests;

use super::prose::plain;
use super::words::{Tongue, Words};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Item, Section, Stage};
use crate::model::text::Values;
use table::{TREATMENTS, Treatment};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H204",
        title: "a treatment that should not be used, shown as if it helped",
        meaning: "The clinical brief says not to use this treatment in this stage without a specialist: anti-inflammatory \
                  drugs, opioids, pregabalin, muscle relaxants, PRP and stem cells, steroid shots, hard thrusts, hot \
                  tubs, cannabis, bed rest, and TENS in the first trimester. The handout gives it a label of \
                  what helps instead of `specialist-only` or `do-not-use`, or praises it in a sentence without a word of caution such as `do not` or `ask`.",
        why: "Such a treatment can harm the mother or the baby.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - Ibuprofen works well for a sore back.\n    - A sauna eases tight muscles.\n",
            good: "prevention:\n  items:\n    - Do not take ibuprofen unless a doctor prescribes it.\n    - Skip \
                   saunas. They make you too hot.\n",
        },
        standard: "Clinical brief 1.0b, after MHRA, FDA, NHS and ACOG.",
        safety: true,
    },
    Explanation {
        code: "H205",
        title: "a label that is better than the proof",
        meaning: "A treatment has a better evidence label than the clinical brief gives it in this stage, as a cold pack \
                  that is `recommended`, or stem cells that are `specialist-only`. An item that names several is as good as the weakest of them. For `stage: any` \
                  the brief's column for the upper back holds.",
        why: "A patient who pays for what is not shown to work may miss what is.",
        example: Example::Handout {
            bad: "treatments:\n  items:\n    - { name: Acupuncture, evidence: recommended, text: Ask us first. }\n",
            good: "treatments:\n  items:\n    - { name: Acupuncture (thin needles), evidence: may-help, text: Ask us first. }\n",
        },
        standard: "Clinical brief 1.0b.",
        safety: false,
    },
];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(tongue) = Tongue::of(subject.handout) else { return };
    let (values, stage) = (subject.values(), subject.handout.stage.value);
    for item in subject.handout.treatments.iter().flat_map(Section::labelled) {
        findings.extend(labelled(item, stage, tongue, &values));
    }
    praise::check(subject.handout, tongue, &values, findings);
}

/// The treatments that a text names.
fn named(words: &Words, tongue: Tongue) -> impl Iterator<Item = &'static Treatment> {
    TREATMENTS.iter().filter(move |treatment| treatment.words.find(tongue, words))
}

/// What an item is about: its name, or else the first sentence of its text.
fn heading<'a>(item: &'a Item, values: &Values) -> (&'a Located<String>, Words) {
    let text = item.name.as_ref().unwrap_or(&item.text);
    let printed = plain(&text.value, values).join(" ");
    let first =
        if item.name.is_some() { printed.as_str() } else { printed.split(['.', '!', '?']).next().unwrap_or("") };
    (text, Words::of(first))
}

/// What to say of an item whose label is better than that of a treatment it names; the weakest counts.
fn labelled(item: &Item, stage: Stage, tongue: Tongue, values: &Values) -> Option<Finding> {
    let label = item.evidence.as_ref()?;
    let (_, words) = heading(item, values);
    let limits = named(&words, tongue).filter_map(|treatment| Some((treatment.best_in(stage)?, treatment)));
    // Better labels come first in their order.
    let (best, treatment) = limits.max_by_key(|(best, _)| *best).filter(|(best, _)| label.value < *best)?;
    let reason = format!("`{}` at best, in this stage", best.name());
    let finding = if treatment.is_banned_in(stage) && !label.value.warns() {
        Finding::error("H204", format!("this must not be shown as a help: {}", treatment.name))
    } else {
        Finding::warning("H205", format!("this label is better than the proof: {}", treatment.name))
    };
    let help = format!("write `evidence: {}`, or move it to an item of its own", best.name());
    Some(finding.at(&label.place, reason).help(help))
}
