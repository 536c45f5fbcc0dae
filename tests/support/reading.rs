//! A PDF read back from its bytes alone: the structure tree with the text it reaches, and the page furniture.
//!
//! Text is taken the way a screen reader takes it: down the structure tree (ISO 32000-1, 14.7), through marked content
//! to glyph codes, and through each font's character map to characters (9.10.3); replacement text goes before that.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

use super::painted::{self, Area, Run};

/// A document as it is read aloud.
pub struct Reading {
    /// The document element.
    pub root: Node,
    /// The document's language.
    pub language: String,
    /// The furniture of each page: text that is an artifact.
    pub furniture: Vec<String>,
    /// The colours of each page, as `#rrggbb`, sorted.
    pub colours: Vec<BTreeSet<String>>,
    /// The runs of text of each page.
    pub runs: Vec<Vec<Run>>,
    /// The areas of each page's links.
    pub areas: Vec<Vec<Area>>,
    /// The document information dictionary, a line an entry.
    pub information: Vec<String>,
    /// The outline's titles, indented by level.
    pub outline: Vec<String>,
}

/// A structure element.
#[derive(Debug)]
pub struct Node {
    /// Structure type.
    pub role: String,
    /// `Alt`.
    pub alt: Option<String>,
    /// `ActualText`.
    pub actual_text: Option<String>,
    /// `Lang`.
    pub language: Option<String>,
    /// How a list is numbered.
    pub numbering: Option<String>,
    /// Where a link leads.
    pub uri: Option<String>,
    /// The structure parent keys of a link's annotations.
    pub annotations: Vec<i64>,
    /// Which cells a heading of a table is for.
    pub scope: Option<String>,
    /// What it holds, in reading order.
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Kid {
    /// Another element.
    Node(Node),
    /// Text on a page.
    Text {
        /// Index of the page.
        page: usize,
        /// The characters.
        text: String,
        /// The number of its marked content.
        mark: i64,
    },
}

/// An element that holds text, links and spans, but no other block.
#[derive(Debug)]
pub struct Block {
    /// Structure types from the document down to the block.
    pub path: Vec<String>,
    /// Text with the page it stands on; white space is made plain.
    pub parts: Vec<(usize, String)>,
}

impl Block {
    /// The block's structure type.
    pub fn role(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// All its text, white space made plain.
    pub fn text(&self) -> String {
        plain(&self.parts.iter().map(|(_, text)| text.as_str()).collect::<String>())
    }
}

/// Text with each stretch of white space as one space.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Reading {
    /// Reads a PDF.
    pub fn of(pdf: &[u8]) -> Self {
        let document = Document::load_mem(pdf).expect("a readable PDF");
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let content: Vec<PageContent> = pages.iter().map(|&page| page_content(&document, page)).collect();
        let catalog = document.catalog().expect("a catalog");
        let tree = follow(&document, catalog.get(b"StructTreeRoot").expect("a structure tree"));
        let reader = Reader { document: &document, pages: &pages, content: &content };
        let kids = list(&document, tree.get(b"K").expect("a document element"));
        assert_eq!(kids.len(), 1, "one document element");
        let root = reader.node(kids[0].as_reference().expect("a reference"));
        let language = String::from_utf8_lossy(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"));
        let mut outline = Vec::new();
        if let Ok(outlines) = catalog.get(b"Outlines") {
            outline_entries(&document, follow(&document, outlines), 0, &mut outline);
        }
        Self {
            root,
            language: language.into_owned(),
            furniture: content.iter().map(|page| plain(page.furniture.trim_end_matches('|'))).collect(),
            colours: content.into_iter().map(|page| page.colours).collect(),
            runs: painted::runs(&document),
            areas: painted::areas(&document),
            information: information(&document),
            outline,
        }
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.root.blocks(&mut Vec::new(), &mut blocks);
        blocks
    }

    /// The text of each page, a block a line, and its furniture.
    pub fn text(&self) -> String {
        let mut pages: Vec<String> = vec![String::new(); self.furniture.len()];
        for block in self.blocks() {
            let mut by_page: BTreeMap<usize, String> = BTreeMap::new();
            for (page, text) in block.parts {
                by_page.entry(page).or_default().push_str(&text);
            }
            for (page, text) in by_page {
                let _ = writeln!(pages[page], "{}", plain(&text));
            }
        }
        let mut text = String::new();
        for (index, (page, furniture)) in pages.iter().zip(&self.furniture).enumerate() {
            let _ = write!(text, "== page {}\n{page}-- foot: {furniture}\n", index + 1);
        }
        text
    }

    /// The colours of each page.
    pub fn colours(&self) -> String {
        let line = |(number, colours): (usize, &BTreeSet<String>)| {
            let colours: Vec<&str> = colours.iter().map(String::as_str).collect();
            format!("page {number}: {}\n", colours.join(" "))
        };
        (1..).zip(&self.colours).map(line).collect()
    }

    /// The colours of each block's text, with what it stands on.
    pub fn block_colours(&self) -> String {
        let mut text = String::new();
        self.root.colours(self, &mut text);
        text
    }

    /// What the document says of itself, its outline, and the structure tree, an element a line, with the beginning of
    /// its text.
    pub fn tags(&self) -> String {
        let mut tags = format!("language: {}\n", self.language);
        for line in self.information.iter().chain(&self.outline) {
            let _ = writeln!(tags, "{line}");
        }
        self.root.tags(0, &mut tags);
        tags
    }
}

impl Node {
    /// Whether it is part of a line rather than a block.
    fn is_inline(&self) -> bool {
        matches!(self.role.as_str(), "Span" | "Link")
    }

    fn holds_text(&self) -> bool {
        self.kids.iter().any(|kid| match kid {
            Kid::Node(node) => node.is_inline(),
            Kid::Text { .. } => true,
        })
    }

    /// The text it holds itself or in spans and links, with pages.
    fn parts(&self) -> Vec<(usize, String)> {
        let mut parts = Vec::new();
        for kid in &self.kids {
            match kid {
                Kid::Text { page, text, .. } => parts.push((*page, text.clone())),
                Kid::Node(node) if node.is_inline() => parts.extend(node.parts()),
                Kid::Node(_) => {}
            }
        }
        match (&self.actual_text, parts.first()) {
            (Some(text), Some((page, _))) => vec![(*page, text.clone())],
            _ => parts,
        }
    }

    fn blocks(&self, path: &mut Vec<String>, blocks: &mut Vec<Block>) {
        path.push(self.role.clone());
        if self.holds_text() {
            blocks.push(Block { path: path.clone(), parts: self.parts() });
        }
        for kid in &self.kids {
            match kid {
                Kid::Node(node) if !node.is_inline() => node.blocks(path, blocks),
                _ => {}
            }
        }
        path.pop();
    }

    /// The colours of its text in the order of the pages, each as `ink on ground`, a line a block.
    fn colours(&self, reading: &Reading, lines: &mut String) {
        const SNIPPET: usize = 24;
        if self.holds_text() && !self.is_inline() {
            let mut colours: Vec<String> = Vec::new();
            for run in self.runs(reading) {
                let colour = format!("{} on {}", run.ink, run.ground);
                if !colours.contains(&colour) {
                    colours.push(colour);
                }
            }
            let text = plain(&self.parts().into_iter().map(|(_, text)| text).collect::<String>());
            let start: String = text.chars().take(SNIPPET).collect();
            let _ = writeln!(lines, "{} {start:?}: {}", self.role, colours.join(", "));
        }
        for kid in &self.kids {
            if let Kid::Node(node) = kid {
                node.colours(reading, lines);
            }
        }
    }

    /// The runs of text that it holds itself or in spans and links.
    pub fn runs<'a>(&self, reading: &'a Reading) -> Vec<&'a Run> {
        let mut runs = Vec::new();
        for kid in &self.kids {
            match kid {
                Kid::Text { page, mark, .. } => {
                    runs.extend(reading.runs[*page].iter().filter(|run| run.mark == Some(*mark)));
                }
                Kid::Node(node) if node.is_inline() => runs.extend(node.runs(reading)),
                Kid::Node(_) => {}
            }
        }
        runs
    }

    /// Every element under it, itself first, in reading order.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for kid in &self.kids {
            if let Kid::Node(node) = kid {
                all.extend(node.all());
            }
        }
        all
    }

    /// All text under it, blocks and lines joined by spaces.
    pub fn text(&self) -> String {
        let mut blocks = Vec::new();
        self.blocks(&mut Vec::new(), &mut blocks);
        if self.is_inline() {
            return plain(&self.parts().into_iter().map(|(_, text)| text).collect::<String>());
        }
        blocks.iter().map(Block::text).collect::<Vec<_>>().join(" ")
    }

    fn tags(&self, depth: usize, tags: &mut String) {
        const SNIPPET: usize = 44;
        let _ = write!(tags, "{:indent$}{}", "", self.role, indent = depth);
        for (name, value) in [("numbering", &self.numbering), ("lang", &self.language), ("uri", &self.uri)] {
            if let Some(value) = value {
                let _ = write!(tags, " {name}={value}");
            }
        }
        if let Some(alt) = &self.alt {
            let _ = write!(tags, " alt={alt:?}");
        }
        if self.holds_text() {
            let text = plain(&self.parts().into_iter().map(|(_, text)| text).collect::<String>());
            let start: String = text.chars().take(SNIPPET).collect();
            let more = if start.len() < text.len() { "…" } else { "" };
            let replaced = if self.actual_text.is_some() { " (actual text)" } else { "" };
            let _ = write!(tags, ": {start}{more}{replaced}");
        }
        tags.push('\n');
        for kid in &self.kids {
            match kid {
                // A span only tells a part of what its block tells already.
                Kid::Node(node)
                    if node.role == "Span" && node.kids.iter().all(|kid| matches!(kid, Kid::Text { .. })) => {}
                Kid::Node(node) => node.tags(depth + 1, tags),
                Kid::Text { .. } => {}
            }
        }
    }
}

/// The text of a page's marked content.
#[derive(Default)]
struct PageContent {
    marks: BTreeMap<i64, String>,
    furniture: String,
    unmarked: String,
    colours: BTreeSet<String>,
}

/// The innermost marked content that text belongs to.
#[derive(Clone, Copy)]
enum Mark {
    Element(i64),
    Artifact,
    None,
}

fn page_content(document: &Document, page: ObjectId) -> PageContent {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
        fonts.into_iter().map(|(name, font)| (name, character_map(document, font))).collect();
    let nothing = BTreeMap::new();
    let mut map = &nothing;
    let mut content = PageContent::default();
    let mut stack = Vec::new();
    for operation in document.get_and_decode_page_content(page).expect("content").operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" => stack.push(Mark::Artifact),
            "BDC" => stack.push(match operands[1].as_dict().and_then(|entries| entries.get(b"MCID")) {
                Ok(number) => Mark::Element(number.as_i64().expect("a number")),
                Err(_) => Mark::Artifact,
            }),
            "rg" | "RG" => drop(content.colours.insert(colour(operands))),
            "EMC" => drop(stack.pop()),
            "Tf" => map = maps.get(operands[0].as_name().expect("a name")).expect("a font of the page"),
            // Furniture has no elements to tell its runs apart.
            "Td" if content.furniture.ends_with(|last| last != '|') => content.furniture.push('|'),
            "Tj" | "TJ" => {
                let text = shown(&operands[0], map);
                match stack.last().copied().unwrap_or(Mark::None) {
                    Mark::Element(number) => content.marks.entry(number).or_default().push_str(&text),
                    Mark::Artifact => content.furniture.push_str(&text),
                    Mark::None => content.unmarked.push_str(&text),
                }
            }
            _ => {}
        }
    }
    assert!(content.unmarked.is_empty(), "text outside marked content: {:?}", content.unmarked);
    content
}

/// A colour given in parts of one.
pub fn colour(operands: &[Object]) -> String {
    let channel = |operand: &Object| (operand.as_float().expect("a number") * 255.0).round() as u8;
    let hex = operands.iter().map(|operand| format!("{:02x}", channel(operand)));
    format!("#{}", hex.collect::<String>())
}

/// The entries of the document information dictionary (ISO 32000-1, 14.3.3).
fn information(document: &Document) -> Vec<String> {
    let entries = follow(document, document.trailer.get(b"Info").expect("information"));
    let line = |(key, value): (&Vec<u8>, &Object)| {
        let value = decode_text_string(value).expect("a text");
        format!("{}: {value}", String::from_utf8_lossy(key))
    };
    let mut lines: Vec<String> = entries.iter().map(line).collect();
    lines.sort();
    lines
}

/// The titles under an outline entry (ISO 32000-1, 12.3.3).
fn outline_entries(document: &Document, parent: &Dictionary, depth: usize, lines: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok();
    while let Some(entry) = next {
        let entry = follow(document, entry);
        let title = entry.get(b"Title").and_then(decode_text_string).expect("a title");
        lines.push(format!("outline:{:indent$} {title}", "", indent = depth));
        outline_entries(document, entry, depth + 1, lines);
        next = entry.get(b"Next").ok();
    }
}

/// The characters of a shown string, or of the strings in an array.
pub fn shown(operand: &Object, map: &BTreeMap<u16, String>) -> String {
    match operand {
        Object::String(bytes, _) => {
            let code = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
            bytes.chunks_exact(2).filter_map(|pair| map.get(&code(pair))).map(String::as_str).collect()
        }
        Object::Array(parts) => parts.iter().map(|part| shown(part, map)).collect(),
        _ => String::new(),
    }
}

/// A font's `ToUnicode` map (ISO 32000-1, 9.10.3).
pub fn character_map(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a character map");
    let stream = document.get_object(stream).and_then(Object::as_stream).expect("a stream");
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut map = BTreeMap::new();
    for (begin, end, is_range) in [("beginbfchar", "endbfchar", false), ("beginbfrange", "endbfrange", true)] {
        for section in text.split(begin).skip(1) {
            let section = section.split(end).next().unwrap_or_default();
            for line in section.lines() {
                add_entry(line, is_range, &mut map);
            }
        }
    }
    map
}

/// Adds `<code> <text>`, `<first> <last> <text>` or `<first> <last> [<text> …]`.
fn add_entry(line: &str, is_range: bool, map: &mut BTreeMap<u16, String>) {
    let strings: Vec<Vec<u16>> = line
        .split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
        .map(|hex| {
            let hex: Vec<char> = hex.chars().filter(|c| c.is_ascii_hexdigit()).collect();
            hex.chunks(4).filter_map(|four| u16::from_str_radix(&four.iter().collect::<String>(), 16).ok()).collect()
        })
        .collect();
    let text = |units: &[u16]| String::from_utf16(units).expect("UTF-16");
    match (is_range, strings.as_slice()) {
        (false, [code, units]) => drop(map.insert(code[0], text(units))),
        (true, [first, last, units]) if !line.contains('[') => {
            for (step, code) in (first[0]..=last[0]).enumerate() {
                let mut units = units.clone();
                *units.last_mut().expect("text") += step as u16;
                map.insert(code, text(&units));
            }
        }
        (true, [first, _, texts @ ..]) => {
            for (code, units) in (first[0]..).zip(texts) {
                map.insert(code, text(units));
            }
        }
        _ => {}
    }
}

struct Reader<'a> {
    document: &'a Document,
    pages: &'a [ObjectId],
    content: &'a [PageContent],
}

impl Reader<'_> {
    fn node(&self, id: ObjectId) -> Node {
        let element = self.document.get_dictionary(id).expect("a structure element");
        let home = element.get(b"Pg").and_then(Object::as_reference).ok();
        let words = |key: &[u8]| element.get(key).ok().map(|value| decode_text_string(value).expect("a text"));
        let mut node = Node {
            role: String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).expect("a type")).into_owned(),
            alt: words(b"Alt"),
            actual_text: words(b"ActualText"),
            language: words(b"Lang"),
            numbering: self.attribute(element, b"ListNumbering"),
            uri: None,
            annotations: Vec::new(),
            scope: self.attribute(element, b"Scope"),
            kids: Vec::new(),
        };
        let kids = element.get(b"K").map(|kids| list(self.document, kids)).unwrap_or_default();
        for kid in kids {
            match kid {
                Object::Integer(number) => node.kids.push(self.text(home.expect("a page"), number)),
                Object::Reference(id) => node.kids.push(Kid::Node(self.node(id))),
                Object::Dictionary(kid) => self.reference(&kid, &mut node),
                other => panic!("an odd kid: {other:?}"),
            }
        }
        node
    }

    /// Marked content on another page, or an annotation.
    fn reference(&self, kid: &Dictionary, node: &mut Node) {
        if let Ok(number) = kid.get(b"MCID").and_then(Object::as_i64) {
            let page = kid.get(b"Pg").and_then(Object::as_reference).expect("a page");
            node.kids.push(self.text(page, number));
        } else {
            let annotation = follow(self.document, kid.get(b"Obj").expect("an annotation"));
            let action = follow(self.document, annotation.get(b"A").expect("an action"));
            node.annotations.extend(annotation.get(b"StructParent").and_then(Object::as_i64));
            node.uri = action.get(b"URI").ok().map(|uri| decode_text_string(uri).expect("a text"));
        }
    }

    fn text(&self, page: ObjectId, number: i64) -> Kid {
        let page = self.pages.iter().position(|&other| other == page).expect("a page of the document");
        let text = self.content[page].marks.get(&number).cloned().unwrap_or_default();
        Kid::Text { page, text, mark: number }
    }

    /// A value of the element's attributes.
    fn attribute(&self, element: &Dictionary, key: &[u8]) -> Option<String> {
        let attributes = follow(self.document, element.get(b"A").ok()?);
        let name = attributes.get(key).and_then(Object::as_name).ok()?;
        Some(String::from_utf8_lossy(name).into_owned())
    }
}

/// A dictionary, itself or behind a reference.
pub fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    let (_, object) = document.dereference(object).expect("an object");
    object.as_dict().expect("a dictionary")
}

/// An array's entries, or the one object.
pub fn list(document: &Document, object: &Object) -> Vec<Object> {
    match object {
        Object::Array(entries) => entries.clone(),
        Object::Reference(id) => match document.get_object(*id) {
            Ok(Object::Array(entries)) => entries.clone(),
            _ => vec![object.clone()],
        },
        other => vec![other.clone()],
    }
}
