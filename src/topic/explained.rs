//! What the codes of topics mean.

use crate::diag::{Example, Explanation};

/// Codes of topics, T001 and up.
pub const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "T001",
    title: "a file that a topic lacks",
    meaning: "A topic is a folder with several files. One that every topic needs is missing.",
    why: "Without it nothing is known of what a leaflet must say.",
    example: Example::Words {
        bad: "The folder `handouts/topics/knee-pain/` has no file `topic.yaml`.",
        good: "The folder has all the files that `handout new topic` writes.",
    },
    standard: "House rule.",
    safety: true,
}];
