//! The help box: three tiers, most urgent first.

use super::document::{HelpBox, HelpNumber, HelpTier, Urgency};
use super::imprint::telephone_uri;
use super::leaflet::Composer;
use crate::model::handout::{ContactNumber, Item, Tier};
use crate::model::text::{self, Passage, Rich};

/// The help box of the leaflet. Without a line that is answered day and night, same-day signs move up to emergency:
/// nobody may be left with a sign and no one to call.
pub(super) fn help_box(composer: &Composer<'_>) -> HelpBox {
    let care = &composer.input.handout.seek_care;
    let strings = composer.strings;
    let same_day_numbers = numbers(composer, &care.same_day, &[ContactNumber::MaternityLine]);
    let has_line = composer.input.brand.contact.maternity_line.is_some();
    let mut emergency = tier(composer, Urgency::Emergency, &care.emergency, strings.emergency);
    emergency.numbers = numbers(composer, &care.emergency, &[ContactNumber::EmergencyNumber]);
    let mut tiers = Vec::new();
    if has_line {
        let mut same_day = tier(composer, Urgency::SameDay, &care.same_day, strings.same_day);
        same_day.numbers = same_day_numbers;
        tiers.extend([emergency, same_day]);
    } else {
        emergency.signs.extend(signs(composer, &care.same_day.signs));
        tiers.push(emergency);
    }
    let mut routine = tier(composer, Urgency::Routine, &care.routine, strings.routine);
    routine.numbers = numbers(composer, &care.routine, &[ContactNumber::Phone]);
    tiers.push(routine);
    let note = care.note.as_ref().map_or_else(Vec::new, |note| composer.passages(note));
    HelpBox { title: composer.title(care.title.as_ref(), strings.seek_care), tiers, note }
}

fn tier(composer: &Composer<'_>, urgency: Urgency, tier: &Tier, usual_call: &str) -> HelpTier {
    HelpTier {
        urgency,
        call: composer.title(tier.call.as_ref(), usual_call),
        numbers: Vec::new(),
        signs: signs(composer, &tier.signs),
    }
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

fn numbers(composer: &Composer<'_>, tier: &Tier, usual: &[ContactNumber]) -> Vec<HelpNumber> {
    let asked: Vec<ContactNumber> =
        tier.numbers.as_ref().map_or_else(|| usual.to_vec(), |numbers| numbers.iter().map(|n| n.value).collect());
    let number = |which: ContactNumber| {
        let number = composer.input.brand.contact.number(which)?;
        let who = text::fill(composer.strings.number(which), &composer.values);
        let uri = telephone_uri(composer.input.brand, &number.value);
        Some(HelpNumber { who, number: composer.locale.number(&number.value), uri })
    };
    asked.into_iter().filter_map(number).collect()
}
