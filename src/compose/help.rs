//! The help box: three tiers, most urgent first.

use super::document::{HelpBox, HelpNumber, HelpTier, SignGroup, Urgency};
use super::imprint::telephone_uri;
use super::leaflet::Composer;
use crate::model::handout::{ContactNumber, Item, Tier};
use crate::model::text::{self, Passage, Rich};

/// The help box of the leaflet. Without a line that is answered day and night, same-day signs go where their tier says,
/// or else move up to emergency: nobody may be left with a sign and no one to call.
pub(super) fn help_box(composer: &Composer<'_>) -> HelpBox {
    let care = &composer.input.handout.seek_care;
    let strings = composer.strings;
    let mut emergency =
        tier(composer, Urgency::Emergency, &care.emergency, (strings.emergency, ContactNumber::EmergencyNumber));
    let mut tiers = Vec::new();
    if composer.input.brand.contact.moves_up(care) {
        emergency.groups.extend(groups(composer, &care.same_day));
        tiers.push(emergency);
    } else {
        let usual = (strings.same_day, ContactNumber::MaternityLine);
        tiers.extend([emergency, tier(composer, Urgency::SameDay, &care.same_day, usual)]);
    }
    tiers.push(tier(composer, Urgency::Routine, &care.routine, (strings.routine, ContactNumber::Phone)));
    let note = care.note.as_ref().map_or_else(Vec::new, |note| composer.passages(note));
    HelpBox { title: composer.title(care.title.as_ref(), strings.seek_care), tiers, note }
}

/// A tier; what to do and whom to call are the `usual` ones where it does not say.
fn tier(composer: &Composer<'_>, urgency: Urgency, tier: &Tier, usual: (&str, ContactNumber)) -> HelpTier {
    HelpTier {
        urgency,
        call: composer.title(composer.input.brand.contact.call(tier), usual.0),
        numbers: numbers(composer, tier, usual.1, urgency),
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

/// The numbers of a tier. In a milder tier the emergency number is named: the words over it are about someone else.
fn numbers(composer: &Composer<'_>, tier: &Tier, usual: ContactNumber, urgency: Urgency) -> Vec<HelpNumber> {
    let numbers = composer.input.brand.contact.numbers(tier, usual).into_iter();
    let number = numbers.map(|(which, number)| HelpNumber {
        who: text::fill(composer.strings.number(which), &composer.values),
        named: which == ContactNumber::EmergencyNumber && urgency != Urgency::Emergency,
        number: composer.language.number(&number.value),
        uri: telephone_uri(composer.input.country, &number.value),
    });
    number.collect()
}
