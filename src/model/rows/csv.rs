//! Rows from CSV. The crate `csv` says what the cells are; where they stand is found again here, record by record.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use super::{COLUMNS, Cell, Column, Fault, Read, Row, codes};
use crate::model::Private;

/// A cell of a record.
struct Field {
    /// Where it stands, with its quotes.
    span: Range<usize>,
    /// Whether a quote stands at both ends.
    quoted: bool,
    /// Whether no quote in it is left open.
    closed: bool,
}

/// Reads rows; commas, semicolons or tabs stand between the cells, whichever the heading line has most of.
pub(super) fn read(text: &str) -> Read {
    let mut read = Read::default();
    let delimiter = delimiter(text);
    let mut records =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut columns: Option<Vec<Option<Column>>> = None;
    loop {
        let start = place(records.position());
        // Text in memory, UTF-8 already, of any number of cells: there is nothing left that could go wrong.
        if !records.read_record(&mut record).unwrap_or(false) {
            break;
        }
        let span = trimmed(text, start..place(records.position()));
        let fields = fields(text, span.clone(), delimiter);
        match &columns {
            None => match header(&record, &fields, &mut read) {
                Some(found) => columns = Some(found),
                None => {
                    read.hidden.push(0..text.len());
                    return read;
                }
            },
            Some(columns) => row(&record, &fields, span, columns, &mut read),
        }
    }
    read
}

fn place(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// `span` without the line ends at both sides.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let is_end = |c| c == '\n' || c == '\r';
    let whole = &text[span.clone()];
    let start = span.start + whole.len() - whole.trim_start_matches(is_end).len();
    let inner = text[start..span.end].trim_end_matches(is_end);
    start..start + inner.len()
}

/// The sign that stands between cells.
fn delimiter(text: &str) -> u8 {
    let line = text.trim_start_matches(['\n', '\r']).lines().next().unwrap_or_default();
    let mut outside = line.split('"').step_by(2).flat_map(str::bytes).collect::<Vec<u8>>();
    outside.retain(|byte| b",;\t".contains(byte));
    let count = |sign: u8| outside.iter().filter(|byte| **byte == sign).count();
    let most = b";\t".iter().copied().max_by_key(|sign| count(*sign)).unwrap_or(b',');
    if count(most) > count(b',') { most } else { b',' }
}

/// Where the cells of a record stand.
fn fields(text: &str, span: Range<usize>, delimiter: u8) -> Vec<Field> {
    let bytes = text.as_bytes();
    let mut fields = Vec::new();
    let mut at = span.start;
    loop {
        let start = at;
        let quoted = at < span.end && bytes[at] == b'"';
        let mut closed = !quoted;
        if quoted {
            at += 1;
            while at < span.end && !closed {
                match (bytes[at], bytes.get(at + 1)) {
                    (b'"', Some(b'"')) if at + 1 < span.end => at += 2,
                    (b'"', _) => {
                        closed = true;
                        at += 1;
                    }
                    _ => at += 1,
                }
            }
        }
        while at < span.end && bytes[at] != delimiter {
            at += 1;
        }
        // More may follow a closing quote, and belongs to the cell.
        let quoted = quoted && at > start + 1 && bytes[at - 1] == b'"';
        fields.push(Field { span: start..at, quoted, closed });
        if at >= span.end {
            return fields;
        }
        at += 1;
    }
}

/// The columns that the heading line names; nothing when it is no heading line, which may hold a patient's name then.
fn header(record: &StringRecord, fields: &[Field], read: &mut Read) -> Option<Vec<Option<Column>>> {
    let named = |name: &str| {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        COLUMNS.into_iter().find(|column| column.name == name)
    };
    let columns: Vec<Option<Column>> = record.iter().map(named).collect();
    let whole = fields.first().map_or(0..0, |first| first.span.start..fields.last().map_or(0, |last| last.span.end));
    let fault = |code, message: &str, label: &str, help: String| {
        let (message, label) = (message.to_owned(), label.to_owned());
        Fault { code, message, label, help, span: whole.clone() }
    };
    if columns.iter().all(Option::is_none) {
        let message = "the first line names no column";
        read.faults.push(fault(codes::NO_ROWS, message, "a heading line must stand here", super::all_columns()));
        return None;
    }
    for (index, (name, field)) in record.iter().zip(fields).enumerate() {
        let span = field.span.clone();
        match columns[index] {
            None if name.trim().is_empty() => {}
            None => read.faults.push(Fault::unknown_column(name, span)),
            known if columns[..index].contains(&known) => read.faults.push(Fault::double_column(name.trim(), span)),
            _ => {}
        }
    }
    if !columns.contains(&Some(COLUMNS[0])) {
        let help = "add a column `id`; each sheet's file is named by it".to_owned();
        read.faults.push(fault(codes::NO_ID, "there is no column `id`", "these are the columns", help));
    }
    Some(columns)
}

/// One row under its heading.
fn row(record: &StringRecord, fields: &[Field], span: Range<usize>, columns: &[Option<Column>], read: &mut Read) {
    if record.iter().all(|text| text.trim().is_empty()) {
        return;
    }
    let mut row = Row { span: span.clone(), ..Row::default() };
    let regular = record.len() == columns.len() && fields.len() == record.len();
    let closed = fields.iter().all(|field| field.closed);
    let nameless =
        regular && columns.iter().zip(record).any(|(column, text)| column.is_none() && !text.trim().is_empty());
    if !regular || !closed || nameless {
        row.faults.push(irregular(record, fields, &span, columns.len()));
        read.hidden.push(span);
    } else {
        for ((text, field), column) in record.iter().zip(fields).zip(columns) {
            let Some(column) = *column else { continue };
            let trimmed = text.trim();
            if !trimmed.is_empty() {
                row.cells.push(cell(column, trimmed, field));
            }
        }
    }
    read.rows.push(row);
}

/// What is wrong with a row whose cells cannot be told apart.
fn irregular(record: &StringRecord, fields: &[Field], span: &Range<usize>, wanted: usize) -> Fault {
    if let Some(open) = fields.iter().find(|field| !field.closed) {
        return Fault {
            code: codes::OPEN_QUOTE,
            message: "a quote is opened here and never closed".to_owned(),
            label: "everything behind it is read as one cell".to_owned(),
            help: "put a quote at the end of the cell; a quote in a cell is written twice".to_owned(),
            span: open.span.start..open.span.start + 1,
        };
    }
    let cells = record.len();
    Fault {
        code: codes::CELL_COUNT,
        message: match cells == wanted {
            true => "a cell stands under no heading".to_owned(),
            false => format!("this row has {cells} cells, the heading line {wanted}"),
        },
        label: "its cells cannot be told apart".to_owned(),
        help: "a cell with a comma or a semicolon in it must stand in quotes".to_owned(),
        span: span.clone(),
    }
}

fn cell(column: Column, text: &str, field: &Field) -> Cell {
    let span = field.span.clone();
    let span = if field.quoted { span.start + 1..span.end - 1 } else { span };
    Cell { column, text: Private::new(text.to_owned()), span, exact: true }
}
