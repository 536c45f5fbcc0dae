//! The foot of every page: warnings, version and dates, page number.

use super::display::Item;
use super::set::{Paint, Setter, rule};
use super::slab::Slab;
use super::style::{MARGIN, Step};
use crate::compose::document::Foot;
use crate::compose::strings::put;
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, Span};

/// The foot of page `number` of `count`, placed on a page of `size`.
pub fn foot(setter: &mut Setter<'_>, foot: &Foot, number: usize, count: usize, size: Size) -> Vec<Item> {
    let width = size.width - MARGIN * 2.0;
    let top = size.height - MARGIN - Pt(16.0);
    let paint = Paint { step: Step::Foot, colour: setter.theme.quiet };
    let numbering = put(&foot.numbering, &[("page", &number.to_string()), ("pages", &count.to_string())]);
    let numbering = Rich::plain(numbering).bold();
    let number_width = setter.width_of(&numbering, Step::Foot) + Pt(1.0);
    let mut spans: Vec<Span> = Vec::new();
    for warning in &foot.warnings {
        spans.push(Span { text: warning.clone(), bold: true, link: None });
        spans.push(Span { text: ". ".to_owned(), ..Span::default() });
    }
    spans.push(Span { text: foot.imprint.clone(), ..Span::default() });
    let line_size = Size { width, height: Pt(1.0) };
    let line = rule(line_size, setter.theme.line, Pt(0.75));
    let mut items = vec![super::display::Item {
        frame: Rect::new(MARGIN, top - Pt(8.0), width, Pt(1.0)),
        ink: super::display::Ink::Path(line),
        tag: super::display::Tag::Furniture,
    }];
    let mut place = |slabs: Vec<Slab>, x: Pt| {
        for (index, slab) in slabs.into_iter().enumerate() {
            let y = top + Pt(12.0) * index as f32;
            items.extend(
                slab.items.into_iter().map(|item| super::display::Item { frame: item.frame.moved(x, y), ..item }),
            );
        }
    };
    let text = setter.furniture(&Rich { spans }, paint, width - number_width - Pt(24.0));
    place(text, MARGIN);
    let number = setter.furniture(&numbering, paint, number_width);
    place(number, MARGIN + width - number_width);
    items
}
