//! The texts of an exercise in another language, put in the place of those it is written in.
//!
//! A translation has a text for each one that the exercise has, so that no limit and no step is lost on the way.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;
use super::by_stage::ByStage;
use super::exercise::Exercise;
use super::unit::{Unit, source_hash};
use crate::diag::Place;

/// The texts of an exercise in another language. Each may name the hash of the English text it was made from:
/// `{ text: …, of: 3f9a1b2c }`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExerciseTexts {
    /// Its name.
    pub name: Unit,
    /// What it is good for.
    pub good_for: Option<Unit>,
    /// What must have happened before it is done after birth.
    pub after_birth_once: Option<Unit>,
    /// How to start.
    pub start: Unit,
    /// What to do: as many steps as the exercise has.
    #[schemars(length(min = 1, max = 3))]
    pub steps: Vec<Unit>,
    /// The steps of stages that have their own.
    #[serde(default)]
    pub steps_by_stage: ByStage<Vec<Unit>>,
    /// The note on its dose.
    pub dose_note: Option<Unit>,
    /// The notes on the doses of stages that have their own.
    #[serde(default)]
    pub dose_note_by_stage: ByStage<Unit>,
    /// What to change, and for whom: as many as the exercise has, in its order.
    #[serde(default)]
    pub limits: Vec<LimitTexts>,
    /// When to stop.
    pub stop_if: Unit,
    /// What its picture shows.
    pub alt: Option<Unit>,
    /// What its picture shows in stages that have their own.
    #[serde(default)]
    pub alt_by_stage: ByStage<Unit>,
}

/// The texts of a limit in another language.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitTexts {
    /// For whom or when.
    pub when: Unit,
    /// What to change.
    pub text: Unit,
}

/// An exercise in another language, and what does not fit.
#[derive(Clone, Debug)]
pub struct Translated {
    /// The exercise with the texts of the language, as far as it has them.
    pub exercise: Exercise,
    /// The texts that the language lacks, such as `steps[2]`.
    pub missing: Vec<String>,
    /// The texts that the exercise itself does not have, and where they stand.
    pub needless: Vec<(String, Place)>,
    /// The texts that were made from an older text: which, where the old hash stands, and the hash of the text now.
    pub stale: Vec<(String, Place, String)>,
}

impl Exercise {
    /// The exercise in a language, by the tag or the language without its country; `None` where it has no texts in it.
    #[must_use]
    pub fn translated(&self, tag: &str) -> Option<Translated> {
        let primary = tag.split('-').next().unwrap_or_default();
        let texts = self.texts.get(tag).or_else(|| self.texts.get(primary))?;
        let mut exercise = self.clone();
        let mut units = texts.units();
        let (mut missing, mut stale) = (Vec::new(), Vec::new());
        for (name, text) in exercise.translatable() {
            match units.remove(&name) {
                Some(unit) => {
                    if let Some(of) = unit.of.as_ref().filter(|_| unit.is_stale(&text.value)) {
                        stale.push((name, of.place.clone(), source_hash(&text.value)));
                    }
                    *text = unit.text.clone();
                }
                None => missing.push(name),
            }
        }
        let needless = units.into_iter().map(|(name, unit)| (name, unit.text.place.clone())).collect();
        Some(Translated { exercise, missing, needless, stale })
    }

    /// Its texts, each by the name that a translation has for it.
    fn translatable(&mut self) -> Vec<(String, &mut Located<String>)> {
        let named = |name: &str| name.to_owned();
        let mut texts = vec![(named("name"), &mut self.name)];
        texts.extend(self.good_for.iter_mut().map(|text| (named("good_for"), text)));
        texts.extend(self.after_birth_once.iter_mut().map(|text| (named("after_birth_once"), text)));
        texts.push((named("start"), &mut self.start));
        texts.extend(self.steps.iter_mut().enumerate().map(|(index, text)| (entry("steps", index), text)));
        for (stage, steps) in self.steps_by_stage.iter_mut() {
            let own = format!("steps_by_stage.{stage}");
            texts.extend(steps.iter_mut().enumerate().map(|(index, text)| (entry(&own, index), text)));
        }
        texts.extend(self.dose.note.iter_mut().map(|text| (named("dose_note"), text)));
        for (stage, change) in self.dose_by_stage.iter_mut() {
            texts.extend(change.note.iter_mut().map(|text| (format!("dose_note_by_stage.{stage}"), text)));
        }
        for (index, limit) in self.limits.iter_mut().enumerate() {
            let own = entry("limits", index);
            texts.push((format!("{own}.when"), &mut limit.when));
            texts.push((format!("{own}.text"), &mut limit.text));
        }
        texts.push((named("stop_if"), &mut self.stop_if));
        if let Some(picture) = &mut self.picture {
            texts.push((named("alt"), &mut picture.alt));
            let by_stage = picture.alt_by_stage.iter_mut();
            texts.extend(by_stage.map(|(stage, text)| (format!("alt_by_stage.{stage}"), text)));
        }
        texts
    }
}

impl ExerciseTexts {
    /// All its texts by their names.
    fn units(&self) -> BTreeMap<String, &Unit> {
        let mut units: Vec<(String, &Unit)> = vec![
            ("name".to_owned(), &self.name),
            ("start".to_owned(), &self.start),
            ("stop_if".to_owned(), &self.stop_if),
        ];
        let optional = [
            ("good_for", &self.good_for),
            ("after_birth_once", &self.after_birth_once),
            ("dose_note", &self.dose_note),
            ("alt", &self.alt),
        ];
        units.extend(optional.into_iter().filter_map(|(name, unit)| Some((name.to_owned(), unit.as_ref()?))));
        units.extend(self.steps.iter().enumerate().map(|(index, unit)| (entry("steps", index), unit)));
        for (stage, steps) in self.steps_by_stage.iter() {
            let own = format!("steps_by_stage.{stage}");
            units.extend(steps.iter().enumerate().map(|(index, unit)| (entry(&own, index), unit)));
        }
        let notes = self.dose_note_by_stage.iter();
        units.extend(notes.map(|(stage, unit)| (format!("dose_note_by_stage.{stage}"), unit)));
        for (index, limit) in self.limits.iter().enumerate() {
            let own = entry("limits", index);
            units.extend([(format!("{own}.when"), &limit.when), (format!("{own}.text"), &limit.text)]);
        }
        units.extend(self.alt_by_stage.iter().map(|(stage, unit)| (format!("alt_by_stage.{stage}"), unit)));
        units.into_iter().collect()
    }
}

/// The name of an entry of a list, counted from 1.
fn entry(name: &str, index: usize) -> String {
    format!("{name}[{}]", index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::load;

    const EXERCISE: &str = "name: Clam
stages: [first-trimester]
position: on-side
start: Lie on your side.
steps: [Lift your knee., Lower it.]
dose: { reps: 8, note: Slowly. }
limits: [{ when: sore hip, text: Do less. }]
stop_if: it hurts.
texts:
  es:
    name: { text: Almeja, of: HASH }
    start: Acuéstese de lado.
    steps: [Levante la rodilla., Bájela.]
    dose_note: Despacio.
    limits: [{ when: dolor de cadera, text: Haga menos. }]
    stop_if: le duele.
";

    fn read(text: &str) -> Exercise {
        load::<Exercise>(&Source::new("clam.yaml", text)).expect("an exercise").value
    }

    #[test]
    fn a_whole_translation_takes_the_place_of_every_text() {
        let exercise = read(&EXERCISE.replace("HASH", &source_hash("Clam")));
        let Translated { exercise: spanish, missing, needless, stale } = exercise.translated("es-US").expect("Spanish");
        assert!(missing.is_empty() && needless.is_empty() && stale.is_empty(), "{missing:?} {needless:?} {stale:?}");
        let texts: Vec<&str> =
            crate::model::texts::of_exercise(&spanish).iter().map(|text| text.value.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Almeja",
                "Acuéstese de lado.",
                "Levante la rodilla.",
                "Bájela.",
                "Despacio.",
                "dolor de cadera",
                "Haga menos.",
                "le duele."
            ]
        );
        assert_eq!(spanish.dose.reps, exercise.dose.reps);
        assert!(exercise.translated("pl").is_none());
    }

    #[test]
    fn what_a_translation_lacks_or_has_too_much_is_told() {
        let text = EXERCISE.replace(", Bájela.]", "]").replace("    dose_note: Despacio.\n", "    good_for: Cadera\n");
        let translated = read(&text.replace("    limits: [{ when: dolor de cadera, text: Haga menos. }]\n", ""));
        let translated = translated.translated("es").expect("Spanish");
        assert_eq!(translated.missing, ["steps[2]", "dose_note", "limits[1].when", "limits[1].text"]);
        assert_eq!(translated.needless[0].0, "good_for");
    }

    #[test]
    fn a_text_made_from_an_older_one_is_told() {
        let translated = read(&EXERCISE.replace("HASH", "\"00000000\"")).translated("es").expect("Spanish");
        let [(name, place, now)] = translated.stale.as_slice() else { panic!("{:?}", translated.stale) };
        assert_eq!((name.as_str(), place.line_column().0, now.as_str()), ("name", 11, source_hash("Clam").as_str()));
    }
}
