//! How she looks: skin, hair or headscarf, clothes; and the canvas that collects painted paths.

use kurbo::{Affine, BezPath, ParamCurve, Point, Rect, Shape};

use super::thin::thin;
use crate::art::{Colour, DrawingPart};
use crate::geom::Pt;
use crate::model::brand::Hair;

/// Skin tones, lightest first.
const SKINS: [Colour; 6] = [
    Colour::new(0xf7, 0xd4, 0xbd),
    Colour::new(0xf0, 0xc3, 0xa2),
    Colour::new(0xd9, 0xa2, 0x78),
    Colour::new(0xb9, 0x7d, 0x53),
    Colour::new(0x8c, 0x5a, 0x3c),
    Colour::new(0x63, 0x3f, 0x2e),
];

/// How the figure looks under a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Skin tone, 1 (lightest) to 6 (darkest).
    pub skin: u8,
    /// What is on her head.
    pub hair: Hair,
    /// Her top.
    pub top: Colour,
    /// Her leggings.
    pub leggings: Colour,
    /// Her headscarf.
    pub scarf: Colour,
    /// Motion arrows.
    pub arrow: Colour,
}

impl Default for Look {
    fn default() -> Self {
        Self::new(Colour::new(0x1f, 0x6f, 0x78), Colour::new(0xb8, 0x4a, 0x33))
    }
}

impl Look {
    /// A look from a brand's main colour and its accent: the top is the main colour a little paler, so that it stands
    /// out both on white and on the main colour itself; the leggings are dark slate, or dark grey with a blue brand.
    #[must_use]
    pub fn new(primary: Colour, accent: Colour) -> Self {
        let lift = if primary.luminance() < 0.25 { 0.26 } else { 0.08 };
        let top = primary.mix(Colour::WHITE, lift);
        let is_blue =
            i16::from(primary.b) > i16::from(primary.r) + 24 && i16::from(primary.b) > i16::from(primary.g) + 24;
        let leggings = if is_blue { Colour::new(0x4a, 0x4c, 0x57) } else { Colour::new(0x3f, 0x5b, 0x78) };
        let is_red = i16::from(top.r) > i16::from(top.b) + 24 && i16::from(top.r) > i16::from(top.g) + 60;
        let scarf = if is_red { Colour::new(0x6f, 0x86, 0xb0) } else { Colour::new(0xc9, 0x78, 0x8a) };
        Self { skin: 2, hair: Hair::Bun, top, leggings, scarf, arrow: accent.mix(Colour::new(0xff, 0x7a, 0x3c), 0.35) }
    }

    /// The colour of her skin.
    #[must_use]
    pub fn skin_colour(&self) -> Colour {
        SKINS[usize::from(self.skin.clamp(1, 6)) - 1]
    }

    /// The colour of her hair, darker with darker skin so that it stands out from it.
    #[must_use]
    pub const fn hair_colour(&self) -> Colour {
        match self.skin {
            0..=1 => Colour::new(0x6a, 0x45, 0x30),
            2..=3 => Colour::new(0x4a, 0x34, 0x2b),
            4 => Colour::new(0x33, 0x27, 0x27),
            _ => Colour::new(0x20, 0x22, 0x2d),
        }
    }

    /// The colours of one side of the body.
    #[must_use]
    pub fn tones(&self, far: bool) -> Tones {
        let (cloth, skin): ([f32; 3], [f32; 3]) =
            if far { ([0.78, 0.79, 0.82], [0.86, 0.81, 0.78]) } else { ([1.0; 3], [1.0; 3]) };
        Tones {
            skin: times(self.skin_colour(), skin),
            top: times(self.top, cloth),
            leggings: times(self.leggings, cloth),
        }
    }
}

/// The colours of one side of the body.
#[derive(Clone, Copy, Debug)]
pub struct Tones {
    /// Skin.
    pub skin: Colour,
    /// Sleeves and trunk.
    pub top: Colour,
    /// Legs.
    pub leggings: Colour,
}

/// A colour with its channels multiplied.
#[must_use]
pub fn times(colour: Colour, by: [f32; 3]) -> Colour {
    let channel = |value: u8, by: f32| (f32::from(value) * by).round().min(255.0) as u8;
    Colour::new(channel(colour.r, by[0]), channel(colour.g, by[1]), channel(colour.b, by[2]))
}

/// A colour with all its channels multiplied by the same.
#[must_use]
pub fn shade(colour: Colour, by: f32) -> Colour {
    times(colour, [by; 3])
}

/// Painted paths, first at the bottom.
#[derive(Clone, Debug, Default)]
pub struct Canvas {
    /// What has been painted.
    pub parts: Vec<DrawingPart>,
    /// When what is painted now is a start position, and pale: the colour that it fades into, and how much.
    pub pale: Option<(Colour, f32)>,
}

impl Canvas {
    fn colour(&self, colour: Colour) -> Colour {
        self.pale.map_or(colour, |(paper, share)| colour.mix(paper, share))
    }

    /// Fills an outline.
    pub fn fill(&mut self, path: BezPath, colour: Colour) {
        let fill = Some(self.colour(colour));
        let path = thin(&path);
        self.parts.push(DrawingPart { path, fill, even_odd: false, stroke: None });
    }

    /// Draws a round line.
    pub fn line(&mut self, path: BezPath, colour: Colour, width: f64) {
        let stroke = Some((self.colour(colour), Pt(width as f32)));
        self.parts.push(DrawingPart { path, fill: None, even_odd: false, stroke });
    }

    /// The smallest box round all ink; `None` when nothing is painted.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let ink = |part: &DrawingPart| {
            let half = part.stroke.map_or(0.0, |(_, width)| f64::from(width.0) / 2.0);
            part.path.bounding_box().inflate(half, half)
        };
        self.parts.iter().map(ink).reduce(|a, b| a.union(b))
    }

    /// Takes away what lies wholly under something painted later.
    pub fn drop_hidden(&mut self) {
        let boxes: Vec<Rect> = self.parts.iter().map(|part| part.path.bounding_box()).collect();
        let mut hidden = vec![false; self.parts.len()];
        for (at, part) in self.parts.iter().enumerate().filter(|(_, part)| part.fill.is_some()) {
            let points: Vec<Point> =
                part.path.segments().flat_map(|segment| [0.0, 0.35, 0.7].map(|t| segment.eval(t))).collect();
            let covers = |over: usize| {
                let cover = &self.parts[over];
                cover.fill.is_some()
                    && boxes[over].union(boxes[at]) == boxes[over]
                    && points.iter().all(|point| cover.path.winding(*point) != 0)
            };
            hidden[at] = (at + 1..self.parts.len()).any(covers);
        }
        let mut hidden = hidden.into_iter();
        self.parts.retain(|_| !hidden.next().unwrap_or(false));
    }

    /// Adds what another canvas holds, moved.
    pub fn add(&mut self, other: Self, place: Affine) {
        self.parts.extend(other.parts.into_iter().map(|part| DrawingPart { path: place * part.path, ..part }));
    }
}
