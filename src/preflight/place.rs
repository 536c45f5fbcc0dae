//! From words on a page back to the text of the handout that they come from.

use super::PageSubject;
use crate::diag::Place;
use crate::model::text::{self, Passage, Values};
use crate::model::{Located, texts};

/// The text that `words` on a page come from: of those that begin alike, the one that shares most.
#[must_use]
pub fn find<'a>(texts: &[&'a Located<String>], values: &Values, words: &str) -> Option<&'a Place> {
    let words = squeezed(words);
    let shared = |text: &Located<String>| {
        let blocks = blocks(&text.value, values).into_iter().map(|block| squeezed(&block));
        let alike = |block: &String| !block.is_empty() && (words.starts_with(block) || block.starts_with(&words));
        blocks.filter(alike).map(|block| block.len().min(words.len())).max()
    };
    if words.is_empty() {
        return None;
    }
    let mut best = None;
    for text in texts {
        if let Some(shared) = shared(text).filter(|shared| best.is_none_or(|(most, _)| *shared > most)) {
            best = Some((shared, &text.place));
        }
    }
    best.map(|(_, place)| place)
}

/// The same within everything that the handout prints, its exercises included; else the handout's title.
pub(super) fn of_words<'a>(subject: PageSubject<'a>, words: &str) -> &'a Place {
    let mut printed = texts::of_handout(subject.handout);
    printed.extend(subject.used_exercises().flat_map(texts::of_exercise));
    find(&printed, &subject.values(), words).unwrap_or(&subject.handout.title.place)
}

/// The paragraphs and list items of a text as they are printed; none of a text that cannot be.
pub(super) fn blocks(text: &str, values: &Values) -> Vec<String> {
    let mut blocks = Vec::new();
    flatten(&text::fill_passages(text::parse(text).unwrap_or_default(), values), &mut blocks);
    blocks
}

fn flatten(passages: &[Passage], blocks: &mut Vec<String>) {
    for passage in passages {
        match passage {
            Passage::Paragraph(rich) => blocks.push(rich.text()),
            Passage::List { items, .. } => items.iter().for_each(|item| flatten(item, blocks)),
        }
    }
}

/// A text without its spaces and without marks that steer its direction: lines end where they may.
pub(super) fn squeezed(text: &str) -> String {
    let silent = |c: char| c.is_whitespace() || text::is_steering(c) || c == '\u{feff}';
    text.chars().filter(|c| !silent(*c)).collect()
}

/// The first words of a text, in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("“{} …”", text[..end].rsplit_once(' ').map_or(&text[..end], |(start, _)| start)),
        None => format!("“{text}”"),
    }
}
