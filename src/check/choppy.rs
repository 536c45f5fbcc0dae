//! H109: running text that is chopped into short sentences.

use super::reading;
use super::reading::running::{self, Running, SHORT, is_short};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};

/// A text with fewer running sentences is not judged.
const FEWEST_SENTENCES: usize = 20;
/// One sentence in so many may be short.
const ONE_IN: usize = 3;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H109",
        title: "running text in short, choppy sentences",
        meaning: "More than a third of the running sentences of a leaflet have fewer than 7 words, in English or \
                  Spanish. Running sentences stand in paragraphs: the main message, introductions, answers, notes and \
                  the texts under the names of items. Headings, lines of lists, warning signs and the steps of \
                  exercises are not counted. A leaflet of fewer than 20 running sentences is not judged.",
        why: "Very short sentences make a low grade, and a text that is hard to follow: nothing says how one thought \
              leads to the next.",
        example: Example::Handout {
            bad: "questions:\n  - question: How do I move?\n    answer: >\n      Walk each day. Go slowly. Rest when \
                  you need to. Sit on a firm chair. Put both feet flat. Do not twist. Bend your knees when you lift \
                  something from the floor.\n\n      Ask others to carry heavy bags. Wear low shoes. Use the rail. \
                  Drink water. Sleep on your side. Roll to get up. Push with your arms.\n",
            good: "questions:\n  - question: How do I move?\n    answer: >\n      Walk a little each day, and rest when \
                   you need to. Sit on a firm chair with both feet flat on the floor. Do not twist. Bend your knees \
                   when you lift something from the floor.\n\n      Ask others to carry heavy bags for you, wear low \
                   shoes, and use the rail on stairs.\n",
        },
        standard: "House rule: running text at grade 4 to 6, which needs sentences of 8 to 15 words. PEMAT 3 and 10.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    if subject.language().readability().is_none() {
        return;
    }
    let running = running::of_handout(subject.handout, &subject.values());
    let all: usize = running.iter().map(|running| reading::sentences(&running.paragraph).len()).sum();
    let short: usize = running.iter().map(Running::short).sum();
    if all < FEWEST_SENTENCES || short * ONE_IN <= all {
        return;
    }
    let message =
        format!("{short} of {all} running sentences have fewer than {SHORT} words; a third of them at most should");
    let finding = Finding::warning("H109", message);
    findings.push(match choppiest(&running) {
        Some((text, first)) => finding
            .at(&text.text.place.of(first), "the first of several short sentences")
            .help("join sentences that belong together, with `and`, `so`, `because` or `when`"),
        None => finding.at(&subject.handout.title.place, "in this leaflet"),
    });
}

/// The paragraph with the most short sentences in a row, and the first of these.
fn choppiest<'r>(running: &'r [Running<'r>]) -> Option<(&'r Running<'r>, &'r str)> {
    let mut best: Option<(usize, &Running<'_>, &str)> = None;
    for paragraph in running {
        let mut row: Option<(usize, &str)> = None;
        for sentence in reading::sentences(&paragraph.paragraph) {
            row = is_short(sentence).then(|| row.map_or((1, sentence), |(length, first)| (length + 1, first)));
            if let Some((length, first)) = row.filter(|(length, _)| best.is_none_or(|(most, ..)| *length > most)) {
                best = Some((length, paragraph, first));
            }
        }
    }
    best.map(|(_, paragraph, first)| (paragraph, first))
}
