//! Outlines as path construction operators (ISO 32000-1, 8.5).

use kurbo::{BezPath, PathEl, Point};
use printpdf::{DictItem, Op};

use super::values::{from_hundredths, hundredths};

/// An operator with its operands.
pub(super) fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown { key: key.to_owned(), value }
}

/// Appends a path, moved so that its origin lies at (`x`, `top`) in the page's own coordinates, `y` turned upwards.
/// Quadratic curves become cubic ones, which is all that PDF has.
pub(super) fn append(ops: &mut Vec<Op>, path: &BezPath, x: f32, top: f32) {
    let place = |point: Point| [round(point.x + f64::from(x)), round(f64::from(top) - point.y)];
    let numbers = |points: &[Point]| points.iter().flat_map(|&point| place(point)).map(DictItem::Real).collect();
    let (mut start, mut last) = (Point::ZERO, Point::ZERO);
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => {
                ops.push(operator("m", numbers(&[to])));
                (start, last) = (to, to);
            }
            PathEl::LineTo(to) => {
                ops.push(operator("l", numbers(&[to])));
                last = to;
            }
            PathEl::QuadTo(control, to) => {
                let (first, second) = (last.lerp(control, 2.0 / 3.0), to.lerp(control, 2.0 / 3.0));
                ops.push(operator("c", numbers(&[first, second, to])));
                last = to;
            }
            PathEl::CurveTo(first, second, to) => {
                ops.push(operator("c", numbers(&[first, second, to])));
                last = to;
            }
            PathEl::ClosePath => {
                ops.push(operator("h", Vec::new()));
                last = start;
            }
        }
    }
}

fn round(value: f64) -> f32 {
    from_hundredths(hundredths(value as f32))
}
