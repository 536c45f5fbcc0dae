//! L004: lines too long or too short to read with ease.

use super::place::{of_words, quoted};
use super::reading::Reading;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::geom::Pt;
use crate::layout::display::{ElementId, Ink, Role, StructTree};

/// The most characters a line: the end of the range that UKAAF accepts.
const MOST: f32 = 75.0;
/// The fewest. UKAAF accepts 35 in columns; a folded panel at 12 points holds about 38 and a ragged edge or a long word
/// takes some of it, so that an average under 30 is where a column is truly too narrow.
const FEWEST: f32 = 30.0;
/// Shorter paragraphs have no lines to get lost between.
const LINES: usize = 3;
/// Two ragged lines can be short by chance; that a column is too narrow shows from three full lines on.
const NARROW_LINES: usize = 4;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L004",
        title: "lines too long or too short",
        meaning: "A paragraph of three lines or more whose lines hold more than 75 characters on average, or one of four \
                  lines or more with fewer than 30. Spaces count; the last line of the paragraph does not, nor do \
                  lines that end where the text asks for it, as in an address. Headings are left out.",
        why: "On long lines the eye loses the next line; on short ones it jumps at every third word.",
        example: Example::Words {
            bad: "A paragraph over the whole width of the sheet, 95 characters a line.",
            good: "The same paragraph in one of two columns, 45 characters a line.",
        },
        standard: "UKAAF G003: 60 to 70 characters, 35 to 75 acceptable in columns.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let reading = Reading::new(subject.publication);
    for id in reading.blocks(StructTree::ROOT) {
        if subject.publication.tree[id].role != Role::P {
            continue;
        }
        let Some(average) = average(&reading, id) else { continue };
        let (average, lines) = average;
        let (how, label) = match average {
            average if average > MOST => ("long", format!("lines of up to {MOST} characters are easy to follow")),
            average if average < FEWEST && lines >= NARROW_LINES => {
                ("short", format!("lines need at least {FEWEST} characters"))
            }
            _ => continue,
        };
        let (text, page) = (reading.text(id), reading.page(id).unwrap_or(1));
        let message = format!("page {page}: lines of {average:.0} characters are too {how}: {}", quoted(&text));
        let help = match how {
            "long" => "say it in two lines, or make a list of it",
            _ => "use shorter words here",
        };
        findings.push(Finding::warning("L004", message).at(of_words(subject, &text), label).help(help));
    }
}

/// How many characters a full line of a paragraph holds, and how many lines there are, the last one among them; lines
/// that end where the text asks for it are left out. Nothing for short paragraphs.
fn average(reading: &Reading<'_>, id: ElementId) -> Option<(f32, usize)> {
    let mut lines: Vec<((usize, Pt), usize, bool)> = Vec::new();
    for (page, item) in reading.items(id) {
        let Ink::Glyphs(run) = &item.ink else { continue };
        let at = (page, item.frame.y + run.baseline);
        let (count, ends) = (run.text.chars().count(), run.text.contains('\n'));
        match lines.last_mut() {
            Some((line, characters, ended)) if line.0 == at.0 && (line.1 - at.1).0.abs() < 0.5 => {
                *characters += count;
                *ended |= ends;
            }
            _ => lines.push((at, count, ends)),
        }
    }
    lines.pop();
    lines.retain(|(_, _, ended)| !ended);
    let full = lines.len();
    let characters: usize = lines.iter().map(|(_, characters, _)| *characters).sum();
    (full + 1 >= LINES).then(|| (characters as f32 / full as f32, full + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::Tag;
    use crate::preflight::tests::{Sheet, found};

    fn paragraph(role: Role, lines: &[usize]) -> Vec<Finding> {
        let mut sheet = Sheet::new();
        let id = sheet.publication.tree.add(StructTree::ROOT, role);
        for (row, characters) in lines.iter().enumerate() {
            let text = "move a little and often ".repeat(9)[..*characters].to_owned();
            sheet.glyphs((60.0, 60.0 + 16.0 * row as f32), 12.0, &text, Tag::Element(id));
        }
        found(&RULE, &sheet.publication)
    }

    #[test]
    fn the_lines_of_a_paragraph_are_of_a_readable_length() {
        for (lines, count) in [
            (&[70, 72, 20][..], 0),
            (&[75, 75, 3], 0),
            (&[80, 78, 76], 1),
            (&[90, 90], 0),
            (&[38, 34, 33, 10], 0),
            (&[31, 30, 5], 0),
            (&[28, 29, 30], 0),
            (&[28, 29, 30, 12], 1),
            (&[28, 12], 0),
        ] {
            assert_eq!(paragraph(Role::P, lines).len(), count, "{lines:?}");
        }
        assert!(paragraph(Role::H(1), &[20, 20, 20]).is_empty());
    }
}
