//! What a small format keeps: the items of a handout in the order in which they may go, and a handout without some of
//! them. The help box is no item; nothing of it ever goes.

use std::collections::BTreeSet;

use crate::model::Located;
use crate::model::handout::{Group, Handout, Item, Priority};

/// Something that a small format may leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its number in the walk through the handout.
    pub number: usize,
    /// How much it matters.
    pub priority: Priority,
    /// The section it stands in.
    pub section: Section,
    /// What it is called in a report: its name, or its first words.
    pub label: String,
}

/// Sections by how much a small format loves them, the first to be thinned out first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Exercises by name.
    Named,
    /// Exercises on cards.
    Cards,
    /// Questions and answers.
    Questions,
    /// Tips for exercise.
    Tips,
    /// Further sections.
    More,
    /// Causes.
    Causes,
    /// Treatments.
    Treatments,
    /// Prevention.
    Prevention,
}

impl Section {
    /// Its name as handouts write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named | Self::Cards | Self::Tips => "exercises",
            Self::Questions => "questions",
            Self::More => "more",
            Self::Causes => "causes",
            Self::Prevention => "prevention",
            Self::Treatments => "treatments",
        }
    }
}

/// All that may be left out, the first to go first: extra before normal before essential, and among equals the sections
/// that matter less, from their ends.
#[must_use]
pub fn candidates(handout: &Handout) -> Vec<Candidate> {
    let mut found = Vec::new();
    walk(&mut handout.clone(), &mut |candidate| {
        found.push(candidate);
        true
    });
    // Cards bring the whole safety box with them; a small format has room for them when it has room for much else.
    let key = |candidate: &Candidate| {
        let cards = matches!(candidate.section, Section::Cards | Section::Named);
        let priority = if cards { Priority::Extra } else { candidate.priority };
        (std::cmp::Reverse(priority), candidate.section, std::cmp::Reverse(candidate.number))
    };
    found.sort_by_key(key);
    found
}

/// The handout without the candidates of these numbers; groups and sections that are left with nothing go, too.
#[must_use]
pub fn without(handout: &Handout, numbers: &BTreeSet<usize>) -> Handout {
    let mut kept = handout.clone();
    walk(&mut kept, &mut |candidate| !numbers.contains(&candidate.number));
    for section in [&mut kept.causes, &mut kept.prevention, &mut kept.treatments] {
        if section.as_ref().is_some_and(|section| section.items.is_empty() && section.groups.is_empty()) {
            *section = None;
        }
    }
    kept.more.retain(|more| !more.items.is_empty() || !more.groups.is_empty());
    if kept.questions.as_ref().is_some_and(Vec::is_empty) {
        kept.questions = None;
    }
    if kept.exercises.as_ref().is_some_and(|shown| shown.ids().next().is_none() && shown.items.is_empty()) {
        kept.exercises = None;
    }
    kept
}

/// Goes through the handout in one fixed order and keeps what `keep` says.
fn walk(handout: &mut Handout, keep: &mut dyn FnMut(Candidate) -> bool) {
    let mut walker = Walker { number: 0, keep };
    for (section, name) in [
        (&mut handout.causes, Section::Causes),
        (&mut handout.prevention, Section::Prevention),
        (&mut handout.treatments, Section::Treatments),
    ] {
        let Some(section) = section else { continue };
        walker.items(&mut section.items, name);
        walker.groups(&mut section.groups, name);
    }
    if let Some(shown) = &mut handout.exercises {
        walker.items(&mut shown.items, Section::Tips);
        walker.ids(&mut shown.cards, Section::Cards);
        walker.ids(&mut shown.also, Section::Named);
    }
    for more in &mut handout.more {
        walker.items(&mut more.items, Section::More);
        walker.groups(&mut more.groups, Section::More);
    }
    if let Some(questions) = &mut handout.questions {
        questions.retain(|question| walker.keeps(question.priority, Section::Questions, &question.question.value));
    }
}

struct Walker<'a> {
    number: usize,
    keep: &'a mut dyn FnMut(Candidate) -> bool,
}

impl Walker<'_> {
    fn keeps(&mut self, priority: Priority, section: Section, label: &str) -> bool {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = label.chars().take(60).collect();
        let label = if short.len() < label.len() { format!("{short}…") } else { label };
        self.number += 1;
        (self.keep)(Candidate { number: self.number, priority, section, label })
    }

    fn items(&mut self, items: &mut Vec<Item>, section: Section) {
        items.retain(|item| {
            let label = item.name.as_ref().unwrap_or(&item.text);
            self.keeps(item.priority, section, &label.value)
        });
    }

    fn groups(&mut self, groups: &mut Vec<Group>, section: Section) {
        for group in groups.iter_mut() {
            self.items(&mut group.items, section);
        }
        groups.retain(|group| !group.items.is_empty());
    }

    fn ids(&mut self, ids: &mut Vec<Located<String>>, section: Section) {
        ids.retain(|id| self.keeps(Priority::Normal, section, &id.value));
    }
}
