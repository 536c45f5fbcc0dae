//! `handout build --reading-copy`: every text of every handout on pages for a clinician to read before approving them.

use std::path::{Path, PathBuf};

use super::print::{self, Failure};
use super::{BuildArguments, InkUse, clock};
use crate::Settings;
use crate::app::files;
use crate::app::problem::Problem;
use crate::app::reading_copy::{self, ReadingCopy};

/// Makes a reading copy of all handouts, a file for each language.
pub fn reading_copy(arguments: &BuildArguments) -> Result<(), Failure> {
    let settings = Settings {
        large_print: arguments.large_print,
        low_ink: arguments.ink == InkUse::Low,
        timestamp: clock::source_date_epoch()?,
        clock: clock::clock(arguments.today, false)?,
        ..Settings::default()
    };
    let ReadingCopy { copies, code } = reading_copy::reading_copy(arguments.brand.as_deref(), settings)?;
    let folder = &arguments.output;
    if folder == Path::new("-") {
        return match copies.as_slice() {
            [only] => print::write_stdout(&only.pdf),
            _ => {
                Err(Problem::Usage("standard output takes one file, and there is a copy for each language".to_owned())
                    .into())
            }
        };
    }
    let written: Vec<(PathBuf, &[u8])> =
        copies.iter().map(|copy| (folder.join(&copy.file_name), copy.pdf.as_slice())).collect();
    files::write_all(folder, &written, files::Readers::Everybody)?;
    for (copy, (path, pdf)) in copies.iter().zip(&written) {
        print::message(&format!("wrote {} ({} pages, {} kB)", path.display(), copy.pages, pdf.len().div_ceil(1000)));
    }
    print::message(&format!(
        "who has read it approves all of it with: handout approve --all --copy {code} --name \"…\" --role …"
    ));
    Ok(())
}
