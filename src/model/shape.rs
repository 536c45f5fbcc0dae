//! All mistakes of shape at once: the tree of a YAML file held against its schema.
//!
//! What comes in is a tree and the schema of its type; what goes out is a finding for each part that is unknown,
//! missing, of the wrong type, or not written as it must be. A tree without findings can be deserialised.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Json;

use super::expected::{Expected, Form, has_type, parts};
use super::words::{self, entry, list, nearest};
use super::yaml::{Key, MAX_FINDINGS, Node, Value, first_line};
use super::{codes, slips};
use crate::diag::{Finding, Place, Source};

/// All that is wrong with the shape of `root`, which `schema` describes.
#[must_use]
pub fn check(root: &Node, schema: &Json, source: &Arc<Source>) -> Vec<Finding> {
    let mut checker = Checker { schema, source, findings: Vec::new() };
    let spot = Spot { name: None, owner: root.span.clone() };
    checker.value(root, schema, &spot);
    checker.findings
}

/// Where a value stands: the name of its part, unless it is an entry of a list, and what to point at.
struct Spot<'n> {
    name: Option<&'n str>,
    owner: Range<usize>,
}

impl Spot<'_> {
    fn subject(&self) -> String {
        self.name.map_or_else(|| "this entry".to_owned(), |name| format!("`{name}`"))
    }

    /// The lead of a line that holds this value.
    fn lead(&self) -> String {
        self.name.map_or_else(|| "- ".to_owned(), |name| format!("{name}: "))
    }
}

struct Checker<'a> {
    schema: &'a Json,
    source: &'a Arc<Source>,
    findings: Vec<Finding>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, finding: Finding) {
        // One more than the most, so that the caller can tell that there are more.
        if self.findings.len() <= MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    fn expected(&self, schema: &'a Json) -> Expected<'a> {
        Expected::of(self.schema, schema)
    }

    /// The value's own place, or its part's name where the value is empty.
    fn place(&self, node: &Node, spot: &Spot<'_>) -> Place {
        let place = node.place(self.source);
        if place.span.is_empty() { first_line(self.source, spot.owner.clone()) } else { place }
    }

    fn value(&mut self, node: &Node, schema: &'a Json, spot: &Spot<'_>) {
        let expected = self.expected(schema);
        if expected.forms.is_empty() || self.findings.len() > MAX_FINDINGS {
            return;
        }
        match &node.value {
            Value::Invalid => {}
            Value::Null if expected.nullable => {}
            Value::Null => self.empty(node, &expected, spot),
            Value::Scalar { text, plain } => self.scalar(node, text, *plain, &expected, spot),
            Value::Seq(items) => match expected.form("array") {
                Some(form) => self.items(node, items, form, spot),
                None => self.wrong_list(node, items, &expected, spot),
            },
            Value::Map(entries) => match expected.form("object") {
                Some(form) if !self.is_slip(entries, form, &expected) => self.map(entries, form, spot),
                _ => self.wrong_map(node, entries, &expected, spot),
            },
        }
    }

    fn empty(&mut self, node: &Node, expected: &Expected<'_>, spot: &Spot<'_>) {
        let message = match spot.name {
            Some(name) => format!("nothing is written for `{name}`"),
            None => "this entry of a list is empty".to_owned(),
        };
        let finding = Finding::error(codes::EMPTY, message)
            .at(&self.place(node, spot), format!("{} is expected here", expected.noun()));
        self.report(finding.help("write it, or take the line out if the part is not needed"));
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, expected: &Expected<'_>, spot: &Spot<'_>) {
        let choices = expected.choices();
        if !choices.is_empty() {
            return self.choice(node, text, &choices, spot);
        }
        if let Some(form) = expected.form("string") {
            if text.trim().is_empty() {
                return self.empty(node, expected, spot);
            }
            return self.pattern(node, text, form.schema, spot);
        }
        if expected.form("boolean").is_some() {
            return self.boolean(node, text, plain, spot);
        }
        if let Some(form) = expected.form("integer").or_else(|| expected.form("number")) {
            return self.number(node, text, plain, form.schema, spot);
        }
        self.wrong_text(node, text, expected, spot);
    }

    fn choice(&mut self, node: &Node, text: &str, choices: &[&str], spot: &Spot<'_>) {
        if choices.contains(&text) {
            return;
        }
        let finding = Finding::error(codes::UNKNOWN_VALUE, format!("unknown value `{text}` for {}", spot.subject()))
            .at(&self.place(node, spot), "this is not one of the choices");
        let finding = match nearest(text, choices.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")).mend(node.span.clone(), near),
            None => finding,
        };
        self.report(finding.help(format!("the choices are {}", list(choices.iter().copied(), "and"))));
    }

    fn pattern(&mut self, node: &Node, text: &str, schema: &Json, spot: &Spot<'_>) {
        let Some(pattern) = words::pattern(schema) else { return };
        if (pattern.fits)(text) {
            return;
        }
        let label = (pattern.why)(text).unwrap_or_else(|| pattern.rule.to_owned());
        let finding = Finding::error(codes::MALFORMED, format!("{} is not {}", spot.subject(), pattern.noun))
            .at(&self.place(node, spot), label);
        let finding = finding.help(format!("write it as in `{}{}`", spot.lead(), pattern.example));
        self.report(match (pattern.meant)(text) {
            Some(meant) => finding.mend(node.span.clone(), meant),
            None => finding,
        });
    }

    fn boolean(&mut self, node: &Node, text: &str, plain: bool, spot: &Spot<'_>) {
        let meant = match text.to_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => Some(true),
            "false" | "no" | "off" | "n" => Some(false),
            _ => None,
        };
        if plain && (text == "true" || text == "false") {
            return;
        }
        let finding = Finding::error(codes::WRONG_TYPE, format!("{} should be `true` or `false`", spot.subject()))
            .at(&self.place(node, spot), if plain { "this is neither" } else { "this is a text" });
        self.report(match meant {
            Some(meant) => {
                finding.help(format!("write `{}{meant}`", spot.lead())).mend(node.span.clone(), meant.to_string())
            }
            None => finding,
        });
    }

    fn number(&mut self, node: &Node, text: &str, plain: bool, schema: &Json, spot: &Spot<'_>) {
        let whole = has_type(schema, "integer");
        let number = if whole { text.parse::<i64>().ok().map(|number| number as f64) } else { text.parse().ok() };
        let Some(number) = number.filter(|number: &f64| plain && number.is_finite()) else {
            let noun = if whole { "a whole number" } else { "a number" };
            let finding = Finding::error(codes::WRONG_TYPE, format!("{} should be {noun}", spot.subject()))
                .at(&self.place(node, spot), "this is a text");
            let finding = if number.is_some() {
                finding.help(format!("take the quotes away: `{}{text}`", spot.lead())).mend(node.span.clone(), text)
            } else {
                finding
            };
            return self.report(finding);
        };
        let bound = |key: &str| schema.get(key).and_then(Json::as_f64);
        let (least, most) = (bound("minimum"), bound("maximum"));
        let label = match (least, most) {
            (Some(least), _) if number < least && most.is_none() => format!("the smallest is {least}"),
            (Some(least), Some(most)) if number < least || number > most => format!("it can be {least} to {most}"),
            (None, Some(most)) if number > most => format!("the largest is {most}"),
            _ => return,
        };
        let size = if least.is_some_and(|least| number < least) { "small" } else { "large" };
        let finding = Finding::error(codes::OUT_OF_RANGE, format!("{} is too {size}", spot.subject()));
        self.report(finding.at(&self.place(node, spot), label));
    }

    fn items(&mut self, node: &Node, items: &[Node], form: &Form<'a>, spot: &Spot<'_>) {
        let least = form.schema.get("minItems").and_then(Json::as_u64).unwrap_or(0);
        if (items.len() as u64) < least {
            let count = if least == 1 { "one entry".to_owned() } else { format!("{least} entries") };
            let finding = Finding::error(codes::OUT_OF_RANGE, format!("{} has too few entries", spot.subject()))
                .at(&self.place(node, spot), format!("it needs {count} at least"))
                .help("write each entry on a line of its own, with a hyphen and a space");
            self.report(finding);
        }
        let Some(schema) = form.schema.get("items") else { return };
        for item in items {
            let owner = match &item.value {
                Value::Null => spot.owner.clone(),
                _ => item.span.clone(),
            };
            self.value(item, schema, &Spot { name: None, owner });
        }
    }

    fn map(&mut self, entries: &[(Key, Node)], form: &Form<'a>, spot: &Spot<'_>) {
        let properties = form.schema.get("properties").and_then(Json::as_object);
        let extra = form.schema.get("additionalProperties").filter(|extra| extra.is_object());
        let is_closed = form.schema.get("additionalProperties") == Some(&Json::Bool(false));
        let mut meant = Vec::new();
        for (key, node) in entries {
            if self.findings.len() > MAX_FINDINGS {
                return;
            }
            let schema = properties.and_then(|properties| properties.get(&key.text)).or(extra);
            match schema {
                Some(schema) => self.value(node, schema, &Spot { name: Some(&key.text), owner: key.span.clone() }),
                None if is_closed => meant.extend(self.unknown_key(key, entries, form)),
                None => {}
            }
        }
        let required = form.schema.get("required").and_then(Json::as_array).into_iter().flatten();
        let missing: Vec<&str> = required
            .filter_map(Json::as_str)
            .filter(|name| !meant.contains(name) && !entries.iter().any(|(key, _)| key.text == *name))
            .collect();
        if !missing.is_empty() {
            let owner = match spot.name {
                Some(_) => spot.owner.clone(),
                None => entries.first().map_or(spot.owner.clone(), |(key, _)| key.span.clone()),
            };
            self.missing(&missing, form, owner);
        }
    }

    /// Reports a key that is not known; what it was meant to be, if that can be told.
    fn unknown_key(&mut self, key: &Key, entries: &[(Key, Node)], form: &Form<'a>) -> Option<&'a str> {
        let phrase = words::phrase(form.type_name);
        let finding = Finding::error(codes::UNKNOWN_KEY, format!("unknown key `{}`", key.text))
            .at(&first_line(self.source, key.span.clone()), format!("{phrase} has no such part"));
        let is_free = |name: &&str| !entries.iter().any(|(other, _)| other.text == **name);
        let near = nearest(&key.text, parts(form.schema).filter(is_free));
        let finding = match (near, self.owner_below(&key.text, form.schema)) {
            (Some(near), _) => finding.help(format!("did you mean `{near}`?")).mend(key.span.clone(), near),
            (None, Some(owner)) => {
                finding.help(format!("`{}` belongs under `{owner}`, two spaces further to the right", key.text))
            }
            (None, None) => finding.help(format!("the parts of {phrase} are {}", list(parts(form.schema), "and"))),
        };
        self.report(finding);
        near
    }

    /// The part of a map under which a key of that name would be right.
    fn owner_below(&self, name: &str, schema: &'a Json) -> Option<&'a str> {
        let properties = schema.get("properties").and_then(Json::as_object)?;
        let has = |schema| {
            let expected = self.expected(schema);
            expected.form("object").is_some_and(|form| parts(form.schema).any(|part| part == name))
        };
        properties.iter().find(|(_, schema)| has(*schema)).map(|(owner, _)| owner.as_str())
    }

    fn missing(&mut self, names: &[&str], form: &Form<'a>, owner: Range<usize>) {
        let phrase = words::phrase(form.type_name);
        let (verb, pronoun) = if names.len() == 1 { ("is", "it") } else { ("are", "them") };
        let mut finding =
            Finding::error(codes::MISSING_KEY, format!("{} {verb} missing", list(names.iter().copied(), "and")))
                .at(&first_line(self.source, owner), format!("{phrase} needs {pronoun}"));
        for name in names {
            let example =
                form.schema.get("properties").and_then(|parts| parts.get(*name)).map(|part| self.example(name, part));
            finding = finding.help(format!("add {}", example.unwrap_or_else(|| format!("`{name}: …`"))));
        }
        self.report(finding);
    }

    /// A line that would be right for the part `name`.
    fn example(&self, name: &str, schema: &'a Json) -> String {
        let expected = self.expected(schema);
        let given = schema.get("examples").and_then(|examples| examples.get(0)).and_then(Json::as_str);
        if let Some(given) = given.or_else(|| expected.choices().first().copied()) {
            return format!("`{name}: {}`", entry(given));
        }
        if let Some(form) = expected.form("object").filter(|_| expected.form("string").is_none()) {
            let required = form.schema.get("required").and_then(Json::as_array).into_iter().flatten();
            let below = list(required.filter_map(Json::as_str), "and");
            if expected.form("array").is_none() && !below.is_empty() {
                return format!("`{name}:` with {below} under it");
            }
        }
        match expected.form("array") {
            Some(_) => format!("`{name}:` with a list under it"),
            None => format!("`{name}: …`"),
        }
    }

    /// Whether a map is a text with a colon that lacks its quotes.
    fn is_slip(&self, entries: &[(Key, Node)], form: &Form<'_>, expected: &Expected<'_>) -> bool {
        let [(key, _)] = entries else { return false };
        let is_part = nearest(&key.text, parts(form.schema)).is_some();
        expected.form("string").is_some() && key.plain && !is_part
    }

    fn wrong(&self, node: &Node, found: &str, expected: &Expected<'_>, spot: &Spot<'_>) -> Finding {
        Finding::error(codes::WRONG_TYPE, format!("{} should be {}", spot.subject(), expected.noun()))
            .at(&self.place(node, spot), format!("this is {found}"))
    }

    /// A text where a list or a group of parts belongs.
    fn wrong_text(&mut self, node: &Node, text: &str, expected: &Expected<'_>, spot: &Spot<'_>) {
        let finding = self.wrong(node, "a text", expected, spot);
        self.report(match (expected.form("array"), expected.form("object")) {
            (Some(_), _) => {
                let first = text.split(" -").next().unwrap_or(text).trim_start_matches('-');
                finding.help(format!(
                    "write each entry on a line of its own, with a hyphen and a space: `- {}`",
                    entry(first)
                ))
            }
            (None, Some(form)) => finding.help(below(form.schema)),
            _ => finding,
        });
    }

    /// A list where a text or a group of parts belongs.
    fn wrong_list(&mut self, node: &Node, items: &[Node], expected: &Expected<'_>, spot: &Spot<'_>) {
        let is_bracket = self.source.text[node.span.start..].starts_with('[');
        if is_bracket && expected.form("string").is_some() && items.len() <= 1 {
            return self.report(slips::bracket(self.source, node.span.start));
        }
        let finding = self.wrong(node, "a list", expected, spot);
        self.report(match expected.form("object") {
            Some(form) => finding.help(below(form.schema)),
            None if expected.choices().is_empty() => finding.help("write it as one text, without hyphens or brackets"),
            None => finding.help("write one of them, without a hyphen or brackets"),
        });
    }

    /// A group of parts where a text or a list belongs.
    fn wrong_map(&mut self, node: &Node, entries: &[(Key, Node)], expected: &Expected<'_>, spot: &Spot<'_>) {
        let is_brace = self.source.text[node.span.start..].starts_with('{');
        let wants_text = expected.form("string").is_some() && expected.choices().is_empty();
        if let ([(key, value)], true) = (entries, wants_text) {
            return self.report(match &value.value {
                _ if is_brace => slips::bracket(self.source, node.span.start),
                Value::Scalar { text, .. } => self.colon(key, value, &format!("{}: {text}", key.text)),
                _ => self.colon(key, value, &format!("{}:", key.text)),
            });
        }
        let finding = self.wrong(node, "a group of parts", expected, spot);
        self.report(match (expected.form("array"), entries.first()) {
            (Some(_), Some((key, _))) => {
                finding.help(format!("start each entry with a hyphen and a space: `- {}: …`", key.text))
            }
            _ => finding,
        });
    }

    fn colon(&self, key: &Key, value: &Node, text: &str) -> Finding {
        slips::colon(self.source, key.span.start..value.span.end.max(key.span.end), &key.text, text)
    }
}

/// How to write a group of parts.
fn below(schema: &Json) -> String {
    format!(
        "write its parts below it, each on a line of its own and indented by two spaces: {}",
        list(parts(schema), "and")
    )
}
