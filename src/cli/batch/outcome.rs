//! How a batch ends for the user.

use crate::app::batch::outcome::{Extent, Mistakes, Outcome};
use crate::app::batch::run::Policy;
use crate::cli::print::{self, Failure};

/// Prints one mistake of each kind in the order of rows, which other rows have it too, and how many more there are.
fn tell_mistakes(mistakes: &Mistakes) {
    let (shown, more) = mistakes.told();
    print::show(&shown);
    match more {
        0 => {}
        1 => print::message("and 1 more mistake"),
        more => print::message(&format!("and {more} more mistakes")),
    }
}

/// Tells why nothing was made.
pub fn tell_refusal(mistakes: &Mistakes, nothing_left: bool, policy: Policy) {
    tell_mistakes(mistakes);
    let hint = if nothing_left || policy.goes_on_after(1) { "" } else { " (--keep-going makes the others)" };
    print::message(&format!("{}; nothing was written{hint}", rows_with_mistakes(mistakes)));
}

/// Tells which rows are left out.
pub fn tell_left_out(mistakes: &Mistakes) {
    tell_mistakes(mistakes);
    print::message(&format!("{} and will be left out", rows_with_mistakes(mistakes)));
}

fn rows_with_mistakes(mistakes: &Mistakes) -> String {
    match mistakes.count() {
        1 => "1 row has mistakes".to_owned(),
        count => format!("{count} rows have mistakes"),
    }
}

/// Tells what was done, and how the command ends.
pub fn tell(outcome: &Outcome) -> Result<(), Failure> {
    tell_mistakes(&outcome.failures);
    print::show(&outcome.not_merged);
    let sheets = |count: usize| if count == 1 { "1 sheet".to_owned() } else { format!("{count} sheets") };
    let mut parts = vec![format!("made {} in {}", sheets(outcome.made), outcome.folder)];
    let more = [(outcome.kept, "kept"), (outcome.failed, "failed"), (outcome.skipped, "not made")];
    parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    if let Some(file) = &outcome.merged {
        parts.push(format!("merged into {} ({} pages)", file.merged, file.pages));
    }
    print::message(&format!("{}; see {}", parts.join(", "), outcome.manifest));
    match (outcome.problem(), outcome.extent()) {
        (Some(problem), _) => Err(problem.into()),
        (None, Extent::Part) => Err(Failure::Part),
        (None, Extent::Nothing) => Err(Failure::Found),
        (None, Extent::All) => Ok(()),
    }
}
