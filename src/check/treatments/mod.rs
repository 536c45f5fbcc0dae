//! H204: a treatment that the topic says not to use, labelled better or praised. H205: another treatment with a better label
//! than the topic gives it.

mod praise;
#[cfg(test)]
mod tests;

use super::prose::plain;
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Item, Section};
use crate::model::key::Key;
use crate::model::patterns::{Words, primary_language};
use crate::model::text::Values;
use crate::topic::treatments::{Treatment, Treatments};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H204",
        title: "a treatment that should not be used, shown as if it helped",
        meaning: "The topic says not to use this treatment in this stage, or not without a specialist. The handout gives it a \
                  label of what helps instead of `specialist-only` or `do-not-use`, or praises it in a sentence without a \
                  word of caution such as `do not` or `ask`.",
        why: "Such a treatment can do harm.",
        example: Example::OfTopic,
        standard: "House rule, with the topic's table of treatments.",
        safety: true,
    },
    Explanation {
        code: "H205",
        title: "a label that is better than the proof",
        meaning: "A treatment has a better evidence label than the topic gives it in this stage. An item that names several \
                  is as good as the weakest of them.",
        why: "A patient who pays for what is not shown to work may miss what is.",
        example: Example::OfTopic,
        standard: "House rule, with the topic's table of treatments.",
        safety: false,
    },
];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let handout = subject.handout;
    let (values, language) = (subject.values(), primary_language(&handout.language.value));
    let reader = Reader {
        table: &subject.topic.treatments,
        stage: handout.stage.value.key(),
        language: &language,
        values: &values,
    };
    for item in handout.treatments.iter().flat_map(Section::labelled) {
        findings.extend(reader.labelled(item));
    }
    praise::check(handout, reader, findings);
}

/// What reads texts for treatments.
#[derive(Clone, Copy, Debug)]
struct Reader<'a> {
    table: &'a Treatments,
    stage: Key,
    language: &'a str,
    values: &'a Values,
}

impl<'a> Reader<'a> {
    /// The treatments that a text names.
    fn named(self, words: &Words) -> impl Iterator<Item = &'a Treatment> {
        self.table.treatments.iter().filter(move |treatment| treatment.words.find(self.language, words))
    }

    /// What an item is about: its name, or else the first sentence of its text.
    fn heading(self, item: &Item) -> Words {
        let text: &Located<String> = item.name.as_ref().unwrap_or(&item.text);
        let printed = plain(&text.value, self.values).join(" ");
        let first =
            if item.name.is_some() { printed.as_str() } else { printed.split(['.', '!', '?']).next().unwrap_or("") };
        Words::of(first)
    }

    /// What to say of an item whose label is better than that of a treatment it names; the weakest counts.
    fn labelled(self, item: &Item) -> Option<Finding> {
        let label = item.evidence.as_ref()?;
        let words = self.heading(item);
        let limits = self.named(&words).filter_map(|treatment| Some((treatment.best_in(self.stage)?, treatment)));
        // Better labels come first in their order.
        let (best, treatment) = limits.max_by_key(|(best, _)| *best).filter(|(best, _)| label.value < *best)?;
        let reason = format!("`{}` at best, in this stage", best.name());
        let name = &treatment.name.value;
        let finding = if treatment.is_banned_in(self.stage) && !label.value.warns() {
            Finding::error("H204", format!("this must not be shown as a help: {name}"))
        } else {
            Finding::warning("H205", format!("this label is better than the proof: {name}"))
        };
        let help = format!("write `evidence: {}`, or move it to an item of its own", best.name());
        Some(finding.at(&label.place, reason).help(help))
    }
}
