//! What is said, before it is laid out: a handout, a brand and the sources in, findings out. One rule a file.
//!
//! A rule looks at a whole handout, at one text at a time, or at one exercise at a time; those of the last two kinds
//! also hold for an exercise that no handout uses. Each rule explains its codes, for `handout explain`; the tests run
//! both examples of every explanation.

mod abbreviations;
mod alternatives;
mod approvals;
mod avoided;
mod choppy;
pub mod cited;
mod coverage;
mod dates;
mod emergency_calls;
mod evidence;
mod exercises;
mod free_doses;
mod grade;
pub mod headings;
mod help_box;
mod help_lines;
mod language;
mod links;
mod list_length;
mod markup;
mod medicines;
mod not_alone;
mod paragraph_length;
mod passive_voice;
mod pictures;
mod placeholders;
mod plain_words;
mod positions;
mod prose;
pub mod reading;
mod references;
mod review;
mod sections;
mod sentence_length;
pub mod sheet;
mod signs;
mod tip_doses;
pub mod translations;
mod treatments;
mod words;

use time::Date;

use crate::diag::{Explanation, Finding};
use crate::language::{Language, Languages, values};
use crate::model::approval::{Approved, Basis};
use crate::model::brand::Brand;
use crate::model::dates::parse_day;
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::Handout;
use crate::model::picture::Scenes;
use crate::model::sources::Sources;
use crate::model::text::Values;
use crate::model::{Located, texts};
use crate::text::fonts::FontSet;
use crate::topic::Topic;

use reading::units::Leaflet;

pub use prose::{Prose, plain};

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The handout.
    pub handout: &'a Handout,
    /// The brand it is built under.
    pub brand: &'a Brand,
    /// What it is about.
    pub topic: &'a Topic,
    /// The sources it may cite.
    pub sources: &'a Sources,
    /// The exercises it may use.
    pub exercises: &'a Library,
    /// The scenes that its sections may show.
    pub scenes: &'a Scenes,
    /// The faces it is set in.
    pub fonts: &'a FontSet,
    /// What the clinic has settled and recorded about approvals.
    pub approved: &'a Approved,
    /// The languages there are.
    pub languages: &'a Languages,
    /// What day it is.
    pub clock: Clock,
}

/// What an exercise by itself is held against.
#[derive(Clone, Copy, Debug)]
pub struct Shelves<'a> {
    /// The other exercises.
    pub exercises: &'a Library,
    /// The topic.
    pub topic: &'a Topic,
}

/// What day it is, and what that means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Today; without it, nothing is too late.
    pub today: Option<Date>,
    /// Whether a leaflet past its review date is an error, as it is for `handout check`, or a warning.
    pub strict: bool,
}

impl<'a> Subject<'a> {
    /// The exercises that the handout names, as far as they are known; those with a card first.
    pub fn used_exercises(self) -> impl Iterator<Item = &'a Exercise> {
        let ids = self.handout.exercises.iter().flat_map(|exercises| exercises.ids());
        ids.filter_map(move |id| self.exercises.get(&id.value))
    }

    /// What its exercises are held against.
    #[must_use]
    pub const fn shelves(self) -> Shelves<'a> {
        Shelves { exercises: self.exercises, topic: self.topic }
    }

    /// What the handout's texts draw on, for approvals.
    #[must_use]
    pub const fn basis(self) -> Basis<'a> {
        Basis {
            exercises: self.exercises,
            scenes: self.scenes,
            topic: self.topic.printed(),
            topic_reviews: &self.approved.topic,
        }
    }

    /// All printed texts of the handout and of the exercises that it shows.
    #[must_use]
    pub fn texts(self) -> Vec<&'a Located<String>> {
        let mut printed = texts::of_handout(self.handout);
        printed.extend(self.used_exercises().flat_map(texts::of_exercise));
        printed
    }

    /// Whether today is past the handout's review date.
    #[must_use]
    pub fn is_overdue(self) -> bool {
        let review = parse_day(&self.handout.imprint.review.value).ok();
        review.zip(self.clock.today).is_some_and(|(review, today)| today > review)
    }

    /// The language that the handout is printed in.
    #[must_use]
    pub fn language(self) -> &'a Language {
        self.languages.of(&self.handout.language.value, &self.brand.locale.value)
    }

    /// What placeholders stand for.
    #[must_use]
    pub fn values(self) -> Values {
        values(self.brand, self.language())
    }

    /// A text of the handout as it is printed.
    #[must_use]
    pub fn prose(self, text: &'a Located<String>) -> Prose<'a> {
        Prose::new(text, &self.values(), self.language())
    }
}

/// A rule: what it finds, and what that means.
#[derive(Debug)]
pub struct Rule {
    /// Its codes.
    pub explains: &'static [Explanation],
    /// How it looks.
    pub check: Check,
}

/// What a rule looks at, at a time.
#[derive(Debug)]
pub enum Check {
    /// A whole handout.
    Handout(fn(Subject<'_>, &mut Vec<Finding>)),
    /// A whole leaflet in the order it is read in, read once for all such rules.
    Leaflet(fn(&Leaflet<'_>, &mut Vec<Finding>)),
    /// One printed text of a handout or of an exercise that it uses, names of the imprint left out.
    Text(fn(&Prose<'_>, &Topic, &mut Vec<Finding>)),
    /// One exercise.
    Exercise(fn(&Exercise, Shelves<'_>, &mut Vec<Finding>)),
}

/// Every rule, in the order of their codes.
pub const RULES: &[Rule] = &[
    markup::RULE,
    placeholders::RULE,
    references::RULE,
    evidence::RULE,
    exercises::RULE,
    exercises::OWN,
    pictures::RULE,
    sections::RULE,
    help_box::RULE,
    dates::RULE,
    review::RULE,
    approvals::RULE,
    cited::RULE,
    coverage::RULE,
    language::RULE,
    grade::RULE,
    sentence_length::RULE,
    paragraph_length::RULE,
    passive_voice::RULE,
    avoided::RULE,
    plain_words::RULE,
    list_length::RULE,
    abbreviations::RULE,
    alternatives::RULE,
    choppy::RULE,
    headings::RULE,
    links::RULE,
    help_lines::RULE,
    signs::RULE,
    treatments::RULE,
    medicines::RULE,
    positions::RULE,
    positions::OWN,
    free_doses::RULE,
    emergency_calls::RULE,
    not_alone::RULE,
    tip_doses::RULE,
];

/// All findings of all rules on a handout under a brand.
#[must_use]
pub fn check(subject: Subject<'_>) -> Vec<Finding> {
    let (values, language, imprint) = (subject.values(), subject.language(), &subject.handout.imprint);
    let named = [&imprint.author, &imprint.version];
    let printed = subject.texts().into_iter().filter(|text| !named.iter().any(|name| std::ptr::eq(*name, *text)));
    let prose: Vec<Prose<'_>> = printed.map(|text| Prose::new(text, &values, language)).collect();
    let leaflet = Leaflet::new(subject);
    let mut findings = Vec::new();
    for rule in RULES {
        match rule.check {
            Check::Handout(check) => check(subject, &mut findings),
            Check::Leaflet(check) => check(&leaflet, &mut findings),
            Check::Text(check) => prose.iter().for_each(|text| check(text, subject.topic, &mut findings)),
            Check::Exercise(check) => {
                subject.used_exercises().for_each(|exercise| check(exercise, subject.shelves(), &mut findings));
            }
        }
    }
    findings
}

/// What keeps the texts of a handout and of its exercises from being printed: markup, placeholders, characters.
#[must_use]
pub fn check_printable(subject: Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in [markup::RULE, placeholders::RULE, coverage::RULE, language::RULE] {
        if let Check::Handout(check) = rule.check {
            check(subject, &mut findings);
        }
    }
    findings
}

/// All findings on an exercise by itself, as it reads under a brand.
#[must_use]
pub fn check_exercise(exercise: &Exercise, shelves: Shelves<'_>, brand: &Brand, language: &Language) -> Vec<Finding> {
    let values = values(brand, language);
    let mut findings = Vec::new();
    for rule in RULES {
        match rule.check {
            Check::Handout(_) | Check::Leaflet(_) => {}
            Check::Text(check) => {
                for text in texts::of_exercise(exercise) {
                    check(&Prose::new(text, &values, language), shelves.topic, &mut findings);
                }
            }
            Check::Exercise(check) => check(exercise, shelves, &mut findings),
        }
    }
    findings
}
