//! How far a batch is, shown on a terminal only.

use std::fmt::Write;
use std::io::IsTerminal as _;
use std::sync::{Mutex, PoisonError};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::app::batch::run;

/// A line that shows how far a batch is.
#[derive(Default)]
pub struct Progress(Mutex<Option<ProgressBar>>);

impl Progress {
    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl run::Progress for Progress {
    fn begin(&self, rows: usize) {
        if std::io::stderr().is_terminal() {
            self.with(|bar| *bar = Some(new(rows)));
        }
    }

    fn advance(&self) {
        self.with(|bar| {
            if let Some(bar) = bar {
                bar.inc(1);
            }
        });
    }

    fn end(&self) {
        self.with(|bar| {
            if let Some(bar) = bar.take() {
                bar.finish_and_clear();
            }
        });
    }
}

/// A bar for `rows` rows.
fn new(rows: usize) -> ProgressBar {
    let bar = ProgressBar::new(rows as u64);
    let style = "{wide_bar} {pos} of {len} sheets, {rate}, {eta} left";
    match ProgressStyle::with_template(style) {
        Ok(style) => bar.with_style(style.with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
            // A batch goes on when its terminal is gone.
            let _ = write!(out, "{:.0} a second", state.per_sec());
        })),
        Err(_) => bar,
    }
}
