//! Evidence labels: a word in a pill, with a mark that also tells them apart in black and white.

use crate::art::Colour;
use crate::art::icons::Icon;
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Role, Stroke};
use crate::layout::kernel::set::{Setter, TextPaint};
use crate::layout::kernel::shapes::{box_shape, decoration, filled_box, icon, rule};
use crate::layout::kernel::slab::{Slab, join};
use crate::layout::kernel::style::{self, Step};
use crate::model::handout::Evidence;
use crate::model::text::Rich;

/// An evidence label of at most `width`.
pub fn set_badge(setter: &mut Setter<'_>, evidence: Evidence, label: &Rich, sect: ElementId, width: Pt) -> Slab {
    let (padding, mark_size, height) = (setter.grown(Pt(10.0)), setter.grown(Pt(14.0)), setter.grown(Pt(24.0)));
    let indent = padding + mark_size + setter.grown(Pt(6.0));
    let own = style::evidence_colour(evidence);
    let colour = if setter.low_ink { own } else { Colour::WHITE };
    let paint = TextPaint { step: Step::Group, colour };
    let room = width - indent - padding;
    let text_width = setter.width_of(label, Step::Group).min(room);
    let text = join(setter.paragraph(sect, Role::H(3), label, paint, room)).indented(indent);
    let height = height.max(text.height + Pt(8.0));
    let top = (height - text.height) / 2.0;
    let size = Size { width: indent + text_width + padding + Pt(2.0), height };
    let mut badge = Slab { height, ..Slab::default() };
    let radius = f64::from(height.0) / 2.0;
    let pill = if setter.low_ink {
        box_shape(size, radius, None, Some(Stroke { colour: own, width: Pt(1.2), dash: None }))
    } else {
        filled_box(size, radius, own)
    };
    badge.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, size.width, height), pill));
    let mark = match evidence {
        Evidence::Recommended => Icon::Tick,
        Evidence::MayHelp => Icon::Half,
        Evidence::NotEnoughEvidence => Icon::Unknown,
        Evidence::SpecialistOnly => Icon::Caution,
        Evidence::DoNotUse => Icon::Cross,
    };
    badge.items.extend(icon(mark, padding, (height - mark_size) / 2.0, mark_size, colour));
    badge.items.extend(text.moved_down(top).items);
    under_rule(setter, badge, evidence, width)
}

/// Adds a rule over the whole column to a label that warns, so that its group stands out in black and white too.
fn under_rule(setter: &Setter<'_>, badge: Slab, evidence: Evidence, width: Pt) -> Slab {
    let Some(thickness) = style::evidence_rule(evidence).map(|thickness| setter.grown(thickness)) else {
        return badge;
    };
    let line = rule(Size { width, height: thickness }, style::evidence_colour(evidence), thickness);
    let (shift, height) = (thickness + setter.grown(Pt(6.0)), badge.height);
    let mut ruled = badge.moved_down(shift);
    ruled.height = height + shift;
    ruled.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, thickness), line));
    ruled
}
