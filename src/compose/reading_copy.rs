//! A reading copy: everything that clinicians are asked to approve, numbered, with its sources and what has changed.
//!
//! In come handouts with their approved texts ([`crate::model::approval::text`]); out goes a document for plain pages.
//! Each entry is made from the very lines that the hash of an approval is of, so that nothing can be approved which the
//! copy does not show. An exercise or a text of the topic that several leaflets print stands in it once.

mod entries;

use std::collections::{BTreeMap, BTreeSet};

use super::document::{
    Block, Document, DocumentKind, Foot, Group, GroupTitle, HelpBox, Imprint, Masthead, Meta, Notes, Section,
};
use super::document::{SectionKind, Theme, Week};
use super::leaflet::section;
use super::pictures::Pictures;
use crate::art::Artwork;
use crate::art::icons::Icon;
use crate::language::{self, Language};
use crate::model::approval::{Review, Standing};
use crate::model::brand::Brand;
use crate::model::handout::Handout;
use crate::model::sources::Sources;
use crate::model::text::{Passage, Rich, Values};
use entries::{Line, Part};

/// A leaflet in a reading copy.
#[derive(Clone, Debug)]
pub struct CopyLeaflet<'a> {
    /// Its name, such as `third-trimester`.
    pub name: &'a str,
    /// What it says.
    pub handout: &'a Handout,
    /// The text that is approved.
    pub text: &'a str,
    /// How its approvals stand.
    pub standing: Standing<'a>,
    /// What has changed since the last approval, a line each; `None` when nobody has approved it yet.
    pub changes: Option<Vec<String>>,
    /// Its drawings.
    pub pictures: Pictures,
}

/// What leaflets print of their topic, in a reading copy.
#[derive(Clone, Debug)]
pub struct CopyTopic<'a> {
    /// The text that is approved.
    pub text: String,
    /// How its approvals stand.
    pub standing: Standing<'a>,
    /// What has changed since the last approval, a line each; `None` when nobody has approved it yet.
    pub changes: Option<Vec<String>>,
}

/// What a reading copy is made of.
#[derive(Clone, Copy, Debug)]
pub struct CopyInput<'a> {
    /// The leaflets, all in one language.
    pub leaflets: &'a [CopyLeaflet<'a>],
    /// What they print of their topic.
    pub topic: Option<&'a CopyTopic<'a>>,
    /// The brand whose words and numbers are filled in.
    pub brand: &'a Brand,
    /// The language of the leaflets, as they are printed under the brand.
    pub language: &'a Language,
    /// The brand's logo.
    pub logo: Option<&'a Artwork>,
    /// The brand's colours and families.
    pub theme: &'a Theme,
    /// The sources.
    pub sources: &'a Sources,
    /// The code of the copy, by which `handout approve --all` knows it again.
    pub code: &'a str,
    /// The document's date, seconds since 1970; without one, the last day on which one of the handouts was published.
    pub timestamp: Option<i64>,
}

/// What stands at the foot of every page.
const FOOT: &str = "Reading copy for clinicians: not for patients";
/// What the copy is, and what to do with it.
const HOW: &str = "This copy shows every text that is printed, for a clinician to read and approve. Each entry has a number to \
                   refer to. Words and telephone numbers of the clinic are filled in.";

/// Turns leaflets into a reading copy.
#[must_use]
pub fn compose(input: CopyInput<'_>) -> Document {
    let language = input.language;
    let mut copy = Copy { input, values: language::values(input.brand, language), number: 0 };
    let sections = copy.sections();
    let title = "Reading copy".to_owned();
    Document {
        kind: DocumentKind::ReadingCopy,
        meta: Meta {
            subject: format!("{title} {}: texts for a clinician to approve", input.code),
            author: input.brand.name.value.clone(),
            language: language.tag().to_owned(),
            timestamp: input.timestamp.unwrap_or_else(|| last_published(input.leaflets)),
            right_to_left: language.is_right_to_left(),
            title: title.clone(),
        },
        theme: input.theme.clone(),
        masthead: Masthead {
            logo: input.logo.cloned(),
            brand: input.brand.name.value.clone(),
            tagline: None,
            title: Rich::plain(title),
            subtitle: Some(Rich::plain(format!("Copy {}", input.code))),
            weeks: None,
            figure: None,
        },
        summary: vec![
            paragraph(Rich::plain(HOW)),
            paragraph(Rich::plain(
                "To approve all of it: handout approve --all, with the code of this copy, a name and a role.",
            )),
        ],
        sections,
        notes: Notes { title: Rich::plain("What must be changed first") },
        week: Week { title: Rich::default(), hint: Rich::default(), days: Vec::new() },
        imprint: imprint(input),
        help: HelpBox { title: Rich::default(), tiers: Vec::new(), note: Vec::new() },
        elsewhere: None,
        continued: language.continued("{title}"),
        foot: Foot {
            warnings: vec![FOOT.to_owned()],
            imprint: format!("Copy {}", input.code),
            numbering: language.page("{page}", "{pages}"),
        },
    }
}

fn last_published(leaflets: &[CopyLeaflet<'_>]) -> i64 {
    let published = leaflets.iter().map(|leaflet| super::imprint::timestamp(&leaflet.handout.imprint.published.value));
    published.max().unwrap_or_default()
}

fn imprint(input: CopyInput<'_>) -> Imprint {
    let section = |icon: Icon, title: &str, text: String| {
        let blocks = vec![Block::Text(vec![paragraph(Rich::plain(text))])];
        section(SectionKind::Imprint, icon, Rich::plain(title), blocks)
    };
    let about = format!("Copy {}. An approval of it is void as soon as one of its texts changes.", input.code);
    let contact = format!("{}, {}", input.brand.name.value, input.brand.contact.phone.value);
    Imprint {
        about: section(Icon::Document, "About this copy", about),
        contact: section(Icon::Telephone, "Clinic", contact),
    }
}

fn paragraph(rich: Rich) -> Passage {
    Passage::Paragraph(rich)
}

/// A copy under construction.
struct Copy<'a> {
    input: CopyInput<'a>,
    values: Values,
    /// The last number that was given.
    number: usize,
}

impl Copy<'_> {
    fn sections(&mut self) -> Vec<Section> {
        let leaflets = self.input.leaflets;
        let mut sections = Vec::new();
        let mut exercises = BTreeMap::new();
        for leaflet in leaflets {
            let mut own = Vec::new();
            let tiers: Vec<&str> = leaflet.handout.seek_care.tiers.iter().map(|(id, _)| id.as_str()).collect();
            for part in entries::parts(leaflet.text, &tiers) {
                match part.name.split_once(' ') {
                    Some(("exercise", id)) => drop(exercises.entry(id.to_owned()).or_insert(part)),
                    // The drawing of a section is that of an exercise, or shown with the leaflet.
                    _ => own.push(part),
                }
            }
            let mut blocks = vec![standing("leaflet", &leaflet.standing, leaflet.changes.as_deref())];
            blocks.extend(own.iter().map(|part| self.part(&part.title(), part)));
            sections.push(texts(Icon::Document, &format!("{} ({})", self.title(leaflet), leaflet.name), blocks));
        }
        if !exercises.is_empty() {
            let blocks = exercises.iter().flat_map(|(id, part)| self.exercise(id, part)).collect();
            sections.push(texts(Icon::Exercises, "Exercises", blocks));
        }
        if let Some(topic) = self.input.topic {
            let parts = entries::parts(&topic.text, &[]);
            let mut blocks = vec![standing("topic", &topic.standing, topic.changes.as_deref())];
            blocks.extend(parts.iter().map(|part| self.part(&part.title(), part)));
            sections.push(texts(Icon::Info, "Texts of the topic", blocks));
        }
        let sources = self.sources();
        if !sources.is_empty() {
            sections.push(texts(Icon::Document, "Sources", vec![Block::Sources(sources)]));
        }
        sections
    }

    fn title(&self, leaflet: &CopyLeaflet<'_>) -> String {
        crate::model::text::fill(&leaflet.handout.title.value, &self.values)
    }

    fn exercise(&mut self, id: &str, part: &Part) -> Vec<Block> {
        let drawn = self.input.leaflets.iter().find_map(|leaflet| leaflet.pictures.exercises.get(id).cloned());
        let picture = drawn.map(|(artwork, alt)| Block::Picture(artwork, alt));
        let mut blocks = vec![self.part(id, part)];
        if let (Some(Block::Group(group)), Some(picture)) = (blocks.first_mut(), picture) {
            group.blocks.insert(0, picture);
        }
        blocks
    }

    /// The entries of a part, each with its number.
    fn part(&mut self, title: &str, part: &Part) -> Block {
        let mut passages = Vec::new();
        for entry in part.entries() {
            self.number += 1;
            passages.extend(entries::passages(&entry, self.number, &self.values));
        }
        group(title, vec![Block::Text(passages)])
    }

    /// The sources that are cited, in full.
    fn sources(&self) -> Vec<Rich> {
        let mut ids: BTreeSet<(usize, String)> = BTreeSet::new();
        for leaflet in self.input.leaflets {
            let lines = leaflet.text.lines().filter_map(Line::read);
            let cited = lines.filter(|line| line.key() == "sources").map(|line| line.value);
            ids.extend(cited.map(|id| (id.chars().count(), id)));
        }
        let source = |(_, id): &(usize, String)| {
            let source = self.input.sources.get(id)?;
            let more = [
                source.publisher.as_ref().map(|publisher| publisher.value.clone()),
                source.year.as_ref().map(|year| year.value.to_string()),
                source.url.as_ref().map(|url| url.value.clone()),
            ];
            let more: Vec<String> = more.into_iter().flatten().collect();
            let mut rich = Rich::plain(format!("{id} ")).bold();
            rich.spans.append(&mut Rich::plain(format!("{}. {}", source.title.value, more.join(", "))).spans);
            Some(rich)
        };
        ids.iter().filter_map(source).collect()
    }
}

/// Who has approved a text, who has still to, and what has changed since.
fn standing(what: &str, standing: &Standing<'_>, changes: Option<&[String]>) -> Block {
    let Standing { valid, missing, .. } = standing;
    let names = |names: Vec<String>| if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    let by = |review: &&Review| format!("{} ({})", review.name.value, review.role.value.id());
    let mut passages = vec![
        paragraph(Rich::plain(format!("This text is approved by: {}.", names(valid.iter().map(by).collect())))),
        paragraph(Rich::plain(format!(
            "Still to approve it: {}.",
            names(missing.iter().map(|role| role.phrase().to_owned()).collect())
        ))),
    ];
    match changes {
        None => passages.push(paragraph(Rich::plain(format!("No text of this {what} has been approved before.")))),
        Some([]) => {
            passages.push(paragraph(Rich::plain("Nothing has changed since it was last approved.")));
        }
        Some(changes) => {
            passages.push(paragraph(Rich::plain("What has changed since it was last approved:").bold()));
            let items = changes.iter().map(|change| vec![paragraph(Rich::plain(change.clone()))]).collect();
            passages.push(Passage::List { numbers: None, items });
        }
    }
    group("How its approval stands", vec![Block::Text(passages)])
}

fn group(title: &str, blocks: Vec<Block>) -> Block {
    Block::Group(Group { title: GroupTitle::Words(Rich::plain(title)), blocks })
}

fn texts(icon: Icon, title: &str, blocks: Vec<Block>) -> Section {
    section(SectionKind::Texts, icon, Rich::plain(title), blocks)
}
