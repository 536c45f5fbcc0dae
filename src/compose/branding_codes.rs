//! What the findings of [`super::branding`] mean.

use crate::diag::{Example, Explanation};

/// What is found about a brand.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "B001",
        title: "an unknown locale",
        meaning: "The program does not know the words, dates and paper of the brand's `locale`.",
        why: "A date that is written in another country's way is misread.",
        example: Example::Brand { bad: "locale: English\n", good: "locale: en-GB\n" },
        standard: "BCP 47 for language tags, such as `en-GB`.",
        safety: false,
    },
    Explanation {
        code: "B002",
        title: "a colour that is too pale",
        meaning: "White text stands on the main colour, which needs a contrast of 4.5 with white; the accent \
                  needs 3. With `contrast: adjust` it is darkened, and this is a note.",
        why: "People with low vision, and everyone in a dim waiting room, could not read it.",
        example: Example::Brand {
            bad: "colors: { primary: \"#7fc4cc\", accent: \"#b84a33\" }\n",
            good: "colors: { primary: \"#1f6f78\", accent: \"#b84a33\" }\n",
        },
        standard: "WCAG 2.1, 1.4.3 (4.5:1 for text) and 1.4.11 (3:1 for graphics), both level AA.",
        safety: false,
    },
    Explanation {
        code: "B003",
        title: "a typeface with one weight",
        meaning: "A family of the brand's own has a file for `regular` or for `bold`, not for both.",
        why: "Bold marks what matters most. Without its own file it could not be told from the rest.",
        example: Example::Brand {
            bad: "fonts:\n  body: { family: Our Face, regular: our-face.ttf }\n",
            good: "fonts:\n  body: Source Sans 3\n",
        },
        standard: "House rule; UKAAF G003 on clear print: bold for stress.",
        safety: false,
    },
    Explanation {
        code: "B004",
        title: "a font file that cannot be used",
        meaning: "The file is missing, lies outside the brand's folder, or is not a TrueType font (.ttf) that can \
                  be embedded.",
        why: "A PDF whose font is not embedded looks different, or has wrong letters, on another computer.",
        example: Example::Brand {
            bad: "fonts:\n  body: { family: Our Face, regular: our-face.ttf, bold: our-face-bold.ttf }\n",
            good: "fonts:\n  body: Source Sans 3\n",
        },
        standard: "PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2): fonts are embedded.",
        safety: false,
    },
    Explanation {
        code: "B005",
        title: "an unknown typeface",
        meaning: "The family does not come with the program, and the brand names no files for it. Fonts of the \
                  computer are never used.",
        why: "The same brand must give the same leaflet on every computer.",
        example: Example::Brand { bad: "fonts:\n  body: Comic Sans\n", good: "fonts:\n  body: Source Sans 3\n" },
        standard: "House rule; PDF/UA-1 (ISO 14289-1): fonts are embedded.",
        safety: false,
    },
    Explanation {
        code: "B006",
        title: "a logo that cannot be used",
        meaning: "The file is missing, lies outside the brand's folder, or is not an SVG, PNG or JPEG picture \
                  that can be read.",
        why: "The logo tells a patient who stands behind the leaflet.",
        example: Example::Brand { bad: "logo: our-logo.pdf\n", good: "logo: logo.svg\n" },
        standard: "House rule; NHS content standard: a named publisher.",
        safety: false,
    },
];
