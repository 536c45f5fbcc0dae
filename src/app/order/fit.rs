//! What a small format keeps: documents with fewer and fewer items are laid out until one fits.
//!
//! Items go by what matters ([`select::candidates`]), never by size of type. First the fewest that must go are found by
//! halving; then whatever of them still fits beside the rest comes back, the most important first.

use std::collections::BTreeSet;

use crate::compose::select::{self, Candidate};
use crate::layout::Overflow;
use crate::layout::display::Publication;
use crate::model::handout::Handout;

/// How many items are tried one by one to come back.
const MOST_TRIES: usize = 14;

/// A layout of as much of a handout as fits.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// The pages.
    pub publication: Publication,
    /// What was left out, the most important first.
    pub left_out: Vec<Candidate>,
    /// How many items were kept.
    pub kept: usize,
}

/// Lays out as much of `handout` as fits. `lay_out` is given a handout and whether something is missing from it.
///
/// # Errors
/// What does not fit even when everything is left out that may be.
pub fn fit(
    handout: &Handout,
    mut lay_out: impl FnMut(&Handout, bool) -> Result<Publication, Vec<Overflow>>,
) -> Result<Fitted, Vec<Overflow>> {
    let candidates = select::candidates(handout);
    let all = candidates.len();
    if let Ok(publication) = lay_out(handout, false) {
        return Ok(Fitted { publication, left_out: Vec::new(), kept: all });
    }
    let mut attempt = |gone: &BTreeSet<usize>| lay_out(&select::without(handout, gone), true);
    let first = |count: usize| -> BTreeSet<usize> { candidates[..count].iter().map(|c| c.number).collect() };
    let (mut too_few, mut enough) = (0, all);
    let mut best = attempt(&first(all))?;
    while enough - too_few > 1 {
        let middle = (too_few + enough) / 2;
        match attempt(&first(middle)) {
            Ok(publication) => (enough, best) = (middle, publication),
            Err(_) => too_few = middle,
        }
    }
    let mut gone = first(enough);
    for candidate in candidates[..enough].iter().rev().skip(1).take(MOST_TRIES) {
        gone.remove(&candidate.number);
        match attempt(&gone) {
            Ok(publication) => best = publication,
            Err(_) => drop(gone.insert(candidate.number)),
        }
    }
    let left_out: Vec<Candidate> = candidates.into_iter().rev().filter(|c| gone.contains(&c.number)).collect();
    Ok(Fitted { publication: best, kept: all - left_out.len(), left_out })
}
