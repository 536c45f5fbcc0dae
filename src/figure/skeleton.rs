//! A pose as joints, seen from the side or from above: angles followed, contacts solved. Recipe: "Joints and lengths",
//! "Two-bone solve", "Contacts".

use kurbo::{Point, Vec2};

use super::PoseError;
use super::body::{
    ANKLE, Belly, FOREARM, KNEELING, KNEELING_ANKLE, PALM, SHIN, SHOULDER_AT, SPINE, Spine, THIGH, UPPER_ARM,
    front_depth,
};
use super::geometry::{Frame, fore_side, front, hang, two_bones, up};
use super::surfaces::{self, Contact};
use crate::model::Located;
use crate::model::picture::{self, Bend, Pose, Prop, Surface};

/// The most that a contact may miss, in units.
pub const TOLERANCE: f64 = 0.1;

/// How a hand is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// Open, its back towards us.
    Open,
    /// Flat on a surface, seen from its edge.
    Flat,
    /// Closed.
    Fist,
}

/// An arm, solved.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    /// Shoulder joint.
    pub shoulder: Point,
    /// Elbow.
    pub elbow: Point,
    /// Wrist, along the fingers, and the side of the thumb or out of the surface.
    pub hand: Frame,
    /// How the hand is drawn.
    pub grip: Grip,
}

/// A leg, solved.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    /// Hip joint.
    pub hip: Point,
    /// Knee.
    pub knee: Point,
    /// Ankle.
    pub ankle: Point,
    /// Angle of the foot.
    pub foot: f64,
    /// Whether the top of the foot lies on the ground.
    pub kneels: bool,
}

/// The whole body, solved; of arms and legs the near one first.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// The spine.
    pub spine: Spine,
    /// Centre of the head, forwards, upwards.
    pub head: Frame,
    /// Lean of the head.
    pub head_lean: f64,
    /// Arms.
    pub arms: [Arm; 2],
    /// Legs.
    pub legs: [Leg; 2],
}

/// What a solve needs besides the pose.
pub struct Surroundings<'p> {
    /// What stands about her.
    pub props: Vec<&'p Prop>,
    /// Her belly.
    pub belly: Belly,
}

/// A point as YAML gives it, its height turned round.
#[must_use]
pub const fn point(at: [f64; 2]) -> Point {
    Point::new(at[0], -at[1])
}

/// The front of the trunk at the share `t`: the belly stands out one way all over, or a rounded back would pinch it.
#[must_use]
pub fn front_outline(spine: &Spine, t: f64, belly: &Belly) -> Point {
    let centre = belly.centre();
    let way = front(spine.lean_at(centre + (t - centre) * 0.3));
    spine.before(t, front_depth(t)) + way * belly.depth(t, spine.bend)
}

/// The joints of a pose seen from the side or from above.
///
/// # Errors
/// Every hand, knee and seat that cannot be where the pose wants it.
pub fn solve(pose: &Pose, around: &Surroundings<'_>) -> Result<Body, Vec<PoseError>> {
    let mut errors = Vec::new();
    let hip = hip_of(pose, around, &mut errors);
    let spine = Spine { hip, lean: pose.lean, bend: pose.bend, length: SPINE };
    let legs =
        [(&pose.near_leg, "near"), (&pose.far_leg, "far")].map(|(leg, side)| solve_leg(leg, hip, side, &mut errors));
    let chest = pose.lean + pose.bend * 0.9;
    let [forward, raised] = pose.shoulder.unwrap_or_default();
    let shoulder = spine.at(SHOULDER_AT) + front(chest) * forward + up(chest) * raised;
    let arms = [(&pose.near_arm, "near"), (&pose.far_arm, "far")].map(|(arm, side)| {
        let reach = ArmReach { arm, side, shoulder, spine: &spine, thigh: &legs[0], around };
        reach.solve(&mut errors)
    });
    let neck = (spine.lean_at(1.0) + pose.head) / 2.0 + 9.0;
    let centre = spine.at(1.0) + up(neck) * 10.5 + up(pose.head) * 8.2 + front(pose.head) * (1.6 + pose.chin);
    let head = Frame { o: centre, e: front(pose.head), n: up(pose.head) };
    if errors.is_empty() { Ok(Body { spine, head, head_lean: pose.head, arms, legs }) } else { Err(errors) }
}

/// Where the hip joint is: as given, on a seat, or over the near knee.
pub fn hip_of(pose: &Pose, around: &Surroundings<'_>, errors: &mut Vec<PoseError>) -> Point {
    if let Some(sit) = &pose.sit {
        return surfaces::seat(&around.props, sit.on.value, sit.at).unwrap_or_else(|| {
            errors.push(PoseError::absent("the seat", &sit.on));
            Point::ZERO
        });
    }
    match (&pose.hip, &pose.near_leg.kneel) {
        (Some(hip), _) => point(*hip),
        (None, Some(knee)) => Point::new(knee.value, -KNEELING) - hang(pose.near_leg.thigh) * THIGH,
        (None, None) => Point::new(0.0, -(THIGH + SHIN + ANKLE) + 0.3),
    }
}

fn solve_leg(leg: &picture::Leg, hip: Point, side: &str, errors: &mut Vec<PoseError>) -> Leg {
    if let Some(knee) = &leg.kneel {
        return kneeling(knee, leg, hip, side, errors);
    }
    if let Some(target) = leg_target(leg) {
        let foot = leg.foot.unwrap_or(90.0);
        if let Some(knee) = leg.knee {
            return Leg { hip, knee: point(knee), ankle: target.value, foot, kneels: false };
        }
        let reach = two_bones(hip, target.value, THIGH, SHIN, 1.0);
        if reach.miss > TOLERANCE {
            let aim = if leg.sole.is_some() { "stand on the floor there" } else { "be where the pose wants it" };
            errors.push(PoseError::new(format!("the {side} foot"), aim, reach.miss, &target));
        }
        return Leg { hip, knee: reach.joint, ankle: reach.end, foot, kneels: false };
    }
    let shin = leg.shin.unwrap_or(leg.thigh);
    if !(-8.0..=160.0).contains(&(leg.thigh - shin)) {
        errors.push(PoseError::bend(format!("the {side} knee")));
    }
    let knee = leg.knee.map_or(hip + hang(leg.thigh) * THIGH, point);
    Leg { hip, knee, ankle: knee + hang(shin) * SHIN, foot: leg.foot.unwrap_or(shin + 90.0), kneels: false }
}

/// Where the ankle is to be, with the place that says so.
fn leg_target(leg: &picture::Leg) -> Option<Located<Point>> {
    let sole = leg.sole.as_ref().map(|x| Located { value: Point::new(x.value, -ANKLE), place: x.place.clone() });
    sole.or_else(|| leg.ankle.as_ref().map(|at| Located { value: point(at.value), place: at.place.clone() }))
}

/// A leg that kneels: the shin and the top of the foot lie on the ground.
fn kneeling(knee: &Located<f64>, leg: &picture::Leg, hip: Point, side: &str, errors: &mut Vec<PoseError>) -> Leg {
    let at = Point::new(knee.value, -KNEELING);
    // The far knee stands a little aside, which lengthens the thigh as it is seen.
    let miss = ((hip - at).hypot() - THIGH).abs();
    if miss > 1.5 {
        errors.push(PoseError::new(format!("the {side} knee"), "kneel there", miss, knee));
    }
    let (behind, high) = KNEELING_ANKLE;
    let ankle = Point::new(knee.value - behind, -high);
    Leg { hip, knee: at, ankle, foot: leg.foot.unwrap_or(-90.0), kneels: true }
}

/// An arm that looks for its place.
struct ArmReach<'a> {
    arm: &'a picture::Arm,
    side: &'a str,
    shoulder: Point,
    spine: &'a Spine,
    thigh: &'a Leg,
    around: &'a Surroundings<'a>,
}

impl ArmReach<'_> {
    fn solve(&self, errors: &mut Vec<PoseError>) -> Arm {
        let arm = self.arm;
        if let Some(on) = &arm.on {
            return match self.contact(on.value) {
                Some(contact) => self.touch(on, contact, errors),
                None => {
                    errors.push(PoseError::absent(&format!("the {} hand", self.side), on));
                    self.by_angles(errors)
                }
            };
        }
        match &arm.wrist {
            Some(target) => {
                let aim = Located { value: point(target.value), place: target.place.clone() };
                let grip = if arm.fist { Grip::Fist } else { Grip::Open };
                self.reach(&aim, None, grip, "be where the pose wants it", errors)
            }
            None => self.by_angles(errors),
        }
    }

    fn by_angles(&self, errors: &mut Vec<PoseError>) -> Arm {
        let fore = self.arm.fore.unwrap_or(self.arm.up);
        let bent = if self.arm.elbow == Bend::Back { fore - self.arm.up } else { self.arm.up - fore };
        if !(-8.0..=160.0).contains(&bent) {
            errors.push(PoseError::bend(format!("the {} elbow", self.side)));
        }
        // An arm that points towards us is seen shorter.
        let seen = self.arm.toward.clamp(0.0, 80.0).to_radians().cos();
        let elbow = self.shoulder + hang(self.arm.up) * (UPPER_ARM * seen);
        let hand = Frame::along(elbow + hang(fore) * (FOREARM * seen), hang(self.arm.hand.unwrap_or(fore)));
        let grip = if self.arm.fist { Grip::Fist } else { Grip::Open };
        Arm { shoulder: self.shoulder, elbow, hand, grip }
    }

    fn contact(&self, surface: Surface) -> Option<Contact> {
        match surface {
            Surface::Thigh => Some(self.on_thigh()),
            Surface::Bump => Some(self.on_bump()),
            _ => surfaces::contact(&self.around.props, surface, self.arm.at, self.spine.hip),
        }
    }

    fn on_thigh(&self) -> Contact {
        let Leg { hip, knee, .. } = self.thigh;
        let along = (*knee - *hip).normalize();
        let out = fore_side(along);
        let half = 12.0 - 3.6 * self.arm.at;
        Contact { point: hip.lerp(*knee, self.arm.at) + out * half, along, out }
    }

    /// On the trunk's outline, fingers forwards where it slopes and down where it is steep.
    fn on_bump(&self) -> Contact {
        let t = self.arm.at;
        let outline = |t: f64| front_outline(self.spine, t, &self.around.belly);
        let mut along = (outline(t + 0.02) - outline(t - 0.02)).normalize();
        let forwards = self.spine.front(t);
        let out = Vec2::new(-along.y, along.x);
        let slope = along.dot(forwards);
        if slope < -0.3 || (slope.abs() <= 0.3 && along.dot(up(self.spine.lean_at(t))) > 0.0) {
            along = -along;
        }
        Contact { point: outline(t), along, out: if out.dot(forwards) < 0.0 { -out } else { out } }
    }

    fn touch(&self, on: &Located<Surface>, contact: Contact, errors: &mut Vec<PoseError>) -> Arm {
        let aim = format!("touch {}", surfaces::name(on.value));
        let located = |value: Point| Located { value, place: on.place.clone() };
        if on.value == Surface::Bump {
            return self.hold(&contact, on, &aim, errors);
        }
        let wrist = contact.point + contact.out * PALM;
        let frame = Frame { o: wrist, e: contact.along, n: contact.out };
        let grip = if self.arm.fist { Grip::Fist } else { Grip::Flat };
        self.reach(&located(wrist), Some(frame), grip, &aim, errors)
    }

    /// A hand on the bump: the near one on its side, in line with the forearm; of the far one, an edge is seen.
    fn hold(&self, contact: &Contact, on: &Located<Surface>, aim: &str, errors: &mut Vec<PoseError>) -> Arm {
        let is_near = self.side == "near";
        let side = if self.arm.elbow == Bend::Back { -1.0 } else { 1.0 };
        let upwards = if contact.along.dot(up(self.spine.lean)) < 0.0 { -contact.along } else { contact.along };
        let mut along = self.arm.hand.map_or(upwards, hang);
        let wrist_for = |along: Vec2| contact.point - along * 9.0 - contact.out * if is_near { 7.5 } else { 3.0 };
        if is_near && self.arm.hand.is_none() {
            for _ in 0..8 {
                let reach = two_bones(self.shoulder, wrist_for(along), UPPER_ARM, FOREARM, side);
                along = (reach.end - reach.joint).normalize();
            }
        }
        let target = Located { value: wrist_for(along), place: on.place.clone() };
        // The near thumb is on the side of her head, the far one behind her.
        let thumb = if is_near { up(self.spine.lean) } else { -contact.out };
        let n = if fore_side(along).dot(thumb) > 0.0 { fore_side(along) } else { -fore_side(along) };
        self.reach(&target, Some(Frame { o: target.value, e: along, n }), Grip::Open, aim, errors)
    }

    /// The arm with its wrist at `target`.
    fn reach(
        &self,
        target: &Located<Point>,
        hand: Option<Frame>,
        grip: Grip,
        aim: &str,
        errors: &mut Vec<PoseError>,
    ) -> Arm {
        let side = if self.arm.elbow == Bend::Back { -1.0 } else { 1.0 };
        let reach = two_bones(self.shoulder, target.value, UPPER_ARM, FOREARM, side);
        if reach.miss > TOLERANCE {
            errors.push(PoseError::new(format!("the {} hand", self.side), aim, reach.miss, target));
        }
        let own = self.arm.hand.map_or((reach.end - reach.joint).normalize(), hang);
        let hand = match hand {
            Some(frame) => Frame { o: reach.end, e: self.arm.hand.map_or(frame.e, hang), ..frame },
            None => Frame::along(reach.end, own),
        };
        Arm { shoulder: self.shoulder, elbow: reach.joint, hand, grip }
    }
}
