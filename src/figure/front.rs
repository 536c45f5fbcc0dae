//! A body seen from the front or from behind: solved and painted. Recipe: "Front view"; sitting, turning and the back
//! are our own.

use kurbo::{BezPath, Point, Vec2};

use super::PoseError;
use super::body::{ANKLE, Belly, FOREARM, SPINE, Spine, UPPER_ARM};
use super::geometry::{Frame, Round, Row, closed, front, hang, limb, open, table, through, two_bones, up};
use super::look::{Canvas, Look, shade};
use super::skeleton::{Arm, Grip, Surroundings, TOLERANCE, hip_of, point};
use super::surfaces;
use super::{head, limbs};
use crate::model::Located;
use crate::model::picture::{self, Bend, OnTop, Pose, Surface};

const HALF_WIDTH: [(f64, f64); 10] = [
    (0.0, 18.4),
    (0.1, 17.9),
    (0.28, 15.0),
    (0.45, 14.0),
    (0.62, 15.2),
    (0.74, 16.4),
    (0.84, 17.0),
    (0.92, 15.4),
    (0.965, 11.4),
    (1.0, 7.0),
];
const SIDE_AT: [f64; 9] = [0.0, 0.12, 0.28, 0.45, 0.62, 0.78, 0.88, 0.95, 1.0];
/// Half widths of thigh and shin: share, outer side, inner side.
const THIGH_ROWS: [Row; 5] = [(0.0, 11.8, 11.0), (0.2, 12.0, 11.0), (0.5, 10.4, 9.6), (0.8, 8.4, 7.9), (1.0, 7.8, 7.2)];
const LAP_ROWS: [Row; 3] = [(0.0, 12.0, 11.0), (0.5, 11.6, 10.8), (1.0, 10.4, 10.0)];
const SHIN_ROWS: [Row; 4] = [(0.0, 7.6, 7.2), (0.3, 7.5, 6.5), (0.6, 5.7, 5.2), (0.88, 4.6, 4.5)];
const ANKLE_ROWS: [Row; 2] = [(0.8, 4.2, 4.2), (1.02, 4.1, 4.1)];
const PELVIS: [(f64, f64); 9] = [
    (15.0, 9.0),
    (18.2, 2.0),
    (18.4, -5.0),
    (12.0, -11.0),
    (0.0, -10.0),
    (-12.0, -11.0),
    (-18.4, -5.0),
    (-18.2, 2.0),
    (-15.0, 9.0),
];
const FOOT: [(f64, f64); 10] = [
    (-4.0, 13.0),
    (-4.2, 7.0),
    (-5.0, 2.4),
    (-3.6, 0.2),
    (2.0, -0.2),
    (8.6, 0.3),
    (9.8, 2.2),
    (7.6, 4.6),
    (4.8, 8.0),
    (4.1, 13.0),
];
const HEEL: [(f64, f64); 8] =
    [(-4.2, 13.0), (-4.6, 6.0), (-5.4, 2.0), (-3.6, 0.0), (3.8, 0.0), (6.2, 1.6), (4.8, 6.0), (4.2, 13.0)];

/// A leg seen from the front.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    /// Hip joint.
    pub hip: Point,
    /// Knee.
    pub knee: Point,
    /// Ankle.
    pub ankle: Point,
    /// Angle of a foot that is seen from its side.
    pub foot: Option<f64>,
}

/// A body seen from the front or from behind; of arms and legs the one on the left of the picture first.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// The spine, leaning sideways.
    pub spine: Spine,
    /// Centre of the head, to the right, upwards.
    pub head: Frame,
    /// Arms.
    pub arms: [Arm; 2],
    /// Legs.
    pub legs: [Leg; 2],
    /// Sine of the chest's turn.
    turn: f64,
    sits: bool,
    /// How far the shoulder blades are from the spine.
    blades: f64,
}

/// Left of the picture, right of the picture.
const SIDES: [(f64, &str); 2] = [(-1.0, "near"), (1.0, "far")];

/// The joints of a pose seen from the front or from behind.
///
/// # Errors
/// Every hand and seat that cannot be where the pose wants it.
pub fn solve(pose: &Pose, around: &Surroundings<'_>) -> Result<Body, Vec<PoseError>> {
    let mut errors = Vec::new();
    let hip = hip_of(pose, around, &mut errors);
    let sits = pose.sit.is_some();
    // A trunk that leans towards us is seen shorter.
    let shorter = pose.toward.to_radians().cos();
    let spine = Spine { hip, lean: pose.lean, bend: pose.bend, length: SPINE * shorter };
    let mut legs = [&pose.near_leg, &pose.far_leg].into_iter().zip(SIDES);
    let legs = [(); 2].map(|()| legs.next().map(|(leg, (side, _))| solve_leg(leg, hip, side, sits)));
    let [Some(near), Some(far)] = legs else { return Err(errors) };
    let turn = pose.turn.to_radians().sin();
    let arms = [(&pose.near_arm, SIDES[0], near), (&pose.far_arm, SIDES[1], far)].map(|(arm, (side, name), leg)| {
        let lift = ((arm.up - 50.0) / 110.0).clamp(0.0, 1.0);
        let narrow = (1.0 - turn * turn).sqrt() * 0.5 + 0.5;
        let across = front(spine.lean_at(0.8)) * (side * (14.4 * narrow - 2.4 * lift) + turn * 3.0);
        let [out, raised] = pose.shoulder.unwrap_or_default();
        let shoulder =
            spine.at(0.805) + across + up(spine.lean_at(0.8)) * (4.0 * lift + raised) + Vec2::new(side * out, 0.0);
        ArmReach { arm, side, name, shoulder, leg, spine: &spine, around }.solve(&mut errors)
    });
    let blades = 8.5 + pose.shoulder.unwrap_or_default()[0] * 2.2;
    let neck = (spine.lean_at(1.0) + pose.head) / 2.0;
    let centre = spine.at(1.0)
        + up(neck) * (9.5 * (2.2 * shorter - 1.2))
        + up(pose.head) * 9.0
        + front(pose.head) * (turn * 2.5);
    let head = Frame { o: centre, e: front(pose.head), n: up(pose.head) };
    if errors.is_empty() { Ok(Body { spine, head, arms, legs: [near, far], turn, sits, blades }) } else { Err(errors) }
}

/// A leg seen from the front points where its ankle is; its knee is on the way, or where the pose says it is seen.
fn solve_leg(leg: &picture::Leg, hip: Point, side: f64, sits: bool) -> Leg {
    let joint = hip + Vec2::new((if sits { 9.4 } else { 8.2 }) * side, if sits { 2.0 } else { 0.0 });
    let ankle = match (&leg.sole, &leg.ankle) {
        (Some(x), _) => Point::new(x.value, -ANKLE),
        (None, Some(at)) => point(at.value),
        (None, None) => Point::new(hip.x + (if sits { 14.5 } else { 9.0 }) * side, -ANKLE),
    };
    let knee = leg.knee.map(point).unwrap_or_else(|| {
        if sits { Point::new(hip.x + 16.0 * side, hip.y + 9.5) } else { joint.lerp(ankle, 0.5) + Vec2::new(side, 0.0) }
    });
    Leg { hip: joint, knee, ankle, foot: leg.foot }
}

struct ArmReach<'a> {
    arm: &'a picture::Arm,
    side: f64,
    name: &'a str,
    shoulder: Point,
    leg: Leg,
    spine: &'a Spine,
    around: &'a Surroundings<'a>,
}

impl ArmReach<'_> {
    /// A direction as the angles of this arm count it: outwards is 90.
    fn hang(&self, angle: f64) -> Vec2 {
        let Vec2 { x, y } = hang(angle);
        Vec2::new(x * self.side, y)
    }

    fn hand(&self, wrist: Point, along: Vec2) -> Frame {
        let frame = Frame::along(wrist, along);
        // The thumb is on the side of the head, of a hand that is raised as of one that hangs or crosses the chest.
        let is_raised = along.y < -0.3 && along.x * self.side > -0.35;
        if (self.side > 0.0) == is_raised { frame } else { frame.flipped() }
    }

    fn solve(&self, errors: &mut Vec<PoseError>) -> Arm {
        let grip = if self.arm.fist { Grip::Fist } else { Grip::Open };
        let target = match (&self.arm.on, &self.arm.wrist) {
            (Some(on), _) => match self.contact(on.value) {
                Some(at) => Located { value: at, place: on.place.clone() },
                None => {
                    errors.push(PoseError::absent(&format!("the {} hand", self.name), on));
                    return self.by_angles(grip);
                }
            },
            (None, Some(wrist)) => Located { value: point(wrist.value), place: wrist.place.clone() },
            (None, None) => return self.by_angles(grip),
        };
        let bend = if self.arm.elbow == Bend::Back { self.side } else { -self.side };
        let reach = two_bones(self.shoulder, target.value, UPPER_ARM, FOREARM, bend);
        if reach.miss > TOLERANCE {
            let surface = self.arm.on.as_ref().map(|on| format!("touch {}", surfaces::name(on.value)));
            let aim = surface.unwrap_or_else(|| "be where the pose wants it".to_owned());
            errors.push(PoseError::new(format!("the {} hand", self.name), &aim, reach.miss, &target));
        }
        let is_on_thigh = self.arm.on.as_ref().is_some_and(|on| on.value == Surface::Thigh);
        let own = if is_on_thigh { Vec2::new(-0.25 * self.side, 0.97) } else { (reach.end - reach.joint).normalize() };
        let along = self.arm.hand.map_or(own, |angle| self.hang(angle));
        Arm { shoulder: self.shoulder, elbow: reach.joint, hand: self.hand(reach.end, along), grip }
    }

    fn by_angles(&self, grip: Grip) -> Arm {
        let fore = self.arm.fore.unwrap_or(self.arm.up);
        let elbow = self.shoulder + self.hang(self.arm.up) * UPPER_ARM;
        let wrist = elbow + self.hang(fore) * FOREARM;
        let hand = self.hand(wrist, self.hang(self.arm.hand.unwrap_or(fore)));
        Arm { shoulder: self.shoulder, elbow, hand, grip }
    }

    /// Where the wrist is when the palm lies on `surface`.
    fn contact(&self, surface: Surface) -> Option<Point> {
        match surface {
            Surface::Thigh => Some(self.leg.hip.lerp(self.leg.knee, self.arm.at) + Vec2::new(self.side * 3.0, -9.0)),
            Surface::Bump => Some(self.spine.before(self.arm.at, self.side * 9.0)),
            Surface::Chair => {
                let edge = 22.0 * self.side + surfaces::prop_of(&self.around.props, surface)?.at[0];
                Some(Point::new(edge + 1.5 * self.side, -surfaces::CHAIR_SEAT - 3.0))
            }
            _ => {
                surfaces::contact(&self.around.props, surface, self.arm.at, self.shoulder).map(|touched| touched.point)
            }
        }
    }
}

/// What a body is painted with.
pub struct Paint<'a> {
    /// Colours.
    pub look: &'a Look,
    /// Her belly.
    pub belly: &'a Belly,
    /// What is painted last.
    pub on_top: OnTop,
    /// Whether we see her back.
    pub behind: bool,
}

/// Paints a body; `between` paints what is before her legs and behind her arms.
pub fn paint(canvas: &mut Canvas, body: &Body, how: &Paint<'_>, between: &dyn Fn(&mut Canvas)) {
    let tones = how.look.tones(false);
    let chest = Frame { o: body.spine.at(1.0), e: body.spine.front(1.0), n: up(body.spine.lean_at(1.0)) };
    if how.on_top == OnTop::Trunk {
        body.arms.iter().for_each(|arm| limbs::arm(canvas, arm, how.look, false));
    }
    let pelvis = Frame { o: body.spine.hip, e: front(body.spine.lean), n: up(body.spine.lean) };
    canvas.fill(closed(&pelvis.all(&PELVIS)), tones.leggings);
    let crossing = body.legs.iter().position(|leg| leg.foot.is_some());
    let order = if crossing == Some(0) { [1, 0] } else { [0, 1] };
    let crosses = |at: &usize| body.legs[*at].foot.is_some();
    order.iter().filter(|at| !crosses(at)).for_each(|&at| leg(canvas, body, how, at));
    head_and_trunk(canvas, body, how, chest);
    bump(canvas, body, how);
    order.iter().filter(|at| crosses(at)).for_each(|&at| leg(canvas, body, how, at));
    if how.behind {
        blades(canvas, body, how.look);
    }
    between(canvas);
    if how.on_top != OnTop::Trunk {
        body.arms.iter().for_each(|arm| limbs::arm(canvas, arm, how.look, false));
    }
    if how.look.hair == crate::model::brand::Hair::Headscarf {
        paint_head(canvas, body, how, chest);
    }
}

fn head_and_trunk(canvas: &mut Canvas, body: &Body, how: &Paint<'_>, chest: Frame) {
    head::front_neck(canvas, &body.spine, &body.head, how.look);
    canvas.fill(trunk_outline(body, how.belly), how.look.top);
    if how.look.hair != crate::model::brand::Hair::Headscarf {
        paint_head(canvas, body, how, chest);
    }
}

fn paint_head(canvas: &mut Canvas, body: &Body, how: &Paint<'_>, chest: Frame) {
    if how.behind {
        head::back_head(canvas, chest, &body.head, how.look);
    } else {
        head::front_head(canvas, chest, &body.head, how.look, body.turn);
    }
}

/// The trunk's outline; a turned one is narrower, and its bump shows on the side that it turns to.
fn trunk_outline(body: &Body, belly: &Belly) -> BezPath {
    let Body { spine, turn, .. } = body;
    let width = |t: f64, side: f64| {
        let wider = belly.wider * (-((t - 0.28) / 0.2).powi(2)).exp();
        let bump = if side * turn > 0.0 { belly.depth(t, 0.0) * turn.abs() * 0.62 } else { 0.0 };
        (table(&HALF_WIDTH, t) + wider) * (1.0 - 0.13 * turn.abs() * (1.8 * t).min(1.0)) + bump
    };
    let hem = if body.sits { 0.045 } else { 0.0 };
    let edge = |side: f64| SIDE_AT.map(|t: f64| spine.before(t.max(hem), side * width(t.max(hem), side)));
    let left = edge(-1.0);
    let mut right = edge(1.0);
    right.reverse();
    let mut path = open(&left);
    path.quad_to(spine.at(0.955), right[0]);
    through(&mut path, &right);
    path.quad_to(spine.at(hem - 0.09), left[0]);
    path.close_path();
    path
}

/// The bump: the front of the trunk over the lap, with a crescent of shade under it.
fn bump(canvas: &mut Canvas, body: &Body, how: &Paint<'_>) {
    let radius = how.belly.disc;
    if how.behind || radius == 0.0 {
        return;
    }
    let centre = body.spine.before(how.belly.centre() + 0.01, body.turn * radius * 0.55);
    let frame = Frame { o: centre, e: body.spine.front(0.3), n: up(body.spine.lean_at(0.3)) };
    let width = radius * (1.0 - 0.3 * body.turn.abs());
    let arc = |scale: f64| {
        [-1.0, -0.78, -0.42, 0.0, 0.42, 0.78, 1.0].map(|x: f64| {
            let y = -(1.0 - x * x).max(0.0).sqrt() * radius * 0.92;
            frame.at(x * width, y + 2.6 * scale * (1.0 - x * x))
        })
    };
    let mut crescent = open(&arc(0.0));
    let mut inner = arc(1.0);
    inner.reverse();
    through(&mut crescent, &inner);
    canvas.fill(crescent, shade(how.look.top, 0.86));
}

/// The shoulder blades, nearer to each other when the shoulders are drawn back.
fn blades(canvas: &mut Canvas, body: &Body, look: &Look) {
    for side in [-1.0, 1.0] {
        let line = [(0.86, 1.0), (0.72, 0.2), (0.6, 1.6)];
        let points = line.map(|(t, out)| body.spine.before(t, side * (body.blades + out)));
        canvas.line(open(&points), shade(look.top, 0.8), 1.6);
    }
}

/// Rows with outer and inner side for a leg on that side of the picture.
fn sided(rows: &[Row], side: f64) -> Vec<Row> {
    rows.iter().map(|&(s, outer, inner)| if side > 0.0 { (s, outer, inner) } else { (s, inner, outer) }).collect()
}

fn leg(canvas: &mut Canvas, body: &Body, how: &Paint<'_>, which: usize) {
    let leg = body.legs[which];
    let side = SIDES[which].0;
    let tones = how.look.tones(false);
    let lap = body.sits && !how.behind;
    let crosses = leg.foot.is_some();
    let ends = if crosses { Round::Both } else { Round::End };
    let thigh = limb(leg.hip, leg.knee, &sided(if lap { &LAP_ROWS } else { &THIGH_ROWS }, side), ends);
    if crosses {
        canvas.fill(thigh.clone(), tones.leggings);
    }
    canvas.fill(limb(leg.knee, leg.ankle, &sided(&ANKLE_ROWS, side), Round::Neither), tones.skin);
    match leg.foot {
        Some(angle) => {
            let foot =
                super::skeleton::Leg { hip: leg.hip, knee: leg.knee, ankle: leg.ankle, foot: angle, kneels: false };
            limbs::foot(canvas, &foot, tones.skin, None);
        }
        None => {
            let frame =
                Frame { o: leg.ankle + Vec2::new(0.0, ANKLE), e: Vec2::new(side, 0.0), n: Vec2::new(0.0, -1.0) };
            canvas.fill(closed(&frame.all(if how.behind { &HEEL } else { &FOOT })), tones.skin);
        }
    }
    let shin = if lap { shade(tones.leggings, 0.9) } else { tones.leggings };
    canvas.fill(
        limb(leg.knee, leg.ankle, &sided(&SHIN_ROWS, side), Round::Start),
        if crosses { shade(tones.leggings, 1.12) } else { shin },
    );
    if !crosses {
        canvas.fill(thigh, tones.leggings);
    }
}
