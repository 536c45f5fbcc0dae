//! What several tests share: the shipped library, PDFs read back, pages as pictures, references, outside judges.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

pub mod golden;
pub mod holds;
pub mod judges;
pub mod library;
pub mod painted;
pub mod picture;
pub mod program;
pub mod reading;
pub mod report;
pub mod texts;

/// A text with the corrections of a finding made.
pub fn mended(text: &str, finding: &handout::diag::Finding) -> String {
    let mut text = text.to_owned();
    let mut mends: Vec<_> = finding.mends.iter().collect();
    mends.sort_by_key(|mend| std::cmp::Reverse(mend.span.start));
    for mend in mends {
        text.replace_range(mend.span.clone(), &mend.text);
    }
    text
}
