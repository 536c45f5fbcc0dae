//! `handout build --reading-copy`: every text of every handout on pages for a clinician to read before approving them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::print::{self, Failure};
use super::{BuildArguments, InkUse, clock};
use crate::app::files::{self, Batch, Readers};
use crate::app::library::{self, Wanted};
use crate::app::pool;
use crate::app::problem::Problem;
use crate::diag::has_errors;
use crate::model::approval;
use crate::model::handout::Handout;
use crate::{Settings, build_reading_copy, examine};

/// Makes a reading copy of all handouts, a file for each language.
pub fn reading_copy(arguments: &BuildArguments) -> Result<(), Failure> {
    let refuse = |findings| Problem::Content(findings, "no reading copy was written".to_owned());
    let asked = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
    let settings = Settings {
        large_print: arguments.large_print,
        low_ink: arguments.ink == InkUse::Low,
        timestamp: clock::source_date_epoch()?,
        clock: clock::clock(arguments.today, false)?,
        ..Settings::default()
    };
    let mut by_language: BTreeMap<String, Vec<(String, Handout)>> = BTreeMap::new();
    let mut findings = Vec::new();
    let names = library::HANDOUTS.names();
    let read: Result<Vec<_>, Problem> = names.iter().map(|name| library::handout(name)).collect();
    let read = read?;
    let usual = Settings { large_print: false, ..settings };
    let all = pool::map(read.len(), |index| examine(&read[index].1, &branding, &shelf, &usual));
    for ((name, _), examined) in read.into_iter().zip(all) {
        match examined.handout.filter(|_| !has_errors(&examined.findings)) {
            Some(handout) => by_language.entry(handout.language.value.clone()).or_default().push((name, handout)),
            // What cannot be approved is no part of a copy for those who approve.
            None => findings.extend(examined.findings.into_iter().filter(crate::gate::is_told)),
        }
    }
    if has_errors(&findings) {
        return Err(refuse(findings).into());
    }
    let all = by_language.values().flatten();
    let texts: Vec<(&str, String)> =
        all.map(|(name, handout)| (name.as_str(), approval::text(handout, shelf.basis()))).collect();
    let code = approval::copy_code(texts.iter().map(|(name, text)| (*name, text.as_str())));
    let mut copies = Vec::new();
    for (language, handouts) in &by_language {
        let (pdf, pages) = build_reading_copy(handouts, &code, &branding, &shelf, &settings).map_err(refuse)?;
        copies.push((path(&arguments.output, language, by_language.len()), pdf, pages));
    }
    write(arguments, &copies, &code)
}

/// Where the copy of a language goes.
fn path(folder: &Path, language: &str, languages: usize) -> PathBuf {
    match languages {
        1 => folder.join("reading-copy.pdf"),
        _ => folder.join(format!("reading-copy-{language}.pdf")),
    }
}

fn write(arguments: &BuildArguments, copies: &[(PathBuf, Vec<u8>, usize)], code: &str) -> Result<(), Failure> {
    if arguments.output == Path::new("-") {
        return match copies {
            [(_, pdf, _)] => print::write_stdout(pdf),
            _ => {
                Err(Problem::Usage("standard output takes one file, and there is a copy for each language".to_owned())
                    .into())
            }
        };
    }
    let folder = &arguments.output;
    files::make_folder(folder, Readers::Everybody)
        .map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    for (path, pdf, _) in copies {
        batch.write(path, pdf)?;
    }
    batch.commit()?;
    for (path, pdf, pages) in copies {
        print::message(&format!("wrote {} ({pages} pages, {} kB)", path.display(), pdf.len().div_ceil(1000)));
    }
    print::message(&format!(
        "who has read it approves all of it with: handout approve --all --copy {code} --name \"…\" --role …"
    ));
    Ok(())
}
