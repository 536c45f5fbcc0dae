//! A card for the wallet: warning signs and numbers on small panels, in reading order. `press` places them on strips
//! that are cut out and folded like a concertina.

use crate::art::Colour;
use crate::compose::Document;
use crate::compose::document::HelpTier;
use crate::geom::{Pt, Rect, Size};
use crate::layout::Overflow;
use crate::layout::blocks::bar;
use crate::layout::blocks::furniture;
use crate::layout::blocks::help::{self, SignLook};
use crate::layout::blocks::notes;
use crate::layout::blocks::text;
use crate::layout::display::{ElementId, Publication, Role};
use crate::layout::kernel::complete;
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::{Grid, PageStyle};
use crate::layout::kernel::place::Placer;
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::shapes::{decoration, filled_box};
use crate::layout::kernel::slab::{Slab, join, stack_height};
use crate::layout::kernel::style::{self, Step, TIGHT};
use crate::model::text::{Rich, Span};
use crate::text::Shaper;

/// How much lower a bar stands at the top of a side: a strip is nearly as long as a sheet of US Letter, and office
/// printers leave its outer 6 mm white.
const LOWER: Pt = Pt(3.5);
/// Space between a tier and what follows it on the same panel.
const FOLLOWING: Pt = Pt(5.0);
/// The fewest signs of a tier that begin on the panel of another.
const FEWEST: usize = 2;
/// The most panels that a card may have: five on each side of its strip.
const MOST_PANELS: usize = 10;

/// How close a card is set. Type has one size in all of them.
#[derive(Clone, Copy)]
struct Way {
    /// Whether a tier may follow the one before on the same panel.
    follow: bool,
    /// Space inside a tier's bar.
    bar_padding: Pt,
    /// Space inside the bar over the rest of a tier.
    again_padding: Pt,
    /// Size of the mark on it.
    again_mark: Pt,
    /// Space that a sign's dot takes.
    indent: Pt,
    /// Space between a tier's bar and its signs.
    below_bar: Pt,
    /// Space between signs.
    sign_gap: Pt,
}

/// Each tier on panels of its own; where those are too many, one after the other; and closer, with signs still apart.
const WAYS: [Way; 3] = [
    USUAL,
    Way { follow: true, ..USUAL },
    Way {
        follow: true,
        bar_padding: Pt(1.5),
        again_padding: Pt(1.0),
        again_mark: Pt(12.5),
        indent: Pt(7.0),
        below_bar: Pt(1.5),
        sign_gap: Pt(0.4),
    },
];

/// How most cards are set.
const USUAL: Way = Way {
    follow: false,
    bar_padding: Pt(2.5),
    again_padding: Pt(4.0),
    again_mark: Pt(16.0),
    indent: Pt(9.0),
    below_bar: Pt(3.0),
    sign_gap: Pt(1.2),
};

/// Panels under construction.
struct Card<'a> {
    setter: Setter<'a>,
    placer: Placer,
    way: Way,
    /// Where the content of the last panel ends.
    end: Pt,
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
    for way in WAYS {
        let mut card = Card::new(Setter::new(document, shaper, style, TIGHT), way);
        card.set(document);

        if card.placer.pages.len() <= MOST_PANELS {
            return Ok(complete::complete(card.setter, card.placer, document));
        }
    }
    let text = document.help.title.text();
    Err(vec![Overflow { what: format!("“{text}”"), text, points: 1 }])
}

impl<'a> Card<'a> {
    fn new(setter: Setter<'a>, way: Way) -> Self {
        Self { setter, placer: Placer::default(), way, end: Pt::ZERO }
    }

    /// The whole card: an even number of panels.
    fn set(&mut self, document: &Document) {
        self.front(document);
        let sect = self.setter.tree.add(ROOT, Role::Sect);
        for (index, tier) in document.help.tiers.iter().enumerate() {
            self.tier(tier, sect, index > 0 && self.way.follow);
        }
        self.last(document, sect);
        // Where tiers follow one another, the folds are placed for the greatest number of panels.
        while self.placer.pages.len() % 2 == 1 || self.way.follow && self.placer.pages.len() < MOST_PANELS {
            self.notes(document);
        }
    }

    fn new_panel(&mut self) {
        self.placer.add_page(self.setter.grid.page);
    }

    /// Puts a slab on the last panel.
    fn put(&mut self, slab: Slab, x: Pt, y: Pt) {
        self.placer.put(self.placer.last(), slab, x, y);
    }

    /// Stacks slabs on the last panel from `y` down; gives where they end.
    fn stack(&mut self, slabs: Vec<Slab>, y: Pt) -> Pt {
        self.placer.stack(self.placer.last(), slabs, self.setter.grid.margin, y)
    }

    /// The front: whose card, what it is, and every number.
    fn front(&mut self, document: &Document) {
        self.new_panel();
        let grid = self.setter.grid;
        let band = Rect::new(Pt::ZERO, Pt::ZERO, grid.page.width, Pt(44.0));
        let size = Size { width: band.width, height: band.height };
        let ground = decoration(band, self.setter.band(size, 0.0));
        self.placer.pages[0].items.push(ground);
        let colour = self.setter.on_band();
        let title = Rich::plain(document.masthead.title.text());
        let mut head =
            self.setter.paragraph(ROOT, Role::H(1), &title, TextPaint { step: Step::Help, colour }, grid.width());
        let brand = Rich::plain(document.masthead.brand.clone());
        head.extend(self.setter.paragraph(ROOT, Role::P, &brand, TextPaint { step: Step::Body, colour }, grid.width()));
        if let Some(first) = head.first_mut() {
            first.heading = Some((document.masthead.title.text(), 1));
        }
        let head = join(head);
        let top = ((band.height - head.height) / 2.0).max(Pt(4.0));
        let below = band.height.max(head.height + Pt(8.0)) + Pt(5.0);
        self.stack(vec![head], top);
        let paint = TextPaint { step: Step::Tier, colour: self.setter.theme.heading };
        let mut slabs = self.setter.paragraph(ROOT, Role::P, &document.help.title, paint, grid.width());
        let mut seen = Vec::new();
        for tier in &document.help.tiers {
            for number in tier.numbers.iter().filter(|number| !seen.contains(&number.number)) {
                let mut rich = Rich::plain(format!("{}: ", number.who));
                let link = Span { text: number.number.clone(), bold: true, link: Some(number.uri.clone()) };
                rich.spans.push(link);
                let paint = TextPaint { step: Step::Body, colour: self.setter.theme.ink };
                slabs.extend(self.setter.paragraph(ROOT, Role::P, &rich, paint, grid.width()));
            }
            seen.extend(tier.numbers.iter().map(|number| number.number.clone()));
        }
        // Many numbers move up towards the band, clear of the warnings at the foot.
        let ink = self.setter.theme.ink;
        let warnings = furniture::warnings(&mut self.setter, &document.foot, grid.width(), ink);
        let foot = grid.bottom() - stack_height(&warnings);
        let lowest = foot - stack_height(&slabs);
        self.stack(slabs, below.min(lowest));
        self.stack(warnings, foot);
    }

    /// A tier on as many panels as it needs. Its bar is repeated on each; the structure tree has it once.
    fn tier(&mut self, tier: &HelpTier, parent: ElementId, follows: bool) {
        let sect = self.setter.tree.add(parent, Role::Sect);
        let grid = self.setter.grid;
        let first = self.bar(tier, sect);
        let look = SignLook {
            step: Step::Sign,
            width: grid.width(),
            indent: self.way.indent,
            gap: self.way.sign_gap,
            dot_at: Pt(3.0),
            dot_scale: 0.75,
        };
        let signs = help::signs_as(&mut self.setter, tier, sect, look);
        if self.way.follow {
            return self.following(tier, first, signs, follows);
        }
        let whole = grid.bottom() - self.way.below_bar;
        let rooms = (whole - first.height, whole - self.bar_again(tier).height);
        let mut bar = Some(first);
        for part in even(signs, rooms.0, rooms.1) {
            self.new_panel();
            let bar = bar.take().unwrap_or_else(|| self.bar_again(tier));
            self.part(bar, part, Pt::ZERO);
        }
    }

    /// A tier that begins under the one before where there is room, each panel as full as it can be.
    fn following(&mut self, tier: &HelpTier, mut bar: Slab, mut signs: Vec<Slab>, follows: bool) {
        let bottom = self.setter.grid.bottom() - self.way.below_bar;
        let mut top = self.end + FOLLOWING;
        let mut least = if follows { signs.len().min(FEWEST) } else { usize::MAX };
        while !signs.is_empty() {
            let mut count = flow::placed(&flow::fill(&signs, &[bottom - top - bar.height]));
            if count < least {
                self.new_panel();
                top = self.top_of(self.placer.pages.len() - 1);
                count = flow::placed(&flow::fill(&signs, &[bottom - top - bar.height])).max(1);
            }
            let rest = signs.split_off(count);
            self.part(bar, std::mem::replace(&mut signs, rest), top);
            bar = self.bar_again(tier);
            least = usize::MAX;
        }
    }

    /// The top of a bar at the top of a panel.
    fn top_of(&self, panel: usize) -> Pt {
        if self.way.follow && panel == MOST_PANELS / 2 { LOWER } else { Pt::ZERO }
    }

    /// A bar and the signs under it, from `top` down.
    fn part(&mut self, bar: Slab, signs: Vec<Slab>, top: Pt) {
        let below = top + bar.height + self.way.below_bar;
        self.put(bar, Pt::ZERO, top);
        self.end = self.stack(signs, below);
    }

    /// A tier's bar over the whole panel: what to do and whom to call.
    fn bar(&mut self, tier: &HelpTier, sect: ElementId) -> Slab {
        let grid = self.setter.grid;
        let (own, _) = style::tier_colours(tier.urgency);
        let colour = if self.setter.low_ink { own } else { Colour::WHITE };
        let mark = Pt(16.0);
        let x = grid.margin + mark + Pt(6.0);
        let room = grid.page.width - x - grid.margin;
        let paint = TextPaint { step: Step::Tier, colour };
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
        let mut bar = bar::bar_of(text, tier.urgency, grid.margin, mark, x, colour, self.way.bar_padding);
        bar.heading = Some((tier.call.text(), 2));
        self.on_ground(bar, own)
    }

    /// The slim bar over the rest of a tier.
    fn bar_again(&mut self, tier: &HelpTier) -> Slab {
        let grid = self.setter.grid;
        let (own, _) = style::tier_colours(tier.urgency);
        let bar = bar::bar_again(
            &mut self.setter,
            tier,
            grid.margin,
            grid.page.width,
            (self.way.again_mark, self.way.again_padding),
        );
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
        let paint = TextPaint { step: Step::Sign, colour: self.setter.theme.ink };
        let mut slabs = text::set_painted(&mut self.setter, &document.help.note, sect, paint, width);
        let imprint = self.setter.tree.add(ROOT, Role::Sect);
        // The front has the clinic and its numbers; here are the whole leaflet's address and the version.
        let dates = Rich::plain(format!("{}.", document.foot.imprint));
        let mut said: Vec<Rich> = document.elsewhere.iter().map(|place| place.text.clone()).chain([dates]).collect();
        if self.way.follow && said.len() > 1 {
            // As one paragraph, since room is short.
            let spans = said.drain(..).reduce(|mut one, next| {
                one.spans.extend(Rich::plain(" ").spans);
                one.spans.extend(next.spans);
                one
            });
            said.extend(spans);
        }
        for rich in &said {
            let mut lines = self.setter.paragraph(imprint, Role::P, rich, paint, width);
            if let Some(first) = lines.first_mut() {
                first.gap = Pt(5.0);
            }
            slabs.append(&mut lines);
        }
        for slab in &mut slabs {
            slab.gap = slab.gap.min(if self.way.follow { Pt(1.0) } else { Pt(4.0) });
        }
        let bottom = self.setter.grid.bottom();

        if self.way.follow {
            let top = self.end + FOLLOWING;
            let rest = slabs.split_off(flow::placed(&flow::fill(&slabs, &[bottom - top])));
            self.end = self.stack(std::mem::replace(&mut slabs, rest), top);
        }
        while !slabs.is_empty() {
            self.new_panel();
            let top = self.setter.grid.margin;
            let count = flow::placed(&flow::fill(&slabs, &[bottom - top])).max(1);
            let rest = slabs.split_off(count);
            self.end = self.stack(std::mem::replace(&mut slabs, rest), top);
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

/// Divides slabs into the fewest parts, of about equal height; `first` is the room on the first panel, `later` on others.
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
