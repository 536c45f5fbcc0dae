//! What H202, H203 and H209 mean.

use crate::diag::{Example, Explanation};

/// What the codes mean.
pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H202",
        title: "a warning sign that this stage needs is missing",
        meaning: "The help box has no line that says a sign which the stage needs. Lines are read in the languages that the \
                  topic knows, in many ways of saying it; a line may say several signs. One finding tells all that is \
                  missing, with the lines to add: those of the standard help box, which a handout gets whole when it \
                  leaves `seek_care` out.",
        why: "A patient who has this sign finds nothing about it, and may wait at home.",
        example: Example::OfTopic,
        standard: "The topic's list of warning signs.",
        safety: true,
    },
    Explanation {
        code: "H203",
        title: "a warning sign in a tier that is too mild",
        meaning: "A line of the help box says a sign that belongs to a more urgent tier in this stage. A line that says \
                  several signs counts by the most urgent. A sign in a more urgent tier than it needs is fine.",
        why: "A patient with an emergency books a visit and waits for days.",
        example: Example::OfTopic,
        standard: "The topic's list of warning signs.",
        safety: true,
    },
    Explanation {
        code: "H209",
        title: "warning signs in a language that cannot be checked",
        meaning: "The topic says by which words signs, treatments, medicines and exercises are recognised, in some languages. \
                  In another one nothing is found, or not every sign, so that no finding does not mean no fault.",
        why: "A missing sign would go unnoticed. A clinician who reads the language has to look.",
        example: Example::Handout { bad: "language: ar\n", good: "language: en\n" },
        standard: "House rule: what was not checked is said.",
        safety: true,
    },
];
