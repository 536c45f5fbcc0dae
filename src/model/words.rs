//! The words that [`super::shape`] uses for types, patterns and near misses.

use serde_json::Value as Json;
use time::{Date, Month};

use super::dose::Count;
use super::gestation::{Gestation, SinceBirth};
use super::key::Key;
use super::line::quote;
use super::{COLOUR_PATTERN, COUNT_PATTERN, DATE_PATTERN, KEY_PATTERN, SINCE_BIRTH_PATTERN, WEEKS_PATTERN};

/// What a type is called in messages.
const PHRASES: &[(&str, &str)] = &[
    ("Handout", "a handout"),
    ("Section", "a section"),
    ("Group", "a group"),
    ("MoreSection", "a further section"),
    ("Item", "an item"),
    ("Exercises", "`exercises`"),
    ("Question", "a question"),
    ("SeekCare", "`seek_care`"),
    ("Tier", "a tier of signs"),
    ("SignGroup", "a group of signs"),
    ("Imprint", "an imprint"),
    ("Review", "an approval"),
    ("Allowance", "an allowance"),
    ("SheetRequest", "a sheet"),
    ("ChosenExercise", "a chosen exercise"),
    ("Override", "an override"),
    ("Exercise", "an exercise"),
    ("ExerciseTexts", "an exercise in another language"),
    ("Unit", "a text"),
    ("LimitTexts", "a limit in another language"),
    ("Dose", "a dose"),
    ("DoseChange", "a dose"),
    ("ByStage", "what is said by stage"),
    ("ByStage2", "what is said by stage"),
    ("ByStage3", "what is said by stage"),
    ("DoseEntry", "a dose"),
    ("Limit", "a limit"),
    ("Policy", "the clinic's approval"),
    ("Brand", "a brand"),
    ("Colors", "`colors`"),
    ("Fonts", "`fonts`"),
    ("Typeface", "a typeface"),
    ("Contact", "`contact`"),
    ("Figure", "`figure`"),
    ("SourceEntry", "a source"),
    ("Picture", "a picture"),
    ("Pose", "a pose"),
    ("Sit", "`sit`"),
    ("Arm", "an arm"),
    ("Leg", "a leg"),
    ("Prop", "a thing about her"),
    ("Arrow", "an arrow"),
    ("About", "a topic"),
    ("StageEntry", "a stage"),
    ("ContactEntry", "a contact"),
];

/// A way that a text must be written.
pub(super) struct Pattern {
    /// The regular expression in the schema.
    pub pattern: &'static str,
    /// Whether a text is written so.
    pub fits: fn(&str) -> bool,
    /// What is wrong with a text that is not, where more can be told than `rule`.
    pub why: fn(&str) -> Option<String>,
    /// What a text that is not was certainly meant to be, as it is written in YAML.
    pub meant: fn(&str) -> Option<String>,
    /// What it is, with its article.
    pub noun: &'static str,
    /// How it is written.
    pub rule: &'static str,
    /// One that is right.
    pub example: &'static str,
}

/// All patterns that the schemas use; a test holds that there is no other.
pub(super) const PATTERNS: &[Pattern] = &[
    Pattern {
        pattern: DATE_PATTERN,
        fits: is_date,
        why: |text| looks_like_date(text).then(|| "there is no such day".to_owned()),
        meant: meant_date,
        noun: "a date",
        rule: "a date is written as year, month and day",
        example: "2026-11-20",
    },
    Pattern {
        pattern: COLOUR_PATTERN,
        fits: is_colour,
        why: |_| None,
        meant: |text| {
            let colour = format!("#{}", text.trim().trim_start_matches('#'));
            is_colour(&colour).then(|| quote(&colour))
        },
        noun: "a colour",
        rule: "a colour is `#` and six digits or letters from a to f, in quotes",
        example: "\"#1f6f78\"",
    },
    Pattern {
        pattern: COUNT_PATTERN,
        fits: Count::fits,
        why: |_| None,
        meant: |text| {
            let count = text.replace(['–', '—'], "-").replace(' ', "");
            Count::fits(&count).then_some(count)
        },
        noun: "a number or a range",
        rule: "write a number, or two with a hyphen between them",
        example: "8-12",
    },
    Pattern {
        pattern: KEY_PATTERN,
        fits: |text| Key::new(text).is_ok(),
        why: |_| None,
        meant: |text| {
            let id = text.trim().to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
            Key::new(&id).is_ok().then_some(id)
        },
        noun: "an id",
        rule: "an id has at most 31 small letters, digits, `-` and `_`, and starts with a letter",
        example: "after-birth",
    },
    Pattern {
        pattern: WEEKS_PATTERN,
        fits: |text| Gestation::parse(text).is_ok(),
        why: |text| Gestation::parse(text).err().map(|why| why.0),
        meant: |_| None,
        noun: "a week of pregnancy",
        rule: "write completed weeks, or weeks and days",
        example: "30+2",
    },
    Pattern {
        pattern: SINCE_BIRTH_PATTERN,
        fits: |text| SinceBirth::parse(text).is_ok(),
        why: |text| SinceBirth::parse(text).err().map(|why| why.0),
        meant: |_| None,
        noun: "a number of weeks since the birth",
        rule: "write completed weeks, or weeks and days",
        example: "3+2",
    },
];

/// The pattern of a schema, if it has one.
pub(super) fn pattern(schema: &Json) -> Option<&'static Pattern> {
    let pattern = schema.get("pattern")?.as_str()?;
    PATTERNS.iter().find(|known| known.pattern == pattern)
}

/// Whether `text` is a day that exists, written as 2026-11-20.
pub(super) fn is_date(text: &str) -> bool {
    looks_like_date(text) && {
        let month = text[5..7].parse::<u8>().ok().and_then(|month| Month::try_from(month).ok());
        match (text[..4].parse(), month, text[8..].parse()) {
            (Ok(year), Some(month), Ok(day)) => Date::from_calendar_date(year, month, day).is_ok(),
            _ => false,
        }
    }
}

/// The day that a text certainly means, as 2026-11-20: with other signs between its parts, with one digit for a day or a
/// month, or day first where that can be no month. `04/12/2026` may be two days.
fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [first, month, last] = parts.try_into().ok()?;
    let is_certain = |day: &str, month: &str| day == month || day.parse::<u8>().is_ok_and(|day| day > 12);
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) if is_certain(first, month) => (last, first),
        _ => return None,
    };
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    is_date(&date).then_some(date)
}

/// Whether `text` has the shape of a date, whether or not there is such a day.
pub(super) fn looks_like_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// What a type is called, with its article.
pub(super) fn phrase(type_name: Option<&str>) -> &'static str {
    let found = PHRASES.iter().find(|(name, _)| Some(*name) == type_name);
    found.map_or("this part", |(_, phrase)| phrase)
}

/// The one of `candidates` that `word` was most likely meant to be.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    /// Longer words are no slip of the pen, and measuring them takes long.
    const LONGEST: usize = 40;
    if word.len() > LONGEST {
        return None;
    }
    let plain = |word: &str| word.trim().to_lowercase().replace([' ', '-'], "_");
    let word = plain(word);
    let distances = candidates.into_iter().map(|candidate| {
        let other = plain(candidate);
        (strsim::damerau_levenshtein(&word, &other), other.len().min(word.len()), candidate)
    });
    let (distance, length, candidate) = distances.min_by_key(|(distance, ..)| *distance)?;
    (distance <= (length / 3).max(1) && distance < length).then_some(candidate)
}

/// `words` as a person lists them: `a`, `b` and `c`.
pub(super) fn list<'w>(words: impl IntoIterator<Item = &'w str>, last: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// `text` as it can stand in a YAML line: in quotes if need be, and short.
pub(super) fn entry(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text,
    };
    let is_number = short.parse::<f64>().is_ok();
    let starts_badly = !short.starts_with(|c: char| c.is_alphanumeric());
    match is_number || starts_badly || short.contains(": ") || short.contains(" #") || short.ends_with(':') {
        true => quote(&short),
        false => short,
    }
}
