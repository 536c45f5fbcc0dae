//! Bold words and links within one paragraph.
//!
//! pulldown-cmark says where marks stand (CommonMark 0.31.2, 6). Only marks that are plainly meant are taken out; all
//! else is copied from the source, so that no character that was typed can get lost.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag};

use super::{Rich, Unsupported};

/// A line end within a paragraph, for the parser: to it, it is a space and ends nothing.
pub(super) const BREAK: char = '\u{2028}';

/// Stands before each paragraph, so that nothing in it can begin a heading, a list or a block.
const GUARD: &str = ".";

/// Whose words they are, which decides what counts as markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// Someone who writes a handout's file and knows CommonMark.
    Author,
    /// A clinician who types a note: plain text, with markup only where it is unmistakable.
    Clinician,
}

/// Reads one paragraph, in which [`BREAK`] stands for a line end; names what an author meant and a leaflet cannot print.
pub(super) fn read(paragraph: &str, writer: Writer, unsupported: &mut Vec<Unsupported>) -> Rich {
    let source = format!("{GUARD}{paragraph}");
    let mut reader = Inline {
        source: &source,
        writer,
        at: GUARD.len(),
        rich: Rich::default(),
        bold: 0,
        link: None,
        closing: Vec::new(),
        inner: 0,
        unsupported,
    };
    for (event, range) in Parser::new(&source).into_offset_iter() {
        reader.event(&event, range);
    }
    reader.copy(source.len());
    reader.rich
}

/// A mark that is open.
enum Open {
    /// One that is text: its end is copied too.
    Text,
    /// Bold, closed by so many bytes.
    Bold(usize),
    /// A link, closed by all that follows its words.
    Link,
}

struct Inline<'s> {
    source: &'s str,
    writer: Writer,
    /// Up to where the source is copied.
    at: usize,
    rich: Rich,
    bold: usize,
    link: Option<String>,
    closing: Vec<Open>,
    /// The end of what was read last.
    inner: usize,
    unsupported: &'s mut Vec<Unsupported>,
}

impl Inline<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) => self.closing.push(Open::Text),
            Event::Start(tag) => {
                let open = self.open(tag, &range);
                self.closing.push(open);
                return;
            }
            Event::End(_) => match self.closing.pop() {
                Some(Open::Bold(length)) => {
                    self.skip(range.end - length..range.end);
                    self.bold -= 1;
                }
                Some(Open::Link) => {
                    self.skip(self.inner..range.end);
                    self.link = None;
                }
                Some(Open::Text) | None => {}
            },
            Event::Code(_) => self.refuse("code"),
            Event::InlineHtml(tag) if is_tag(tag) => self.refuse("HTML"),
            _ => {}
        }
        self.inner = range.end;
    }

    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> Open {
        match tag {
            Tag::Strong if self.is_meant(range, 2) => self.start_bold(range, 2),
            Tag::Emphasis if self.is_emphasis(range) => self.start_bold(range, 1),
            Tag::Link { link_type, dest_url, .. } if self.is_link(*link_type, dest_url, range) => {
                self.skip(range.start..range.start + 1);
                self.inner = self.at;
                self.link = Some(destination(*link_type, dest_url));
                Open::Link
            }
            Tag::Image { .. } => {
                self.refuse("a picture");
                Open::Text
            }
            _ => Open::Text,
        }
    }

    /// An author's emphasis; of a clinician's, only what stands in three stars.
    fn is_emphasis(&self, range: &Range<usize>) -> bool {
        let text = &self.source[range.clone()];
        let in_three = text.starts_with("***") && text.ends_with("***");
        (self.writer == Writer::Author || in_three) && self.is_meant(range, 1)
    }

    fn start_bold(&mut self, range: &Range<usize>, length: usize) -> Open {
        self.skip(range.start..range.start + length);
        self.inner = self.at;
        self.bold += 1;
        Open::Bold(length)
    }

    /// Whether marks around words are meant as such: not inside a word or between figures, as in `3*10` or `a_b_c`; and
    /// of a clinician's, only `**`.
    fn is_meant(&self, range: &Range<usize>, length: usize) -> bool {
        let outside = [self.source[..range.start].chars().next_back(), self.source[range.end..].chars().next()];
        let apart = outside.into_iter().flatten().all(|c| !c.is_ascii_alphanumeric());
        let stars = self.source[range.start..range.start + length].bytes().all(|byte| byte == b'*');
        apart && (stars || self.writer == Writer::Author)
    }

    fn is_link(&self, kind: LinkType, address: &str, range: &Range<usize>) -> bool {
        let has_words = !self.source[range.start + 1..].starts_with(']');
        match (self.writer, kind) {
            (Writer::Author, LinkType::Autolink | LinkType::Email) => true,
            (Writer::Author, LinkType::Inline) => has_words && address.contains(['.', ':', '/', '#', '{']),
            (Writer::Clinician, LinkType::Inline) => {
                has_words && ["https://", "http://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start))
            }
            _ => false,
        }
    }

    /// Copies the source up to `end` as text.
    fn copy(&mut self, end: usize) {
        if self.at < end {
            let text = self.source[self.at..end].replace(BREAK, "\n");
            self.rich.push(&text, self.bold > 0, self.link.as_ref());
            self.at = end;
        }
    }

    /// Leaves out a mark.
    fn skip(&mut self, mark: Range<usize>) {
        self.copy(mark.start);
        self.at = self.at.max(mark.end);
    }

    fn refuse(&mut self, what: &'static str) {
        if self.writer == Writer::Author {
            super::refuse(self.unsupported, what);
        }
    }
}

fn destination(kind: LinkType, url: &CowStr<'_>) -> String {
    if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_string() }
}

/// Tags that people write in texts.
const TAGS: [&str; 24] = [
    "a", "b", "big", "br", "center", "div", "em", "font", "h1", "h2", "h3", "hr", "i", "img", "li", "ol", "p", "small",
    "span", "strong", "sub", "sup", "u", "ul",
];

/// Whether what looks like HTML is: a tag by itself, or one whose attributes have values. `<b and c>` is text.
fn is_tag(text: &str) -> bool {
    let inner = text.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']).trim();
    let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, "="));
    TAGS.contains(&name.to_ascii_lowercase().as_str()) && attributes.contains('=')
}
