//! An approval written into a handout's YAML, with everything else in the file left as it is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use time::Date;

use crate::model::approval::TopicReviews;

/// An approval to record.
pub struct Entry<'a> {
    /// The clinician's name.
    pub name: &'a str,
    /// The clinician's role.
    pub role: &'a str,
    /// The day of approval.
    pub date: Date,
    /// The hash of the text that was read.
    pub hash: &'a str,
}

/// The entry as an item of `reviewed_by`, without indentation. Text in double quotes is written as JSON writes it,
/// which YAML reads alike.
#[must_use]
pub fn line(entry: &Entry<'_>) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let (name, role, hash) = (quoted(entry.name), quoted(entry.role), quoted(entry.hash));
    format!("- {{ name: {name}, role: {role}, date: {}, hash: {hash} }}", entry.date)
}

/// `text` with the entry added to `reviewed_by` under `imprint`. The caller checks that it reads as intended: a file
/// may be written in ways that this does not know.
#[must_use]
pub fn record(text: &str, entry: &Entry<'_>) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let start = lines.iter().position(|line| line.starts_with("imprint:")).map_or(lines.len(), |at| at + 1);
    let end = (start..lines.len()).find(|&at| is_key(&lines[at], 0)).unwrap_or(lines.len());
    let indent = lines[start.min(end)..end].iter().find(|line| is_text(line)).map_or(2, |line| indent_of(line));
    let key = (start..end).find(|&at| is_key(&lines[at], indent) && lines[at].trim_start().starts_with("reviewed_by:"));
    let item = format!("{}{}", " ".repeat(indent + 2), line(entry));
    match key {
        Some(at) => {
            let under = |line: &String| indent_of(line) > indent || line.trim_start().starts_with("- ");
            let last = (at + 1..end).take_while(|&next| !is_text(&lines[next]) || under(&lines[next]));
            let last = last.filter(|&next| is_text(&lines[next])).last();
            let same_column = last.map(|_| indent_of(&lines[at + 1])).unwrap_or(indent + 2);
            lines[at] = lines[at].replacen("[]", "", 1).trim_end().to_owned();
            let item = format!("{}{}", " ".repeat(same_column), line(entry));
            lines.insert(last.unwrap_or(at) + 1, item);
        }
        None => {
            let last = (start..end).rfind(|&at| is_text(&lines[at])).map_or(end, |at| at + 1);
            lines.splice(last..last, [format!("{}reviewed_by:", " ".repeat(indent)), item]);
        }
    }
    lines.join(ending) + ending
}

/// The file of a topic's approvals: those that there were, and one more for a language.
#[must_use]
pub fn of_topic(reviews: &TopicReviews, language: &str, entry: &Entry<'_>) -> String {
    let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (language, reviews) in &reviews.0 {
        let of_language = lines.entry(language).or_default();
        of_language.extend(reviews.iter().map(|review| {
            let text = |text: &str| serde_json::Value::from(text).to_string();
            let (name, role, hash) = (text(&review.name.value), text(review.role.value.id()), text(&review.hash.value));
            format!("- {{ name: {name}, role: {role}, date: {}, hash: {hash} }}", review.date.value)
        }));
    }
    lines.entry(language).or_default().push(line(entry));
    let mut text = String::from(
        "# Who has approved what is printed of this topic, by language. `handout approve` writes it; an approval lapses when one of\n\
         # these texts changes.\n",
    );
    for (language, lines) in lines {
        let _ = writeln!(text, "{language}:");
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line says something.
fn is_text(line: &str) -> bool {
    let trimmed = line.trim_start();
    !trimmed.is_empty() && !trimmed.starts_with('#')
}

/// Whether a key starts on a line, at an indentation.
fn is_key(line: &str, indent: usize) -> bool {
    is_text(line) && indent_of(line) == indent && !line.trim_start().starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_finds_its_place() {
        let entry = Entry { name: "Ann \"A\"", role: "midwife", date: time::macros::date!(2026 - 11 - 20), hash: "ab" };
        let item = r#"- { name: "Ann \"A\"", role: "midwife", date: 2026-11-20, hash: "ab" }"#;
        for (before, after) in [
            ("imprint:\n  version: '1'\n", format!("imprint:\n  version: '1'\n  reviewed_by:\n    {item}\n")),
            (
                "imprint:\n  reviewed_by: []\n  version: '1'\n\nallow: []\n",
                format!("imprint:\n  reviewed_by:\n    {item}\n  version: '1'\n\nallow: []\n"),
            ),
            (
                "imprint:\n    version: '1'\n    # who\n    reviewed_by:\n    - { name: B }\n# end\nallow: []\n",
                format!(
                    "imprint:\n    version: '1'\n    # who\n    reviewed_by:\n    - {{ name: B }}\n    {item}\n# end\nallow: []\n"
                ),
            ),
            (
                "imprint:\r\n  reviewed_by:\r\n    - name: B\r\n      role: x\r\n",
                format!("imprint:\r\n  reviewed_by:\r\n    - name: B\r\n      role: x\r\n    {item}\r\n"),
            ),
        ] {
            assert_eq!(record(before, &entry), after);
        }
    }
}
