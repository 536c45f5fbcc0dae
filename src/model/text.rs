//! Running text: CommonMark in, passages of plain and bold spans out; then the values of placeholders are put in.
//!
//! A value is put in after the CommonMark is read, so a value is never markup.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};

/// A paragraph or a list inside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A paragraph.
    Paragraph(Rich),
    /// A list with its items.
    List {
        /// Whether items are numbered.
        numbered: bool,
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
        Self { spans: vec![Span { text: text.into(), ..Span::default() }] }
    }

    /// A live link.
    pub fn link(text: impl Into<String>, uri: impl Into<String>) -> Self {
        Self { spans: vec![Span { text: text.into(), bold: false, link: Some(uri.into()) }] }
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

/// CommonMark that a leaflet cannot print, named for a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported(pub &'static str);

/// Reads CommonMark: paragraphs, bold, emphasis (as bold), links and lists.
///
/// # Errors
/// Names everything else that it meets, each kind once.
pub fn parse(text: &str) -> Result<Vec<Passage>, Vec<Unsupported>> {
    let mut reader = Reader::default();
    for event in Parser::new(text) {
        reader.event(event);
    }
    reader.close_paragraph();
    if reader.unsupported.is_empty() { Ok(reader.done.pop().unwrap_or_default()) } else { Err(reader.unsupported) }
}

/// Builds passages from CommonMark events; `done` is a stack with one entry for each open list item.
struct Reader {
    done: Vec<Vec<Passage>>,
    lists: Vec<(bool, Vec<Vec<Passage>>)>,
    open: Rich,
    bold: usize,
    link: Option<String>,
    unsupported: Vec<Unsupported>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            done: vec![Vec::new()],
            lists: Vec::new(),
            open: Rich::default(),
            bold: 0,
            link: None,
            unsupported: Vec::new(),
        }
    }
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Code(_) => self.refuse("code"),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse("HTML"),
            Event::Rule => self.refuse("a rule"),
            _ => self.refuse("this kind of markup"),
        }
    }

    fn text(&mut self, text: &str) {
        let link = self.link.take();
        self.open.push(text, self.bold > 0, link.as_ref());
        self.link = link;
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {}
            Tag::Strong | Tag::Emphasis => self.bold += 1,
            Tag::Link { dest_url, link_type, .. } => self.link = Some(destination(link_type, &dest_url)),
            Tag::List(first) => {
                self.close_paragraph();
                self.lists.push((first.is_some(), Vec::new()));
            }
            Tag::Item => self.done.push(Vec::new()),
            Tag::Heading { .. } => self.refuse("a heading"),
            Tag::BlockQuote(_) => self.refuse("a quotation"),
            Tag::CodeBlock(_) => self.refuse("a block of code (four spaces at the start of a line make one)"),
            Tag::Image { .. } => self.refuse("a picture"),
            Tag::HtmlBlock => self.refuse("HTML"),
            _ => self.refuse("this kind of markup"),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => self.close_paragraph(),
            TagEnd::Strong | TagEnd::Emphasis => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Item => {
                self.close_paragraph();
                let item = self.done.pop().unwrap_or_default();
                if let Some((_, items)) = self.lists.last_mut() {
                    items.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some((numbered, items)) = self.lists.pop() {
                    self.finish(Passage::List { numbered, items });
                }
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let open = std::mem::take(&mut self.open);
        if !open.is_empty() {
            self.finish(Passage::Paragraph(open));
        }
    }

    fn finish(&mut self, passage: Passage) {
        if let Some(last) = self.done.last_mut() {
            last.push(passage);
        }
    }

    fn refuse(&mut self, what: &'static str) {
        if !self.unsupported.contains(&Unsupported(what)) {
            self.unsupported.push(Unsupported(what));
        }
    }
}

fn destination(kind: LinkType, url: &CowStr<'_>) -> String {
    if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_string() }
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

/// `text` with every known placeholder replaced by its value. Unknown ones stay, and are reported by `check`.
#[must_use]
pub fn fill(text: &str, values: &Values) -> String {
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
        span.text = fill(&span.text, values);
        if let Some(link) = &mut span.link {
            *link = fill(link, values);
        }
    }
}

fn lower_first(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_links_and_lists_are_read() {
        let passages = parse("One **two** [three](https://a.example).\n\n- a\n- b *c*").expect("supported");
        assert_eq!(passages.len(), 2);
        let Passage::Paragraph(first) = &passages[0] else { panic!("a paragraph") };
        assert_eq!(first.text(), "One two three.");
        assert!(first.spans[1].bold);
        assert_eq!(first.spans[3].link.as_deref(), Some("https://a.example"));
        let Passage::List { items, numbered: false } = &passages[1] else { panic!("a list") };
        assert_eq!(items.len(), 2);
    }

    #[test]
    fn other_markup_is_named() {
        assert_eq!(parse("# Big\n\n`x`"), Err(vec![Unsupported("a heading"), Unsupported("code")]));
    }

    #[test]
    fn a_value_is_never_markup() {
        let values = Values::from([("name".to_owned(), "**Ann** [x](y)".to_owned())]);
        let passages = fill_passages(parse("Dear {{name}}, {{Name}}").expect("supported"), &values);
        assert_eq!(passages, vec![Passage::Paragraph(Rich::plain("Dear **Ann** [x](y), **Ann** [x](y)"))]);
    }

    #[test]
    fn a_capital_name_gives_a_capital_value() {
        let values = Values::from([("gp".to_owned(), "doctor".to_owned())]);
        assert_eq!(fill("{{Gp}} or {{gp}} or {{nobody}}", &values), "Doctor or doctor or {{nobody}}");
    }
}
