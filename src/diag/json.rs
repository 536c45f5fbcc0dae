//! Findings as JSON, for editors and scripts: `{"findings": […], "summary": {…}}`.

use serde_json::{Value, json};

use super::{Finding, Mend, Place, Severity, Tally};

/// Findings as a JSON document: code, severity, file, line, column (both from 1, `null` without a place), the path in the
/// form (JSON Pointer, RFC 6901), message, the reason, how to correct it, and mechanical corrections as data: byte ranges
/// of the file, a byte order mark not counted, and what to put there. A finding that was allowed has the reason under `allowed` and counts by itself.
#[must_use]
pub fn render_json(findings: &[Finding]) -> String {
    let tally = Tally::of(findings);
    let document = json!({
        "findings": findings.iter().map(value).collect::<Vec<Value>>(),
        "summary": {
            "errors": tally.errors,
            "warnings": tally.warnings,
            "notes": tally.notes,
            "allowed": tally.allowed,
        },
    });
    format!("{document:#}\n")
}

/// One finding.
fn value(finding: &Finding) -> Value {
    let place = finding.place.as_ref();
    let (line, column) = place.map(Place::line_column).unzip();
    json!({
        "code": finding.code,
        "severity": word(finding.severity),
        "file": place.map(|place| place.source.name.as_str()),
        "line": line,
        "column": column,
        "path": place.and_then(Place::pointer),
        "message": finding.message,
        "reason": finding.label,
        "help": finding.help.join("\n"),
        "mends": finding.mends.iter().map(mend).collect::<Vec<Value>>(),
        "allowed": finding.allowed,
    })
}

/// A correction.
fn mend(mend: &Mend) -> Value {
    json!({ "start": mend.span.start, "end": mend.span.end, "text": mend.text })
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
