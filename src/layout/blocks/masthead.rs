//! The head of the first page: logo, brand, title and subtitle on the brand's colour, with the woman at this stage or,
//! without a drawing of her, a ring of the forty weeks.

use super::picture::{picture_items, picture_size};
use crate::layout::display::{Item, Role, Shape, Stroke, Tag};
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{decoration, filled_box};
use crate::layout::kernel::slab::{Slab, join, stack_height};
use crate::layout::kernel::style::{Step, UNPRINTABLE};
use crate::layout::plan::Height;
use std::f64::consts::TAU;
use std::ops::RangeInclusive;
use std::sync::Arc;

use kurbo::{BezPath, Circle, Point, Shape as _, Vec2};

use crate::art::{Artwork, Colour, Drawing};
use crate::compose::document::Masthead;
use crate::geom::{Pt, Rect, Size};
use crate::model::text::Rich;

/// Side of the white square behind the logo.
const BADGE: Pt = Pt(44.0);
/// Height that the logo fills.
const LOGO_HEIGHT: Pt = Pt(36.0);
/// Greatest width of a logo that is wider than high.
const LOGO_WIDTH: Pt = Pt(140.0);

/// Sets the masthead over the whole width, leaving a width of `aside` free at its end. Frames are relative to the page's top
/// start corner.
pub fn set_masthead(setter: &mut Setter<'_>, masthead: &Masthead, height: Height, aside: Pt) -> Slab {
    let (margin, inner) = (setter.grid.margin, setter.grid.width() - aside);
    let sizes = Sizes::of(height, inner);
    let mut y = UNPRINTABLE + sizes.padding;
    let mut items = Vec::new();
    y += brand_line(setter, masthead, (margin, sizes.brand_width), y, &mut items) + sizes.after_brand;
    let colour = setter.on_band();
    let title = TextPaint { step: sizes.title, colour };
    let title = setter.paragraph(ROOT, Role::H(1), &masthead.title, title, sizes.text_width);
    y += stack(title, margin, y, &mut items);
    if let Some(subtitle) = &masthead.subtitle {
        match height {
            Height::Tall => {
                y += Pt(16.0);
                y += pill(setter, subtitle, (margin, sizes.text_width), Pt(14.0), y, &mut items);
            }
            Height::Low => {
                let paint = TextPaint { step: Step::Strong, colour };
                let text = setter.paragraph(ROOT, Role::P, subtitle, paint, sizes.text_width);
                y += stack(text, margin, y + Pt(2.0), &mut items) + Pt(2.0);
            }
        }
    }
    y += sizes.padding;
    let band = (y - UNPRINTABLE).max(sizes.figure + if height == Height::Tall { Pt(24.0) } else { Pt::ZERO });
    let frame = Rect::new(UNPRINTABLE, UNPRINTABLE, setter.grid.page.width - UNPRINTABLE * 2.0, band);
    let size = Size { width: frame.width, height: band };
    let mut whole = Slab { height: frame.bottom(), ..Slab::default() };
    whole.items.push(decoration(frame, setter.band(size, 12.0)));
    whole.items.extend(picture(setter, masthead, height, (frame, sizes.figure), aside));
    whole.items.append(&mut items);
    whole.heading = Some((masthead.title.text(), 1));
    whole
}

/// Sizes in a masthead.
struct Sizes {
    /// Side of the square that the drawing has.
    figure: Pt,
    /// Space above the brand and below all text.
    padding: Pt,
    /// Space under the brand.
    after_brand: Pt,
    brand_width: Pt,
    text_width: Pt,
    title: Step,
}

impl Sizes {
    /// The sizes in a masthead whose text area is `inner` wide.
    fn of(height: Height, inner: Pt) -> Self {
        match height {
            Height::Tall => {
                let figure = Pt(168.0).min(inner * 0.34);
                Self {
                    figure,
                    padding: Pt(24.0),
                    after_brand: Pt(24.0),
                    brand_width: inner - figure - Pt(8.0),
                    text_width: inner - figure - Pt(24.0).min(inner * 0.05),
                    title: Step::Title,
                }
            }
            Height::Low => {
                let figure = Pt(120.0);
                let text_width = inner - figure - Pt(24.0);
                Self {
                    figure,
                    padding: Pt(14.0),
                    after_brand: Pt(12.0),
                    brand_width: text_width,
                    text_width,
                    title: Step::Help,
                }
            }
        }
    }
}

/// The drawing of the woman at the end of a band; without one, a tall band shows the weeks of the stage.
fn picture(setter: &Setter<'_>, masthead: &Masthead, height: Height, (band, most): (Rect, Pt), aside: Pt) -> Vec<Item> {
    let side = if height == Height::Low { (band.height - Pt(16.0)).min(most) } else { most };
    let x = setter.grid.page.width - setter.grid.margin - aside - side;
    let place = Rect::new(x, UNPRINTABLE + (band.height - side) / 2.0, side, side);
    match (&masthead.figure, height) {
        (Some(figure), Height::Tall) => standing_figure(place, band, figure, setter.disc()),
        // On a low band the disc has the colour of the band.
        (Some(figure), Height::Low) => {
            let ground = if setter.low_ink { Colour::WHITE } else { setter.theme.primary };
            standing_figure(place, band, figure, ground)
        }
        (None, Height::Tall) if !setter.low_ink => {
            let ring = |weeks| week_ring(place, weeks, setter.theme.primary);
            masthead.weeks.as_ref().map_or_else(Vec::new, ring)
        }
        (None, _) => Vec::new(),
    }
}

/// Words in a pill on the brand's band, with `side` between words and pill ends; gives its height.
pub fn pill(setter: &mut Setter<'_>, words: &Rich, (x, room): (Pt, Pt), side: Pt, y: Pt, items: &mut Vec<Item>) -> Pt {
    let paint = TextPaint { step: Step::Strong, colour: setter.theme.heading };
    let inner = room - side * 2.0;
    let width = setter.width_of(words, Step::Strong).min(inner) + side * 2.0;
    let text = setter.paragraph(ROOT, Role::P, words, paint, inner);
    let height = stack_height(&text) + Pt(8.0);
    items.push(decoration(Rect::new(x, y, width, height), setter.pill(Size { width, height })));
    stack(text, x + side, y + Pt(4.0), items);
    height
}

/// Logo, brand name and tagline from `x` on, `width` wide; gives the height used.
pub fn brand_line(
    setter: &mut Setter<'_>,
    masthead: &Masthead,
    (x, width): (Pt, Pt),
    y: Pt,
    items: &mut Vec<Item>,
) -> Pt {
    let start = x;
    let mut x = x;
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
    let room = width - (x - start);
    let brand = Rich::plain(masthead.brand.clone());
    let colour = setter.on_band();
    let paint = TextPaint { step: Step::Brand, colour };
    let mut lines = setter.paragraph(ROOT, Role::P, &brand, paint, room);
    if let Some(tagline) = &masthead.tagline {
        let tagline = Rich::plain(tagline.clone());
        let paint = TextPaint { step: Step::Body, colour };
        lines.extend(setter.paragraph(ROOT, Role::P, &tagline, paint, room));
    }
    let text = join(lines);
    let height = text.height.max(if masthead.logo.is_some() { BADGE } else { Pt::ZERO });
    let top = (height - text.height) / 2.0;
    stack(vec![text], x, y + top, items);
    height
}

/// Stacks slabs without their gaps from `y` down; gives their height.
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

/// The forty weeks as a ring of marks on a paler disc, those of the stage bright.
fn week_ring(frame: Rect, weeks: &RangeInclusive<u8>, primary: Colour) -> Vec<Item> {
    let radius = f64::from(frame.width.0) / 2.0;
    let middle = Point::new(radius, radius);
    let disc = |radius: f64, share: f32| {
        let path = Circle::new(middle, radius).to_path(0.01);
        let fill = Some(primary.mix(Colour::WHITE, share));
        decoration(frame, Shape { path, fill, even_odd: false, stroke: None })
    };
    let mut items = vec![disc(radius, 0.10), disc(radius * 0.62, 0.18)];
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
