//! A leaflet as meaning: bands of blocks in reading order, without any place on a page.

use std::sync::Arc;

use crate::art::icons::Icon;
use crate::art::{Artwork, Colour, Drawing};
use crate::model::handout::{Evidence, Stage};
use crate::model::text::{Passage, Rich};

/// A leaflet ready to be laid out.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the document says of itself.
    pub meta: Meta,
    /// Its colours.
    pub theme: Theme,
    /// The head of the first page.
    pub masthead: Masthead,
    /// The one main message.
    pub summary: Vec<Passage>,
    /// The body, in reading order.
    pub bands: Vec<Band>,
    /// Lines to write on, where a format has room for them.
    pub notes: Notes,
    /// A week to write on, where pages would be blank.
    pub week: Week,
    /// Who says so, and how to reach the clinic.
    pub imprint: Imprint,
    /// The help box. In every format, and always whole.
    pub help: HelpBox,
    /// Where the whole leaflet can be had, in a format that leaves something out.
    pub elsewhere: Option<Elsewhere>,
    /// The heading of a box that goes on on the next page, `{title}` in it.
    pub continued: &'static str,
    /// The foot of every page.
    pub foot: Foot,
}

/// What the document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The leaflet's title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// One sentence on what it is about.
    pub subject: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// The document's date, seconds since 1970-01-01 00:00 UTC.
    pub timestamp: i64,
    /// Whether text and columns run from right to left.
    pub right_to_left: bool,
}

/// The brand's colours and what is derived from them, and the families that text is set in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Masthead and icons.
    pub primary: Colour,
    /// Headings: the primary, dark enough for text on white and on a tint.
    pub heading: Colour,
    /// One thing a page.
    pub accent: Colour,
    /// Quiet panels.
    pub tint: Colour,
    /// Quiet lines.
    pub line: Colour,
    /// Running text.
    pub ink: Colour,
    /// Furniture.
    pub quiet: Colour,
    /// Family of running text.
    pub body_family: String,
    /// Family of headings.
    pub heading_family: String,
}

/// The head of the first page.
#[derive(Clone, Debug)]
pub struct Masthead {
    /// The brand's logo.
    pub logo: Option<Artwork>,
    /// The brand's name.
    pub brand: String,
    /// A few words under it.
    pub tagline: Option<String>,
    /// The leaflet's title.
    pub title: Rich,
    /// The line in the pill under the title.
    pub pill: Option<Rich>,
    /// Which weeks the ring of weeks marks, where there is no drawing.
    pub stage: Stage,
    /// A drawing of the woman at this stage; decoration.
    pub figure: Option<Arc<Drawing>>,
    /// Whether it is low, with a smaller title: what is under it matters more.
    pub low: bool,
}

/// A stretch of the body that is laid out in one way.
#[derive(Clone, Debug)]
pub enum Band {
    /// Blocks over the whole width.
    Wide(Vec<Block>),
    /// Blocks that flow in two columns and end level, under a head over the whole width.
    Columns {
        /// Over the whole width; stays with what follows.
        head: Vec<Block>,
        /// What flows.
        blocks: Vec<Block>,
        /// Over the whole width, after what flows.
        tail: Vec<Block>,
    },
}

/// Who says so, and how to reach the clinic: two sections, side by side where there is room.
#[derive(Clone, Debug)]
pub struct Imprint {
    /// Publisher, author, approvals, version and dates, with what to be warned of.
    pub about: Section,
    /// Telephone, address, other formats.
    pub contact: Section,
    /// The same as two paragraphs of small print, for formats with little room.
    pub short: Vec<Rich>,
}

/// Where the whole leaflet can be had.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// What is said of it.
    pub text: Rich,
    /// Its address, for a QR code.
    pub address: Option<String>,
    /// What the code is, in words.
    pub alt: Option<String>,
}

/// A piece of meaning.
#[derive(Clone, Debug)]
pub enum Block {
    /// The one main message.
    Summary(Vec<Passage>),
    /// A heading and what belongs under it.
    Section(Section),
    /// A smaller heading and what belongs under it.
    Group(Group),
    /// Passages of running text.
    Text(Vec<Passage>),
    /// A list of items.
    List(List),
    /// A section's picture, and what it shows in words.
    Picture(Artwork, String),
    /// Questions with their answers.
    Questions(Vec<(Rich, Vec<Passage>)>),
    /// A quiet box, which splits on no page of a sheet.
    Panel(Vec<Block>),
    /// Panels side by side, level.
    Pair(Vec<Block>, Vec<Block>),
    /// Exercises on cards, their drawings to one scale.
    Cards(Vec<ExerciseCard>),
    /// Small print, one entry a paragraph.
    SmallPrint(Vec<Rich>),
    /// Names with what belongs to each, or with a line to write it on.
    Details(Vec<Detail>),
    /// Boxes to tick, a day a column.
    Diary(Diary),
    /// A box with a heading and lines to write on.
    Ruled(Rich, usize),
    /// Blocks set as close together as in a panel; they may split.
    Close(Vec<Block>),
}

impl Block {
    /// Whether it is a section of its own, rather than a part of its band's.
    #[must_use]
    pub fn has_own_section(&self) -> bool {
        match self {
            Self::Section(_) => true,
            Self::Panel(blocks) => blocks.first().is_some_and(Self::has_own_section),
            _ => false,
        }
    }
}

/// A name and what belongs to it.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The name.
    pub name: Rich,
    /// What belongs to it; without it, a line to write on.
    pub value: Option<Rich>,
}

/// Boxes to tick, a day a column.
#[derive(Clone, Debug)]
pub struct Diary {
    /// What the rows are.
    pub what: Rich,
    /// The days.
    pub days: Vec<Rich>,
    /// What is done, a row each.
    pub rows: Vec<DiaryRow>,
}

/// What is done, with its boxes.
#[derive(Clone, Debug)]
pub struct DiaryRow {
    /// The exercise, and how often.
    pub what: Rich,
    /// How many boxes each day has.
    pub boxes: usize,
}

/// A heading and what belongs under it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The picture beside the heading.
    pub icon: Option<Icon>,
    /// The heading.
    pub title: Rich,
    /// What belongs under it.
    pub blocks: Vec<Block>,
}

/// A smaller heading and what belongs under it.
#[derive(Clone, Debug)]
pub struct Group {
    /// The heading.
    pub title: GroupTitle,
    /// What belongs under it.
    pub blocks: Vec<Block>,
}

/// A smaller heading.
#[derive(Clone, Debug)]
pub enum GroupTitle {
    /// Words.
    Words(Rich),
    /// An evidence label with its mark.
    Evidence(Evidence, Rich),
}

/// A list of items.
#[derive(Clone, Debug)]
pub struct List {
    /// What stands before each item.
    pub marker: Marker,
    /// The items.
    pub items: Vec<ListItem>,
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Nothing; the item's name leads it.
    None,
    /// A dot.
    Dot,
    /// A box to tick.
    Box,
}

/// A list item.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// Its name, printed in bold on a line of its own.
    pub name: Option<Rich>,
    /// What is said.
    pub body: Vec<Passage>,
}

/// An exercise on a card.
#[derive(Clone, Debug)]
pub struct ExerciseCard {
    /// Its name.
    pub name: Rich,
    /// Its picture, and what the picture shows in words.
    pub picture: Option<(Artwork, String)>,
    /// How to start.
    pub start: Rich,
    /// What to do, three steps at most.
    pub steps: Vec<Rich>,
    /// From when after birth it may be done, where the stage asks.
    pub from: Option<Rich>,
    /// How often and how long.
    pub dose: Rich,
    /// Changes and limits, each with whom it is for in bold.
    pub limits: Rich,
    /// When to stop.
    pub stop: Option<Rich>,
    /// What a clinician says of it to one patient, a paragraph each.
    pub personal: Vec<Rich>,
}

/// Ruled lines to write on.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The heading.
    pub title: Rich,
}

/// A week to write on.
#[derive(Clone, Debug)]
pub struct Week {
    /// The heading.
    pub title: Rich,
    /// What to write.
    pub hint: Rich,
    /// The seven days.
    pub days: Vec<Rich>,
}

/// The help box.
#[derive(Clone, Debug)]
pub struct HelpBox {
    /// The heading.
    pub title: Rich,
    /// The tiers, most urgent first.
    pub tiers: Vec<HelpTier>,
    /// A paragraph under the tiers.
    pub note: Vec<Passage>,
}

/// One tier of the help box.
#[derive(Clone, Debug)]
pub struct HelpTier {
    /// How urgent it is; decides shape and colour.
    pub urgency: Urgency,
    /// What to do.
    pub call: Rich,
    /// Whom to call.
    pub numbers: Vec<HelpNumber>,
    /// The signs, in groups.
    pub groups: Vec<SignGroup>,
}

/// Warning signs under a line of their own, or under none.
#[derive(Clone, Debug)]
pub struct SignGroup {
    /// For whom they hold, or when; empty for signs that always hold.
    pub intro: Vec<Passage>,
    /// The signs.
    pub signs: Vec<Vec<Passage>>,
}

/// A number to call.
#[derive(Clone, Debug)]
pub struct HelpNumber {
    /// Who answers; printed when a tier has several numbers, or the number is [`named`](Self::named).
    pub who: String,
    /// Whether who answers is printed in any case, since the tier's words do not tell.
    pub named: bool,
    /// The number as it is printed.
    pub number: String,
    /// Its `tel:` address.
    pub uri: String,
}

/// How urgent a tier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Call the emergency number now.
    Emergency,
    /// Call the maternity line now.
    SameDay,
    /// Book a visit.
    Routine,
}

/// The foot of every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Draft, sample: what the page must warn of.
    pub warnings: Vec<String>,
    /// Version and dates.
    pub imprint: String,
    /// The page number with `{page}` and `{pages}` in it.
    pub numbering: String,
}
