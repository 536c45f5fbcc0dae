//! Findings without the patient's name: messages end up in logs, and are shown with the line that they are about.
//!
//! Texts that cannot be read have names too, so the name is looked for in the text itself.

use std::sync::Arc;

use crate::diag::{Finding, Place, Source};
use crate::model::patient::SheetRequest;

/// The key that the name stands under.
const KEY: &str = "patient";

/// Names to be hidden.
pub struct Hidden {
    /// Each text, with the same text without names: as many bytes, as many lines.
    sources: Vec<(Arc<Source>, Arc<Source>)>,
    names: Vec<String>,
}

impl Hidden {
    /// Hides the names in these texts, and the one that was read.
    pub fn new(sources: &[Arc<Source>], request: Option<&SheetRequest>) -> Self {
        let read = request.and_then(|request| request.patient.as_ref()).map(|name| name.value.clone());
        let mut names: Vec<String> = read.into_iter().collect();
        for source in sources {
            let told = values(&source.text).into_iter().map(|span| bare(&source.text[span]).to_owned());
            names.extend(told.filter(|name| !name.is_empty()));
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.dedup();
        let hide = |source: &Arc<Source>| (Arc::clone(source), without(source, &names));
        let sources = sources.iter().map(hide).collect();
        Self { sources, names }
    }

    /// The findings without names.
    pub fn hide(&self, findings: Vec<Finding>) -> Vec<Finding> {
        findings.into_iter().map(|finding| self.finding(finding)).collect()
    }

    fn finding(&self, mut finding: Finding) -> Finding {
        if let Some(Place { source, .. }) = &mut finding.place
            && let Some((_, without)) = self.sources.iter().find(|(own, _)| own == source)
        {
            *source = Arc::clone(without);
        }
        finding.message = self.words(&finding.message);
        finding.label = self.words(&finding.label);
        finding.help = finding.help.iter().map(|help| self.words(help)).collect();
        finding.allowed = finding.allowed.map(|words| self.words(&words));
        finding
    }

    /// Words without names and without their parts.
    pub fn words(&self, text: &str) -> String {
        let whole = self.names.iter().map(String::as_str);
        whole.chain(parts(&self.names)).fold(text.to_owned(), |text, name| without_word(&text, name))
    }
}

/// The parts of names that tell something by themselves.
fn parts(names: &[String]) -> impl Iterator<Item = &str> {
    names.iter().flat_map(|name| name.split_whitespace()).filter(|part| part.chars().count() > 2)
}

/// The text with a name left out where it is no part of a longer word.
fn without_word(text: &str, name: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(name) {
        let end = at + name.len();
        let beside = [text[..at].chars().next_back(), text[end..].chars().next()];
        if !beside.into_iter().flatten().any(char::is_alphanumeric) {
            kept.push_str(&text[from..at]);
            kept.push('…');
            from = end;
        }
    }
    kept.push_str(&text[from..]);
    kept
}

/// The text with all letters of names, and of their parts, made the same.
fn without(source: &Source, names: &[String]) -> Arc<Source> {
    let mut text = source.text.clone();
    for span in values(&source.text) {
        let covered = covered(&text[span.clone()]);
        text.replace_range(span, &covered);
    }
    for part in names.iter().map(String::as_str).chain(parts(names)) {
        text = text.replace(part, &covered(part));
    }
    Source::new(source.name.clone(), text)
}

/// As many bytes that tell nothing; ends of lines stay.
fn covered(text: &str) -> String {
    let cover = |c: char| match c {
        '\n' | '\r' => c.to_string(),
        _ => ["*", "·", "…", "··"][c.len_utf8() - 1].to_owned(),
    };
    text.chars().map(cover).collect()
}

/// Where the values of [`KEY`] stand: to the closing quote, or else to the end of the line and of lines that are indented
/// more.
fn values(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut spans = Vec::new();
    for (at, _) in text.match_indices(KEY) {
        let after = text[at + KEY.len()..].trim_start_matches(['"', '\'']).trim_start();
        let Some(value) = after.strip_prefix(':') else { continue };
        let value = value.trim_start_matches([' ', '\t']);
        let start = text.len() - value.len();
        let length = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => quoted(value, quote),
            _ => plain(value, indentation(text, at)),
        };
        spans.push(start..start + length);
    }
    spans
}

/// The length of a value in quotes, both of them counted.
fn quoted(value: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in value.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            c if c == quote && !value[at + 1..].starts_with(quote) => return at + 1,
            _ => {}
        }
    }
    value.len()
}

/// The length of a value without quotes: its line, and those under it that are indented more than its key.
fn plain(value: &str, indentation: usize) -> usize {
    let mut length = 0;
    for (index, line) in value.split_inclusive('\n').enumerate() {
        let own = line.len() - line.trim_start_matches(' ').len();
        if index > 0 && !line.trim().is_empty() && own <= indentation {
            break;
        }
        length += line.len();
    }
    value[..length].trim_end().len()
}

/// How far the line of a key is indented.
fn indentation(text: &str, at: usize) -> usize {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    line.len() - line.trim_start_matches(' ').len()
}

/// A value without its quotes.
fn bare(value: &str) -> &str {
    value.trim_matches(['"', '\'', '|', '>', '-', ' ', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_covered_wherever_they_stand() {
        for text in [
            "patient: Ann Example\nweek: 99\n",
            "{\"week\": 99, \"patient\": \"Ann Example\", \"note\": \"Dear Ann Example\"}",
            "{patient: 'Ann Example', week: [}",
            "patient: >\n  Ann\n  Example\nweek: x\n",
            "patient: Ann: Example\n",
            "patient: \"Ann \\\" Example\nweek: 3\n",
            "patient: Zoë 李 Example Ann\nnote: Ann, go slowly\n",
        ] {
            let source = Source::new("a.yaml", text);
            let hidden = Hidden::new(&[Arc::clone(&source)], None);
            let (_, without) = &hidden.sources[0];
            assert_eq!(without.text.len(), text.len(), "{text}");
            assert_eq!(without.text.lines().count(), text.lines().count(), "{text}");
            assert!(!without.text.contains("Ann") && !without.text.contains("Example"), "{}", without.text);
        }
        let source = Source::new("a.yaml", "patient: Ann: Example\nweek: 3\n");
        let hidden = Hidden::new(&[Arc::clone(&source)], None);
        assert!(hidden.sources[0].1.text.ends_with("\nweek: 3\n"));
        assert_eq!(hidden.words("Anna and Ann: Example, Example"), "Anna and …, …");
        assert_eq!(hidden.words("put it in quotes: `patient: \"Ann: Example\"`"), "put it in quotes: `patient: \"…\"`");
    }
}
