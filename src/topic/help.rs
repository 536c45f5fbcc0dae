//! How a handout's help box is completed, and what is wrong with the standard ones.
//!
//! A handout may leave its tiers out. The topic completes its help box once, after loading: with the standard box of its
//! stage, the lines that it adds, and what each tier leaves to the topic. Check, approval, pages and preflight all see the
//! completed box, whose lines keep the place where they are written.

use super::Topic;
use super::signs::SignLine;
use super::tiers::TierKind;
use crate::diag::{Finding, Place};
use crate::model::Located;
use crate::model::allowance::Allowance;
use crate::model::brand::Contact;
use crate::model::handout::{ContactNumber, Handout, Item, SeekCare, Tier};
use crate::model::key::Key;
use crate::model::patterns::{Words, primary_language};

impl Topic {
    /// The standard help box of a stage for a language tag.
    #[must_use]
    pub fn standard_box(&self, tag: &str, stage: Key) -> Option<&SeekCare> {
        super::in_language(&self.boxes, tag)?.boxes.get(&stage)
    }

    /// The findings on the standard help boxes for a language tag that may stand.
    #[must_use]
    pub fn allowances(&self, tag: &str) -> &[Allowance] {
        super::in_language(&self.boxes, tag).map_or(&[], |boxes| &boxes.allow)
    }

    /// Completes the help box of a handout; one that is complete stays as it is.
    pub fn complete(&self, handout: &mut Handout) {
        let (tag, stage) = (handout.language.value.as_str(), handout.stage.value.key());
        let care = &mut handout.seek_care;
        if care.is_complete {
            return;
        }
        care.is_complete = true;
        if let (true, Some(standard)) = (care.tiers.is_empty(), self.standard_box(tag, stage)) {
            care.tiers.clone_from(&standard.tiers);
            care.title = care.title.take().or_else(|| standard.title.clone());
            care.notes.splice(0..0, standard.notes.iter().cloned());
        }
        for (id, signs) in care.add.clone() {
            if let Some(tier) = care.tier_mut(id) {
                tier.signs.extend(signs);
            }
        }
        let tiers = self.tier_ids();
        care.tiers.sort_by_key(|(id, _)| tiers.iter().position(|own| own == id).unwrap_or(tiers.len()));
        // What to do is never said in another language than the signs: H053 tells where the topic has no words in it.
        let has_names = self.names.contains_key(tag) || self.names.contains_key(&primary_language(tag));
        let names = has_names.then(|| self.names(tag));
        let title =
            names.as_ref().and_then(|names| names.heading(|own| &own.seek_care)).map(|title| title.text.clone());
        care.title = care.title.take().or(title);
        for kind in self.tiers() {
            let Some(tier) = care.tier_mut(kind.id.value) else { continue };
            let call = names.as_ref().and_then(|names| names.call(kind.id.value)).map(|call| call.text.clone());
            tier.call = tier.call.take().or(call);
            tier.numbers.get_or_insert_with(|| kind.numbers.clone());
        }
    }

    /// The tiers of a completed help box, each with what the topic says of it, the most urgent first.
    pub fn tiers_of<'a>(&'a self, care: &'a SeekCare) -> impl Iterator<Item = (&'a TierKind, &'a Tier)> {
        self.tiers().iter().filter_map(|kind| Some((kind, care.tier(kind.id.value)?)))
    }

    /// The tiers whose signs move to the tier `to` under a clinic with these numbers.
    pub fn moved_to<'a>(
        &'a self,
        to: Key,
        care: &'a SeekCare,
        contact: &'a Contact,
    ) -> impl Iterator<Item = (&'a TierKind, &'a Tier)> {
        self.tiers_of(care).filter(move |(kind, tier)| kind.moves_to(tier, contact) == Some(to))
    }

    /// The numbers that a tier prints, in order: those that it asks for, as far as the clinic has them. A tier that says what
    /// to do without the number that it needs ends with those of the tier that its signs would move to.
    #[must_use]
    pub fn numbers<'c>(
        &self,
        kind: &TierKind,
        tier: &Tier,
        contact: &'c Contact,
    ) -> Vec<(ContactNumber, &'c Located<String>)> {
        let asked = tier.numbers.as_deref().unwrap_or(&kind.numbers);
        let more = kind.needs.as_ref().filter(|_| kind.lacks_number(contact) && tier.call_without_number.is_some());
        let more = more.and_then(|needs| self.tier(needs.otherwise.value)).map_or(&[][..], |other| &other.numbers);
        let mut numbers: Vec<(ContactNumber, &Located<String>)> = Vec::new();
        for which in asked.iter().chain(more).map(|number| number.value) {
            if let (Some(number), true) = (contact.number(which), numbers.iter().all(|(own, _)| *own != which)) {
                numbers.push((which, number));
            }
        }
        numbers
    }

    /// The stages that signs and standard boxes are for, each with a place.
    pub(super) fn stages_of_help(&self) -> impl Iterator<Item = (Key, &Place)> {
        let boxes = self.boxes.values().flat_map(|of_language| &of_language.boxes);
        let boxes = boxes.filter_map(|(stage, care)| Some((*stage, &care.all_signs().next()?.text.place)));
        self.signs.stages().chain(boxes)
    }

    /// What is wrong with the standard boxes: each must hold up against the table of signs, as a handout's must.
    pub(super) fn check_boxes(&self, findings: &mut Vec<Finding>) {
        for (tag, boxes) in &self.boxes {
            for (stage, care) in &boxes.boxes {
                self.check_box(tag, *stage, care, findings);
            }
        }
    }

    fn check_box(&self, tag: &str, stage: Key, care: &SeekCare, findings: &mut Vec<Finding>) {
        let Some(place) = care.all_signs().next().map(|sign| sign.text.place.clone()) else {
            findings.push(Finding::error("T031", format!("the standard help box of `{stage}` in `{tag}` has no sign")));
            return;
        };
        let wrong = |message: String, place: &Place| {
            let label = format!("in the standard help box of `{stage}` in `{tag}`");
            Finding::error("T031", message).at(place, label).help("mend `help.yaml`, or `signs.yaml`")
        };
        for (id, _) in &care.tiers {
            if self.tier(*id).is_none() {
                findings.push(wrong(format!("the topic has no tier `{id}`"), &place));
            }
        }
        let lines = box_lines(care);
        let said: Vec<SignLine> = lines.iter().map(|line| line.said.clone()).collect();
        let judgement = self.signs.judge(&said, stage, &primary_language(tag), &self.tier_ids());
        for (sign, tier) in judgement.missing {
            findings.push(wrong(format!("no line under `{tier}` says: {}", sign.name.value), &place));
        }
        for mild in judgement.too_mild {
            let message = format!("this line belongs under `{}`: {}", mild.tier, mild.sign.name.value);
            findings.push(wrong(message, &lines[mild.line].sign.text.place));
        }
        for sign in judgement.unread {
            findings.push(wrong(format!("`signs.yaml` has no words in `{tag}` for: {}", sign.name.value), &place));
        }
    }
}

/// A line of a standard help box.
#[derive(Clone, Debug)]
pub struct BoxLine<'a> {
    /// What it says, and in which tier.
    pub said: SignLine,
    /// The sign.
    pub sign: &'a Item,
    /// The line over its group; nothing for a sign that always holds.
    pub intro: &'a str,
}

/// The lines of a standard help box as they are written.
#[must_use]
pub fn box_lines(care: &SeekCare) -> Vec<BoxLine<'_>> {
    let mut lines = Vec::new();
    for (id, tier) in &care.tiers {
        let always = tier.signs.iter().map(|sign| (sign, ""));
        let groups = tier.groups.iter();
        let grouped = groups.flat_map(|group| group.signs.iter().map(|sign| (sign, group.intro.value.trim())));
        lines.extend(always.chain(grouped).map(|(sign, intro)| {
            let name = sign.name.as_ref().map_or("", |name| name.value.as_str());
            let words = Words::of(&format!("{intro} {name} {}", sign.text.value));
            BoxLine { said: SignLine { words, tier: *id }, sign, intro }
        }));
    }
    lines
}
