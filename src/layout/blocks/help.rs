//! The help box: the tiers of warning signs, with whom to call. It is always whole; space shrinks, type and signs do not.

use super::bar::{bar, bar_again, bar_background};
use super::text;
use crate::art::Colour;
use crate::compose::document::{HelpBox, HelpTier, Urgency};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Item, ListNumbering, Role, Stroke};
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::HelpGrid;
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration, dot, rule};
use crate::layout::kernel::slab::{Slab, join, stack_height};
use crate::layout::kernel::style::{self, RADIUS, Step};

/// Space between a sign's dot and its text.
const SIGN_INDENT: Pt = Pt(11.0);
/// Space between the columns of a tier.
const SIGN_GUTTER: Pt = Pt(16.0);

/// Spaces in the help box.
#[derive(Clone, Copy)]
struct Air {
    /// Distance between the baselines of a sign.
    leading: Step,
    sign_gap: Pt,
    tier_gap: Pt,
    padding: Pt,
    bar_padding: Pt,
}

impl Air {
    /// The same for type of another scale.
    fn at(self, factor: f32) -> Self {
        Self {
            leading: self.leading,
            sign_gap: self.sign_gap * factor,
            tier_gap: self.tier_gap * factor,
            padding: self.padding * factor,
            bar_padding: self.bar_padding * factor,
        }
    }
}

/// From airy to tight. Even the last keeps space between signs, and type at its full size.
const AIRS: [Air; 10] = [
    Air { leading: Step::Body, sign_gap: Pt(12.0), tier_gap: Pt(24.0), padding: Pt(16.0), bar_padding: Pt(10.0) },
    Air { leading: Step::Body, sign_gap: Pt(8.0), tier_gap: Pt(20.0), padding: Pt(16.0), bar_padding: Pt(10.0) },
    Air { leading: Step::Body, sign_gap: Pt(8.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Body, sign_gap: Pt(4.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Sign, sign_gap: Pt(6.0), tier_gap: Pt(12.0), padding: Pt(12.0), bar_padding: Pt(8.0) },
    Air { leading: Step::Sign, sign_gap: Pt(5.0), tier_gap: Pt(10.0), padding: Pt(10.0), bar_padding: Pt(6.0) },
    Air { leading: Step::Sign, sign_gap: Pt(4.0), tier_gap: Pt(8.0), padding: Pt(8.0), bar_padding: Pt(6.0) },
    Air { leading: Step::TightSign, sign_gap: Pt(4.0), tier_gap: Pt(8.0), padding: Pt(6.0), bar_padding: Pt(3.0) },
    Air { leading: Step::TightSign, sign_gap: Pt(2.5), tier_gap: Pt(6.0), padding: Pt(4.0), bar_padding: Pt(2.0) },
    Air { leading: Step::TightSign, sign_gap: Pt(1.5), tier_gap: Pt(5.0), padding: Pt(3.0), bar_padding: Pt(2.0) },
];

/// Sets the help box on one page, as airily as fits in `height`. The caller checks whether it does.
pub fn help_page(setter: &mut Setter<'_>, help: &HelpBox, grid: HelpGrid, height: Pt) -> Slab {
    let before = setter.tree.mark();
    let mut page = Slab::default();
    for air in 0..AIRS.len() {
        setter.tree.go_back(before);
        page = join(set_tiers(setter, help, grid, air));
        if page.height <= height {
            break;
        }
    }
    page.heading = Some((help.title.text(), 2));
    page
}

/// How many ways there are to set the help box, from airy (0) to tight.
pub const WAYS: usize = AIRS.len();

/// The heading, the tiers and the note, each a slab that never splits, set in the given way; the heading stays with
/// the first tier.
pub fn set_tiers(setter: &mut Setter<'_>, help: &HelpBox, grid: HelpGrid, way: usize) -> Vec<Slab> {
    let air = AIRS[way].at(setter.grid.scale.factor());
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = TextPaint { step: Step::Help, colour: setter.theme.heading };
    let inner = grid.width - grid.side * 2.0;
    let mut heading = join(setter.paragraph(sect, Role::H(2), &help.title, paint, inner)).indented(grid.side);
    heading.keep = true;
    heading.heading = Some((help.title.text(), 2));
    let mut slabs = vec![heading];
    for (index, tier) in help.tiers.iter().enumerate() {
        let mut placed = set_tier(setter, tier, sect, grid, air);
        placed.gap = if index == 0 { air.padding.min(Pt(12.0)) } else { air.tier_gap };
        slabs.push(placed);
    }
    let paint = TextPaint { step: air.leading, colour: setter.theme.ink };
    let mut note = text::set_painted(setter, &help.note, sect, paint, inner);
    if let Some(first) = note.first_mut() {
        first.gap = air.padding.min(Pt(12.0));
    }
    if !note.is_empty() {
        slabs.push(join(note).indented(grid.side));
    }
    slabs
}

fn set_tier(setter: &mut Setter<'_>, tier: &HelpTier, parent: ElementId, grid: HelpGrid, air: Air) -> Slab {
    let sect = setter.tree.add(parent, Role::Sect);
    let bar = bar(setter, tier, sect, grid, air.bar_padding);
    let signs = set_signs(setter, tier, sect, grid, air);
    place_tier(setter, tier.urgency, bar, &signs, grid, air.padding)
}

/// The signs of a tier, each a slab of one column.
fn set_signs(setter: &mut Setter<'_>, tier: &HelpTier, sect: ElementId, grid: HelpGrid, air: Air) -> Vec<Slab> {
    let look = SignLook {
        step: air.leading,
        width: sign_column(grid),
        indent: setter.grown(SIGN_INDENT),
        gap: air.sign_gap,
        dot_at: setter.grown(Pt(3.0)),
        dot_scale: setter.grid.scale.factor(),
    };
    signs_as(setter, tier, sect, look)
}

/// How signs are set.
#[derive(Clone, Copy)]
pub struct SignLook {
    /// Their type.
    pub step: Step,
    /// The width of a column.
    pub width: Pt,
    /// Space between the column's edge and their text.
    pub indent: Pt,
    /// Space before each.
    pub gap: Pt,
    /// Where the middle of a dot stands.
    pub dot_at: Pt,
    /// The size of a dot, in times of that beside running text.
    pub dot_scale: f32,
}

/// The signs of a tier, a slab each. The line over a group is kept with its first sign.
pub fn signs_as(setter: &mut Setter<'_>, tier: &HelpTier, sect: ElementId, look: SignLook) -> Vec<Slab> {
    let (colour, _) = style::tier_colours(tier.urgency);
    let paint = TextPaint { step: look.step, colour: setter.theme.ink };
    let mut signs = Vec::new();
    for group in &tier.groups {
        if !group.intro.is_empty() {
            let mut intro = join(text::set_painted(setter, &group.intro, sect, paint, look.width));
            intro.gap = look.gap;
            intro.keep = true;
            signs.push(intro);
        }
        let list = setter.tree.add(sect, Role::L(ListNumbering::Disc));
        for sign in &group.signs {
            let item = setter.tree.add(list, Role::LI);
            let body = setter.tree.add(item, Role::LBody);
            let lines = text::set_painted(setter, sign, body, paint, look.width - look.indent);
            let middle = lines.first().map_or(Pt::ZERO, |line| line.height / 2.0);
            let mut whole = join(lines).indented(look.indent);
            whole.gap = look.gap;
            whole.items.push(dot(look.dot_at, middle, colour, look.dot_scale));
            signs.push(whole);
        }
    }
    signs
}

/// The help box on panels or small pages.
pub struct Split {
    /// The slabs of each part; only the last parts may be empty.
    pub parts: Vec<Vec<Slab>>,
    /// Whether all of it fits.
    pub fits: bool,
}

/// How the help box is split.
#[derive(Clone, Copy)]
pub struct Cut<'a> {
    /// How airily it is set.
    pub way: usize,
    /// Whether its note stands under it.
    pub with_note: bool,
    /// Whether a tier may be cut to fill a part, or only when it is higher than a part.
    pub to_fill: bool,
    /// The height of each part.
    pub room: &'a [Pt],
}

/// Sets the help box on parts of the given heights, in the order of urgency. A tier that is cut continues on the next
/// part under a slim bar with its numbers.
pub fn set_split(setter: &mut Setter<'_>, help: &HelpBox, grid: HelpGrid, cut: Cut<'_>) -> Split {
    let air = AIRS[cut.way].at(setter.grid.scale.factor());
    let sect = setter.tree.add(ROOT, Role::Sect);
    let paint = TextPaint { step: Step::Section, colour: setter.theme.heading };
    let inner = grid.width - grid.side * 2.0;
    let mut heading = join(setter.paragraph(sect, Role::H(2), &help.title, paint, inner)).indented(grid.side);
    heading.heading = Some((help.title.text(), 2));
    let mut parts: Vec<Vec<Slab>> = cut.room.iter().map(|_| Vec::new()).collect();
    parts[0].push(heading);
    let mut on = 0;
    for tier in &help.tiers {
        let element = setter.tree.add(sect, Role::Sect);
        let bar = bar(setter, tier, element, grid, air.bar_padding);
        let signs = set_signs(setter, tier, element, grid, air);
        cut_tier(setter, tier, bar, &signs, (grid, air, cut), &mut parts, &mut on);
    }
    if cut.with_note {
        let paint = TextPaint { step: air.leading, colour: setter.theme.ink };
        let mut note = join(text::set_painted(setter, &help.note, sect, paint, inner)).indented(grid.side);
        note.gap = air.padding.min(Pt(10.0));
        if note.height > Pt::ZERO {
            let full = stack_height(&parts[on]) + note.gap + note.height > cut.room[on];
            let at = if full && on + 1 < parts.len() { on + 1 } else { on };
            parts[at].push(note);
        }
    }
    let fits = parts.iter().zip(cut.room).all(|(slabs, room)| stack_height(slabs) <= *room + Pt(0.01));
    Split { parts, fits }
}

/// Places one tier on the current part, and on those after it as needed.
fn cut_tier(
    setter: &mut Setter<'_>,
    tier: &HelpTier,
    bar: Slab,
    signs: &[Slab],
    (grid, air, cut): (HelpGrid, Air, Cut<'_>),
    parts: &mut [Vec<Slab>],
    on: &mut usize,
) {
    /// The fewest signs of a cut tier on each part.
    const FEWEST: usize = 2;
    let (mut bar, mut rest) = (bar, signs);
    loop {
        let gap = match parts[*on].len() {
            0 => Pt::ZERO,
            1 if *on == 0 => Pt(6.0),
            _ => air.tier_gap,
        };
        let around = bar.height + air.padding * 2.0;
        let free = cut.room[*on] - stack_height(&parts[*on]) - gap - around;
        let fitting = flow::placed(&flow::fill(rest, &[free]));
        let is_last = *on + 1 == parts.len();
        let fresh = parts[*on].is_empty();
        let next_holds = !is_last && stack_height(rest) + around <= cut.room[*on + 1];
        let count = if fitting == rest.len() || is_last {
            rest.len()
        } else if fresh {
            fitting.max(1)
        } else if (cut.to_fill || !next_holds) && fitting >= FEWEST && rest.len() - fitting >= FEWEST {
            fitting
        } else {
            *on += 1;
            continue;
        };
        let mut placed = place_tier(setter, tier.urgency, bar, &rest[..count], grid, air.padding);
        placed.gap = gap;
        parts[*on].push(placed);
        rest = &rest[count..];
        if rest.is_empty() {
            return;
        }
        let mark = setter.grown(Pt(16.0));
        bar = bar_again(setter, tier, grid.side, grid.width, (mark, air.bar_padding));
        *on += 1;
    }
}

/// Width of a column of signs.
fn sign_column(grid: HelpGrid) -> Pt {
    let gutters = SIGN_GUTTER * (grid.columns - 1) as f32;
    (grid.width - grid.side * 2.0 - gutters) / grid.columns as f32
}

/// A tier: its bar, and the signs in level columns under it.
fn place_tier(setter: &Setter<'_>, urgency: Urgency, bar: Slab, signs: &[Slab], grid: HelpGrid, padding: Pt) -> Slab {
    let (colour, tint) = style::tier_colours(urgency);
    let HelpGrid { width, side, columns } = grid;
    let (filling, body) = flow::balance(signs, columns, stack_height(signs));
    let height = bar.height + padding * 2.0 + body;
    let mut placed = Slab { height, ..Slab::default() };
    let size = Size { width, height };
    let whole = Rect::new(Pt::ZERO, Pt::ZERO, width, height);
    let outline = Stroke { colour, width: Pt(1.0), dash: None };
    let ground = if setter.low_ink { Colour::WHITE } else { tint };
    placed.items.push(decoration(whole, box_shape(size, RADIUS, Some(ground), Some(outline))));
    if setter.low_ink {
        let line = Rect::new(Pt::ZERO, bar.height - Pt(0.5), width, Pt(1.0));
        placed.items.push(decoration(line, rule(Size { width, height: Pt(1.0) }, colour, Pt(1.0))));
    } else {
        placed.items.push(bar_background(width, bar.height, colour));
    }
    placed.items.extend(bar.items);
    let column = sign_column(grid);
    for (index, range) in filling.into_iter().enumerate() {
        let x = side + (column + SIGN_GUTTER) * index as f32;
        let signs = join(signs[range].to_vec());
        let moved = |item: Item| Item { frame: item.frame.moved(x, bar.height + padding), ..item };
        placed.items.extend(signs.items.into_iter().map(moved));
    }
    placed
}
