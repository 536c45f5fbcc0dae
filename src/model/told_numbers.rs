//! How many times, minutes, seconds or days a sentence tells, and whether that is what a dose says.
//!
//! Only numbers with their unit count (`8 times`, `5 to 10 minutes`, `5 on each side`, `twice a day`), in English and in
//! Spanish. A number that measures something else (`wait 6 weeks`, `if it hurts for more than 30 minutes`) does not.

use super::dose::{Count, Dose};
use super::exercise::Limit;

/// Words that stand for a number.
const NUMBERS: &[(&str, u16)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("ocho", 8),
    ("diez", 10),
];

/// A part of a dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Sets,
    Reps,
    Hold,
    Minutes,
    TimesADay,
    DaysAWeek,
}

/// What follows a number, and the part that it then tells; what is longer comes first.
const UNITS: &[(&str, Part)] = &[
    ("times a day", Part::TimesADay),
    ("times each day", Part::TimesADay),
    ("times per day", Part::TimesADay),
    ("times daily", Part::TimesADay),
    ("veces al día", Part::TimesADay),
    ("times a week", Part::DaysAWeek),
    ("days a week", Part::DaysAWeek),
    ("days each week", Part::DaysAWeek),
    ("días a la semana", Part::DaysAWeek),
    ("times", Part::Reps),
    ("reps", Part::Reps),
    ("repetitions", Part::Reps),
    ("veces", Part::Reps),
    ("repeticiones", Part::Reps),
    ("on each side", Part::Reps),
    ("each side", Part::Reps),
    ("on every side", Part::Reps),
    ("de cada lado", Part::Reps),
    ("at a time", Part::Reps),
    ("in a row", Part::Reps),
    ("minute", Part::Minutes),
    ("minutes", Part::Minutes),
    ("minuto", Part::Minutes),
    ("minutos", Part::Minutes),
    ("second", Part::Hold),
    ("seconds", Part::Hold),
    ("segundos", Part::Hold),
    ("set", Part::Sets),
    ("sets", Part::Sets),
    ("series", Part::Sets),
];

/// Words for how often, whole.
const HOW_OFTEN: &[(&str, u16, Part)] = &[
    ("once a day", 1, Part::TimesADay),
    ("twice a day", 2, Part::TimesADay),
    ("una vez al día", 1, Part::TimesADay),
    ("twice", 2, Part::Reps),
    ("every day", 7, Part::DaysAWeek),
];

/// Words before a number that make it the most that is meant.
const AT_MOST: &[&str] = &["up to", "at most", "no more than", "not more than", "hasta"];
/// Words before a number that make it another measure than a dose.
const OTHERWISE: &[&str] =
    &["wait", "rest", "wait for", "wait about", "rest for", "more than", "over", "after", "lasts", "within", "every"];
/// Words after a number of times that has no unit: `Do 8 with a light band`, `Do 8.`.
const AFTER_BARE: &[&str] = &["with", "only", "slowly", "gently", "instead"];

/// A number in a sentence, and the part of a dose that it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Told {
    part: Part,
    count: Count,
    at_most: bool,
}

impl Limit {
    /// Whether its text tells another number than `dose` for a part that the dose says.
    #[must_use]
    pub fn contradicts(&self, dose: &Dose) -> bool {
        contradicts(&self.text.value, dose)
    }
}

/// Whether a text tells another number than `dose` for a part that the dose says.
pub(super) fn contradicts(text: &str, dose: &Dose) -> bool {
    told(text).iter().any(|told| {
        let said = match told.part {
            Part::Sets => dose.sets,
            Part::Reps => dose.reps,
            Part::Hold => dose.hold_seconds.or(dose.seconds),
            Part::Minutes => dose.minutes,
            Part::TimesADay => dose.times_a_day,
            Part::DaysAWeek => dose.days_a_week,
        };
        said.is_some_and(|said| if told.at_most { said.most > told.count.most } else { said != told.count })
    })
}

/// The numbers of a text that tell a part of a dose, sentence by sentence.
fn told(text: &str) -> Vec<Told> {
    let small = text.to_lowercase().replace(['–', '-'], " to ");
    let sentences = small.split(['.', '!', '?', ';', ':', ',', '\n']);
    sentences.flat_map(|sentence| in_sentence(&sentence.split_whitespace().collect::<Vec<_>>())).collect()
}

fn in_sentence(words: &[&str]) -> Vec<Told> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((count, end)) = count_at(words, at) else {
            let often = HOW_OFTEN.iter().find(|(phrase, ..)| follows(&words[at..], phrase));
            found.extend(often.map(|&(_, number, part)| Told {
                part,
                count: Count { least: number, most: number },
                at_most: false,
            }));
            at += often.map_or(1, |(phrase, ..)| phrase.split(' ').count());
            continue;
        };
        let (before, after) = (&words[..at], &words[end..]);
        let unit = UNITS.iter().find(|(unit, _)| follows(after, unit)).map(|&(_, part)| part);
        let bare = before.last() == Some(&"do") && after.first().is_none_or(|next| AFTER_BARE.contains(next));
        if let Some(part) =
            unit.or(bare.then_some(Part::Reps)).filter(|_| !ends_in(before, OTHERWISE) || ends_in(before, AT_MOST))
        {
            found.push(Told { part, count, at_most: ends_in(before, AT_MOST) });
        }
        at = end;
    }
    found
}

/// The number or range that begins at `at`, and the word after it.
fn count_at(words: &[&str], at: usize) -> Option<(Count, usize)> {
    let number = |word: &&str| {
        let named = NUMBERS.iter().find(|(name, _)| name == word).map(|&(_, number)| number);
        named.or_else(|| word.parse().ok())
    };
    let least = words.get(at).and_then(number)?;
    let ranges = matches!(words.get(at + 1), Some(&("to" | "or" | "a" | "o")));
    match words.get(at + 2).and_then(number).filter(|most| ranges && *most > least) {
        Some(most) => Some((Count { least, most }, at + 3)),
        None => Some((Count { least, most: least }, at + 1)),
    }
}

/// Whether `words` begin with a phrase.
fn follows(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|part| words.next() == Some(&part))
}

/// Whether `words` end in one of some phrases.
fn ends_in(words: &[&str], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        let length = phrase.split(' ').count();
        words.len() >= length && follows(&words[words.len() - length..], phrase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::load;

    fn contradicts(text: &str, dose: &str) -> bool {
        let limit = load::<Limit>(&Source::new("limit.yaml", format!("when: always\ntext: \"{text}\"\n"))).unwrap();
        limit.value.contradicts(&load::<Dose>(&Source::new("dose.yaml", dose)).unwrap().value)
    }

    #[test]
    fn another_number_for_the_same_part_contradicts() {
        for (text, dose) in [
            ("8 times is enough.", "{ reps: 8-10 }"),
            ("Do 8 to 10 with a light band.", "{ reps: 8-12 }"),
            ("Slide one arm. Do 5 on each side.", "{ reps: 5-8, each_side: true }"),
            ("Do five.", "{ reps: 10 }"),
            ("Walk for 5 to 10 minutes.", "{ minutes: 10-30 }"),
            ("Hold for up to 5 seconds.", "{ hold_seconds: 3-10 }"),
            ("Stay for 20 seconds.", "{ seconds: 30 }"),
            ("Hold for 5–10 seconds.", "{ hold_seconds: 5 }"),
            ("Do it twice a day.", "{ reps: 10, times_a_day: 3 }"),
            ("No more than 2 sets.", "{ sets: 3 }"),
            ("Every day is fine.", "{ days_a_week: 3 }"),
            ("Haga 5 repeticiones.", "{ reps: 10 }"),
        ] {
            assert!(contradicts(text, dose), "{text} {dose}");
        }
    }

    #[test]
    fn the_same_number_and_other_measures_do_not() {
        for (text, dose) in [
            ("8 times is enough.", "{ reps: 8 }"),
            ("Do 8 to 10 with a light band.", "{ reps: 8-10 }"),
            ("Hold for up to 10 seconds.", "{ hold_seconds: 3-10 }"),
            ("Wait 6 weeks.", "{ reps: 8, days_a_week: 3 }"),
            ("Rest for 2 minutes.", "{ minutes: 10 }"),
            ("Stop if it hurts for more than 30 minutes.", "{ minutes: 10 }"),
            ("Some teams say to wait 3 to 4 months.", "{ minutes: 20-30, days_a_week: 1-2 }"),
            ("Use one pillow or two.", "{ reps: 5 }"),
            ("Lift one leg a little.", "{ reps: 8, sets: 1 }"),
            ("Hold for 5 seconds.", "{ reps: 10 }"),
            ("Take 2 short walks.", "{ minutes: 10, times_a_day: 1 }"),
        ] {
            assert!(!contradicts(text, dose), "{text} {dose}");
        }
    }
}
