//! Exercises: the heading and tips, the safety box that cannot be dropped, a card for each, and more by name.

use super::document::{Band, Block, ExerciseCard, Group, GroupTitle, List, ListItem, Marker};
use super::dose;
use super::leaflet::{Composer, section};
use super::strings::put;
use crate::art::icons::Icon;
use crate::model::exercise::Exercise;
use crate::model::handout::Exercises;
use crate::model::safety::{self, SafetyList};
use crate::model::text::{self, Passage, Rich, Span};

/// Texts in one paragraph.
fn join(texts: impl Iterator<Item = Rich>) -> Rich {
    let mut joined = Rich::default();
    for text in texts {
        if !joined.spans.is_empty() {
            joined.spans.push(Span { text: " ".to_owned(), ..Span::default() });
        }
        joined.spans.extend(text.spans);
    }
    joined
}

impl Composer<'_> {
    /// The band of a handout's exercises. The safety box comes before the first card.
    pub(super) fn exercises(&self, exercises: &Exercises) -> Band {
        let title = self.title(exercises.title.as_ref(), self.strings.exercises);
        let heading = section(Some(Icon::Exercises), title, self.opening(exercises.intro.as_ref(), None));
        let cards =
            exercises.cards.iter().filter_map(|id| Some(self.card(&id.value, self.input.exercises.get(&id.value)?)));
        let cards: Vec<ExerciseCard> = cards.collect();
        let mut tail = Vec::new();
        if !cards.is_empty() {
            tail.push(Block::Cards(cards));
        }
        tail.extend(self.also(exercises));
        // Picture and tips stand in the columns with the safety box, where lines are short.
        let mut blocks: Vec<Block> = self.picture(exercises.picture.as_ref()).into_iter().collect();
        if !exercises.items.is_empty() {
            blocks.push(Block::List(self.list(&exercises.items, Marker::Dot)));
        }
        // Tips alone name no exercise; with the first exercise comes the whole box.
        if exercises.ids().next().is_some() {
            blocks.extend(self.safety_boxes());
        }
        Band::Columns { head: vec![heading], blocks, tail }
    }

    pub(super) fn card(&self, id: &str, exercise: &Exercise) -> ExerciseCard {
        let strings = self.strings;
        let mut dose = Rich::plain(text::upper_first(&exercise.dose.words(&dose::EN)));
        if let Some(note) = &exercise.dose.note {
            dose.spans.push(Span { text: format!(". {}", self.inline(note).text()), ..Span::default() });
        }
        let limit = |limit: &crate::model::exercise::Limit| {
            let when = text::upper_first(&self.inline(&limit.when).text());
            self.lead(&format!("{when}: "), self.inline(&limit.text))
        };
        ExerciseCard {
            name: self.inline(&exercise.name),
            picture: self.input.pictures.exercises.get(id).cloned(),
            start: self.lead(strings.start, self.inline(&exercise.start)),
            steps: exercise.steps.iter().map(|step| self.inline(step)).collect(),
            dose,
            limits: join(exercise.limits_in(self.input.handout.stage.value).map(limit)),
            stop: Some(self.lead(strings.stop_if, self.inline(&exercise.stop_if))),
            personal: Vec::new(),
        }
    }

    /// A text after a few words in bold.
    pub(super) fn lead(&self, words: &str, rest: Rich) -> Rich {
        let mut rich = Rich::plain(words).bold();
        rich.spans.extend(rest.spans);
        rich
    }

    /// The exercises that have no card, by name.
    fn also(&self, exercises: &Exercises) -> Option<Block> {
        let named = exercises.also.iter().filter_map(|id| self.input.exercises.get(&id.value));
        let names: Vec<String> = named.map(|exercise| self.inline(&exercise.name).text().to_lowercase()).collect();
        let (last, before) = names.split_last()?;
        let list =
            if before.is_empty() { last.clone() } else { format!("{} {} {last}", before.join(", "), self.strings.and) };
        let sentence = put(self.strings.also, &[("names", &list)]);
        Some(Block::Text(vec![Passage::Paragraph(Rich::plain(sentence))]))
    }

    /// The safety box, a part a panel: who must not exercise, who asks, when to stop, and how to exercise.
    pub(super) fn safety_boxes(&self) -> Vec<Block> {
        let stage = self.input.handout.stage.value;
        let lists: Vec<&SafetyList> = safety::EN.lists(stage).collect();
        lists.into_iter().map(|list| Block::Panel(vec![self.safety_list(list)])).collect()
    }

    fn safety_list(&self, list: &SafetyList) -> Block {
        let fill = |words: &str| Rich::plain(text::fill(words, &self.values));
        let mut blocks = Vec::new();
        if !list.intro.is_empty() {
            blocks.push(Block::Text(vec![Passage::Paragraph(fill(list.intro))]));
        }
        let item = |words: &&'static str| ListItem { name: None, body: vec![Passage::Paragraph(fill(words))] };
        blocks.push(Block::List(List { marker: Marker::Dot, items: list.items.iter().map(item).collect() }));
        Block::Group(Group { title: GroupTitle::Words(fill(list.title)), blocks })
    }
}
