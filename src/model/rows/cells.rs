//! Cells to the values of a sheet.

use std::sync::Arc;

use super::export::{FailedExport, failed_export};
use super::{Cell, MAX_CELL, Row, codes};
use crate::diag::{Finding, Place, Source};
use crate::model::day::{self, DayWriting, NoDay, WrittenDay};
use crate::model::gestation::{Gestation, NoAge, SinceBirth};
use crate::model::patient::{ChosenExercise, Override, SheetRequest};
use crate::model::{Located, Private};

/// What a row asks for; a cell that cannot be read gives a finding and is left out.
pub(super) fn request(
    row: &Row,
    source: &Arc<Source>,
    dates: &DayWriting,
    findings: &mut Vec<Finding>,
) -> SheetRequest {
    let mut request = SheetRequest::default();
    for cell in &row.cells {
        let before = findings.len();
        check_text(cell, source, findings);
        if findings.len() > before {
            continue;
        }
        let text = || Some(Located { value: cell.text.expose().clone(), place: cell.place(source) });
        let private = || Some(Located { value: cell.text.clone(), place: cell.place(source) });
        match cell.column.name {
            "id" => request.id = text(),
            "patient" => request.patient = private(),
            "date" => request.date = day(cell, source, dates, findings),
            "week" => request.week = age(cell, source, Gestation::parse(cell.text.expose()), findings),
            "due_date" => request.due_date = day(cell, source, dates, findings),
            "weeks_after_birth" => {
                request.weeks_after_birth = age(cell, source, SinceBirth::parse(cell.text.expose()), findings)
            }
            "clinician" => request.clinician = private(),
            "language" => request.language = text(),
            "large_print" => request.large_print = yes_or_no(cell, source, findings),
            "exercises" => request.exercises = exercises(cell, source),
            "note" => request.note = private(),
            "handout" => request.handout = text(),
            "override" | "because" => {}
            _ => request.next_visit = next_visit(cell, source, dates, findings),
        }
    }
    request.overrides = overrides(row, source, findings);
    request
}

/// What is given although it is not for this week: exercises, or `stage` for the handout, with one reason for all.
fn overrides(row: &Row, source: &Arc<Source>, findings: &mut Vec<Finding>) -> Vec<Override> {
    let (Some(given), because) = (row.cell("override"), row.cell("because")) else {
        if let Some(because) = row.cell("because") {
            let label = "it says why, and `override` does not say what".to_owned();
            findings.push(wrong(because, source, "has nothing to explain", label, "name the exercise, or `stage`"));
        }
        return Vec::new();
    };
    let Some(because) = because else {
        let label = "the reason is printed on the sheet, and kept".to_owned();
        findings.push(wrong(given, source, "has no reason", label, "say why in the column `because`"));
        return Vec::new();
    };
    let reason = || Located { value: because.text.clone(), place: because.place(source) };
    let names = exercises(given, source).into_iter().map(|chosen| chosen.id);
    names.map(|exercise| Override { exercise, because: reason() }).collect()
}

/// Whether a cell is text that can be printed: not too long, nothing in it that cannot be seen.
fn check_text(cell: &Cell, source: &Arc<Source>, findings: &mut Vec<Finding>) {
    let name = cell.column.name;
    let length = cell.text.expose().chars().count();
    if length > MAX_CELL {
        findings.push(
            Finding::error(codes::TOO_MUCH, format!("`{name}` has {length} characters, more than {MAX_CELL}"))
                .at(&cell.place(source), "this is too long for a sheet")
                .help("shorten it; a quote that is not closed can also make one cell of many"),
        );
    }
    if let Some(failed) = failed_export(cell.text.expose()) {
        findings.push(spoiled(cell, source, failed));
    }
    let several_lines = matches!(name, "note" | "exercises");
    let is_hidden = |character: &char| match character {
        '\n' | '\r' => !several_lines,
        '\t' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    };
    if let Some(hidden) = cell.text.expose().chars().find(is_hidden) {
        let (what, label) = match hidden {
            '\n' | '\r' => ("a new line".to_owned(), "it goes on in the next line"),
            other => (format!("an invisible character (U+{:04X})", u32::from(other)), "it is in this cell"),
        };
        findings.push(
            Finding::error(codes::INVISIBLE, format!("{what} stands in `{name}`"))
                .at(&cell.place(source), label)
                .help("delete it, or type the cell again"),
        );
    }
}

/// What is told of a cell that an export has spoiled; what stands in it may be hers.
fn spoiled(cell: &Cell, source: &Arc<Source>, failed: FailedExport) -> Finding {
    let (label, help) = match failed {
        FailedExport::StandIn => (
            "a program writes this for an empty cell or a failed formula",
            "empty the cell, or fill in what should stand there",
        ),
        FailedExport::WrongEncoding => (
            "letters with accents came out as two signs each, as in `MÃ¼ller` for `Müller`",
            "export the rows again as UTF-8 (in Excel: CSV UTF-8)",
        ),
    };
    let message = format!("`{}` looks like a failed export", cell.column.name);
    Finding::error(codes::FAILED_EXPORT, message).at(&cell.place(source), label).help(help)
}

fn wrong(cell: &Cell, source: &Arc<Source>, message: &str, label: String, help: &str) -> Finding {
    let name = cell.column.name;
    Finding::error(codes::BAD_CELL, format!("`{name}` {message}")).at(&cell.place(source), label).help(help)
}

fn day(
    cell: &Cell,
    source: &Arc<Source>,
    dates: &DayWriting,
    findings: &mut Vec<Finding>,
) -> Option<Located<WrittenDay>> {
    let read = WrittenDay::from(cell.text.expose().clone()).read(dates);
    let day = read.map_err(|no_day| findings.push(not_a_day(cell, source, no_day))).ok()?;
    Some(Located { value: WrittenDay::of(day), place: cell.place(source) })
}

/// A day or words; what looks like a day must be one.
fn next_visit(
    cell: &Cell,
    source: &Arc<Source>,
    dates: &DayWriting,
    findings: &mut Vec<Finding>,
) -> Option<Located<Private<String>>> {
    // What would help names the day, which is hers.
    let unsaid = |no_day: NoDay| NoDay { help: "write it as 2026-11-20, or in words".to_owned(), ..no_day };
    let read = day::pieces(cell.text.expose(), dates).map_err(unsaid);
    read.map_err(|no_day| findings.push(not_a_day(cell, source, no_day))).ok()?;
    Some(Located { value: cell.text.clone(), place: cell.place(source) })
}

fn not_a_day(cell: &Cell, source: &Arc<Source>, no_day: NoDay) -> Finding {
    wrong(cell, source, "is not a date", no_day.why, &no_day.help)
}

fn age<T>(
    cell: &Cell,
    source: &Arc<Source>,
    read: Result<T, NoAge>,
    findings: &mut Vec<Finding>,
) -> Option<Located<T>> {
    let help = "write completed weeks, or weeks and days: 30 or 30+2";
    let value = read.map_err(|why| findings.push(wrong(cell, source, "is not a number of weeks", why.0, help))).ok()?;
    Some(Located { value, place: cell.place(source) })
}

fn yes_or_no(cell: &Cell, source: &Arc<Source>, findings: &mut Vec<Finding>) -> bool {
    match cell.text.expose().to_lowercase().as_str() {
        "true" | "yes" | "1" => true,
        "false" | "no" | "0" => false,
        _ => {
            let help = "write `true` or `false`, or leave it empty";
            findings.push(wrong(cell, source, "is neither yes nor no", "this is neither".to_owned(), help));
            false
        }
    }
}

/// Exercises with semicolons or line ends between them, each with its own place where it can be told.
fn exercises(cell: &Cell, source: &Arc<Source>) -> Vec<ChosenExercise> {
    let whole = cell.place(source);
    let names = cell.text.expose().split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let mut from = whole.span.start;
    let located = |name: &str| {
        let rest = &source.text[from..whole.span.end];
        let found = if cell.exact { rest.find(name) } else { None };
        let place = match found {
            Some(at) => {
                let span = from + at..from + at + name.len();
                from = span.end;
                Place { source: Arc::clone(source), span }
            }
            None => whole.clone(),
        };
        ChosenExercise { id: Located { value: name.to_owned(), place }, dose: None, note: None }
    };
    names.map(located).collect()
}
