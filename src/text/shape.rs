//! Shaping and line breaking, by parley; runs of glyphs with the text that each stands for.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight};
use parley::style::{FontFamily, FontFamilyName, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext, LineBreakContext};

use super::fonts::FontSet;
use super::prepare::Prepared;
use crate::geom::Pt;
use crate::model::text::Rich;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle<'a> {
    /// Family name.
    pub family: &'a str,
    /// Font size.
    pub size: Pt,
    /// Distance between baselines.
    pub leading: Pt,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether lines are made about equally long, as in headings.
    pub balanced: bool,
}

/// One line of a paragraph.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Baseline, from the line's top.
    pub baseline: Pt,
    /// Runs from left to right.
    pub runs: Vec<TextRun>,
}

/// Glyphs of one face and one span, left to right.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// Index of the face in the font set.
    pub face: usize,
    /// Index of the span in the paragraph.
    pub span: usize,
    /// Left end, from the left edge of the measure.
    pub x: Pt,
    /// Width of its ink and spaces.
    pub width: Pt,
    /// The text it stands for, in logical order.
    pub text: Arc<str>,
    /// Its glyphs; `text` ranges index into [`TextRun::text`].
    pub glyphs: Arc<[Glyph]>,
    /// Whether it runs from right to left.
    pub right_to_left: bool,
}

/// A placed glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph index in the whole (not subset) face.
    pub id: u16,
    /// Distance from the run's left end, in points.
    pub x: f32,
    /// Distance above the baseline, in points.
    pub rise: f32,
    /// Bytes of the run's text that it stands for; empty when an earlier glyph stands for them.
    pub text: Range<usize>,
}

/// How many paragraphs a shaper remembers before it forgets them all: a batch shares fewer.
const MOST_SHAPED: usize = 4000;

/// Shapes and breaks paragraphs. Made once, used for many.
pub struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<usize>,
    faces: HashMap<(u64, u32), usize>,
    set: FontSet,
    /// The typeface of the language's script, where it has one of its own.
    script: Option<String>,
    right_to_left: bool,
    shaped: HashMap<ShapingKey, Arc<[TextLine]>>,
    /// Widths of texts on one line.
    widths: HashMap<ShapingKey, Pt>,
}

/// All that the lines of a paragraph depend on, lengths in their bits.
#[derive(PartialEq, Eq, Hash)]
struct ShapingKey {
    rich: Rich,
    family: String,
    lengths: [u32; 3],
    flags: [bool; 2],
}

impl ShapingKey {
    fn new(rich: &Rich, style: TextStyle<'_>, width: Pt) -> Self {
        Self {
            rich: rich.clone(),
            family: style.family.to_owned(),
            lengths: [style.size, style.leading, width].map(|length| length.0.to_bits()),
            flags: [style.bold, style.balanced],
        }
    }
}

/// Keeps what was made of a text, and forgets all else once there is too much.
fn remember<T>(known: &mut HashMap<ShapingKey, T>, key: ShapingKey, made: T) {
    if known.len() >= MOST_SHAPED {
        known.clear();
    }
    known.insert(key, made);
}

impl Shaper {
    /// A shaper over a font set, for text whose main direction is given; `script` is the typeface of its script, where it has
    /// one of its own.
    #[must_use]
    pub fn new(set: FontSet, script: Option<&str>, right_to_left: bool) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut faces = HashMap::new();
        for (index, face) in set.faces.iter().enumerate() {
            let blob = Blob::new(Arc::new(SharedBytes(Arc::clone(&face.data))));
            faces.insert((blob.id(), 0), index);
            let weight = if face.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
            let info = FontInfoOverride { family_name: Some(&face.family), weight: Some(weight), ..Default::default() };
            collection.register_fonts(blob, Some(info));
        }
        let fonts = FontContext { collection, ..FontContext::default() };
        Self {
            fonts,
            layouts: LayoutContext::new(),
            faces,
            set,
            script: script.map(str::to_owned),
            right_to_left,
            shaped: HashMap::new(),
            widths: HashMap::new(),
        }
    }

    /// The font set.
    #[must_use]
    pub const fn fonts(&self) -> &FontSet {
        &self.set
    }

    /// The lines of a paragraph set to a measure of `width`, start-aligned. The same paragraph is shaped once, however
    /// often a page is tried with other spaces.
    pub fn shape(&mut self, rich: &Rich, style: TextStyle<'_>, width: Pt) -> Arc<[TextLine]> {
        let key = ShapingKey::new(rich, style, width);
        if let Some(lines) = self.shaped.get(&key) {
            return Arc::clone(lines);
        }
        let lines: Arc<[TextLine]> = self.shape_anew(rich, style, width).into();
        remember(&mut self.shaped, key, Arc::clone(&lines));
        lines
    }

    fn shape_anew(&mut self, rich: &Rich, style: TextStyle<'_>, width: Pt) -> Vec<TextLine> {
        let text = rich.text();
        let prepared = Prepared::new(&text, self.right_to_left);
        let mut layout = self.build(rich, &prepared, style);
        let max = break_well(&mut layout, width.0, style.balanced);
        // Lines are placed within the whole measure even when they were broken to a shorter one.
        let shift = if self.right_to_left { width.0 - max } else { 0.0 };
        layout.align(Alignment::Start, AlignmentOptions::default());
        let mut lines = Vec::with_capacity(layout.len());
        for (index, line) in layout.lines().enumerate() {
            let metrics = line.metrics();
            let baseline = metrics.baseline - index as f32 * style.leading.0;
            let mut x = metrics.offset + metrics.inline_min_coord + shift;
            let mut runs = Vec::new();
            for run in line.runs() {
                self.place_run(&run, &prepared, &layout, &mut x, &mut runs);
            }
            lines.push(TextLine { baseline: Pt(baseline), runs });
        }
        lines
    }

    /// The width of a text on one line; measured once.
    pub fn measure(&mut self, rich: &Rich, style: TextStyle<'_>) -> Pt {
        let key = ShapingKey::new(rich, style, Pt::ZERO);
        if let Some(&width) = self.widths.get(&key) {
            return width;
        }
        let text = rich.text();
        let mut layout = self.build(rich, &Prepared::new(&text, self.right_to_left), style);
        layout.break_all_lines(None);
        remember(&mut self.widths, key, Pt(layout.width()));
        Pt(layout.width())
    }

    fn build(&mut self, rich: &Rich, text: &Prepared<'_>, style: TextStyle<'_>) -> Layout<usize> {
        let chain = self.set.fallback_chain(style.family, self.script.as_deref());
        let names: Vec<FontFamilyName<'_>> = chain.into_iter().map(FontFamilyName::named).collect();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text.text, 1.0, false);
        builder.set_line_break_override(Some(&keep_joined));
        builder.set_base_direction(if self.right_to_left { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(names))));
        builder.push_default(StyleProperty::FontSize(style.size.0));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.leading.0)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut start = 0;
        for (index, span) in rich.spans.iter().enumerate() {
            let end = start + span.text.len();
            let range = if index == 0 { 0 } else { text.forth(start) }..text.forth(end);
            start = end;
            let weight = if span.bold || style.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
            builder.push(StyleProperty::FontWeight(weight), range.clone());
            builder.push(StyleProperty::Brush(index), range);
        }
        builder.build(&text.text)
    }

    fn place_run(
        &self,
        run: &parley::layout::Run<'_, usize>,
        text: &Prepared<'_>,
        layout: &Layout<usize>,
        x: &mut f32,
        runs: &mut Vec<TextRun>,
    ) {
        let font = run.font();
        let face = *self.faces.get(&(font.data.id(), font.index)).expect("every face was registered here");
        let mut open: Option<OpenRun> = None;
        for cluster in run.visual_clusters() {
            if text.is_silent(cluster.text_range()) {
                continue;
            }
            let span = layout.styles()[usize::from(cluster.style_index())].brush;
            if open.as_ref().is_some_and(|open| open.span != span) {
                runs.extend(open.take().map(|open| open.close(text.original(), face, *x)));
            }
            let open = open.get_or_insert_with(|| OpenRun::new(span, *x, run.is_rtl()));
            open.add(&cluster, text.range(cluster.text_range()), x);
        }
        runs.extend(open.map(|open| open.close(text.original(), face, *x)));
    }
}

/// Keeps hyphenated words such as `low-dose` and ranges such as `8–12` on one line: a line never ends in a hyphen, nor in
/// a dash between figures, nor beside a no-break space.
fn keep_joined(at: LineBreakContext) -> Option<bool> {
    let between = |is: fn(char) -> bool| at.before_before.is_some_and(is) && is(at.after);
    let joins = match at.before {
        // UAX 14 lets a line end between a hyphen and a no-break space; nobody who typed one meant that.
        _ if at.before == '\u{a0}' || at.after == '\u{a0}' => true,
        '-' => between(char::is_alphanumeric),
        '–' | '—' | '−' | '‐' | '/' | '+' | '×' | '*' => between(char::is_numeric),
        _ => false,
    };
    joins.then_some(false)
}

/// A run that still takes clusters; text ranges index into the paragraph.
struct OpenRun {
    span: usize,
    x: f32,
    right_to_left: bool,
    glyphs: Vec<Glyph>,
    range: Option<Range<usize>>,
    /// Text of ligature continuations that come before their ligature, as they do from right to left.
    pending: Option<Range<usize>>,
}

impl OpenRun {
    const fn new(span: usize, x: f32, right_to_left: bool) -> Self {
        Self { span, x, right_to_left, glyphs: Vec::new(), range: None, pending: None }
    }

    /// Takes a cluster that stands for a range of the paragraph.
    fn add(&mut self, cluster: &parley::layout::Cluster<'_, usize>, range: Range<usize>, x: &mut f32) {
        self.range = Some(hull(self.range.take(), &range));
        if cluster.is_ligature_continuation() {
            self.continue_ligature(&range);
            return;
        }
        let mut range = hull(self.pending.take(), &range);
        for glyph in cluster.glyphs() {
            let id = u16::try_from(glyph.id).unwrap_or(0);
            let text = std::mem::replace(&mut range, 0..0);
            self.glyphs.push(Glyph { id, x: *x + glyph.x - self.x, rise: -glyph.y, text });
            *x += glyph.advance;
        }
    }

    fn continue_ligature(&mut self, range: &Range<usize>) {
        if self.right_to_left {
            self.pending = Some(hull(self.pending.take(), range));
        } else if let Some(last) = self.glyphs.iter_mut().rev().find(|glyph| !glyph.text.is_empty()) {
            last.text.end = last.text.end.max(range.end);
        }
    }

    fn close(mut self, text: &str, face: usize, x: f32) -> TextRun {
        let range = self.range.take().unwrap_or(0..0);
        for glyph in &mut self.glyphs {
            let own = &glyph.text;
            glyph.text = if own.is_empty() { 0..0 } else { own.start - range.start..own.end - range.start };
        }
        TextRun {
            face,
            span: self.span,
            x: Pt(self.x),
            width: Pt(x - self.x),
            text: text[range].into(),
            glyphs: self.glyphs.into(),
            right_to_left: self.right_to_left,
        }
    }
}

/// The shortest range that holds both.
fn hull(one: Option<Range<usize>>, other: &Range<usize>) -> Range<usize> {
    one.map_or_else(|| other.clone(), |one| one.start.min(other.start)..one.end.max(other.end))
}

/// Breaks lines to at most `max`: balanced when asked, and without a lonely short word on the last line where the
/// same number of lines can do without. Gives the measure that was used.
fn break_well(layout: &mut Layout<usize>, max: f32, balanced: bool) -> f32 {
    layout.break_all_lines(Some(max));
    let count = layout.len();
    if count < 2 {
        return max;
    }
    let share = if balanced { 1.0 } else { 0.22 };
    let last_width = |layout: &Layout<usize>| {
        layout.get(count - 1).map_or(0.0, |line| line.metrics().advance - line.metrics().hanging_advance)
    };
    if last_width(layout) >= max * share {
        return max;
    }
    let floor = if balanced { 0.45 } else { 0.86 };
    let (mut good, mut percent) = (max, 98);
    while percent as f32 >= floor * 100.0 {
        let width = max * percent as f32 / 100.0;
        layout.break_all_lines(Some(width));
        if layout.len() > count {
            break;
        }
        good = width;
        if last_width(layout) >= width * share.min(0.9) {
            break;
        }
        percent -= 2;
    }
    layout.break_all_lines(Some(good));
    good
}

/// Font bytes in the form that fontique shares.
struct SharedBytes(super::fonts::FontData);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests;
