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
        code: "T002",
        title: "an id that stands twice",
        meaning: "A topic names stages, tiers, contacts and roles by ids. In one list each id stands once, and no stage is \
                  called `any`, which means every stage.",
        why: "Two things of one name cannot be told apart.",
        example: Example::Words { bad: "`tiers: [emergency, emergency]`", good: "`tiers: [emergency, routine]`" },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T003",
        title: "an approval by a role that the topic does not have",
        meaning: "`approval` names the roles that must approve each leaflet; they are among `roles`.",
        why: "Nobody could ever give that approval, and every leaflet would stay a draft.",
        example: Example::Words {
            bad: "`roles: [physiotherapist]` and `approval: [doctor]`",
            good: "`roles: [physiotherapist, doctor]` and `approval: [doctor]`",
        },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T004",
        title: "weeks that lie in no stage, or in two",
        meaning: "Stages of one clock follow one another without a gap: each begins with the week after the last of the \
                  stage before it. A stage without a clock has no weeks.",
        why: "The week of a patient decides which warning signs and exercises she is given.",
        example: Example::Words {
            bad: "One stage goes `to: 13`, and the next one is `from: 15`.",
            good: "One stage goes `to: 13`, and the next one is `from: 14`.",
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
    Explanation {
        code: "T026",
        title: "a context that is not there",
        meaning: "An entry of `avoid` in `words.yaml` says with `fine` where its words are fine, and there is nothing of that \
                  name under `contexts`.",
        why: "Words would be found where they are fine, and whoever writes would learn to look away.",
        example: Example::Words {
            bad: "`fine: deneid`, and `contexts` has `denied`.",
            good: "`fine: denied`, which stands under `contexts`.",
        },
        standard: "House rule.",
        safety: false,
    },
    Explanation {
        code: "T027",
        title: "a stage that is not there",
        meaning: "A table of rules (`treatments.yaml`, `rules.yaml`) names a stage that the topic does not have.",
        why: "A rule for a stage that does not exist is never asked, and guards nobody.",
        example: Example::Words { bad: "`best: { ealry: do-not-use }`", good: "`best: { early: do-not-use }`" },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T031",
        title: "a standard help box that does not hold up against the signs",
        meaning: "The standard help box of a stage (`help.yaml`) lacks a sign that `signs.yaml` says the stage needs, or has \
                  one in a tier that is too mild. Every handout that leaves its signs out would get this box.",
        why: "The box, the check of handouts and the check of pages all rest on one table, so that none of them can let a \
              sign be lost.",
        example: Example::Words {
            bad: "A box without a line that `signs.yaml` recognises as a needed sign.",
            good: "A box with a line for each needed sign, in its tier or in a more urgent one.",
        },
        standard: "House rule: the standard boxes hold up against the table of signs.",
        safety: true,
    },
];
