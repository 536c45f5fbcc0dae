//! What a code means, for `handout explain`, for the rules in a SARIF report, and for the tests: both examples are run.

/// What a code means. It stands beside the rule that finds it.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The code, such as `H102`.
    pub code: &'static str,
    /// What is found, in a few words: `a sentence of more than 20 words`.
    pub title: &'static str,
    /// What exactly is found, and what is not.
    pub meaning: &'static str,
    /// Why it matters to a patient or to a clinic.
    pub why: &'static str,
    /// What gives this finding, and what does not.
    pub example: Example,
    /// The standard or source that asks for it.
    pub standard: &'static str,
    /// Whether it guards a patient's safety; such a finding cannot be allowed.
    pub safety: bool,
}

/// A bad and a good example. Parts of a file replace the parts of the same name in a file without fault.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// Parts of a handout.
    Handout {
        /// What gives the finding.
        bad: &'static str,
        /// What does not.
        good: &'static str,
    },
    /// Parts of an exercise that the handout uses.
    Exercise {
        /// What gives the finding.
        bad: &'static str,
        /// What does not.
        good: &'static str,
    },
    /// Parts of a brand.
    Brand {
        /// What gives the finding.
        bad: &'static str,
        /// What does not.
        good: &'static str,
    },
    /// Parts of a list of sources.
    Sources {
        /// What gives the finding.
        bad: &'static str,
        /// What does not.
        good: &'static str,
    },
    /// Of the topic: its `examples.yaml` has them, since what is right and wrong is the topic's to say.
    OfTopic,
    /// Told in words: no few lines of YAML give this finding.
    Words {
        /// What gives the finding.
        bad: &'static str,
        /// What does not.
        good: &'static str,
    },
}

impl Example {
    /// The bad example and the good one.
    #[must_use]
    pub const fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Handout { bad, good }
            | Self::Exercise { bad, good }
            | Self::Brand { bad, good }
            | Self::Sources { bad, good }
            | Self::Words { bad, good } => (bad, good),
            Self::OfTopic => ("", ""),
        }
    }
}
