//! Findings as a person reads them: snippet, caret, reason and mend.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use super::{Finding, Place, Severity};

/// Findings printed for a person, with snippets and carets; `colour` asks for terminal styles.
#[must_use]
pub fn render_human(findings: &[Finding], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(110);
    let mut printed = String::new();
    for finding in findings {
        let level = match finding.severity {
            _ if finding.allowed.is_some() => Level::NOTE.with_name("allowed"),
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(finding.message.as_str()).id(finding.code));
        if let Some(place) = &finding.place {
            let (lines, first, span) = lines_of(place);
            group = group.element(
                Snippet::source(lines)
                    .line_start(first)
                    .path(place.source.name.as_str())
                    .annotation(AnnotationKind::Primary.span(span).label(finding.label.as_str())),
            );
        }
        // Lines to paste stand below, with no other indentation than their own.
        let parts = finding.help.iter().map(|help| help.split_once('\n').unwrap_or((help, "")));
        let help = parts.clone().map(|(help, _)| Group::with_title(Level::HELP.secondary_title(help)));
        let because = finding.allowed.as_ref().map(|reason| format!("allowed because {reason}"));
        let because = because.iter().map(|reason| Group::with_title(Level::NOTE.secondary_title(reason.as_str())));
        let report: Vec<Group<'_>> = std::iter::once(group).chain(help).chain(because).collect();
        printed.push_str(&renderer.render(&report));
        for (_, lines) in parts.filter(|(_, lines)| !lines.is_empty()) {
            printed.push_str(&format!("\n\n{lines}"));
        }
        printed.push_str("\n\n");
    }
    printed
}

/// The lines that a place lies in, the number of the first, and its range in them: a snippet of a large file is made
/// from its few lines alone.
fn lines_of(place: &Place) -> (&str, usize, Range<usize>) {
    let (text, span) = (place.source.text.as_str(), &place.span);
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at + 1);
    (&text[start..end], place.line_column().0, span.start - start..span.end - start)
}
