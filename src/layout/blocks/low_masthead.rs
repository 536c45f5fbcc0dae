//! A low head of the first page: brand, title and pill on the brand's colour, with a smaller drawing at its end.

use super::masthead::{brand_line, stack, standing_figure};
use super::measure::ROOT;
use crate::art::Colour;
use crate::compose::document::Masthead;
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{Item, Role};
use crate::layout::kernel::set::{Paint, Setter, decoration, filled_box};
use crate::layout::kernel::slab::Slab;
use crate::layout::kernel::style::{Step, UNPRINTABLE};

/// Sets the masthead over the whole width. Frames are relative to the page's top start corner.
pub fn low_masthead(setter: &mut Setter<'_>, masthead: &Masthead) -> Slab {
    let (page, margin, inner) = (setter.grid.page, setter.grid.margin, setter.grid.width());
    let disc = Pt(120.0);
    let text_width = inner - disc - Pt(24.0);
    let mut y = UNPRINTABLE + Pt(14.0);
    let mut items: Vec<Item> = Vec::new();
    y += brand_line(setter, masthead, text_width, y, &mut items);
    y += Pt(12.0);
    let paint = Paint { step: Step::Help, colour: Colour::WHITE };
    let title = setter.paragraph(ROOT, Role::H(1), &masthead.title, paint, text_width);
    y += stack(title, margin, y, &mut items);
    if let Some(pill) = &masthead.pill {
        let paint = Paint { step: Step::Strong, colour: Colour::WHITE };
        let text = setter.paragraph(ROOT, Role::P, pill, paint, text_width);
        y += stack(text, margin, y + Pt(2.0), &mut items) + Pt(2.0);
    }
    y += Pt(14.0);
    let height = (y - UNPRINTABLE).max(disc);
    let frame = Rect::new(UNPRINTABLE, UNPRINTABLE, page.width - UNPRINTABLE * 2.0, height);
    let size = Size { width: frame.width, height };
    let mut whole = Slab { height: frame.bottom(), ..Slab::default() };
    whole.items.push(decoration(frame, filled_box(size, 12.0, setter.theme.primary)));
    if let Some(figure) = &masthead.figure {
        let side = (height - Pt(16.0)).min(disc);
        let place = Rect::new(page.width - margin - side, UNPRINTABLE + (height - side) / 2.0, side, side);
        whole.items.extend(standing_figure(place, frame, figure, setter.theme.primary));
    }
    whole.items.append(&mut items);
    whole.heading = Some((masthead.title.text(), 1));
    whole
}
