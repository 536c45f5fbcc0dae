//! The report on a leaflet: its figures, what a program can judge of two checklists, and what is left for a person.
//!
//! PEMAT-P (AHRQ) has 24 items on whether a leaflet can be understood and acted on; its score is the share of items
//! that are agreed to, of those that apply. The CDC Clear Communication Index asks much the same in other words. A
//! program can see sentences, lists, labels and pictures. It cannot see whether an order is logical or a drawing clear:
//! such items are listed for a person, and count for nothing.

mod cdc;
mod page;
mod pemat;
mod printed;

use serde_json::{Value, json};

use crate::check;
use crate::check::headings::says_nothing;
use crate::check::reading::{self, Counts, running};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Severity, Tally};
use crate::language;
use crate::layout::display::Publication;
use crate::model::approval;
use crate::model::handout::Handout;
use crate::model::language::{Formula, Measure, Readability};
use printed::Printed;

pub use page::page;

/// Entries in a list, at most.
const MOST_ENTRIES: usize = 7;
/// The customary pass of PEMAT-P.
const PASS: f64 = 0.7;

/// What can be said of one item of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Agree,
    /// It is not so.
    Disagree,
    /// It does not apply to this leaflet.
    NotApplicable,
    /// A person has to look.
    Person,
}

/// One item of a checklist.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Its number in the checklist.
    pub number: &'static str,
    /// What it asks.
    pub item: &'static str,
    /// What can be said of it.
    pub verdict: Verdict,
    /// Why; or, for a person, what to look at.
    pub because: String,
}

/// A checklist with what can be said of its items.
#[derive(Clone, Debug)]
pub struct Checklist {
    /// Its name.
    pub name: &'static str,
    /// Its items, in its own order.
    pub items: Vec<Judged>,
}

impl Checklist {
    /// How many items have a verdict.
    fn count(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == verdict).count()
    }

    /// Share of the items that are agreed to, of those that the program judged and that apply; from 0 to 1.
    #[must_use]
    pub fn score(&self) -> f64 {
        let (agree, disagree) = (self.count(Verdict::Agree), self.count(Verdict::Disagree));
        agree as f64 / (agree + disagree).max(1) as f64
    }
}

/// A report on one leaflet.
#[derive(Clone, Debug)]
pub struct Report {
    /// The handout's name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its version and dates, in words.
    pub imprint: String,
    /// Which approvals it has, in words.
    pub approvals: String,
    /// What was counted in all its text, lines of lists, signs and steps among it.
    pub counts: Counts,
    /// What was counted in its running text alone ([`running`] says what that is).
    pub running: Counts,
    /// How many sentences of the running text are short.
    pub short: usize,
    /// How hard its language may be to read; without it, there are no grades.
    pub readability: Option<Readability>,
    /// How many pages it has.
    pub pages: usize,
    /// Its findings.
    pub tally: Tally,
    /// Each finding in a line: severity, code and message.
    pub findings: Vec<String>,
    /// The checklists.
    pub checklists: Vec<Checklist>,
}

/// What the checklists look at.
pub(super) struct Facts<'a> {
    pub handout: &'a Handout,
    pub shelf: &'a Shelf,
    pub counts: &'a Counts,
    /// All the leaflet says, block by block.
    pub blocks: &'a [String],
    /// The main message as it is printed.
    pub message: &'a str,
    printed: &'a Printed,
    findings: &'a [Finding],
}

impl Facts<'_> {
    /// How many findings there are of some codes, allowed or not.
    pub fn found(&self, codes: &[&str]) -> usize {
        self.findings.iter().filter(|finding| codes.contains(&finding.code)).count()
    }

    /// Agreed when there is no finding of `codes`.
    pub fn none_of(&self, codes: &[&str], good: &str) -> (Verdict, String) {
        match self.found(codes) {
            0 => (Verdict::Agree, good.to_owned()),
            1 => (Verdict::Disagree, format!("1 finding: {}", codes.join(", "))),
            count => (Verdict::Disagree, format!("{count} findings: {}", codes.join(", "))),
        }
    }
}

impl Facts<'_> {
    /// Whether all lists on the pages have seven entries at most.
    pub fn short_lists(&self) -> (Verdict, String) {
        let long = self.printed.longer_than(MOST_ENTRIES);
        if self.printed.pages == 0 {
            return (Verdict::Person, "it could not be laid out; are there lists of more than seven?".to_owned());
        }
        let named: Vec<String> = long.iter().map(|list| format!("{} under “{}”", list.entries, list.heading)).collect();
        let (all, count) = (self.printed.lists.len(), long.len());
        agreed(
            long.is_empty(),
            &format!("none of the {all} printed lists has more than seven entries"),
            &format!("{count} of the {all} printed lists have more than seven entries: {}", named.join("; ")),
        )
    }

    /// Whether all headings on the pages say what stands under them.
    pub fn telling_headings(&self) -> (Verdict, String) {
        let empty: Vec<String> =
            self.printed.headings.iter().filter(|heading| says_nothing(heading)).map(|h| format!("“{h}”")).collect();
        if self.found(&["L006"]) > 0 {
            return (Verdict::Disagree, "headings skip a level".to_owned());
        }
        let count = self.printed.headings.len();
        agreed(
            empty.is_empty() && self.found(&["H110"]) == 0,
            &format!("none of the {count} printed headings would fit over anything, and levels are in order"),
            &format!("headings that say nothing: {}", empty.join(", ")),
        )
    }
}

/// Agreed when something is so.
pub(super) fn agreed(is_so: bool, good: &str, bad: &str) -> (Verdict, String) {
    if is_so { (Verdict::Agree, good.to_owned()) } else { (Verdict::Disagree, bad.to_owned()) }
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The handout's name.
    pub name: &'a str,
    /// What it says.
    pub handout: &'a Handout,
    /// Its pages, if it could be laid out.
    pub publication: Option<&'a Publication>,
    /// Everything that was found.
    pub findings: &'a [Finding],
    /// The brand that it was examined under.
    pub branding: &'a Branding,
    /// Sources, exercises and pictures.
    pub shelf: &'a Shelf,
}

/// The report on an examined handout.
#[must_use]
pub fn report(input: Input<'_>) -> Report {
    let Input { name, handout, publication, findings, branding, shelf } = input;
    let language = branding.language(&handout.language.value);
    let shelf = &*shelf.for_handout(handout, language);
    let values = language::values(&branding.brand, language);
    let blocks = reading::blocks(handout, &shelf.exercises, &values);
    let readability = language.readability();
    let counter = readability.and_then(Readability::counter);
    let counts = Counts::of(counter, blocks.iter().map(String::as_str));
    let running = running::of_handout(handout, &values);
    let short = running.iter().map(running::Running::short).sum();
    let message = check::plain(&handout.summary.value, &values).join(" ");
    let printed = Printed::of(publication);
    let facts =
        Facts { handout, shelf, counts: &counts, blocks: &blocks, message: &message, printed: &printed, findings };
    let checklists = vec![pemat::checklist(&facts), cdc::checklist(&facts)];
    let imprint = &handout.imprint;
    let standing = approval::standing(handout, shelf.basis(), &shelf.approved.roles(&branding.brand));
    let approved = standing.valid.iter().map(|review| format!("{} ({})", review.name.value, review.role.value.id()));
    let missing = standing.missing.iter().map(|role| format!("missing: {}", role.phrase()));
    let of_topic = standing.topic_missing.iter();
    let missing = missing.chain(of_topic.map(|role| format!("missing for the topic's texts: {}", role.phrase())));
    let line = |finding: &Finding| {
        let severity = match (finding.severity, &finding.allowed) {
            (_, Some(reason)) => format!("allowed ({reason})"),
            (Severity::Error, None) => "error".to_owned(),
            (Severity::Warning, None) => "warning".to_owned(),
            (Severity::Note, None) => "note".to_owned(),
        };
        let place = finding
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!(" ({}, line {})", place.source.name, place.line_column().0));
        format!("{severity} {}: {}{place}", finding.code, finding.message)
    };
    Report {
        name: name.to_owned(),
        title: handout.title.value.clone(),
        imprint: format!(
            "Version {}, {}. Review by {}.",
            imprint.version.value, imprint.published.value, imprint.review.value
        ),
        approvals: approved.chain(missing).collect::<Vec<_>>().join("; "),
        pages: printed.pages,
        tally: Tally::of(findings),
        findings: findings.iter().map(line).collect(),
        checklists,
        counts,
        running: running::counts(counter, &running),
        short,
        readability: readability.cloned(),
    }
}

/// The report as JSON.
#[must_use]
pub fn json(report: &Report) -> String {
    let Report { counts, running, tally, .. } = report;
    let document = json!({
        "handout": report.name,
        "title": report.title,
        "imprint": report.imprint,
        "approvals": report.approvals,
        "pages": report.pages,
        "reading": {
            "words": counts.words,
            "sentences": counts.sentences,
            "words_a_sentence": round(counts.average()),
            "longest_sentence": counts.longest,
            "grades": grades_json(&grades(report.readability.as_ref(), counts)),
            "running_text": {
                "words": running.words,
                "sentences": running.sentences,
                "words_a_sentence": round(running.average()),
                "short_sentences": report.short,
                "grades": grades_json(&grades(report.readability.as_ref(), running)),
            },
        },
        "findings": { "errors": tally.errors, "warnings": tally.warnings, "notes": tally.notes, "allowed": tally.allowed },
        "checklists": report.checklists.iter().map(checklist_json).collect::<Vec<Value>>(),
    });
    format!("{document:#}\n")
}

/// A number to one decimal.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn grades_json(grades: &[(&'static str, f64)]) -> Value {
    grades
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(round(*value))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// The grades or scores of a language: name and value.
pub(super) fn grades(readability: Option<&Readability>, counts: &Counts) -> Vec<(&'static str, f64)> {
    let measures = readability.iter().flat_map(|readability| &readability.measures);
    let grade = |formula: Formula| {
        let name = match formula {
            Formula::Smog => "SMOG grade (US scale)",
            Formula::Inflesz => "INFLESZ score",
            other => other.name(),
        };
        (name, counts.measure(formula))
    };
    measures.map(|measure| grade(measure.formula.value)).collect()
}

/// What is asked for of a measure: of running text, and of all that is printed.
pub(super) fn aims(measure: &Measure) -> [String; 2] {
    let side = if measure.formula.value.is_score() { "more" } else { "less" };
    let of_all = format!("{} or {side}", measure.warning);
    match measure.formula.value {
        // Running text below grade 4 is chopped into short sentences.
        Formula::FleschKincaid => [format!("4 to {}", measure.warning), of_all],
        _ => [of_all.clone(), of_all],
    }
}

fn checklist_json(checklist: &Checklist) -> Value {
    json!({
        "name": checklist.name,
        "score": (checklist.score() * 100.0).round() / 100.0,
        "judged": checklist.count(Verdict::Agree) + checklist.count(Verdict::Disagree),
        "for_a_person": checklist.count(Verdict::Person),
        "items": checklist.items.iter().map(|item| json!({
            "number": item.number,
            "item": item.item,
            "verdict": word(item.verdict),
            "because": item.because,
        })).collect::<Vec<Value>>(),
    })
}

/// A verdict as data.
const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => "agree",
        Verdict::Disagree => "disagree",
        Verdict::NotApplicable => "not applicable",
        Verdict::Person => "for a person",
    }
}
