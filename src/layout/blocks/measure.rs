//! Blocks into slabs of a given width. The structure tree grows in the same walk, so reading order is block order.

use kurbo::{BezPath, Circle, Shape as _};

use crate::art::Colour;
use crate::art::icons::Icon;
use crate::compose::document::{Block, Group, GroupTitle, List, ListItem, Marker, Section};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, ListNumbering, Role, Shape, Stroke, StructTree};
use crate::layout::kernel::set::{Paint, Setter, box_shape, decoration, filled_box, icon, rule};
use crate::layout::kernel::slab::{Slab, join, keep_together, stack_height};
use crate::layout::kernel::style::{self, COMPACT, Step};
use crate::model::handout::Evidence;
use crate::model::text::{Passage, Rich};

/// Space that a list's marker takes.
const MARKER: Pt = Pt(16.0);
/// Items up to this height never split.
const KEEP_ITEM: Pt = Pt(16.0 * 12.0);
/// Groups up to this height never split.
const KEEP_GROUP: Pt = Pt(96.0);
/// Sections up to this height never split.
const KEEP_SECTION: Pt = Pt(176.0);
/// Space that a box to tick takes.
const TICK_BOX: Pt = Pt(24.0);

impl Setter<'_> {
    /// Blocks in a column of `width`, under `parent`.
    pub fn blocks(&mut self, blocks: &[Block], parent: ElementId, width: Pt) -> Vec<Slab> {
        blocks.iter().flat_map(|block| self.block(block, parent, width)).collect()
    }

    /// A block in a column of `width`, under `parent`.
    pub fn block(&mut self, block: &Block, parent: ElementId, width: Pt) -> Vec<Slab> {
        match block {
            Block::Summary(passages) => self.summary(passages, parent, width),
            Block::Section(section) => self.section(section, parent, width),
            Block::Group(group) => self.group(group, parent, width),
            Block::Text(passages) => self.passages(passages, parent, width),
            Block::List(list) => self.list(list, parent, width),
            Block::Picture(picture, alt) => vec![self.illustration(picture, alt, parent, width)],
            Block::Questions(questions) => self.questions(questions, parent, width),
            Block::Panel(blocks) if self.is_cramped() => self.blocks(blocks, parent, width),
            Block::Panel(blocks) => vec![self.panel(blocks, parent, width)],
            Block::Pair(start, end) => vec![self.pair(start, end, parent, width)],
            Block::Cards(cards) => self.cards(cards, parent, width),
            Block::SmallPrint(entries) => self.small_print(entries, parent, width),
            Block::Details(details) => vec![self.details(details, parent, width)],
            Block::Diary(diary) => self.diary(diary, parent, width),
            Block::Close(blocks) => {
                let spacing = std::mem::replace(&mut self.spacing, COMPACT.at(self.grid.scale));
                let slabs = self.blocks(blocks, parent, width);
                self.spacing = spacing;
                slabs
            }
            Block::Ruled(title, lines) => vec![self.ruled(title, *lines, parent, width)],
        }
    }

    fn summary(&mut self, passages: &[Passage], parent: ElementId, width: Pt) -> Vec<Slab> {
        let indent = self.grown(Pt(20.0));
        let paint = Paint { step: Step::Lead, colour: self.theme.ink };
        let slabs = self.painted_passages(passages, parent, paint, width - indent);
        let mut whole = join(slabs).indented(indent);
        let size = Size { width: Pt(4.0), height: whole.height };
        whole
            .underlay(Rect::new(Pt::ZERO, Pt::ZERO, size.width, size.height), filled_box(size, 2.0, self.theme.accent));
        vec![whole]
    }

    fn section(&mut self, section: &Section, parent: ElementId, width: Pt) -> Vec<Slab> {
        let sect = self.tree.add(parent, Role::Sect);
        let mut slabs = self.section_heading(section.icon, &section.title, sect, width);
        // A picture and what leads up to it stay with the heading.
        let led = section.blocks.iter().position(|block| matches!(block, Block::Picture(..))).unwrap_or_default();
        let mut content = self.blocks(&section.blocks[..led], sect, width);
        content.iter_mut().for_each(|line| line.keep = true);
        content.extend(self.blocks(&section.blocks[led..], sect, width));
        if let Some(first) = content.first_mut() {
            first.gap = self.grown(Pt(8.0));
        }
        slabs.append(&mut content);
        keep_short(&mut slabs, self.grown(KEEP_SECTION));
        slabs
    }

    fn section_heading(&mut self, mark: Option<Icon>, title: &Rich, sect: ElementId, width: Pt) -> Vec<Slab> {
        let indent = if mark.is_some() { self.grown(Pt(28.0)) } else { Pt::ZERO };
        let paint = Paint { step: Step::Section, colour: self.theme.heading };
        let lines = self.paragraph(sect, Role::H(2), title, paint, width - indent);
        let mut heading = join(lines).indented(indent);
        if let Some(mark) = mark {
            heading.items.extend(icon(mark, Pt::ZERO, Pt::ZERO, self.grown(Pt(20.0)), self.theme.primary));
        }
        heading.gap = self.spacing.section;
        heading.keep = true;
        heading.heading = Some((title.text(), 2));
        vec![heading]
    }

    fn group(&mut self, group: &Group, parent: ElementId, width: Pt) -> Vec<Slab> {
        let sect = self.tree.add(parent, Role::Sect);
        let mut heading = match &group.title {
            GroupTitle::Words(words) => {
                let paint = Paint { step: Step::Group, colour: self.theme.heading };
                join(self.paragraph(sect, Role::H(3), words, paint, width))
            }
            GroupTitle::Evidence(evidence, label) => self.badge(*evidence, label, sect, width),
        };
        heading.gap = self.spacing.group;
        heading.keep = true;
        let mut slabs = vec![heading];
        // What leads up to a list stays with its first item.
        let intro = matches!(group.blocks.as_slice(), [Block::Text(_), Block::List(_), ..]);
        let mut content = self.blocks(&group.blocks[..usize::from(intro)], sect, width);
        content.iter_mut().for_each(|line| line.keep = true);
        content.extend(self.blocks(&group.blocks[usize::from(intro)..], sect, width));
        if let Some(first) = content.first_mut() {
            first.gap = if matches!(group.title, GroupTitle::Evidence(..)) { self.spacing.item } else { Pt(4.0) };
        }
        slabs.append(&mut content);
        keep_short(&mut slabs, self.grown(KEEP_GROUP));
        slabs
    }

    /// An evidence label: its word in a pill, with a mark that survives a black-and-white printer.
    fn badge(&mut self, evidence: Evidence, label: &Rich, sect: ElementId, width: Pt) -> Slab {
        let (padding, mark_size, height) = (self.grown(Pt(10.0)), self.grown(Pt(14.0)), self.grown(Pt(24.0)));
        let indent = padding + mark_size + self.grown(Pt(6.0));
        let own = style::evidence_colour(evidence);
        let colour = if self.low_ink { own } else { Colour::WHITE };
        let paint = Paint { step: Step::Group, colour };
        let room = width - indent - padding;
        let text_width = self.width_of(label, Step::Group).min(room);
        let text = join(self.paragraph(sect, Role::H(3), label, paint, room)).indented(indent);
        let height = height.max(text.height + Pt(8.0));
        let top = (height - text.height) / 2.0;
        let size = Size { width: indent + text_width + padding + Pt(2.0), height };
        let mut badge = Slab { height, ..Slab::default() };
        let radius = f64::from(height.0) / 2.0;
        let pill = if self.low_ink {
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
        self.ruled_badge(badge, evidence, width)
    }

    /// A label that warns stands under a rule over the whole column, so that its group is told apart in black and white.
    fn ruled_badge(&self, badge: Slab, evidence: Evidence, width: Pt) -> Slab {
        let Some(thickness) = style::evidence_rule(evidence).map(|thickness| self.grown(thickness)) else {
            return badge;
        };
        let line = rule(Size { width, height: thickness }, style::evidence_colour(evidence), thickness);
        let (shift, height) = (thickness + self.grown(Pt(6.0)), badge.height);
        let mut ruled = badge.moved_down(shift);
        ruled.height = height + shift;
        ruled.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, width, thickness), line));
        ruled
    }

    /// Passages of running text.
    pub fn passages(&mut self, passages: &[Passage], parent: ElementId, width: Pt) -> Vec<Slab> {
        let paint = self.body();
        self.painted_passages(passages, parent, paint, width)
    }

    /// Passages in a given paint, on lines that are no longer than is easy to read.
    pub fn painted_passages(&mut self, passages: &[Passage], parent: ElementId, paint: Paint, width: Pt) -> Vec<Slab> {
        let width = width.min(self.style(paint.step).size * style::MEASURE);
        let mut slabs = Vec::new();
        for passage in passages {
            let mut next = match passage {
                Passage::Paragraph(rich) => self.paragraph(parent, Role::P, rich, paint, width),
                Passage::List { numbers, items } => self.inner_list(numbers.as_deref(), items, parent, paint, width),
            };
            if let Some(first) = next.first_mut() {
                first.gap = self.spacing.item;
            }
            slabs.append(&mut next);
        }
        slabs
    }

    /// A list inside running text.
    fn inner_list(
        &mut self,
        numbers: Option<&[String]>,
        items: &[Vec<Passage>],
        parent: ElementId,
        paint: Paint,
        width: Pt,
    ) -> Vec<Slab> {
        let numbering = if numbers.is_some() { ListNumbering::Decimal } else { ListNumbering::Disc };
        let list = self.tree.add(parent, Role::L(numbering));
        let mut slabs = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let entry = self.tree.add(list, Role::LI);
            let label = numbers.and_then(|numbers| numbers.get(index)).map(Rich::plain);
            let indent = self.grown(if numbers.is_some() { Pt(20.0) } else { MARKER });
            let label = label.map(|label| join(self.paragraph(entry, Role::Lbl, &label, paint, indent + Pt(4.0))));
            let body = self.tree.add(entry, Role::LBody);
            let content = self.painted_passages(item, body, paint, width - indent);
            let mut content: Vec<Slab> = content.into_iter().map(|slab| slab.indented(indent)).collect();
            if let Some(first) = content.first_mut() {
                first.gap = Pt(4.0);
                match label {
                    Some(label) => drop(first.items.splice(0..0, label.items)),
                    None => first.items.push(self.dot(Pt(3.0), paint)),
                }
            }
            slabs.append(&mut content);
        }
        slabs
    }

    fn list(&mut self, list: &List, parent: ElementId, width: Pt) -> Vec<Slab> {
        let numbering = match list.marker {
            Marker::None => ListNumbering::None,
            Marker::Dot => ListNumbering::Disc,
            Marker::Box => ListNumbering::Square,
        };
        let element = self.tree.add(parent, Role::L(numbering));
        list.items.iter().flat_map(|item| self.list_item(item, list.marker, element, width)).collect()
    }

    fn list_item(&mut self, item: &ListItem, marker: Marker, list: ElementId, width: Pt) -> Vec<Slab> {
        let indent = match marker {
            Marker::None => Pt::ZERO,
            Marker::Dot => self.grown(MARKER),
            Marker::Box => self.grown(TICK_BOX),
        };
        let entry = self.tree.add(list, Role::LI);
        let body = self.tree.add(entry, Role::LBody);
        let mut slabs = Vec::new();
        if let Some(name) = &item.name {
            let paint = self.strong(self.theme.ink);
            slabs = self.paragraph(body, Role::P, name, paint, width - indent);
            keep_together(&mut slabs);
            if let Some(last) = slabs.last_mut() {
                last.keep = true;
            }
        }
        let mut text = self.passages(&item.body, body, width - indent);
        if let Some(first) = text.first_mut() {
            first.gap = Pt::ZERO;
        }
        slabs.append(&mut text);
        if stack_height(&slabs) <= self.grown(KEEP_ITEM) {
            keep_together(&mut slabs);
        }
        let mut slabs: Vec<Slab> = slabs.into_iter().map(|slab| slab.indented(indent)).collect();
        if let Some(first) = slabs.first_mut() {
            first.gap = self.spacing.item;
            match marker {
                Marker::None => {}
                Marker::Dot => {
                    let paint = Paint { colour: self.theme.primary, ..self.body() };
                    first.items.push(self.dot(Pt(4.0), Paint { step: Step::Body, ..paint }));
                }
                Marker::Box => first.items.push(self.tick_box()),
            }
        }
        slabs
    }

    fn tick_box(&self) -> crate::layout::display::Item {
        let side = self.grown(Pt(12.0));
        let stroke = Stroke { colour: self.theme.primary, width: Pt(1.2), dash: None };
        let shape = box_shape(Size { width: side, height: side }, 3.0, None, Some(stroke));
        decoration(Rect::new(Pt::ZERO, self.grown(Pt(2.0)), side, side), shape)
    }

    fn questions(&mut self, questions: &[(Rich, Vec<Passage>)], parent: ElementId, width: Pt) -> Vec<Slab> {
        let mut slabs = Vec::new();
        for (question, answer) in questions {
            let paint = self.strong(self.theme.heading);
            let sect = self.tree.add(parent, Role::Sect);
            let mut asked = self.paragraph(sect, Role::H(3), question, paint, width);
            keep_together(&mut asked);
            if let Some(first) = asked.first_mut() {
                first.gap = self.spacing.group.min(Pt(12.0));
            }
            if let Some(last) = asked.last_mut() {
                last.keep = true;
            }
            let mut answered = self.passages(answer, sect, width);
            if let Some(first) = answered.first_mut() {
                first.gap = Pt::ZERO;
            }
            slabs.append(&mut asked);
            slabs.append(&mut answered);
        }
        slabs
    }

    fn small_print(&mut self, entries: &[Rich], parent: ElementId, width: Pt) -> Vec<Slab> {
        let list = self.tree.add(parent, Role::L(ListNumbering::None));
        let paint = Paint { step: Step::Small, colour: self.theme.ink };
        let mut slabs = Vec::new();
        for entry in entries {
            let item = self.tree.add(list, Role::LI);
            let body = self.tree.add(item, Role::LBody);
            // An entry is inline-level: it stands in a paragraph.
            let paragraph = self.tree.add(body, Role::P);
            let mut lines = self.paragraph(paragraph, Role::BibEntry, entry, paint, width);
            keep_together(&mut lines);
            if let Some(first) = lines.first_mut() {
                first.gap = Pt(4.0);
            }
            slabs.append(&mut lines);
        }
        slabs
    }
}

/// Keeps what is short in one column: a line or two of it alone look lost.
fn keep_short(slabs: &mut [Slab], height: Pt) {
    if stack_height(slabs) <= height {
        keep_together(slabs);
    }
}

impl Setter<'_> {
    /// A dot before a line of `paint`, its middle `x` from the start, grown with the type.
    fn dot(&self, x: Pt, paint: Paint) -> crate::layout::display::Item {
        let middle = self.style(paint.step).leading / 2.0;
        dot(self.grown(x), middle, paint.colour, self.grid.scale.factor())
    }
}

/// A dot with its middle at the given place, `factor` times as large as beside running text.
pub fn dot(radius_at: Pt, y: Pt, colour: Colour, factor: f32) -> crate::layout::display::Item {
    let radius = 2.2 * f64::from(factor);
    let path: BezPath = Circle::new((radius, radius), radius).to_path(0.01);
    let shape = Shape { path, fill: Some(colour), even_odd: false, stroke: None };
    let side = Pt(radius as f32 * 2.0);
    decoration(Rect::new(radius_at - side / 2.0, y - side / 2.0, side, side), shape)
}

/// The document element.
pub const ROOT: ElementId = StructTree::ROOT;
