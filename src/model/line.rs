//! One line of YAML as a person sees it: a lead of hyphens and a name, then a value.
//!
//! This is a guess from the line alone, for messages about texts that YAML itself could not read.

use crate::diag::Source;

/// What is wrong with the value on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// It starts with a character that YAML keeps for itself.
    Indicator(char),
    /// It has a colon and a space in it.
    Colon,
    /// It goes on after its closing quote.
    AfterQuote,
}

/// One line of the source.
pub(super) struct Line<'s> {
    /// Byte offset of its start.
    pub start: usize,
    /// Its text without space at its end.
    pub text: &'s str,
}

impl<'s> Line<'s> {
    /// The line around a byte offset.
    pub(super) fn at(source: &'s Source, offset: usize) -> Self {
        let text = &source.text;
        let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line = text[start..].split(['\n', '\r']).next().unwrap_or("");
        Self { start, text: line.trim_end() }
    }

    /// Bytes of space before its first word.
    pub(super) fn indentation(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t', '\u{feff}']).len()
    }

    /// Where the value starts: after the hyphens of a list and the name before a colon.
    pub(super) fn value_start(&self) -> usize {
        let mut at = self.indentation();
        let mut in_list = false;
        while let Some(rest) = self.text[at..].strip_prefix("- ") {
            at = self.text.len() - rest.trim_start().len();
            in_list = true;
        }
        let is_name = |c: char| c == '_' || c == '-' || c.is_ascii_alphanumeric() && !(in_list && c.is_uppercase());
        let name = self.text[at..].split(|c| !is_name(c)).next().unwrap_or("").len();
        match self.text[at + name..].strip_prefix(':') {
            Some(rest) if name > 0 && (rest.is_empty() || rest.starts_with(' ')) => {
                self.text.len() - rest.trim_start().len()
            }
            _ => at,
        }
    }

    /// The value without a comment that stands well apart from it.
    pub(super) fn value(&self) -> &'s str {
        let value = &self.text[self.value_start()..];
        let end = value.find("  #").unwrap_or(value.len());
        value[..end].trim_end()
    }

    /// The help that shows the line as it should be, its value in quotes.
    pub(super) fn in_quotes(&self) -> String {
        /// A longer line is no help.
        const LONGEST: usize = 300;
        if self.text.len() > LONGEST {
            return "put quotes around the text, from its first word to its last".to_owned();
        }
        let lead = &self.text[self.indentation()..self.value_start()];
        in_quotes(&format!("{lead}{}", quote(unquoted(self.value()))))
    }

    /// What is wrong with its value, as far as the line alone can tell.
    pub(super) fn slip(&self) -> Option<Slip> {
        let value = self.value();
        let first = value.chars().next()?;
        let wrong = match first {
            '"' | '\'' => return after_quote(value, first).then_some(Slip::AfterQuote),
            '*' | '&' | '!' | '%' | '@' | '`' | ',' | ']' | '}' => true,
            '|' | '>' => !is_block_header(value),
            '[' => !value.ends_with(']') || value.find(']') < Some(value.len() - 1),
            '{' => !value.ends_with('}') || value.starts_with("{{"),
            _ => false,
        };
        match wrong {
            true => Some(Slip::Indicator(first)),
            false if "[{|>".contains(first) => None,
            false => (value.contains(": ") || value.ends_with(':')).then_some(Slip::Colon),
        }
    }
}

/// Whether `value` is the start of a block text, such as `>` or `|-`.
fn is_block_header(value: &str) -> bool {
    let rest = value[1..].trim_start_matches(|c: char| c == '+' || c == '-' || c.is_ascii_digit());
    value.len() - rest.len() <= 3 && (rest.is_empty() || rest.starts_with(" #"))
}

/// Whether text follows the closing quote of `value`.
fn after_quote(value: &str, quote: char) -> bool {
    let mut characters = value.chars().skip(1).peekable();
    while let Some(character) = characters.next() {
        let doubled = quote == '\'' && characters.peek() == Some(&'\'');
        if character == '\\' && quote == '"' || character == quote && doubled {
            characters.next();
        } else if character == quote {
            let rest: String = characters.collect();
            let rest = rest.trim_start();
            return !(rest.is_empty() || rest.starts_with(['#', ':', ',', ']', '}']));
        }
    }
    false
}

/// `text` in the quotes that suit it.
pub(super) fn quote(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// `text` without the quotes around it, if it has a pair.
fn unquoted(text: &str) -> &str {
    let inner = |quote| text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(text)
}

/// The help that every text in want of quotes gets.
pub(super) fn in_quotes(line: &str) -> String {
    format!("put the text in quotes: `{line}`")
}
