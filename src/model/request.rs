//! The text of a request for a sheet. It may say who the patient is, so it is read in a way of its own: all places that
//! come of it lie in a text in which her words are covered.

use std::ops::Range;
use std::sync::Arc;

use super::patient::SheetRequest;
use super::yaml::{self, Node, Value};
use super::{Loaded, codes, de, hidden, ids, limited, outline, schema, shape, words};
use crate::diag::{self, Finding, Place, Source};

/// What has keys: the request itself, and the maps in it.
const PARTS: [&str; 14] = [
    "id",
    "patient",
    "date",
    "week",
    "due_date",
    "weeks_after_birth",
    "clinician",
    "language",
    "large_print",
    "exercises",
    "note",
    "next_visit",
    "sections",
    "overrides",
];
/// The keys of the maps in lists.
const INNER: [&str; 5] = ["id", "dose", "note", "exercise", "because"];
/// The keys of a dose.
const DOSE: [&str; 10] =
    ["sets", "reps", "hold_seconds", "seconds", "minutes", "each_side", "side", "times_a_day", "days_a_week", "note"];

/// Signs of YAML and JSON, which say nothing of anybody.
const SIGNS: &[char] = &['{', '}', '[', ']', ',', ':', '"', '\'', '-', '#'];

/// The request that `source` holds. Places, also those of findings, lie in the covered text; a finding may still quote
/// what is covered where it points, and whoever prints it sees to that ([`hidden::is_covered`]).
///
/// # Errors
/// All mistakes at once. Where the text is not YAML, they point into a blank text: nobody knows what is a name in it.
pub fn load(source: &Arc<Source>) -> Result<Loaded<SheetRequest>, Vec<Finding>> {
    let blank_all = |findings: Vec<Finding>| findings.into_iter().map(blank).collect::<Vec<_>>();
    let yaml::Parsed { root, findings } = yaml::parse(source).map_err(blank_all)?;
    if diag::has_errors(&findings) {
        return Err(blank_all(findings));
    }
    let shown = shown(source, &root);
    outline::keep(&shown, &root, |key| PARTS.contains(&key) || INNER.contains(&key) || DOSE.contains(&key));
    let mut findings: Vec<Finding> = findings.into_iter().map(|finding| moved(finding, &shown)).collect();
    findings.extend(shape::check(&root, &schema::shared::<SheetRequest>(), &shown));
    diag::sort(&mut findings);
    if diag::has_errors(&findings) {
        return Err(limited(findings));
    }
    de::from_node(&root, &shown).map(|value| Loaded { value, warnings: findings }).map_err(|error| {
        let place = yaml::first_line(&shown, error.span.unwrap_or(root.span));
        vec![Finding::error(codes::WRONG_TYPE, "this cannot be read").at(&place, "it is of another kind")]
    })
}

/// The text with all covered but known keys and what is known to be nobody's name: comments are covered too.
fn shown(source: &Arc<Source>, root: &Node) -> Arc<Source> {
    let mut plain = Vec::new();
    map(root, &PARTS, &mut plain);
    plain.sort_by_key(|range: &Range<usize>| range.start);
    let named = id_with_name(root);
    plain.retain(|range| named.as_ref() != Some(range));
    let mut plain = plain.into_iter().peekable();
    let mut covered: Vec<Range<usize>> = Vec::new();
    for (at, c) in source.text.char_indices() {
        while plain.next_if(|range| range.end <= at).is_some() {}
        let is_plain = plain.peek().is_some_and(|range| range.contains(&at));
        if is_plain || c.is_whitespace() || SIGNS.contains(&c) {
            continue;
        }
        let end = at + c.len_utf8();
        match covered.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = end,
            None => covered.push(at..end),
        }
    }
    hidden::covered(&source.name, &source.text, &covered)
}

/// A finding with its place in the covered text.
fn moved(mut finding: Finding, shown: &Arc<Source>) -> Finding {
    if let Some(Place { source, .. }) = &mut finding.place {
        *source = Arc::clone(shown);
    }
    finding
}

/// A finding in a text that cannot be read: where, and nothing of what stands there.
fn blank(mut finding: Finding) -> Finding {
    let title = super::explained::EXPLANATIONS.iter().find(|known| known.code == finding.code);
    finding.message = title.map_or("a mistake", |known| known.title).to_owned();
    finding.place = finding.place.as_ref().map(hidden::blank);
    finding.label = "here; the line is not shown, it may name the patient".to_owned();
    finding.help = vec![
        "write `key: value` lines, each text with a colon, a brace, a `#` or a quote in it between double quotes"
            .to_owned(),
    ];
    finding
}

/// Where a map with these keys has keys and values that may be shown.
fn map(node: &Node, keys: &[&str], plain: &mut Vec<Range<usize>>) {
    let Value::Map(entries) = &node.value else { return };
    for (key, value) in entries {
        let known = keys.contains(&key.text.as_str());
        // A slip of a known key may be shown; anything else may be anything.
        if known || words::nearest(&key.text, keys.iter().copied()).is_some() {
            plain.push(key.span.clone());
        }
        match &value.value {
            Value::Scalar { text, .. } if known && !hidden::hides(&key.text, text) => plain.push(value.span.clone()),
            Value::Map(_) if known && key.text == "dose" => map(value, &DOSE, plain),
            Value::Seq(items) if known => items.iter().for_each(|item| entry(item, &key.text, plain)),
            _ => {}
        }
    }
}

/// Where an entry of a list has what may be shown.
fn entry(item: &Node, name: &str, plain: &mut Vec<Range<usize>>) {
    match &item.value {
        Value::Scalar { text, .. } if !hidden::hides(name, text) => plain.push(item.span.clone()),
        Value::Map(_) => map(item, &INNER, plain),
        _ => {}
    }
}

/// Where the id stands, if a part of the name is in it.
fn id_with_name(root: &Node) -> Option<Range<usize>> {
    let Value::Map(entries) = &root.value else { return None };
    let text = |name: &str| {
        entries.iter().find(|(key, _)| key.text == name).and_then(|(_, node)| match &node.value {
            Value::Scalar { text, .. } => Some((text, node.span.clone())),
            _ => None,
        })
    };
    let ((id, span), (name, _)) = text("id").zip(text("patient"))?;
    ids::holds_part(id, name).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that messages show.
    fn shown(text: &str) -> String {
        match load(&Source::new("a.yaml", text)) {
            Ok(loaded) => loaded.value.week.expect("a week").place.source.text.clone(),
            Err(findings) => findings[0].place.as_ref().expect("a place").source.text.clone(),
        }
    }

    #[test]
    fn her_words_are_covered_where_they_stand() {
        for text in [
            "patient: Ann Example\nweek: 20\n",
            "{\"week\": 20, \"patient\": \"Ann Example\", \"note\": \"Dear Ann Example\"}",
            "patient: >\n  Ann\n  Example\nweek: 20\n",
            "patient: |\n  Ann\n\n  Example\nweek: 20\nnote: 'It''s Ann'\n",
            "Ann Example: 3\nweek: 20\n",
            "patiant: Ann Example\nweek: Ann\n",
            "week: 20\nexercises: [Ann Example, { id: bridge, note: Ann can, dose: Ann }]\n",
            "week: 20\noverrides:\n  - exercise: bridge\n    because: Ann asked\n",
            "week: 20\nnext_visit: { Ann: Example }\n",
            "id: Ann Example\nweek: 20\ndate: Ann\nlanguage: Ann\n",
            "- Ann Example\n",
            "patient: [Ann Example",
            "week: 20\n Ann: Example\n",
            "patient: Ann: Example\nweek: 20\n",
            "patient: \"Ann \\\" Example\nweek: 3\n",
            "patient: &Ann Example\nweek: 3\n",
            "{ id: Ann-7, patient: Ann Example, week: 20 }",
            "week: 200 # Ann Example\n# Example\npatient: Ann\n",
            "week: 20\nsections: [{ Ann: Example }]\npatient: !Ann Example\n",
        ] {
            let shown = shown(text);
            assert!(!shown.contains("Ann") && !shown.contains("Example"), "{text}\n{shown}");
            assert_eq!(shown.lines().count(), text.lines().count(), "{text}\n{shown}");
        }
        let kept = shown("id: visit-7\npatiant: Ann\nweek: 200\nexercises: [pelvic-tilt:3x10]\n");
        assert_eq!(kept, "id: visit-7\npatiant: ***\nweek: 200\nexercises: [pelvic-tilt:3x10]\n");
    }
}
