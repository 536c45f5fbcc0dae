//! A personal sheet: her details, her exercises with her own doses, a diary to tick, and of the handout what was asked
//! for. The safety box and the help box are whole in every sheet.

use super::document::{Block, Detail, Diary, DiaryRow, Document, DocumentKind, Section, SectionKind};
use super::leaflet::{Composer, Input, section};
use crate::art::icons::Icon;
use crate::language::Language;
use crate::model::by_stage::ByStage;
use crate::model::day::Piece;
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::{Exercises, Handout, SectionName, Stage};
use crate::model::patient::SheetRequest;
use crate::model::plan::{Bar, Given, Moment, Plan};
use crate::model::stages::Stages;
use crate::model::text::{self, Passage, Rich, Span};
use crate::model::{Located, Private};

/// Whom a sheet is for, and what she gets.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    /// What was asked for.
    pub request: &'a SheetRequest,
    /// What that comes to.
    pub plan: &'a Plan,
    /// Whether the file's title tells whom it is for.
    pub name_in_metadata: bool,
}

/// The handout that a sheet is made of: of the patient's stage, with her exercises and the sections that are kept; and the
/// exercises with her doses.
#[must_use]
pub fn tailor(
    handout: &Handout,
    library: &Library,
    stages: &Stages,
    request: &SheetRequest,
    plan: &Plan,
) -> (Handout, Library) {
    let mut own = handout.clone();
    let keeps = |name: SectionName| request.sections.iter().any(|section| section.value == name);
    let is_after_birth = matches!(plan.moment, Some(Moment::AfterBirth(..)));
    own.stage.value = plan.stage;
    own.causes = own.causes.filter(|_| keeps(SectionName::Causes));
    own.prevention = own.prevention.filter(|_| keeps(SectionName::Prevention));
    own.treatments = own.treatments.filter(|_| keeps(SectionName::Treatments));
    own.questions = own.questions.filter(|_| keeps(SectionName::Questions));
    own.more.retain(|more| keeps(more.after.value));
    // No section shows an exercise that is not for her stage.
    let fits =
        |name: &Located<String>| library.get(&name.value).is_none_or(|exercise| exercise.is_for(plan.stage, stages));
    let sections = [&mut own.causes, &mut own.prevention, &mut own.treatments].into_iter().flatten();
    let pictures =
        sections.map(|section| &mut section.picture).chain(own.more.iter_mut().map(|more| &mut more.picture));
    pictures.for_each(|picture| *picture = picture.take().filter(fits));
    let place = &handout.title.place;
    let card = |given: &Given| Located { value: given.id.clone(), place: place.clone() };
    let cards = plan.given.iter().map(card).collect();
    own.exercises =
        Some(Exercises { title: None, intro: None, picture: None, cards, also: Vec::new(), items: Vec::new() });
    let hers = plan.given.iter().filter_map(|given| {
        let mut exercise = library.get(&given.id)?.clone();
        // Where her stage is known its dose is the one she is given, unless the clinician says another.
        exercise.dose = given.dose.clone().unwrap_or_else(|| exercise.dose_in(plan.stage));
        let mut index = 0;
        exercise.limits.retain(|_| {
            index += 1;
            !given.without_limits.contains(&(index - 1))
        });
        if plan.stage != Stage::Any || given.dose.is_some() {
            exercise.dose_by_stage = ByStage::default();
        }
        if is_after_birth && exercise.after_birth_once.is_none() {
            exercise.after_birth_from_week = None;
        }
        Some((given.id.clone(), exercise))
    });
    (own, hers.collect())
}

/// Turns a tailored handout under a brand into a patient's own sheet.
#[must_use]
pub fn compose(input: Input<'_>, recipient: Recipient<'_>) -> Document {
    let Recipient { request, plan, name_in_metadata } = recipient;
    let sections = Handout { exercises: None, ..input.handout.clone() };
    let composer = Composer::new(Input { handout: &sections, ..input });
    let mut document = composer.document();
    let language = composer.language;
    let title = std::mem::take(&mut document.meta.title);
    document.meta.title = language.sheet_title(&title);
    document.meta.subject = language.sheet_subject(&title);
    if let Some(name) = request.patient.as_ref().filter(|_| name_in_metadata) {
        document.meta.title = format!("{} – {}", document.meta.title, one_line(name.value.expose()));
    }
    document.kind = DocumentKind::PersonalSheet;
    document.masthead.subtitle = Some(Rich::plain(language.sheet_pill()));
    document.summary = Vec::new();
    if !plan.given.is_empty() {
        // What the clinicians approved are the texts; which of them she is given, and the doses, are one clinician's act.
        let chosen = Rich::plain(language.chosen_for_you());
        if let Some(Block::Text(passages)) = document.imprint.about.blocks.first_mut() {
            passages.push(Passage::Paragraph(chosen));
        }
    }
    let mut sections = SheetComposer { composer: &composer, language, request, plan }.sections();
    sections.append(&mut document.sections);
    document.sections = sections;
    document
}

struct SheetComposer<'a> {
    composer: &'a Composer<'a>,
    language: &'a Language,
    request: &'a SheetRequest,
    plan: &'a Plan,
}

impl SheetComposer<'_> {
    /// What is hers, in reading order.
    fn sections(&self) -> Vec<Section> {
        let details = vec![Block::Details(self.details())];
        let details = Section { kind: SectionKind::Details, aside: false, icon: None, title: None, blocks: details };
        let mut sections = vec![details];
        let given = &self.plan.given;
        if !given.is_empty() {
            let cards = given.iter().filter_map(|given| self.card(given)).collect();
            let title = Rich::plain(self.composer.heading(|own| &own.exercises));
            sections.push(section(SectionKind::Exercises, Icon::Exercises, title, vec![Block::Cards(cards)]));
            sections.push(self.diary());
        }
        sections.extend(self.note());
        let title = Rich::plain(self.language.exercise_safely());
        sections.push(section(SectionKind::Safety, Icon::Info, title, self.composer.safety_boxes()));
        sections
    }

    fn card(&self, given: &Given) -> Option<super::document::ExerciseCard> {
        let exercise = self.composer.input.exercises.get(&given.id)?;
        let mut card = self.composer.card(&given.id, exercise);
        if let Some((bar, because)) = &given.although {
            card.personal.push(Rich::plain(self.although(*bar, because.expose())).bold());
        }
        let notes = given.note.expose().iter().filter_map(|passage| match passage {
            Passage::Paragraph(rich) => Some(rich.clone()),
            Passage::List { .. } => None,
        });
        let mut notes = notes.collect::<Vec<Rich>>().into_iter();
        card.personal
            .extend(notes.next().map(|first| self.composer.lead(&format!("{} ", self.language.for_you()), first)));
        card.personal.extend(notes);
        Some(card)
    }

    /// Who gives an exercise that is not for this week, and why.
    fn although(&self, bar: Bar, because: &str) -> String {
        let clinician = self.request.clinician.as_ref().map(|name| one_line(name.value.expose()));
        although(self.language, bar, clinician.as_deref(), because)
    }

    fn diary(&self) -> Section {
        let given = self.plan.given.iter().filter_map(|given| self.composer.input.exercises.get(&given.id));
        let diary = Diary {
            what: Rich::plain(self.language.diary_exercise()).bold(),
            days: self.language.short_days().map(|day| Rich::plain(day).bold()).into(),
            rows: given.map(|exercise| self.diary_row(exercise)).collect(),
        };
        let tick = Passage::Paragraph(Rich {
            spans: vec![Span { text: self.language.diary_hint().to_owned(), ..Span::default() }],
        });
        let blocks = vec![Block::Text(vec![tick]), Block::Diary(diary)];
        section(SectionKind::Diary, Icon::Prevention, Rich::plain(self.language.diary()), blocks)
    }
}

impl SheetComposer<'_> {
    /// An exercise with a box for each time that it is done on a day, and how often under its name.
    fn diary_row(&self, exercise: &Exercise) -> DiaryRow {
        /// More boxes than that do not help: one stands for the whole day.
        const MOST: u16 = 8;
        let dose = exercise.dose_in(self.plan.stage);
        let mut what = self.composer.inline(&exercise.name);
        let often = self.language.how_often(&dose);
        if !often.is_empty() {
            what.spans.push(Span { text: format!(", {often}"), ..Span::default() });
        }
        let times = dose.times_a_day.map_or(1, |times| times.most);
        DiaryRow { what, boxes: if times > MOST { 1 } else { usize::from(times) } }
    }
}

impl SheetComposer<'_> {
    fn details(&self) -> Vec<Detail> {
        let Self { language, request, plan, .. } = *self;
        let own = |text: &Option<Located<Private<String>>>| {
            text.as_ref().map(|text| apart(language, &one_line(text.value.expose())))
        };
        let (week, weeks) = match plan.moment {
            Some(Moment::Pregnant(age)) => (language.weeks_of_pregnancy(), Some(age.completed())),
            Some(Moment::AfterBirth(since)) => (language.weeks_after_birth(), Some(since.completed())),
            None => (language.week_by_hand(), None),
        };
        let weeks = weeks.map(|completed| language.completed(completed));
        let rows = [
            (language.patient_name(), own(&request.patient)),
            (language.visit_date(), plan.date.map(|date| language.date(date))),
            (week, weeks),
            (language.next_visit(), self.next_visit()),
            (language.given_by(), own(&request.clinician)),
        ];
        let leaflet = plan
            .although_stage
            .as_ref()
            .map(|because| (language.this_leaflet(), Some(self.although(Bar::Stage, because.expose()))));
        let rows = rows.into_iter().chain(leaflet);
        let detail = |(name, value): (&str, Option<String>)| Detail {
            name: Rich::plain(name).bold(),
            value: value.map(Rich::plain),
        };
        rows.map(detail).collect()
    }

    /// When she comes again: days as the language writes them, other words as they are.
    fn next_visit(&self) -> Option<String> {
        let piece = |piece: &Piece| match piece {
            Piece::Day(day) => self.language.date(*day),
            Piece::Words(words) => words.clone(),
        };
        match self.plan.next_visit.expose().as_slice() {
            [] => None,
            [Piece::Day(day)] => Some(self.language.date(*day)),
            several => Some(apart(self.language, &one_line(&several.iter().map(piece).collect::<String>()))),
        }
    }

    /// The clinician's note; to be written by hand where the sheet is nobody's yet.
    fn note(&self) -> Option<Section> {
        let note = self.plan.note.expose();
        if note.is_empty() && self.request.patient.is_some() {
            return None;
        }
        let blocks = if note.is_empty() { Vec::new() } else { vec![Block::Text(note.clone())] };
        Some(section(SectionKind::Note, Icon::Pencil, Rich::plain(self.language.note()), blocks))
    }
}

/// Who gives an exercise that is not for this week, and why.
fn although(language: &Language, bar: Bar, clinician: Option<&str>, because: &str) -> String {
    let reason = match bar {
        Bar::OnBack(week) => language.reason_on_back(week.into()),
        Bar::NotAfter(week) => language.reason_not_after(week.into()),
        Bar::NotBefore(week) => language.reason_not_before(week.into()),
        Bar::AfterBirthFrom(week) => language.reason_after_birth(week.into()),
        Bar::Stage => language.reason_stage().to_owned(),
    };
    let own = apart(language, because);
    let sentence = match clinician {
        Some(name) => language.although_by(&apart(language, name), &reason, &own),
        None => language.although(&reason, &own),
    };
    let stop = if because.ends_with(['.', '!', '?', '؟']) { "" } else { "." };
    format!("{sentence}{stop}")
}

/// A text whose direction may be another, set apart from the words around it (UAX 9).
fn apart(language: &Language, text: &str) -> String {
    let other = language.is_right_to_left() || text.chars().any(text::is_right_to_left);
    if other { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
