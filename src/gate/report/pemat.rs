//! PEMAT-P: the Patient Education Materials Assessment Tool for printable materials (AHRQ, 2013), its 24 items.

use super::{Checklist, Facts, Judged, Verdict, agreed};
use crate::check::reading;

/// What can be said of each item.
pub(super) fn checklist(facts: &Facts<'_>) -> Checklist {
    let person = |what: &str| (Verdict::Person, what.to_owned());
    let none = |what: &str| (Verdict::NotApplicable, what.to_owned());
    let handout = facts.handout;
    let has_actions = handout.prevention.is_some() || handout.treatments.is_some() || handout.exercises.is_some();
    let items = [
        ("1", "Its purpose is completely evident", purpose(facts)),
        ("2", "Nothing in it distracts from its purpose", person("Is there anything a patient does not need here?")),
        ("3", "It uses common, everyday language", everyday(facts)),
        (
            "4",
            "Medical terms only make people familiar with them, and are defined",
            facts.none_of(&["H106", "H108"], "each term and abbreviation has plain words beside it"),
        ),
        ("5", "It uses the active voice", facts.none_of(&["H104"], "no sentence in the passive was found")),
        (
            "6",
            "Numbers are clear and easy to understand",
            person("Are the numbers needed, and is each unit one that patients use?"),
        ),
        ("7", "It does not expect the reader to do sums", person("Does anything have to be added up or worked out?")),
        ("8", "It breaks information into short sections", sections(facts)),
        ("9", "Its sections have informative headings", facts.telling_headings()),
        ("10", "It presents information in a logical sequence", person("Does each part rest on the one before?")),
        (
            "11",
            "It provides a summary",
            agreed(
                !handout.summary.value.trim().is_empty(),
                "the main message stands first, the help box last",
                "there is no summary",
            ),
        ),
        (
            "12",
            "It uses visual cues to draw attention to key points",
            (Verdict::Agree, "help box in colours with marks, bold, bullets, boxes".to_owned()),
        ),
        ("15", "It uses visual aids wherever they could make content easier to understand", pictures(facts)),
        ("16", "Visual aids reinforce rather than distract", person("Does each drawing show what its steps say?")),
        ("17", "Visual aids have clear titles or captions", captions(facts)),
        ("18", "Illustrations are clear and uncluttered", person("Does a stranger see the movement in each drawing?")),
        ("19", "It uses simple tables with short, clear headings", none("there are no tables")),
        (
            "20",
            "It identifies at least one action the reader can take",
            agreed(has_actions, "it has prevention, treatments or exercises", "it names nothing to do"),
        ),
        ("21", "It addresses the reader directly", addresses(facts)),
        ("22", "It breaks actions down into explicit steps", steps(facts)),
        (
            "23",
            "It provides a tangible tool wherever it helps to take action",
            agreed(
                handout.prevention.is_some() || handout.exercises.is_some(),
                "boxes to tick, cards to follow, lines for notes",
                "there is nothing to tick, follow or fill in",
            ),
        ),
        ("24", "It provides simple help with sums", none("there are no sums")),
        ("25", "It explains how to use charts, tables and diagrams", none("there are no charts")),
        ("26", "It uses visual aids wherever they could make it easier to act", pictures(facts)),
    ];
    let judged = |(number, item, (verdict, because))| Judged { number, item, verdict, because };
    Checklist { name: "PEMAT-P", items: items.into_iter().map(judged).collect() }
}

fn purpose(facts: &Facts<'_>) -> (Verdict, String) {
    let sentences = reading::sentences(facts.message).len();
    agreed(
        (1..=3).contains(&sentences),
        "title, stage and a main message of one to three sentences stand first",
        "the main message is not one to three sentences",
    )
}

/// Neither long paragraphs nor long lists.
fn sections(facts: &Facts<'_>) -> (Verdict, String) {
    match facts.found(&["H103"]) {
        0 => facts.short_lists(),
        count => (Verdict::Disagree, format!("{count} long paragraphs: H103")),
    }
}

fn everyday(facts: &Facts<'_>) -> (Verdict, String) {
    facts.none_of(&["H101", "H105"], "the grades are within their limits, and no word to avoid was found")
}

/// The exercises that have a card, and how many of them have a picture.
fn cards(facts: &Facts<'_>) -> (usize, usize) {
    let ids = facts.handout.exercises.iter().flat_map(|exercises| &exercises.cards);
    let cards: Vec<_> = ids.filter_map(|id| facts.shelf.exercises.get(&id.value)).collect();
    (cards.len(), cards.iter().filter(|exercise| exercise.picture.is_some()).count())
}

fn pictures(facts: &Facts<'_>) -> (Verdict, String) {
    match cards(facts) {
        (0, _) => (Verdict::Person, "Would a picture help anywhere?".to_owned()),
        (all, drawn) if all == drawn => (Verdict::Agree, format!("each of {all} exercises has a drawing")),
        (all, drawn) => {
            (Verdict::Person, format!("{drawn} of {all} exercises have a drawing; do the others need one?"))
        }
    }
}

fn captions(facts: &Facts<'_>) -> (Verdict, String) {
    match cards(facts) {
        (_, 0) => (Verdict::NotApplicable, "there are no pictures".to_owned()),
        _ => (Verdict::Agree, "each drawing stands under its exercise's name".to_owned()),
    }
}

fn steps(facts: &Facts<'_>) -> (Verdict, String) {
    match cards(facts) {
        (0, _) => (Verdict::Person, "Is it clear how to do each thing?".to_owned()),
        (all, _) => (Verdict::Agree, format!("{all} exercises in three steps or fewer")),
    }
}

/// Whether "you" comes up at least once in a hundred words.
fn addresses(facts: &Facts<'_>) -> (Verdict, String) {
    const YOU: [&str; 7] = ["you", "your", "yourself", "you’re", "you'll", "usted", "su"];
    let words = facts.blocks.iter().flat_map(|block| block.split(|c: char| !c.is_alphanumeric() && c != '’'));
    let direct = words.filter(|word| YOU.contains(&word.to_lowercase().as_str())).count();
    let share = direct as f64 * 100.0 / facts.counts.words.max(1) as f64;
    agreed(
        share >= 1.0,
        &format!("“you” or “your” comes {share:.1} times in a hundred words"),
        &format!("“you” or “your” comes only {share:.1} times in a hundred words"),
    )
}
