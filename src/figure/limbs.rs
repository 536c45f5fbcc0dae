//! Arms, legs, hands and feet as outlines. Recipe: "Limb segments", "Buttock and pelvis", "Foot", "Hand".

use kurbo::Point;

use super::body::{KNEELING_ANKLE, Spine};
use super::geometry::{Frame, Round, Row, closed, fore_side, front, hang, limb, open, up};
use super::look::{Canvas, Look, Tones, shade};
use super::skeleton::{Arm, Grip, Leg};

const THIGH_ROWS: [Row; 5] =
    [(0.0, 11.6, 12.2), (0.25, 12.0, 11.8), (0.5, 10.9, 10.3), (0.78, 8.7, 8.5), (1.0, 7.8, 7.4)];
const SHIN_ROWS: [Row; 5] = [(0.0, 7.7, 7.3), (0.14, 6.9, 7.5), (0.34, 6.0, 7.8), (0.62, 5.0, 6.0), (0.9, 4.4, 4.5)];
const ANKLE_ROWS: [Row; 2] = [(0.85, 3.9, 4.0), (1.03, 4.1, 4.1)];
const UPPER_ARM_ROWS: [Row; 4] = [(0.0, 8.0, 7.8), (0.25, 7.3, 7.2), (0.6, 6.2, 6.1), (1.0, 5.0, 5.2)];
const FOREARM_ROWS: [Row; 4] = [(0.0, 5.1, 5.0), (0.25, 5.3, 5.2), (0.6, 4.4, 4.4), (1.0, 3.4, 3.4)];
const BUTTOCK_ROWS: [Row; 4] = [(0.0, 14.9, 15.1), (0.22, 14.6, 14.9), (0.6, 11.3, 11.5), (1.0, 8.5, 8.6)];
const PELVIS_ROWS: [Row; 2] = [(0.0, 13.2, 13.2), (1.0, 12.4, 12.4)];
/// Where along the upper arm the sleeve ends.
const SLEEVE_END: f64 = 0.64;

const FOOT: [(f64, f64); 18] = [
    (-4.2, 13.0),
    (-4.5, 8.5),
    (-7.2, 5.2),
    (-7.6, 2.2),
    (-5.6, 0.2),
    (-1.0, 0.0),
    (4.0, 0.9),
    (8.5, 1.5),
    (13.0, 0.2),
    (18.0, 0.0),
    (22.0, 0.1),
    (23.8, 1.6),
    (23.2, 3.6),
    (20.0, 4.8),
    (14.5, 6.4),
    (9.0, 9.2),
    (5.2, 12.0),
    (4.3, 14.0),
];
/// A foot that kneels, its ankle stretched: the top of it on the ground, the heel over the ankle, the sole up.
const KNEELING_FOOT: [(f64, f64); 15] = [
    (-5.0, 8.6),
    (-1.0, 8.9),
    (3.0, 10.6),
    (6.6, 11.2),
    (9.6, 9.8),
    (13.5, 7.4),
    (18.0, 6.6),
    (23.0, 6.4),
    (27.4, 4.6),
    (29.0, 2.0),
    (27.0, 0.1),
    (20.0, 0.0),
    (12.0, 0.0),
    (4.0, 0.1),
    (-5.0, 0.6),
];
const TOE_LINE: [(f64, f64); 3] = [(19.4, 1.9), (21.2, 2.3), (23.0, 2.1)];
const SHOE: [(f64, f64); 12] = [
    (-5.2, 12.0),
    (-8.6, 6.0),
    (-8.8, 2.0),
    (-7.6, 0.0),
    (8.0, 0.0),
    (22.5, 0.0),
    (25.4, 1.6),
    (24.8, 4.6),
    (20.0, 6.6),
    (13.0, 8.4),
    (8.0, 11.6),
    (5.2, 13.0),
];
const OPEN_HAND: [(f64, f64); 11] = [
    (-1.0, 3.3),
    (3.0, 4.1),
    (8.0, 4.5),
    (12.5, 4.0),
    (16.2, 2.6),
    (17.8, 0.2),
    (16.6, -2.2),
    (12.5, -3.7),
    (7.0, -4.2),
    (3.0, -3.9),
    (-1.0, -3.3),
];
const FLAT_HAND: [(f64, f64); 11] = [
    (-3.6, 4.0),
    (-3.4, 1.2),
    (-1.5, 0.1),
    (6.0, 0.0),
    (16.0, 0.0),
    (18.0, 0.9),
    (17.4, 2.4),
    (12.0, 3.5),
    (7.5, 5.2),
    (4.0, 8.2),
    (0.0, 9.2),
];
const FLAT_THUMB: [(f64, f64); 3] = [(3.0, 4.6), (6.5, 3.0), (10.5, 2.1)];
const FIST: [(f64, f64); 9] = [
    (-1.0, 3.3),
    (2.6, 4.2),
    (6.2, 5.2),
    (10.0, 4.4),
    (11.4, 1.0),
    (10.6, -3.2),
    (7.0, -5.0),
    (2.6, -4.4),
    (-1.0, -3.3),
];
const FIST_LINE: [(f64, f64); 3] = [(3.4, 1.6), (7.0, 1.9), (9.8, 0.8)];

/// Paints a foot whose ankle is at `ankle`, pointing along `angle`.
pub fn foot(canvas: &mut Canvas, leg: &Leg, skin: crate::art::Colour, shoe: Option<crate::art::Colour>) {
    let frame = Frame::along(leg.ankle, hang(leg.foot));
    let sole = Frame { o: frame.at(0.0, -8.0), ..frame };
    if let Some(shoe) = shoe {
        canvas.fill(closed(&sole.all(&SHOE)), shoe);
        canvas.line(open(&sole.all(&[(-7.6, 0.9), (24.0, 0.9)])), shade(shoe, 1.7), 1.8);
        return;
    }
    if leg.kneels {
        let ground = Frame { o: frame.at(0.0, KNEELING_ANKLE.1), e: frame.e, n: -frame.n };
        return canvas.fill(closed(&ground.all(&KNEELING_FOOT)), skin);
    }
    canvas.fill(closed(&sole.all(&FOOT)), skin);
    canvas.line(open(&sole.all(&TOE_LINE)), shade(skin, 0.86), 0.8);
}

/// Paints a leg with its buttock, fixed to the pelvis and tapered into whichever way the thigh points.
pub fn leg(canvas: &mut Canvas, leg: &Leg, spine: &Spine, tones: &Tones, shoes: Option<crate::art::Colour>) {
    canvas.fill(limb(leg.knee, leg.ankle, &ANKLE_ROWS, Round::Neither), tones.skin);
    foot(canvas, leg, tones.skin, shoes);
    canvas.fill(limb(leg.knee, leg.ankle, &SHIN_ROWS, Round::Start), tones.leggings);
    let seat = leg.hip - front(spine.lean) * 3.6 - up(spine.lean) * 0.5;
    canvas.fill(limb(seat, leg.hip.lerp(leg.knee, 0.62), &BUTTOCK_ROWS, Round::Start), tones.leggings);
    let waist = leg.hip - front(spine.lean) * 1.5 + up(spine.lean) * 7.0;
    canvas.fill(limb(leg.hip, waist, &PELVIS_ROWS, Round::Neither), tones.leggings);
    canvas.fill(limb(leg.hip, leg.knee, &THIGH_ROWS, Round::End), tones.leggings);
}

/// Paints a hand.
pub fn hand(canvas: &mut Canvas, frame: &Frame, grip: Grip, skin: crate::art::Colour) {
    match grip {
        Grip::Open => {
            canvas.fill(
                limb(frame.at(3.0, 2.2), frame.at(10.2, 6.0), &[(0.0, 2.6, 2.6), (1.0, 1.7, 1.7)], Round::End),
                skin,
            );
            canvas.fill(closed(&frame.all(&OPEN_HAND)), skin);
        }
        Grip::Flat => {
            let palm = Frame { o: frame.at(0.0, -5.0), ..*frame };
            canvas.fill(closed(&palm.all(&FLAT_HAND)), skin);
            canvas.line(open(&palm.all(&FLAT_THUMB)), shade(skin, 0.86), 1.1);
        }
        Grip::Fist => {
            canvas.fill(closed(&frame.all(&FIST)), skin);
            canvas.line(open(&frame.all(&FIST_LINE)), shade(skin, 0.86), 1.0);
        }
    }
}

/// Paints an arm with its sleeve; the near one with two lines that part it from the trunk.
pub fn arm(canvas: &mut Canvas, arm: &Arm, look: &Look, far: bool) {
    let tones = look.tones(far);
    let Arm { shoulder, elbow, hand: palm, grip } = *arm;
    canvas.fill(limb(shoulder, elbow, &UPPER_ARM_ROWS[2..], Round::End), tones.skin);
    hand(canvas, &palm, grip, tones.skin);
    canvas.fill(limb(elbow, palm.o, &FOREARM_ROWS, Round::Start), tones.skin);
    sleeve(canvas, shoulder, elbow, tones.top, !far);
}

/// A sleeve down to [`SLEEVE_END`], a little wider than the arm, its end curved.
pub fn sleeve(canvas: &mut Canvas, shoulder: Point, elbow: Point, top: crate::art::Colour, lines: bool) {
    let along = (elbow - shoulder).normalize();
    let length = (elbow - shoulder).hypot();
    let frame = Frame { o: shoulder, e: along, n: fore_side(along) };
    let width = |s: f64, side: f64| {
        let rows: Vec<(f64, f64)> =
            UPPER_ARM_ROWS.iter().map(|&(at, fore, back)| (at, if side > 0.0 { fore } else { back })).collect();
        (super::geometry::table(&rows, s) + 0.7 * (2.0 * s).min(1.0)) * side
    };
    let edge = |side: f64| [0.0, 0.3, SLEEVE_END].map(|s| frame.at(s * length, width(s, side)));
    let cap = [-45.0_f64, 0.0, 45.0].map(|angle| {
        let (sin, cos) = angle.to_radians().sin_cos();
        frame.at(-7.9 * cos, 7.9 * sin)
    });
    let mut points: Vec<Point> = edge(-1.0).into_iter().rev().collect();
    points.extend(cap);
    points.extend(edge(1.0));
    let mut path = open(&points);
    let end = |x: f64, y: f64| frame.at(SLEEVE_END * length + x, y);
    path.quad_to(end(2.8, 0.0), points[0]);
    path.close_path();
    canvas.fill(path, top);
    if lines {
        for side in [-1.0, 1.0] {
            let line = [0.16, 0.4, SLEEVE_END].map(|s| frame.at(s * length, width(s, side) - 0.5 * side));
            canvas.line(open(&line), shade(top, 0.86), 1.0);
        }
    }
}
