//! Running text: what was typed in, passages of plain and bold spans out; then the values of placeholders are put in.
//!
//! **Text is text.** A mark that is not plainly meant as markup stays, character for character: [`parse`] reads the texts
//! of handouts, [`note`] what clinicians type. Without the marks that were read, the passages have every character that was
//! typed, in order; `tests.rs` holds that. Invisible characters are put right first ([`clean`]). A value is put in after the
//! markup is read, so a value is never markup.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

mod blocks;
mod characters;
mod inline;
/// `template` with each `{name}` replaced by its value.
#[must_use]
pub fn put(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests;

pub use characters::{Fault, clean, fault, foreign_name, is_steering, without_steering};
use inline::Writer;

/// A paragraph or a list inside a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Passage {
    /// A paragraph.
    Paragraph(Rich),
    /// A list with its items.
    List {
        /// What stands before each item of a numbered list, as it was typed, such as `3.`; none for bullets.
        numbers: Option<Vec<String>>,
        /// The items.
        items: Vec<Vec<Passage>>,
    },
}

/// One paragraph's text in spans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rich {
    /// Spans in reading order.
    pub spans: Vec<Span>,
}

/// A stretch of text of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it is stressed.
    pub bold: bool,
    /// Where it leads, when it is a link.
    pub link: Option<String>,
}

impl Rich {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { spans: vec![Span { text: cleaned(text), ..Span::default() }] }
    }

    /// A live link.
    pub fn link(text: impl Into<String>, uri: impl Into<String>) -> Self {
        Self { spans: vec![Span { text: cleaned(text), bold: false, link: Some(uri.into()) }] }
    }

    /// The same text with every span stressed.
    #[must_use]
    pub fn bold(mut self) -> Self {
        for span in &mut self.spans {
            span.bold = true;
        }
        self
    }

    /// The text alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    fn push(&mut self, text: &str, bold: bool, link: Option<&String>) {
        match self.spans.last_mut() {
            Some(last) if last.bold == bold && last.link.as_ref() == link => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), bold, link: link.cloned() }),
        }
    }
}

/// A text with its invisible characters put right.
fn cleaned(text: impl Into<String>) -> String {
    let text = text.into();
    match clean(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(cleaned) => cleaned,
    }
}

/// Markup that a leaflet cannot print, named for a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported(pub &'static str);

/// Reads the text of a handout: paragraphs, bold, emphasis (as bold), links and lists of CommonMark, where they are plainly
/// meant. What CommonMark would take for a mark and nobody meant as one (`3*10`, `a_b`, `<5 kg`, `&amp;`, `\\*`, a list of
/// one entry) stays as it was typed.
///
/// # Errors
/// Names other markup that was meant and cannot be printed (headings, code, pictures, HTML tags), each kind once.
pub fn parse(text: &str) -> Result<Vec<Passage>, Vec<Unsupported>> {
    let mut unsupported = Vec::new();
    let passages = blocks::read(&clean(text), Writer::Author, &mut unsupported);
    if unsupported.is_empty() { Ok(passages) } else { Err(unsupported) }
}

/// Reads what a clinician typed, character for character, line by line. Only what is unmistakable is markup: `**bold**`,
/// `[words](https://…)`, and two lines or more in a row that begin with `- `, `* ` or numbers that follow one another.
#[must_use]
pub fn note(text: &str) -> Vec<Passage> {
    blocks::read(&clean(text), Writer::Clinician, &mut Vec::new())
}

/// The same for a place where no list can stand: its entries are lines.
#[must_use]
pub fn note_lines(text: &str) -> Vec<Passage> {
    blocks::read_lines(&clean(text), Writer::Clinician, &mut Vec::new())
}

/// Names a kind of markup once.
fn refuse(unsupported: &mut Vec<Unsupported>, what: &'static str) {
    if !unsupported.contains(&Unsupported(what)) {
        unsupported.push(Unsupported(what));
    }
}

/// A placeholder such as `{{phone}}` in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Where it stands, braces included.
    pub span: Range<usize>,
    /// The name between the braces.
    pub name: String,
}

/// The placeholders in `text`, in order.
#[must_use]
pub fn placeholders(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        let Some(close) = text[open..].find("}}").map(|at| open + at + 2) else { break };
        found.push(Placeholder { span: open..close, name: text[open + 2..close - 2].trim().to_owned() });
        from = close;
    }
    found
}

/// What an optional part of a text stands between.
const OPTIONAL: (&str, &str) = ("[[", "]]");

/// The optional parts of a text, brackets included, in order: `[[ (you can also call {{crisis_line}})]]` is printed where
/// the brand has the number, and left out where it does not. `[[x]]` without a placeholder is text, as it was typed.
#[must_use]
pub fn optional_parts(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find(OPTIONAL.0).map(|at| from + at) {
        let Some(close) = text[open..].find(OPTIONAL.1).map(|at| open + at + OPTIONAL.1.len()) else { break };
        if !placeholders(&text[open..close]).is_empty() {
            found.push(open..close);
        }
        from = close;
    }
    found
}

/// The text without those brackets: a part stays when each placeholder in it has a value, and goes when one has none.
fn without_empty_parts<'t>(text: &'t str, values: &Values) -> Cow<'t, str> {
    let parts = optional_parts(text);
    if parts.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut from = 0;
    for part in parts {
        resolved.push_str(&text[from..part.start]);
        let inner = &text[part.start + OPTIONAL.0.len()..part.end - OPTIONAL.1.len()];
        if placeholders(inner).iter().all(|placeholder| value_of(values, &placeholder.name).is_some()) {
            resolved.push_str(inner);
        }
        from = part.end;
    }
    resolved.push_str(&text[from..]);
    Cow::Owned(resolved)
}

/// What placeholders stand for, by name.
pub type Values = BTreeMap<String, String>;

/// The value of a placeholder; a name with a capital gives the value with a capital.
#[must_use]
pub fn value_of(values: &Values, name: &str) -> Option<String> {
    if let Some(value) = values.get(name) {
        return Some(value.clone());
    }
    let value = values.get(&lower_first(name))?;
    Some(upper_first(value))
}

/// `text` with every known placeholder replaced by its value, and without the optional parts that the brand has no value
/// for ([`optional_parts`]). Unknown ones stay, and are reported by `check`.
#[must_use]
pub fn fill(text: &str, values: &Values) -> String {
    let text = &*without_empty_parts(text, values);
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for placeholder in placeholders(text) {
        filled.push_str(&text[from..placeholder.span.start]);
        match value_of(values, &placeholder.name) {
            Some(value) => filled.push_str(&value),
            None => filled.push_str(&text[placeholder.span.clone()]),
        }
        from = placeholder.span.end;
    }
    filled.push_str(&text[from..]);
    filled
}

/// The passages with every known placeholder replaced by its value.
#[must_use]
pub fn fill_passages(mut passages: Vec<Passage>, values: &Values) -> Vec<Passage> {
    for passage in &mut passages {
        match passage {
            Passage::Paragraph(rich) => fill_rich(rich, values),
            Passage::List { items, .. } => {
                for item in items {
                    *item = fill_passages(std::mem::take(item), values);
                }
            }
        }
    }
    passages
}

fn fill_rich(rich: &mut Rich, values: &Values) {
    for span in &mut rich.spans {
        span.text = cleaned(fill(&span.text, values));
        if let Some(link) = &mut span.link {
            *link = fill(link, values);
        }
    }
}

/// `text` with a small first letter.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether a character belongs to a script that runs from right to left: Hebrew, Arabic and their neighbours (UAX 9).
#[must_use]
pub const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// `text` with a capital first letter.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
