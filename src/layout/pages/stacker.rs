//! Stacks bands on pages: parts over the whole width, level columns, lines for notes in the space left over, and the help box
//! on pages of its own.

use crate::compose::Document;
use crate::compose::document::{HelpBox, Imprint, Notes, Section, Week};
use crate::geom::Pt;
use crate::layout::Overflow;
use crate::layout::blocks::body;
use crate::layout::blocks::boxed;
use crate::layout::blocks::furniture;
use crate::layout::blocks::help::{self, Cut};
use crate::layout::blocks::masthead;
use crate::layout::blocks::notes;
use crate::layout::display::{Publication, Role};
use crate::layout::kernel::complete;
use crate::layout::kernel::flow;
use crate::layout::kernel::grid::{Grid, PageStyle};
use crate::layout::kernel::place::Placer;
use crate::layout::kernel::set::{ROOT, Setter, TextPaint};
use crate::layout::kernel::slab::{Slab, join, stack_height};
use crate::layout::kernel::style::{BOX_PADDING, Scale, Spacing, Step, UNPRINTABLE};
use crate::layout::plan::{self, Band, Columns};
use crate::text::Shaper;

/// The least height of columns that is worth starting on a page.
const WORTH_STARTING: Pt = Pt(96.0);
/// Space between a band's head and its columns.
const HEAD_GAP: Pt = Pt(8.0);
/// Where the help box begins on its pages.
const HELP_TOP: Pt = Pt(UNPRINTABLE.0 + 16.0);

/// One layout, and how full its pages are.
pub struct Attempt {
    /// Share of the emptiest page that is filled, the last one left out.
    pub filled: f32,
    /// The pages, or what does not fit.
    pub result: Result<Publication, Vec<Overflow>>,
}

impl Attempt {
    /// How many pages there are; `usize::MAX` where something does not fit.
    pub fn pages(&self) -> usize {
        self.result.as_ref().map_or(usize::MAX, |publication| publication.pages.len())
    }
}

/// Lays out with one spacing.
pub fn attempt(document: &Document, shaper: &mut Shaper, style: PageStyle, spacing: Spacing) -> Attempt {
    let setter = Setter::new(document, shaper, style, spacing);
    let mut stacker = Stacker::new(setter);
    let height = plan::head(document);
    let head = masthead::set_masthead(&mut stacker.setter, &document.masthead, height, Pt::ZERO);
    stacker.place_masthead(head);
    if !document.summary.is_empty() {
        let width = stacker.width();
        let summary = body::set_summary(&mut stacker.setter, &document.summary, width);
        stacker.wide(vec![summary]);
    }
    for band in plan::bands(document) {
        match band {
            Band::Wide(part) => {
                let width = stacker.width();
                let slabs = body::set_part(&mut stacker.setter, part, ROOT, width);
                stacker.wide(slabs);
            }
            Band::Columns(columns) => stacker.columns(columns),
        }
    }
    stacker.notes_and_imprint(&document.notes, &document.imprint);
    let mut filled = None;
    if style.whole_sheets {
        // How full the imprint's page, pages to write on and the help box are, no spacing changes.
        filled = Some(stacker.least_filled);
        // Set once to count its pages, and again after the pages to write on, which precede it in reading order.
        let before = stacker.setter.tree.mark();
        let count = stacker.help_pages(&document.help).len();
        stacker.setter.tree.go_back(before);
        stacker.fill_up(&document.notes, &document.week, count);
    }
    // Only a reading copy has no help box: its warning signs are among its texts.
    if !document.help.tiers.is_empty() {
        let help = stacker.help_pages(&document.help);
        stacker.place_help(help);
    }
    let filled = filled.unwrap_or(stacker.least_filled);
    Attempt { filled, result: stacker.finish(document) }
}

/// Pages under construction.
struct Stacker<'a> {
    setter: Setter<'a>,
    grid: Grid,
    placer: Placer,
    /// Top of the free part of the last page.
    y: Pt,
    overflows: Vec<Overflow>,
    /// Share of the emptiest page so far that is filled, the open page left out.
    least_filled: f32,
}

impl<'a> Stacker<'a> {
    fn new(setter: Setter<'a>) -> Self {
        let grid = setter.grid;
        let mut placer = Placer::default();
        placer.add_page(grid.page);
        Self { setter, grid, placer, y: grid.margin, overflows: Vec::new(), least_filled: 1.0 }
    }

    fn width(&self) -> Pt {
        self.grid.width()
    }

    fn bottom(&self) -> Pt {
        self.grid.bottom()
    }

    fn room(&self) -> Pt {
        self.bottom() - self.y
    }

    fn at_top(&self) -> bool {
        self.y <= self.grid.margin
    }

    fn new_page(&mut self) {
        let filled = (self.y - self.grid.margin) / (self.bottom() - self.grid.margin);
        self.least_filled = self.least_filled.min(filled);
        self.placer.add_page(self.grid.page);
        self.y = self.grid.margin;
    }

    fn gap(&mut self, gap: Pt) {
        if !self.at_top() {
            self.y += gap;
        }
    }

    fn place_masthead(&mut self, head: Slab) {
        let height = head.height;
        if height > self.bottom() {
            self.overflow(&head, height - self.bottom());
        }
        self.placer.put(0, head, Pt::ZERO, Pt::ZERO);
        self.y = height;
    }

    /// Slabs over the whole width.
    fn wide(&mut self, slabs: Vec<Slab>) {
        self.gap(self.setter.spacing.band);
        self.stack(slabs);
    }

    /// Stacks slabs over the whole width, on new pages where they do not fit.
    fn stack(&mut self, mut slabs: Vec<Slab>) {
        while !slabs.is_empty() {
            let count = flow::placed(&flow::fill(&slabs, &[self.room()]));
            let mut count = boxed::part_next(&self.setter, &mut slabs, count, self.room());
            if count == 0 && !self.at_top() {
                self.new_page();
                continue;
            }
            if count == 0 {
                self.overflow(&slabs[0], slabs[0].height - self.room());
                count = 1;
            }
            let rest = slabs.split_off(count);
            if !rest.is_empty() {
                self.spread(&mut slabs);
            }
            self.stack_here(slabs);
            slabs = rest;
        }
    }

    /// Widens the gaps on a full page so that it ends lower, by at most `MOST` each.
    fn spread(&self, slabs: &mut [Slab]) {
        const MOST: Pt = Pt(16.0);
        let gaps = slabs.iter().skip(1).filter(|slab| slab.gap > Pt::ZERO).count();
        let each = ((self.room() - stack_height(slabs)) / gaps.max(1) as f32).min(MOST).max(Pt::ZERO);
        for slab in slabs.iter_mut().skip(1).filter(|slab| slab.gap > Pt::ZERO) {
            slab.gap += each;
        }
    }

    fn stack_here(&mut self, slabs: Vec<Slab>) {
        self.stack_at(slabs, self.grid.margin);
    }

    /// Stacks slabs from here down, `x` from the page's start edge.
    fn stack_at(&mut self, slabs: Vec<Slab>, x: Pt) {
        self.y = self.placer.stack(self.placer.last(), slabs, x, self.y);
    }

    fn columns(&mut self, columns: Columns<'_>) {
        let width = self.width();
        let column = self.grid.column();
        let (head, sect) = body::set_band_head(&mut self.setter, columns.head, width);
        let flow = columns.flow.iter();
        let slabs: Vec<Slab> = flow.flat_map(|part| body::set_under(&mut self.setter, *part, sect, column)).collect();
        let head_height = if head.is_empty() { Pt::ZERO } else { stack_height(&head) + HEAD_GAP };
        let whole = flow::balance(&slabs, self.grid.columns, Pt(f32::MAX / 4.0)).1;
        let wanted = head_height + whole.min(WORTH_STARTING).max(flow::first_height(&slabs));
        // Space before a band does not count on the page that the band moves on from.
        let gap = if self.at_top() { Pt::ZERO } else { self.setter.spacing.band };
        if self.room() - gap < wanted {
            self.new_page();
        }
        self.gap(gap);
        if !head.is_empty() {
            self.stack_here(head);
            self.y += HEAD_GAP;
        }
        self.flow_columns(slabs, column);
        if !columns.tail.is_empty() {
            let tail = columns.tail.iter();
            let tail = tail.flat_map(|part| body::set_under(&mut self.setter, *part, sect, width)).collect();
            self.gap(self.setter.spacing.group);
            self.stack(tail);
        }
    }

    /// Places slabs in level columns from `y` on, over as many pages as they need.
    fn flow_columns(&mut self, mut slabs: Vec<Slab>, column: Pt) {
        while !slabs.is_empty() {
            let (mut filling, mut height) = flow::balance(&slabs, self.grid.columns, self.room());
            let placed = flow::placed(&filling);
            let mut count = boxed::part_next(&self.setter, &mut slabs, placed, self.room());
            if count == 0 && !self.at_top() {
                self.new_page();
                continue;
            }
            if count == 0 {
                self.overflow(&slabs[0], slabs[0].height - self.room());
                count = 1;
            }
            if count > placed {
                filling = std::iter::once(0..count).collect();
                height = stack_height(&slabs[..count]);
            }
            let rest = slabs.split_off(count);
            self.place_columns(slabs, filling, column, height);
            slabs = rest;
            if !slabs.is_empty() {
                self.new_page();
            }
        }
    }

    fn place_columns(&mut self, slabs: Vec<Slab>, filling: flow::Filling, column: Pt, height: Pt) {
        let top = self.y;
        let mut slabs = slabs.into_iter();
        for (index, range) in filling.into_iter().enumerate() {
            let mut stacked: Vec<Slab> = slabs.by_ref().take(range.len()).collect();
            flow::stretch(&mut stacked, height, Pt(6.0));
            self.y = top;
            let x = self.grid.margin + (column + self.grid.gutter) * index as f32;
            self.stack_at(stacked, x);
        }
        self.y = top + height;
    }

    /// The imprint, and before it ruled lines in what its page has left.
    fn notes_and_imprint(&mut self, notes: &Notes, imprint: &Imprint) {
        let width = self.width();
        let element = self.setter.tree.add(ROOT, Role::Sect);
        let paint = TextPaint { step: Step::Group, colour: self.setter.theme.heading };
        let inner = width - BOX_PADDING * 2.0;
        let heading = join(self.setter.paragraph(element, Role::H(2), &notes.title, paint, inner));
        let imprint = self.set_imprint(imprint);
        let after = stack_height(&imprint) + self.setter.spacing.band;
        let fits = self.room() - self.setter.spacing.band >= after;
        // In a booklet they fill the page before the imprint if that page would be underfilled.
        let fill = !fits && self.setter.booklet && self.grid.is_underfilled(self.room());
        if !fits && !fill {
            self.new_page();
        }
        self.ruled_lines(heading, if fill { Pt::ZERO } else { after });
        if fill {
            self.new_page();
        }
        self.gap(self.setter.spacing.band);
        self.stack(imprint);
    }

    /// Ruled lines in the page's free height less `after`; none where that is too little.
    fn ruled_lines(&mut self, heading: Slab, after: Pt) {
        let gap = if self.at_top() { Pt::ZERO } else { self.setter.spacing.band };
        let free = self.room() - gap - after;
        let around = heading.height + BOX_PADDING * 2.0;
        let lines = ((free - around) / notes::RULED).floor().max(0.0) as usize;
        if lines >= *notes::LINES.start() {
            self.y += gap;
            let panel = notes::ruled_panel(&self.setter, heading, lines.min(*notes::LINES.end()), self.width());
            self.stack_here(vec![panel]);
        }
    }

    /// Imprint and contacts: side by side, or one under the other where there is one column.
    fn set_imprint(&mut self, imprint: &Imprint) -> Vec<Slab> {
        let Imprint { about, contact } = imprint;
        let (setter, width) = (&mut self.setter, self.grid.width());
        if self.grid.columns == 1 {
            let mut slabs = body::set_boxed_section(setter, about, ROOT, width);
            slabs.append(&mut body::set_boxed_section(setter, contact, ROOT, width));
            return slabs;
        }
        let inner = boxed::inner(boxed::half(setter, width));
        let mut set = |section: &Section| join(body::set_section(setter, section, &section.blocks, ROOT, inner));
        let (about, contact) = (set(about), set(contact));
        vec![boxed::side_by_side(&self.setter, about, contact, width)]
    }

    /// The help box as the slabs of each of its pages: one page for two columns, as many as the tiers need for one.
    fn help_pages(&mut self, help: &HelpBox) -> Vec<Vec<Slab>> {
        let grid = self.grid.help();
        let room = self.bottom() - HELP_TOP;
        if grid.columns > 1 {
            return vec![vec![help::help_page(&mut self.setter, help, grid, room)]];
        }
        if self.grid.scale == Scale::Large {
            let room = vec![room; 12];
            let cut = Cut { way: 4, with_note: true, to_fill: false, room: &room };
            let mut parts = help::set_split(&mut self.setter, help, grid, cut).parts;
            parts.retain(|slabs| !slabs.is_empty());
            return parts;
        }
        // The airiest way on the fewest pages in which no tier is higher than its page.
        let before = self.setter.tree.mark();
        let mut best: Option<((bool, usize), usize)> = None;
        for way in 0..help::WAYS {
            let pages = flow::pages(help::set_tiers(&mut self.setter, help, grid, way), room);
            self.setter.tree.go_back(before);
            let cost = (pages.iter().any(|slabs| stack_height(slabs) > room), pages.len());
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, way));
            }
        }
        let way = best.map_or(0, |(_, way)| way);
        flow::pages(help::set_tiers(&mut self.setter, help, grid, way), room)
    }

    /// Places the help box on pages of its own.
    fn place_help(&mut self, pages: Vec<Vec<Slab>>) {
        for slabs in pages {
            if !self.at_top() {
                self.new_page();
            }
            self.y = HELP_TOP;
            let (height, room) = (stack_height(&slabs), self.room());
            if let Some(first) = slabs.first().filter(|_| height > room) {
                self.overflow(first, height - room);
            }
            self.stack_at(slabs, UNPRINTABLE);
        }
    }

    /// Adds pages to write on until there are as many as fill whole sheets, `after` more pages to come.
    fn fill_up(&mut self, notes: &Notes, week: &Week, after: usize) {
        if !self.at_top() {
            self.new_page();
        }
        // The open page is empty; a page to write on or the help box goes there.
        let missing = (self.placer.pages.len() - 1 + after).next_multiple_of(4) - (self.placer.pages.len() - 1 + after);
        for index in 0..missing {
            let (width, room) = (self.width(), self.room());
            let page = match index {
                1 => notes::week(&mut self.setter, week, width, room),
                _ => notes::page(&mut self.setter, notes, width, room),
            };
            self.stack_here(vec![page]);
            self.new_page();
        }
    }

    fn overflow(&mut self, slab: &Slab, by: Pt) {
        self.overflows.push(Overflow::of_slab(slab, by));
    }

    fn finish(mut self, document: &Document) -> Result<Publication, Vec<Overflow>> {
        let count = self.placer.pages.len();
        for index in 0..count {
            let foot = furniture::foot(&mut self.setter, &document.foot, index + 1, count);
            self.placer.pages[index].items.extend(foot);
        }
        if !self.overflows.is_empty() {
            return Err(self.overflows);
        }
        Ok(complete::complete(self.setter, self.placer, document))
    }
}
