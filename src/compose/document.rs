//! A leaflet as meaning: sections of blocks in reading order, without any place on a page.

use std::ops::RangeInclusive;
use std::sync::Arc;

pub use crate::topic::Urgency;

use crate::art::icons::Icon;
use crate::art::{Artwork, Colour, Drawing};
use crate::model::handout::{Evidence, SectionName};
use crate::model::text::{Passage, Rich};

/// A leaflet, a personal sheet or a reading copy, ready to be laid out.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// What the document says of itself.
    pub meta: Meta,
    /// Its colours.
    pub theme: Theme,
    /// The head of the first page.
    pub masthead: Masthead,
    /// The one main message.
    pub summary: Vec<Passage>,
    /// The body, in reading order.
    pub sections: Vec<Section>,
    /// What stands over lines to write on.
    pub notes: Notes,
    /// A week to write on.
    pub week: Week,
    /// Who says so, and how to reach the clinic.
    pub imprint: Imprint,
    /// The help box, which every format holds whole. Only a reading copy has none: its warning signs stand among its texts.
    pub help: HelpBox,
    /// Where the whole leaflet can be had, in a format that leaves something out.
    pub elsewhere: Option<Elsewhere>,
    /// The heading over what continues on the next page, with `{title}` in it.
    pub continued: String,
    /// The foot of every page.
    pub foot: Foot,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// A handout for everyone.
    Leaflet,
    /// A handout for one patient, with her exercises.
    PersonalSheet,
    /// All texts of leaflets, for a clinician to approve.
    ReadingCopy,
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
    /// Marks the main message.
    pub accent: Colour,
    /// The ground of boxes and pictures.
    pub tint: Colour,
    /// Rules and outlines.
    pub line: Colour,
    /// Running text.
    pub ink: Colour,
    /// The page foot.
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
    /// The line under the title.
    pub subtitle: Option<Rich>,
    /// The weeks of pregnancy that the document is for, of forty; nothing where they do not matter.
    pub weeks: Option<RangeInclusive<u8>>,
    /// A drawing of the woman at this stage; decoration.
    pub figure: Option<Arc<Drawing>>,
}

/// Who says so, and how to reach the clinic.
#[derive(Clone, Debug)]
pub struct Imprint {
    /// Publisher, author, approvals, version and dates, with what to be warned of.
    pub about: Section,
    /// Telephone, address, other formats.
    pub contact: Section,
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
    /// A smaller heading and what belongs under it.
    Group(Group),
    /// Passages of running text.
    Text(Vec<Passage>),
    /// A list of items.
    List(List),
    /// A picture, and what it shows in words.
    Picture(Artwork, String),
    /// Questions with their answers.
    Questions(Vec<(Rich, Vec<Passage>)>),
    /// What stands apart from the text around it, such as a list of the safety box.
    Aside(Vec<Block>),
    /// Exercises.
    Cards(Vec<ExerciseCard>),
    /// Sources, one an entry.
    Sources(Vec<Rich>),
    /// Names with their values.
    Details(Vec<Detail>),
    /// A diary to fill in.
    Diary(Diary),
}

/// A name with its value.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The name.
    pub name: Rich,
    /// The value; without one, it is to be written by hand.
    pub value: Option<Rich>,
}

/// A diary: what is done on which days.
#[derive(Clone, Debug)]
pub struct Diary {
    /// The heading of the rows.
    pub what: Rich,
    /// The days.
    pub days: Vec<Rich>,
    /// What is done, a row each.
    pub rows: Vec<DiaryRow>,
}

/// What is done, and how often.
#[derive(Clone, Debug)]
pub struct DiaryRow {
    /// The exercise, and how often.
    pub what: Rich,
    /// How many times a day, each a box to tick.
    pub boxes: usize,
}

/// A part of the body, under a heading of its own if it has one.
#[derive(Clone, Debug)]
pub struct Section {
    /// Which part it is.
    pub kind: SectionKind,
    /// Whether it stands apart from the text around it.
    pub aside: bool,
    /// The icon beside the heading.
    pub icon: Option<Icon>,
    /// The heading.
    pub title: Option<Rich>,
    /// What belongs under it.
    pub blocks: Vec<Block>,
}

/// Which part of a document a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// Why it hurts.
    Causes,
    /// What she can do herself.
    Prevention,
    /// What may be done, by how good the evidence is.
    Treatments,
    /// Exercises: an intro, a picture, tips, the safety box, cards, and others by name.
    Exercises,
    /// Questions with their answers.
    Questions,
    /// A section of the handout's own, after one of those that all handouts have.
    More(SectionName),
    /// Where it comes from.
    Sources,
    /// Whom a personal sheet is for; it has no heading.
    Details,
    /// When she has exercised.
    Diary,
    /// What the clinician wrote to her; without blocks, it is to be written by hand.
    Note,
    /// The safety box of a personal sheet.
    Safety,
    /// Texts to approve.
    Texts,
    /// A part of the imprint.
    Imprint,
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
    /// How items are marked.
    pub marker: Marker,
    /// The items.
    pub items: Vec<ListItem>,
}

/// How list items are marked.
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
    /// Who answers; printed when a tier has several numbers, or when [`named`](Self::named) says so.
    pub who: String,
    /// Whether to print who answers even for a single number, since the tier's words do not say.
    pub named: bool,
    /// The number as it is printed.
    pub number: String,
    /// Its `tel:` address.
    pub uri: String,
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
