//! What is told while a batch is made: findings, and on a terminal how far it is.

use std::fmt::Write;
use std::io::IsTerminal as _;
use std::sync::{Mutex, PoisonError};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use super::outcome;
use crate::app::batch::outcome::Mistakes;
use crate::app::batch::run::Watcher;
use crate::cli::print;
use crate::diag::Finding;

/// Tells what happens; on a terminal, a line shows how far the batch is.
#[derive(Default)]
pub struct Progress(Mutex<Option<ProgressBar>>);

impl Progress {
    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Watcher for Progress {
    fn found(&self, findings: &[Finding]) {
        print::show_but_advice(findings);
    }

    fn left_out(&self, mistakes: &Mistakes) {
        outcome::tell_left_out(mistakes);
    }

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
