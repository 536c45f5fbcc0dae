//! The words of the leaflets: how hard they are to read, measured by a counter that is measured itself.
//!
//! `cargo test --test words -- --nocapture` prints the figures.

mod library;

use std::path::Path;

use handout::check::reading::running::{self, Running};
use handout::check::reading::{self, Counts, syllables_by};
use handout::diag::Source;
use handout::model::handout::{Handout, Stage};
use handout::model::language::Syllables;
use handout::model::{load, text};
use handout::topic::safety::Length;
use library::{HANDOUTS, Library};

/// The highest grades, US scale: AMA and NIH ask for 6, the house for SMOG 8.
const MOST_FLESCH_KINCAID: f64 = 6.0;
const MOST_SMOG: f64 = 8.0;
/// The lowest grade of running text: below it, sentences are chopped.
const LEAST_FLESCH_KINCAID: f64 = 4.0;
const LONGEST_SENTENCE: usize = 20;
const LONGEST_AVERAGE: f64 = 12.0;
/// How the sentences begin that are longer: the clinicians gave them in these words, each of them a list in which an
/// entry that stood alone could be overlooked.
const LONGER: [&str; 21] = [
    "Short walks, gentle breathing and pelvic floor squeezes",
    "Back pain can be a sign",
    "It can also come from a pee or kidney infection",
    "A kidney infection, a blood clot, gallstones",
    "It can go with pre-eclampsia",
    "A tear in your body’s main blood vessel or trapped nerves",
    "Pre-eclampsia (a high blood pressure illness) can start after birth",
    "Upper back pain can come from a blood clot",
    "Do not have it if you are bleeding",
    "Do not have it if you bleed easily",
    "Have none of these if you bleed easily",
    "Gentle hands-on care or acupuncture is not for you",
    "Gentle hands-on care may ease pain as an extra",
    "We know of no studies of PRP or stem cells",
    "We know of no studies that show these help",
    "The spot can be sore for a few days, but experts",
    "Call 999 if you get new, bad back pain",
    "When you cannot do the full set",
    "Do not buy or take ibuprofen",
    "In pregnancy, do not take ibuprofen",
    "Ask first if you had pre-eclampsia",
];
/// Of the words that were labelled by hand.
const LEAST_RIGHT: f64 = 0.97;
const LEAST_RIGHT_SPANISH: f64 = 0.95;

/// What a leaflet says, with the doses of its exercises and the safety box.
fn blocks(library: &Library, name: &str) -> Vec<String> {
    let handout = library.handout(name);
    let stage = handout.stage.value;
    let values = library.values();
    let mut blocks = reading::blocks(&handout, &library.exercises, &values);
    for id in handout.exercises.iter().flat_map(|exercises| &exercises.cards) {
        blocks.push(library.languages.of("en", "en-GB").dose(&library.exercises[&id.value].dose));
    }
    if handout.exercises.is_some() {
        blocks.extend(safety_box(library, Length::Full, stage).iter().map(|line| text::fill(line, &values)));
    }
    blocks
}

/// The safety texts of one length, block by block.
fn safety_box(library: &Library, length: Length, stage: Stage) -> Vec<String> {
    let texts = library.topic.safety("en").expect("English safety texts");
    texts.lists(length, stage).flat_map(|list| list.texts(stage)).map(str::to_owned).collect()
}

/// What is too hard in a text, in words; prints its figures.
fn complaints(name: &str, blocks: &[String]) -> Vec<String> {
    let counts = Counts::of(Some(Syllables::English), blocks.iter().map(String::as_str));
    let (grade, smog, average) = (counts.flesch_kincaid(), counts.smog(), counts.average());
    println!(
        "{name:<28} {:>5} words, {:>3} sentences, {average:.1} a sentence, longest {:>2}; Flesch-Kincaid {grade:.1}, SMOG {smog:.1}",
        counts.words, counts.sentences, counts.longest
    );
    let long = blocks.iter().flat_map(|block| reading::sentences(block));
    let given = |sentence: &&str| LONGER.iter().any(|start| sentence.starts_with(start));
    let long = long.filter(|sentence| reading::words(sentence).count() > LONGEST_SENTENCE && !given(sentence));
    let mut complaints: Vec<String> = long
        .map(|sentence| format!("{name}: {} words in a sentence: {sentence}", reading::words(sentence).count()))
        .collect();
    for (what, is, most) in [
        ("Flesch-Kincaid grade", grade, MOST_FLESCH_KINCAID),
        ("SMOG grade", smog, MOST_SMOG),
        ("average sentence", average, LONGEST_AVERAGE),
    ] {
        if is > most {
            complaints.push(format!("{name}: {what} {is:.2}, at most {most}"));
        }
    }
    complaints
}

#[test]
fn every_leaflet_reads_easily() {
    let library = Library::read();
    let complaints: Vec<String> = HANDOUTS.iter().flat_map(|name| complaints(name, &blocks(&library, name))).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The safety texts read easily in every length and stage. The short ones are lists of a few words, too short for a grade:
/// their entries are held to the longest line that a strip has room for.
#[test]
fn the_safety_texts_read_easily() {
    const LONGEST_ENTRY: usize = 9;
    let library = Library::read();
    let values = library.values();
    let mut wrong = Vec::new();
    for stage in library.topic.stages.each().chain([Stage::Any]) {
        let filled = |length| -> Vec<String> {
            safety_box(&library, length, stage).iter().map(|line| text::fill(line, &values)).collect()
        };
        wrong.extend(complaints(&format!("safety, {stage:?}"), &filled(Length::Full)));
        for length in [Length::Strip, Length::Stop] {
            let lines = filled(length);
            assert!(lines.len() > 6, "{length:?} in {stage:?}: {lines:?}");
            let long = |line: &&String| reading::words(line).count() > LONGEST_ENTRY;
            wrong.extend(lines.iter().filter(long).map(|line| format!("{length:?} in {stage:?}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// One card is too short for a SMOG grade; its sentences and its Flesch-Kincaid grade are held to the same limits.
#[test]
fn every_exercise_reads_easily() {
    let library = Library::read();
    let values = library.values();
    let mut complaints = Vec::new();
    for (id, exercise) in &library.exercises {
        for stage in library.topic.stages.each().filter(|stage| exercise.is_for(*stage, &library.topic.stages)) {
            let blocks = reading::card(exercise, stage, &values);
            let counts = Counts::of(Some(Syllables::English), blocks.iter().map(String::as_str));
            if counts.longest > LONGEST_SENTENCE {
                complaints.push(format!("{id}: {} words: {}", counts.longest, counts.longest_sentence));
            }
            if counts.flesch_kincaid() > MOST_FLESCH_KINCAID {
                complaints.push(format!("{id}: grade {:.1} ({stage:?})", counts.flesch_kincaid()));
            }
        }
    }
    complaints.dedup();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The running text of a leaflet of the library, as it was when someone went through it with a pencil: which sentences
/// count, and how many words each has.
#[test]
fn running_text_is_counted_as_by_hand() {
    let read = |file: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(file);
        std::fs::read_to_string(path).expect("a file of this test")
    };
    let source = Source::new("counted.yaml", read("counted.yaml"));
    let handout = load::<Handout>(&source).expect("a handout").value;
    let running = running::of_handout(&handout, &Library::read().values());
    let counted: Vec<String> = running
        .iter()
        .flat_map(|running| reading::sentences(&running.paragraph))
        .map(|sentence| format!("{} {sentence}", reading::words(sentence).count()))
        .collect();
    let by_hand = read("counted.txt");
    let by_hand: Vec<&str> = by_hand.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(counted, by_hand);
    let counts = running::counts(Some(Syllables::English), &running);
    let short: usize = running.iter().map(Running::short).sum();
    assert_eq!((counts.sentences, counts.words, short), (147, 1218, 49));
}

/// The grade of running text is neither hard nor chopped: 4 to 6, sentences of seven words or more for the most part.
#[test]
fn running_text_reads_naturally() {
    let library = Library::read();
    let mut complaints = Vec::new();
    for name in HANDOUTS {
        let handout = library.handout(name);
        let running = running::of_handout(&handout, &library.values());
        let counts = running::counts(Some(Syllables::English), &running);
        let short: usize = running.iter().map(Running::short).sum();
        let grade = counts.flesch_kincaid();
        println!(
            "{name:<28} running text: {:>5} words, {:>3} sentences, {:.1} a sentence, {short} short; Flesch-Kincaid {grade:.1}, SMOG {:.1}",
            counts.words,
            counts.sentences,
            counts.average(),
            counts.smog()
        );
        if grade > MOST_FLESCH_KINCAID || counts.smog() > MOST_SMOG {
            complaints.push(format!("{name}: grade {grade:.1}, SMOG {:.1}", counts.smog()));
        }
        if grade < LEAST_FLESCH_KINCAID {
            complaints.push(format!("{name}: grade {grade:.1}, at least {LEAST_FLESCH_KINCAID}"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn the_counter_is_right_for_most_words() {
    counter_is_right("syllables-en.txt", Some(Syllables::English), 300, LEAST_RIGHT);
}

#[test]
fn the_spanish_counter_is_right_for_most_words() {
    counter_is_right("syllables-es.txt", Some(Syllables::Spanish), 120, LEAST_RIGHT_SPANISH);
}

/// Holds a counter to words that were labelled by hand, and to those of two or more syllables among them; prints the
/// share that is right.
fn counter_is_right(file: &str, counter: Option<Syllables>, least_words: usize, least_right: f64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let labels = text.lines().filter(|line| !line.starts_with('#'));
    let labels: Vec<(&str, usize)> = labels
        .map(|line| line.rsplit_once(' ').expect("a word and its count"))
        .map(|(word, count)| (word, count.parse().expect("a count")))
        .collect();
    let wrong = |least: usize| -> (usize, Vec<String>) {
        let labels: Vec<_> = labels.iter().filter(|(_, count)| *count >= least).collect();
        let wrong = labels.iter().filter(|(word, count)| syllables_by(counter, word) != *count);
        (
            labels.len(),
            wrong.map(|(word, count)| format!("{word} {} not {count}", syllables_by(counter, word))).collect(),
        )
    };
    let (all, misses) = wrong(1);
    let (longer, longer_misses) = wrong(2);
    let share = |all: usize, wrong: usize| (all - wrong) as f64 / all as f64;
    println!(
        "{file}: right are {} of {all} words, {:.2} %; {} of the {longer} with two or more syllables, {:.2} %; wrong: {}",
        all - misses.len(),
        100.0 * share(all, misses.len()),
        longer - longer_misses.len(),
        100.0 * share(longer, longer_misses.len()),
        misses.join(", ")
    );
    assert!(all >= least_words, "{all} words are too few");
    assert!(share(all, misses.len()) >= least_right && share(longer, longer_misses.len()) >= least_right);
}
