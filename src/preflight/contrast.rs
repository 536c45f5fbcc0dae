//! L003: text that stands out too little from what is painted under it, in colour or on a grey printer.

use kurbo::{Point, Shape as _};

use super::place::of_words;
use super::reading::{around, runs_of};
use super::{PageRule, PageSubject};
use crate::art::Colour;
use crate::diag::{Example, Explanation, Finding};
use crate::layout::display::{GlyphRun, Ink, Item, Page, Shape};

/// The contrast that text needs (WCAG 2.1, 1.4.3).
const TEXT: f64 = 4.5;
/// The contrast that large text needs.
const LARGE_TEXT: f64 = 3.0;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L003",
        title: "text that stands out too little",
        meaning: "A colour of text and the colour painted under it, wherever they meet on a finished page, with a contrast \
                  under 4.5, or under 3 for text from 18 points (14 in bold). It is measured in colour and again as a \
                  printer without colours prints it. What lies under text that is printed on a picture cannot be \
                  measured, and is told as such. Lines around text are left out.",
        why: "Pale text is lost on weak eyes, in poor light, and on the second copy of a copy.",
        example: Example::Words {
            bad: "Grey text #9a9a9a on white: a contrast of 2.8.",
            good: "Grey text #4d585e on white: a contrast of 7.3.",
        },
        standard: "WCAG 2.1, 1.4.3 Contrast (Minimum), level AA.",
        safety: false,
    }],
    check,
};

/// What lies under a point of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Backdrop {
    /// One colour; paper is white.
    Colour(Colour),
    /// A picture made of dots.
    Picture,
}

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(Colour, Backdrop, bool)> = Vec::new();
    let grounds: Vec<Vec<Painted<'_>>> = subject.publication.pages.iter().map(painted).collect();
    for (page, item, run) in runs_of(subject.publication) {
        let bold = subject.publication.faces.get(run.face).is_some_and(|face| face.bold);
        let is_large = run.size.0 >= if bold { 14.0 } else { 18.0 };
        for point in points(item, run) {
            let ground = under(&grounds[page], item, point);
            if seen.contains(&(run.colour, ground, is_large)) {
                continue;
            }
            seen.push((run.colour, ground, is_large));
            let Some((message, label)) = judge(run.colour, ground, is_large) else { continue };
            let (text, words) = around(subject.publication, item);
            let message = format!("page {}: {message}: {words}", page + 1);
            let finding = match ground {
                Backdrop::Colour(_) => Finding::error("L003", message).help(
                    "choose a darker `primary` colour in the brand; if that is not it, please report this as a fault",
                ),
                Backdrop::Picture => {
                    Finding::warning("L003", message).help("look at a print of the page, and keep text off pictures")
                }
            };
            findings.push(finding.at(of_words(subject, &text), label));
        }
    }
}

/// What is wrong with text of a colour on a ground, and what it needs.
fn judge(text: Colour, ground: Backdrop, is_large: bool) -> Option<(String, String)> {
    let Backdrop::Colour(ground) = ground else {
        return Some((
            format!("text in {text} is printed on a picture"),
            "its contrast cannot be measured there".to_owned(),
        ));
    };
    let needed = if is_large { LARGE_TEXT } else { TEXT };
    let (contrast, in_grey) = (text.contrast(ground), grey(text).contrast(grey(ground)));
    let how = match () {
        () if contrast < needed => format!("text in {text} on {ground} has a contrast of {:.1}", down(contrast)),
        () if in_grey < needed => {
            format!("on a grey printer, text in {text} on {ground} has a contrast of {:.1}", down(in_grey))
        }
        () => return None,
    };
    Some((how, format!("text of this size needs {needed} at least")))
}

/// A ratio with one digit that is never more than it is.
fn down(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

/// The grey that a printer without colours makes of a colour (PostScript Language Reference, 7.2.1).
fn grey(colour: Colour) -> Colour {
    let [r, g, b] = [colour.r, colour.g, colour.b].map(f64::from);
    let level = (0.3 * r + 0.59 * g + 0.11 * b).round() as u8;
    Colour::new(level, level, level)
}

/// The middle and the corners of the box around a run's letters, capital height to baseline, in page coordinates.
fn points(item: &Item, run: &GlyphRun) -> [Point; 5] {
    let inset = f64::from(run.size.0) * 0.1;
    let left = f64::from((item.frame.x + run.x).0) + inset;
    let right = (f64::from(item.frame.right().0) - inset).max(left);
    let bottom = f64::from((item.frame.y + run.baseline).0);
    let top = bottom - f64::from(run.size.0) * 0.65;
    let middle = Point::new(f64::midpoint(left, right), f64::midpoint(top, bottom));
    [middle, Point::new(left, top), Point::new(right, top), Point::new(left, bottom), Point::new(right, bottom)]
}

/// Something that covers what lies under it, with the box that it lies in.
struct Painted<'a> {
    item: &'a Item,
    bounds: kurbo::Rect,
}

/// What covers paper on a page, first at the bottom.
fn painted(page: &Page) -> Vec<Painted<'_>> {
    let bounds = |item: &Item| match &item.ink {
        Ink::Path(Shape { path, fill: Some(_), .. }) => Some(path.control_box() + corner(item).to_vec2()),
        Ink::Raster(_) => {
            let size = (f64::from(item.frame.width.0), f64::from(item.frame.height.0));
            Some(kurbo::Rect::from_origin_size(corner(item), size))
        }
        Ink::Path(_) | Ink::Glyphs(_) => None,
    };
    page.items.iter().filter_map(|item| Some(Painted { item, bounds: bounds(item)? })).collect()
}

/// What lies under a point of `text`: the topmost of what was painted before it.
fn under(painted: &[Painted<'_>], text: &Item, point: Point) -> Backdrop {
    // Items of a page lie in one list, in painting order, so an item's address tells what comes before it.
    let before = painted.partition_point(|below| std::ptr::from_ref(below.item) < std::ptr::from_ref(text));
    let covers = |below: &&Painted<'_>| below.bounds.contains(point) && holds(below.item, point);
    match painted[..before].iter().rev().find(covers).map(|below| &below.item.ink) {
        Some(Ink::Path(Shape { fill: Some(fill), .. })) => Backdrop::Colour(*fill),
        Some(Ink::Raster(_)) => Backdrop::Picture,
        _ => Backdrop::Colour(Colour::WHITE),
    }
}

/// Whether a point of the page is inside what an item fills.
fn holds(item: &Item, point: Point) -> bool {
    let Ink::Path(shape) = &item.ink else { return true };
    let winding = shape.path.winding(point - corner(item).to_vec2());
    if shape.even_odd { winding % 2 != 0 } else { winding != 0 }
}

fn corner(item: &Item) -> Point {
    Point::new(item.frame.x.0.into(), item.frame.y.0.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::{Role, Tag};
    use crate::preflight::tests::{Sheet, found};

    const PALE: Colour = Colour::new(0x9a, 0x9a, 0x9a);
    const TEAL: Colour = Colour::new(0x1f, 0x6f, 0x78);

    fn on(ground: Option<Colour>, colour: Colour, size: f32) -> Vec<Finding> {
        let mut sheet = Sheet::new();
        if let Some(ground) = ground {
            sheet.ground((40.0, 40.0, 400.0, 60.0), ground);
        }
        sheet.colour = colour;
        sheet.text(Role::P, (60.0, 60.0), size, "It makes pain milder.");
        sheet.text(Role::P, (60.0, 60.0), size, "Once more.");
        found(&RULE, &sheet.publication)
    }

    #[test]
    fn text_is_judged_on_what_lies_under_it() {
        for (ground, colour, size, count) in [
            (None, Colour::BLACK, 12.0, 0),
            (None, PALE, 12.0, 1),
            (None, Colour::WHITE, 12.0, 1),
            (Some(TEAL), Colour::WHITE, 12.0, 0),
            (Some(TEAL), Colour::BLACK, 12.0, 1),
            (Some(Colour::new(0x3f, 0x8f, 0x98)), Colour::BLACK, 18.0, 0),
            (Some(Colour::new(0xe0, 0xee, 0xef)), TEAL, 12.0, 0),
        ] {
            let findings = on(ground, colour, size);
            assert_eq!(findings.len(), count, "{colour} on {ground:?} at {size}: {findings:?}");
        }
        assert_eq!(
            on(None, PALE, 12.0)[0].message,
            "page 1: text in #9a9a9a on #ffffff has a contrast of 2.8: “It makes pain milder.”"
        );
    }

    #[test]
    fn what_is_bold_is_large_from_fourteen_points() {
        let mut sheet = Sheet::new();
        sheet.colour = Colour::new(0x80, 0x80, 0x80);
        sheet.face = 1;
        sheet.text(Role::P, (60.0, 60.0), 14.0, "It makes pain milder.");
        assert!(found(&RULE, &sheet.publication).is_empty());
        sheet.face = 0;
        sheet.text(Role::P, (60.0, 90.0), 14.0, "It makes pain milder.");
        assert_eq!(found(&RULE, &sheet.publication).len(), 1);
    }

    #[test]
    fn a_grey_printer_is_thought_of() {
        // Apart in colour, alike in grey: the eye weighs green more and red less than printers do.
        let (red, green) = (Colour::new(0xff, 0x9c, 0xff), Colour::new(0x00, 0x60, 0x00));
        assert!(grey(red).contrast(grey(green)) != red.contrast(green));
        let found = (0..=255_u8).find_map(|level| {
            let (text, ground) = (Colour::new(0x9d, 0, 0), Colour::new(0, level, 0xff));
            let (message, _) = judge(text, Backdrop::Colour(ground), false)?;
            (text.contrast(ground) >= TEXT).then_some(message)
        });
        assert!(found.expect("a pair that only colour tells apart").starts_with("on a grey printer, text in #9d0000"));
    }

    #[test]
    fn half_on_and_half_off_a_ground_is_judged_twice() {
        let mut sheet = Sheet::new();
        sheet.ground((40.0, 40.0, 60.0, 60.0), TEAL);
        sheet.colour = Colour::WHITE;
        sheet.text(Role::P, (60.0, 60.0), 12.0, "It makes pain milder.");
        assert_eq!(found(&RULE, &sheet.publication).len(), 1);
    }

    #[test]
    fn only_the_inside_of_an_outline_counts_and_only_what_lies_below() {
        let mut sheet = Sheet::new();
        sheet.colour = Colour::WHITE;
        sheet.text(Role::P, (60.0, 60.0), 12.0, "It makes pain milder.");
        sheet.ground((40.0, 40.0, 400.0, 60.0), TEAL);
        assert_eq!(found(&RULE, &sheet.publication).len(), 1, "painted over it, not under it");
    }

    #[test]
    fn a_picture_under_text_cannot_be_judged() {
        let mut sheet = Sheet::new();
        sheet.picture((40.0, 40.0, 400.0, 60.0), 900, Tag::Artifact);
        sheet.text(Role::P, (60.0, 60.0), 12.0, "It makes pain milder.");
        let findings = found(&RULE, &sheet.publication);
        assert!(findings[0].message.contains("is printed on a picture") && findings.len() == 1, "{findings:?}");
    }
}
