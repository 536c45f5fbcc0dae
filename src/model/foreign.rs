//! Characters of word processors where YAML has its own: spaces that do not break in an indentation, curly quotes round a
//! text, a long dash for a hyphen. They look right and are not, so the message names the character.

use std::ops::Range;
use std::sync::Arc;

use super::codes;
use super::line::Line;
use super::text::foreign_name;
use super::yaml::place;
use crate::diag::{Finding, Source};

/// A finding for characters that nobody can see and that no text holds.
pub(super) fn control_characters(source: &Arc<Source>) -> Vec<Finding> {
    let is_hidden = |(_, character): &(usize, char)| match character {
        '\n' | '\r' | '\t' => false,
        // A byte order mark within a text is put right with the text.
        '\u{feff}' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    };
    let mut hidden = source.text.char_indices().filter(is_hidden);
    let Some((at, character)) = hidden.next() else { return Vec::new() };
    let more = hidden.count();
    let name = format!("U+{:04X}", u32::from(character));
    let finding =
        Finding::error(codes::CONTROL_CHARACTER, format!("an invisible character ({name}) stands in the text"))
            .at(&place(source, at..at + character.len_utf8()), "here, where it cannot be seen")
            .help("delete it, or type this line again; it often comes with text copied from another program");
    let finding = if more > 0 { finding.help(format!("the file has {more} more like it")) } else { finding };
    vec![finding]
}

/// A finding for a foreign character in the structure of the line around `at`, of the lines beside it, or of the line where
/// reading was last sure: where the parser gave up, such a character is most often why.
pub(super) fn near(source: &Arc<Source>, at: usize, last_end: usize) -> Option<Finding> {
    let here = Line::at(source, at);
    let above = Line::at(source, here.start.saturating_sub(1));
    let sure = Line::at(source, last_end);
    let found = [here, above, sure].into_iter().find_map(|line| Some(line.start + in_structure(line.text)?))?;
    Some(finding(source, found))
}

/// What is found in a text without quotes: an error where it is no text but structure with a foreign character in it, such
/// as `title:<no-break space>Back pain`; a warning where curly quotes stand round it.
pub(super) fn in_text(source: &Arc<Source>, range: &Range<usize>, text: &str) -> Option<Finding> {
    in_scalar(source, range).or_else(|| quoted(source, range, text))
}

fn in_scalar(source: &Arc<Source>, range: &Range<usize>) -> Option<Finding> {
    let first = source.text.get(range.clone())?.lines().next()?;
    let line = Line::at(source, range.start);
    // Behind a name and its colon it is a text, whatever it looks like.
    let begins_line = line.text.get(..range.start.saturating_sub(line.start))?.trim_matches([' ', '-']).is_empty();
    let at = in_structure(first).filter(|_| begins_line)?;
    let c = first[at..].chars().next()?;
    // A quotation, and a line of text that begins with a dash, are texts.
    let is_text = is_quote(c) || at == 0 && is_dash(c);
    (!is_text).then(|| finding(source, range.start + at))
}

/// A finding for a foreign character in a key.
pub(super) fn in_key(source: &Arc<Source>, key: &Range<usize>) -> Option<Finding> {
    let (at, _) = source.text.get(key.clone())?.char_indices().find(|(_, c)| foreign_name(*c).is_some())?;
    Some(finding(source, key.start + at))
}

/// A warning for a text without quotes that stands in curly ones as a whole: they would be printed.
fn quoted(source: &Arc<Source>, range: &Range<usize>, text: &str) -> Option<Finding> {
    if source.text[range.end..].starts_with(':') {
        return None;
    }
    let inner = text.strip_prefix(['“', '„', '”']).and_then(|rest| rest.strip_suffix(['”', '“']))?;
    if inner.contains(['“', '”', '„']) {
        return None;
    }
    let first = source.text[range.start..].chars().next()?;
    Some(
        Finding::warning(codes::FOREIGN, "curly quotes stand round the whole text, and will be printed")
            .at(&place(source, range.start..range.start + first.len_utf8()), "to YAML, this is a letter")
            .help("if they are not meant to be printed, write straight quotes: `\"`"),
    )
}

/// Where the first foreign character stands in the part of a line that is structure: its indentation, its hyphens, its
/// name with the colon, and the first sign of its value.
fn in_structure(line: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += line[at..].len() - line[at..].trim_start_matches([' ', '\t']).len();
        let mut rest = line[at..].chars();
        let c = rest.next()?;
        let is_key = || is_quote(c) && line[at..].contains("”:");
        let mut is_entry = || is_dash(c) && rest.next() == Some(' ');
        let opens = || is_quote(c) && line[..at].ends_with("- ") && line[at..].contains(": ");
        if is_blank(c) || is_key() || opens() || is_entry() {
            return Some(at);
        }
        match line[at..].strip_prefix('-') {
            Some(rest) if rest.starts_with(' ') => at += 1,
            Some(rest) => {
                let blank = rest.chars().next().filter(|c| is_blank(*c));
                return blank.map(|_| at + 1).or_else(|| name_end(line, at));
            }
            None => return name_end(line, at),
        }
    }
}

/// Where a foreign character stands at the end of the name that begins at `at`: for its colon, or behind it.
fn name_end(line: &str, at: usize) -> Option<usize> {
    let name = line[at..].bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    let after = at + name;
    let c = line[after..].chars().next().filter(|_| name > 0)?;
    if c == '：' || is_blank(c) && line[after + c.len_utf8()..].starts_with(':') {
        return Some(after);
    }
    let rest = line[after..].strip_prefix(':')?;
    let value = after + 1 + rest.len() - rest.trim_start_matches(' ').len();
    let c = line[value..].chars().next()?;
    // A quotation by itself is a text.
    (is_blank(c) || is_quote(c) && line[value..].contains(": ")).then_some(value)
}

/// Whether it takes up space, or none, and cannot be seen.
const fn is_blank(c: char) -> bool {
    c.len_utf8() > 1 && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
}

const fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '＂')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn finding(source: &Arc<Source>, at: usize) -> Finding {
    let c = source.text[at..].chars().next().unwrap_or(' ');
    let name = foreign_name(c).unwrap_or("a character that is not on the keyboard");
    let code = u32::from(c);
    let (needed, instead) = match c {
        _ if is_quote(c) => ("a straight quote", "write straight quotes, `\"`, at both ends of the text"),
        _ if is_dash(c) => ("a hyphen", "write a hyphen and a space, `- `"),
        '：' => ("a colon", "write a colon and a space, `: `"),
        _ if is_blank(c) => ("plain spaces or none", "delete it, and type spaces if some are needed there"),
        _ => ("letters of the keyboard", "type it again"),
    };
    Finding::error(codes::FOREIGN, format!("{name} (U+{code:04X}) stands where YAML needs {needed}"))
        .at(&place(source, at..at + c.len_utf8()), "it comes from a word processor, a web page or a telephone")
        .help(instead)
        .help("replace it in the whole file: where there is one, there are often more")
}
