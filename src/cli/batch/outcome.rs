//! How a batch ends for the user.

use crate::app::batch::folder::Store;
use crate::app::batch::outcome::{Extent, Mistakes, Outcome};
use crate::cli::print::{self, Failure};

/// Prints one mistake of each kind in the order of rows, which other rows have it too, and how many more there are.
pub fn tell_mistakes(mistakes: &Mistakes) {
    let (shown, more) = mistakes.told();
    print::show(&shown);
    match more {
        0 => {}
        1 => print::message("and 1 more mistake"),
        more => print::message(&format!("and {more} more mistakes")),
    }
}

/// Tells what was done, and how the command ends.
pub fn tell(outcome: &Outcome, store: &dyn Store) -> Result<(), Failure> {
    tell_mistakes(&outcome.failures);
    print::show(&outcome.not_merged);
    let sheets = |count: usize| if count == 1 { "1 sheet".to_owned() } else { format!("{count} sheets") };
    let mut parts = vec![format!("made {} in {}", sheets(outcome.made), store.shown())];
    let more = [(outcome.kept, "kept"), (outcome.failed, "failed"), (outcome.skipped, "not made")];
    parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    if let Some(file) = &outcome.merged {
        parts.push(format!("merged into {} ({} pages)", file.merged, file.pages));
    }
    print::message(&format!("{}; see {}", parts.join(", "), outcome.manifest));
    match (outcome.problem(store), outcome.extent()) {
        (Some(problem), _) => Err(problem.into()),
        (None, Extent::Part) => Err(Failure::Part),
        (None, Extent::Nothing) => Err(Failure::Found),
        (None, Extent::All) => Ok(()),
    }
}
