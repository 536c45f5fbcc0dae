//! H301: a leaflet past its review date. H302: one that is due soon. H307: one published in the future.

use time::Duration;

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding, Severity};
use crate::model::dates::parse_day;

/// How long before its review date a leaflet is due soon, in days.
const SOON: i64 = 60;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H301",
            title: "a leaflet past its review date",
            meaning: "Today is after `imprint.review`. For `handout check` this is an error where the handout is your \
                      own, and a warning where it is the library's, which its makers review. `handout build` warns, \
                      and prints on every page that the leaflet is past its review date.",
            why: "Advice changes. A patient cannot see that a leaflet is out of date, unless it says so.",
            example: Example::Handout {
                bad: "imprint:\n  version: \"1.0\"\n  published: 2023-11-20\n  review: 2025-11-20\n  author: Jane Doe\n",
                good: "imprint:\n  version: \"1.1\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
            },
            standard: "PIF TICK and the NHS content standard ask for a review date; the clinical brief for two years.",
            safety: false,
        },
        Explanation {
            code: "H302",
            title: "a leaflet whose review is due soon",
            meaning: "`imprint.review` is 60 days away, or less.",
            why: "A review takes time: three clinicians read the text, and a new version is printed.",
            example: Example::Handout {
                bad: "imprint:\n  version: \"1.0\"\n  published: 2024-12-20\n  review: 2026-12-20\n  author: Jane Doe\n",
                good: "imprint:\n  version: \"1.1\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
            },
            standard: "House rule.",
            safety: false,
        },
        Explanation {
            code: "H307",
            title: "a leaflet published in the future",
            meaning: "`imprint.published` is after today.",
            why: "A slip in the year makes an old leaflet look new, and moves its review on.",
            example: Example::Handout {
                bad: "imprint:\n  version: \"1.0\"\n  published: 2027-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
                good: "imprint:\n  version: \"1.0\"\n  published: 2026-11-20\n  review: 2028-11-20\n  author: Jane Doe\n",
            },
            standard: "House rule.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let imprint = &subject.handout.imprint;
    let Some(today) = subject.clock.today else { return };
    // Days that do not exist were found with the other mistakes of shape.
    let (published, review) = (parse_day(&imprint.published.value).ok(), parse_day(&imprint.review.value).ok());
    let of_library = imprint.review.place.source.is_built_in();
    if subject.is_overdue() {
        let severity = if subject.clock.strict && !of_library { Severity::Error } else { Severity::Warning };
        let finding = Finding { severity, ..Finding::error("H301", "this leaflet is past its review date") }
            .at(&imprint.review.place, format!("today is {today}"));
        findings.push(if of_library {
            finding.help("its makers review the library's leaflets: look for a newer version of this program")
        } else {
            finding.help("review the text against its sources, then set `version`, `published` and `review` anew")
        });
    } else if let Some(days) = review.map(|review| review - today).filter(|left| *left <= Duration::days(SOON)) {
        findings.push(
            Finding::warning("H302", format!("this leaflet must be reviewed {}", within(days.whole_days())))
                .at(&imprint.review.place, format!("today is {today}"))
                .help(if of_library {
                    "its makers review the library's leaflets: look for a newer version of this program"
                } else {
                    "start the review now, so that the new version is ready in time"
                }),
        );
    }
    if published.is_some_and(|published| published > today) {
        findings.push(
            Finding::warning("H307", "this leaflet was published in the future")
                .at(&imprint.published.place, format!("today is {today}"))
                .help("write the day on which it was published or last checked"),
        );
    }
}

/// `within 12 days`.
fn within(days: i64) -> String {
    match days {
        0 => "by tonight".to_owned(),
        1 => "by tomorrow".to_owned(),
        days => format!("within {days} days"),
    }
}
