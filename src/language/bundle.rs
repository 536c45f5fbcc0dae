//! Formatting of messages: those without variables once, the others each time.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

use super::tag;

/// The messages of a language, ready for use; [`super::messages`] has a method for each.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Messages without variables, formatted, in the order in which they were asked for.
    plain: Vec<String>,
    right_to_left: bool,
}

impl Messages {
    /// Makes messages ready; those of a later resource come before those of an earlier one. `plain` are the names of those
    /// without variables.
    pub(super) fn new<'n>(
        tag: &str,
        right_to_left: bool,
        resources: &[Arc<FluentResource>],
        plain: impl Iterator<Item = &'n str>,
    ) -> Self {
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
        let mut messages = Self { bundle, plain: Vec::new(), right_to_left };
        messages.plain = plain.map(|name| messages.try_format(name, &FluentArgs::new()).0).collect();
        messages
    }

    /// A message with its variables put in, and what went wrong: nothing, for a message that was checked.
    pub(super) fn try_format(&self, name: &str, arguments: &FluentArgs<'_>) -> (String, Vec<String>) {
        let mut errors = Vec::new();
        let pattern = self.bundle.get_message(name).and_then(|message| message.value());
        let text = pattern
            .map_or(Cow::Borrowed(""), |pattern| self.bundle.format_pattern(pattern, Some(arguments), &mut errors));
        (text.into_owned(), errors.iter().map(ToString::to_string).collect())
    }
}

impl Messages {
    /// A message without variables, by its place among them.
    pub(super) fn plain(&self, index: usize) -> &str {
        &self.plain[index]
    }

    /// A message with its variables put in.
    pub(super) fn format(&self, name: &str, arguments: &FluentArgs<'_>) -> String {
        self.try_format(name, arguments).0
    }

    /// A number for use within text: from right to left, its groups of digits would change places if they were not
    /// isolated (UAX 9).
    #[must_use]
    pub fn number(&self, number: &str) -> String {
        if self.right_to_left { format!("\u{2066}{number}\u{2069}") } else { number.to_owned() }
    }
}

/// A number in text from right to left, isolated (UAX 9).
fn isolated<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("\u{2066}{}\u{2069}", number.as_string())),
        _ => None,
    }
}
