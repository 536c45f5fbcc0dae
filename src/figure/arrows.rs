//! Motion arrows: round lines with an open head, straight, bowed or round an ellipse; and breath. Recipe: "Colour".

use std::f64::consts::PI;

use kurbo::{BezPath, ParamCurve, ParamCurveDeriv, Point, QuadBez, Vec2};

use super::geometry::open;
use super::look::{Canvas, Look};
use super::skeleton::point;
use crate::art::Colour;
use crate::model::picture::{Arrow, Heads};

const WIDTH: f64 = 3.4;
/// How far an arrow's head reaches back, and out to each side.
const HEAD: (f64, f64) = (6.6, 5.4);

/// Paints the part of an arrow that lies behind her: the far half of a ring.
pub fn behind(canvas: &mut Canvas, arrow: &Arrow, look: &Look) {
    if let Some(radii) = arrow.ring {
        canvas.line(arc(point(arrow.from), radii, -0.28 * PI, -PI), look.arrow, WIDTH);
    }
}

/// Where an arrow that points in at her trunk starts and ends, in units from the outline.
const INWARDS: (f64, f64) = (25.0, 6.0);

/// Paints an arrow, but of a ring only the near half; `trunk` gives the front of her trunk and the way out of it.
pub fn before(canvas: &mut Canvas, arrow: &Arrow, look: &Look, trunk: &dyn Fn(f64) -> Option<(Point, Vec2)>) {
    if let Some((at, out)) = arrow.bump.and_then(trunk) {
        let [from, to] = [INWARDS.0, INWARDS.1].map(|off| at + out * off);
        return straight(canvas, from, to, arrow, look);
    }
    let from = point(arrow.from);
    if let Some([across, down]) = arrow.ring {
        canvas.line(arc(from, [across, down], PI, 0.12 * PI), look.arrow, WIDTH);
        let (sin, cos) = (0.12 * PI).sin_cos();
        let end = from + Vec2::new(across * cos, down * sin);
        head(canvas, end, Vec2::new(across * sin, -down * cos).normalize(), look.arrow, WIDTH);
        return;
    }
    let Some(to) = arrow.to.map(point) else { return };
    if arrow.breath {
        return breath(canvas, from, to, look.arrow);
    }
    straight(canvas, from, to, arrow, look);
}

/// An arrow from point to point, perhaps bowed.
fn straight(canvas: &mut Canvas, from: Point, to: Point, arrow: &Arrow, look: &Look) {
    let along = to - from;
    let left = Vec2::new(along.y, -along.x).normalize();
    let curve = QuadBez::new(from, from.midpoint(to) + left * (arrow.bow * 2.0), to);
    let mut path = BezPath::new();
    path.move_to(from);
    if arrow.bow == 0.0 {
        path.line_to(to)
    } else {
        path.quad_to(curve.p1, to)
    }
    canvas.line(path, look.arrow, WIDTH);
    let tangent = |t: f64| curve.deriv().eval(t).to_vec2().normalize();
    if arrow.heads != Heads::None {
        head(canvas, to, tangent(1.0), look.arrow, WIDTH);
    }
    if arrow.heads == Heads::Both {
        head(canvas, from, -tangent(0.0), look.arrow, WIDTH);
    }
}

/// A part of an ellipse from one angle to another, clockwise as it is seen when they grow.
fn arc(centre: Point, [across, down]: [f64; 2], from: f64, to: f64) -> BezPath {
    let ellipse = kurbo::Arc::new(centre, Vec2::new(across, down), from, to - from, 0.0);
    let mut path = BezPath::new();
    path.move_to(centre + Vec2::new(across * from.cos(), down * from.sin()));
    path.extend(ellipse.append_iter(0.05));
    path
}

fn head(canvas: &mut Canvas, tip: Point, along: Vec2, colour: Colour, width: f64) {
    let (back, out) = HEAD;
    let side = Vec2::new(-along.y, along.x);
    let scale = width / WIDTH;
    let mut path = BezPath::new();
    path.move_to(tip - (along * back - side * out) * scale);
    path.line_to(tip);
    path.line_to(tip - (along * back + side * out) * scale);
    canvas.line(path, colour, width);
}

/// Breath: three waves side by side, the middle one with a head.
fn breath(canvas: &mut Canvas, from: Point, to: Point, colour: Colour) {
    let along = to - from;
    let side = Vec2::new(-along.y, along.x).normalize();
    for (offset, start, end) in [(-5.5, 0.1, 0.72), (0.0, 0.0, 1.0), (5.5, 0.1, 0.72)] {
        let at = |share: f64, lift: f64| from + along * (start + (end - start) * share) + side * (offset + lift);
        let wave = [at(0.0, 0.0), at(0.25, 2.2), at(0.5, 0.0), at(0.75, -2.2), at(1.0, 0.0)];
        canvas.line(open(&wave), colour, 2.2);
        if offset == 0.0 {
            head(canvas, wave[4], (along.normalize() + side * 0.28).normalize(), colour, 2.2);
        }
    }
}
