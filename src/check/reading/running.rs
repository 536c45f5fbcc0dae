//! Running text: what is read as sentences that follow one another, not as lines of a list.
//!
//! **What is counted.** The paragraphs of the main message, of introductions, of answers, of the note under the help
//! box, and of the text of an item that has a name; of an item without a name where a paragraph of it has two sentences
//! or more. **What is not:** titles, headings and names of items, single lines of a list, lists inside a text, warning
//! signs and whom to call, cards of exercises with their steps, and the program's own words.

use super::{Counts, sentences, words};
use crate::check::prose::paragraphs;
use crate::model::Located;
use crate::model::handout::{Group, Handout, Item};
use crate::model::language::Syllables;
use crate::model::text::Values;

/// A sentence with fewer words is short.
pub const SHORT: usize = 7;

/// A paragraph of running text, with the text that it stands in.
#[derive(Clone, Debug)]
pub struct Running<'a> {
    /// The text in its file.
    pub text: &'a Located<String>,
    /// The paragraph as it is printed.
    pub paragraph: String,
}

impl Running<'_> {
    /// How many of its sentences are short.
    #[must_use]
    pub fn short(&self) -> usize {
        sentences(&self.paragraph).into_iter().filter(|sentence| is_short(sentence)).count()
    }
}

/// Whether a sentence has fewer than [`SHORT`] words.
#[must_use]
pub fn is_short(sentence: &str) -> bool {
    words(sentence).count() < SHORT
}

/// What was counted in running text.
#[must_use]
pub fn counts(counter: Option<Syllables>, running: &[Running<'_>]) -> Counts {
    Counts::of(counter, running.iter().map(|running| running.paragraph.as_str()))
}

/// The running text of a handout, in the order of its file, placeholders filled in.
#[must_use]
pub fn of_handout<'a>(handout: &'a Handout, values: &Values) -> Vec<Running<'a>> {
    let mut reader = Reader { values, found: Vec::new() };
    reader.text(&handout.summary, 1);
    for section in [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten() {
        reader.section(section.intro.as_ref(), &section.items, &section.groups);
    }
    if let Some(exercises) = &handout.exercises {
        reader.section(exercises.intro.as_ref(), &exercises.items, &[]);
    }
    for more in &handout.more {
        reader.section(more.intro.as_ref(), &more.items, &more.groups);
    }
    for question in handout.questions.iter().flatten() {
        reader.text(&question.answer, 1);
    }
    handout.seek_care.notes.iter().for_each(|note| reader.text(note, 1));
    reader.found
}

struct Reader<'a, 'v> {
    values: &'v Values,
    found: Vec<Running<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn section(&mut self, intro: Option<&'a Located<String>>, items: &'a [Item], groups: &'a [Group]) {
        intro.into_iter().for_each(|intro| self.text(intro, 1));
        for item in items.iter().chain(groups.iter().flat_map(|group| &group.items)) {
            self.text(&item.text, if item.name.is_some() { 1 } else { 2 });
        }
    }

    /// Takes the paragraphs of a text that have at least so many sentences.
    fn text(&mut self, text: &'a Located<String>, fewest_sentences: usize) {
        for paragraph in paragraphs(&text.value, self.values) {
            if sentences(&paragraph).len() >= fewest_sentences {
                self.found.push(Running { text, paragraph });
            }
        }
    }
}
