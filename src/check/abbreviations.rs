//! H108: an abbreviation that is not explained where a reader meets it first.

use std::ops::Range;

use super::reading::explained::is_explained_in;
use super::reading::units::{Leaflet, Unit};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::texts;
use crate::topic::words::WordList;

/// What most readers know by its letters.
const KNOWN: &[&str] =
    &["GP", "UK", "US", "USA", "EU", "A&E", "ER", "OK", "TV", "NHS", "ID", "AM", "PM", "PDF", "COVID"];

/// Words in capitals that are stressed, not short.
const STRESSED: &[&str] = &[
    "AND", "OR", "NOT", "DO", "NO", "YES", "NEVER", "ALWAYS", "STOP", "CALL", "NOW", "IF", "YOU", "YOUR", "ALL", "ANY",
    "GO", "IN", "ON", "AT", "TO", "BE", "IS", "IT", "OUT", "FIRST", "HELP", "MUST", "ONLY", "SIDE", "BACK", "DRAFT",
];

/// The longest that an abbreviation is; longer words in capitals are stressed.
const LONGEST: usize = 6;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H108",
        title: "an abbreviation that is not explained",
        meaning: "Two to six capitals, such as PGP or MRI, whose first use, in reading order, is not explained: by a \
                  parenthesis beside it, by its long form in the same item, by `is a …` or `means …`, or by the \
                  glossary's plain words. GP, UK, US, EU, A&E, ER, OK, TV, NHS, ID, am, pm and the brand's own are \
                  known. English only.",
        why: "Letters that stand for nothing a reader knows are a hole in the sentence.",
        example: Example::Handout {
            bad: "questions:\n  - question: Will I need a scan?\n    answer: You may need an MRI.\n",
            good: "questions:\n  - question: Will I need a scan?\n    answer: You may need an MRI (a scan with \
                   magnets). An X-ray is rare. Ask your GP.\n",
        },
        standard: "NHS content standard: spell out what is not well known. PEMAT 4.",
        safety: false,
    }],
    check: Check::Leaflet(check),
};

fn check(leaflet: &Leaflet<'_>, findings: &mut Vec<Finding>) {
    if !leaflet.subject.language().is_source() {
        return;
    }
    let list = leaflet.subject.topic.words(&leaflet.subject.handout.language.value);
    let mut seen = of_brand(leaflet.subject);
    for unit in &leaflet.units {
        for prose in &unit.texts {
            for block in &prose.blocks {
                for (short, span) in abbreviations(block) {
                    if KNOWN.contains(&short) || seen.iter().any(|known| known == short) {
                        continue;
                    }
                    seen.push(short.to_owned());
                    if !is_explained_in(unit, &block[span]) && !is_told(list, short, unit) {
                        findings.push(
                            Finding::warning("H108", format!("“{short}” is not explained where it first stands"))
                                .at(&prose.place(short), "what do these letters stand for?")
                                .help(format!("write it out, or explain it once: {short} (…)")),
                        );
                    }
                }
            }
        }
    }
}

/// Abbreviations in the brand's name, words and contacts: its patients know them.
fn of_brand(subject: Subject<'_>) -> Vec<String> {
    let texts = texts::of_brand(subject.brand);
    texts.iter().flat_map(|text| abbreviations(&text.value)).map(|(short, _)| short.to_owned()).collect()
}

/// Whether the unit has the long form, or the glossary's plain words.
fn is_told(list: Option<&WordList>, short: &str, unit: &Unit<'_>) -> bool {
    let whole = unit.joined().to_lowercase();
    let lower = short.to_lowercase();
    let mut terms = list.into_iter().flat_map(|list| &list.glossary);
    let term = terms.find(|term| term.names.contains(&lower));
    let words: Vec<&str> = whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let initials = |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).eq(lower.chars());
    term.is_some_and(|term| term.hints.iter().any(|hint| whole.contains(hint)))
        || words.windows(lower.chars().count()).any(initials)
}

/// Short forms in capitals, without a plural `s`, with their places.
fn abbreviations(text: &str) -> Vec<(&str, Range<usize>)> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '&' | '’' | '\'')));
    let pieces: Vec<&str> = parts.filter(|piece| !piece.is_empty()).collect();
    let shouted = |piece: Option<&&str>| piece.is_some_and(|piece| STRESSED.contains(piece));
    let mut found = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let short = ["’s", "'s", "s"].iter().find_map(|end| piece.strip_suffix(end)).unwrap_or(piece);
        let is_short = (2..=LONGEST).contains(&short.len())
            && short.chars().filter(|c| c.is_ascii_uppercase()).count() >= 2
            && short.chars().all(|c| c.is_ascii_uppercase() || c == '&');
        let beside =
            shouted(index.checked_sub(1).and_then(|before| pieces.get(before))) || shouted(pieces.get(index + 1));
        if is_short && !STRESSED.contains(&short) && !(beside && short.len() > 3) {
            found.push((short, start..start + piece.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::abbreviations;

    #[test]
    fn capitals_are_found_and_stress_is_not() {
        let found = |text| abbreviations(text).into_iter().map(|(short, _)| short).collect::<Vec<_>>();
        assert_eq!(found("Pelvic girdle pain (PGP), DVT and UTIs"), ["PGP", "DVT", "UTI"]);
        assert_eq!(found("Go to A&E; the GP’s surgery"), ["A&E", "GP"]);
        assert_eq!(found("A TENS-type machine"), ["TENS"]);
        assert!(found("An X-ray, vitamin D, hCG, I. DO NOT LIFT. 38 °C").is_empty());
        assert!(found("IMPORTANT: Keep moving").is_empty());
    }
}
