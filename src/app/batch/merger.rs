//! Sheets put into one PDF.

use super::press::{Merger, Part};
use crate::diag::Finding;
use crate::gate::UNWRITTEN;
use crate::layout::display::{Duplex, Metadata};
use crate::pdf::merge::Merged;

/// Puts PDFs of this program into one.
pub struct PdfMerger {
    merged: Merged,
}

impl PdfMerger {
    /// An empty file. What it says of itself is `metadata`, which must not name a patient; `word` is what a sheet is
    /// called in the outline, such as `Sheet`.
    pub fn new(metadata: Metadata, word: &str) -> Self {
        Self { merged: Merged::new(metadata, Duplex::LongEdge, word) }
    }
}

impl Merger for PdfMerger {
    fn add(&mut self, part: Part<'_>) -> Result<(), Vec<Finding>> {
        match self.merged.add(part.pdf, part.blank_after) {
            Ok(pages) if pages == part.pages => Ok(()),
            Ok(pages) => Err(failed(format!("a sheet has {pages} pages and should have {}", part.pages))),
            Err(error) => Err(failed(error.to_string())),
        }
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Vec<Finding>> {
        self.merged.finish().map_err(|error| failed(error.to_string()))
    }
}

/// What stands in the way, as a finding.
fn failed(why: String) -> Vec<Finding> {
    vec![Finding::error(UNWRITTEN, why)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merger() -> PdfMerger {
        let metadata = Metadata {
            title: "Sheets".to_owned(),
            author: String::new(),
            subject: String::new(),
            language: "en-GB".to_owned(),
            timestamp: 0,
            right_to_left: false,
        };
        PdfMerger::new(metadata, "Sheet")
    }

    #[test]
    fn what_cannot_be_merged_is_a_finding() {
        let mut merger = merger();
        let found = merger.add(Part { pdf: b"no PDF", pages: 1, blank_after: 1 }).expect_err("damaged");
        assert_eq!(found[0].code, UNWRITTEN);
        let found = Box::new(merger).finish().expect_err("no sheets");
        assert_eq!(found[0].code, UNWRITTEN);
    }
}
