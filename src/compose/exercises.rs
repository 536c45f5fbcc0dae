//! Exercises: the heading and tips, the safety box that cannot be dropped, a card for each, and more by name.

use super::document::{Block, ExerciseCard, Group, GroupTitle, List, ListItem, Marker, Section, SectionKind};
use super::leaflet::{Composer, section};
use crate::art::icons::Icon;
use crate::model::dose::{Dose, DoseChange};
use crate::model::exercise::{Exercise, Limit};
use crate::model::handout::{Exercises, Stage};
use crate::model::stages::StageClock;
use crate::model::text::{self, Passage, Rich, Span, put};
use crate::model::unit::Unit;
use crate::topic::safety::{Length, SafetyItem, SafetyList};

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
    /// A handout's exercises. The safety box comes before the first card.
    pub(super) fn exercises(&self, exercises: &Exercises) -> Section {
        let title = self.title(exercises.title.as_ref(), self.heading(|own| &own.exercises));
        let mut blocks = self.opening(exercises.intro.as_ref(), exercises.picture.as_ref());
        if !exercises.items.is_empty() {
            blocks.push(Block::List(self.list(&exercises.items, Marker::Dot)));
        }
        // Tips alone name no exercise; with the first exercise comes the whole box.
        if exercises.ids().next().is_some() {
            blocks.extend(self.safety_boxes());
        }
        let cards =
            exercises.cards.iter().filter_map(|id| Some(self.card(&id.value, self.input.exercises.get(&id.value)?)));
        let cards: Vec<ExerciseCard> = cards.collect();
        if !cards.is_empty() {
            blocks.push(Block::Cards(cards));
        }
        blocks.extend(self.also(exercises));
        section(SectionKind::Exercises, Icon::Exercises, title, blocks)
    }

    pub(super) fn card(&self, id: &str, exercise: &Exercise) -> ExerciseCard {
        let language = self.language;
        let stage = self.input.handout.stage.value;
        let from = self.when_after_birth(exercise);
        let limits = exercise.limits_in(stage).filter(|limit| from.is_none() || !limit.at_start);
        ExerciseCard {
            name: self.inline(&exercise.name),
            picture: self.input.pictures.exercises.get(id).cloned(),
            start: self.lead(&format!("{} ", language.start()), self.inline(&exercise.start)),
            steps: exercise.steps_in(stage).iter().map(|step| self.inline(step)).collect(),
            dose: self.dose(exercise),
            limits: join(limits.map(|limit| self.limit(limit))),
            from,
            stop: Some(self.lead(&format!("{} ", language.stop_if()), self.inline(&exercise.stop_if))),
            personal: Vec::new(),
        }
    }

    /// The dose of the leaflet's stage. Where no stage is meant it is the usual one, and beside it what is other in some.
    fn dose(&self, exercise: &Exercise) -> Rich {
        let stage = self.input.handout.stage.value;
        let words = |dose: &Dose| {
            let numbers = Some(text::upper_first(&self.language.dose(dose))).filter(|words| !words.is_empty());
            let note = dose.note.as_ref().map(|note| self.inline(note).text());
            let parts: Vec<String> = numbers.into_iter().chain(note).collect();
            parts.join(". ")
        };
        let mut all = vec![words(&exercise.dose_in(stage))];
        if stage == Stage::Any {
            let stages = &self.input.topic.stages;
            for own in stages.each() {
                let is_for = |_: &&DoseChange| exercise.is_for(own, stages);
                let Some(change) = exercise.dose_by_stage.get(own).filter(is_for) else { continue };
                let lead = self.names.lead(own);
                let dose = words(&exercise.dose_in(own).named_by(change));
                all.push(format!("{lead}: {}", text::lower_first(&dose)));
            }
        }
        let sentence = |text: &String| if text.ends_with('.') { text.clone() } else { format!("{text}.") };
        Rich::plain(match all.as_slice() {
            [only] => only.clone(),
            several => several.iter().map(sentence).collect::<Vec<_>>().join(" "),
        })
    }

    /// From when after birth it may be done, with the limits that belong to it; nothing in pregnancy.
    fn when_after_birth(&self, exercise: &Exercise) -> Option<Rich> {
        let (stages, stage) = (&self.input.topic.stages, self.input.handout.stage.value);
        let from = exercise.after_birth_from_week.as_ref()?.value;
        let is_after_birth = |stage: &Stage| stages.clock(*stage) == StageClock::WeeksAfterBirth;
        let after_birth = stages.each().find(is_after_birth)?;
        let week = self.language.number(&from.to_string());
        let words = match from {
            0 => self.names.from_week(|own| &own.day_one).to_owned(),
            _ if stage == Stage::Any => put(self.names.from_week(|own| &own.within), &[("week", &week)]),
            _ => put(self.names.from_week(|own| &own.week), &[("week", &week)]),
        };
        // A leaflet for any stage is read in pregnancy, too: there it must say first that it speaks of after birth.
        let words = match stage {
            Stage::Any => format!("{}: {}", self.names.lead(after_birth), text::lower_first(&words)),
            stage if is_after_birth(&stage) => words,
            _ => return None,
        };
        let words = match &exercise.after_birth_once {
            Some(once) => {
                let once = self.inline(once).text();
                put(self.names.from_week(|own| &own.once), &[("from", &words), ("once", &once)])
            }
            None => words,
        };
        let start = Rich::plain(format!("{}.", words.trim_end_matches('.'))).bold();
        let limits = exercise.limits_in(after_birth).filter(|limit| limit.at_start);
        Some(join(std::iter::once(start).chain(limits.map(|limit| self.limit(limit)))))
    }

    fn limit(&self, limit: &Limit) -> Rich {
        let when = text::upper_first(&self.inline(&limit.when).text());
        self.lead(&format!("{when}: "), self.inline(&limit.text))
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
        let names: Vec<String> = named.map(|exercise| self.name_and_week(exercise)).collect();
        if names.is_empty() {
            return None;
        }
        let sentence = self.language.also_good(&self.language.list(&names));
        Some(Block::Text(vec![Passage::Paragraph(Rich::plain(sentence))]))
    }

    /// The name of an exercise within a sentence; after birth with the week from which it may be done, unless at once.
    fn name_and_week(&self, exercise: &Exercise) -> String {
        let name = self.inline(&exercise.name).text().to_lowercase();
        let from = exercise.after_birth_from_week.as_ref().map_or(0, |from| from.value);
        let clock = self.input.topic.stages.clock(self.input.handout.stage.value);
        if clock != StageClock::WeeksAfterBirth || from == 0 {
            return name;
        }
        let week = self.language.number(&from.to_string());
        format!("{name} ({})", put(self.names.from_week(|own| &own.within), &[("week", &week)]))
    }

    /// The safety box, a list an aside: who must not exercise, who asks, when to stop, and how to exercise.
    pub(super) fn safety_boxes(&self) -> Vec<Block> {
        let stage = self.input.handout.stage.value;
        let texts = self.input.topic.safety(self.language.tag());
        let lists = texts.into_iter().flat_map(|texts| texts.lists(Length::Full, stage));
        lists.map(|list| Block::Aside(vec![self.safety_list(list, stage)])).collect()
    }

    fn safety_list(&self, list: &SafetyList, stage: Stage) -> Block {
        let fill = |unit: &Unit| Rich::plain(text::fill(&unit.text.value, &self.values));
        let paragraph = |unit: &Unit| Block::Text(vec![Passage::Paragraph(fill(unit))]);
        let item = |item: &SafetyItem| ListItem { name: None, body: vec![Passage::Paragraph(fill(&item.text))] };
        let items = list.items_in(stage).map(item).collect();
        let mut blocks: Vec<Block> = list.intro.iter().map(paragraph).collect();
        blocks.push(Block::List(List { marker: Marker::Dot, items }));
        blocks.extend(list.outro.iter().map(paragraph));
        Block::Group(Group { title: GroupTitle::Words(fill(&list.title)), blocks })
    }
}
