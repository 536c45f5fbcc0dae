//! Publications made by hand, for the tests of the rules.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use kurbo::Shape as _;

use super::{Limits, PageRule, PageSubject};
use crate::art::{Colour, Raster};
use crate::diag::{Finding, Source};
use crate::geom::{Paper, Pt, Rect};
use crate::language::Language;
use crate::language::tests::bundled;
use crate::layout::display::{
    Duplex, ElementId, GlyphRun, Ink, Item, Metadata, Page, Publication, Role, Shape, StructTree, Tag,
};
use crate::model::brand::Brand;
use crate::model::exercise::Library;
use crate::model::handout::Handout;
use crate::model::load;
use crate::text::fonts::Face;
use crate::topic::Topic;

static NO_EXERCISES: Library = Library::new();
static TOPIC: LazyLock<Topic> = LazyLock::new(crate::topic::tests::shipped);

/// A publication that grows.
pub(super) struct Sheet {
    pub(super) publication: Publication,
    /// Colour of what is written next.
    pub(super) colour: Colour,
    /// Its face: 0, or 1 for bold.
    pub(super) face: usize,
}

pub(super) fn handout() -> Handout {
    let source = Source::new("handout.yaml", include_str!("../../tests/rules/base/handout.yaml"));
    let mut handout = load::<Handout>(&source).expect("a handout").value;
    TOPIC.complete(&mut handout);
    handout
}

pub(super) fn brand() -> Brand {
    load(&Source::new("brand.yaml", include_str!("../../tests/rules/base/brand.yaml"))).expect("a brand").value
}

/// British English.
fn english() -> &'static Language {
    static ENGLISH: LazyLock<Language> = LazyLock::new(|| bundled().of("en", "en-GB").clone());
    &ENGLISH
}

/// What a rule finds on leaflets.
pub(super) fn found(rule: &PageRule, publication: &Publication) -> Vec<Finding> {
    found_within(rule, publication, Limits::LEAFLET)
}

/// What a rule finds within limits.
pub(super) fn found_within(rule: &PageRule, publication: &Publication, limits: Limits) -> Vec<Finding> {
    let (handout, brand) = (handout(), brand());
    let mut findings = Vec::new();
    let subject = PageSubject {
        publication,
        handout: &handout,
        brand: &brand,
        exercises: &NO_EXERCISES,
        topic: &TOPIC,
        language: english(),
        limits,
    };
    (rule.check)(subject, &mut findings);
    for Finding { message, place, label, help, .. } in &findings {
        assert!(place.is_some() && !label.is_empty() && !help.is_empty(), "{message}");
    }
    findings
}

impl Sheet {
    /// One empty page.
    pub(super) fn new() -> Self {
        let face = |bold| {
            let (family, postscript_name) = ("None".to_owned(), "None".to_owned());
            Arc::new(Face { family, postscript_name, bold, data: Arc::new(Cow::Borrowed(&[])) })
        };
        let metadata = Metadata {
            title: "Keep moving".to_owned(),
            author: String::new(),
            subject: String::new(),
            language: "en-GB".to_owned(),
            timestamp: 0,
            right_to_left: false,
        };
        let mut sheet = Self {
            publication: Publication {
                duplex: Duplex::LongEdge,
                alphabet: Vec::new(),
                pages: Vec::new(),
                tree: StructTree::new(),
                outline: Vec::new(),
                faces: vec![face(false), face(true)],
                metadata,
            },
            colour: Colour::BLACK,
            face: 0,
        };
        sheet.page();
        sheet
    }

    pub(super) fn subject<'a>(&'a self, handout: &'a Handout, brand: &'a Brand) -> PageSubject<'a> {
        let exercises = &NO_EXERCISES;
        PageSubject {
            publication: &self.publication,
            handout,
            brand,
            exercises,
            topic: &TOPIC,
            language: english(),
            limits: Limits::LEAFLET,
        }
    }

    pub(super) fn page(&mut self) {
        self.publication.pages.push(Page::new(Paper::A4.size()));
    }

    fn paint(&mut self, (x, y, width, height): (f32, f32, f32, f32), ink: Ink, tag: Tag) {
        let frame = Rect::new(Pt(x), Pt(y), Pt(width), Pt(height));
        self.publication.pages.last_mut().expect("a page").items.push(Item { frame, ink, tag });
    }

    /// A line of text without glyphs, half as wide as high for each character.
    pub(super) fn glyphs(&mut self, (x, y): (f32, f32), size: f32, text: &str, tag: Tag) {
        let run = GlyphRun {
            face: self.face,
            size: Pt(size),
            colour: self.colour,
            x: Pt::ZERO,
            baseline: Pt(size),
            text: text.into(),
            glyphs: [].into(),
            right_to_left: false,
        };
        let width = size * 0.5 * text.chars().count() as f32;
        self.paint((x, y, width, size * 1.3), Ink::Glyphs(run), tag);
    }

    /// A line of text as an element of its own under the document.
    pub(super) fn text(&mut self, role: Role, at: (f32, f32), size: f32, text: &str) {
        self.text_in(StructTree::ROOT, role, at, size, text);
    }

    pub(super) fn text_in(&mut self, parent: ElementId, role: Role, at: (f32, f32), size: f32, text: &str) {
        let id = self.publication.tree.add(parent, role);
        self.glyphs(at, size, text, Tag::Element(id));
    }

    /// A coloured ground.
    pub(super) fn ground(&mut self, frame: (f32, f32, f32, f32), fill: Colour) {
        let path = kurbo::Rect::new(0.0, 0.0, frame.2.into(), frame.3.into()).to_path(0.1);
        self.paint(frame, Ink::Path(Shape { path, fill: Some(fill), even_odd: false, stroke: None }), Tag::Artifact);
    }

    /// A square picture of some dots a side.
    pub(super) fn picture(&mut self, frame: (f32, f32, f32, f32), dots: u32, tag: Tag) {
        let raster = Raster { width: dots, height: dots, rgb: Vec::new(), alpha: None };
        self.paint(frame, Ink::Raster(Arc::new(raster)), tag);
    }
}
