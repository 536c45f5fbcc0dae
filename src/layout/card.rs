//! A card for the wallet: warning signs and numbers on small panels, in the order they are read. `press` lays them on
//! strips that are cut out and folded like a concertina.

use super::display::{ElementId, Item, OutlineEntry, Page, Publication, Role};
use super::grid::{Grid, PageStyle};
use super::help::SignLook;
use super::measure::ROOT;
use super::set::{Paint, Setter, decoration, filled_box};
use super::slab::{Slab, join, stack_height};
use super::style::{self, Step, TIGHT};
use super::{Overflow, complete, flow, furniture, help, notes};
use crate::art::Colour;
use crate::compose::Document;
use crate::compose::document::HelpTier;
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, Span};
use crate::text::Shaper;

/// Space inside a tier's bar.
const BAR_PADDING: Pt = Pt(2.5);
/// Space between signs.
const SIGN_GAP: Pt = Pt(1.2);
/// Space that a sign's dot takes.
const INDENT: Pt = Pt(9.0);
/// Space between a tier's bar and its signs.
const BELOW_BAR: Pt = Pt(3.0);
/// The most panels that a card may have: five on each side of its strip.
const MOST_PANELS: usize = 10;

/// Panels under construction.
struct Card<'a> {
    setter: Setter<'a>,
    pages: Vec<Page>,
    outline: Vec<OutlineEntry>,
}

/// Lays the help box and the numbers out on panels of `panel` size: an even number, each strip having two sides.
///
/// # Errors
/// When the warning signs need more panels than a strip has.
pub fn lay_out(
    document: &Document,
    shaper: &mut Shaper,
    panel: Size,
    low_ink: bool,
) -> Result<Publication, Vec<Overflow>> {
    let style = PageStyle { grid: Grid::wallet(panel), low_ink, whole_sheets: false };
    let mut card = Card { setter: Setter::new(document, shaper, style, TIGHT), pages: Vec::new(), outline: Vec::new() };
    card.front(document);
    let sect = card.setter.tree.add(ROOT, Role::Sect);
    for tier in &document.help.tiers {
        card.tier(tier, sect);
    }
    card.last(document, sect);
    if card.pages.len() % 2 == 1 {
        card.notes(document);
    }
    if card.pages.len() > MOST_PANELS {
        let text = document.help.title.text();
        return Err(vec![Overflow { what: format!("“{text}”"), text, points: 1 }]);
    }
    Ok(complete::complete(card.setter, card.pages, card.outline, document))
}

impl Card<'_> {
    fn new_panel(&mut self) {
        self.pages.push(Page::new(self.setter.grid.page));
    }

    fn put(&mut self, slab: Slab, x: Pt, y: Pt) {
        let page = self.pages.len() - 1;
        if let Some((title, level)) = slab.heading {
            self.outline.push(OutlineEntry { title, level, page, y, x: None });
        }
        let moved = slab.items.into_iter().map(|item| Item { frame: item.frame.moved(x, y), ..item });
        self.pages[page].items.extend(moved);
    }

    fn stack(&mut self, slabs: Vec<Slab>, mut y: Pt) -> Pt {
        for (index, slab) in slabs.into_iter().enumerate() {
            if index > 0 {
                y += slab.gap;
            }
            let height = slab.height;
            self.put(slab, self.setter.grid.margin, y);
            y += height;
        }
        y
    }

    /// The front: whose card, what it is, and every number.
    fn front(&mut self, document: &Document) {
        self.new_panel();
        let grid = self.setter.grid;
        let band = Rect::new(Pt::ZERO, Pt::ZERO, grid.page.width, Pt(44.0));
        let size = Size { width: band.width, height: band.height };
        let ground = decoration(band, self.setter.band(size, 0.0));
        self.pages[0].items.push(ground);
        let colour = self.setter.on_band();
        let title = Rich::plain(document.masthead.title.text());
        let mut head =
            self.setter.paragraph(ROOT, Role::H(1), &title, Paint { step: Step::Help, colour }, grid.width());
        let brand = Rich::plain(document.masthead.brand.clone());
        head.extend(self.setter.paragraph(ROOT, Role::P, &brand, Paint { step: Step::Body, colour }, grid.width()));
        if let Some(first) = head.first_mut() {
            first.heading = Some((document.masthead.title.text(), 1));
        }
        let head = join(head);
        let top = ((band.height - head.height) / 2.0).max(Pt(4.0));
        let below = band.height.max(head.height + Pt(8.0)) + Pt(5.0);
        self.stack(vec![head], top);
        let paint = Paint { step: Step::Tier, colour: self.setter.theme.heading };
        let mut slabs = self.setter.paragraph(ROOT, Role::P, &document.help.title, paint, grid.width());
        let mut seen = Vec::new();
        for tier in &document.help.tiers {
            for number in tier.numbers.iter().filter(|number| !seen.contains(&number.number)) {
                let mut rich = Rich::plain(format!("{}: ", number.who));
                let link = Span { text: number.number.clone(), bold: true, link: Some(number.uri.clone()) };
                rich.spans.push(link);
                let paint = Paint { step: Step::Body, colour: self.setter.theme.ink };
                slabs.extend(self.setter.paragraph(ROOT, Role::P, &rich, paint, grid.width()));
            }
            seen.extend(tier.numbers.iter().map(|number| number.number.clone()));
        }
        self.stack(slabs, below);
        self.warnings(document);
    }

    fn warnings(&mut self, document: &Document) {
        if document.foot.warnings.is_empty() {
            return;
        }
        let (width, colour) = (self.setter.grid.width(), self.setter.theme.ink);
        let slabs = furniture::warnings(&mut self.setter, &document.foot, width, colour);
        let y = self.setter.grid.bottom() - stack_height(&slabs);
        self.stack(slabs, y);
    }

    /// A tier on as many panels as it needs; its bar is repeated on each, and read once.
    fn tier(&mut self, tier: &HelpTier, parent: ElementId) {
        let sect = self.setter.tree.add(parent, Role::Sect);
        let grid = self.setter.grid;
        let first = self.bar(tier, sect);
        let look = SignLook {
            step: Step::Sign,
            width: grid.width(),
            indent: INDENT,
            gap: SIGN_GAP,
            dot_at: Pt(3.0),
            dot_scale: 0.75,
        };
        let signs = help::signs_as(&mut self.setter, tier, sect, look);
        let mut bar = Some(first);
        let whole = grid.bottom() - BELOW_BAR;
        let first_room = whole - bar.as_ref().map_or(Pt::ZERO, |bar| bar.height);
        let later_room = whole - self.bar_again(tier).height;
        for part in even(signs, first_room, later_room) {
            self.new_panel();
            let bar = bar.take().unwrap_or_else(|| self.bar_again(tier));
            let top = bar.height + BELOW_BAR;
            self.put(bar, Pt::ZERO, Pt::ZERO);
            self.stack(part, top);
        }
    }

    /// A tier's bar over the whole panel: what to do and whom to call.
    fn bar(&mut self, tier: &HelpTier, sect: ElementId) -> Slab {
        let grid = self.setter.grid;
        let (own, _) = style::tier_colours(tier.urgency);
        let colour = if self.setter.low_ink { own } else { Colour::WHITE };
        let mark = Pt(16.0);
        let x = grid.margin + mark + Pt(6.0);
        let room = grid.page.width - x - grid.margin;
        let paint = Paint { step: Step::Tier, colour };
        let mut lines = self.setter.paragraph(sect, Role::H(2), &tier.call, paint, room);
        for number in &tier.numbers {
            let mut rich = Rich::default();
            if tier.numbers.len() > 1 || number.named {
                rich.spans.push(Span { text: format!("{}: ", number.who), ..Span::default() });
            }
            rich.spans.extend(Rich::link(number.number.clone(), number.uri.clone()).spans);
            lines.extend(self.setter.paragraph(sect, Role::P, &rich, paint, room));
        }
        let text = join(lines);
        let mut bar = help::bar_of(text, tier.urgency, grid.margin, mark, x, colour, BAR_PADDING);
        bar.heading = Some((tier.call.text(), 2));
        self.on_ground(bar, own)
    }

    /// The slim bar of a tier that goes on.
    fn bar_again(&mut self, tier: &HelpTier) -> Slab {
        let grid = self.setter.grid;
        let (own, _) = style::tier_colours(tier.urgency);
        let bar = help::bar_again(&mut self.setter, tier, grid.margin, grid.page.width, Pt(4.0));
        self.on_ground(bar, own)
    }

    /// A bar with its colour under it.
    fn on_ground(&self, mut bar: Slab, colour: Colour) -> Slab {
        if !self.setter.low_ink {
            let size = Size { width: self.setter.grid.page.width, height: bar.height };
            bar.underlay(Rect::new(Pt::ZERO, Pt::ZERO, size.width, size.height), filled_box(size, 0.0, colour));
        }
        bar
    }

    /// The paragraph under the tiers, and who says so.
    fn last(&mut self, document: &Document, sect: ElementId) {
        let width = self.setter.grid.width();
        let paint = Paint { step: Step::Sign, colour: self.setter.theme.ink };
        let mut slabs = self.setter.painted_passages(&document.help.note, sect, paint, width);
        let imprint = self.setter.tree.add(ROOT, Role::Sect);
        // Whom to call and whose card it is stands on the front; here is what it is a part of, and since when.
        let dates = Rich::plain(format!("{}.", document.foot.imprint));
        for rich in document.elsewhere.iter().map(|place| &place.text).chain([&dates]) {
            let mut lines = self.setter.paragraph(imprint, Role::P, rich, paint, width);
            if let Some(first) = lines.first_mut() {
                first.gap = Pt(5.0);
            }
            slabs.append(&mut lines);
        }
        for slab in &mut slabs {
            slab.gap = slab.gap.min(Pt(4.0));
        }
        while !slabs.is_empty() {
            self.new_panel();
            let top = self.setter.grid.margin;
            let count = flow::placed(&flow::fill(&slabs, &[self.setter.grid.bottom() - top])).max(1);
            let rest = slabs.split_off(count);
            self.stack(std::mem::replace(&mut slabs, rest), top);
        }
    }

    /// Lines to write on, where a panel would be blank.
    fn notes(&mut self, document: &Document) {
        self.new_panel();
        let grid = self.setter.grid;
        let slab = notes::lines(&mut self.setter, &document.notes, grid.width(), grid.bottom() - grid.margin);
        self.put(slab, grid.margin, grid.margin);
    }
}

/// Slabs in as few parts as there can be, all about as high; `first` is the room on the first panel, `later` on others.
fn even(mut slabs: Vec<Slab>, first: Pt, later: Pt) -> Vec<Vec<Slab>> {
    let heights = |count: usize, limit: Pt| -> Vec<Pt> {
        (0..count).map(|index| limit.min(if index == 0 { first } else { later })).collect()
    };
    let holds = |count: usize, limit: Pt| flow::placed(&flow::fill(&slabs, &heights(count, limit))) == slabs.len();
    let mut count = 1;
    while !holds(count, later) && count < slabs.len() {
        count += 1;
    }
    let mut limit = stack_height(&slabs) / count as f32;
    while limit < later && !holds(count, limit) {
        limit += Pt(1.0);
    }
    let mut parts = Vec::new();
    for range in flow::fill(&slabs, &heights(count, limit.min(later))) {
        let rest = slabs.split_off(range.len());
        parts.push(std::mem::replace(&mut slabs, rest));
    }
    if !slabs.is_empty() {
        parts.push(slabs);
    }
    parts
}
