//! H101: a leaflet, or a section of it, that is hard to read, by the formulas and limits of its language. A language without
//! any is not judged.

use super::prose::shortened;
use super::reading::units::{Kind, Leaflet};
use super::reading::{self, Counts, running};
use super::{Check, Prose, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::language::{Formula, Measure, Readability};

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
                  below 65 is a warning and below 55 an error. The settings of a language (`languages/TAG.yaml`) say which \
                  formulas it is judged by, and their limits; a language without any is not judged.",
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
    let Some(readability) = subject.language().readability() else { return };
    let blocks = reading::blocks(subject.handout, subject.exercises, &subject.values());
    let count = |blocks: &mut dyn Iterator<Item = &str>| Counts::of(readability.counter(), blocks);
    let counts = count(&mut blocks.iter().map(String::as_str));
    let all: Vec<&Prose<'_>> = leaflet.units.iter().flat_map(|unit| &unit.texts).collect();
    let title = &subject.handout.title.place;
    for judgement in judge(readability, &counts, true) {
        let mut finding = judgement.finding("the leaflet").at(title, "this leaflet");
        if let Some((_, sentence)) = hardest(readability, &all) {
            finding = finding.help(format!("begin with its hardest sentence: “{}”", shortened(sentence)));
        }
        findings.push(finding);
    }
    running_text(readability, subject, findings);
    for (name, texts) in sections(leaflet) {
        let blocks = texts.iter().flat_map(|text| &text.blocks);
        let counts = count(&mut blocks.map(String::as_str));
        if counts.words < FEWEST_WORDS {
            continue;
        }
        for judgement in judge(readability, &counts, false) {
            let finding = judgement.finding(&format!("the section `{name}`"));
            if let Some((text, sentence)) = hardest(readability, &texts) {
                findings.push(finding.at(&text.place(sentence), "the hardest sentence of this section"));
            }
        }
    }
}

/// The running text by itself: lines of lists and steps make the whole leaflet look easier than its sentences are.
fn running_text(readability: &Readability, subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let running = running::of_handout(subject.handout, &subject.values());
    let counts = running::counts(readability.counter(), &running);
    if counts.words < FEWEST_WORDS {
        return;
    }
    let paragraphs = running.iter().map(|running| (&running.text.place, running.paragraph.as_str()));
    let Some((place, sentence)) = hardest_of(readability, paragraphs) else { return };
    for judgement in judge(readability, &counts, false) {
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
    formula: Formula,
    is: f64,
    /// The limit that was passed, and whether it is the harder one.
    limit: f64,
    error: bool,
}

impl Judgement {
    fn finding(&self, what: &str) -> Finding {
        let Self { formula, is, limit, .. } = self;
        let (name, side) = (formula.name(), if formula.is_score() { "at least" } else { "at most" });
        let message = format!("{what} is hard to read: {name} {is:.1}, where {side} {limit} is asked for");
        let finding = if self.error { Finding::error("H101", message) } else { Finding::warning("H101", message) };
        finding.help("use shorter sentences and shorter words; say one thing in each sentence")
    }
}

/// The measures of a language that a text does not meet; `whole` says whether the text is a whole leaflet.
fn judge(readability: &Readability, counts: &Counts, whole: bool) -> Vec<Judgement> {
    let is_judged = |measure: &&Measure| match measure.formula.value {
        Formula::Smog => whole && counts.sentences >= FEWEST_SENTENCES,
        _ => counts.words > 0,
    };
    let judgement = |measure: &Measure| {
        let is = counts.measure(measure.formula.value);
        let error = measure.is_past(measure.error, is);
        let limit = if error { measure.error } else { measure.warning };
        measure.is_past(limit, is).then_some(Judgement { formula: measure.formula.value, is, limit, error })
    };
    readability.measures.iter().filter(is_judged).filter_map(judgement).collect()
}

/// The sentence that is hardest by itself, with its text.
fn hardest<'l>(readability: &Readability, texts: &[&'l Prose<'_>]) -> Option<(&'l Prose<'l>, &'l str)> {
    hardest_of(readability, texts.iter().flat_map(|text| text.blocks.iter().map(move |block| (*text, block.as_str()))))
}

/// The sentence that is hardest by itself among blocks, with what its block belongs to.
fn hardest_of<'b, T: Copy>(
    readability: &Readability,
    blocks: impl Iterator<Item = (T, &'b str)>,
) -> Option<(T, &'b str)> {
    let formula = readability.measures.first()?.formula.value;
    let mut found: Option<(f64, T, &str)> = None;
    for (owner, block) in blocks {
        for sentence in reading::sentences(block) {
            let counts = Counts::of(readability.counter(), [sentence]);
            let is = counts.measure(formula);
            let grade = if formula.is_score() { -is } else { is };
            if counts.words >= SHORT && found.is_none_or(|(most, ..)| grade > most) {
                found = Some((grade, owner, sentence));
            }
        }
    }
    found.map(|(_, owner, sentence)| (owner, sentence))
}

#[cfg(test)]
mod tests {
    use super::{Counts, judge};
    use crate::language::tests::bundled;

    fn measures(tag: &str, text: &str, times: usize) -> Vec<(&'static str, bool)> {
        let languages = bundled();
        let readability = languages.find(tag).and_then(|language| language.readability()).expect("it is measured");
        let counts = Counts::of(readability.counter(), vec![text; times]);
        judge(readability, &counts, true).iter().map(|judged| (judged.formula.name(), judged.error)).collect()
    }

    #[test]
    fn hard_texts_are_told_from_easy_ones() {
        let easy = "Keep moving, and rest when you need to.";
        let middling = "Your muscles and ligaments adapt to the extra weight that you carry in front.";
        let hard = "Musculoskeletal discomfort necessitates individualised rehabilitation programmes.";
        assert!(measures("en", easy, 40).is_empty());
        assert_eq!(measures("en", middling, 10), [("Flesch-Kincaid grade", false)]);
        let both = [("Flesch-Kincaid grade", true), ("SMOG grade", true)];
        assert_eq!(measures("en", hard, 40), both);
        assert_eq!(measures("en", hard, 29), both[..1], "too few sentences for SMOG");
    }

    #[test]
    fn spanish_is_judged_by_inflesz() {
        let easy = "Camine un poco cada día. Duerma de lado.";
        let hard = "La rehabilitación multidisciplinaria individualizada favorece considerablemente la recuperación.";
        assert!(measures("es", easy, 5).is_empty());
        assert_eq!(measures("es", hard, 5), [("INFLESZ", true)]);
    }

    #[test]
    fn polish_is_judged_by_lix() {
        let easy = "Ruszaj się codziennie. Gdy boli, usiądź i odpocznij. Śpij na boku, z poduszką między kolanami.";
        let hard = "Dolegliwości mięśniowo-szkieletowe wymagają zindywidualizowanego postępowania \
                    fizjoterapeutycznego uwzględniającego przeciwwskazania położnicze.";
        assert!(measures("pl", easy, 5).is_empty());
        assert_eq!(measures("pl", hard, 5), [("LIX", true)]);
    }
}
