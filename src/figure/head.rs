//! The head: face without features, hair in a bun or a headscarf, from the side, the front and behind. Recipe: "Head",
//! "Front view".

use kurbo::{Affine, Circle, Ellipse, Point, Shape, Vec2};

use super::body::Spine;
use super::geometry::{Frame, Round, closed, front, limb, open, up};
use super::look::{Canvas, Look, shade};
use crate::model::brand::Hair;

const FACE: [(f64, f64); 12] = [
    (11.3, 3.0),
    (11.5, -1.0),
    (11.0, -5.6),
    (9.0, -10.4),
    (5.4, -12.4),
    (0.5, -10.2),
    (-4.0, -7.2),
    (-9.0, -3.0),
    (-11.0, 3.0),
    (-7.0, 10.0),
    (0.0, 12.4),
    (7.6, 9.8),
];
const HAIR: [(f64, f64); 15] = [
    (10.6, 6.6),
    (8.6, 10.6),
    (4.4, 13.4),
    (-1.0, 14.4),
    (-7.4, 12.8),
    (-12.2, 7.6),
    (-13.3, 0.8),
    (-11.4, -5.4),
    (-7.8, -9.0),
    (-4.6, -7.4),
    (-3.2, -2.8),
    (-0.8, 0.2),
    (1.6, 2.6),
    (4.4, 5.6),
    (8.0, 7.4),
];
/// The hood of a headscarf: over the head, then down the neck to the collar and up to the chin and the face.
const HOOD: [(f64, f64); 8] =
    [(11.0, 7.0), (8.6, 11.6), (4.0, 14.4), (-1.8, 15.2), (-8.4, 13.4), (-12.8, 8.0), (-14.0, 0.4), (-12.6, -7.0)];
const DRAPE: [(f64, f64); 6] = [(-9.8, 1.6), (-10.4, -4.0), (-6.4, -9.6), (2.0, -12.6), (9.4, -11.0), (10.6, -4.6)];
const OPENING: [(f64, f64); 7] =
    [(10.4, -13.6), (9.4, -11.2), (6.4, -10.2), (2.0, -6.6), (0.2, -0.8), (1.6, 4.4), (5.6, 7.6)];
const FRONT_FACE: [(f64, f64); 10] = [
    (0.0, -12.4),
    (4.6, -11.0),
    (8.4, -6.4),
    (10.2, 0.0),
    (9.4, 7.0),
    (0.0, 12.0),
    (-9.4, 7.0),
    (-10.2, 0.0),
    (-8.4, -6.4),
    (-4.6, -11.0),
];
const BACK_HAIR: [(f64, f64); 8] =
    [(10.8, -3.0), (12.2, 4.0), (9.4, 11.0), (0.0, 14.4), (-9.4, 11.0), (-12.2, 4.0), (-10.8, -3.0), (0.0, -4.0)];
const NAPE: [(f64, f64); 10] = [
    (11.0, -1.0),
    (12.2, 4.0),
    (9.4, 11.0),
    (0.0, 14.4),
    (-9.4, 11.0),
    (-12.2, 4.0),
    (-11.0, -1.0),
    (-8.6, -7.4),
    (0.0, -11.6),
    (8.6, -7.4),
];
const FRINGE: [(f64, f64); 13] = [
    (-10.9, 0.5),
    (-12.1, 4.6),
    (-9.4, 11.0),
    (0.0, 14.4),
    (9.4, 11.0),
    (12.1, 4.6),
    (10.9, 0.5),
    (9.4, 3.8),
    (6.8, 7.0),
    (2.4, 9.8),
    (-2.6, 8.0),
    (-7.4, 5.0),
    (-9.6, 2.6),
];
const FRONT_HOOD: [(f64, f64); 5] = [(-11.2, -11.0), (-13.0, -3.0), (-12.6, 6.0), (-8.4, 13.0), (0.0, 15.4)];
const FRONT_OPENING: [(f64, f64); 10] = [
    (0.0, -11.6),
    (4.4, -10.2),
    (7.8, -5.8),
    (8.8, 0.4),
    (6.8, 7.0),
    (0.0, 9.8),
    (-6.8, 7.0),
    (-8.8, 0.4),
    (-7.8, -5.8),
    (-4.4, -10.2),
];

/// The colours of the head.
#[derive(Clone, Copy)]
struct Colours {
    skin: crate::art::Colour,
    hair: crate::art::Colour,
    scarf: crate::art::Colour,
}

impl Colours {
    fn of(look: &Look) -> Self {
        Self { skin: look.skin_colour(), hair: look.hair_colour(), scarf: look.scarf }
    }
}

/// Paints the neck of a figure seen from the side.
pub fn side_neck(canvas: &mut Canvas, spine: &Spine, head: &Frame, look: &Look) {
    let rows = [(0.0, 6.9, 6.9), (0.45, 5.7, 5.7), (1.0, 5.9, 5.9)];
    canvas.fill(limb(spine.at(0.93), head.at(-3.2, -3.0), &rows, Round::Neither), shade(look.skin_colour(), 0.93));
}

/// Paints a head seen from the side; a headscarf also covers the neck.
pub fn side_head(canvas: &mut Canvas, spine: &Spine, head: &Frame, look: &Look) {
    let Colours { skin, hair, scarf } = Colours::of(look);
    if look.hair == Hair::Headscarf {
        canvas.fill(closed(&head.all(&FACE)), skin);
        let lean = spine.lean_at(1.0);
        let chest = Frame { o: spine.at(1.0), e: front(lean), n: up(lean) };
        let points: Vec<Point> =
            head.all(&HOOD).into_iter().chain(chest.all(&DRAPE)).chain(head.all(&OPENING)).collect();
        canvas.fill(closed(&points), scarf);
        for fold in [[(-9.0, 9.4), (-11.0, 1.0), (-8.6, -6.6)], [(-3.4, 1.0), (-4.0, -6.0), (1.0, -11.6)]] {
            canvas.line(open(&head.all(&fold)), shade(scarf, 0.88), 1.1);
        }
        return;
    }
    canvas.fill(Circle::new(head.at(-11.6, 10.8), 6.6).to_path(0.05), hair);
    canvas.fill(closed(&head.all(&FACE)), skin);
    canvas.fill(closed(&head.all(&HAIR)), hair);
    let turned = head.e.atan2() + 8.0_f64.to_radians();
    canvas.fill(ellipse(head.at(-1.6, -2.6), Vec2::new(2.3, 3.1), turned), shade(skin, 0.92));
}

fn ellipse(centre: Point, radii: Vec2, turned: f64) -> kurbo::BezPath {
    Ellipse::new(centre, radii, turned).to_path(0.05)
}

/// Paints a neck seen from the front or from behind.
pub fn front_neck(canvas: &mut Canvas, spine: &Spine, head: &Frame, look: &Look) {
    let rows = [(0.0, 6.6, 6.6), (0.5, 5.6, 5.6), (1.0, 5.8, 5.8)];
    canvas.fill(limb(spine.at(0.95), head.at(0.0, -4.0), &rows, Round::Neither), shade(look.skin_colour(), 0.93));
}

/// Paints a head seen from the front; `turn` (-1 to 1) shifts the face to a side.
pub fn front_head(canvas: &mut Canvas, chest: Frame, head: &Frame, look: &Look, turn: f64) {
    let Colours { skin, hair, scarf } = Colours::of(look);
    let face = Frame { o: head.at(turn * 4.2, 0.0), e: head.e * (1.0 - turn.abs() * 0.16), n: head.n };
    if look.hair == Hair::Headscarf {
        let side = |flip: f64| FRONT_HOOD.iter().map(move |&(x, y)| (x * flip, y));
        let mut points: Vec<Point> = side(1.0).map(|(x, y)| head.at(x, y)).collect();
        points.extend(side(-1.0).rev().skip(1).map(|(x, y)| head.at(x, y)));
        points.extend(chest.all(&[
            (12.5, -5.0),
            (13.0, -9.0),
            (8.0, -14.0),
            (-2.0, -16.0),
            (-9.0, -13.0),
            (-12.5, -5.0),
        ]));
        canvas.fill(closed(&points), scarf);
        canvas.fill(closed(&face.all(&FRONT_OPENING)), skin);
        canvas.line(open(&[head.at(-8.6, -9.5), chest.at(-2.0, -8.0), chest.at(7.0, -10.0)]), shade(scarf, 0.88), 1.1);
        return;
    }
    canvas.fill(Circle::new(head.at(-turn * 6.0, 16.4), 6.4).to_path(0.05), hair);
    canvas.fill(closed(&head.all(&BACK_HAIR)), hair);
    for side in [-1.0, 1.0] {
        let is_hidden = turn * side > 0.35;
        if !is_hidden {
            canvas.fill(
                ellipse(head.at(10.3 * side + turn * 2.5, -1.0), Vec2::new(2.0, 3.0), head.e.atan2()),
                shade(skin, 0.92),
            );
        }
    }
    canvas.fill(closed(&face.all(&FRONT_FACE)), skin);
    let fringe = Frame { o: head.at(turn * 1.4, 0.0), ..*head };
    canvas.fill(closed(&fringe.all(&FRINGE)), hair);
}

/// Paints a head seen from behind.
pub fn back_head(canvas: &mut Canvas, chest: Frame, head: &Frame, look: &Look) {
    let Colours { skin, hair, scarf } = Colours::of(look);
    if look.hair == Hair::Headscarf {
        let mut points =
            head.all(&[(12.6, 0.0), (12.4, 6.0), (8.4, 13.0), (0.0, 15.4), (-8.4, 13.0), (-12.4, 6.0), (-12.6, 0.0)]);
        points.extend(chest.all(&[(-11.0, -3.0), (-12.0, -9.0), (0.0, -17.0), (12.0, -9.0), (11.0, -3.0)]));
        canvas.fill(closed(&points), scarf);
        canvas.line(open(&[head.at(-5.0, -4.0), head.at(-2.0, -12.0), chest.at(0.0, -12.0)]), shade(scarf, 0.88), 1.1);
        return;
    }
    for side in [-1.0, 1.0] {
        canvas.fill(ellipse(head.at(10.6 * side, -1.0), Vec2::new(2.0, 3.0), head.e.atan2()), shade(skin, 0.92));
    }
    canvas.fill(closed(&head.all(&NAPE)), hair);
    let bun = Affine::IDENTITY * Circle::new(head.at(0.0, 13.4), 6.6).to_path(0.05);
    canvas.fill(bun, shade(hair, 0.8));
}
