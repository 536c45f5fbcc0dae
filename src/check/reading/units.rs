//! A leaflet's texts in the order they are printed in, in units that a reader takes in at once.

use crate::check::{Prose, Subject};
use crate::language::Language;
use crate::model::Located;
use crate::model::exercise::Exercise;
use crate::model::handout::{Evidence, Group, Item, MoreSection, SectionName};
use crate::model::text::Values;

/// What belongs together: an item's name and text, a question and its answer, a whole exercise.
#[derive(Debug)]
pub struct Unit<'a> {
    /// The section, by its key or its title.
    pub section: &'a str,
    /// What kind of unit.
    pub kind: Kind,
    /// Its texts.
    pub texts: Vec<Prose<'a>>,
}

/// What kind a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text of the handout.
    Text,
    /// The card of an exercise.
    Card,
    /// A warning sign.
    Sign,
}

/// A leaflet, read once for all rules that need its order.
#[derive(Debug)]
pub struct Leaflet<'a> {
    /// What the rules look at.
    pub subject: Subject<'a>,
    /// Its units, in reading order.
    pub units: Vec<Unit<'a>>,
}

impl Unit<'_> {
    /// All its words, texts apart by a space.
    #[must_use]
    pub fn joined(&self) -> String {
        self.texts.iter().map(Prose::joined).collect::<Vec<_>>().join(" ")
    }
}

impl<'a> Leaflet<'a> {
    /// Reads a leaflet. Who to call in each tier, and what the program prints of its own, are left out.
    #[must_use]
    pub fn new(subject: Subject<'a>) -> Self {
        let mut reader =
            Reader { values: subject.values(), language: subject.language(), section: "opening", units: Vec::new() };
        reader.handout(subject);
        Self { subject, units: reader.units }
    }
}

struct Reader<'a> {
    values: Values,
    language: &'a Language,
    section: &'a str,
    units: Vec<Unit<'a>>,
}

impl<'a> Reader<'a> {
    fn handout(&mut self, subject: Subject<'a>) {
        let handout = subject.handout;
        let opening = [&handout.title].into_iter().chain(&handout.subtitle).chain([&handout.summary]);
        self.push(Kind::Text, opening);
        for (name, section, after) in [
            ("causes", &handout.causes, SectionName::Causes),
            ("prevention", &handout.prevention, SectionName::Prevention),
        ] {
            self.section = name;
            if let Some(section) = section {
                self.push(Kind::Text, section.title.iter().chain(&section.intro));
                self.items(Kind::Text, &section.items);
                self.groups(&section.groups);
            }
            self.more(&handout.more, after);
        }
        self.treatments(subject);
        self.more(&handout.more, SectionName::Treatments);
        self.exercises(subject);
        self.section = "questions";
        for question in handout.questions.iter().flatten() {
            self.push(Kind::Text, [&question.question, &question.answer]);
        }
        self.more(&handout.more, SectionName::Questions);
        self.section = "seek_care";
        self.push(Kind::Text, &handout.seek_care.title);
        for tier in handout.seek_care.tiers() {
            self.items(Kind::Sign, &tier.signs);
            for group in &tier.groups {
                self.push(Kind::Sign, [&group.intro]);
                self.items(Kind::Sign, &group.signs);
            }
        }
        self.push(Kind::Text, &handout.seek_care.notes);
    }

    /// The treatments, best evidence first, as they are printed.
    fn treatments(&mut self, subject: Subject<'a>) {
        self.section = "treatments";
        let Some(section) = &subject.handout.treatments else { return };
        self.push(Kind::Text, section.title.iter().chain(&section.intro));
        for level in Evidence::ON_PAGE {
            let of_level = |item: &&Item| item.evidence.as_ref().is_some_and(|evidence| evidence.value == level);
            self.items(Kind::Text, section.labelled().filter(of_level));
        }
        self.items(Kind::Text, &section.keep_taking);
    }

    fn exercises(&mut self, subject: Subject<'a>) {
        self.section = "exercises";
        let Some(exercises) = &subject.handout.exercises else { return };
        self.push(Kind::Text, exercises.title.iter().chain(&exercises.intro));
        self.items(Kind::Text, &exercises.items);
        for exercise in exercises.cards.iter().filter_map(|id| subject.exercises.get(&id.value)) {
            self.card(exercise, subject);
        }
    }

    fn card(&mut self, exercise: &'a Exercise, subject: Subject<'a>) {
        let stage = subject.handout.stage.value;
        let own = [&exercise.name].into_iter().chain(&exercise.good_for).chain([&exercise.start]);
        let note = exercise.dose_by_stage.get(stage).and_then(|change| change.note.as_ref());
        let note = note.or(exercise.dose.note.as_ref());
        let limits = exercise.limits_in(stage).flat_map(|limit| [&limit.when, &limit.text]);
        let texts: Vec<_> =
            own.chain(exercise.steps_in(stage)).chain(note).chain(limits).chain([&exercise.stop_if]).collect();
        self.push(Kind::Card, texts);
    }

    fn more(&mut self, more: &'a [MoreSection], after: SectionName) {
        for section in more.iter().filter(|section| section.after.value == after) {
            self.section = &section.title.value;
            self.push(Kind::Text, [&section.title].into_iter().chain(&section.intro));
            self.items(Kind::Text, &section.items);
            self.groups(&section.groups);
        }
    }

    fn groups(&mut self, groups: &'a [Group]) {
        for group in groups {
            self.push(Kind::Text, [&group.title]);
            self.items(Kind::Text, &group.items);
        }
    }

    fn items(&mut self, kind: Kind, items: impl IntoIterator<Item = &'a Item>) {
        for item in items {
            self.push(kind, item.name.iter().chain([&item.text]));
        }
    }

    fn push(&mut self, kind: Kind, texts: impl IntoIterator<Item = &'a Located<String>>) {
        let texts: Vec<_> = texts.into_iter().map(|text| Prose::new(text, &self.values, self.language)).collect();
        if !texts.is_empty() {
            self.units.push(Unit { section: self.section, kind, texts });
        }
    }
}
