//! YAML text to a tree that remembers where everything stands.
//!
//! What comes in is any text; what goes out is a tree of maps, lists and scalars with byte ranges, or findings in plain
//! words. The tree is small (see [`MAX_BYTES`], [`MAX_DEPTH`], [`MAX_NODES`]) and has no references, so that nothing
//! in it can grow. Types are not guessed here: a scalar keeps its text, and whoever reads it says what it must be.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span};

use super::{codes, foreign, slips};
use crate::diag::{Finding, Place, Severity, Source};

/// The longest YAML file that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// The deepest nesting of lists and maps.
pub const MAX_DEPTH: usize = 64;
/// The most keys, lists, maps and scalars in one file.
pub const MAX_NODES: usize = 50_000;
/// The most findings that are collected for one file.
pub const MAX_FINDINGS: usize = 100;

/// One map, list or scalar and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Byte range in the source.
    pub span: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A text, with or without quotes; numbers and `true` are texts too until a type asks for more.
    Scalar {
        /// The text, escapes resolved.
        text: String,
        /// Whether it was written without quotes and not as a block.
        plain: bool,
    },
    /// A list.
    Seq(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<(Key, Node)>),
    /// Something that was reported already and says nothing more.
    Invalid,
}

/// A key of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key's text.
    pub text: String,
    /// Byte range in the source.
    pub span: Range<usize>,
    /// Whether it was written without quotes.
    pub plain: bool,
}

/// A tree with what was found on the way.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The whole document.
    pub root: Node,
    /// Mistakes and warnings that did not stop the reading.
    pub findings: Vec<Finding>,
}

impl Node {
    /// The node's place, from its start to the end of that line at most.
    #[must_use]
    pub fn place(&self, source: &Arc<Source>) -> Place {
        first_line(source, self.span.clone())
    }

    /// The text of the part called `name`, when this is a map and that part is one text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let Value::Map(entries) = &self.value else { return None };
        let (_, node) = entries.iter().find(|(key, _)| key.text == name)?;
        if let Value::Scalar { text, .. } = &node.value { Some(text) } else { None }
    }
}

/// The finding for a file that is too long to be read; callers check the size before reading it.
#[must_use]
pub fn too_large(name: &str) -> Finding {
    Finding::error(codes::TOO_MUCH, format!("{name} is larger than {} MB", MAX_BYTES / 1_000_000))
        .help("a leaflet's text is far shorter; pictures and other files belong beside it, not in it")
}

/// The tree of `source`.
///
/// # Errors
/// Findings, when the text is too long, not YAML, or empty.
pub fn parse(source: &Arc<Source>) -> Result<Parsed, Vec<Finding>> {
    if source.text.len() > MAX_BYTES {
        return Err(vec![too_large(&source.name)]);
    }
    let hidden = foreign::control_characters(source);
    if !hidden.is_empty() {
        return Err(hidden);
    }
    let mut builder = Builder::new(source);
    for event in Parser::new_from_str_with_options(&source.text, options()) {
        let step = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => Err(slips::explain(&error, source, &builder.reached())),
        };
        if let Err(finding) = step {
            builder.report_end(finding);
            return Err(builder.findings);
        }
    }
    builder.finish()
}

fn options() -> Options {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.disallow_directives = true;
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options
}

/// A place within `source` whatever the range, on character boundaries.
pub(super) fn place(source: &Arc<Source>, span: Range<usize>) -> Place {
    let floor = |offset: usize| (0..=offset.min(source.text.len())).rev().find(|at| source.text.is_char_boundary(*at));
    let start = floor(span.start).unwrap_or(0);
    let end = floor(span.end).unwrap_or(0).max(start);
    Place { source: Arc::clone(source), span: start..end }
}

/// The part of `span` on its first line, without space at its end, and no longer than can be shown.
pub(super) fn first_line(source: &Arc<Source>, span: Range<usize>) -> Place {
    const LONGEST: usize = 200;
    let mut place = place(source, span);
    let text = &source.text[place.span.clone()];
    let line = text.lines().next().unwrap_or("").trim_end();
    let shown = line.char_indices().nth(LONGEST).map_or(line.len(), |(end, _)| end);
    place.span.end = place.span.start + shown;
    place
}

/// A list or map whose end has not been read yet.
struct Frame {
    start: usize,
    end: usize,
    /// Reported already: its content is not worth checking.
    broken: bool,
    content: Content,
}

enum Content {
    Seq(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, pending: Pending, first_lines: HashMap<String, usize> },
}

/// What a map waits for.
enum Pending {
    Key,
    Value(Key),
    /// The value of a key that was reported.
    Skipped,
}

struct Builder<'s> {
    source: &'s Arc<Source>,
    findings: Vec<Finding>,
    stack: Vec<Frame>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    /// End of the last thing that was read.
    last_end: usize,
}

impl<'s> Builder<'s> {
    fn new(source: &'s Arc<Source>) -> Self {
        Self { source, findings: Vec::new(), stack: Vec::new(), root: None, documents: 0, nodes: 0, last_end: 0 }
    }

    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), Finding> {
        let range = place(self.source, span.byte_range().unwrap_or(0..0)).span;
        if event.is_node() {
            self.count(&range)?;
        }
        match event {
            Event::DocumentStart(..) => self.document(&range)?,
            Event::Anchor(..) => self.anchor(&range),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.report(slips::reference(self.source, range.start));
                self.add(Node { span: range.clone(), value: Value::Invalid }, span.start.line());
            }
            Event::Scalar(text, style, _, _) => {
                let tagged = self.tag(span);
                let mut node = self.scalar(text.into_owned(), style, &range);
                if tagged {
                    node.value = Value::Invalid;
                }
                self.add(node, span.start.line());
            }
            Event::SequenceStart(..) => self.open(Content::Seq(Vec::new()), &range, span),
            Event::MappingStart(..) => {
                let content = Content::Map { entries: Vec::new(), pending: Pending::Key, first_lines: HashMap::new() };
                self.open(content, &range, span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&range, span.start.line()),
            _ => {}
        }
        self.last_end = self.last_end.max(range.end);
        Ok(())
    }

    fn report(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    fn reached(&self) -> slips::Reached {
        let is_bracket = |start: &usize| self.source.text[*start..].starts_with(['[', '{']);
        let bracket = self.stack.iter().map(|frame| frame.start).find(is_bracket);
        slips::Reached { last_end: self.last_end, bracket }
    }

    /// Reports what stopped the reading, unless the same place was reported before.
    fn report_end(&mut self, finding: Finding) {
        let start = |finding: &Finding| finding.place.as_ref().map(|place| place.span.start);
        if !self.findings.iter().any(|known| known.place.is_some() && start(known) == start(&finding)) {
            self.findings.push(finding);
        }
    }

    fn count(&mut self, range: &Range<usize>) -> Result<(), Finding> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let place = first_line(self.source, range.start..self.source.text.len());
            return Err(Finding::error(codes::TOO_MUCH, "the file has too many entries")
                .at(&place, format!("the first {MAX_NODES} end here"))
                .help("split it into several files"));
        }
        if self.stack.len() >= MAX_DEPTH {
            return Err(slips::too_deep(self.source, range.start));
        }
        Ok(())
    }

    fn document(&mut self, range: &Range<usize>) -> Result<(), Finding> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        Err(Finding::error(codes::SEVERAL_DOCUMENTS, "a second document starts in this file")
            .at(&first_line(self.source, range.clone()), "everything below this line would be left out")
            .help("delete this line, or move what is below it to a file of its own"))
    }

    /// Reports an anchor; the node it belongs to was read just before.
    fn anchor(&mut self, range: &Range<usize>) {
        self.report(slips::reference(self.source, range.start));
    }

    fn tag(&mut self, span: &Span) -> bool {
        let Some(start) = span.tag_start().and_then(|mark| mark.byte_offset()) else { return false };
        self.report(slips::reference(self.source, start));
        true
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, range: &Range<usize>) -> Node {
        let plain = style == ScalarStyle::Plain;
        let node = |value| Node { span: range.clone(), value };
        if !plain {
            return node(Value::Scalar { text, plain });
        }
        // `Null` is left out of what YAML has for nothing: it is a family name.
        if matches!(text.as_str(), "" | "~" | "null" | "NULL") {
            let Some(finding) = slips::nothing_but_comment(self.source, self.last_end..range.start) else {
                return Node { span: self.empty_span(range), value: Value::Null };
            };
            self.report(finding);
            return node(Value::Invalid);
        }
        if let Some(finding) = foreign::in_text(self.source, range, &text) {
            let is_text = finding.severity < Severity::Error;
            self.report(finding);
            if !is_text {
                return node(Value::Invalid);
            }
        }
        if let Some(finding) = slips::cut_by_comment(self.source, range) {
            self.report(finding);
        }
        if let Some(finding) = slips::joined_line(self.source, range) {
            self.report(finding);
        }
        node(Value::Scalar { text, plain })
    }

    /// Where an empty value stands: at its hyphen, if it has one.
    fn empty_span(&self, range: &Range<usize>) -> Range<usize> {
        let gap = self.source.text.get(self.last_end..range.start).unwrap_or("");
        let hyphen = self.last_end + gap.len() - gap.trim_start().len();
        if gap.trim_start().starts_with('-') { hyphen..hyphen + 1 } else { range.clone() }
    }

    fn open(&mut self, content: Content, range: &Range<usize>, span: &Span) {
        let broken = self.tag(span);
        self.stack.push(Frame { start: range.start, end: range.end, broken, content });
    }

    fn close(&mut self, range: &Range<usize>, line: usize) {
        let Some(frame) = self.stack.pop() else { return };
        // The end of a block is only noticed at the next token: its last entry's end is nearer the truth.
        let end = if range.is_empty() { frame.end } else { range.end };
        let value = match frame.content {
            _ if frame.broken => Value::Invalid,
            Content::Seq(items) => Value::Seq(items),
            Content::Map { entries, .. } => Value::Map(entries),
        };
        self.add(Node { span: frame.start..end.max(frame.start), value }, line);
    }

    fn add(&mut self, node: Node, line: usize) {
        let source = self.source;
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        frame.end = frame.end.max(node.span.end);
        let Content::Map { entries, pending, first_lines } = &mut frame.content else {
            if let Content::Seq(items) = &mut frame.content {
                items.push(node);
            }
            return;
        };
        match std::mem::replace(pending, Pending::Key) {
            Pending::Value(key) => entries.push((key, node)),
            Pending::Skipped => {}
            Pending::Key => {
                let finding = match into_key(node, source, frame.start) {
                    Ok(key) => match first_lines.get(&key.text) {
                        Some(first) => Some(duplicate(source, &key, *first)),
                        None => {
                            first_lines.insert(key.text.clone(), line);
                            *pending = Pending::Value(key);
                            return;
                        }
                    },
                    Err(finding) => {
                        frame.broken = true;
                        finding
                    }
                };
                *pending = Pending::Skipped;
                finding.into_iter().for_each(|finding| self.report(finding));
            }
        }
    }

    fn finish(mut self) -> Result<Parsed, Vec<Finding>> {
        match self.root.take() {
            Some(root) if root.value != Value::Null => Ok(Parsed { root, findings: self.findings }),
            _ => {
                self.findings.push(
                    Finding::error(codes::EMPTY, format!("{} is empty", self.source.name))
                        .help("`handout new` makes a folder with an example to start from"),
                );
                Err(self.findings)
            }
        }
    }
}

/// The key that `node` is, or why it cannot be one; `None` when that was said already.
fn into_key(node: Node, source: &Arc<Source>, map_start: usize) -> Result<Key, Option<Finding>> {
    match node.value {
        Value::Scalar { text, plain: true } if text == "<<" => Err(Some(slips::reference(source, node.span.start))),
        Value::Scalar { text, plain } => match foreign::in_key(source, &node.span).filter(|_| plain) {
            Some(finding) => Err(Some(finding)),
            None => Ok(Key { text, span: node.span, plain }),
        },
        Value::Invalid => Err(None),
        _ => Err(Some(slips::key_not_text(source, map_start, &node.span))),
    }
}

fn duplicate(source: &Arc<Source>, key: &Key, first: usize) -> Finding {
    Finding::error(codes::DUPLICATE_KEY, format!("`{}` stands here twice", key.text))
        .at(&first_line(source, key.span.clone()), format!("the first one is in line {first}"))
        .help("keep one of them; of two lists, move the entries into one")
}
