//! What the codes of personal sheets mean.

use crate::diag::{Example, Explanation};

const fn words(bad: &'static str, good: &'static str) -> Example {
    Example::Words { bad, good }
}

/// What is found in the request for a personal sheet.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "S001",
        title: "an unknown exercise on a sheet",
        meaning: "The request names an exercise that is neither in the library nor in the clinic's own \
                  `handouts/exercises`.",
        why: "She would go home without the exercise that was chosen for her.",
        example: words("--exercise pelvic-tlt", "--exercise pelvic-tilt"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S002",
        title: "an exercise that is not for this week",
        meaning: "The exercise's stages or weeks do not hold the week of the sheet, or it is done flat on the back \
                  after week 16. Without a week, it must be for every week of the handout. `--override ID --because \
                  \"…\"` gives it all the same: the sheet prints who gave it and why, and the report keeps it.",
        why: "What is safe in one week can do harm in another. Lying flat on the back late in pregnancy can lower her \
              blood pressure.",
        example: words("--week 30 --exercise bridge", "--week 30 --exercise buttock-squeeze"),
        standard: "Clinical brief, parts 1.0d and 1.0e: no flat-on-back exercise late on, and the weeks of each \
                   exercise.",
        safety: true,
    },
    Explanation {
        code: "S003",
        title: "the week told more than once",
        meaning: "A sheet's week comes from `week`, from `due_date` or from `weeks_after_birth`. The request has more \
                  than one of them.",
        why: "They can say different things, and the week decides which exercises are safe.",
        example: words("--week 30 --due-date 2027-02-01", "--due-date 2027-02-01"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S004",
        title: "a day that cannot be used",
        meaning: "`date`, `due_date` or `next_visit` is not a day of the calendar, is a spreadsheet's number, or is written in \
                  figures whose order is not known (`--dates` tells it); or the due date is more than 39 weeks after the visit \
                  or more than 34 days before it.",
        why: "The week follows from it: 280 days less the days that are left. It decides which exercises are safe.",
        example: words("--due-date 2020-02-01", "--due-date 2027-02-01"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S005",
        title: "a dose that cannot be read",
        meaning: "A dose is read in parts, in any order: `3x10` (sets and times), `10`, `2x30s` (two times, each held for 30 \
                  seconds), `hold 5s`, `20min`, `left`, `each side`, `twice a day`, `3 days a week`. Here a part \
                  cannot be read, is said twice, contradicts another one, or has a number that cannot be meant. What is not said \
                  stays as the exercise has it. Short forms such as `bd` are not read: they are misread too often.",
        why: "A dose that was read wrongly could be ten times too much.",
        example: words("--exercise \"pelvic-tilt:3x10 bd\"", "--exercise \"pelvic-tilt:3x10 hold 5s, twice a day\""),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S006",
        title: "an id that cannot name a file",
        meaning: "The `id` names the file. It holds letters, digits, `-` and `_`, at most 64 of them, and no part of the \
                  patient's name.",
        why: "File names end up in lists, backups and mails. A name there tells that she is a patient.",
        example: words("--id ann-example --patient \"Ann Example\"", "--id visit-0412 --patient \"Ann Example\""),
        standard: "House rule: no patient's name in a file name.",
        safety: true,
    },
    Explanation {
        code: "S008",
        title: "a character on a sheet that cannot be printed",
        meaning: "No typeface of the sheet has a shape for this character of the request, or it is no text: a control \
                  character, a sign of a symbol font, the mark of a lost letter or of a pasted picture, a mark that turns \
                  words round.",
        why: "It would be printed as an empty box, and a word or a name could not be read.",
        example: words("--note \"Well done 🙂\"", "--note \"Well done\""),
        standard: "PDF/A-2 (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): every character that is shown has a glyph in an \
                   embedded font.",
        safety: true,
    },
    Explanation {
        code: "S009",
        title: "an override of nothing, or without a reason",
        meaning: "An override lets one exercise, or with `stage` the handout, through that is not for this week. It names an \
                  exercise that she is given, and says why. Where it is for this week it is not needed.",
        why: "An override is a clinical decision. Somebody may have to answer for it later.",
        example: words(
            "--override bridge --because \"\"",
            "--exercise bridge --override bridge --because \"she has done it all along, on two pillows\"",
        ),
        standard: "House rule: overrides are recorded.",
        safety: true,
    },
    Explanation {
        code: "S010",
        title: "a handout for another stage",
        meaning: "The week of the sheet is not one of the handout's stage. `--override stage --because \"…\"` gives it all the \
                  same: the sheet prints who gave it and why, and the report keeps it. Without a named handout, the week \
                  chooses it.",
        why: "The help box is the handout's. Its warning signs are those of another stage.",
        example: words("handout sheet first-trimester --week 30", "handout sheet third-trimester --week 30"),
        standard: "Clinical brief, part 1.0c: the warning signs of each stage.",
        safety: true,
    },
    Explanation {
        code: "S011",
        title: "a section that the handout does not have",
        meaning: "`sections` asks to keep a part that this handout lacks.",
        why: "She would look for it in vain.",
        example: words("--section questions, of a handout without any", "--section prevention"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S012",
        title: "a sheet in another language than its handout",
        meaning: "`language` asks for a language that the handout is not written in.",
        why: "A sheet in two languages helps nobody, above all not when its warning signs cannot be read.",
        example: words("--language es, of an English handout", "--language en"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S013",
        title: "the same exercise twice on a sheet",
        meaning: "The request names an exercise twice.",
        why: "She may do it twice, or look for a difference that is not there.",
        example: words("--exercise pelvic-tilt --exercise pelvic-tilt:3x10", "--exercise pelvic-tilt:3x10"),
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "S014",
        title: "an exercise of the handout that is left out",
        meaning: "No exercises were chosen, so the sheet has the handout's own, without those that are not for this \
                  week.",
        why: "A handout is for a whole stage, a sheet for one week.",
        example: words(
            "A sheet for the second week after birth, without chosen exercises.",
            "Exercises chosen for her.",
        ),
        standard: "Clinical brief, part 1.0e: the weeks of each exercise.",
        safety: true,
    },
    Explanation {
        code: "S015",
        title: "a pregnancy past 42 weeks",
        meaning: "42 weeks or more are completed. The sheet is made as for any week from 28 on; up to 44 weeks and 6 days \
                  are taken.",
        why: "It is rare, and a wrong date is more likely. The clinician should see it.",
        example: words("--week 42+1", "--week 41+1"),
        standard: "ICD-10 O48: prolonged pregnancy, 42 completed weeks or more.",
        safety: false,
    },
    Explanation {
        code: "S016",
        title: "words of an exercise that contradict her dose",
        meaning: "A limit or a note of the exercise tells another number of times, sets, seconds, minutes or days than the \
                  clinician did. The clinician's dose is printed, and those words are not.",
        why: "A card that says `3 sets of 12` and `8 times is enough` leaves her with two doses.",
        example: words("--exercise walking:30min, whose limit says `Do 10 to 20 minutes`", "--exercise walking:15min"),
        standard: "House rule: one card, one dose.",
        safety: false,
    },
    Explanation {
        code: "S017",
        title: "a sheet without a week",
        meaning: "A handout is named and no week is told. In pregnancy the sheet is then for all of the handout's stage. After \
                  birth it is refused: what may be done changes from week to week.",
        why: "The week decides which exercises are safe, and which handout she needs.",
        example: words("handout sheet after-birth", "handout sheet after-birth --weeks-after-birth 3"),
        standard: "Clinical brief, part 1.0e: the weeks of each exercise.",
        safety: true,
    },
    Explanation {
        code: "S018",
        title: "neither a handout nor a week",
        meaning: "A sheet or a row names no handout and no week. One of them must say which handout it is of; there must also \
                  be one handout for that stage, in her language.",
        why: "Every stage has warning signs of its own.",
        example: words("handout sheet --patient \"Ann Example\"", "handout sheet --week 30 --patient \"Ann Example\""),
        standard: "Clinical brief, part 1.0c: the warning signs of each stage.",
        safety: true,
    },
];
