//! Which part of a document goes where: the head of the first page, and the body as bands.
//!
//! A document says what its sections are; here it is decided how they are laid out. Sheets and booklets lay bands out as
//! they are; folded leaflets and posters have one column, into which the parts of all bands go one after another.

use crate::compose::document::{Block, Document, DocumentKind, Section, SectionKind};
use crate::model::handout::SectionName;
use crate::model::text::Passage;

/// A note of more characters than this is no box: it may run over to the next page.
const LONGEST_BOX: usize = 700;

/// A stretch of the body that is laid out in one way.
#[derive(Debug)]
pub enum Band<'a> {
    /// A part over the whole width.
    Wide(BandPart<'a>),
    /// Parts that flow in level columns.
    Columns(Columns<'a>),
}

/// Level columns, with what stands over and under them.
#[derive(Debug, Default)]
pub struct Columns<'a> {
    /// Over the whole width; stays with what follows.
    pub head: Option<BandPart<'a>>,
    /// What flows.
    pub flow: Vec<BandPart<'a>>,
    /// Over the whole width, under the columns.
    pub tail: Vec<BandPart<'a>>,
}

/// A part of a band.
#[derive(Clone, Copy, Debug)]
pub enum BandPart<'a> {
    /// A section's heading, with these of its blocks under it.
    Section(&'a Section, &'a [Block]),
    /// A whole section in a quiet box.
    Boxed(&'a Section),
    /// A block of the section that the band's head is of.
    Block(&'a Block),
    /// Such blocks set close together; they may split, and what is an aside has no box.
    Close(&'a [Block]),
    /// A section's heading in a box with lines to write on.
    Ruled(&'a Section),
}

impl BandPart<'_> {
    /// Whether it is a section of its own, rather than a part of its band's.
    pub const fn has_own_section(self) -> bool {
        matches!(self, Self::Section(..) | Self::Boxed(_) | Self::Ruled(_))
    }
}

/// How high the head of the first page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// With a large title.
    Tall,
    /// With a smaller one: what is under it matters more.
    Low,
}

/// How high the head of a document's first page is.
pub const fn head(document: &Document) -> Height {
    match document.kind {
        DocumentKind::Leaflet => Height::Tall,
        DocumentKind::PersonalSheet | DocumentKind::ReadingCopy => Height::Low,
    }
}

/// The bands of a document's body, in reading order.
pub fn bands(document: &Document) -> Vec<Band<'_>> {
    let mut planner = Planner::default();
    for section in &document.sections {
        match document.kind {
            DocumentKind::ReadingCopy => planner.head_and_columns(section),
            DocumentKind::Leaflet | DocumentKind::PersonalSheet => planner.section(section, document.kind),
        }
    }
    planner.close();
    planner.bands
}

/// Bands under construction.
#[derive(Default)]
struct Planner<'a> {
    bands: Vec<Band<'a>>,
    /// The columns that still take sections.
    open: Columns<'a>,
    /// Whether these are the sections that open the leaflet.
    opening: bool,
}

impl<'a> Planner<'a> {
    fn section(&mut self, section: &'a Section, kind: DocumentKind) {
        match section.kind {
            SectionKind::Details => section.blocks.iter().for_each(|block| self.wide(BandPart::Block(block))),
            SectionKind::Note if section.blocks.is_empty() => self.wide(BandPart::Ruled(section)),
            SectionKind::Note if length(&section.blocks) <= LONGEST_BOX => self.wide(BandPart::Boxed(section)),
            SectionKind::Exercises if kind == DocumentKind::Leaflet => self.exercises(section),
            SectionKind::Exercises | SectionKind::Diary | SectionKind::Note => self.wide(whole(section)),
            SectionKind::Safety => {
                self.close();
                let flow = vec![BandPart::Close(&section.blocks)];
                self.columns(Columns { head: Some(BandPart::Section(section, &[])), flow, tail: Vec::new() });
            }
            SectionKind::Treatments => {
                self.close();
                let (under_heading, rest) = section.blocks.split_at(leading_texts(&section.blocks));
                self.open.head = Some(BandPart::Section(section, under_heading));
                self.open.flow.extend(rest.iter().map(BandPart::Block));
            }
            _ => self.flow(section),
        }
    }

    /// A part over the whole width.
    fn wide(&mut self, part: BandPart<'a>) {
        self.close();
        self.bands.push(Band::Wide(part));
    }

    fn columns(&mut self, columns: Columns<'a>) {
        self.bands.push(Band::Columns(columns));
    }

    /// A section whose heading goes over the whole width and whose blocks flow.
    fn head_and_columns(&mut self, section: &'a Section) {
        let flow = section.blocks.iter().map(BandPart::Block).collect();
        self.columns(Columns { head: Some(BandPart::Section(section, &[])), flow, tail: Vec::new() });
    }

    /// A section that flows in columns beside others.
    fn flow(&mut self, section: &'a Section) {
        let opening = matches!(
            section.kind,
            SectionKind::Causes
                | SectionKind::Prevention
                | SectionKind::More(SectionName::Causes | SectionName::Prevention)
        );
        if self.opening && !opening {
            self.close();
        }
        self.opening = opening;
        self.open.flow.push(if section.aside { BandPart::Boxed(section) } else { whole(section) });
    }

    /// Exercises: heading and intro over the whole width; picture, tips and the safety box in columns, where lines are
    /// short; cards over the whole width.
    fn exercises(&mut self, section: &'a Section) {
        self.close();
        let (under_heading, rest) = section.blocks.split_at(leading_texts(&section.blocks));
        let flowing = rest.iter().take_while(|block| !matches!(block, Block::Cards(_) | Block::Text(_))).count();
        let (flow, tail) = rest.split_at(flowing);
        self.columns(Columns {
            head: Some(BandPart::Section(section, under_heading)),
            flow: flow.iter().map(BandPart::Block).collect(),
            tail: tail.iter().map(BandPart::Block).collect(),
        });
    }

    /// Ends the open columns.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        if !open.flow.is_empty() {
            self.columns(open);
        }
        self.opening = false;
    }
}

/// A section with all of its blocks.
fn whole(section: &Section) -> BandPart<'_> {
    BandPart::Section(section, &section.blocks)
}

/// How many texts stand before anything else.
fn leading_texts(blocks: &[Block]) -> usize {
    blocks.iter().take_while(|block| matches!(block, Block::Text(_))).count()
}

/// How many characters the texts of a section have.
fn length(blocks: &[Block]) -> usize {
    fn of(passages: &[Passage]) -> usize {
        let length = |passage: &Passage| match passage {
            Passage::Paragraph(rich) => rich.text().chars().count(),
            Passage::List { items, .. } => items.iter().map(|item| of(item)).sum(),
        };
        passages.iter().map(length).sum()
    }
    blocks.iter().map(|block| if let Block::Text(passages) = block { of(passages) } else { 0 }).sum()
}
