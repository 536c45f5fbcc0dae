//! L007: a picture made of dots that is printed with too few of them.

use super::reading::items_of;
use super::{PageRule, PageSubject};
use crate::art::Raster;
use crate::diag::{Example, Explanation, Finding, Place};
use crate::geom::{Pt, Rect};
use crate::layout::display::{Ink, Tag};
use crate::model::picture::Picture;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L007",
        title: "a picture with too few dots",
        meaning: "A PNG or JPEG, logo or picture, that comes to fewer than 150 dots an inch at the size it is printed. \
                  Drawings (SVG) have no dots and are always sharp.",
        why: "It looks blurred or jagged on paper, and small parts of it cannot be told apart.",
        example: Example::Words {
            bad: "A logo of 60 dots, printed 20 mm wide: 76 dots an inch.",
            good: "The same logo with 240 dots: 305 dots an inch. Or as an SVG.",
        },
        standard: "House rule: 150 dots an inch for office printers; printing houses ask for 300.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    for (page, item) in items_of(subject.publication) {
        let Ink::Raster(raster) = &item.ink else { continue };
        let dots = dots_per_inch(raster, item.frame);
        let least = subject.limits.dots_per_inch;
        if dots >= least - 0.5 {
            continue;
        }
        let (what, place) = source_of(subject, item.tag);
        let share = least / dots;
        let needed = (raster.width as f32 * share).ceil();
        let message = format!("page {}: the {what} has {dots:.0} dots an inch; {least:.0} are needed", page + 1);
        findings.push(
            Finding::warning("L007", message)
                .at(place, format!("{} x {} dots are too few for its size", raster.width, raster.height))
                .help(format!("use a file at least {needed:.0} dots wide, or an SVG, which is sharp at any size")),
        );
    }
}

fn dots_per_inch(raster: &Raster, frame: Rect) -> f32 {
    let inches = |length: Pt| length.0 / 72.0;
    (raster.width as f32 / inches(frame.width)).min(raster.height as f32 / inches(frame.height))
}

/// What a picture is, and the file's text that names it.
fn source_of<'a>(subject: PageSubject<'a>, tag: Tag) -> (&'static str, &'a Place) {
    let title = &subject.handout.title.place;
    let Tag::Element(id) = tag else {
        return ("logo", subject.brand.logo.as_ref().map_or(title, |logo| &logo.place));
    };
    let alt = subject.publication.tree[id].alt.as_deref();
    let pictures = subject.used_exercises().filter_map(|exercise| exercise.picture.as_ref());
    let tells = |picture: &&Picture| picture.alts().any(|own| Some(own.value.as_str()) == alt);
    let image = pictures.filter(tells).find_map(|picture| picture.image.as_ref());
    ("picture", image.map_or(title, |image| &image.place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn dots_are_counted_at_the_size_they_are_printed() {
        // 72 points are an inch.
        for (dots, side, count) in [(150, 72.0, 0), (300, 144.0, 0), (149, 72.0, 1), (60, 56.7, 1), (600, 300.0, 1)] {
            let mut sheet = Sheet::new();
            sheet.picture((60.0, 60.0, side, side), dots, Tag::Artifact);
            let findings = found(&RULE, &sheet.publication);
            assert_eq!(findings.len(), count, "{dots} on {side}: {findings:?}");
            assert!(findings.iter().all(|finding| finding.message.starts_with("page 1: the logo has ")));
        }
    }
}
