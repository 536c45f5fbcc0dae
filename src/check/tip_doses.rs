//! H213: a tip for exercise that gives another dose than the exercise's own.

use super::prose::of_item;
use super::words::{Tongue, Words, sentences};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::dose::{Count, Dose};
use crate::model::exercise::Exercise;
use crate::model::handout::Stage;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H213",
    title: "a tip that gives another dose",
    meaning: "A sentence under `exercises`, `items` says a number of times, minutes, seconds or days a week, and an exercise \
              that the sentence names, or else its item, has another one on its card.",
    why: "Two doses for one exercise leave a patient to guess, and she may guess the harder one.",
    example: Example::Handout {
        bad: "exercises:\n  use: [knee-rolls]\n  items: [Do the knee rolls 20 times.]\n",
        good: "exercises:\n  use: [knee-rolls]\n  items: [Do the knee rolls 8 times.]\n",
    },
    standard: "House rule: one dose for one exercise.",
    safety: true,
}];

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Times,
    Minutes,
    Seconds,
    DaysAWeek,
}

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    // Numbers are read in English alone; other languages have their own words between number and unit.
    if Tongue::of(handout) != Some(Tongue::English) {
        return;
    }
    let exercises: Vec<&Exercise> = subject.used_exercises().collect();
    for item in handout.exercises.iter().flat_map(|exercises| &exercises.items) {
        let printed = of_item(item, &values);
        let named_in = |text: &str| -> Vec<&Exercise> {
            let words = Words::of(text);
            exercises.iter().copied().filter(|exercise| is_named(exercise, &words)).collect()
        };
        let in_item = named_in(&printed);
        for (sentence, _) in sentences(&printed) {
            let own = named_in(sentence);
            let about = if own.is_empty() { &in_item } else { &own };
            let other = numbers(sentence)
                .into_iter()
                .find_map(|said| Some((said, contradicted(said, about, handout.stage.value)?)));
            if let Some(((_, least, most), exercise)) = other {
                let said = if least == most { least.to_string() } else { format!("{least} to {most}") };
                let name = &exercise.name.value;
                findings.push(
                    Finding::error(
                        "H213",
                        format!("this tip says {said}, and the card of “{name}” says another number"),
                    )
                    .at(&item.text.place.of(sentence), "which of the two is right?")
                    .help("leave the number out: “Follow the dose on each card”"),
                );
            }
        }
    }
}

/// Whether a text names an exercise: by its name, or by what `walking` is made of.
fn is_named(exercise: &Exercise, words: &Words) -> bool {
    let name = exercise.name.value.to_lowercase();
    let name: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let whole = name.join(" ");
    let stem = whole.strip_suffix("ing").filter(|_| name.len() == 1).map(|stem| {
        let doubled = stem.ends_with("mm") || stem.ends_with("nn");
        if doubled { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() }
    });
    words.have(&whole) || stem.is_some_and(|stem| words.have(&stem))
}

/// The numbers of a sentence with what they count: `8`, `8-12` or `8 to 12`, and then the unit.
fn numbers(sentence: &str) -> Vec<(Unit, u16, u16)> {
    let small = sentence.to_lowercase().replace(['-', '–'], " to ");
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u16>().ok());
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(least) = number(at) else {
            at += 1;
            continue;
        };
        let range = (words.get(at + 1) == Some(&"to")).then(|| number(at + 2)).flatten();
        let after = if range.is_some() { at + 3 } else { at + 1 };
        let rest = &words[after.min(words.len())..];
        let unit = match rest {
            ["times", "a" | "each" | "per", "day" | "week", ..] => None,
            ["times" | "repetitions" | "reps", ..] => Some(Unit::Times),
            ["minutes", "a", "week", ..] => None,
            ["minutes" | "minute", ..] => Some(Unit::Minutes),
            ["seconds" | "second", ..] => Some(Unit::Seconds),
            ["days" | "day", "a" | "each" | "per", "week", ..] => Some(Unit::DaysAWeek),
            _ => None,
        };
        found.extend(unit.map(|unit| (unit, least, range.unwrap_or(least))));
        at = after;
    }
    found
}

/// The first of some exercises whose dose says another number in `stage`. After birth a dose grows with the weeks: that of
/// no stage holds, too.
fn contradicted<'a>(
    (unit, least, most): (Unit, u16, u16),
    exercises: &[&'a Exercise],
    stage: Stage,
) -> Option<&'a Exercise> {
    let of = |dose: &Dose| -> Option<Count> {
        match unit {
            Unit::Times => dose.reps,
            Unit::Minutes => dose.minutes,
            Unit::Seconds => dose.hold_seconds,
            Unit::DaysAWeek => dose.days_a_week,
        }
    };
    // She may start with fewer minutes than the card says, and build up.
    let starts_low = unit == Unit::Minutes;
    let holds = |count: Count| (starts_low || count.least <= least) && (count.least..=count.most).contains(&most);
    let says_other = |exercise: &&&Exercise| {
        let grows = matches!(stage, Stage::AfterBirth | Stage::Any);
        let own = of(&exercise.dose_in(stage));
        let usual = of(&exercise.dose).filter(|_| grows);
        own.is_some_and(|count| !holds(count)) && usual.is_none_or(|count| !holds(count))
    };
    exercises.iter().find(says_other).copied()
}

#[cfg(test)]
mod tests {
    use super::{Unit, numbers};

    #[test]
    fn numbers_are_read_with_their_units() {
        assert_eq!(numbers("Do each one 8 to 10 times, once a day."), [(Unit::Times, 8, 10)]);
        assert_eq!(numbers("Walk for 20–30 minutes."), [(Unit::Minutes, 20, 30)]);
        assert_eq!(numbers("8-12 times each, 2 to 3 days a week"), [(Unit::Times, 8, 12), (Unit::DaysAWeek, 2, 3)]);
        assert!(numbers("Aim for 150 minutes a week from week 16, 3 times a day").is_empty());
        assert!(numbers("Do 5 squeezes and 3 turns to each side, in 1 to 2 sets").is_empty());
    }
}
