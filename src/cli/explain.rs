//! `handout explain`: what the code of a finding means.

use std::fmt::Write as _;

use super::print::{self, Failure};
use crate::app::problem::Problem;
use crate::app::topics;
use crate::diag::Explanation;
use crate::gate::explain;
use crate::topic;

/// The kinds of codes, by how they start.
const KINDS: &[(&str, &str)] = &[
    ("H0", "Reading, and what a handout or an exercise says"),
    ("H1", "How easily it is read"),
    ("H2", "Safety"),
    ("B0", "Brands"),
    ("F0", "Drawings"),
    ("L0", "Pages"),
    ("P0", "PDF"),
    ("R0", "Rows of a batch"),
    ("R1", "Folders of sheets"),
    ("T0", "Topics"),
];

/// Prints what a code means.
pub fn explain(code: &str) -> Result<(), Failure> {
    let explanation = explain::of(code.trim()).ok_or_else(|| Problem::Usage(unknown(code)))?;
    let mut page = explain::page(explanation);
    if let Ok(topic) = topics::read(topic::DEFAULT)? {
        page.push_str(&explain::of_topic(explanation.code, &topic));
    }
    print::write_stdout(page.as_bytes())
}

/// Prints all codes with their titles.
pub fn list() -> Result<(), Failure> {
    let mut codes: Vec<&Explanation> = explain::all().collect();
    codes.sort_by_key(|explanation| explanation.code);
    let starts = codes.chunk_by(|one, next| one.code[..2] == next.code[..2]);
    let mut groups: Vec<&[&Explanation]> = starts.collect();
    let order = |start: &str| KINDS.iter().position(|(kind, _)| *kind == start).unwrap_or(KINDS.len());
    groups.sort_by_key(|group| order(&group[0].code[..2]));
    let mut text = String::new();
    for group in groups {
        let start = &group[0].code[..2];
        let kind = KINDS.iter().find(|(kind, _)| *kind == start).map_or("Others", |(_, name)| name);
        let _ = writeln!(text, "{kind}");
        for Explanation { code, title, .. } in group {
            let _ = writeln!(text, "  {code}  {title}");
        }
        text.push('\n');
    }
    text.push_str("`handout explain CODE` tells more about one of them.\n");
    print::write_stdout(text.as_bytes())
}

/// The message for a code that there is not.
fn unknown(code: &str) -> String {
    let wanted = code.trim().to_uppercase();
    let alike = |code: &str| code.bytes().zip(wanted.bytes()).take_while(|(one, other)| one == other).count();
    // Of two codes that are equally near, the one that starts as the wanted one does is more likely meant.
    let near = explain::all()
        .map(|known| (strsim::damerau_levenshtein(known.code, &wanted), known))
        .min_by_key(|(distance, known)| (*distance, wanted.len() - alike(known.code)));
    match near {
        Some((1, Explanation { code: near, title, .. })) => {
            format!("there is no code `{code}`; did you mean `{near}` ({title})?")
        }
        _ => format!("there is no code `{code}`; `handout explain` lists them all"),
    }
}
