//! A publication made by hand: headings, a list, a link, figures, a picture with opacity, two faces, two pages.

use std::borrow::Cow;
use std::sync::Arc;

use handout::art::{Colour, Raster};
use handout::geom::{self, Paper, Pt, Rect};
use handout::layout::display::{
    Duplex, ElementId, Glyph, GlyphRun, Ink, Item, ListNumbering, Metadata, OutlineEntry, Page, Publication, Role,
    Shape, Stroke, StructTree, Tag,
};
use handout::text::fonts::Face;
use kurbo::{BezPath, Shape as _};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// What is to be read, in order.
pub const SENTENCES: &[&str] = &[
    "Managing low-back pain",
    "Most back pain gets better within 6 weeks.",
    "What helps",
    "• Keep moving\u{2014}gently.",
    "• Try heat: 15\u{2013}20 minutes.",
    "Call 0161 496 0000 or write to us",
    "Señal: ¿Dónde? (µ, ½, Ω, ✓)",
    "Second page",
    "The end of it.",
];

/// Two lines with marks, a ligature, brackets and digits.
pub const ARABIC: &str = "حافِظ على حركة ظهرك (يوميًّا) لا تستلقِ\nاتصل بالرقم 123 إذا ازداد الألم.";

fn face(family: &str, name: &str, bold: bool, path: &str) -> Arc<Face> {
    let data = std::fs::read(path).expect("a bundled face");
    let (family, postscript_name) = (family.to_owned(), name.to_owned());
    Arc::new(Face { family, postscript_name, bold, data: Arc::new(Cow::Owned(data)) })
}

/// A face that is none.
pub fn damaged_face() -> Arc<Face> {
    let data = Arc::new(Cow::Borrowed(&b"not a font"[..]));
    Arc::new(Face { family: "Broken".into(), postscript_name: "Broken".into(), bold: false, data })
}

/// What the samples say of themselves.
pub fn metadata(language: &str, right_to_left: bool) -> Metadata {
    Metadata {
        title: "Managing low-back pain & more".to_owned(),
        author: "Señora Prueba".to_owned(),
        subject: "What helps when your back hurts.".to_owned(),
        language: language.to_owned(),
        timestamp: 1_767_225_600,
        right_to_left,
    }
}

/// Pages on their way.
pub struct Sheet {
    /// The faces that text is set in.
    pub faces: Vec<Arc<Face>>,
    /// The pages so far.
    pub pages: Vec<Page>,
}

impl Sheet {
    /// Begins a page.
    pub fn page(&mut self, size: geom::Size) {
        self.pages.push(Page::new(size));
    }

    fn paint(&mut self, frame: Rect, ink: Ink, tag: Tag) {
        self.pages.last_mut().expect("a page").items.push(Item { frame, ink, tag });
    }

    /// Sets a line of text, one glyph a character; gives its end.
    pub fn text(&mut self, at: (f32, f32), face: usize, size: f32, text: &str, tag: Tag) -> f32 {
        let font = FontRef::new(&self.faces[face].data).expect("a face");
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
        let (mut x, mut glyphs) = (0.0, Vec::new());
        for (start, character) in text.char_indices() {
            let id = map.map(character).unwrap_or_else(|| panic!("no glyph for {character}"));
            let range = start..start + character.len_utf8();
            glyphs.push(Glyph { id: u16::try_from(id.to_u32()).expect("small"), x, rise: 0.0, text: range });
            x += metrics.advance_width(id).expect("a width") + if character == 'v' { -0.05 * size } else { 0.0 };
        }
        let run = GlyphRun {
            face,
            size: Pt(size),
            colour: Colour::new(0x1d, 0x35, 0x57),
            x: Pt::ZERO,
            baseline: Pt(size * 0.9),
            text: text.into(),
            glyphs: glyphs.into(),
            right_to_left: false,
        };
        self.paint(Rect::new(Pt(at.0), Pt(at.1), Pt(x), Pt(size * 1.25)), Ink::Glyphs(run), tag);
        at.0 + x
    }

    fn shape(&mut self, frame: Rect, path: BezPath, stroke: Option<Stroke>, tag: Tag) {
        let shape = Shape { path, fill: Some(Colour::new(0xe0, 0xee, 0xef)), even_odd: stroke.is_some(), stroke };
        self.paint(frame, Ink::Path(shape), tag);
    }
}

fn picture() -> Arc<Raster> {
    let rgb = (0..8 * 4).flat_map(|dot| [(dot * 8) as u8, 90, 120]).collect();
    Arc::new(Raster { width: 8, height: 4, rgb, alpha: Some((0..8 * 4).map(|dot| (dot * 8) as u8).collect()) })
}

fn block(tree: &mut StructTree, parent: ElementId, role: Role) -> (ElementId, Tag) {
    let id = tree.add(parent, role);
    (id, Tag::Element(id))
}

/// A regular face, a bold one, and one that is not used.
pub fn faces() -> Vec<Arc<Face>> {
    let regular = "fonts/source-sans-3/SourceSans3-Regular.ttf";
    vec![
        face("Source Sans 3", "SourceSans3-Regular", false, regular),
        face("Source Sans 3", "SourceSans3-Bold", true, "fonts/source-sans-3/SourceSans3-Bold.ttf"),
        face("Source Sans 3", "SourceSans3-Unused", false, regular),
    ]
}

/// The sample.
pub fn publication() -> Publication {
    let mut tree = StructTree::new();
    let mut sheet = Sheet { faces: faces(), pages: Vec::new() };
    sheet.page(Paper::A4.size());
    let title = first_page(&mut sheet, &mut tree);
    sheet.page(Paper::A4.size());
    second_page(&mut sheet, &mut tree);
    let outline = [("Managing low-back pain", 1, 0, 40.0), ("What helps", 2, 0, 120.0), ("Zweite", 2, 1, 40.0)];
    let outline =
        outline.map(|(title, level, page, y)| OutlineEntry { title: title.into(), level, page, y: Pt(y), x: None });
    tree[title].language = Some("en".to_owned());
    let metadata = metadata("en-GB", false);
    Publication {
        pages: sheet.pages,
        tree,
        outline: outline.to_vec(),
        faces: sheet.faces,
        metadata,
        duplex: Duplex::LongEdge,
        alphabet: Vec::new(),
    }
}

fn first_page(sheet: &mut Sheet, tree: &mut StructTree) -> ElementId {
    let root = StructTree::ROOT;
    let band = Rect::new(Pt(0.0), Pt(0.0), Pt(595.28), Pt(30.0));
    sheet.shape(band, kurbo::Rect::new(0.0, 0.0, 595.28, 30.0).to_path(0.1), None, Tag::Artifact);
    let (title, tag) = block(tree, root, Role::H(1));
    sheet.text((40.0, 40.0), 1, 24.0, SENTENCES[0], tag);
    let (_, tag) = block(tree, root, Role::P);
    sheet.text((40.0, 80.0), 0, 12.0, SENTENCES[1], tag);
    let empty = tree.add(root, Role::Sect);
    tree.add(empty, Role::P);
    let (_, tag) = block(tree, root, Role::H(2));
    sheet.text((40.0, 120.0), 1, 16.0, SENTENCES[2], tag);
    let list = tree.add(root, Role::L(ListNumbering::Disc));
    for (y, sentence) in [(150.0, SENTENCES[3]), (170.0, SENTENCES[4])] {
        let item = tree.add(list, Role::LI);
        let ((_, label), (_, body)) = (block(tree, item, Role::Lbl), block(tree, item, Role::LBody));
        let end = sheet.text((40.0, y), 0, 12.0, "• ", label);
        sheet.text((end, y), 0, 12.0, sentence.trim_start_matches("• "), body);
    }
    link(sheet, tree);
    figures(sheet, tree);
    sheet.text((40.0, 800.0), 0, 9.0, "Page 1 of 2", Tag::Furniture);
    title
}

fn link(sheet: &mut Sheet, tree: &mut StructTree) {
    let paragraph = tree.add(StructTree::ROOT, Role::P);
    let (_, before) = block(tree, paragraph, Role::Span);
    let end = sheet.text((40.0, 200.0), 0, 12.0, "Call ", before);
    let (link, tag) = block(tree, paragraph, Role::Link);
    tree[link].uri = Some("tel:+441614960000".to_owned());
    let end = sheet.text((end, 200.0), 0, 12.0, "0161 ", tag);
    sheet.text((end, 200.0), 0, 12.0, "496", tag);
    let end = sheet.text((40.0, 216.0), 0, 12.0, "0000", tag);
    let (_, after) = block(tree, paragraph, Role::Span);
    sheet.text((end, 216.0), 0, 12.0, "\u{a0}or write to us", after);
    let (_, tag) = block(tree, StructTree::ROOT, Role::P);
    sheet.text((40.0, 240.0), 0, 12.0, SENTENCES[6], tag);
}

fn figures(sheet: &mut Sheet, tree: &mut StructTree) {
    let (drawing, tag) = block(tree, StructTree::ROOT, Role::Figure);
    tree[drawing].alt = Some("A person lying with bent knees".to_owned());
    let mut path = BezPath::new();
    path.move_to((0.0, 0.0));
    path.quad_to((50.0, 60.0), (100.0, 0.0));
    path.curve_to((90.0, 30.0), (60.0, 50.0), (10.0, 40.0));
    path.close_path();
    path.move_to((20.0, 5.0));
    path.line_to((80.0, 5.5));
    let stroke = Stroke { colour: Colour::BLACK, width: Pt(1.5), dash: Some((Pt(4.0), Pt(3.0))) };
    sheet.shape(Rect::new(Pt(40.0), Pt(300.0), Pt(100.0), Pt(60.0)), path, Some(stroke), tag);
    let picture = picture();
    let (photograph, tag) = block(tree, StructTree::ROOT, Role::Figure);
    tree[photograph].alt = Some("Eine Wärmflasche".to_owned());
    tree[photograph].language = Some("de".to_owned());
    sheet.paint(Rect::new(Pt(200.0), Pt(300.0), Pt(80.0), Pt(40.0)), Ink::Raster(Arc::clone(&picture)), tag);
    sheet.paint(Rect::new(Pt(500.0), Pt(5.0), Pt(40.0), Pt(20.0)), Ink::Raster(picture), Tag::Artifact);
}

fn second_page(sheet: &mut Sheet, tree: &mut StructTree) {
    let (_, tag) = block(tree, StructTree::ROOT, Role::H(2));
    sheet.text((40.0, 40.0), 1, 16.0, SENTENCES[7], tag);
    let (_, tag) = block(tree, StructTree::ROOT, Role::P);
    sheet.text((40.0, 70.0), 0, 12.0, "The end", tag);
    sheet.shape(
        Rect::new(Pt(40.0), Pt(90.0), Pt(9.0), Pt(9.0)),
        kurbo::Circle::new((4.5, 4.5), 4.5).to_path(0.1),
        None,
        Tag::Artifact,
    );
    sheet.text((79.0, 70.0), 0, 12.0, " of it.", tag);
    let (_, tag) = block(tree, StructTree::ROOT, Role::P);
    sheet.text((40.0, 110.0), 1, 12.0, "One, two; three: four!", tag);
    sheet.text((40.0, 800.0), 0, 9.0, "Page 2 of 2", Tag::Furniture);
}

/// Two right-to-left lines shaped by `parley`.
pub fn arabic() -> Publication {
    let regular = "fonts/noto-sans-arabic/NotoSansArabic-Regular.ttf";
    let faces = vec![
        face("Noto Sans Arabic", "NotoSansArabic-Regular", false, regular),
        face("Source Sans 3", "SourceSans3-Regular", false, "fonts/source-sans-3/SourceSans3-Regular.ttf"),
    ];
    let mut tree = StructTree::new();
    let mut sheet = Sheet { faces, pages: Vec::new() };
    sheet.page(Paper::A4.size());
    for (line, text) in ARABIC.split('\n').enumerate() {
        let paragraph = tree.add(StructTree::ROOT, Role::P);
        let (_, tag) = block(&mut tree, paragraph, Role::Span);
        shape(&mut sheet, text, 60.0 + 40.0 * line as f32, tag);
    }
    let metadata = metadata("ar", true);
    Publication {
        pages: sheet.pages,
        tree,
        outline: Vec::new(),
        faces: sheet.faces,
        metadata,
        duplex: Duplex::LongEdge,
        alphabet: Vec::new(),
    }
}

fn shape(sheet: &mut Sheet, text: &str, y: f32, tag: Tag) {
    use parley::{FontContext, LayoutContext, PositionedLayoutItem, StyleProperty, fontique};
    let collection = fontique::Collection::new(fontique::CollectionOptions { system_fonts: false, shared: false });
    let mut fonts = FontContext { collection, source_cache: fontique::SourceCache::default() };
    for face in &sheet.faces {
        fonts.collection.register_fonts(parley::fontique::Blob::from(face.data.to_vec()), None);
    }
    let mut context: LayoutContext<()> = LayoutContext::new();
    let mut builder = context.ranged_builder(&mut fonts, text, 1.0, true);
    builder.push_default(StyleProperty::FontSize(20.0));
    builder.push_default(StyleProperty::FontFamily("'Noto Sans Arabic', 'Source Sans 3'".into()));
    let mut layout = builder.build(text);
    layout.break_all_lines(None);
    let line = layout.lines().next().expect("a line");
    let width = line.metrics().advance;
    for item in line.items() {
        let PositionedLayoutItem::GlyphRun(placed) = item else { continue };
        let run = placed.run();
        let face = usize::from(run.font().data.as_ref() != &sheet.faces[0].data[..]);
        let (mut x, mut glyphs) = (0.0, Vec::new());
        let range = run.text_range();
        for cluster in run.visual_clusters() {
            let mut own = cluster.text_range().start - range.start..cluster.text_range().end - range.start;
            for glyph in cluster.glyphs() {
                let rise = -glyph.y;
                glyphs.push(Glyph {
                    id: u16::try_from(glyph.id).expect("small"),
                    x: x + glyph.x,
                    rise,
                    text: own.clone(),
                });
                own = 0..0;
                x += glyph.advance;
            }
        }
        let ink = GlyphRun {
            face,
            size: Pt(20.0),
            colour: Colour::BLACK,
            x: Pt(placed.offset()),
            baseline: Pt(24.0),
            text: text[range].into(),
            glyphs: glyphs.into(),
            right_to_left: run.is_rtl(),
        };
        sheet.paint(Rect::new(Pt(40.0), Pt(y), Pt(width), Pt(34.0)), Ink::Glyphs(ink), tag);
    }
}
