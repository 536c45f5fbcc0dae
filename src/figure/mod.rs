//! The mannequin: a pose of YAML in, plain filled and stroked paths out.
//!
//! One woman, drawn from data after the recipe of the design notes. Angles are followed and contacts solved, so that
//! feet stand on the floor and hands on the wall exactly; a pose that cannot be reached is an error that names the
//! joint. All figures share one scale: a unit of the recipe, 1/200 of her height, is one point.

use std::fmt;

use kurbo::{Affine, Point, Rect};

use crate::art::DrawingPart;
use crate::diag::{Example, Explanation, Finding, Place};
use crate::geom::{Pt, Size};
use crate::model::Located;
use crate::model::handout::Stage;
use crate::model::picture::{Layer, Picture, Pose, Prop, PropKind, Show, Surface, View};
use crate::model::stages::Belly;

mod arrows;
pub mod body;
mod clip;
pub mod export;
mod front;
pub mod geometry;
mod head;
mod limbs;
mod look;
mod props;
mod side;
pub mod skeleton;
pub mod surfaces;
#[cfg(test)]
mod tests;
mod thin;

use look::Canvas;
pub use look::Look;

/// Code of a pose that cannot be reached.
pub const POSE: &str = "F001";
/// What is found about poses.
pub const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "F001",
    title: "a pose that cannot be reached",
    meaning: "A hand or a foot is to be where the arm or the leg cannot reach, a joint would bend the wrong \
                  way, or the picture has nothing of the kind to touch.",
    why: "Patients copy what they see. A picture of a movement that no body can make teaches nothing safe.",
    example: Example::Exercise {
        bad: concat!(
            "picture:\n",
            "  alt: She leans on a wall with both hands.\n",
            "  props:\n",
            "    - { kind: wall, at: [300, 0] }\n",
            "  poses:\n",
            "    - hip: [6.4, 99.8]\n",
            "      near_arm: { on: wall, at: 143 }\n",
            "      far_arm: { on: wall, at: 147 }\n",
            "      near_leg: { sole: 0 }\n",
            "      far_leg: { sole: 6 }\n",
        ),
        good: concat!(
            "picture:\n",
            "  alt: She leans on a wall with both hands.\n",
            "  props:\n",
            "    - { kind: wall, at: [66, 0] }\n",
            "  poses:\n",
            "    - hip: [6.4, 99.8]\n",
            "      near_arm: { on: wall, at: 143 }\n",
            "      far_arm: { on: wall, at: 147 }\n",
            "      near_leg: { sole: 0 }\n",
            "      far_leg: { sole: 6 }\n",
        ),
    },
    standard: "House rule; PEMAT-P, item 16: pictures reinforce the text.",
    safety: false,
}];
/// The most that a picture may be wide or tall, in units.
const LARGEST: f64 = 1500.0;
/// How far a start position fades into white paper, and into a mat seen from above.
const PALE: f32 = 0.66;
const PALE_ON_MAT: f32 = 0.4;
/// Space between pictures that stand beside or under each other, in units.
const GAP: f64 = 20.0;
/// How far the floor reaches beyond what stands on it.
const FLOOR_BEYOND: f64 = 7.0;

/// A drawing, ready to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Width and height; a standing woman is 200 pt tall, in every figure.
    pub size: Size,
    /// What is painted, first at the bottom.
    pub parts: Vec<DrawingPart>,
    /// What it shows, in words.
    pub alt: String,
}

/// A joint that cannot be where a pose wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct PoseError {
    /// The joint or limb, such as `the near hand`.
    pub joint: String,
    /// What is wrong, a sentence without a full stop.
    pub message: String,
    /// How far it misses, in units.
    pub miss: f64,
    /// Where the pose says so, when it does.
    pub place: Option<Place>,
}

impl fmt::Display for PoseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PoseError {}

impl PoseError {
    fn new<T>(joint: String, aim: &str, miss: f64, at: &Located<T>) -> Self {
        let units = miss.ceil();
        let noun = if units > 1.0 { "units" } else { "unit" };
        let message = format!("{joint} cannot {aim}: it ends {units} {noun} short");
        Self { joint, message, miss, place: Some(at.place.clone()) }
    }

    /// The error as a finding about `picture`.
    #[must_use]
    pub fn finding(&self, picture: &Picture) -> Finding {
        let place = self.place.as_ref().unwrap_or(&picture.alt.place);
        let label = if self.place.is_some() { "this is out of reach" } else { "in the pose of this picture" };
        Finding::error(POSE, self.message.clone()).at(place, label).help("bring it nearer, or change the pose")
    }

    fn bend(joint: String) -> Self {
        let message = format!("{joint} cannot bend that way");
        Self { joint, message, miss: 0.0, place: None }
    }

    fn too_large() -> Self {
        let message = format!("the picture is larger than {LARGEST} units: a length in it is too large");
        Self { joint: "the picture".to_owned(), message, miss: 0.0, place: None }
    }

    fn absent(joint: &str, at: &Located<Surface>) -> Self {
        let message = format!("{joint} cannot touch {}: the picture has none", surfaces::name(at.value));
        Self { joint: joint.to_owned(), message, miss: 0.0, place: Some(at.place.clone()) }
    }
}

/// Draws a picture at a stage, with the belly that belongs to it; one that has an `image` in place of poses comes out empty.
///
/// # Errors
/// Every joint that cannot be where its pose wants it; one error when the whole is too large.
pub fn draw(picture: &Picture, look: &Look, stage: Stage, belly: Belly) -> Result<Figure, Vec<PoseError>> {
    let poses = picture.poses.iter().filter(|pose| pose.stages.is_empty() || pose.stages.contains(&stage));
    let mut canvases = Vec::new();
    let mut errors = Vec::new();
    let mut pale: Vec<&Pose> = Vec::new();
    for pose in poses {
        if pose.pale {
            pale.push(pose);
            continue;
        }
        let scene = Panel { picture, look, belly, pale: std::mem::take(&mut pale), pose };
        match scene.paint() {
            Ok(canvas) => canvases.push(canvas),
            Err(found) => errors.extend(found),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    bounded(&canvases).map(|()| join(canvases, picture, stage))
}

/// Refuses what is larger than a picture can be, before anything is measured closely.
fn bounded(canvases: &[Canvas]) -> Result<(), Vec<PoseError>> {
    let mut size = (0.0, 0.0);
    for bounds in canvases.iter().filter_map(Canvas::bounds) {
        size = (size.0 + bounds.width(), size.1 + bounds.height());
    }
    let is_finite = canvases.iter().flat_map(|canvas| &canvas.parts).all(|part| part.path.is_finite());
    if is_finite && size.0 <= LARGEST && size.1 <= LARGEST { Ok(()) } else { Err(vec![PoseError::too_large()]) }
}

/// Puts pictures beside or under each other and moves the whole to its own corner.
fn join(canvases: Vec<Canvas>, picture: &Picture, stage: Stage) -> Figure {
    let mut whole = Canvas::default();
    let mut end = 0.0;
    for canvas in canvases {
        let Some(bounds) = canvas.bounds() else { continue };
        let place = match picture.show {
            Show::Beside => (end - bounds.x0, 0.0),
            Show::Stacked => (0.0, end - bounds.y0),
        };
        end += GAP + if picture.show == Show::Beside { bounds.width() } else { bounds.height() };
        whole.add(canvas, Affine::translate(place));
    }
    let bounds = whole.bounds().unwrap_or(Rect::ZERO);
    let to_corner = Affine::translate((-bounds.x0, -bounds.y0));
    let parts = whole.parts.into_iter().map(|part| DrawingPart { path: to_corner * part.path, ..part }).collect();
    let size = Size { width: Pt(bounds.width() as f32), height: Pt(bounds.height() as f32) };
    Figure { size, parts, alt: picture.alt_in(stage).value.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// One picture: a pose, the pale poses under it, and what stands about her.
struct Panel<'a> {
    picture: &'a Picture,
    look: &'a Look,
    belly: Belly,
    pale: Vec<&'a Pose>,
    pose: &'a Pose,
}

/// A body, solved, from the side or the front.
enum Solved {
    Side(Box<skeleton::Body>),
    Front(Box<front::Body>),
}

impl Solved {
    fn hip(&self) -> Point {
        match self {
            Self::Side(body) => body.spine.hip,
            Self::Front(body) => body.spine.hip,
        }
    }

    /// The front of her trunk at the share `t`, and the way out of it; from the side only.
    fn trunk(&self, t: f64, belly: &body::Belly) -> Option<(Point, kurbo::Vec2)> {
        match self {
            Self::Side(body) => Some((skeleton::front_outline(&body.spine, t, belly), body.spine.front(t))),
            Self::Front(_) => None,
        }
    }

    /// Between the palms, where a band is held.
    fn hands(&self) -> Point {
        let arms = match self {
            Self::Side(body) => body.arms,
            Self::Front(body) => body.arms,
        };
        let [near, far] = arms.map(|arm| arm.hand.at(7.0, 0.0));
        near.midpoint(far)
    }
}

impl<'a> Panel<'a> {
    fn props(&self, pose: &'a Pose) -> Vec<&'a Prop> {
        pose.props.iter().chain(&self.picture.props).collect()
    }

    fn solve(&self, pose: &'a Pose) -> Result<Solved, Vec<PoseError>> {
        let around = skeleton::Surroundings { props: self.props(pose), belly: body::Belly::of(self.belly) };
        match pose.view {
            View::Side | View::Lying => skeleton::solve(pose, &around).map(|body| Solved::Side(Box::new(body))),
            View::Front | View::Back => front::solve(pose, &around).map(|body| Solved::Front(Box::new(body))),
        }
    }

    /// The bodies, pale ones first.
    fn bodies(&self, solved: &Solved, scene: &props::Scene) -> Result<Canvas, Vec<PoseError>> {
        let on_mat = self.pose.view == View::Lying;
        let paper = if on_mat { (props::MAT, PALE_ON_MAT) } else { (crate::art::Colour::WHITE, PALE) };
        let mut start = Canvas { pale: Some(paper), ..Canvas::default() };
        for pose in &self.pale {
            self.body(&mut start, &self.solve(pose)?, pose, scene);
        }
        let mut bodies = Canvas::default();
        self.body(&mut bodies, solved, self.pose, scene);
        // What does not move would only be hidden under itself.
        start.parts.retain(|part| bodies.parts.iter().all(|other| other.path != part.path));
        start.parts.append(&mut bodies.parts);
        bodies.parts = start.parts;
        bounded(std::slice::from_ref(&bodies)).map(|()| bodies)
    }

    fn paint(&self) -> Result<Canvas, Vec<PoseError>> {
        let solved = self.solve(self.pose)?;
        let scene = props::Scene { view: self.pose.view, hip: solved.hip(), hands: solved.hands() };
        let bodies = self.bodies(&solved, &scene)?;
        let mut canvas = Canvas::default();
        self.things(&mut canvas, Layer::Behind, &scene);
        let arrows: Vec<_> = self.pale.iter().chain([&self.pose]).flat_map(|pose| &pose.arrows).collect();
        let stands = [canvas.bounds(), bodies.bounds()].into_iter().flatten().reduce(|a, b| a.union(b));
        if let (Some(stands), true) = (stands, self.pose.view != View::Lying) {
            props::ground(&mut canvas, self.picture.ground, stands.x0 - FLOOR_BEYOND, stands.x1 + FLOOR_BEYOND);
        }
        arrows.iter().for_each(|arrow| arrows::behind(&mut canvas, arrow, self.look));
        canvas.add(self.in_water(bodies), Affine::IDENTITY);
        self.things(&mut canvas, Layer::Before, &scene);
        bounded(std::slice::from_ref(&canvas))?;
        canvas.drop_hidden();
        let belly = body::Belly::of(self.belly);
        arrows.iter().for_each(|arrow| arrows::before(&mut canvas, arrow, self.look, &|t| solved.trunk(t, &belly)));
        Ok(canvas)
    }

    fn things(&self, canvas: &mut Canvas, layer: Layer, scene: &props::Scene) {
        // What reaches to the floor from behind, as a wall, is first; then the other things in their order.
        let props = self.props(self.pose);
        let fits = |prop: &&&Prop| prop.layer == layer;
        let is_wall = |prop: &&Prop| matches!(prop.kind, PropKind::Wall | PropKind::DoorFrame | PropKind::Mat);
        for prop in props.iter().filter(fits).filter(|prop| is_wall(prop)) {
            props::paint(canvas, prop, scene);
        }
        for prop in props.iter().filter(fits).filter(|prop| !is_wall(prop)) {
            props::paint(canvas, prop, scene);
        }
    }

    fn body(&self, canvas: &mut Canvas, solved: &Solved, pose: &Pose, scene: &props::Scene) {
        let belly = &body::Belly::of(self.belly);
        let is_pale = pose.pale;
        let between = |canvas: &mut Canvas| {
            if !is_pale {
                self.things(canvas, Layer::Between, scene);
            }
        };
        match solved {
            Solved::Side(body) => {
                let (on_top, shoes, face_up) = (pose.on_top, pose.shoes, pose.face_up);
                let how = side::Paint { look: self.look, belly, on_top, shoes, face_up };
                side::paint(canvas, body, &how, &between);
            }
            Solved::Front(body) => {
                let behind = pose.view == View::Back;
                let how = front::Paint { look: self.look, belly, on_top: pose.on_top, behind };
                front::paint(canvas, body, &how, &between);
            }
        }
    }

    /// The figures, what is under water washed with its colour.
    fn in_water(&self, figures: Canvas) -> Canvas {
        let props = self.props(self.pose);
        let Some(water) = props.iter().find(|prop| prop.kind == PropKind::Water) else { return figures };
        let mut canvas = Canvas::default();
        props::water(&mut canvas, water);
        for part in &figures.parts {
            let washed = |colour: crate::art::Colour| colour.mix(props::WATER, 0.62);
            let stroke = part.stroke.map(|(colour, width)| (washed(colour), width));
            canvas.parts.push(DrawingPart { fill: part.fill.map(washed), stroke, ..part.clone() });
        }
        let dry = figures.parts.into_iter().filter_map(|part| {
            let path = clip::above(&part.path, -water.at[1], part.fill.is_some());
            (!path.elements().is_empty()).then_some(DrawingPart { path, ..part })
        });
        canvas.parts.extend(dry);
        props::waves(&mut canvas, water);
        canvas
    }
}
