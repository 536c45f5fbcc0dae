//! The head of the first page: logo, brand, title and weeks on the brand's colour, with a ring of the forty weeks
//! where a drawing will stand.

use std::f64::consts::TAU;
use std::ops::RangeInclusive;
use std::sync::Arc;

use kurbo::{BezPath, Circle, Point, Shape as _, Vec2};

use super::measure::ROOT;
use super::picture::{picture_items, picture_size};
use crate::art::{Artwork, Colour, Drawing};
use crate::compose::document::Masthead;
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{Item, Role, Shape, Stroke, Tag};
use crate::layout::kernel::set::{Paint, Setter, decoration, filled_box};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{Step, UNPRINTABLE};
use crate::model::handout::Stage;
use crate::model::text::Rich;

/// Side of the white square behind the logo.
const BADGE: Pt = Pt(44.0);
/// Height that the logo fills.
const LOGO_HEIGHT: Pt = Pt(36.0);
/// Greatest width of a logo that is wider than high.
const LOGO_WIDTH: Pt = Pt(140.0);

/// Sets the masthead over the whole width; `aside` of its end is left to something else. Frames are relative to the page's top start corner.
pub fn masthead(setter: &mut Setter<'_>, masthead: &Masthead, aside: Pt) -> Slab {
    let (page, margin, inner) = (setter.grid.page, setter.grid.margin, setter.grid.width() - aside);
    let ring = Pt(168.0).min(inner * 0.34);
    let text_width = inner - ring - Pt(24.0).min(inner * 0.05);
    let mut y = UNPRINTABLE + Pt(24.0);
    let mut items = Vec::new();
    y += brand_line(setter, masthead, inner - ring - Pt(8.0), y, &mut items);
    y += Pt(24.0);
    let title = Paint { step: Step::Title, colour: setter.on_band() };
    let title = setter.paragraph(ROOT, Role::H(1), &masthead.title, title, text_width);
    y += stack(title, margin, y, &mut items);
    if let Some(pill) = &masthead.pill {
        y += Pt(16.0);
        let paint = Paint { step: Step::Strong, colour: setter.theme.heading };
        let width = setter.width_of(pill, Step::Strong).min(text_width - Pt(28.0));
        let text = setter.paragraph(ROOT, Role::P, pill, paint, text_width - Pt(28.0));
        let height = text.iter().map(|slab| slab.height).sum::<Pt>() + Pt(8.0);
        let size = Size { width: width + Pt(28.0), height };
        let shape = setter.pill(size);
        items.push(decoration(Rect::new(margin, y, size.width, height), shape));
        y += Pt(4.0) + stack(text, margin + Pt(14.0), y + Pt(4.0), &mut items) + Pt(4.0);
    }
    y += Pt(24.0);
    let height = (y - UNPRINTABLE).max(ring + Pt(24.0));
    let frame = Rect::new(UNPRINTABLE, UNPRINTABLE, page.width - UNPRINTABLE * 2.0, height);
    let size = Size { width: frame.width, height };
    let mut whole = Slab { height: frame.bottom(), ..Slab::default() };
    whole.items.push(decoration(frame, setter.band(size, 12.0)));
    let disc = Rect::new(page.width - margin - aside - ring, UNPRINTABLE + (height - ring) / 2.0, ring, ring);
    match &masthead.figure {
        Some(figure) => whole.items.extend(standing_figure(disc, frame, figure, setter.disc())),
        None if setter.low_ink => {}
        None => whole.items.extend(week_ring(disc, masthead.stage, setter.theme.primary)),
    }
    whole.items.append(&mut items);
    whole.heading = Some((masthead.title.text(), 1));
    whole
}

/// Logo, brand name and tagline; gives the height used.
pub fn brand_line(setter: &mut Setter<'_>, masthead: &Masthead, width: Pt, y: Pt, items: &mut Vec<Item>) -> Pt {
    let margin = setter.grid.margin;
    let mut x = margin;
    if let Some(logo) = &masthead.logo {
        let size = logo_size(logo);
        let badge = Size { width: (size.width + Pt(8.0)).max(BADGE), height: BADGE };
        let frame = Rect::new(x, y, badge.width, BADGE);
        items.push(decoration(frame, filled_box(badge, 10.0, Colour::WHITE)));
        let (dx, dy) = ((badge.width - size.width) / 2.0, (BADGE - size.height) / 2.0);
        // Decoration: the brand's name stands beside it.
        items.extend(picture_items(logo, Rect::new(x + dx, y + dy, size.width, size.height), Tag::Artifact));
        x += badge.width + Pt(12.0);
    }
    let room = width - (x - margin);
    let brand = Rich::plain(masthead.brand.clone());
    let colour = setter.on_band();
    let paint = Paint { step: Step::Brand, colour };
    let mut lines = setter.paragraph(ROOT, Role::P, &brand, paint, room);
    if let Some(tagline) = &masthead.tagline {
        let tagline = Rich::plain(tagline.clone());
        let paint = Paint { step: Step::Body, colour };
        lines.extend(setter.paragraph(ROOT, Role::P, &tagline, paint, room));
    }
    let text = join(lines);
    let height = text.height.max(if masthead.logo.is_some() { BADGE } else { Pt::ZERO });
    let top = (height - text.height) / 2.0;
    stack(vec![text], x, y + top, items);
    height
}

/// Stacks slabs at a place without their gaps; gives their height.
pub fn stack(slabs: Vec<Slab>, x: Pt, y: Pt, items: &mut Vec<Item>) -> Pt {
    let mut down = Pt::ZERO;
    for slab in slabs {
        items.extend(slab.items.into_iter().map(|item| Item { frame: item.frame.moved(x, y + down), ..item }));
        down += slab.height;
    }
    down
}

fn logo_size(logo: &Artwork) -> Size {
    let Size { width: Pt(width), height: Pt(height) } = picture_size(logo);
    let scale = (LOGO_HEIGHT.0 / height).min(LOGO_WIDTH.0 / width);
    Size { width: Pt(width * scale), height: Pt(height * scale) }
}

/// The woman at this stage, before a paler disc, her feet on the band's lower edge.
pub fn standing_figure(disc: Rect, band: Rect, figure: &Arc<Drawing>, ground: Colour) -> Vec<Item> {
    let height = band.height - Pt(20.0);
    let width = height * (figure.size.width / figure.size.height);
    let radius = f64::from(disc.width.0) / 2.0;
    let path = Circle::new((radius, radius), radius).to_path(0.01);
    let pale = Shape { path, fill: Some(ground), even_odd: false, stroke: None };
    let frame = Rect::new(disc.x + (disc.width - width) / 2.0, band.bottom() - height, width, height);
    let mut items = vec![decoration(disc, pale)];
    items.extend(picture_items(&Artwork::Vector(Arc::clone(figure)), frame, Tag::Artifact));
    items
}

/// The weeks of a stage, of forty.
const fn weeks(stage: Stage) -> Option<RangeInclusive<u8>> {
    match stage {
        Stage::FirstTrimester => Some(1..=13),
        Stage::SecondTrimester => Some(14..=27),
        Stage::ThirdTrimester => Some(28..=40),
        _ => None,
    }
}

/// The forty weeks as a ring of marks on a paler disc, those of the stage bright.
fn week_ring(frame: Rect, stage: Stage, primary: Colour) -> Vec<Item> {
    let radius = f64::from(frame.width.0) / 2.0;
    let middle = Point::new(radius, radius);
    let disc = |radius: f64, share: f32| {
        let path = Circle::new(middle, radius).to_path(0.01);
        let fill = Some(primary.mix(Colour::WHITE, share));
        decoration(frame, Shape { path, fill, even_odd: false, stroke: None })
    };
    let mut items = vec![disc(radius, 0.10), disc(radius * 0.62, 0.18)];
    let weeks = weeks(stage).unwrap_or(1..=40);
    let mut bright = BezPath::new();
    let mut pale = BezPath::new();
    for week in 1..=40_u8 {
        let angle = TAU * (f64::from(week) - 0.5) / 40.0 - TAU / 4.0;
        let path = if weeks.contains(&week) { &mut bright } else { &mut pale };
        let inner = if weeks.contains(&week) { 0.74 } else { 0.78 };
        path.move_to(middle + Vec2::from_angle(angle) * radius * inner);
        path.line_to(middle + Vec2::from_angle(angle) * radius * 0.90);
    }
    let marks = |path: BezPath, colour: Colour, width: f32| {
        let stroke = Some(Stroke { colour, width: Pt(width), dash: None });
        decoration(frame, Shape { path, fill: None, even_odd: false, stroke })
    };
    items.push(marks(pale, primary.mix(Colour::WHITE, 0.38), 2.5));
    items.push(marks(bright, Colour::WHITE, 4.5));
    items
}
