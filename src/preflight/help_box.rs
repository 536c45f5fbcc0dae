//! L010: a help box or a safety box that is not whole on the pages.
//!
//! An independent check of the composer: the expected texts are derived from handout and brand alone, and looked for in the
//! text of the finished pages in reading order. Spaces are ignored.

use super::place::{blocks, quoted, squeezed};
use super::reading::Reading;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding, Place};
use crate::layout::display::{ElementId, StructTree};
use crate::model::handout::{Item, Tier};
use crate::model::text::{self, Values};
use crate::topic::safety::Length;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L010",
        title: "a help box that is not whole",
        meaning: "A warning sign, a number or the note of the help box is not on the finished pages, or not whole, or not \
                  in its order; or a sentence of the exercise safety box is missing in a leaflet with exercises. What \
                  the handout asks for is compared with what the pages say when they are read aloud.",
        why: "A leaflet without one of its warning signs can cost a life. Nothing else on it matters as much.",
        example: Example::Words {
            bad: "Pages on which a sign of an emergency was lost.",
            good: "Every sign and every number, in the order of the handout.",
        },
        standard: "House rule: the help box is never cut and never optional.",
        safety: true,
    }],
    check,
};

/// Something that the pages must say.
struct ExpectedText<'a> {
    what: &'static str,
    text: String,
    /// Whether it is a paragraph of its own, or stands at the end of one.
    whole: bool,
    place: &'a Place,
}

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let reading = Reading::new(subject.publication);
    let boxes = [help_box(subject), note(subject), safety_box(subject)];
    for expected in boxes.iter().filter(|expected| !expected.is_empty()) {
        let (_, missing) = best_section(&reading, expected);
        findings.extend(missing.into_iter().map(|missing| {
            let message = format!("the pages lack {} {}", missing.what, quoted(&missing.text));
            Finding::error("L010", message)
                .at(missing.place, "this must be on the pages, whole and in its order")
                .help("do not hand this leaflet out; this is a fault of the program, please report it")
        }));
    }
}

/// The section that the help box stands in.
pub(super) fn section(subject: PageSubject<'_>, reading: &Reading<'_>) -> Option<ElementId> {
    let expected = help_box(subject);
    let (section, missing) = best_section(reading, &expected);
    section.filter(|_| missing.len() < expected.len())
}

/// The section that holds most of what is expected, and what is missing there.
fn best_section<'e, 'a>(
    reading: &Reading<'_>,
    expected: &'e [ExpectedText<'a>],
) -> (Option<ElementId>, Vec<&'e ExpectedText<'a>>) {
    let (mut best, mut least): (_, Vec<_>) = (None, expected.iter().collect());
    for section in reading.children(StructTree::ROOT) {
        let told: Vec<String> =
            reading.blocks(*section).into_iter().map(|block| squeezed(&reading.text(block))).collect();
        let missing = missing(&told, expected);
        if missing.len() < least.len() {
            (best, least) = (Some(*section), missing);
        }
    }
    (best, least)
}

/// What is missing, or comes before what it must follow.
fn missing<'e, 'a>(told: &[String], expected: &'e [ExpectedText<'a>]) -> Vec<&'e ExpectedText<'a>> {
    let mut from = 0;
    let mut missing = Vec::new();
    for one in expected {
        let text = squeezed(&one.text);
        let is_it = |told: &String| if one.whole { *told == text } else { told.ends_with(&text) };
        match told[from..].iter().position(is_it) {
            Some(at) => from += at + 1,
            None => missing.push(one),
        }
    }
    missing
}

/// The help box, in reading order. Under a clinic that lacks the number which a tier needs, its signs may stand under another.
fn help_box(subject: PageSubject<'_>) -> Vec<ExpectedText<'_>> {
    let (values, topic, care) = (subject.values(), subject.topic, &subject.handout.seek_care);
    let contact = &subject.brand.contact;
    let mut expected = Vec::new();
    for (kind, tier) in topic.tiers_of(care).filter(|(kind, tier)| kind.moves_to(tier, contact).is_none()) {
        if let Some(call) = kind.call(tier, contact) {
            let text = blocks(&call.value, &values).concat();
            expected.push(ExpectedText { what: "what to do", text, whole: true, place: &call.place });
        }
        for (_, number) in topic.numbers(kind, tier, contact) {
            let (text, place) = (number.value.clone(), &number.place);
            expected.push(ExpectedText { what: "the number", text, whole: false, place });
        }
        signs(tier, &values, &mut expected);
        topic.moved_to(kind.id.value, care, contact).for_each(|(_, moved)| signs(moved, &values, &mut expected));
    }
    expected
}

/// The signs of a tier, and the lines over its groups.
fn signs<'a>(tier: &'a Tier, values: &Values, expected: &mut Vec<ExpectedText<'a>>) {
    tier.signs.iter().for_each(|sign| said("the warning sign", sign, values, expected));
    for group in &tier.groups {
        let intro = blocks(&group.intro.value, values).into_iter();
        let place = &group.intro.place;
        expected.extend(intro.map(|text| ExpectedText { what: "the line over signs", text, whole: true, place }));
        group.signs.iter().for_each(|sign| said("the warning sign", sign, values, expected));
    }
}

/// The paragraphs under the tiers; a folded leaflet may have them elsewhere.
fn note(subject: PageSubject<'_>) -> Vec<ExpectedText<'_>> {
    let values = subject.values();
    let notes = subject.handout.seek_care.notes.iter();
    let parts = notes.flat_map(|note| blocks(&note.value, &values).into_iter().map(|text| (text, &note.place)));
    parts.map(|(text, place)| ExpectedText { what: "the note", text, whole: true, place }).collect()
}

/// A sign as it is printed: its name leads it.
fn said<'a>(what: &'static str, sign: &'a Item, values: &Values, expected: &mut Vec<ExpectedText<'a>>) {
    let mut parts = blocks(&sign.text.value, values);
    if let Some(name) = &sign.name {
        let name = blocks(&name.value, values).concat();
        match parts.first_mut() {
            Some(first) => *first = format!("{name}: {first}"),
            None => parts.push(name),
        }
    }
    expected.extend(parts.into_iter().map(|text| ExpectedText { what, text, whole: true, place: &sign.text.place }));
}

/// The safety box, where there are exercises.
fn safety_box(subject: PageSubject<'_>) -> Vec<ExpectedText<'_>> {
    // Tips alone name no exercise.
    let first = subject.handout.exercises.iter().flat_map(|exercises| exercises.ids()).next();
    let Some(first) = first else { return Vec::new() };
    let (values, place, stage) = (subject.values(), &first.place, subject.handout.stage.value);
    let texts = subject.topic.safety(subject.language.tag());
    let lists = texts.into_iter().flat_map(|texts| texts.lists(Length::Full, stage));
    let filled = lists.flat_map(|list| list.texts(stage)).map(|sentence| text::fill(sentence, &values));
    filled.map(|text| ExpectedText { what: "the safety rule", text, whole: true, place }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::Role;
    use crate::preflight::tests::{Sheet, brand, found, handout};

    /// A section with the help box of the handout, a paragraph a sign.
    fn sheet(change: impl Fn(usize, &str) -> Option<String>) -> Sheet {
        let (handout, brand) = (handout(), brand());
        let mut sheet = Sheet::new();
        let subject = sheet.subject(&handout, &brand);
        let help = [help_box(subject), note(subject)].into_iter().flatten().collect();
        let boxes = [safety_box(subject), help];
        let texts = boxes.iter().map(|expected| expected.iter().map(|one| one.text.clone()).collect::<Vec<_>>());
        for texts in texts.collect::<Vec<_>>() {
            let section = sheet.publication.tree.add(StructTree::ROOT, Role::Sect);
            for (index, text) in texts.iter().enumerate() {
                let Some(text) = change(index, text) else { continue };
                sheet.text_in(section, Role::P, (60.0, 60.0 + 9.0 * index as f32), 12.0, &text);
            }
        }
        sheet
    }

    #[test]
    fn whole_boxes_are_whole() {
        assert!(found(&RULE, &sheet(|_, text| Some(text.to_owned())).publication).is_empty());
        assert!(found(&RULE, &sheet(|_, text| Some(text.replace(' ', "\u{a0} "))).publication).is_empty());
    }

    #[test]
    fn what_is_lost_is_named() {
        let lost = |words: &'static str| {
            let sheet = sheet(move |_, text| (!text.contains(words)).then(|| text.to_owned()));
            found(&RULE, &sheet.publication).into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        assert_eq!(lost("A bad fall"), ["the pages lack the warning sign “A bad fall, crash or blow”"]);
        assert_eq!(lost("01632 960 201"), ["the pages lack the number “01632 960 201”"]);
        assert_eq!(lost("From week 37").len(), 1);
        assert_eq!(lost("Stop and get help").len(), 1);
    }

    #[test]
    fn what_is_cut_or_out_of_order_is_found() {
        let cut = sheet(|_, text| Some(text.replace(", crash or blow", "")));
        assert_eq!(found(&RULE, &cut.publication).len(), 1);
        let mut turned = sheet(|_, text| Some(text.to_owned()));
        let help = *turned.publication.tree[StructTree::ROOT].children.last().expect("a section");
        turned.publication.tree[help].children.swap(2, 3);
        assert_eq!(found(&RULE, &turned.publication).len(), 1);
    }

    #[test]
    fn nothing_at_all_is_everything_missing() {
        let (handout, brand) = (handout(), brand());
        let sheet = Sheet::new();
        let subject = sheet.subject(&handout, &brand);
        let all = help_box(subject).len() + note(subject).len() + safety_box(subject).len();
        assert_eq!(found(&RULE, &sheet.publication).len(), all);
    }
}
