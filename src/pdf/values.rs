//! PDF objects from our own values: text strings, numbers and rectangles turned upright.

use lopdf::{Dictionary, Object, StringFormat};

use crate::geom::{Pt, Rect};

/// A text string (ISO 32000-1, 7.9.2.2): plain when it is ASCII, else UTF-16 with a byte order mark.
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A byte string.
pub(super) fn bytes(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// A name.
pub(super) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A dictionary from its entries.
pub(super) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    entries.into_iter().collect()
}

/// A length in hundredths of a point, the precision of everything on a page (0.0035 mm).
pub(super) fn hundredths(value: f32) -> i64 {
    (f64::from(value) * 100.0).round() as i64
}

/// Hundredths of a point as a number that prints with at most two decimals.
pub(super) fn from_hundredths(value: i64) -> f32 {
    (value as f64 / 100.0) as f32
}

/// A number rounded to two decimals, written as an integer where it is one.
pub(super) fn number(value: f32) -> Object {
    let hundredths = hundredths(value);
    if hundredths % 100 == 0 { Object::Integer(hundredths / 100) } else { Object::Real(from_hundredths(hundredths)) }
}

/// A rectangle as its lower left and upper right corners, on a page of the given height.
pub(super) fn upright(rect: Rect, page_height: Pt) -> Object {
    let (bottom, top) = (page_height - rect.bottom(), page_height - rect.y);
    Object::Array(vec![number(rect.x.0), number(bottom.0), number(rect.right().0), number(top.0)])
}

/// The smallest rectangle around two others.
pub(super) fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_beyond_ascii_is_utf_16() {
        assert_eq!(text("a"), Object::String(b"a".to_vec(), StringFormat::Literal));
        assert_eq!(text("é"), Object::String(vec![0xfe, 0xff, 0, 0xe9], StringFormat::Hexadecimal));
    }

    #[test]
    fn rectangles_are_turned_upright() {
        let rect = Rect::new(Pt(10.0), Pt(20.0), Pt(30.0), Pt(40.0));
        let expected = [10, 740, 40, 780].map(Object::Integer).to_vec();
        assert_eq!(upright(rect, Pt(800.0)), Object::Array(expected));
    }
}
