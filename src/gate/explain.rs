//! Every code of every stage, with what it means.

use std::fmt::Write as _;

use super::{allow, stages};
use crate::compose::{branding_codes, contacts, pictures, reserved};
use crate::diag::{Example, Explanation};
use crate::model::{explained, rows};
use crate::topic::Topic;
use crate::topic::examples::{ExampleFile, OwnExample};
use crate::topic::signs::OwnFinding;
use crate::{check, figure, language, preflight, topic};

/// How wide a page of text is, in characters.
const WIDTH: usize = 80;

/// Every explanation there is, stage by stage.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    let brands: [&[Explanation]; 3] = [branding_codes::EXPLANATIONS, &[reserved::EXPLANATION], contacts::EXPLANATIONS];
    let checks = check::RULES.iter().map(|rule| rule.explains);
    let drawing = [figure::EXPLANATIONS, pictures::EXPLANATIONS];
    let pages = preflight::RULES.iter().map(|rule| rule.explains);
    let rest = [
        language::EXPLANATIONS,
        check::translations::EXPLANATIONS,
        topic::explained::EXPLANATIONS,
        topic::safety::EXPLANATIONS,
        topic::names::EXPLANATIONS,
        stages::EXPLANATIONS,
        allow::EXPLANATIONS,
        check::sheet::EXPLANATIONS,
        rows::explained::EXPLANATIONS,
    ];
    [explained::EXPLANATIONS].into_iter().chain(brands).chain(checks).chain(drawing).chain(pages).chain(rest).flatten()
}

/// What a code means.
#[must_use]
pub fn of(code: &str) -> Option<&'static Explanation> {
    all().find(|explanation| explanation.code.eq_ignore_ascii_case(code))
}

/// What a code means, on a page of plain text, 80 characters wide but for the lines of examples.
#[must_use]
pub fn page(explanation: &Explanation) -> String {
    let Explanation { code, title, meaning, why, example, standard, .. } = explanation;
    let mut page = wrapped(&format!("{code}: {title}"), "");
    let (bad, good) = example.both();
    let [bad, good] = match example {
        Example::Words { .. } => [bad, good].map(|text| wrapped(text, "  ")),
        _ => [bad, good].map(indented),
    };
    let of_file = match example {
        Example::Handout { .. } => ", in a handout",
        Example::Exercise { .. } => ", in an exercise",
        Example::Brand { .. } => ", in a brand",
        Example::Sources { .. } => ", in a list of sources",
        Example::Words { .. } | Example::OfTopic => "",
    };
    let incorrect = format!("Incorrect{of_file}");
    for (heading, text) in [
        ("What it means", wrapped(meaning, "  ")),
        ("Why it matters", wrapped(why, "  ")),
        (incorrect.as_str(), bad),
        ("Correct", good),
        ("Where it comes from", wrapped(standard, "  ")),
        ("Whether it can be allowed", allowance(code)),
    ] {
        // The examples of some codes are the topic's.
        if !text.is_empty() {
            let _ = write!(page, "\n{heading}:\n{text}");
        }
    }
    page
}

/// What a topic says of a code whose subject is its own; nothing where it says nothing.
#[must_use]
pub fn of_topic(code: &str, topic: &Topic) -> String {
    let no_signs = topic.signs.no_signs.iter().map(|wrong| ("H210", &wrong.finding));
    let wrong_places = topic.signs.wrong_places.iter().map(|wrong| ("H211", &wrong.finding));
    let positions = topic.rules.positions.iter().map(|rule| ("H207", &rule.finding));
    let not_alone = topic.rules.not_alone.iter().map(|rule| ("H212", &rule.finding));
    let all = no_signs.chain(wrong_places).chain(positions).chain(not_alone);
    let own = all.filter(|(own, _)| own.eq_ignore_ascii_case(code));
    let mut text = String::new();
    for (_, OwnFinding { message, help, why, standard, .. }) in own {
        let _ = write!(text, "\nIn “{}”: {}\n", topic.about.title.value, message.value.trim());
        for told in [why, help, standard] {
            text.push_str(&wrapped(&told.value, "  "));
        }
    }
    for example in topic.examples.of(code) {
        let OwnExample { meaning, standard, file, bad, good, .. } = example;
        let _ = write!(text, "\nIn “{}”:\n", topic.about.title.value);
        for told in [meaning, standard].into_iter().flatten() {
            text.push_str(&wrapped(told, "  "));
        }
        let file = match file {
            ExampleFile::Handout => "in a handout",
            ExampleFile::Exercise => "in an exercise",
        };
        let (bad, good) = (indented(bad), indented(good));
        let _ = write!(text, "\nIncorrect, {file}:\n{bad}\nCorrect:\n{good}");
    }
    text
}

/// Whether a finding of this code can be allowed, and how.
fn allowance(code: &str) -> String {
    match allow::why_not(code) {
        Some(allow::GUARDS_SAFETY) => wrapped("This finding guards a patient's safety and cannot be allowed.", "  "),
        Some(reason) => wrapped(&format!("This finding cannot be allowed: {reason}."), "  "),
        None => {
            let how = "Yes, with a reason, which is printed in every report. Write in the file in which it is found:";
            let snippet = format!("allow:\n  - {{ code: {code}, because: why it may stand here }}\n");
            format!("{}\n{}", wrapped(how, "  "), indented(&indented(&snippet)))
        }
    }
}

/// Lines of an example, each as it is.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}

/// A text in lines of at most [`WIDTH`] characters, unless one word is longer.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let length = indent.len() + line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && length > WIDTH {
            let _ = writeln!(lines, "{indent}{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(lines, "{indent}{line}");
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_everything() {
        let expected = "\
H048: an allowance for nothing

What it means:
  `allow` names a finding that this file does not give. It may have been mended
  since.

Why it matters:
  What is allowed in vain today hides a new mistake tomorrow.

Incorrect, in a handout:
  allow:
    - { code: H104, because: the board has fixed these words }

Correct:
  allow: []

Where it comes from:
  House rule.

Whether it can be allowed:
  This finding cannot be allowed: it is about an allowance itself.
";
        assert_eq!(page(of("h048").unwrap()), expected);
    }

    #[test]
    fn a_page_says_whether_its_finding_can_be_allowed() {
        let ending =
            |code: &str| page(of(code).unwrap()).split("Whether it can be allowed:\n").nth(1).unwrap().to_owned();
        assert_eq!(ending("H023"), "  This finding guards a patient's safety and cannot be allowed.\n");
        assert_eq!(ending("H001"), "  This finding cannot be allowed: without it mended, nothing can be laid out.\n");
        let how = "  Yes, with a reason, which is printed in every report. Write in the file in\n  which it is found:\n\n    allow:\n      - { code: H022, because: why it may stand here }\n";
        assert_eq!(ending("H022"), how);
    }

    #[test]
    fn pages_are_eighty_characters_wide() {
        for explanation in all() {
            let (bad, good) = explanation.example.both();
            let example: Vec<&str> = bad.lines().chain(good.lines()).collect();
            for line in
                page(explanation).lines().filter(|line| !example.contains(&line.strip_prefix("  ").unwrap_or(line)))
            {
                assert!(line.chars().count() <= WIDTH && line == line.trim_end(), "{line}");
            }
        }
    }
}
