//! The rows of a batch: one personal sheet a row, from CSV with a heading line or from JSON lines.
//!
//! What comes in are bytes of any kind, within limits; what goes out are rows whose cells know their places, or findings.
//! Rows hold patients' names and notes, and messages end up in logs: the text that places point into has every such cell
//! **hidden**, character for character, so that no finding can show one. A cell is text whatever it starts with.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Finding, Place, Source};
use crate::model::day::DayWriting;
use crate::model::patient::SheetRequest;
use crate::model::{Private, hidden, words};

mod cells;
pub mod codes;
mod csv;
pub mod explained;
mod export;
mod ids;
mod json;
mod source;
#[cfg(test)]
mod tests;

/// The largest file of rows that is read, in bytes.
pub const MAX_BYTES: usize = 32_000_000;
/// The most rows in one file.
pub const MAX_ROWS: usize = 100_000;
/// The longest cell, in characters.
pub const MAX_CELL: usize = 4_000;

/// A column: its name, and whether its cells say something about a person that no message may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What its heading says.
    pub name: &'static str,
    /// Whether its cells are hidden in messages.
    pub hidden: bool,
}

/// All columns.
pub const COLUMNS: [Column; 15] = [
    shown("id"),
    shown("handout"),
    covered("patient"),
    shown("date"),
    shown("week"),
    shown("due_date"),
    shown("weeks_after_birth"),
    covered("clinician"),
    shown("language"),
    shown("large_print"),
    shown("exercises"),
    covered("note"),
    covered("next_visit"),
    shown("override"),
    covered("because"),
];

const fn shown(name: &'static str) -> Column {
    Column { name, hidden: false }
}

const fn covered(name: &'static str) -> Column {
    Column { name, hidden: true }
}

impl Column {
    /// Whether messages may not show a cell: what it should hold is about a person, or what it holds may be, because it
    /// stands in the wrong column.
    fn hides(self, text: &str) -> bool {
        self.hidden || hidden::hides(self.name, text)
    }
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsFormat {
    /// Cells with commas, semicolons or tabs between them, under a heading line (RFC 4180).
    Csv,
    /// One JSON object a line.
    JsonLines,
}

/// One cell that says something.
#[derive(Clone, Debug)]
struct Cell {
    column: Column,
    text: Private<String>,
    /// Byte range in the file's text.
    span: Range<usize>,
    /// Whether the text stands in the file as it is, so that a part of it has its place too.
    exact: bool,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Byte range in the file's text.
    span: Range<usize>,
    /// Its cells, in the file's order; empty ones are left out.
    cells: Vec<Cell>,
    /// What is wrong with how it is written.
    faults: Vec<Fault>,
}

/// A finding before its place is known: the source is there only when all is read.
#[derive(Clone, Debug)]
struct Fault {
    code: &'static str,
    message: String,
    label: String,
    help: String,
    span: Range<usize>,
}

impl Fault {
    /// A column that a sheet does not have.
    fn unknown_column(name: &str, span: Range<usize>) -> Self {
        let near = words::nearest(name, COLUMNS.iter().map(|column| column.name));
        Self {
            code: codes::UNKNOWN_COLUMN,
            message: format!("unknown column `{}`", words::entry(name)),
            label: "a row has no such part".to_owned(),
            help: near.map_or_else(all_columns, |near| format!("did you mean `{near}`?")),
            span,
        }
    }

    /// A column that is there for the second time.
    fn double_column(name: &str, span: Range<usize>) -> Self {
        Self {
            code: codes::DOUBLE_COLUMN,
            message: format!("the column `{name}` is there twice"),
            label: "it stands before this".to_owned(),
            help: "take one of them out".to_owned(),
            span,
        }
    }

    fn finding(&self, source: &Arc<Source>) -> Finding {
        let place = Place { source: Arc::clone(source), span: self.span.clone() };
        let finding = Finding::error(self.code, self.message.as_str()).at(&place, self.label.as_str());
        if self.help.is_empty() { finding } else { finding.help(self.help.as_str()) }
    }
}

/// Which columns there are, in words.
fn all_columns() -> String {
    format!("the columns are {}", words::list(COLUMNS.iter().map(|column| column.name), "and"))
}

/// All rows of a file.
#[derive(Clone, Debug)]
pub struct Rows {
    source: Arc<Source>,
    rows: Vec<Row>,
    /// How its days are written.
    days: DayWriting,
}

/// The rows that `bytes`, called `name` in messages, hold.
///
/// # Errors
/// What is wrong with the file as a whole: nothing can be said about its rows then.
pub fn read(name: &str, bytes: &[u8], format: RowsFormat) -> Result<Rows, Vec<Finding>> {
    let text = source::decode(name, bytes)?;
    let mut read = match format {
        RowsFormat::Csv => csv::read(text),
        RowsFormat::JsonLines => json::read(text),
    };
    read.hidden.extend(read.rows.iter().flat_map(Row::hidden));
    read.hidden.sort_by_key(|range| range.start);
    let source = hidden::covered(name, text, &read.hidden);
    if !read.faults.is_empty() {
        return Err(read.faults.iter().map(|fault| fault.finding(&source)).collect());
    }
    match read.rows.len() {
        0 => Err(vec![
            Finding::error(codes::NO_ROWS, format!("{name} has no rows"))
                .help("write one row for each sheet, under a heading line with `id` in it"),
        ]),
        count if count > MAX_ROWS => Err(vec![
            Finding::error(codes::TOO_MUCH, format!("{name} has {count} rows, more than {MAX_ROWS}"))
                .help("divide it into several files"),
        ]),
        _ => Ok(Rows { source, rows: read.rows, days: DayWriting::default() }),
    }
}

/// What a reader makes of a text.
#[derive(Default)]
struct Read {
    rows: Vec<Row>,
    /// What is wrong with the file as a whole.
    faults: Vec<Fault>,
    /// Ranges that messages must not show, in order.
    hidden: Vec<Range<usize>>,
}

impl Rows {
    /// How many rows there are; never none.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.rows.len()
    }

    /// The same rows, whose days are written in this way.
    #[must_use]
    pub fn with_days(mut self, days: DayWriting) -> Self {
        self.days = days;
        self
    }

    /// The file's text as messages may show it.
    #[must_use]
    pub const fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The id of the row at `index`, from 0, if it has one.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<&str> {
        self.rows[index].cell("id").map(|cell| cell.text.expose().as_str())
    }

    /// Whether the row at `index` has an id that can name a file, and no name in it.
    #[must_use]
    pub fn has_good_id(&self, index: usize) -> bool {
        let mut findings = Vec::new();
        ids::check(&self.rows[index], &self.source, &mut findings);
        findings.is_empty() && self.id(index).is_some()
    }

    /// The row at `index` as a request for a sheet, with everything that is wrong with it by itself.
    #[must_use]
    pub fn request(&self, index: usize) -> (SheetRequest, Vec<Finding>) {
        let row = &self.rows[index];
        let mut findings: Vec<Finding> = row.faults.iter().map(|fault| fault.finding(&self.source)).collect();
        let request = cells::request(row, &self.source, &self.days, &mut findings);
        ids::check(row, &self.source, &mut findings);
        (request, findings)
    }

    /// What the row at `index` says, in one form whatever the file's: for a hash of it.
    #[must_use]
    pub fn canonical(&self, index: usize) -> String {
        let cells = self.rows[index].cells.iter().map(|cell| (cell.column.name, cell.text.expose().as_str()));
        let sorted: std::collections::BTreeMap<&str, &str> = cells.collect();
        serde_json::json!(sorted).to_string()
    }

    /// Rows with an id that another row has, or has but for capitals, each with its finding.
    #[must_use]
    pub fn doubles(&self) -> Vec<(usize, Finding)> {
        let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
        for index in 0..self.count() {
            if let Some(id) = self.id(index) {
                by_id.entry(id.to_lowercase()).or_default().push(index);
            }
        }
        let mut doubles: Vec<(usize, Finding)> =
            by_id.values().filter(|same| same.len() > 1).flat_map(|same| self.double(same)).collect();
        doubles.sort_by_key(|(index, _)| *index);
        doubles
    }

    /// The findings for rows that share an id.
    fn double(&self, same: &[usize]) -> Vec<(usize, Finding)> {
        let cell = |index: &usize| self.rows[*index].cell("id").expect("grouped by id");
        let first = &same[0];
        let finding = |index: &usize| {
            let other = if index == first { &same[1] } else { first };
            let place = self.place(&cell(index).span);
            let (line, _) = self.place(&cell(other).span).line_column();
            let why = match cell(index).text == cell(other).text {
                true => format!("line {line} (row {}) has the same id", other + 1),
                false => format!("line {line} (row {}) has this id but for capitals", other + 1),
            };
            let message = format!("rows {} and {} have one id", index.min(other) + 1, index.max(other) + 1);
            let finding = Finding::error(codes::DOUBLE_ID, message).at(&place, why);
            (*index, finding.help("give each row an id of its own: the sheets would have the same file name"))
        };
        same.iter().map(finding).collect()
    }

    fn place(&self, span: &Range<usize>) -> Place {
        Place { source: Arc::clone(&self.source), span: span.clone() }
    }
}

impl Row {
    /// The places of cells that messages must not show.
    fn hidden(&self) -> impl Iterator<Item = Range<usize>> {
        let is_name = ids::is_name(self);
        let cells = self.cells.iter();
        cells
            .filter(move |cell| cell.column.hides(cell.text.expose()) || (is_name && cell.column.name == "id"))
            .map(|cell| cell.span.clone())
    }

    fn cell(&self, column: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column.name == column)
    }
}

impl Cell {
    fn place(&self, source: &Arc<Source>) -> Place {
        Place { source: Arc::clone(source), span: self.span.clone() }
    }
}
