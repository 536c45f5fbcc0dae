//! The words of the leaflets: how hard they are to read, measured by a counter that is measured itself.
//!
//! `cargo test --test words -- --nocapture` prints the figures.

mod library;

use std::path::Path;

use handout::check::reading::{self, Counts, Language};
use handout::compose::dose;
use handout::model::handout::Stage;
use handout::model::safety;
use handout::model::text;
use library::{HANDOUTS, Library};

/// The highest grades, US scale: AMA and NIH ask for 6, the house for SMOG 8.
const MOST_FLESCH_KINCAID: f64 = 6.0;
const MOST_SMOG: f64 = 8.0;
const LONGEST_SENTENCE: usize = 20;
const LONGEST_AVERAGE: f64 = 12.0;
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
        blocks.push(library.exercises[&id.value].dose.words(&dose::EN));
    }
    if handout.exercises.is_some() {
        blocks.extend(safety_box(stage).iter().map(|line| text::fill(line, &values)));
    }
    blocks
}

fn safety_box(stage: Stage) -> Vec<String> {
    let lists = safety::EN.lists(stage);
    let lines = lists.flat_map(|list| [list.title, list.intro].into_iter().chain(list.items.iter().copied()));
    lines.map(str::to_owned).collect()
}

/// What is too hard in a text, in words; prints its figures.
fn complaints(name: &str, blocks: &[String]) -> Vec<String> {
    let counts = Counts::of(Language::English, blocks.iter().map(String::as_str));
    let (grade, smog, average) = (counts.flesch_kincaid(), counts.smog(), counts.average());
    println!(
        "{name:<28} {:>5} words, {:>3} sentences, {average:.1} a sentence, longest {:>2}; Flesch-Kincaid {grade:.1}, SMOG {smog:.1}",
        counts.words, counts.sentences, counts.longest
    );
    let long = blocks.iter().flat_map(|block| reading::sentences(block));
    let long = long.filter(|sentence| reading::words(sentence).count() > LONGEST_SENTENCE);
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

/// One card is too short for a SMOG grade; its sentences and its Flesch-Kincaid grade are held to the same limits.
#[test]
fn every_exercise_reads_easily() {
    let library = Library::read();
    let values = library.values();
    let mut complaints = Vec::new();
    for (id, exercise) in &library.exercises {
        for stage in Stage::EACH.into_iter().filter(|stage| exercise.is_for(*stage)) {
            let blocks = reading::card(exercise, stage, &values);
            let counts = Counts::of(Language::English, blocks.iter().map(String::as_str));
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

#[test]
fn the_counter_is_right_for_most_words() {
    counter_is_right("syllables-en.txt", Language::English, 300, LEAST_RIGHT);
}

#[test]
fn the_spanish_counter_is_right_for_most_words() {
    counter_is_right("syllables-es.txt", Language::Spanish, 120, LEAST_RIGHT_SPANISH);
}

/// Holds a counter to words that were labelled by hand, and to those of two or more syllables among them; prints the
/// share that is right.
fn counter_is_right(file: &str, language: Language, least_words: usize, least_right: f64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let labels = text.lines().filter(|line| !line.starts_with('#'));
    let labels: Vec<(&str, usize)> = labels
        .map(|line| line.rsplit_once(' ').expect("a word and its count"))
        .map(|(word, count)| (word, count.parse().expect("a count")))
        .collect();
    let wrong = |least: usize| -> (usize, Vec<String>) {
        let labels: Vec<_> = labels.iter().filter(|(_, count)| *count >= least).collect();
        let wrong = labels.iter().filter(|(word, count)| language.syllables(word) != *count);
        (labels.len(), wrong.map(|(word, count)| format!("{word} {} not {count}", language.syllables(word))).collect())
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
