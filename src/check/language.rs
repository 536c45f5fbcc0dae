//! H033: a language whose own words (headings, labels) the program does not have. H046: exercises in a language in which the
//! topic has no safety texts.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::language;
use crate::model::Located;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H033",
            title: "an unknown language",
            meaning: "The program's own words, such as headings, labels and dates, are not known in the handout's \
                      `language`.",
            why: "A leaflet in two languages cannot be read by everyone, and a screen reader would speak half of it \
                  wrongly.",
            example: Example::Handout { bad: "language: fi\n", good: "language: en\n" },
            standard: "BCP 47 for language tags; WCAG 2.1, 3.1.1 and PDF/UA-1 (ISO 14289-1): the language is stated, \
                       and true.",
            safety: false,
        },
        Explanation {
            code: "H046",
            title: "exercises without their safety box",
            meaning: "Exercises are printed with a box that says who must not do them and when to stop. The topic has \
                      no such texts in this language.",
            why: "Exercises without it must not be given to anyone.",
            example: Example::Handout { bad: "language: ar\n", good: "language: en\n" },
            standard: "Clinical brief, part 1.0d: exercise safety, once on every page with exercises.",
            safety: true,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let asked = &subject.handout.language;
    if subject.languages.find(&asked.value).is_none() {
        let known: Vec<&str> = subject.languages.tags().filter(|tag| language::country(tag).is_none()).collect();
        findings.push(
            Finding::error("H033", format!("unknown language `{}`", asked.value))
                .at(&asked.place, "headings and labels are not known in this language")
                .help(format!("use one of: {}", known.join(", "))),
        );
    }
    let has_words = |own: &Located<String>| language::is_same_language(&own.value, &asked.value);
    if subject.languages.find(&asked.value).is_some() && !subject.topic.about.languages.iter().any(has_words) {
        findings.push(
            Finding::error("H033", format!("the topic has no words in `{}`", asked.value))
                .at(&asked.place, "its headings and what to do in an emergency would stand in another language")
                .help("write `words.yaml` of the topic in this language, and name the language in `topic.yaml`"),
        );
    }
    let language = subject.language();
    let Some(exercises) = &subject.handout.exercises else { return };
    let has_texts = subject.topic.safety(&asked.value).is_some();
    if let (Some(first), false) = (exercises.ids().next(), has_texts) {
        findings.push(
            Finding::error("H046", "exercises cannot be printed in this language")
                .at(&first.place, "the topic has no safety texts in this language")
                .help("take `exercises` out of this handout, or write `safety.yaml` of the topic in this language"),
        );
    }
    if language.is_source() {
        return;
    }
    for id in exercises.ids() {
        let Some(exercise) = subject.exercises.get(&id.value) else { continue };
        let missing = exercise.translated(language.tag()).map(|translated| translated.missing);
        let (why, help) = match missing {
            Some(missing) if missing.is_empty() => continue,
            Some(missing) => ("not all of them are there".to_owned(), missing.join(", ")),
            None => {
                ("its file has none".to_owned(), "name, start, steps, stop_if, and all else that it says".to_owned())
            }
        };
        let (name, tag) = (language.name(), language.primary());
        findings.push(
            Finding::error("H046", format!("the exercise `{}` has no texts in {name}", id.value))
                .at(&id.place, why)
                .help(format!("write them in its file under `texts: {tag}:`: {help}"))
                .help("or take the exercise out"),
        );
    }
}
