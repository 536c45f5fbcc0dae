//! What the codes of languages mean.

use crate::diag::{Example, Explanation};

/// The code of a message that cannot be read.
pub(super) const BROKEN: &str = "W001";
/// The code of a message that is missing, unknown or there twice.
pub(super) const MESSAGE: &str = "W002";
/// The code of variables that do not fit.
pub(super) const VARIABLES: &str = "W003";
/// The code of settings that cannot be used.
pub(super) const SETTINGS: &str = "W004";

/// The code of a translation that is older than the English text.
pub(super) const STALE: &str = "W005";

/// What is found in the files of languages.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: BROKEN,
        title: "a message that cannot be read",
        meaning: "A file of messages (`languages/TAG.ftl`) is not Fluent at this line: a name without `=`, a `{` without its \
                  `}`, or forms without one that is marked with `*`.",
        why: "Every page in this language needs its messages.",
        example: Example::Words { bad: "page = { $page of { $pages }", good: "page = { $page } of { $pages }" },
        standard: "Fluent syntax 1.0 (projectfluent.org).",
        safety: false,
    },
    Explanation {
        code: MESSAGE,
        title: "a message that is missing, unknown or there twice",
        meaning: "A language lacks messages that pages are made with, has one that no page uses, or has one twice. The file of a \
                  country, such as en-US.ftl, holds only those that differ from the language's.",
        why: "A page would have a hole in it, or a line that nobody ever sees.",
        example: Example::Words { bad: "abuot = Sobre este folleto", good: "about = Sobre este folleto" },
        standard: "House rule: every language has every message.",
        safety: false,
    },
    Explanation {
        code: VARIABLES,
        title: "a message with other variables than it is given",
        meaning: "A message names a variable that it is not given, or leaves one out that must be printed, such as the name of who \
                  approved a leaflet.",
        why: "What is left out is not printed; what is not given is printed as its name.",
        example: Example::Words { bad: "page = Página { $pagina }", good: "page = { $page } de { $pages }" },
        standard: "House rule: all languages say the same.",
        safety: false,
    },
    Explanation {
        code: SETTINGS,
        title: "settings of a language that cannot be used",
        meaning: "A formula for the reading level needs syllables, and the language has no counter for them; its limits are the \
                  wrong way round; its typeface is not bundled; or the file of a country has no language to add to.",
        why: "The reading level would not be measured, or the script would not be printed.",
        example: Example::Words {
            bad: "readability: { measures: [{ formula: smog, warning: 8, error: 10 }] }",
            good: "readability: { syllables: english, measures: [{ formula: smog, warning: 8, error: 10 }] }",
        },
        standard: "House rule.",
        safety: false,
    },
    Explanation {
        code: STALE,
        title: "a translation that is older than the English text",
        meaning: "A translated text names the hash of the English text that it was made from (`of: 3f9a1b2c`, in a file of messages \
                  `# of: 3f9a1b2c` above the message), and the English text has changed since. Until it is translated anew every \
                  page that prints it says that it is a draft.",
        why: "A warning that was added in English would be missing in the other language, and nobody would notice.",
        example: Example::Words {
            bad: "The English line has changed; the Spanish one still says `of:` with the old hash.",
            good: "The Spanish line is translated anew, and says `of:` with the new hash.",
        },
        standard: "House rule; ISO 17100: translations are revised with their source.",
        safety: false,
    },
];
