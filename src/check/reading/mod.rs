//! How hard a leaflet is to read: sentences, words and syllables in, school grades or a score out.
//!
//! **Method.** Flesch-Kincaid grade is 0.39 W/S + 11.8 Y/W − 15.59 (Kincaid 1975). SMOG grade is
//! 1.0430 √(30 P/S) + 3.1291 (McLaughlin 1969), the US grade, not the British reading age. S sentences, W words,
//! Y syllables, P words of three or more syllables. Each heading, bullet, step and label is a sentence of its own, or
//! more; it would run into the next one otherwise. A word is what stands between spaces, so `side-lying` is one.
//! Syllables are counted by [`syllables`], numbers and initials as they are spoken. No word is left out: names of
//! medicines, `physiotherapist` and the leaflet's own topic count as hard each time. Placeholders are filled in first.
//! LIX is W/S + 100 L/W (Björnsson 1968), L words of more than six letters; it needs no syllables.
//! In Spanish the score is INFLESZ, 206.835 − 62.3 Y/W − W/S (Szigriszt-Pazos 1993, Barrio-Cantalejo 2008): the higher,
//! the easier. Its syllables are counted by [`syllables_es`].
//!
//! **Limits.** Short bullets, signs and steps make the grades of a whole leaflet low; those of its running text alone
//! ([`running`] says what that is) are the ones to go by. SMOG was normed on 30 sentences from prose. The counters
//! are right for 97 words in 100 in English and 95 in Spanish, or more (`tests/words.rs` measures them); for any other
//! language there is none. Which formulas a language is measured by, and their limits, its settings say. Not counted: the program's own headings and labels, the contacts and the imprint, and what
//! pictures say. A grade says nothing of whether the words are known or the advice is clear; readers have to say that.

mod exceptions;
pub mod explained;
pub mod running;
mod sentences;
mod spanish;
mod syllables;
pub mod units;

pub use crate::model::phrases;
pub use sentences::{sentences, words};
pub use spanish::syllables as syllables_es;
pub use syllables::syllables;

use super::prose::plain;
use super::texts;
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::{Handout, Stage};
use crate::model::language::{Formula, Syllables};
use crate::model::text::Values;

/// Words of this many syllables or more are hard.
const HARD: usize = 3;

/// How many syllables a word has by a counter; none without one.
#[must_use]
pub fn syllables_by(counter: Option<Syllables>, word: &str) -> usize {
    match counter {
        Some(Syllables::English) => syllables(word),
        Some(Syllables::Spanish) => syllables_es(word),
        None => 0,
    }
}

/// What was counted in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of three or more syllables.
    pub hard_words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Words in the longest sentence.
    pub longest: usize,
    /// The longest sentence.
    pub longest_sentence: String,
}

impl Counts {
    /// Counts blocks of plain text: headings, bullets and paragraphs. Without a counter there are no syllables.
    pub fn of<'t>(counter: Option<Syllables>, blocks: impl IntoIterator<Item = &'t str>) -> Self {
        let mut counts = Self::default();
        for sentence in blocks.into_iter().flat_map(sentences) {
            let syllables: Vec<usize> = words(sentence).map(|word| syllables_by(counter, word)).collect();
            counts.long_words += words(sentence).filter(|word| is_long(word)).count();
            counts.sentences += 1;
            counts.words += syllables.len();
            counts.syllables += syllables.iter().sum::<usize>();
            counts.hard_words += syllables.iter().filter(|count| **count >= HARD).count();
            if syllables.len() > counts.longest {
                counts.longest = syllables.len();
                counts.longest_sentence = sentence.to_owned();
            }
        }
        counts
    }

    /// Words a sentence, on average.
    #[must_use]
    pub fn average(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    /// Flesch-Kincaid grade.
    #[must_use]
    pub fn flesch_kincaid(&self) -> f64 {
        0.39 * self.average() + 11.8 * self.syllables as f64 / self.words.max(1) as f64 - 15.59
    }

    /// INFLESZ, the score of Szigriszt-Pazos for Spanish: above 65 is rather easy, below 55 rather hard.
    #[must_use]
    pub fn inflesz(&self) -> f64 {
        206.835 - 62.3 * self.syllables as f64 / self.words.max(1) as f64 - self.average()
    }

    /// LIX: words a sentence, and words of more than six letters in a hundred.
    #[must_use]
    pub fn lix(&self) -> f64 {
        self.average() + 100.0 * self.long_words as f64 / self.words.max(1) as f64
    }

    /// The grade or score of a formula.
    #[must_use]
    pub fn measure(&self, formula: Formula) -> f64 {
        match formula {
            Formula::FleschKincaid => self.flesch_kincaid(),
            Formula::Smog => self.smog(),
            Formula::Inflesz => self.inflesz(),
            Formula::Lix => self.lix(),
            Formula::WordsASentence => self.average(),
        }
    }

    /// SMOG grade, US scale.
    #[must_use]
    pub fn smog(&self) -> f64 {
        1.0430 * (30.0 * self.hard_words as f64 / self.sentences.max(1) as f64).sqrt() + 3.1291
    }
}

/// Whether a word has more than six letters.
fn is_long(word: &str) -> bool {
    /// LIX counts a word as long from here on.
    const LONG: usize = 7;
    word.chars().filter(|c| c.is_alphabetic()).count() >= LONG
}

/// What a leaflet says, block by block, placeholders filled in: the handout, the cards of its exercises in full, and
/// the names of those without a card.
#[must_use]
pub fn blocks(handout: &Handout, exercises: &Library, values: &Values) -> Vec<String> {
    let imprint = [&handout.imprint.version, &handout.imprint.author];
    let own = texts::of_handout(handout).into_iter();
    let own = own.filter(|text| !imprint.iter().any(|other| std::ptr::eq(*other, *text)));
    let mut blocks: Vec<String> = own.flat_map(|text| plain(&text.value, values)).collect();
    for shown in handout.exercises.iter() {
        let known = |id: &String| exercises.get(id);
        for exercise in shown.cards.iter().filter_map(|id| known(&id.value)) {
            blocks.extend(card(exercise, handout.stage.value, values));
        }
        let named = shown.also.iter().filter_map(|id| known(&id.value));
        blocks.extend(named.flat_map(|exercise| plain(&exercise.name.value, values)));
    }
    blocks
}

/// What an exercise's card says in a leaflet for `stage`, block by block, but for the dose in numbers.
#[must_use]
pub fn card(exercise: &Exercise, stage: Stage, values: &Values) -> Vec<String> {
    let mut texts = vec![exercise.name.value.clone()];
    texts.extend(exercise.good_for.iter().map(|text| text.value.clone()));
    texts.push(exercise.start.value.clone());
    texts.extend(exercise.steps_in(stage).iter().map(|step| step.value.clone()));
    texts.extend(exercise.dose_in(stage).note.map(|note| note.value));
    texts.extend(exercise.limits_in(stage).map(|limit| format!("{}: {}", limit.when.value, limit.text.value)));
    texts.push(format!("Stop if {}", exercise.stop_if.value));
    texts.iter().flat_map(|text| plain(text, values)).collect()
}
