//! H031: a review that is not after publication, or more than three years on.

use time::Date;

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::dates::parse_day;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H031",
        title: "a review date that cannot be right",
        meaning: "The day of the next review is not after the day of publication, or more than three years after \
                      it.",
        why: "Advice changes. A leaflet must say until when it can be trusted, and that day must come.",
        example: Example::Handout {
            bad: concat!(
                "imprint:\n",
                "  version: \"1.0\"\n",
                "  published: 2026-11-20\n",
                "  review: 2031-11-20\n",
                "  author: Jane Doe\n",
            ),
            good: concat!(
                "imprint:\n",
                "  version: \"1.0\"\n",
                "  published: 2026-11-20\n",
                "  review: 2028-11-20\n",
                "  author: Jane Doe\n",
            ),
        },
        standard: "NHS content standard and PIF TICK: a date of the next review; the clinical brief asks for two \
                       years, three at most.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let imprint = &subject.handout.imprint;
    // Days that do not exist were found with the other mistakes of shape.
    let (published, review) = (parse_day(&imprint.published.value).ok(), parse_day(&imprint.review.value).ok());
    let (Some(published), Some(review)) = (published, review) else { return };
    let finding = if review <= published {
        Finding::error("H031", "the review is not after publication").at(&imprint.review.place, "this day is too early")
    } else if review > add_years(published, 3) {
        Finding::error("H031", "the review is more than three years after publication")
            .at(&imprint.review.place, "this day is too late")
    } else {
        return;
    };
    findings.push(finding.help(format!("two years on is usual: {}", add_years(published, 2))));
}

fn add_years(day: Date, years: i32) -> Date {
    day.replace_year(day.year() + years)
        .unwrap_or_else(|_| day.saturating_add(time::Duration::days(365 * i64::from(years))))
}
