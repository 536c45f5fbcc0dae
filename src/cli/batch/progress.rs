//! How far a batch is, shown on a terminal only.

use std::fmt::Write;
use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

/// A line that shows how far a batch is.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Starts it, if standard error is a terminal.
    pub fn of(total: usize) -> Self {
        Self(std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(total as u64);
            let style = "{wide_bar} {pos} of {len} sheets, {rate}, {eta} left";
            match ProgressStyle::with_template(style) {
                Ok(style) => bar.with_style(style.with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
                    // A terminal that is gone is no reason to end a batch.
                    let _ = write!(out, "{:.0} a second", state.per_sec());
                })),
                Err(_) => bar,
            }
        }))
    }

    /// One row more is done.
    pub fn advance(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
