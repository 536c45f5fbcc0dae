//! One finding type for every mistake the program can tell of, and its printing for people.
//!
//! A finding has a stable code, a severity, a place (file and byte range), a message, a reason beside the caret
//! and a mend. Findings are collected, never thrown one at a time, and printed together at the end.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

/// A text that was read, with the name it goes by in messages.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Path or name as the user knows it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// A source that many places can share; a byte order mark at its start is left out.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Arc::new(Self { name: name.into(), text })
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
    /// The place of `needle` within this one, or all of it when escapes hide the words.
    #[must_use]
    pub fn of(&self, needle: &str) -> Self {
        let slice = &self.source.text[self.span.clone()];
        slice.find(needle).map_or_else(
            || self.clone(),
            |at| {
                let start = self.span.start + at;
                Self { source: self.source.clone(), span: start..start + needle.len() }
            },
        )
    }
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
        Self { code, severity, message: message.into(), place: None, label: String::new(), help: Vec::new() }
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
}

/// Whether any of `findings` stops a build.
#[must_use]
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Findings in the order a reader wants: by file, then by place, those without a place first.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| {
        finding.place.as_ref().map(|place| (place.source.name.clone(), place.span.start, place.span.end))
    });
}

/// Findings printed for a person, with snippets and carets; `colour` asks for terminal styles.
#[must_use]
pub fn render_human(findings: &[Finding], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(110);
    let mut printed = String::new();
    for finding in findings {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(finding.message.as_str()).id(finding.code));
        if let Some(place) = &finding.place {
            group = group.element(
                Snippet::source(place.source.text.as_str())
                    .path(place.source.name.as_str())
                    .annotation(AnnotationKind::Primary.span(place.span.clone()).label(finding.label.as_str())),
            );
        }
        let help = finding.help.iter().map(|help| Group::with_title(Level::HELP.secondary_title(help.as_str())));
        let report: Vec<Group<'_>> = std::iter::once(group).chain(help).collect();
        printed.push_str(&renderer.render(&report));
        printed.push_str("\n\n");
    }
    printed
}
