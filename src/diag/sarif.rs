//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.

use serde_json::{Value, json};

use super::{Explanation, Finding, Place, Severity};

/// Findings as a SARIF log of one run; `explanations` describe the codes that come up in it.
#[must_use]
pub fn render_sarif(findings: &[Finding], explanations: &[&Explanation]) -> String {
    let rules: Vec<&&Explanation> = {
        let known = explanations.iter();
        known.filter(|known| findings.iter().any(|finding| finding.code == known.code)).collect()
    };
    let results = findings.iter().map(|finding| {
        let index = rules.iter().position(|rule| rule.code == finding.code);
        result(finding, index)
    });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "handout",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({
                    "id": rule.code,
                    "shortDescription": { "text": rule.title },
                    "fullDescription": { "text": rule.meaning },
                    "help": { "text": format!("{} ({})", rule.why, rule.standard) },
                })).collect::<Vec<Value>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<Value>>(),
        }],
    });
    format!("{document:#}\n")
}

fn result(finding: &Finding, rule: Option<usize>) -> Value {
    let mut text = finding.message.clone();
    for more in std::iter::once(&finding.label).chain(&finding.help).filter(|more| !more.is_empty()) {
        text.push('\n');
        text.push_str(more);
    }
    let level = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut result = json!({ "ruleId": finding.code, "level": level, "message": { "text": text } });
    if let Some(index) = rule {
        result["ruleIndex"] = json!(index);
    }
    if let Some(place) = &finding.place {
        result["locations"] = json!([location(place)]);
        if !finding.mends.is_empty() {
            result["fixes"] = json!([fix(place, finding)]);
        }
    }
    if let Some(reason) = &finding.allowed {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
}

/// Where it is. A name that is no path (the built-in library, standard input) is no URI either, but is the name all
/// the same.
fn location(place: &Place) -> Value {
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&place.source.name) },
        "region": region(place),
    }});
    if let Some(path) = place.pointer() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": path }]);
    }
    location
}

fn region(place: &Place) -> Value {
    let (start, end) = (place.line_column(), place.end().line_column());
    json!({ "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 })
}

/// The correction of a finding at `place` (SARIF 2.1.0, 3.55).
fn fix(place: &Place, finding: &Finding) -> Value {
    let replacements = finding.mends.iter().map(|mend| {
        let place = Place { source: place.source.clone(), span: mend.span.clone() };
        json!({ "deletedRegion": region(&place), "insertedContent": { "text": mend.text } })
    });
    json!({
        "description": { "text": finding.help.first() },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&place.source.name) },
            "replacements": replacements.collect::<Vec<Value>>(),
        }],
    })
}

/// A path as a relative URI reference (RFC 3986): what is not unreserved or `/` is written by its bytes.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}
