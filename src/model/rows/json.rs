//! Rows from JSON lines. serde_json says what the values are; where they stand in a line is found here.

use std::ops::Range;

use serde_json::Value;

use super::{COLUMNS, Cell, Column, Fault, Read, Row, codes};
use crate::model::Private;

/// Reads rows, one JSON object a line.
pub(super) fn read(text: &str) -> Read {
    let mut read = Read::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if start < end {
            row(text, start..end, &mut read);
        }
        start += line.len();
    }
    read
}

fn row(text: &str, span: Range<usize>, read: &mut Read) {
    let line = &text[span.clone()];
    let mut row = Row { span: span.clone(), ..Row::default() };
    let object = serde_json::from_str::<Value>(line).map(|value| value.is_object());
    if !matches!(object, Ok(true)) {
        let at = object.err().map_or(span.clone(), |error| {
            let at = span.start + floor(line, error.column().saturating_sub(1));
            at..at
        });
        row.faults.push(Fault {
            code: codes::NO_ROWS,
            message: "this line is no JSON object".to_owned(),
            label: "it cannot be read beyond this".to_owned(),
            help: "write each row on one line, such as {\"id\": \"visit-0412\", \"week\": 30}".to_owned(),
            span: at,
        });
        read.hidden.push(span);
        read.rows.push(row);
        return;
    }
    for (key, value) in members(line) {
        let [key, value] = [key, value].map(|range| span.start + range.start..span.start + range.end);
        member(text, key, value, &mut row, read);
    }
    read.rows.push(row);
}

/// The last character boundary of `line` at or before `at`.
fn floor(line: &str, at: usize) -> usize {
    (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0)
}

/// One value of a row.
fn member(text: &str, key: Range<usize>, value: Range<usize>, row: &mut Row, read: &mut Read) {
    let name: String = serde_json::from_str(&text[key.clone()]).unwrap_or_default();
    let column = COLUMNS.into_iter().find(|column| column.name == name);
    // Cells of known columns are hidden later, if need be.
    if column.is_none() {
        read.hidden.push(value.clone());
    }
    let Some(column) = column else {
        return row.faults.push(Fault::unknown_column(&name, key));
    };
    if row.cells.iter().any(|cell| cell.column == column) {
        read.hidden.push(value);
        return row.faults.push(Fault::double_column(&name, key));
    }
    match written(column, &text[value.clone()]) {
        Some((written, exact)) if !written.trim().is_empty() => {
            let inset = usize::from(text[value.clone()].starts_with('"'));
            let span = value.start + inset..value.end - inset;
            row.cells.push(Cell { column, text: Private::new(written.trim().to_owned()), span, exact });
        }
        Some(_) => {}
        None => {
            read.hidden.push(value.clone());
            let help = match column.name {
                "exercises" => "write a text, or a list of texts such as [\"pelvic-tilt:3x10\", \"cat-stretch\"]",
                _ => "write a text in quotes",
            };
            row.faults.push(Fault {
                code: codes::BAD_CELL,
                message: format!("`{name}` cannot be read"),
                label: "this is neither a text nor a number".to_owned(),
                help: help.to_owned(),
                span: value,
            });
        }
    }
}

/// A value as a cell would say it, and whether it stands so in the file.
fn written(column: Column, value: &str) -> Option<(String, bool)> {
    match serde_json::from_str::<Value>(value).ok()? {
        Value::Null => Some((String::new(), true)),
        Value::Bool(value) => Some((value.to_string(), true)),
        Value::Number(number) => Some((number.to_string(), true)),
        Value::String(text) => Some((text, !value.contains('\\'))),
        Value::Array(items) if column.name == "exercises" => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            Some((texts?.join("; "), false))
        }
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Where the keys and values of a JSON object stand; `line` is known to be one.
fn members(line: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut members = Vec::new();
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let (mut start, mut key) = (0, None);
    for (at, byte) in line.bytes().enumerate() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match (byte, depth) {
            (b'"', _) => in_text = true,
            (b':', 1) => {
                key = Some(within(line, start..at));
                start = at + 1;
            }
            (b',' | b'}', 1) => {
                members.extend(key.take().map(|key| (key, within(line, start..at))));
                start = at + 1;
            }
            _ => {}
        }
        match byte {
            b'{' | b'[' => {
                depth += 1;
                start = if depth == 1 { at + 1 } else { start };
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    members
}

/// `range` without the space at both ends.
fn within(line: &str, range: Range<usize>) -> Range<usize> {
    let text = &line[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}
