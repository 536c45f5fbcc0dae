//! Paragraphs and lists: which lines of a text belong together.
//!
//! A line is part of a list only where that is plain: two entries or more in a row, with the same mark, and of numbered
//! ones each with the next number. Anything else stays as it was typed. Every line is looked at a fixed number of times.

use super::inline::{self, BREAK, Writer};
use super::{Passage, Rich, Unsupported};

/// How deep an author's lists may go.
const DEEPEST: usize = 4;

/// Reads a text whose characters are put right.
pub(super) fn read(text: &str, writer: Writer, unsupported: &mut Vec<Unsupported>) -> Vec<Passage> {
    let lines: Vec<&str> = text.split('\n').collect();
    Blocks { writer, unsupported }.read(&lines, 0)
}

/// Reads a text without lists: every line as it was typed.
pub(super) fn read_lines(text: &str, writer: Writer, unsupported: &mut Vec<Unsupported>) -> Vec<Passage> {
    let lines: Vec<&str> = text.split('\n').collect();
    Blocks { writer, unsupported }.read(&lines, DEEPEST)
}

/// What stands before an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Mark {
    Bullet(char),
    /// A number and what follows it, `.` or `)`.
    Number(u32, char),
}

/// The mark at the start of a line, and where its words begin.
fn mark_of(line: &str, writer: Writer) -> Option<(Mark, usize)> {
    let trimmed = line.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let (mark, length) = match trimmed.chars().next()? {
        c @ ('-' | '*') => (Mark::Bullet(c), 1),
        '+' if writer == Writer::Author => (Mark::Bullet('+'), 1),
        _ if (1..=4).contains(&digits) => {
            let dot = trimmed[digits..].chars().next().filter(|c| matches!(c, '.' | ')'))?;
            (Mark::Number(trimmed[..digits].parse().ok()?, dot), digits + 1)
        }
        _ => return None,
    };
    let words = trimmed[length..].trim_start();
    let starts = trimmed[length..].starts_with(' ') && !words.is_empty();
    starts.then(|| (mark, line.len() - words.len()))
}

/// How many bytes of space a line begins with.
fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

struct Blocks<'u> {
    writer: Writer,
    unsupported: &'u mut Vec<Unsupported>,
}

/// An entry of a list: its mark, and its lines without it.
struct Entry<'t> {
    mark: Mark,
    lines: Vec<&'t str>,
}

impl Blocks<'_> {
    fn read(&mut self, lines: &[&str], depth: usize) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut open: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            if lines[at].trim().is_empty() {
                self.close(&mut open, &mut passages);
                at += 1;
            } else if let Some((entries, end)) = self.entries(&lines[at..], depth, !open.is_empty()) {
                self.close(&mut open, &mut passages);
                passages.push(self.list(entries, depth));
                at += end;
            } else {
                open.push(lines[at]);
                at += 1;
            }
        }
        self.close(&mut open, &mut passages);
        passages
    }

    /// The entries of the list that begins at the first line, and how many lines it has; none where it is no list.
    fn entries<'t>(&self, lines: &[&'t str], depth: usize, inside: bool) -> Option<(Vec<Entry<'t>>, usize)> {
        if depth >= DEEPEST {
            return None;
        }
        let (first, words) = mark_of(lines[0], self.writer)?;
        if inside && self.writer == Writer::Author && matches!(first, Mark::Number(number, _) if number != 1) {
            return None;
        }
        let outer = indent_of(lines[0]);
        let mut entries = vec![Entry { mark: first, lines: vec![&lines[0][words..]] }];
        let mut inner = words;
        let mut at = 1;
        while at < lines.len() {
            let blank = lines[at..].iter().take_while(|line| line.trim().is_empty()).count();
            let Some(&line) = lines.get(at + blank) else { break };
            let own = indent_of(line);
            let open = entries.last_mut()?;
            let next = mark_of(line, self.writer).filter(|_| own < inner);
            if let Some((mark, words)) = next {
                if !self.follows(&open.mark, &mark) {
                    break;
                }
                inner = words;
                entries.push(Entry { mark, lines: vec![&line[words..]] });
            } else if own >= inner || blank == 0 && (own > outer || self.writer == Writer::Author) {
                open.lines.extend(lines[at..at + blank].iter().map(|_| ""));
                open.lines.push(&line[own.min(inner)..]);
            } else {
                break;
            }
            at += blank + 1;
        }
        (entries.len() > 1).then_some((entries, at))
    }

    /// Whether an entry with the mark `next` goes on with the list. Authors may number all entries alike, or as they like.
    fn follows(&self, mark: &Mark, next: &Mark) -> bool {
        match (mark, next) {
            (Mark::Bullet(one), Mark::Bullet(other)) => one == other,
            (Mark::Number(one, dot), Mark::Number(other, other_dot)) => {
                dot == other_dot && (self.writer == Writer::Author || *other == one + 1)
            }
            _ => false,
        }
    }

    fn list(&mut self, entries: Vec<Entry<'_>>, depth: usize) -> Passage {
        let mut items = Vec::with_capacity(entries.len());
        let mut numbers = Vec::new();
        for Entry { mark, lines } in entries {
            if let Mark::Number(number, dot) = mark {
                numbers.push((number, dot));
            }
            let depth = if self.writer == Writer::Author { depth + 1 } else { DEEPEST };
            items.push(self.read(&lines, depth));
        }
        // `1.` before every entry is CommonMark's way to have them numbered.
        if numbers.iter().all(|(number, _)| *number == 1) {
            numbers = (1..).zip(numbers).map(|(number, (_, dot))| (number, dot)).collect();
        }
        let numbers =
            (!numbers.is_empty()).then(|| numbers.iter().map(|(number, dot)| format!("{number}{dot}")).collect());
        Passage::List { numbers, items }
    }

    /// Closes a paragraph. An author's lines run on unless they end in two spaces; a clinician's stay lines.
    fn close(&mut self, open: &mut Vec<&str>, passages: &mut Vec<Passage>) {
        if open.is_empty() {
            return;
        }
        if self.writer == Writer::Author {
            self.refuse_blocks(open);
        }
        let mut paragraph = String::new();
        for (index, line) in open.iter().enumerate() {
            let last = index + 1 == open.len();
            match self.writer {
                Writer::Author => paragraph.push_str(line.trim()),
                // The first line's indentation is a slip; that of others was typed to be seen.
                Writer::Clinician => paragraph.push_str(if index == 0 { line.trim() } else { line.trim_end() }),
            }
            let breaks = self.writer == Writer::Clinician || line.ends_with("  ");
            if !last {
                paragraph.push(if breaks { BREAK } else { ' ' });
            }
        }
        open.clear();
        let rich: Rich = inline::read(&paragraph, self.writer, self.unsupported);
        if !rich.is_empty() {
            passages.push(Passage::Paragraph(rich));
        }
    }

    /// Names blocks that an author plainly meant and a leaflet cannot print.
    fn refuse_blocks(&mut self, lines: &[&str]) {
        let quoted = lines.iter().filter(|line| line.trim_start().starts_with('>')).count();
        if quoted > 1 {
            super::refuse(self.unsupported, "a quotation");
        }
        for line in lines.iter().map(|line| line.trim()) {
            if is_heading(line) {
                super::refuse(self.unsupported, "a heading");
            }
            if line.starts_with("```") || line.starts_with("~~~") {
                super::refuse(self.unsupported, "a block of code");
            }
            if is_rule(line) {
                super::refuse(self.unsupported, "a rule");
            }
        }
    }
}

/// One to six `#`, a space and words.
fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ') && !words.trim().is_empty()
}

/// Three or more `-` or `*` and nothing else but spaces.
fn is_rule(line: &str) -> bool {
    ['-', '*']
        .iter()
        .any(|mark| line.matches(*mark).count() >= 3 && line.chars().all(|c| c == *mark || c.is_whitespace()))
}
