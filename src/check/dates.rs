//! H030: a day that does not exist. H031: a review that is not after publication, or more than three years on.

use time::Date;

use super::Subject;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::dates::parse_day;

pub fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let imprint = &subject.handout.imprint;
    let published = day(&imprint.published, findings);
    let review = day(&imprint.review, findings);
    for approval in &imprint.reviewed_by {
        day(&approval.date, findings);
    }
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

fn day(text: &Located<String>, findings: &mut Vec<Finding>) -> Option<Date> {
    let day = parse_day(&text.value).ok();
    if day.is_none() {
        findings.push(
            Finding::error("H030", format!("there is no day `{}`", text.value))
                .at(&text.place, "not a day of the calendar")
                .help("write year, month and day, such as 2026-11-20"),
        );
    }
    day
}

fn add_years(day: Date, years: i32) -> Date {
    day.replace_year(day.year() + years)
        .unwrap_or_else(|_| day.saturating_add(time::Duration::days(365 * i64::from(years))))
}
