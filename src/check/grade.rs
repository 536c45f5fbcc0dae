//! H101: a leaflet, or a section of it, that is hard to read: school grades for English, INFLESZ for Spanish. There is
//! no counter for other languages; nothing is found in them.

use super::prose::shortened;
use super::reading::units::{Kind, Leaflet};
use super::reading::{self, Counts, Language, running};
use super::{Check, Prose, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};

/// Grades above the first are a warning, above the second an error.
const FLESCH_KINCAID: [f64; 2] = [6.0, 8.0];
const SMOG: [f64; 2] = [8.0, 10.0];
/// Scores below the first are a warning, below the second an error.
const INFLESZ: [f64; 2] = [65.0, 55.0];
/// SMOG was normed on so many sentences; a shorter leaflet is not judged by it.
const FEWEST_SENTENCES: usize = 30;
/// A section with fewer words is not judged by itself.
const FEWEST_WORDS: usize = 60;
/// A sentence with fewer words says little when its grade is looked at.
const SHORT: usize = 5;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H101",
        title: "a leaflet or section that is hard to read",
        meaning: "In English, a Flesch-Kincaid grade above 6 is a warning and above 8 an error, for the whole leaflet, \
                  for its running text by itself, and for each section, each of 60 or more words. A SMOG grade (US scale) above 8 is a warning and above 10 \
                  an error, for leaflets of 30 or more sentences, on which it was normed. In Spanish, an INFLESZ score \
                  below 65 is a warning and below 55 an error. Other languages are not judged.",
        why: "Many adults read at the level of a child of 9 to 11, and pain, worry and poor sleep make it harder.",
        example: Example::Handout {
            bad: "questions:\n  - question: What should I consider?\n    answer: >\n      Musculoskeletal discomfort \
                  throughout pregnancy frequently necessitates individualised modification of occupational \
                  activities. Considerable mechanical alterations contribute to generalised lumbopelvic discomfort. \
                  Participating in recommended physical activity considerably improves functional capability. \
                  Additional information regarding appropriate alternatives remains available. Specialised \
                  practitioners continually evaluate individual circumstances. Comprehensive rehabilitation \
                  programmes subsequently facilitate recovery. Multidisciplinary consultation occasionally becomes \
                  necessary. Participation remains voluntary.\n",
            good: "questions:\n  - question: What can I do?\n    answer: >\n      Keep moving. Rest when you need to. \
                   Ask for help with heavy jobs.\n",
        },
        standard: "AMA: grade 6 or below; NIH: below grade 8; NHS: reading age 9 to 11. INFLESZ: 55 to 65 is of \
                   middling ease, 65 to 80 rather easy. PEMAT 3.",
        safety: false,
    }],
    check: Check::Leaflet(check),
};

fn check(leaflet: &Leaflet<'_>, findings: &mut Vec<Finding>) {
    let subject = leaflet.subject;
    let Some(language) = Language::of(subject.locale()) else { return };
    let blocks = reading::blocks(subject.handout, subject.exercises, &subject.values());
    let counts = Counts::of(language, blocks.iter().map(String::as_str));
    let all: Vec<&Prose<'_>> = leaflet.units.iter().flat_map(|unit| &unit.texts).collect();
    let title = &subject.handout.title.place;
    for judgement in judge(&counts, true) {
        let mut finding = judgement.finding("the leaflet").at(title, "this leaflet");
        if let Some((_, sentence)) = hardest(language, &all) {
            finding = finding.help(format!("begin with its hardest sentence: “{}”", shortened(sentence)));
        }
        findings.push(finding);
    }
    running_text(language, subject, findings);
    for (name, texts) in sections(leaflet) {
        let blocks = texts.iter().flat_map(|text| &text.blocks);
        let counts = Counts::of(language, blocks.map(String::as_str));
        if counts.words < FEWEST_WORDS {
            continue;
        }
        for judgement in judge(&counts, false) {
            let finding = judgement.finding(&format!("the section `{name}`"));
            if let Some((text, sentence)) = hardest(language, &texts) {
                findings.push(finding.at(&text.place(sentence), "the hardest sentence of this section"));
            }
        }
    }
}

/// The running text by itself: lines of lists and steps make the whole leaflet look easier than its sentences are.
fn running_text(language: Language, subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let running = running::of_handout(subject.handout, &subject.values());
    let counts = running::counts(language, &running);
    if counts.words < FEWEST_WORDS {
        return;
    }
    let paragraphs = running.iter().map(|running| (&running.text.place, running.paragraph.as_str()));
    let Some((place, sentence)) = hardest_of(language, paragraphs) else { return };
    for judgement in judge(&counts, false) {
        let finding = judgement.finding("the running text");
        findings.push(finding.at(&place.of(sentence), "the hardest sentence of it"));
    }
}

/// The texts of each section, in reading order; warning signs and the cards of exercises belong to the whole only.
fn sections<'l>(leaflet: &'l Leaflet<'_>) -> Vec<(&'l str, Vec<&'l Prose<'l>>)> {
    let mut sections: Vec<(&str, Vec<&Prose<'_>>)> = Vec::new();
    for unit in leaflet.units.iter().filter(|unit| unit.kind == Kind::Text) {
        match sections.iter_mut().find(|(name, _)| *name == unit.section) {
            Some((_, texts)) => texts.extend(&unit.texts),
            None => sections.push((unit.section, unit.texts.iter().collect())),
        }
    }
    sections
}

/// A measure that is not met.
struct Judgement {
    measure: &'static str,
    is: f64,
    /// The limit that was passed, and whether it is the harder one.
    limit: f64,
    error: bool,
}

impl Judgement {
    fn finding(&self, what: &str) -> Finding {
        let Self { measure, is, limit, .. } = self;
        let side = if *measure == "INFLESZ" { "at least" } else { "at most" };
        let message = format!("{what} is hard to read: {measure} {is:.1}, where {side} {limit} is asked for");
        let finding = if self.error { Finding::error("H101", message) } else { Finding::warning("H101", message) };
        finding.help("use shorter sentences and shorter words; say one thing in each sentence")
    }
}

fn judge(counts: &Counts, whole: bool) -> Vec<Judgement> {
    let mut judgements = Vec::new();
    let mut above = |measure, is: f64, [warning, error]: [f64; 2]| {
        if is > warning {
            let is_error = is > error;
            judgements.push(Judgement { measure, is, limit: if is_error { error } else { warning }, error: is_error });
        }
    };
    match counts.language {
        Language::English => {
            above("Flesch-Kincaid grade", counts.flesch_kincaid(), FLESCH_KINCAID);
            if whole && counts.sentences >= FEWEST_SENTENCES {
                above("SMOG grade", counts.smog(), SMOG);
            }
        }
        Language::Spanish => {
            let is = counts.inflesz();
            let [warning, error] = INFLESZ;
            if counts.words > 0 && is < warning {
                let is_error = is < error;
                let limit = if is_error { error } else { warning };
                judgements.push(Judgement { measure: "INFLESZ", is, limit, error: is_error });
            }
        }
    }
    judgements
}

/// The sentence that is hardest by itself, with its text.
fn hardest<'l>(language: Language, texts: &[&'l Prose<'_>]) -> Option<(&'l Prose<'l>, &'l str)> {
    hardest_of(language, texts.iter().flat_map(|text| text.blocks.iter().map(move |block| (*text, block.as_str()))))
}

/// The sentence that is hardest by itself among blocks, with what its block belongs to.
fn hardest_of<'b, T: Copy>(language: Language, blocks: impl Iterator<Item = (T, &'b str)>) -> Option<(T, &'b str)> {
    let mut found: Option<(f64, T, &str)> = None;
    for (owner, block) in blocks {
        for sentence in reading::sentences(block) {
            let counts = Counts::of(language, [sentence]);
            let grade = match language {
                Language::English => counts.flesch_kincaid(),
                Language::Spanish => -counts.inflesz(),
            };
            if counts.words >= SHORT && found.is_none_or(|(most, ..)| grade > most) {
                found = Some((grade, owner, sentence));
            }
        }
    }
    found.map(|(_, owner, sentence)| (owner, sentence))
}

#[cfg(test)]
mod tests {
    use super::{Counts, Language, judge};

    fn measures(language: Language, text: &str, times: usize) -> Vec<(&'static str, bool)> {
        let blocks = vec![text; times];
        let counts = Counts::of(language, blocks);
        judge(&counts, true).iter().map(|judgement| (judgement.measure, judgement.error)).collect()
    }

    #[test]
    fn hard_texts_are_told_from_easy_ones() {
        let easy = "Keep moving, and rest when you need to.";
        let middling = "Your muscles and ligaments adapt to the extra weight that you carry in front.";
        let hard = "Musculoskeletal discomfort necessitates individualised rehabilitation programmes.";
        assert!(measures(Language::English, easy, 40).is_empty());
        assert_eq!(measures(Language::English, middling, 10), [("Flesch-Kincaid grade", false)]);
        let both = [("Flesch-Kincaid grade", true), ("SMOG grade", true)];
        assert_eq!(measures(Language::English, hard, 40), both);
        assert_eq!(measures(Language::English, hard, 29), both[..1], "too few sentences for SMOG");
    }

    #[test]
    fn spanish_is_judged_by_inflesz() {
        let easy = "Camine un poco cada día. Duerma de lado.";
        let hard = "La rehabilitación multidisciplinaria individualizada favorece considerablemente la recuperación.";
        assert!(measures(Language::Spanish, easy, 5).is_empty());
        assert_eq!(measures(Language::Spanish, hard, 5), [("INFLESZ", true)]);
    }
}
