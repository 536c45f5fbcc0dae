//! The help box: its tiers, most urgent first.

use super::document::{HelpBox, HelpNumber, HelpTier, SignGroup};
use super::imprint::telephone_uri;
use super::leaflet::Composer;
use crate::model::handout::{ContactNumber, Item, Tier};
use crate::model::text::{self, Passage, Rich};
use crate::topic::TierKind;

/// The help box of the leaflet. Under a clinic that lacks the number which a tier needs, its signs go where the tier says, or
/// else move to the tier that the topic names: nobody may be left with a sign and no one to call.
pub(super) fn help_box(composer: &Composer<'_>) -> HelpBox {
    let (topic, care) = (composer.input.topic, &composer.input.handout.seek_care);
    let contact = &composer.input.brand.contact;
    let mut tiers = Vec::new();
    for (kind, own) in topic.tiers_of(care) {
        if kind.moves_to(own, contact).is_none() {
            let mut tier = tier(composer, kind, own);
            tier.groups
                .extend(topic.moved_to(kind.id.value, care, contact).flat_map(|(_, moved)| groups(composer, moved)));
            tiers.push(tier);
        }
    }
    let note = care.notes.iter().flat_map(|note| composer.passages(note)).collect();
    HelpBox { title: composer.title(care.title.as_ref(), ""), tiers, note }
}

/// A tier of a completed help box.
fn tier(composer: &Composer<'_>, kind: &TierKind, tier: &Tier) -> HelpTier {
    HelpTier {
        urgency: kind.look,
        call: composer.title(kind.call(tier, &composer.input.brand.contact), ""),
        numbers: numbers(composer, kind, tier),
        groups: groups(composer, tier),
    }
}

/// The signs of a tier: those that always hold, then those under a line of their own.
fn groups(composer: &Composer<'_>, tier: &Tier) -> Vec<SignGroup> {
    let own = (!tier.signs.is_empty()).then(|| SignGroup { intro: Vec::new(), signs: signs(composer, &tier.signs) });
    let titled = tier
        .groups
        .iter()
        .map(|group| SignGroup { intro: composer.passages(&group.intro), signs: signs(composer, &group.signs) });
    own.into_iter().chain(titled).collect()
}

/// The signs, a name in bold before its text.
fn signs(composer: &Composer<'_>, signs: &[Item]) -> Vec<Vec<Passage>> {
    let sign = |sign: &Item| {
        let mut passages = composer.passages(&sign.text);
        let Some(name) = &sign.name else { return passages };
        let mut name = composer.inline(name).bold();
        match passages.first_mut() {
            Some(Passage::Paragraph(first)) => {
                name.spans.extend(Rich::plain(": ").spans);
                name.spans.append(&mut first.spans);
                *first = name;
            }
            _ => passages.insert(0, Passage::Paragraph(name)),
        }
        passages
    };
    signs.iter().map(sign).collect()
}

/// The numbers of a tier. In a milder tier the numbers of the most urgent one are named: the words over them are about
/// someone else.
fn numbers(composer: &Composer<'_>, kind: &TierKind, tier: &Tier) -> Vec<HelpNumber> {
    let topic = composer.input.topic;
    let most_urgent = topic.tiers().first().filter(|first| first.id.value != kind.id.value);
    let is_of_another =
        |which: ContactNumber| most_urgent.is_some_and(|first| first.numbers.iter().any(|own| own.value == which));
    let numbers = topic.numbers(kind, tier, &composer.input.brand.contact).into_iter();
    let number = numbers.map(|(which, number)| HelpNumber {
        who: text::fill(&composer.contact_label(which), &composer.values),
        named: is_of_another(which),
        number: composer.language.number(&number.value),
        uri: telephone_uri(composer.input.country, &number.value),
    });
    number.collect()
}

impl Composer<'_> {
    /// Who answers a number.
    pub(super) fn contact_label(&self, which: ContactNumber) -> String {
        match which {
            ContactNumber::Phone => self.language.contact_phone().to_owned(),
            ContactNumber::EmergencyNumber => self.language.contact_emergency().to_owned(),
            which => self.names.contact(which.key()).unwrap_or(which.name()).to_owned(),
        }
    }
}
