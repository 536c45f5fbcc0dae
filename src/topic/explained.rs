//! What the codes of topics mean.

use crate::diag::{Example, Explanation};

/// Codes of topics, T001 and up.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
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
    },
    Explanation {
        code: "T020",
        title: "a tier that the topic does not have",
        meaning: "A file of a topic names a tier of the help box that its `topic.yaml` does not list.",
        why: "A sign in a tier that does not exist is held against nothing.",
        example: Example::Words {
            bad: "`needed: { emergancy: [all] }` in `signs.yaml`.",
            good: "`needed: { emergency: [all] }`, with `id: emergency` under `tiers` in `topic.yaml`.",
        },
        standard: "House rule.",
        safety: true,
    },
];
