//! The order and the blocks of a leaflet.

use std::ops::RangeInclusive;

use super::document::{
    Block, Document, DocumentKind, Elsewhere, Foot, Group, GroupTitle, List, ListItem, Marker, Masthead, Meta,
};
use super::document::{Notes, Section, SectionKind, Theme, Week};
use super::pictures::Pictures;
use super::{help, imprint};
use crate::art::Artwork;
use crate::art::icons::Icon;
use crate::language::{self, Language, Messages};
use crate::model::Located;
use crate::model::approval::Standing;
use crate::model::brand::{Brand, References};
use crate::model::exercise::Library;
use crate::model::handout::{Evidence, Handout, Item, MoreIcon, MoreSection, Question, SectionName, Stage};
use crate::model::sources::Sources;
use crate::model::text::{self, Passage, Rich, Values};
use crate::model::unit::Unit;
use crate::topic::names::Headings;
use crate::topic::{NamesFor, Topic};

/// Everything a leaflet is made of. Already checked: composing cannot fail.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The handout.
    pub handout: &'a Handout,
    /// The brand.
    pub brand: &'a Brand,
    /// The language of the handout, as it is printed under the brand.
    pub language: &'a Language,
    /// The country that the brand's numbers are dialled in, by its two capitals.
    pub country: Option<&'a str>,
    /// The brand's logo.
    pub logo: Option<&'a Artwork>,
    /// The sources that the handout cites.
    pub sources: &'a Sources,
    /// The exercises that the handout may use.
    pub exercises: &'a Library,
    /// What it is about.
    pub topic: &'a Topic,
    /// The pictures that the handout needs.
    pub pictures: &'a Pictures,
    /// The brand's colours and families.
    pub theme: &'a Theme,
    /// The document's date, seconds since 1970; without one, the day the handout was published.
    pub timestamp: Option<i64>,
    /// What every page must warn of besides.
    pub marks: Marks,
    /// How the approvals of the whole handout stand.
    pub standing: &'a Standing<'a>,
    /// Whether something of the handout is left out.
    pub shortened: bool,
}

/// What every page must warn of, besides what the handout and the brand say themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// It was built in spite of errors.
    pub errors: bool,
    /// It is past its review date.
    pub overdue: bool,
    /// A text that it prints was translated from a text that has changed since.
    pub stale: bool,
}

/// What the functions of this stage share.
pub(super) struct Composer<'a> {
    pub input: Input<'a>,
    pub names: NamesFor<'a>,
    pub language: &'a Language,
    pub values: Values,
}

/// Turns a handout under a brand into a document.
#[must_use]
pub fn compose(input: Input<'_>) -> Document {
    Composer::new(input).document()
}

impl<'a> Composer<'a> {
    pub(super) fn new(input: Input<'a>) -> Self {
        let language = input.language;
        let (names, values) = (input.topic.names(language.tag()), language::values(input.brand, language));
        Self { input, names, language, values }
    }
}

impl Composer<'_> {
    pub(super) fn document(&self) -> Document {
        let Input { handout, brand, logo, theme, .. } = self.input;
        let title = text::without_steering(&self.inline(&handout.title).text());
        Document {
            kind: DocumentKind::Leaflet,
            meta: Meta {
                subject: self.language.subject(&title),
                author: self.fill(&handout.imprint.author),
                language: self.language.tag().to_owned(),
                timestamp: self.input.timestamp.unwrap_or_else(|| imprint::timestamp(&handout.imprint.published.value)),
                right_to_left: self.language.is_right_to_left(),
                title,
            },
            theme: theme.clone(),
            masthead: Masthead {
                logo: logo.cloned(),
                brand: brand.name.value.clone(),
                tagline: brand.tagline.as_ref().map(|line| self.fill(line)),
                title: self.inline(&handout.title),
                subtitle: handout.subtitle.as_ref().map(|line| self.inline(line)),
                weeks: self.weeks(),
                figure: self.input.pictures.cover.clone(),
            },
            summary: self.passages(&handout.summary),
            sections: self.sections(),
            notes: Notes { title: Rich::plain(self.language.notes()) },
            week: self.week(),
            imprint: self.imprint(),
            help: help::help_box(self),
            elsewhere: self.input.shortened.then(|| self.elsewhere()),
            continued: self.language.continued("{title}"),
            foot: self.foot(),
        }
    }

    /// The body, in reading order.
    fn sections(&self) -> Vec<Section> {
        let Input { handout, brand, .. } = self.input;
        let mut sections = Vec::new();
        if let Some(causes) = &handout.causes {
            let title = self.title(causes.title.as_ref(), self.heading(|own| &own.causes));
            let opened = self.opening(causes.intro.as_ref(), causes.picture.as_ref());
            let blocks = self.section_blocks(opened, &causes.items, &causes.groups, Marker::None);
            sections.push(section(SectionKind::Causes, Icon::Causes, title, blocks));
        }
        sections.extend(self.more_after(SectionName::Causes));
        if let Some(prevention) = &handout.prevention {
            let title = self.title(prevention.title.as_ref(), self.heading(|own| &own.prevention));
            let opened = self.opening(prevention.intro.as_ref(), prevention.picture.as_ref());
            let blocks = self.section_blocks(opened, &prevention.items, &prevention.groups, Marker::Box);
            sections.push(section(SectionKind::Prevention, Icon::Prevention, title, blocks));
        }
        sections.extend(self.more_after(SectionName::Prevention));
        sections.extend(self.treatments());
        sections.extend(self.more_after(SectionName::Treatments));
        sections.extend(handout.exercises.as_ref().map(|exercises| self.exercises(exercises)));
        sections.extend(handout.questions.as_ref().map(|questions| self.questions(questions)));
        sections.extend(self.more_after(SectionName::Questions));
        // A short version leaves the list of sources to the whole leaflet.
        if brand.references == References::Print && !self.input.shortened && handout.cited().next().is_some() {
            sections.push(self.sources());
        }
        sections
    }

    /// The topic's heading of a section that says none.
    pub(super) fn heading(&self, which: fn(&Headings) -> &Option<Unit>) -> &str {
        self.names.heading(which).map_or("", |heading| heading.text.value.as_str())
    }

    /// The weeks of its stage, of the forty of a pregnancy: all where the stage has none, nothing where no stage has any.
    fn weeks(&self) -> Option<RangeInclusive<u8>> {
        const TERM: u8 = 40;
        let (stages, stage) = (&self.input.topic.stages, self.input.handout.stage.value);
        let of_stage = stages.weeks(stage).filter(|_| stage != Stage::Any).map(|(first, last)| first..=last.min(TERM));
        of_stage.or_else(|| stages.weeks(Stage::Any).map(|_| 1..=TERM))
    }

    /// Where the whole leaflet can be had.
    fn elsewhere(&self) -> Elsewhere {
        match &self.input.brand.contact.web {
            Some(web) => {
                let shown = imprint::short_address(&web.value);
                let sentence = self.language.whole_leaflet_at("{address}");
                let (before, after) = sentence.split_once("{address}").unwrap_or_default();
                let mut text = Rich::plain(before);
                text.spans.append(&mut Rich::link(shown, web.value.clone()).spans);
                text.spans.append(&mut Rich::plain(after).spans);
                let alt = Some(self.language.qr_code(shown));
                Elsewhere { text, address: Some(web.value.clone()), alt }
            }
            None => Elsewhere { text: Rich::plain(self.language.whole_leaflet_ask()), address: None, alt: None },
        }
    }

    fn week(&self) -> Week {
        Week {
            title: Rich::plain(self.language.week()),
            hint: Rich::plain(self.language.week_hint()),
            days: self.language.day_names().map(Rich::plain).into(),
        }
    }

    /// The treatments: intro and picture, then a group for each evidence label, then what to keep taking.
    fn treatments(&self) -> Option<Section> {
        let treatments = self.input.handout.treatments.as_ref()?;
        let title = self.title(treatments.title.as_ref(), self.heading(|own| &own.treatments));
        let mut blocks = self.opening(treatments.intro.as_ref(), treatments.picture.as_ref());
        blocks.extend(Evidence::ON_PAGE.into_iter().filter_map(|evidence| {
            let of_level = |item: &&Item| item.evidence.as_ref().is_some_and(|level| level.value == evidence);
            let list = self.list(treatments.labelled().filter(of_level), Marker::None);
            let title = GroupTitle::Evidence(evidence, Rich::plain(self.language.evidence(evidence)));
            (!list.items.is_empty()).then(|| Block::Group(Group { title, blocks: vec![Block::List(list)] }))
        }));
        if !treatments.keep_taking.is_empty() {
            blocks.push(Block::Aside(vec![Block::List(self.list(&treatments.keep_taking, Marker::None))]));
        }
        Some(section(SectionKind::Treatments, Icon::Treatments, title, blocks))
    }

    fn more_after(&self, after: SectionName) -> Vec<Section> {
        let more = self.input.handout.more.iter().filter(|more| more.after.value == after);
        more.map(|more| self.more(more)).collect()
    }

    fn more(&self, more: &MoreSection) -> Section {
        let opened = self.opening(more.intro.as_ref(), more.picture.as_ref());
        let blocks = self.section_blocks(opened, &more.items, &more.groups, Marker::Dot);
        let kind = SectionKind::More(more.after.value);
        let aside = more.icon == MoreIcon::Positions;
        Section { aside, ..section(kind, more_icon(more.icon), self.inline(&more.title), blocks) }
    }

    fn questions(&self, questions: &[Question]) -> Section {
        let pairs = questions.iter().map(|q| (self.inline(&q.question), self.passages(&q.answer))).collect();
        let title = Rich::plain(self.heading(|own| &own.questions));
        section(SectionKind::Questions, Icon::Questions, title, vec![Block::Questions(pairs)])
    }

    /// What a section opens with under its heading.
    pub(super) fn opening(&self, intro: Option<&Located<String>>, picture: Option<&Located<String>>) -> Vec<Block> {
        let intro = intro.map(|intro| Block::Text(self.passages(intro)));
        intro.into_iter().chain(self.picture(picture)).collect()
    }

    /// A section's picture, in a format that has room for it.
    pub(super) fn picture(&self, name: Option<&Located<String>>) -> Option<Block> {
        let (artwork, alt) = self.input.pictures.sections.get(&name?.value)?;
        Some(Block::Picture(artwork.clone(), alt.clone()))
    }

    fn section_blocks(
        &self,
        opening: Vec<Block>,
        items: &[Item],
        groups: &[crate::model::handout::Group],
        marker: Marker,
    ) -> Vec<Block> {
        let mut blocks = opening;
        if !items.is_empty() {
            blocks.push(Block::List(self.list(items, marker)));
        }
        blocks.extend(groups.iter().map(|group| {
            let title = GroupTitle::Words(self.inline(&group.title));
            Block::Group(Group { title, blocks: vec![Block::List(self.list(&group.items, marker))] })
        }));
        blocks
    }

    pub(super) fn list<'i>(&self, items: impl IntoIterator<Item = &'i Item>, marker: Marker) -> List {
        let items = items.into_iter().map(|item| ListItem {
            name: item.name.as_ref().map(|name| self.inline(name)),
            body: self.passages(&item.text),
        });
        List { marker, items: items.collect() }
    }

    fn foot(&self) -> Foot {
        let [version, published, review] = self.versions(Messages::month_with_year);
        let imprint = self.language.versions_short(&version, &published, &review);
        Foot { warnings: self.warnings(), imprint, numbering: self.language.page("{page}", "{pages}") }
    }

    /// What every page must warn of.
    pub(super) fn warnings(&self) -> Vec<String> {
        let language = self.language;
        let sample = self.input.brand.sample.then(|| language.sample());
        let standing = self.input.standing;
        let draft = match standing.valid.len() {
            _ if self.input.marks.errors => Some(language.with_errors()),
            0 => Some(language.draft()),
            _ if !standing.missing.is_empty() => Some(language.draft_half_approved()),
            _ if standing.is_draft() => Some(language.draft_partly_approved()),
            _ => (language.is_draft() || self.input.marks.stale).then(|| language.draft_translation()),
        };
        let overdue = self.input.marks.overdue.then(|| language.overdue());
        sample.into_iter().chain(draft).chain(overdue).map(str::to_owned).collect()
    }

    pub(super) fn title(&self, own: Option<&Located<String>>, usual: &str) -> Rich {
        own.map_or_else(|| Rich::plain(text::fill(usual, &self.values)), |title| self.inline(title))
    }

    /// A text with its placeholders filled in, as it is but for invisible characters.
    pub(super) fn fill(&self, text: &Located<String>) -> String {
        text::clean(&text::fill(&text.value, &self.values)).into_owned()
    }

    /// A text of one line.
    pub(super) fn inline(&self, text: &Located<String>) -> Rich {
        let spans = self.passages(text).into_iter().flat_map(|passage| match passage {
            Passage::Paragraph(rich) => rich.spans,
            Passage::List { .. } => Vec::new(),
        });
        Rich { spans: spans.collect() }
    }

    /// A text of paragraphs and lists.
    pub(super) fn passages(&self, text: &Located<String>) -> Vec<Passage> {
        let passages = text::parse(&text.value).expect("markup was checked before composing");
        text::fill_passages(passages, &self.values)
    }
}

pub(super) const fn section(kind: SectionKind, icon: Icon, title: Rich, blocks: Vec<Block>) -> Section {
    Section { kind, aside: false, icon: Some(icon), title: Some(title), blocks }
}

const fn more_icon(icon: MoreIcon) -> Icon {
    match icon {
        MoreIcon::Positions => Icon::Positions,
        MoreIcon::Sleep => Icon::Sleep,
        MoreIcon::Support => Icon::Support,
        MoreIcon::Work => Icon::Work,
        MoreIcon::Mood => Icon::Mood,
        MoreIcon::Info => Icon::Info,
    }
}
