//! A folded leaflet: six panels in reading order. The cover; the body through the three panels inside; the help box on
//! the flap and the back, with the imprint.
//!
//! Here each panel is a page; `press` places them on the two sides of the sheet. Text has the same width on all panels, so
//! that it can flow through them; wider panels have wider margins.

use crate::layout::Overflow;
use crate::layout::blocks::body;
use crate::layout::blocks::furniture;
use crate::layout::blocks::help::{self, Cut, Split};
use crate::layout::blocks::masthead;
use crate::layout::blocks::text;
use crate::layout::display::{OutlineEntry, Publication, Role};
use crate::layout::kernel::complete;
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::{Grid, HelpGrid, PageStyle};
use crate::layout::kernel::place::Placer;
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::decoration;
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::{Spacing, Step, TIGHT, UNPRINTABLE};
use crate::layout::plan;
use std::sync::Arc;

use crate::art::Colour;
use crate::compose::Document;
use crate::geom::{Mm, Pt, Rect, Size};
use crate::text::Shaper;

/// Panels of a folded leaflet, in reading order: cover, three inside, flap, back.
pub const PANELS: usize = 6;
/// The most panels that the help box may take: the last one inside, the flap and the back.
const MOST_HELP: usize = 3;
/// Distance of the cover's band from a fold.
const FOLD_CLEAR: Pt = Mm(4.0).pt();
/// How far tiers extend beyond the text area.
const OUTSET: Pt = Mm(3.0).pt();
/// How far the help box extends above and below the text area.
const HELP_RISE: Pt = Mm(2.0).pt();
/// The least height of a drawing on the cover.
const LEAST_FIGURE: Pt = Pt(90.0);

/// The panels that a folded leaflet is laid out on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panels {
    /// Their widths in reading order.
    pub widths: [Pt; PANELS],
    /// Their height.
    pub height: Pt,
    /// Whether colour extends to the edges, for a sheet that is trimmed.
    pub to_edge: bool,
}

/// A leaflet under construction.
struct FoldedPages<'a> {
    setter: Setter<'a>,
    panels: Panels,
    placer: Placer,
    overflows: Vec<Overflow>,
}

/// Lays a document out on panels.
///
/// # Errors
/// Names what does not fit.
pub fn lay_out(
    document: &Document,
    shaper: &mut Shaper,
    panels: Panels,
    low_ink: bool,
) -> Result<Publication, Vec<Overflow>> {
    let narrowest = panels.widths.into_iter().fold(panels.widths[0], Pt::min);
    let grid = Grid::panel(Size { width: narrowest, height: panels.height });
    let style = PageStyle { grid, low_ink, whole_sheets: false };
    let spacing = Spacing { section: Pt(16.0), group: Pt(10.0), ..TIGHT };
    let size = |width| Size { width, height: panels.height };
    let mut folded = FoldedPages {
        setter: Setter::new(document, shaper, style, spacing),
        panels,
        placer: Placer::default(),
        overflows: Vec::new(),
    };
    panels.widths.iter().for_each(|width| folded.placer.add_page(size(*width)));
    folded.cover(document);
    let plan = folded.plan_help(document);
    folded.inside(document, &plan);
    folded.help(document, &plan);
    if folded.overflows.is_empty() {
        Ok(complete::complete(folded.setter, folded.placer, document))
    } else {
        Err(folded.overflows)
    }
}

/// How the help box is set on the last panels.
struct HelpPlan {
    /// On how many panels: the flap and the back, and the last one inside where those do not hold it.
    panels: usize,
    /// Whether a tier is cut to fill a panel, or only when it is longer than one.
    to_fill: bool,
    /// Which of the ways to set it, from airy (0) to tight.
    way: usize,
    /// Whether its note stands under it.
    with_note: bool,
    /// Whether the imprint stands on the back, under the help box.
    imprint_on_back: bool,
}

impl FoldedPages<'_> {
    fn text_width(&self) -> Pt {
        self.setter.grid.width()
    }

    /// Distance of the text from a panel's start edge.
    fn text_x(&self, panel: usize) -> Pt {
        (self.panels.widths[panel] - self.text_width()) / 2.0
    }

    fn top(&self) -> Pt {
        self.setter.grid.margin + Pt(2.0)
    }

    fn room(&self) -> Pt {
        self.setter.grid.bottom() - self.top()
    }

    /// The front: brand, title, weeks, the main message, and the woman at this stage in what is left.
    fn cover(&mut self, document: &Document) {
        let (width, height) = (self.panels.widths[0], self.panels.height);
        let band = if self.panels.to_edge {
            Rect::new(Pt::ZERO, Pt::ZERO, width, height)
        } else {
            Rect::new(FOLD_CLEAR, UNPRINTABLE, width - FOLD_CLEAR - UNPRINTABLE, height - UNPRINTABLE * 2.0)
        };
        let radius = if self.panels.to_edge { 0.0 } else { 12.0 };
        let size = Size { width: band.width, height: band.height };
        let ground = decoration(band, self.setter.band(size, radius));
        self.placer.pages[0].items.push(ground);
        let (x, room) = (self.text_x(0) + Pt(4.0), self.text_width() - Pt(8.0));
        let mut items = Vec::new();
        let mut y = self.top() + Pt(14.0);
        y += masthead::brand_line(&mut self.setter, &document.masthead, (x, room), y, &mut items) + Pt(28.0);
        let colour = self.setter.on_band();
        let title = TextPaint { step: Step::Title, colour };
        let title = self.setter.paragraph(ROOT, Role::H(1), &document.masthead.title, title, room);
        self.placer.outline.push(OutlineEntry { title: document.masthead.title.text(), level: 1, page: 0, y, x: None });
        y += masthead::stack(title, x, y, &mut items) + Pt(12.0);
        if let Some(subtitle) = &document.masthead.subtitle {
            y += masthead::pill(&mut self.setter, subtitle, (x, room), Pt(12.0), y, &mut items) + Pt(18.0);
        }
        let lead = TextPaint { step: Step::Lead, colour };
        let summary = join(text::set_painted(&mut self.setter, &document.summary, ROOT, lead, room));
        y += masthead::stack(vec![summary], x, y, &mut items) + Pt(12.0);
        let warnings = self.warnings(document, room, colour);
        let foot = stack_height(&warnings);
        let bottom = band.bottom() - if warnings.is_empty() { Pt::ZERO } else { foot + Pt(12.0) };
        if bottom < y {
            self.overflows.push(Overflow::of("the cover", "", y - bottom));
        }
        if let Some(figure) = document.masthead.figure.as_ref().filter(|_| bottom - y >= LEAST_FIGURE) {
            let height = (bottom - y).min(Pt(250.0));
            let side = height.min(room);
            let disc = Rect::new(x + (room - side) / 2.0, bottom - height + (height - side) / 2.0, side, side);
            let ground = Rect::new(band.x, bottom - height, band.width, height);
            items.extend(masthead::standing_figure(disc, ground, &Arc::clone(figure), self.setter.disc()));
        }
        self.placer.pages[0].items.extend(items);
        self.placer.stack(0, warnings, x, band.bottom() - foot - Pt(8.0));
    }

    /// The warnings that every side has, as furniture; the imprint has them as text that is read aloud.
    fn warnings(&mut self, document: &Document, width: Pt, colour: Colour) -> Vec<Slab> {
        if document.foot.warnings.is_empty() {
            return Vec::new();
        }
        furniture::warnings(&mut self.setter, &document.foot, width, colour)
    }

    /// The body in level columns on the inside panels that the help box leaves free, with the imprint at its end if the back
    /// has no room for it.
    fn inside(&mut self, document: &Document, plan: &HelpPlan) {
        let width = self.text_width();
        let mut slabs = body::set_in_one_column(&mut self.setter, &plan::bands(document), width);
        if !plan.with_note {
            let mut note = text::set_passages(&mut self.setter, &document.help.note, ROOT, width);
            keep_together(&mut note);
            if let Some(first) = note.first_mut() {
                first.gap = self.setter.spacing.section;
            }
            slabs.append(&mut note);
        }
        slabs.extend(self.elsewhere(document));
        if !plan.imprint_on_back {
            slabs.extend(self.imprint(document));
        }
        let colour = self.setter.theme.ink;
        let warnings = self.warnings(document, width, colour);
        let foot = if warnings.is_empty() { Pt::ZERO } else { stack_height(&warnings) + Pt(6.0) };
        let room = self.room() - foot;
        let (filling, height) = flow::balance(&slabs, PANELS - 1 - plan.panels, room);
        let placed = flow::placed(&filling);
        if let Some(first) = slabs.get(placed) {
            let left = stack_height(&slabs[placed..]);
            self.overflows.push(Overflow::of_slab(first, left));
        }
        let level = height.max(room.min(height * 1.25));
        let mut slabs = slabs.into_iter();
        for (index, range) in filling.into_iter().enumerate() {
            let mut stacked: Vec<Slab> = slabs.by_ref().take(range.len()).collect();
            flow::stretch(&mut stacked, level, Pt(6.0));
            let panel = index + 1;
            let (x, y) = (self.text_x(panel), self.top());
            self.placer.stack(panel, stacked, x, y);
        }
        let y = self.setter.grid.bottom() - stack_height(&warnings);
        let x = self.text_x(1);
        self.placer.stack(1, warnings, x, y);
    }

    /// Contacts and imprint as small print: whom to call stands in the help box.
    fn imprint(&mut self, document: &Document) -> Vec<Slab> {
        let width = self.text_width();
        vec![furniture::small_imprint(&mut self.setter, &document.imprint, width)]
    }

    /// Where to get the whole leaflet, with its address as a QR code.
    fn elsewhere(&mut self, document: &Document) -> Option<Slab> {
        let elsewhere = document.elsewhere.as_ref()?;
        let width = self.text_width();
        Some(crate::layout::blocks::elsewhere::panel(
            &mut self.setter,
            elsewhere,
            width,
            crate::layout::blocks::elsewhere::HAND,
        ))
    }

    fn help_frame(&self) -> HelpGrid {
        HelpGrid { width: self.text_width() + OUTSET * 2.0, side: Pt(6.0), columns: 1 }
    }

    /// Heights that the help box may take on the last `panels` panels, when the imprint takes `below` of the back.
    fn help_room(&self, panels: usize, below: Pt) -> Vec<Pt> {
        let room = self.room() + HELP_RISE * 2.0;
        let mut rooms = vec![room; panels];
        rooms[panels - 1] -= below;
        rooms
    }

    /// The first plan that fits: two panels before three, with imprint and note before without, airy before tight. Signs and
    /// numbers are in all of them.
    fn plan_help(&mut self, document: &Document) -> HelpPlan {
        let before = self.setter.tree.mark();
        let imprint = self.imprint_height(document);
        let mut plans = Vec::new();
        for panels in 2..=MOST_HELP {
            for (imprint_on_back, with_note) in [(true, true), (false, true), (true, false), (false, false)] {
                for way in 0..help::WAYS {
                    // On three panels, each tier has one of its own if possible.
                    let cuts = if panels == 2 { &[true][..] } else { &[false, true] };
                    plans.extend(cuts.iter().map(|&to_fill| HelpPlan {
                        panels,
                        to_fill,
                        way,
                        with_note,
                        imprint_on_back,
                    }));
                }
            }
        }
        let last = plans.len() - 1;
        let fitting = plans.iter().position(|plan| {
            self.setter.tree.go_back(before);
            self.help_box(document, plan, imprint).0.fits
        });
        self.setter.tree.go_back(before);
        plans.swap_remove(fitting.unwrap_or(last))
    }

    /// The help box as planned, and the heights of its panels.
    fn help_box(&mut self, document: &Document, plan: &HelpPlan, imprint: Pt) -> (Split, Vec<Pt>) {
        let room = self.help_room(plan.panels, if plan.imprint_on_back { imprint } else { Pt::ZERO });
        let cut = Cut { way: plan.way, with_note: plan.with_note, to_fill: plan.to_fill, room: &room };
        let frame = self.help_frame();
        let set = help::set_split(&mut self.setter, &document.help, frame, cut);
        (set, room)
    }

    fn help(&mut self, document: &Document, plan: &HelpPlan) {
        let width = self.help_frame().width;
        let imprint = if plan.imprint_on_back { self.imprint_height(document) } else { Pt::ZERO };
        let (set, room) = self.help_box(document, plan, imprint);
        let top = self.top() - HELP_RISE;
        let mut end = top;
        for ((stacked, panel), room) in set.parts.into_iter().zip(PANELS - plan.panels..).zip(room) {
            let height = stack_height(&stacked);
            if let Some(first) = stacked.first().filter(|_| height > room + Pt(0.5)) {
                self.overflows.push(Overflow::of_slab(first, height - room));
            }
            let x = (self.panels.widths[panel] - width) / 2.0;
            end = self.placer.stack(panel, stacked, x, top);
        }
        if plan.imprint_on_back {
            let imprint = self.imprint(document);
            // At the foot of the back.
            let y = (self.setter.grid.bottom() - stack_height(&imprint)).max(end + Pt(10.0));
            let x = self.text_x(5);
            self.placer.stack(5, imprint, x, y);
        }
    }

    /// What the imprint takes of the back, with the space above it.
    fn imprint_height(&mut self, document: &Document) -> Pt {
        let before = self.setter.tree.mark();
        let height = stack_height(&self.imprint(document)) + Pt(12.0);
        self.setter.tree.go_back(before);
        height
    }
}
