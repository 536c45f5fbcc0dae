//! What stands about her: floor, wall, mat, chair, bed, ball, pillow, towel, counter, door frame, band, water, tree.
//! Recipe: "Colour", "Contacts".

use kurbo::{BezPath, Circle, Ellipse, Point, Rect, RoundedRect, Shape, Vec2};

use super::geometry::{Frame, closed, open};
use super::look::{Canvas, shade};
use super::surfaces::{BALL, CHAIR_SEAT, COUNTER_DEPTH, COUNTER_TOP, DOOR, POST};
use crate::art::Colour;
use crate::model::picture::{Ground, Prop, PropKind, View};

const GROUND: Colour = Colour::new(0xc5, 0xd0, 0xd2);
const WALL: Colour = Colour::new(0xdf, 0xe6, 0xe8);
/// The colour of a mat seen from above.
pub const MAT: Colour = Colour::new(0xcf, 0xdf, 0xdb);
const MAT_EDGE: Colour = Colour::new(0xa9, 0xc4, 0xbd);
const PILLOW: Colour = Colour::new(0xf3, 0xdf, 0xc2);
const SEAM: Colour = Colour::new(0xdb, 0xbe, 0x95);
const WOOD: Colour = Colour::new(0xd8, 0xbf, 0x9d);
const WOOD_DARK: Colour = Colour::new(0xc2, 0xa6, 0x80);
const BALL_COLOUR: Colour = Colour::new(0xe9, 0xb8, 0x6f);
const FRAME: Colour = Colour::new(0xa9, 0xba, 0xc0);
const BAND: Colour = Colour::new(0x8c, 0x4f, 0x8f);
/// The colour of water.
pub const WATER: Colour = Colour::new(0xcf, 0xe6, 0xf1);
const WAVE: Colour = Colour::new(0x8f, 0xbf, 0xd8);
const LEAF: Colour = Colour::new(0xcf, 0xe0, 0xc8);

/// How far a mat seen from the side is under the floor's height.
const MAT_THICKNESS: f64 = 4.0;

/// What the painting of a thing depends on.
pub struct Scene {
    /// From where it is seen.
    pub view: View,
    /// Her hip, which tells on which side of a wall she is.
    pub hip: Point,
    /// Where her hands hold a band.
    pub hands: Point,
}

fn rounded(rect: Rect, radius: f64) -> BezPath {
    RoundedRect::from_rect(rect, radius).to_path(0.05)
}

fn line(points: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        if at == 0 { path.move_to((x, -y)) } else { path.line_to((x, -y)) }
    }
    path
}

/// Paints the floor from `left` to `right`.
pub fn ground(canvas: &mut Canvas, ground: Ground, left: f64, right: f64) {
    match ground {
        Ground::Floor => canvas.line(line(&[(left, -1.5), (right, -1.5)]), GROUND, 3.0),
        Ground::Mat => canvas.fill(rounded(Rect::new(left, 0.0, right, MAT_THICKNESS), 2.0), MAT_EDGE),
        Ground::None => {}
    }
}

/// Paints a thing.
pub fn paint(canvas: &mut Canvas, prop: &Prop, scene: &Scene) {
    let [x, y] = prop.at;
    let is_front = matches!(scene.view, View::Front | View::Back);
    match prop.kind {
        PropKind::Wall => wall(canvas, prop, scene, is_front),
        PropKind::Mat => {
            let [width, height] = prop.size.unwrap_or([230.0, 96.0]);
            let rect = Rect::from_center_size(Point::new(x, -y), (width, height));
            canvas.fill(rounded(rect, 10.0), MAT);
        }
        PropKind::Chair | PropKind::Stool if is_front => chair_front(canvas, x, prop.kind == PropKind::Chair),
        PropKind::Chair => chair_side(canvas, x, true),
        PropKind::Stool => chair_side(canvas, x, false),
        PropKind::Bed => bed(canvas, prop),
        PropKind::Ball => ball(canvas, x),
        PropKind::Pillow => pillow(canvas, prop),
        PropKind::Towel => towel(canvas, prop),
        PropKind::Counter => counter(canvas, prop),
        PropKind::DoorFrame => door(canvas, prop),
        PropKind::Band => band(canvas, prop, scene),
        PropKind::Water => {}
        PropKind::Tree => tree(canvas, x, prop.size.map_or(150.0, |size| size[1])),
    }
}

fn wall(canvas: &mut Canvas, prop: &Prop, scene: &Scene, is_front: bool) {
    let x = prop.at[0];
    let [width, height] = prop.size.unwrap_or(if is_front { [150.0, 212.0] } else { [8.0, 212.0] });
    let rect = if is_front {
        Rect::new(x - width / 2.0, -height, x + width / 2.0, 0.0)
    } else if x > scene.hip.x {
        Rect::new(x, -height, x + width, 0.0)
    } else {
        Rect::new(x - width, -height, x, 0.0)
    };
    canvas.fill(rounded(rect, 1.5), WALL);
}

fn chair_side(canvas: &mut Canvas, x: f64, has_back: bool) {
    if has_back {
        canvas.line(line(&[(x - 19.5, CHAIR_SEAT - 2.0), (x - 25.0, 96.0)]), WOOD, 5.4);
    }
    canvas.line(line(&[(x - 17.0, CHAIR_SEAT - 4.0), (x - 19.5, 2.2)]), WOOD_DARK, 4.4);
    canvas.line(line(&[(x + 17.0, CHAIR_SEAT - 4.0), (x + 18.5, 2.2)]), WOOD_DARK, 4.4);
    let seat = Rect::new(x - 22.5, -CHAIR_SEAT, x + 22.5, -CHAIR_SEAT + 5.6);
    canvas.fill(rounded(seat, 2.6), WOOD);
}

fn chair_front(canvas: &mut Canvas, x: f64, has_back: bool) {
    for side in [-1.0, 1.0] {
        canvas.line(line(&[(x + 20.0 * side, CHAIR_SEAT - 4.0), (x + 21.5 * side, 2.2)]), WOOD_DARK, 4.4);
        if has_back {
            canvas.line(line(&[(x + 19.0 * side, CHAIR_SEAT), (x + 19.0 * side, 97.0)]), WOOD, 5.0);
        }
    }
    if has_back {
        let rail = Rect::new(x - 21.5, -101.0, x + 21.5, -88.0);
        canvas.fill(rounded(rail, 4.0), WOOD);
    }
    let seat = Rect::new(x - 24.0, -CHAIR_SEAT, x + 24.0, -CHAIR_SEAT + 6.0);
    canvas.fill(rounded(seat, 2.8), WOOD);
}

fn bed(canvas: &mut Canvas, prop: &Prop) {
    let [x, _] = prop.at;
    let [width, top] = prop.size.unwrap_or([120.0, CHAIR_SEAT]);
    let (left, right) = (x - width / 2.0, x + width / 2.0);
    canvas.line(line(&[(left + 2.0, 2.2), (left + 2.0, top + 34.0)]), WOOD, 5.4);
    canvas.line(line(&[(right - 4.0, 2.2), (right - 4.0, top - 18.0)]), WOOD_DARK, 4.6);
    canvas.fill(rounded(Rect::new(left, -top + 16.0, right, -top + 23.0), 2.0), WOOD);
    canvas.fill(rounded(Rect::new(left + 3.0, -top, right, -top + 17.0), 6.0), PILLOW);
}

fn ball(canvas: &mut Canvas, x: f64) {
    let body = Ellipse::new(Point::new(x, -BALL.1), Vec2::new(BALL.0, BALL.1), 0.0);
    canvas.fill(body.to_path(0.05), BALL_COLOUR);
    let shine = Frame { o: Point::new(x, -BALL.1), e: Vec2::new(1.0, 0.0), n: Vec2::new(0.0, -1.0) };
    let arc = [(-27.0, 4.0), (-25.0, 12.0), (-20.5, 18.5)];
    canvas.line(open(&shine.all(&arc)), BALL_COLOUR.mix(Colour::WHITE, 0.45), 3.0);
}

/// A cushion: pinched corners, bulging sides, a seam.
fn pillow(canvas: &mut Canvas, prop: &Prop) {
    let [width, height] = prop.size.unwrap_or([44.0, 16.0]);
    let (sin, cos) = prop.turn.to_radians().sin_cos();
    let at = Point::new(prop.at[0], -prop.at[1]);
    let frame = Frame { o: at, e: Vec2::new(cos, -sin), n: Vec2::new(-sin, -cos) };
    let (w, h) = (width / 2.0, height / 2.0);
    let corner = (w + h).min(h * 2.0) * 0.16;
    let outline = [
        (-w, h - corner),
        (-w + corner, h * 0.96),
        (0.0, h),
        (w - corner, h * 0.96),
        (w, h - corner),
        (w * 0.985, 0.0),
        (w, -h + corner),
        (w - corner, -h * 0.96),
        (0.0, -h),
        (-w + corner, -h * 0.96),
        (-w, -h + corner),
        (-w * 0.985, 0.0),
    ];
    canvas.fill(closed(&frame.all(&outline)), PILLOW);
    let seam = [(-w * 0.86, -h * 0.5), (0.0, -h * 0.66), (w * 0.86, -h * 0.5)];
    canvas.line(open(&frame.all(&seam)), SEAM, 1.2);
}

fn towel(canvas: &mut Canvas, prop: &Prop) {
    let radius = prop.size.map_or(6.5, |size| size[1] / 2.0);
    let centre = Point::new(prop.at[0], -prop.at[1]);
    canvas.fill(Circle::new(centre, radius).to_path(0.05), PILLOW);
    let spiral: Vec<Point> =
        (0..9).map(|i| centre + Vec2::from_angle(f64::from(i) * 1.1) * radius * (0.82 - f64::from(i) * 0.08)).collect();
    canvas.line(open(&spiral), SEAM, 1.1);
}

fn counter(canvas: &mut Canvas, prop: &Prop) {
    let x = prop.at[0];
    let top = prop.size.map_or(COUNTER_TOP, |size| size[1]);
    canvas.fill(rounded(Rect::new(x + 5.0, -top + 4.0, x + COUNTER_DEPTH, 0.0), 1.5), WALL);
    canvas.line(line(&[(x + 11.0, top - 16.0), (x + 11.0, top - 26.0)]), GROUND, 2.0);
    canvas.fill(rounded(Rect::new(x, -top, x + COUNTER_DEPTH, -top + 6.0), 2.0), WOOD);
}

/// Both posts and the lintel, seen from the front, the floor of the next room paler between them.
fn door(canvas: &mut Canvas, prop: &Prop) {
    let x = prop.at[0];
    let [width, height] = prop.size.unwrap_or([DOOR.0, DOOR.1]);
    let half = width / 2.0;
    canvas.fill(rounded(Rect::new(x - half - POST - 16.0, -height - POST, x + half + POST + 16.0, 0.0), 1.5), WALL);
    canvas.fill(rounded(Rect::new(x - half - POST, -height - POST, x + half + POST, 0.0), 1.0), FRAME);
    canvas.fill(Rect::new(x - half, -height, x + half, 0.0).to_path(0.1), Colour::new(0xf6, 0xf9, 0xf9));
}

fn band(canvas: &mut Canvas, prop: &Prop, scene: &Scene) {
    let from = Point::new(prop.at[0], -prop.at[1]);
    let to = prop.to.map_or(scene.hands, |[x, y]| Point::new(x, -y));
    let mut path = BezPath::new();
    path.move_to(from);
    path.line_to(to);
    canvas.line(path, BAND, 2.6);
    canvas.fill(Circle::new(from, 3.6).to_path(0.05), shade(BAND, 0.8));
}

fn tree(canvas: &mut Canvas, x: f64, height: f64) {
    canvas.line(line(&[(x, 2.0), (x, height * 0.5)]), WOOD.mix(Colour::WHITE, 0.3), 7.0);
    let crown = Ellipse::new(Point::new(x, -height * 0.68), Vec2::new(height * 0.24, height * 0.32), 0.0);
    canvas.fill(crown.to_path(0.05), LEAF);
}

/// Water: `at` is the middle of its surface, `size` its width and depth.
pub fn water(canvas: &mut Canvas, prop: &Prop) {
    let ([x, y], [width, depth]) = (prop.at, prop.size.unwrap_or([240.0, 60.0]));
    canvas.fill(rounded(Rect::new(x - width / 2.0, -y, x + width / 2.0, -y + depth), 6.0), WATER);
}

/// The waves on the water, before her.
pub fn waves(canvas: &mut Canvas, prop: &Prop) {
    let ([x, y], [width, depth]) = (prop.at, prop.size.unwrap_or([240.0, 60.0]));
    let mut wave = |from: f64, to: f64, height: f64| {
        let count = ((to - from) / 11.0).round().clamp(2.0, 100.0) as usize;
        let crest = |i: usize| {
            let lift = if i.is_multiple_of(2) { -1.4 } else { 1.4 };
            Point::new(from + (to - from) * i as f64 / count as f64, -height + lift)
        };
        canvas.line(open(&(0..=count).map(crest).collect::<Vec<_>>()), WAVE, 2.2);
    };
    wave(x - width / 2.0 + 2.0, x + width / 2.0 - 2.0, y);
    wave(x - width * 0.4, x - width * 0.22, y - depth * 0.55);
    wave(x + width * 0.06, x + width * 0.26, y - depth * 0.75);
}
