//! Findings as anybody may see them: messages end up in logs, in tickets and on screens that others look at.

use crate::check::sheet::QUOTE_NOTHING;
use crate::diag::Finding;
use crate::gate::{self, explain};
use crate::layout::Overflow;
use crate::model::hidden;

/// A finding on a sheet's pages by its title: its message may quote words of the patient's own.
pub fn on_personal_page(mut finding: Finding) -> Finding {
    let title = explain::of(finding.code).map_or("a mistake", |explanation| explanation.title);
    finding.message = format!("on this sheet: {title}");
    finding
}

/// That something is too long for its page, named by its heading and never by its words, which may be the patient's.
pub fn overflow(overflow: &Overflow) -> Finding {
    let told = match overflow.what == format!("“{}”", overflow.text) {
        true => format!("her details or a note are {} points too long for their page", overflow.points),
        false => overflow.to_string(),
    };
    Finding::error(gate::OVERFLOW, told).help("shorten it, or split it in two")
}

/// Findings that quote nothing of a patient. Those that point at something that is covered in the text keep only what
/// their code means, unless their rule never quotes ([`QUOTE_NOTHING`]).
pub fn nameless(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().map(one).collect()
}

fn one(mut finding: Finding) -> Finding {
    let covered = finding.place.as_ref().is_some_and(hidden::is_covered);
    if covered && !QUOTE_NOTHING.contains(&finding.code) {
        let title = explain::of(finding.code).map_or("a mistake", |explanation| explanation.title);
        finding.message = title.to_owned();
        finding.label = format!("`handout explain {}` tells more", finding.code);
        finding.help.clear();
        finding.mends.clear();
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, Source};

    #[test]
    fn what_points_at_covered_words_keeps_its_meaning_alone() {
        let source = hidden::covered("rows.csv", "v1,Ann,30", std::slice::from_ref(&(3..6)));
        let at = |span| Place { source: Source::new("rows.csv", source.text.as_str()), span };
        let found = vec![
            Finding::error("S001", "there is no exercise `Ann`").at(&at(3..6), "Ann").help("Ann"),
            Finding::error("S008", "`patient` has signs").at(&at(3..6), "this cannot be printed"),
            Finding::error("S004", "`30` is no day").at(&at(7..9), "30"),
        ];
        let told = nameless(found.clone());
        assert_eq!((told[0].message.as_str(), told[0].help.len()), ("an unknown exercise on a sheet", 0));
        assert_eq!(told[0].label, "`handout explain S001` tells more");
        assert_eq!(told[1..], found[1..]);
    }
}
