//! One file of messages: read, with the line of each message, and held against the messages that the program uses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::explained::{BROKEN, MESSAGE, VARIABLES};
use super::messages::{Kind, MESSAGES};
use crate::diag::{Finding, Place, Source};
use crate::model::words::nearest;

/// A file of messages.
pub(super) struct MessageFile {
    /// Its text.
    pub source: Arc<Source>,
    /// What Fluent reads in it.
    pub resource: Arc<FluentResource>,
    /// Where each message stands.
    pub lines: BTreeMap<String, Line>,
}

/// Where a message stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its name.
    pub name: Range<usize>,
    /// Its words, with all their forms.
    pub words: Range<usize>,
    /// The hash of the English words that it was translated from, where a comment above it says so: `# of: 3f9a1b2c`.
    pub of: Option<Range<usize>>,
}

impl MessageFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Every message that cannot be read, and every one that stands there twice.
    pub fn read(source: &Arc<Source>) -> Result<Self, Vec<Finding>> {
        let (lines, twice) = lines(&source.text);
        let mut findings: Vec<Finding> = twice
            .into_iter()
            .map(|span| {
                let name = &source.text[span.clone()];
                Finding::error(MESSAGE, format!("the message `{name}` stands here twice"))
                    .at(&place(source, span), "it stands above")
                    .help("keep one of the two")
            })
            .collect();
        match FluentResource::try_new(source.text.clone()) {
            Ok(resource) if findings.is_empty() => {
                Ok(Self { source: Arc::clone(source), resource: Arc::new(resource), lines })
            }
            Ok(_) => Err(findings),
            Err((_, errors)) => {
                findings
                    .extend(errors.into_iter().map(|error| broken(source, error.pos.start, &error.kind.to_string())));
                Err(findings)
            }
        }
    }

    /// The place of a message's name.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.lines.get(name).map(|line| place(&self.source, line.name.clone()))
    }

    /// The words of a message as they stand in the file, on one line.
    pub fn words(&self, name: &str) -> Option<String> {
        let line = self.lines.get(name)?;
        Some(self.source.text[line.words.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What its messages use: the variables and the other messages, by the name of the message.
    fn uses(&self) -> BTreeMap<&str, Uses<'_>> {
        let mut all = BTreeMap::new();
        for entry in self.resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut uses = Uses::default();
            message.value.iter().for_each(|pattern| uses.pattern(pattern));
            all.insert(message.id.name, uses);
        }
        all
    }
}

fn place(source: &Arc<Source>, span: Range<usize>) -> Place {
    Place { source: Arc::clone(source), span }
}

fn broken(source: &Arc<Source>, at: usize, why: &str) -> Finding {
    let text = &source.text;
    let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    // What is missing at the end of a line is told at that line, not at the next one.
    let before = text[..at].trim_end().len();
    let start = text[..before].rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let why = why.trim_end_matches('.');
    Finding::error(BROKEN, "this message cannot be read")
        .at(&place(source, start..end), format!("{}{}", &why[..1].to_lowercase(), &why[1..]))
        .help("a message is `name = words`; lines that go on begin with spaces; each `{` needs its `}`")
}

/// Where each message stands, and the names that stand a second time.
fn lines(text: &str) -> (BTreeMap<String, Line>, Vec<Range<usize>>) {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let (mut twice, mut open, mut of) = (Vec::new(), None::<String>, None);
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let end = start + line.len();
        if let Some(comment) = line.strip_prefix("# ") {
            if let Some(hash) = comment.trim_start().strip_prefix("of:").map(str::trim) {
                of = Some(end - hash.len()..end);
            }
            open = None;
        } else if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = line.split(['=', ' ', '\t']).next().unwrap_or_default();
            let words = line.find('=').map_or(end, |at| start + at + 1);
            let found = Line { name: start..start + name.len(), words: words..end, of: of.take() };
            open = Some(name.to_owned());
            if lines.contains_key(name) {
                twice.push(found.name);
            } else {
                lines.insert(name.to_owned(), found);
            }
        } else if line.starts_with([' ', '\t', '}']) {
            if let Some(line) = open.as_ref().and_then(|name| lines.get_mut(name)) {
                line.words.end = end;
            }
        } else if !line.is_empty() {
            (open, of) = (None, None);
        }
        start += whole.len();
    }
    (lines, twice)
}

/// What a message uses.
#[derive(Default)]
struct Uses<'a> {
    variables: BTreeSet<&'a str>,
    messages: BTreeSet<&'a str>,
}

impl<'a> Uses<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name)),
            InlineExpression::MessageReference { id, .. } => drop(self.messages.insert(id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &'a CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|argument| self.inline(argument));
        arguments.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}

/// Holds the messages of a language, in files of which a later one comes first, against those that the program uses.
/// `names` is the file that a missing message belongs into.
pub(super) fn check(files: &[Arc<MessageFile>], names: &str, findings: &mut Vec<Finding>) {
    let mut all: BTreeMap<&str, (&MessageFile, Uses<'_>)> = BTreeMap::new();
    for file in files {
        all.extend(file.uses().into_iter().map(|(name, uses)| (name, (file.as_ref(), uses))));
    }
    let missing: Vec<&str> =
        MESSAGES.iter().map(|message| message.name).filter(|name| !all.contains_key(name)).collect();
    if let (false, Some(file)) = (missing.is_empty(), files.last()) {
        let few = if missing.len() == 1 { "a message is missing" } else { "messages are missing" };
        findings.push(
            Finding::error(MESSAGE, format!("{few} in {names}: {}", missing.join(", ")))
                .at(&place(&file.source, 0..0), "each language has all of them")
                .help("take them from en.ftl and translate them"),
        );
    }
    for (name, (file, uses)) in &all {
        let Some(place) = file.place(name) else { continue };
        let Some(message) = MESSAGES.iter().find(|message| message.name == *name) else {
            let finding = Finding::error(MESSAGE, format!("unknown message `{name}`")).at(&place, "no page uses it");
            findings.push(match nearest(name, MESSAGES.iter().map(|message| message.name)) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("take it out"),
            });
            continue;
        };
        let used = all_variables(uses, &all, 0);
        let known = || message.variables.iter().map(|variable| format!("${}", variable.name)).collect::<Vec<_>>();
        for unknown in used.iter().filter(|name| !message.variables.iter().any(|known| known.name == **name)) {
            let finding = Finding::error(VARIABLES, format!("`{name}` has no variable `${unknown}`"))
                .at(&place, "nothing is put in for it");
            findings.push(match known().as_slice() {
                [] => finding.help("this message has no variables"),
                known => finding.help(format!("its variables are: {}", known.join(", "))),
            });
        }
        for left_out in message.variables.iter().filter(|known| !used.contains(known.name)) {
            if left_out.kind != Kind::Choice {
                findings.push(
                    Finding::error(VARIABLES, format!("`{name}` leaves out `${}`", left_out.name))
                        .at(&place, "it would not be printed")
                        .help(format!("write `{{ ${} }}` where it belongs", left_out.name)),
                );
            }
        }
    }
}

/// The variables of a message and of the messages that it refers to.
fn all_variables<'a>(
    uses: &Uses<'a>,
    all: &BTreeMap<&'a str, (&MessageFile, Uses<'a>)>,
    depth: usize,
) -> BTreeSet<&'a str> {
    /// References deeper than this go in a circle.
    const DEEPEST: usize = 8;
    let mut variables = uses.variables.clone();
    if depth < DEEPEST {
        let others = uses.messages.iter().filter_map(|name| all.get(name));
        variables.extend(others.flat_map(|(_, other)| all_variables(other, all, depth + 1)));
    }
    variables
}
