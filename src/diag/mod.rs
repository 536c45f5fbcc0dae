//! One finding type for every mistake the program can tell of, and its printing for people.
//!
//! A finding has a stable code, a severity, a place (file and byte range), a message, a reason beside the caret
//! and how to correct it. Findings are collected, never thrown one at a time, and printed together at the end.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

mod explanation;
mod human;
mod json;
mod outline;
mod sarif;

pub use explanation::{Example, Explanation};
pub use human::render_human;
pub use json::render_json;
pub use outline::{Outline, Step};
pub use sarif::render_sarif;

/// A text that was read, with the name it goes by in messages. `Debug` prints its name alone: a text may hold what belongs
/// to a patient.
pub struct Source {
    /// Path or name as the user knows it.
    pub name: String,
    /// The whole text.
    pub text: String,
    /// Who keeps it up to date.
    pub origin: Origin,
    /// Where its parts stand, once it was read.
    pub(crate) outline: OnceLock<Outline>,
}

/// What was read of a text says nothing that the text does not.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text, self.origin) == (&other.name, &other.text, other.origin)
    }
}

impl Eq for Source {}

/// Who keeps a text up to date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The clinic: a file of its own, or what it typed.
    #[default]
    Clinic,
    /// The makers of this program: the text is built in, and changes with a newer version of the program.
    Library,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Source {
    /// A source that many places can share; a byte order mark at its start is left out.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::of(name.into(), text.into(), Origin::Clinic))
    }

    /// A text that is built into the program.
    pub fn built_in(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::of(name.into(), text.into(), Origin::Library))
    }

    fn of(name: String, mut text: String, origin: Origin) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self { name, text, origin, outline: OnceLock::new() }
    }

    /// Keeps where its parts stand; the first time counts.
    pub fn keep_outline(&self, outline: Outline) {
        let _ = self.outline.set(outline);
    }

    /// Whether it is built into the program.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.origin == Origin::Library
    }
}

/// A stretch of a source text.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// The text it lies in.
    pub source: Arc<Source>,
    /// Byte range within the text, on character boundaries.
    pub span: Range<usize>,
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:?}", self.source.name, self.span)
    }
}

impl Place {
    /// Line and column, both from 1, the column counted in characters.
    #[must_use]
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        (line, column)
    }
}

impl Place {
    /// The place of `needle` within this one, or all of it when escapes hide the words. Where the needle has a space,
    /// the text may have any: a line may end there.
    #[must_use]
    pub fn of(&self, needle: &str) -> Self {
        let slice = &self.source.text[self.span.clone()];
        let starts = needle.split_whitespace().next().into_iter().flat_map(|first| slice.match_indices(first));
        let found = starts.map(|(at, _)| at).find_map(|at| Some(at..at + length_of(needle, &slice[at..])?));
        found.map_or_else(
            || self.clone(),
            |within| {
                let span = self.span.start + within.start..self.span.start + within.end;
                Self { source: self.source.clone(), span }
            },
        )
    }

    /// The path in the form (JSON Pointer, RFC 6901), such as `/prevention/items/3`; `None` for a text that was not read as
    /// YAML.
    #[must_use]
    pub fn pointer(&self) -> Option<String> {
        self.source.outline.get().map(|outline| outline.pointer(&self.span))
    }

    /// Whether `other` lies within it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.source == other.source && self.span.start <= other.span.start && other.span.end <= self.span.end
    }

    /// The empty place at its end.
    #[must_use]
    pub fn end(&self) -> Self {
        Self { source: self.source.clone(), span: self.span.end..self.span.end }
    }
}

/// How many bytes at the start of `text` hold the words of `needle`, whatever space is between them.
fn length_of(needle: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in needle.split_whitespace().enumerate() {
        let spaced = rest.trim_start();
        if index > 0 && spaced.len() == rest.len() {
            return None;
        }
        rest = spaced.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Note,
    /// Should be mended; does not stop a build.
    Warning,
    /// Stops a build.
    Error,
}

/// A mechanical correction: a stretch of the text that the finding is in, and what to put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// Byte range in the text; empty to put something in.
    pub span: Range<usize>,
    /// What takes its place.
    pub text: String,
}

/// One thing found, with all a person needs to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code, such as `H012`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where it is; `None` when no text can be pointed at.
    pub place: Option<Place>,
    /// The reason, printed beside the caret.
    pub label: String,
    /// How to mend it, one entry a line.
    pub help: Vec<String>,
    /// How to correct it without a person's judgement; empty where it takes that.
    pub mends: Vec<Mend>,
    /// Why it was allowed in the file that it is in; such a finding is shown and does not count.
    pub allowed: Option<String>,
}

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Findings of any severity that were allowed.
    pub allowed: usize,
}

impl Tally {
    /// Counts findings.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            let count = match finding.severity {
                _ if finding.allowed.is_some() => &mut tally.allowed,
                Severity::Error => &mut tally.errors,
                Severity::Warning => &mut tally.warnings,
                Severity::Note => &mut tally.notes,
            };
            *count += 1;
        }
        tally
    }
}

impl fmt::Display for Tally {
    /// `2 errors, 1 warning`; nothing for a kind that is not there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let counted = kinds.into_iter().filter(|(number, _)| *number > 0);
        let mut parts: Vec<String> =
            counted.map(|(number, word)| format!("{number} {word}{}", if number == 1 { "" } else { "s" })).collect();
        if self.allowed > 0 {
            parts.push(format!("{} allowed", self.allowed));
        }
        f.write_str(&parts.join(", "))
    }
}

impl Finding {
    /// An error without a place.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    /// A warning without a place.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message)
    }

    /// A note without a place.
    #[must_use]
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Note, message)
    }

    fn new(code: &'static str, severity: Severity, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            place: None,
            label: String::new(),
            help: Vec::new(),
            mends: Vec::new(),
            allowed: None,
        }
    }

    /// The same finding, pointing at `place` with `label` beside the caret.
    #[must_use]
    pub fn at(mut self, place: &Place, label: impl Into<String>) -> Self {
        self.place = Some(place.clone());
        self.label = label.into();
        self
    }

    /// The same finding with a line that says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The same finding, corrected by putting `text` at `span` of the text that it is in.
    #[must_use]
    pub fn mend(mut self, span: Range<usize>, text: impl Into<String>) -> Self {
        self.mends.push(Mend { span, text: text.into() });
        self
    }

    /// The same finding, corrected by `meant` where its place holds exactly the word that was `written`.
    #[must_use]
    pub fn meant(self, written: &str, meant: &str) -> Self {
        let found = self.place.as_ref().and_then(|place| {
            let slice = place.source.text.get(place.span.clone())?;
            let at = slice.find(written)?;
            let rest = [&slice[..at], &slice[at + written.len()..]];
            let is_alone = rest.iter().all(|rest| rest.trim_matches(['"', '\'']).is_empty());
            is_alone.then(|| place.span.start + at..place.span.start + at + written.len())
        });
        match found {
            Some(span) => self.mend(span, meant),
            None => self,
        }
    }
}

/// Whether any of `findings` stops a build.
#[must_use]
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && finding.allowed.is_none())
}

/// Findings in the order a reader wants: by file, then by place, those without a place first; and each only once.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by_key(|finding| {
        finding.place.as_ref().map(|place| (place.source.name.clone(), place.span.start, place.span.end))
    });
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        let same_place = kept.iter().rev().take_while(|other| other.place == finding.place);
        if !same_place.into_iter().any(|other| *other == finding) {
            kept.push(finding);
        }
    }
    *findings = kept;
}
