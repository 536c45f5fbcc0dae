//! A personal sheet: her details, her exercises with her own doses, a diary to tick, and of the handout what was asked
//! for. The safety box and the help box are whole in every sheet.

use super::document::{Band, Block, Detail, Diary, Document};
use super::dose;
use super::leaflet::{Composer, Input, section};
use super::sheet_words::SheetWords;
use super::strings::put;
use crate::art::icons::Icon;
use crate::model::Located;
use crate::model::dates::parse_day;
use crate::model::exercise::Library;
use crate::model::handout::{Exercises, Handout, SectionName};
use crate::model::patient::SheetRequest;
use crate::model::plan::{Bar, Given, Moment, Plan};
use crate::model::text::{self, Passage, Rich, Span};

/// Lines to write a note on.
const NOTE_LINES: usize = 3;
/// A longer note is no box: it may run over to the next page.
const LONGEST_BOX: usize = 700;

/// What one patient's sheet has besides the handout.
#[derive(Clone, Copy, Debug)]
pub struct Personal<'a> {
    /// What was asked for.
    pub request: &'a SheetRequest,
    /// What it came to.
    pub plan: &'a Plan,
    /// Whether the file says of itself whom it is for.
    pub name_in_metadata: bool,
}

/// The handout that a sheet is made of: of the patient's stage, with her exercises and the sections that are kept; and the
/// exercises with her doses.
#[must_use]
pub fn tailor(handout: &Handout, library: &Library, request: &SheetRequest, plan: &Plan) -> (Handout, Library) {
    let mut own = handout.clone();
    let keeps = |name: SectionName| request.sections.iter().any(|section| section.value == name);
    own.stage.value = plan.stage;
    own.causes = own.causes.filter(|_| keeps(SectionName::Causes));
    own.prevention = own.prevention.filter(|_| keeps(SectionName::Prevention));
    own.treatments = own.treatments.filter(|_| keeps(SectionName::Treatments));
    own.questions = own.questions.filter(|_| keeps(SectionName::Questions));
    own.more.retain(|more| keeps(more.after.value));
    let place = &handout.title.place;
    let card = |given: &Given| Located { value: given.id.clone(), place: place.clone() };
    let cards = plan.given.iter().map(card).collect();
    own.exercises = Some(Exercises { title: None, intro: None, cards, also: Vec::new(), items: Vec::new() });
    let hers = plan.given.iter().filter_map(|given| {
        let mut exercise = library.get(&given.id)?.clone();
        if let Some(dose) = given.dose {
            exercise.dose = dose.instead_of(&exercise.dose);
        }
        Some((given.id.clone(), exercise))
    });
    (own, hers.collect())
}

/// Turns a tailored handout under a brand into a personal sheet.
#[must_use]
pub fn compose(input: Input<'_>, personal: Personal<'_>) -> Document {
    let sections = Handout { exercises: None, ..input.handout.clone() };
    let composer = Composer::new(Input { handout: &sections, ..input });
    let mut document = composer.document();
    let words = SheetWords::of(composer.locale);
    let title = std::mem::take(&mut document.meta.title);
    document.meta.title = put(words.title, &[("title", &title)]);
    document.meta.subject = put(words.subject, &[("title", &title)]);
    if let Some(name) = personal.request.patient.as_ref().filter(|_| personal.name_in_metadata) {
        document.meta.title = format!("{} – {}", document.meta.title, one_line(&name.value));
    }
    document.masthead.low = true;
    document.masthead.pill = Some(Rich::plain(words.pill));
    document.summary = Vec::new();
    let mut bands = SheetComposer { composer: &composer, words, personal }.bands();
    bands.append(&mut document.bands);
    document.bands = bands;
    document
}

struct SheetComposer<'a> {
    composer: &'a Composer<'a>,
    words: &'static SheetWords,
    personal: Personal<'a>,
}

impl SheetComposer<'_> {
    fn bands(&self) -> Vec<Band> {
        let mut bands = vec![Band::Wide(vec![Block::Details(self.details())])];
        let given = &self.personal.plan.given;
        if !given.is_empty() {
            let cards = given.iter().filter_map(|given| self.card(given)).collect();
            let title = Rich::plain(self.composer.strings.exercises);
            bands.push(Band::Wide(vec![section(Some(Icon::Exercises), title, vec![Block::Cards(cards)])]));
            bands.push(Band::Wide(vec![self.diary()]));
        }
        bands.extend(self.note().map(|note| Band::Wide(vec![note])));
        bands.push(self.safety());
        bands
    }

    /// The whole safety box, its parts close together and without panels, which never split: a sheet stays short.
    fn safety(&self) -> Band {
        let head = section(Some(Icon::Info), Rich::plain(self.words.safety), Vec::new());
        let parts = self.composer.safety_boxes().into_iter().flat_map(|panel| match panel {
            Block::Panel(inner) => inner,
            other => vec![other],
        });
        Band::Columns { head: vec![head], blocks: vec![Block::Close(parts.collect())], tail: Vec::new() }
    }

    fn details(&self) -> Vec<Detail> {
        let (words, Personal { request, plan, .. }) = (self.words, self.personal);
        let own = |text: &Option<Located<String>>| text.as_ref().map(|text| self.apart(&one_line(&text.value)));
        let day = |text: &Option<Located<String>>| text.as_ref().map(|text| self.day(&text.value));
        let (week, weeks) = match plan.moment {
            Some(Moment::Week(week)) => (words.week_of_pregnancy, Some(week)),
            Some(Moment::AfterBirth(weeks)) => (words.weeks_after_birth, Some(weeks)),
            None => (words.week, None),
        };
        let weeks = weeks.map(|weeks| self.composer.locale.number(&weeks.to_string()));
        let rows = [
            (words.name, own(&request.patient)),
            (words.date, day(&request.date)),
            (week, weeks),
            (words.next_visit, day(&request.next_visit)),
            (words.given_by, own(&request.clinician)),
        ];
        let detail = |(name, value): (&str, Option<String>)| Detail {
            name: Rich::plain(name).bold(),
            value: value.map(Rich::plain),
        };
        rows.into_iter().map(detail).collect()
    }

    /// A day in words; other words as they are.
    fn day(&self, text: &str) -> String {
        match parse_day(text.trim()) {
            Ok(date) => self.composer.locale.date(date),
            Err(_) => self.apart(&one_line(text)),
        }
    }

    /// A text whose direction may be another, set apart from the words around it (UAX 9).
    fn apart(&self, text: &str) -> String {
        let other = self.composer.locale.right_to_left() || text.chars().any(text::is_right_to_left);
        if other { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }

    /// The clinician's note, or lines to write one on where there is nobody's name.
    fn note(&self) -> Option<Block> {
        let Personal { request, plan, .. } = self.personal;
        let title = Rich::plain(self.words.note);
        if plan.note.is_empty() {
            return request.patient.is_none().then_some(Block::Ruled(title, NOTE_LINES));
        }
        let long = request.note.as_ref().is_some_and(|note| note.value.chars().count() > LONGEST_BOX);
        let block = section(Some(Icon::Pencil), title, vec![Block::Text(plan.note.clone())]);
        Some(if long { block } else { Block::Panel(vec![block]) })
    }

    fn card(&self, given: &Given) -> Option<super::document::ExerciseCard> {
        let exercise = self.composer.input.exercises.get(&given.id)?;
        let mut card = self.composer.card(&given.id, exercise);
        if given.dose.is_some() {
            card.dose = Rich::plain(text::upper_first(&exercise.dose.words(&dose::EN)));
        }
        if let Some((bar, because)) = &given.although {
            card.personal.push(Rich::plain(self.although(*bar, because)).bold());
        }
        let notes = given.note.iter().filter_map(|passage| match passage {
            Passage::Paragraph(rich) => Some(rich.clone()),
            Passage::List { .. } => None,
        });
        let mut notes = notes.collect::<Vec<Rich>>().into_iter();
        card.personal.extend(notes.next().map(|first| self.composer.lead(self.words.for_you, first)));
        card.personal.extend(notes);
        Some(card)
    }

    /// Who gives an exercise that is not for this week, and why.
    fn although(&self, bar: Bar, because: &str) -> String {
        let [on_back, not_after, not_before, after_birth, stage] = self.words.reasons;
        let reason = |words: &str, week: u8| put(words, &[("week", &self.composer.locale.number(&week.to_string()))]);
        let reason = match bar {
            Bar::OnBack(week) => reason(on_back, week),
            Bar::NotAfter(week) => reason(not_after, week),
            Bar::NotBefore(week) => reason(not_before, week),
            Bar::AfterBirthFrom(week) => reason(after_birth, week),
            Bar::Stage => stage.to_owned(),
        };
        let clinician = self.personal.request.clinician.as_ref().map(|name| self.apart(&one_line(&name.value)));
        let words = if clinician.is_some() { self.words.although } else { self.words.although_given };
        // What people wrote is put in last, so that braces in it stay as they are.
        let (before, after) = words.split_once("{because}").unwrap_or((words, ""));
        let (start, end) = before.split_once("{clinician}").unwrap_or(("", before));
        let end = put(end, &[("reason", &reason)]);
        let stop = if because.ends_with(['.', '!', '?', '؟']) { "" } else { "." };
        format!("{start}{}{end}{}{after}{stop}", clinician.unwrap_or_default(), self.apart(because))
    }

    fn diary(&self) -> Block {
        let names = self.personal.plan.given.iter().filter_map(|given| self.composer.input.exercises.get(&given.id));
        let diary = Diary {
            what: Rich::plain(self.words.exercise).bold(),
            days: self.words.days.iter().map(|day| Rich::plain(*day).bold()).collect(),
            rows: names.map(|exercise| self.composer.inline(&exercise.name)).collect(),
        };
        let tick =
            Passage::Paragraph(Rich { spans: vec![Span { text: self.words.tick.to_owned(), ..Span::default() }] });
        let blocks = vec![Block::Text(vec![tick]), Block::Diary(diary)];
        section(Some(Icon::Prevention), Rich::plain(self.words.diary), blocks)
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
