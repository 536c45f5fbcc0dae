//! The measures of the body: lengths, the spine's arc, and the belly by stage. Recipe: "Joints and lengths", "Torso".

use kurbo::{Ellipse, Point, Vec2};

use super::geometry::{front, table, up};
use crate::model::stages::Belly as BellySize;

/// Hip to neck base.
pub const SPINE: f64 = 67.0;
/// Where along the spine the shoulder is.
pub const SHOULDER_AT: f64 = 0.885;
/// Hip to knee.
pub const THIGH: f64 = 46.2;
/// Knee to ankle.
pub const SHIN: f64 = 45.9;
/// Shoulder to elbow.
pub const UPPER_ARM: f64 = 34.0;
/// Elbow to wrist.
pub const FOREARM: f64 = 30.0;
/// The ankle's height above the sole.
pub const ANKLE: f64 = 8.0;
/// The wrist's height above what the palm lies on.
pub const PALM: f64 = 5.0;
/// The hip's height above a firm seat.
pub const SEAT: f64 = 13.5;
/// The knee's height above the floor when she kneels.
pub const KNEELING: f64 = 7.6;
/// The ankle's height above the floor when she kneels, and how far behind the knee it is.
pub const KNEELING_ANKLE: (f64, f64) = (45.6, 4.6);

/// The spine, an arc whose lean grows from `lean` at the hip by `bend` to the neck base.
#[derive(Clone, Copy, Debug)]
pub struct Spine {
    /// Hip joint.
    pub hip: Point,
    /// Lean at the hip, in degrees.
    pub lean: f64,
    /// How much the lean grows to the neck base, in degrees.
    pub bend: f64,
    /// Hip to neck base; less than [`SPINE`] when it points towards us.
    pub length: f64,
}

impl Spine {
    /// The lean at the share `t`.
    #[must_use]
    pub fn lean_at(&self, t: f64) -> f64 {
        self.lean + self.bend * t.clamp(0.0, 1.0)
    }

    /// The point at the share `t`; below the hip the arc goes on straight.
    #[must_use]
    pub fn at(&self, t: f64) -> Point {
        if t < 0.0 {
            return self.hip + up(self.lean) * (self.length * t);
        }
        // The integral of a direction that turns evenly: a chord along the mean direction.
        let half_turn = (self.bend * t / 2.0).to_radians();
        let chord = if half_turn.abs() < 1e-6 { 1.0 } else { half_turn.sin() / half_turn };
        self.hip + up(self.lean + self.bend * t / 2.0) * (self.length * t * chord)
    }

    /// The point at the share `t`, `offset` before the spine.
    #[must_use]
    pub fn before(&self, t: f64, offset: f64) -> Point {
        self.at(t) + self.front(t) * offset
    }

    /// Out of the chest at the share `t`.
    #[must_use]
    pub fn front(&self, t: f64) -> Vec2 {
        front(self.lean_at(t))
    }
}

/// Depth of the back behind the spine.
#[must_use]
pub fn back_depth(t: f64, bend: f64) -> f64 {
    const BACK: [(f64, f64); 9] = [
        (-0.1, 18.8),
        (0.0, 18.5),
        (0.1, 17.0),
        (0.23, 12.8),
        (0.38, 10.3),
        (0.58, 11.2),
        (0.75, 12.4),
        (0.88, 10.6),
        (1.0, 6.3),
    ];
    // A rounded back has no hollow at the waist, and is full between the shoulder blades.
    let swell = |depth: f64, at: f64| depth * (-((t - at) / 0.17).powi(2)).exp();
    table(&BACK, t) + (bend / 80.0).clamp(0.0, 1.0) * (swell(3.2, 0.38) + swell(3.6, 0.66))
}

/// A belly: how far it stands out, where, and how far it spreads above and below.
#[derive(Clone, Copy, Debug)]
pub struct Belly {
    depth: f64,
    centre: f64,
    above: f64,
    below: f64,
    /// From the front: how much wider the trunk is, and the radius of the bump's disc.
    pub wider: f64,
    /// The radius of the bump's disc from the front; 0 for none.
    pub disc: f64,
}

impl Belly {
    /// The measures of a belly.
    #[must_use]
    pub const fn of(size: BellySize) -> Self {
        let (depth, centre, above, below, wider, disc) = match size {
            BellySize::None => (0.0, 0.3, 0.4, 0.3, 0.0, 0.0),
            BellySize::Small => (6.0, 0.24, 0.36, 0.28, 0.6, 12.5),
            BellySize::Medium => (14.5, 0.285, 0.41, 0.31, 2.4, 16.0),
            BellySize::Large => (23.5, 0.265, 0.47, 0.31, 4.6, 18.8),
        };
        Self { depth, centre, above, below, wider, disc }
    }

    /// How far it stands out at the share `t` of a spine with that bend.
    #[must_use]
    pub fn depth(&self, t: f64, bend: f64) -> f64 {
        let rounding = 1.0 + 0.45 * bend.max(0.0) / 90.0;
        let spread = if t > self.centre { self.above * rounding } else { self.below };
        let x = ((t - self.centre) / spread).abs();
        if x >= 1.0 { 0.0 } else { self.depth * (1.0 - x.powf(2.5)).powf(1.12) }
    }

    /// Under a strongly rounded back the belly is a bag of its own, as an offset from so bent a spine would fold up.
    #[must_use]
    pub fn hanging(&self, spine: &Spine) -> Option<Ellipse> {
        const ROUNDED: f64 = 50.0;
        if spine.bend < ROUNDED || self.depth == 0.0 {
            return None;
        }
        let at = self.centre + 0.12;
        let radius = self.depth * 0.5 + 7.0;
        let centre = spine.before(at, front_depth(at) + self.depth * 0.8 - radius);
        let radii = Vec2::new(radius, SPINE * self.above * 0.68);
        Some(Ellipse::new(centre, radii, spine.front(at - 0.06).atan2()))
    }

    /// Where along the spine it stands out most.
    #[must_use]
    pub const fn centre(&self) -> f64 {
        self.centre
    }
}

/// Depth of the trunk before the spine, the bust included and the belly not.
#[must_use]
pub fn front_depth(t: f64) -> f64 {
    const FRONT: [(f64, f64); 9] = [
        (-0.1, 12.6),
        (0.0, 12.8),
        (0.15, 12.6),
        (0.35, 11.6),
        (0.52, 11.6),
        (0.69, 14.2),
        (0.8, 12.8),
        (0.91, 8.8),
        (0.975, 6.2),
    ];
    table(&FRONT, t)
}
