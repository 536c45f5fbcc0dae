//! Formatting of messages: those without variables once, the others each time.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

use super::messages::MESSAGES;
use super::{Language, tag};

/// The messages of a language, ready for use.
pub(super) struct Words {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Messages without variables, formatted, in the order of [`MESSAGES`].
    plain: Vec<String>,
}

impl Words {
    /// Makes messages ready; those of a later resource come before those of an earlier one.
    pub fn new(tag: &str, right_to_left: bool, resources: &[Arc<FluentResource>]) -> Self {
        let identifier: LanguageIdentifier = tag.parse().or_else(|_| tag::SOURCE.parse()).expect("`en` is a tag");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolating marks would stand around every name and number; where they are needed, the caller sets them.
        bundle.set_use_isolating(false);
        if right_to_left {
            bundle.set_formatter(Some(isolated));
        }
        for resource in resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let mut words = Self { bundle, plain: Vec::new() };
        let plain = MESSAGES.iter().take_while(|message| message.variables.is_empty());
        words.plain = plain.map(|message| words.format(message.name, &FluentArgs::new()).0).collect();
        words
    }

    /// A message with its variables put in, and what went wrong: nothing, for a message that was checked.
    pub fn format(&self, name: &str, arguments: &FluentArgs<'_>) -> (String, Vec<String>) {
        let mut errors = Vec::new();
        let pattern = self.bundle.get_message(name).and_then(|message| message.value());
        let text = pattern
            .map_or(Cow::Borrowed(""), |pattern| self.bundle.format_pattern(pattern, Some(arguments), &mut errors));
        (text.into_owned(), errors.iter().map(ToString::to_string).collect())
    }
}

/// A number in text from right to left, isolated (UAX 9).
fn isolated<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("\u{2066}{}\u{2069}", number.as_string())),
        _ => None,
    }
}

impl Language {
    /// A message without variables, by its place among the messages.
    pub(super) fn plain(&self, index: usize) -> &str {
        &self.0.words().plain[index]
    }

    /// A message with its variables put in.
    pub(super) fn format(&self, name: &str, arguments: &FluentArgs<'_>) -> String {
        self.0.words().format(name, arguments).0
    }
}
