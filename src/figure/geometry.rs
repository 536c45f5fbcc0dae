//! Directions, smooth outlines, tables and the two-bone solve. Lengths are units of 1/200 of her height, angles degrees,
//! and `y` grows downwards.

use kurbo::{BezPath, Point, Vec2};

/// Where a limb of that angle points: 0 straight down, 90 forwards, 180 up.
#[must_use]
pub fn hang(angle: f64) -> Vec2 {
    let (sin, cos) = angle.to_radians().sin_cos();
    Vec2::new(sin, cos)
}

/// Along the trunk towards the head, when it leans so.
#[must_use]
pub fn up(lean: f64) -> Vec2 {
    let (sin, cos) = lean.to_radians().sin_cos();
    Vec2::new(sin, -cos)
}

/// Out of the chest, when the trunk leans so.
#[must_use]
pub fn front(lean: f64) -> Vec2 {
    let (sin, cos) = lean.to_radians().sin_cos();
    Vec2::new(cos, sin)
}

/// The side of a limb that faces forwards when it hangs.
#[must_use]
pub const fn fore_side(along: Vec2) -> Vec2 {
    Vec2::new(along.y, -along.x)
}

/// A place with two axes, on which outlines are given as pairs.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The origin.
    pub o: Point,
    /// The first axis.
    pub e: Vec2,
    /// The second axis.
    pub n: Vec2,
}

impl Frame {
    /// A frame along a direction, its second axis on the limb's fore side.
    #[must_use]
    pub const fn along(o: Point, e: Vec2) -> Self {
        Self { o, e, n: fore_side(e) }
    }

    /// The point that is `x` and `y` along the axes.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Point {
        self.o + self.e * x + self.n * y
    }

    /// The points of an outline.
    #[must_use]
    pub fn all(&self, outline: &[(f64, f64)]) -> Vec<Point> {
        outline.iter().map(|&(x, y)| self.at(x, y)).collect()
    }

    /// The same frame with its second axis the other way.
    #[must_use]
    pub fn flipped(self) -> Self {
        Self { n: -self.n, ..self }
    }
}

/// A closed Catmull-Rom spline: between p1 and p2 the handles are p1 + (p2 - p0)/6 and p2 - (p3 - p1)/6.
#[must_use]
pub fn closed(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let count = points.len();
    if count < 3 {
        return path;
    }
    path.move_to(points[0]);
    for at in 0..count {
        let [p0, p1, p2, p3] = [count - 1, 0, 1, 2].map(|step| points[(at + step) % count]);
        path.curve_to(p1 + (p2 - p0) / 6.0, p2 - (p3 - p1) / 6.0, p2);
    }
    path.close_path();
    path
}

/// Adds an open Catmull-Rom spline through `points` to `path`, which stands at the first of them.
pub fn through(path: &mut BezPath, points: &[Point]) {
    let last = points.len().saturating_sub(1);
    for at in 0..last {
        let before = points[at.saturating_sub(1)];
        let after = points[(at + 2).min(last)];
        let (p1, p2) = (points[at], points[at + 1]);
        path.curve_to(p1 + (p2 - before) / 6.0, p2 - (after - p1) / 6.0, p2);
    }
}

/// An open spline through `points`.
#[must_use]
pub fn open(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    if let Some(first) = points.first() {
        path.move_to(*first);
        through(&mut path, points);
    }
    path
}

/// The value at `s` of a table of pairs, by monotone cubics (Fritsch and Carlson 1980, harmonic mean slopes).
#[must_use]
pub fn table(rows: &[(f64, f64)], s: f64) -> f64 {
    let last = rows.len() - 1;
    let s = s.clamp(rows[0].0, rows[last].0);
    let at = rows.windows(2).position(|pair| s <= pair[1].0).unwrap_or(last - 1);
    let slope = |i: usize| (rows[i + 1].1 - rows[i].1) / (rows[i + 1].0 - rows[i].0);
    let tangent = |i: usize| {
        if i == 0 {
            return slope(0);
        }
        if i == last {
            return slope(last - 1);
        }
        let (a, b) = (slope(i - 1), slope(i));
        if a * b <= 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
    };
    let ((x0, y0), (x1, y1)) = (rows[at], rows[at + 1]);
    let (width, t) = (x1 - x0, (s - x0) / (x1 - x0));
    let (m0, m1) = (tangent(at) * width, tangent(at + 1) * width);
    let (t2, t3) = (t * t, t * t * t);
    (2.0 * t3 - 3.0 * t2 + 1.0) * y0 + (t3 - 2.0 * t2 + t) * m0 + (3.0 * t2 - 2.0 * t3) * y1 + (t3 - t2) * m1
}

/// Where two bones meet, and how far their end stays from its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Knee or elbow.
    pub joint: Point,
    /// Where the second bone ends.
    pub end: Point,
    /// Distance of the end from the target.
    pub miss: f64,
}

/// Two bones of the lengths `first` and `second` from `a` towards `b`; `side` +1 bends as a knee does, -1 as an elbow.
#[must_use]
pub fn two_bones(a: Point, b: Point, first: f64, second: f64, side: f64) -> Reach {
    let wanted = (b - a).hypot();
    let along = if wanted > 1e-9 { (b - a) / wanted } else { Vec2::new(0.0, 1.0) };
    let distance = wanted.clamp((first - second).abs() + 0.02, first + second - 0.02);
    let x = (first * first - second * second + distance * distance) / (2.0 * distance);
    let height = (first * first - x * x).max(0.0).sqrt();
    let joint = a + along * x + fore_side(along) * (height * side);
    let end = a + along * distance;
    Reach { joint, end, miss: (end - b).hypot() }
}

/// One row of a limb: share along it, half width on the fore side, half width on the back side.
pub type Row = (f64, f64, f64);

/// Which ends of a limb are seen and so round; the others are cut straight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Both.
    Both,
    /// The first only.
    Start,
    /// The last only.
    End,
    /// None.
    Neither,
}

/// A limb from `a` to `b` as one closed outline.
#[must_use]
pub fn limb(a: Point, b: Point, rows: &[Row], round: Round) -> BezPath {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return BezPath::new() };
    let along = (b - a) / (b - a).hypot().max(1e-9);
    let side = fore_side(along);
    let on = |share: f64, offset: f64| a + (b - a) * share + side * offset;
    let cap = |&(share, fore, back): &Row, sense: f64| {
        [60.0_f64, 20.0, -20.0, -60.0].map(|angle| {
            let (sin, cos) = angle.to_radians().sin_cos();
            let width = (fore + back) / 2.0 + (fore - back) / 2.0 * sin * sense;
            on(share, width * sin * sense) + along * (width * cos * sense)
        })
    };
    let fore = rows.iter().map(|&(share, fore, _)| on(share, fore));
    let back = rows.iter().rev().map(|&(share, _, back)| on(share, -back));
    let mut path = match round {
        Round::Both => {
            return closed(&fore.chain(cap(last, 1.0)).chain(back).chain(cap(first, -1.0)).collect::<Vec<_>>());
        }
        Round::End => open(&fore.chain(cap(last, 1.0)).chain(back).collect::<Vec<_>>()),
        Round::Start => open(&back.chain(cap(first, -1.0)).chain(fore).collect::<Vec<_>>()),
        Round::Neither => {
            let back: Vec<Point> = back.collect();
            let mut path = open(&fore.collect::<Vec<_>>());
            path.line_to(back[0]);
            through(&mut path, &back);
            path
        }
    };
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bones_reach_their_target_or_say_how_far_they_miss() {
        let reach = two_bones(Point::ZERO, Point::new(30.0, 40.0), 34.0, 30.0, 1.0);
        assert!(reach.miss < 1e-9 && (reach.joint.to_vec2().hypot() - 34.0).abs() < 1e-9);
        let reach = two_bones(Point::ZERO, Point::new(0.0, 76.0), 34.0, 30.0, 1.0);
        assert!((reach.miss - 12.02).abs() < 1e-9);
    }

    #[test]
    fn knees_bend_forwards_and_elbows_backwards() {
        let knee = two_bones(Point::ZERO, Point::new(0.0, 50.0), 34.0, 30.0, 1.0).joint;
        let elbow = two_bones(Point::ZERO, Point::new(0.0, 50.0), 34.0, 30.0, -1.0).joint;
        assert!(knee.x > 1.0 && elbow.x < -1.0);
    }

    #[test]
    fn tables_pass_through_their_rows_without_overshoot() {
        let rows = [(0.0, 1.0), (0.5, 4.0), (1.0, 4.0)];
        for (s, value) in rows {
            assert!((table(&rows, s) - value).abs() < 1e-9);
        }
        assert!((0..=100).all(|i| table(&rows, f64::from(i) / 100.0) <= 4.0 + 1e-9));
    }
}
