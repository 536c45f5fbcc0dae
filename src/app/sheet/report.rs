//! What a sheet's report says: which exercises, which overrides and why, as it was typed, and which findings.

use serde_json::{Value, json};

use crate::Leaflet;
use crate::app::order::Prescribed;
use crate::diag;
use crate::model::plan::{Bar, Moment};

/// The report as JSON.
pub fn json(id: &str, handout: &str, sheet: &Leaflet, prescribed: &Prescribed) -> String {
    let (week, weeks_after_birth) = match prescribed.moment {
        Some(Moment::Pregnant(age)) => (Some(age.completed()), None),
        Some(Moment::AfterBirth(since)) => (None, Some(since.completed())),
        None => (None, None),
    };
    let days = week.or(weeks_after_birth).and_then(|completed| completed.days);
    let [week, weeks_after_birth] = [week, weeks_after_birth].map(|completed| completed.map(|known| known.weeks));
    let overrides = prescribed.overrides.iter().map(|word| {
        json!({
            "exercise": word.exercise,
            "reason": reason(word.bar),
            "because": word.because.expose(),
        })
    });
    let findings: Value = serde_json::from_str(&diag::render_json(&sheet.findings)).unwrap_or_default();
    let report = json!({
        "id": id,
        "handout": handout,
        "date": prescribed.date.map(|date| date.to_string()),
        "week": week,
        "weeks_after_birth": weeks_after_birth,
        "days": days,
        "pages": sheet.pages,
        "exercises": prescribed.exercises,
        "overrides": overrides.collect::<Vec<Value>>(),
        "findings": findings.get("findings"),
    });
    format!("{report:#}\n")
}

fn reason(bar: Bar) -> String {
    match bar {
        Bar::OnBack(week) => format!("flat on the back, not after week {week}"),
        Bar::NotAfter(week) => format!("not after week {week}"),
        Bar::NotBefore(week) => format!("not before week {week}"),
        Bar::AfterBirthFrom(week) => format!("not before week {week} after birth"),
        Bar::Stage => "not for this stage".to_owned(),
    }
}
