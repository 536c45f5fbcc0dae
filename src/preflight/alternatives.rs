//! L005: a picture without alternative text.

use super::reading::Reading;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::layout::display::{Role, StructTree};
use crate::model::picture::Picture;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L005",
        title: "a picture that is not told in words",
        meaning: "A picture that carries meaning has no alternative text. Decoration needs none: the logo, marks beside \
                  headings, the figure on the masthead.",
        why: "Those who listen to the leaflet hear that there is a picture, and not what it shows.",
        example: Example::Words {
            bad: "An exercise card whose picture has an empty `alt`.",
            good: "alt: She sits tall on a chair and turns her chest to one side.",
        },
        standard: "ISO 14289-1, 7.3; WCAG 2.1, 1.1.1.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let reading = Reading::new(subject.publication);
    for id in reading.under(StructTree::ROOT) {
        let element = &subject.publication.tree[id];
        let is_told = element.alt.as_ref().is_some_and(|alt| !alt.trim().is_empty());
        let Some(page) = reading.page(id).filter(|_| element.role == Role::Figure && !is_told) else { continue };
        let alts = subject.used_exercises().filter_map(|exercise| exercise.picture.as_ref()).flat_map(Picture::alts);
        let place = alts.filter(|alt| alt.value.trim().is_empty()).map(|alt| &alt.place).next();
        let place = place.unwrap_or(&subject.handout.title.place);
        findings.push(
            Finding::error("L005", format!("page {page}: a picture has no alternative text"))
                .at(place, "nobody can be told what this picture shows")
                .help("write under `alt` what the picture shows, in one or two sentences"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::Tag;
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn pictures_are_told_in_words() {
        for (alt, count) in [(Some("She sits tall on a chair."), 0), (None, 1), (Some("  "), 1)] {
            let mut sheet = Sheet::new();
            let figure = sheet.publication.tree.add(StructTree::ROOT, Role::Figure);
            sheet.publication.tree[figure].alt = alt.map(str::to_owned);
            sheet.picture((60.0, 60.0, 100.0, 100.0), 300, Tag::Element(figure));
            sheet.picture((60.0, 200.0, 100.0, 100.0), 300, Tag::Artifact);
            assert_eq!(found(&RULE, &sheet.publication).len(), count, "{alt:?}");
        }
    }
}
