//! Texts as messages may show them: what belongs to a patient is covered where it stands, character for character, so
//! that every place stays as it is and nothing has to be searched for.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Place, Source};

/// What stands for a covered character of one to four bytes.
const STAND_INS: [char; 4] = ['*', '·', '•', '𐄁'];

/// Words that a dose may have in a column of exercises, besides numbers.
const DOSE_WORDS: &[&str] = &[
    "arm",
    "arms",
    "bd",
    "bid",
    "breaths",
    "either",
    "hour",
    "hours",
    "hr",
    "l",
    "leg",
    "legs",
    "lt",
    "m",
    "od",
    "on",
    "only",
    "other",
    "prn",
    "qd",
    "qds",
    "qid",
    "r",
    "repetitions",
    "rt",
    "secs",
    "mins",
    "sos",
    "tds",
    "tid",
    "a",
    "and",
    "both",
    "daily",
    "day",
    "days",
    "each",
    "every",
    "for",
    "h",
    "hold",
    "left",
    "min",
    "minute",
    "minutes",
    "of",
    "once",
    "one",
    "per",
    "rep",
    "reps",
    "right",
    "s",
    "sec",
    "second",
    "seconds",
    "set",
    "sets",
    "side",
    "sides",
    "time",
    "times",
    "twice",
    "week",
    "weekly",
    "x",
];

/// Words that a number of weeks may have.
const WEEK_WORDS: &[&str] = &["w", "week", "weeks", "wk", "wks", "d", "day", "days", "and", "st", "nd", "rd", "th"];

/// `text`, called `name`, with the characters in `ranges` covered; the ranges are sorted by their starts.
#[must_use]
pub fn covered(name: &str, text: &str, ranges: &[Range<usize>]) -> Arc<Source> {
    let mut shown = String::with_capacity(text.len());
    let mut reached = 0;
    for range in ranges {
        let start = range.start.max(reached);
        let end = range.end.max(start);
        shown.push_str(&text[reached..start]);
        shown.extend(text[start..end].chars().map(stand_in));
        reached = end;
    }
    shown.push_str(&text[reached..]);
    Source::new(name, shown)
}

/// Whether something is covered at a place.
#[must_use]
pub fn is_covered(place: &Place) -> bool {
    place.source.text[place.span.clone()].contains(STAND_INS)
}

/// The same place in a text of which no line can be read: only line and column are left.
#[must_use]
pub fn blank(place: &Place) -> Place {
    let blank = |text: &str| text.chars().map(|c| if matches!(c, '\n' | '\r') { c } else { ' ' }).collect::<String>();
    let text = place.source.text.as_str();
    let [start, end] = [place.span.start, place.span.end].map(|at| text[..at].chars().count());
    Place { source: Source::new(place.source.name.as_str(), blank(text)), span: start..end }
}

/// What stands for a covered character; lines stay lines.
const fn stand_in(character: char) -> char {
    match character {
        '\n' | '\r' => character,
        _ => STAND_INS[character.len_utf8() - 1],
    }
}

/// Whether messages may not show the value of the part or column `name`: what it should hold is about a person, or what
/// it holds may be, because it stands in the wrong place.
#[must_use]
pub fn hides(name: &str, text: &str) -> bool {
    match name {
        "patient" | "clinician" | "note" | "next_visit" | "because" => true,
        "id" => text.contains(' ') || !text.is_ascii(),
        "week" | "weeks_after_birth" => {
            let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            !text.is_ascii() || words.any(|word| !WEEK_WORDS.contains(&word.to_lowercase().as_str()))
        }
        "date" | "due_date" => text.contains(char::is_alphabetic),
        "exercises" | "exercise" => text.split([';', '\n']).any(|entry| !is_exercise(entry)),
        _ => text.len() > 24 || text.contains(' ') || !text.is_ascii() || text.contains(|c: char| c.is_uppercase()),
    }
}

/// Whether a text looks like an exercise's id with a dose, and like nobody's name.
fn is_exercise(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii() && !c.is_ascii_uppercase();
    let mut words = text.split([' ', ',', '\t', '\r']).filter(|word| !word.is_empty());
    words.next();
    let is_dose = |word: &str| word.contains(|c: char| c.is_ascii_digit()) || DOSE_WORDS.contains(&word);
    text.chars().all(is_plain) && words.all(is_dose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_may_be_a_name_are_hidden_wherever_they_stand() {
        for (name, text) in [
            ("patient", "x"),
            ("because", "x"),
            ("id", "Ann Example"),
            ("id", "王小明"),
            ("week", "ann"),
            ("due_date", "Ann"),
            ("exercises", "ann example"),
            ("exercises", "bridge; Ann"),
            ("exercises", "bridge:3x10 ann"),
            ("exercise", "josé"),
            ("large_print", "Ann"),
            ("language", "ann example"),
        ] {
            assert!(hides(name, text), "{name}: {text}");
        }
        for (name, text) in [
            ("id", "visit-0412"),
            ("week", "30+2"),
            ("week", "30 weeks 2 days"),
            ("due_date", "04/12/2026"),
            ("exercises", "pelvic-tilt:3x10 hold 5s; cat-stretch:8-12, 3 days a week\nbridge"),
            ("exercise", "pelvic-tlt"),
            ("exercises", "cat-stretch:often"),
            ("large_print", "maybe"),
            ("language", "es"),
        ] {
            assert!(!hides(name, text), "{name}: {text}");
        }
    }

    #[test]
    fn places_stay_where_they_are() {
        let shown = covered("a", "id: 王小明\r\nx: Zoë", &[4..13, 18..22]);
        assert_eq!(shown.text, "id: •••\r\nx: **·");
        let place = Place { source: Source::new("a", "é: [\n王x"), span: 9..10 };
        let blank = blank(&place);
        assert_eq!((blank.source.text.as_str(), blank.line_column()), ("    \n  ", place.line_column()));
        assert!(is_covered(&Place { source: shown, span: 4..13 }) && !is_covered(&blank));
    }
}
