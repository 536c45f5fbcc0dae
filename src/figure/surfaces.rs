//! What hands, feet and seats touch: a named surface gives a point, the way the fingers lie and the way out of it.
//! Recipe: "Contacts". Here `y` grows downwards, the floor at 0.

use kurbo::{Point, Vec2};

use super::body::SEAT;
use crate::model::picture::{Prop, PropKind, Surface};

/// The height of a chair's seat.
pub const CHAIR_SEAT: f64 = 44.0;
/// The height of a counter.
pub const COUNTER_TOP: f64 = 106.0;
/// Half width and half height of the ball under her weight; its top is 66 high.
pub const BALL: (f64, f64) = (35.5, 33.0);
/// How far a counter reaches.
pub const COUNTER_DEPTH: f64 = 34.0;
/// Width and height of the opening of a door frame.
pub const DOOR: (f64, f64) = (92.0, 214.0);
/// How wide the post of a door frame is.
pub const POST: f64 = 11.0;

/// Where a surface is touched.
#[derive(Clone, Copy, Debug)]
pub struct Contact {
    /// The point on the surface.
    pub point: Point,
    /// The way the fingers lie.
    pub along: Vec2,
    /// Out of the surface.
    pub out: Vec2,
}

/// What a surface is called in messages.
#[must_use]
pub const fn name(surface: Surface) -> &'static str {
    match surface {
        Surface::Floor => "the floor",
        Surface::Wall => "the wall",
        Surface::Chair => "the chair",
        Surface::Bed => "the bed",
        Surface::Ball => "the ball",
        Surface::Pillow => "the pillow",
        Surface::Counter => "the counter",
        Surface::DoorFrame => "the door frame",
        Surface::Thigh => "her thigh",
        Surface::Bump => "her bump",
    }
}

/// The thing with that surface, if the picture has one.
#[must_use]
pub fn prop_of<'p>(props: &[&'p Prop], surface: Surface) -> Option<&'p Prop> {
    let fits = |kind: PropKind| match surface {
        Surface::Wall => kind == PropKind::Wall,
        Surface::Chair => matches!(kind, PropKind::Chair | PropKind::Stool),
        Surface::Bed => kind == PropKind::Bed,
        Surface::Ball => kind == PropKind::Ball,
        Surface::Pillow => kind == PropKind::Pillow,
        Surface::Counter => kind == PropKind::Counter,
        Surface::DoorFrame => kind == PropKind::DoorFrame,
        Surface::Floor | Surface::Thigh | Surface::Bump => false,
    };
    props.iter().copied().find(|prop| fits(prop.kind))
}

/// Where `surface` is touched at `at` by someone who stands at `from`; `None` when the picture has no such thing.
#[must_use]
pub fn contact(props: &[&Prop], surface: Surface, at: f64, from: Point) -> Option<Contact> {
    let level = |x: f64, height: f64| Contact {
        point: Point::new(x, -height),
        along: Vec2::new(if x >= from.x { 1.0 } else { -1.0 }, 0.0),
        out: Vec2::new(0.0, -1.0),
    };
    if surface == Surface::Floor {
        return Some(level(at, 0.0));
    }
    let prop = prop_of(props, surface)?;
    let [x, y] = prop.at;
    Some(match surface {
        Surface::Chair => level(at, CHAIR_SEAT),
        Surface::Bed => level(at, prop.size.map_or(CHAIR_SEAT, |size| size[1])),
        Surface::Counter => level(at, prop.size.map_or(COUNTER_TOP, |size| size[1])),
        Surface::Pillow => level(at, y + prop.size.map_or(16.0, |size| size[1]) / 2.0),
        Surface::Ball => on_ball(x, at),
        Surface::DoorFrame => {
            let half = prop.size.map_or(DOOR.0, |size| size[0]) / 2.0 + POST / 2.0;
            let side = if from.x < x { -1.0 } else { 1.0 };
            Contact { point: Point::new(x + half * side, -at), along: Vec2::new(0.0, -1.0), out: Vec2::ZERO }
        }
        _ => Contact {
            point: Point::new(x, -at),
            along: Vec2::new(0.0, -1.0),
            out: Vec2::new(if x > from.x { -1.0 } else { 1.0 }, 0.0),
        },
    })
}

/// The point of the ball `angle` degrees from its top, to the right.
fn on_ball(x: f64, angle: f64) -> Contact {
    let (sin, cos) = angle.to_radians().sin_cos();
    let point = Point::new(x + BALL.0 * sin, -BALL.1 - BALL.1 * cos);
    let out = Vec2::new(sin / BALL.0, -cos / BALL.1).normalize();
    Contact { point, along: Vec2::new(-out.y, out.x), out }
}

/// Where the hip is when she sits on `surface` at `at`.
#[must_use]
pub fn seat(props: &[&Prop], surface: Surface, at: f64) -> Option<Point> {
    let sinks = match surface {
        Surface::Ball => 3.5,
        Surface::Bed | Surface::Pillow => 2.0,
        _ => 0.0,
    };
    let at_ball = if surface == Surface::Ball { 0.0 } else { at };
    let touched = contact(props, surface, at_ball, Point::ZERO)?;
    Some(Point::new(at, touched.point.y - SEAT + sinks))
}
