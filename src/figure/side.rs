//! A body seen from the side, or from above when she lies on her side, painted part by part. Recipe: "Torso", "Layers".

use kurbo::{BezPath, Point, Shape};

use super::body::{Belly, Spine, back_depth};
use super::geometry::{open, through};
use super::look::{Canvas, Look, shade};
use super::skeleton::{self, Body};
use super::{head, limbs};
use crate::model::brand::Hair;
use crate::model::picture::OnTop;
use crate::model::stages::Belly as BellySize;

/// Where the trunk's outline is sampled at the back, from hem to neck.
const BACK_AT: [f64; 9] = [0.0, 0.1, 0.22, 0.36, 0.52, 0.7, 0.84, 0.94, 1.0];
/// Where it is sampled in front, from neck to hem.
const FRONT_AT: [f64; 13] = [0.975, 0.9, 0.8, 0.69, 0.58, 0.5, 0.42, 0.34, 0.26, 0.18, 0.1, 0.03, -0.045];

/// What a body is painted with.
pub struct Paint<'a> {
    /// Colours.
    pub look: &'a Look,
    /// Her belly.
    pub belly: &'a Belly,
    /// What is painted last.
    pub on_top: OnTop,
    /// Whether she wears shoes.
    pub shoes: bool,
    /// Whether her face is turned to us.
    pub face_up: bool,
}

/// Paints a body; `between` paints what is between her legs.
pub fn paint(canvas: &mut Canvas, body: &Body, how: &Paint<'_>, between: &dyn Fn(&mut Canvas)) {
    let (near, far) = (how.look.tones(false), how.look.tones(true));
    let shoe = how.shoes.then(|| shade(how.look.leggings, 0.62));
    limbs::arm(canvas, &body.arms[1], how.look, true);
    limbs::leg(canvas, &body.legs[1], &body.spine, &far, shoe.map(|shoe| shade(shoe, 0.82)));
    between(canvas);
    if !how.face_up {
        head::side_neck(canvas, &body.spine, &body.head, how.look);
    }
    if how.on_top == OnTop::Leg {
        trunk(canvas, &body.spine, how);
        limbs::leg(canvas, &body.legs[0], &body.spine, &near, shoe);
        limbs::arm(canvas, &body.arms[0], how.look, false);
        paint_head(canvas, body, how);
        return;
    }
    limbs::leg(canvas, &body.legs[0], &body.spine, &near, shoe);
    if how.on_top == OnTop::Trunk {
        limbs::arm(canvas, &body.arms[0], how.look, false);
    }
    trunk(canvas, &body.spine, how);
    if how.look.hair == Hair::Bun {
        paint_head(canvas, body, how);
    }
    if how.on_top == OnTop::Arm {
        limbs::arm(canvas, &body.arms[0], how.look, false);
    }
    if how.look.hair == Hair::Headscarf {
        paint_head(canvas, body, how);
    }
}

fn paint_head(canvas: &mut Canvas, body: &Body, how: &Paint<'_>) {
    if how.face_up {
        let chest = super::geometry::Frame { o: body.spine.at(1.0), e: body.head.e, n: body.head.n };
        head::front_neck(canvas, &body.spine, &body.head, how.look);
        head::front_head(canvas, chest, &body.head, how.look, -0.35);
    } else {
        head::side_head(canvas, &body.spine, &body.head, how.look);
    }
}

/// The trunk: back and front as far from the spine as the tables say, the belly on top of the front.
fn trunk(canvas: &mut Canvas, spine: &Spine, how: &Paint<'_>) {
    let Some(hanging) = how.belly.hanging(spine) else {
        return canvas.fill(trunk_outline(spine, how.belly), how.look.top);
    };
    canvas.fill(trunk_outline(spine, &Belly::of(BellySize::None)), how.look.top);
    canvas.fill(hanging.to_path(0.05), how.look.top);
}

fn trunk_outline(spine: &Spine, belly: &Belly) -> BezPath {
    let back: Vec<Point> = BACK_AT.iter().map(|&t| spine.before(t, -back_depth(t, spine.bend))).collect();
    let fore: Vec<Point> = FRONT_AT.iter().map(|&t| skeleton::front_outline(spine, t, belly)).collect();
    let mut path = open(&back);
    path.quad_to(spine.before(0.955, 1.0), fore[0]);
    through(&mut path, &fore);
    path.quad_to(spine.before(-0.09, -1.0), back[0]);
    path.close_path();
    path
}
