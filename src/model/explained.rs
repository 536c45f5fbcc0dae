//! What the codes of [`super::codes`] mean: everything that can be wrong with a file before its content is looked at.

use crate::diag::{Example, Explanation};

/// What is found while a file is read.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H001",
        title: "a file that is not YAML",
        meaning: "A quote, bracket, colon or indentation is wrong, so that the file cannot be read beyond this line. \
                  Mistakes further down are found once this one is mended.",
        why: "Guessing what was meant could drop a warning sign or move it to another tier.",
        example: Example::Handout {
            bad: "title: \"Back pain in the third trimester\n",
            good: "title: \"Back pain in the third trimester\"\n",
        },
        standard: "YAML 1.2.2.",
        safety: false,
    },
    Explanation {
        code: "H002",
        title: "the same key twice",
        meaning: "A part is written twice in the same place. Neither is taken.",
        why: "Many programs keep the last one without a word, and the text of the first is lost.",
        example: Example::Handout {
            bad: "title: Back pain\ntitle: Back pain in the third trimester\n",
            good: "title: Back pain in the third trimester\n",
        },
        standard: "YAML 1.2.2, section 3.2.1.3: the keys of a mapping are unique.",
        safety: false,
    },
    Explanation {
        code: "H003",
        title: "a file that is too large",
        meaning: "The file is larger than 1 MB, is nested more than 64 deep, has more than 50 000 entries, or has more \
                  than 100 mistakes.",
        why: "No leaflet needs so much. A file like this was most often named by mistake, or is damaged.",
        example: Example::Words {
            bad: "A file of several megabytes, with a picture pasted into it as text.",
            good: "A file with the leaflet's text, and its pictures in files beside it.",
        },
        standard: "House rule. The security considerations of RFC 9512 (YAML) warn of files that use up a computer's memory.",
        safety: false,
    },
    Explanation {
        code: "H004",
        title: "a reference or a tag",
        meaning: "YAML lets one part refer to another, with `&`, `*` and `<<`, and name its type, with `!`. Here every \
                  part is written out. A text that starts with one of these signs needs quotes.",
        why: "Whoever reads a part must see what it says, and a change in one place must not change another unseen.",
        example: Example::Handout {
            bad: "causes: &both\n  items: [Rest before the pain builds.]\nprevention: *both\n",
            good: "prevention:\n  items: [Rest before the pain builds.]\n",
        },
        standard: "House rule; YAML 1.2.2, sections 6.9 and 7.1 describe what is not read.",
        safety: false,
    },
    Explanation {
        code: "H005",
        title: "an invisible character",
        meaning: "A control character stands in the text, such as a bell or a backspace. Tabs and line ends are not meant.",
        why: "It has no shape in print, and a reading aid may stumble over it.",
        example: Example::Words {
            bad: "A line that was copied from another program and brought a backspace sign with it.",
            good: "The same line, typed again.",
        },
        standard: "YAML 1.2.2, section 5.1: files hold printable characters only.",
        safety: false,
    },
    Explanation {
        code: "H006",
        title: "several documents in one file",
        meaning: "A line of three hyphens starts a second document in the same file. A leaflet, a brand or an exercise \
                  has a file of its own.",
        why: "Everything below that line would be left out.",
        example: Example::Handout {
            bad: "title: Back pain in the third trimester\n---\nsubtitle: Week 28 to birth\n",
            good: "title: Back pain in the third trimester\nsubtitle: Week 28 to birth\n",
        },
        standard: "House rule; YAML 1.2.2, chapter 9 describes streams of several documents.",
        safety: false,
    },
    Explanation {
        code: "H007",
        title: "a text that must stand in quotes",
        meaning: "The text holds a colon and a space, or starts with a sign that YAML keeps for itself, such as `{`, `[`, \
                  `#` or `>`. Without quotes it is read as something else.",
        why: "Words that are read as something else are not printed.",
        example: Example::Handout {
            bad: "summary: Remember: keep moving, and learn the warning signs.\n",
            good: "summary: \"Remember: keep moving, and learn the warning signs.\"\n",
        },
        standard: "YAML 1.2.2, section 7.3.3: what a text without quotes may hold.",
        safety: false,
    },
    Explanation {
        code: "H008",
        title: "a character of a word processor in the structure of a file",
        meaning: "A space that does not break, a mark without width, a curly quote, a long dash or a wide sign stands where \
                  YAML has a space, a quote, a hyphen or a colon of its own. It looks right and is not.",
        why: "YAML takes it for a letter. The part is not found, or curly quotes are printed.",
        example: Example::Handout {
            bad: "summary: “Keep moving: learn the warning signs.”\n",
            good: "summary: \"Keep moving: learn the warning signs.\"\n",
        },
        standard: "YAML 1.2.2, sections 5.3 and 6.1: indicators are ASCII, and indentation is made of spaces.",
        safety: false,
    },
    Explanation {
        code: "H010",
        title: "a part of the wrong kind",
        meaning: "A text stands where a list belongs, a list where a text belongs, and the like.",
        why: "Every part has one meaning; what has another shape would be guessed at.",
        example: Example::Handout {
            bad: "prevention:\n  items: Rest before the pain builds.\n",
            good: "prevention:\n  items:\n    - Rest before the pain builds.\n",
        },
        standard: "The format's JSON Schema (draft 7); `handout schema` prints it.",
        safety: false,
    },
    Explanation {
        code: "H011",
        title: "a missing part",
        meaning: "A part that must be there is not.",
        why: "A leaflet without its help box, its dates or its author must not reach a patient.",
        example: Example::Handout {
            bad: "imprint:\n  version: \"1.0\"\n  published: 2026-11-20\n  author: Jane Doe\n",
            good: "imprint:\n  version: \"1.0\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
        },
        standard: "The format's JSON Schema (draft 7). The NHS content standard and PIF TICK ask for author, dates and review.",
        safety: false,
    },
    Explanation {
        code: "H012",
        title: "an unknown key",
        meaning: "The name of a part means nothing here. It is most often a slip of the pen, or indented too far or not far \
                  enough.",
        why: "A part under a name that nobody knows would not be printed.",
        example: Example::Handout {
            bad: "prevention:\n  itmes:\n    - Rest before the pain builds.\n",
            good: "prevention:\n  items:\n    - Rest before the pain builds.\n",
        },
        standard: "The format's JSON Schema (draft 7); `handout schema` prints it.",
        safety: false,
    },
    Explanation {
        code: "H013",
        title: "an unknown value",
        meaning: "The value is not one of the choices that this part has.",
        why: "Stages, labels and numbers to call decide what is printed; another word would decide nothing.",
        example: Example::Handout { bad: "stage: third trimester\n", good: "stage: third-trimester\n" },
        standard: "The format's JSON Schema (draft 7); `handout schema` prints it.",
        safety: false,
    },
    Explanation {
        code: "H014",
        title: "a value that is written wrongly",
        meaning: "A date, a colour or a count is not written as it must be, or the day does not exist.",
        why: "20/11/26 and 11/20/26 are the same day in two countries. A date must have one meaning.",
        example: Example::Handout {
            bad: "imprint:\n  version: \"1.0\"\n  published: 20/11/2026\n  review: 2028-11-20\n  author: Jane Doe\n",
            good: "imprint:\n  version: \"1.0\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
        },
        standard: "ISO 8601 for dates (year-month-day); CSS Color for colours (`#rrggbb`).",
        safety: false,
    },
    Explanation {
        code: "H015",
        title: "a number that is too small or too large",
        meaning: "A number, or how many entries a list has, is outside what this part can mean.",
        why: "Week 61 of a pregnancy is a slip of the pen for another week, and nobody can tell which.",
        example: Example::Exercise { bad: "not_after_week: 61\n", good: "not_after_week: 42\n" },
        standard: "The format's JSON Schema (draft 7); `handout schema` prints it.",
        safety: false,
    },
    Explanation {
        code: "H016",
        title: "nothing where something must be",
        meaning: "The name of a part, or the hyphen of an entry, has nothing behind it.",
        why: "An empty entry prints as an empty line, or hides that a text was forgotten.",
        example: Example::Handout { bad: "summary:\n", good: "summary: Keep moving, and learn the warning signs.\n" },
        standard: "The format's JSON Schema (draft 7); `handout schema` prints it.",
        safety: false,
    },
    Explanation {
        code: "H017",
        title: "a text that is cut by a comment",
        meaning: "Behind a space, YAML reads `#` as the start of a comment: the rest of the line is not printed. With two \
                  spaces before it, a comment is taken as meant.",
        why: "The end of a warning sign or of a telephone number could be lost unseen.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - Ask for leaflet #3 at the desk.\n",
            good: "prevention:\n  items:\n    - \"Ask for leaflet #3 at the desk.\"\n",
        },
        standard: "YAML 1.2.2, section 6.6: comments.",
        safety: true,
    },
    Explanation {
        code: "H018",
        title: "an entry that is read as part of the text above",
        meaning: "A line starts with a hyphen, but stands too far to the right to be an entry of its own.",
        why: "Two warning signs would be printed as one, with a stray hyphen between them.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - Rest before the pain builds.\n      - Stand up often.\n",
            good: "prevention:\n  items:\n    - Rest before the pain builds.\n    - Stand up often.\n",
        },
        standard: "YAML 1.2.2, section 7.3.3: a text without quotes goes on in lines that are indented further.",
        safety: false,
    },
];
