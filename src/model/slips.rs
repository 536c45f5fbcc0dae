//! The slips that people make in YAML, found in the text and told in plain words, with the line as it should be.
//!
//! The commonest by far is a text with a colon in it, or one that starts with a brace, a bracket or a star.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::codes;
use super::foreign;
use super::line::{Line, Slip, in_quotes, quote};
use super::yaml::{MAX_DEPTH, first_line, place};
use crate::diag::{Finding, Source};

/// A finding for a text with a colon in it that was read as a name and a text.
pub(super) fn colon(source: &Arc<Source>, span: Range<usize>, name: &str, text: &str) -> Finding {
    let line = Line::at(source, span.start);
    let lead = line.text.get(line.indentation()..span.start.saturating_sub(line.start)).unwrap_or("");
    let finding = Finding::error(codes::UNQUOTED, "a text with a colon in it must stand in quotes")
        .at(&first_line(source, span.clone()), format!("without quotes, YAML reads `{name}` as the name of a part"))
        .help(in_quotes(&format!("{lead}{}", quote(text))));
    // What stands there is the text itself only where it is on one line and without quotes of its own.
    match source.text.get(span.clone()) {
        Some(written) if is_mechanical(written) => finding.mend(span, quote(written)),
        _ => finding,
    }
}

/// Whether quotes around what is written are all that it needs.
fn is_mechanical(written: &str) -> bool {
    let written_well = written == written.trim() && !written.is_empty();
    written_well && !written.contains(['\n', '\r', '"', '\'', '\\']) && !written.contains(" #")
}

/// The finding, corrected by quotes around the value of a line.
fn mended_by_quotes(finding: Finding, line: &Line<'_>) -> Finding {
    let value = line.value();
    let start = line.start + line.value_start();
    match is_mechanical(value) {
        true => finding.mend(start..start + value.len(), quote(value)),
        false => finding,
    }
}

/// A finding for a text in brackets that was read as a list or map.
pub(super) fn bracket(source: &Arc<Source>, start: usize) -> Finding {
    indicator(source, start, codes::UNQUOTED)
}

/// A finding for an anchor, alias, tag or merge key, which is most often a text without quotes.
pub(super) fn reference(source: &Arc<Source>, start: usize) -> Finding {
    if source.text[start..].starts_with("<<") {
        return Finding::error(codes::REFERENCE, "`<<` is not read here")
            .at(&first_line(source, start..start + 2), "this would copy a part from elsewhere")
            .help("write the part out");
    }
    let finding = indicator(source, start, codes::REFERENCE);
    let is_one_word = !Line::at(source, start).value().contains(' ');
    if is_one_word {
        finding.help("parts cannot refer to each other: write the part out where it is needed")
    } else {
        finding
    }
}

/// A finding for a key that is not a text, most often `{{name}}` without quotes.
pub(super) fn key_not_text(source: &Arc<Source>, map_start: usize, key: &Range<usize>) -> Finding {
    if source.text[map_start..].starts_with('{') {
        return indicator(source, map_start, codes::UNQUOTED);
    }
    Finding::error(codes::SYNTAX, "a name is missing before the colon")
        .at(&first_line(source, key.start..source.text.len()), "a part starts with its name, such as `title:`")
        .help("write the name, or put the line in quotes if it is text")
}

fn indicator(source: &Arc<Source>, start: usize, code: &'static str) -> Finding {
    let line = Line::at(source, start);
    let first = source.text[start..].chars().next().unwrap_or(' ');
    let finding = Finding::error(code, format!("a text that starts with `{first}` must stand in quotes"))
        .at(&first_line(source, start..line.start + line.text.len()), meaning(first));
    let lead_end = start.saturating_sub(line.start);
    if lead_end != line.value_start() {
        return finding.help("put quotes around the text, from its first word to its last");
    }
    mended_by_quotes(finding.help(line.in_quotes()), &line)
}

/// What YAML makes of a text that starts with `first`.
fn meaning(first: char) -> &'static str {
    match first {
        '{' => "without quotes, YAML reads `{` as the start of a map",
        '[' => "without quotes, YAML reads `[` as the start of a list",
        '*' => "without quotes, YAML reads `*` as a reference to another part",
        '&' => "without quotes, YAML reads `&` as a name to refer to",
        '!' => "without quotes, YAML reads `!` as the start of a type",
        '|' | '>' => "without quotes, YAML expects a text of several lines below this sign",
        _ => "YAML keeps this sign for itself",
    }
}

/// A finding for text behind `#` that follows the plain scalar at `range`, where it looks like text.
pub(super) fn cut_by_comment(source: &Arc<Source>, range: &Range<usize>) -> Option<Finding> {
    let rest = source.text[range.end..].lines().next()?.trim_end();
    let comment = rest.strip_prefix(" #")?;
    let several_words = source.text[range.clone()].contains(' ');
    if comment.is_empty() || (comment.starts_with(' ') && !several_words) {
        return None;
    }
    let start = range.end + 1;
    let finding = Finding::warning(codes::TEXT_CUT, "the text ends before `#`")
        .at(&first_line(source, start..range.end + rest.len()), "YAML leaves this out, as a comment")
        .help(format!("if it belongs to the text, {}", Line::at(source, range.end).in_quotes()));
    Some(finding.help("if it is a comment, put two spaces before `#`"))
}

/// A finding for an entry of which YAML sees nothing but a comment, such as `- #1 on the list`.
pub(super) fn nothing_but_comment(source: &Arc<Source>, between: Range<usize>) -> Option<Finding> {
    let before = Line::at(source, between.start);
    let end = between.end.max(before.start + before.text.len());
    let at = between.start + source.text.get(between.start..end)?.find('#')?;
    let line = Line::at(source, at);
    let value = line.value_start();
    let is_text = source.text[at + 1..].chars().next().is_some_and(|next| !next.is_whitespace() && next != '#');
    if !is_text || value == line.indentation() || line.start + value != at {
        return None;
    }
    Some(
        Finding::error(codes::UNQUOTED, "a text that starts with `#` must stand in quotes")
            .at(&first_line(source, at..line.start + line.text.len()), "YAML leaves this out, as a comment")
            .help(line.in_quotes()),
    )
}

/// A finding for a line that starts with a hyphen and was read as part of the text above.
pub(super) fn joined_line(source: &Arc<Source>, range: &Range<usize>) -> Option<Finding> {
    let text = &source.text[range.clone()];
    let newline = text.match_indices('\n').find(|(at, _)| text[at + 1..].trim_start_matches(' ').starts_with("- "))?.0;
    let line = Line::at(source, range.start + newline + 1);
    let start = line.start + line.indentation();
    Some(
        Finding::error(codes::LINE_JOINED, "this line is read as part of the text above it")
            .at(&first_line(source, start..line.start + line.text.len()), "its hyphen stands too far to the right")
            .help("put the hyphen exactly below the one above")
            .help("if the line is not an entry of its own, put the whole text in quotes"),
    )
}

/// A finding for lists and maps within each other beyond all use.
pub(super) fn too_deep(source: &Arc<Source>, start: usize) -> Finding {
    Finding::error(codes::TOO_MUCH, format!("lists and maps are nested more than {MAX_DEPTH} deep"))
        .at(&place(source, start..start + 1), "here it goes too deep")
        .help("no part of a leaflet needs this; look for brackets or hyphens that are there by mistake")
}

/// How far the parser came before its error.
pub(super) struct Reached {
    /// Where the last thing ended that could be read.
    pub last_end: usize,
    /// Where the outermost bracket opens that is still open.
    pub bracket: Option<usize>,
}

/// The parser's error in plain words.
pub(super) fn explain(error: &ScanError, source: &Arc<Source>, reached: &Reached) -> Finding {
    let last_end = reached.last_end;
    let at = error.marker().byte_offset().unwrap_or(source.text.len());
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_deep(source, at);
    }
    tab(error.kind(), source, at)
        .or_else(|| foreign::near(source, at, last_end))
        .or_else(|| unclosed_quote(error.kind(), source, last_end))
        .or_else(|| comment_in_brackets(source, reached.bracket?..at))
        .or_else(|| wrong_value(source, at, last_end))
        .or_else(|| missing_space(source, at))
        .unwrap_or_else(|| by_kind(error.kind(), source, at))
}

fn tab(kind: &ErrorKind, source: &Arc<Source>, at: usize) -> Option<Finding> {
    use ErrorKind as E;
    let here = Line::at(source, at);
    let next = Line::at(source, here.start + here.text.len() + 1);
    let is_below = matches!(kind, E::TabInPlainScalar | E::TabInIndentation | E::TabNotAllowed);
    let lines = [Some(here), is_below.then_some(next)];
    let (line, column) = lines.into_iter().flatten().find_map(|line| {
        let column = line.text[..line.indentation()].find('\t')?;
        Some((line, column))
    })?;
    let span = line.start + column..line.start + line.indentation();
    Some(
        Finding::error(codes::SYNTAX, "this line is indented with a tab")
            .at(&place(source, span), "YAML needs spaces here")
            .help("replace the tab by spaces, two for each step to the right"),
    )
}

fn unclosed_quote(kind: &ErrorKind, source: &Arc<Source>, last_end: usize) -> Option<Finding> {
    use ErrorKind as E;
    if !matches!(
        kind,
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar | E::UnexpectedEof
    ) {
        return None;
    }
    let start = last_end + source.text[last_end..].find(['"', '\''])?;
    let sign = source.text[start..].chars().next()?;
    let line = Line::at(source, start);
    let finding = Finding::error(codes::SYNTAX, "this quote is opened but not closed")
        .at(&first_line(source, start..line.start + line.text.len()), "the text that starts here does not end");
    Some(finding.help(format!("put a `{sign}` at the end of the text")))
}

/// `{ primary: #1f6f78, accent: … }`: the rest of the line, bracket and all, is a comment.
fn comment_in_brackets(source: &Arc<Source>, open: Range<usize>) -> Option<Finding> {
    let text = source.text.get(open.clone())?;
    let is_outside_quotes = |at: usize| {
        let line = text[..at].rsplit('\n').next().unwrap_or("");
        line.matches(['"', '\'']).count() % 2 == 0
    };
    let at = text.match_indices(": #").map(|(at, _)| at + 2).find(|at| is_outside_quotes(*at))?;
    let word = text[at..].split([' ', ',', ']', '}', '\r', '\n']).next().filter(|word| word.len() > 1)?;
    let start = open.start + at;
    let line = Line::at(source, start);
    Some(
        Finding::error(codes::UNQUOTED, "a text that starts with `#` must stand in quotes")
            .at(&first_line(source, start..line.start + line.text.len()), "YAML leaves this out, as a comment")
            .help(in_quotes(&quote(word))),
    )
}

/// A slip on the line of the error, or on the line where the parser was last sure.
fn wrong_value(source: &Arc<Source>, at: usize, last_end: usize) -> Option<Finding> {
    let rest = &source.text[last_end.min(source.text.len())..];
    let next = last_end + rest.len() - rest.trim_start().len();
    let lines = [Line::at(source, at), Line::at(source, next)];
    let (line, slip) = lines.into_iter().find_map(|line| {
        let slip = line.slip()?;
        Some((line, slip))
    })?;
    let start = line.start + line.value_start();
    let span = start..start + line.value().len();
    let (message, label) = match slip {
        Slip::Indicator(first) => {
            let finding = indicator(source, start, codes::UNQUOTED);
            return Some(match first {
                '[' => finding.help("if it is a list, close it with `]`"),
                '{' if !line.value().starts_with("{{") => finding.help("if it is a map, close it with `}`"),
                _ => finding,
            });
        }
        Slip::Colon => (
            "a text with a colon in it must stand in quotes",
            "without quotes, YAML reads the words before a colon as the name of a part",
        ),
        Slip::AfterQuote => ("text goes on after the closing quote", "the quotes must go around the whole text"),
    };
    let finding = Finding::error(codes::UNQUOTED, message).at(&first_line(source, span), label).help(line.in_quotes());
    Some(if slip == Slip::Colon { mended_by_quotes(finding, &line) } else { finding })
}

/// `title:Back pain` and `-Back pain`: the space is missing.
fn missing_space(source: &Arc<Source>, at: usize) -> Option<Finding> {
    let here = Line::at(source, at);
    let above = Line::at(source, here.start.saturating_sub(1));
    [here, above].into_iter().find_map(|line| {
        let indentation = line.indentation();
        let text = &line.text[indentation..];
        let start = line.start + indentation;
        if let Some(rest) = text.strip_prefix('-')
            && rest.starts_with(|c: char| c.is_alphanumeric() || c == '"')
        {
            return Some(
                Finding::error(codes::SYNTAX, "a space is missing after the hyphen")
                    .at(&place(source, start..start + 1), "an entry of a list starts with a hyphen and a space")
                    .help(format!("write `- {rest}`"))
                    .mend(start + 1..start + 1, " "),
            );
        }
        let (name, rest) = text.split_once(':')?;
        let is_name = !name.is_empty() && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric());
        if !is_name || rest.is_empty() || rest.starts_with([' ', '/']) {
            return None;
        }
        Some(
            Finding::error(codes::SYNTAX, "a space is missing after the colon")
                .at(&place(source, start + name.len()..start + name.len() + 1), "YAML needs a space here")
                .help(format!("write `{name}: {rest}`"))
                .mend(start + name.len() + 1..start + name.len() + 1, " "),
        )
    })
}

/// What is left when no slip was recognised.
fn by_kind(kind: &ErrorKind, source: &Arc<Source>, at: usize) -> Finding {
    use ErrorKind as E;
    let line = Line::at(source, at);
    let whole = line.start + line.indentation()..line.start + line.text.len();
    let here = at..at + source.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let (message, span, label, help) = match kind {
        E::MappingValueNotAllowed | E::InvalidSimpleKey | E::InvalidColonPlacement => (
            "this line is read as part of the text above it, and has a colon",
            whole,
            "indented further than the part above",
            "if it is a part of its own, start it exactly below the part above; if it is text, put the whole text in quotes",
        ),
        E::ExpectedBlockMappingKey if line.text[line.indentation()..].starts_with("- ") => (
            "this entry is not indented like the list it belongs to",
            whole,
            "its hyphen stands below nothing above it",
            "put the hyphen exactly below the one above",
        ),
        E::SimpleKeyExpected | E::ExpectedBlockMappingKey if !line.text.contains(": ") && !line.text.ends_with(':') => {
            (
                "this line belongs to nothing",
                whole,
                "it has no name and colon, such as `title:`, and stands too far to the left to go on from above",
                "if it goes on from the text above, indent it by two spaces more than that part's name",
            )
        }
        E::SimpleKeyExpected | E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation => (
            "this line is not indented like the lines it belongs to",
            whole,
            "it starts below nothing above it",
            "start it exactly below the line it belongs with",
        ),
        E::BlockSequenceEntryNotAllowed => (
            "a list cannot start on the line of its name",
            whole,
            "the hyphen stands behind a colon",
            "write the hyphen and the text on a new line, or put the text in quotes if the hyphen belongs to it",
        ),
        E::CommentInterceptedScalar => (
            "the text is cut in two by `#`",
            here,
            "YAML leaves out the rest of this line, as a comment",
            "put the whole text in quotes, or move the comment to a line of its own",
        ),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => (
            "a backslash in double quotes is read as a sign of its own",
            whole,
            "there is no such sign",
            "use single quotes around the text, or write the backslash twice",
        ),
        E::UnclosedFlowCollection { .. } | E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => (
            "a list or map in brackets is not written to its end",
            here,
            "YAML expects a comma or the closing bracket before this",
            "close the bracket, or put the text in quotes if the bracket belongs to it",
        ),
        _ => (
            "this cannot be read as YAML",
            here,
            "reading stopped here",
            "look at this line and the one above: a text with signs in it must stand in quotes",
        ),
    };
    Finding::error(codes::SYNTAX, message).at(&first_line(source, span), label).help(help)
}
