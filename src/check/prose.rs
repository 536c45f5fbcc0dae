//! A text as it is printed, for rules that read.

use crate::diag::Place;
use crate::language::Language;
use crate::model::Located;
use crate::model::handout::Item;
use crate::model::text::{self, Passage, Values};

/// A text as it is printed: markup read, placeholders filled in.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// The text in its file.
    pub text: &'a Located<String>,
    /// Its paragraphs and list items, each plain and by itself; nothing for what cannot be printed.
    pub blocks: Vec<String>,
    /// The language that it is printed in.
    pub language: &'a Language,
}

impl<'a> Prose<'a> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'a Located<String>, values: &Values, language: &'a Language) -> Self {
        Self { text, blocks: plain(&text.value, values), language }
    }

    /// The whole of it, blocks apart by a space.
    #[must_use]
    pub fn joined(&self) -> String {
        self.blocks.join(" ")
    }

    /// Where some of its words stand, or else the whole text.
    #[must_use]
    pub fn place(&self, words: &str) -> Place {
        self.text.place.of(words)
    }
}

/// The blocks of a text, its markup read, each item of a list by itself; nothing for what cannot be printed.
#[must_use]
pub fn plain(text: &str, values: &Values) -> Vec<String> {
    let passages = text::fill_passages(text::parse(text).unwrap_or_default(), values);
    let mut blocks = Vec::new();
    flatten(&passages, &mut blocks);
    blocks
}

/// The paragraphs of a text that stand in no list.
#[must_use]
pub fn paragraphs(text: &str, values: &Values) -> Vec<String> {
    let passages = text::fill_passages(text::parse(text).unwrap_or_default(), values);
    let paragraph = |passage: Passage| match passage {
        Passage::Paragraph(rich) => Some(rich.text()),
        Passage::List { .. } => None,
    };
    passages.into_iter().filter_map(paragraph).collect()
}

fn flatten(passages: &[Passage], blocks: &mut Vec<String>) {
    for passage in passages {
        match passage {
            Passage::Paragraph(rich) => blocks.push(rich.text()),
            Passage::List { items, .. } => items.iter().for_each(|item| flatten(item, blocks)),
        }
    }
}

/// A text for a message: its first words, where it is long.
#[must_use]
pub fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", text[..end].rsplit_once(' ').map_or(&text[..end], |(start, _)| start)),
        None => text.to_owned(),
    }
}

/// A name and its text as one, as they are printed.
#[must_use]
pub fn of_item(item: &Item, values: &Values) -> String {
    let mut blocks = item.name.as_ref().map_or_else(Vec::new, |name| plain(&name.value, values));
    blocks.extend(plain(&item.text.value, values));
    blocks.join(". ")
}
