//! Sets text: a paragraph in, a slab for each line out, tagged with its element in the structure tree.

use super::grid::{Grid, PageStyle};
use super::shapes::{box_shape, filled_box};
use super::slab::Slab;
use super::style::{Scale, Spacing, Step};
use crate::layout::display::{ElementId, GlyphRun, Ink, Item, Role, Shape, Stroke, StructTree, Tag};
use std::sync::Arc;

use crate::art::Colour;
use crate::compose::document::{Document, Theme};
use crate::geom::{Pt, Rect, Size};
use crate::model::text::{Rich, is_right_to_left, without_steering};
use crate::text::{Shaper, TextLine, TextStyle};

/// What setting text needs. Its structure tree grows in reading order as text is set.
pub struct Setter<'a> {
    pub shaper: &'a mut Shaper,
    pub theme: &'a Theme,
    pub tree: StructTree,
    pub right_to_left: bool,
    pub language: &'a str,
    pub spacing: Spacing,
    /// The page.
    pub grid: Grid,
    /// Whether solid bands of colour are left out.
    pub low_ink: bool,
    /// Whether pages are a booklet's: a box that does not fit on one may continue on the next.
    pub booklet: bool,
    /// The heading of a box that continues on the next page, with `{title}` in it.
    pub continued: &'a str,
}

/// How a paragraph is painted.
#[derive(Clone, Copy, Debug)]
pub struct TextPaint {
    /// Step of the type scale.
    pub step: Step,
    /// Colour of the glyphs.
    pub colour: Colour,
}

impl<'a> Setter<'a> {
    /// A setter for a document, with nothing set yet.
    pub fn new(document: &'a Document, shaper: &'a mut Shaper, style: PageStyle, spacing: Spacing) -> Self {
        Self {
            shaper,
            theme: &document.theme,
            tree: StructTree::new(),
            right_to_left: document.meta.right_to_left,
            language: &document.meta.language,
            spacing: spacing.at(style.grid.scale),
            grid: style.grid,
            low_ink: style.low_ink,
            booklet: style.whole_sheets,
            continued: &document.continued,
        }
    }
}

impl Setter<'_> {
    /// The text style of a step on this page.
    pub fn style(&self, step: Step) -> TextStyle<'_> {
        step.style(self.theme, self.grid.scale)
    }

    /// Whether boxes would be higher than a page, as in large print on a small page. Their content is then set without a box.
    pub fn is_cramped(&self) -> bool {
        self.grid.scale == Scale::Large && self.grid.page.width < Pt(450.0)
    }

    /// A length scaled with the type.
    pub fn grown(&self, length: Pt) -> Pt {
        length * self.grid.scale.factor()
    }

    /// The brand's band: filled with its colour, or outlined to save ink.
    pub fn band(&self, size: Size, radius: f64) -> Shape {
        if self.low_ink {
            let outline = Stroke { colour: self.theme.primary, width: Pt(1.5), dash: None };
            box_shape(size, radius, Some(Colour::WHITE), Some(outline))
        } else {
            filled_box(size, radius, self.theme.primary)
        }
    }

    /// Colour of words on the brand's band.
    pub fn on_band(&self) -> Colour {
        if self.low_ink { self.theme.heading } else { Colour::WHITE }
    }

    /// The pill on the brand's band.
    pub fn pill(&self, size: Size) -> Shape {
        if self.low_ink {
            let outline = Stroke { colour: self.theme.primary, width: Pt(1.0), dash: None };
            box_shape(size, 12.0, None, Some(outline))
        } else {
            filled_box(size, 12.0, Colour::WHITE)
        }
    }

    /// The disc behind the woman on the brand's band.
    pub fn disc(&self) -> Colour {
        if self.low_ink { self.theme.tint } else { self.theme.primary.mix(Colour::WHITE, 0.12) }
    }

    /// Style and colour of running text.
    pub fn body(&self) -> TextPaint {
        let step = if self.spacing.dense { Step::Sign } else { Step::Body };
        TextPaint { step, colour: self.theme.ink }
    }

    /// Style and colour of the names of items.
    pub fn strong(&self, colour: Colour) -> TextPaint {
        let step = if self.spacing.dense { Step::Dose } else { Step::Strong };
        TextPaint { step, colour }
    }

    /// Sets a paragraph as content of a new element under `parent`, one slab a line, without widows and
    /// orphans.
    pub fn paragraph(&mut self, parent: ElementId, role: Role, rich: &Rich, paint: TextPaint, width: Pt) -> Vec<Slab> {
        let element = self.tree.add(parent, role);
        let tags = self.span_tags(element, rich);
        let lines = self.lines(rich, paint, width);
        let count = lines.len();
        let leading = self.style(paint.step).leading;
        lines
            .iter()
            .enumerate()
            .map(|(index, line)| Slab {
                height: leading,
                items: self.line_items(line, paint, width, leading, &tags),
                keep: count > 1 && (index == 0 || index + 2 == count),
                ..Slab::default()
            })
            .collect()
    }

    /// Sets page furniture: text that is not part of the structure tree.
    pub fn furniture(&mut self, rich: &Rich, paint: TextPaint, width: Pt) -> Vec<Slab> {
        let tags = vec![Tag::Furniture; rich.spans.len()];
        let leading = self.style(paint.step).leading;
        let lines = self.lines(rich, paint, width);
        let slab = |line: &TextLine| Slab {
            height: leading,
            items: self.line_items(line, paint, width, leading, &tags),
            ..Slab::default()
        };
        lines.iter().map(slab).collect()
    }

    /// Width of a text on one line.
    pub fn width_of(&mut self, rich: &Rich, step: Step) -> Pt {
        let style = step.style(self.theme, self.grid.scale);
        self.shaper.measure(rich, style)
    }

    fn lines(&mut self, rich: &Rich, paint: TextPaint, width: Pt) -> Arc<[TextLine]> {
        let style = paint.step.style(self.theme, self.grid.scale);
        self.shaper.shape(rich, style, width)
    }

    /// The tag of each span: the paragraph's own, or those of child elements where there are links or where the
    /// glyphs alone do not give the text back (right-to-left lines are painted in visual order).
    fn span_tags(&mut self, element: ElementId, rich: &Rich) -> Vec<Tag> {
        let plain = rich.spans.iter().all(|span| span.link.is_none());
        // Right-to-left words in a left-to-right line, such as a name, are painted in visual order too.
        let turned = rich.spans.iter().any(|span| span.text.chars().any(is_right_to_left));
        if plain && !turned && !self.right_to_left {
            return vec![Tag::Element(element); rich.spans.len()];
        }
        let mut tags: Vec<Tag> = Vec::with_capacity(rich.spans.len());
        let mut open: Option<ElementId> = None;
        for span in &rich.spans {
            let child = match (&span.link, open) {
                (None, Some(child)) => child,
                (None, None) => self.tree.add(element, Role::Span),
                (Some(uri), _) => {
                    let child = self.tree.add(element, Role::Link);
                    self.tree[child].uri = Some(uri.clone());
                    self.tree[child].alt = Some(without_steering(&span.text));
                    child
                }
            };
            open = span.link.is_none().then_some(child);
            if self.right_to_left || turned {
                self.tree[child].actual_text.get_or_insert_default().push_str(&without_steering(&span.text));
            }
            if self.right_to_left {
                self.tree[child].language = Some(self.language.to_owned());
            }
            tags.push(Tag::Element(child));
        }
        tags
    }

    fn line_items(&self, line: &TextLine, paint: TextPaint, width: Pt, leading: Pt, tags: &[Tag]) -> Vec<Item> {
        let style = self.style(paint.step);
        let item = |run: &crate::text::TextRun| {
            let x = if self.right_to_left { width - run.x - run.width } else { run.x };
            let tag = tags.get(run.span).copied().unwrap_or(Tag::Artifact);
            let ink = Ink::Glyphs(GlyphRun {
                face: run.face,
                size: style.size,
                colour: paint.colour,
                x: Pt::ZERO,
                baseline: line.baseline,
                text: Arc::clone(&run.text),
                glyphs: Arc::clone(&run.glyphs),
                right_to_left: run.right_to_left,
            });
            Item { frame: Rect::new(x, Pt::ZERO, run.width, leading), ink, tag }
        };
        line.runs.iter().map(item).collect()
    }
}

/// The document element.
pub const ROOT: ElementId = StructTree::ROOT;
