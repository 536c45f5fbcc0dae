//! The lines of an approved text as parts and entries: what belongs together stands together, in the order of reading.

use crate::model::text::{self, Passage, Rich, Span, Values};

/// Parts of a handout in the order of reading; others come after them.
const ORDER: &[&str] = &[
    "title",
    "subtitle",
    "stage",
    "language",
    "summary",
    "leaflet",
    "causes",
    "prevention",
    "treatments",
    "exercises",
    "more",
    "questions",
    "seek_care",
    "imprint",
];
/// What comes first within a part; the rest follows as it stands.
const WITHIN: &[&str] = &[
    "title",
    "subtitle",
    "stage",
    "language",
    "summary",
    "name",
    "good_for",
    "intro",
    "picture",
    "call",
    "numbers",
    "items",
    "groups",
    "use",
    "also",
    "start",
    "steps",
    "dose",
    "dose_by_stage",
    "limits",
    "stop_if",
    "instead",
];
/// The parts of a dose, in the order in which they are said.
const DOSE: &[&str] = &["sets", "reps", "hold_seconds", "minutes", "each_side", "times_a_day", "days_a_week", "note"];
/// Digits of the digest that stands for a drawing.
const DIGITS: usize = 8;
/// Lists of short words, which stand in one entry.
const SHORT_LISTS: &[&str] = &["sources", "stages", "numbers", "use", "also"];
/// What leads an entry, printed in bold.
const LEADS: &[&str] = &["name", "title", "question", "when"];
/// What the texts of the topic begin with.
const TOPIC: &str = "topic ";
/// What an entry says.
const BODIES: &[&str] = &["text", "answer"];

/// A line of an approved text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The parts that lead to the value, such as `causes.items[1].text`.
    path: String,
    /// The value.
    pub value: String,
}

/// Lines that stand under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What they are: `causes`, `seek_care.emergency`, `exercise pelvic-tilt`.
    pub name: String,
    lines: Vec<Line>,
}

/// What has one number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What leads it, in bold.
    lead: String,
    /// What it says, as markup.
    body: String,
    /// What else belongs to it, such as `evidence: recommended`.
    more: Vec<String>,
}

impl Line {
    /// Reads a line; the first one, which names the version, is none.
    pub fn read(line: &str) -> Option<Self> {
        let (path, value) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
        let value = value.replace("\\\\", "\u{0}").replace("\\n", "\n").replace('\u{0}', "\\");
        Some(Self { path: path.to_owned(), value })
    }

    /// The last name of the path, without a number.
    pub fn key(&self) -> &str {
        let last = self.path.rsplit('.').next().unwrap_or_default();
        last.split('[').next().unwrap_or_default()
    }

    /// What the value is a part of: all of the path but its last name.
    fn owner(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(owner, _)| owner)
    }

    /// The name that follows `part` in the path.
    fn next_name(&self, part: &str) -> &str {
        let rest = self.path.strip_prefix(part).map_or(self.path.as_str(), |rest| rest.trim_start_matches('.'));
        let rest = if rest.is_empty() { self.path.as_str() } else { rest };
        rest.split(['.', '[']).next().unwrap_or_default()
    }

    /// Whether it is a text of the topic.
    fn is_of_topic(&self) -> bool {
        self.path.starts_with(TOPIC)
    }

    /// The part it belongs to.
    fn part(&self) -> &str {
        // Each list of a topic's text is a part by itself.
        if let (true, Some(end)) = (self.is_of_topic(), self.path.find(']')) {
            return &self.path[..=end];
        }
        let names = if self.path.starts_with("seek_care.") && self.path.matches('.').count() > 1 { 2 } else { 1 };
        let end = self.path.match_indices('.').nth(names - 1).map_or(self.path.len(), |(at, _)| at);
        self.path[..end].split('[').next().unwrap_or_default()
    }
}

/// The parts of an approved text, in the order of reading.
pub fn parts(text: &str, tiers: &[&str]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in text.lines().filter_map(Line::read) {
        // What the handout says of itself in single lines stands together.
        let name = match line.part() {
            "title" | "subtitle" | "stage" | "language" | "summary" => "title",
            name => name,
        };
        match parts.iter_mut().rfind(|part| part.name == name) {
            Some(part) => part.lines.push(line),
            None => parts.push(Part { name: name.to_owned(), lines: vec![line] }),
        }
    }
    parts.sort_by_key(|part| {
        let (first, second) = part.name.split_once('.').unwrap_or((part.name.as_str(), ""));
        (rank(ORDER, first), rank_of_tier(tiers, second))
    });
    parts
}

impl Part {
    /// Its heading.
    pub fn title(&self) -> String {
        match self.name.as_str() {
            "title" => "Title and main message".to_owned(),
            name if name.starts_with(TOPIC) => {
                let title = self.lines.iter().find(|line| self.is_heading(line)).map(|line| line.value.as_str());
                let kind = text::upper_first(&readable(name.trim_start_matches(TOPIC)).replace(", ", ": "));
                title.map_or(kind.clone(), |title| format!("{kind}: {title}"))
            }
            name => text::upper_first(&name.replace('_', " ").replace('.', ": ")),
        }
    }

    /// Whether a line is the title of a list of the topic, which is the part's heading.
    fn is_heading(&self, line: &Line) -> bool {
        line.is_of_topic() && line.key() == "title" && line.owner() == self.name
    }

    /// What has one number each.
    pub fn entries(&self) -> Vec<Entry> {
        let mut lines: Vec<&Line> = self.lines.iter().filter(|line| !self.is_heading(line)).collect();
        lines.sort_by_key(|line| rank(WITHIN, line.next_name(&self.name)));
        let mut groups: Vec<(String, Vec<&Line>)> = Vec::new();
        for line in &lines {
            let name = self.entry_of(line);
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, group)) => group.push(line),
                None => groups.push((name, vec![line])),
            }
        }
        // What leads a list comes before the entries of the list.
        let first = |name: &str| {
            let within =
                |path: &str| path == name || path.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', '[']));
            lines.iter().position(|line| within(&line.path)).unwrap_or(lines.len())
        };
        groups.sort_by_key(|(name, _)| (first(name), name.len()));
        let entry = |(name, lines): &(String, Vec<&Line>)| {
            // The label of a value that stands by itself has the value's name in it.
            let is_named = lines.iter().all(|line| line.owner() != name);
            Entry::new(self.label(name), is_named, lines)
        };
        groups.iter().map(entry).collect()
    }

    /// The entry that a line is in: all of an entry of a list, or of a map such as a dose; each other value alone, but for
    /// lists of short words.
    fn entry_of(&self, line: &Line) -> String {
        let (owner, key) = (line.owner(), line.key());
        let is_whole = owner.ends_with(']') || (owner.contains('.') && owner != self.name);
        match (is_whole, SHORT_LISTS.contains(&key)) {
            (true, _) => owner.to_owned(),
            (false, true) if owner.is_empty() => key.to_owned(),
            (false, true) => format!("{owner}.{key}"),
            (false, false) => line.path.clone(),
        }
    }

    /// What an entry is called, unless it is one of a list.
    fn label(&self, name: &str) -> Option<String> {
        let own = name.strip_prefix(&self.name).unwrap_or(name).trim_start_matches('.');
        let own = if own.is_empty() { name } else { own };
        (!own.ends_with(']') || own.starts_with("steps")).then(|| readable(own))
    }
}

impl Entry {
    fn new(label: Option<String>, is_named: bool, lines: &[&Line]) -> Self {
        let mut entry = Self { lead: label.unwrap_or_default(), ..Self::default() };
        let mut more: Vec<(String, Vec<&str>)> = Vec::new();
        for line in lines {
            let (key, mut value) = (line.key(), line.value.as_str());
            if key == "drawing" {
                value = value.get(..DIGITS).unwrap_or(value);
            }
            if LEADS.contains(&key) && !is_named && lines.len() > 1 {
                entry.lead = value.to_owned();
            } else if BODIES.contains(&key) {
                entry.body = value.to_owned();
            } else {
                match more.iter_mut().find(|(known, _)| known == key) {
                    Some((_, values)) => values.push(value),
                    None => more.push((key.to_owned(), vec![value])),
                }
            }
        }
        more.sort_by_key(|(key, _)| rank(DOSE, key));
        match more.as_slice() {
            [(_, values)] if is_named => entry.body = values.join("; "),
            _ => {
                let part = |(key, values): &(String, Vec<&str>)| format!("{}: {}", readable(key), values.join("; "));
                entry.more = more.iter().map(part).collect();
            }
        }
        entry
    }
}

/// An entry under its number: what leads it in bold, its text, and what else belongs to it.
pub fn passages(entry: &Entry, number: usize, values: &Values) -> Vec<Passage> {
    let bold = |text: String| Span { text, bold: true, link: None };
    let plain = |text: String| Span { text, ..Span::default() };
    let lead = text::fill(&entry.lead, values);
    let mut spans = vec![bold(format!("{number}. "))];
    if !lead.is_empty() {
        spans.push(bold(format!("{lead}: ")));
    }
    // Values that are no markup, such as a telephone number with a star, stand as they are.
    let body = text::parse(&entry.body).unwrap_or_else(|_| vec![Passage::Paragraph(Rich::plain(entry.body.clone()))]);
    let mut passages = Vec::new();
    for passage in text::fill_passages(body, values) {
        match passage {
            Passage::Paragraph(rich) if passages.is_empty() && !spans.is_empty() => {
                spans.extend(rich.spans);
                passages.push(Passage::Paragraph(Rich { spans: std::mem::take(&mut spans) }));
            }
            other => {
                if !spans.is_empty() {
                    passages.push(Passage::Paragraph(Rich { spans: std::mem::take(&mut spans) }));
                }
                passages.push(other);
            }
        }
    }
    if !spans.is_empty() {
        passages.push(Passage::Paragraph(Rich { spans }));
    }
    if !entry.more.is_empty() {
        let more = entry.more.join("; ");
        let more = plain(if entry.body.is_empty() { more } else { format!(" [{more}]") });
        match passages.last_mut() {
            Some(Passage::Paragraph(rich)) => rich.spans.push(more),
            _ => passages.push(Passage::Paragraph(Rich { spans: vec![more] })),
        }
    }
    passages
}

/// A name for people: without numbers of entries, its words apart.
fn readable(name: &str) -> String {
    let plain: String = name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
    plain.replace('_', " ").replace('.', ", ")
}

/// The place of a name in an order; the end of it for others.
fn rank(order: &[&str], name: &str) -> usize {
    order.iter().position(|known| *known == name).unwrap_or(order.len())
}

/// Where a part of the help box stands: its title first, then the tiers in their order, then the rest.
fn rank_of_tier(tiers: &[&str], name: &str) -> usize {
    if name == "title" { 0 } else { 1 + rank(tiers, name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "approved text of handout, version 2
causes.groups[1].items[1].text: A \\ B\\nC
causes.groups[1].title: At work
causes.intro: Why.
language: en
seek_care.emergency.call: Call now
seek_care.emergency.signs[1].text: You cannot pee
seek_care.note: Be quick.
title: Move
treatments.items[1].evidence: recommended
treatments.items[1].name: Walk
treatments.items[1].sources[1]: R1
treatments.items[1].sources[2]: R2
treatments.items[1].text: Walk **often**.
exercise walk.dose.minutes: 10
exercise walk.dose.times_a_day: 2
exercise walk.name: Walking
exercise walk.steps[1]: Walk.
topic safety.full[1].items[1].text: Bleeding
topic safety.full[1].title: Stop
topic safety.full[2].items[1].text: Twins
topic safety.full[2].title: Ask
";

    #[test]
    fn parts_stand_in_the_order_of_reading_and_lose_nothing() {
        let parts = parts(TEXT, &["emergency", "same_day", "routine"]);
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "title",
                "causes",
                "treatments",
                "seek_care.emergency",
                "seek_care",
                "exercise walk",
                "topic safety.full[1]",
                "topic safety.full[2]"
            ]
        );
        assert_eq!(parts.iter().map(|part| part.lines.len()).sum::<usize>(), TEXT.lines().count() - 1);
    }

    #[test]
    fn what_belongs_together_has_one_number() {
        let shown = |name: &str| -> Vec<String> {
            let parts = parts(TEXT, &["emergency", "same_day", "routine"]);
            let part = parts.iter().find(|part| part.name == name).expect("a part");
            let text = |passage: Passage| match passage {
                Passage::Paragraph(rich) => rich.text(),
                Passage::List { .. } => "list".to_owned(),
            };
            let entries = part.entries();
            let passages = entries.iter().flat_map(|entry| passages(entry, 7, &Values::default()));
            passages.map(text).collect()
        };
        assert_eq!(shown("title"), ["7. title: Move", "7. language: en"]);
        assert_eq!(shown("causes"), ["7. intro: Why.", "7. title: At work", "7. A \\ B C"]);
        assert_eq!(shown("treatments"), ["7. Walk: Walk often. [evidence: recommended; sources: R1; R2]"]);
        assert_eq!(shown("seek_care.emergency"), ["7. call: Call now", "7. You cannot pee"]);
        assert_eq!(
            shown("exercise walk"),
            ["7. name: Walking", "7. steps: Walk.", "7. dose: minutes: 10; times a day: 2"]
        );
        assert_eq!(shown("topic safety.full[1]"), ["7. Bleeding"]);
        let of_topic: Vec<String> =
            parts(TEXT, &["emergency", "same_day", "routine"]).iter().rev().take(2).map(Part::title).collect();
        assert_eq!(of_topic, ["Safety: full: Ask", "Safety: full: Stop"]);
    }
}
