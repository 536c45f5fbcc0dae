//! What is found where stages meet. Layout and the writing of PDF know no findings; what stops them gets its code when
//! the pipeline puts them together.

use crate::diag::{Example, Explanation};

/// Code of a text that does not fit where it must.
pub const OVERFLOW: &str = "L001";
/// Code of a publication that cannot be written as PDF.
pub const UNWRITTEN: &str = "P001";

/// What is found where stages meet.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "L001",
        title: "a text that does not fit",
        meaning: "A paragraph, card or box is longer than the page, panel or column that must hold all of it.",
        why: "Nothing is made smaller, cut off or left out to make it fit: what is lost could be a warning sign.",
        example: Example::Words {
            bad: "A summary of a hundred lines, which the head of the first page must hold.",
            good: "A summary of one to three sentences.",
        },
        standard: "House rule: no text is lost; UKAAF G003 on clear print: 12 pt at least.",
        safety: true,
    },
    Explanation {
        code: "P001",
        title: "a PDF that cannot be written",
        meaning: "The pages are laid out, but cannot be written as a PDF. A font or a picture is most often the \
                  reason; if it is none of the brand's own, the program is wrong.",
        why: "A damaged PDF could show wrong letters, or nothing, on a patient's screen.",
        example: Example::Words {
            bad: "A font file that can be read, but not cut down to the letters used.",
            good: "The same family as a fresh file from its maker.",
        },
        standard: "PDF 1.7 (ISO 32000-1), PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2).",
        safety: false,
    },
];
