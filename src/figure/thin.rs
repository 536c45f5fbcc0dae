//! Fewer path segments for the same outline: neighbouring curves are joined into one where the eye cannot tell.
//!
//! A least squares fit of a cubic with given end tangents (Schneider, An algorithm for automatically fitting digitized
//! curves, 1990), grown over as many curves as it stays true to.

use kurbo::{BezPath, CubicBez, ParamCurve, ParamCurveDeriv, PathEl, PathSeg, Point, Vec2};

/// The most that an outline may move, in units: a twentieth of a millimetre on a page.
const TOLERANCE: f64 = 0.24;
/// The most curves that become one.
const MOST: usize = 9;
/// Points that stand for one curve.
const SAMPLES: usize = 6;
/// Cosine of the angle under which two curves are taken to run on smoothly.
const SMOOTH: f64 = 0.985;

/// The outline with fewer segments.
#[must_use]
pub fn thin(path: &BezPath) -> BezPath {
    let mut thinned = BezPath::new();
    let mut curves: Vec<CubicBez> = Vec::new();
    let mut last = Point::ZERO;
    for element in path.elements() {
        let curve = match *element {
            PathEl::QuadTo(control, to) => Some(kurbo::QuadBez::new(last, control, to).raise()),
            PathEl::CurveTo(first, second, to) => Some(CubicBez::new(last, first, second, to)),
            _ => None,
        };
        last = element.end_point().unwrap_or(last);
        if let Some(curve) = curve {
            curves.push(curve);
            continue;
        }
        thinned.extend(join(&std::mem::take(&mut curves)).into_iter().map(|curve| PathSeg::Cubic(curve).as_path_el()));
        thinned.push(*element);
    }
    thinned.extend(join(&curves).into_iter().map(|curve| PathSeg::Cubic(curve).as_path_el()));
    thinned
}

/// As few curves as will do for a run of them.
fn join(curves: &[CubicBez]) -> Vec<CubicBez> {
    let mut joined = Vec::new();
    let mut at = 0;
    while at < curves.len() {
        let mut best = (1, curves[at]);
        let mut points = samples(&curves[at]);
        for count in 2..=MOST.min(curves.len() - at) {
            let (before, next) = (&curves[at + count - 2], &curves[at + count - 1]);
            if end_tangent(before).dot(start_tangent(next)) < SMOOTH {
                break;
            }
            points.extend(samples(next).into_iter().skip(1));
            match fit(&points, start_tangent(&curves[at]), -end_tangent(next)) {
                Some(fitted) => best = (count, fitted),
                None => break,
            }
        }
        at += best.0;
        joined.push(best.1);
    }
    joined
}

fn samples(curve: &CubicBez) -> Vec<Point> {
    (0..=SAMPLES).map(|i| curve.eval(i as f64 / SAMPLES as f64)).collect()
}

fn unit(vector: Vec2) -> Vec2 {
    vector / vector.hypot().max(1e-9)
}

fn start_tangent(curve: &CubicBez) -> Vec2 {
    let toward = curve.p1 - curve.p0;
    unit(if toward.hypot() > 1e-6 { toward } else { curve.p3 - curve.p0 })
}

fn end_tangent(curve: &CubicBez) -> Vec2 {
    let from = curve.p3 - curve.p2;
    unit(if from.hypot() > 1e-6 { from } else { curve.p3 - curve.p0 })
}

/// One cubic through the ends of `points` along both tangents, if it stays within [`TOLERANCE`] of all of them.
fn fit(points: &[Point], start: Vec2, end: Vec2) -> Option<CubicBez> {
    let mut at = chord_lengths(points);
    for _ in 0..3 {
        let curve = least_squares(points, &at, start, end)?;
        let worst = points.iter().zip(&at).map(|(point, t)| (curve.eval(*t) - *point).hypot()).fold(0.0, f64::max);
        if worst <= TOLERANCE {
            return Some(curve);
        }
        if worst > 8.0 * TOLERANCE {
            return None;
        }
        points.iter().zip(&mut at).for_each(|(point, t)| *t = nearer(&curve, *point, *t));
    }
    None
}

/// The share of the way along a line of points at which each of them is.
fn chord_lengths(points: &[Point]) -> Vec<f64> {
    let mut length = 0.0;
    let mut lengths = vec![0.0];
    for pair in points.windows(2) {
        length += (pair[1] - pair[0]).hypot();
        lengths.push(length);
    }
    lengths.iter_mut().for_each(|at| *at /= length.max(1e-9));
    lengths
}

/// The handle lengths that bring the curve nearest to all points.
fn least_squares(points: &[Point], at: &[f64], start: Vec2, end: Vec2) -> Option<CubicBez> {
    let (first, last) = (*points.first()?, *points.last()?);
    let (mut c00, mut c01, mut c11, mut x0, mut x1) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (point, &t) in points.iter().zip(at) {
        let s = 1.0 - t;
        let (b0, b1, b2, b3) = (s * s * s, 3.0 * t * s * s, 3.0 * t * t * s, t * t * t);
        let (a0, a1) = (start * b1, end * b2);
        let rest = point.to_vec2() - first.to_vec2() * (b0 + b1) - last.to_vec2() * (b2 + b3);
        c00 += a0.dot(a0);
        c01 += a0.dot(a1);
        c11 += a1.dot(a1);
        x0 += a0.dot(rest);
        x1 += a1.dot(rest);
    }
    let determinant = c00 * c11 - c01 * c01;
    if determinant.abs() < 1e-9 {
        return None;
    }
    let (from, to) = ((x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant);
    (from > 0.05 && to > 0.05).then(|| CubicBez::new(first, first + start * from, last + end * to, last))
}

/// A step of Newton's method towards the place on the curve that is nearest to `point`.
fn nearer(curve: &CubicBez, point: Point, t: f64) -> f64 {
    let off = curve.eval(t) - point;
    let speed = curve.deriv().eval(t).to_vec2();
    let turning = curve.deriv().deriv().eval(t).to_vec2();
    let slope = speed.dot(speed) + off.dot(turning);
    if slope.abs() < 1e-9 { t } else { (t - off.dot(speed) / slope).clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use kurbo::{Circle, Shape};

    use super::super::geometry::closed;
    use super::*;

    #[test]
    fn an_outline_keeps_its_shape_with_fewer_segments() {
        let points: Vec<Point> =
            (0..24).map(|i| Point::ZERO + Vec2::from_angle(f64::from(i) * 0.2618) * 20.0).collect();
        let thinned = thin(&closed(&points));
        assert!(thinned.elements().len() <= 8, "{}", thinned.elements().len());
        let circle = Circle::new(Point::ZERO, 20.0);
        assert!((thinned.area().abs() - circle.area()).abs() < 12.0);
    }

    #[test]
    fn corners_stay() {
        let square = kurbo::Rect::new(0.0, 0.0, 9.0, 9.0).to_path(0.1);
        assert_eq!(thin(&square), square);
    }
}
