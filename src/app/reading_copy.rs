//! Reading copies: every text of every handout on pages for a clinician to read before approving them.

use std::collections::BTreeMap;

use super::library::{self, Wanted};
use super::pool;
use super::problem::Problem;
use crate::diag::has_errors;
use crate::gate::is_told;
use crate::model::approval;
use crate::model::handout::Handout;
use crate::{Settings, build_reading_copy, examine};

/// A reading copy of all handouts.
pub struct ReadingCopy {
    /// A file for each language.
    pub copies: Vec<Copy>,
    /// The code of all texts, which an approval names.
    pub code: String,
}

/// The handouts of one language.
pub struct Copy {
    /// What the file is called.
    pub file_name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Makes a reading copy of all handouts under a brand, given by name or file.
///
/// # Errors
/// A brand, handout or exercise that cannot be read, or a handout with errors, which nobody could approve.
pub fn reading_copy(brand: Option<&str>, settings: Settings) -> Result<ReadingCopy, Problem> {
    let refuse = |findings| Problem::Content(findings, "no reading copy was written".to_owned());
    let asked = brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
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
            None => findings.extend(examined.findings.into_iter().filter(is_told)),
        }
    }
    if has_errors(&findings) {
        return Err(refuse(findings));
    }
    let all = by_language.values().flatten();
    let texts: Vec<(&str, String)> =
        all.map(|(name, handout)| (name.as_str(), approval::text(handout, shelf.basis()))).collect();
    let code = approval::copy_code(texts.iter().map(|(name, text)| (*name, text.as_str())));
    let mut copies = Vec::new();
    for (language, handouts) in &by_language {
        let (pdf, pages) = build_reading_copy(handouts, &code, &branding, &shelf, &settings).map_err(refuse)?;
        copies.push(Copy { file_name: file_name(language, by_language.len()), pdf, pages });
    }
    Ok(ReadingCopy { copies, code })
}

/// What the copy of a language is called, when there are copies in so many.
fn file_name(language: &str, languages: usize) -> String {
    match languages {
        1 => "reading-copy.pdf".to_owned(),
        _ => format!("reading-copy-{language}.pdf"),
    }
}
